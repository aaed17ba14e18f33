"""Form fields that take what people type: any digits, any spacing, Jalali days."""

import re
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from opentamin.law.days import date_from_jalali
from opentamin.office.kit.days import day_typed
from opentamin.office.kit.text import fold, fold_code


class FoldedField(forms.CharField):
    """Text in our spelling: Latin digits, Persian letters. Shown left to right, for names made of signs."""

    def __init__(self, **kwargs) -> None:
        kwargs.setdefault("widget", forms.TextInput(attrs={"class": "ltr", "autocapitalize": "none", "spellcheck": "false"}))
        super().__init__(**kwargs)

    def to_python(self, value: str | None) -> str:
        return fold(super().to_python(value) or "")


class CodeField(FoldedField):
    """A code of letters and digits, without the spaces and dashes between them; upper case."""

    def to_python(self, value: str | None) -> str:
        return fold_code(super().to_python(value))


class JalaliDayField(forms.Field):
    """A day typed as ۱۴۰۵/۹/۱ in any digits, with slashes, dashes, dots or spaces; gives a `date`."""

    widget = forms.TextInput(attrs={"class": "ltr", "inputmode": "numeric", "autocomplete": "off"})
    default_error_messages = {
        "form": _("روز را مانند ۱۴۰۵/۹/۱ بنویسید: سال، ماه، روز"),
        "day": _("چنین روزی در تقویم نیست؛ روز و ماه را دوباره ببینید"),
    }

    def prepare_value(self, value):
        return day_typed(value) if isinstance(value, date) else value

    def to_python(self, value: str | None) -> date | None:
        if not value:
            return None
        parts = [part for part in re.split(r"[/\-.\s]+", fold(value)) if part]
        if len(parts) != 3 or not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in parts):
            raise forms.ValidationError(self.error_messages["form"], code="form")
        try:
            return date_from_jalali(*map(int, parts))
        except ValueError:
            raise forms.ValidationError(self.error_messages["day"], code="day") from None
