from django.urls import path

from walkalong.care.views import ambassador, members, staff

app_name = "care"
urlpatterns = [
    path("desk/", ambassador.desk, name="desk"),
    path("desk/<uuid:match_id>/<uuid:member_id>/", ambassador.contact, name="contact"),
    path("desk/<uuid:match_id>/<uuid:member_id>/talked/", ambassador.talked, name="talked"),
    path("desk/<uuid:match_id>/<uuid:member_id>/story/", ambassador.story, name="story"),
    path("desk/<uuid:match_id>/<uuid:member_id>/picture/", ambassador.picture, name="picture"),
    path("from-your-ambassador/<uuid:contact_id>/", members.answer, name="answer"),
    path("staff/", staff.desk, name="staff"),
]
