"""Records of two funds: brought over (law of 1365-03-27), or taken together for one pension."""

from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import divide
from .rows import AggregateRequest, AggregateRight, FundShares, FundTransfer, TransferDue, TwoFunds

BY_DAYS = 0


@article("", law="transfer", in_force=("1365-03-27", "1399-09-25"), headline="difference",
         source="law of 1365-03-27 as remembered; courts differed on veterans until ruling 1151 of 1399-09-25")  # fmt: skip
def fund_transfer(moved: FundTransfer, law) -> TransferDue:
    """Whether a record comes over and what the person pays, before ruling 1151: of veterans a person decides."""
    if moved.is_pension_in_payment == 1:
        return TransferDue(0, 0, Outcome.TRANSFER_REFUSED_PENSION)
    if moved.premium_here <= moved.premium_there:
        return TransferDue(1, 0, Outcome.TRANSFER_WITHOUT_DIFFERENCE)
    difference = moved.premium_here - moved.premium_there
    if moved.is_veteran == 1:
        return TransferDue(0, 0, Outcome.UNKNOWN)
    return TransferDue(1, difference, Outcome.TRANSFER_WITH_DIFFERENCE)


@fund_transfer.amended("", law="transfer", in_force=("1399-09-25", None),
                       source="rulings 1151 of 1399-09-25 and 1203 of 1400-04-15")  # fmt: skip
def fund_transfer_since_1151(moved: FundTransfer, law) -> TransferDue:
    """Whether a record comes over and what the person pays: the difference of the premiums, veterans nothing."""
    if moved.is_pension_in_payment == 1:
        return TransferDue(0, 0, Outcome.TRANSFER_REFUSED_PENSION)
    if moved.premium_here <= moved.premium_there:
        return TransferDue(1, 0, Outcome.TRANSFER_WITHOUT_DIFFERENCE)
    difference = moved.premium_here - moved.premium_there
    if moved.is_veteran == 1:
        return TransferDue(1, 0, Outcome.TRANSFER_VETERAN_EXEMPT)
    return TransferDue(1, difference, Outcome.TRANSFER_WITH_DIFFERENCE)


@article("", law="aggregate", in_force=("1354-07-01", None), headline="is_granted", source="AGG; the first day was not found")
def aggregate_pension_right(request: AggregateRequest, law) -> AggregateRight:
    """Whether records of several funds are taken together; the first bar that is met is named."""
    if request.is_pension_in_payment == 1:
        return AggregateRight(0, 0, Outcome.AGGREGATE_REFUSED_PENSION)
    if request.is_active_in_last_fund == 0:
        return AggregateRight(0, 0, Outcome.AGGREGATE_REFUSED_NOT_ACTIVE)
    if request.is_transfer_settled == 1:
        return AggregateRight(0, 0, Outcome.AGGREGATE_REFUSED_SETTLED)
    if request.is_of_armed_forces_fund == 1:
        return AggregateRight(0, 0, Outcome.AGGREGATE_REFUSED_ARMED_FORCES)
    return AggregateRight(1, law.aggregate_enquiry_days, Outcome.AGGREGATE_GRANTED)


@article("", law="aggregate", in_force=("1354-07-01", None), headline="share_here",
         source="as remembered: each fund pays for its own years")  # fmt: skip
def aggregate_shares(both: TwoFunds, law) -> FundShares:
    """What each of two funds pays of one pension, by the days of record each holds; both make the whole."""
    record_days = both.record_days_here + both.record_days_there
    if record_days == 0:
        return FundShares(0, 0, Outcome.UNKNOWN)
    if law.aggregate_split != BY_DAYS:
        return FundShares(0, 0, Outcome.UNKNOWN)
    share_here = divide(both.pension_monthly * both.record_days_here, record_days, law.rounding_fund_share)
    share_there = both.pension_monthly - share_here
    return FundShares(share_here, share_there, Outcome.SHARES_BY_DAYS)
