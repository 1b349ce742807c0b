"""Who sees what: asked of the match at every reading, the same for the page and for its preview."""

import pytest

from tests.conversation.pictures import photo
from tests.factories import make_person
from tests.factories_match import make_match
from walkalong.journey.story import services
from walkalong.journey.story.queries import introduction_of, seen_by_ambassador, seen_by_other, shows_a_piece
from walkalong.matching.models import Match
from walkalong.matching.services import (
    change_ambassador,
    leave_match,
    pause_match,
    release_ambassador,
    resume_match,
    stop_contact,
)
from walkalong.people.models import Role, ShownTo
from walkalong.people.services import Shown, deactivate_person, show_picture, tell_about_me

pytestmark = pytest.mark.django_db


def words_of(seen) -> list[str]:
    return [piece.words for piece in seen.pieces]


@pytest.mark.parametrize(
    ("to", "introduced", "other", "ambassador"),
    [
        (ShownTo.NOBODY, False, False, False),
        (ShownTo.OTHER, False, True, False),
        (ShownTo.AMBASSADOR, False, True, True),
        (ShownTo.NOBODY, True, False, False),
        (ShownTo.AMBASSADOR, True, True, True),
    ],
)
def test_a_piece_reaches_exactly_whom_it_was_shown_to(tell, match, maya, to, introduced, other, ambassador):
    tell(maya, "wren", to, in_introduction=introduced)
    assert (words_of(seen_by_other(match, maya)) == ["wren"]) is other
    assert (words_of(seen_by_ambassador(match, maya)) == ["wren"]) is ambassador
    assert (words_of(introduction_of(maya)) == ["wren"]) is introduced


def test_taken_back_nobody_sees_it_from_that_moment(tell, match, maya):
    piece = tell(maya, to=ShownTo.AMBASSADOR, in_introduction=True)
    services.take_back_piece(by=maya, piece=piece)
    assert seen_by_other(match, maya).is_empty
    assert seen_by_ambassador(match, maya).is_empty
    assert introduction_of(maya).is_empty


@pytest.mark.parametrize("end", [leave_match, stop_contact])
@pytest.mark.parametrize("who", ["mentee", "mentor"])
def test_an_ended_match_shows_nothing_and_the_teller_keeps_it(tell, match, maya, end, who):
    piece = tell(maya, to=ShownTo.AMBASSADOR)
    end(by=getattr(match, who), match=match)
    match = Match.objects.get(pk=match.pk)
    assert seen_by_other(match, maya).is_empty
    assert seen_by_ambassador(match, maya).is_empty
    piece.refresh_from_db()
    assert piece.words == "I draw on buses."


def test_a_closed_account_shows_and_sees_nothing(tell, match, maya, jonas):
    tell(maya)
    tell(jonas, "mine")
    deactivate_person(by=make_person("Ines", (Role.STAFF,)), person=jonas)
    match = Match.objects.get(pk=match.pk)
    assert seen_by_other(match, jonas).is_empty
    assert seen_by_other(match, maya).is_empty


def test_a_new_match_sees_nothing_of_what_the_last_one_saw(tell, match, maya):
    tell(maya, to=ShownTo.AMBASSADOR)
    leave_match(by=maya, match=match)
    new = make_match(mentee=maya)
    assert seen_by_other(new, maya).is_empty
    assert seen_by_ambassador(new, maya).is_empty


def test_a_mentor_chooses_for_each_mentee(tell, match, jonas):
    other = make_match(mentee=make_person("Ravi"), mentor=jonas, ambassador=match.ambassador)
    tell(jonas, "for Maya", showing={match.pk: ShownTo.OTHER, other.pk: ShownTo.NOBODY})
    assert words_of(seen_by_other(match, jonas)) == ["for Maya"]
    assert seen_by_other(other, jonas).is_empty


def test_a_match_that_is_not_ones_own_cannot_be_named(tell, maya):
    from walkalong.people.errors import Refused

    strangers = make_match(mentee=make_person("Ravi"), mentor=make_person("Claire", (Role.MENTOR,)))
    with pytest.raises(Refused):
        tell(maya, showing={strangers.pk: ShownTo.OTHER})


