from django.conf import settings
from django.urls import path, re_path

from walkalong.people.views import about, demo, entering, invitations, me, programme, staff

app_name = "people"

urlpatterns = [
    # in place of allauth's own pages, which speak of passwords and open sign-up
    path("accounts/login/", entering.SignIn.as_view(), name="sign_in"),
    path("accounts/login/code/", entering.SignIn.as_view()),
    re_path(r"^accounts/(?:signup|password|inactive)/", entering.closed_door),
    path("accounts/sessions/", me.my_sessions),
    # the doors
    path("invited/<str:token>/", entering.accept_invitation, name="accept_invitation"),
    path("setup/<str:token>/", entering.set_up, name="setup"),
    path("in/<str:token>/", entering.come_in, name="sign_in_link"),
    # oneself
    path("me/", me.profile, name="profile"),
    path("me/about/", about.about_me, name="about_me"),
    path("me/about/picture/", about.picture, name="picture"),
    path("me/about/picture/remove/", about.remove_picture, name="remove_picture"),
    path("me/picture/", about.own_picture, name="own_picture"),
    path("me/agreements/", me.agreements, name="agreements"),
    path("me/agreements/<slug:document>/", me.agree, name="agree"),
    path("me/agreements/<slug:document>/back/", me.withdraw_agreement, name="withdraw_agreement"),
    path("me/sealed/", me.sealed_facts, name="sealed_facts"),
    path("me/record/", me.about_me_log, name="about_me_log"),
    path("me/sessions/", me.my_sessions, name="sessions"),
    path("me/sessions/<int:session_id>/end/", me.end_session, name="end_session"),
    path("me/second-step/", me.second_step, name="second_factor"),
    # staff
    path("programme/", programme.programme, name="programme"),
    path("people/", staff.people, name="people"),
    path("people/invite/", invitations.invite, name="invite"),
    path("people/invitations/<uuid:invitation_id>/again/", invitations.resend, name="invitation_resend"),
    path("people/invitations/<uuid:invitation_id>/back/", invitations.revoke, name="invitation_revoke"),
    path("people/<uuid:person_id>/", staff.person, name="person"),
    path("people/<uuid:person_id>/role/", staff.grant_role, name="grant_role"),
    path("people/<uuid:person_id>/role/<slug:role>/end/", staff.end_role, name="end_role"),
    path("people/<uuid:person_id>/close/", staff.deactivate, name="deactivate"),
    path("people/<uuid:person_id>/open/", staff.reactivate, name="reactivate"),
    path("people/<uuid:person_id>/sign-out/", staff.sign_out_everywhere, name="sign_out_everywhere"),
    path("people/<uuid:person_id>/address/", staff.change_email, name="change_email"),
    path("people/<uuid:person_id>/second-step/", staff.remove_second_factor, name="remove_second_factor"),
]

if settings.DEMO:
    urlpatterns.append(path("demo/", demo.demo, name="demo"))
