from django.urls import path

from walkalong.matching.views import members, staff

app_name = "matching"
urlpatterns = [
    path("match/<uuid:match_id>/ways/", members.ways, name="ways"),
    path("match/<uuid:match_id>/pause/", members.pause, name="pause"),
    path("match/<uuid:match_id>/resume/", members.resume, name="resume"),
    path("match/<uuid:match_id>/leave/", members.leave, name="leave"),
    path("match/<uuid:match_id>/stop/", members.stop, name="stop"),
    path("matches/", staff.matches, name="matches"),
    path("matches/new/", staff.join, name="join"),
    path("matches/<uuid:match_id>/ambassador/", staff.change_ambassador, name="change_ambassador"),
]
