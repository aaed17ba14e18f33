"""What Art. 63 asks of the wages before an event, for every calculator that rests on the last wage."""

from django import forms
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opentamin import law as laws
from opentamin.law.kinds import fields_of
from opentamin.law.short_term import LastPay
from opentamin.office.kit import numbers
from opentamin.office.kit.fields import RialField

from .fields import WholeField, YesNoField
from .labels import by_law

WAGES_MAX = 10**12
DAYS_MAX = fields_of(LastPay)["days_worked"].greatest


def wages_field(label: Promise) -> RialField:
    """Wages of the days looked back on; `label` may hold %(wage_lookback_days)s."""
    what = gettext_lazy("مزد و مزایایی که کارفرما در فهرست بیمه نوشته است؛ روی هم، نه میانگین.")
    return RialField(label=by_law(label), least=1, most=WAGES_MAX, help_text=what)


def days_worked_field() -> WholeField:
    label = gettext_lazy("در آن %(wage_lookback_days)s چند روز کار کرده‌اید؟")
    return WholeField(label=by_law(label), least=1, most=DAYS_MAX, help_text=gettext_lazy("روزهای مرخصی با مزد هم روز کار است."))


def piece_field() -> YesNoField:
    return YesNoField(label=gettext_lazy("مزدتان کارمزدی است؟"), help_text=gettext_lazy("به شمار کار مزد می‌گیرید، نه به روز."))


def check_days(form: forms.Form) -> None:
    """No more days of work than days looked back on."""
    worked, most = form.cleaned_data.get("days_worked"), laws.at(timezone.localdate()).wage_lookback_days
    if worked and worked > most:
        form.add_error("days_worked", _("%(most)s روز را می‌پرسیم؛ %(seen)s روز نوشته‌اید.") % {"most": numbers.digits(most), "seen": numbers.digits(worked)})


def pay_of(facts: dict) -> dict:
    """The facts of Art. 63."""
    return {"wages_sum": facts["wages_sum"], "days_worked": facts["days_worked"], "is_piece_worker": int(facts["is_piece_worker"])}
