import pytest
from django.http import HttpResponse
from django.urls import reverse

from tests.factories import make_person
from walkalong.foundation import realtime
from walkalong.foundation.audit.queries import events_about
from walkalong.people import documents, rules, services, signals
from walkalong.people.access import agreement_required
from walkalong.people.errors import Refused
from walkalong.people.models import Agreement, Person, Role

pytestmark = pytest.mark.django_db
NAMES = ["confidentiality", "health-data", "adult"]


@pytest.fixture
def noor(client):
    person = make_person("Noor", agreed=False)
    client.force_login(person, backend="walkalong.people.backend.PersonBackend")
    return person


def agree(client, name, **more):
    return client.post(reverse("people:agree", args=[name]), {"agree": "yes", "version": "1", **more})


def has_agreed(person):
    return rules.has_agreed(Person.objects.get(pk=person.pk))


def test_each_document_is_asked_for_by_itself_and_no_box_is_ticked(client, noor):
    page = client.get(reverse("people:agreements")).content.decode()
    assert page.count('type="checkbox"') == 3
    assert "checked" not in page
    for name in NAMES:
        assert not has_agreed(noor)
        agree(client, name)
    assert has_agreed(noor)
    assert "checkbox" not in client.get(reverse("people:agreements")).content.decode()


def test_an_unticked_box_agrees_to_nothing(client, noor):
    for name in NAMES:
        client.post(reverse("people:agree", args=[name]), {"version": "1"})
    assert not Agreement.objects.exists()


@pytest.mark.parametrize("version", ["0", "2", "x", "", "9" * 30])
def test_nobody_agrees_to_words_they_have_not_seen(client, noor, version):
    agree(client, "adult", version=version)
    assert not Agreement.objects.exists()


def test_an_unknown_document_does_not_exist(client, noor):
    assert agree(client, "everything").status_code == 404
    assert client.get(reverse("people:withdraw_agreement", args=["everything"])).status_code == 404


def test_pressed_twice_agrees_once(client, noor):
    agree(client, "adult")
    agree(client, "adult")
    assert Agreement.objects.count() == 1


@pytest.mark.parametrize("name", NAMES)
def test_each_can_be_taken_back_on_any_day(client, noor, name, monkeypatch):
    for each in NAMES:
        agree(client, each)
    heard, drops = [], []
    monkeypatch.setattr(realtime, "drop", lambda **what: drops.append(what))

    def listen(person, document, **_kwargs):
        heard.append((person.pk, document))

    signals.agreement_withdrawn.connect(listen)
    try:
        asked = client.get(reverse("people:withdraw_agreement", args=[name]))
        assert "conversation rests" in asked.content.decode()
        assert has_agreed(noor)
        client.post(reverse("people:withdraw_agreement", args=[name]))
    finally:
        signals.agreement_withdrawn.disconnect(listen)
    assert not has_agreed(noor)
    assert heard == [(noor.pk, name)]
    assert drops == [{"person_id": noor.pk}]
    agree(client, name)
    assert has_agreed(noor)
    verbs = list(events_about(str(noor.pseudonym)).values_list("verb", flat=True))
    assert verbs[:2] == ["people.agreed", "people.agreement_withdrawn"]


def test_who_looks_after_others_reads_what_taking_back_means_for_them(client):
    sam = make_person("Sam", (Role.AMBASSADOR,))
    client.force_login(sam, backend="walkalong.people.backend.PersonBackend")
    agree(client, "confidentiality")
    address = reverse("people:withdraw_agreement", args=["confidentiality"])
    asked = client.get(address).content.decode()
    assert "What you do here for others stays as it is." in asked
    assert "conversation rests" not in asked
    assert "conversation rests" not in client.post(address, follow=True).content.decode()


def test_a_new_version_asks_again(maya, monkeypatch):
    assert has_agreed(maya)
    newer = tuple(
        documents.Document(document.name, document.version + (document.name == "confidentiality"))
        for document in documents.required()
    )
    monkeypatch.setattr(documents, "required", lambda: newer)
    assert not has_agreed(maya)
    with pytest.raises(Refused):
        services.agree(by=maya, document="confidentiality", version=1)
    services.agree(by=maya, document="confidentiality", version=2)
    assert has_agreed(maya)


def test_closed_accounts_have_agreed_to_nothing(staff, maya):
    services.deactivate_person(by=staff, person=maya)
    assert not has_agreed(maya)


def test_a_page_that_needs_agreement_leads_to_it(rf, maya, noor):
    view = agreement_required(lambda request: HttpResponse("in"))
    request = rf.get("/")
    request.user = noor
    assert view(request).url == reverse("people:agreements")
    request.user = maya
    assert view(request).content == b"in"


def test_the_documents_say_what_must_be_said():
    confidentiality = documents.Document("confidentiality", 1).html
    for words in ("14 days", "taking a message back", "hard about it", "second person", "companion", "staff"):
        assert words.lower() in confidentiality.lower(), words
    assert "take this consent back at any time" in documents.Document("health-data", 1).html
    assert "18 or over" in documents.Document("adult", 1).html
