"""Live sockets look sessions up in the database at each hint."""

from importlib import import_module
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register


@register()
def sessions_lie_in_the_database(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    store = import_module(settings.SESSION_ENGINE).SessionStore
    if hasattr(store, "get_model_class"):
        return []
    return [
        Error(
            "Live sockets need sessions in the database.",
            hint="Set SESSION_ENGINE to django.contrib.sessions.backends.cached_db or .db.",
            id="realtime.E001",
        )
    ]
