"""«اگر خودم بیمه‌ام را بپردازم، ماهی چقدر است؟»: the premium of a month by scheme, and what the scheme covers."""

from collections.abc import Callable
from datetime import date

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from opentamin import law as laws
from opentamin.law.ask import Decision, decide
from opentamin.law.days import date_of, next_month, number_of
from opentamin.law.kinds import kind_needed
from opentamin.law.procedure import list_last_day
from opentamin.law.schemes import (
    builder_premium,
    driver_premium,
    family_payment_last_day,
    scheme_cover,
    self_employed_premium,
    voluntary_base,
    voluntary_next_last_day,
    voluntary_premium,
)
from opentamin.law.schemes.rows import (
    BUILDERS,
    DRIVERS,
    SELF_OLD_AGE,
    VOLUNTARY,
    DriverRoute,
    DriverVehicle,
    PremiumClass,
    SkillGrade,
)
from opentamin.law.words import words_of
from opentamin.office.kit import days
from opentamin.office.kit.fields import JalaliDateField, JalaliMonthField, RialField

from ..calculator import Calculator
from ..estimate import Estimate
from ..fields import OptionField, WholeField
from ..money import rials
from ..refusals import said, troubled, unanswered
from ..scheme_entry import with_entry
from ..sections import Section, SectionedForm

WAGE_MAX, YEARS_MAX, MONTHS_MAX = 10**11, 60, 11
CLASSES = kind_needed(PremiumClass).options
SCHEMES = {
    "voluntary": gettext_lazy("ادامهٔ بیمه به خواست خود (اختیاری)"),
    "self_employed": gettext_lazy("صاحبان حرفه و مشاغل آزاد (خویش‌فرما)"),
    "family": gettext_lazy("بیمهٔ خانوادهٔ ایرانی (زنان خانه‌دار)"),
    "student": gettext_lazy("دانشجویان"),
    "driver": gettext_lazy("رانندگان"),
    "builder": gettext_lazy("کارگران ساختمانی"),
}
BY_CLASS = ("self_employed", "family", "student")
BY_AGE = ("voluntary", "family", "student")
COVERED = {
    "covers_old_age": gettext_lazy("بازنشستگی"),
    "covers_death": gettext_lazy("درگذشت پیش از بازنشستگی"),
    "covers_disability": gettext_lazy("ازکارافتادگی کلی"),
    "covers_sickness": gettext_lazy("غرامت بیماری"),
    "covers_unemployment": gettext_lazy("بیمهٔ بیکاری"),
    "covers_health": gettext_lazy("درمان"),
}


