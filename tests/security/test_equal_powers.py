"""The mentor holds no power that the mentee lacks: every address as both, in every state of a match."""

import re
from collections.abc import Callable
from itertools import product
from uuid import uuid4

import pytest
from django.db import transaction
from django.urls import reverse

from tests.conversation.pictures import photo
from tests.security.equal_powers import ALLOWED
from tests.security.world import Address, World, addresses, make_world, things_of_each
from walkalong.conversation.services import send_message
from walkalong.matching import services

METHODS = ("GET", "POST")
SIDES = ("mentee", "mentor")
DIFFERENCES = {(entry.address, entry.method): entry for entry in ALLOWED}
# Standing still, resting because of oneself, because of the other, because of both, over because of either.
STATES: dict[str, Callable[[World, str], object]] = {
    "active": lambda world, side: None,
    "own pause": lambda world, side: _act(world, services.pause_match, side),
    "the other's pause": lambda world, side: _act(world, services.pause_match, _other(side)),
    "both pause": lambda world, side: [_act(world, services.pause_match, each) for each in SIDES],
    "left": lambda world, side: _act(world, services.leave_match, side),
    "the other left": lambda world, side: _act(world, services.leave_match, _other(side)),
    "stopped": lambda world, side: _act(world, services.stop_contact, side),
    "the other stopped": lambda world, side: _act(world, services.stop_contact, _other(side)),
}
PAIRS = [address for address in addresses() if {"match_id", "celebration_id"} & set(address.converters)]
# What is one's own alone, wherever one walks: each may do with theirs what the other may do with theirs.
OWN_THINGS = {"piece_id", "hope_id", "day_id", "step_id"}
OWN = [address for address in addresses() if OWN_THINGS & set(address.converters) and address not in PAIRS]
OTHERS = [address for address in addresses() if not any("_id" in name for name in address.converters)]


WITHOUT_MATCH = {"home:home", "journey:heavy", "journey:hope_box", "journey:way", "journey:name_step"}
# What lies between the two: shown by the one, given or noticed by the other.
STEPS_THINGS = {"step_id", "celebration_id", "noticing_id"}


def _other(side: str) -> str:
    return SIDES[1 - SIDES.index(side)]


def _act(world: World, act: Callable[..., object], side: str) -> None:
    act(by=world.people[side], match=world.match)


@pytest.fixture
def world(db: None) -> World:
    """The scene, with a picture and words of both, so that each has something of their own."""
    world = make_world()
    message = send_message(
        by=world.match.mentor, match=world.match, body="Hi", client_id=uuid4(), picture=photo(), alt="a hill"
    )
    world.things["message_of"] = {"mentee": world.things["message_id"], "mentor": message.id}
    world.things["of_each"] = things_of_each(world)
    return world


def outcome(world: World, address: Address, method: str, side: str, whose: str) -> str:
    """What this side gets for a thing of their `own` or of the `other`, with whatever it changes undone."""
    author = side if whose == "own" else _other(side)
    ids = {name: things[author] for name, things in world.things["of_each"].items()}
    ids["message_id"] = world.things["message_of"][author]
    with transaction.atomic():
        response = world.client(side).generic(method, world.path(address, **ids))
        transaction.set_rollback(True)
    return str(response.status_code)


def assert_equal(world: World, address: Address, method: str, got: dict[str, str], when: str) -> None:
    entry = DIFFERENCES.get((address.name, method))
    if entry is not None:
        assert (got["mentee"], got["mentor"]) == (entry.mentee, entry.mentor), f"{address.name}: {when}"
    else:
        assert got["mentee"] == got["mentor"], (
            f"{method} {address.name}, {when}: one may what the other may not"
        )


@pytest.mark.parametrize("address", PAIRS, ids=lambda address: address.name)
def test_in_the_space_of_the_two_both_get_the_same(address: Address, world: World) -> None:
    owned = {"message_id", "member_id", *STEPS_THINGS} & set(address.converters)
    for state, whose, method in product(STATES, ("own", "other") if owned else ("own",), METHODS):
        got = {}
        for side in SIDES:
            with transaction.atomic():
                STATES[state](world, side)
                got[side] = outcome(world, address, method, side, whose)
                transaction.set_rollback(True)
        assert_equal(world, address, method, got, f"{state}, {whose}")


@pytest.mark.parametrize("address", OWN, ids=lambda address: address.name)
def test_each_rules_over_what_is_their_own_and_over_nothing_of_the_others(
    address: Address, world: World
) -> None:
    for method in METHODS:
        for whose in ("own", "other"):
            got = {side: outcome(world, address, method, side, whose) for side in SIDES}
            assert_equal(world, address, method, got, whose)
            assert (set(got.values()) == {"404"}) is (whose == "other" and "405" not in got.values())


@pytest.mark.parametrize("address", OTHERS, ids=lambda address: address.name)
def test_everywhere_else_too(address: Address, world: World) -> None:
    for method in METHODS:
        got = {side: outcome(world, address, method, side, "own") for side in SIDES}
        assert_equal(world, address, method, got, "alone")


@pytest.mark.parametrize(
    "page",
    [
        "home:home",
        "home:pair",
        "conversation:room",
        "matching:ways",
        "journey:pair_story",
        "journey:pair_seen",
        *("journey:heavy", "journey:hope_box", "journey:hope_between", "journey:be_with"),
        *("journey:both", "journey:way", "journey:name_step", "journey:notice_step"),
    ],
)
def test_both_are_offered_the_same_ways_on(page: str, world: World) -> None:
    """Not only may both do the same: both are shown the same links and buttons."""
    path = reverse(page, args=[] if page in WITHOUT_MATCH else [world.match.id])
    for state in STATES:
        offered = {}
        for side in SIDES:
            with transaction.atomic():
                STATES[state](world, side)
                answer = world.client(side).get(path, follow=True).content.decode()
                transaction.set_rollback(True)
            links = set(re.findall(r'(?:href|action)="(/[^"#]*)', answer))
            offered[side] = {_whose(link, world, side) for link in links if not link.startswith("/static/")}
        one_sided = (offered["mentee"] ^ offered["mentor"]) - OFFERED_TO_ONE
        assert one_sided == set(), state


# Shown to one of them only: the companion and its mirror, for the reasons above; the question put to the one.
OFFERED_TO_ONE = {"/companion/", "/companion/choose/", "/from-your-ambassador/ID/", "/with/ID/mirror/"}


def _whose(link: str, world: World, side: str) -> str:
    """A link with ids read as whose they are, so that "mine" of one equals "mine" of the other."""
    for author in SIDES:
        word = "MINE" if author == side else "THEIRS"
        link = link.replace(str(world.things["message_of"][author]), word)
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}", "ID", link)


def test_every_allowed_difference_is_real_and_has_a_reason() -> None:
    names = {address.name for address in addresses()}
    for entry in ALLOWED:
        assert entry.address in names
        assert entry.mentee != entry.mentor
        assert len(entry.reason) > 30
