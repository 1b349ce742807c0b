from django.urls import URLPattern, path

from walkalong.journey.recall import views

urlpatterns: list[URLPattern] = [
    path("journey/before/", views.before, name="before"),
    path("journey/before/choose/", views.choose, name="choose_recall"),
]
