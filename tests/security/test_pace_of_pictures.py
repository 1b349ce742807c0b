"""Drawing a picture anew costs a second of a core: one pace for each person, wherever they put pictures."""

from uuid import uuid4

import pytest

from tests.conversation.pictures import photo
from tests.factories import make_programme
from tests.factories_match import make_match
from walkalong.conversation.errors import Refused as NotSent
from walkalong.conversation.services import send_message
from walkalong.journey.heavy.errors import NotTaken
from walkalong.journey.heavy.kinds import HopeKind
from walkalong.journey.heavy.models import HopeItem
from walkalong.journey.heavy.services import put_into_hope_box
from walkalong.journey.steps.kinds import Kind
from walkalong.journey.steps.models import Celebration
from walkalong.journey.steps.services import celebrate, name_step
from walkalong.matching.models import Match
from walkalong.people.errors import Refused
from walkalong.people.models import AboutMe, Person
from walkalong.people.services import Shown, show_picture


def into_the_box(person: Person, match: Match) -> None:
    put_into_hope_box(by=person, kind=HopeKind.PICTURE, words="", picture=photo(), press_id=uuid4())


def to_a_step(person: Person, match: Match) -> None:
    step = name_step(by=match.mentee, kind=Kind.STEP, words="got up", share_with=[match])
    celebrate(by=person, match=match, step_id=step.pk, words="seen", picture=photo())


def of_oneself(person: Person, match: Match) -> None:
    show_picture(by=person, upload=photo(), shown=Shown())


def in_a_message(person: Person, match: Match) -> None:
    send_message(by=person, match=match, body="look", client_id=uuid4(), picture=photo())


@pytest.mark.django_db
@pytest.mark.usefixtures("one_minute")
@pytest.mark.parametrize("put", [into_the_box, to_a_step, of_oneself, in_a_message])
def test_many_pictures_in_a_minute_are_asked_to_wait_wherever_they_went_before(put, settings) -> None:
    settings.PICTURES_PER_MINUTE = 3
    make_programme()
    match = make_match()
    for before in (into_the_box, of_oneself, in_a_message):
        before(match.mentor, match)
    kept = [HopeItem.objects.count(), Celebration.objects.count(), AboutMe.objects.get().picture_id]
    with pytest.raises((NotTaken, Refused, NotSent)):
        put(match.mentor, match)
    assert [HopeItem.objects.count(), Celebration.objects.count(), AboutMe.objects.get().picture_id] == kept
    into_the_box(match.mentee, match)  # the other's pace is their own
