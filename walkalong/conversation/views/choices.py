"""One's own switches."""

from django.contrib import messages as flashes
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from walkalong.conversation import companion_quality as quality
from walkalong.conversation import companion_words, queries, services
from walkalong.conversation.forms import LiveChoiceForm
from walkalong.people.access import require
from walkalong.people.models import Person, Role
from walkalong.people.queries import has_role
from walkalong.people.rules import is_mentor


@require_http_methods(["GET", "POST"])
def live_choices(request: HttpRequest) -> HttpResponse:
    person: Person = request.user  # type: ignore[assignment]
    if request.method == "POST":
        form = LiveChoiceForm(request.POST)
        form.is_valid()
        services.choose_live(by=person, **form.cleaned_data)
        flashes.success(request, _("Kept. It holds from now on, for both of you."))
        return redirect("conversation:live_choices")
    choice = queries.live_choice_of(person)
    form = LiveChoiceForm(initial={"typing": choice.typing, "here_now": choice.here_now})
    return render(request, "conversation/live_choices.html", {"form": form})


@require_safe
def about_companion(request: HttpRequest) -> HttpResponse:
    """What it reads, where, and what it never does: the same page for mentors and mentees."""
    person: Person = request.user  # type: ignore[assignment]
    context = {
        "for_mentor": has_role(person, Role.MENTOR),
        "is_on": queries.companion_is_on(person),
        "moves": companion_words.MOVES.values(),
    }
    return render(request, "conversation/about_companion.html", context)


@require_safe
def companion_quality(request: HttpRequest) -> HttpResponse:
    """How often it is right, measured before the release: for everybody whose words it may stand beside."""
    return render(request, "conversation/companion_quality.html", quality.page())


@require_POST
def choose_companion(request: HttpRequest) -> HttpResponse:
    person: Person = request.user  # type: ignore[assignment]
    require(is_mentor, person)
    services.choose_companion(by=person, on=request.POST.get("on") == "1")
    return redirect("conversation:about_companion")
