"""S9 and S4: nobody but the two reads what they wrote, every opening by staff is written down, and nothing
that was inferred about a person is kept."""

from itertools import product
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import models, transaction

from tests.conversation.pictures import photo
from tests.security.test_every_url import METHODS
from tests.security.world import Address, World, addresses, make_world
from walkalong.conversation.services import report_message, send_message
from walkalong.foundation.audit.models import AuditEvent
from walkalong.journey.heavy.kinds import HopeKind
from walkalong.journey.heavy.services import keep_words, put_into_hope_box
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.services import celebrate, name_step, notice_step
from walkalong.journey.story.services import tell_piece
from walkalong.people.models import ShownTo
from walkalong.people.services import Shown, seal_facts, tell_about_me
from walkalong.safety.services import tell_a_human

OUTSIDE = ("stranger", "other_mentee", "ambassador", "other_ambassador", "staff", "deactivated")
WAYS_WORDS = ("stonechat", "yellowhammer", "wheatear", "waxwing")
PAIRS_WORDS = ("kingfisher", "bullfinch", "nightjar", "fieldfare", "redwing", "brambling", *WAYS_WORDS)
TOLD_TO_STAFF = ("wagtail", "goldcrest")
SEALED = ("dunnock", "siskin", "firecrest")


@pytest.fixture
def world(db: None) -> World:
    """A scene in which every word somebody wrote can be known again wherever it turns up."""
    world = make_world()
    pair = world.match
    said = send_message(
        by=pair.mentee, match=pair, body="kingfisher", client_id=uuid4(), picture=photo(), alt="nightjar"
    )
    send_message(by=pair.mentor, match=pair, body="bullfinch", client_id=uuid4(), reply_to=said.pk)
    keep_words(by=pair.mentee, words="fieldfare", shown_in=pair)
    keep = {"kind": HopeKind.WORDS, "press_id": uuid4()}
    put_into_hope_box(by=pair.mentee, words="redwing", **keep)
    put_into_hope_box(by=pair.mentor, words="brambling", given_in=pair, **keep)
    step = name_step(by=pair.mentee, kind=Kind.STEP, words="stonechat", share_with=[pair])
    given = celebrate(
        by=pair.mentor, match=pair, step_id=step.pk, words="yellowhammer", picture=photo(), alt="wheatear"
    )
    noticing = notice_step(by=pair.mentor, match=pair, words="waxwing")
    seal_facts(
        by=pair.mentee,
        where_now="dunnock",
        contact_name="siskin",
        contact_phone="1",
        contact_relation="firecrest",
    )
    world.things |= {"message_id": said.pk, "step_id": step.pk}
    world.things |= {"celebration_id": given.pk, "noticing_id": noticing.pk}
    return world


def read(world: World, address: Address, method: str, role: str) -> str:
    with transaction.atomic():
        answer = world.client(role).generic(method, world.path(address))
        transaction.set_rollback(True)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content  # type: ignore[attr-defined]
    return body.decode("utf-8", "replace") + str(answer.headers)


def test_s9_no_address_shows_the_pairs_words_to_anybody_else(world: World) -> None:
    for address, method, role in product(addresses(), METHODS, OUTSIDE):
        answer = read(world, address, method, role)
        shown = [word for word in (*PAIRS_WORDS, *SEALED) if word in answer]
        assert not shown, f"{method} /{address.pattern} as {role}"


def test_s9_a_story_is_read_by_nobody_it_was_not_shown_to(world: World) -> None:
    """The ambassador reads what was shown to the ambassador, at one address; nobody else outside anything."""
    pair = world.match
    shown_to = {"whimbrel": ShownTo.NOBODY, "dotterel": ShownTo.OTHER, "phalarope": ShownTo.AMBASSADOR}
    for words, to in shown_to.items():
        tell_piece(
            by=pair.mentee, press_id=uuid4(), title=words, words=words, showing={pair.pk: to},
            in_introduction=to == ShownTo.NOBODY,
        )  # fmt: skip
    shown = Shown(ShownTo.OTHER, in_introduction=True)
    tell_about_me(by=pair.mentee, pronouns="godwit", languages="godwit", interests="godwit", shown=shown)
    read_at = {
        (word, role, address.name)
        for address, method, role in product(addresses(), METHODS, OUTSIDE)
        for answer in [read(world, address, method, role)]
        for word in (*shown_to, "godwit")
        if word in answer
    }
    assert read_at == {("phalarope", "ambassador", "care:story")}


