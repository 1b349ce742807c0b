"""CPU a message and time from the press to the other side, against a bare server. See README.md."""

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import uuid4

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from websockets.asyncio.client import ClientConnection, connect  # noqa: E402

from benchmarks.measure import KeptConnection, cpu_seconds, percentile, table  # noqa: E402
from tests.serving import RunningServer, free_port  # noqa: E402

PAIRS = 100
MESSAGES = 2000  # for CPU a message
RATE, RATE_SECONDS = 50, 20  # for the time a message takes
WORDS = "I thought about what you said, and it was good not to be alone with it this week. "


@dataclass
class Link:
    """One pair as the driver sees it: a way to send, a way to receive."""

    send: Callable[[str], Awaitable[None]]
    socket: ClientConnection
    arrived: dict[str, asyncio.Future[float]] = field(default_factory=dict)

    async def listen(self) -> None:
        async for frame in self.socket:
            now = time.perf_counter()
            for marker in [marker for marker in self.arrived if marker in frame]:
                self.arrived.pop(marker).set_result(now)

    async def say(self) -> float:
        """Send one message; seconds until the other side has it and the sender knows it is kept."""
        marker = uuid4().hex
        self.arrived[marker] = asyncio.get_running_loop().create_future()
        waiting = self.arrived[marker]
        began = time.perf_counter()
        await self.send(f"{WORDS}{marker}")
        acknowledged = time.perf_counter()
        return max(acknowledged, await asyncio.wait_for(waiting, 30)) - began


@dataclass
class Subject:
    name: str
    pid: int
    links: Callable[[int], Awaitable[list[Link]]]


@contextmanager
def bare(synchronous: str, folder: Path) -> Iterator[Subject]:
    port = free_port()
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "uvicorn", "benchmarks.chat.bare:app", "--port", str(port)),
            *("--log-level", "error", "--no-access-log", "--timeout-keep-alive", "75"),
        ],
        cwd=ROOT,
        env={
            **os.environ,
            "BARE_DATABASE": str(folder / f"bare-{synchronous}.sqlite3"),
            "BARE_SYNCHRONOUS": synchronous,
        },
    )

    async def links(count: int) -> list[Link]:
        made = []
        for pair in range(count):
            sender = KeptConnection(port)

            async def send(body: str, sender: KeptConnection = sender, pair: int = pair) -> None:
                status, _ = await sender.request("POST", f"/send/{pair}/", {"body": body})
                assert status == 200

            for _ in range(2):  # both are there, as in life; the second one's socket is the one timed
                socket = await connect(f"ws://127.0.0.1:{port}/live/{pair}/", compression=None)
            made.append(Link(send, socket))
        return made

    try:
        _wait_for(port)
        yield Subject(f"bare, synchronous={synchronous}", process.pid, links)
    finally:
        process.terminate()
        process.wait()


