"""From an empty server to a person who came in: the way a real programme begins, without the demo."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.e2e.conftest import PHONE
from tests.e2e.waits import PATIENCE, press
from tests.serving import RunningServer, free_port


@pytest.fixture(scope="module")
def empty_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    port = free_port()
    running = RunningServer(
        tmp_path_factory.mktemp("empty") / "data",
        command=("serve",),
        port=port,
        # browsers know passkeys at a name, not at 127.0.0.1
        environment={"WALKALONG_URL": f"http://localhost:{port}"},
    )
    running.start()
    running.url = f"http://localhost:{port}"
    yield running
    running.stop()


def device(browser: Browser, server: RunningServer, **options: object) -> BrowserContext:
    made = browser.new_context(viewport=PHONE, base_url=server.url, **options)  # type: ignore[arg-type]
    made.set_default_timeout(PATIENCE * 1000)
    return made


def give_a_passkey_reader(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def code_sent_to(server: RunningServer, address: str) -> str:
    """Without mail set up, codes wait in the operator's folder."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        for letter in sorted(Path(server.data_dir, "outbox").glob("*"), reverse=True):
            words = letter.read_text()
            code = re.search(r"^([A-Z]{4}-[A-Z]{4})$", words, re.M)
            if f"To: {address}" in words and code:
                return code.group(1)
        time.sleep(0.2)
    raise AssertionError("no code came")


def sign_out(page: Page) -> None:
    page.goto("/me/")
    page.get_by_role("button", name="Sign out").click()
    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()


def test_a_programme_is_set_up_and_somebody_comes_in(browser: Browser, empty_server: RunningServer) -> None:
    link = re.search(r"http://\S+/setup/\S+", empty_server.log.read_text())
    assert link is not None
    trouble: list[str] = []

    # the first member of staff, with a passkey
    phone = device(browser, empty_server, timezone_id="Europe/Dublin")
    page = phone.new_page()
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda said: trouble.append(said.text) if said.type == "error" else None)
    give_a_passkey_reader(page)
    page.goto(link.group())
    assert page.input_value("[name=time_zone]") == "Europe/Dublin"
    assert page.input_value("[name=country]") == "IE"
    page.get_by_label("What is your programme called?").fill("Harbour Walk")
    page.get_by_label("How do people reach you?").fill("hello@harbour.example")
    page.get_by_label("When is somebody there?").fill("weekdays, 9 to 17")
    page.get_by_label("Your own name").fill("Ada")
    page.get_by_label("Your e-mail address").fill("ada@harbour.example")
    press(page.get_by_role("button", name="Begin"))
    page.goto("/people/")
    expect(page).to_have_url(re.compile("/me/second-step/"))
    press(page.get_by_role("link", name="Add a passkey"))
    page.get_by_role("button", name="Add it").click()
    expect(page).to_have_url(re.compile("/recovery-codes/"))

    # an invitation
    page.goto("/people/invite/")
    page.get_by_label("Their name").fill("Noor")
    page.get_by_label("Their e-mail address").fill("noor@harbour.example")
    page.get_by_label("Mentee").check()
    press(page.get_by_role("button", name="Make the link"))
    invitation = page.get_by_label("Their link").input_value()

    # signing in again: by passkey alone, and by code with the passkey as the second step
    sign_out(page)
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_url(f"{empty_server.url}/")
    sign_out(page)
    page.goto("/accounts/login/")
    page.get_by_label("Your e-mail address").fill("ada@harbour.example")
    press(page.get_by_role("button", name="Send me a code"))
    page.get_by_label("Code").fill(code_sent_to(empty_server, "ada@harbour.example"))
    press(page.get_by_role("button", name="Sign in"))
    page.get_by_role("button", name="Use my passkey").click()
    expect(page).to_have_url(f"{empty_server.url}/")
    assert trouble == []
    phone.close()

    # Noor comes in with the link, and agrees to each document by itself
    theirs = device(browser, empty_server, timezone_id="America/Vancouver")
    page = theirs.new_page()
    page.goto(invitation)
    assert page.input_value("[name=country]") == "CA"
    page.get_by_role("button", name="Come in").click()
    expect(page).to_have_url(re.compile("/me/agreements/"))
    for left in (2, 1, 0):
        page.locator("input[name=agree]").first.check()
        press(page.get_by_role("button", name="Agree").first)
        expect(page.locator("input[name=agree]")).to_have_count(left)
    theirs.close()

    # and signs in without JavaScript
    plain = device(browser, empty_server, java_script_enabled=False)
    page = plain.new_page()
    page.goto(invitation)
    expect(page.get_by_role("heading", name="This link is closed")).to_be_visible()
    page.goto("/accounts/login/")
    page.get_by_label("Your e-mail address").fill("noor@harbour.example")
    press(page.get_by_role("button", name="Send me a code"))
    page.get_by_label("Code").fill(code_sent_to(empty_server, "noor@harbour.example"))
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(f"{empty_server.url}/")
    plain.close()
