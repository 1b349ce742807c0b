"""Every number that can be set has a range, and what is outside is refused in one sentence."""

import re
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured
from environs import Env

from walkalong.config import settings
from walkalong.config.numbers import whole

NUMBERS = {
    match[1]: (int(match[2]), int(match[3]))
    for match in re.finditer(
        r'whole\(\s*env,\s*"(\w+)",.*?least=([\d_]+),\s*most=([\d_]+)',
        Path(settings.__file__).read_text(),
        re.S,
    )
}


def asked(name: str) -> int:
    least, most = NUMBERS[name]
    return whole(Env(), name, least, least=least, most=most)


def test_no_number_is_read_in_another_way() -> None:
    assert len(NUMBERS) >= 10
    assert not re.search(r"env\.(int|float|decimal)\(", Path(settings.__file__).read_text())


@pytest.mark.parametrize("name", sorted(NUMBERS))
def test_what_is_outside_is_refused_with_the_name_and_the_range(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    least, most = NUMBERS[name]
    for wrong in (str(least - 1), str(most + 1), "-3", "many", "1.5", "1e3"):
        monkeypatch.setenv(name, wrong)
        with pytest.raises(ImproperlyConfigured) as refused:
            asked(name)
        said = str(refused.value)
        assert name in said
        assert f"from {least:,} to {most:,}" in said


@pytest.mark.parametrize("name", sorted(NUMBERS))
def test_both_ends_are_taken_and_nothing_set_means_the_default(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    least, most = NUMBERS[name]
    for good in (least, most):
        monkeypatch.setenv(name, f" {good} ")
        assert asked(name) == good
    monkeypatch.setenv(name, "")
    assert asked(name) == least
