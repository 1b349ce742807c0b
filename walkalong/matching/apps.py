from django.apps import AppConfig


class MatchingConfig(AppConfig):
    name = "walkalong.matching"

    def ready(self) -> None:
        from walkalong.matching import notice_kinds, receivers, record  # noqa: F401
        from walkalong.matching.standing import standing_of
        from walkalong.people import standing

        notice_kinds.register()
        record.register()
        standing.register(standing_of)
