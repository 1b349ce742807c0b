"""Addresses of heavy days and hope boxes. Nothing in them says whose or what."""

from django.urls import URLPattern, URLResolver, path

from walkalong.journey.heavy.views import box, day, listening

urlpatterns: list[URLPattern | URLResolver] = [
    path("heavy/", day.heavy, name="heavy"),
    path("heavy/words/", day.keep_words, name="heavy_words"),
    path("heavy/days/", day.days, name="heavy_days"),
    path("heavy/days/<uuid:day_id>/remove/", day.forget_day, name="forget_heavy_day"),
    path("with/<uuid:match_id>/heavy/", listening.be_with, name="be_with"),
    path("with/<uuid:match_id>/heavy/say/", day.say, name="say_heavy"),
    path("with/<uuid:match_id>/heavy/take-back/", day.take_back, name="take_back_heavy"),
    path("with/<uuid:match_id>/heavy/thinking-of-you/", listening.think_of_them, name="think_of_them"),
    path("hope/", box.box, name="hope_box"),
    path("hope/put-in/<slug:hope_kind>/", box.put_in, name="put_in_hope_box"),
    path("hope/<uuid:hope_id>/remove/", box.remove, name="remove_hope"),
    path("hope/<uuid:hope_id>/picture/", box.picture, name="hope_picture"),
    path("with/<uuid:match_id>/hope/", box.between, name="hope_between"),
    path("with/<uuid:match_id>/hope/<slug:hope_kind>/", box.give, name="give_hope"),
]
