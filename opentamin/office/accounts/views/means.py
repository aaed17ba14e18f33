"""A person's own means of signing in: password, one-time codes, passkeys."""

import segno
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST
from django_otp import login as otp_login
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

from ..actions.change_password import change_password
from ..actions.check_code import has_codes
from ..actions.enrol_totp import AlreadyEnrolled, WrongCode, enrol_totp
from ..actions.make_recovery_codes import make_recovery_codes
from ..actions.remove_passkey import remove_passkey
from ..actions.remove_totp import remove_totp
from ..forms import CodeForm, PasswordForm
from .session import freshly_confirmed

KEY = "codes_key"


@never_cache
@login_required
@freshly_confirmed
@require_http_methods(["GET", "POST"])
def codes(request: HttpRequest) -> HttpResponse:
    """Switch on one-time codes: the secret as a picture and as letters, then a code as proof."""
    if has_codes(request.user):
        messages.info(request, _("رمز یک‌بارمصرف شما از پیش روشن است."))
        return redirect("accounts:account")
    # The secret waits in the session; nothing is stored for the account before the proof.
    key = request.session.setdefault(KEY, random_hex())
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            device, recovery = enrol_totp(request.user, key=key, code=form.cleaned_data["code"], now=timezone.now())
        except AlreadyEnrolled:
            return redirect("accounts:account")
        except WrongCode:
            form.add_error("code", _("این رمز با کلید بالا جور نیست؛ ساعت گوشی را روی خودکار بگذارید و رمز تازه را بنویسید"))
        else:
            del request.session[KEY]
            otp_login(request, device)
            request.session.cycle_key()
            return render(request, "accounts/recovery.html", {"codes": recovery, "is_new": True})
    context = {"form": form, "qr": _picture(request.user, key), "letters": _letters(key)}
    return render(request, "accounts/codes.html", context)


@login_required
@freshly_confirmed
@require_POST
def codes_off(request: HttpRequest) -> HttpResponse:
    remove_totp(request.user, now=timezone.now())
    messages.success(request, _("رمز یک‌بارمصرف و کدهای بازیابی برداشته شد."))
    return redirect("accounts:account")


@never_cache
@login_required
@freshly_confirmed
@require_POST
def recovery(request: HttpRequest) -> HttpResponse:
    """Fresh recovery codes, shown this once."""
    if not has_codes(request.user):
        return redirect("accounts:codes")
    return render(request, "accounts/recovery.html", {"codes": make_recovery_codes(request.user, now=timezone.now())})


@sensitive_post_parameters()
@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def password(request: HttpRequest) -> HttpResponse:
    """A new password, after the old one."""
    form = PasswordForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        change_password(request.user, form.cleaned_data["new_password"], now=timezone.now())
        update_session_auth_hash(request, request.user)
        messages.success(request, _("گذرواژه عوض شد. هر جای دیگری که وارد شده بودید، بیرون آمدید."))
        return redirect("accounts:account")
    return render(request, "accounts/password.html", {"form": form})


@never_cache
@login_required
@freshly_confirmed
@require_GET
def passkey(request: HttpRequest) -> HttpResponse:
    """The page whose script asks the device for a passkey."""
    return render(request, "accounts/passkey.html")


@login_required
@freshly_confirmed
@require_POST
def passkey_off(request: HttpRequest, passkey_id: int) -> HttpResponse:
    if remove_passkey(request.user, passkey_id, now=timezone.now()):
        messages.success(request, _("گذرکلید برداشته شد. آن را از دستگاه خود هم پاک کنید."))
    return redirect("accounts:account")


def _picture(user, key: str) -> str:
    """The secret as a QR code: an SVG of our own making, dark on light also on a dark page."""
    address = TOTPDevice(user=user, key=key).config_url
    drawn = segno.make(address, error="m").svg_inline(scale=4, border=4, dark="#000", light="#fff", svgclass="qr", lineclass=None)
    return mark_safe(drawn)  # noqa: S308 - drawn by us; the address is only its pattern


def _letters(key: str) -> str:
    from base64 import b32encode

    letters = b32encode(bytes.fromhex(key)).decode().rstrip("=")
    return " ".join(letters[start : start + 4] for start in range(0, len(letters), 4))
