"""Whether a row's sealed words can still be read. With their key destroyed they are as if never written."""

from collections.abc import Iterable
from typing import TypeVar

from django.db import models
from django.http import Http404

from walkalong.foundation.crypto import datakeys, sealing
from walkalong.foundation.crypto.errors import Erased
from walkalong.foundation.crypto.fields import EncryptedTextField, Sealed

Row = TypeVar("Row", bound=models.Model)


def is_readable(row: models.Model) -> bool:
    """False when the key of any of its words was destroyed. Nothing is opened; a warm key asks nothing."""
    stored = (row.__dict__.get(f.attname) for f in row._meta.fields if isinstance(f, EncryptedTextField))
    try:
        for sealed in stored:
            if isinstance(sealed, Sealed):
                datakeys.key_by_id(sealing.key_id_of(sealed.stored))
    except Erased:
        return False
    return True


def readable(rows: Iterable[Row]) -> list[Row]:
    """Those of these rows that can still be read, in their order."""
    return [row for row in rows if is_readable(row)]


def readable_or_404(row: Row | None) -> Row:
    """For a page of one thing: Http404 for what is not there, and for what cannot be read any more."""
    if row is None or not is_readable(row):
        raise Http404
    return row