def test_in_a_pause_what_was_shown_stays_and_what_changes_waits(tell, match, maya):
    still, edited = tell(maya, "still"), tell(maya, "before")
    tell_about_me(by=maya, pronouns="she", languages="", interests="", shown=Shown(ShownTo.OTHER))
    pause_match(by=match.mentor, match=match)
    match = Match.objects.get(pk=match.pk)
    services.change_piece(
        by=maya,
        piece=edited,
        title="",
        words="after",
        showing={match.pk: ShownTo.OTHER},
        in_introduction=False,
    )
    tell_about_me(by=maya, pronouns="they", languages="", interests="", shown=Shown(ShownTo.OTHER))
    seen = seen_by_other(match, maya)
    assert (words_of(seen), seen.about.pronouns) == (["still"], "")
    services.take_back_piece(by=maya, piece=still)
    assert seen_by_other(match, maya).is_empty
    resume_match(by=match.mentor, match=match)
    seen = seen_by_other(Match.objects.get(pk=match.pk), maya)
    assert (words_of(seen), seen.about.pronouns) == (["after"], "they")


def test_nobody_sees_the_story_of_somebody_outside_the_match(tell, match, maya):
    ravi = make_person("Ravi")
    assert seen_by_other(match, ravi).is_empty
    assert not shows_a_piece(match, ravi)


def test_words_about_oneself_and_the_picture_are_shown_apart(match, maya):
    words = {"pronouns": "she/her", "languages": "English", "interests": "drawing"}
    tell_about_me(by=maya, **words, shown=Shown(ShownTo.OTHER, in_introduction=True))
    show_picture(by=maya, upload=photo(), shown=Shown(ShownTo.AMBASSADOR))
    other, ambassador = seen_by_other(match, maya).about, seen_by_ambassador(match, maya).about
    introduced = introduction_of(maya).about
    assert (other.pronouns, bool(other.picture_id)) == ("she/her", True)
    assert (ambassador.pronouns, bool(ambassador.picture_id)) == ("", True)
    assert (introduced.interests, bool(introduced.picture_id)) == ("drawing", False)


def test_the_mark_changes_with_anything_shown_and_with_nothing_else(tell, match, maya):
    empty = seen_by_other(match, maya).mark
    piece = tell(maya)
    told = seen_by_other(match, maya).mark
    assert told != empty
    tell(maya, "hidden", ShownTo.NOBODY)
    assert seen_by_other(match, maya).mark == told
    services.change_piece(
        by=maya, piece=piece, title="", words="new", showing={match.pk: ShownTo.OTHER}, in_introduction=False
    )
    changed = seen_by_other(match, maya).mark
    assert changed != told
    tell_about_me(by=maya, pronouns="she", languages="", interests="", shown=Shown(ShownTo.OTHER))
    assert seen_by_other(match, maya).mark != changed


def test_what_was_shown_to_one_ambassador_by_name_is_not_shown_to_the_next(tell, match, maya):
    """Who tells chose somebody they know; somebody else is a new choice. The other goes on seeing it."""
    tell(maya, "wren", ShownTo.AMBASSADOR)
    staff, next_one = make_person("Ines", (Role.STAFF,)), make_person("Nia", (Role.AMBASSADOR,))
    match = change_ambassador(by=staff, match=match, ambassador=next_one)
    assert seen_by_ambassador(match, maya).is_empty
    assert words_of(seen_by_other(match, maya)) == ["wren"]
    tell(maya, "robin", ShownTo.AMBASSADOR)
    assert words_of(seen_by_ambassador(match, maya)) == ["robin"]


def test_after_a_released_ambassador_the_next_sees_nothing_of_it_either(tell, match, maya):
    tell(maya, "wren", ShownTo.AMBASSADOR)
    release_ambassador(person=match.ambassador)
    staff, next_one = make_person("Ines", (Role.STAFF,)), make_person("Nia", (Role.AMBASSADOR,))
    match = change_ambassador(by=staff, match=match, ambassador=next_one)
    assert seen_by_ambassador(match, maya).is_empty
