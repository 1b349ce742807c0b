"""Chooses the tests' database and data folder before Django's settings are read.

WALKALONG_TEST_DATABASE is `sqlite` (the default) or `postgres`: then TEST_DATABASE_URL names a server,
or one that answers on 127.0.0.1:5432 is taken, or the embedded PostgreSQL wheel starts one.
"""

import atexit
import os
import shutil
import tempfile

import pytest

os.environ["WALKALONG_TESTING"] = "1"
os.environ["WALKALONG_DATA_DIR"] = os.environ.get("WALKALONG_TEST_DATA_DIR") or tempfile.mkdtemp(
    prefix="walkalong-test-"
)
os.environ.pop("WALKALONG_DEMO", None)
os.environ.pop("EMAIL_URL", None)
os.environ.pop("DATABASE_URL", None)
os.environ.setdefault("WALKALONG_LOG_LEVEL", "ERROR")

if os.environ.get("WALKALONG_TEST_DATABASE", "sqlite") == "postgres":
    from tests.postgres import server_url

    os.environ["DATABASE_URL"] = server_url()

atexit.register(shutil.rmtree, os.environ["WALKALONG_DATA_DIR"], ignore_errors=True)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The browser's tests last: once one is open, its loop runs on, and no test can run another."""
    items.sort(key=lambda item: item.get_closest_marker("e2e") is not None)
