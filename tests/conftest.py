"""What every test stands on: a clean cache, and no mail but the one it looks at."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.core.cache import cache
from django.test.client import ClientMixin
from django.utils import timezone

from tests.browser import browser as browser
from walkalong.foundation.audit.testing import let_tests_empty_the_audit
from walkalong.foundation.crypto.testing import forget_keys
from walkalong.foundation.session_cookie import cookie_for, key_in


@pytest.fixture(autouse=True, scope="session")
def clients_hold_signed_cookies() -> None:
    """Django's test client writes and reads the session cookie itself; ours is signed."""
    log_in, name = ClientMixin._login, settings.SESSION_COOKIE_NAME

    def signed_log_in(self: Any, *args: Any, **kwargs: Any) -> None:
        log_in(self, *args, **kwargs)
        self.cookies[name] = cookie_for(self.cookies[name].value)

    def session(self: Any) -> Any:
        store = import_module(settings.SESSION_ENGINE).SessionStore
        key = key_in(self.cookies[name].value) if name in self.cookies else None
        if key is not None:
            return store(key)
        fresh = store()
        fresh.save()
        self.cookies[name] = cookie_for(fresh.session_key)
        return fresh

    ClientMixin._login = signed_log_in
    ClientMixin.session = property(session)


@pytest.fixture(autouse=True)
def clean_cache() -> None:
    cache.clear()


@pytest.fixture(autouse=True)
def sound_foundation() -> Iterator[None]:
    """Transactional tests may empty the audit, and no key outlives the database it was kept in."""
    let_tests_empty_the_audit()
    yield
    forget_keys()


@pytest.fixture
def one_minute() -> Iterator[None]:
    """The clock stands still: what is counted by the minute falls into one, however slow the run."""
    with time_machine.travel(timezone.now(), tick=False):
        yield
