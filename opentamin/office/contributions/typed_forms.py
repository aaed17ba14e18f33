"""Forms of a list typed on a page: which workplace and month, and one worker."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms.formsets import BaseFormSet, formset_factory
from django.utils.translation import gettext_lazy as _

from opentamin import law as laws
from opentamin.lists.fields import MONEY_MAX
from opentamin.office.kit import days
from opentamin.office.kit.fields import FoldedCharField, RialField
from opentamin.office.kit.text import fold

ROWS_MAX = 25  # more than that is easier in a sheet
MONTHS_BACK = 12
PLAIN = {"autocomplete": "off"}


class PlaceForm(forms.Form):
    """Which workplace and month. Months are those whose work is done."""

    workplace = forms.ModelChoiceField(queryset=None, empty_label=None, label=_("کارگاه"))
    month = forms.TypedChoiceField(label=_("ماه کارکرد"), coerce=int)

    def __init__(self, *args, workplaces, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["workplace"].queryset = workplaces
        self.fields["workplace"].label_from_instance = lambda workplace: workplace.name
        this = laws.days.month_of(today)
        past = [laws.days.next_month(this, -back) for back in range(1, MONTHS_BACK + 1)]
        self.fields["month"].choices = [(month, days.month_words(month)) for month in past]


class CodeField(forms.CharField):
    """Digits or a code in any keyboard; kept with ASCII digits."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={**PLAIN, "class": "ltr", "inputmode": "numeric"}))
        super().__init__(**options)

    def to_python(self, value: Any) -> str:
        return fold(super().to_python(value) or "")


class DaysField(CodeField):
    """Whole days; how many a month has is the list's own check."""

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        if text in self.empty_values:
            return ""
        if not (text.isascii() and text.isdigit() and len(text) <= 2):
            raise ValidationError(_("روز کارکرد را با رقم بنویسید؛ از ۰ تا ۳۱."))
        return int(text)


def _required(words: Any) -> dict[str, Any]:
    return {"required": words}


class RowForm(forms.Form):
    """One worker. Identities are looked at by the list's check, where every other way in is looked at too."""

    first_name = FoldedCharField(
        label=_("نام"), max_length=60, error_messages=_required(_("نام را بنویسید")), widget=forms.TextInput(attrs=PLAIN)
    )
    last_name = FoldedCharField(
        label=_("نام خانوادگی"),
        max_length=60,
        error_messages=_required(_("نام خانوادگی را بنویسید")),
        widget=forms.TextInput(attrs=PLAIN),
    )
    national_id = CodeField(label=_("کد ملی"), max_length=12, error_messages=_required(_("کد ملی را بنویسید")))
    insurance_number = CodeField(label=_("شمارهٔ بیمه"), max_length=10, required=False)
    days = DaysField(label=_("روز کارکرد"), error_messages=_required(_("روز کارکرد را بنویسید")))
    wage_daily = RialField(label=_("مزد روزانه (ریال)"), most=MONEY_MAX // 31)
    benefits_monthly = RialField(label=_("مزایای مشمول ماه (ریال)"), required=False, most=MONEY_MAX // 4)
    other_monthly = RialField(label=_("پرداخت دیگر، نامشمول (ریال)"), required=False, most=MONEY_MAX // 4)
    father_name = FoldedCharField(label=_("نام پدر"), max_length=60, required=False, widget=forms.TextInput(attrs=PLAIN))
    birth_certificate = CodeField(label=_("شمارهٔ شناسنامه"), max_length=15, required=False)
    birth_date = CodeField(label=_("تاریخ تولد"), max_length=10, required=False)
    sex = forms.ChoiceField(label=_("جنسیت"), choices=[("مرد", _("مرد")), ("زن", _("زن"))])
    nationality = FoldedCharField(
        label=_("ملیت"), max_length=10, required=False, initial="ایرانی", widget=forms.TextInput(attrs=PLAIN)
    )
    job_title = FoldedCharField(label=_("شرح شغل"), max_length=50, required=False, widget=forms.TextInput(attrs=PLAIN))
    job_code = CodeField(label=_("کد شغل"), max_length=6, required=False)
    start_date = CodeField(label=_("تاریخ شروع به کار در این ماه"), max_length=10, required=False)
    end_date = CodeField(label=_("تاریخ ترک کار در این ماه"), max_length=10, required=False)

    MAIN = ("first_name", "last_name", "national_id", "insurance_number", "days", "wage_daily", "benefits_monthly")

    def main_fields(self) -> list:
        return [self[name] for name in self.MAIN]

    def more_fields(self) -> list:
        return [field for field in self.visible_fields() if field.name not in (*self.MAIN, "DELETE")]

    def add_fields_words(self) -> None:
        """The words of the box by which a row is left out."""
        self.fields["DELETE"].label = _("این ردیف را نفرست")

    @property
    def has_more_errors(self) -> bool:
        return any(name in self.errors for name in self.fields if name not in self.MAIN)


class _Rows(BaseFormSet):
    def add_fields(self, form: RowForm, index: int | None) -> None:
        super().add_fields(form, index)
        form.add_fields_words()

    def rows(self) -> list[dict[str, Any]]:
        """Rows to send: neither left out nor empty."""
        return [
            form.cleaned_data
            for form in self.forms
            if form.cleaned_data and not form.cleaned_data.get("DELETE") and "days" in form.cleaned_data
        ]


RowsForm = formset_factory(
    RowForm, formset=_Rows, extra=0, max_num=ROWS_MAX, absolute_max=ROWS_MAX, validate_max=True, can_delete=True
)
