"""The README's picture, from the running product: `python -m tests.e2e.picture`."""

import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser import CHROMIUM_ARGUMENTS
from tests.needs import ROOT, chromium
from tests.serving import RunningServer

SIZE = {"width": 390, "height": 760}
GAP = 28


def main() -> None:
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        server = RunningServer(folder / "data").start()
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_ARGUMENTS)
        shots = [
            take(browser, server, folder, "Maya", "light", room=False),
            take(browser, server, folder, "Maya", "light", room=True),
            take(browser, server, folder, "Maya", "dark", room=True),
        ]
        browser.close()
        server.stop()
        pictures = [Image.open(shot).convert("RGB") for shot in shots]
        width = sum(picture.width for picture in pictures) + GAP * (len(pictures) + 1)
        sheet = Image.new("RGB", (width, pictures[0].height + 2 * GAP), "#d9cfc4")
        left = GAP
        for picture in pictures:
            sheet.paste(picture, (left, GAP))
            left += picture.width + GAP
        sheet.quantize(256).save(ROOT / "docs" / "picture.png", optimize=True)


def take(browser: Browser, server: RunningServer, folder: Path, who: str, theme: str, *, room: bool) -> Path:
    page = browser.new_context(
        viewport=SIZE,  # type: ignore[arg-type]
        base_url=server.url,
        color_scheme=theme,  # type: ignore[arg-type]
        locale="en-GB",
    ).new_page()
    page.goto("/demo/")
    page.get_by_role("button", name=who).first.click()
    page.wait_for_url(lambda url: "/demo/" not in url)
    if room:
        page.goto(page.get_attribute("a[href*='/with/']", "href") or "")
        page.wait_for_timeout(1200)
    file = folder / f"{who}-{theme}-{room}.png"
    page.screenshot(path=file)
    return file


if __name__ == "__main__":
    main()
