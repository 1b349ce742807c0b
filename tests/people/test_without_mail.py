"""Where no mail is set up, no page promises a letter: staff are asked to tell the person themselves."""

import pytest
from django.urls import reverse

from tests.factories import give_second_factor
from walkalong.people.models import MadeSure

pytestmark = pytest.mark.django_db
NONE_HERE = "No mail is set up here"
PAGES = [
    ("people:change_email", {"email": "new@example.org"}, "Changed."),
    ("people:remove_second_factor", {"made_sure": MadeSure.values[0]}, "Removed."),
]


@pytest.mark.parametrize(("name", "answers", "outcome"), PAGES)
def test_without_mail_staff_are_asked_to_tell_them_before_and_after(
    staff_client, maya, settings, name, answers, outcome
):
    settings.MAIL_CONFIGURED = False
    give_second_factor(maya)
    page = reverse(name, args=[maya.pk])
    asked = staff_client.get(page).content.decode()
    done = staff_client.post(page, answers, follow=True).content.decode()
    assert outcome in done
    for said in (asked, done):
        assert NONE_HERE in said
        assert "please tell them yourself" in said
        assert "gets a note" not in said
        assert "get a note" not in said
        assert "sends them a note" not in said


@pytest.mark.parametrize(("name", "answers", "outcome"), PAGES)
def test_with_mail_the_note_is_promised_before_and_after(
    staff_client, maya, settings, name, answers, outcome
):
    settings.MAIL_CONFIGURED = True
    give_second_factor(maya)
    page = reverse(name, args=[maya.pk])
    asked = staff_client.get(page).content.decode()
    done = staff_client.post(page, answers, follow=True).content.decode()
    assert outcome in done
    for said in (asked, done):
        assert "a note" in said
        assert NONE_HERE not in said
