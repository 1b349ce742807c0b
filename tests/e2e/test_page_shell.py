"""The page shell in a real browser: leaving, help without a network, words kept, nothing left behind."""

import re
import time
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.waits import go_offline, hold, press, until, worker_is_ready

LOOKS = "/looks/"  # the demo's page of all components has a form with data-keep
STORY = "Anything you would like them to know"


@pytest.fixture
def stranger(context: Callable[..., BrowserContext]) -> Page:
    return context().new_page()


def neutral_page(page: Page) -> None:
    page.route("**/*wikipedia.org/**", lambda route: route.fulfill(body="<title>Neutral</title>Neutral"))


def test_after_leaving_back_shows_none_of_the_pages_before(stranger: Page) -> None:
    neutral_page(stranger)
    stranger.goto("/demo/")
    stranger.goto("/accounts/login/")
    stranger.get_by_role("link", name="Leave").click()
    stranger.wait_for_url("**wikipedia.org/**")
    shown = []
    stranger.on("framenavigated", lambda frame: shown.append(urlsplit(frame.url).netloc))
    stranger.evaluate("history.back()")
    until(stranger, lambda: shown and "wikipedia.org" in shown[-1])
    stranger.wait_for_timeout(1000)
    assert "wikipedia.org" in stranger.url
    stranger.goto("/demo/")  # whoever comes by themselves is welcome
    expect(stranger.get_by_role("heading", level=1)).to_be_visible()


def press_escape_three_times(page: Page) -> None:
    """Within a second and a half; on a machine too busy for that, again."""
    slow = True
    while slow and "wikipedia.org" not in page.url:
        begun = time.monotonic()
        for _ in range(3):
            page.keyboard.press("Escape")
        slow = time.monotonic() - begun > 1.4
        if slow:
            page.wait_for_timeout(2000)


@pytest.mark.parametrize("way", ["button", "keys"])
def test_leaving_shows_a_neutral_page_and_back_does_not_return(stranger: Page, way: str) -> None:
    neutral_page(stranger)
    stranger.goto("about:blank")
    stranger.goto("/accounts/login/")
    if way == "button":
        stranger.get_by_role("link", name="Leave").click()
    else:
        press_escape_three_times(stranger)
    stranger.wait_for_url("**wikipedia.org/**")
    stranger.go_back()
    assert stranger.url == "about:blank"


def test_two_escapes_do_not_leave(stranger: Page) -> None:
    stranger.goto("/accounts/login/")
    stranger.keyboard.press("Escape")
    stranger.keyboard.press("Escape")
    stranger.wait_for_timeout(300)
    expect(stranger.get_by_role("link", name="Leave")).to_be_visible()


