"""One's own steps: naming, changing, showing, taking back, and "I've got it from here"."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages as flashes
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from walkalong.journey.steps import queries, services
from walkalong.journey.steps.days import today_of
from walkalong.journey.steps.forms import StepForm
from walkalong.journey.steps.kinds import Kind, Mark
from walkalong.journey.steps.models import Step
from walkalong.journey.steps.rules import may_add_to_journey, may_see_journey
from walkalong.journey.steps.way import title_of, what_it_is_about
from walkalong.matching.models import Match
from walkalong.matching.rules import may_write_pair
from walkalong.people.access import PersonRequest, agreement_required, require
from walkalong.people.errors import Refused
from walkalong.people.models import Person

NAMED = (Kind.STEP, Kind.HARD, Kind.MILESTONE)


@sensitive_post_parameters()
@never_cache
@agreement_required
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: PersonRequest) -> HttpResponse:
    person = request.user
    require(may_add_to_journey, person)
    mark = _mark(request)
    initial: dict[str, Any] = {"kind": _kind(request)}
    if mark is not None:
        initial["share_with"] = [str(match.pk) for match in walks_to_show(person)]
    form = step_form(
        request,
        person,
        kinds=(Kind.MILESTONE,) if mark else (*NAMED, Kind.FROM_HERE),
        words_required=mark is None,
        initial=initial,
    )

    def keep(data: dict[str, Any]) -> Step:
        kind = Kind(data.get("kind", Kind.MILESTONE))
        return services.name_step(by=person, kind=kind, mark=mark, press_id=data["press_id"], **form.chosen())

    kept = _kept(request, form, keep, _("It stands on your way."))
    return kept or show_form(request, form, "add", mark=mark)


@never_cache
@require_safe
def own_step(request: PersonRequest, step_id: UUID) -> HttpResponse:
    """One's own step, with whom it is shown to and all that was given to it."""
    require(may_see_journey, request.user)
    step = queries.own_step(request.user, step_id)
    said_from_here = Step.objects.filter(about=step).first() if step.kind != Kind.FROM_HERE else None
    seen_in = {share.match_id for share in step.shown_in}  # type: ignore[attr-defined]
    context = {
        "step": step,
        "title": title_of(step),
        "about": what_it_is_about(step, mine=True),
        "said_from_here": said_from_here,
        "walks": [(match, match.pk in seen_in) for match in queries.current_walks(request.user)],
    }
    return render(request, "journey/steps/step.html", context)


@sensitive_post_parameters()
@never_cache
@agreement_required
@require_http_methods(["GET", "HEAD", "POST"])
def change(request: PersonRequest, step_id: UUID) -> HttpResponse:
    person = request.user
    require(may_add_to_journey, person)
    step = queries.own_step(person, step_id)
    kinds = (Kind.FROM_HERE,) if step.kind == Kind.FROM_HERE else NAMED
    form = step_form(
        request,
        person,
        step=step,
        kinds=(Kind.MILESTONE,) if step.mark else kinds,
        words_required=not (step.mark or step.about_id),
        initial={"kind": step.kind, "words": step.words, "happened_on": step.happened_on},
    )

    def keep(data: dict[str, Any]) -> Step:
        kind = Kind(data.get("kind", step.kind))
        return services.change_step(by=person, step=step, kind=kind, **form.chosen())

    return _kept(request, form, keep, _("Kept.")) or show_form(request, form, "change", step=step)


@sensitive_post_parameters()
@never_cache
@agreement_required
@require_http_methods(["GET", "HEAD", "POST"])
def from_here(request: PersonRequest, step_id: UUID) -> HttpResponse:
    person = request.user
    require(may_add_to_journey, person)
    step = queries.own_step(person, step_id)
    if step.kind == Kind.FROM_HERE:
        return redirect("journey:own_step", step_id=step.pk)
    form = step_form(request, person, step=step, kinds=(Kind.FROM_HERE,), words_required=False)

    def keep(data: dict[str, Any]) -> Step:
        return services.say_from_here(by=person, step=step, press_id=data["press_id"], **form.chosen())

    kept = _kept(request, form, keep, _("It is yours. You can take these words back any day."))
    return kept or show_form(request, form, "from_here", step=step)


def _kept(
    request: HttpRequest, form: StepForm, keep: Callable[[dict[str, Any]], Step], told: str
) -> HttpResponse | None:
    """To the step, once it is kept; None while the form is to be shown, with the reason if there is one."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        step = keep(form.cleaned_data)
    except Refused as refused:
        form.add_error(None, str(refused.reason))
        return None
    flashes.success(request, told)
    return redirect("journey:own_step", step_id=step.pk)


@require_POST
def share(request: PersonRequest, step_id: UUID) -> HttpResponse:
    """One press shows it to the other of a walk, one press keeps it to oneself again."""
    step = queries.own_step(request.user, step_id)
    wanted = _uuid(request.POST.get("match", ""))
    if wanted is None:
        return redirect("journey:own_step", step_id=step.pk)
    match = queries.walk_of(request.user, wanted)
    try:
        if request.POST.get("on") == "1":
            services.share_step(by=request.user, step=step, match=match)
        else:
            services.stop_sharing_step(by=request.user, step=step, match=match)
    except Refused as refused:
        flashes.warning(request, str(refused.reason))
    return redirect("journey:own_step", step_id=step.pk)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def take_back(request: PersonRequest, step_id: UUID) -> HttpResponse:
    step = queries.own_step(request.user, step_id)
    if request.method == "POST":
        services.take_back_step(by=request.user, step=step)
        flashes.success(request, _("It is taken back. Nobody sees it any more."))
        return redirect("journey:way")
    context = {"step": step, "said_from_here": Step.objects.filter(about=step).exists()}
    return render(request, "journey/steps/take_back.html", context)


def walks_to_show(person: Person, step: Step | None = None) -> list[Match]:
    """Walks in whose other one may show something now, and those where this one is shown already."""
    shown = {share.match_id for share in getattr(step, "shown_in", [])}
    walks = queries.current_walks(person)
    return [match for match in walks if match.pk in shown or may_write_pair(person, match)]


def step_form(
    request: HttpRequest, person: Person, *, step: Step | None = None, initial: Any = None, **kwargs: Any
) -> StepForm:
    shown = [str(share.match_id) for share in getattr(step, "shown_in", [])]
    return StepForm(
        request.POST if request.method == "POST" else None,
        person=person,
        walks=walks_to_show(person, step),
        today=today_of(person),
        initial={"share_with": shown, **(initial or {})},
        **kwargs,
    )


def show_form(request: HttpRequest, form: StepForm, what: str, **context: Any) -> HttpResponse:
    context |= {"form": form, "what": what}
    return render(request, "journey/steps/form.html", context, status=422 if form.errors else 200)


def _kind(request: HttpRequest) -> str:
    kind = request.GET.get("kind", "")
    return kind if kind in Kind.values else Kind.STEP.value


def _mark(request: HttpRequest) -> Mark | None:
    mark = request.GET.get("mark", "")
    return Mark(mark) if mark in Mark.values else None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
