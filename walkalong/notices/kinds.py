"""The kinds of notice there are. Each room registers its own when the apps are ready.

All texts are generic: they hold no name, no quote and no placeholder, so that nothing private can ever
stand on a lock screen or in somebody's inbox.
"""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Kind:
    name: str  # "room.what", kept in the database
    title: str | Promise
    body: str | Promise = ""
    email: bool = False
    email_subject: str | Promise = ""
    email_body: str | Promise = ""
    at_once: bool = False  # does not wait until the quiet while after the last e-mail is over

    def __post_init__(self) -> None:
        if self.email and not (self.email_subject and self.email_body):
            raise ValueError(f"The kind {self.name} goes by e-mail and needs a subject and a body.")


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> Kind:
    """Make a kind known. Registering the same kind twice changes nothing."""
    if _kinds.setdefault(kind.name, kind) != kind:
        raise ValueError(f"Another kind is already called {kind.name}.")
    return kind


def get(name: str) -> Kind:
    """KeyError for a kind nobody registered: a mistake in our code, not of a person."""
    return _kinds[name]


def find(name: str) -> Kind | None:
    """For rows whose kind a later version no longer has."""
    return _kinds.get(name)
