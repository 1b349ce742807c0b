"""The name under which a conversation is live."""

from uuid import UUID

PREFIX = "match:"


def topic_of(match_id: UUID) -> str:
    return f"{PREFIX}{match_id}"


def match_id_of(topic: str) -> UUID | None:
    """None when the topic is not a conversation's."""
    if not topic.startswith(PREFIX):
        return None
    try:
        return UUID(topic.removeprefix(PREFIX))
    except ValueError:
        return None
