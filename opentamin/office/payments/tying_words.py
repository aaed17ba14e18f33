"""Ties of a reconciliation for a reader: what was held against what."""

from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import Reconciliation


class TieWords(NamedTuple):
    name: str
    left_name: str
    right_name: str
    about: str
    left: int
    right: int
    difference: int
    is_money: bool


_KINDS: dict[str, str | Promise] = {"list": _("فهرست‌ها"), "debt": _("بدهی‌ها")}
# name: title, what stands left, what stands right
_WORDS: dict[str, tuple[Any, Any, Any]] = {
    "documents": (_("کاغذها و دفتر"), _("جمع کاغذها"), _("در دفتر")),
    "bank": (_("بانک و دفتر"), _("ماندهٔ بانک"), _("در دفتر")),
    "statements": (_("صورت‌حساب و سطرهایش"), _("ماندهٔ بانک"), _("جمع سطرها")),
    "unbooked": (_("سطرهای بیرون از دفتر"), _("شمار"), _("باید")),
    "unmatched": (_("دریافت‌های شناخته نشده"), _("جمع پرداخت‌ها"), _("در دفتر")),
    "refunds": (_("بازپرداخت‌های در راه"), _("جمع بازپرداخت‌ها"), _("در دفتر")),
    "credits": (_("بستانکاری کمتر از صفر"), _("شمار"), _("باید")),
    "payments": (_("پرداخت‌ها و سطرهای بانک"), _("جمع پرداخت‌ها"), _("جمع سطرها")),
    "open_items": (_("مانده و اقلام باز"), _("ماندهٔ کارفرمایان"), _("جمع اقلام باز")),
    "books": (_("تراز دفتر"), _("جمع همهٔ دفتر"), _("باید")),
}
_COUNTS = {"unbooked", "credits"}


def words_of_ties(kept: Reconciliation) -> list[TieWords]:
    """The ties as they were kept, those that do not hold first."""
    said = []
    for tie in sorted(kept.ties, key=lambda one: one["difference"] == 0):
        title, left, right = _WORDS[tie["name"]]
        about = str(_KINDS.get(tie["about"], tie["about"]))
        said.append(TieWords(str(title), str(left), str(right), about, tie["left"], tie["right"], tie["difference"], tie["name"] not in _COUNTS))
    return said
