"""Two people on their way, each in a browser of their own."""

import re
from collections.abc import Callable
from itertools import count

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.conversation.pictures import photo
from tests.e2e.conftest import DESKTOP
from tests.e2e.waits import go_offline, go_online, press

_numbers = count(1)


def fresh(words: str) -> str:
    """Words of this test alone: the demo's server is shared by all of them."""
    return f"{words} ({next(_numbers)})"


def way_of_both(page: Page, name: str) -> str:
    """Go to the way of this person and the other of that name."""
    page.goto("/journey/")
    page.get_by_role("link", name=f"What you and {name} show each other").click()
    page.wait_for_url("**/with/*/journey/")
    live(page)
    return page.url


def live(page: Page) -> None:
    page.wait_for_selector("[data-journey][data-live=live]")


def name_step(page: Page, words: str, *, show_to: str = "", kind: str = "A step, tiny or big") -> str:
    """Put something on one's own way; answers its address."""
    page.goto("/journey/new/")
    page.get_by_label(kind).check()
    page.get_by_label("In your own words").fill(words)
    if show_to:
        page.get_by_label(show_to).check()
    page.get_by_role("button", name="Put it on your way").click()
    page.wait_for_url(re.compile(r"/journey/[0-9a-f-]{36}/$"))
    return page.url


# The glow ends by itself after a moment: here it stays until it was seen.
GLOWS_ON = (
    "() => void addEventListener('animationend', (event) => event.stopPropagation(), { capture: true })"
)


def open_on(page: Page, words: str) -> None:
    page.locator(".mark").filter(has_text=words).locator(".mark__open").click()
    page.wait_for_url(re.compile(r"/with/.*/journey/[0-9a-f-]{36}/$"))


@pytest.fixture
def both(as_person: Callable[..., Page]) -> tuple[Page, Page]:
    """Maya on a phone, Jonas at a desk, both on their way."""
    maya, jonas = as_person("Maya"), as_person("Jonas", viewport=DESKTOP)
    way_of_both(maya, "Jonas")
    way_of_both(jonas, "Maya")
    return maya, jonas


def test_a_step_is_private_until_shown_and_then_appears_on_the_others_open_page(both):
    maya, jonas = both
    words = fresh("Opened the curtains")
    name_step(maya, words)
    expect(maya.get_by_text("does not see it")).to_be_visible()
    maya.get_by_role("button", name="Show it to Jonas").click()
    expect(jonas.get_by_text(words)).to_be_visible()
    expect(jonas.locator("[data-say]")).to_have_text("Something is new on the way.")
    maya.get_by_role("button", name="Keep it to yourself").click()
    expect(jonas.get_by_text(words)).to_have_count(0)


def test_words_and_a_picture_arrive_while_the_owner_looks(both):
    maya, jonas = both
    words, answer = fresh("Rang the doctor"), fresh("I saw how long you carried that number around.")
    name_step(maya, words, show_to="Jonas")
    press(maya.get_by_role("link", name="Look at it together with Jonas"))
    live(maya)
    open_on(jonas, words)
    expect(jonas.get_by_text("nothing needs to follow")).to_be_visible()
    jonas.get_by_label("What you would like to say").fill(answer)
    jonas.get_by_text("Add a picture").click()
    jonas.get_by_label("A picture", exact=False).first.set_input_files(
        {"name": "lake.jpg", "mimeType": "image/jpeg", "buffer": photo()}
    )
    jonas.get_by_role("button", name="Give it to Maya").click()
    expect(maya.get_by_text(answer)).to_be_visible()
    picture = maya.get_by_role("img", name="A picture from Jonas")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth > 0)")


def test_two_lamps_glow_on_both_screens_at_once(both):
    maya, jonas = both
    words = fresh("Made soup")
    name_step(maya, words, show_to="Jonas")
    press(maya.get_by_role("link", name="Look at it together with Jonas"))
    open_on(jonas, words)
    for page in (maya, jonas):
        live(page)
        page.evaluate(GLOWS_ON)
    jonas.get_by_role("button", name="Light a lamp").click()
    expect(maya.locator(".lamps__said")).to_contain_text("Jonas lit a lamp for this")
    expect(maya.locator("[data-say]")).to_contain_text("Jonas lit a lamp for this")  # and it is read out
    expect(jonas.locator(".lantern--lit")).to_have_count(1)
    expect(jonas.locator(".lamps__live")).to_be_visible()
    expect(jonas.locator(".lamps__later")).to_be_hidden()
    maya.get_by_role("button", name="Light a lamp").focus()
    maya.keyboard.press("Enter")
    for page in (maya, jonas):
        expect(page.locator(".glows")).to_have_count(1)
        expect(page.locator(".lantern--lit")).to_have_count(2)
        expect(page.locator("[data-say]")).to_have_text("Both lamps are burning.")
    jonas.get_by_role("button", name="Put out your lamp").click()
    expect(maya.locator(".lantern--lit")).to_have_count(1)


