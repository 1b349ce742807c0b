"""A story between two browsers: told, read, taken back at once; by keyboard, and without a script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.conversation.pictures import photo
from tests.e2e.waits import go_offline, go_online, press


@pytest.fixture
def two(as_person):
    """Maya's page and Jonas's, and the id of their match."""
    maya = as_person("Maya")
    maya.goto("/")
    match_id = re.search(r"/with/([0-9a-f-]{36})/", maya.content())[1]
    return maya, as_person("Jonas"), match_id


def tell(page: Page, title: str, words: str, to: str = "Jonas") -> None:
    page.goto("/story/tell/")
    page.get_by_label("A title").fill(title)
    page.get_by_label("In your own words").fill(words)
    page.get_by_role("radio", name=to, exact=True).check()
    page.get_by_role("button", name="Keep").click()
    page.wait_for_url("**/story/")


def test_what_is_taken_back_leaves_the_others_open_page_at_once(two):
    maya, jonas, match_id = two
    tell(maya, "The bridge", "I stood on it for an hour and looked at the water birds.")
    jonas.goto(f"/with/{match_id}/story/")
    expect(jonas.get_by_text("looked at the water birds")).to_be_visible()
    maya.get_by_role("button", name="Take back The bridge").click()
    expect(maya.get_by_text("From now on nobody but you sees it.")).to_be_visible()
    expect(jonas.get_by_text("looked at the water birds")).to_have_count(0)
    jonas.goto("/")
    jonas.go_back()
    expect(jonas.get_by_role("heading", name="What Maya tells")).to_be_visible()
    expect(jonas.get_by_text("looked at the water birds")).to_have_count(0)
    expect(maya.get_by_text("looked at the water birds")).to_be_visible()


def test_what_is_shown_arrives_on_the_open_page_and_an_open_piece_stays_open(two):
    maya, jonas, match_id = two
    tell(maya, "Long", "All of it. " * 400)
    jonas.goto(f"/with/{match_id}/story/")
    jonas.get_by_text("Read all of it").last.click()
    tell(maya, "Short", "And this came later.")
    expect(jonas.get_by_text("And this came later.")).to_be_visible()
    expect(jonas.locator("details[open]")).to_have_count(1)


@pytest.mark.parametrize("words", ["🦊🌧️🎸" * 30, "كان يا ما كان في قديم الزمان"])
def test_any_script_reads_as_it_was_typed(two, words):
    maya, jonas, match_id = two
    tell(maya, "", words)
    jonas.goto(f"/with/{match_id}/story/")
    shown = jonas.get_by_text(words)
    expect(shown).to_be_visible()
    if words.startswith("ك"):
        assert shown.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert jonas.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_twenty_thousand_characters_fit_and_one_more_comes_back_whole(two):
    maya, _jonas, _match_id = two
    maya.goto("/story/tell/")
    words = maya.get_by_label("In your own words")
    words.fill("y" * 20_001)
    maya.get_by_role("button", name="Keep").click()
    expect(maya.get_by_text("1 character longer than one piece can be")).to_be_visible()
    assert len(words.input_value()) == 20_001
    words.fill("y" * 20_000)
    maya.get_by_role("button", name="Keep").click()
    maya.wait_for_url("**/story/")


def test_words_survive_a_network_that_went_away(two):
    maya, _jonas, _match_id = two
    maya.goto("/story/tell/")
    maya.get_by_label("In your own words").fill("Typed in a tunnel.")
    go_offline(maya)
    maya.get_by_role("button", name="Keep").click()
    expect(maya.get_by_text("You are offline just now")).to_be_visible()
    go_online(maya)
    maya.reload()
    expect(maya.get_by_label("In your own words")).to_have_value("Typed in a tunnel.")
    maya.get_by_role("button", name="Keep").click()
    maya.wait_for_url("**/story/")
    maya.goto("/story/tell/")
    expect(maya.get_by_label("In your own words")).to_have_value("")


def test_everything_works_without_a_script(as_person, two):
    _maya, jonas, match_id = two
    maya = as_person("Maya", java_script_enabled=False)
    tell(maya, "Plain", "Told by a plain form.")
    jonas.goto(f"/with/{match_id}/story/")
    expect(jonas.get_by_text("Told by a plain form.")).to_be_visible()
    press(maya.get_by_role("button", name="Take back Plain"))
    jonas.reload()
    expect(jonas.get_by_text("Told by a plain form.")).to_have_count(0)
    press(maya.get_by_role("link", name="Change Plain"))
    press(maya.get_by_role("link", name="Remove this piece for good"))
    press(maya.get_by_role("button", name="Remove it"))
    expect(maya.get_by_text("Told by a plain form.")).to_have_count(0)


def test_a_piece_is_told_by_keyboard_alone(two):
    maya, _jonas, _match_id = two
    maya.goto("/story/")
    maya.get_by_role("link", name="Tell a piece").focus()
    maya.keyboard.press("Enter")
    maya.wait_for_url("**/story/tell/")
    maya.get_by_label("A title").focus()
    maya.keyboard.type("Keys")
    maya.keyboard.press("Tab")
    maya.keyboard.type("Told without a mouse.")
    maya.keyboard.press("Tab")
    maya.keyboard.press("ArrowDown")
    expect(maya.get_by_role("radio", name="Jonas", exact=True)).to_be_checked()
    maya.keyboard.press("Tab")
    maya.keyboard.press("Tab")
    maya.keyboard.press("Enter")
    maya.wait_for_url("**/story/")
    expect(maya.get_by_text("Told without a mouse.")).to_be_visible()


def test_a_picture_is_shown_to_the_other_and_hidden_again(two):
    maya, jonas, match_id = two
    maya.goto("/me/about/")
    form = maya.locator("form[enctype]")
    form.get_by_label("Choose a picture").set_input_files(
        {"name": "me.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    )
    form.get_by_role("radio", name="Whoever I walk with", exact=True).check()
    form.get_by_role("button", name="Keep").click()
    expect(maya.get_by_alt_text("The picture you chose")).to_be_visible()
    jonas.goto(f"/with/{match_id}/story/")
    picture = jonas.get_by_alt_text("The picture Maya chose")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth > 0)")
    address = picture.evaluate("image => image.src")
    maya.get_by_role("button", name="Remove the picture").click()
    expect(picture).to_have_count(0)
    assert jonas.request.get(address).status == 404


def test_a_walk_that_ends_closes_the_others_open_page_and_the_teller_keeps_all(another_pair, as_person):
    aoife, claire = (as_person(name) for name in another_pair)
    aoife.goto("/")
    match_id = re.search(r"/with/([0-9a-f-]{36})/", aoife.content())[1]
    tell(aoife, "Harbour", "The ferry, every morning, empty.", to=another_pair[1])
    claire.goto(f"/with/{match_id}/story/")
    expect(claire.get_by_text("The ferry, every morning")).to_be_visible()
    aoife.goto(f"/match/{match_id}/leave/")
    press(aoife.get_by_role("button", name="End it now"))
    aoife.get_by_text("Nobody will ask you to explain").wait_for()
    expect(claire.get_by_role("heading", name=f"Your walk with {another_pair[0]} has ended")).to_be_visible()
    expect(claire.get_by_text("The ferry, every morning")).to_have_count(0)
    aoife.goto("/story/")
    expect(aoife.get_by_text("The ferry, every morning")).to_be_visible()
    expect(aoife.get_by_text("Only you see this.")).to_be_visible()
