"""The pages that belong to no room: errors, what was typed, the offline page, the worker and the manifest."""

import hashlib
import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import (
    REASON_BAD_ORIGIN,
    REASON_BAD_REFERER,
    REASON_INSECURE_REFERER,
    REASON_NO_REFERER,
)
from django.shortcuts import render
from django.template import loader
from django.templatetags.static import static
from django.urls import NoReverseMatch, reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from walkalong.web import looks as looks_page
from walkalong.web import precache, typed_text
from walkalong.web.context import Shell

_WORKER = Path(__file__).parent / "static" / "web" / "sw.js"
_FROM_ELSEWHERE = tuple(
    str(reason).split("%s")[0]
    for reason in (REASON_BAD_ORIGIN, REASON_BAD_REFERER, REASON_INSECURE_REFERER, REASON_NO_REFERER)
)


# Errors ------------------------------------------------------------------------------------------
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Without context: what was wrong may be the session or the host itself."""
    return HttpResponse(loader.get_template("400.html").render(), status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "403.html", status=403)


def wrong_method(request: HttpRequest, refused: HttpResponse) -> HttpResponse:
    """An address that only takes a press was opened, or the other way round: say so, not a blank page."""
    response = render(request, "405.html", status=refused.status_code)
    response.headers["Allow"] = refused.headers.get("Allow", "")
    return response


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Without context, database or static manifest: any of them may be what broke."""
    return HttpResponse(loader.get_template("500.html").render(), status=500)


# Words that were typed ----------------------------------------------------------------------------
def session_ended(request: HttpRequest, kept: typed_text.Kept) -> HttpResponse:
    return _kept_page(request, kept, "web/session_ended.html", status=401, resend=True)


def typed_by_another(request: HttpRequest) -> HttpResponse:
    """The words are not shown: whoever is here now is not who typed them."""
    return render(request, "web/typed_by_another.html", status=403)


@login_not_required
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A stale token: show the words back with a fresh form, but only to the person who typed them."""
    kept = typed_text.kept_from(request)
    resend = kept is not None and kept.may_be_sent_by(request.user) and not reason.startswith(_FROM_ELSEWHERE)
    return _kept_page(request, kept if resend else None, "web/csrf_failure.html", status=403, resend=resend)


def _kept_page(
    request: HttpRequest, kept: typed_text.Kept | None, template: str, *, status: int, resend: bool
) -> HttpResponse:
    context = {
        "kept": kept,
        "kept_text": "\n\n".join(field.value for field in kept.words) if kept else "",
        "resend_to": request.get_full_path() if resend else "",
        "stamp_field": typed_text.STAMP_FIELD,
        "stamp": request.POST.get(typed_text.STAMP_FIELD, "") if kept else "",
    }
    response = render(request, template, context, status=status)
    response.headers["Cache-Control"] = "no-store"
    return response


# Offline and the app on the home screen -----------------------------------------------------------
@login_not_required
@require_safe
def offline(request: HttpRequest) -> HttpResponse:
    """Kept on the device, so it must not name anybody: rendered as for a stranger."""
    return render(request, "web/offline.html")


@login_not_required
@require_safe
@never_cache
def service_worker(request: HttpRequest) -> HttpResponse:
    source = _WORKER.read_text()
    assets = [static(path) for path in precache.paths()]
    facts: dict[str, Any] = {
        "assets": assets,
        "static": settings.STATIC_URL,
        "offline": reverse("web:offline"),
        "helpCard": _reverse_or_none("safety:help_card"),
    }
    facts["version"] = hashlib.blake2s((json.dumps(facts) + source).encode(), digest_size=6).hexdigest()
    body = f"self.SHELL = {json.dumps(facts)};\n{source}"
    return HttpResponse(body, content_type="text/javascript", headers={"Service-Worker-Allowed": "/"})


def _reverse_or_none(name: str) -> str | None:
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


@login_not_required
@require_safe
@never_cache
def manifest(request: HttpRequest) -> JsonResponse:
    shell = Shell(request)
    name = "notes" if shell.discreet else "walkalong"
    icons = [
        {"src": static(f"web/icons/{name}.svg"), "sizes": "any", "type": "image/svg+xml"},
        {"src": static(f"web/icons/{name}-192.png"), "sizes": "192x192", "type": "image/png"},
        {"src": static(f"web/icons/{name}-512.png"), "sizes": "512x512", "type": "image/png"},
        {
            "src": static(f"web/icons/{name}-maskable-512.png"),
            "sizes": "512x512",
            "type": "image/png",
            "purpose": "maskable",
        },
    ]
    facts = {
        "id": "/",
        "name": shell.app_name,
        "short_name": shell.short_name,
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#f6efe8",
        "theme_color": "#fbf7f2",
        "icons": icons,
    }
    return JsonResponse(facts, content_type="application/manifest+json")


# The style page -----------------------------------------------------------------------------------
@login_not_required
def looks(request: HttpRequest) -> HttpResponse:
    """Every component on one page, for whoever builds; not part of a running programme."""
    if not (settings.DEBUG or getattr(settings, "DEMO", False)):
        raise Http404
    return render(request, "web/looks.html", looks_page.context(request.POST or None))
