"""The longest main-thread task while scrolling up through 10,000 messages, at full and at quarter speed."""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from benchmarks.measure import table  # noqa: E402
from tests.browser import CHROMIUM_ARGUMENTS  # noqa: E402
from tests.e2e.conftest import PHONE  # noqa: E402
from tests.e2e.test_conversation_long import MAKE, scroll_up  # noqa: E402
from tests.needs import chromium  # noqa: E402
from tests.serving import RunningServer  # noqa: E402

STRETCHES = 12
WATCH = """
window.tasks = [];
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.tasks.push(task.duration);
}).observe({ type: "longtask" });
"""


def scroll(browser: Browser, server: RunningServer, slower: int) -> list[float]:
    """Durations in ms of the tasks over 50 ms."""
    page = browser.new_context(viewport=PHONE, base_url=server.url).new_page()  # type: ignore[arg-type]
    page.goto("/demo/")
    page.get_by_role("button", name="Aoife").first.click()
    page.wait_for_url(lambda url: "/demo/" not in url)
    page.goto(page.get_attribute("a[href*='/with/']", "href") or "")
    page.wait_for_selector("[data-log] > [data-seq]")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
    page.wait_for_timeout(1500)
    page.evaluate(WATCH)
    for _ in range(STRETCHES):
        scroll_up(page)
        page.wait_for_timeout(200)
    tasks: list[float] = page.evaluate("window.tasks")
    page.context.close()
    return tasks


def main() -> None:
    rows = []
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = RunningServer(Path(folder) / "data").start()
        environment = {
            **server.environment,
            "WALKALONG_DEMO": "1",
            "DJANGO_SETTINGS_MODULE": "walkalong.config.settings",
        }
        subprocess.run(
            [sys.executable, "-c", MAKE], env=environment, cwd=ROOT, check=True, capture_output=True
        )
        browser = playwright.chromium.launch(executable_path=chromium(), args=CHROMIUM_ARGUMENTS)
        for slower in (1, 4):
            tasks = scroll(browser, server, slower)
            rows.append([f"{slower}x slower", str(len(tasks)), f"{max(tasks, default=0):.0f} ms"])
        browser.close()
        server.stop()
    print(table(["CPU", f"tasks over 50 ms in {STRETCHES} stretches of 50", "longest"], rows))


if __name__ == "__main__":
    main()
