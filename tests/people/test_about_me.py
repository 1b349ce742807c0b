"""What somebody says about themselves, their picture, and who may see which."""

import io
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.urls import reverse
from PIL import Image

from tests.conversation.pictures import SECRET, photo
from tests.factories import make_person, sign_in
from walkalong.foundation.audit.queries import events_about
from walkalong.foundation.crypto.models import StoredMedia
from walkalong.people import services
from walkalong.people.about import NOTHING, Reader, as_seen_by
from walkalong.people.errors import Refused
from walkalong.people.models import AboutMe, Role, ShownTo
from walkalong.people.services import Shown, withdraw_agreement
from walkalong.people.services.about import PICTURE_SIDE

pytestmark = pytest.mark.django_db
WORDS = {"pronouns": "ze/zir", "languages": "English, العربية", "interests": "Drawing 🎸\nand dogs  "}
NOBODY = {"shown_to": "nobody"}


@pytest.fixture(autouse=True)
def _signed_in(client, maya):
    client.force_login(maya, backend="walkalong.people.backend.PersonBackend")


def picture_form(data: bytes | None = None, **more: str) -> dict[str, object]:
    fields = {f"picture-{name}": value for name, value in {**NOBODY, **more}.items()}
    if data is not None:
        fields["picture-picture"] = SimpleUploadedFile("IMG_at_home.jpg", data)
    return fields


def test_words_are_kept_as_typed_and_shown_to_nobody_until_it_is_said(client, maya):
    answer = client.post(reverse("people:about_me"), {**WORDS, **NOBODY})
    assert answer.url == reverse("people:about_me")
    about = AboutMe.objects.get(person=maya)
    assert {name: getattr(about, name) for name in WORDS} == WORDS
    assert [as_seen_by(reader, about) for reader in Reader] == [NOTHING] * 3
    assert "Drawing" in client.get(reverse("people:about_me")).content.decode()


@pytest.mark.parametrize(
    ("to", "introduced", "readers"),
    [
        (ShownTo.NOBODY, False, set()),
        (ShownTo.OTHER, False, {Reader.OTHER}),
        (ShownTo.AMBASSADOR, False, {Reader.OTHER, Reader.AMBASSADOR}),
        (ShownTo.NOBODY, True, {Reader.INTRODUCTION}),
        (ShownTo.AMBASSADOR, True, set(Reader)),
    ],
)
def test_exactly_those_see_it(maya, to, introduced, readers):
    about = services.tell_about_me(by=maya, **WORDS, shown=Shown(to, introduced))
    assert {reader for reader in Reader if as_seen_by(reader, about).pronouns} == readers


def test_the_database_holds_none_of_the_words(client):
    client.post(reverse("people:about_me"), {**WORDS, **NOBODY})
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM people_aboutme")
        raw = str(cursor.fetchall())
    for words in ("ze/zir", "English", "Drawing"):
        assert words not in raw


@pytest.mark.parametrize(
    ("field", "bad"),
    [
        ("pronouns", "x" * 61),
        ("pronouns", "two\nlines"),
        ("languages", "x" * 201),
        ("languages", "\u202eno"),
        ("interests", "x" * 1001),
        ("interests", "null \x00"),
        ("shown_to", "everybody"),
        ("shown_to", ""),
    ],
)
def test_bad_input_keeps_nothing_and_comes_back(client, field, bad):
    page = client.post(reverse("people:about_me"), {**WORDS, **NOBODY, field: bad})
    assert page.context["form"].errors[field]
    assert page.context["form"]["languages"].value()
    assert not AboutMe.objects.exists()


def test_a_picture_is_drawn_anew_made_small_and_sealed(client, maya):
    answer = client.post(reverse("people:picture"), picture_form(photo(size=(2000, 1000)), shown_to="other"))
    assert answer.url == reverse("people:about_me")
    served = client.get(reverse("people:own_picture"))
    data = b"".join(served.streaming_content)
    assert served["Cache-Control"] == "private, no-store"
    assert SECRET.encode() not in data
    drawn = Image.open(io.BytesIO(data))
    assert (drawn.format, max(drawn.size)) == ("WEBP", PICTURE_SIDE)
    assert not drawn.getexif()
    stored = StoredMedia.objects.get(id=AboutMe.objects.get(person=maya).picture_id)
    raw = (Path(settings.MEDIA_DIR) / stored.file[:2] / stored.file).read_bytes()
    assert b"WEBP" not in raw


