"""Saying something about oneself: words, a picture, and who sees which."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from walkalong.foundation.crypto import serving
from walkalong.foundation.pictures import CONTENT_TYPE
from walkalong.people import forms_about as forms
from walkalong.people import services
from walkalong.people.about import about_me_of
from walkalong.people.access import PersonRequest
from walkalong.people.errors import Refused
from walkalong.people.models import AboutMe


@require_http_methods(["GET", "HEAD", "POST"])
def about_me(request: PersonRequest) -> HttpResponse:
    about = about_me_of(request.user)
    form = forms.AboutMeForm(request.POST or None, initial=forms.words_of(about))
    if request.method == "POST" and form.is_valid():
        try:
            services.tell_about_me(by=request.user, **form.words, shown=form.shown)
        except Refused as refused:
            form.add_error(None, str(refused.reason))
        else:
            messages.success(request, _("Kept."))
            return redirect("people:about_me")
    return _page(request, about, form, forms.PictureForm(initial=forms.picture_of(about)))


@require_http_methods(["GET", "HEAD", "POST"])
def picture(request: PersonRequest) -> HttpResponse:
    if request.method != "POST":
        return redirect("people:about_me")
    about = about_me_of(request.user)
    form = forms.PictureForm(
        request.POST, request.FILES, has_one=about is not None and about.picture_id is not None
    )
    if form.is_valid():
        upload = form.cleaned_data["picture"]
        try:
            data = upload.read() if upload else None
            services.show_picture(by=request.user, upload=data, shown=form.shown)
        except Refused as refused:
            form.add_error("picture", str(refused.reason))
        else:
            messages.success(request, _("Kept."))
            return redirect("people:about_me")
    return _page(request, about, forms.AboutMeForm(initial=forms.words_of(about)), form)


@require_POST
def remove_picture(request: PersonRequest) -> HttpResponse:
    services.remove_picture(by=request.user)
    messages.success(request, _("Your picture is gone."))
    return redirect("people:about_me")


@require_safe
def own_picture(request: PersonRequest) -> HttpResponseBase:
    about = about_me_of(request.user)
    if about is None or about.picture_id is None:
        raise Http404
    return serving.respond(request, about.picture_id, CONTENT_TYPE)


def _page(
    request: PersonRequest, about: AboutMe | None, form: forms.AboutMeForm, picture_form: forms.PictureForm
) -> HttpResponse:
    context = {"about": about, "form": form, "picture_form": picture_form}
    return render(request, "people/about_me.html", context)
