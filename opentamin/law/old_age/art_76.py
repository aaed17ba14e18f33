"""Art. 76: the normal age, with a required service that rose from ten years to twenty (path A)."""

from ..kinds import Flag, Months, Years, YearsThousandths
from ..machine.articles import article
from ..outcomes import Outcome
from .reform import is_at_age_ceiling, moved_age_months, reformed_years
from .rows import NORMAL_AGE, PathAnswer

SERVICE_ADDED, AGE_MOVES, UNCHANGED = 0, 1, 2


@article("76", law="ssl", in_force=("1354-07-01", "1386-08-09"))
def normal_retirement_age(is_woman: Flag, is_construction_worker: Flag, law) -> Years:
    """Sixty of a man, fifty-five of a woman."""
    return law.normal_age_woman if is_woman == 1 else law.normal_age_man


@normal_retirement_age.amended("76", law="ssl", in_force=("1386-08-09", None),
                               source="Art. 10 of the law on the insurance of construction workers")  # fmt: skip
def normal_retirement_age_since_1386(is_woman: Flag, is_construction_worker: Flag, law) -> Years:
    """Sixty of a man and of any construction worker, fifty-five of another woman."""
    if is_construction_worker == 1:
        return law.builder_age
    return law.normal_age_woman if is_woman == 1 else law.normal_age_man


@article("76", law="ssl", in_force=("1354-07-01", "1403-05-03"), headline="is_entitled")
def path_normal_age(
    is_woman: Flag, is_construction_worker: Flag, is_reform_exempt: Flag, age: Years, age_months: Months,
    years: YearsThousandths, years_on_reform_day: YearsThousandths, law,
) -> PathAnswer:  # fmt: skip
    """Path A before the reform: the normal age, and the service required in that year."""
    required_age = normal_retirement_age(is_woman, is_construction_worker, law)
    required_years = law.normal_age_years
    if age < required_age:
        return PathAnswer(0, NORMAL_AGE, required_age, 0, required_years, Outcome.OLD_AGE_TOO_YOUNG)
    if years < required_years:
        return PathAnswer(0, NORMAL_AGE, required_age, 0, required_years, Outcome.OLD_AGE_SERVICE_SHORT)
    return PathAnswer(1, NORMAL_AGE, required_age, 0, required_years, Outcome.OLD_AGE_BY_NORMAL_AGE)


@path_normal_age.amended("76", law="ssl", in_force=("1403-05-03", None), source="Art. 29 of the Seventh Plan")
def path_normal_age_since_1403(
    is_woman: Flag, is_construction_worker: Flag, is_reform_exempt: Flag, age: Years, age_months: Months,
    years: YearsThousandths, years_on_reform_day: YearsThousandths, law,
) -> PathAnswer:  # fmt: skip
    """Path A since the reform: at the normal age the service with its addition, at the ceiling of age the old one.

    The choices named say whether the addition lengthens the service, moves the age, or leaves this path alone.
    """
    required_age = normal_retirement_age(is_woman, is_construction_worker, law)
    required_years = law.normal_age_years
    if age < required_age:
        return PathAnswer(0, NORMAL_AGE, required_age, 0, required_years, Outcome.OLD_AGE_TOO_YOUNG)
    if years < required_years:
        return PathAnswer(0, NORMAL_AGE, required_age, 0, required_years, Outcome.OLD_AGE_SERVICE_SHORT)
    if law.reform_normal_age == UNCHANGED:
        return PathAnswer(1, NORMAL_AGE, required_age, 0, required_years, Outcome.OLD_AGE_BY_NORMAL_AGE)
    old_years = required_years
    required_years = reformed_years(is_woman, is_reform_exempt, years_on_reform_day, old_years, law)
    if law.reform_normal_age == AGE_MOVES:
        age_moved = moved_age_months(is_woman, required_age, old_years, required_years, law)
        required_age_months = age_moved - required_age * 12
        if age_months < age_moved:
            return PathAnswer(0, NORMAL_AGE, required_age, required_age_months, old_years, Outcome.OLD_AGE_TOO_YOUNG_BY_REFORM)
        return PathAnswer(1, NORMAL_AGE, required_age, required_age_months, old_years, Outcome.OLD_AGE_BY_NORMAL_AGE)
    if years < required_years and is_at_age_ceiling(is_woman, age, law) == 0:
        return PathAnswer(0, NORMAL_AGE, required_age, 0, required_years, Outcome.OLD_AGE_SERVICE_SHORT_BY_REFORM)
    return PathAnswer(1, NORMAL_AGE, required_age, 0, required_years, Outcome.OLD_AGE_BY_NORMAL_AGE)
