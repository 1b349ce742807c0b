"""The pages, by plain forms as without a script: what each shows, takes, and gives back when it cannot."""

from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests.conversation.pictures import photo
from walkalong.journey.steps.kinds import Kind, Mark
from walkalong.journey.steps.models import Celebration, Lamp, Noticing, SharedStep, Step
from walkalong.journey.steps.services import (
    celebrate,
    light_lamp,
    notice_step,
    say_from_here,
    take_back_step,
)
from walkalong.matching.services import leave_match, pause_match
from walkalong.notices.queries import unseen_of
from walkalong.people.models import Agreement


def text(response):
    return response.content.decode()


def filled(**more):
    return {"kind": "step", "words": "got up", "happened_on": "2026-01-05", "press_id": str(uuid4()), **more}


def test_an_empty_way_is_kind(maya, signed_in):
    page = text(signed_in(maya).get("/journey/"))
    assert "began to walk together" in page  # the walk itself stands there already
    assert "/journey/new/" in page


def test_a_step_is_named_shown_and_found_on_both_pages(match, maya, jonas, signed_in):
    hers, his = signed_in(maya), signed_in(jonas)
    answer = hers.post("/journey/new/", filled(share_with=[str(match.pk)]))
    step = Step.objects.get()
    assert answer.headers["Location"] == f"/journey/{step.pk}/"
    assert "got up" in text(hers.get("/journey/"))
    for client in (hers, his):
        assert "got up" in text(client.get(f"/with/{match.pk}/journey/"))
        assert "got up" in text(client.get(f"/with/{match.pk}/journey/{step.pk}/"))
    assert his.get(f"/journey/{step.pk}/").status_code == 404


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ({"words": ""}, "A few are enough"),
        ({"words": "kept words", "happened_on": "2999-01-01"}, "still to come"),
        ({"words": "kept words", "happened_on": "soon"}, "choose a day"),
        ({"words": "kept \x00words"}, "cannot be kept"),
        ({"words": "kept words", "kind": "goal"}, "Select a valid choice"),
        ({"words": "kept words", "share_with": [str(uuid4())]}, "cannot be shown anything"),
    ],
)
def test_what_cannot_be_kept_comes_back_with_a_kind_sentence(maya, signed_in, bad, said):
    answer = signed_in(maya).post("/journey/new/", filled(**bad))
    assert answer.status_code == 422
    assert said in text(answer)
    assert "words</textarea>" in text(answer) or not bad["words"]
    assert not Step.objects.exists()


def test_sharing_is_not_offered_in_a_pause_and_cannot_be_forced(match, maya, jonas, signed_in):
    pause_match(by=jonas, match=match)
    client = signed_in(maya)
    assert "Only you will see it" in text(client.get("/journey/new/"))
    client.post("/journey/new/", filled(share_with=[str(match.pk)]))
    assert Step.objects.count() == 1
    assert not SharedStep.objects.exists()


def test_who_has_not_agreed_is_led_there_first(maya, signed_in):
    Agreement.objects.filter(person=maya).delete()
    client = signed_in(maya)
    assert client.get("/journey/new/").headers["Location"] == "/me/agreements/"
    assert "/journey/new/" not in text(client.get("/journey/"))


def test_one_press_shows_it_and_one_press_keeps_it_again(match, maya, name, signed_in):
    step, client = name(maya, "mine"), signed_in(maya)
    client.post(f"/journey/{step.pk}/share/", {"match": str(match.pk), "on": "1"})
    assert SharedStep.objects.count() == 1
    client.post(f"/journey/{step.pk}/share/", {"match": str(match.pk), "on": "0"})
    assert not SharedStep.objects.exists()
    for strange, status in (("x", 302), (str(uuid4()), 404)):
        answer = client.post(f"/journey/{step.pk}/share/", {"match": strange, "on": "1"})
        assert answer.status_code == status
    assert not SharedStep.objects.exists()


