"""Every page a person can reach by following links from where they start, one for each kind of address."""

import re
from collections import deque
from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import Page

WHO = ("Maya", "Jonas", "Noor", "Sam", "Ines")  # mentee, mentor of two, still waiting, ambassador, staff
STARTS = ("/", "/me/", "/help/", "/notices/", "/accounts/2fa/", "/accounts/sessions/", "/accounts/email/")
STRANGER_STARTS = (
    "/accounts/login/",
    "/help/",
    "/help/person/",
    "/demo/",
    "/accounts/login/code/",
    "/invited/nothing/",
)
LEAVE_ALONE = re.compile(
    r"^/(accounts/logout|static|sw\.js|manifest|health|setup)|/picture/|/export|\.(png|svg|csv|ics)$"
)
_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+")
# the guide's situations, and the documents of each kind that staff may change
_ALIKE = re.compile(r"^(/guide/with-or-over/|/staff/words/(?!new/))(?=\w)(situation|year)?[\w-]*")


def kind_of(path: str) -> str:
    """The address without what differs from person to person: /with/:id/; one of many alike is enough."""
    return _ID.sub(":id", _ALIKE.sub(r"\1:\2", path))


def reachable(page: Page, starts: tuple[str, ...] = STARTS, *, at_most: int = 100) -> Iterator[str]:
    """Visit page after page; yields each path while `page` shows it."""
    waiting = deque(starts)
    seen = {kind_of(start) for start in starts}
    count = 0
    while waiting and count < at_most:
        path = waiting.popleft()
        response = page.goto(path)
        if response is None or "text/html" not in response.headers.get("content-type", ""):
            continue
        count += 1
        yield path
        for address in page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)"):
            parts = urlsplit(address)
            if parts.netloc != urlsplit(page.url).netloc or LEAVE_ALONE.search(parts.path):
                continue
            if kind_of(parts.path) not in seen:
                seen.add(kind_of(parts.path))
                waiting.append(parts.path)
