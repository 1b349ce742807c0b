"""A person's journey keys are destroyed: every page answers as if nothing of theirs had ever been there."""

from uuid import uuid4

import pytest

from tests.conversation.pictures import photo
from tests.factories import sign_in
from tests.factories_match import make_match
from tests.security.world import Address, World, addresses, make_world, things_of_each
from walkalong.foundation.crypto.services import erase_keys
from walkalong.journey.heavy.kinds import HopeKind
from walkalong.journey.heavy.services import keep_words, put_into_hope_box, say_today_is_heavy
from walkalong.journey.recall.queries import offered_to_me
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.models import Step
from walkalong.journey.steps.services import name_step, say_from_here
from walkalong.journey.steps.way import AT_ONCE

JOURNEY = [address for address in addresses() if address.name.startswith("journey:")]
THINGS = ("step_id", "celebration_id", "noticing_id", "day_id", "hope_id", "piece_id")
LISTS = ("journey:way", "journey:both", "journey:hope_box", "journey:heavy_days", "journey:story")
MARKS = (*(f"mark--{kind}" for kind in (*Kind.values, "heavy")), "heavy-words", "hope-item", "Remove<")
SAID = ("opened it", "seen", "a bridge", "up too late", "got it", "your bridge")


@pytest.fixture
def world(db: None) -> World:
    """Both have one thing of each kind and show it; then Maya's keys are gone, as after an erasure."""
    world = make_world()
    match = world.match
    each = things_of_each(world)
    world.things |= {name: each[name]["mentee"] for name in THINGS}
    world.things["noticing_id"] = each["noticing_id"]["mentor"]  # what she noticed about him
    hard = name_step(by=match.mentee, kind=Kind.HARD, words="opened it", share_with=[match])
    say_from_here(by=match.mentee, step=hard, words="got it", share_with=[match])
    say_today_is_heavy(by=match.mentee, match=match)
    keep_words(by=match.mentee, words="up too late", shown_in=match)
    kept = {"kind": HopeKind.PICTURE, "picture": photo(), "press_id": uuid4()}
    put_into_hope_box(by=match.mentor, words="your bridge", given_in=match, **kept)
    erase_keys(scope_prefix=f"person:{match.mentee_id}:")
    Step.objects.filter(owner=match.mentor).delete()  # what is left on any page is then Maya's
    return world


@pytest.mark.parametrize("role", ["mentee", "mentor"])
@pytest.mark.parametrize("address", JOURNEY, ids=lambda address: address.name)
def test_no_page_breaks(address: Address, role: str, world: World) -> None:
    world.things |= {"hope_kind": "words"}
    for method in ("get", "post"):
        answer = getattr(world.client(role), method)(world.path(address))
        assert answer.status_code < 500
        if answer.status_code != 405 and set(address.converters) & set(THINGS):
            assert answer.status_code == 404, method


@pytest.mark.parametrize("role", ["mentee", "mentor"])
@pytest.mark.parametrize("name", LISTS)
def test_lists_stand_as_if_nothing_were_there(name: str, role: str, world: World) -> None:
    (address,) = (one for one in JOURNEY if one.name == name)
    page = world.client(role).get(world.path(address))
    main = page.content.decode().split("<main")[1]
    assert page.status_code == 200
    if role == "mentee" or name == "journey:both":
        assert not [mark for mark in MARKS if mark in main]
        assert not [words for words in SAID if words in main]


def test_the_page_of_the_two_and_their_room_stand_too(world: World) -> None:
    for role in ("mentee", "mentor"):
        for path in (f"/home/{world.match.pk}/", f"/with/{world.match.pk}/", "/"):
            answer = world.client(role).get(path, follow=True)
            assert answer.status_code == 200
    assert "Today is heavy for Maya" not in world.client("mentor").get("/").content.decode()


def test_what_is_said_afterwards_is_there_and_what_was_erased_is_passed_over(client, db) -> None:
    match = make_match()
    maya = match.mentee
    for number in range(2 * AT_ONCE):
        name_step(by=maya, words=f"erased {number}", kind=Kind.STEP, share_with=[match])
    erase_keys(scope=f"person:{maya.pk}:journey")
    name_step(by=maya, words="a new beginning", kind=Kind.STEP, share_with=[match])
    for reader in (maya, match.mentor):
        path = "/journey/" if reader == maya else f"/with/{match.pk}/journey/"
        page = sign_in(client, reader).get(path).content.decode()
        assert "a new beginning" in page
        assert page.count('class="mark mark--step') == 1
        assert "Further back" not in page


def test_being_reminded_passes_over_what_was_erased(db, monkeypatch) -> None:
    from walkalong.journey.recall.memory import memory
    from walkalong.journey.recall.services import choose_recall

    match = make_match()
    maya = match.mentee
    choose_recall(by=maya, for_me=True, for_other=True)
    old = name_step(by=maya, words="I opened the letter from the office.", kind=Kind.STEP)
    erase_keys(scope=f"person:{maya.pk}:journey")
    new = name_step(by=maya, words="I opened the envelope from the office at last.", kind=Kind.STEP)
    memory.forget_all()
    found = offered_to_me(maya, "There is an envelope from the office and I cannot open it.")
    assert old.pk not in [one.pk for one in found]
    assert [one.pk for one in found] == [new.pk]