def test_it_is_said_differently_and_shown_to_somebody_in_one_form(match, maya, name, signed_in):
    step, client = name(maya, "before", show=True), signed_in(maya)
    page = text(client.get(f"/journey/{step.pk}/change/"))
    assert "before</textarea>" in page
    assert "checked" in page.split('name="share_with"')[1][:120]
    client.post(f"/journey/{step.pk}/change/", filled(words="after", kind="hard"))
    step.refresh_from_db()
    assert (step.words, step.kind, SharedStep.objects.count()) == ("after", Kind.HARD, 0)


def test_the_first_meeting_is_told_by_hand_once(match, maya, jonas, signed_in):
    client = signed_in(maya)
    assert "met for the first time" in text(client.get(f"/with/{match.pk}/journey/"))
    page = text(client.get("/journey/new/?mark=first_meeting"))
    assert "The day alone is enough" in page
    client.post(
        "/journey/new/?mark=first_meeting",
        {"words": "", "happened_on": "2026-01-05", "share_with": [str(match.pk)]},
    )
    assert Step.objects.get().mark == Mark.FIRST_MEETING
    for person in (maya, jonas):
        page = text(signed_in(person).get(f"/with/{match.pk}/journey/"))
        assert "Our first meeting" in page
        assert "met for the first time" not in page


def test_from_here_is_said_and_taken_back(maya, name, signed_in):
    step, client = name(maya, "letters", kind=Kind.HARD), signed_in(maya)
    assert "Only if it feels true" in text(client.get(f"/journey/{step.pk}/"))
    client.post(f"/journey/{step.pk}/from-here/", {"words": "", "happened_on": "2026-02-01"})
    said = Step.objects.get(about=step)
    assert f"/journey/{said.pk}/" in text(client.get(f"/journey/{step.pk}/"))
    assert "What you said it of stays" in text(client.get(f"/journey/{said.pk}/take-back/"))
    client.post(f"/journey/{said.pk}/take-back/")
    assert Step.objects.get() == step
    assert "letters" in text(client.get("/journey/"))


def test_taking_back_says_what_goes_along(maya, name, signed_in):
    step = name(maya, "letters", show=True)
    say_from_here(by=maya, step=step)
    page = text(signed_in(maya).get(f"/journey/{step.pk}/take-back/"))
    assert "I've got it from here" in page.replace("&#x27;", "'")
    assert "keep it to yourself instead" in page


def test_the_other_answers_with_words_and_a_picture(match, maya, jonas, name, signed_in):
    step = name(maya, "opened it", show=True)
    his, hers = signed_in(jonas), signed_in(maya)
    page = text(his.get(f"/with/{match.pk}/journey/{step.pk}/"))
    assert "What did you see in them" in page
    assert "next" not in page.split('class="prompts"')[1].split("</ul>")[0]
    upload = SimpleUploadedFile("a.jpg", photo(), "image/jpeg")
    his.post(
        f"/with/{match.pk}/journey/{step.pk}/celebrate/",
        {"words": "I saw you", "picture": upload, "alt": "a lake", "press_id": str(uuid4())},
    )
    given = Celebration.objects.get()
    for client in (his, hers):
        page = text(client.get(f"/with/{match.pk}/journey/{step.pk}/"))
        assert "I saw you" in page
        assert 'alt="a lake"' in page
        served = client.get(f"/journey/given/{given.pk}/picture/")
        assert served.headers["Content-Type"] == "image/webp"
        assert b"".join(served.streaming_content)[8:12] == b"WEBP"
    assert 'name="words"' not in text(hers.get(f"/with/{match.pk}/journey/{step.pk}/"))
    assert "I saw you" in text(hers.get(f"/journey/{step.pk}/"))


def test_an_answer_that_cannot_be_kept_comes_back(match, maya, jonas, name, signed_in):
    step = name(maya, "opened it", show=True)
    upload = SimpleUploadedFile("a.jpg", b"no picture", "image/jpeg")
    answer = signed_in(jonas).post(
        f"/with/{match.pk}/journey/{step.pk}/celebrate/", {"words": "my words", "picture": upload}
    )
    assert answer.status_code == 422
    assert "my words</textarea>" in text(answer)
    assert "could not be opened" in text(answer)


