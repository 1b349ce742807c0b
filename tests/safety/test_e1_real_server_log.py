"""E1 on the real server: its log has a line for other pages, and none for the help card."""

import json
import urllib.request

import pytest

from tests.serving import RunningServer


def requests_in(log):
    lines = [json.loads(line) for line in log.splitlines() if line.startswith("{")]
    return [line for line in lines if line.get("logger") == "walkalong.access"]


@pytest.mark.server
def test_the_help_card_leaves_no_line(tmp_path):
    server = RunningServer(tmp_path / "data", environment={"WALKALONG_LOG_LEVEL": "INFO"})
    server.start()
    try:
        for path in ("/help/", "/help/?country=FR", "/help/person/", "/demo/"):
            with urllib.request.urlopen(server.url + path) as answer:
                assert answer.status == 200
    finally:
        server.kill()
    log = server.log.read_text()
    assert [line["route"] for line in requests_in(log)] == ["people:demo"]
    assert "/help/" not in log
