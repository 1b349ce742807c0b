"""The record: appended in order, from whom and from where, and any change to it is found."""

import hashlib
import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import DatabaseError, connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory, TransactionTestCase
from django.utils import timezone

from tests.foundation.notes import in_threads
from walkalong.foundation.audit import queries, services, triggers
from walkalong.foundation.audit.jobs import forget_origins, log_head
from walkalong.foundation.audit.middleware import Origin
from walkalong.foundation.audit.models import AuditEvent, AuditHead, AuditOrigin

pytestmark = pytest.mark.django_db


def five_events() -> list[AuditEvent]:
    return [
        services.record(
            verb="people.role_granted",
            actor="staff-1",
            about=f"person-{n}",
            reason="ok é",
            detail={"n": n, "role": "x"},
        )
        for n in range(1, 6)
    ]


def run(sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)


def test_events_are_numbered_without_a_gap_and_the_chain_holds() -> None:
    events = five_events()
    assert [event.seq for event in events] == [1, 2, 3, 4, 5]
    found = services.verify()
    assert (found.ok, found.count, found.head) == (True, 5, events[-1].hash)


def test_an_empty_record_holds() -> None:
    assert services.verify() == services.Verification(ok=True, count=0, head="0" * 64)


def test_the_documented_form_gives_the_hash() -> None:
    event = five_events()[1]
    stored = AuditEvent.objects.get(seq=2)
    row = [
        2,
        stored.at.strftime("%Y-%m-%dT%H:%M:%S.%f+00:00"),
        "people.role_granted",
        "staff-1",
        None,
        "person-2",
    ]
    text = json.dumps([*row, "ok é", {"n": 2, "role": "x"}], ensure_ascii=False, separators=(",", ":"))
    assert hashlib.sha256(f"{stored.previous_hash}\n{text}".encode()).hexdigest() == event.hash == stored.hash


def test_an_event_goes_with_the_transaction_around_it() -> None:
    services.record(verb="a.b", actor=None)
    with pytest.raises(RuntimeError), transaction.atomic():  # noqa: PT012
        services.record(verb="a.c", actor=None)
        raise RuntimeError
    assert services.record(verb="a.d", actor=None).seq == 2
    assert services.verify().count == 2


@pytest.mark.parametrize(
    "what",
    [
        {"verb": "no dot"},
        {"verb": "people.Role"},
        {"verb": "a.b", "detail": {"n": 1.5}},
        {"verb": "a.b", "detail": {"n": None}},
        {"verb": "a.b", "detail": {1: "n"}},
    ],
)
def test_a_malformed_event_is_refused(what: dict) -> None:
    with pytest.raises((ValueError, TypeError)):
        services.record(**{"actor": None, **what})
    assert services.verify().count == 0


def test_people_find_what_is_recorded_about_them() -> None:
    five_events()
    services.record(verb="people.role_ended", actor="staff-2", about="person-2")
    assert [event.seq for event in queries.events_about("person-2")] == [6, 2]


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit_auditevent SET reason = 'nicer' WHERE seq = 3",
        "DELETE FROM audit_auditevent WHERE seq = 5",
        "DELETE FROM audit_auditevent",
        "DELETE FROM audit_audithead",
        "UPDATE audit_audithead SET seq = 2",
        "UPDATE audit_audithead SET hash = 'x'",
    ],
)
def test_the_database_refuses_to_change_or_delete(sql: str) -> None:
    five_events()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        run(sql)
    assert services.verify().count == 5


def test_the_database_refuses_to_replace_or_truncate() -> None:
    five_events()
    if connection.vendor == "sqlite":
        refused = [
            "INSERT OR REPLACE INTO audit_auditevent SELECT seq, at, 'a.b', actor, subject, about, reason, "
            "detail, previous_hash, hash FROM audit_auditevent WHERE seq = 3",
            "REPLACE INTO audit_audithead SELECT id, 2, hash FROM audit_audithead",
        ]
    else:
        refused = ["TRUNCATE audit_auditevent CASCADE", "TRUNCATE audit_audithead"]
    for sql in refused:
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            run(sql)
    assert services.verify().count == 5


def test_after_all_migrations_every_trigger_is_there() -> None:
    assert triggers.missing(connection) == []
    with triggers.removed(connection):
        assert len(triggers.missing(connection)) >= 3
    assert triggers.missing(connection) == []


