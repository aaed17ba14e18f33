"""The shape every calculator has."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django import forms
from django.utils.choices import flatten_choices
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from opentamin.law import LawError
from opentamin.office.kit import days, numbers
from opentamin.office.kit.fields import JalaliMonthField, RialField

from .estimate import Estimate


@dataclass(frozen=True)
class Calculator:
    """One question many people have.

    `question` is the heading of the form, `what` one sentence about it. `estimate` makes the answer of clean facts and the
    day of the asking. `template` shows more than a plain answer does. `own` fills the form for a signed-in person.
    """

    code: str
    question: str | Promise
    what: str | Promise
    form: type[forms.Form]
    estimate: Callable[[dict, date], Estimate]
    template: str = "advice/estimate.html"
    own: Callable | None = None

    @property
    def fills_itself(self) -> bool:
        """Whether a signed-in person finds the form filled."""
        return self.own is not None

    def answer(self, facts: dict, today: date) -> Estimate:
        """The estimate, or why the law cannot give one."""
        try:
            return self.estimate(facts, today)
        except LawError as error:
            return Estimate(_("این را هنوز نمی‌توانیم حساب کنیم"), notes=[error.sentence(get_language() or "fa")])


def given_facts(form: forms.Form) -> list[tuple[str, str]]:
    """The facts of a clean form as its reader gave them: names and values in words."""
    told = ((field, form.fields[field.name], form.cleaned_data.get(field.name)) for field in form)
    return [(str(bound.label), _shown(field, value)) for bound, field, value in told if _is_said(field, value)]


def _is_said(field: forms.Field, value) -> bool:
    return value not in (None, "", []) or (value == [] and getattr(field, "says_none", False))


def _shown(field: forms.Field, value) -> str:
    if isinstance(field, forms.MultipleChoiceField):
        named = [str(label) for name, label in flatten_choices(field.choices) if name in value]
        return _("؛ ").join(named) or _("هیچ‌کدام")
    if isinstance(field, forms.ChoiceField):
        coerce = getattr(field, "coerce", str)
        return next((str(label) for name, label in flatten_choices(field.choices) if name and coerce(name) == value), "")
    if isinstance(value, date):
        return days.day_plain(value)
    if isinstance(field, JalaliMonthField):
        return days.month_words(value)
    if isinstance(field, RialField):
        return f"{numbers.grouped(value)}{numbers.NBSP}{_('ریال')}"
    return numbers.grouped(value) if isinstance(value, int) else str(value)
