"""Notes to Art. 76: thirty years at fifty (B), thirty-five at any age (C), the woman worker of forty-two (D)."""

from ..kinds import CareerDays, Flag, Months, RialsMonthly, Years, YearsThousandths
from ..machine.articles import article
from ..outcomes import Outcome
from ..pensions import years_of_service
from ..rounding import portion
from .reform import is_at_age_ceiling, moved_age_months, reformed_years
from .rows import THIRTY_FIVE_YEARS, THIRTY_YEARS, WOMAN_WORKER, PathAnswer

AGE_STAYS, AGE_MOVES = 0, 1
SERVICE_ADDED, UNCHANGED = 0, 1


@article("76", law="ssl", clause="note_1", in_force=("1371-12-16", "1403-05-03"), headline="is_entitled",
         absent=PathAnswer(0, THIRTY_YEARS, 0, 0, 0, Outcome.OLD_AGE_PATH_NOT_IN_FORCE),
         source="the note as it is printed; its text before 1371-12-16 was not seen")  # fmt: skip
def path_thirty_years(
    is_woman: Flag, is_construction_worker: Flag, is_reform_exempt: Flag, age: Years, age_months: Months,
    years: YearsThousandths, years_on_reform_day: YearsThousandths, law,
) -> PathAnswer:  # fmt: skip
    """Path B before the reform: fifty of a man, forty-five of a woman, with thirty years."""
    required_age = law.thirty_years_age_woman if is_woman == 1 else law.thirty_years_age_man
    required_years = law.thirty_years_service
    if is_construction_worker == 1:
        return PathAnswer(0, THIRTY_YEARS, 0, 0, 0, Outcome.OLD_AGE_NOT_FOR_CONSTRUCTION)
    if age < required_age:
        return PathAnswer(0, THIRTY_YEARS, required_age, 0, required_years, Outcome.OLD_AGE_TOO_YOUNG)
    if years < required_years:
        return PathAnswer(0, THIRTY_YEARS, required_age, 0, required_years, Outcome.OLD_AGE_SERVICE_SHORT)
    return PathAnswer(1, THIRTY_YEARS, required_age, 0, required_years, Outcome.OLD_AGE_BY_THIRTY_YEARS)


@path_thirty_years.amended("76", law="ssl", clause="note_1", in_force=("1403-05-03", None),
                           source="Art. 29 of the Seventh Plan")  # fmt: skip
def path_thirty_years_since_1403(
    is_woman: Flag, is_construction_worker: Flag, is_reform_exempt: Flag, age: Years, age_months: Months,
    years: YearsThousandths, years_on_reform_day: YearsThousandths, law,
) -> PathAnswer:  # fmt: skip
    """Path B since the reform: thirty years and the addition, up to thirty-five of a man and thirty of a woman.

    The choice named says whether the age asked moves with the service.
    """
    required_age = law.thirty_years_age_woman if is_woman == 1 else law.thirty_years_age_man
    old_years = law.thirty_years_service
    if is_construction_worker == 1:
        return PathAnswer(0, THIRTY_YEARS, 0, 0, 0, Outcome.OLD_AGE_NOT_FOR_CONSTRUCTION)
    required_years = reformed_years(is_woman, is_reform_exempt, years_on_reform_day, old_years, law)
    required_age_months = 0
    if age < required_age:
        return PathAnswer(0, THIRTY_YEARS, required_age, 0, required_years, Outcome.OLD_AGE_TOO_YOUNG)
    if law.reform_thirty_years_age == AGE_MOVES:
        age_moved = moved_age_months(is_woman, required_age, old_years, required_years, law)
        required_age_months = age_moved - required_age * 12
        if age_months < age_moved:
            return PathAnswer(
                0, THIRTY_YEARS, required_age, required_age_months, required_years, Outcome.OLD_AGE_TOO_YOUNG_BY_REFORM
            )
    if years < old_years:
        return PathAnswer(0, THIRTY_YEARS, required_age, required_age_months, required_years, Outcome.OLD_AGE_SERVICE_SHORT)
    if years < required_years and is_at_age_ceiling(is_woman, age, law) == 0:
        return PathAnswer(
            0, THIRTY_YEARS, required_age, required_age_months, required_years, Outcome.OLD_AGE_SERVICE_SHORT_BY_REFORM
        )
    return PathAnswer(1, THIRTY_YEARS, required_age, required_age_months, required_years, Outcome.OLD_AGE_BY_THIRTY_YEARS)


@article("76", law="ssl", clause="note_1", in_force=("1371-12-16", None), headline="is_entitled",
         absent=PathAnswer(0, THIRTY_FIVE_YEARS, 0, 0, 0, Outcome.OLD_AGE_PATH_NOT_IN_FORCE),
         source="the note as it is printed; its text before 1371-12-16 was not seen")  # fmt: skip