def test_what_was_said_of_a_lamp_goes_with_the_step_it_was_lit_for(both):
    maya, jonas = both
    words = fresh("Opened the curtains")
    own = name_step(maya, words, show_to="Jonas")
    open_on(jonas, words)
    live(jonas)
    jonas.get_by_role("button", name="Light a lamp").click()
    burns = jonas.get_by_text("Your lamp burns. When Maya lights one too")
    expect(jonas.locator("[data-say]")).to_contain_text("Your lamp burns")
    maya.goto(f"{own}take-back/")
    maya.get_by_role("button", name="Take it back").click()
    expect(jonas.get_by_text("This was taken back just now")).to_be_visible()
    expect(burns).to_have_count(0)


def test_a_lamp_is_read_out_once_and_then_stands_in_its_place_alone(both):
    maya, jonas = both
    words = fresh("Watered the plants")
    name_step(maya, words, show_to="Jonas")
    open_on(jonas, words)
    live(jonas)
    jonas.get_by_role("button", name="Light a lamp").click()
    expect(jonas.locator("[data-say]")).to_contain_text("Your lamp burns")
    expect(jonas.locator("[data-say]")).to_be_empty(timeout=20_000)
    expect(jonas.get_by_text("Your lamp burns. When Maya lights one too")).to_have_count(1)


def test_a_step_taken_back_while_it_is_answered_leaves_the_words_with_who_typed_them(both):
    maya, jonas = both
    words, typed = fresh("Told my boss"), fresh("I can hear how much")
    own = name_step(maya, words, show_to="Jonas")
    open_on(jonas, words)
    live(jonas)
    jonas.get_by_label("What you would like to say").fill(typed)
    maya.goto(f"{own}take-back/")
    maya.get_by_role("button", name="Take it back").click()
    expect(jonas.get_by_text("This was taken back just now")).to_be_visible()
    expect(jonas.get_by_text(words)).to_have_count(0)
    expect(jonas.get_by_label("What you would like to say")).to_have_value(typed)
    expect(jonas.get_by_role("button", name="Give it to Maya")).to_be_hidden()
    expect(jonas.get_by_role("link", name="Show it to a person")).to_be_hidden()


def test_an_answer_to_a_step_taken_back_unheard_comes_back_to_who_typed_it(both):
    maya, jonas = both
    words, typed = fresh("Told my sister"), fresh("I was there with you in this")
    own = name_step(maya, words, show_to="Jonas")
    open_on(jonas, words)
    jonas.route_web_socket("**/live/", lambda socket: None)
    jonas.reload()  # a page that hears of nothing
    jonas.get_by_label("What you would like to say").fill(typed)
    maya.goto(f"{own}take-back/")
    press(maya.get_by_role("button", name="Take it back"))
    jonas.get_by_role("button", name="Give it to Maya").click()
    expect(jonas.get_by_role("heading", name="This is not here any more")).to_be_visible()
    expect(jonas.get_by_label("What you typed")).to_have_value(typed)


def test_what_was_noticed_is_the_others_to_say_and_saying_it_privately_shows_nothing(both):
    maya, jonas = both
    noticed, own = fresh("You laughed on the phone"), fresh("laughed, first time in a while")
    press(jonas.get_by_role("link", name="Something you noticed about Maya"))
    jonas.get_by_label("What did you notice?").fill(noticed)
    press(jonas.get_by_role("button", name="Tell Maya"))
    card = maya.locator("section").filter(has_text=noticed)
    expect(card).to_be_visible()
    press(card.get_by_role("link", name="Yes, it was"))
    maya.get_by_label("In your own words").fill(own)
    maya.get_by_role("button", name="Put it on your way").click()
    expect(maya.get_by_text(own)).to_be_visible()
    jonas.reload()
    expect(jonas.locator("#part-mine").get_by_text(noticed, exact=True)).to_be_visible()
    expect(jonas.get_by_text(own)).to_have_count(0)


