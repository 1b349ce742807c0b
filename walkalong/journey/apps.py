from django.apps import AppConfig


class JourneyConfig(AppConfig):
    name = "walkalong.journey"

    def ready(self) -> None:
        from walkalong.journey.heavy import registering as heavy
        from walkalong.journey.recall import registering as recall
        from walkalong.journey.steps import registering as steps
        from walkalong.journey.story import registering as story

        heavy.register()
        recall.register()
        steps.register()
        story.register()
