"""Art. 4: who is covered whether asked or not, who on request, and who is not."""

from ..contributions.limits import ceiling_of_days
from ..days import month_length
from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import portion
from .rows import (
    BOARD_MEMBER,
    CONTRACTOR,
    EMBASSY_STAFF,
    OWN_BUSINESS,
    SCHOLAR,
    TRAINEE,
    TRAINEE_WITHOUT_CONTRACT,
    AccidentPremium,
    Cover,
    ForeignMonth,
    WorkRelation,
)

OPEN, COVERED, OUTSIDE = 0, 1, 2


@article("4", law="ssl", in_force=("1354-07-01", None), headline="is_covered",
         source="boards on request: ruling 1182 of 1394-10-15; foreigners of convention 19: C-CON; the other rulings with their figures")
def compulsory_cover(work: WorkRelation, law) -> Cover:
    """Whether the compulsory scheme covers a person; the first bar that is met is named.

    Rulings bind from their day. Before it the courts differed, so the case goes to a person,
    as does a trainee without a work contract, of whom nothing was found.
    """
    if work.relation == CONTRACTOR and law.cover_of_contractors == OUTSIDE:
        return Cover(0, 0, Outcome.NOT_COVERED_CONTRACTOR)
    if work.relation == SCHOLAR and law.cover_of_scholars == OUTSIDE:
        return Cover(0, 0, Outcome.NOT_COVERED_SCHOLAR)
    if work.relation == EMBASSY_STAFF and law.cover_of_embassy_staff == OUTSIDE:
        return Cover(0, 0, Outcome.NOT_COVERED_EMBASSY_STAFF)
    if work.relation == CONTRACTOR or work.relation == SCHOLAR or work.relation == EMBASSY_STAFF:
        return Cover(0, 0, Outcome.UNKNOWN)
    if work.relation == TRAINEE_WITHOUT_CONTRACT:
        return Cover(0, 0, Outcome.UNKNOWN)
    if work.relation == TRAINEE and law.cover_of_trainees == OPEN:
        return Cover(0, 0, Outcome.UNKNOWN)
    if work.relation == OWN_BUSINESS:
        return Cover(0, 0, Outcome.NOT_COVERED_OWN_BUSINESS)
    if work.relation == BOARD_MEMBER and work.has_asked == 0:
        return Cover(0, 0, Outcome.NOT_COVERED_NOT_ASKED)
    if work.is_insured_elsewhere == 1:
        return Cover(0, 0, Outcome.NOT_COVERED_OTHER_FUND)
    if work.is_foreign == 1 and work.is_of_treaty_state == 1 and work.has_cover_at_home == 1:
        return Cover(1, 1, Outcome.COVER_ACCIDENT_ONLY)
    if work.relation == BOARD_MEMBER:
        return Cover(1, 0, Outcome.COVER_ON_REQUEST)
    if work.relation == TRAINEE:
        return Cover(1, 0, Outcome.COVER_OF_TRAINEE)
    return Cover(1, 0, Outcome.COVER_COMPULSORY)


@article("5", law="ssl", in_force=("1354-07-01", None), headline="premium", source="C-CON on foreigners of convention 19")
def accident_premium_of_foreigner(worked: ForeignMonth, law) -> AccidentPremium:
    """Premium of one month against work accidents only, on the wage up to the ceiling.

    Days beyond the month, or pay without a day of work, are for a person to judge.
    """
    days_in_month = month_length(worked.month)
    if worked.days > days_in_month:
        return AccidentPremium(0, 0, 0, Outcome.UNKNOWN)
    if worked.days == 0 and worked.wage_insurable > 0:
        return AccidentPremium(0, 0, 0, Outcome.UNKNOWN)
    if worked.days == 0:
        return AccidentPremium(0, 0, 0, Outcome.NO_DAYS)
    ceiling = ceiling_of_days(worked.days, law)
    wage_base = min(worked.wage_insurable, ceiling)
    premium = portion(wage_base, law.rate_accident_only, law.rounding_accident_premium)
    if worked.wage_insurable > ceiling:
        wage_cut = worked.wage_insurable - ceiling
        return AccidentPremium(premium, wage_base, wage_cut, Outcome.CUT_TO_CEILING)
    return AccidentPremium(premium, wage_base, 0, Outcome.COUNTED)
