"""Note 2 to Art. 76: retirement at any age after years of hazardous work, and what such a year counts."""

from ..kinds import CareerDays
from ..machine.articles import article
from ..outcomes import Outcome
from ..pensions import years_of_service
from ..rounding import portion
from .rows import HazardousCareer, HazardousRight

NO_RIGHT, RIGHT = 0, 1


@article("76", law="ssl", in_force=("1354-07-01", "1371-12-16"))
def service_with_hazardous(record_days: CareerDays, hazardous_days: CareerDays, law) -> CareerDays:
    """Days of record before hazardous work counted for more than itself."""
    return record_days


@service_with_hazardous.amended("76", law="ssl", clause="note_2", in_force=("1371-12-16", None))
def service_with_hazardous_since_1371(record_days: CareerDays, hazardous_days: CareerDays, law) -> CareerDays:
    """Days of record in which each day of hazardous work counts more than one, whatever path they are used on."""
    if hazardous_days == 0:
        return record_days
    days_weighted = portion(hazardous_days, law.hazardous_year_factor, law.rounding_hazardous_days)
    return record_days - hazardous_days + days_weighted


@article("76", law="ssl", clause="note_2", in_force=("1399-10-30", None), absent=0,
         source="rulings 1546-1547 of 1399-10-30")  # fmt: skip
def front_days_counted(front_days: CareerDays, law) -> CareerDays:
    """Days at the front as a volunteer that count as days of hazardous work: all of them."""
    return front_days


@article("76", law="ssl", clause="note_2", in_force=("1371-12-16", None), headline="is_entitled",
         absent=HazardousRight(0, 0, 0, 0, Outcome.HAZARDOUS_NOT_IN_FORCE),
         source="civil servants: rulings 695-699 of 1396-07-25; staff of the organisation: 1064-1082 and 1203-1204 of 1399-09-18")  # fmt: skip
def hazardous_right(career: HazardousCareer, law) -> HazardousRight:
    """Whether the years of hazardous work give retirement at any age.

    Twenty unbroken or twenty-five broken years; the organisation's own staff need the
    twenty-five. Who wore out before them may be retired by the medical commission.
    """
    if career.is_civil_servant == 1:
        return HazardousRight(0, 0, 0, 0, Outcome.HAZARDOUS_CIVIL_SERVANT)
    required_years = law.hazardous_years_unbroken
    if career.hazardous_days == 0:
        return HazardousRight(0, 0, 0, required_years, Outcome.HAZARDOUS_NO_RECORD)
    if career.hazardous_days_unbroken > career.hazardous_days:
        return HazardousRight(0, 0, 0, 0, Outcome.UNKNOWN)
    hazardous_years = years_of_service(career.hazardous_days, law)
    unbroken_years = years_of_service(career.hazardous_days_unbroken, law)
    if career.is_worn_out == 1 and law.hazardous_worn_out == RIGHT:
        return HazardousRight(1, hazardous_years, unbroken_years, 0, Outcome.HAZARDOUS_WORN_OUT)
    if career.is_sso_staff == 1:
        required_years = law.hazardous_years_staff
        if hazardous_years < required_years:
            return HazardousRight(0, hazardous_years, unbroken_years, required_years, Outcome.HAZARDOUS_STAFF_SHORT)
        return HazardousRight(1, hazardous_years, unbroken_years, required_years, Outcome.HAZARDOUS_STAFF_COMPLETE)
    if unbroken_years >= required_years:
        return HazardousRight(1, hazardous_years, unbroken_years, required_years, Outcome.HAZARDOUS_UNBROKEN_COMPLETE)
    if hazardous_years > unbroken_years:
        required_years = law.hazardous_years_broken
        if hazardous_years >= required_years:
            return HazardousRight(1, hazardous_years, unbroken_years, required_years, Outcome.HAZARDOUS_BROKEN_COMPLETE)
    return HazardousRight(0, hazardous_years, unbroken_years, required_years, Outcome.HAZARDOUS_YEARS_SHORT)
