from django.urls import path

from walkalong.notices import views

app_name = "notices"
urlpatterns = [
    path("notices/", views.notices, name="notices"),
    path("notices/seen/", views.all_seen, name="all_seen"),
    path("notices/<uuid:notice_id>/", views.open_notice, name="open"),
    path("me/notices/", views.choices, name="choices"),
    path("me/notices/off/<str:token>/", views.off, name="off"),
]
