"""Chapter on cover and record: who is covered, which days count, what stays, what is bought or brought over."""

from .art_4 import accident_premium_of_foreigner, compulsory_cover
from .days_of_record import days_of_month_counted, half_year_days, overlapping_month, record_of_months
from .purchase import bought_months_premium, broken_month_premium
from .records_kept import record_check_last_day, record_deletion, record_usable, supplementary_list
from .rows import (
    AccidentPremium,
    AggregateRequest,
    AggregateRight,
    BrokenMonth,
    BrokenMonthPriced,
    Cover,
    DaysCounted,
    ForeignMonth,
    FundShares,
    FundTransfer,
    ListRecord,
    MonthDays,
    RecordKept,
    RecordsCounted,
    RecordState,
    RecordUsable,
    SupplementaryList,
    SupplementTaken,
    TransferDue,
    TwoFunds,
    TwoRecords,
    WorkRelation,
)
from .two_funds import aggregate_pension_right, aggregate_shares, fund_transfer

__all__ = [
    "AccidentPremium", "AggregateRequest", "AggregateRight", "BrokenMonth", "BrokenMonthPriced", "Cover", "DaysCounted",
    "ForeignMonth", "FundShares", "FundTransfer", "ListRecord", "MonthDays", "RecordKept", "RecordState", "RecordUsable",
    "RecordsCounted", "SupplementTaken", "SupplementaryList", "TransferDue", "TwoFunds", "TwoRecords", "WorkRelation",
    "accident_premium_of_foreigner", "aggregate_pension_right", "aggregate_shares", "bought_months_premium",
    "broken_month_premium", "compulsory_cover", "days_of_month_counted", "fund_transfer", "half_year_days",
    "overlapping_month", "record_check_last_day", "record_deletion", "record_of_months", "record_usable",
    "supplementary_list",
]  # fmt: skip
