"""Form fields of calculators: a length of service, an answer of yes or no, a choice the law names, things that may hold."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from opentamin.law.kinds import kind_needed
from opentamin.law.words import words_of
from opentamin.office.kit import numbers
from opentamin.office.kit.text import fold_digits, fold_text


class WholeField(forms.Field):
    """A whole number typed with any digits; cleans to an int, or None when nothing was typed."""

    default_error_messages = {
        "required": _("عدد را بنویسید؛ اگر ندارید صفر بنویسید."),
        "unread": _("«%(seen)s» عدد درست نیست؛ تنها رقم بنویسید."),
        "most": _("بیشترین عدد %(most)s است؛ %(seen)s نوشته‌اید."),
        "least": _("کمترین عدد %(least)s است؛ %(seen)s نوشته‌اید."),
    }

    def __init__(self, *, least: int = 0, most: int, **options: Any) -> None:
        self.least, self.most = least, most
        options.setdefault("widget", forms.TextInput(attrs={"class": "ltr", "autocomplete": "off", "inputmode": "numeric"}))
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        return numbers.digits(value) if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values or isinstance(value, int):
            return None if value in self.empty_values else value
        text = fold_digits(fold_text(str(value))).strip()
        if not (text.isascii() and text.isdecimal() and len(text) <= 9):
            raise self._error("unread", seen=fold_text(str(value))[:40])
        return int(text)

    def validate(self, value: int | None) -> None:
        super().validate(value)
        if value is not None and value > self.most:
            raise self._error("most", most=self.most, seen=value)
        if value is not None and value < self.least:
            raise self._error("least", least=self.least, seen=value)

    def _error(self, code: str, **seen: Any) -> ValidationError:
        shown = {name: numbers.grouped(value) if isinstance(value, int) else value for name, value in seen.items()}
        return ValidationError(self.error_messages[code], code=code, params=shown)


class YesNoField(forms.TypedChoiceField):
    """A question with two answers, as two radios; cleans to True or False."""

    default_error_messages = {"required": _("بله یا نه را برگزینید."), "invalid_choice": _("بله یا نه را برگزینید.")}

    def __init__(self, **options: Any) -> None:
        options.setdefault("initial", "no")
        super().__init__(
            choices=[("yes", _("بله")), ("no", _("نه"))], coerce=lambda answer: answer == "yes", empty_value=False,
            widget=forms.RadioSelect, **options,
        )  # fmt: skip

    def prepare_value(self, value: Any) -> Any:
        return {True: "yes", False: "no"}.get(value, value) if isinstance(value, bool) else value


RADIOS_MAX = 6


class OptionField(forms.TypedChoiceField):
    """One of the things a kind of the law names, in the law's own words; cleans to its place, or None when none was chosen."""

    default_error_messages = {"required": _("یکی را برگزینید."), "invalid_choice": _("یکی از همین‌ها را برگزینید.")}

    def __init__(self, kind: Any, **options: Any) -> None:
        self.kind = kind_needed(kind)
        options.setdefault("widget", forms.RadioSelect if len(self.kind.options) <= RADIOS_MAX else forms.Select)
        super().__init__(choices=self._named, coerce=self.kind.options.index, empty_value=None, **options)

    def _named(self) -> list[tuple[str, str]]:
        words = words_of(get_language() or "fa")
        return [(name, words.option(self.kind, place)) for place, name in enumerate(self.kind.options)]

    def prepare_value(self, value: Any) -> Any:
        return self.kind.options[value] if isinstance(value, int) else value


class ChecksField(forms.MultipleChoiceField):
    """Things that may hold, each a box to tick; cleans to the names of those ticked.

    `says_none`: that nothing was ticked is a fact worth showing beside the answer.
    """

    default_error_messages = {"invalid_choice": _("یکی از همین‌ها را برگزینید."), "invalid_list": _("یکی از همین‌ها را برگزینید.")}

    def __init__(self, *, says_none: bool = True, **options: Any) -> None:
        self.says_none = says_none
        super().__init__(required=False, widget=forms.CheckboxSelectMultiple, **options)
