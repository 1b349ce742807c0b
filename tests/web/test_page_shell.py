"""What every page has: ways to help and out, a plain name when asked for, kind errors, careful headers."""

import json
from datetime import UTC, date, datetime

import pytest
import time_machine
from django import forms
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.test import Client, RequestFactory, override_settings
from django.utils import timezone

from tests.factories import make_person, sign_in
from walkalong.web import middleware, navigation, precache, views
from walkalong.web.context import Shell


def render(source: str, **context: object) -> str:
    return Template("{% load web %}" + source).render(Context(context))


@pytest.fixture
def page(client: Client) -> str:
    return client.get("/nowhere/").content.decode()


@pytest.mark.django_db
class TestEveryPage:
    def test_has_help_a_person_and_a_way_out(self, page: str) -> None:
        assert 'href="/help/"' in page
        assert 'href="/help/person/"' in page
        assert "data-quick-exit" in page
        assert 'class="skip-link" href="#main"' in page

    def test_is_plain_when_discreet(self, client: Client) -> None:
        client.cookies["discreet"] = "1"
        page = client.get("/nowhere/").content.decode()
        head = page[: page.index("</head>")]
        assert "<title>Notes</title>" in head
        assert "icons/notes.svg" in head
        assert "alongside" not in head
        assert "peer" not in head
        assert "Walkalong" not in head

    def test_a_person_who_chose_discreet_gets_it_without_a_cookie(self, client: Client) -> None:
        maya = make_person("Maya")
        maya.discreet = True
        maya.save()
        page = sign_in(client, maya).get("/nowhere/").content.decode()
        assert "<title>Notes</title>" in page

    def test_names_the_person_for_drafts_only_when_signed_in(self, client: Client, page: str) -> None:
        maya = make_person("Maya")
        assert 'data-person=""' in page
        assert f'data-person="{maya.pk}"' in sign_in(client, maya).get("/nowhere/").content.decode()

    def test_a_missing_page_says_what_to_do(self, client: Client) -> None:
        answer = client.get("/nowhere/")
        assert answer.status_code == 404
        assert "There is nothing here." in answer.content.decode()

    def test_signed_in_pages_are_not_stored(self, client: Client) -> None:
        answer = sign_in(client, make_person("Maya")).get("/nowhere/")
        assert answer.headers["Cache-Control"] == "no-store"
        assert "geolocation=()" in answer.headers["Permissions-Policy"]


class TestBrokenDays:
    def test_the_500_page_needs_neither_context_nor_database(self) -> None:
        answer = views.server_error(HttpRequest())
        assert answer.status_code == 500
        assert b"/help/" in answer.content

    def test_the_400_page_needs_neither_context_nor_database(self) -> None:
        answer = views.bad_request(HttpRequest())
        assert answer.status_code == 400
        assert b"/help/" in answer.content

    @pytest.mark.django_db
    def test_far_too_much_text_is_answered_kindly(self, client: Client) -> None:
        answer = client.post("/help/person/", {"words": "a" * 1_100_000})
        assert answer.status_code == 400
        assert "We could not read that." in answer.content.decode()

    @pytest.mark.django_db
    def test_the_sign_out_page_clears_the_device_too(self, client: Client) -> None:
        page = sign_in(client, make_person("Maya")).get("/accounts/logout/").content.decode()
        main = page[page.index("<main") : page.index("</main>")]
        assert "data-sign-out" in main


