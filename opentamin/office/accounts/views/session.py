"""What one browser's session remembers about signing in."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps

from django.conf import settings
from django.contrib.auth import login, user_logged_in
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode

from ..models import User
from ..permissions import STAFF
from ..policy import CONFIRM_SECONDS_MAX, STEP_TWO_SECONDS_MAX, staff_need_second_step

PENDING = "sign_in_pending"
CONFIRMED = "sign_in_confirmed_at"


def safe_next(request: HttpRequest) -> str:
    """Where the person wanted to go, if that is a page of ours; else the empty text."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return wanted if ours and wanted.startswith("/") else ""


def hold(request: HttpRequest, user: User, now: datetime) -> None:
    """Remember that the password was right; nobody is signed in yet."""
    request.session.cycle_key()
    request.session[PENDING] = {"user": user.pk, "backend": user.backend, "at": now.timestamp()}


def held(request: HttpRequest, now: datetime) -> User | None:
    """Whoever gave the right password just before in this browser and is still allowed in; None when too long ago."""
    pending = request.session.get(PENDING)
    if pending is None or now.timestamp() - pending["at"] > STEP_TWO_SECONDS_MAX:
        request.session.pop(PENDING, None)
        return None
    user = User.objects.filter(pk=pending["user"], is_active=True).first()
    if user is not None:
        user.backend = pending["backend"]
    return user


def enter(request: HttpRequest, user: User, wanted: str) -> HttpResponse:
    """Sign in and lead on: to the page that was wanted, or to the second step for staff who lack one."""
    request.session.pop(PENDING, None)
    login(request, user)
    weak = (
        staff_need_second_step()
        and getattr(user, "otp_device", None) is None
        and user.grants.filter(role__in=STAFF, revoked_at__isnull=True).exists()
    )
    response = redirect(reverse("accounts:codes") if weak else wanted or settings.LOGIN_REDIRECT_URL)
    remember_language(response, user.language)
    return response


def remember_language(response: HttpResponse, language: str) -> None:
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, max_age=365 * 86400, samesite="Lax")


@receiver(user_logged_in)
def confirm(sender, request: HttpRequest, **kwargs) -> None:
    """Whoever has just signed in has just proved who they are. Also called after a repeated password."""
    request.session[CONFIRMED] = timezone.now().timestamp()


def is_confirmed(request: HttpRequest) -> bool:
    return timezone.now().timestamp() - request.session.get(CONFIRMED, 0) <= CONFIRM_SECONDS_MAX


def freshly_confirmed(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Ask for the password again before a view that changes who can get in, unless it was given just now."""

    @wraps(view)
    def checked(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        if is_confirmed(request):
            return view(request, *args, **kwargs)
        # What was posted is not kept: the person comes back to the page and presses again.
        back = request.path if request.method == "GET" else reverse("accounts:account")
        return redirect(f"{reverse('accounts:confirm')}?{urlencode({'next': back})}")

    return checked
