"""The role, learned in ten minutes; what a mentee may expect; the year. Open to everybody signed in."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from walkalong.joining import queries, shapes
from walkalong.joining.forms import Try
from walkalong.joining.trying import Heard, hear
from walkalong.people.access import PersonRequest
from walkalong.people.models import Person, Role
from walkalong.people.pace import too_often
from walkalong.people.queries import roles_of

# The pages of the guide in their order; the situations stand between the third and the last.
PAGES = ("what-you-are", "what-you-are-not", "with-or-over", "from-here")
BEFORE_THE_SITUATIONS = "with-or-over"
TRIES_PER_MINUTE = 30


@require_safe
def guide(request: PersonRequest) -> HttpResponse:
    documents = {each.name: each for each in queries.all_content()}
    context = {
        "pages": [(name, documents[name].title) for name in PAGES[:-1]],
        "last": (PAGES[-1], documents[PAGES[-1]].title),
        "situations": [each for each in documents.values() if each.kind == "situation" and each.in_use],
        "for_mentee": Role.MENTEE in roles_of(request.user),
    }
    return render(request, "joining/guide.html", context)


@require_safe
def page(request: PersonRequest, page_name: str) -> HttpResponse:
    if page_name not in PAGES:
        raise Http404
    situations = queries.situations() if page_name == BEFORE_THE_SITUATIONS else []
    way_on = _to_situation(situations[0]) if situations else _to_page_after(page_name)
    return render(request, "joining/page.html", {"page": queries.page(page_name), **way_on})


@require_safe
def what_to_expect(request: PersonRequest) -> HttpResponse:
    return render(request, "joining/expect.html", {"page": queries.page("what-to-expect")})


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def situation(request: PersonRequest, situation_name: str) -> HttpResponse:
    """Sort, hear why, try in one's own words. Nothing of it is kept, logged or counted."""
    context = _situation(situation_name)
    form = Try(initial={"words": request.POST.get("words", "")})
    if "try" in request.POST:
        form = Try(request.POST)
        context["heard"] = _heard(form, request.user, context["situation"].said)
    rows = [{"line": line, "chosen": _chosen(request, line)} for line in context["situation"].lines]
    context["none_sorted"] = "sort" in request.POST and not any(row["chosen"] for row in rows)
    return render(request, "joining/situation.html", {**context, "form": form, "rows": rows})


def _chosen(request: PersonRequest, line: shapes.Line) -> str:
    """Which side the sentence was put to; anything else counts as not sorted yet."""
    chosen = request.POST.get(f"line-{line.key}", "")
    return chosen if chosen in ("with", "over") else ""


def _heard(form: Try, person: Person, said: str) -> Heard | None:
    if not form.is_valid():
        return None
    if too_often("guide", person, per_minute=TRIES_PER_MINUTE):
        form.add_error(
            "words", _("That was a lot in a short time. Your words are still here: try again in a minute.")
        )
        return None
    return hear(form.cleaned_data["words"], said)


def _situation(name: str) -> dict[str, Any]:
    """The situation with the way on; Http404 when there is none, or it was put away."""
    found = queries.situations()
    position = next((position for position, entry in enumerate(found) if entry[0] == name), None)
    if position is None:
        raise Http404
    following = found[position + 1 : position + 2]
    way_on = _to_situation(following[0]) if following else _to_page_after(BEFORE_THE_SITUATIONS)
    return {"name": name, "situation": found[position][1], **way_on}


def _to_situation(entry: tuple[str, shapes.Situation]) -> dict[str, object]:
    return {"next_situation": {"name": entry[0], "title": entry[1].title}}


def _to_page_after(name: str) -> dict[str, object]:
    """The next page of the guide; nothing after the last."""
    following = next(iter(PAGES[PAGES.index(name) + 1 :]), None)
    return {"next_page": following and {"name": following, "title": queries.content(following).title}}
