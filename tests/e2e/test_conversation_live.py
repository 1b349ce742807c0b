"""Two people talk, each in a browser of their own."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import DESKTOP
from tests.e2e.waits import axe_finds, go_offline, go_online, press, until


def enter_room(page: Page) -> str:
    """Go to the one conversation this person has (Jonas has two: the one with Maya)."""
    if "/demo/" in page.url or "/with/" not in page.url:
        page.goto("/")
    link = page.locator("a[href*='/with/']").first
    if link.count() == 0:
        page.get_by_role("link", name=re.compile("Maya")).first.click()
    address = page.locator("a[href*='/with/']").first.get_attribute("href") or ""
    page.goto(address)
    ready(page)
    return address


def ready(page: Page) -> None:
    page.wait_for_selector("[data-room][data-ready]", state="attached")


def write(page: Page, words: str) -> None:
    page.fill("#words", words)
    page.click("[data-send]")


def said(page: Page, words: str):
    return page.locator("[data-log] .said__words").filter(has_text=words)


def answer(page: Page, words: str) -> None:
    theirs = page.locator("[data-log] .said--theirs").filter(has_text=words)
    theirs.locator("summary").click()
    theirs.locator("[data-reply]").click()


def take_back(page: Page, words: str) -> None:
    mine = page.locator("[data-log] .said--mine").filter(has_text=words)
    mine.locator("summary").click()
    mine.locator("[data-take-back]").click()
    page.locator("[data-part='take-back'] [data-act='yes']").click()


NOTE = """([where, what]) => {
  const place = document.querySelector(where);
  window.noted = [];
  new MutationObserver(() => window.noted.push(place[what]))
    .observe(place, { attributes: true, childList: true, characterData: true, subtree: true });
}"""


@pytest.fixture
def maya(as_person):
    return as_person("Maya")


@pytest.fixture
def both(maya, as_person):
    address = enter_room(maya)
    jonas = as_person("Jonas", viewport=DESKTOP)
    jonas.goto(address)
    ready(jonas)
    for page in (maya, jonas):  # each hears the other: signs that nobody hears are not said again
        expect(page.locator("[data-presence]")).to_have_text("Here now")
    return maya, jonas


def test_words_appear_on_the_other_side_without_a_reload(both):
    maya, jonas = both
    # what is announced and that somebody types are soon gone again: they are noted as they come
    jonas.evaluate(NOTE, ["[data-announce]", "textContent"])
    maya.evaluate(NOTE, ["[data-typing]", "hidden"])
    write(maya, "hello from the kitchen")
    expect(said(jonas, "hello from the kitchen")).to_have_count(1)
    assert any("hello from the kitchen" in words for words in jonas.evaluate("noted"))
    jonas.fill("#words", "and hello")
    until(maya, lambda: False in maya.evaluate("noted"))
    jonas.keyboard.press("Enter")
    expect(said(maya, "and hello")).to_have_count(1)
    expect(maya.locator("[data-typing]")).to_be_hidden()
    expect(maya.locator("[data-waiting] > li")).to_have_count(0)
    expect(maya.locator("[data-presence]")).to_have_text("Here now")


def test_a_network_dead_for_a_minute_loses_nothing_and_keeps_the_order(both):
    maya, jonas = both
    go_offline(maya)
    write(jonas, "how is the ride?")
    for number in range(5):
        write(maya, f"in the tunnel {number}")
    expect(maya.locator("[data-waiting] > li")).to_have_count(5)
    expect(maya.locator("[data-net]")).to_be_visible()
    jonas.wait_for_timeout(61_000)
    expect(said(jonas, "in the tunnel")).to_have_count(0)
    expect(said(maya, "how is the ride?")).to_have_count(0)
    go_online(maya)
    expect(said(jonas, "in the tunnel")).to_have_text([f"in the tunnel {n}" for n in range(5)])
    expect(said(maya, "how is the ride?")).to_have_count(1)
    expect(maya.locator("[data-waiting] > li")).to_have_count(0)
    maya.reload()
    expect(said(maya, "in the tunnel")).to_have_count(5)


def test_what_is_typed_and_sent_while_the_last_message_is_being_kept_is_not_lost(both):
    """A phone's storage may take its time: the next words are typed, and Enter pressed, before it answers."""
    maya, jonas = both
    hold = """() => {
      const add = IDBObjectStore.prototype.add;
      IDBObjectStore.prototype.add = function (record) {
        const request = add.call(this, record);
        const store = this; // a transaction lives as long as requests follow each other
        const until = performance.now() + 700;
        (function wait() { if (performance.now() < until) store.count().onsuccess = wait; })();
        return request;
      };
    }"""
    maya.evaluate(hold)
    for words in ("first of three", "second of three"):
        maya.fill("#words", words)
        maya.keyboard.press("Control+Enter")
    maya.fill("#words", "third, not sent")
    expect(said(jonas, "of three")).to_have_text(["first of three", "second of three"])
    expect(maya.locator("#words")).to_have_value("third, not sent")
    maya.reload()
    expect(maya.locator("#words")).to_have_value("third, not sent")


