"""Who a socket belongs to, and whether their session still stands. All in a database thread."""

from functools import cache
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from django.conf import settings
from django.contrib import auth
from django.db import connection
from django.utils import timezone


def person_of(session_key: str | None) -> Any | None:
    """The person signed in by this session, freshly loaded; None when nobody (any more) or not active."""
    if not session_key:
        return None
    session = import_module(settings.SESSION_ENGINE).SessionStore(session_key)
    person = auth.get_user(SimpleNamespace(session=session))  # type: ignore[arg-type]
    if not person.is_authenticated or not person.is_active:
        return None
    # the engine may have answered from its cache; the row decides
    return person if stands(session_key, person) else None


def stands(session_key: str, person: Any) -> bool:
    """Whether the session has not ended and its person is still active. One small query, at each hint."""
    who = person._meta.pk.get_db_prep_value(person.pk, connection)
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(_statement(connection.vendor), [session_key, who, now])
        row = cursor.fetchone()
    return row is not None and bool(row[0])


@cache
def _statement(vendor: str) -> str:
    """Written by hand because building it by the ORM costs ten times what running it does."""
    quote = connection.ops.quote_name
    people = auth.get_user_model()._meta
    sessions = import_module(settings.SESSION_ENGINE).SessionStore.get_model_class()._meta
    assert people.pk is not None
    assert people.pk.column is not None
    return (
        f"SELECT p.{quote('is_active')} FROM {quote(sessions.db_table)} s, {quote(people.db_table)} p"  # noqa: S608
        f" WHERE s.{quote('session_key')} = %s AND p.{quote(people.pk.column)} = %s"
        f" AND s.{quote('expire_date')} > %s"
    )
