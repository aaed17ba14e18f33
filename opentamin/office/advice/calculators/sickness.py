"""«برای روزهای بیماری چقدر می‌گیرم؟»: the wage of days of medical rest."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opentamin import law as laws
from opentamin.law.ask import decide
from opentamin.law.short_term import sickness_due
from opentamin.law.short_term.rows import Scheme, WorkAtStart
from opentamin.office.kit import numbers
from opentamin.office.kit.fields import JalaliDateField

from ..calculator import Calculator
from ..estimate import Estimate
from ..fields import ChecksField, OptionField, WholeField, YesNoField
from ..last_pay import check_days, days_worked_field, pay_of, piece_field, wages_field
from ..money import rials
from ..own_record import own_sickness
from ..refusals import said, unanswered
from ..sections import Section, SectionedForm

DAYS_MAX = 1_000
PEOPLE_MAX = 30
# Facts that are no unless ticked.
HELD = {
    "is_working": gettext_lazy("در این روزها کار کرده‌ام"),
    "is_wage_paid": gettext_lazy("کارفرما مزد این روزها را داده است"),
    "is_employer_obliged": gettext_lazy("به حکم قانون یا قرارداد دیگری مزد این روزها با کارفرماست"),
    "is_found_fit": gettext_lazy("کمیسیون یا پزشک مرا قادر به کار شناخته است"),
    "is_found_disabled": gettext_lazy("کمیسیون مرا ازکارافتادهٔ کلی شناخته است"),
    "is_on_maternity_leave": gettext_lazy("در مرخصی زایمان بوده‌ام"),
}
# Facts of drivers that are yes unless ticked.
DENIED = {
    "is_premium_paid": gettext_lazy("راننده‌ام و حق بیمهٔ پرداخت‌نشده دارم"),
    "is_card_valid": gettext_lazy("راننده‌ام و دفترچه یا کارت من اعتبار ندارد"),
}


class SicknessForm(SectionedForm):
    """A medical rest and the pay before it."""

    start_day = JalaliDateField(label=gettext_lazy("استراحت از چه روزی آغاز شد؟"), help_text=gettext_lazy("مانند ۱۴۰۵/۸/۱۲؛ قانون همان روز به کار می‌رود."))
    days_rest = WholeField(label=gettext_lazy("پزشک چند روز استراحت داده است؟"), least=1, most=DAYS_MAX)
    is_accident = YesNoField(label=gettext_lazy("از حادثه یا بیماری حرفه‌ای بوده است؟"))
    days_in_hospital = WholeField(label=gettext_lazy("چند روز از آن را در بیمارستان بوده‌اید؟"), most=DAYS_MAX, initial=0)
    is_hospital_paid = YesNoField(label=gettext_lazy("هزینهٔ بیمارستان با سازمان بوده است؟"), initial="yes")
    dependants_count = WholeField(
        label=gettext_lazy("چند نفر زیر تکفل شما هستند؟"), most=PEOPLE_MAX, initial=0,
        help_text=gettext_lazy("همسر، فرزند، پدر یا مادری که خرجشان با شماست."),
    )  # fmt: skip
    wages_sum = wages_field(gettext_lazy("جمع مزد شما در %(wage_lookback_days)s پیش از بیماری (ریال)"))
    days_worked = days_worked_field()
    is_piece_worker = piece_field()
    scheme = OptionField(Scheme, label=gettext_lazy("چگونه بیمه‌اید؟"), initial=0)
    work_at_start = OptionField(WorkAtStart, label=gettext_lazy("بیماری کی آغاز شد؟"), initial=0)
    days_before = WholeField(label=gettext_lazy("پیش از این برای همین بیماری چند روز استراحت داشته‌اید؟"), most=DAYS_MAX, initial=0)
    days_travel = WholeField(label=gettext_lazy("چند روز برای درمان سرپایی در شهر دیگر مانده‌اید؟"), most=DAYS_MAX, initial=0)
    held = ChecksField(label=gettext_lazy("کدام‌یک درست است؟"), choices=[*HELD.items(), *DENIED.items()])

    sections = (
        Section(gettext_lazy("بیماری"), ("start_day", "days_rest", "is_accident", "days_in_hospital", "is_hospital_paid")),
        Section(gettext_lazy("شما و مزدتان"), ("dependants_count", "wages_sum", "days_worked", "is_piece_worker")),
        Section(gettext_lazy("کار و بیمهٔ شما"), ("scheme", "work_at_start")),
        Section(gettext_lazy("آنچه کم پیش می‌آید"), ("days_before", "days_travel", "held"), is_folded=True),
    )

    def clean(self):
        cleaned = super().clean()
        check_days(self)
        rest, apart = cleaned.get("days_rest"), (cleaned.get("days_in_hospital") or 0) + (cleaned.get("days_travel") or 0)
        if rest and apart > rest:
            self.add_error("days_in_hospital", _("روزهای بیمارستان و شهر دیگر (%(apart)s) از روزهای استراحت (%(rest)s) بیشتر نیست.") % {
                "apart": numbers.digits(apart), "rest": numbers.digits(rest),
            })  # fmt: skip
        return cleaned


def case_of(facts: dict) -> dict:
    """The facts of the articles."""
    amounts = ("days_rest", "days_in_hospital", "days_travel", "days_before", "dependants_count", "scheme", "work_at_start")
    return {
        **pay_of(facts),
        **{name: facts[name] for name in amounts},
        "is_accident": int(facts["is_accident"]),
        "is_hospital_paid": int(facts["is_hospital_paid"]),
        **{name: int(name in facts["held"]) for name in HELD},
        **{name: int(name not in facts["held"]) for name in DENIED},
    }


def estimate(facts: dict, today: date) -> Estimate:
    """What the days are paid, by the law of the first of them."""
    decision = decide(sickness_due, case_of(facts), laws.at(facts["start_day"]))
    refused = unanswered(decision, _("به برآورد ما، سازمان برای این روزها غرامت بیماری نمی‌پردازد"))
    if refused:
        return refused
    due = decision.amounts
    parts = (("amount_home", _("روزهای خانه")), ("amount_hospital", _("روزهای بیمارستان")), ("amount_travel", _("افزودهٔ ماندن در شهر دیگر")))
    return Estimate(
        heading=_("به برآورد ما، غرامت این روزها %(amount)s است") % {"amount": rials(due["amount"])},
        lede=said(decision),
        amount=due["amount"],
        rows=[
            (_("مزد یک روز که پایهٔ حساب است"), rials(due["wage_daily"])),
            (_("روزهایی که پرداخت می‌شود"), _("%(paid)s روز از %(rest)s روز") % {"paid": numbers.digits(due["days_paid"]), "rest": numbers.digits(facts["days_rest"])}),
            *((label, rials(due[name])) for name, label in parts if due[name]),
        ],
        decisions=[decision],
    )  # fmt: skip


CALCULATOR = Calculator(
    code="sickness",
    question=gettext_lazy("برای روزهای بیماری چقدر می‌گیرم؟"),
    what=gettext_lazy("غرامت دستمزد روزهای استراحت پزشکی: در خانه، در بیمارستان، پس از حادثه."),
    form=SicknessForm,
    estimate=estimate,
    own=own_sickness,
)
