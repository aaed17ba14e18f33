"""What is asked of a family after a death. A fixed number of rows, so that no script is needed."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from opentamin.office.kit import numbers
from opentamin.office.kit.fields import JalaliDateField, RialField

from .fields import ChecksField, WholeField, YesNoField
from .labels import by_law
from .sections import Section, SectionedForm

CHILD_ROWS, ROWS_AT_ONCE = 8, 4
WIVES_MAX, YEARS_MAX, MONTHS_MAX, DAYS_MAX, RIALS_MAX = 4, 60, 11, 4_000, 10**12
CHILDREN = [("", gettext_lazy("کسی نیست")), ("daughter", gettext_lazy("دختر")), ("son", gettext_lazy("پسر"))]
# Facts that hold of a child, as the articles name them; several are joined by «+».
DAUGHTER_STATES = [
    ("is_married", gettext_lazy("شوهر دارد")),
    ("is_employed", gettext_lazy("کار می‌کند")),
    ("has_own_pension", gettext_lazy("از کار خود مستمری دارد")),
    ("has_husband_pension", gettext_lazy("مستمری شوهر درگذشته‌اش را می‌گیرد")),
    ("has_husband_pension+is_husband_pension_given_up", gettext_lazy("از مستمری شوهر درگذشته‌اش گذشته است")),
]
SON_STATES = [("is_student", gettext_lazy("دانشجوست")), ("is_disabled", gettext_lazy("از کار افتاده است"))]
STATES = [("", gettext_lazy("هیچ‌کدام")), (gettext_lazy("دختر"), DAUGHTER_STATES), (gettext_lazy("پسر"), SON_STATES)]
STATES_OF = {"daughter": dict(DAUGHTER_STATES), "son": dict(SON_STATES)}
DEPENDANT = [
    ("is_dependant", gettext_lazy("زیر تکفل درگذشته بود")),
    ("is_disabled", gettext_lazy("از کار افتاده است")),
    ("has_own_pension", gettext_lazy("خودش مستمری دارد")),
]
MOTHER = [*DEPENDANT, ("is_spouse_dependant", gettext_lazy("شوهرش نیز زیر تکفل درگذشته بود"))]
BIRTH_OR_EMPTY = gettext_lazy("اگر نیست، خالی بگذارید.")


def _row(row: int) -> tuple[str, str, str]:
    return f"child_{row}", f"child_{row}_birth", f"child_{row}_state"


class SurvivorsForm(SectionedForm):
    """The one who died, and who is left."""

    death_day = JalaliDateField(label=gettext_lazy("روز درگذشت"), help_text=gettext_lazy("مانند ۱۴۰۵/۲/۱۲"))
    is_pensioner = forms.TypedChoiceField(
        label=gettext_lazy("در آن روز"), choices=[("yes", gettext_lazy("مستمری می‌گرفت")), ("no", gettext_lazy("هنوز مستمری نمی‌گرفت"))],
        coerce=lambda answer: answer == "yes", empty_value=None, widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("یکی را برگزینید.")},
    )  # fmt: skip
    pension = RialField(
        label=gettext_lazy("مستمری او در روز درگذشت (ریال در ماه)"), least=1, most=RIALS_MAX, required=False,
        help_text=gettext_lazy("تنها اگر مستمری می‌گرفت."),
    )  # fmt: skip
    is_work_accident = YesNoField(label=gettext_lazy("درگذشت از حادثهٔ کار یا بیماری حرفه‌ای بود؟"))
    record_years = WholeField(label=gettext_lazy("سابقهٔ بیمهٔ او: سال"), most=YEARS_MAX, required=False)
    record_months = WholeField(label=gettext_lazy("سابقهٔ بیمهٔ او: ماه افزون بر سال‌ها"), most=MONTHS_MAX, required=False)
    average = RialField(label=by_law(gettext_lazy("میانگین مزد مشمول بیمه در %(average_months)s آخر پرداخت (ریال در ماه)")), least=1, most=RIALS_MAX, required=False)
    days_ten_years = WholeField(
        label=by_law(gettext_lazy("روزهای بیمه در %(disability_record_years)s پیش از درگذشت")), most=DAYS_MAX, required=False,
        help_text=gettext_lazy("اگر ننویسید، می‌گیریم که تا پایان پیوسته بیمه بود."),
    )  # fmt: skip
    days_last_year = WholeField(label=gettext_lazy("روزهای بیمه در یک سال پیش از درگذشت"), most=DAYS_MAX, required=False)
    average_window = RialField(
        label=by_law(gettext_lazy("میانگین مزد در %(average_window_days)s پیش از درگذشت (ریال در ماه)")), least=1, most=RIALS_MAX, required=False,
        help_text=gettext_lazy("تنها اگر با میانگین بالا یکی نیست."),
    )  # fmt: skip
    wives = WholeField(label=gettext_lazy("شمار همسران با عقد دائم"), most=WIVES_MAX, required=False, help_text=gettext_lazy("اگر مردی درگذشته است."))
    husband_birth = JalaliDateField(label=gettext_lazy("روز تولد شوهر"), required=False, help_text=gettext_lazy("اگر زنی درگذشته است و شوهر دارد."))
    husband_held = ChecksField(label=gettext_lazy("شوهر"), choices=DEPENDANT, says_none=False)
    are_orphans = YesNoField(label=gettext_lazy("پدر و مادر فرزندان هر دو درگذشته‌اند؟"))
    father_birth = JalaliDateField(label=gettext_lazy("روز تولد پدر"), required=False, help_text=BIRTH_OR_EMPTY)
    father_held = ChecksField(label=gettext_lazy("پدر"), choices=DEPENDANT, says_none=False)
    mother_birth = JalaliDateField(label=gettext_lazy("روز تولد مادر"), required=False, help_text=BIRTH_OR_EMPTY)
    mother_held = ChecksField(label=gettext_lazy("مادر"), choices=MOTHER, says_none=False)

    sections = (
        Section(gettext_lazy("کسی که درگذشته است"), ("death_day", "is_pensioner", "pension")),
        Section(
            gettext_lazy("اگر هنوز مستمری نمی‌گرفت"), ("is_work_accident", "record_years", "record_months", "average"),
        ),
        Section(gettext_lazy("اگر بیمه‌اش بریده بود"), ("days_ten_years", "days_last_year", "average_window"), is_folded=True),
        Section(gettext_lazy("همسر"), ("wives",)),
        Section(gettext_lazy("شوهر، اگر زنی درگذشته است"), ("husband_birth", "husband_held"), is_folded=True),
        Section(gettext_lazy("فرزندان"), rows=[_row(row) for row in range(1, ROWS_AT_ONCE + 1)]),
        Section(gettext_lazy("فرزندان دیگر، یا فرزندان بی پدر و مادر"), ("are_orphans",), rows=[_row(row) for row in range(ROWS_AT_ONCE + 1, CHILD_ROWS + 1)], is_folded=True),
        Section(gettext_lazy("پدر و مادر او"), ("father_birth", "father_held", "mother_birth", "mother_held"), is_folded=True),
    )  # fmt: skip

    def __init__(self, *given, **more) -> None:
        super().__init__(*given, **more)
        for row in range(1, CHILD_ROWS + 1):
            kind, birth, state = _row(row)
            named = {"n": numbers.digits(row)}
            self.fields[kind] = forms.ChoiceField(label=_("فرزند %(n)s") % named, choices=CHILDREN, required=False)
            self.fields[birth] = JalaliDateField(label=_("روز تولد فرزند %(n)s") % named, required=False)
            self.fields[state] = forms.ChoiceField(label=_("حال فرزند %(n)s") % named, choices=STATES, required=False)

    def clean_death_day(self):
        died = self.cleaned_data["death_day"]
        if died and died > timezone.localdate():
            raise forms.ValidationError(_("این روز هنوز نیامده است؛ روز درگذشت را بنویسید."))
        return died

    def clean(self):
        cleaned = super().clean()
        self._check_pension(cleaned)
        if (cleaned.get("wives") or 0) and cleaned.get("husband_birth"):
            self.add_error("husband_birth", _("درگذشته یا زن داشته است یا شوهر؛ یکی از این دو را خالی بگذارید."))
        for row in range(1, CHILD_ROWS + 1):
            self._check_child(row, cleaned)
        named = [cleaned.get(name) for name in ("wives", "husband_birth", "father_birth", "mother_birth")]
        if not self.errors and not any([*named, *(cleaned.get(f"child_{row}") for row in range(1, CHILD_ROWS + 1))]):
            self.add_error("wives", _("دست‌کم یکی از بازماندگان را بنویسید: همسر، فرزند، پدر یا مادر."))
        return cleaned

    def _check_pension(self, cleaned: dict) -> None:
        if cleaned.get("is_pensioner") and cleaned.get("pension") is None and "pension" not in self.errors:
            self.add_error("pension", _("مستمری او را بنویسید؛ در فیش آخر او هست."))
        if cleaned.get("is_pensioner") is False:
            if cleaned.get("record_years") is None and cleaned.get("record_months") is None and "record_years" not in self.errors:
                self.add_error("record_years", _("سابقهٔ او را بنویسید: سال، ماه یا هر دو."))
            if cleaned.get("average") is None and "average" not in self.errors:
                self.add_error("average", _("میانگین مزد او را بنویسید؛ سهم از روی آن حساب می‌شود."))

    def _check_child(self, row: int, cleaned: dict) -> None:
        """A son is asked by his age; whoever has a birth or a state is a daughter or a son."""
        kind, birth, state = _row(row)
        born = cleaned.get(birth)
        if cleaned.get(kind) == "son" and not born and birth not in self.errors:
            self.add_error(birth, _("روز تولد پسر را بنویسید؛ حق او به سنش بسته است."))
        if not cleaned.get(kind) and (born or cleaned.get(state)):
            self.add_error(kind, _("بگویید فرزند %(n)s دختر است یا پسر.") % {"n": numbers.digits(row)})
        if born and born > timezone.localdate():
            self.add_error(birth, _("این روز هنوز نیامده است؛ روز تولد را بنویسید."))
        state_said, states = cleaned.get(state), STATES_OF.get(cleaned.get(kind) or "")
        if state_said and states is not None and state_said not in states:
            self.add_error(state, _("این حال با «دختر» یا «پسر» که برگزیدید نمی‌خواند؛ حال دیگری برگزینید."))
