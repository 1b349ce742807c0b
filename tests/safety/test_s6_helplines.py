"""S6: what the help card says about a line is a fact we read, dialable as written, and not too old."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit

import phonenumbers
import pytest
import time_machine
from phonenumbers import shortnumberinfo

from tests.factories import make_programme, make_staff, sign_in
from walkalong.safety import helplines

LINES = helplines.load()
READ = date(2026, 11, 23)


def told_as(line):
    return f"{line.country} {line.channel} {line.number}"


def can_be_dialled(number, country):
    """As it stands, in that country: a full number, or a short code without any country code before it."""
    digits = re.sub(r"[ -]", "", number)
    if not digits.isdigit() or digits.startswith("00"):
        return False
    parsed = phonenumbers.parse(number, country)
    if phonenumbers.is_valid_number_for_region(parsed, country):
        return True
    nothing_taken_off = str(parsed.national_number) == digits
    return nothing_taken_off and shortnumberinfo.is_valid_short_number_for_region(parsed, country)


@pytest.mark.parametrize("line", LINES, ids=told_as)
def test_the_number_can_be_dialled_there_as_it_stands(line):
    assert can_be_dialled(line.number, line.country)


@pytest.mark.parametrize("line", [line for line in LINES if line.kind == "emergency"], ids=told_as)
def test_an_emergency_number_is_the_countrys_own(line):
    number = phonenumbers.parse(line.number, line.country)
    cost = shortnumberinfo.expected_cost_for_region(number, line.country)
    assert shortnumberinfo.is_emergency_number(line.number, line.country) or (
        line.channel == "text" and cost == shortnumberinfo.ShortNumberCost.TOLL_FREE
    )


@pytest.mark.parametrize(
    ("number", "country"),
    [
        ("+1988", "US"),
        ("1988", "US"),
        ("0033 3114", "FR"),
        ("33 3114", "FR"),
        ("353 116123", "IE"),
        ("44 116 123", "GB"),
    ],
)
def test_a_short_code_with_a_country_code_before_it_is_refused(number, country):
    assert not can_be_dialled(number, country)


@pytest.mark.parametrize("line", LINES, ids=told_as)
def test_each_line_says_where_and_when_it_was_read(line):
    source = urlsplit(line.source)
    assert source.scheme == "https"
    assert source.hostname
    assert isinstance(line.read_on, date)
    assert line.hours
    assert line.channel in {"call", "text"}
    assert line.kind in {"emergency", "crisis", "abuse"}


@pytest.mark.parametrize("line", LINES, ids=told_as)
def test_nobody_is_said_to_have_dialled_unless_it_says_who_and_when(line):
    assert bool(line.verified_by) == isinstance(line.verified_on, date)


@pytest.mark.parametrize("country", ["US", "CA", "GB", "IE", "FR"])
def test_each_of_the_first_five_countries_has_an_emergency_number_and_a_crisis_line(country):
    card = helplines.for_country(country)
    assert card.emergency
    assert card.crisis
    assert card.name


def test_the_known_crisis_numbers_are_there():
    found = {(line.country, line.number) for line in LINES if line.channel == "call"}
    assert {("US", "988"), ("CA", "988"), ("GB", "116 123"), ("IE", "116 123"), ("FR", "3114")} <= found


def test_links_hold_digits_only():
    for line in LINES:
        scheme, _, digits = line.link.partition(":")
        assert scheme == {"call": "tel", "text": "sms"}[line.channel]
        assert digits.isdigit()


def test_a_line_is_stale_after_180_days_and_not_before():
    line = replace(LINES[0], read_on=READ)
    assert helplines.stale(READ + timedelta(days=180), [line]) == []
    assert helplines.stale(READ + timedelta(days=181), [line]) == [line]


def test_dialling_makes_a_line_fresh_again():
    line = replace(LINES[0], read_on=READ, verified_by="Ines", verified_on=READ + timedelta(days=170))
    assert helplines.stale(READ + timedelta(days=200), [line]) == []


def test_the_whole_file_is_stale_at_once_when_forgotten():
    assert helplines.stale(max(line.read_on for line in LINES) + timedelta(days=181)) == list(LINES)


def test_an_unknown_country_has_no_lines_of_another():
    for unknown in ("", "other", "ZZ", "<script>", "É", "U S"):
        assert helplines.for_country(unknown).lines == ()


def test_a_field_that_is_missing_is_noticed(tmp_path):
    file = tmp_path / "lines.toml"
    file.write_text('[[line]]\ncountry = "US"\n')
    with pytest.raises(TypeError):
        helplines.load(file)


@pytest.mark.django_db
@pytest.mark.parametrize(("days", "said"), [(180, False), (181, True)])
def test_the_staff_page_says_when_lines_are_too_old(client, days, said):
    make_programme()
    ines = make_staff()
    oldest = min(line.read_on for line in LINES)
    with time_machine.travel(datetime.combine(oldest, time(12), UTC) + timedelta(days=days)):
        sign_in(client, ines)
        page = client.get("/requests/").content.decode()
    assert ("more than 180 days ago" in page) is said
    assert "nobody has dialled yet" in page
