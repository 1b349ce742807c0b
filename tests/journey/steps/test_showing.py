"""Something received on the way can be shown to a human, by whoever received it."""

import pytest
from django.http import Http404

from tests.conversation.pictures import photo
from walkalong.journey.steps.services import celebrate, notice_step, show_to_a_human, take_back_step
from walkalong.matching.services import leave_match
from walkalong.safety.models import HumanRequest


@pytest.fixture
def received(match, maya, jonas, name):
    """What Maya received of Jonas: an answer, a noticing, a step of his."""
    step = name(maya, "opened it", show=True)
    return {
        "given": celebrate(by=jonas, match=match, step_id=step.pk, words="hurts", picture=photo(), alt="x"),
        "noticing": notice_step(by=jonas, match=match, words="hurts"),
        "step": name(jonas, "hurts", show=True),
    }


PATHS = {
    "given": "/journey/given/{pk}/show/",
    "noticing": "/with/{match}/journey/noticed/{pk}/show/",
    "step": "/with/{match}/journey/{pk}/show/",
}


@pytest.mark.parametrize("what", PATHS)
def test_it_reaches_people_who_are_not_named_in_it_and_only_from_who_received_it(
    match, maya, jonas, received, signed_in, what
):
    path = PATHS[what].format(match=match.pk, pk=received[what].pk)
    for person in (jonas, match.ambassador):
        assert signed_in(person).get(path).status_code == 404
        assert signed_in(person).post(path, {"words": "x"}).status_code == 404
        with pytest.raises(Http404):
            show_to_a_human(by=person, received=received[what], match=match, words="")
    assert not HumanRequest.objects.exists()
    client = signed_in(maya)
    assert "hurts" in client.get(path).content.decode()
    answer = client.post(path, {"words": "it does"})
    request = HumanRequest.objects.get()
    assert answer.headers["Location"] == f"/help/person/{request.pk}/"
    assert (request.about_person, request.words, request.match) == (jonas, "it does", match)
    assert request.attached.startswith("hurts")


def test_after_the_end_what_was_given_can_still_be_shown_and_stays_with_staff(match, maya, received):
    leave_match(by=maya, match=match)
    show_to_a_human(by=maya, received=received["given"], match=match, words="")
    take_back_step(by=maya, step=received["given"].step)
    assert HumanRequest.objects.get().attached.startswith("hurts")
    for what in ("noticing", "step"):
        received[what].refresh_from_db()
        match.refresh_from_db()
        with pytest.raises(Http404):
            show_to_a_human(by=maya, received=received[what], match=match, words="")


def test_words_that_cannot_be_kept_come_back(match, maya, received, signed_in):
    path = PATHS["noticing"].format(match=match.pk, pk=received["noticing"].pk)
    answer = signed_in(maya).post(path, {"words": "mine \x00"})
    assert answer.status_code == 422
    assert not HumanRequest.objects.exists()
