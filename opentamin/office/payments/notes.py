"""Why money waits for a person, in words."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

_WHY: Final[dict[str, Any]] = {
    "no_identifiers": _("شناسه‌ای ندارد و در شرح آن شمارهٔ پیگیری نیست"),
    "unknown_identifiers": _("شناسه‌هایش از برگ‌های ما نیست"),
    "closed_workplace": _("کارگاه بسته است و بدهی‌ای ندارد"),
    "reversal": _("بانک واریزی را برگردانده است"),
    "refund_returned": _("بازپرداخت آن از بانک برگشته است"),
}


def why_it_waits(note: str) -> str:
    """The sentence of a payment's note; empty where it has none."""
    return str(_WHY.get(note, ""))
