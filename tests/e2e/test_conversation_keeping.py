"""What is typed and sent in a browser that keeps nothing, or keeps it badly."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.test_conversation_live import enter_room, ready, said, write
from tests.e2e.waits import go_offline, go_online, hold, press, until

REFUSES = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };"
NEVER_ANSWERS = "IDBFactory.prototype.open = () => new EventTarget();"
LOCKS_SLOWLY = """{
  const request = navigator.locks.request.bind(navigator.locks);
  const wait = new Promise((done) => (window.giveLocks = done));
  navigator.locks.request = async (...all) => (await wait, request(...all));
}"""
FAILS_LATE = """() => {
  const add = IDBObjectStore.prototype.add;
  IDBObjectStore.prototype.add = function (record) {
    const request = add.call(this, record);
    const wait = () => window.fails ? this.transaction.abort() : (this.count().onsuccess = wait);
    wait();
    return request;
  };
}"""


def is_kept(page, words):
    until(page, lambda: words in page.evaluate("JSON.stringify(localStorage)"))


def drafts(page):
    return page.evaluate("Object.keys(localStorage).filter((key) => key.includes(':draft:'))")


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
    go_offline(maya)
    expect(maya.locator("[data-net]")).to_contain_text("leave this page open")
    go_online(maya)
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
    maya.evaluate("window.fails = true")
    expect(maya.locator("#words")).to_have_value("one\ntwo\nthree, ")
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
    maya.evaluate("window.fails = true")
    expect(maya.locator("#words")).to_have_value("for nobody else")
    maya.wait_for_timeout(400)
    assert drafts(maya) == []


@pytest.mark.parametrize("browser_keeps", ["", REFUSES])
def test_signing_out_on_another_page_leaves_nothing_of_an_open_one_behind(room, browser_keeps):
    maya = room(browser_keeps)
    maya.fill("#words", "for nobody else")
    is_kept(maya, "for nobody else")
    beside = maya.context.new_page()
    beside.goto("/me/")
    press(beside.locator("form[data-sign-out] button").first)
    expect(maya.locator("#words")).to_be_hidden()
    maya.wait_for_url(re.compile("/accounts/login/"))
    assert drafts(maya) == []
    assert "draft" not in maya.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")


def test_what_waits_without_a_network_can_be_let_go_or_changed_before_it_goes(room, as_person):
    maya = room("")
    jonas = as_person("Jonas")
    jonas.goto(maya.url)
    ready(jonas)
    go_offline(maya)
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
    go_online(maya)
    expect(said(jonas, "said well")).to_have_count(1)
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
    go_offline(maya)
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
    go_online(maya)
    expect(said(jonas, "something else")).to_have_count(1)
    sent = jonas.locator("[data-log] .said--theirs .said__words")
    assert sent.all_inner_texts()[-3:] == ["let go by mistake", "stays last", "something else"]


def test_who_stands_on_a_button_while_it_is_tried_again_keeps_their_place(room):
    maya = room("")
    maya.clock.install(time=0)
    maya.clock.pause_at(1000)  # it is tried again when this test says so
    tries = hold(maya, "**/send/")
    write(maya, "not yet")
    until(maya, lambda: tries)
    tries[0].abort()
    waiting = maya.locator("[data-waiting] > li").filter(has_text="not yet")
    change = waiting.get_by_role("button", name="Change it")
    change.focus()
    expect(change).to_be_focused()
    maya.clock.run_for(2000)
    expect(waiting).to_have_attribute("data-state", "sending")
    expect(waiting).to_be_focused()
    until(maya, lambda: len(tries) == 2)
    tries[1].abort()
    expect(change).to_be_visible()
    expect(waiting).to_be_focused()
    waiting.get_by_role("button", name="Let it go").click()
    expect(waiting).to_have_attribute("data-state", "gone")


@pytest.mark.parametrize("arrives", [False, True])
def test_a_press_at_the_moment_it_is_tried_again_is_not_lost(room, arrives):
    words = f"pressed as it went, {arrives}"
    maya = room("")
    tries = hold(maya, "**/send/")
    write(maya, words)
    until(maya, lambda: tries)
    tries[0].abort()
    until(maya, lambda: len(tries) == 2)
    waiting = maya.locator("[data-waiting] > li").filter(has_text=words)
    expect(waiting).to_have_attribute("data-state", "sending")
    waiting.locator("[data-act=drop]").evaluate("button => button.click()")  # before it was seen to hide
    if arrives:
        tries[1].continue_()
        expect(said(maya, words)).to_have_count(1)
        expect(waiting).to_have_count(0)
    else:
        tries[1].abort()
        expect(waiting).to_have_attribute("data-state", "gone")


def test_it_is_not_said_to_be_let_go_where_it_had_arrived_and_only_the_answer_was_lost(room):
    maya = room("")
    tries = hold(maya, "**/send/")
    write(maya, "gone already")
    until(maya, lambda: tries)
    tries[0].fetch()
    tries[0].abort()
    waiting = maya.locator("[data-waiting] > li")
    until(maya, lambda: len(tries) == 2)
    tries[1].abort()
    waiting.get_by_role("button", name="Let it go").click()
    expect(waiting).to_have_attribute("data-state", "gone")
    go_offline(maya)
    go_online(maya)
    expect(said(maya, "gone already")).to_have_count(1)
    expect(waiting).to_have_count(0)


def test_what_is_on_its_way_offers_no_letting_go(room):
    """It may have arrived: then it can be taken back, and not pretended away."""
    maya = room("")
    sending = hold(maya, "**/send/")
    write(maya, "on its way")
    expect(maya.locator("[data-waiting] > li")).to_have_count(1)
    until(maya, lambda: sending)
    expect(maya.get_by_role("button", name="Let it go")).to_be_hidden()
    sending[0].continue_()
    expect(said(maya, "on its way")).to_have_count(1)


def test_an_empty_page_beside_it_does_not_take_a_draft_away(room):
    maya = room("")
    maya.fill("#words", "")
    beside = maya.context.new_page()
    beside.goto(maya.url)
    ready(beside)
    maya.fill("#words", "half a thought")
    is_kept(maya, "half a thought")
    beside.fill("#words", "x")
    beside.fill("#words", "")
    beside.wait_for_timeout(400)
    maya.reload()
    ready(maya)
    expect(maya.locator("#words")).to_have_value("half a thought")
    maya.fill("#words", "")
    until(maya, lambda: drafts(maya) == [])
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
    is_kept(maya, "begun here")
    beside.fill("#words", "begun beside")
    is_kept(beside, "begun beside")
    write(beside, "sent from beside")
    expect(said(beside, "sent from beside")).to_have_count(1)
    beside.fill("#words", "and begun again")
    is_kept(beside, "and begun again")
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
    until(maya, lambda: drafts(maya) == [])


def test_what_a_quick_hand_types_before_the_page_is_ready_does_not_replace_the_draft(room):
    maya = room("")
    maya.fill("#words", "a long thought")
    is_kept(maya, "a long thought")
    maya.add_init_script(LOCKS_SLOWLY)
    maya.reload(wait_until="commit")
    maya.locator("#words").press_sequentially("hi")
    maya.evaluate("giveLocks()")
    ready(maya)
    expect(maya.locator("#words")).to_have_value("hi\na long thought")
