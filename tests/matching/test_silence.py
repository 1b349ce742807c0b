import pytest
from django.urls import reverse

from tests.factories_match import make_match
from walkalong.conversation.notice_kinds import WAITING
from walkalong.matching import services
from walkalong.matching.notice_kinds import KINDS, rests_with_its_match
from walkalong.notices.queries import unseen_of
from walkalong.notices.services import notify

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("act", [services.pause_match, services.leave_match, services.stop_contact])
def test_notices_that_lead_into_a_resting_match_rest_too(act) -> None:
    match = make_match()
    url = reverse("conversation:room", args=[match.id])
    assert not rests_with_its_match(match.mentor, "conversation.words", url)
    act(by=match.mentee, match=match)
    assert rests_with_its_match(match.mentor, "conversation.words", url)


def test_other_notices_and_those_about_the_match_itself_are_heard() -> None:
    match = make_match()
    services.leave_match(by=match.mentee, match=match)
    assert not rests_with_its_match(match.mentor, "people.something", "/me/")
    assert not rests_with_its_match(match.mentor, "people.something", "/nowhere/at/all/")
    for kind in KINDS:
        assert not rests_with_its_match(match.mentor, kind.name, reverse("home:pair", args=[match.id]))


@pytest.mark.parametrize("end", [services.leave_match, services.stop_contact])
def test_what_was_not_seen_yet_goes_with_the_match_it_leads_into(end) -> None:
    match, elsewhere = make_match(), make_match()
    for person in (match.mentee, match.mentor):
        notify(person=person, kind=WAITING, url=reverse("conversation:room", args=[match.id]))
        notify(person=person, kind="safety.taken", url="/help/")
    notify(
        person=elsewhere.mentee,
        kind=WAITING,
        url=reverse("conversation:room", args=[elsewhere.id]),
    )
    end(by=match.mentee, match=match)
    left = {
        person: set(unseen_of(person).values_list("kind", flat=True))
        for person in (match.mentee, match.mentor, elsewhere.mentee)
    }
    assert left == {
        match.mentee: {"safety.taken"},
        match.mentor: {"safety.taken", "matching.ended"},
        elsewhere.mentee: {WAITING},
    }