def test_another_picture_takes_the_place_of_the_first_and_removing_leaves_none(client, maya):
    client.post(reverse("people:picture"), picture_form(photo()))
    first = AboutMe.objects.get(person=maya).picture_id
    client.post(reverse("people:picture"), picture_form(photo("PNG")))
    second = AboutMe.objects.get(person=maya).picture_id
    assert first != second
    assert not StoredMedia.objects.filter(id=first).exists()
    client.post(reverse("people:remove_picture"))
    client.post(reverse("people:remove_picture"))
    assert not StoredMedia.objects.filter(id=second).exists()
    assert client.get(reverse("people:own_picture")).status_code == 404


@pytest.mark.parametrize(
    "data", [b"no picture", b"", b"\xff\xd8\xff" + b"\0" * 10_000_001, None],
    ids=["no picture", "empty", "too large", "none chosen"],
)  # fmt: skip
def test_a_picture_that_cannot_be_is_refused_kindly(client, data):
    page = client.post(reverse("people:picture"), picture_form(data))
    (said,) = page.context["picture_form"].errors["picture"]
    assert said.endswith(".")
    assert not StoredMedia.objects.exists()


def test_who_sees_the_picture_is_changed_without_sending_it_again(client, maya):
    client.post(reverse("people:picture"), picture_form(photo()))
    client.post(reverse("people:picture"), picture_form(shown_to="ambassador"))
    about = AboutMe.objects.get(person=maya)
    assert (about.picture_shown_to, about.shown_to) == ("ambassador", "nobody")
    assert as_seen_by(Reader.AMBASSADOR, about).picture_id == about.picture_id


def test_nothing_is_shown_without_the_agreements_and_anything_can_be_hidden(client, maya):
    services.tell_about_me(by=maya, **WORDS, shown=Shown(ShownTo.OTHER))
    withdraw_agreement(by=maya, document="confidentiality")
    with pytest.raises(Refused, match="agree"):
        services.show_picture(by=maya, upload=photo(), shown=Shown(ShownTo.OTHER))
    page = client.post(reverse("people:about_me"), {**WORDS, "shown_to": "ambassador"}).content.decode()
    assert "ze/zir" in page
    assert "agree" in page
    assert client.post(reverse("people:about_me"), {**WORDS, **NOBODY}).status_code == 302
    assert AboutMe.objects.get(person=maya).shown_to == "nobody"


def test_the_record_says_who_may_see_it_and_not_what_it_is(client, maya):
    client.post(reverse("people:about_me"), {**WORDS, "shown_to": "other", "in_introduction": "on"})
    client.post(reverse("people:about_me"), {**WORDS, "shown_to": "other", "in_introduction": "on"})
    lines = client.get(reverse("people:about_me_log")).context["lines"]
    assert [line.words for line in lines] == [
        "You chose who sees what you say about yourself: Whoever I walk with; "
        "in an introduction to somebody you might walk with"
    ]
    assert "ze/zir" not in str([vars(event) for event in events_about(str(maya.pseudonym))])


def test_everybody_sees_their_own_alone(client, maya):
    client.post(reverse("people:about_me"), {**WORDS, "shown_to": "ambassador"})
    client.post(reverse("people:picture"), picture_form(photo(), shown_to="ambassador"))
    sign_in(client, make_person("Kim"))
    assert "ze/zir" not in client.get(reverse("people:about_me")).content.decode()
    assert client.get(reverse("people:own_picture")).status_code == 404


def test_the_page_is_cheap(client, maya, django_assert_max_num_queries):
    client.post(reverse("people:about_me"), {**WORDS, **NOBODY})
    client.get(reverse("people:about_me"))
    with django_assert_max_num_queries(8):
        client.get(reverse("people:about_me"))


@pytest.mark.parametrize("page", ["about_me", "agreements", "sealed_facts", "about_me_log", "sessions"])
def test_every_page_below_me_leads_back_there(client, page):
    main = client.get(reverse(f"people:{page}")).content.decode().split("<main")[1].split("</main>")[0]
    assert f'href="{reverse("people:profile")}"' in main


def test_where_one_is_now_is_called_by_what_it_is(client):
    me = client.get(reverse("people:profile")).content.decode()
    page = client.get(reverse("people:sealed_facts")).content.decode()
    assert "Where I am now, and whom to call" in me
    assert "<h1>Where you are now, and whom to call</h1>" in page
    assert "facts" not in (me + page).split("<main")[1].lower().replace('class="facts"', "")


@pytest.mark.parametrize(
    ("roles", "offered"),
    [((Role.MENTEE,), True), ((Role.MENTOR,), True), ((), True), ((Role.AMBASSADOR,), False)],
    ids=["mentee", "mentor", "roles ended", "ambassador"],
)
def test_whoever_walks_or_walked_finds_their_story_under_me(client, roles, offered):
    sign_in(client, make_person("Kim", roles))
    assert (reverse("journey:story") in client.get(reverse("people:profile")).content.decode()) is offered
