"""Facts and answers of the yearly increase and of the equalisation. Amounts are rials a month."""

from typing import Annotated, NamedTuple

from ..kinds import Code, DayNumber, Kind, RialsMonthly, one_of
from ..outcomes import Outcome

RaisedKind = one_of("raised_kind", "full", "partial_disability", "pro_rata")
# Points of a share, such as 50 of a wife and 25 of a child; small, so that they may multiply an amount.
SharePoints = Annotated[int, Kind("int16", 0, 4_095, "count")]


class PensionOfYear(NamedTuple):
    """A pension as it stood at the end of last year, without sums of equalisation.

    ``day`` is a day of the year of the increase. ``partial_disability`` is the pension of Art. 73; ``pro_rata`` one
    counted by years of the minimum wage, without the minimum of Art. 111. Survivors are one pension: their sum.
    """

    pension_monthly: RialsMonthly
    award_day: DayNumber
    day: DayNumber
    raised_kind: RaisedKind = 0  # type: ignore[valid-type]


class RaisedPension(NamedTuple):
    """The pension of this year: what the decree adds, and what Art. 111 adds after it."""

    raise_monthly: RialsMonthly
    pension_raised: RialsMonthly
    minimum_lift: RialsMonthly
    pension_monthly: RialsMonthly
    outcome: Code = Outcome.RAISED_AS_OTHER_LEVEL


class SurvivorsPension(NamedTuple):
    """The survivors' pension of one deceased, and one survivor's part: ``share_points`` of ``share_points_sum``."""

    pension_monthly: RialsMonthly
    award_day: DayNumber
    day: DayNumber
    share_points: SharePoints
    share_points_sum: SharePoints


class SurvivorRaised(NamedTuple):
    """The sum after the increase, and one survivor's part of it."""

    survivors_sum: RialsMonthly
    survivor_monthly: RialsMonthly
    outcome: Code = Outcome.RAISED_AS_OTHER_LEVEL


class EqualisedPension(NamedTuple):
    """A pension beside the one first awarded.

    ``pension_monthly`` is this year's, after the yearly increase and without sums of equalisation;
    ``equalised_monthly`` the sums of former steps, raised like it; the two ``…_at_award`` those of the year of award.
    """

    pension_monthly: RialsMonthly
    pension_at_award: RialsMonthly
    minimum_monthly_at_award: RialsMonthly
    award_day: DayNumber
    day: DayNumber
    equalised_monthly: RialsMonthly = 0


class Equalised(NamedTuple):
    """One step of the equalisation: the gap to be made good and the part of it this year adds."""

    gap: RialsMonthly
    step_monthly: RialsMonthly
    outcome: Code = Outcome.EQUALISED


class PensionInSteps(NamedTuple):
    """Last year's pension and last year's sum of equalisation, with what was first awarded."""

    pension_monthly: RialsMonthly
    equalised_monthly: RialsMonthly
    pension_at_award: RialsMonthly
    minimum_monthly_at_award: RialsMonthly
    award_day: DayNumber
    day: DayNumber
    raised_kind: RaisedKind = 0  # type: ignore[valid-type]


class YearPension(NamedTuple):
    """A pension of one year in three steps: increase, former equalisation raised, the new step."""

    pension_monthly: RialsMonthly
    equalised_monthly: RialsMonthly
    step_monthly: RialsMonthly
    minimum_lift: RialsMonthly
    pension_total: RialsMonthly
    outcome: Code = Outcome.RAISED_AS_OTHER_LEVEL
