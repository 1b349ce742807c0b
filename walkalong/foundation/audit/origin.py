"""The network address of the request at hand, for the events it causes."""

from contextvars import ContextVar

current: ContextVar[str | None] = ContextVar("audit_origin", default=None)
