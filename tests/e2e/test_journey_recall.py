"""You have done this before, with both people, each in a browser of their own."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import DESKTOP
from tests.e2e.test_conversation_live import enter_room, ready, said, write
from tests.e2e.waits import axe_finds, press, until

LETTER = "There is another envelope from the office on the table and I can't bring myself to open it."
OPENED = "It was shorter than what I had made of it in my head."
PRIVATE = "Cancelled on a friend and told her the real reason."


def choose(page: Page, *, me: bool, other: bool) -> None:
    page.goto("/journey/before/")
    page.get_by_label("Bring my past steps back to me").set_checked(me)
    page.get_by_label("And to whom I walk with").set_checked(other)
    press(page.get_by_role("button", name="Keep"))


def send_letter(page: Page) -> None:
    """In the room; what is looked for in another's past is asked once, so it must have arrived."""
    before = said(page, LETTER).count()
    write(page, LETTER)
    expect(said(page, LETTER)).to_have_count(before + 1)


@pytest.fixture
def maya(as_person: Callable[..., Page]):
    page = as_person("Maya")
    choose(page, me=True, other=True)
    yield page
    choose(page, me=True, other=True)


@pytest.fixture
def both(maya: Page, as_person: Callable[..., Page]) -> tuple[Page, Page]:
    room = enter_room(maya)
    send_letter(maya)
    jonas = as_person("Jonas", viewport=DESKTOP)
    jonas.goto(room)
    ready(jonas)
    return maya, jonas


def fits(box: dict[str, float]) -> bool:
    return box["x"] >= 0 and box["x"] + box["width"] <= 390 and box["y"] >= 0


def strength(page: Page):
    return page.locator("[data-strength] > summary")


def test_asking_for_oneself_brings_back_a_step_in_ones_own_words(maya):
    maya.goto("/journey/before/")
    maya.get_by_label("What is it like just now?").fill(LETTER)
    maya.get_by_role("button", name="Look back").click()
    expect(maya.locator("#found")).to_contain_text("letter", ignore_case=True)
    assert maya.locator(".recalled__step").count() <= 3


def test_the_other_sees_it_beside_the_composer_and_nothing_is_put_into_the_message(both):
    maya, jonas = both
    jonas.fill("#words", "I am here")
    before = jonas.locator("#words").bounding_box()
    strength(jonas).click()
    panel = jonas.locator("[data-strength-panel]")
    expect(panel).to_contain_text("In Maya’s own words")
    assert 1 <= panel.locator("li").count() <= 3
    expect(panel).not_to_contain_text(PRIVATE)
    assert jonas.locator("#words").bounding_box() == before
    expect(jonas.locator("#words")).to_have_value("I am here")
    jonas.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(strength(jonas)).to_be_focused()
    expect(panel.locator("li")).to_have_count(0)  # nothing of it stays on the page
    strength(jonas).click()
    jonas.locator("[data-strength-close]").click()
    expect(jonas.locator("#words")).to_be_focused()


def test_by_keyboard_and_for_a_screen_reader(both):
    _maya, jonas = both
    strength(jonas).focus()
    jonas.keyboard.press("Enter")
    expect(jonas.locator("[data-strength-panel]")).to_be_focused()
    expect(jonas.get_by_role("region", name="They have done this before")).to_be_visible()
    expect(jonas.locator("[data-strength-found] li").first).to_be_visible()
    assert axe_finds(jonas) == []


def test_taken_back_it_is_gone_at_the_next_look_also_in_an_open_room(both):
    maya, jonas = both
    choose(maya, me=True, other=False)
    strength(jonas).click()
    expect(jonas.locator("[data-strength]")).to_have_count(0)
    jonas.reload()
    ready(jonas)
    expect(jonas.locator("[data-strength]")).to_have_count(0)


def test_without_a_script_it_is_a_page(both, context):
    _maya, jonas = both
    plain = context(java_script_enabled=False, storage_state=jonas.context.storage_state()).new_page()
    plain.goto(re.sub(r"[?#].*", "", jonas.url))
    strength(plain).click()
    plain.get_by_role("link", name="Look", exact=True).click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("They have done this before")
    expect(plain.get_by_text("In Maya’s own words")).to_be_visible()


def test_on_a_phone_the_page_and_the_panel_fit(maya, as_person):
    room = enter_room(maya)
    send_letter(maya)
    jonas = as_person("Jonas")
    jonas.goto(room)
    ready(jonas)
    strength(jonas).click()
    expect(jonas.locator("[data-strength-found] li").first).to_be_visible()
    for page in (jonas, maya):
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    panel = jonas.locator("[data-strength-panel]")
    until(jonas, lambda: fits(panel.bounding_box()))


def test_the_page_is_clean_for_axe_in_both_themes(maya):
    for scheme in ("light", "dark"):
        maya.emulate_media(color_scheme=scheme)
        maya.goto("/journey/before/")
        assert axe_finds(maya) == []
