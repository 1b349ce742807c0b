"""How much is taken from whom, before a page is asked."""

import asyncio
from contextlib import suppress
from itertools import repeat
from typing import Any

import pytest
from django.conf import settings

from walkalong.config import bodies
from walkalong.config.bodies import LARGE_FROM_ONE, LARGEST, SMALL, NotTaken, received, refuse
from walkalong.foundation.session_cookie import cookie_for

PIECE = {"type": "http.request", "body": b"a" * 200_000, "more_body": True}


@pytest.fixture(autouse=True)
def turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Turns of this test alone: each runs in an event loop of its own."""
    monkeypatch.setattr(bodies, "_large", asyncio.Semaphore(bodies.LARGE_AT_ONCE))


def scope(cookie: str | None) -> dict[str, Any]:
    headers = [(b"transfer-encoding", b"chunked")]
    if cookie:
        headers.append((b"cookie", f"a=b; {settings.SESSION_COOKIE_NAME}={cookie}".encode()))
    return {"headers": headers}


def sending(pieces: Any) -> Any:
    left = iter(pieces)

    async def receive() -> Any:
        return next(left)

    return receive


def status_for(cookie: str | None, pieces: Any) -> int | None:
    with pytest.raises(NotTaken) as refused:
        asyncio.run(received(scope(cookie), sending(pieces)))
    return refused.value.status


def test_somebody_with_a_session_is_heard_up_to_the_largest_picture() -> None:
    last = {**PIECE, "more_body": False}
    taken = asyncio.run(received(scope(cookie_for("k")), sending([PIECE, PIECE, last])))
    assert len(asyncio.run(taken())["body"]) == 600_000
    assert status_for(cookie_for("k"), repeat(PIECE, LARGEST // 200_000 + 1)) == 413


@pytest.mark.parametrize("beside", ['a={"x": 1}', "a=b c", "flag", "a[0]=1"])
def test_an_odd_cookie_of_another_program_takes_nobodys_session_away(beside: str) -> None:
    ours = f"{settings.SESSION_COOKIE_NAME}={cookie_for('k')}"
    sent = {"headers": [(b"transfer-encoding", b"chunked"), (b"cookie", f"{beside}; {ours}".encode())]}
    last = {**PIECE, "more_body": False}
    taken = asyncio.run(received(sent, sending([PIECE, PIECE, last])))
    assert len(asyncio.run(taken())["body"]) == 600_000


@pytest.mark.parametrize("cookie", [None, "made-up", "made-up:signature"])
def test_a_stranger_sends_nothing_large(cookie: str | None) -> None:
    sent = []

    def pieces() -> Any:
        while True:
            sent.append(1)
            yield PIECE

    assert status_for(cookie, pieces()) == 403
    assert len(sent) <= SMALL // 200_000 + 1


@pytest.mark.parametrize(
    ("status", "words"), [(503, "Nothing was wrong with what you typed"), (413, "What arrived was too large")]
)
def test_who_is_refused_reads_why_and_only_a_busy_moment_is_said_to_pass(status: int, words: str) -> None:
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(refuse(send, status))
    start, body = sent
    headers = dict(start["headers"])
    assert start["status"] == status
    assert words in body["body"].decode()
    assert headers[b"cache-control"] == b"no-store"
    assert (b"retry-after" in headers) is (status == 503)


def test_one_session_holds_no_more_than_its_turns() -> None:
    async def held() -> Any:
        def slow() -> Any:
            pieces = [PIECE, PIECE]

            async def receive() -> Any:
                return pieces.pop() if pieces else await asyncio.sleep(60)

            return receive

        tasks = [asyncio.create_task(received(scope(cookie_for("k")), slow())) for _ in range(LARGE_FROM_ONE)]
        await asyncio.sleep(0.05)
        with pytest.raises(NotTaken) as refused:
            await received(scope(cookie_for("k")), sending(repeat(PIECE)))
        last = {**PIECE, "more_body": False}
        other = await received(scope(cookie_for("other")), sending([PIECE, PIECE, last]))
        for task in tasks:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task
        return refused.value.status, other

    status, other = asyncio.run(held())
    assert status == 503
    assert other
    assert not bodies._large_from
