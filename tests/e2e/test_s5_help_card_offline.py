"""S5: the numbers are there without a network, those of every country, in two taps from where one is."""

from collections.abc import Callable

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
