"""What is typed and sent in a browser that keeps nothing, or keeps it badly."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.test_conversation_live import enter_room, ready, said, write

REFUSES = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };"
NEVER_ANSWERS = "IDBFactory.prototype.open = () => new EventTarget();"
LOCKS_SLOWLY = """{
  const request = navigator.locks.request.bind(navigator.locks);
  const wait = () => new Promise((done) => setTimeout(done, 800));
  navigator.locks.request = async (...all) => (await wait(), request(...all));
}"""
FAILS_LATE = """() => {
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (record) {
    const request = add.call(this, record);
    const until = performance.now() + 700;
    const wait = () => performance.now() < until ? (this.count().onsuccess = wait) : this.transaction.abort();
    wait();
    return request;
  };
}"""


@pytest.fixture
def room(as_person):
    """A page of Maya's, in her conversation, in a browser changed by this script."""

    def enter(script: str):
        page = as_person("Maya")
        page.add_init_script(script)
        enter_room(page)
        return page

    return enter


def test_a_browser_that_keeps_nothing_says_so_while_words_wait_and_a_reload_loses_none(room):
    maya = room(REFUSES)
    maya.route("**/send/", lambda route: route.abort())
    write(maya, "kept by a thread")
    expect(maya.locator("[data-net]")).to_be_visible()
    expect(maya.locator("[data-net]")).to_contain_text("leave this page open")
    maya.context.set_offline(True)
    maya.wait_for_timeout(300)
    expect(maya.locator("[data-net]")).to_contain_text("leave this page open")
    maya.context.set_offline(False)
    maya.reload()
    ready(maya)
    expect(maya.locator("#words")).to_have_value("kept by a thread")
    maya.unroute("**/send/")
    maya.click("[data-send]")
    expect(said(maya, "kept by a thread")).to_have_count(1)
    expect(maya.locator("[data-net]")).to_be_hidden()
    maya.reload()
    ready(maya)
    expect(maya.locator("#words")).to_have_value("")


def test_a_storage_that_never_answers_does_not_keep_the_room_from_opening(room):
    maya = room(NEVER_ANSWERS)
    write(maya, "and yet it goes")
    expect(said(maya, "and yet it goes")).to_have_count(1)


def test_words_that_could_not_be_kept_come_back_in_their_order_before_what_was_typed_since(room):
    maya = room("")
    maya.fill("#words", "")
    maya.evaluate(FAILS_LATE)
    for words in ("one", "two"):
        maya.keyboard.type(words)
        maya.keyboard.press("Control+Enter")
    maya.keyboard.type("three, ")
    expect(maya.locator("#words")).to_have_value("one\ntwo\nthree, ", timeout=10_000)
    maya.keyboard.type("typed on")
    expect(maya.locator("#words")).to_have_value("one\ntwo\nthree, typed on")
    maya.fill("#words", "")


def test_what_comes_back_while_somebody_signs_out_is_left_nowhere_on_the_device(room):
    maya = room("")
    maya.fill("#words", "")
    maya.evaluate(FAILS_LATE)
    maya.keyboard.type("for nobody else")
    maya.keyboard.press("Control+Enter")
    maya.evaluate("() => void dispatchEvent(new CustomEvent('walkalong:signing-out'))")
    expect(maya.locator("#words")).to_have_value("for nobody else", timeout=10_000)
    maya.wait_for_timeout(400)
    assert maya.evaluate("Object.keys(localStorage).filter((key) => key.includes(':draft:'))") == []


def test_what_waits_without_a_network_can_be_let_go_or_changed_before_it_goes(room, as_person):
    maya = room("")
    jonas = as_person("Jonas")
    jonas.goto(maya.url)
    ready(jonas)
    maya.context.set_offline(True)
    for words in ("said in anger", "said to hastily", "said well"):
        write(maya, words)
    waiting = maya.locator("[data-waiting] > li:not([data-state=gone])")
    expect(waiting).to_have_count(3)
    waiting.filter(has_text="anger").get_by_role("button", name="Let it go").click()
    expect(waiting).to_have_count(2)
    expect(maya.locator("[data-state=gone]")).to_be_focused()  # and not lost with the button
    waiting.filter(has_text="hastily").get_by_role("button", name="Change it").click()
    expect(waiting).to_have_count(1)
    expect(maya.locator("#words")).to_have_value("said to hastily")
    expect(maya.locator("#words")).to_be_focused()
    expect(maya.locator("[data-state=gone]")).to_have_count(1)  # what is in the field again was not let go
    maya.context.set_offline(False)
    expect(said(jonas, "said well")).to_have_count(1, timeout=40_000)
    maya.reload()
    expect(said(maya, "said well")).to_have_count(1)
    for words in ("said in anger", "said to hastily"):
        expect(said(maya, words)).to_have_count(0)
    maya.fill("#words", "")


