"""«مستمری امسال من چقدر می‌شود؟»: the increase of the year, and the step of equalisation."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opentamin import law as laws
from opentamin.law.adjustment import pension_of_year, yearly_raise
from opentamin.law.adjustment.rows import RaisedKind
from opentamin.law.ask import Decision, Status, decide
from opentamin.law.pensions import not_under_minimum
from opentamin.office.kit.fields import JalaliDateField, RialField

from ..calculator import Calculator
from ..estimate import Estimate
from ..fields import OptionField
from ..money import rials
from ..refusals import said, unanswered
from ..sections import Section, SectionedForm

PENSION_MAX = 10**12


class IncreaseForm(SectionedForm):
    """A pension as it stood last year, and as it was first awarded."""

    pension = RialField(
        label=gettext_lazy("مستمری شما در پایان سال پیش، بی مبلغ متناسب‌سازی (ریال در ماه)"), least=1, most=PENSION_MAX,
        help_text=gettext_lazy("در فیش حقوق اسفند نوشته است. مستمری بازماندگان را روی هم بنویسید."),
    )  # fmt: skip
    award_day = JalaliDateField(label=gettext_lazy("روز برقراری مستمری"), help_text=gettext_lazy("مانند ۱۳۹۵/۷/۱؛ در حکم مستمری نوشته است."))
    raised_kind = OptionField(RaisedKind, label=gettext_lazy("مستمری شما کدام است؟"), initial=0)
    first_pension = RialField(
        label=gettext_lazy("نخستین مستمری شما در روز برقراری (ریال در ماه)"), least=1, most=PENSION_MAX, required=False,
        help_text=gettext_lazy("اگر ننویسید، تنها افزایش سالانه حساب می‌شود."),
    )  # fmt: skip
    equalised = RialField(label=gettext_lazy("مبلغ متناسب‌سازی در پایان سال پیش (ریال در ماه)"), most=PENSION_MAX, required=False)

    sections = (
        Section(gettext_lazy("مستمری شما"), ("pension", "award_day", "raised_kind")),
        Section(gettext_lazy("برای متناسب‌سازی"), ("first_pension", "equalised"), hint=gettext_lazy("حداقل دستمزد سال برقراری را خودمان از رقم‌های قانون برمی‌داریم.")),
    )

    def clean_award_day(self):
        awarded = self.cleaned_data["award_day"]
        if awarded and awarded > timezone.localdate():
            raise forms.ValidationError(_("این روز هنوز نیامده است؛ روز برقراری مستمری را بنویسید."))
        return awarded


def _last_year(facts: dict, today: date) -> dict:
    return {
        "pension_monthly": facts["pension"],
        "award_day": laws.days.number_of(facts["award_day"]),
        "day": laws.days.number_of(today),
        "raised_kind": facts["raised_kind"],
    }


def estimate(facts: dict, today: date) -> Estimate:
    """The pension of this year, by the law of today; with equalisation where the first pension is known."""
    law = laws.at(today)
    raised = decide(yearly_raise, _last_year(facts, today), law)
    refused = unanswered(raised, _("به برآورد ما، مستمری شما امسال زیاد نمی‌شود"))
    if refused:
        return refused
    if facts["first_pension"] is None:
        return _of_raise(facts, [raised], [_("متناسب‌سازی در این رقم نیست؛ برای آن نخستین مستمری را هم بنویسید.")])
    minimum = decide(not_under_minimum, {"pension": 0}, laws.at(facts["award_day"]))
    if minimum.status is not Status.DECIDED:
        return _of_raise(facts, [raised, minimum], [_("متناسب‌سازی در این رقم نیست؛ حداقل دستمزد سال برقراری را نداریم.")])
    whole = decide(pension_of_year, _with_award(facts, today, minimum.amounts["value"]), law)
    if whole.status is not Status.DECIDED or whole.is_for_a_person:
        return _of_raise(facts, [raised, whole], [_("متناسب‌سازی در این رقم نیست؛ با این داده‌ها کارشناس باید آن را بررسی کند.")])
    return _of_all(facts, raised, minimum, whole)


def _with_award(facts: dict, today: date, minimum: int) -> dict:
    return {
        **_last_year(facts, today),
        "equalised_monthly": facts["equalised"] or 0,
        "pension_at_award": facts["first_pension"],
        "minimum_monthly_at_award": minimum,
    }


def _of_raise(facts: dict, decisions: list[Decision], notes: list[str]) -> Estimate:
    """The yearly increase alone."""
    raised = decisions[0].amounts
    return Estimate(
        heading=_heading(raised["pension_monthly"]),
        lede=said(decisions[0]),
        amount=raised["pension_monthly"],
        amount_unit=_("در ماه"),
        rows=_raise_rows(facts, raised),
        notes=notes,
        decisions=decisions,
    )


def _of_all(facts: dict, raised: Decision, minimum: Decision, whole: Decision) -> Estimate:
    """Increase, former equalisation raised, and the new step."""
    due = whole.amounts
    return Estimate(
        heading=_heading(due["pension_total"]),
        lede=said(raised),
        amount=due["pension_total"],
        amount_unit=_("در ماه"),
        rows=[
            (_("مستمری پایان سال پیش"), rials(facts["pension"])),
            (_("مستمری پس از افزایش امسال"), rials(due["pension_monthly"])),
            (_("متناسب‌سازی سال‌های پیش، افزایش‌یافته"), rials(due["equalised_monthly"])),
            (_("گام امسال متناسب‌سازی"), rials(due["step_monthly"])),
            *([(_("افزوده تا حداقل مستمری"), rials(due["minimum_lift"]))] if due["minimum_lift"] else []),
            (_("روی هم"), rials(due["pension_total"])),
            (_("حداقل مستمری در سال برقراری"), rials(minimum.amounts["value"])),
        ],
        decisions=[minimum, whole],
    )


def _heading(amount: int) -> str:
    return _("به برآورد ما، مستمری امسال شما ماهی %(amount)s است") % {"amount": rials(amount)}


def _raise_rows(facts: dict, raised: dict) -> list[tuple[str, str]]:
    return [
        (_("مستمری پایان سال پیش"), rials(facts["pension"])),
        (_("افزایش امسال"), rials(raised["raise_monthly"])),
        *([(_("افزوده تا حداقل مستمری"), rials(raised["minimum_lift"]))] if raised["minimum_lift"] else []),
        (_("مستمری پس از افزایش"), rials(raised["pension_monthly"])),
    ]


CALCULATOR = Calculator(
    code="increase",
    question=gettext_lazy("مستمری امسال من چقدر می‌شود؟"),
    what=gettext_lazy("افزایش سالانه و گام امسال متناسب‌سازی، از مستمری پارسال."),
    form=IncreaseForm,
    estimate=estimate,
)
