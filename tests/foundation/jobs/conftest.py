from collections.abc import Iterator

import pytest

from tests.foundation.jobs import sample
from walkalong.foundation.jobs import periodics, wake


@pytest.fixture(autouse=True)
def nothing_done(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No rooms' periodics, and an empty notebook."""
    monkeypatch.setattr(sample, "failures_left", 0)
    sample.done.clear()
    before = dict(periodics.registered)
    periodics.registered.clear()
    wake.work.clear()
    yield
    periodics.registered.clear()
    periodics.registered.update(before)
