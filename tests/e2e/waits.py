"""Waits that end when something is so: later on a slow and busy machine, and never too early."""

import json
import re
import time
from collections.abc import Callable
from weakref import WeakKeyDictionary

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Locator, Page, Route, WebSocket

PATIENCE = 60  # seconds: a busy machine is slow, not wrong

_greeted: WeakKeyDictionary[Page, set[WebSocket]] = WeakKeyDictionary()


def until(page: Page, is_so: Callable[[], object]) -> None:
    """For what no `expect` can ask. Routes and events of the page are heard meanwhile."""
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, "it did not come to pass"
        page.wait_for_timeout(50)


def press(target: Locator) -> None:
    """Press what leads to another page, and wait until that page is there with its scripts."""
    with target.page.expect_navigation():
        target.click()


def hold(page: Page, what: str | re.Pattern[str]) -> list[Route]:
    """What the page asks of these addresses waits here until the test answers it."""
    held: list[Route] = []
    page.route(what, lambda route: held.append(route))
    return held


def go_offline(page: Page) -> None:
    _switch(page, "offline")


def go_online(page: Page) -> None:
    _switch(page, "online")


def _switch(page: Page, to: str) -> None:
    """The page's own listeners came first, so they have all heard of it when this returns."""
    page.evaluate(
        "to => { window.switched = new Promise((done) => addEventListener(to, done, {once: true})) }", to
    )
    page.context.set_offline(to == "offline")
    page.evaluate("window.switched.then(() => true)")


def listen_to_sockets(context: BrowserContext) -> None:
    """So that is_live can be asked of the pages of this device."""
    context.on("page", _listen)


def _listen(page: Page) -> None:
    greeted = _greeted.setdefault(page, set())

    def opened(socket: WebSocket) -> None:
        socket.on("framereceived", lambda said: is_greeting(said) and greeted.add(socket))
        socket.on("close", lambda _: greeted.discard(socket))

    page.on("websocket", opened)
    page.on("request", lambda request: request.is_navigation_request() and greeted.clear())


def is_greeting(frame: str | bytes) -> bool:
    return bool(json.loads(frame).get("type") == "ready")


def is_live(page: Page) -> None:
    """The page's connection stands, so what is pressed elsewhere arrives as it happens."""
    until(page, lambda: _greeted.get(page))


def worker_is_ready(page: Page) -> None:
    """The service worker is at work and has the help card."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.wait_for_function(
        "caches.keys().then(async names => {"
        " for (const name of names) if (await (await caches.open(name)).match('/help/')) return true;"
        " return false })"
    )


def at_rest(page: Page) -> None:
    """In its final colours: nothing under the pointer, and whatever still moves has come to rest."""
    page.mouse.move(0, 0)
    page.emulate_media(reduced_motion="reduce")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 60)))")
    page.wait_for_function("document.getAnimations().every((motion) => motion.playState !== 'running')")


def axe_finds(page: Page) -> list[str]:
    at_rest(page)
    return [one["id"] for one in Axe().run(page).response["violations"]]
