"""WCAG 2.2 AA as far as a machine can see it: axe finds nothing on any page, in both themes."""

from collections.abc import Callable
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Page

from tests.e2e.pages import STARTS, STRANGER_STARTS, WHO, reachable
from tests.e2e.waits import at_rest

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
# All that a theme changes is colours; the rest of the page is the same page.
RULES_OF_COLOUR = {"runOnly": ["color-contrast", "link-in-text-block", "target-size"]}


def problems_on_every_page(page: Page, starts: tuple[str, ...]) -> list[str]:
    found = []
    for path in reachable(page, starts):
        show(page, "light")
        found += violations(page, f"{path} (light)", RULES)
        width = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        if width > 0:
            found.append(f"{path}: scrolls sideways by {width}px")
        show(page, "dark")
        found += violations(page, f"{path} (dark)", RULES_OF_COLOUR)
    return found


def show(page: Page, theme: Literal["light", "dark"]) -> None:
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")
    page.wait_for_function("theme => matchMedia(`(prefers-color-scheme: ${theme})`).matches", arg=theme)
    at_rest(page)


def violations(page: Page, where: str, rules: dict[str, list[str]]) -> list[str]:
    return [
        f"{where}: {violation['id']} ({violation['help']}) "
        + "; ".join(node["html"][:140] for node in violation["nodes"][:3])
        for violation in Axe().run(page, options=rules).response["violations"]
    ]


@pytest.mark.parametrize("name", WHO)
def test_every_page_is_clean_in_both_themes_for(name: str, as_person: Callable[..., Page]) -> None:
    assert problems_on_every_page(as_person(name), STARTS) == []


def test_every_page_is_clean_in_both_themes_for_a_stranger(context: Callable[..., BrowserContext]) -> None:
    page = context(viewport={"width": 320, "height": 640}).new_page()
    assert problems_on_every_page(page, STRANGER_STARTS) == []


def test_dark_is_really_another_theme(context: Callable[..., BrowserContext]) -> None:
    page = context().new_page()
    page.goto("/help/")
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    show(page, "light")
    light = page.evaluate(ground)
    show(page, "dark")
    page.wait_for_function(f"light => {ground} !== light", arg=light)
