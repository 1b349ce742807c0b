from django.apps import AppConfig


class RealtimeConfig(AppConfig):
    name = "walkalong.foundation.realtime"
    label = "realtime"

    def ready(self) -> None:
        from walkalong.foundation.realtime import checks  # noqa: F401
