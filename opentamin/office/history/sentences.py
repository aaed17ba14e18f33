"""Short sentences about a record that a page and a paper say alike."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from opentamin.office.history.queries import Gap
from opentamin.office.history.reading import Part, Record
from opentamin.office.kit.days import day_full, day_plain, month_words
from opentamin.office.kit.numbers import digits, grouped


def span_words(record: Record) -> str:
    """«۱۲ سال و ۳ ماه», or days where there is not yet a month."""
    years, months = record.span
    said = [
        words % {"n": grouped(number)}
        for number, words in ((years, ngettext("%(n)s سال", "%(n)s سال", years)), (months, ngettext("%(n)s ماه", "%(n)s ماه", months)))
        if number
    ]
    return _(" و ").join(said) or ngettext("%(n)s روز", "%(n)s روز", record.days) % {"n": grouped(record.days)}


def record_words(record: Record, today: date) -> str:
    """The whole record in a sentence, as it stands on a day."""
    if not record.insured:
        return _("تا %(day)s هیچ ماهی به نام این شخص پذیرفته نشده است.") % {"day": day_full(today)}
    return _("تا %(day)s، %(span)s سابقه (%(days)s روز) پذیرفته شده است: از %(oldest)s تا %(newest)s.") % {
        "day": day_full(today),
        "span": span_words(record),
        "days": grouped(record.days),
        "oldest": month_words(record.oldest.month),
        "newest": month_words(record.newest.month),
    }


def gap_words(gap: Gap) -> str:
    """«مهر ۱۴۰۳ تا آذر ۱۴۰۳، ۳ ماه», or the one month."""
    if gap.months == 1:
        return month_words(gap.first)
    length = ngettext("%(n)s ماه", "%(n)s ماه", gap.months) % {"n": grouped(gap.months)}
    return _("%(first)s تا %(last)s، %(length)s") % {"first": month_words(gap.first), "last": month_words(gap.last), "length": length}


def document_words(part: Part) -> str:
    """«فهرست ۱۴۰۵-۰۹۰۱-۵۵۲۰۸۷، رسیده ۱ آذر ۱۴۰۵», or what it came from otherwise."""
    if part.is_opening:
        return _("سابقهٔ پیش از راه‌اندازی این سامانه")
    if part.document is None:
        return _("فهرست کارفرما")
    island = f"\u2066{digits(part.document.number)}\u2069"  # groups of digits keep their order in a Persian line
    return _("فهرست %(number)s، رسیده %(day)s") % {"number": island, "day": day_plain(part.document.received_on)}
