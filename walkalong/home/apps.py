from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "walkalong.home"

    def ready(self) -> None:
        from walkalong.home.nav import home_link
        from walkalong.web import navigation

        navigation.register(home_link)
