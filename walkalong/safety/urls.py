from django.urls import path

from walkalong.safety import views

app_name = "safety"
urlpatterns = [
    path("help/", views.help_card, name="help_card"),
    path("help/person/", views.tell_a_human, name="tell_a_human"),
    path("help/person/<uuid:request_id>/", views.my_request, name="my_request"),
    path("requests/", views.requests, name="requests"),
    path("requests/<uuid:request_id>/", views.request_detail, name="request"),
    path("requests/<uuid:request_id>/take/", views.take_request, name="take_request"),
    path("requests/<uuid:request_id>/close/", views.close_request, name="close_request"),
]
