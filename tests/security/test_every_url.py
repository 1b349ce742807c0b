"""Every address of the product, as everybody, against one reviewed table.

`every_url.tsv` says for each address and method what each role gets: a status, or `in` when led to sign in.
An address that is not in the table fails. After a change `python -m tests.security.every_url_table` writes
the table anew: then read the difference, line by line.
"""

import re
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.security.world import ROLES, Address, World, addresses, make_world

TABLE = Path(__file__).with_name("every_url.tsv")
METHODS = ("GET", "POST")


def expected() -> dict[tuple[str, str], dict[str, str]]:
    rows = [line.split("\t") for line in TABLE.read_text().splitlines()[1:]]
    return {(row[0], row[1]): dict(zip(ROLES, row[2:], strict=True)) for row in rows}


EXPECTED = expected() if TABLE.exists() else {}


@pytest.fixture
def world(db: None) -> World:
    return make_world()


def answer(world: World, address: Address, method: str, role: str) -> str:
    """What this role gets, as the table writes it. What the request changed is undone."""
    with transaction.atomic():
        response = world.client(role).generic(method, world.path(address))
        transaction.set_rollback(True)
    where = response.headers.get("Location", "")
    return "in" if where.startswith("/accounts/login/?next=") else str(response.status_code)


@pytest.mark.parametrize("address", addresses(), ids=lambda address: address.pattern or "/")
def test_everybody_gets_what_the_table_says(address: Address, world: World) -> None:
    for method in METHODS:
        row = EXPECTED.get((address.pattern or "/", method))
        assert row is not None, (
            f"{method} /{address.pattern} is not in {TABLE.name}: decide who may, and write it down"
        )
        got = {role: answer(world, address, method, role) for role in ROLES}
        assert got == row, f"{method} /{address.pattern}"


def test_the_table_holds_no_address_that_is_gone() -> None:
    present = {(address.pattern or "/", method) for address in addresses() for method in METHODS}
    assert set(EXPECTED) <= present


# the two share what is in their space: each knows of the other's words there, and has nothing to find out
INSIDE = {"mentee", "mentor"}
SHARED = {"message_id", "step_id", "noticing_id"}  # between the two, whoever of them it is from
OWNED = [address for address in addresses() if any(name.endswith("_id") for name in address.converters)]


@pytest.mark.parametrize("address", OWNED, ids=lambda address: address.pattern)
def test_somebody_elses_and_nothing_look_the_same(address: Address, world: World) -> None:
    """Where a role may not, what exists cannot be told, by body or by queries, from what does not."""
    nothing = {name: uuid4() for name in address.converters if name.endswith("_id") and name != "session_id"}
    nothing |= {"session_id": 987654} if "session_id" in address.converters else {}
    for method in METHODS:
        row = EXPECTED.get((address.pattern, method), {})
        refused = {role for role, status in row.items() if status in {"403", "404"}}
        between = "match_id" in address.converters and SHARED & set(address.converters)
        for role in refused - (INSIDE if between else set()):
            seen = [_seen(world, role, method, world.path(address, **ids)) for ids in ({}, nothing, {})]
            assert seen[1] == seen[2], f"{method} /{address.pattern} as {role}"


def _seen(world: World, role: str, method: str, path: str) -> tuple[int, str, int]:
    with (
        transaction.atomic(),
        CaptureQueriesContext(
            connection,
        ) as queries,
    ):
        response = world.client(role).generic(method, path)
        transaction.set_rollback(True)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"|nonce="[^"]+"', "", body.decode())
    return response.status_code, text.replace(path, "PATH"), len(queries)
