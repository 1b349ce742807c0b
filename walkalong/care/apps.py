from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "walkalong.care"

    def ready(self) -> None:
        from walkalong.care import notice_kinds
        from walkalong.care.cards import question_card
        from walkalong.care.nav import desks
        from walkalong.matching import pair_page
        from walkalong.web import navigation

        notice_kinds.register()
        pair_page.register(question_card, order=20)
        navigation.register(desks)