@pytest.mark.parametrize(
    ("sql", "broken_at"),
    [
        ("UPDATE audit_auditevent SET reason = 'nicer' WHERE seq = 3", 3),
        ("UPDATE audit_auditevent SET actor = NULL WHERE seq = 1", 1),
        ("UPDATE audit_auditevent SET detail = '{\"n\": 9}' WHERE seq = 4", 4),
        ("UPDATE audit_auditevent SET hash = previous_hash WHERE seq = 2", 2),
        ("DELETE FROM audit_auditevent WHERE seq = 3", 3),
        ("DELETE FROM audit_auditevent WHERE seq = 1", 1),
        ("DELETE FROM audit_auditevent WHERE seq >= 4", 4),
        ("DELETE FROM audit_auditevent", 1),
        ("DELETE FROM audit_audithead", 1),
        ("UPDATE audit_audithead SET seq = 4", 5),
        ("UPDATE audit_audithead SET hash = 'x'", 6),
        (
            "UPDATE audit_auditevent SET seq = CASE seq WHEN 2 THEN -3 ELSE -2 END WHERE seq IN (2, 3); "
            "UPDATE audit_auditevent SET seq = -seq WHERE seq < 0",
            2,
        ),
        (
            "INSERT INTO audit_auditevent SELECT 6, at, verb, actor, subject, about, reason, detail, "
            "previous_hash, hash FROM audit_auditevent WHERE seq = 5",
            6,
        ),
    ],
)
def test_whoever_gets_past_the_triggers_is_found(sql: str, broken_at: int) -> None:
    five_events()
    with triggers.removed(connection):
        for statement in sql.split("; "):
            run(statement)
    found = services.verify()
    assert not found.ok
    assert found.broken_at == broken_at
    assert found.why


def test_a_chain_rewritten_whole_is_found_against_what_was_written_down() -> None:
    five_events()
    seq, digest = queries.head()
    assert services.verify(known=(seq, digest)).ok
    with triggers.removed(connection):
        run("DELETE FROM audit_auditevent")
        run("DELETE FROM audit_audithead")
    for n in range(5):
        services.record(verb="people.role_granted", actor="staff-1", about=f"nobody-{n}")
    assert services.verify().ok
    assert not services.verify(known=(seq, digest)).ok
    assert services.verify(known=(seq + 1, digest)).broken_at == 6


def test_nothing_is_appended_to_a_record_without_its_head() -> None:
    five_events()
    with triggers.removed(connection):
        run("DELETE FROM audit_audithead")
    with pytest.raises(services.BrokenChain):
        services.record(verb="a.b", actor=None)


def request_from(address: str, **headers: str) -> AuditOrigin | None:
    def view(request: object) -> HttpResponse:
        services.record(verb="people.signed_in", actor="p")
        return HttpResponse()

    request = RequestFactory().get("/", REMOTE_ADDR=address, **headers)
    request.user = AnonymousUser()
    Origin(view)(request)
    return AuditOrigin.objects.order_by("event_id").last()


@pytest.mark.parametrize("address", ["203.0.113.9", "2001:db8::1"])
def test_the_address_is_kept_beside_the_event(address: str, settings) -> None:
    settings.TRUSTED_PROXY_COUNT = 0
    origin = request_from(address, HTTP_X_FORWARDED_FOR="198.51.100.1")
    assert origin is not None
    assert origin.address == address
    assert services.record(verb="a.b", actor=None).seq == 2
    assert AuditOrigin.objects.count() == 1  # outside a request there is none


def test_behind_a_proxy_only_its_own_word_counts(settings) -> None:
    settings.TRUSTED_PROXY_COUNT = 1
    origin = request_from("10.0.0.1", HTTP_X_FORWARDED_FOR="1.2.3.4, 203.0.113.9")
    assert origin is not None
    assert origin.address == "203.0.113.9"


@pytest.mark.parametrize("address", ["", "unix:", "<script>"])
def test_something_that_is_no_address_is_not_kept(address: str, settings) -> None:
    settings.TRUSTED_PROXY_COUNT = 0
    assert request_from(address) is None
    assert services.verify().count == 1


def test_addresses_are_forgotten_in_time_and_the_chain_still_holds(settings, time_machine) -> None:
    settings.TRUSTED_PROXY_COUNT, settings.AUDIT_ORIGIN_DAYS = 0, 30
    request_from("203.0.113.9")
    time_machine.move_to(timezone.now() + timedelta(days=29))
    request_from("203.0.113.10")
    assert services.forget_origins() == 0
    time_machine.move_to(timezone.now() + timedelta(days=2))
    forget_origins()
    assert [origin.address for origin in AuditOrigin.objects.all()] == ["203.0.113.10"]
    assert services.verify().count == 2


def test_the_head_is_witnessed_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    event = five_events()[-1]
    caplog.set_level("INFO", logger="walkalong.foundation.audit.jobs")
    log_head()
    assert event.hash in caplog.text


def test_checking_asks_a_constant_number_of_questions(django_assert_max_num_queries: Callable) -> None:
    for _ in range(5):
        five_events()
    with django_assert_max_num_queries(3):
        assert services.verify().count == 25


@pytest.mark.django_db(transaction=True)
def test_a_transactional_test_may_empty_the_record_and_the_triggers_are_back() -> None:
    five_events()
    with pytest.raises(DatabaseError, match="append-only"):
        AuditEvent.objects.all()._raw_delete(using="default")
    TransactionTestCase("run")._fixture_teardown()
    assert not AuditEvent.objects.exists()
    assert triggers.missing(connection) == []
    assert services.record(verb="a.b", actor=None).seq == 1


@pytest.mark.django_db(transaction=True)
def test_those_who_record_at_once_form_one_chain(on_disk: object) -> None:
    def several() -> None:
        for _ in range(5):
            services.record(verb="a.b", actor=None)

    assert in_threads(4, several) == [None] * 4
    found = services.verify()
    assert (found.ok, found.count) == (True, 20)
    assert AuditHead.objects.count() == 1
