"""Somebody is told that there is something: once while unseen, never when silenced."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.factories import make_person
from walkalong.notices import kinds, queries, services, silences
from walkalong.notices.models import Mail, Notice

pytestmark = pytest.mark.django_db


def test_a_key_tells_once_while_unseen_and_again_afterwards():
    maya = make_person()
    assert services.notify(person=maya, kind="tests.quiet", url="/a/", key="one") is not None
    assert services.notify(person=maya, kind="tests.quiet", url="/a/", key="one") is None
    services.mark_seen(person=maya, kind="tests.quiet", key="one")
    assert services.notify(person=maya, kind="tests.quiet", url="/a/", key="one") is not None
    assert Notice.objects.filter(person=maya).count() == 2


def test_without_a_key_each_call_tells():
    maya = make_person()
    for _ in range(2):
        services.notify(person=maya, kind="tests.quiet", url="/a/")
    assert queries.unseen_of(maya).count() == 2


def test_the_same_key_tells_two_people():
    told = services.notify_many(
        people=[make_person(), make_person("Jonas")], kind="tests.quiet", url="/a/", key="one"
    )
    assert told == 2


def test_marking_seen_touches_only_what_fits_and_only_ones_own():
    maya, jonas = make_person(), make_person("Jonas")
    for person in (maya, jonas):
        services.notify(person=person, kind="tests.quiet", url="/a/", key="one")
        services.notify(person=person, kind="tests.quiet", url="/b/", key="two")
    assert services.mark_seen(person=maya, url="/a/") == 1
    assert queries.unseen_of(maya).get().url == "/b/"
    assert queries.unseen_of(jonas).count() == 2


def test_nobody_deactivated_is_told():
    maya = make_person()
    maya.is_active = False
    maya.save()
    assert services.notify(person=maya, kind="tests.quiet", url="/a/") is None


def test_a_silence_keeps_a_notice_from_being_made(monkeypatch):
    maya = make_person()
    monkeypatch.setattr(silences, "_silences", [lambda person, kind, url: url == "/ended/"])
    assert services.notify(person=maya, kind="tests.quiet", url="/ended/") is None
    assert services.notify(person=maya, kind="tests.quiet", url="/other/") is not None


@pytest.mark.parametrize("url", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:x", ""])
def test_a_notice_leads_nowhere_but_to_us(url):
    with pytest.raises(ValueError, match="path of ours"):
        services.notify(person=make_person(), kind="tests.quiet", url=url)


def test_an_unknown_kind_is_a_mistake_of_ours():
    with pytest.raises(KeyError):
        services.notify(person=make_person(), kind="tests.unknown", url="/a/")


def test_two_kinds_cannot_share_a_name():
    with pytest.raises(ValueError, match="already"):
        kinds.register(kinds.Kind(name="tests.quiet", title="Something else"))


def test_without_mail_set_up_a_notice_stands_inside_only(settings):
    settings.MAIL_CONFIGURED = False
    notice = services.notify(person=make_person(), kind="tests.mailed", url="/a/")
    assert notice.mail == Mail.NONE


def test_seen_notices_go_after_a_month_and_forgotten_ones_after_half_a_year():
    maya = make_person()
    with time_machine.travel(datetime(2026, 1, 1, tzinfo=UTC)) as clock:
        services.notify(person=maya, kind="tests.quiet", url="/seen/")
        services.mark_seen(person=maya)
        services.notify(person=maya, kind="tests.quiet", url="/unseen/")
        clock.shift(timedelta(days=31))
        assert services.drop_old_notices() == 1
        assert Notice.objects.get().url == "/unseen/"
        clock.shift(timedelta(days=160))
        assert services.drop_old_notices() == 1
        assert services.drop_old_notices() == 0