def test_the_help_card_opens_without_a_network_and_looks_itself(as_person: Callable[..., Page]) -> None:
    page = as_person("Maya")
    page.goto("/me/")
    worker_is_ready(page)
    page.reload()  # now under the worker
    go_offline(page)
    page.get_by_role("link", name="Help now").first.click()
    page.wait_for_url("**/help/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert page.locator("a[href^='tel:']").count() > 0
    ground = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--surface')")
    assert ground, "the card lost its colours offline"

    page.goto("/me/")
    expect(page.get_by_role("heading", name="There is no network just now.")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--surface')")


def test_words_survive_a_reload_and_go_when_they_have_arrived(stranger: Page) -> None:
    stranger.goto(LOOKS)
    story = stranger.get_by_label(STORY)
    story.fill("half a sentence")
    stranger.reload()
    expect(story).to_have_value("half a sentence")
    for label, value in (("What may we call you?", "Maya"), ("E-mail", "maya@example.org")):
        stranger.get_by_label(label).fill(value)
    stranger.get_by_label("In writing").check()
    stranger.get_by_label("I am 18 or older").check()
    press(stranger.get_by_role("button", name="Save", exact=True))
    stranger.goto(LOOKS)
    expect(story).to_have_value("")


def test_a_change_to_what_stands_there_survives_a_reload_but_is_never_put_over_newer_words(
    as_person: Callable[..., Page],
) -> None:
    page = as_person("Maya")
    page.goto("/me/about/")
    pronouns = page.get_by_label("Pronouns")
    expect(pronouns).to_have_value("she/her")
    pronouns.fill("she/they")
    page.reload()
    expect(pronouns).to_have_value("she/they")
    page.evaluate(
        "for (const key of Object.keys(localStorage).filter(key => key.endsWith(':about-me')))"
        " localStorage.setItem(key, JSON.stringify({pronouns: 'of old', '': {pronouns: 'older still'}}))"
    )
    page.reload()
    expect(pronouns).to_have_value("she/her")


def test_pressing_send_without_a_network_keeps_the_page(stranger: Page) -> None:
    stranger.goto(LOOKS)
    stranger.get_by_label(STORY).fill("do not lose me")
    go_offline(stranger)
    stranger.get_by_role("button", name="Save", exact=True).click()
    expect(stranger.get_by_role("alert").filter(has_text="You are offline")).to_be_visible()
    expect(stranger.get_by_label(STORY)).to_have_value("do not lose me")


def test_a_press_without_words_says_without_a_network_that_nothing_has_happened(
    as_person: Callable[..., Page],
) -> None:
    page = as_person("Maya")
    page.goto("/story/")
    go_offline(page)
    page.get_by_role("button", name="Take back").first.click()
    note = page.get_by_role("alert").filter(has_text="nothing has happened yet")
    expect(note).to_be_visible()
    expect(note).not_to_contain_text("your words")


def test_a_button_pressed_twice_sends_once(context: Callable[..., BrowserContext]) -> None:
    stranger = context(service_workers="block").new_page()
    stranger.goto(LOOKS)
    posts = hold(stranger, f"**{LOOKS}")  # else the second press could meet the next page
    save = stranger.get_by_role("button", name="Save", exact=True)
    save.scroll_into_view_if_needed()
    box = save.bounding_box()
    for _ in range(2):  # with the bare mouse: a locator would wait for the page that is on its way
        stranger.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        until(stranger, lambda: posts)
    stranger.wait_for_timeout(300)
    assert len(posts) == 1


def test_chosen_colours_stay(stranger: Page) -> None:
    stranger.goto(LOOKS)
    stranger.get_by_role("button", name="Dark colours").click()
    stranger.goto("/accounts/login/")
    assert stranger.evaluate("document.documentElement.dataset.theme") == "dark"
    expect(stranger.get_by_role("button", name="Light colours")).to_be_visible()


def test_signing_out_leaves_nothing_personal_on_the_device(as_person: Callable[..., Page]) -> None:
    page = as_person("Maya")
    page.goto(LOOKS)
    worker_is_ready(page)
    page.get_by_label(STORY).fill("mine")
    page.evaluate(
        "localStorage.setItem('walkalong:draft:1', 'mine too'); localStorage.setItem('theme', 'dark')"
    )
    page.evaluate(
        "new Promise(done => { const r = indexedDB.open('walkalong');"
        " r.onsuccess = () => { r.result.close(); done() } })"
    )
    press(page.get_by_role("button", name="Sign out"))
    assert not page.evaluate("document.documentElement.dataset.person")
    kept = page.evaluate("Object.keys({...localStorage, ...sessionStorage})")
    assert [key for key in kept if key.startswith("walkalong:")] == []
    until(page, lambda: page.evaluate("indexedDB.databases().then(all => all.map(one => one.name))") == [])
    assert page.evaluate("localStorage.getItem('theme')") == "dark"


def test_signing_out_empties_every_page_that_is_open_and_keeps_nothing_typed_there(
    as_person: Callable[..., Page],
) -> None:
    page = as_person("Maya")
    page.goto("/journey/new/")
    page.locator("form[data-keep] textarea").first.fill("for nobody else")
    beside = page.context.new_page()
    beside.goto("/me/")
    press(beside.locator("form[data-sign-out] button").first)
    expect(page.locator("form[data-keep] textarea").first).to_be_hidden()
    page.wait_for_url(re.compile("/accounts/login/"))
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.includes(':kept:'))") == []


def test_a_dialog_opens_and_closes_by_keyboard_and_gives_focus_back(stranger: Page) -> None:
    stranger.goto(LOOKS)
    opener = stranger.get_by_role("button", name="Today is heavy")
    opener.press("Enter")
    dialog = stranger.get_by_role("dialog")
    expect(dialog).to_be_visible()
    stranger.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_shell_obeys_its_own_content_policy(stranger: Page) -> None:
    complaints: list[str] = []
    stranger.on(
        "console", lambda message: complaints.append(message.text) if message.type == "error" else None
    )
    stranger.on("pageerror", lambda error: complaints.append(str(error)))
    for path in (LOOKS, "/accounts/login/", "/offline/"):
        stranger.goto(path)
    assert complaints == []