def test_what_waits_survives_a_closed_page(both):
    maya, jonas = both
    maya.route("**/send/", lambda route: route.abort())
    write(maya, "kept while the page was closed")
    expect(maya.locator("[data-waiting] > li")).to_have_count(1)
    again = maya.context.new_page()
    maya.close()
    again.goto(jonas.url)
    expect(said(jonas, "kept while the page was closed")).to_have_count(1)


def test_an_answer_that_was_lost_on_the_way_makes_no_second_message(both):
    maya, jonas = both
    lost = []

    def lose_first(route):
        if lost:
            return route.continue_()
        lost.append(route.fetch())  # it reaches the server, and the answer is lost
        return route.abort()

    maya.route("**/send/", lose_first)
    write(maya, "said once")
    expect(said(jonas, "said once")).to_have_count(1)
    expect(maya.locator("[data-waiting] > li")).to_have_count(0)
    jonas.reload()
    expect(said(jonas, "said once")).to_have_count(1)


def test_who_was_away_catches_up_and_learns_what_was_taken_back(both):
    maya, jonas = both
    write(maya, "soon taken back")
    expect(said(jonas, "soon taken back")).to_have_count(1)
    go_offline(jonas)
    write(maya, "said meanwhile")
    expect(said(maya, "said meanwhile")).to_have_count(1)
    take_back(maya, "soon taken back")
    expect(said(maya, "soon taken back")).to_have_count(0)
    go_online(jonas)
    expect(said(jonas, "said meanwhile")).to_have_count(1)
    expect(said(jonas, "soon taken back")).to_have_count(0)


def test_a_taking_back_disappears_for_both_and_from_the_quote(both):
    maya, jonas = both
    write(maya, "not what I meant")
    answer(jonas, "not what I meant")
    write(jonas, "it is alright")
    expect(maya.locator(".said__quote").filter(has_text="not what I meant")).to_have_count(1)
    take_back(maya, "not what I meant")
    for page in (maya, jonas):
        expect(page.get_by_text("not what I meant")).to_have_count(0)
        expect(said(page, "it is alright")).to_have_count(1)


def test_who_answers_what_is_taken_back_meanwhile_is_told_and_keeps_their_words(both):
    maya, jonas = both
    write(maya, "I can do nothing right")
    answer(jonas, "I can do nothing right")
    jonas.locator("#words").press_sequentially("I see it differently")
    told = jonas.get_by_role("status").filter(has_text="The message you were answering was taken back.")
    expect(told).to_have_count(0)
    place = jonas.locator("#words").bounding_box()
    take_back(maya, "I can do nothing right")
    expect(told).to_have_text(re.compile("Your words are still here, and will go as they are."))
    expect(jonas.locator("[data-reply-line]")).to_be_hidden()
    expect(jonas.locator("#words")).to_have_value("I see it differently")
    assert jonas.locator("#words").bounding_box() == place
    kept = jonas.evaluate("Object.values(localStorage).join()")
    assert "I see it differently" in kept
    assert "nothing right" not in kept
    jonas.click("[data-send]")
    expect(said(maya, "I see it differently")).to_have_count(1)
    expect(told).to_have_count(0)


def test_a_draft_survives_a_reload_and_is_gone_when_it_is_sent(both):
    maya, _ = both
    maya.fill("#words", "half a tho")
    maya.wait_for_timeout(500)
    maya.reload()
    ready(maya)
    expect(maya.locator("#words")).to_have_value("half a tho")
    write(maya, "half a thought made whole")
    expect(said(maya, "half a thought made whole")).to_have_count(1)
    maya.reload()
    ready(maya)
    expect(maya.locator("#words")).to_have_value("")


def test_a_session_that_ended_keeps_the_words_and_goes_on_after_signing_in(both):
    maya, jonas = both
    address = maya.url
    kept = maya.context.cookies()
    maya.context.clear_cookies(name="sessionid")
    write(maya, "typed after the session ended")
    expect(maya.locator("[data-signed-out]")).to_be_visible()
    expect(maya.locator("[data-waiting] > li")).to_have_count(1)
    assert "next=" in (maya.locator("[data-sign-in]").get_attribute("href") or "")
    maya.context.add_cookies(kept)
    maya.goto(address)
    expect(said(jonas, "typed after the session ended")).to_have_count(1)


def test_what_waits_is_never_sent_by_who_signs_in_next(both, as_person):
    maya, jonas = both
    address = maya.url
    maya.route("**/send/", lambda route: route.abort())
    write(maya, "only ever mine")
    expect(maya.locator("[data-waiting] > li")).to_have_count(1)
    maya.context.clear_cookies()
    maya.goto("/demo/")
    maya.unroute("**/send/")
    maya.get_by_role("button", name="Jonas").first.click()
    maya.wait_for_url(lambda url: "/demo/" not in url)
    maya.goto(address)
    ready(maya)
    maya.wait_for_timeout(1500)
    expect(maya.locator("[data-waiting] > li")).to_have_count(0)
    expect(said(jonas, "only ever mine")).to_have_count(0)


