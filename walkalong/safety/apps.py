from django.apps import AppConfig


class SafetyConfig(AppConfig):
    name = "walkalong.safety"

    def ready(self) -> None:
        from walkalong.matching import holds
        from walkalong.safety import news, receivers, record
        from walkalong.web import precache

        news.register()
        holds.register(receivers.waits_for_staff)
        record.register()
        precache.register("safety/safety.css", "safety/time_there.js")
