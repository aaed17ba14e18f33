"""«هدیهٔ ازدواج من چقدر است؟»: the grant at a first marriage."""

from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opentamin import law as laws
from opentamin.law.ask import decide
from opentamin.law.short_term import marriage_grant
from opentamin.law.short_term.rows import Scheme
from opentamin.office.kit.fields import JalaliDateField, RialField

from ..calculator import Calculator
from ..estimate import Estimate
from ..fields import OptionField, WholeField, YesNoField
from ..labels import by_law
from ..money import rials
from ..own_record import own_marriage
from ..refusals import said, unanswered
from ..sections import Section, SectionedForm

WAGE_MAX = 10**12
DAYS_MAX = 4_000


class MarriageForm(SectionedForm):
    """A marriage, and the insurance before it."""

    wedding_day = JalaliDateField(label=gettext_lazy("روز ازدواج"), help_text=gettext_lazy("مانند ۱۴۰۵/۸/۱۲؛ قانون همان روز به کار می‌رود."))
    insured_days = WholeField(
        label=by_law(gettext_lazy("در %(marriage_years_before)s پیش از ازدواج چند روز بیمه بوده‌اید؟")), most=DAYS_MAX,
        help_text=gettext_lazy("روزهایی که برای آن‌ها حق بیمه پرداخت شده است."),
    )  # fmt: skip
    average = RialField(
        label=by_law(gettext_lazy("میانگین مزد شما در %(marriage_months_averaged)s پیش از ازدواج (ریال در ماه)")), least=1, most=WAGE_MAX,
    )  # fmt: skip
    scheme = OptionField(Scheme, label=gettext_lazy("چگونه بیمه‌اید؟"), initial=0)
    is_first_marriage = YesNoField(label=gettext_lazy("نخستین ازدواج شماست؟"), initial="yes")
    is_permanent = YesNoField(label=gettext_lazy("عقد دائم است؟"), initial="yes")
    is_registered = YesNoField(label=gettext_lazy("در دفتر رسمی ثبت شده است؟"), initial="yes")
    is_work_ended = YesNoField(label=gettext_lazy("در روز ازدواج کارتان پایان یافته بود؟"))

    sections = (
        Section(gettext_lazy("ازدواج"), ("wedding_day", "is_first_marriage", "is_permanent", "is_registered")),
        Section(gettext_lazy("بیمه و مزد شما"), ("insured_days", "average", "scheme", "is_work_ended")),
    )


def case_of(facts: dict, law: laws.Law) -> dict:
    """The facts of the article."""
    flags = ("is_first_marriage", "is_permanent", "is_registered", "is_work_ended")
    return {
        "day": laws.days.number_of(facts["wedding_day"]),
        "insured_days": facts["insured_days"],
        "wages_sum": facts["average"] * law.marriage_months_averaged,
        "scheme": facts["scheme"],
        **{name: int(facts[name]) for name in flags},
    }


def estimate(facts: dict, today: date) -> Estimate:
    """The grant, by the law of the day of the marriage."""
    law = laws.at(facts["wedding_day"])
    decision = decide(marriage_grant, case_of(facts, law), law)
    refused = unanswered(decision, _("به برآورد ما، هدیهٔ ازدواج پرداخت نمی‌شود"))
    if refused:
        return refused
    due = decision.amounts
    return Estimate(
        heading=_("به برآورد ما، هدیهٔ ازدواج شما %(amount)s است") % {"amount": rials(due["amount"])},
        lede=said(decision),
        amount=due["amount"],
        amount_unit=_("یک بار"),
        rows=[(_("میانگین مزد ماهانه"), rials(due["average_monthly"])), (_("یک ماه حداقل دستمزد"), rials(due["minimum_monthly"]))],
        decisions=[decision],
    )


CALCULATOR = Calculator(
    code="marriage",
    question=gettext_lazy("هدیهٔ ازدواج من چقدر است؟"),
    what=gettext_lazy("کمکی که یک بار، برای نخستین ازدواج، به بیمه‌شده داده می‌شود."),
    form=MarriageForm,
    estimate=estimate,
    own=own_marriage,
)
