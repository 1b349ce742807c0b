from django.urls import path

from walkalong.web import views

app_name = "web"
urlpatterns = [
    path("sw.js", views.service_worker, name="service_worker"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("offline/", views.offline, name="offline"),
    path("looks/", views.looks, name="looks"),
]
