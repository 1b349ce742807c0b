"""The page of what is new, and the choices."""

import pytest
from django.urls import reverse

from tests.factories import make_person, make_programme, sign_in
from walkalong.notices import queries, services
from walkalong.notices.models import Notice

pytestmark = pytest.mark.django_db
LIST = "/notices/"


@pytest.fixture
def maya(client):
    make_programme()
    person = make_person()
    sign_in(client, person)
    return person


def test_a_stranger_signs_in_first(client):
    assert client.get(LIST).status_code == 302


def test_opening_a_piece_of_news_marks_it_as_seen_and_leads_there(client, maya):
    notice = services.notify(person=maya, kind="tests.quiet", url="/help/person/")
    page = client.get(LIST).content.decode()
    assert "Only inside" in page
    assert notice.seen_at is None
    answer = client.post(reverse("notices:open", args=[notice.pk]))
    assert (answer.status_code, answer["Location"]) == (302, "/help/person/")
    assert not queries.unseen_of(maya).exists()


def test_looking_at_the_list_marks_nothing(client, maya):
    services.notify(person=maya, kind="tests.quiet", url="/a/")
    client.get(LIST)
    assert queries.unseen_of(maya).exists()


def test_somebody_elses_news_is_as_if_it_were_not(client, maya):
    theirs = services.notify(person=make_person("Jonas"), kind="tests.quiet", url="/a/")
    gone = "00000000-0000-7000-8000-000000000000"
    assert client.post(reverse("notices:open", args=[theirs.pk])).status_code == 404
    assert client.post(reverse("notices:open", args=[gone])).status_code == 404
    theirs.refresh_from_db()
    assert theirs.seen_at is None


def test_all_at_once(client, maya):
    for _ in range(3):
        services.notify(person=maya, kind="tests.quiet", url="/a/")
    client.post(reverse("notices:all_seen"))
    assert not queries.unseen_of(maya).exists()


def test_the_bell_is_lit_only_while_something_is_new(client, maya):
    assert "something new" not in client.get(LIST).content.decode()
    services.notify(person=maya, kind="tests.quiet", url="/a/")
    assert "something new" in client.get(LIST).content.decode()


def test_the_choice_is_kept(client, maya):
    page = reverse("notices:choices")
    assert "checked" in client.get(page).content.decode()
    client.post(page, {})
    assert not queries.choice_of(maya).email
    client.post(page, {"email": "on"})
    assert queries.choice_of(maya).email


def test_a_kind_that_is_no_more_does_not_break_the_page(client, maya):
    Notice.objects.create(person=maya, kind="tests.of_an_older_version", url="/a/")
    assert client.get(LIST).status_code == 200


def lines(client) -> int:
    return client.get(LIST).content.decode().count("Only inside")


def test_what_reads_alike_and_leads_to_one_place_is_one_line_and_is_seen_at_once(client, maya):
    told = [services.notify(person=maya, kind="tests.quiet", url="/desk/") for _ in range(3)]
    assert lines(client) == 1
    assert "more than one" not in client.get(LIST).content.decode()
    client.post(reverse("notices:open", args=[told[-1].pk]))
    assert not queries.unseen_of(maya).exists()
    assert lines(client) == 1


def test_what_reads_alike_and_leads_to_several_places_is_one_line_until_each_was_opened(client, maya):
    for place in ("/a/", "/b/", "/c/"):
        services.notify(person=maya, kind="tests.quiet", url=place)
    opened = []
    for more in (True, True, False):
        page = client.get(LIST)
        new = [row for row in page.context["rows"] if row.notice.seen_at is None]
        assert len(new) == 1
        assert ("There is more than one" in page.content.decode()) is more
        opened.append(client.post(reverse("notices:open", args=[new[0].notice.pk]))["Location"])
    assert sorted(opened) == ["/a/", "/b/", "/c/"]
    assert "something new" not in client.get(LIST).content.decode()


def test_news_of_another_day_keeps_its_own_line_once_seen(client, maya):
    for _ in range(2):
        services.notify(person=maya, kind="tests.quiet", url="/a/")
        client.post(reverse("notices:all_seen"))
    assert lines(client) == 2


@pytest.mark.parametrize("how_many", [1, 50])
def test_the_page_asks_the_database_the_same_for_one_and_for_many(
    client, maya, how_many, django_assert_max_num_queries
):
    for _ in range(how_many):
        services.notify(person=maya, kind="tests.quiet", url="/a/")
    client.get(LIST)
    with django_assert_max_num_queries(8):
        client.get(LIST)
