"""Answering with a sealed file, whole or in part. Nothing on the way may keep it."""

import re
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase

from walkalong.foundation.crypto import media
from walkalong.foundation.crypto.errors import Erased

_RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")


def respond(request: HttpRequest, media_id: UUID, content_type: str) -> HttpResponseBase:
    """The file, for a view that has made sure who asks. Http404 when it was erased meanwhile."""
    try:
        return _answer(request, media_id, content_type)
    except (media.NoSuchMedia, Erased):
        raise Http404 from None


def _answer(request: HttpRequest, media_id: UUID, content_type: str) -> HttpResponseBase:
    size = media.size(media_id)
    wanted = _range(request.headers.get("Range", ""), size)
    if wanted is None:
        return _never_kept(HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"}))
    start, end = wanted
    partial = (start, end) != (0, size)
    response = StreamingHttpResponse(
        media.open_range(media_id, start, end),
        content_type=content_type,
        status=206 if partial else 200,
    )
    response["Content-Length"] = str(end - start)
    if partial:
        response["Content-Range"] = f"bytes {start}-{end - 1}/{size}"
    return _never_kept(response)


def _range(header: str, size: int) -> tuple[int, int] | None:
    """Start and end (not included) of the asked range; all for other headers, None if outside the file."""
    asked = _RANGE.fullmatch(header.strip())
    if asked is None or asked.groups() == ("", ""):
        return 0, size
    first, last = asked.groups()
    if not first:
        return (max(0, size - int(last)), size) if int(last) else None
    start, end = int(first), min(int(last) + 1 if last else size, size)
    return (start, end) if start < end else None


def _never_kept(response: HttpResponseBase) -> HttpResponseBase:
    response["Accept-Ranges"] = "bytes"
    response["Cache-Control"] = "private, no-store"
    response["Content-Disposition"] = "inline"
    response["X-Content-Type-Options"] = "nosniff"
    return response