class SchemeForm(SectionedForm):
    """A scheme, a month, and what that scheme asks."""

    scheme = forms.ChoiceField(
        label=gettext_lazy("کدام بیمه؟"), choices=list(SCHEMES.items()), widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("یکی را برگزینید.")},
    )  # fmt: skip
    month = JalaliMonthField(label=gettext_lazy("برای کدام ماه؟"), help_text=gettext_lazy("مانند آبان ۱۴۰۵؛ نرخ‌ها و شمار روزهای همان ماه به کار می‌رود."))
    wage_daily = RialField(
        label=gettext_lazy("مزد روزانه‌ای که برمی‌گزینید (ریال)"), least=1, most=WAGE_MAX, required=False,
        help_text=gettext_lazy("اگر ننویسید، حداقل دستمزد حساب می‌شود."),
    )  # fmt: skip
    average_daily = RialField(
        label=gettext_lazy("میانگین مزد روزانهٔ آخرین سابقه‌ها (ریال)"), least=1, most=WAGE_MAX, required=False,
        help_text=gettext_lazy("تنها برای بیمهٔ اختیاری: مزدی که برمی‌گزینید از آن بیشتر نمی‌شود."),
    )  # fmt: skip
    premium_class = OptionField(PremiumClass, label=gettext_lazy("برای چه پوششی؟"), initial=len(CLASSES) - 1)
    route = OptionField(DriverRoute, label=gettext_lazy("کجا می‌رانید؟"), required=False)
    vehicle = OptionField(DriverVehicle, label=gettext_lazy("چه می‌رانید؟"), required=False)
    covered_day = JalaliDateField(label=gettext_lazy("از چه روزی بیمهٔ رانندگان دارید؟"), required=False)
    card_expiry_day = JalaliDateField(label=gettext_lazy("دفترچه یا کارت شما تا چه روزی اعتبار دارد؟"), required=False)
    paid_day = JalaliDateField(label=gettext_lazy("چه روزی می‌پردازید؟"), required=False, help_text=gettext_lazy("اگر ننویسید، می‌گیریم که در مهلت می‌پردازید."))
    grade = OptionField(SkillGrade, label=gettext_lazy("درجهٔ کارت مهارت"), required=False)

    entry_day = JalaliDateField(label=gettext_lazy("چه روزی وارد می‌شوید؟"), required=False, help_text=gettext_lazy("اگر ننویسید، شرط ورود سنجیده نمی‌شود."))
    birth_day = JalaliDateField(label=gettext_lazy("روز تولد"), required=False)
    record_years = WholeField(label=gettext_lazy("سابقه تا آن روز: سال"), most=YEARS_MAX, required=False)
    record_months = WholeField(label=gettext_lazy("سابقه تا آن روز: ماه افزون بر سال‌ها"), most=MONTHS_MAX, required=False)

    sections = (
        Section(gettext_lazy("بیمه و ماه"), ("scheme", "month")),
        Section(
            gettext_lazy("اگر هنوز این بیمه را ندارید"), ("entry_day", "birth_day", "record_years", "record_months"), is_folded=True,
            hint=gettext_lazy("آیا می‌پذیرند؟ برای صاحبان حرفه، رانندگان و کارگران ساختمانی تنها روز ورود را بنویسید."),
        ),
        Section(gettext_lazy("اختیاری، صاحبان حرفه، خانواده، دانشجویان"), ("wage_daily", "average_daily", "premium_class")),
        Section(gettext_lazy("رانندگان"), ("route", "vehicle", "covered_day", "card_expiry_day", "paid_day"), is_folded=True),
        Section(gettext_lazy("کارگران ساختمانی"), ("grade",), is_folded=True),
    )
    NEEDED = {
        "driver": {
            "route": gettext_lazy("بگویید درون شهر می‌رانید یا میان شهرها."),
            "vehicle": gettext_lazy("بگویید چه می‌رانید."),
            "covered_day": gettext_lazy("روز آغاز بیمهٔ رانندگان را بنویسید؛ سهم دولت به آن بسته است."),
            "card_expiry_day": gettext_lazy("روز پایان اعتبار دفترچه یا کارت را بنویسید."),
        },
        "builder": {"grade": gettext_lazy("درجهٔ کارت مهارت را برگزینید؛ مزد مبنا به آن بسته است.")},
    }

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("scheme") not in BY_CLASS:
            cleaned["premium_class"] = None
        if cleaned.get("entry_day") and cleaned.get("scheme") in BY_AGE and not cleaned.get("birth_day") and "birth_day" not in self.errors:
            self.add_error("birth_day", _("روز تولد را بنویسید؛ ورود به این بیمه به سن بسته است."))
        for name, asking in self.NEEDED.get(cleaned.get("scheme") or "", {}).items():
            if cleaned.get(name) is None and name not in self.errors:
                self.add_error(name, asking)
        return cleaned


def estimate(facts: dict, today: date) -> Estimate:
    """The premium, by the law of the month; and whether one may enter, by the law of the day of entry."""
    premium = _ESTIMATES[facts["scheme"]](facts, laws.of_month(facts["month"]))
    return with_entry(premium, facts) if facts["entry_day"] else premium


def _voluntary(facts: dict, law: laws.Law) -> Estimate:
    asked, decisions = facts["wage_daily"] or 0, []
    if facts["average_daily"]:
        base = decide(voluntary_base, {"wage_daily": asked, "average_daily": facts["average_daily"]}, law)
        if base.trouble is not None:
            return troubled(base)
        asked, decisions = base.amounts["wage_base_daily"], [base]
    premium = decide(voluntary_premium, {"month": facts["month"], "wage_daily": asked}, law)
    last = decide(voluntary_next_last_day, {"last_paid_month": next_month(facts["month"], -1)}, law)
    return _answer(facts, [*decisions, premium], "premium", VOLUNTARY, law, _last_day(last))


