"""EncryptedTextField: people's words, sealed in the database and opened only when code reads the attribute.

What it cannot do, by intent: be searched, ordered or filtered (but `isnull`), be changed by
`queryset.update()`, `bulk_update()` or `bulk_create(update_conflicts=True)`, or be serialised by `dumpdata`.
Use `save()` or `bulk_create()` with model instances. Renaming its table or column would leave its rows
unreadable: keep the stored names with `db_table` and `db_column`.
"""

from typing import Any

from django.core import checks
from django.core.exceptions import FieldError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.query_utils import DeferredAttribute

from walkalong.foundation.crypto import sealing
from walkalong.foundation.crypto.errors import Erased, Unreadable


class Sealed:
    """A stored ciphertext. It shows nothing, wherever it is printed, and opens only for its own row."""

    __slots__ = ("_opened", "stored")

    def __init__(self, stored: str) -> None:
        self.stored = stored
        self._opened: tuple[str, str] | None = None

    def open(self, place: str) -> str:
        """The words; kept, so that a second reading costs nothing."""
        if self._opened is None or self._opened[0] != place:
            from walkalong.foundation.crypto import datakeys

            key = datakeys.key_by_id(sealing.key_id_of(self.stored))
            self._opened = (place, sealing.open_sealed(key.cipher, self.stored, place).decode("utf-8"))
        return self._opened[1]

    def __repr__(self) -> str:
        return "<sealed>"

    def __reduce__(self) -> tuple[type["Sealed"], tuple[str]]:
        return Sealed, (self.stored,)


class _OpensOnReading(DeferredAttribute):
    """A data descriptor: unlike Django's own it also sees reads of a loaded value."""

    field: "EncryptedTextField"

    def __get__(self, instance: models.Model | None, cls: type[models.Model] | None = None) -> Any:
        value = super().__get__(instance, cls)
        if isinstance(value, Sealed) and instance is not None:
            return value.open(self.field.place(instance))
        return value

    def __set__(self, instance: models.Model, value: Any) -> None:
        instance.__dict__[self.field.attname] = value


class EncryptedTextField(models.TextField):  # type: ignore[type-arg]
    """Text sealed with the data key of a scope.

    `scope` names the attribute of the model instance that says the scope: whoever shares a scope shares a
    key, and erasing the scope's key erases exactly those words. None stays NULL; "" is sealed like any text.
    """

    descriptor_class = _OpensOnReading
    description = "Sealed text"

    def __init__(self, *args: Any, scope: str = "words_scope", **kwargs: Any) -> None:
        for refused in ("db_index", "unique", "primary_key", "choices"):
            if kwargs.get(refused):
                raise TypeError(f"A sealed field cannot have {refused}: its stored bytes differ each time.")
        self.scope = scope
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        if self.scope != "words_scope":
            kwargs["scope"] = self.scope
        return name, path, list(args), kwargs

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        found = super().check(**kwargs)
        if not hasattr(self.model, self.scope):
            found.append(
                checks.Error(
                    f"The model has no attribute {self.scope!r} to say the scope.", obj=self, id="crypto.E001"
                )
            )
        return found

    def db_check(self, connection: BaseDatabaseWrapper) -> str:
        # The database itself refuses words that slipped past this class, as update(body=Value(...)) would.
        return f"substr({connection.ops.quote_name(str(self.column))}, 1, 3) = 'v1:'"

    def place(self, instance: models.Model) -> str:
        """The associated data: table.column.pk."""
        pk = instance._meta.pk.to_python(instance.pk)
        if pk is None:
            raise ValueError(
                f"{self.model._meta.label}.{self.name} cannot be sealed before the row has an id."
            )
        return f"{self.model._meta.db_table}.{self.column}.{pk}"

    def seal(self, instance: models.Model, words: str) -> Sealed:
        """Seal words for their place in this row, with the key of the row's scope."""
        from walkalong.foundation.crypto import datakeys

        try:
            plain = words.encode("utf-8")
        except UnicodeEncodeError:
            # The original error would carry the words.
            raise ValueError(f"{self.model._meta.label}.{self.name} holds half a surrogate pair.") from None
        key = datakeys.key_for_scope(getattr(instance, self.scope))
        return Sealed(sealing.seal(key.cipher, key.id, plain, self.place(instance)))

    def pre_save(self, model_instance: models.Model, add: bool) -> Sealed | None:
        if self.attname not in model_instance.__dict__:
            getattr(model_instance, self.attname)
        value = model_instance.__dict__[self.attname]
        if value is None:
            return None
        if isinstance(value, Sealed):
            return self._unchanged(model_instance, value)
        if not isinstance(value, str):
            raise TypeError(f"{self.model._meta.label}.{self.name} takes text, not {type(value).__name__}.")
        return self.seal(model_instance, value)

    def _unchanged(self, instance: models.Model, value: Sealed) -> Sealed:
        """Write back what was read; but a row copied under another id would be unreadable there."""
        try:
            value.open(self.place(instance))
        except Erased:
            pass
        except Unreadable:
            raise Unreadable(
                f"{self.model._meta.label}.{self.name} was read from another row: set its words anew."
            ) from None
        return value

    def get_prep_value(self, value: Any) -> str | None:
        if value is None:
            return None
        if isinstance(value, Sealed):
            return value.stored
        raise TypeError(
            f"{self.model._meta.label}.{self.name} is sealed row by row: use save() or bulk_create()."
        )

    def from_db_value(self, value: str | None, expression: object, connection: object) -> Sealed | None:
        return None if value is None else Sealed(value)

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "isnull":
            return super().get_lookup(lookup_name)
        raise FieldError(
            f"{self.model._meta.label}.{self.name} is sealed: it cannot be searched, only isnull."
        )

    def get_transform(self, name: str) -> Any:
        return None

    def value_to_string(self, obj: models.Model) -> str:
        raise TypeError(f"{self.model._meta.label}.{self.name} is sealed and not serialised: use a backup.")

    def formfield(self, **kwargs: Any) -> Any:
        # What people write arrives as they wrote it: never trimmed.
        return super().formfield(**{"strip": False, **kwargs})
