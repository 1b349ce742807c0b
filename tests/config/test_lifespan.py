"""The server's start and end."""

import asyncio
import gc
from unittest.mock import AsyncMock

import pytest
from django.conf import settings

from walkalong.config import asgi


def test_what_was_loaded_at_the_start_is_left_out_of_later_collections(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(settings, "WORKER_IN_PROCESS", False)
    monkeypatch.setattr(asgi, "realtime", AsyncMock())
    heard = iter(["lifespan.startup", "lifespan.shutdown"])
    said: list[str] = []

    async def receive() -> dict[str, str]:
        return {"type": next(heard)}

    async def send(message: dict[str, str]) -> None:
        said.append(message["type"])

    try:
        asyncio.run(asgi.lifespan(receive, send))
        assert gc.get_freeze_count() > 0
        assert said == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
    finally:
        gc.unfreeze()