def test_from_here_is_said_celebrated_and_taken_back(both):
    maya, jonas = both
    hard, said = fresh("The long corridor at work"), fresh("the corridor is only a corridor")
    own = name_step(maya, hard, show_to="Jonas", kind="A hard stretch")
    press(maya.get_by_role("link", name=re.compile("got it from here")))
    maya.get_by_label("In your own words").fill(said)
    press(maya.get_by_role("button", name="I've got it from here"))
    entry = jonas.locator(".mark--from_here").filter(has_text=said)
    expect(entry).to_contain_text(hard)
    press(maya.get_by_role("link", name="Take it back"))
    press(maya.get_by_role("button", name="Take it back"))
    expect(entry).to_have_count(0)
    maya.goto(own)
    expect(maya.get_by_role("link", name=re.compile("got it from here"))).to_be_visible()


def test_without_a_network_words_stay_and_go_when_it_is_back(both):
    maya, jonas = both
    words, typed = fresh("Walked to the sea"), fresh("I would have liked to see your face")
    name_step(maya, words, show_to="Jonas")
    open_on(jonas, words)
    jonas.get_by_label("What you would like to say").fill(typed)
    go_offline(jonas)
    jonas.get_by_role("button", name="Give it to Maya").click()
    expect(jonas.get_by_text("You are offline just now")).to_be_visible()
    go_online(jonas)
    expect(jonas.get_by_text("You are offline just now")).to_be_hidden()
    jonas.get_by_role("button", name="Give it to Maya").click()
    expect(jonas.locator(".given").filter(has_text=typed)).to_be_visible()


def test_everything_works_without_a_script(as_person):
    maya = as_person("Maya", java_script_enabled=False)
    jonas = as_person("Jonas", java_script_enabled=False)
    words, answer = fresh("Washed my hair"), fresh("Good to know you felt the water")
    name_step(maya, words, show_to="Jonas")
    jonas.goto("/journey/")
    press(jonas.get_by_role("link", name="What you and Maya show each other"))
    open_on(jonas, words)
    jonas.get_by_label("What you would like to say").fill(answer)
    press(jonas.get_by_role("button", name="Give it to Maya"))
    press(jonas.get_by_role("button", name="Light a lamp"))
    expect(jonas.get_by_text("You see it when you open this page again.")).to_be_visible()
    expect(jonas.get_by_text("both screens glow")).to_be_hidden()  # nothing glows without a script
    maya.get_by_role("link", name="Look at it together with Jonas").click()
    expect(maya.get_by_text(answer)).to_be_visible()
    maya.get_by_role("button", name="Light a lamp").click()
    expect(maya.get_by_text("Both lamps are burning. You celebrate this together.")).to_be_visible()
    jonas.reload()
    expect(jonas.get_by_text("Both your lamps are burning.")).to_be_visible()


def test_after_the_end_the_owner_keeps_what_is_theirs_and_the_other_sees_nothing(another_pair, as_person):
    bree, otto = (as_person(name) for name in another_pair)
    words = fresh("Signed the lease")
    own = name_step(bree, words, show_to=another_pair[1])
    address = way_of_both(otto, another_pair[0])
    expect(otto.get_by_text(words)).to_be_visible()
    bree.goto("/")
    press(bree.get_by_role("link", name="Pause, leave or stop contact"))
    press(bree.get_by_role("link", name="End this walk"))
    press(bree.locator("main").get_by_role("button"))
    expect(otto.get_by_text(words)).to_have_count(0)  # at once, on the open page
    otto.goto(address)
    expect(otto).to_have_url(re.compile(r"/journey/$"))
    expect(otto.get_by_text(words)).to_have_count(0)
    bree.goto(own)
    expect(bree.get_by_text(words)).to_be_visible()


def test_a_half_typed_step_survives_leaving_the_page(as_person: Callable[..., Page]):
    maya = as_person("Maya")
    typed = fresh("Not sure how to say")
    maya.goto("/journey/new/")
    maya.get_by_label("In your own words").fill(typed)
    maya.goto("/")
    maya.goto("/journey/new/")
    expect(maya.get_by_label("In your own words")).to_have_value(typed)
    press(maya.get_by_role("button", name="Put it on your way"))
    expect(maya.get_by_text(typed)).to_be_visible()
    maya.goto("/journey/new/")
    expect(maya.get_by_label("In your own words")).to_have_value("")


def test_a_signed_out_page_gives_the_words_back(context: Callable[..., BrowserContext], as_person):
    maya = as_person("Maya")
    typed = fresh("Nearly did not write this")
    maya.goto("/journey/new/")
    maya.get_by_label("In your own words").fill(typed)
    maya.context.clear_cookies()
    maya.get_by_role("button", name="Put it on your way").click()
    expect(maya.get_by_text(typed).first).to_be_visible()
