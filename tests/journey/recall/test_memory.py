"""What is made of people's steps stays in memory, follows the step, and goes with it."""

import time
from uuid import uuid4

import numpy
import pytest
from django.utils import timezone

from tests.conversation.test_s3_companion import everything_kept
from tests.journey.recall.conftest import CALLED, CANNOT_CALL, COOKED
from walkalong.companion.encoder import encoder
from walkalong.companion.model import Unusable
from walkalong.journey.recall import memory as memory_module
from walkalong.journey.recall.memory import Memory, memory
from walkalong.journey.recall.queries import offered_to_me
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.services import change_step, take_back_step


def words_of(said):
    return lambda wanted: [(pk, said[pk]) for pk in wanted]


@pytest.fixture
def counted(monkeypatch):
    asked = []
    made = encoder.vectors
    monkeypatch.setattr(encoder, "vectors", lambda texts: asked.extend(texts) or made(texts))
    return asked


def test_a_step_is_read_once(maya, name, agree, counted):
    name(maya, CALLED)
    agree(maya)
    for _ in range(3):
        offered_to_me(maya, CANNOT_CALL)
    assert counted.count(CALLED) == 1


def test_a_changed_step_is_read_anew(maya, name, agree, counted):
    step = name(maya, COOKED)
    agree(maya)
    assert offered_to_me(maya, CANNOT_CALL) == []
    change_step(by=maya, step=step, kind=Kind.STEP, words=CALLED, happened_on=step.happened_on)
    assert [one.words for one in offered_to_me(maya, CANNOT_CALL)] == [CALLED]


def test_a_step_taken_back_leaves_memory(maya, name, agree):
    step = name(maya, CALLED)
    agree(maya)
    offered_to_me(maya, CANNOT_CALL)
    assert memory.holds(maya.pk) == 1
    take_back_step(by=maya, step=step)
    assert memory.holds(maya.pk) == 0


def test_nothing_of_it_reaches_the_database(maya, name, agree):
    name(maya, CALLED)
    agree(maya)
    before = everything_kept()
    offered_to_me(maya, CANNOT_CALL)
    assert everything_kept() == before


def test_what_is_not_ready_in_time_is_found_the_next_time(monkeypatch):
    said = {uuid4(): CALLED, uuid4(): COOKED}
    versions = dict.fromkeys(said, timezone.now())
    kept, owner = Memory(), uuid4()
    made = encoder.vectors
    monkeypatch.setattr(encoder, "vectors", lambda texts: time.sleep(0.05) or made(texts))
    steps, _, _ = kept.rows(owner, versions, words_of(said), wait=0)
    assert steps == []
    steps, step_of_row, rows = kept.rows(owner, versions, words_of(said), wait=60)
    assert (steps, step_of_row, rows.shape) == (list(said), [0, 1], (2, 384))


def test_forgotten_while_it_is_made_it_stays_forgotten(monkeypatch):
    said = {uuid4(): CALLED, uuid4(): COOKED}
    kept, owner = Memory(), uuid4()
    made = encoder.vectors

    def slow(texts):
        kept.forget(owner)
        return made(texts)

    monkeypatch.setattr(encoder, "vectors", slow)
    steps, _, _ = kept.rows(owner, dict.fromkeys(said, timezone.now()), words_of(said), wait=60)
    assert steps == []
    assert kept.holds(owner) == 0


def test_it_forgets_whom_nobody_asked_for_and_holds_no_more_than_its_measure(monkeypatch):
    monkeypatch.setattr(memory_module, "MOST_STEPS", 2)
    monkeypatch.setattr(encoder, "vectors", lambda texts: numpy.zeros((len(texts), 384), numpy.float32))
    kept = Memory()
    owners = [uuid4() for _ in range(3)]
    for owner in owners:
        said = {uuid4(): CALLED, uuid4(): COOKED}
        kept.rows(owner, dict.fromkeys(said, timezone.now()), words_of(said), wait=60)
    kept.rows(owners[2], {}, words_of({}), wait=0)
    assert [kept.holds(owner) for owner in owners] == [0, 0, 2]
    monkeypatch.setattr(memory_module, "KEPT_SECONDS", -1.0)
    kept.rows(uuid4(), {}, words_of({}), wait=0)
    assert kept.holds(owners[2]) == 0


def test_without_a_model_it_is_silent(maya, name, agree, monkeypatch, caplog):
    def missing(texts):
        raise Unusable("not there")

    name(maya, CALLED)
    agree(maya)
    monkeypatch.setattr(encoder, "vectors", missing)
    assert offered_to_me(maya, CANNOT_CALL) == []
    assert CALLED not in caplog.text
