"""S5: the numbers are there without a network, those of every country, in two taps from where one is."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from playwright.sync_api import Page, expect

from tests.e2e.waits import go_offline


def test_the_card_and_every_countrys_numbers_without_a_network(as_person: Callable[..., Page]) -> None:
    page = as_person("Maya")
    page.goto("/notices/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    # the worker came before Maya did, with the programme's country; hers is the United States
    page.wait_for_function(
        "async () => (await (await caches.match('/help/'))?.text())?.includes('<strong>United States')"
    )
    page.reload()
    go_offline(page)
    page.get_by_role("link", name="Help now").first.click()
    expect(page.get_by_role("link", name="Call 911")).to_be_visible()
    page.get_by_text("Ireland", exact=True).last.click()
    expect(page.get_by_role("link", name="Call 1800 341 900")).to_be_visible()
    expect(page.locator("body")).not_to_contain_text("Maya")


def test_somebody_far_away_reads_what_the_time_is_where_the_programme_is(
    as_person: Callable[..., Page],
) -> None:
    page = as_person("Maya", timezone_id="Asia/Kolkata")  # never the time of Dublin
    before = datetime.now(ZoneInfo("Europe/Dublin"))
    page.goto("/help/")
    hours = {f"{moment:%H}" for moment in (before, before + timedelta(minutes=2))}
    expect(page.get_by_text("There it is now:")).to_have_text(re.compile(f" ({'|'.join(hours)}):\\d\\d$"))
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    go_offline(page)
    page.reload()
    expect(page.get_by_text("There it is now:")).to_be_visible()


def test_somebody_in_the_programmes_own_zone_reads_no_second_clock(as_person: Callable[..., Page]) -> None:
    page = as_person("Maya", timezone_id="Europe/Dublin")
    page.goto("/help/")
    expect(page.get_by_text("Dublin time")).to_be_visible()
    expect(page.get_by_text("There it is now:")).to_be_hidden()
