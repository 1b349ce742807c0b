"""A heavy day, with both people, each in a browser of their own."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.conftest import DESKTOP
from tests.e2e.waits import axe_finds, go_offline, go_online, is_live, press, worker_is_ready

LATELY = re.compile(r"^Remove\s*: (Today|Yesterday)")  # it may be midnight


def match_of(maya: Page) -> str:
    maya.goto("/")
    return (maya.locator("a[href^='/with/']").first.get_attribute("href") or "").split("/")[2]


def lighten(maya: Page) -> None:
    """Whatever an earlier test left: nobody knows of a heavy day now."""
    maya.goto("/heavy/")
    button = maya.get_by_role("button", name="Take it back")
    if button.count():
        press(button)
        expect(button).to_have_count(0)


@pytest.fixture
def maya(as_person: Callable[..., Page]) -> Page:
    page = as_person("Maya")
    lighten(page)
    return page


@pytest.fixture
def both(maya: Page, as_person: Callable[..., Page]) -> tuple[Page, Page, str]:
    match = match_of(maya)
    jonas = as_person("Jonas", viewport=DESKTOP)
    lighten(jonas)
    return maya, jonas, match


def say(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="Today is heavy").click()
    page.wait_for_url("**/heavy/")


def remove_the_latest(maya: Page) -> int:
    """Answers how many heavy days of today there were."""
    maya.goto("/heavy/days/")
    lately = maya.get_by_role("link", name=LATELY)
    removed = lately.count()
    for _ in range(removed):
        press(lately.first)
        press(maya.get_by_role("button", name="Remove it"))
    expect(lately).to_have_count(0)
    return removed


def test_one_press_shows_what_helps_and_lights_a_calm_sign_on_the_others_open_home(both):
    maya, jonas, match = both
    jonas.goto(f"/home/{match}/")
    is_live(jonas)
    expect(jonas.get_by_text("Today is heavy for Maya")).to_have_count(0)
    say(maya)
    expect(maya.get_by_role("heading", name="You are not alone with it")).to_be_visible()
    expect(maya.get_by_text("knows that today is heavy, and nothing more")).to_be_visible()
    expect(maya.get_by_role("main").get_by_role("link", name="Help now")).to_be_in_viewport()
    expect(maya.get_by_role("link", name="Talk with Jonas")).to_be_in_viewport()
    expect(maya.get_by_text("You told me about the heron")).to_be_attached()
    expect(jonas.get_by_role("heading", name="Today is heavy for Maya")).to_be_visible()
    maya.get_by_role("button", name="Take it back").click()
    expect(jonas.get_by_text("Today is heavy for Maya")).to_have_count(0)


def test_the_room_shows_it_as_one_line_and_words_still_come(both):
    maya, jonas, match = both
    jonas.goto(f"/with/{match}/")
    jonas.wait_for_selector("[data-room][data-ready]", state="attached")
    is_live(jonas)
    say(maya)
    line = jonas.locator(".heavy-line")
    expect(line).to_contain_text("Today is heavy for Maya")
    maya.goto(f"/with/{match}/")
    maya.wait_for_selector("[data-room][data-ready]", state="attached")
    maya.fill("#words", "here, a bit under the blanket")
    maya.click("[data-send]")
    expect(jonas.locator("[data-log]").get_by_text("under the blanket")).to_be_visible()
    line.get_by_role("link", name="What helps").click()
    expect(jonas.get_by_role("heading", name="Today is heavy for Maya")).to_be_visible()


def test_a_mentor_of_two_sees_whose_day_is_heavy_on_the_page_of_their_homes(both):
    maya, jonas, _match = both
    jonas.goto("/")
    expect(jonas.get_by_text("Today is heavy for Ravi.")).to_be_visible()  # as the demo has it
    line = jonas.get_by_text("Today is heavy for Maya.")
    expect(line).to_have_count(0)
    is_live(jonas)
    say(maya)
    expect(line).to_be_visible()
    assert axe_finds(jonas) == []
    maya.get_by_role("button", name="Take it back").click()
    expect(line).to_have_count(0)


def test_on_the_page_of_one_the_way_to_the_other_says_at_once_that_today_is_heavy_for_them(both):
    maya, jonas, match = both
    jonas.goto("/")
    jonas.get_by_role("link", name="You and Ravi").click()
    to_maya = jonas.locator(f".walks a[href='/home/{match}/']")
    expect(to_maya).not_to_contain_text("heavy")
    is_live(jonas)
    say(maya)
    expect(to_maya).to_contain_text("Today is heavy")
    assert axe_finds(jonas) == []
    maya.get_by_role("button", name="Take it back").click()
    expect(to_maya).not_to_contain_text("heavy")


def test_on_ones_own_way_a_heavy_day_is_a_quiet_mark_and_removed_it_is_gone(both):
    maya, jonas, match = both
    remove_the_latest(maya)
    maya.goto("/journey/")
    before = maya.locator(".mark--heavy").count()
    say(maya)
    maya.goto("/journey/")
    expect(maya.locator(".mark--heavy")).to_have_count(before + 1)
    mark = maya.locator(".mark--heavy").first
    expect(mark).to_contain_text("A heavy day")
    expect(mark).to_contain_text("You told Jonas")
    assert axe_finds(maya) == []
    jonas.goto(f"/with/{match}/journey/")
    expect(jonas.locator(".mark--heavy")).to_have_count(0)
    mark.get_by_role("link", name="A heavy day").click()
    maya.wait_for_url("**/heavy/days/")
    assert remove_the_latest(maya) == 1
    maya.goto("/journey/")
    expect(maya.locator(".mark--heavy")).to_have_count(before)


def test_one_press_of_the_other_arrives_on_the_open_page(both):
    maya, jonas, match = both
    say(maya)
    is_live(maya)
    jonas.goto(f"/with/{match}/heavy/")
    jonas.get_by_role("button", name=re.compile("you are thinking of them")).click()
    expect(jonas.get_by_text("Maya can see that you are thinking of them.")).to_be_visible()
    expect(maya.get_by_text("Jonas is thinking of you.")).to_be_visible()


def test_words_are_shown_only_when_they_are_given_and_arrive_on_the_open_page(both):
    maya, jonas, match = both
    say(maya)
    maya.get_by_label("What it is like").fill("like wet sand in both pockets")
    maya.get_by_role("button", name="Only for yourself").click()
    expect(maya.get_by_text("nobody else reads them")).to_be_visible()
    jonas.goto(f"/with/{match}/heavy/")
    expect(jonas.get_by_text("wet sand")).to_have_count(0)
    is_live(jonas)
    maya.get_by_role("button", name="Let Jonas read them").click()
    expect(jonas.get_by_text("like wet sand in both pockets")).to_be_visible()


def test_a_mentor_has_heavy_days_too(both):
    maya, jonas, match = both
    maya.goto("/")
    is_live(maya)
    jonas.goto(f"/home/{match}/")
    jonas.get_by_role("button", name="Today is heavy").click()
    jonas.wait_for_url("**/heavy/")
    expect(maya.get_by_role("heading", name="Today is heavy for Jonas")).to_be_visible()
    maya.get_by_role("link", name="What helps on such a day").click()
    expect(maya.get_by_text("It is yours to know, and not yours to carry.")).to_be_visible()
    lighten(jonas)


def test_something_given_lies_in_the_box_and_can_be_taken_out(both):
    maya, jonas, match = both
    jonas.goto(f"/with/{match}/hope/")
    jonas.get_by_role("main").get_by_role("link", name="Words", exact=True).click()
    jonas.get_by_label("The words").fill("You laughed at your own joke before you told it.")
    jonas.get_by_role("button", name="Put it into their box").click()
    expect(jonas.get_by_text("It is in the box.")).to_be_visible()
    maya.goto("/hope/")
    given = maya.locator("article").filter(has_text="before you told it")
    press(given.get_by_role("link", name="Take it out"))
    maya.get_by_role("button", name="Take it out").click()
    maya.wait_for_url("**/hope/")
    expect(maya.get_by_text("before you told it")).to_have_count(0)


def test_without_a_network_the_press_says_honestly_that_nobody_was_told_and_where_help_is(both):
    maya, jonas, _match = both
    maya.goto("/")
    worker_is_ready(maya)
    go_offline(maya)
    maya.get_by_role("button", name="Today is heavy").click()
    note = maya.get_by_role("alert").filter(has_text="nobody has been told")
    expect(note).to_be_visible()
    note.get_by_role("link", name="Help now").click()
    expect(maya.get_by_role("heading", name="You are not alone")).to_be_visible()
    go_online(maya)
    maya.goto("/heavy/")
    expect(maya.get_by_text("does not know about today")).to_be_visible()


def test_words_typed_without_a_network_are_said_to_stay_and_do(maya: Page):
    maya.goto("/heavy/")
    words = maya.get_by_label("What it is like")
    words.fill("grey")
    maya.get_by_role("button", name="Only for yourself").click()
    maya.wait_for_url("**/heavy/#words")
    words.fill("grey, and long")
    go_offline(maya)
    maya.get_by_role("button", name="Only for yourself").click()
    expect(maya.get_by_role("alert").filter(has_text="What you typed stays here")).to_be_in_viewport()
    go_online(maya)
    maya.goto("/heavy/")
    expect(words).to_have_value("grey, and long")


def test_all_of_it_works_without_a_script(context: Callable[..., BrowserContext], maya: Page):
    match = match_of(maya)
    plain = context(java_script_enabled=False).new_page()
    plain.context.add_cookies(maya.context.cookies())
    plain.goto("/")
    plain.get_by_role("button", name="Today is heavy").click()
    expect(plain.get_by_role("heading", name="You are not alone with it")).to_be_visible()
    plain.get_by_label("What it is like").fill("plain words")
    plain.get_by_role("button", name="Let Jonas read them").click()
    expect(plain.get_by_text("Jonas can read them too")).to_be_visible()
    plain.goto("/hope/put-in/song/")
    plain.get_by_label("The song").fill("A song without a script")
    plain.get_by_role("button", name="Put it into your box").click()
    expect(plain.get_by_text("A song without a script")).to_be_visible()
    plain.goto(f"/with/{match}/hope/")
    expect(plain.get_by_role("heading", name="Hope for each other")).to_be_visible()


def test_by_keyboard_alone_from_home_to_a_number(maya: Page):
    maya.goto("/")
    button = maya.get_by_role("button", name="Today is heavy")
    button.focus()
    maya.keyboard.press("Enter")
    maya.wait_for_url("**/heavy/")
    link = maya.get_by_role("main").get_by_role("link", name="Help now")
    for _ in range(25):
        if link.evaluate("node => node === document.activeElement"):
            break
        maya.keyboard.press("Tab")
    maya.keyboard.press("Enter")
    maya.wait_for_url("**/help/")
    expect(maya.locator("a[href^='tel:']").first).to_be_visible()


def test_a_press_that_gets_no_answer_does_not_leave_anybody_waiting(both):
    maya, _jonas, _match = both
    maya.goto("/")
    maya.wait_for_load_state("networkidle")
    # Playwright itself waits for a page that is on its way, so the page says what it shows.
    maya.evaluate(
        """() => new MutationObserver(() => {
            const note = document.querySelector("form > [role=alert]");
            if (note) console.log(`shown: ${note.textContent} ${note.querySelector("a")?.pathname}`);
        }).observe(document.body, { childList: true, subtree: true })"""
    )
    maya.context.route("**/heavy/say/", lambda route: None)  # it never comes back
    with maya.expect_console_message(lambda message: "shown:" in message.text) as shown:
        maya.get_by_role("button", name="Today is heavy").click(no_wait_after=True)
    assert "it may not have arrived yet" in shown.value.text
    assert shown.value.text.endswith("/help/")