@contextmanager
def walkalong(folder: Path) -> Iterator[Subject]:
    server = RunningServer(
        folder / "data",
        command=("serve",),
        environment={
            "WALKALONG_MESSAGES_PER_MINUTE": "1000000",
            "WALKALONG_LOG_LEVEL": os.environ.get("BENCH_LOG_LEVEL", "INFO"),
            "DJANGO_SETTINGS_MODULE": "walkalong.config.settings",
        },
    )
    filled = subprocess.run(
        [sys.executable, "-m", "benchmarks.pairs", str(PAIRS)],
        env=server.environment,
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    pairs = json.loads(filled.stdout)
    server.start()

    async def links(count: int) -> list[Link]:
        made = []
        for pair in pairs[:count]:
            mentee, mentor, match = pair["mentee"], pair["mentor"], pair["match"]
            headers = {
                "Cookie": mentee["cookie"],
                "X-CSRFToken": "c" * 32,
                "Referer": server.url,
                "Accept": "application/json",
            }
            sender = KeptConnection(server.port, headers)

            for one in (mentee, mentor):  # the writer's page first, then the other's, which is the one timed
                socket = await connect(
                    f"ws://127.0.0.1:{server.port}/live/",
                    additional_headers={"Cookie": one["cookie"], "Origin": server.url},
                    compression=None,
                )
                if one is mentee:  # as the page does: what it is answered itself need not be told to it again
                    sender.headers += f"X-Live: {json.loads(await socket.recv())['socket']}\r\n"
                await socket.send(json.dumps({"topic": f"match:{match}", "since": 0}))

            async def send(
                body: str,
                sender: KeptConnection = sender,
                match: str = match,
                mentee: dict[str, str] = mentee,
            ) -> None:
                form = {"body": body, "author": mentee["id"], "client_id": str(uuid4())}
                status, answer = await sender.request("POST", f"/with/{match}/send/", form)
                assert status in (200, 201), (status, answer[:300])

            made.append(Link(send, socket))
        return made

    assert server.process is not None
    try:
        yield Subject("Walkalong", server.process.pid, links)
    finally:
        server.stop()


def _wait_for(port: int) -> None:
    import socket

    for _ in range(400):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError("the bare server did not start")


async def measure(subject: Subject) -> dict[str, float]:
    links = await subject.links(PAIRS)
    tasks = [asyncio.create_task(link.listen()) for link in links]
    await asyncio.sleep(1)
    await asyncio.gather(*(link.say() for link in links[:20]))  # warm
    found: dict[str, float] = {}
    for count in (1, PAIRS):
        share = MESSAGES // count // (4 if count == 1 else 1)
        began, clock = cpu_seconds(subject.pid), time.perf_counter()

        async def talk(link: Link, share: int = share) -> None:
            for _ in range(share):
                await link.say()

        await asyncio.gather(*(talk(link) for link in links[:count]))
        found[f"cpu{count}"] = (cpu_seconds(subject.pid) - began) / (share * count)
        found[f"rate{count}"] = share * count / (time.perf_counter() - clock)
    found |= await at_a_rate(links)
    for task in tasks:
        task.cancel()
    return found


async def at_a_rate(links: list[Link]) -> dict[str, float]:
    """50 messages a second, spread over all pairs, each sent at its time whether or not others are back."""
    begin = time.perf_counter()
    spoken: list[asyncio.Task[float]] = []
    for number in range(RATE * RATE_SECONDS):
        await asyncio.sleep(max(0.0, begin + number / RATE - time.perf_counter()))
        spoken.append(asyncio.create_task(links[number % len(links)].say()))
    times = [seconds * 1000 for seconds in await asyncio.gather(*spoken)]
    return {"p50": percentile(times, 0.5), "p95": percentile(times, 0.95), "p99": percentile(times, 0.99)}


def main() -> None:
    rows, unit = [], {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subjects = {
            "bare": lambda: bare("OFF", folder),
            "bare-fsync": lambda: bare("FULL", folder),
            "walkalong": lambda: walkalong(folder),
        }
        for make in [subjects[name] for name in sys.argv[1:] or subjects]:
            with make() as subject:
                found = asyncio.run(measure(subject))
            unit = unit or found
            rows.append(
                [
                    subject.name,
                    *(
                        f"{found[key] * 1000:.2f} ms ({found[key] / unit[key]:.1f})"
                        for key in ("cpu1", f"cpu{PAIRS}")
                    ),
                    *(f"{found[key]:.0f}" for key in ("rate1", f"rate{PAIRS}")),
                    *(f"{found[key]:.1f} ms" for key in ("p50", "p95", "p99")),
                ]
            )
    print(
        table(
            [
                "server",
                "CPU a message, 1 pair (bare = 1)",
                f"CPU a message, {PAIRS} pairs (bare = 1)",
                "messages/s, 1 pair",
                f"messages/s, {PAIRS} pairs",
                f"p50 at {RATE}/s",
                "p95",
                "p99",
            ],
            rows,
        )
    )


if __name__ == "__main__":
    main()
