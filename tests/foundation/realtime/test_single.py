"""Without Redis only one process may serve."""

import subprocess
import sys
import textwrap
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from walkalong.foundation.realtime import single


@pytest.mark.django_db
def test_a_second_claim_is_refused_with_a_sentence_that_helps(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR, settings.REDIS_URL = tmp_path, ""
    first = single.claim()
    try:
        with pytest.raises(single.AlreadyServing, match=r"Stop that one first; or set REDIS_URL"):
            single.claim()
    finally:
        first.release()
    single.claim().release()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the lock file is SQLite's way")
def test_the_claim_ends_with_its_process_however_it_ends(settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR, settings.REDIS_URL = tmp_path, ""
    lock = tmp_path / f"serving-{Path(str(connection.settings_dict['NAME'])).stem}.lock"
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            textwrap.dedent(
                f"""
                import fcntl, time
                file = open({str(lock)!r}, "a+"); fcntl.flock(file, fcntl.LOCK_EX)
                print("held", flush=True); time.sleep(60)
                """
            ),
        ],
        stdout=subprocess.PIPE,
    )
    try:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(single.AlreadyServing):
            single.claim()
    finally:
        holder.kill()
        holder.wait()
        if holder.stdout:
            holder.stdout.close()
    single.claim().release()


@pytest.mark.django_db
def test_with_redis_there_may_be_many(settings: Any) -> None:
    settings.REDIS_URL = "redis://127.0.0.1:6379/9"
    claims = [single.claim(processes=4) for _ in range(3)]
    assert len(claims) == 3


def test_several_processes_without_redis_are_refused(settings: Any) -> None:
    settings.REDIS_URL = ""
    with pytest.raises(single.AlreadyServing, match="Set REDIS_URL"):
        single.claim(processes=2)
