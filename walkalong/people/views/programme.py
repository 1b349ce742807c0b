"""Staff change what the programme says about itself."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from walkalong.people import forms, services
from walkalong.people.access import PersonRequest
from walkalong.people.models import Programme
from walkalong.people.views.staff import staff_only


@staff_only
@require_http_methods(["GET", "HEAD", "POST"])
def programme(request: PersonRequest) -> HttpResponse:
    kept = Programme.objects.first()
    if kept is None:
        raise Http404
    form = forms.AboutProgramme(request.POST or None, initial=vars(kept))
    if request.method == "POST" and form.is_valid():
        services.change_programme(by=request.user, **form.cleaned_data)
        messages.success(request, _("Kept."))
        return redirect("people:programme")
    return render(request, "people/programme.html", {"form": form})
