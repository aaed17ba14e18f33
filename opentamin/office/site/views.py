"""Pages for what went wrong: what happened, and what to do now. They ask neither the database nor who is reading."""

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 when more was sent than we read."""
    if isinstance(exception, RequestDataTooBig):
        return _page("413", 413)
    return _page("400", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403. The gate says in its own words why, and whether a second step of signing in would be enough."""
    context = {
        "why": str(exception) if getattr(exception, "permission", None) else "",
        "needs_second_step": getattr(exception, "needs_second_step", False),
        "is_guest": not (hasattr(request, "user") and request.user.is_authenticated),
        "next": request.get_full_path(),
    }
    return render(request, "site/errors/403.html", context, status=403)


def form_grew_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without its mark: it lay open too long, or cookies are off."""
    return _page("csrf", 403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _page("404", 404)


def failed(request: HttpRequest) -> HttpResponse:
    """500. The moment is shown so that the reader can name it and we can find it in the log."""
    return _page("500", 500, at=timezone.now())


def _page(name: str, status: int, **context: object) -> HttpResponse:
    return HttpResponse(render_to_string(f"site/errors/{name}.html", context), status=status)
