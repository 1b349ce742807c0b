"""A story in one's own words: kept as it was typed, sealed, told once, and never written over by accident."""

from uuid import uuid4

import pytest
from django.db import connection
from django.http import Http404

from walkalong.foundation.audit.queries import events_about
from walkalong.journey.story import services
from walkalong.journey.story.models import ShownPiece, StoryPiece
from walkalong.journey.story.words import MOST_PIECES, MOST_WORDS
from walkalong.matching.services import pause_match
from walkalong.notices.models import Notice
from walkalong.people.errors import Refused
from walkalong.people.models import ShownTo
from walkalong.people.services import withdraw_agreement

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "words",
    [
        "x" * MOST_WORDS,
        "🦊" * MOST_WORDS,
        "👩🏽‍🚒❤️‍🔥🏳️‍🌈",
        "كان يا ما كان\nفي قديم الزمان",
        "  two spaces, a tab\t, no trimming  \n\n",
        "a\u0301 \u200f mixed \u202eישר\u202c",
        "<script>alert(1)</script> {{ 7|add:7 }}",
    ],
    ids=["20,000", "20,000 emoji", "emoji only", "right to left", "spaces", "marks", "markup"],
)
def test_words_are_kept_as_they_are(tell, maya, words):
    piece = tell(maya, words)
    assert StoryPiece.objects.get(pk=piece.pk).words == words


@pytest.mark.parametrize("words", ["", " \n\t", "x\x00y", "half a \ud83d", "x" * (MOST_WORDS + 1)])
def test_what_cannot_be_kept_is_refused_with_a_sentence(tell, maya, words):
    with pytest.raises(Refused) as refused:
        tell(maya, words)
    assert str(refused.value.reason).endswith(".")
    assert not StoryPiece.objects.exists()


def test_too_long_says_by_how_much(tell, maya):
    with pytest.raises(Refused, match="12 characters longer"):
        tell(maya, "x" * (MOST_WORDS + 12))


def test_the_database_holds_none_of_the_words(tell, maya):
    tell(maya, "kingfisher", title="bullfinch")
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM journey_storypiece")
        raw = str(cursor.fetchall())
    assert "kingfisher" not in raw
    assert "bullfinch" not in raw


def test_pressed_twice_it_is_told_once(tell, maya):
    press = uuid4()
    assert tell(maya, press_id=press).pk == tell(maya, press_id=press).pk
    assert StoryPiece.objects.count() == 1


def test_there_is_an_end_to_how_many_pieces_are_kept(tell, maya):
    StoryPiece.objects.bulk_create(StoryPiece(teller=maya, words="x") for _ in range(MOST_PIECES))
    with pytest.raises(Refused, match="as many pieces"):
        tell(maya)


def changed(by, piece, words="other words", **more):
    facts = {"title": "", "showing": {}, "in_introduction": False, **more}
    return services.change_piece(by=by, piece=piece, words=words, **facts)


def test_two_pages_open_at_once_write_nothing_over(tell, maya):
    piece = tell(maya)
    as_of = piece.changed_at
    changed(maya, piece, "from the phone", as_of=as_of)
    with pytest.raises(services.ChangedMeanwhile):
        changed(maya, piece, "from the laptop", as_of=as_of)
    piece.refresh_from_db()
    assert piece.words == "from the phone"


def test_nobody_else_changes_takes_back_or_removes_it(tell, maya, jonas):
    piece = tell(maya)
    for act in (
        lambda: changed(jonas, piece),
        lambda: services.take_back_piece(by=jonas, piece=piece),
        lambda: services.remove_piece(by=jonas, piece=piece),
    ):
        with pytest.raises(Http404):
            act()
    assert StoryPiece.objects.get().words == "I draw on buses."
    assert ShownPiece.objects.exists()


def test_removed_it_is_gone(tell, maya):
    piece = tell(maya)
    services.remove_piece(by=maya, piece=piece)
    assert not StoryPiece.objects.exists()
    assert not ShownPiece.objects.exists()


def test_without_the_agreements_nothing_new_is_told_but_everything_can_be_taken_back(tell, maya, jonas):
    piece = tell(maya)
    withdraw_agreement(by=maya, document="health-data")
    with pytest.raises(Refused, match="agree"):
        tell(maya)
    with pytest.raises(Refused, match="agree"):
        changed(maya, piece)
    services.take_back_piece(by=maya, piece=piece)
    assert not ShownPiece.objects.exists()


def test_in_a_pause_nothing_new_is_shown_and_nothing_is_lost(tell, match, maya):
    piece = tell(maya)
    pause_match(by=match.mentor, match=match)
    with pytest.raises(Refused, match="rest just now"):
        tell(maya)
    with pytest.raises(Refused, match="rest just now"):
        changed(maya, piece, showing={match.pk: ShownTo.AMBASSADOR})
    changed(maya, piece, showing={match.pk: ShownTo.OTHER})  # as it was
    assert ShownPiece.objects.get().with_ambassador is False


def test_the_record_says_who_may_see_it_and_not_what_it_is(tell, match, maya):
    piece = tell(maya, "kingfisher")
    changed(maya, piece, "still a kingfisher", showing={match.pk: ShownTo.OTHER})
    changed(maya, piece, "kingfisher", showing={match.pk: ShownTo.OTHER}, in_introduction=True)
    services.take_back_piece(by=maya, piece=piece)
    services.take_back_piece(by=maya, piece=piece)
    events = list(events_about(str(maya.pseudonym)).filter(verb__startswith="journey.piece").order_by("seq"))
    assert [event.verb for event in events] == [
        "journey.piece_shown",
        "journey.piece_shown",
        "journey.piece_taken_back",
    ]
    assert [event.detail for event in events][1] == {"to": "other", "introduction": 1}
    assert "kingfisher" not in str([vars(event) for event in events])


def test_the_other_hears_once_that_there_is_something_and_not_when_it_was_taken_back(
    tell, match, maya, jonas
):
    first, second = tell(maya), tell(maya)
    told = Notice.objects.filter(person=jonas, kind="journey.story", seen_at=None)
    assert told.count() == 1
    services.take_back_piece(by=maya, piece=first)
    assert told.count() == 1
    services.take_back_piece(by=maya, piece=second)
    assert told.count() == 0
    tell(maya, to=ShownTo.NOBODY)
    assert told.count() == 0
