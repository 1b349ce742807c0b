"""A demo person who speaks plain HTTP to the real server, as the page's script or its plain form would."""

import re
from uuid import UUID, uuid4

import requests

PATIENCE = 60  # seconds: a busy machine is slow, not wrong
_MATCH = re.compile(r"/with/([0-9a-f-]{36})/")


class Speaker:
    """Signed in as the demo person `name`, in the given match or their only one."""

    def __init__(self, url: str, name: str, match_id: UUID | None = None) -> None:
        self.url = url
        self.http = requests.Session()
        page = self.http.get(f"{url}/demo/", timeout=PATIENCE).text
        person = re.search(rf'name="person" value="([0-9a-f-]{{36}})">\s*<button[^>]*>[^<]*{name}<', page)
        assert person is not None, f"{name} is not on the demo page"
        self._post("/demo/", {"person": person[1]}).raise_for_status()
        if match_id is None:
            found = _MATCH.search(self.http.get(f"{url}/", timeout=PATIENCE).text)
            assert found is not None, f"{name} has no conversation on their home"
            match_id = UUID(found[1])
        self.match_id = match_id
        self.room = self.http.get(f"{url}/with/{self.match_id}/", timeout=PATIENCE).text
        author = re.search(r'name="author"\s+value="([0-9a-f-]{36})"', self.room)
        assert author is not None
        self.author = author[1]

    def send(self, body: str, client_id: UUID | None = None, timeout: float = PATIENCE) -> requests.Response:
        """Post a message as the composer does; the answer is 2xx once it is durable."""
        return self._post(
            f"/with/{self.match_id}/send/",
            {"body": body, "client_id": str(client_id or uuid4()), "author": self.author},
            timeout=timeout,
        )

    def _post(
        self, path: str, data: dict[str, str] | None = None, timeout: float = PATIENCE
    ) -> requests.Response:
        return self.http.post(
            self.url + path,
            data=data or {},
            headers={
                "X-CSRFToken": self.http.cookies["csrftoken"],
                "Referer": self.url,
                "Accept": "application/json",
            },
            timeout=timeout,
        )

    @property
    def cookies(self) -> str:
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.http.cookies)
