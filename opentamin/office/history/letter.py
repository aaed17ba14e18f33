"""What the paper of a record says, in the words and digits of the language in force."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from opentamin.office.history.reading import Part, Record, Year
from opentamin.office.history.sentences import document_words, gap_words, record_words
from opentamin.office.kit import days, numbers
from opentamin.office.registry.queries import identifiers_of


def letter_data(record: Record, now: datetime) -> dict:
    """Return plain data for `letters/record.typ`: the sum, the gaps, the years and every month with its document."""
    today = timezone.localdate(now)
    return {
        "language": get_language(),
        "title": _("سابقهٔ بیمهٔ %(name)s") % {"name": str(record.person)},
        "unit": _("ادارهٔ نام‌نویسی و سوابق"),
        "day": days.day_plain(today),
        "said": record_words(record, today),
        "facts": _facts(record, today),
        "gaps_title": _("ماه‌های بی‌سابقه"),
        "gaps": [gap_words(gap) for gap in record.gaps],
        "years_title": _("سابقه، سال به سال"),
        "years_heads": [_("سال"), _("ماه"), _("روز"), _("جمع مزد مشمول (ریال)")],
        "years": [_year(year) for year in record.years],
        "years_total": [_("جمع"), numbers.grouped(len(record.insured)), numbers.grouped(record.days), ""],
        "months_title": _("سابقه، ماه به ماه"),
        "months_heads": [_("ماه"), _("کارگاه و سند"), _("روز"), _("مزد مشمول (ریال)")],
        "months": [_month(month) for month in record.months],
        "note": _("ماه با پذیرش فهرست به شمار می‌آید، نه با پرداخت کارفرما (ماده ۳۶). اگر ماهی کم است، با مدرک کار خود به شعبه بروید یا از کارفرما بخواهید فهرست آن ماه را بفرستد."),
        "foot": _("سابقهٔ بیمه"),
    }


def _facts(record: Record, today) -> list[list[str]]:
    known = identifiers_of(record.person.pk, today)
    named = [
        (_("نام پدر"), record.person.father_name),
        (_("شمارهٔ ملی"), numbers.digits(known.get("national_id", ""))),
        (_("کد فراگیر"), numbers.digits(known.get("fida", ""))),
        (_("شمارهٔ بیمه"), numbers.digits(known.get("insurance_number", ""))),
    ]
    return [[name, value] for name, value in named if value]


def _year(year: Year) -> list[str]:
    return [numbers.digits(year.year), numbers.grouped(year.months_insured), numbers.grouped(year.days), numbers.grouped(year.wage)]


def _month(month) -> list:
    """A month as [name, lines, days, wage]; a line is [workplace, document]."""
    counted = month.counted
    lines = [[_place(part), document_words(part)] for part in month.parts]
    return [days.month_words(month.month), lines, numbers.count(counted.days), numbers.grouped(counted.wage)]


def _place(part: Part) -> str:
    return part.workplace.name if part.workplace else ""
