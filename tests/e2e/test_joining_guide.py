"""The role learned in ten minutes, in a real browser: by keyboard, without a script, two staff at once."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.e2e.waits import go_offline, go_online, press

KITCHEN = "/guide/with-or-over/situation-1-kitchen/"
WORDS = "What would you write?"


def test_from_home_a_mentor_walks_the_guide_to_its_end(as_person: Callable[..., Page]) -> None:
    theo = as_person("Theo")
    press(theo.get_by_role("link", name="The role, in ten minutes"))
    press(theo.get_by_role("link", name="Three things you are Two"))
    for _stop in range(20):
        onward = theo.get_by_role("link", name="Go on:")
        if not onward.count():
            break
        press(onward)
    expect(theo.get_by_role("heading", level=1)).to_have_text("“I’ve got it from here”")


def test_sorting_by_keyboard_tells_why_at_once(as_person: Callable[..., Page]) -> None:
    jonas = as_person("Jonas")
    jonas.goto(KITCHEN)
    expect(jonas.get_by_role("button", name="Hear why")).to_be_hidden()  # with a script nobody needs it
    sentence = jonas.get_by_role("group", name="What is it like, when you stand there?")
    sentence.get_by_role("radio", name="walks with").focus()
    jonas.keyboard.press("Space")
    expect(sentence.get_by_role("status")).to_contain_text("Yes, it walks with them.")
    jonas.keyboard.press("ArrowRight")
    expect(sentence.get_by_role("radio", name="talks over")).to_be_checked()
    expect(sentence.get_by_role("status")).to_contain_text("Listen once more")
    expect(sentence.get_by_role("status")).to_contain_text("A real question about the feeling")


def test_own_words_are_answered_and_stay_in_the_field(as_person: Callable[..., Page]) -> None:
    jonas = as_person("Jonas")
    jonas.goto(KITCHEN)
    sentence = jonas.get_by_role("group", name="Just do ten plates tonight")
    sentence.get_by_role("radio", name="talks over").check()
    jonas.get_by_label(WORDS).fill("That sounds so heavy. I'm here tonight. You should just call a cleaner.")
    jonas.get_by_role("button", name="How does it come across?").click()
    expect(jonas.get_by_role("heading", name="This walks with them")).to_be_visible()
    expect(jonas.get_by_role("heading", name="One thing to listen to once more")).to_be_visible()
    expect(jonas.get_by_role("heading", name="In your own words")).to_be_in_viewport()
    expect(jonas.get_by_label(WORDS)).to_have_value(re.compile("call a cleaner"))
    expect(sentence.get_by_role("status")).to_contain_text("Yes, it talks over them.")
    kept = jonas.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "cleaner" not in kept  # not on the device either


def test_own_words_survive_having_no_network(as_person: Callable[..., Page]) -> None:
    jonas = as_person("Jonas")
    jonas.goto(KITCHEN)
    jonas.get_by_label(WORDS).fill("I'm here tonight.")
    go_offline(jonas)
    jonas.get_by_role("button", name="How does it come across?").click()
    expect(jonas.get_by_text("You are offline just now")).to_be_visible()
    expect(jonas.get_by_label(WORDS)).to_have_value("I'm here tonight.")
    go_online(jonas)


def test_without_a_script_one_sorts_hears_why_and_tries(as_person: Callable[..., Page]) -> None:
    jonas = as_person("Jonas", java_script_enabled=False)
    jonas.goto(KITCHEN)
    jonas.get_by_role("group", name="Just do ten plates tonight").get_by_label("walks with").check()
    jonas.get_by_label(WORDS).fill("I'm here tonight.")
    jonas.get_by_role("button", name="Hear why").click()
    expect(jonas.get_by_text("It sounds kind, and it talks over them.")).to_be_visible()
    expect(jonas.get_by_label(WORDS)).to_have_value("I'm here tonight.")
    jonas.get_by_role("button", name="How does it come across?").click()
    expect(jonas.get_by_text("You say that you are there.")).to_be_visible()


def test_a_mentee_finds_what_to_expect_and_what_their_mentor_learned(as_person: Callable[..., Page]) -> None:
    noor = as_person("Noor")
    noor.get_by_role("link", name="What to expect").click()
    expect(noor.get_by_role("heading", name="What the companion is")).to_be_visible()
    noor.get_by_role("link", name="See what your mentor has learned").click()
    expect(noor.get_by_role("link", name="The kitchen")).to_be_visible()


def test_a_mentor_goes_from_home_to_home(as_person: Callable[..., Page]) -> None:
    jonas = as_person("Jonas")
    jonas.get_by_role("link", name="You and Maya").click()
    homes = jonas.get_by_role("navigation", name="The people you walk with")
    expect(homes.get_by_role("link", name="Maya")).to_have_attribute("aria-current", "page")
    homes.get_by_role("link", name="Ravi").click()
    expect(jonas.get_by_role("heading", level=1)).to_have_text("You and Ravi")


def test_two_staff_at_once_lose_nothing(as_person: Callable[..., Page]) -> None:
    page = "/staff/words/from-here/"
    ines, ben = as_person("Ines"), as_person("Ben")
    for person in (ines, ben):
        person.goto(page)
    theirs, mine = (f"# From here\n\n{name} wrote this.\n\n## One\n\nWords.\n" for name in ("Ben", "Ines"))
    ben.get_by_label("The words, as Markdown").fill(theirs)
    press(ben.get_by_role("button", name="Keep"))
    expect(ben.get_by_text("Everybody reads it like this from now on")).to_be_visible()
    ines.get_by_label("The words, as Markdown").fill(mine)
    ines.get_by_role("button", name="See how it looks").click()
    expect(ines.get_by_role("heading", name="How it would look")).to_be_visible()
    ines.get_by_role("button", name="Keep").click()
    expect(ines.get_by_role("heading", name="Ben changed this while you were writing")).to_be_visible()
    expect(ines.get_by_label("The words, as Markdown")).to_have_value(mine)
    ines.get_by_role("button", name="Keep").click()
    expect(ines.get_by_text("Everybody reads it like this from now on")).to_be_visible()
    ines.get_by_role("link", name="Every version").click()
    ines.get_by_role("link", name="As it was shipped").click()
    ines.get_by_role("button", name="Let this one stand again").click()
    expect(ines.get_by_text("every version is kept")).to_be_visible()


def test_what_staff_typed_waits_on_the_device(as_person: Callable[..., Page]) -> None:
    ines = as_person("Ines")
    ines.goto("/staff/words/what-you-are/")
    field = ines.get_by_label("The words, as Markdown")
    before = field.input_value()
    field.fill(before + "\n\nHalf a thought")
    ines.goto("/staff/words/")
    ines.goto("/staff/words/what-you-are/")
    expect(field).to_have_value(before)  # nothing is put over what stands there now
    ines.get_by_role("button", name="Bring them back").click()
    expect(field).to_have_value(before + "\n\nHalf a thought")
