from django.urls import path

from walkalong.conversation import views

app_name = "conversation"
urlpatterns = [
    path("with/<uuid:match_id>/", views.room, name="room"),
    path("with/<uuid:match_id>/send/", views.send, name="send"),
    path("with/<uuid:match_id>/messages/", views.messages, name="messages"),
    path("with/<uuid:match_id>/before/", views.strengths, name="strengths"),
    path("with/<uuid:match_id>/companion/", views.companion, name="companion"),
    path("with/<uuid:match_id>/mirror/", views.mirror, name="mirror"),
    path("with/<uuid:match_id>/<uuid:message_id>/take-back/", views.take_back, name="take_back"),
    path("with/<uuid:match_id>/<uuid:message_id>/report/", views.report, name="report"),
    path("with/<uuid:match_id>/<uuid:message_id>/picture/", views.picture, name="picture"),
    path("me/live/", views.live_choices, name="live_choices"),
    path("companion/", views.about_companion, name="about_companion"),
    path("companion/quality/", views.companion_quality, name="companion_quality"),
    path("companion/choose/", views.choose_companion, name="choose_companion"),
]
