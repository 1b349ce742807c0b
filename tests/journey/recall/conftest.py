"""A pair on their way, their yeses, and a memory that begins empty."""

from collections.abc import Iterator

import pytest

from tests.journey.steps.conftest import Name, jonas, match, maya, name, signed_in
from walkalong.journey.recall import memory as memory_module
from walkalong.journey.recall.memory import memory
from walkalong.journey.recall.services import choose_recall

__all__ = ["Name", "agree", "fresh_memory", "jonas", "match", "maya", "name", "signed_in"]

CALLED = "Phoned the dentist although I was scared of calling."
SLEPT = "Slept a whole night without the light on."
COOKED = "Cooked dinner for four people and nothing burned."
CANNOT_CALL = "I need to phone the office tomorrow and I am scared of calling."


@pytest.fixture(autouse=True)
def fresh_memory(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Made vectors are waited for, however busy the machine is."""
    monkeypatch.setattr(memory_module, "WAIT_SECONDS", 60.0)
    memory.forget_all()
    yield
    memory.forget_all()


@pytest.fixture
def agree():
    return lambda person, *, for_other=True: choose_recall(by=person, for_me=True, for_other=for_other)
