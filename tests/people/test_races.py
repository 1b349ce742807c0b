"""Two presses at the same moment, on real connections."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection

from tests.factories import make_programme, make_staff
from walkalong.people import queries, services
from walkalong.people.errors import InvitationClosed, Refused, SetupClosed
from walkalong.people.models import Person, Programme, Role

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 4


def all_at_once(acts):
    """Run each act in a thread of its own, started together; answers what came of each."""
    gate = Barrier(len(acts))

    def run(act):
        gate.wait()
        try:
            return act()
        except (InvitationClosed, PermissionDenied, Refused, SetupClosed) as no:
            return type(no)
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as threads:
        return list(threads.map(run, acts))


def test_an_invitation_pressed_several_times_at_once_makes_one_person():
    make_programme()
    issued = services.invite_person(
        by=make_staff(), email="noor@example.org", display_name="Noor", roles=[Role.MENTEE]
    )

    def accept():
        return services.accept_invitation(
            token=issued.token, display_name="Noor", country="CA", time_zone="America/Vancouver"
        )

    came = all_at_once([accept] * AT_ONCE)
    assert came.count(InvitationClosed) == AT_ONCE - 1
    assert Person.objects.filter(email="noor@example.org").count() == 1


def test_a_set_up_pressed_several_times_at_once_makes_one_programme():
    token = services.make_setup_link().rstrip("/").rpartition("/")[2]

    def set_up(number):
        return lambda: services.set_up_programme(
            token=token,
            name=f"Programme {number}",
            country="IE",
            time_zone="Europe/Dublin",
            contact="hello",
            opening_hours="always",
            staff_name="Ines",
            staff_email=f"ines{number}@example.org",
        )

    came = all_at_once([set_up(number) for number in range(AT_ONCE)])
    assert came.count(SetupClosed) == AT_ONCE - 1
    assert Programme.objects.count() == 1
    assert Person.objects.count() == 1


def test_two_of_staff_cannot_remove_each_other_at_the_same_moment():
    ines, ben = make_staff("Ines"), make_staff("Ben")
    all_at_once(
        [
            lambda: services.end_role(by=ines, person=ben, role=Role.STAFF),
            lambda: services.deactivate_person(by=ben, person=ines),
        ]
    )
    assert queries.active_staff().count() == 1


def test_agreeing_at_once_in_two_tabs_agrees_once():
    person = make_staff("Ada")
    person.agreements.all().delete()

    def agree():
        services.agree(by=Person.objects.get(pk=person.pk), document="adult", version=1)

    all_at_once([agree] * AT_ONCE)
    assert person.agreements.filter(withdrawn_at=None).count() == 1
