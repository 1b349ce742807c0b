"""The pages of a story: by plain forms, at few queries, kept nowhere, and gone when taken back."""

from uuid import uuid4

import pytest
from django.urls import reverse

from tests.conversation.pictures import SECRET, photo
from tests.factories import make_person
from walkalong.journey.story import services
from walkalong.journey.story.models import StoryPiece
from walkalong.journey.story.words import MOST_WORDS
from walkalong.matching.services import leave_match, pause_match
from walkalong.notices.models import Notice
from walkalong.people.models import ShownTo
from walkalong.people.services import Shown, show_picture, tell_about_me, withdraw_agreement

pytestmark = pytest.mark.django_db


def posted(match, to=ShownTo.OTHER, **more):
    return {"words": "kingfisher", "press_id": str(uuid4()), f"shown_{match.pk.hex}": to.value, **more}


def test_a_piece_is_told_by_a_plain_form_and_read_by_the_other(match, maya, jonas, signed_in):
    answer = signed_in(maya).post(reverse("journey:story_tell"), posted(match, title="Rain"))
    assert answer.url == reverse("journey:story")
    page = signed_in(jonas).get(reverse("journey:pair_story", args=[match.pk])).content.decode()
    assert "kingfisher" in page
    assert "Rain" in page


def test_unless_it_is_said_otherwise_only_the_teller_sees_it(match, maya, jonas, signed_in):
    form = signed_in(maya).get(reverse("journey:story_tell")).context["form"]
    chosen = {name: form[name].value() for name in form.fields if name.startswith("shown_")}
    assert set(chosen.values()) == {ShownTo.NOBODY}
    assert form["in_introduction"].value() in (None, False)


