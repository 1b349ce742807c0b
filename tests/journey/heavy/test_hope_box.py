"""A hope box: anything kind may be kept, only its owner looks in, and it is theirs for good."""

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
import time_machine
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import Http404
from django.utils import timezone

from tests.conversation.pictures import SECRET, photo
from tests.factories import make_person
from walkalong.foundation.crypto.models import StoredMedia
from walkalong.journey.heavy.errors import NotNow, NotTaken
from walkalong.journey.heavy.kinds import HopeKind
from walkalong.journey.heavy.models import HopeItem
from walkalong.journey.heavy.notice_kinds import HOPE_GIVEN
from walkalong.journey.heavy.services import hope, put_into_hope_box, remove_from_hope_box
from walkalong.matching.services import leave_match, pause_match, stop_contact
from walkalong.notices.models import Notice
from walkalong.notices.queries import unseen_of
from walkalong.people.models import Role
from walkalong.people.services import deactivate_person


def form(words: str = "", **more: object) -> dict[str, object]:
    return {"words": words, "press_id": str(uuid4()), **more}


@pytest.mark.parametrize("kind", ["words", "song", "letter"])
def test_it_is_put_in_looked_at_and_taken_out(match, maya, signed_in, kind):
    client = signed_in(maya)
    assert client.get(f"/hope/put-in/{kind}/").status_code == 200
    assert client.post(f"/hope/put-in/{kind}/", form("  good’n ☀️ ")).status_code == 302
    item = HopeItem.objects.get()
    assert (item.words, item.kind, item.owner, item.giver) == ("  good’n ☀️ ", kind, maya, maya)
    assert "  good’n ☀️ " in client.get("/hope/").content.decode()
    assert client.get(f"/hope/{item.pk}/remove/").status_code == 200
    assert client.post(f"/hope/{item.pk}/remove/").status_code == 302
    assert not HopeItem.objects.exists()
    assert not Notice.objects.exists()


@pytest.mark.parametrize("role", ["mentee", "mentor"])
def test_either_gives_to_the_other_who_is_told_once_and_without_a_word_of_it(match, signed_in, role):
    giver = getattr(match, role)
    owner = match.mentor if role == "mentee" else match.mentee
    client = signed_in(giver)
    for words in ("one kind thing", "another"):
        assert client.post(f"/with/{match.pk}/hope/words/", form(words)).status_code == 302
    assert {item.owner for item in HopeItem.objects.all()} == {owner}
    assert unseen_of(owner).filter(kind=HOPE_GIVEN).count() == 1
    assert "kind thing" not in repr(list(Notice.objects.values()))
    theirs = signed_in(owner)
    assert "one kind thing" in theirs.get(unseen_of(owner).get().url).content.decode()
    assert not unseen_of(owner).exists()
    assert "one kind thing" in theirs.get("/hope/").content.decode()
    assert f"From {giver.display_name}" in theirs.get("/heavy/").content.decode()


def test_the_other_sees_what_they_gave_and_nothing_else_of_the_box(match, maya, jonas, signed_in, keep):
    own = keep(maya, "mine alone", HopeKind.LETTER)
    keep(jonas, "given", given_in=match)
    page = signed_in(jonas).get(f"/with/{match.pk}/hope/").content.decode()
    assert "given" in page
    assert "mine alone" not in page
    assert signed_in(jonas).get(f"/hope/{own.pk}/remove/").status_code == 404
    with pytest.raises(Http404):
        remove_from_hope_box(by=jonas, item=own)


@pytest.mark.parametrize("who", ["the owner", "who gave it"])
def test_both_the_owner_and_who_gave_it_may_remove_it(match, maya, jonas, signed_in, keep, who):
    item = keep(jonas, "given", given_in=match)
    person = maya if who == "the owner" else jonas
    assert signed_in(person).post(f"/hope/{item.pk}/remove/").status_code == 302
    assert not HopeItem.objects.exists()


@pytest.mark.parametrize("end", [leave_match, stop_contact])
def test_after_the_end_it_is_the_owners_alone(match, maya, jonas, signed_in, keep, end):
    item = keep(jonas, "given", picture=photo(), kind=HopeKind.PICTURE, given_in=match)
    end(by=maya, match=match)
    for address in (f"/hope/{item.pk}/remove/", f"/hope/{item.pk}/picture/"):
        assert signed_in(jonas).get(address).status_code == 404
        assert signed_in(maya).get(address).status_code == 200
    with pytest.raises(NotNow):
        keep(jonas, "too late", given_in=match)
    assert signed_in(jonas).get(f"/with/{match.pk}/hope/").status_code == 302


def test_it_outlasts_the_account_of_who_gave_it(match, maya, jonas, signed_in, keep):
    keep(jonas, "stays with you", given_in=match)
    deactivate_person(by=make_person("Ada", (Role.STAFF,)), person=jonas)
    assert "stays with you" in signed_in(maya).get("/hope/").content.decode()


def test_nothing_is_given_while_the_two_rest_and_the_words_come_back(match, maya, jonas, signed_in):
    pause_match(by=maya, match=match)
    client = signed_in(jonas)
    assert client.get(f"/with/{match.pk}/hope/words/").status_code == 302
    answer = client.post(f"/with/{match.pk}/hope/words/", form("for later"))
    assert answer.status_code == 422
    assert "for later" in answer.content.decode()
    assert not HopeItem.objects.exists()