@pytest.mark.parametrize("gone", ["taken back", "never was"])
def test_taken_back_while_it_is_answered_the_words_come_back(match, maya, jonas, name, signed_in, gone):
    step = name(maya, "opened it", show=True)
    step_id = step.pk
    if gone == "taken back":
        take_back_step(by=maya, step=step)
    else:
        step_id = uuid4()
    for words in ("my dear words", ""):
        answer = signed_in(jonas).post(f"/with/{match.pk}/journey/{step_id}/celebrate/", {"words": words})
        assert answer.status_code == 404
        assert "not here any more" in text(answer)
        assert words in text(answer)
    assert signed_in(jonas).post(f"/with/{match.pk}/journey/{step_id}/lamp/").status_code == 404
    assert not Celebration.objects.exists()


def test_in_a_pause_the_answer_is_refused_and_the_words_are_shown(match, maya, jonas, name, signed_in):
    step = name(maya, "opened it", show=True)
    pause_match(by=maya, match=match)
    client = signed_in(jonas)
    assert "taking a pause" in text(client.get(f"/with/{match.pk}/journey/{step.pk}/"))
    answer = client.post(f"/with/{match.pk}/journey/{step.pk}/celebrate/", {"words": "my words"})
    assert answer.status_code == 422
    assert "my words" in text(answer)


def test_lamps_by_plain_form_and_by_script(match, maya, jonas, name, signed_in):
    step = name(maya, "soup", show=True)
    path = f"/with/{match.pk}/journey/{step.pk}/lamp/"
    signed_in(jonas).post(path, {"on": "1"})
    assert "Light yours beside it" in text(signed_in(maya).get(path.removesuffix("lamp/")))
    answer = signed_in(maya).post(path, {"on": "1"}, headers={"accept": "application/json"})
    assert answer.json() == {"both": True}
    assert "Both your lamps are burning" in text(signed_in(jonas).get(path.removesuffix("lamp/")))
    signed_in(maya).post(path, {"on": "0"})
    assert Lamp.objects.get().by == jonas


def test_what_was_noticed_is_accepted_in_own_words_or_left(match, maya, jonas, signed_in):
    hers, his = signed_in(maya), signed_in(jonas)
    his.post(f"/with/{match.pk}/journey/notice/", {"words": "You said no."})
    noticing = Noticing.objects.get()
    assert "You said no." in text(hers.get(f"/with/{match.pk}/journey/"))
    path = f"/with/{match.pk}/journey/noticed/{noticing.pk}/"
    page = text(hers.get(path))
    assert "You said no." in page
    assert "You said no.</textarea>" not in page  # their own words, not the other's
    assert not unseen_of(maya).exists()
    for client in (his, signed_in(match.ambassador)):
        assert client.get(path).status_code == 404
        assert client.post(f"{path}let-be/").status_code == 404
    assert hers.post(path, filled(words="")).status_code == 422
    hers.post(path, filled(words="I said no"))
    assert Step.objects.get().words == "I said no"
    assert "You said no." in text(his.get(f"/with/{match.pk}/journey/"))  # private: all looks as before

    left = notice_step(by=jonas, match=match, words="You laughed.")
    hers.post(f"/with/{match.pk}/journey/noticed/{left.pk}/let-be/")
    assert "You laughed." not in text(hers.get(f"/with/{match.pk}/journey/"))
    assert "You laughed." in text(his.get(f"/with/{match.pk}/journey/"))
    his.post(f"/with/{match.pk}/journey/noticed/{left.pk}/take-back/")
    assert "You laughed." not in text(his.get(f"/with/{match.pk}/journey/"))


def test_after_the_end_each_goes_on_with_their_own(match, maya, jonas, name, signed_in):
    step = name(maya, "opened it", show=True)
    given = celebrate(by=jonas, match=match, step_id=step.pk, words="I saw you", picture=photo())
    leave_match(by=jonas, match=match)
    hers, his = signed_in(maya), signed_in(jonas)
    for client in (hers, his):
        assert client.get(f"/with/{match.pk}/journey/").headers["Location"] == "/journey/"
        assert client.get(f"/with/{match.pk}/journey/{step.pk}/").status_code == 404
    assert "I saw you" in text(hers.get(f"/journey/{step.pk}/"))
    assert hers.get(f"/journey/given/{given.pk}/picture/").status_code == 200
    assert his.get(f"/journey/given/{given.pk}/picture/").status_code == 404
    assert "opened it" not in text(his.get("/journey/"))


