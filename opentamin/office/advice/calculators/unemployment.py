"""«بیمهٔ بیکاری می‌گیرم؟ چقدر و تا کی؟»: the right, the benefit of a month, and its last day."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opentamin import law as laws
from opentamin.law.ask import Decision, decide
from opentamin.law.days import add_months, date_of, number_of
from opentamin.law.unemployment import unemployment_due
from opentamin.law.unemployment.rows import LossOfWork
from opentamin.office.kit import days
from opentamin.office.kit.fields import JalaliDateField

from ..calculator import Calculator
from ..durations import MONTHS_IN_YEAR, span_words
from ..estimate import Estimate
from ..fields import ChecksField, OptionField, WholeField, YesNoField
from ..last_pay import check_days, days_worked_field, pay_of, piece_field, wages_field
from ..money import rials
from ..own_record import own_unemployment
from ..refusals import said, unanswered
from ..sections import Section, SectionedForm

YEARS_MAX, MONTHS_MAX, CAREER_MONTHS_MAX, PEOPLE_MAX = 60, 11, 720, 30
HELD = {
    "is_excused": gettext_lazy("برای دیر رفتن به ادارهٔ کار عذر موجه دارم و پذیرفته شده است"),
    "has_spouse_children_addition": gettext_lazy("همسرم نیز بیکار است و افزودهٔ فرزندان را او می‌گیرد"),
    "is_foreign": gettext_lazy("تبعهٔ کشور دیگری هستم"),
    "is_retired": gettext_lazy("بازنشسته‌ام"),
    "is_disabled_totally": gettext_lazy("ازکارافتادهٔ کلی هستم"),
    "is_insured_by_choice": gettext_lazy("بیمهٔ اختیاری یا صاحب حرفه بوده‌ام"),
    "is_board_member_on_request": gettext_lazy("عضو هیئت‌مدیره بوده و به درخواست خود بیمه شده‌ام"),
}
DENIED = {
    "is_ready_to_work": gettext_lazy("اکنون آمادهٔ کار نیستم"),
    "is_unemployment_insured": gettext_lazy("کار من بیمهٔ بیکاری نداشته است"),
    "is_premium_paid": gettext_lazy("کارفرما حق بیمهٔ بیکاری را نپرداخته است"),
}


class UnemploymentForm(SectionedForm):
    """The loss of work, the record and the family."""

    birth_day = JalaliDateField(label=gettext_lazy("روز تولد"), help_text=gettext_lazy("مانند ۱۳۶۵/۳/۱۲"))
    loss_of_work = OptionField(LossOfWork, label=gettext_lazy("کارتان چگونه پایان یافت؟"))
    unemployed_day = JalaliDateField(label=gettext_lazy("نخستین روز بیکاری"), help_text=gettext_lazy("روز پس از آخرین روز کار"))
    registered_day = JalaliDateField(
        label=gettext_lazy("چه روزی بیکاری را به ادارهٔ کار گفتید؟"), required=False, help_text=gettext_lazy("اگر هنوز نگفته‌اید، خالی بگذارید؛ امروز حساب می‌شود."),
    )  # fmt: skip
    record_years = WholeField(label=gettext_lazy("سابقهٔ بیمه: سال"), most=YEARS_MAX)
    record_months = WholeField(label=gettext_lazy("سابقهٔ بیمه: ماه افزون بر سال‌ها"), most=MONTHS_MAX)
    used_months = WholeField(label=gettext_lazy("تا امروز چند ماه بیمهٔ بیکاری گرفته‌اید؟"), most=CAREER_MONTHS_MAX, initial=0)
    wages_sum = wages_field(gettext_lazy("جمع مزد شما در %(wage_lookback_days)s پیش از بیکاری (ریال)"))
    days_worked = days_worked_field()
    is_piece_worker = piece_field()
    is_married = YesNoField(label=gettext_lazy("همسر دارید؟"))
    dependants_count = WholeField(label=gettext_lazy("چند نفر زیر تکفل شما هستند؟"), most=PEOPLE_MAX, initial=0, help_text=gettext_lazy("همسر، فرزند، پدر یا مادری که خرجشان با شماست."))
    children_count = WholeField(label=gettext_lazy("چند نفر از آنان فرزند شما هستند؟"), most=PEOPLE_MAX, initial=0)
    is_permanent_work = YesNoField(label=gettext_lazy("کار شما کاری همیشگی بود؟"), help_text=gettext_lazy("کاری که با پایان قرارداد شما پایان نمی‌یابد."))
    last_workplace_months = WholeField(label=gettext_lazy("در آخرین کارگاه چند ماه کار کردید؟"), most=CAREER_MONTHS_MAX, initial=0)
    held = ChecksField(label=gettext_lazy("کدام‌یک درست است؟"), choices=[*HELD.items(), *DENIED.items()])

    sections = (
        Section(gettext_lazy("پایان کار"), ("loss_of_work", "unemployed_day", "registered_day")),
        Section(gettext_lazy("اگر مدت قراردادتان پایان یافت"), ("is_permanent_work", "last_workplace_months"), is_folded=True),
        Section(gettext_lazy("سابقه و مزد شما"), ("birth_day", "record_years", "record_months", "used_months", "wages_sum", "days_worked", "is_piece_worker")),
        Section(gettext_lazy("خانوادهٔ شما"), ("is_married", "dependants_count", "children_count")),
        Section(gettext_lazy("آنچه کم پیش می‌آید"), ("held",), is_folded=True),
    )

    def clean(self):
        cleaned = super().clean()
        check_days(self)
        started, told = cleaned.get("unemployed_day"), cleaned.get("registered_day")
        if started and told and told < started:
            self.add_error("registered_day", _("این روز پیش از نخستین روز بیکاری (%(day)s) است.") % {"day": days.day_plain(started)})
        if (cleaned.get("children_count") or 0) > (cleaned.get("dependants_count") or 0):
            self.add_error("children_count", _("شمار فرزندان از شمار همهٔ افراد زیر تکفل بیشتر نیست."))
        born = cleaned.get("birth_day")
        if born and born > timezone.localdate():
            self.add_error("birth_day", _("این روز هنوز نیامده است؛ روز تولد را بنویسید."))
        return cleaned


def case_of(facts: dict, today: date) -> dict:
    """The facts of the articles; whoever has not registered registers today, or on the first day without work."""
    registered = facts["registered_day"] or max(today, facts["unemployed_day"])
    counts = ("used_months", "dependants_count", "children_count", "loss_of_work", "last_workplace_months")
    return {
        **pay_of(facts),
        **{name: facts[name] for name in counts},
        "day": number_of(registered),
        "unemployed_day": number_of(facts["unemployed_day"]),
        "birth_day": number_of(facts["birth_day"]),
        "premium_months": facts["record_years"] * MONTHS_IN_YEAR + facts["record_months"],
        "is_married": int(facts["is_married"]),
        "is_permanent_work": int(facts["is_permanent_work"]),
        **{name: int(name in facts["held"]) for name in HELD},
        **{name: int(name not in facts["held"]) for name in DENIED},
    }


def estimate(facts: dict, today: date) -> Estimate:
    """The benefit, by the law of the day of registering."""
    case = case_of(facts, today)
    decision = decide(unemployment_due, case, laws.at(date_of(case["day"])))
    refused = unanswered(decision, _("به برآورد ما، بیمهٔ بیکاری پرداخت نمی‌شود"))
    if refused:
        return refused
    due = decision.amounts
    return Estimate(
        heading=_heading(due),
        lede=said(decision),
        amount=due["benefit_monthly"],
        amount_unit=_("در ماه"),
        rows=_rows(decision, facts, today),
        decisions=[decision],
    )


def _heading(due: dict) -> str:
    if due["is_until_old_age"]:
        return _("به برآورد ما، بیمهٔ بیکاری شما تا بازنشستگی می‌تواند ادامه یابد")
    return _("به برآورد ما، بیمهٔ بیکاری شما %(span)s است، تا %(day)s") % {"span": _span(due["months_left"]), "day": days.day_plain(_last_day(due))}


def _rows(decision: Decision, facts: dict, today: date) -> list[tuple[str, str]]:
    due = decision.amounts
    register_by = date_of(due["register_by"])
    return [
        (_("هر ماه"), rials(due["benefit_monthly"])),
        (_("هر روز"), rials(due["benefit_daily"])),
        (_("از روز"), days.day_plain(date_of(due["starts_day"]))),
        *([] if due["is_until_old_age"] else [(_("تا پایان روز"), days.day_plain(_last_day(due)))]),
        *([(_("آخرین روز برای گفتن به ادارهٔ کار"), days.deadline(register_by, today))] if not facts["registered_day"] else []),
    ]


def _last_day(due: dict) -> date:
    """The last day of the months left, from the first day without work."""
    return date_of(add_months(due["starts_day"], due["months_left"]) - 1)


def _span(months: int) -> str:
    return span_words(*divmod(months, MONTHS_IN_YEAR))


CALCULATOR = Calculator(
    code="unemployment",
    question=gettext_lazy("بیمهٔ بیکاری می‌گیرم؟ چقدر و تا کی؟"),
    what=gettext_lazy("شرط‌ها، مقرری هر ماه، شمار ماه‌ها و آخرین روز برای خبر دادن به ادارهٔ کار."),
    form=UnemploymentForm,
    estimate=estimate,
    own=own_unemployment,
)
