"""The name under which heavy days are live: one for each person, so that following it asks nothing."""

from uuid import UUID

PREFIX = "heavy:"


def topic_of(person_id: UUID) -> str:
    return f"{PREFIX}{person_id}"
