"""WCAG 2.2 AA, computed from the tokens themselves, by day and by lamplight."""

import re
from pathlib import Path

import pytest

import walkalong.web

STATIC = Path(walkalong.web.__file__).parent / "static" / "web"
TOKENS = (STATIC / "tokens.css").read_text()
DECLARATION = re.compile(r"(--[\w-]+):\s*([^;]+);")

GROUNDS = (
    *("surface", "surface-raised", "surface-sunken", "surface-bar"),
    *("surface-theirs", "surface-mine", "glow", "glow-far"),
)
LINKS_STAND_ON = ("surface", "surface-raised", "surface-mine", "surface-theirs", "accent-soft")
WORDS_ON = [
    *[(text, ground) for text in ("text", "text-soft") for ground in GROUNDS],
    *[("text", ground) for ground in ("info", "good", "care", "danger-soft", "lit", "accent-soft")],
    *[("link", ground) for ground in LINKS_STAND_ON],
    ("on-accent", "accent"),
    ("on-accent", "accent-hover"),
    ("on-accent-soft", "accent-soft"),
    ("on-lit", "lit"),
    ("on-info", "info"),
    ("text-soft", "info"),
    ("on-good", "good"),
    ("on-care", "care"),
    ("on-danger", "danger"),
    ("on-danger-soft", "danger-soft"),
]
EDGES_ON = [
    *[("line-control", ground) for ground in ("surface", "surface-raised", "surface-sunken")],
    *[("focus", ground) for ground in ("surface", "surface-raised", "surface-sunken", "surface-bar", "glow")],
    ("accent", "surface-raised"),
]


def block(pattern: str) -> dict[str, str]:
    found = re.search(pattern + r"\s*{(.*?)\n\s*}", TOKENS, re.S)
    assert found
    return dict(DECLARATION.findall(found[1]))


DAY = block(r":root")
SYSTEM_DARK = block(re.escape(':root:not([data-theme="light"])'))
CHOSEN_DARK = block(re.escape(':root[data-theme="dark"]'))
THEMES = {"day": DAY, "lamplight": {**DAY, **CHOSEN_DARK}}


def colour(theme: dict[str, str], name: str) -> str:
    value = theme[f"--{name}"]
    inner = re.fullmatch(r"var\(--([\w-]+)\)", value)
    return colour(theme, inner[1]) if inner else value


def luminance(hex_colour: str) -> float:
    channels = [int(hex_colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), WORDS_ON)
def test_words_are_readable(theme: str, text: str, ground: str) -> None:
    assert contrast(colour(THEMES[theme], text), colour(THEMES[theme], ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGES_ON)
def test_edges_of_controls_and_the_focus_ring_are_visible(theme: str, edge: str, ground: str) -> None:
    assert contrast(colour(THEMES[theme], edge), colour(THEMES[theme], ground)) >= 3


def test_dark_by_system_and_dark_by_choice_are_the_same() -> None:
    assert SYSTEM_DARK == CHOSEN_DARK


def test_every_letter_on_an_avatar_is_readable() -> None:
    grounds = re.findall(r"--avatar: (#\w{6});", (STATIC / "people.css").read_text())
    assert len(grounds) == 8
    assert all(contrast("#fffdfa", ground) >= 4.5 for ground in grounds)


def test_components_name_meanings_and_never_raw_colours() -> None:
    allowed = {"#fffdfa", "#fff", *re.findall(r"#\w{6}", (STATIC / "people.css").read_text())}
    for sheet in STATIC.glob("*.css"):
        if sheet.name != "tokens.css":
            assert set(re.findall(r"#[0-9a-f]{3,8}\b", sheet.read_text())) <= allowed, sheet.name


def test_every_token_that_is_used_exists() -> None:
    known = {*DAY}
    for sheet in STATIC.glob("*.css"):
        text = sheet.read_text()
        local = {name for name, _ in DECLARATION.findall(text)}
        without_fallback = re.findall(r"var\((--[\w-]+)\)", text)
        assert set(without_fallback) <= known | local, sheet.name
