"""Giving others a right, and taking it back."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from opentamin.office.kit.days import day_plain

from ..actions.delegate import AlreadyGiven, OutOfReach, delegate
from ..actions.revoke_grant import AlreadyRevoked, concerns, revoke_grant
from ..forms import GrantForm, RevokeForm
from ..gate import NotAllowed, live_grants
from ..models import Grant
from ..permissions import Role
from ..queries import givable
from ..scopes import names
from .session import freshly_confirmed


@never_cache
@login_required
@freshly_confirmed
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest) -> HttpResponse:
    """Let somebody act for a workplace or person of mine until a day."""
    possible = givable(live_grants(request.user))
    if not possible:
        raise NotAllowed("grant.give")
    form = GrantForm(_choices(possible), request.user, request.POST or None)
    if request.method == "POST" and form.is_valid() and _give(request, form, {grant.pk: grant for grant, _role in possible}):
        return redirect("accounts:account")
    return render(request, "accounts/give.html", {"form": form})


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def revoke(request: HttpRequest, grant_id: int) -> HttpResponse:
    """End a right now, with a reason. Of a grant that is not one's business nothing is said."""
    now = timezone.now()
    grant = get_object_or_404(Grant.objects.select_related("user", "granted_by"), pk=grant_id)
    if not concerns(grant, request.user, now):
        raise Http404
    if grant.revoked_at is not None:
        return redirect("accounts:account")
    form = RevokeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            ended = revoke_grant(grant.pk, by=request.user, reason=form.cleaned_data["reason"], now=now)
        except AlreadyRevoked:
            return redirect("accounts:account")
        _say_ended(request, grant, len(ended) - 1)
        return redirect("accounts:account")
    grant.over = names({grant.scope}).get(grant.scope, "")
    return render(request, "accounts/revoke.html", {"form": form, "grant": grant, "is_own": grant.user_id == request.user.pk})


def _choices(possible: list[tuple[Grant, str]]) -> list[tuple[str, str]]:
    called = names({grant.scope for grant, _role in possible})
    return [(f"{grant.pk}:{role}", f"{Role(role).label}، {called.get(grant.scope, '')}".strip("، ")) for grant, role in possible]


def _give(request: HttpRequest, form: GrantForm, own: dict[int, Grant]) -> bool:
    """Whether it was given; else the form says why not."""
    grant_id, role = form.chosen
    now, data = timezone.now(), form.cleaned_data
    try:
        given = delegate(
            data["to"],
            role,
            own[grant_id].scope,
            by=request.user,
            reason=data["reason"],
            first_day=timezone.localdate(now),
            last_day=data["last_day"],
            now=now,
        )
    except OutOfReach as beyond:
        form.add_error(
            "last_day", _("دورتر از آن است که می‌توانید بدهید؛ %(day)s یا زودتر را بنویسید") % {"day": day_plain(beyond.last_day)}
        )
    except AlreadyGiven:
        form.add_error("to", _("او همین دسترسی را در همین مدت دارد؛ برای تغییر مدت، نخست آن را پایان دهید"))
    else:
        messages.success(
            request, _("%(name)s تا %(day)s دسترسی دارد.") % {"name": given.user.full_name, "day": day_plain(given.last_day)}
        )
        return True
    return False


def _say_ended(request: HttpRequest, grant: Grant, more: int) -> None:
    messages.success(request, _("دسترسی %(name)s پایان یافت.") % {"name": grant.user.full_name})
    if more:
        messages.info(request, _("دسترسی‌هایی که او به دیگران داده بود هم پایان یافت: %(count)s.") % {"count": more})
