"""Telling a human in a real browser: nothing typed is lost, and nothing waits for whom it is about."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

PAGE = "/help/person/"
WORDS = "In your own words"


def test_whom_it_is_about_can_be_chosen_after_writing(as_person: Callable[..., Page]) -> None:
    maya = as_person("Maya")
    maya.goto(PAGE)
    maya.get_by_label(WORDS).fill("It is about Ben.")
    maya.get_by_text("Is it about somebody here?").click()
    maya.get_by_role("link", name="Ben").click()
    expect(maya.get_by_text("Ben will not be told")).to_be_visible()
    expect(maya.get_by_label(WORDS)).to_have_value("It is about Ben.")
    maya.goto(PAGE)  # here Ben would receive it
    expect(maya.get_by_label(WORDS)).to_have_value("")


def test_a_form_that_comes_back_shows_its_remark(as_person: Callable[..., Page]) -> None:
    noor = as_person("Noor")
    noor.goto(PAGE)
    noor.get_by_label(WORDS).fill("x" * 10_001)
    noor.get_by_role("button", name="Send it to them").click()
    expect(noor.get_by_text("This is longer than we can keep")).to_be_in_viewport()
    expect(noor.get_by_label(WORDS)).to_be_focused()
