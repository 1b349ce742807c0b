"""Doctor says which file holds the helplines, so that whoever dialled one knows where to write it."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
import time_machine
from django.utils import timezone

from walkalong.config import doctor
from walkalong.safety import helplines

UNDIALLED = SimpleNamespace(name="A line nobody dialled")


def test_a_line_nobody_dialled_is_a_note_that_names_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helplines, "unverified", lambda: [UNDIALLED])
    monkeypatch.setattr(helplines, "stale", lambda today: [])
    (finding,) = doctor.lines()
    assert finding.state == "note"
    assert str(helplines.FILE) in finding.mend


def test_a_line_read_too_long_ago_is_ill_and_names_the_file() -> None:
    with time_machine.travel(timezone.now() + helplines.MAX_AGE + timedelta(days=400)):
        finding = next(iter(doctor.lines()))
    assert finding.state == "ill"
    assert str(helplines.FILE) in finding.mend
