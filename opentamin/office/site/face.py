"""What stands on every page: for whom it is, where one can go, what day it is."""

from typing import Any, Final, NamedTuple

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from opentamin.office.eservices.audience import audience_of

HOME: Final = (_("خانه"), "eservices:home")
LETTERS: Final = (_("نامه‌ها"), "eservices:inbox")
SERVICES: Final = (_("خدمات"), "eservices:services")
# Five short words at most: they stand in one line on a phone.
NAV: Final[dict[str, tuple[tuple[Any, str], ...]]] = {
    "guest": (HOME, SERVICES, (_("درستی‌سنجی نامه"), "records:verify")),
    "insured": (HOME, (_("سابقهٔ من"), "history:record"), (_("اعتراض‌ها"), "disputes:objections"), LETTERS, SERVICES),
    "employer": (HOME, (_("فهرست‌ها"), "contributions:lists"), (_("بدهی‌ها"), "debts:debts"), LETTERS, SERVICES),
    "officer": ((_("کارتابل"), "eservices:home"), (_("فهرست‌ها"), "contributions:branch_lists"), (_("بدهی‌ها"), "debts:branch_debts"), (_("اعتراض‌ها"), "disputes:branch_objections"), LETTERS),
    "headquarters": (HOME, (_("فهرست‌ها"), "contributions:branch_lists"), (_("بدهی‌ها"), "debts:branch_debts"), (_("اعتراض‌ها"), "disputes:branch_objections"), LETTERS),
}
FOOT: Final = (SERVICES, (_("درستی‌سنجی نامه"), "records:verify"), (_("رابط برنامه‌ها"), "api-v1:openapi-view"))


class Item(NamedTuple):
    """One word of the navigation."""

    words: str
    url: str
    is_current: bool


def face(request: HttpRequest) -> dict[str, Any]:
    """Context of every page. The work is done only if the page shows it, so a page of the API or an error costs nothing."""
    return {"today": timezone.localdate(), "face": SimpleLazyObject(lambda: _face(request))}


def _face(request: HttpRequest) -> dict[str, Any]:
    audience = audience_of(request) if hasattr(request, "user") and request.user.is_authenticated else None
    name = audience.name if audience else "guest"
    return {
        "audience": name,
        "capacity": audience.capacity if audience else "",
        "nav": _items(NAV[name], request.path),
        "foot": _items(FOOT, request.path),
    }


def _items(pairs: tuple[tuple[Any, str], ...], path: str) -> list[Item]:
    items = []
    for words, name in pairs:
        try:
            url = reverse(name)
        except NoReverseMatch:
            continue
        items.append(Item(str(words), url, path == url or (url != "/" and path.startswith(url))))
    return items
