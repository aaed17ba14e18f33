"""A person's own page: how I sign in, for whom I act, who acts for me."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp_webauthn.models import WebAuthnCredential

from ..actions.revoke_grant import may_revoke
from ..forms import LanguageForm
from ..gate import live_grants, scopes_of
from ..permissions import STAFF
from ..policy import staff_need_second_step
from ..queries import givable, grants_held, grants_on
from ..scopes import names

CHANGES_SHOWN = 5


@never_cache
@login_required
@require_GET
def account(request: HttpRequest) -> HttpResponse:
    user = request.user
    codes = TOTPDevice.objects.filter(user=user, confirmed=True).first()
    context = {
        "codes": codes,
        "recovery_left": StaticToken.objects.filter(device__user=user).count() if codes else 0,
        "passkeys": WebAuthnCredential.objects.filter(user=user).order_by("pk"),
        "changes": user.means_changes.order_by("-at", "-pk")[:CHANGES_SHOWN],
        "needs_second_step": staff_need_second_step()
        and not user.is_verified()
        and any(grant.role in STAFF for grant in live_grants(user)),
        "language_form": LanguageForm(initial={"language": user.language}),
        "may_give": bool(givable(live_grants(user))),
        "has_readings": any(scopes_of(user, "access.own", kind) for kind in ("person", "workplace")),
        **_grants(user),
    }
    return render(request, "accounts/account.html", context)


@login_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """My language, on every device from the next sign-in on, and here at once."""
    from .session import remember_language

    form = LanguageForm(request.POST)
    response = redirect("accounts:account")
    if form.is_valid():
        request.user.language = form.cleaned_data["language"]
        request.user.save(update_fields=["language"])
        remember_language(response, request.user.language)
        with override(request.user.language):
            messages.success(request, _("زبان شما نگه داشته شد."))
    return response


def _grants(user) -> dict:
    """Both sides of authority, with names of what it is over, live ones first."""
    now = timezone.now()
    today = timezone.localdate(now)
    watched = {(kind, scope_id) for kind in ("person", "workplace", "branch") for scope_id in scopes_of(user, "grant.read", kind)}
    held, given = list(grants_held(user)), list(grants_on(watched, but_of=user))
    called = names({grant.scope for grant in [*held, *given]})
    for grant in [*held, *given]:
        grant.over = called.get(grant.scope, "")
        grant.state = _state(grant, today)
        grant.is_revocable = grant.state != "ended" and may_revoke(grant, user, now)
    order = ("live", "waiting", "ended").index
    return {
        "held": sorted(held, key=lambda grant: order(grant.state)),
        "given": sorted(given, key=lambda grant: order(grant.state)),
    }


def _state(grant, today) -> str:
    if grant.is_live(today):
        return "live"
    return "waiting" if grant.revoked_at is None and grant.valid.lower > today else "ended"
