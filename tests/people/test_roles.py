import pytest
from django.core.exceptions import PermissionDenied

from tests.factories import make_person, make_staff
from walkalong.foundation.audit.queries import events_about
from walkalong.people import queries, rules, services, signals
from walkalong.people.errors import Refused
from walkalong.people.models import Person, Role

pytestmark = pytest.mark.django_db


def test_a_person_may_hold_several_roles(staff, maya):
    services.grant_role(by=staff, person=maya, role=Role.AMBASSADOR)
    assert queries.roles_of(Person.objects.get(pk=maya.pk)) == {Role.MENTEE, Role.AMBASSADOR}
    assert rules.is_ambassador(maya)


def test_giving_a_role_twice_is_giving_it_once(staff, maya):
    for _ in range(2):
        services.grant_role(by=staff, person=maya, role=Role.MENTOR)
    assert maya.role_grants.filter(role=Role.MENTOR).count() == 1
    assert events_about(str(maya.pseudonym)).filter(verb="people.role_granted").count() == 1


def test_a_role_that_ended_can_be_given_again(staff, maya):
    services.end_role(by=staff, person=maya, role=Role.MENTEE)
    assert not rules.is_mentee(maya)
    services.grant_role(by=staff, person=maya, role=Role.MENTEE)
    assert rules.is_mentee(maya)
    assert maya.role_grants.filter(role=Role.MENTEE).count() == 2


@pytest.mark.parametrize("role", [Role.MENTEE, Role.MENTOR, Role.AMBASSADOR])
def test_only_staff_change_roles(maya, role):
    other = make_person("Kim", (role,))
    with pytest.raises(PermissionDenied):
        services.grant_role(by=other, person=other, role=Role.STAFF)
    with pytest.raises(PermissionDenied):
        services.end_role(by=other, person=maya, role=Role.MENTEE)
    assert not rules.is_staff(other)


def test_closed_staff_accounts_can_do_nothing(staff, maya):
    staff.is_active = False
    with pytest.raises(PermissionDenied):
        services.grant_role(by=staff, person=maya, role=Role.MENTOR)


def test_the_last_of_staff_stays(staff):
    with pytest.raises(Refused):
        services.end_role(by=staff, person=staff, role=Role.STAFF)
    with pytest.raises(Refused):
        services.deactivate_person(by=staff, person=staff)
    assert rules.is_staff(staff)


def test_with_a_second_one_staff_may_step_back(staff):
    make_staff("Ben")
    services.end_role(by=staff, person=staff, role=Role.STAFF)
    assert not rules.is_staff(staff)


def test_a_closed_colleague_does_not_count_as_staff(staff):
    other = make_staff("Ben")
    services.deactivate_person(by=staff, person=other)
    with pytest.raises(Refused):
        services.end_role(by=staff, person=staff, role=Role.STAFF)


def test_others_hear_of_a_changed_role(staff, maya):
    heard = []

    def listen(person, role, held, **_kwargs):
        heard.append((person, role, held))

    signals.role_changed.connect(listen)
    try:
        services.grant_role(by=staff, person=maya, role=Role.MENTOR)
        services.end_role(by=staff, person=maya, role=Role.MENTOR)
        services.end_role(by=staff, person=maya, role=Role.MENTOR)
    finally:
        signals.role_changed.disconnect(listen)
    assert heard == [(maya, Role.MENTOR, True), (maya, Role.MENTOR, False)]


def test_a_closed_account_gets_no_role(staff, maya):
    services.deactivate_person(by=staff, person=maya)
    with pytest.raises(Refused):
        services.grant_role(by=staff, person=maya, role=Role.MENTOR)
