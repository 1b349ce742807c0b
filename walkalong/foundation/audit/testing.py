"""For tests only: emptying the database between transactional tests.

Such a test ends by emptying every table, which the audit's triggers rightly refuse. Around that one step, and
only there, the triggers are taken away; in every test they are in force.
"""

from django.db import connection
from django.test import TransactionTestCase

from walkalong.foundation.audit import triggers

_TEARDOWN = "_fixture_teardown"


def let_tests_empty_the_audit() -> None:
    """Call once, before the first test."""
    usual = getattr(TransactionTestCase, _TEARDOWN)
    if getattr(usual, "lets_the_audit_go", False):
        return

    def teardown(self: TransactionTestCase) -> None:
        with triggers.removed(connection):
            usual(self)

    teardown.lets_the_audit_go = True  # type: ignore[attr-defined]
    setattr(TransactionTestCase, _TEARDOWN, teardown)
