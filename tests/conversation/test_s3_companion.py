"""S3: what the companion reads and says reaches no log, error report or database, even when it breaks."""

import logging

import pytest
from django.db import connection

from tests.factories import make_person
from walkalong import companion
from walkalong.companion.examples import EXAMPLES
from walkalong.companion.whys import WHYS
from walkalong.conversation import companion_examples, companion_words
from walkalong.conversation.services import choose_companion, take_back
from walkalong.foundation.audit.models import AuditEvent
from walkalong.people.models import Role

DRAFT = "You should leave him tonight, zanzibarquux."


@pytest.fixture
def ask(match, jonas, signed_in):
    choose_companion(by=jonas, on=True)
    client = signed_in(jonas)
    return lambda draft: client.post(f"/with/{match.pk}/companion/", {"draft": draft})


def everything_kept() -> str:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows = []
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows.append(repr(cursor.fetchall()))
    return "\n".join(rows)


def test_it_marks_one_sentence_and_says_why(ask):
    marks = ask(DRAFT).json()["marks"]
    assert [mark["flag"] for mark in marks] == [True]
    mark = marks[0]
    assert (DRAFT[mark["start"] : mark["end"]], mark["side"]) == (DRAFT, "over")
    assert mark["why"]
    assert len(mark["moves"]) == 2


def test_offsets_are_counted_as_scripts_count(ask):
    draft = "🙂🙂 You should leave him."
    mark = next(mark for mark in ask(draft).json()["marks"] if mark["flag"])
    units = draft.encode("utf-16-le")[2 * mark["start"] : 2 * mark["end"]]
    assert units.decode("utf-16-le").endswith("You should leave him.")


def test_every_sentence_that_could_be_shown_arrives_so_that_muting_one_label_leaves_the_others(ask):
    marks = ask("You should call your doctor. At least you have a job.").json()["marks"]
    assert [mark["label"] for mark in marks if mark["flag"]] == ["ADVISE", "MINIMISE"]
    assert all("“" in mark["why"] and len(mark["moves"]) == 2 for mark in marks)


def test_it_speaks_the_readers_language(ask, monkeypatch):
    said = {**companion_words.WHYS, "tells_what_to_do": "«{words}» dit quoi faire."}
    monkeypatch.setattr(companion_words, "WHYS", said)
    assert ask(DRAFT).json()["marks"][0]["why"] == "«You should» dit quoi faire."


def test_it_says_that_it_reads_only_english(ask):
    assert "only English" in ask("Bonjour, comment ça va ce soir, mon ami ?").json()["note"]


def test_what_pages_say_is_what_the_companion_says():
    assert {key: str(words) for key, words in companion_words.WHYS.items()} == WHYS
    assert [companion_words.move(move.key) for move in companion.MOVES] == [
        {"name": move.name, "says": move.says, "example": move.example} for move in companion.MOVES
    ]


def test_the_examples_beside_the_moves_can_be_translated():
    written = {example for examples in EXAMPLES.values() for example in examples.values()}
    assert set(companion_examples.EXAMPLES) == written


def test_nothing_of_it_is_kept_or_logged(ask, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    before = AuditEvent.objects.count()
    ask(DRAFT)
    assert "zanzibarquux" not in everything_kept() + caplog.text + "".join(capfd.readouterr())
    assert AuditEvent.objects.count() == before


def test_trouble_inside_is_silence_without_a_trace(ask, caplog, capfd, monkeypatch):
    def broken(draft, before=None):
        raise RuntimeError(draft)

    monkeypatch.setattr(companion, "read", broken)
    caplog.set_level(logging.DEBUG)
    answer = ask(DRAFT)
    assert (answer.status_code, answer.json()) == (200, {"marks": []})
    assert "zanzibarquux" not in everything_kept() + caplog.text + "".join(capfd.readouterr())


def test_it_reads_the_mentees_last_words_that_still_stand(ask, match, maya, say, monkeypatch):
    heard = []
    monkeypatch.setattr(companion, "read", lambda draft, before=None: heard.append(before) or 1 / 0)
    say(maya, "what would you do?")
    take_back(by=maya, message=say(maya, "forget it"))
    ask(DRAFT)
    assert heard == ["what would you do?"]


def test_it_is_off_until_its_mentor_turns_it_on(match, jonas, signed_in):
    assert signed_in(jonas).post(f"/with/{match.pk}/companion/", {"draft": DRAFT}).json() == {"marks": []}
    assert "data-companion" not in signed_in(jonas).get(f"/with/{match.pk}/").content.decode()


def test_only_the_mentor_of_the_match_can_ask_it(match, maya, signed_in):
    for person in (maya, make_person("Claire", (Role.MENTOR,))):
        assert signed_in(person).post(f"/with/{match.pk}/companion/", {"draft": DRAFT}).status_code == 404


@pytest.mark.usefixtures("one_minute")
def test_asked_too_often_it_is_silent(ask):
    answers = [ask(DRAFT).json()["marks"] for _ in range(92)]
    assert answers[0]
    assert not answers[-1]


def test_the_mentee_is_told_that_it_exists(match, maya, signed_in):
    client = signed_in(maya)
    assert "/companion/" in client.get(f"/with/{match.pk}/").content.decode()
    page = client.get("/companion/").content.decode()
    assert "reads nothing of yours for anyone else" in page
    assert "the last message you sent" in page  # and what it does look at is not hidden behind that
    assert "Turn it on" not in page
    assert client.post("/companion/choose/", {"on": "1"}).status_code == 403