def test_what_was_let_go_can_be_brought_back_to_its_place_until_something_else_is_sent(room, as_person):
    maya = room("")
    jonas = as_person("Jonas")
    jonas.goto(maya.url)
    ready(jonas)
    maya.context.set_offline(True)
    for words in ("let go by mistake", "let go for good", "stays last"):
        write(maya, words)
    waiting = maya.locator("[data-waiting] > li")
    for number in (0, 1):
        waiting.nth(number).get_by_role("button", name="Let it go").click()
    gone = maya.locator("[data-state=gone]")
    expect(gone).to_have_text([re.compile("You let this go.")] * 2)
    expect(maya.get_by_text("let go by mistake")).to_be_hidden()
    waiting.first.get_by_role("button", name="Bring it back").press("Enter")
    expect(gone).to_have_count(1)
    expect(waiting.first).to_be_focused()
    expect(waiting.first).to_contain_text("let go by mistake")
    write(maya, "something else")
    expect(gone).to_have_count(0)
    maya.context.set_offline(False)
    expect(said(jonas, "something else")).to_have_count(1, timeout=40_000)
    sent = jonas.locator("[data-log] .said--theirs .said__words")
    assert sent.all_inner_texts()[-3:] == ["let go by mistake", "stays last", "something else"]


def test_who_stands_on_a_button_while_it_is_tried_again_keeps_their_place(room):
    maya = room("")
    tries = []

    def refused(route):
        tries.append(1)
        maya.wait_for_timeout(50 if len(tries) == 1 else 1500)
        route.abort()

    maya.route("**/send/", refused)
    write(maya, "not yet")
    waiting = maya.locator("[data-waiting] > li").filter(has_text="not yet")
    change = waiting.get_by_role("button", name="Change it")
    change.focus()
    expect(waiting).to_have_attribute("data-state", "sending")
    expect(waiting).to_be_focused()
    expect(change).to_be_visible()
    expect(waiting).to_be_focused()
    waiting.get_by_role("button", name="Let it go").click()
    expect(waiting).to_have_attribute("data-state", "gone")


def test_what_is_on_its_way_offers_no_letting_go(room):
    """It may have arrived: then it can be taken back, and not pretended away."""
    maya = room("")
    maya.route("**/send/", lambda route: (maya.wait_for_timeout(1500), route.continue_()))
    write(maya, "on its way")
    expect(maya.locator("[data-waiting] > li")).to_have_count(1)
    expect(maya.get_by_role("button", name="Let it go")).to_be_hidden()
    expect(said(maya, "on its way")).to_have_count(1)


def test_an_empty_page_beside_it_does_not_take_a_draft_away(room):
    maya = room("")
    maya.fill("#words", "")
    beside = maya.context.new_page()
    beside.goto(maya.url)
    ready(beside)
    maya.fill("#words", "half a thought")
    maya.wait_for_timeout(400)
    beside.fill("#words", "x")
    beside.fill("#words", "")
    beside.wait_for_timeout(400)
    maya.reload()
    ready(maya)
    expect(maya.locator("#words")).to_have_value("half a thought")
    maya.fill("#words", "")
    maya.wait_for_timeout(400)
    maya.reload()
    ready(maya)
    expect(maya.locator("#words")).to_have_value("")


def test_two_pages_keep_a_draft_each_whatever_the_other_sends_and_a_closed_one_is_taken_up(room):
    maya = room("")
    maya.fill("#words", "")
    beside = maya.context.new_page()
    beside.goto(maya.url)
    ready(beside)
    maya.fill("#words", "begun here")
    maya.wait_for_timeout(400)
    beside.fill("#words", "begun beside")
    beside.wait_for_timeout(400)
    write(beside, "sent from beside")
    expect(said(beside, "sent from beside")).to_have_count(1)
    beside.fill("#words", "and begun again")
    beside.wait_for_timeout(400)
    for page, words in ((maya, "begun here"), (beside, "and begun again"), (maya, "begun here")):
        page.reload()
        ready(page)
        expect(page.locator("#words")).to_have_value(words)
    beside.close()
    later = maya.context.new_page()
    later.goto(maya.url)
    ready(later)
    expect(later.locator("#words")).to_have_value("and begun again")
    for page in (later, maya):
        page.fill("#words", "")
        page.wait_for_timeout(400)
    assert maya.evaluate("Object.keys(localStorage).filter((key) => key.includes(':draft:'))") == []


def test_what_a_quick_hand_types_before_the_page_is_ready_does_not_replace_the_draft(room):
    maya = room("")
    maya.fill("#words", "a long thought")
    maya.wait_for_timeout(400)
    maya.add_init_script(LOCKS_SLOWLY)
    maya.reload(wait_until="commit")
    maya.locator("#words").press_sequentially("hi")
    ready(maya)
    expect(maya.locator("#words")).to_have_value("hi\na long thought")
    maya.fill("#words", "")
    maya.wait_for_timeout(400)
