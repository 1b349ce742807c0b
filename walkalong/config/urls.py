"""Where each room is reached."""

from django.urls import include, path

urlpatterns = [
    path("", include("walkalong.conversation.urls")),  # first, because it is what is asked for most
    path("", include("walkalong.home.urls")),
    path("", include("walkalong.people.urls")),
    path("", include("walkalong.joining.urls")),
    path("", include("walkalong.matching.urls")),
    path("", include("walkalong.journey.urls")),
    path("", include("walkalong.safety.urls")),
    path("", include("walkalong.notices.urls")),
    path("", include("walkalong.care.urls")),
    path("", include("walkalong.web.urls")),
    path("accounts/", include("allauth.urls")),
]

handler400 = "walkalong.web.views.bad_request"
handler403 = "walkalong.web.views.forbidden"
handler404 = "walkalong.web.views.not_found"
handler500 = "walkalong.web.views.server_error"
