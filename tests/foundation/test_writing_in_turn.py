"""Threads of one process wait for each other's writing here, and not at SQLite's own pace."""

import pytest
from django.db import connection, transaction

from walkalong.foundation import database
from walkalong.foundation.database import writing_in_turn

pytestmark = pytest.mark.django_db(transaction=True)


def test_it_is_a_transaction_and_on_sqlite_one_at_a_time() -> None:
    with writing_in_turn():
        assert connection.in_atomic_block
        assert database._turn.locked() is (connection.vendor == "sqlite")
    assert not connection.in_atomic_block


def test_the_turn_is_given_back_when_the_writing_fails() -> None:
    with pytest.raises(RuntimeError), writing_in_turn():
        raise RuntimeError
    assert not database._turn.locked()


def test_within_a_transaction_nobody_is_waited_for() -> None:
    with database._turn, transaction.atomic(), writing_in_turn():
        assert connection.in_atomic_block
