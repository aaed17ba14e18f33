"""«حق بیمهٔ این مزد چقدر است؟»: what worker, employer and state pay on the wage of a month."""

from datetime import date

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opentamin import law as laws
from opentamin.law.ask import decide
from opentamin.law.contributions import list_due, worker_due
from opentamin.office.kit import days, numbers
from opentamin.office.kit.fields import JalaliMonthField, RialField

from ..calculator import Calculator
from ..estimate import Estimate
from ..fields import WholeField, YesNoField

WAGE_MAX = 10**12


class WageForm(forms.Form):
    """A month of work."""

    month = JalaliMonthField(label=gettext_lazy("ماه کار"), help_text=gettext_lazy("مانند آبان ۱۴۰۵؛ نرخ‌ها و سقف همان ماه به کار می‌رود."))
    days = WholeField(label=gettext_lazy("روزهای کارکرد"), least=1, most=31)
    wage = RialField(
        label=gettext_lazy("مزد و مزایای مشمول بیمه در این ماه (ریال)"), most=WAGE_MAX,
        help_text=gettext_lazy("مزد، پایهٔ سنوات، مسکن، بن، حق تأهل و اضافه‌کار. حق اولاد و عیدی مشمول نیست."),
    )  # fmt: skip
    is_hazardous = YesNoField(label=gettext_lazy("کار سخت و زیان‌آور شناخته شده است؟"))

    def clean(self):
        cleaned = super().clean()
        month, worked = cleaned.get("month"), cleaned.get("days")
        if month and worked and worked > laws.days.month_length(month):
            length = numbers.digits(laws.days.month_length(month))
            self.add_error("days", _("%(month)s %(length)s روز دارد.") % {"month": days.month_words(month), "length": length})
        return cleaned


def estimate(facts: dict, today: date) -> Estimate:
    """The worker's share and all that the employer remits, by the law of the month."""
    current = laws.of_month(facts["month"])
    row = {"days": facts["days"], "days_in_month": laws.days.month_length(facts["month"]), "wage_insurable": facts["wage"]}
    worker = decide(worker_due, row, current)
    if worker.node is None:
        return Estimate(_("برای این ماه پاسخی نداریم"), decisions=[worker])
    base, share = worker.amounts["wage_base"], worker.amounts["worker_share"]
    whole = decide(
        list_due,
        {
            "wage_base_total": base, "wage_base_unemployment_total": base, "wage_base_hazardous_total": base if facts["is_hazardous"] else 0,
            "worker_share_total": share, "workers_count": 1,
        },
        current,
    )  # fmt: skip
    due = whole.amounts
    rows = [
        (_("مزدی که حق بیمه بر آن است"), _rials(base)),
        (_("سهم کارگر"), _rials(share)),
        (_("سهم کارفرما"), _rials(due["employer_share"])),
        (_("بیمهٔ بیکاری"), _rials(due["unemployment"])),
        *([(_("افزودهٔ کار سخت و زیان‌آور"), _rials(due["hazardous"]))] if facts["is_hazardous"] else []),
        (_("آنچه کارفرما می‌پردازد، با سهم کارگر"), _rials(due["due_total"])),
        (_("سهم دولت"), _rials(due["state_share"])),
    ]
    return Estimate(
        heading=_("سهم شما از این مزد %(share)s ریال است") % {"share": numbers.grouped(share)},
        lede=_("کارفرما با سهم خودش و بیمهٔ بیکاری روی هم %(total)s ریال می‌پردازد.") % {"total": numbers.grouped(due["due_total"])},
        amount=share,
        rows=rows,
        decisions=[worker, whole],
    )


def _rials(amount: int) -> str:
    return f"{numbers.grouped(amount)}{numbers.NBSP}{_('ریال')}"


CALCULATOR = Calculator(
    code="wage",
    question=gettext_lazy("حق بیمهٔ این مزد چقدر است؟"),
    what=gettext_lazy("سهم کارگر، کارفرما و دولت از مزد یک ماه، با کف و سقف همان ماه."),
    form=WageForm,
    estimate=estimate,
)
