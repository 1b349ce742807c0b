"""The page that tells how often the companion is right."""

import pytest

from walkalong.companion import Label
from walkalong.conversation import companion_quality
from walkalong.conversation.companion_quality import KINDS, LABELS, measured, page

ADDRESS = "/companion/quality/"


@pytest.fixture(autouse=True)
def _read_anew():
    measured.cache_clear()
    yield
    measured.cache_clear()


def test_both_of_a_pair_can_read_it(match, jonas, maya, signed_in):
    for person in (jonas, maya):
        answer = signed_in(person).get(ADDRESS)
        assert answer.status_code == 200
        assert "written for Walkalong by a machine" in answer.content.decode()


def test_it_tells_the_figures_that_were_measured(jonas, signed_in):
    found = measured()
    assert found is not None
    said = signed_in(jonas).get(ADDRESS).content.decode()
    assert f"{found['own']['flags']['precision']:.0%}" in said
    assert f"{found['own']['flags']['recall']:.0%}" in said
    assert "<svg" in said
    for name in LABELS.values():
        assert str(name).replace("'", "&#x27;") in said


def test_every_label_and_every_kind_of_check_has_words():
    assert set(LABELS) == {label.value for label in Label}
    found = measured()
    assert found is not None
    assert set(found["checks"]["kinds"]) <= set(KINDS)


def test_its_examples_are_told_as_text(jonas, signed_in, monkeypatch):
    found = measured()
    assert found is not None
    wrong = {"text": "<b>you</b>", "label": "VALIDATE", "read": "ADVISE", "over": 0.9}
    own = {**found["own"], "wrong": {"shown": [wrong], "missed": []}}
    monkeypatch.setattr(companion_quality, "measured", lambda: {**found, "own": own})
    assert "&lt;b&gt;you&lt;/b&gt;" in signed_in(jonas).get(ADDRESS).content.decode()


def test_it_tells_how_often_a_feeling_is_heard_rightly(jonas, signed_in, monkeypatch):
    found = measured()
    assert found is not None
    each = {"precision": 0.6431, "recall": 0.2412}
    heard = {"messages": 271, "without": 46, "readers": {"words": {"precision": 0.7}, "both": each}}
    monkeypatch.setattr(companion_quality, "measured", lambda: {**found, "feelings": heard})
    said = signed_in(jonas).get(ADDRESS).content.decode()
    assert "271 messages" in said
    assert "64%" in said
    assert "24%" in said


def test_figures_from_before_feelings_were_measured_are_told_without_them(jonas, signed_in, monkeypatch):
    found = measured()
    assert found is not None
    older = {key: value for key, value in found.items() if key != "feelings"}
    monkeypatch.setattr(companion_quality, "measured", lambda: older)
    said = signed_in(jonas).get(ADDRESS).content.decode()
    assert "Feelings it hears" not in said


def test_without_figures_it_says_so(jonas, signed_in, monkeypatch, tmp_path):
    monkeypatch.setattr(companion_quality, "RESULT", tmp_path / "none.json")
    assert page() == {"found": None}
    assert "did not come with this copy" in signed_in(jonas).get(ADDRESS).content.decode()


def test_it_asks_the_database_for_little(jonas, signed_in, django_assert_max_num_queries):
    client = signed_in(jonas)
    client.get(ADDRESS)
    with django_assert_max_num_queries(10):
        client.get(ADDRESS)
