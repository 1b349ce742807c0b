"""What can be done with one message: take one's own back, show a received one to a human."""

from uuid import UUID

from django.contrib import messages as flashes
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from walkalong.conversation import bubbles, queries, services
from walkalong.conversation.errors import Refused
from walkalong.conversation.forms import ReportForm
from walkalong.conversation.live import shown_to
from walkalong.conversation.models import Message
from walkalong.conversation.rules import may_report, may_take_back
from walkalong.people.access import require
from walkalong.people.models import Person
from walkalong.safety.errors import NobodyToReceive
from walkalong.safety.queries import who_receives


def _message(request: HttpRequest, match_id: UUID, message_id: UUID) -> Message:
    person: Person = request.user  # type: ignore[assignment]
    return queries.message_of(queries.match_to_read(person, match_id), message_id)


def _room_at(message: Message) -> HttpResponseRedirect:
    room = reverse("conversation:room", args=[message.match_id])
    return HttpResponseRedirect(f"{room}?at={message.seq}#m-{message.pk}")


@require_http_methods(["GET", "POST"])
def take_back(request: HttpRequest, match_id: UUID, message_id: UUID) -> HttpResponse:
    person: Person = request.user  # type: ignore[assignment]
    message = _message(request, match_id, message_id)
    require(may_take_back, person, message, else_404=True)
    if request.method == "POST":
        message = services.take_back(by=person, message=message)
        if request.headers.get("Accept", "").startswith("application/json"):
            return JsonResponse(shown_to(person, message))
        return _room_at(message)
    if message.taken_back_at is not None:
        return _room_at(message)
    context = {
        "message": message,
        "words": bubbles.shortened(message.body or ""),
        "cancel_url": _room_at(message).url,
    }
    return render(request, "conversation/take_back.html", context)


@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, match_id: UUID, message_id: UUID) -> HttpResponse:
    person: Person = request.user  # type: ignore[assignment]
    message = _message(request, match_id, message_id)
    require(may_report, person, message, else_404=True)
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            told = services.report_message(by=person, message=message, words=form.cleaned_data["words"])
        except Refused as refused:
            form.add_error(None, str(refused.kind))
        except NobodyToReceive:
            form.add_error(
                None, _("Nobody is there to receive this just now. The help card says who else to reach.")
            )
        else:
            flashes.success(
                request, _("The people of the programme can read it now. Thank you for saying it.")
            )
            return redirect("safety:my_request", request_id=told.pk)
    context = {
        "message": message,
        "words": "" if message.taken_back_at else bubbles.shortened(message.body or ""),
        "form": form,
        "receivers": who_receives(by=person, about=message.author),
        "cancel_url": _room_at(message).url,
    }
    return render(request, "conversation/report.html", context, status=422 if form.errors else 200)