class TestOffline:
    def test_the_worker_knows_the_help_card_and_changes_its_version_with_its_assets(
        self, client: Client, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def facts() -> dict:
            answer = client.get("/sw.js")
            assert answer.headers["Service-Worker-Allowed"] == "/"
            assert "no-store" in answer.headers["Cache-Control"]
            return json.loads(answer.content.decode().split("self.SHELL = ")[1].split(";\n")[0])

        before = facts()
        assert before["helpCard"] == "/help/"
        assert any("tokens" in url for url in before["assets"])
        monkeypatch.setattr(precache, "_paths", [*precache.paths(), "web/icons/notes-192.png"])
        assert facts()["version"] != before["version"]

    @pytest.mark.django_db
    def test_the_offline_page_names_nobody(self, client: Client) -> None:
        page = sign_in(client, make_person("Zebedee")).get("/offline/").content.decode()
        assert "Zebedee" not in page
        assert "There is no network just now." in page

    @pytest.mark.django_db
    def test_the_offline_page_offers_what_works_offline_first(self, client: Client) -> None:
        page = client.get("/offline/").content.decode().partition("<h1>")[2]
        assert page.index('href="/help/"') < page.index("If you were writing") < page.index('href="/"')

    @pytest.mark.parametrize(("address", "icon"), [("", "walkalong"), ("?discreet=1", "notes")])
    @pytest.mark.django_db
    def test_the_manifest_has_a_plain_twin(self, client: Client, address: str, icon: str) -> None:
        facts = client.get(f"/manifest.webmanifest{address}").json()
        assert all(icon in entry["src"] for entry in facts["icons"])
        assert (facts["name"] == "Notes") == (icon == "notes")


class TestNavigation:
    def test_is_asked_only_when_shown_and_in_order(self, monkeypatch: pytest.MonkeyPatch) -> None:
        asked = []

        def provider(request: HttpRequest) -> list[navigation.NavItem]:
            asked.append(request)
            return [
                navigation.NavItem("Later", "/b/", "bell", order=60),
                navigation.NavItem("First", "/a/", "home", order=10),
            ]

        monkeypatch.setattr(navigation, "_nav_providers", [])
        navigation.register(provider)
        navigation.register(provider)
        request = RequestFactory().get("/")
        request.user = AnonymousUser()
        shell = Shell(request)
        assert asked == []
        assert [item.label for item in shell.nav_items] == ["First", "Later"]
        assert shell.nav_items
        assert len(asked) == 1


class TestReaderZone:
    def seen(self, zone: str) -> str:
        request = RequestFactory().get("/")
        request.COOKIES["sessionid"] = "a"
        request.user = type("Reader", (), {"time_zone": zone, "language": "en"})()
        seen = []

        def view(request: HttpRequest) -> HttpResponse:
            seen.append(timezone.get_current_timezone_name())
            return HttpResponse()

        middleware.ReaderZone(view)(request)
        return seen[0]

    def test_is_the_readers_own(self) -> None:
        assert self.seen("America/Toronto") == "America/Toronto"
        assert timezone.get_current_timezone_name() == "UTC"

    @pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../etc/passwd"])
    def test_an_unknown_zone_falls_back(self, zone: str) -> None:
        assert self.seen(zone) == "UTC"


class TestDays:
    @pytest.mark.parametrize(
        ("moment", "label"),
        [
            (datetime(2026, 3, 10, 1, tzinfo=UTC), "Yesterday"),  # still the 9th in Toronto
            (datetime(2026, 3, 10, 12, tzinfo=UTC), "Today"),
            (datetime(2026, 3, 11, 12, tzinfo=UTC), "Tomorrow"),
            (datetime(2026, 2, 2, 12, tzinfo=UTC), "Mon 2 Feb"),
            (date(2025, 11, 3), "Mon 3 Nov 2025"),
            (None, ""),
        ],
    )
    def test_are_named_as_the_reader_lives_them(self, moment: object, label: str) -> None:
        now = datetime(2026, 3, 10, 20, tzinfo=UTC)
        with time_machine.travel(now, tick=False), timezone.override("America/Toronto"):
            assert render("{{ moment|day_label }}", moment=moment) == label


class TestAvatars:
    @pytest.mark.parametrize(("name", "letter"), [("maya", "M"), (" 🙂 éa", "É"), ("", "·"), ("山田", "山")])
    def test_have_the_first_letter_of_any_script(self, name: str, letter: str) -> None:
        assert render("{{ name|initial }}", name=name) == letter

    def test_keep_their_colour(self) -> None:
        colours = {int(render("{{ pk|avatar_colour }}", pk=pk)) for pk in range(200)}
        assert colours == set(range(8))


class Sample(forms.Form):
    name = forms.CharField(label="Name", help_text="A first name")
    way = forms.ChoiceField(label="Way", choices=[("a", "A")], widget=forms.RadioSelect)
    adult = forms.BooleanField(label="I am 18")
    note = forms.CharField(label="Note", required=False)


class TestForms:
    def test_say_what_is_missing_where_a_screen_reader_hears_it(self) -> None:
        page = str(Sample({}))
        assert 'aria-invalid="true"' in page
        assert 'aria-describedby="id_name_helptext id_name_error"' in page
        assert 'id="id_name_helptext"' in page
        assert 'id="id_name_error"' in page

    def test_group_choices_under_a_legend(self) -> None:
        page = str(Sample())
        assert "<legend>Way" in page
        assert '<label for="id_adult">I am 18</label>' in page

    def test_mark_what_is_optional_rather_than_what_is_required(self) -> None:
        page = str(Sample())
        assert page.count("(if you like)") == 1

    def test_escape_what_people_typed(self) -> None:
        page = str(Sample({"name": "<script>"}))
        assert "<script>" not in page


class TestStylePage:
    @override_settings(DEBUG=False, DEMO=False)
    @pytest.mark.django_db
    def test_is_no_part_of_a_running_programme(self, client: Client) -> None:
        assert client.get("/looks/").status_code == 404

    @override_settings(DEMO=True)
    @pytest.mark.django_db
    def test_shows_every_component_in_a_demo(self, client: Client) -> None:
        page = client.get("/looks/").content.decode()
        for component in (
            "button--danger",
            "notice--care",
            "avatar--large",
            "switch",
            "tabs",
            "dialog",
            "empty",
        ):
            assert component in page
