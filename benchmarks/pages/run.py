"""CPU and queries of the pages somebody opens most, signed in, with 20 messages. See README.md."""

import asyncio
import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from benchmarks.measure import KeptConnection, cpu_seconds, table  # noqa: E402
from tests.serving import RunningServer  # noqa: E402

REQUESTS = 300
QUERIES = """
import django; django.setup()
import json, sys
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
paths, cookie = json.loads(sys.argv[1])
client = Client(headers={"cookie": cookie})
found = []
for path in paths:
    client.get(path)
    with CaptureQueriesContext(connection, ) as seen:
        assert client.get(path).status_code == 200
    found.append(len(seen))
print(json.dumps(found))
"""


async def cpu_of(port: int, pid: int, path: str, cookie: str) -> float:
    connection = KeptConnection(port, {"Cookie": cookie})
    for _ in range(30):
        status, _ = await connection.request("GET", path)
        assert status == 200, (path, status)
    began = cpu_seconds(pid)
    for _ in range(REQUESTS):
        await connection.request("GET", path)
    connection.close()
    return (cpu_seconds(pid) - began) / REQUESTS


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        server = RunningServer(
            Path(folder) / "data",
            command=("serve",),
            environment={"DJANGO_SETTINGS_MODULE": "walkalong.config.settings", "WALKALONG_TESTING": "0"},
        )
        filled = subprocess.run(
            [sys.executable, "-m", "benchmarks.pairs", "1", "20"],
            env=server.environment,
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
        (pair,) = json.loads(filled.stdout)
        cookie = pair["mentor"]["cookie"]
        paths = {
            "health (no person, one query)": "/health/",
            "help card": "/help/",
            "home": "/",
            "conversation, 20 messages": f"/with/{pair['match']}/",
            "me": "/me/",
        }
        server.start()
        assert server.process is not None
        try:
            cpu = {
                name: asyncio.run(cpu_of(server.port, server.process.pid, path, cookie))
                for name, path in paths.items()
            }
        finally:
            server.stop()
        counted = subprocess.run(
            [sys.executable, "-c", QUERIES, json.dumps([list(paths.values()), cookie])],
            env={**server.environment, "WALKALONG_EXTRA_HOSTS": "testserver"},
            cwd=ROOT,
            check=True,
            capture_output=True,
            text=True,
        )
        queries = dict(zip(paths, json.loads(counted.stdout), strict=True))
        unit = cpu["health (no person, one query)"]
        print(
            table(
                ["page", "CPU a request", "health = 1", "queries"],
                [
                    [name, f"{seconds * 1000:.1f} ms", f"{seconds / unit:.1f}", str(queries[name])]
                    for name, seconds in cpu.items()
                ],
            )
        )


if __name__ == "__main__":
    main()
