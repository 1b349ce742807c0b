"""An open page of the other's story learns at once that it shows what is not shown any more."""

import json

import pytest

from tests.factories import make_person
from walkalong.foundation.realtime import NotAllowed
from walkalong.journey.story import services, telling
from walkalong.journey.story.live import StoryStream
from walkalong.journey.story.queries import seen_by_other
from walkalong.journey.story.telling import topic_of
from walkalong.matching.models import Match
from walkalong.matching.services import leave_match, pause_match
from walkalong.people.models import Person, ShownTo
from walkalong.people.services import Shown, remove_picture, tell_about_me

pytestmark = pytest.mark.django_db
STREAM = StoryStream()


def mark(person, match):
    (frame,) = STREAM.catch_up(person, topic_of(match), None).frames
    return frame["mark"]


def test_the_mark_is_that_of_the_page_and_goes_with_what_is_taken_back(tell, match, maya, jonas):
    piece = tell(maya, "kingfisher")
    shown = mark(jonas, match)
    assert shown == seen_by_other(match, maya).mark
    services.take_back_piece(by=maya, piece=piece)
    assert mark(jonas, match) != shown


def test_no_word_of_it_passes(tell, match, maya, jonas):
    tell(maya, "kingfisher")
    assert "kingfisher" not in json.dumps(STREAM.catch_up(jonas, topic_of(match), None).frames)


def test_only_the_two_may_follow_and_only_while_they_walk(match, maya, jonas):
    topic = topic_of(match)
    for person in (match.ambassador, make_person("Ravi")):
        assert topic not in STREAM.topics(person)
        with pytest.raises(NotAllowed):
            STREAM.catch_up(person, topic, None)
    for wrong in ("story:nonsense", "story:01a208f2-83fb-7520-a568-347d37a16a3e"):
        with pytest.raises(NotAllowed):
            STREAM.catch_up(jonas, wrong, None)
    pause_match(by=maya, match=match)
    assert topic in STREAM.topics(jonas)
    leave_match(by=maya, match=match)
    assert topic not in STREAM.topics(jonas)
    with pytest.raises(NotAllowed):
        STREAM.catch_up(jonas, topic, None)


def test_a_closed_account_follows_nothing(match, jonas):
    Person.objects.filter(pk=jonas.pk).update(is_active=False)
    jonas.refresh_from_db()
    with pytest.raises(NotAllowed):
        STREAM.catch_up(jonas, topic_of(match), None)


def test_every_change_of_what_is_shown_gives_the_open_page_a_hint(tell, match, maya, monkeypatch):
    hints: list[str] = []
    monkeypatch.setattr(
        telling.realtime, "publish", lambda topic, event: topic.startswith("story:") and hints.append(topic)
    )
    piece = tell(maya)
    assert hints == [topic_of(match)]
    services.change_piece(
        by=maya, piece=piece, title="", words="x", showing={match.pk: ShownTo.OTHER}, in_introduction=False
    )
    services.take_back_piece(by=maya, piece=piece)
    tell_about_me(by=maya, pronouns="she", languages="", interests="", shown=Shown(ShownTo.OTHER))
    assert hints == [topic_of(match)] * 4
    tell(maya, to=ShownTo.NOBODY)
    remove_picture(by=maya)  # there is none: nothing changes
    assert len(hints) == 4
    leave_match(by=maya, match=Match.objects.get(pk=match.pk))
    tell_about_me(by=maya, pronouns="they", languages="", interests="", shown=Shown(ShownTo.OTHER))
    assert len(hints) == 4
