"""Ten thousand messages: the page stays small, quick and steady."""

import re
import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.test_conversation_live import enter_room, ready, said, write
from tests.e2e.waits import hold, until
from tests.needs import ROOT
from tests.serving import COMMAND_SECONDS

MOST = 300
MAKE = """
import django
django.setup()
from tests.conversation.long_history import make_long_history
from walkalong.matching.models import Match
make_long_history(Match.objects.get(mentee__display_name="Aoife", ended_at=None), 10_000)
"""
COUNT = "document.querySelectorAll('[data-log] > [data-seq]').length"
FIRST = "document.querySelector('[data-log] > [data-seq]').dataset.seq"


@pytest.fixture(scope="module")
def long_history(server):
    environment = {
        **server.environment,
        "WALKALONG_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "walkalong.config.settings",
    }
    made = subprocess.run(
        [sys.executable, "-c", MAKE],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=COMMAND_SECONDS,
    )
    assert made.returncode == 0, made.stderr[-2000:]


@pytest.fixture
def aoife(long_history, as_person):
    page = as_person("Aoife")
    enter_room(page)
    return page


def until_older_came(page: Page, first: str) -> None:
    until(page, lambda: page.evaluate(FIRST) != first)


def scroll_up(page: Page) -> None:
    """As a thumb would: towards the oldest that is there."""
    before = page.evaluate(FIRST)
    page.evaluate("document.querySelector('[data-scroll]').scrollTo({top: -1e7})")
    until_older_came(page, before)


def scroll_down(page: Page) -> None:
    page.evaluate("document.querySelector('[data-scroll]').scrollTo({top: 0})")


def test_ten_thousand_messages_never_stand_in_the_page_at_once(aoife, as_person):
    expect(said(aoife, "words number 10000")).to_be_in_viewport()
    for _ in range(60):
        scroll_up(aoife)
        assert aoife.evaluate(COUNT) <= MOST
    numbers = aoife.eval_on_selector_all("[data-log] > [data-seq]", "all => all.map(one => +one.dataset.seq)")
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    assert MOST - 50 < len(numbers) <= MOST
    days = aoife.eval_on_selector_all("[data-log] > .day", "all => all.map(one => one.dataset.day)")
    assert days == sorted(set(days))

    claire = as_person("Claire")
    claire.goto(aoife.url)
    ready(claire)
    write(claire, "said while you read old words")
    expect(aoife.locator("[data-to-newest]")).to_have_text("New words")
    assert aoife.evaluate(COUNT) <= MOST
    aoife.click("[data-to-newest]")
    expect(said(aoife, "said while you read old words")).to_be_in_viewport()
    assert aoife.evaluate(COUNT) <= MOST


def test_one_scrolls_back_down_to_the_newest(aoife):
    for _ in range(50):
        scroll_up(aoife)
    until(aoife, lambda: scroll_down(aoife) or aoife.locator("[data-to-newest]").is_hidden())
    last = aoife.eval_on_selector_all("[data-log] > [data-seq]", "all => +all.at(-1).dataset.seq")
    assert last >= 10_000
    assert aoife.evaluate(COUNT) <= MOST


def test_what_is_read_stays_where_it_is_when_older_words_come(aoife):
    older = hold(aoife, re.compile(r"/messages/\?before="))
    aoife.evaluate("document.querySelector('[data-log] > [data-seq]').scrollIntoView({block: 'start'})")
    until(aoife, lambda: older)
    first = aoife.evaluate(FIRST)
    aoife.evaluate(
        "window.reading = [...document.querySelectorAll('[data-log] > [data-seq]')]"
        ".find((one) => one.getBoundingClientRect().top > 300)"
    )
    place = "window.reading.getBoundingClientRect().top"
    before = aoife.evaluate(place)
    older[0].continue_()
    until_older_came(aoife, first)
    assert abs(aoife.evaluate(place) - before) < 2


def test_what_is_sent_from_far_up_is_seen_waiting_at_once_and_ends_at_its_place(aoife):
    """Also when the newest words are slow to come, and were asked for before it was sent."""
    while not aoife.evaluate("document.querySelector('[data-log] > [data-seq]').dataset.seq < 9_600"):
        scroll_up(aoife)

    newest, sending = hold(aoife, "**/messages/"), hold(aoife, "**/send/")
    aoife.fill("#words", "from far up")
    aoife.click("[data-send]")
    waiting = aoife.locator("[data-waiting] > li")
    expect(waiting).to_contain_text("from far up")  # while nothing was answered yet
    until(aoife, lambda: newest and sending)
    before_it_was_sent = newest[0].fetch()
    with aoife.expect_response("**/send/"):
        sending[0].continue_()
    aoife.unroute("**/messages/")
    newest[0].fulfill(response=before_it_was_sent)
    expect(said(aoife, "from far up")).to_be_in_viewport()
    expect(said(aoife, "from far up")).to_have_count(1)
    expect(waiting).to_have_count(0)