def test_a_picture_is_drawn_anew_sealed_and_for_its_owner(match, maya, jonas, signed_in):
    upload = SimpleUploadedFile("home_address.jpg", photo())
    client = signed_in(maya)
    assert client.post("/hope/put-in/picture/", form('a "hill" & sky', picture=upload)).status_code == 302
    item = HopeItem.objects.get()
    assert (item.width, item.height) == (200, 320)
    shown = client.get(f"/hope/{item.pk}/picture/")
    data = b"".join(shown.streaming_content)
    assert shown["Cache-Control"] == "private, no-store"
    assert SECRET.encode() not in data
    assert data[8:12] == b"WEBP"
    assert signed_in(jonas).get(f"/hope/{item.pk}/picture/").status_code == 404
    assert 'alt="a &quot;hill&quot; &amp; sky"' in client.get("/hope/").content.decode()
    for file in Path(settings.MEDIA_DIR).rglob("*"):
        assert not file.is_file() or b"WEBP" not in file.read_bytes()[:64]
    client.post(f"/hope/{item.pk}/remove/")
    assert not StoredMedia.objects.filter(pk=item.media_id).exists()


@pytest.mark.parametrize(
    ("kind", "posted", "said"),
    [
        ("words", form(" \n "), "There is nothing here to keep yet."),
        ("words", form("a" * 10_001), "1 character longer"),
        ("song", form("a" * 302), "2 characters longer"),
        ("letter", form("a\x00"), "NUL"),
        ("picture", form("a hill"), "Please choose a picture."),
        ("picture", form("a hill", picture=SimpleUploadedFile("x.png", b"no")), "could not be opened"),
        ("picture", form("a hill", picture=SimpleUploadedFile("x.png", b"")), "could not be opened"),
    ],
)
def test_what_cannot_be_kept_is_said_kindly_and_the_words_stay(match, maya, signed_in, kind, posted, said):
    answer = signed_in(maya).post(f"/hope/put-in/{kind}/", posted)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert str(posted["words"]).strip() in page
    assert not HopeItem.objects.exists()


def test_nobody_writes_the_letter_of_another(match, jonas, signed_in):
    assert signed_in(jonas).get(f"/with/{match.pk}/hope/letter/").status_code == 404
    assert signed_in(jonas).get("/hope/put-in/advice/").status_code == 404
    with pytest.raises(NotTaken):
        put_into_hope_box(by=jonas, kind=HopeKind.LETTER, words="x", given_in=match, press_id=uuid4())


def test_one_press_twice_is_one_thing(match, maya):
    press = uuid4()
    first = put_into_hope_box(by=maya, kind=HopeKind.SONG, words="one", press_id=press)
    again = put_into_hope_box(by=maya, kind=HopeKind.SONG, words="one", press_id=press)
    assert first == again
    assert HopeItem.objects.count() == 1


def test_a_full_box_comes_in_pages(match, maya, signed_in, keep):
    for number in range(45):
        keep(maya, f"number {number} kept")
    client = signed_in(maya)
    assert client.get("/hope/").content.decode().count(" kept<") == 20
    assert "number 0 kept" in client.get("/hope/?page=3").content.decode()
    assert client.get("/hope/?page=no").status_code == 200


def test_long_words_are_opened_by_a_press(match, maya, signed_in, keep):
    keep(maya, "long " * 300, HopeKind.LETTER)
    page = signed_in(maya).get("/heavy/").content.decode()
    assert page.index("Open the letter") < page.index("long long")


def test_something_given_that_hurts_can_be_told_to_a_person_and_the_giver_does_not_get_to_know(
    match, maya, jonas, signed_in, keep
):
    item = keep(jonas, "hm", given_in=match)
    own = keep(maya, "mine")
    about = f"/help/person/?about={jonas.pk}"
    assert about in signed_in(maya).get(f"/hope/{item.pk}/remove/").content.decode()
    assert signed_in(maya).get(about).status_code == 200
    assert "?about=" not in signed_in(maya).get(f"/hope/{own.pk}/remove/").content.decode()
    assert "?about=" not in signed_in(jonas).get(f"/hope/{item.pk}/remove/").content.decode()


def test_a_box_is_not_flooded_and_what_was_typed_is_still_there(
    match, maya, jonas, signed_in, keep, monkeypatch
):
    monkeypatch.setattr(hope, "MOST_GIVEN_IN_A_DAY", 2)
    keep(maya, "one's own does not count")
    for number in range(2):
        keep(jonas, f"given {number}", given_in=match)
    page = signed_in(jonas).post(f"/with/{match.pk}/hope/words/", form("one more kind word"))
    assert page.status_code == 422
    assert "one more kind word" in page.content.decode()
    assert HopeItem.objects.filter(giver=jonas).count() == 2
    keep(jonas, "into one's own box")
    with time_machine.travel(timezone.now() + timedelta(days=1, minutes=1)):
        assert keep(jonas, "the next day", given_in=match).owner == maya
