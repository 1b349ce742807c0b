"""The trained model: what it adds, and that the companion goes on without it."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from walkalong.companion import Label, read
from walkalong.companion.attribution import speaking_words
from walkalong.companion.model import FOLDER, GRAMS, LABELS, NET, SETTLED, Answer, Model, Unusable
from walkalong.companion.scorer import LexiconScorer
from walkalong.companion.trained import WHY, TrainedScorer
from walkalong.companion.whys import WHYS

ADVICE = "Ring the office and ask for the woman who deals with appeals."


@pytest.fixture(scope="module")
def model() -> Model:
    return Model()


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "model"))


def test_it_reads_what_the_lexicon_has_no_words_for(model: Model) -> None:
    (alone,) = LexiconScorer().score([ADVICE])
    (together,) = TrainedScorer(model).score([ADVICE])
    assert together.over > 0.5 > alone.over


def test_probabilities_are_probabilities(model: Model) -> None:
    for text in ("", "You should go.", "x" * 5_000, "🙂", "\ud800", "日本"):
        (scored,) = TrainedScorer(model).score([text])
        assert sum(scored.p.values()) == pytest.approx(1.0)
        assert set(scored.p) == set(Label)


def test_the_reason_points_at_words_of_the_sentence(model: Model) -> None:
    (sentence,) = read(ADVICE, scorer=TrainedScorer(model)).sentences
    assert sentence.triggers
    assert all(trigger in ADVICE and trigger.strip() == trigger for trigger in sentence.triggers)
    assert len(sentence.triggers[0].split()) <= 6


def test_the_words_that_spoke_most_are_found() -> None:
    import numpy

    shares = numpy.zeros((4, len(LABELS)), dtype=numpy.float32)
    shares[2, LABELS.index(Label.ADVISE)] = 9.0
    answer = Answer((0.0,) * len(LABELS), (0.0,) * len(LABELS), shares, ((0, 2), (3, 6), (7, 11), (11, 12)))
    assert speaking_words(answer, LABELS.index(Label.ADVISE), "go and rest.") == ((7, 11),)


def test_every_label_has_a_reason_of_its_own() -> None:
    assert set(WHY) == set(Label)
    assert {key for keys in WHY.values() for key in keys} <= set(WHYS)


def test_a_sentence_is_read_once_and_its_words_are_not_kept(model: Model, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    scorer = TrainedScorer(model)
    first = scorer.score([ADVICE])
    monkeypatch.setattr(Model, "answer", None)
    assert scorer.score([ADVICE]) == first
    assert ADVICE not in repr(vars(scorer))


def test_it_remembers_only_so_many(model: Model, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("walkalong.companion.trained.REMEMBERED", 3)
    scorer = TrainedScorer(model)
    scorer.score([f"You should go at {hour}." for hour in range(9)])
    assert len(scorer._known) == 3


@pytest.mark.parametrize("name", [NET, GRAMS, SETTLED, "vocab.txt"])
def test_a_missing_file_is_named(copied: Path, name: str) -> None:
    (copied / name).unlink()
    with pytest.raises(Unusable, match=name):
        Model(copied)


@pytest.mark.parametrize("name", [NET, GRAMS, SETTLED, "vocab.txt"])
def test_a_broken_file_is_named(copied: Path, name: str) -> None:
    (copied / name).write_bytes(b"\x00broken")
    with pytest.raises(Unusable, match=name):
        Model(copied)


def test_settled_for_other_labels_is_refused(copied: Path) -> None:
    found = json.loads((copied / SETTLED).read_text())
    found["labels"].reverse()
    (copied / SETTLED).write_text(json.dumps(found))
    with pytest.raises(Unusable, match=SETTLED):
        Model(copied)


def test_without_the_model_the_lexicon_reads_alone(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    def gone(*_: object) -> Model:
        raise Unusable("companion.onnx is not there")

    monkeypatch.setattr("walkalong.companion.trained.Model", gone)
    reading = read("You should call him.", scorer=TrainedScorer())
    assert reading.shown
    assert reading == read("You should call him.", scorer=LexiconScorer())


def test_nothing_is_loaded_before_the_first_sentence() -> None:
    asked = "import sys, walkalong.companion; print('onnxruntime' in sys.modules, 'numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False"]
