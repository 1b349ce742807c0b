from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "walkalong.notices"

    def ready(self) -> None:
        from walkalong.notices import nav, notice_kinds, receivers  # noqa: F401
        from walkalong.web import navigation

        notice_kinds.register_all()
        navigation.register(nav.bell)
        navigation.register_unread(nav.unread)