def path_thirty_five_years(years: YearsThousandths, law) -> PathAnswer:
    """Path C: thirty-five years at any age, of anyone and also since the reform, whose ceiling it is."""
    required_years = law.thirty_five_years_service
    if years < required_years:
        return PathAnswer(0, THIRTY_FIVE_YEARS, 0, 0, required_years, Outcome.OLD_AGE_SERVICE_SHORT)
    return PathAnswer(1, THIRTY_FIVE_YEARS, 0, 0, required_years, Outcome.OLD_AGE_BY_THIRTY_FIVE_YEARS)


@article("76", law="ssl", clause="note_4", in_force=("1371-12-16", "1403-05-03"), headline="is_entitled",
         absent=PathAnswer(0, WOMAN_WORKER, 0, 0, 0, Outcome.OLD_AGE_PATH_NOT_IN_FORCE),
         source="the note as it is printed; its text before 1371-12-16 was not seen")  # fmt: skip
def path_woman_worker(
    is_woman: Flag, is_construction_worker: Flag, is_reform_exempt: Flag, age: Years,
    labour_law_days: CareerDays, years_on_reform_day: YearsThousandths, law,
) -> PathAnswer:  # fmt: skip
    """Path D before the reform: a woman of forty-two with twenty years of work under the Labour Law."""
    if is_woman == 0:
        return PathAnswer(0, WOMAN_WORKER, 0, 0, 0, Outcome.OLD_AGE_NOT_WOMAN)
    if is_construction_worker == 1:
        return PathAnswer(0, WOMAN_WORKER, 0, 0, 0, Outcome.OLD_AGE_NOT_FOR_CONSTRUCTION)
    required_age = law.woman_worker_age
    required_years = law.woman_worker_service
    if age < required_age:
        return PathAnswer(0, WOMAN_WORKER, required_age, 0, required_years, Outcome.OLD_AGE_TOO_YOUNG)
    labour_years = years_of_service(labour_law_days, law)
    if labour_years < required_years:
        return PathAnswer(0, WOMAN_WORKER, required_age, 0, required_years, Outcome.OLD_AGE_LABOUR_RECORD_SHORT)
    return PathAnswer(1, WOMAN_WORKER, required_age, 0, required_years, Outcome.OLD_AGE_BY_WOMAN_WORKER)


@path_woman_worker.amended("76", law="ssl", clause="note_4", in_force=("1403-05-03", None),
                           source="Art. 29 of the Seventh Plan")  # fmt: skip
def path_woman_worker_since_1403(
    is_woman: Flag, is_construction_worker: Flag, is_reform_exempt: Flag, age: Years,
    labour_law_days: CareerDays, years_on_reform_day: YearsThousandths, law,
) -> PathAnswer:  # fmt: skip
    """Path D since the reform: its twenty years with or without the addition, by the choice named."""
    if is_woman == 0:
        return PathAnswer(0, WOMAN_WORKER, 0, 0, 0, Outcome.OLD_AGE_NOT_WOMAN)
    if is_construction_worker == 1:
        return PathAnswer(0, WOMAN_WORKER, 0, 0, 0, Outcome.OLD_AGE_NOT_FOR_CONSTRUCTION)
    required_age = law.woman_worker_age
    required_years = law.woman_worker_service
    if age < required_age:
        return PathAnswer(0, WOMAN_WORKER, required_age, 0, required_years, Outcome.OLD_AGE_TOO_YOUNG)
    labour_years = years_of_service(labour_law_days, law)
    if labour_years < required_years:
        return PathAnswer(0, WOMAN_WORKER, required_age, 0, required_years, Outcome.OLD_AGE_LABOUR_RECORD_SHORT)
    if law.reform_woman_worker == SERVICE_ADDED:
        required_years = reformed_years(is_woman, is_reform_exempt, years_on_reform_day, required_years, law)
    if labour_years < required_years and is_at_age_ceiling(is_woman, age, law) == 0:
        return PathAnswer(0, WOMAN_WORKER, required_age, 0, required_years, Outcome.OLD_AGE_SERVICE_SHORT_BY_REFORM)
    return PathAnswer(1, WOMAN_WORKER, required_age, 0, required_years, Outcome.OLD_AGE_BY_WOMAN_WORKER)


@article("76", law="ssl", clause="note_4", in_force=("1371-12-16", None), absent=0)
def woman_worker_pension(average_monthly: RialsMonthly, law) -> RialsMonthly:
    """Twenty days' pay of a month of thirty, whatever the service; the minimum of Art. 111 is not applied."""
    return portion(average_monthly, law.woman_worker_part, law.rounding_pension)
