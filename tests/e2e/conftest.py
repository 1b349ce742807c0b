"""Two people, each in a browser of their own, before the real server with the demo programme."""

import contextlib
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.waits import PATIENCE, listen_to_sockets
from tests.needs import ROOT
from tests.serving import COMMAND_SECONDS, RunningServer

PHONE = {"width": 390, "height": 844}
DESKTOP = {"width": 1280, "height": 800}

expect.set_options(timeout=PATIENCE * 1000)

MAKE_PAIR = """
import sys
import django
django.setup()
from tests.factories import make_person
from tests.factories_match import make_match
from walkalong.people.models import Role
roles = {"mentee": Role.MENTEE, "mentor": Role.MENTOR, "ambassador": Role.AMBASSADOR}
names = dict(zip(roles, [*sys.argv[1:], f"{sys.argv[1]}'s Sam"]))
emails = {role: f"{role}.of.{sys.argv[1]}@example.org" for role in roles}
make_match(**{role: make_person(names[role], (roles[role],), email=emails[role]) for role in roles})
"""
_pairs = ((f"Bree{number:03}", f"Otto{number:03}") for number in count(1))  # no name is part of another


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.e2e)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """The demo programme, started once for each test process."""
    running = RunningServer(
        tmp_path_factory.mktemp("server") / "data", environment={"WALKALONG_MESSAGES_PER_MINUTE": "600"}
    )
    running.start()
    yield running
    running.stop()


@pytest.fixture
def another_pair(server: RunningServer) -> tuple[str, str]:
    """A mentee and a mentor of a walk that may end, and nobody else's ends with it."""
    environment = {
        **server.environment,
        "WALKALONG_DEMO": "1",
        "DJANGO_SETTINGS_MODULE": "walkalong.config.settings",
    }
    pair = next(_pairs)
    made = subprocess.run(
        [sys.executable, "-c", MAKE_PAIR, *pair],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=COMMAND_SECONDS,
    )
    assert made.returncode == 0, made.stderr[-2000:]
    return pair


@pytest.fixture
def context(browser: Browser, server: RunningServer) -> Iterator[Callable[..., BrowserContext]]:
    """Make a browser context of its own, as of one more device."""
    with contextlib.ExitStack() as stack:

        def make(**options: object) -> BrowserContext:
            settings = {"viewport": PHONE, "base_url": server.url, "locale": "en-GB", **options}
            made = browser.new_context(**settings)  # type: ignore[arg-type]
            made.set_default_timeout(PATIENCE * 1000)
            listen_to_sockets(made)
            stack.callback(made.close)
            return made

        yield make


@pytest.fixture
def as_person(context: Callable[..., BrowserContext]) -> Callable[..., Page]:
    """A page signed in as the demo person of that name: `as_person("Maya")`."""

    def sign_in(name: str, **options: object) -> Page:
        page = context(**options).new_page()
        page.goto("/demo/")
        page.get_by_role("button", name=name).first.click()
        page.wait_for_url(lambda url: "/demo/" not in url)
        return page

    return sign_in
