from django.apps import AppConfig


class ConversationConfig(AppConfig):
    name = "walkalong.conversation"

    def ready(self) -> None:
        from walkalong.conversation import notice_kinds
        from walkalong.conversation.live import ConversationStream
        from walkalong.conversation.pair_card import conversation_card
        from walkalong.foundation import realtime
        from walkalong.matching import pair_page

        notice_kinds.register()
        realtime.register(ConversationStream())
        pair_page.register(conversation_card, order=10)