def test_s9_what_was_told_to_staff_is_shown_only_where_the_reading_is_written_down(world: World) -> None:
    told = tell_a_human(by=world.match.mentee, words="wagtail", attached_words="goldcrest")
    world.things["request_id"] = told.pk
    shown_at = set()
    for address, method, role in product(addresses(), METHODS, OUTSIDE):
        before = AuditEvent.objects.count()
        with transaction.atomic():
            answer = world.client(role).generic(method, world.path(address))
            added = AuditEvent.objects.filter(seq__gt=before, verb="safety.request_read").count()
            transaction.set_rollback(True)
        body = "" if answer.streaming else answer.content.decode("utf-8", "replace")
        if any(word in body for word in TOLD_TO_STAFF):
            assert (role, added) == ("staff", 1), f"{method} /{address.pattern} as {role}"
            shown_at.add(address.name)
    assert "safety:request" in shown_at  # the walk passes where it is read


def test_s9_a_message_reaches_staff_only_by_its_recipients_own_report(world: World) -> None:
    from walkalong.conversation.models import Message

    received = Message.objects.get(pk=world.things["message_id"])
    told = report_message(by=world.match.mentor, message=received, words="wagtail")
    page = world.client("staff").get(f"/requests/{told.pk}/").content.decode()
    assert "kingfisher" in page
    read_by = AuditEvent.objects.get(verb="safety.request_read", subject=str(told.pk))
    assert read_by.actor == str(world.people["staff"].pseudonym)  # type: ignore[union-attr]
    assert read_by.about == str(world.match.mentor.pseudonym)
    theirs = world.client("mentor").get("/me/record/")
    assert theirs.status_code == 200
    assert read_by.seq in [event.seq for event in theirs.context["page"]]


# S4 -----------------------------------------------------------------------------------------------
# Whole numbers and fractions kept about people or their words: each was looked at, and none is inferred from
# what they wrote or did. Counting order, length, size, tries or versions is not a judgement of anybody.
REVIEWED_NUMBERS = {
    "audit.AuditEvent.seq", "audit.AuditHead.id", "audit.AuditHead.seq",
    "conversation.Conversation.last_seq",
    "conversation.LastRead.seq", "conversation.LastRead.told_seq",
    "conversation.Message.seq", "conversation.Message.change",
    "conversation.Picture.width", "conversation.Picture.height",
    "crypto.StoredMedia.size",
    "jobs.PeriodicRun.failures",
    "journey.HopeItem.width", "journey.HopeItem.height",
    "journey.Celebration.width", "journey.Celebration.height",
    "journey.Lamp.change", "journey.PairJourney.last_change",
    "joining.ContentVersion.number",
    "notices.Notice.mail_tries",
    "people.Agreement.version",
}  # fmt: skip
JUDGING = {
    *("score", "risk", "mood", "sentiment", "rating", "rank", "level", "grade", "label", "confidence"),
    *("probability", "toxicity", "emotion", "streak", "points", "engagement", "activity", "severity"),
}
REVIEWED_NAMES: set[str] = set()
OURS = [model for model in apps.get_models() if model.__module__.startswith("walkalong.")]
NUMBERS = (models.IntegerField, models.FloatField, models.DecimalField)


def test_s4_no_number_about_a_person_is_kept_but_those_reviewed() -> None:
    found = {
        f"{model._meta.label}.{field.name}"
        for model in OURS
        for field in model._meta.get_fields()
        if isinstance(field, NUMBERS) and not isinstance(field, models.AutoField) and not field.is_relation
    }
    assert REVIEWED_NUMBERS - found == set(), "the list names what is not there any more"
    assert found - REVIEWED_NUMBERS == set(), "a number is kept that nobody reviewed: is it a judgement?"


def test_s4_no_field_has_the_name_of_a_judgement() -> None:
    found = {
        f"{model._meta.label}.{field.name}"
        for model in OURS
        for field in model._meta.get_fields()
        if any(word in field.name.split("_") for word in JUDGING)
    }
    assert found - REVIEWED_NAMES == set()


def test_s4_structured_fields_hold_no_judgement(world: World) -> None:
    """JSON could hide what a column would show: what the rooms put there is looked at."""
    holders = {
        f"{model._meta.label}.{field.name}"
        for model in OURS
        for field in model._meta.get_fields()
        if isinstance(field, models.JSONField)
    }
    assert holders <= {"audit.AuditEvent.detail", "people.Invitation.roles"}
    keys = {key for event in AuditEvent.objects.all() for key in event.detail}
    assert not [key for key in keys if any(word in key for word in JUDGING)]
