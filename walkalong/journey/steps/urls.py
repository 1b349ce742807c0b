from django.urls import URLPattern, URLResolver, path

from walkalong.journey.steps import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("journey/", views.way, name="way"),
    path("journey/new/", views.add, name="name_step"),
    path("journey/<uuid:step_id>/", views.own_step, name="own_step"),
    path("journey/<uuid:step_id>/change/", views.change, name="change_step"),
    path("journey/<uuid:step_id>/from-here/", views.from_here, name="from_here"),
    path("journey/<uuid:step_id>/share/", views.share, name="share_step"),
    path("journey/<uuid:step_id>/take-back/", views.take_back, name="take_back_step"),
    path("journey/given/<uuid:celebration_id>/picture/", views.picture, name="given_picture"),
    path(
        "journey/given/<uuid:celebration_id>/take-back/", views.take_back_celebration, name="take_back_given"
    ),
    path("journey/given/<uuid:celebration_id>/show/", views.show_given, name="show_given"),
    path("with/<uuid:match_id>/journey/", views.both, name="both"),
    path("with/<uuid:match_id>/journey/notice/", views.notice, name="notice_step"),
    path("with/<uuid:match_id>/journey/noticed/<uuid:noticing_id>/", views.noticing, name="noticing"),
    path("with/<uuid:match_id>/journey/noticed/<uuid:noticing_id>/let-be/", views.let_be, name="let_be"),
    path(
        "with/<uuid:match_id>/journey/noticed/<uuid:noticing_id>/take-back/",
        views.take_back_noticing,
        name="take_back_noticing",
    ),
    path("with/<uuid:match_id>/journey/<uuid:step_id>/", views.shared_step, name="shared_step"),
    path(
        "with/<uuid:match_id>/journey/noticed/<uuid:noticing_id>/show/",
        views.show_noticing,
        name="show_noticing",
    ),
    path("with/<uuid:match_id>/journey/<uuid:step_id>/show/", views.show_step, name="show_step"),
    path("with/<uuid:match_id>/journey/<uuid:step_id>/celebrate/", views.celebrate, name="celebrate"),
    path("with/<uuid:match_id>/journey/<uuid:step_id>/lamp/", views.lamp, name="lamp"),
]
