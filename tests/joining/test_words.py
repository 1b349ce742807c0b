"""Staff change the programme's words: kept by version, told who, and two at once lose nothing."""

import re
import time

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.urls import reverse

from tests.factories import make_person
from walkalong.foundation.audit.models import AuditEvent
from walkalong.joining import queries, services, shipped
from walkalong.joining.comparing import compare
from walkalong.joining.errors import ChangedMeanwhile
from walkalong.joining.models import ContentVersion
from walkalong.people.models import Role
from walkalong.people.services import deactivate_person

NAME = "what-you-are"
PAGE = reverse("joining:change", args=[NAME])
MINE = "# Three things\n\nMy own words.\n"
THEIRS = "# Three things\n\nBen's words.\n"
SITUATION = "# My evening\n\n> Words\n\n## With\n\n- Good\n\n  Why.\n\n## Over\n\n- Bad\n\n  Why not.\n"


def test_the_shipped_words_stand_until_somebody_changes_them(db) -> None:
    assert queries.content(NAME).words == shipped.words_of(NAME)
    with pytest.raises(Http404):
        queries.content("nothing")


def test_a_change_is_read_by_everybody_kept_and_recorded(ines, jonas, signed_in) -> None:
    answer = signed_in(ines).post(PAGE, {"words": MINE.replace("\n", "\r\n"), "since": "0"})
    assert answer.status_code == 302
    assert "My own words" in signed_in(jonas).get(reverse("joining:page", args=[NAME])).content.decode()
    version = ContentVersion.objects.get()
    assert (version.number, version.words, version.changed_by) == (1, MINE, ines)
    event = AuditEvent.objects.get(verb="joining.words_changed")
    assert event.actor == str(ines.pseudonym)
    assert event.detail == {"name": NAME, "version": 1}


def test_the_same_words_again_change_nothing(ines) -> None:
    for _press in range(2):
        services.change_words(by=ines, name=NAME, words=MINE, since=0)
    assert ContentVersion.objects.count() == 1


def test_a_preview_keeps_nothing_and_loses_nothing(ines, signed_in) -> None:
    page = signed_in(ines).post(PAGE, {"words": MINE, "since": "0", "preview": "1"}).content.decode()
    assert "<p>My own words.</p>" in page
    assert MINE.strip() in page
    assert not ContentVersion.objects.exists()


def test_two_at_once_lose_nothing_and_are_told_of_each_other(ines, ben, signed_in) -> None:
    services.change_words(by=ben, name=NAME, words=THEIRS, since=0)
    client = signed_in(ines)
    answer = client.post(PAGE, {"words": MINE, "since": "0"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Ben changed this while you were writing" in page
    assert "<ins>Ben&#x27;s words.</ins>" in page
    assert "My own words." in page.split("<textarea")[1]
    assert 'name="since" value="1"' in page
    assert queries.content(NAME).words == THEIRS  # nothing was overwritten
    client.post(PAGE, {"words": MINE, "since": "1"})
    assert queries.content(NAME).words == MINE
    assert [each.words for each in queries.versions_of(NAME)] == [MINE, THEIRS]


def test_two_in_the_same_instant_are_told_too(ines, ben, monkeypatch) -> None:
    """Both have looked before either has kept: the database lets only one be version 1."""
    stale = queries.content(NAME)
    services.change_words(by=ben, name=NAME, words=THEIRS, since=0)
    answers = iter([stale])
    real = queries.content
    monkeypatch.setattr(queries, "content", lambda name: next(answers, None) or real(name))
    with pytest.raises(ChangedMeanwhile) as meanwhile:
        services.change_words(by=ines, name=NAME, words=MINE, since=0)
    assert meanwhile.value.now.changed_by == ben
    assert ContentVersion.objects.count() == 1


@pytest.mark.parametrize("since", ["", "x", "-1", "999"])
def test_an_odd_version_number_overwrites_nothing(since: str, ines, ben, signed_in) -> None:
    services.change_words(by=ben, name=NAME, words=THEIRS, since=0)
    answer = signed_in(ines).post(PAGE, {"words": MINE, "since": since})
    assert "My own words." in answer.content.decode()
    assert queries.content(NAME).words == THEIRS


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ("", "no words here yet"),
        ("no title", "begin with a title"),
        ("# T\n\n" + "x" * 40_000, "longer than one page"),
        ("# T\n\na\x00b", "cannot be kept (a null)"),
    ],
)
def test_words_that_cannot_be_shown_come_back_with_a_kind_sentence(words, says, ines, signed_in) -> None:
    page = signed_in(ines).post(PAGE, {"words": words, "since": "0"}).content.decode()
    assert says in page
    assert not ContentVersion.objects.exists()


def test_the_service_refuses_what_could_not_be_shown(ines) -> None:
    with pytest.raises(ValidationError):
        services.change_words(by=ines, name="situation-1-kitchen", words="# T\n\nwords", since=0)


@pytest.mark.parametrize("path", [PAGE, reverse("joining:add")])
def test_with_an_ended_session_the_words_come_back_whole(path: str, ines, signed_in) -> None:
    client = signed_in(ines)
    stamp = re.search(r'name="typed_by" value="([^"]+)"', client.get(path).content.decode())[1]
    client.logout()
    answer = client.post(path, {"words": MINE, "since": "0", "typed_by": stamp})
    assert answer.status_code == 401
    assert "My own words." in answer.content.decode()
    assert not ContentVersion.objects.exists()


