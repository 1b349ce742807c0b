"""The guide: read it, sort, hear why. It works without a script, and open to both of the two alike."""

import re

import pytest
from django.urls import reverse

from walkalong.joining import queries, services
from walkalong.joining.models import ContentVersion
from walkalong.joining.views.guide import PAGES

KITCHEN = reverse("joining:situation", args=["situation-1-kitchen"])


def line(name: str, side: str) -> str:
    """The form field of the first sentence of that side."""
    situation = dict(queries.situations())[name]
    return f"line-{situation.of(side)[0].key}"


@pytest.mark.parametrize("who", ["maya", "jonas", "ines"])
def test_everybody_signed_in_may_read_all_of_it(who, request, signed_in) -> None:
    client = signed_in(request.getfixturevalue(who))
    pages = [reverse("joining:guide"), reverse("joining:expect"), reverse("home:year"), KITCHEN]
    pages += [reverse("joining:page", args=[name]) for name in PAGES]
    assert [client.get(page).status_code for page in pages] == [200] * len(pages)


def test_a_stranger_is_asked_to_sign_in(client, db) -> None:
    assert client.get(reverse("joining:guide")).status_code == 302


@pytest.mark.parametrize("name", ["nothing", "what-to-expect", "year-1-beginning", "situation-1-kitchen"])
def test_what_is_no_page_of_the_guide_is_not_found(name: str, maya, signed_in) -> None:
    assert signed_in(maya).get(reverse("joining:page", args=[name])).status_code == 404


@pytest.mark.parametrize("name", ["nothing", "what-you-are", "year-1-beginning"])
def test_what_is_no_situation_is_not_found(name: str, maya, signed_in) -> None:
    assert signed_in(maya).get(reverse("joining:situation", args=[name])).status_code == 404


def test_one_is_led_from_the_first_page_through_every_situation_to_the_last(jonas, signed_in) -> None:
    client, path, seen = signed_in(jonas), reverse("joining:page", args=[PAGES[0]]), []
    while path != reverse("home:home"):
        seen.append(path)
        page = client.get(path).content.decode()
        path = re.search(r'class="way-on".*?href="([^"]+)"', page, re.S).group(1)
    situations = [reverse("joining:situation", args=[name]) for name, _situation in queries.situations()]
    pages = [reverse("joining:page", args=[name]) for name in PAGES]
    assert seen == [*pages[:3], *situations, pages[3]]


def test_before_sorting_no_reason_is_on_the_page_but_in_templates(jonas, signed_in) -> None:
    page = signed_in(jonas).get(KITCHEN).content.decode()
    seen = re.sub(r"<template.*?</template>", "", page, flags=re.S)
    assert "Two weeks of standing in that doorway" in seen
    assert "Nothing has to happen to the dishes" in page
    assert "Nothing has to happen to the dishes" not in seen


def test_without_a_script_one_sorts_and_hears_why(jonas, signed_in) -> None:
    chosen = {line("situation-1-kitchen", "with"): "with", line("situation-1-kitchen", "over"): "with"}
    page = signed_in(jonas).post(KITCHEN, {**chosen, "sort": ""}).content.decode()
    seen = re.sub(r"<template.*?</template>", "", page, flags=re.S)
    assert seen.count("Yes, it walks with them.") == 1
    assert seen.count("It sounds kind, and it talks over them.") == 1
    assert len(re.findall(r"<input type=\"radio\"[^>]* checked", seen)) == 2
    assert not re.search(r"\d+ (of|out of) \d+|score|correct|wrong", seen, re.I)  # nothing is graded


def test_sorting_keeps_what_one_was_typing_and_the_other_way_round(jonas, signed_in) -> None:
    client, chosen = signed_in(jonas), {line("situation-1-kitchen", "with"): "over"}
    page = client.post(KITCHEN, {**chosen, "words": "half a sen", "sort": ""}).content.decode()
    assert "half a sen</textarea>" in page
    page = client.post(KITCHEN, {**chosen, "words": "I'm here.", "try": ""}).content.decode()
    assert "checked" in page


def test_whoever_sorted_nothing_is_told_how_it_goes(jonas, signed_in) -> None:
    client = signed_in(jonas)
    assert "Put one or two of them" in client.post(KITCHEN, {"sort": ""}).content.decode()
    assert "Put one or two of them" not in client.get(KITCHEN).content.decode()


def test_odd_answers_are_taken_as_not_sorted(jonas, signed_in) -> None:
    odd = {line("situation-1-kitchen", "with"): "<b>", "line-nothing": "with", "sort": ""}
    answer = signed_in(jonas).post(KITCHEN, odd)
    assert answer.status_code == 200
    assert " checked" not in answer.content.decode()


def test_a_situation_put_away_is_met_by_nobody(jonas, ines, signed_in) -> None:
    services.put_away(by=ines, name="situation-2-bus", since=0)
    client = signed_in(jonas)
    assert client.get(reverse("joining:situation", args=["situation-2-bus"])).status_code == 404
    assert "situation-2-bus" not in client.get(reverse("joining:guide")).content.decode()
    assert "situation-2-bus" not in client.get(KITCHEN).content.decode()


def test_with_every_situation_put_away_the_way_on_still_leads_on(jonas, ines, signed_in) -> None:
    for name, _situation in queries.situations():
        services.put_away(by=ines, name=name, since=0)
    client = signed_in(jonas)
    assert "Evenings like these" not in client.get(reverse("joining:guide")).content.decode()
    page = client.get(reverse("joining:page", args=["with-or-over"])).content.decode()
    assert reverse("joining:page", args=["from-here"]) in page


@pytest.mark.parametrize(
    "path",
    [
        reverse("joining:guide"),
        reverse("joining:expect"),
        reverse("joining:page", args=["with-or-over"]),
        reverse("joining:page", args=["from-here"]),
        reverse("home:year"),
        KITCHEN,
    ],
)
def test_it_is_cheap(path: str, jonas, ines, signed_in, django_assert_max_num_queries) -> None:
    for name, _situation in queries.situations():
        services.put_away(by=ines, name=name, since=0)
        services.bring_back(by=ines, name=name, since=1)
    assert ContentVersion.objects.count() >= 12
    client = signed_in(jonas)
    client.get(path)
    with django_assert_max_num_queries(9):
        assert client.get(path).status_code == 200