def test_signing_out_clears_what_waits_and_what_is_half_typed(both):
    maya, _ = both
    address = maya.url
    maya.route("**/send/", lambda route: route.abort())
    write(maya, "never to be sent")
    maya.fill("#words", "half typed")
    maya.wait_for_timeout(500)
    maya.goto("/me/")
    maya.locator("form[data-sign-out] button").first.click()
    maya.wait_for_url(lambda url: "/me/" not in url)
    maya.unroute("**/send/")
    maya.goto("/demo/")
    maya.get_by_role("button", name="Maya").first.click()
    maya.wait_for_url(lambda url: "/demo/" not in url)
    maya.goto(address)
    ready(maya)
    expect(maya.locator("#words")).to_have_value("")
    expect(maya.locator("[data-waiting] > li")).to_have_count(0)


def test_here_and_typing_switched_off_are_gone_for_both_at_once(both):
    maya, jonas = both
    choices = maya.context.new_page()
    choices.goto("/me/live/")
    choices.get_by_label("Here now").uncheck()
    choices.get_by_label("Typing").uncheck()
    press(choices.get_by_role("button", name="Keep"))
    for page in (maya, jonas):
        expect(page.locator("[data-presence]")).to_have_text("")
    jonas.fill("#words", "are you")
    maya.wait_for_timeout(1000)
    expect(maya.locator("[data-typing]")).to_be_hidden()
    for label in ("Here now", "Typing"):
        choices.get_by_label(label).check()
    press(choices.get_by_role("button", name="Keep"))
    for page in (maya, jonas):
        expect(page.locator("[data-presence]")).to_have_text("Here now")


def test_a_refused_message_keeps_its_words_and_says_why(both):
    maya, _ = both
    maya.route(
        "**/send/",
        lambda route: route.fulfill(
            status=422, json={"code": "x", "kind": "A kind reason.", "try_later": False}
        ),
    )
    write(maya, "words to keep")
    waiting = maya.locator("[data-waiting] > li")
    expect(waiting).to_contain_text("A kind reason.")
    maya.unroute("**/send/")
    waiting.get_by_role("button", name="Change it").click()
    expect(maya.locator("#words")).to_have_value("words to keep")
    expect(waiting).to_have_count(0)


def test_without_scripts_one_reads_and_writes(both, context, as_person):
    _, jonas = both
    plain = context(java_script_enabled=False).new_page()
    plain.goto("/demo/")
    press(plain.get_by_role("button", name="Maya").first)
    plain.goto(jonas.url)
    plain.fill("#words", "plain and simple")
    press(plain.locator("[data-send]"))
    assert plain.url.endswith("#latest")
    expect(said(plain, "plain and simple")).to_be_in_viewport()
    expect(said(jonas, "plain and simple")).to_have_count(1)
    plain.fill("#words", "x" * 10_050)
    plain.click("[data-send]")
    expect(plain.locator("[data-refused]")).to_be_visible()
    expect(plain.locator("#words")).to_have_value("x" * 10_050)


def test_a_pause_reaches_an_open_page_and_an_ended_room_stays_still(another_pair, as_person):
    bree, otto = (as_person(name) for name in another_pair)
    address = enter_room(bree)
    match = address.strip("/").split("/")[-1]
    bree.fill("#words", "half written")

    def does(act: str, state: str) -> None:
        otto.goto(f"/match/{match}/{act}/")
        press(otto.locator("main form button[type=submit]").first)
        expect(bree.locator(f"[data-room][data-state={state}]")).to_be_attached()
        expect(bree.locator("[data-composer]")).to_have_count(int(state == "active"))

    does("pause", "paused")
    expect(bree.get_by_text("kept on this device, for you alone")).to_be_visible()
    does("resume", "active")
    expect(bree.locator("#words")).to_have_value("half written")
    does("leave", "ended")
    ready(bree)
    loads = []
    bree.on("load", lambda: loads.append(1))
    bree.wait_for_timeout(3000)
    assert len(loads) <= 1
    begun = bree.get_by_label("What you had begun to write")
    expect(begun).to_have_value("half written")
    assert axe_finds(bree) == []
    bree.context.grant_permissions(["clipboard-read", "clipboard-write"])
    bree.get_by_role("button", name="Copy").click()
    expect(bree.get_by_role("button", name="Copied")).to_be_visible()
    assert bree.evaluate("navigator.clipboard.readText()") == "half written"
    otto.goto(address)
    ready(otto)
    expect(otto.locator("[data-resting-draft]")).to_be_hidden()  # nothing was begun here, so nothing is said
    bree.get_by_role("button", name="Let it go").click()
    expect(begun).to_be_hidden()
    bree.reload()
    ready(bree)
    expect(begun).to_be_hidden()
