"""Queries whose SQL is written once and then asked again and again with other values.

Django writes the SQL of a query anew each time, which costs several times what SQLite needs to answer it.
Where a page or a live socket asks the same small question for every message, that is most of the work
(benchmarks/chat). The answer is still read by Django: model instances, related rows, converters.
"""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, connection
from django.db.models import Field, Model, QuerySet
from django.db.models.query import ModelIterable, ValuesListIterable, get_related_populators
from django.db.models.sql.compiler import SQLCompiler

R = TypeVar("R")  # a row: an instance, or a tuple of values
M = TypeVar("M", bound=Model)

Value = UUID | int | datetime

# what no row holds and no query says by itself
_UUID_STAND_IN = 0xC0FFEE00_0000_4000_8000_000000000000
_INT_STAND_IN = 7_310_000_000_000
_DATETIME_STAND_IN = datetime(9731, 3, 3, tzinfo=UTC)


class Prepared(Generic[R]):
    """`build` makes the queryset from keyword values that are UUIDs, integers or datetimes, and nothing else.

        messages_after = Prepared(lambda match, seq: Message.objects.filter(match=match, seq__gt=seq),
                                  match=UUID, seq=int)
        messages_after(match=match.pk, seq=12)      # a list of instances

    The shape of the query must not depend on the values: None, empty lists and conditions on them are
    refused or belong into another Prepared.
    """

    def __init__(
        self, build: Callable[..., QuerySet[Any, R]], **kinds: type[UUID] | type[int] | type[datetime]
    ) -> None:
        self._build = build
        self._kinds = kinds
        self._written: dict[str, _Written[R]] = {}

    def __call__(self, **values: Value) -> list[R]:
        """The rows for these values. One query. Raises TypeError when one is missing or of another kind."""
        if values.keys() != self._kinds.keys():
            raise TypeError(f"this query takes {', '.join(self._kinds)}")
        for name, kind in self._kinds.items():
            if type(values[name]) is not kind:
                raise TypeError(f"{name} must be {kind.__name__}")
        written = self._written.get(connection.vendor) or self._write()
        return written.asked(values)

    def first(self, **values: Value) -> R | None:
        """The first row, if there is one; the queryset should be limited to one itself."""
        found = self(**values)
        return found[0] if found else None

    def _write(self) -> "_Written[R]":
        stand_ins = {
            name: _stand_in(kind, number) for number, (name, kind) in enumerate(self._kinds.items(), start=1)
        }
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


class _Written(Generic[R]):
    """The SQL of one queryset on one kind of database, where the values go, and how a row is read."""

    def __init__(self, queryset: QuerySet[Any, R], stand_ins: dict[str, Value]) -> None:
        compiler = queryset.query.get_compiler(connection=connection)
        self.sql, parameters = compiler.as_sql()
        names = {_in_database(value): name for name, value in stand_ins.items()}
        self.slots = [(names.get(given) if _hashable(given) else None, given) for given in parameters]
        unused = stand_ins.keys() - {name for name, _ in self.slots}
        if unused:
            raise TypeError(f"the query does not use {', '.join(sorted(unused))} as a plain value")
        selected = [column[0] for column in compiler.select or ()]
        self.converters = compiler.get_converters(selected)
        self.read = _reader(queryset, compiler)

    def asked(self, values: dict[str, Value]) -> list[R]:
        parameters = [given if name is None else _in_database(values[name]) for name, given in self.slots]
        with connection.cursor() as cursor:
            cursor.execute(self.sql, parameters)
            rows = cursor.fetchall()
        return [self.read(self._converted(row)) for row in rows]

    def _converted(self, row: tuple[Any, ...]) -> list[Any]:
        columns = list(row)
        for place, (converters, expression) in self.converters.items():
            for convert in converters:
                columns[place] = convert(columns[place], expression, connection)
        return columns


def _reader(queryset: QuerySet[Any, Any], compiler: SQLCompiler) -> Callable[[list[Any]], Any]:
    """What Django's own iterables make of a row, decided once: an instance, or a tuple."""
    if queryset._iterable_class is ValuesListIterable and not queryset.query.annotations:
        return tuple
    if queryset._iterable_class is not ModelIterable or queryset._prefetch_related_lookups:  # type: ignore[attr-defined]
        raise TypeError("a prepared query answers instances or plain values_list()")
    info, select = compiler.klass_info, compiler.select
    assert info is not None
    assert select is not None
    model, first, end = info["model"], info["select_fields"][0], info["select_fields"][-1] + 1
    names = [column[0].target.attname for column in select[first:end]]
    populators = get_related_populators(info, select, DEFAULT_DB_ALIAS)  # type: ignore[call-arg]
    annotations = list((compiler.annotation_col_map or {}).items())

    def instance(row: list[Any]) -> Any:
        made = model.from_db(DEFAULT_DB_ALIAS, names, row[first:end])
        for populator in populators:
            populator.populate(row, made)
        for name, place in annotations:
            setattr(made, name, row[place])
        return made

    return instance


def _stand_in(kind: type[Value], number: int) -> Value:
    if kind is UUID:
        return UUID(int=_UUID_STAND_IN + number)
    if kind is datetime:
        return _DATETIME_STAND_IN + timedelta(seconds=number)
    return _INT_STAND_IN + number


def _in_database(value: Value) -> Any:
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, UUID) and not connection.features.has_native_uuid_field:
        return value.hex
    return value


def _hashable(value: Any) -> bool:
    return value.__hash__ is not None
