"""One of the two answers their ambassador."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from walkalong.care import queries, services
from walkalong.care.forms import AnswerForm
from walkalong.people.access import PersonRequest


@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: PersonRequest, contact_id: UUID) -> HttpResponse:
    contact = queries.question_for(request.user, contact_id)
    form = AnswerForm(request.POST or None, initial={"answer": contact.answer, "words": contact.answer_words})
    if request.method == "POST" and form.is_valid():
        services.answer_question(by=request.user, contact=contact, **form.cleaned_data)
        messages.success(
            request, _("%(name)s will see your answer.") % {"name": contact.ambassador.display_name}
        )
        return redirect("home:pair", contact.match_id)
    return render(request, "care/answer.html", {"contact": contact, "form": form})