@pytest.mark.parametrize("mine", [True, False])
def test_what_was_given_is_taken_back_or_not_kept(match, maya, jonas, name, signed_in, mine):
    given = celebrate(by=jonas, match=match, step_id=name(maya, "x", show=True).pk, words="hm")
    client = signed_in(jonas if mine else maya)
    path = f"/journey/given/{given.pk}/take-back/"
    assert "hm" in text(client.get(path))
    client.post(path)
    assert not Celebration.objects.exists()
    assert client.get(path).status_code == 404


def test_looking_settles_the_notice(match, maya, jonas, name, signed_in):
    step = name(maya, "opened it", show=True)
    assert unseen_of(jonas).filter(kind="journey.shared").exists()
    home = text(signed_in(jonas).get(f"/home/{match.pk}/"))
    assert "Something new on your way" in home
    signed_in(jonas).get(f"/with/{match.pk}/journey/")
    assert not unseen_of(jonas).exists()
    assert "Something new on your way" not in text(signed_in(jonas).get(f"/home/{match.pk}/"))
    light_lamp(by=jonas, match=match, step_id=step.pk)
    signed_in(maya).get(f"/with/{match.pk}/journey/{step.pk}/")
    assert not unseen_of(maya).exists()


def test_words_of_any_kind_are_shown_as_words(match, maya, jonas, name, signed_in):
    step = name(maya, "<script>alert(1)</script>", show=True)
    celebrate(by=jonas, match=match, step_id=step.pk, words="<b>bold</b>", picture=photo(), alt='"><i>')
    for path in ("/journey/", f"/journey/{step.pk}/", f"/with/{match.pk}/journey/{step.pk}/"):
        page = text(signed_in(maya).get(path))
        assert "<script>alert" not in page
        assert "<b>bold" not in page
        assert '"><i>' not in page


PAGES = (
    ("/journey/", 9),
    ("/journey/new/", 4),
    ("/journey/{step}/", 8),
    ("/journey/{step}/change/", 8),
    ("/with/{match}/journey/", 15),
    ("/with/{match}/journey/{step}/", 12),
    ("/with/{match}/journey/notice/", 4),
)


@pytest.mark.parametrize(("path", "most"), PAGES)
def test_pages_ask_as_little_for_much_as_for_little(
    match, maya, jonas, name, signed_in, path, most, django_assert_max_num_queries
):
    for number in range(12):
        step = name(maya, str(number), show=True)
        said = say_from_here(by=maya, step=step, share_with=[match])
        celebrate(by=jonas, match=match, step_id=step.pk, words="a")
        celebrate(by=jonas, match=match, step_id=said.pk, words="b")
        for person in (maya, jonas):
            light_lamp(by=person, match=match, step_id=step.pk)
        if number < 9:
            notice_step(by=jonas, match=match, words=str(number))
            notice_step(by=maya, match=match, words=str(number))
    client, path = signed_in(maya), path.format(match=match.pk, step=step.pk)
    client.get(path)
    with django_assert_max_num_queries(most):
        assert client.get(path).status_code == 200


def test_before_taking_back_it_is_said_that_nothing_can_be_brought_back(match, maya, jonas, name, signed_in):
    step = name(maya, "got up", show=True)
    told = say_from_here(by=maya, step=name(maya, "the letter"))
    given = celebrate(by=jonas, match=match, step_id=step.pk, words="you did")
    noticed = notice_step(by=jonas, match=match, words="you laughed")
    hers, his = signed_in(maya), signed_in(jonas)
    for one in (step, told):
        page = text(hers.get(reverse("journey:take_back_step", args=[one.pk])))
        assert "It cannot be brought back." in page
        assert "Nothing of it is kept" not in page  # what the other showed to a person is kept there
    given_back = reverse("journey:take_back_given", args=[given.pk])
    for address in (given_back, reverse("journey:take_back_noticing", args=[match.pk, noticed.pk])):
        assert "at once and for good" in text(his.get(address))
