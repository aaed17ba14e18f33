"""Days, months and hours as people read them: Jalali, in the language of the page. The calendar itself is `opentamin.law.days`."""

from datetime import date, datetime
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext, ngettext
from persiantools.jdatetime import MONTH_NAMES_EN, MONTH_NAMES_FA

from opentamin.law.days import jalali_from_date

from .numbers import NBSP, digits, grouped, is_absent, is_persian

WEEKDAYS_FA: Final = ("شنبه", "یکشنبه", "دوشنبه", "سه‌شنبه", "چهارشنبه", "پنجشنبه", "جمعه")
WEEKDAYS_EN: Final = ("Saturday", "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
FRIDAY: Final = 6


def weekday(day: date) -> int:
    """Place of a day in the Iranian week: Saturday 0 to Friday 6."""
    return (day.weekday() + 2) % 7


def weekday_name(place: int) -> str:
    return (WEEKDAYS_FA if is_persian() else WEEKDAYS_EN)[place]


def weekday_letter(place: int) -> str:
    return weekday_name(place)[0 if is_persian() else slice(0, 2)]


def month_name(month_of_year: int) -> str:
    return (MONTH_NAMES_FA if is_persian() else MONTH_NAMES_EN)[month_of_year]


def month_words(month: int | None) -> str:
    """«آبان ۱۴۰۵» of 140508."""
    return f"{month_name(month % 100)}{NBSP}{digits(month // 100)}" if month else ""


def local_day(value: date | datetime) -> date:
    """The day of a moment on the calendar of Tehran; a day stays itself."""
    if isinstance(value, datetime):
        return (timezone.localtime(value) if timezone.is_aware(value) else value).date()
    return value


def day_short(value: date | datetime | None) -> str:
    """«۵ آذر», for days inside the current year."""
    if is_absent(value):
        return ""
    _, month, day = jalali_from_date(local_day(value))
    return f"{digits(day)}{NBSP}{month_name(month)}"


def day_plain(value: date | datetime | None) -> str:
    """«۵ آذر ۱۴۰۵»."""
    if is_absent(value):
        return ""
    return f"{day_short(value)}{NBSP}{digits(jalali_from_date(local_day(value))[0])}"


def day_full(value: date | datetime | None) -> str:
    """«پنجشنبه ۵ آذر ۱۴۰۵»."""
    if is_absent(value):
        return ""
    return f"{weekday_name(weekday(local_day(value)))} {day_plain(value)}"


def day_typed(value: date | None) -> str:
    """«۱۴۰۵/۹/۵», as a person types it into a field."""
    return "" if is_absent(value) else digits("{}/{}/{}".format(*jalali_from_date(local_day(value))))


def hour(value: datetime | None) -> str:
    """«۱۱:۰۸» in Tehran."""
    return "" if is_absent(value) else digits(timezone.localtime(value).strftime("%H:%M"))


def days_left(value: date | datetime | None, today: date | None = None) -> str:
    """«۱۱ روز مانده», «امروز» or «۳ روز گذشته»."""
    if is_absent(value):
        return ""
    left = (local_day(value) - (today or timezone.localdate())).days
    if left == 0:
        return gettext("امروز")
    words = (
        ngettext("%(n)s روز مانده", "%(n)s روز مانده", left) if left > 0 else ngettext("%(n)s روز گذشته", "%(n)s روز گذشته", -left)
    )
    return words % {"n": grouped(abs(left))}


def deadline(value: date | datetime | None, today: date | None = None) -> str:
    """A last day said three ways: weekday, date, days left. The year is said only when it is not this one."""
    if is_absent(value):
        return ""
    day, today = local_day(value), today or timezone.localdate()
    same_year = jalali_from_date(day)[0] == jalali_from_date(today)[0]
    words = f"{weekday_name(weekday(day))} {day_short(day) if same_year else day_plain(day)}"
    return gettext("تا %(day)s؛ %(left)s") % {"day": words, "left": days_left(day, today)}
