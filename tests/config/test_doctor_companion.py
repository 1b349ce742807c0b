"""Doctor says whether the companion has its model, or reads with its lexicon alone."""

import pytest

from walkalong.companion.model import Model, Unusable
from walkalong.config import doctor


def test_a_whole_model_is_well() -> None:
    (finding,) = doctor.companion_model()
    assert finding.state == "well"


def test_a_missing_model_is_a_note_that_names_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Model:
        raise Unusable("companion.onnx is not there")

    monkeypatch.setattr(doctor, "Model", gone)
    (finding,) = doctor.companion_model()
    assert finding.state == "note"
    assert "companion.onnx is not there" in finding.what
    assert finding.mend


def test_it_is_among_what_doctor_looks_at() -> None:
    assert doctor.companion_model in [check for check, _ in doctor.CHECKS]
