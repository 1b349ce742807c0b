"""The browser's side of a live connection, in a browser, against a WebSocket that the test plays."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

SCRIPT = Path(__file__).parents[3] / "walkalong/foundation/realtime/static/realtime/live.js"

pytestmark = pytest.mark.e2e

PLAYED = """
window.sockets = [];
window.WebSocket = class {
  static OPEN = 1;
  constructor(url) { this.url = String(url); this.readyState = 0; this.sent = []; window.sockets.push(this); }
  send(text) { this.sent.push(JSON.parse(text)); }
  close() { this.readyState = 3; }
  accept() { this.readyState = 1; this.onopen?.(); }
  say(frame) { this.onmessage?.({ data: JSON.stringify(frame) }); }
  cut() { this.readyState = 3; this.onclose?.(); }
};
window.states = []; window.frames_ = [];
"""
BEGIN = """async () => {
  const { connect } = await import("/live.js");
  window.live = connect({
    since: (topics) => (topics.length ? { "note:1": 7, "note:2": null } : { "note:1": 7 }),
    onFrame: (frame) => window.frames_.push(frame),
    onState: (state, why) => window.states.push(why ? `${state} ${why}` : state),
  });
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    page.clock.install(time=0)
    page.clock.pause_at(1000)  # time goes on when a test says so, however long the machine takes
    page.route("**/*", lambda route: route.fulfill(body="<p>page", content_type="text/html"))
    page.route("**/live.js", lambda route: route.fulfill(path=SCRIPT, content_type="text/javascript"))
    page.add_init_script(PLAYED)
    page.goto("https://walkalong.test/")
    page.evaluate(BEGIN)
    yield page
    page.close()


def go_live(page: Page) -> None:
    page.evaluate(
        "sockets.at(-1).accept(); sockets.at(-1).say({type: 'ready', topics: ['note:1', 'note:2']})"
    )


def test_it_follows_its_topics_once_and_says_so(page: Page) -> None:
    go_live(page)
    assert page.evaluate("sockets[0].url") == "wss://walkalong.test/live/"
    assert page.evaluate("sockets[0].sent") == [
        {"topic": "note:1", "since": 7},
        {"topic": "note:2", "since": None},
    ]
    assert page.evaluate("states") == ["connecting", "live"]


def test_frames_reach_the_page_and_pongs_do_not(page: Page) -> None:
    go_live(page)
    page.evaluate("sockets[0].say({topic: 'note:1', type: 'note'}); sockets[0].say({type: 'pong'})")
    assert [frame["type"] for frame in page.evaluate("frames_")] == ["ready", "note"]


def test_a_cut_connection_comes_back_and_follows_again(page: Page) -> None:
    go_live(page)
    page.evaluate("sockets[0].cut()")
    assert page.evaluate("states.at(-1)") == "waiting"
    page.clock.run_for(600)
    go_live(page)
    assert page.evaluate("sockets.length") == 2
    assert len(page.evaluate("sockets[1].sent")) == 2
    assert page.evaluate("states.at(-1)") == "live"


def test_it_asks_less_often_the_longer_nobody_answers(page: Page) -> None:
    for _ in range(30):
        page.evaluate("sockets.at(-1).readyState === 0 && sockets.at(-1).cut()")
        page.clock.run_for(10_000)
    assert 12 <= page.evaluate("sockets.length") <= 26  # five minutes: about twice a minute at the end


def test_the_network_coming_back_ends_the_waiting(page: Page) -> None:
    for _ in range(8):
        page.evaluate("sockets.at(-1).cut()")
        page.clock.run_for(31_000)
    page.evaluate("sockets.at(-1).cut()")
    before = page.evaluate("sockets.length")
    page.evaluate("window.dispatchEvent(new Event('online'))")
    assert page.evaluate("sockets.length") == before + 1


def test_a_silent_connection_is_asked_and_then_given_up(page: Page) -> None:
    go_live(page)
    page.clock.run_for(46_000)
    assert page.evaluate("sockets[0].sent.at(-1)") == {"type": "ping"}
    page.clock.run_for(9_000)
    assert page.evaluate("sockets.length") >= 2


@pytest.mark.parametrize("why", ["signed_out", "ended"])
def test_a_final_goodbye_is_final(page: Page, why: str) -> None:
    go_live(page)
    page.evaluate("why => { sockets[0].say({type: 'bye', why}); }", why)
    page.clock.run_for(120_000)
    page.evaluate("window.dispatchEvent(new Event('online'))")
    assert page.evaluate("sockets.length") == 1
    assert page.evaluate("states.at(-1)") == f"closed {why}"


def test_a_tab_that_made_room_waits_until_it_is_looked_at(page: Page) -> None:
    go_live(page)
    page.evaluate("sockets[0].say({type: 'bye', why: 'elsewhere'}); sockets[0].cut()")
    page.clock.run_for(120_000)
    assert page.evaluate("sockets.length") == 1
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    assert page.evaluate("sockets.length") == 2


def test_what_cannot_be_sent_is_not_kept(page: Page) -> None:
    assert page.evaluate("live.send({topic: 'note:1', type: 'typing'})") is False
    go_live(page)
    assert page.evaluate("live.send({topic: 'note:1', type: 'typing'})") is True
    page.evaluate("live.close()")
    assert page.evaluate("states.at(-1)") == "closed left"
