"""What one path pays, whichever path it is."""

from ..kinds import CareerDays, YearsThousandths
from ..machine.articles import article
from ..outcomes import Outcome
from ..pensions import AveragedWages, average_wage, old_age_not_under_minimum, pension_of_years
from .art_76_notes import woman_worker_pension
from .low_service import low_service_pension, low_service_years
from .rows import LOW_SERVICE, WOMAN_WORKER, OldAgePath, PathPension
from .service import years_pensioned


@article("77", law="ssl", in_force=("1354-07-01", None), headline="pension_monthly")
def path_pension(
    path: OldAgePath, years: YearsThousandths, counted_days: CareerDays, favour_days: CareerDays, bought_days: CareerDays,
    wages: AveragedWages, law,
) -> PathPension:  # fmt: skip
    """The pension of a month by one path; whether the path is open, ``old_age_paths`` says.

    Low service is paid on the minimum wage, the woman worker's twenty days' pay has no minimum, every other path
    pays the average by its years. Wages that make no average of two years are for a person to judge.
    """
    if path == LOW_SERVICE:
        pension_monthly = low_service_pension(years, bought_days, law)
        return PathPension(pension_monthly, 0, low_service_years(years, bought_days, law), Outcome.PENSION_ON_MINIMUM)
    averaged = average_wage(wages, law)
    if averaged.months_averaged == 0:
        return PathPension(0, 0, years, Outcome.UNKNOWN)
    if path == WOMAN_WORKER:
        pension_monthly = woman_worker_pension(averaged.average_monthly, law)
        return PathPension(pension_monthly, averaged.average_monthly, years, Outcome.PENSION_OF_TWENTY_DAYS)
    years_counted = years
    if favour_days > 0:
        years_counted = years_pensioned(path, counted_days, favour_days, years, law)
    pension = pension_of_years(averaged.average_monthly, years_counted, law)
    pension_monthly = old_age_not_under_minimum(pension, years_counted, law)
    return PathPension(pension_monthly, averaged.average_monthly, years_counted, Outcome.PENSION_OF_YEARS)
