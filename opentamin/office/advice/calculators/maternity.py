"""«برای مرخصی زایمان چقدر می‌گیرم؟»: the wage of a leave around a birth, and how long it lasts."""

from datetime import date, timedelta

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opentamin import law as laws
from opentamin.law.ask import decide
from opentamin.law.short_term import maternity_due, maternity_length
from opentamin.law.short_term.rows import Scheme, WorkAtStart
from opentamin.office.kit import days, numbers
from opentamin.office.kit.fields import JalaliDateField

from ..calculator import Calculator
from ..durations import days_words
from ..estimate import Estimate
from ..fields import ChecksField, OptionField, WholeField, YesNoField
from ..last_pay import check_days, days_worked_field, pay_of, piece_field, wages_field
from ..money import rials
from ..own_record import own_maternity
from ..refusals import said, troubled, unanswered
from ..sections import Section, SectionedForm

DAYS_MAX = 1_000
CHILDREN_MAX = 8
HELD = {
    "is_working": gettext_lazy("در روزهای مرخصی کار می‌کنم"),
    "is_state_staff": gettext_lazy("کارمند دستگاه دولتی‌ام"),
    "is_born_dead": gettext_lazy("فرزند زنده به دنیا نیامد"),
}


class MaternityForm(SectionedForm):
    """A birth, the leave around it and the pay before it."""

    is_woman = forms.TypedChoiceField(
        label=gettext_lazy("چه کسی بیمه است؟"), choices=[("yes", gettext_lazy("مادر")), ("no", gettext_lazy("تنها پدر"))],
        coerce=lambda answer: answer == "yes", empty_value=None, widget=forms.RadioSelect, initial="yes",
        error_messages={"required": gettext_lazy("یکی را برگزینید.")},
    )  # fmt: skip
    delivery_day = JalaliDateField(label=gettext_lazy("روز زایمان، یا روزی که پزشک گفته است"), help_text=gettext_lazy("مانند ۱۴۰۵/۸/۱۲"))
    first_day = JalaliDateField(label=gettext_lazy("مرخصی از چه روزی است؟"), help_text=gettext_lazy("قانون همین روز به کار می‌رود."))
    days_leave = WholeField(
        label=gettext_lazy("چند روز مرخصی می‌خواهید؟"), least=1, most=DAYS_MAX, required=False,
        help_text=gettext_lazy("اگر ننویسید، بیشترین زمانی که قانون می‌گوید حساب می‌شود."),
    )  # fmt: skip
    children_born = WholeField(label=gettext_lazy("چند فرزند با هم؟"), least=1, most=CHILDREN_MAX, initial=1)
    is_nursing = YesNoField(label=gettext_lazy("مادر به فرزند شیر می‌دهد؟"), initial="yes")
    insured_days = WholeField(
        label=gettext_lazy("در یک سال پیش از زایمان چند روز بیمه بوده‌اید؟"), most=DAYS_MAX,
        help_text=gettext_lazy("روزهایی که برای آن‌ها حق بیمه پرداخت شده است."),
    )  # fmt: skip
    wages_sum = wages_field(gettext_lazy("جمع مزد شما در %(wage_lookback_days)s پیش از مرخصی (ریال)"))
    days_worked = days_worked_field()
    is_piece_worker = piece_field()
    scheme = OptionField(Scheme, label=gettext_lazy("چگونه بیمه‌اید؟"), initial=0)
    work_at_start = OptionField(WorkAtStart, label=gettext_lazy("پیش از مرخصی زایمان چه می‌کردید؟"), initial=0)
    held = ChecksField(label=gettext_lazy("کدام‌یک درست است؟"), choices=list(HELD.items()))

    sections = (
        Section(gettext_lazy("زایمان و مرخصی"), ("is_woman", "delivery_day", "first_day", "days_leave", "children_born", "is_nursing")),
        Section(gettext_lazy("بیمه و مزد شما"), ("insured_days", "wages_sum", "days_worked", "is_piece_worker", "scheme", "work_at_start", "held")),
    )

    def clean(self):
        cleaned = super().clean()
        check_days(self)
        first, delivery = cleaned.get("first_day"), cleaned.get("delivery_day")
        if first and delivery and first > delivery:
            self.add_error("first_day", _("مرخصی پس از زایمان آغاز نمی‌شود؛ روزی را بنویسید که تا %(day)s باشد.") % {"day": days.day_plain(delivery)})
        return cleaned


def case_of(facts: dict, days_leave: int) -> dict:
    """The facts of the articles."""
    return {
        **pay_of(facts),
        "day": laws.days.number_of(facts["first_day"]),
        "delivery_day": laws.days.number_of(facts["delivery_day"]),
        "days_leave": days_leave,
        "insured_days": facts["insured_days"],
        "is_woman": int(facts["is_woman"]),
        "children_born": facts["children_born"],
        "is_nursing": int(facts["is_nursing"]),
        "scheme": facts["scheme"],
        "work_at_start": facts["work_at_start"],
        **{name: int(name in facts["held"]) for name in HELD},
    }


def estimate(facts: dict, today: date) -> Estimate:
    """What the leave is paid, by the law of its first day."""
    law = laws.at(facts["first_day"])
    length = decide(maternity_length, case_of(facts, 0), law)
    if length.trouble is not None:
        return troubled(length)
    days_leave = facts["days_leave"] or length.amounts["days_most"]
    decision = decide(maternity_due, case_of(facts, days_leave), law)
    refused = unanswered(decision, _("به برآورد ما، سازمان برای این مرخصی کمک زایمان نمی‌پردازد"))
    if refused:
        return refused
    due = decision.amounts
    last = facts["first_day"] + timedelta(days=due["days_paid"] - 1)
    return Estimate(
        heading=_("به برآورد ما، برای مرخصی زایمان %(amount)s می‌گیرید") % {"amount": rials(due["amount"])},
        lede=said(decision),
        amount=due["amount"],
        rows=[
            (_("مزد یک روز که پایهٔ حساب است"), rials(due["wage_daily"])),
            (_("روزهایی که پرداخت می‌شود"), _("%(n)s روز، از %(first)s تا %(last)s") % {
                "n": numbers.digits(due["days_paid"]), "first": days.day_plain(facts["first_day"]), "last": days.day_plain(last),
            }),
            (_("بیشترین مرخصی به حکم قانون"), days_words(length.amounts["days_most"])),
            *([(_("روزهایی که از اندازهٔ قانون بیشتر است"), days_words(due["days_over"]))] if due["days_over"] else []),
            *([(_("مزدی که این کمک جای آن را نمی‌گیرد"), rials(due["wage_missing"]))] if due["wage_missing"] else []),
        ],
        decisions=[length, decision],
    )  # fmt: skip


CALCULATOR = Calculator(
    code="maternity",
    question=gettext_lazy("برای مرخصی زایمان چقدر می‌گیرم؟"),
    what=gettext_lazy("کمک زایمان به جای مزد، و این‌که مرخصی تا چه روزی است."),
    form=MaternityForm,
    estimate=estimate,
    own=own_maternity,
)
