"""A picture stands beside its name exactly where its own page would show it, and nowhere else."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from tests.conversation.pictures import photo
from tests.factories import make_person, make_programme, make_staff, sign_in
from tests.factories_match import make_match
from walkalong.matching.models import Match
from walkalong.matching.services import leave_match, pause_match, resume_match
from walkalong.people.models import Role, ShownTo
from walkalong.people.services import Shown, deactivate_person, remove_picture, show_picture

pytestmark = pytest.mark.django_db


def shown(match: Match, to: ShownTo = ShownTo.OTHER) -> None:
    show_picture(by=match.mentee, upload=photo(), shown=Shown(to))


def rests(match: Match) -> None:
    pause_match(by=match.mentor, match=match)


def closed(match: Match) -> None:
    deactivate_person(by=make_staff(), person=match.mentee)


def cases() -> list[tuple[str, bool, Callable[[Match], object]]]:
    return [
        ("none chosen", False, lambda match: None),
        ("kept to oneself", False, lambda match: shown(match, ShownTo.NOBODY)),
        ("for the other", True, shown),
        ("for the ambassador too", True, lambda match: shown(match, ShownTo.AMBASSADOR)),
        ("taken away", False, lambda match: (shown(match), remove_picture(by=match.mentee))),
        ("shown, then a pause", True, lambda match: (shown(match), rests(match))),
        ("shown during a pause", False, lambda match: (rests(match), shown(match))),
        (
            "shown during a pause that is over",
            True,
            lambda match: (rests(match), shown(match), resume_match(by=match.mentor, match=match)),
        ),
        ("after the end", False, lambda match: (shown(match), leave_match(by=match.mentor, match=match))),
        ("gone from the programme", False, lambda match: (shown(match), closed(match))),
        (
            "of the reader alone",
            False,
            lambda match: show_picture(by=match.mentor, upload=photo(), shown=Shown(ShownTo.OTHER)),
        ),
    ]


@pytest.mark.parametrize(("seen", "happens"), [pytest.param(*case[1:], id=case[0]) for case in cases()])
def test_home_and_conversation_show_it_exactly_where_it_may_be_seen(seen: bool, happens) -> None:
    make_programme()
    match = make_match()
    happens(match)
    reader = sign_in(Client(), match.mentor)
    address = reverse("journey:pair_picture", args=[match.pk])
    assert (reader.get(address).status_code == 200) is seen
    for page in ("home:pair", "conversation:room"):
        html = reader.get(reverse(page, args=[match.pk])).content.decode()
        assert (f'<img src="{address}" alt=""' in html) is seen


def test_on_the_page_of_the_two_ones_own_stands_where_the_other_sees_it(client) -> None:
    match = make_match()
    shown(match, ShownTo.NOBODY)
    own = f'<img src="{reverse("people:own_picture")}" alt=""'
    sign_in(client, match.mentee)
    assert own not in client.get("/").content.decode()
    shown(match)
    assert own in client.get("/").content.decode()


def test_of_several_homes_each_has_the_face_of_its_own(client) -> None:
    mentor = make_person("Jonas", (Role.MENTOR,))
    ada, ravi = (make_match(mentor=mentor, mentee=make_person(name)) for name in ("Ada", "Ravi"))
    shown(ada)
    sign_in(client, mentor)
    for page in ("/", reverse("home:pair", args=[ravi.pk])):
        html = client.get(page).content.decode()
        assert reverse("journey:pair_picture", args=[ada.pk]) in html
        assert reverse("journey:pair_picture", args=[ravi.pk]) not in html