def test_every_version_can_be_read_compared_and_stand_again(ines, ben, signed_in) -> None:
    services.change_words(by=ines, name=NAME, words=MINE, since=0)
    services.change_words(by=ben, name=NAME, words=THEIRS, since=1)
    client = signed_in(ines)
    page = client.get(reverse("joining:history", args=[NAME])).content.decode()
    assert page.index("Ben") < page.index("Ines") < page.index("As it was shipped")
    page = client.get(reverse("joining:version", args=[NAME, 1])).content.decode()
    assert "<del>My own words.</del>" in page
    client.post(reverse("joining:go_back", args=[NAME, 0]), {"since": "2"})
    assert queries.content(NAME).words == shipped.words_of(NAME)
    assert queries.content(NAME).number == 3


def test_going_back_never_undoes_what_somebody_did_meanwhile(ines, ben, signed_in) -> None:
    services.change_words(by=ines, name=NAME, words=MINE, since=0)
    services.change_words(by=ben, name=NAME, words=THEIRS, since=1)
    page = signed_in(ines).post(reverse("joining:go_back", args=[NAME, 0]), {"since": "1"}, follow=True)
    assert "Somebody changed this meanwhile" in page.content.decode()
    assert queries.content(NAME).words == THEIRS


def test_a_version_that_never_was_is_not_found(ines, signed_in) -> None:
    assert signed_in(ines).get(reverse("joining:version", args=[NAME, 7])).status_code == 404
    assert signed_in(ines).post(reverse("joining:go_back", args=[NAME, 7])).status_code == 404


def test_a_situation_of_ones_own_stands_in_the_guide_after_the_shipped_ones(ines, signed_in) -> None:
    client = signed_in(ines)
    page = client.post(reverse("joining:add"), {"words": SITUATION, "preview": "1"}).content.decode()
    assert "How it would look" in page
    for words in (SITUATION, SITUATION.replace("Good", "Better")):  # two of one title stay two
        assert client.post(reverse("joining:add"), {"words": words}).status_code == 302
    assert [each.title for _name, each in queries.situations()][-2:] == ["My evening", "My evening"]
    name = queries.situations()[-1][0]
    assert client.get(reverse("joining:situation", args=[name])).status_code == 200
    assert client.get(reverse("joining:version", args=[name, 0])).status_code == 404  # it was never shipped


def test_a_situation_can_be_named_in_any_script(ines) -> None:
    name = services.add_situation(by=ines, words=SITUATION.replace("My evening", "الليل")).name
    assert queries.situations()[-1][0] == name


def test_put_away_and_brought_back_with_its_words(ines, signed_in) -> None:
    client, path = signed_in(ines), reverse("joining:put_away", args=["situation-2-bus"])
    client.post(path, {"since": "0", "in_use": "no"})
    assert not queries.content("situation-2-bus").in_use
    services.change_words(
        by=ines, name="situation-2-bus", words=SITUATION, since=1
    )  # still away: words are one thing, showing them another
    assert not queries.content("situation-2-bus").in_use
    client.post(path, {"since": "2", "in_use": "yes"})
    assert queries.content("situation-2-bus").in_use
    assert queries.content("situation-2-bus").words == SITUATION


def test_a_page_cannot_be_put_away(ines, signed_in) -> None:
    answer = signed_in(ines).post(reverse("joining:put_away", args=[NAME]), {"since": "0", "in_use": "no"})
    assert answer.status_code == 404


def test_only_staff_may(maya, jonas, signed_in) -> None:
    for person in (maya, jonas, make_person("Sam", (Role.AMBASSADOR,))):
        assert signed_in(person).get(reverse("joining:words")).status_code == 403
        assert signed_in(person).post(PAGE, {"words": MINE, "since": "0"}).status_code == 403
        with pytest.raises(PermissionDenied):
            services.change_words(by=person, name=NAME, words=MINE, since=0)
        with pytest.raises(PermissionDenied):
            services.add_situation(by=person, words=SITUATION)


def test_words_stay_when_the_account_of_who_wrote_them_is_closed(ines, ben, signed_in) -> None:
    services.change_words(by=ben, name=NAME, words=THEIRS, since=0)
    deactivate_person(by=ines, person=ben)
    assert queries.content(NAME).words == THEIRS
    assert "Ben" in signed_in(ines).get(reverse("joining:history", args=[NAME])).content.decode()


@pytest.mark.parametrize("page", ["words", "change", "history", "version"])
def test_it_is_cheap(page: str, ines, ben, signed_in, django_assert_max_num_queries) -> None:
    for number in range(12):
        services.change_words(by=ines, name=NAME, words=MINE + "x" * number, since=number)
    parameters = {"words": [], "version": [NAME, 3]}.get(page, [NAME])
    client = signed_in(ben)
    client.get(reverse(f"joining:{page}", args=parameters))
    with django_assert_max_num_queries(12):
        assert client.get(reverse(f"joining:{page}", args=parameters)).status_code == 200


def test_a_situation_kept_by_two_presses_stands_once(ines, signed_in) -> None:
    client = signed_in(ines)
    for _press in range(2):
        assert client.post(reverse("joining:add"), {"words": SITUATION}).status_code == 302
    assert ContentVersion.objects.count() == 1


def test_going_back_from_a_page_that_says_nonsense_is_told_kindly(ines, signed_in) -> None:
    services.change_words(by=ines, name=NAME, words=MINE, since=0)
    back = reverse("joining:go_back", args=[NAME, 0])
    for nonsense in ("", "-1", "9" * 5_000, "\u0663\u00b2"):
        assert signed_in(ines).post(back, {"since": nonsense}).status_code == 302
    assert queries.content(NAME).words == MINE


def test_the_longest_pages_are_compared_in_a_moment() -> None:
    before = "# T\n" + "\n" * 39_000
    began = time.process_time()
    assert compare(before, before[:-900] + "x\n")
    assert compare("a\nb\n" * 9_000, "b\nb\na\n" * 6_000)
    assert time.process_time() - began < 3
