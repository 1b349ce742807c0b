"""What a test needs from the machine: skipped, with the reason, when missing; failed when all must run."""

import os
import shutil
from pathlib import Path

import pytest


def missing(what: str) -> None:
    """Skip this test because `what` is missing; under WALKALONG_REQUIRE_ALL fail instead."""
    if os.environ.get("WALKALONG_REQUIRE_ALL"):
        pytest.fail(f"{what} is missing, and everything must run here")
    pytest.skip(f"{what} is missing")


def chromium() -> str:
    """The path of a Chromium to drive."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    missing("Chromium (apt-get install chromium)")
    return ""


def program(name: str) -> str:
    """The path of a program, such as strace."""
    if path := shutil.which(name):
        return path
    missing(f"{name} (apt-get install {name})")
    return ""


def redis_url() -> str:
    """The address of a Redis server that answers."""
    import redis

    url = os.environ.get("TEST_REDIS_URL", "redis://127.0.0.1:6379/9")
    try:
        redis.Redis.from_url(url, socket_connect_timeout=1).ping()
    except redis.RedisError:
        missing("a Redis server on 127.0.0.1:6379")
    return url


ROOT = Path(__file__).resolve().parent.parent
