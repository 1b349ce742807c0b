from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "walkalong.people"

    def ready(self) -> None:
        from walkalong.foundation import realtime
        from walkalong.people import page_furniture, receivers, second_factor

        receivers.connect()
        realtime.admit_only_if(second_factor.is_enough)
        page_furniture.register()
