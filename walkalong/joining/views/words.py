"""Staff change the programme's words: a list, an editor with a preview, and every version there was."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from walkalong.joining import queries, services, shapes
from walkalong.joining.comparing import compare
from walkalong.joining.errors import ChangedMeanwhile
from walkalong.joining.forms import Words
from walkalong.people.access import PersonRequest, role_required
from walkalong.people.models import Role

staff_only = role_required(Role.STAFF)
A_NEW_SITUATION = "situation-new"


@require_safe
@staff_only
def words(request: PersonRequest) -> HttpResponse:
    found = queries.all_content()
    shelves = {
        "pages": [each for each in found if each.kind == shapes.Kind.PAGE],
        "situations": [each for each in found if each.kind == shapes.Kind.SITUATION],
        "stages": [each for each in found if each.kind == shapes.Kind.STAGE],
    }
    return render(request, "joining/words.html", shelves)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def change(request: PersonRequest, words_name: str) -> HttpResponse:
    now = queries.content(words_name)
    form = Words(
        request.POST or None,
        kind=now.kind,
        name=words_name,
        initial={"words": now.words, "since": now.number},
    )
    context = {"content": now, "form": form}
    if request.method == "POST" and form.is_valid():
        if "preview" in request.POST:
            return render(request, "joining/change.html", context | _preview(form))
        try:
            services.change_words(by=request.user, name=words_name, **form.cleaned_data)
        except ChangedMeanwhile as meanwhile:
            return render(request, "joining/change.html", context | _two_at_once(form, meanwhile), status=409)
        messages.success(request, _("Kept. Everybody reads it like this from now on."))
        return redirect("joining:change", words_name)
    return render(request, "joining/change.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
def add(request: PersonRequest) -> HttpResponse:
    """Write an everyday situation of the programme's own."""
    form = Words(request.POST or None, kind=shapes.Kind.SITUATION, name=A_NEW_SITUATION)
    if request.method == "POST" and form.is_valid():
        if "preview" in request.POST:
            return render(request, "joining/change.html", {"form": form} | _preview(form))
        made = services.add_situation(by=request.user, words=form.cleaned_data["words"])
        messages.success(request, _("Kept. It stands in the guide from now on."))
        return redirect("joining:change", made.name)
    return render(request, "joining/change.html", {"form": form})


@require_safe
@staff_only
def history(request: PersonRequest, words_name: str) -> HttpResponse:
    now = queries.content(words_name)
    context = {
        "content": now,
        "versions": queries.versions_of(words_name),
        "shipped": _is_shipped(words_name),
    }
    return render(request, "joining/history.html", context)


@require_safe
@staff_only
def version(request: PersonRequest, words_name: str, number: int) -> HttpResponse:
    """One earlier state: what it said, and what has changed between it and now."""
    now, then = queries.content(words_name), queries.content_at(words_name, number)
    context = {"content": now, "then": then, "rows": compare(then.words, now.words)}
    return render(request, "joining/version.html", context | {"shape": shapes.read(words_name, then.words)})


@require_POST
@staff_only
def go_back(request: PersonRequest, words_name: str, number: int) -> HttpResponse:
    return _done(
        request,
        words_name,
        lambda since: services.go_back(by=request.user, name=words_name, number=number, since=since),
    )


@require_POST
@staff_only
def put_away(request: PersonRequest, words_name: str) -> HttpResponse:
    """Or bring it back: only a situation, because every other page is linked to."""
    now = queries.content(words_name)
    if now.kind != shapes.Kind.SITUATION:
        raise Http404
    act = services.put_away if request.POST.get("in_use") == "no" else services.bring_back
    return _done(request, words_name, lambda since: act(by=request.user, name=words_name, since=since))


def _done(request: PersonRequest, words_name: str, act) -> HttpResponse:
    since = request.POST.get("since", "")[:9]
    try:
        act(int(since) if since.isdecimal() else -1)
    except ChangedMeanwhile:
        messages.info(request, _("Somebody changed this meanwhile. Please look at how it stands now."))
    else:
        messages.success(request, _("Done. Nothing was lost: every version is kept."))
    return redirect("joining:history", words_name)


def _preview(form: Words) -> dict[str, object]:
    return {"shape": shapes.read(form.name, form.cleaned_data["words"])}


def _two_at_once(form: Words, meanwhile: ChangedMeanwhile) -> dict[str, object]:
    """Their version beside one's own words; the next press keeps one's own, after having seen theirs."""
    now = meanwhile.now
    try:
        before = queries.content_at(form.name, form.cleaned_data["since"]).words
    except Http404:
        before = ""
    form.made_from(now.number)
    form.remark(_("Nothing is kept yet: somebody else was here. Your words are all below."))
    return {"content": now, "meanwhile": now, "rows": compare(before, now.words)}


def _is_shipped(name: str) -> bool:
    try:
        return queries.content_at(name, 0) is not None
    except Http404:
        return False
