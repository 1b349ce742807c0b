"""Taking a message in: by the page's script, or by its plain form."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from walkalong.conversation import queries
from walkalong.conversation.errors import Refused
from walkalong.conversation.forms import Posted, posted
from walkalong.conversation.live import shown_to
from walkalong.conversation.models import Message
from walkalong.conversation.services import send_message
from walkalong.conversation.views.room import show_room
from walkalong.matching.models import Match
from walkalong.people.models import Person


class SeeOther(HttpResponseRedirect):
    """Answers a form so that going back or reloading sends nothing twice."""

    status_code = 303


@sensitive_post_parameters()
@require_POST
def send(request: HttpRequest, match_id: UUID) -> HttpResponse:
    person: Person = request.user  # type: ignore[assignment]
    match = queries.match_to_read(person, match_id)
    form = posted(request.POST)
    try:
        message = _sent(request, person, match, form)
    except Refused as refused:
        return _refusal(request, match, form, refused)
    if _by_script(request):
        return JsonResponse(_answer(person, match, message))
    return SeeOther(reverse("conversation:room", args=[match.pk]) + "#latest")


def _sent(request: HttpRequest, person: Person, match: Match, form: Posted) -> Message:
    if form.client_id is None or form.author is None or form.has_bad_reply:
        raise Refused("unsendable", _("This page is out of date. Please try once more."))
    if form.author != person.pk:
        # A page of somebody who was signed in here before: never sent under another name.
        raise Refused(
            "another_person", _("Somebody else is signed in now, so this was not sent."), status=409
        )
    upload = request.FILES.get("picture")
    return send_message(
        by=person,
        match=match,
        body=form.body,
        client_id=form.client_id,
        reply_to=form.reply_to,
        picture=upload.read() if upload else None,
        alt=form.alt,
        live=request.headers.get("X-Live", "")[:64],
    )


def _by_script(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "").startswith("application/json")


def _answer(person: Person, match: Match, message: Message) -> dict[str, object]:
    shown = (
        queries.message_of(match, message.pk) if _shows_more_than_words(message) else _bare(message, match)
    )
    return shown_to(person, shown)


def _shows_more_than_words(message: Message) -> bool:
    return message.reply_to_id is not None or "picture" in message._state.fields_cache


def _bare(message: Message, match: Match) -> Message:
    """A message of words alone, known wholly: nothing more needs to be asked of the database."""
    message.match = match
    message._state.fields_cache.setdefault("picture", None)
    message.reply_to = None
    return message


def _refusal(request: HttpRequest, match: Match, form: Posted, refused: Refused) -> HttpResponse:
    if _by_script(request):
        said = {"code": refused.code, "kind": str(refused.kind), "try_later": refused.try_later}
        return JsonResponse(said, status=refused.status)
    person: Person = request.user  # type: ignore[assignment]
    words = "" if refused.code == "another_person" else request.POST.get("body", "")
    return show_room(
        request,
        match,
        queries.standing_of(person, match),
        queries.newest(match),
        reply_to=_kept_reply(match, form),
        kept=words,
        refused=refused,
        client_id=form.client_id,
    )


def _kept_reply(match: Match, form: Posted) -> Message | None:
    if form.reply_to is None:
        return None
    return Message.objects.filter(match=match, pk=form.reply_to, taken_back_at=None).first()
