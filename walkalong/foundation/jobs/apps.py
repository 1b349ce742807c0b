from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class JobsConfig(AppConfig):
    name = "walkalong.foundation.jobs"
    label = "jobs"

    def ready(self) -> None:
        from walkalong.foundation.jobs import wake

        wake.listen()
        autodiscover_modules("jobs")  # each room's jobs.py
