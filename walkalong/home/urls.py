from django.urls import path

from walkalong.home import views

app_name = "home"
urlpatterns = [
    path("", views.home, name="home"),
    path("home/<uuid:match_id>/", views.pair, name="pair"),
    path("the-year/", views.year, name="year"),
]
