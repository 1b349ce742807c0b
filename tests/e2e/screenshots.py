"""`make screenshots`: every page as each person, both sizes and themes, into build/screenshots."""

import os
import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests.browser import CHROMIUM_ARGUMENTS
from tests.e2e.conftest import DESKTOP, PHONE
from tests.e2e.pages import STARTS, STRANGER_STARTS, WHO, kind_of, reachable
from tests.needs import ROOT, chromium
from tests.serving import RunningServer

TARGET = ROOT / "build" / "screenshots"


def main() -> None:
    only = set(sys.argv[1:])
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = RunningServer(Path(folder) / "data").start()
        try:
            browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_ARGUMENTS)
            for who in (None, *WHO):
                if not only or (who or "stranger") in only:
                    take(browser, server, who)
            browser.close()
        finally:
            server.stop()
    sys.stdout.write(f"{sum(1 for _ in TARGET.rglob('*.png'))} pictures in {os.path.relpath(TARGET)}\n")


def take(browser: Browser, server: RunningServer, who: str | None) -> None:
    for size_name, size in (("phone", PHONE), ("desktop", DESKTOP)):
        for theme in ("light", "dark"):
            context = browser.new_context(
                viewport=size,
                base_url=server.url,
                color_scheme=theme,
                locale="en-GB",  # type: ignore[arg-type]
            )
            page = context.new_page()
            if who:
                page.goto("/demo/")
                page.get_by_role("button", name=who).first.click()
                page.wait_for_url(lambda url: "/demo/" not in url)
            for path in reachable(page, STARTS if who else STRANGER_STARTS):
                name = re.sub(r"[^a-z0-9]+", "-", kind_of(path)).strip("-") or "home"
                file = TARGET / (who or "stranger") / f"{name}.{size_name}.{theme}.png"
                file.parent.mkdir(parents=True, exist_ok=True)
                page.wait_for_timeout(150)
                page.screenshot(path=file, full_page=True)
            context.close()


if __name__ == "__main__":
    main()
