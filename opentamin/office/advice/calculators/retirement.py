"""«کی می‌توانم بازنشسته شوم و با چقدر؟»: every path side by side, and the pension by the month of leaving."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opentamin import law as laws
from opentamin.law.pensions import AveragedWages
from opentamin.office.kit import days, numbers
from opentamin.office.kit.fields import JalaliDateField, RialField

from ..calculator import Calculator
from ..chart import drawings_of
from ..durations import in_days
from ..estimate import Estimate
from ..fields import WholeField, YesNoField
from ..labels import by_law
from ..money import rials
from ..own_record import own_retirement
from ..retirement import Course, Prospect
from ..sections import Section, SectionedForm

WAGE_MAX, YEARS_MAX, MONTHS_MAX = 10**12, 60, 11
TABLE_STEP_MONTHS = 12
SELDOM = (
    "reform_years", "reform_months", "hazardous_years", "is_unbroken", "is_labour_law", "youth_law_children", "children",
    "is_veteran", "is_disabled_person", "is_construction_worker",
)  # fmt: skip


class RetirementForm(SectionedForm):
    """Who one is, the record so far, and what one means to do."""

    is_woman = forms.TypedChoiceField(
        label=gettext_lazy("جنسیت"), choices=[("no", gettext_lazy("مرد")), ("yes", gettext_lazy("زن"))],
        coerce=lambda answer: answer == "yes", empty_value=None, widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("یکی را برگزینید؛ شرط‌های زن و مرد یکی نیست.")},
    )  # fmt: skip
    birth_day = JalaliDateField(label=gettext_lazy("روز تولد"), help_text=gettext_lazy("مانند ۱۳۵۰/۳/۱۲"))
    record_years = WholeField(label=gettext_lazy("سابقه: سال"), most=YEARS_MAX)
    record_months = WholeField(label=gettext_lazy("سابقه: ماه افزون بر سال‌ها"), most=MONTHS_MAX)
    average = RialField(
        label=by_law(gettext_lazy("میانگین مزد مشمول بیمه در %(average_months)s آخر (ریال در ماه)")), least=1, most=WAGE_MAX,
        help_text=gettext_lazy("جمع مزد آن ماه‌ها، بخش بر شمار آن‌ها."),
    )  # fmt: skip
    goes_on = YesNoField(label=gettext_lazy("به کار با بیمه ادامه می‌دهید؟"), initial="yes")
    reform_years = WholeField(
        label=by_law(gettext_lazy("سابقه در %(reform_months)s: سال")), most=YEARS_MAX, required=False,
        help_text=gettext_lazy("اگر ننویسید، می‌گیریم که از آن روز پیوسته بیمه بوده‌اید."),
    )  # fmt: skip
    reform_months = WholeField(label=by_law(gettext_lazy("سابقه در %(reform_months)s: ماه")), most=MONTHS_MAX, required=False)
    hazardous_years = WholeField(label=gettext_lazy("سال‌های کار سخت و زیان‌آور که کمیته شناخته است"), most=YEARS_MAX, required=False)
    is_unbroken = YesNoField(label=gettext_lazy("کار سخت و زیان‌آور بی‌وقفه بوده است؟"), required=False)
    is_labour_law = YesNoField(label=gettext_lazy("همهٔ سابقه زیر قانون کار بوده است؟"), initial="yes", required=False)
    youth_law_children = WholeField(
        label=by_law(gettext_lazy("فرزندان زاده‌شده پس از قانون جوانی جمعیت (%(path_mother.month)s)")), most=20, required=False,
    )  # fmt: skip
    children = WholeField(label=gettext_lazy("همهٔ فرزندان"), most=20, required=False)
    is_veteran = YesNoField(label=gettext_lazy("ایثارگر یا جانباز هستید؟"), required=False)
    is_disabled_person = YesNoField(label=gettext_lazy("معلولیت شناخته‌شده دارید؟"), required=False)
    is_construction_worker = YesNoField(label=gettext_lazy("کارگر ساختمانی هستید؟"), required=False)

    sections = (
        Section(gettext_lazy("شما و سابقه‌تان"), ("is_woman", "birth_day", "record_years", "record_months", "average", "goes_on")),
        Section(gettext_lazy("آنچه کم پیش می‌آید"), SELDOM, is_folded=True),
    )

    def clean_birth_day(self):
        born = self.cleaned_data["birth_day"]
        if born and born > timezone.localdate():
            raise forms.ValidationError(_("این روز هنوز نیامده است؛ روز تولد را بنویسید."))
        return born

    def clean(self):
        cleaned = super().clean()
        if (cleaned.get("youth_law_children") or 0) > (cleaned.get("children") or cleaned.get("youth_law_children") or 0):
            self.add_error("children", _("شمار همهٔ فرزندان از فرزندان پس از قانون کمتر نیست."))
        return cleaned


def claim_of(facts: dict, today: date) -> dict:
    """The facts of a claim made today, as the articles name them."""
    law = laws.at(today)
    record = in_days(facts["record_years"], facts["record_months"], law)
    hazardous = in_days(facts.get("hazardous_years") or 0, 0, law)
    return {
        "day": laws.days.number_of(today),
        "birth_day": laws.days.number_of(facts["birth_day"]),
        "last_work_day": laws.days.number_of(today),
        "is_woman": int(facts["is_woman"]),
        "record_days": record,
        "record_days_on_reform_day": _record_on_reform_day(facts, record, today, law),
        "labour_law_days": record if facts.get("is_labour_law") else 0,
        "hazardous_days": hazardous,
        "hazardous_days_unbroken": hazardous if facts.get("is_unbroken") else 0,
        "children_under_youth_law": facts.get("youth_law_children") or 0,
        "children_count": max(facts.get("children") or 0, facts.get("youth_law_children") or 0),
        "is_veteran": int(facts.get("is_veteran") or 0),
        "is_disabled_person": int(facts.get("is_disabled_person") or 0),
        "is_construction_worker": int(facts.get("is_construction_worker") or 0),
    }


def wages_of(facts: dict, today: date) -> AveragedWages:
    """The average said, as the sum the article averages."""
    months = laws.at(today).average_months
    return AveragedWages(facts["average"] * months, months)


def _record_on_reform_day(facts: dict, record: int, today: date, law) -> int:
    """What was said of that day; else the record of today without the days since, as if every one of them was insured."""
    if facts.get("reform_years") is not None or facts.get("reform_months") is not None:
        return min(in_days(facts.get("reform_years") or 0, facts.get("reform_months") or 0, law), record)
    since = laws.days.number_of(today) - laws.ARTICLES["reform_months"].versions[-1].starts
    return max(record - since, 0)


def estimate(facts: dict, today: date) -> Estimate:
    """When and with how much, by every path that comes within the years looked ahead."""
    course = Course(claim_of(facts, today), wages_of(facts, today), goes_on=facts["goes_on"])
    prospects = course.prospects()
    today_decision = course.decision_on(course.start)
    if not prospects:
        return Estimate(
            heading=_("به برآورد ما، با این سابقه راهی به مستمری بازنشستگی باز نمی‌شود"),
            lede=_("تا %(years)s سال دیگر هم، اگر چیزی جز گذر زمان عوض نشود.") % {"years": numbers.digits(course.years)},
            decisions=[today_decision],
        )
    points = course.points(prospects)
    named = {course.month_from(prospect.day): _mark(prospect) for prospect in prospects}
    return Estimate(
        heading=_heading(prospects, today),
        lede=_lede(prospects),
        amount=prospects[0].pension,
        amount_unit=_("در ماه"),
        rows=[(one.name, _("از %(day)s؛ %(amount)s در ماه") % {"day": days.day_plain(one.day), "amount": rials(one.pension)}) for one in prospects],
        decisions=[prospects[0].decision] if prospects[0].day > today else [today_decision],
        more={
            "prospects": prospects,
            "is_many": len(prospects) > 3,
            "drawings": drawings_of(points, named),
            "table": [point for place, point in enumerate(points) if place % TABLE_STEP_MONTHS == 0 or point.month in named],
            "money_of": laws.days.month_of(today),
            "unreached": course.unreached(),
        },
    )


def _heading(prospects: list[Prospect], today: date) -> str:
    first = prospects[0]
    if first.day <= today:
        return _("به برآورد ما، از امروز می‌توانید بازنشسته شوید")
    return _("به برآورد ما، از %(day)s می‌توانید بازنشسته شوید") % {"day": days.day_plain(first.day)}


def _lede(prospects: list[Prospect]) -> str:
    """Whether waiting pays, in one sentence."""
    first, best = prospects[0], max(prospects, key=lambda one: one.pension)
    if best.pension <= first.pension:
        return _("راه‌های دیگر مستمری را بیشتر نمی‌کند.")
    percent = (best.pension - first.pension) * 100 // first.pension
    return _("با صبر تا %(day)s، مستمری ماهانه حدود %(percent)s درصد بیشتر می‌شود.") % {
        "day": days.month_words(best.month), "percent": numbers.digits(percent),
    }  # fmt: skip


def _mark(prospect: Prospect) -> str:
    return f"{prospect.name}{_(':')} {numbers.grouped(prospect.pension // 1_000_000)}"


CALCULATOR = Calculator(
    code="retirement",
    question=gettext_lazy("کی می‌توانم بازنشسته شوم و با چقدر؟"),
    what=gettext_lazy("هر راه قانونی کنار هم: از چه روزی، با چه سن و سابقه‌ای، و با چه مستمری."),
    form=RetirementForm,
    estimate=estimate,
    template="advice/retirement.html",
    own=own_retirement,
)
