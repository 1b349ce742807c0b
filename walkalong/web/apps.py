from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "walkalong.web"
    label = "web"
