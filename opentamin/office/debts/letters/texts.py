"""The words of letters: which version is in force, which facts may stand in them, and how they are filled."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final

import yaml
from django.utils.translation import gettext_lazy as _

from ..models import DebtKind, LetterText

LOWERED: Final = "lowered"
KINDS: Final = {
    DebtKind.LIST_PENALTY.value: DebtKind.LIST_PENALTY.label,
    DebtKind.LATE_PREMIUM.value: DebtKind.LATE_PREMIUM.label,
    DebtKind.ASSESSED_ART_40.value: DebtKind.ASSESSED_ART_40.label,
    LOWERED: _("کاستن از بدهی"),
}
FIELDS: Final = ("title", "opening", "reason", "remedy", "closing")
FACTS: Final = {
    "addressee": _("نام کارفرما و کارگاه، یا گیرندهٔ دیگر"),
    "workplace": _("نام کارگاه"),
    "code": _("کد کارگاه"),
    "month": _("ماه بدهی"),
    "kind": _("نوع بدهی"),
    "amount": _("مبلغ همین نامه به ریال"),
    "amount_words": _("همان مبلغ به حروف"),
    "total": _("همهٔ آنچه قانون تا آن روز می‌دهد"),
    "before": _("آنچه پیش‌تر خواسته شده است"),
    "earlier": _("اگر پیش‌تر چیزی خواسته شده است، یادی از آن"),
    "day": _("روزی که تا آن حساب شده است"),
    "last_day": _("آخرین روز فهرست و حق بیمه"),
    "what_happened": _("جمله‌ای دربارهٔ آنچه رخ داده است"),
    "evidence": _("نوع سند"),
    "evidence_day": _("روز سند"),
    "because": _("دلیل اصلاح"),
    "tracking": _("شمارهٔ پیگیری"),
    "objection_days": _("شمار روزهای مهلت اعتراض در قانون"),
    "last_day_if_today": _("آخرین روز اعتراض اگر همان روز صدور ابلاغ شود"),
}
# Without these a letter would hide what the law makes it say.
NEEDED: Final = {"title": {"amount"}, "reason": {"amount"}, "remedy": {"objection_days", "last_day_if_today"}}
_BRACED: Final = re.compile(r"\{([^{}]*)\}")


def text_in_force(kind: str) -> LetterText:
    """The highest version of the text of a kind of letter; as delivered while nobody wrote another."""
    written = LetterText.objects.filter(kind=kind).order_by("-version").first()
    return written or LetterText(kind=kind, version=1, text=delivered()[kind], reason="")


def fill(text: Mapping[str, str], facts: Mapping[str, str]) -> dict[str, str]:
    """The text with its facts. A fact is put in as it is: braces inside it mean nothing."""
    return {field: _BRACED.sub(lambda braced: str(facts[braced[1]]), words) for field, words in text.items()}


def unknown_facts(words: str) -> list[str]:
    """Names in braces that no letter has."""
    return sorted({name for name in _BRACED.findall(words) if name not in FACTS})


def missing_facts(field: str, words: str) -> list[str]:
    """Facts this part of a letter may not leave out."""
    return sorted(NEEDED.get(field, set()) - set(_BRACED.findall(words)))


@cache
def delivered() -> dict[str, dict[str, str]]:
    """The texts as delivered, by kind."""
    with (Path(__file__).parent / "delivered.yaml").open(encoding="utf-8") as file:
        return yaml.safe_load(file)
