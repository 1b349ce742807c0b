"""The companion in the composer: for the mentor alone, in place, and never in the way."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import DESKTOP
from tests.e2e.test_conversation_live import enter_room, ready, said
from tests.e2e.waits import press, until

DRAFT = "That sounds heavy. You should call your doctor tomorrow. I am here tonight."


@pytest.fixture
def jonas(as_person):
    room = enter_room(as_person("Maya"))
    page = as_person("Jonas", viewport=DESKTOP)  # in the demo he has it on
    page.goto(room)
    ready(page)
    page.fill("#words", "")
    return page


def test_it_marks_in_place_praises_first_and_opens_one_note(jonas):
    jonas.fill("#words", DRAFT)
    over = jonas.locator(".companion-mark--over")
    expect(over).to_have_text("You should call your doctor tomorrow.")
    expect(jonas.locator(".companion-mark--with").first).to_be_attached()
    expect(jonas.locator("[data-praise]")).not_to_be_empty()
    jonas.keyboard.press("Alt+n")
    note = jonas.locator("[data-note]")
    expect(note).to_be_visible()
    expect(note).to_contain_text("You should call your doctor tomorrow.")
    jonas.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(jonas.locator("#words")).to_be_focused()
    expect(jonas.locator("#words")).to_have_value(DRAFT)  # it labels, it does not write


def test_the_marks_lie_under_their_words_and_nothing_moves(jonas):
    words = jonas.locator("#words")
    jonas.fill("#words", DRAFT)
    before = words.bounding_box()
    expect(jonas.locator(".companion-mark--over")).to_be_attached()
    assert words.bounding_box() == before
    mirror = jonas.locator(".companion-mirror > div")
    assert mirror.bounding_box()["width"] == pytest.approx(before["width"], abs=1)
    assert mirror.evaluate("e => e.scrollHeight") == pytest.approx(
        words.evaluate("e => e.scrollHeight"), abs=4
    )


def place_cursor(page, after):
    page.locator("#words").evaluate(
        """(box, after) => {
          const at = box.value.indexOf(after) + after.length;
          box.focus();
          box.setSelectionRange(at, at);
        }""",
        after,
    )


def test_a_mark_goes_as_soon_as_its_own_sentence_changes(jonas):
    jonas.fill("#words", DRAFT)
    expect(jonas.locator("[data-open-note]")).to_be_visible()
    jonas.route("**/companion/", lambda route: None)  # no new reading comes
    place_cursor(jonas, "call your")
    jonas.keyboard.type(" kind")
    expect(jonas.locator(".companion-mark--over")).to_have_count(0)
    expect(jonas.locator("[data-open-note]")).to_be_hidden()
    expect(jonas.locator(".companion-mark--with").first).to_have_text("That sounds heavy.")


def test_as_one_types_on_the_marks_of_other_sentences_stay_under_their_words(jonas):
    jonas.fill("#words", DRAFT)
    expect(jonas.locator("[data-open-note]")).to_be_visible()
    jonas.route("**/companion/", lambda route: None)
    place_cursor(jonas, "That sounds heavy.")
    jonas.keyboard.type(" I mean it.")
    expect(jonas.locator(".companion-mark--over")).to_have_text("You should call your doctor tomorrow.")
    expect(jonas.locator("[data-open-note]")).to_be_visible()
    jonas.keyboard.press("Alt+n")
    expect(jonas.locator("[data-sentence]")).to_have_text("You should call your doctor tomorrow.")


def test_marks_come_soon_after_a_pause(jonas, record_property):
    jonas.fill("#words", "")
    took = jonas.evaluate(
        """async (draft) => {
          const words = document.querySelector("#words");
          words.value = draft;
          words.dispatchEvent(new InputEvent("input", { bubbles: true }));
          const begun = performance.now();
          while (!document.querySelector(".companion-mark--over")) {
            if (performance.now() - begun > 60000) return null;
            await new Promise((done) => requestAnimationFrame(done));
          }
          return performance.now() - begun;
        }""",
        DRAFT,
    )
    assert took is not None
    record_property("marks_ms_after_typing_the_pause_included", round(took))


def test_do_not_tell_me_again_is_kept_on_this_device_alone(jonas):
    requests = []
    jonas.fill("#words", DRAFT)
    jonas.locator("[data-open-note]").click()
    jonas.on("request", lambda request: requests.append(request.post_data or ""))
    jonas.locator("[data-never]").click()
    expect(jonas.locator("[data-open-note]")).to_be_hidden()
    jonas.reload()
    ready(jonas)
    jonas.fill("#words", DRAFT + " Really.")
    expect(jonas.locator(".companion-mark--with").first).to_be_attached()
    expect(jonas.locator(".companion-mark--over")).to_have_count(0)
    assert not any("ADVISE" in data for data in requests)


def test_do_not_tell_me_again_is_answered_and_says_where_to_undo_it(jonas):
    jonas.fill("#words", DRAFT)
    jonas.locator("[data-open-note]").click()
    before = jonas.locator("#words").bounding_box()
    jonas.locator("[data-never]").click()
    answer = jonas.get_by_role("status").get_by_text("not marked any more, on this device")
    expect(answer).to_be_visible()
    assert jonas.locator("#words").bounding_box() == before
    expect(jonas.locator("#words")).to_be_focused()
    jonas.keyboard.type(" ")
    expect(answer).to_have_count(0)
    jonas.evaluate("localStorage.clear()")
    jonas.keyboard.type("Really.")
    jonas.locator("[data-open-note]").click()
    jonas.locator("[data-never]").click()
    answer.get_by_role("link", name="Hear them again").click()
    expect(jonas.get_by_role("button", name="Hear all of them again")).to_be_visible()
    jonas.evaluate("localStorage.clear()")


def test_the_answer_to_it_makes_room_for_what_opens_in_its_place(jonas):
    jonas.fill("#words", DRAFT)
    jonas.locator("[data-open-note]").click()
    jonas.locator("[data-never]").click()
    answer = jonas.get_by_text("not marked any more, on this device")
    expect(answer).to_be_visible()
    jonas.locator("[data-strength] summary").click()
    expect(answer).to_have_count(0, timeout=10_000)  # by itself it goes after 15 s
    jonas.evaluate("localStorage.clear()")


def test_a_muted_label_leaves_the_next_note_to_be_shown(jonas):
    both = {"You should call your doctor.", "At least you have a job."}
    jonas.fill("#words", " ".join(sorted(both)))
    over = jonas.locator(".companion-mark--over")
    expect(over).to_have_count(1)
    first = over.inner_text()
    jonas.locator("[data-open-note]").click()
    jonas.locator("[data-never]").click()
    expect(over).to_have_text(list(both - {first}))
    jonas.evaluate("localStorage.clear()")


def test_it_never_delays_or_blocks_sending(jonas):
    jonas.route("**/companion/", lambda route: None)  # never answered
    with jonas.expect_request("**/companion/"):
        jonas.fill("#words", "You should sleep. (sent at once)")
    jonas.keyboard.press("Enter")
    expect(said(jonas, "sent at once")).to_have_count(1)


def test_a_mentee_has_no_companion(as_person):
    maya = as_person("Maya")
    enter_room(maya)
    assert maya.locator("[data-companion]").count() == 0


def test_its_mentor_turns_it_off_and_on_again_and_the_other_is_told_the_same_all_the_while(jonas, as_person):
    room = jonas.url
    maya = as_person("Maya")
    enter_room(maya)
    told = "Jonas can have a companion read their own drafts before they are sent."
    expect(maya.locator("[data-beginning]")).to_contain_text(told)
    jonas.goto("/companion/")
    press(jonas.get_by_role("button", name="Turn it off"))
    try:
        jonas.goto(room)
        ready(jonas)
        expect(jonas.locator("[data-companion]")).to_have_count(0)
        maya.reload()
        expect(maya.locator("[data-beginning]")).to_contain_text(told)
    finally:
        jonas.goto("/companion/")
        press(jonas.get_by_role("button", name="Turn it on"))
    jonas.goto(room)
    expect(jonas.locator("[data-companion]")).to_have_count(1)


@pytest.mark.parametrize("size", [(320, 568), (844, 390), (390, 480)], ids=["small", "landscape", "keyboard"])
def test_the_note_fits_where_there_is_little_room(jonas, size):
    """It begins below the bar at the top, and its buttons can be reached by scrolling in it."""
    jonas.set_viewport_size({"width": size[0], "height": size[1]})
    jonas.fill("#words", DRAFT)
    jonas.locator("[data-open-note]").click()
    bar, note = jonas.locator(".top-bar"), jonas.locator("[data-note]")
    until(jonas, lambda: note.bounding_box()["y"] >= bar.bounding_box()["y"] + bar.bounding_box()["height"])
    expect(jonas.locator("[data-sentence]")).to_be_in_viewport()
    jonas.locator("[data-close-note]").click()
    expect(jonas.locator("[data-note]")).to_be_hidden()


def test_what_was_not_to_be_told_again_can_be_heard_again(jonas):
    room = jonas.url
    jonas.goto("/companion/")
    again = jonas.get_by_role("button", name="Hear all of them again")
    expect(again).to_be_hidden()
    jonas.goto(room)
    ready(jonas)
    jonas.fill("#words", DRAFT)
    jonas.locator("[data-open-note]").click()
    jonas.locator("[data-never]").click()
    jonas.goto("/companion/")
    again.click()
    expect(jonas.get_by_text("You hear all of them again.")).to_be_focused()
    expect(jonas.get_by_text("some of its notes are silent")).to_have_count(0)
    jonas.goto(room)
    ready(jonas)
    jonas.fill("#words", DRAFT)
    expect(jonas.locator("[data-open-note]")).to_be_visible()
