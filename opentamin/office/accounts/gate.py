"""The one gate: may this user do this, to this? Everything is refused that the table and a live grant do not allow.

Whoever passes it to what is not theirs is noted, by the rooms that listen (`on_reading`): a room cannot show a record and forget to
note it, for without passing here it shows nothing.
"""

from collections.abc import Callable
from datetime import date
from typing import Final

from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext as _

from .models import Grant
from .permissions import COUNTRY, OWN_ROLES, PERMISSIONS, SCOPE_KINDS, SYSTEM
from .policy import lacks_second_step

Scope = tuple[str, int]
_CACHE: Final = "_grants_by_day"
_NOTED: Final = "_readings_noted"
READ_KINDS: Final = ("person", "workplace")  # an overview of a branch is nobody's record

# (user, permission, scope, thing, the grant that let them in)
ReadingListener = Callable[..., None]
_listeners: list[ReadingListener] = []


class NotAllowed(PermissionDenied):
    """Refused; `needs_second_step` when a code or a passkey would be enough."""

    def __init__(self, permission: str, *, needs_second_step: bool = False) -> None:
        self.permission, self.needs_second_step = permission, needs_second_step
        super().__init__(str(self))

    def __str__(self) -> str:
        if self.needs_second_step:
            return _(
                "برای این کار باید با گام دوم (رمز یک‌بارمصرف یا گذرکلید) وارد شوید. در صفحهٔ حساب خود آن را راه بیندازید و دوباره وارد شوید."
            )
        return _("شما برای این کار اجازه ندارید. اگر کار شماست، از صاحب کارگاه یا رئیس شعبه بخواهید به شما دسترسی بدهد.")


def on_reading(listener: ReadingListener) -> None:
    """Have `listener(user, permission, scope, thing, grant)` called when somebody passes to what is not theirs.

    Called once by the room that keeps readings, from its AppConfig.ready().
    """
    if listener not in _listeners:
        _listeners.append(listener)


def require(user, permission: str, *scopes: Scope, on: date | None = None, thing: Scope | None = None) -> None:
    """Return if `user` may, over any one of `scopes`; raise NotAllowed if not. `on` is today unless given.

    The first scope is whose record it is. `thing` is what is opened of it, such as ("list", 7), where that is not the whole.
    """
    fitting, allowed = _fitting(user, permission, scopes, on)
    if not allowed:
        raise NotAllowed(permission, needs_second_step=bool(fitting))
    if scopes and scopes[0][0] in READ_KINDS:
        _tell_reading(user, permission, scopes[0], thing, allowed)


def _fitting(user, permission: str, scopes: tuple[Scope, ...], on: date | None) -> tuple[list[Grant], list[Grant | None]]:
    """Grants that fit, and those among them that count now; None stands for the machine's own right."""
    grants = _grants_for(user, permission, on)
    fitting = [grant for grant in grants if grant.scope in scopes or grant.scope == COUNTRY]
    allowed: list[Grant | None] = [grant for grant in fitting if not lacks_second_step(user, grant.role)]
    return fitting, allowed or ([None] if _is_the_system(user, permission) else [])


def _tell_reading(user, permission: str, scope: Scope, thing: Scope | None, allowed: list[Grant | None]) -> None:
    """Tell the listeners, once in a request, unless the reader stands on their own ground.

    Also an act opens what it is done to; after something of a scope was opened, passing to the scope itself adds nothing.
    """
    if any(grant is None or grant.role in OWN_ROLES for grant in allowed):
        return
    noted = user.__dict__.setdefault(_NOTED, {})
    seen = noted.setdefault(scope, set())
    if (thing or scope) in seen or (thing is None and seen):
        return
    seen.add(thing or scope)
    for listener in _listeners:
        listener(user, permission, scope, thing or scope, allowed[0])


def may(user, permission: str, *scopes: Scope, on: date | None = None) -> bool:
    """Whether require() would return. A question alone opens nothing, and is not noted."""
    return bool(_fitting(user, permission, scopes, on)[1])


def scopes_of(user, permission: str, kind: str, on: date | None = None) -> set[int]:
    """Ids of the scopes of `kind` over which `user` may. Whoever may everywhere holds no list: ask may_everywhere()."""
    assert kind in SCOPE_KINDS, kind
    grants = _grants_for(user, permission, on)
    return {grant.scope_id for grant in grants if grant.scope_kind == kind and not lacks_second_step(user, grant.role)}


def may_everywhere(user, permission: str, on: date | None = None) -> bool:
    """Whether `user` may over the whole country."""
    return may(user, permission, COUNTRY, on=on)


def live_grants(user, on: date | None = None) -> list[Grant]:
    """All grants of `user` that count on that day: one query, kept on the user object for the length of a request."""
    if not user.is_authenticated or not user.is_active:
        return []
    day = on or timezone.localdate()
    kept = user.__dict__.setdefault(_CACHE, {}) if hasattr(user, "__dict__") else {}
    if day not in kept:
        kept[day] = list(Grant.objects.live(day).filter(user_id=user.pk).order_by("pk"))
    return kept[day]


def forget(user) -> None:
    """Drop what was kept on this object, after its grants changed."""
    user.__dict__.pop(_CACHE, None)
    user.__dict__.pop(_NOTED, None)


def _grants_for(user, permission: str, on: date | None) -> list[Grant]:
    assert permission in PERMISSIONS, f"permission {permission} is not in the table"
    return [grant for grant in live_grants(user, on) if grant.role in PERMISSIONS[permission]]


def _is_the_system(user, permission: str) -> bool:
    return SYSTEM in PERMISSIONS[permission] and user.is_authenticated and user.is_active and user.is_system
