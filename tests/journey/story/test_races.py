"""Two presses at the same moment, on real connections."""

from uuid import uuid4

import pytest
from django.http import Http404

from tests.conversation.pictures import photo
from tests.factories import make_programme
from tests.factories_match import make_match
from tests.people.test_races import AT_ONCE, all_at_once
from walkalong.foundation.crypto.models import StoredMedia
from walkalong.journey.story import services
from walkalong.journey.story.models import ShownPiece, StoryPiece
from walkalong.matching.models import Match
from walkalong.people.models import AboutMe, ShownTo
from walkalong.people.services import Shown, show_picture

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def match() -> Match:
    make_programme()
    return make_match()


def told(match: Match, press_id=None) -> StoryPiece:
    return services.tell_piece(
        by=match.mentee,
        press_id=press_id or uuid4(),
        title="",
        words="I draw on buses.",
        showing={match.pk: ShownTo.OTHER},
        in_introduction=False,
    )


def test_one_press_that_arrives_several_times_at_once_tells_one_piece(match):
    press = uuid4()
    came = all_at_once([lambda: told(match, press).pk] * AT_ONCE)
    assert len(set(came)) == 1
    assert (StoryPiece.objects.count(), ShownPiece.objects.count()) == (1, 1)


def test_of_several_changes_from_one_state_one_is_kept_and_the_others_are_told(match):
    piece = told(match)

    def change(words: str):
        return services.change_piece(
            by=match.mentee, piece=piece, title="", words=words, showing={}, in_introduction=False,
            as_of=piece.changed_at,
        ).words  # fmt: skip

    came = all_at_once([lambda words=str(number): change(words) for number in range(AT_ONCE)])
    assert came.count(services.ChangedMeanwhile) == AT_ONCE - 1
    piece.refresh_from_db()
    assert piece.words in came


def test_taken_back_and_removed_at_once_nothing_stays_shown(match):
    piece = told(match)

    def remove():
        try:
            return services.remove_piece(by=match.mentee, piece=piece)
        except Http404:
            return None

    def take_back():
        try:
            return services.take_back_piece(by=match.mentee, piece=piece)
        except Http404:
            return None

    all_at_once([remove, take_back] * 2)
    assert not StoryPiece.objects.exists()
    assert not ShownPiece.objects.exists()


def test_several_pictures_at_once_leave_one_and_no_orphan(match):
    upload = photo()
    all_at_once([lambda: show_picture(by=match.mentee, upload=upload, shown=Shown(ShownTo.OTHER))] * AT_ONCE)
    (kept,) = StoredMedia.objects.all()
    assert AboutMe.objects.get().picture_id == kept.id