def test_line_breaks_count_as_one_and_twenty_thousand_fit(match, maya, signed_in):
    words = ("x" * 9 + "\r\n") * (MOST_WORDS // 10)
    signed_in(maya).post(reverse("journey:story_tell"), posted(match, words=words))
    assert StoryPiece.objects.get().words == words.replace("\r\n", "\n")


@pytest.mark.parametrize(
    "bad",
    [
        {"words": "kingfisher" + "x" * MOST_WORDS},
        {"words": "kingfisher\x00"},
        {"title": "x" * 121},
        {"title": "two\nlines"},
        {"to": "everybody"},
    ],
    ids=["too long", "null", "long title", "lines in the title", "somebody else"],
)
def test_what_is_refused_comes_back_whole_with_a_sentence(match, maya, signed_in, bad):
    fields = posted(match, **{name: value for name, value in bad.items() if name != "to"})
    if "to" in bad:
        fields[f"shown_{match.pk.hex}"] = bad["to"]
    page = signed_in(maya).post(reverse("journey:story_tell"), fields)
    assert page.status_code == 200
    assert page.context["form"].errors
    assert "kingfisher" in page.content.decode()
    assert not StoryPiece.objects.exists()


def test_an_agreement_taken_back_meanwhile_loses_no_words(match, maya, signed_in):
    client = signed_in(maya)
    withdraw_agreement(by=maya, document="health-data")
    assert client.get(reverse("journey:story_tell")).url == reverse("people:agreements")
    page = client.post(reverse("journey:story_tell"), posted(match, to=ShownTo.NOBODY)).content.decode()
    assert "kingfisher" in page
    assert "agree" in page


def test_a_form_older_than_the_piece_shows_both_and_then_keeps_the_choice(tell, match, maya, signed_in):
    piece, client = tell(maya, "first"), signed_in(maya)
    url = reverse("journey:story_piece", args=[piece.pk])
    stale = client.get(url).context["form"]["as_of"].value()
    services.change_piece(
        by=maya, piece=piece, title="", words="goldcrest", showing={}, in_introduction=False
    )
    page = client.post(url, posted(match, as_of=stale))
    assert "goldcrest" in page.content.decode()
    assert "kingfisher" in page.content.decode()
    again = client.post(url, posted(match, as_of=page.context["form"]["as_of"].value()))
    assert again.url == reverse("journey:story")
    piece.refresh_from_db()
    assert piece.words == "kingfisher"


def test_what_is_taken_back_is_gone_at_the_next_look_and_was_kept_nowhere(
    tell, match, maya, jonas, signed_in
):
    piece, client = tell(maya, "kingfisher"), signed_in(jonas)
    url = reverse("journey:pair_story", args=[match.pk])
    first = client.get(url)
    assert "kingfisher" in first.content.decode()
    assert "no-store" in first["Cache-Control"]
    signed_in(maya).post(reverse("journey:story_take_back", args=[piece.pk]))
    assert "kingfisher" not in client.get(url).content.decode()
    assert "kingfisher" in signed_in(maya).get(reverse("journey:story")).content.decode()


def test_the_picture_goes_with_its_permission(match, maya, jonas, signed_in):
    show_picture(by=maya, upload=photo(), shown=Shown(ShownTo.OTHER))
    client, url = signed_in(jonas), reverse("journey:pair_picture", args=[match.pk])
    answer = client.get(url)
    assert answer["Cache-Control"] == "private, no-store"
    assert SECRET.encode() not in b"".join(answer.streaming_content)
    assert signed_in(make_person("Ravi")).get(url).status_code == 404
    show_picture(by=maya, upload=None, shown=Shown(ShownTo.NOBODY))
    assert client.get(url).status_code == 404
    assert signed_in(maya).get(reverse("people:own_picture")).status_code == 200


def test_markup_is_shown_as_it_was_typed(tell, match, maya, jonas, signed_in):
    tell(maya, "<script>alert(1)</script>")
    page = signed_in(jonas).get(reverse("journey:pair_story", args=[match.pk])).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("words", ["🏳️‍🌈" * 400, "x" * 5000, "א" * 5000])
def test_a_long_piece_begins_and_is_there_whole(tell, match, maya, jonas, signed_in, words):
    tell(maya, words)
    page = signed_in(jonas).get(reverse("journey:pair_story", args=[match.pk])).content.decode()
    assert f">{words}</p>" in page
    assert "Read all of it" in page


def test_no_beginning_cuts_a_picture_letter_in_two():
    from walkalong.journey.story.shown import beginning_of

    flag = "🏳️‍🌈"
    assert beginning_of(flag * 400).replace(flag, "") == ""


@pytest.mark.parametrize("page", ["journey:pair_story", "journey:pair_seen"])
def test_after_the_end_both_are_led_to_what_they_keep(tell, match, maya, jonas, signed_in, page):
    tell(maya, "kingfisher")
    leave_match(by=jonas, match=match)
    for person in (maya, jonas):
        answer = signed_in(person).get(reverse(page, args=[match.pk]))
        assert answer.url == reverse("home:pair", args=[match.pk])
    assert "kingfisher" in signed_in(maya).get(reverse("journey:story")).content.decode()


def test_the_preview_shows_exactly_what_each_of_them_sees(tell, match, maya, jonas, signed_in):
    tell(maya, "for the other")
    tell(maya, "for the ambassador too", ShownTo.AMBASSADOR)
    tell(maya, "for an introduction", ShownTo.NOBODY, in_introduction=True)
    tell(maya, "for nobody", ShownTo.NOBODY)
    tell_about_me(by=maya, pronouns="ze/zir", languages="", interests="", shown=Shown(ShownTo.OTHER))
    mine = signed_in(maya).get(reverse("journey:pair_seen", args=[match.pk]))
    theirs = signed_in(jonas).get(reverse("journey:pair_story", args=[match.pk])).context["seen"]
    assert mine.context["by_other"] == theirs
    sam = signed_in(match.ambassador).get(reverse("care:story", args=[match.pk, maya.pk]))
    assert mine.context["by_ambassador"] == sam.context["seen"]
    assert "for an introduction" not in mine.content.decode()
    introduced = signed_in(maya).get(reverse("journey:story_introduction")).content.decode()
    assert "for an introduction" in introduced
    for words in ("for the other", "for the ambassador", "for nobody", "ze/zir"):
        assert words not in introduced
    assert "for nobody" not in mine.content.decode()


def test_the_ambassador_reads_only_what_was_shown_to_them(tell, match, maya, jonas, signed_in):
    tell(maya, "wren")
    tell(maya, "siskin", ShownTo.AMBASSADOR)
    show_picture(by=maya, upload=photo(), shown=Shown(ShownTo.OTHER))
    client = signed_in(match.ambassador)
    page = client.get(reverse("care:story", args=[match.pk, maya.pk])).content.decode()
    assert "siskin" in page
    assert "wren" not in page
    assert client.get(reverse("care:picture", args=[match.pk, maya.pk])).status_code == 404
    leave_match(by=maya, match=match)
    assert "siskin" not in client.get(reverse("care:story", args=[match.pk, maya.pk])).content.decode()


def test_in_a_pause_the_two_still_reach_the_page(tell, match, maya, jonas, signed_in):
    tell(maya, "kingfisher")
    pause_match(by=jonas, match=match)
    page = signed_in(jonas).get(reverse("journey:pair_story", args=[match.pk])).content.decode()
    assert "kingfisher" in page


def test_looking_at_the_others_story_settles_its_notice(tell, match, maya, jonas, signed_in):
    tell(maya)
    signed_in(jonas).get(reverse("journey:pair_story", args=[match.pk]))
    assert not Notice.objects.filter(person=jonas, kind="journey.story", seen_at=None).exists()


@pytest.mark.parametrize(
    ("page", "own"),
    [("story", True), ("story_tell", True), ("story_introduction", True), ("pair_story", False),
     ("pair_seen", False)],
)  # fmt: skip
def test_a_page_asks_as_much_for_twenty_pieces_as_for_one(
    tell, match, maya, signed_in, page, own, django_assert_max_num_queries
):
    client = signed_in(maya)
    url = reverse(f"journey:{page}", args=[] if own else [match.pk])
    tell(maya, to=ShownTo.AMBASSADOR, in_introduction=True)
    tell(match.mentor)
    client.get(url)
    with django_assert_max_num_queries(12) as few:
        client.get(url)
        asked = len(few)
    for _ in range(19):
        tell(maya, to=ShownTo.AMBASSADOR, in_introduction=True)
        tell(match.mentor)
    client.get(url)
    with django_assert_max_num_queries(asked):
        client.get(url)


def test_the_ambassadors_page_asks_as_much_for_twenty_pieces_as_for_one(
    tell, match, maya, signed_in, django_assert_max_num_queries
):
    client, url = signed_in(match.ambassador), reverse("care:story", args=[match.pk, maya.pk])
    tell(maya, to=ShownTo.AMBASSADOR)
    client.get(url)
    with django_assert_max_num_queries(10) as few:
        client.get(url)
        asked = len(few)
    for _ in range(19):
        tell(maya, to=ShownTo.AMBASSADOR)
    client.get(url)
    with django_assert_max_num_queries(asked):
        client.get(url)
