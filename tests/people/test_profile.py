import pytest
from django.urls import reverse

from tests.factories import make_person
from walkalong.foundation.audit.services import record
from walkalong.people import services
from walkalong.people.models import Role

pytestmark = pytest.mark.django_db
PROFILE = {"display_name": "Maya B.", "country": "US", "time_zone": "America/Chicago", "language": "en"}


@pytest.fixture(autouse=True)
def _signed_in(client, maya):
    client.force_login(maya, backend="walkalong.people.backend.PersonBackend")


def test_a_person_changes_their_own_profile(client, maya):
    client.post(reverse("people:profile"), {**PROFILE, "discreet": "on"})
    maya.refresh_from_db()
    assert (maya.display_name, maya.country, maya.time_zone) == ("Maya B.", "US", "America/Chicago")
    assert maya.discreet


def test_a_person_changes_nothing_else_with_it(client, maya):
    before = (maya.email, maya.is_active, maya.pseudonym)
    client.post(
        reverse("people:profile"),
        {**PROFILE, "email": "x@example.org", "is_active": "", "pseudonym": "x", "roles": "staff"},
    )
    maya.refresh_from_db()
    assert (maya.email, maya.is_active, maya.pseudonym) == before


@pytest.mark.parametrize(
    ("field", "bad"),
    [("display_name", "a" * 61), ("country", "ZZ"), ("time_zone", "x" * 500), ("language", "tlh")],
)
def test_bad_input_changes_nothing(client, maya, field, bad):
    page = client.post(reverse("people:profile"), {**PROFILE, field: bad})
    assert page.context["form"].errors[field]
    maya.refresh_from_db()
    assert maya.display_name == "Maya"


def test_an_invisible_character_in_a_name_is_remarked_on_once(client, maya):
    page = client.post(reverse("people:profile"), {**PROFILE, "display_name": "No\u200bor"})
    assert len(page.context["form"].errors["display_name"]) == 1


def test_the_record_tells_what_was_done_in_plain_words(client, maya, staff):
    services.grant_role(by=staff, person=maya, role=Role.MENTOR)
    services.withdraw_agreement(by=maya, document="health-data")
    page = client.get(reverse("people:about_me_log"))
    told = [(line.words, line.who) for line in page.context["lines"]]
    assert told == [
        ("You took back your agreement: What you share about your health.", "You"),
        ("You were given a role: Mentor.", "Ines, of the programme"),
    ]
    assert str(staff.pseudonym) not in page.content.decode()


def test_the_record_names_nobody_who_was_never_of_the_programme(client, maya):
    jonas = make_person("Jonas", (Role.MENTOR,))
    record(verb="later.thing", actor=str(jonas.pseudonym), about=str(maya.pseudonym), reason="")
    page = client.get(reverse("people:about_me_log"))
    assert [line.who for line in page.context["lines"]] == ["Somebody of the programme"]
    assert "Jonas" not in page.content.decode()


def test_the_same_done_again_the_same_day_stands_in_one_line(client, maya, staff):
    for reason in ("", "", "", "because"):
        record(verb="later.thing", actor=str(staff.pseudonym), about=str(maya.pseudonym), reason=reason)
    page = client.get(reverse("people:about_me_log"))
    assert [(line.reason, line.times) for line in page.context["lines"]] == [("because", 1), ("", 3)]
    assert "3 times that day" in page.content.decode()


def test_the_record_shows_reasons_and_survives_verbs_it_does_not_know(client, maya, staff):
    record(verb="later.thing", actor=None, about=str(maya.pseudonym), reason="because")
    page = client.get(reverse("people:about_me_log")).content.decode()
    assert "because" in page
    assert "The programme, by itself" in page


def test_the_record_is_about_oneself_alone(client, staff):
    kim = make_person("Kim")
    services.deactivate_person(by=staff, person=kim)
    assert client.get(reverse("people:about_me_log")).context["lines"] == []


def test_every_verb_of_this_room_has_its_sentence():
    import re
    from pathlib import Path

    from walkalong import people
    from walkalong.people import record as room

    folder = Path(people.__file__).parent
    used = {
        verb
        for file in [*folder.glob("services/*.py"), folder / "receivers.py"]
        for verb in re.findall(r'"(people\.[a-z_]+)"', file.read_text())
    }
    about_staffs_own_work = {
        "people.invited",
        "people.invitation_resent",
        "people.invitation_revoked",
        "people.programme_changed",
    }
    assert used - about_staffs_own_work - {"people.setup"} <= set(room._sentences)
    assert len(used) > 10
