"""Queries whose SQL is written once and then asked again and again with other values.

Django writes the SQL of a query anew each time, which costs several times what SQLite needs to answer it.
Where a page or a live socket asks the same small question for every message, that is most of the work
(benchmarks/chat). The answer is still read by Django: model instances, related rows, converters.
"""

from collections.abc import Callable
from copy import copy
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import Field, Model, QuerySet
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler

R = TypeVar("R")  # a row: an instance, or a tuple of values
M = TypeVar("M", bound=Model)

_UUID_STAND_IN = 0xC0FFEE00_0000_4000_8000_000000000000
_INT_STAND_IN = 7_310_000_000_000


class Prepared(Generic[R]):
    """`build` makes the queryset from keyword values that are UUIDs or integers, and nothing else.

        messages_after = Prepared(lambda match, seq: Message.objects.filter(match=match, seq__gt=seq),
                                  match=UUID, seq=int)
        messages_after(match=match.pk, seq=12)      # a list of instances

    The shape of the query must not depend on the values: None, empty lists and conditions on them are
    refused or belong into another Prepared.
    """

    def __init__(self, build: Callable[..., QuerySet[Any, R]], **kinds: type[UUID] | type[int]) -> None:
        self._build = build
        self._kinds = kinds
        self._written: dict[str, _Written] = {}

    def __call__(self, **values: UUID | int) -> list[R]:
        """The rows for these values. One query. Raises TypeError when one is missing or of another kind."""
        if values.keys() != self._kinds.keys():
            raise TypeError(f"this query takes {', '.join(self._kinds)}")
        for name, kind in self._kinds.items():
            if type(values[name]) is not kind:
                raise TypeError(f"{name} must be {kind.__name__}")
        written = self._written.get(connection.vendor) or self._write()
        return list(written.asked(values))

    def first(self, **values: UUID | int) -> R | None:
        """The first row, if there is one; the queryset should be limited to one itself."""
        found = self(**values)
        return found[0] if found else None

    def _write(self) -> "_Written":
        stand_ins: dict[str, UUID | int] = {}
        for number, (name, kind) in enumerate(self._kinds.items(), start=1):
            stand_ins[name] = UUID(int=_UUID_STAND_IN + number) if kind is UUID else _INT_STAND_IN + number
        written = _Written(self._build(**stand_ins), stand_ins)
        self._written[connection.vendor] = written
        return written


class PreparedInsert(Generic[M]):
    """Writes a new row of one table. Its fields prepare their values as in `save()`; no signal is sent."""

    def __init__(self, model: type[M]) -> None:
        self._model = model
        self._sql: dict[str, str] = {}

    def __call__(self, row: M) -> M:
        """Insert it; raises IntegrityError as `save()` does."""
        fields = self._model._meta.concrete_fields
        values = [field.get_db_prep_save(field.pre_save(row, True), connection) for field in fields]
        sql = self._sql.get(connection.vendor) or self._write()
        with connection.cursor() as cursor:
            cursor.execute(sql, values)
        row._state.adding, row._state.db = False, DEFAULT_DB_ALIAS
        return row

    def _write(self) -> str:
        quote, meta = connection.ops.quote_name, self._model._meta
        columns = ", ".join(quote(str(field.column)) for field in meta.concrete_fields)
        places = ", ".join(["%s"] * len(meta.concrete_fields))
        sql = f"INSERT INTO {quote(meta.db_table)} ({columns}) VALUES ({places})"  # noqa: S608
        self._sql[connection.vendor] = sql
        return sql


class PreparedSet(Generic[M]):
    """Sets one column of the row with a primary key: `set_last_seq(conversation.pk, 12)`."""

    def __init__(self, model: type[M], name: str) -> None:
        self._model = model
        self._name = name
        self._sql: dict[str, str] = {}

    def __call__(self, pk: Any, value: Any) -> None:
        key, field = self._model._meta.pk, self._model._meta.get_field(self._name)
        assert key is not None
        assert isinstance(field, Field)
        sql = self._sql.get(connection.vendor)
        if sql is None:
            quote = connection.ops.quote_name
            table, column, where = (
                str(part) for part in (self._model._meta.db_table, field.column, key.column)
            )
            sql = f"UPDATE {quote(table)} SET {quote(column)} = %s WHERE {quote(where)} = %s"  # noqa: S608
            self._sql[connection.vendor] = sql
        values = [field.get_db_prep_save(value, connection), key.get_db_prep_save(pk, connection)]
        with connection.cursor() as cursor:
            cursor.execute(sql, values)


class _Written:
    """The SQL of one queryset on one kind of database, and where the values go."""

    def __init__(self, queryset: QuerySet[Any], stand_ins: dict[str, UUID | int]) -> None:
        self.queryset = queryset
        self.query: Query = queryset.query
        self.compiler: SQLCompiler = self.query.get_compiler(connection=connection)
        sql, parameters = self.compiler.as_sql()
        self.sql = sql
        selected = [column[0] for column in self.compiler.select or ()]
        self.converters = self.compiler.get_converters(selected)
        names = {_in_database(value): name for name, value in stand_ins.items()}
        self.slots = [(names.get(given) if _hashable(given) else None, given) for given in parameters]
        unused = stand_ins.keys() - {name for name, _ in self.slots}
        if unused:
            raise TypeError(f"the query does not use {', '.join(sorted(unused))} as a plain value")

    def asked(self, values: dict[str, UUID | int]) -> QuerySet[Any]:
        parameters = tuple(
            given if name is None else _in_database(values[name]) for name, given in self.slots
        )
        compiler = copy(self.compiler)
        compiler.connection = connections[DEFAULT_DB_ALIAS]  # this thread's
        compiler.as_sql = lambda *_, **__: (self.sql, parameters)  # type: ignore[method-assign]
        compiler.get_converters = lambda _: self.converters  # type: ignore[method-assign, assignment]
        query = copy(self.query)
        query.get_compiler = lambda *_, **__: compiler  # type: ignore[method-assign]
        asked = copy(self.queryset)
        asked._query = query  # type: ignore[attr-defined]
        asked._result_cache = None
        return asked


def _in_database(value: UUID | int) -> Any:
    if isinstance(value, UUID) and not connection.features.has_native_uuid_field:
        return value.hex
    return value


def _hashable(value: Any) -> bool:
    return value.__hash__ is not None
