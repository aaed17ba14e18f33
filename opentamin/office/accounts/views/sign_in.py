"""The way in and the way out."""

from datetime import datetime, timedelta

from axes.helpers import get_cool_off
from axes.models import AccessAttempt
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from opentamin.office.kit.days import hour

from ..actions.check_code import TooManyCodes, WrongCode, check_code, has_codes
from ..forms import CodeForm, ConfirmForm, SignInForm
from .session import confirm, enter, held, hold, safe_next


@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Username and password; with codes on, the second step follows."""
    wanted = safe_next(request)
    if request.user.is_authenticated and request.method == "GET":
        return redirect(wanted or "/")
    form = SignInForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        if not has_codes(form.user):
            return enter(request, form.user, wanted)
        hold(request, form.user, now)
        request.session["sign_in_next"] = wanted
        return redirect("accounts:second_step")
    return render(request, "accounts/sign_in.html", {"form": form, "next": wanted})


@never_cache
@require_http_methods(["GET", "POST"])
def second_step(request: HttpRequest) -> HttpResponse:
    """The one-time code, or a recovery code."""
    now = timezone.now()
    user = held(request, now)
    if user is None:
        messages.warning(request, _("برای امنیت شما، میان گذرواژه و رمز یک‌بارمصرف پنج دقیقه فرصت است. از نو وارد شوید."))
        return redirect("accounts:sign_in")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user.otp_device = check_code(user, form.cleaned_data["code"], now=now)
        except WrongCode:
            form.add_error("code", _("این رمز درست نیست یا وقتش گذشته است؛ رمزی را بنویسید که همین حالا در برنامه می‌بینید"))
        except TooManyCodes as wait:
            form.add_error(
                "code", _("چند رمز نادرست پشت هم رسید. ساعت %(hour)s دوباره بنویسید.") % {"hour": _hour_after(wait.until)}
            )
        else:
            return enter(request, user, request.session.pop("sign_in_next", ""))
    return render(request, "accounts/second_step.html", {"form": form})


@sensitive_post_parameters("password")
@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def confirm_password(request: HttpRequest) -> HttpResponse:
    """The password once more, before a sensitive change."""
    form = ConfirmForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        confirm(None, request)
        return redirect(safe_next(request) or "accounts:account")
    return render(request, "accounts/confirm.html", {"form": form, "next": safe_next(request)})


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave; only by a button, so that no link or picture can throw anybody out."""
    logout(request)
    messages.success(request, _("از سامانه خارج شدید."))
    return redirect("accounts:sign_in")


def locked_out(request: HttpRequest, response: HttpResponse | None, credentials: dict | None, *args) -> HttpResponse:
    """The page for a name and place from which too many wrong passwords came; axes calls it."""
    username = (credentials or {}).get("username") or ""
    last = AccessAttempt.objects.filter(username=username).order_by("-attempt_time").first()
    cool_off = get_cool_off(request)
    until = (last.attempt_time if last else timezone.now()) + cool_off
    minutes = max(1, -int((timezone.now() - until).total_seconds() // 60))
    page = render(request, "accounts/locked_out.html", {"until": until, "minutes": minutes}, status=429)
    page["Retry-After"] = str(minutes * 60)
    return page


def _hour_after(moment: datetime) -> str:
    """An hour and minute at which it surely listens again."""
    return hour(moment + timedelta(minutes=1))