def _by_class(facts: dict, law: laws.Law) -> Estimate:
    """The three classes side by side, the chosen one first of all."""
    asked = {"month": facts["month"], "wage_daily": facts["wage_daily"] or 0}
    every = [decide(self_employed_premium, {**asked, "premium_class": place}, law) for place in range(len(CLASSES))]
    chosen = facts["premium_class"]
    words = words_of(get_language() or "fa")
    rows = [(words.option(kind_needed(PremiumClass), place), rials(one.amounts["premium"])) for place, one in enumerate(every) if one.amounts]
    if facts["scheme"] == "family":
        rows += _last_day(decide(family_payment_last_day, {"month": facts["month"]}, law))
    return _answer(facts, [every[chosen]], "premium", SELF_OLD_AGE + chosen, law, rows)


def _driver(facts: dict, law: laws.Law) -> Estimate:
    deadline = decide(list_last_day, {"month": facts["month"]}, law)
    if deadline.trouble is not None:
        return troubled(deadline)
    case = {
        "month": facts["month"],
        "route": facts["route"],
        "vehicle": facts["vehicle"],
        "covered_day": number_of(facts["covered_day"]),
        "paid_day": number_of(facts["paid_day"]) if facts["paid_day"] else deadline.amounts["last_day"],
        "card_expiry_day": number_of(facts["card_expiry_day"]),
    }
    premium = decide(driver_premium, case, law)
    due = premium.amounts
    shares = [(_("سهم دولت"), "share_state"), (_("سهم سازمان هدفمندسازی یارانه‌ها"), "share_subsidy"), (_("همهٔ حق بیمه"), "premium")]
    rows = [(label, rials(due[name])) for label, name in shares if due.get(name)]
    return _answer(facts, [premium], "share_driver", DRIVERS, law, [*rows, *_last_day(deadline)])


def _builder(facts: dict, law: laws.Law) -> Estimate:
    premium = decide(builder_premium, {"month": facts["month"], "grade": facts["grade"]}, law)
    return _answer(facts, [premium], "premium", BUILDERS, law, [])


_ESTIMATES: dict[str, Callable[[dict, laws.Law], Estimate]] = {
    "voluntary": _voluntary, **dict.fromkeys(BY_CLASS, _by_class), "driver": _driver, "builder": _builder,
}  # fmt: skip


def _answer(facts: dict, decisions: list[Decision], name: str, scheme: int, law: laws.Law, rows: list[tuple[str, str]]) -> Estimate:
    """The premium of the last decision, what it is of, and what the scheme covers."""
    premium = decisions[-1]
    refused = unanswered(premium, _("به برآورد ما، این ماه حق بیمه‌ای ندارد"))
    if refused:
        return refused
    due = premium.amounts
    return Estimate(
        heading=_("به برآورد ما، حق بیمهٔ %(month)s برای شما %(amount)s است") % {"month": days.month_words(facts["month"]), "amount": rials(due[name])},
        lede=said(premium),
        amount=due[name],
        amount_unit=_("در ماه"),
        rows=[(_("مزد ماهی که حق بیمه از آن است"), rials(due["wage_month"])), *_state_part(due), *rows, *_cover(scheme, law)],
        decisions=decisions,
    )  # fmt: skip


def _state_part(due: dict) -> list[tuple[str, str]]:
    return [(_("سهم دولت"), rials(due["state_part"]))] if due.get("state_part") else []


def _last_day(decision: Decision) -> list[tuple[str, str]]:
    day = decision.amounts.get("last_day", decision.amounts.get("value")) if decision.amounts else None
    return [(_("آخرین روز پرداخت"), days.day_full(date_of(day)))] if day is not None else []


def _cover(scheme: int, law: laws.Law) -> list[tuple[str, str]]:
    """What the scheme covers, and what it does not."""
    cover = decide(scheme_cover, {"scheme": scheme}, law).amounts
    named = {held: [str(label) for name, label in COVERED.items() if cover.get(name) == held] for held in (1, 0)}
    return [(label, _("، ").join(named[held])) for held, label in ((1, _("این بیمه دارد")), (0, _("این بیمه ندارد"))) if named[held]]


CALCULATOR = Calculator(
    code="scheme",
    question=gettext_lazy("اگر خودم بیمه‌ام را بپردازم، ماهی چقدر است؟"),
    what=gettext_lazy("حق بیمهٔ یک ماه: اختیاری، صاحبان حرفه، خانواده، دانشجو، راننده، کارگر ساختمانی؛ و آنچه هر کدام می‌پوشاند."),
    form=SchemeForm,
    estimate=estimate,
)
