"""Form fields of the house: they take what Persian keyboards type, and say what is wanted when they cannot."""

import re
from datetime import date
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from opentamin.law.days import FIRST_YEAR, LAST_YEAR, date_from_jalali, month_length

from . import days, numbers
from .text import fold_digits, fold_text, search_key

RIALS_MAX: Final = 10**17
_BETWEEN: Final = re.compile(r"[/\-.،,\s٫‐–−\\]+")
_MONTH_BY_NAME: Final = {
    search_key(name): place for names in (days.MONTH_NAMES_FA, days.MONTH_NAMES_EN) for place, name in enumerate(names) if name
}
_MONEY_BLANKS: Final = re.compile(r"[٬,،'’\s\u066c]")


def _ltr_input(**attributes: str) -> forms.TextInput:
    return forms.TextInput(attrs={"class": "ltr", "autocomplete": "off", **attributes})


class FoldedCharField(forms.CharField):
    """Text in one spelling. What was typed is shown again as typed when the form comes back."""

    def to_python(self, value: Any) -> str:
        return super().to_python(fold_text(value) if isinstance(value, str) else value)


class JalaliDateField(forms.Field):
    """A day typed as «۱۴۰۵/۹/۱», «1405-09-01» or ۱۴۰۵۰۹۰۱; cleans to a `date`, or None when nothing was typed."""

    default_error_messages = {
        "required": _("روز را بنویسید؛ مانند ۱۴۰۵/۹/۱."),
        "unread": _("«%(seen)s» روز نیست؛ سال، ماه و روز را با خط کج بنویسید: ۱۴۰۵/۹/۱."),
        "gregorian": _("سال %(year)s میلادی است؛ روز را شمسی بنویسید: ۱۴۰۵/۹/۱."),
        "year": _("سال باید چهار رقم و از %(first)s تا %(last)s باشد؛ %(year)s نوشته‌اید."),
        "month": _("ماه باید از ۱ تا ۱۲ باشد؛ %(month)s نوشته‌اید."),
        "day": _("%(name)s %(length)s روز دارد؛ %(day)s نوشته‌اید."),
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", _ltr_input())
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        return days.day_typed(value) if isinstance(value, date) else value

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return value or None
        parts = _parts(str(value), widths=(4, 2, 2))
        if parts is None or len(parts) != 3:
            raise _error(self, "unread", seen=fold_text(str(value)))
        year, month, day = reversed(parts) if parts[0] < 100 <= parts[2] else parts
        _check_month(self, year, month)
        length = month_length(year * 100 + month)
        if not 1 <= day <= length:
            raise _error(self, "day", name=days.month_words(year * 100 + month), length=length, day=day)
        return date_from_jalali(year, month, day)

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class JalaliMonthField(forms.Field):
    """A month typed as «۱۴۰۵/۸», «آبان ۱۴۰۵» or ۱۴۰۵۰۸; cleans to an int such as 140508, or None."""

    default_error_messages = {
        **JalaliDateField.default_error_messages,
        "required": _("ماه را بنویسید؛ مانند ۱۴۰۵/۸ یا آبان ۱۴۰۵."),
        "unread": _("«%(seen)s» ماه نیست؛ سال و ماه را بنویسید: ۱۴۰۵/۸ یا آبان ۱۴۰۵."),
        "gregorian": _("سال %(year)s میلادی است؛ ماه را شمسی بنویسید: ۱۴۰۵/۸."),
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"autocomplete": "off"}))
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        return days.month_words(value).replace(numbers.NBSP, " ") if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values or isinstance(value, int):
            return value or None
        parts = _parts(_names_to_numbers(str(value)), widths=(4, 2))
        if parts is None or len(parts) != 2:
            raise _error(self, "unread", seen=fold_text(str(value)))
        year, month = reversed(parts) if parts[0] < 100 <= parts[1] else parts
        _check_month(self, year, month)
        return year * 100 + month


class RialField(forms.Field):
    """A sum typed with any digits and any thousands marks, with or without «ریال»; cleans to whole rials, or None."""

    default_error_messages = {
        "required": _("مبلغ را به ریال بنویسید."),
        "unread": _("«%(seen)s» مبلغ نیست؛ تنها رقم بنویسید، به ریال و بی‌اعشار."),
        "toman": _("مبلغ را به ریال بنویسید: هر تومان ۱۰ ریال است."),
        "least": _("کمترین مبلغ %(least)s ریال است."),
        "most": _("بیشترین مبلغ %(most)s ریال است."),
    }

    def __init__(self, *, least: int = 0, most: int = RIALS_MAX, **options: Any) -> None:
        self.least, self.most = least, most
        options.setdefault("widget", _ltr_input(inputmode="numeric"))
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        return numbers.grouped(value) if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values or isinstance(value, int):
            return None if value in self.empty_values else value
        text = _MONEY_BLANKS.sub("", fold_digits(fold_text(str(value))))
        if "تومان" in text:
            raise _error(self, "toman")
        text = text.removesuffix("ریال").casefold().removesuffix("rials").removesuffix("rial")
        if not re.fullmatch(r"[0-9]{1,19}", text):
            raise _error(self, "unread", seen=fold_text(str(value)))
        return int(text)

    def validate(self, value: int | None) -> None:
        super().validate(value)
        if value is not None and value < self.least:
            raise _error(self, "least", least=self.least)
        if value is not None and value > self.most:
            raise _error(self, "most", most=self.most)


def _parts(text: str, widths: tuple[int, ...]) -> list[int] | None:
    """The whole numbers of a typed day or month; eight (or six) digits in a row are cut by `widths`."""
    text = fold_digits(fold_text(text)).strip()
    pieces = [piece for piece in _BETWEEN.split(text) if piece]
    if len(pieces) == 1 and len(pieces[0]) == sum(widths):
        ends = [sum(widths[: place + 1]) for place in range(len(widths))]
        pieces = [text[end - width : end] for end, width in zip(ends, widths, strict=True)]
    return [int(piece) for piece in pieces] if all(piece.isdecimal() and len(piece) <= 4 for piece in pieces) else None


def _names_to_numbers(text: str) -> str:
    """Names of months as numbers, so that «آبان ۱۴۰۵» is read like 8 1405."""
    words = [fold_text(word) for word in _BETWEEN.split(text) if fold_text(word)]
    return " ".join(str(_MONTH_BY_NAME.get(search_key(word), word)) for word in words)


def _check_month(field: forms.Field, year: int, month: int) -> None:
    if 1900 <= year <= 2200:
        raise _error(field, "gregorian", year=year)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _error(field, "year", year=year, first=FIRST_YEAR, last=LAST_YEAR)
    if not 1 <= month <= 12:
        raise _error(field, "month", month=month)


def _error(field: forms.Field, code: str, **seen: Any) -> ValidationError:
    plain = ("year", "first", "last", "day", "month", "length")
    shown = {name: numbers.digits(value) if name in plain else _shown(value) for name, value in seen.items()}
    return ValidationError(field.error_messages[code], code=code, params=shown)


def _shown(value: Any) -> str:
    return numbers.grouped(value) if isinstance(value, int) else str(value)[:60]
