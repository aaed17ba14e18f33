"""The form of any article, made from the facts it asks for. What is typed is read by the law's own reader."""

from datetime import date
from typing import Any, Final

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opentamin.law.ask import FactsRefused, read_facts
from opentamin.law.ask.saying import kind_key, label, say, valued
from opentamin.law.days import number_of
from opentamin.law.kinds import Kind
from opentamin.law.machine.articles import Article
from opentamin.law.machine.plans import plan_of
from opentamin.law.words import words_of
from opentamin.office.kit.fields import JalaliDateField
from opentamin.office.kit.text import fold_text

from .tongue import page_language

VALUE_MAX, SERIES_MAX, RADIOS_MAX = 200, 20_000, 6
DAY: Final = "day"  # the fact that is the day asked about, in every chapter


class FactField(forms.CharField):
    """A fact as typed; nothing typed means it is asked for when the rule comes to it."""

    def validate(self, value: Any) -> None:
        """No value is wrong here: the law reads it."""


class FactsForm(forms.Form):
    """Facts of an article and the day by whose law it is asked.

    After `is_valid()`, `facts` are the numbers of what was given. Fields of facts are named as the facts are.
    """

    use_required_attribute = False
    on = JalaliDateField(label=gettext_lazy("به قانون چه روزی؟"), help_text=gettext_lazy("پاسخ به قانون همین روز داده می‌شود؛ مانند ۱۴۰۵/۹/۱."))

    def __init__(self, article: Article, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.article, self.plan, self.language = article, plan_of(article), page_language()
        self.facts: dict[str, Any] = {}
        for name in self.plan.kinds:
            if name != DAY:
                self.fields[name] = self._field(name)
        if DAY in self.plan.kinds and "on" in self.fields:
            self.fields["on"].label = label(article, DAY, self.language)
        self.order_fields([*(name for name in self.fields if name != "on"), "on"])

    @property
    def names(self) -> list[str]:
        """Names of the facts the form asks for."""
        return [name for name in self.plan.kinds if name != DAY]

    @property
    def needed(self) -> list[forms.BoundField]:
        """Fields of facts without which there may be no answer."""
        return [self[name] for name in self.names if name not in self.plan.defaults]

    @property
    def assumed(self) -> list[forms.BoundField]:
        """Fields of facts that are taken to be something when nobody says."""
        return [self[name] for name in self.names if name in self.plan.defaults]

    @property
    def is_wrong_in_assumed(self) -> bool:
        """Whether something is wrong in a field that is not needed."""
        return any(field.errors for field in self.assumed)

    @property
    def has_told_assumed(self) -> bool:
        """Whether somebody did say one of them."""
        return any(field.value() for field in self.assumed)

    @property
    def days(self) -> list[date]:
        """The days by whose law the facts are read."""
        return [day for day in [self.cleaned_data.get("on")] if day]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        written = {name: self._written(name, cleaned.get(name, "")) for name in self.names}
        try:
            self.facts = read_facts(self.article, written)
            for day in self.days if DAY in self.plan.kinds else []:  # what contradicts the day asked about
                read_facts(self.article, {**written, DAY: number_of(day)})
        except FactsRefused as refusal:
            for fault in refusal.faults:
                self.add_error(self._field_of(fault.name), fault.sentence(self.language))
        return cleaned

    def _field_of(self, name: str) -> str | None:
        """The field a fault belongs to; None where it is of the whole."""
        return name if name in self.names else "on" if name == DAY and "on" in self.fields else None

    def _written(self, name: str, typed: str) -> Any:
        if name not in self.plan.series:
            return typed
        rows = [row.strip() for row in typed.splitlines() if row.strip()]
        return rows or None

    def _field(self, name: str) -> forms.Field:
        kind = self.plan.kinds[name]
        is_series = name in self.plan.series
        return FactField(
            label=label(self.article, name, self.language),
            help_text=self._hint(name, kind, is_series),
            max_length=SERIES_MAX if is_series else VALUE_MAX,
            widget=forms.Textarea(attrs={"rows": 4}) if is_series else _widget(kind, self.language),
        )

    def _hint(self, name: str, kind: Kind, is_series: bool) -> str:
        is_picked = (kind.unit == "flag" or kind.options) and not is_series
        parts = [] if is_picked else [_described(kind, self.language)]
        if is_series:
            parts.append(_("هر کدام در یک سطر"))
        if name in self.plan.defaults:
            usual = valued(kind, self.plan.defaults[name])(self.language)
            parts.append(_("اگر نگویید: %(value)s") % {"value": usual})
        return _("؛ ").join(parts)


def _described(kind: Kind, language: str) -> str:
    """What is to be typed."""
    if kind.unit == "day":
        return _("مانند ۱۴۰۵/۲/۳۱")
    if kind.options:
        return _("یکی از این‌ها: %(names)s") % {"names": _("، ").join(name for _key, name in _choices(kind, language))}
    if kind.unit == "flag":
        return _("بله یا خیر")
    return say(language, "kinds", kind_key(kind))


def _choices(kind: Kind, language: str) -> list[tuple[str, str]]:
    words = words_of(language)
    return [(option, words.option(kind, place)) for place, option in enumerate(kind.options)]


def _widget(kind: Kind, language: str) -> forms.Widget:
    if kind.unit == "flag":
        return forms.RadioSelect(choices=[("yes", _("بله")), ("no", _("خیر"))])
    if kind.options and len(kind.options) <= RADIOS_MAX:
        return forms.RadioSelect(choices=_choices(kind, language))
    if kind.options:
        return forms.Select(choices=[("", ""), *_choices(kind, language)])
    attributes = {"class": "ltr", "autocomplete": "off"}
    return forms.TextInput(attrs=attributes if kind.unit in ("day", "month") else {**attributes, "inputmode": "numeric"})


def typed_facts(form: FactsForm) -> list[tuple[str, str]]:
    """What was given, in words: names and values."""
    found = []
    for name, value in form.facts.items():
        kind = form.plan.kinds[name]
        many = value if isinstance(value, list) else [value]
        shown = _("، ").join(valued(kind, one)(form.language) for one in many)
        found.append((label(form.article, name, form.language), fold_text(shown)))
    return found
