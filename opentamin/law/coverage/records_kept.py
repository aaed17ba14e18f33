"""Arts 36, 39 and 101: records once accepted stay; lists may come late; what may found a right."""

from ..days import add_months
from ..kinds import DayNumber
from ..machine.articles import article
from ..outcomes import Outcome
from .rows import ListRecord, RecordKept, RecordState, RecordUsable, SupplementaryList, SupplementTaken


@article("39", law="ssl", in_force=("1354-07-01", None), source="ruling 849 of 1399-07-08")
def record_check_last_day(received_day: DayNumber, law) -> DayNumber:
    """Last day on which the organisation may check a list it received."""
    return add_months(received_day, law.record_check_months)


@article("39", law="ssl", in_force=("1354-07-01", "1399-07-08"), headline="is_kept",
         source="Arts 39 and 101 as cited in ruling 849; courts differed until it")  # fmt: skip
def record_deletion(record: ListRecord, law) -> RecordKept:
    """Whether a record stands against deletion, as read before ruling 849: after the time to check, a person decides."""
    if record.day < record.received_day:
        return RecordKept(0, record.received_day, Outcome.UNKNOWN)
    last_check_day = record_check_last_day(record.received_day, law)
    if record.is_list_accepted == 0:
        return RecordKept(0, last_check_day, Outcome.RECORD_NOT_ACCEPTED)
    if record.day <= last_check_day:
        return RecordKept(0, last_check_day, Outcome.RECORD_MAY_BE_CHECKED)
    return RecordKept(0, last_check_day, Outcome.UNKNOWN)


@record_deletion.amended("39", law="ssl", in_force=("1399-07-08", None), source="ruling 849 of 1399-07-08")
def record_deletion_since_849(record: ListRecord, law) -> RecordKept:
    """Whether a record stands against deletion: accepted and paid, it does once the time to check is over.

    The ruling speaks of records accepted and paid; an unpaid one is for a person to judge.
    """
    if record.day < record.received_day:
        return RecordKept(0, record.received_day, Outcome.UNKNOWN)
    last_check_day = record_check_last_day(record.received_day, law)
    if record.is_list_accepted == 0:
        return RecordKept(0, last_check_day, Outcome.RECORD_NOT_ACCEPTED)
    if record.day <= last_check_day:
        return RecordKept(0, last_check_day, Outcome.RECORD_MAY_BE_CHECKED)
    if record.is_premium_paid == 0:
        return RecordKept(0, last_check_day, Outcome.UNKNOWN)
    return RecordKept(1, last_check_day, Outcome.RECORD_STANDS)


@article("39", law="ssl", in_force=("1354-07-01", "1392-10-16"), headline="is_accepted",
         source="courts differed until ruling 703 of 1392-10-16")  # fmt: skip
def supplementary_list(handed: SupplementaryList, law) -> SupplementTaken:
    """Whether a list handed in later is accepted, as read before ruling 703: of the retired a person decides."""
    if handed.is_work_proved == 0:
        return SupplementTaken(0, Outcome.SUPPLEMENT_NOT_PROVED)
    if handed.is_retired == 1:
        return SupplementTaken(0, Outcome.UNKNOWN)
    return SupplementTaken(1, Outcome.SUPPLEMENT_ACCEPTED)


@supplementary_list.amended("39", law="ssl", in_force=("1392-10-16", None), source="ruling 703 of 1392-10-16")
def supplementary_list_since_703(handed: SupplementaryList, law) -> SupplementTaken:
    """Whether a list handed in later for months worked is accepted: retirement is no bar."""
    if handed.is_work_proved == 0:
        return SupplementTaken(0, Outcome.SUPPLEMENT_NOT_PROVED)
    if handed.is_retired == 1:
        return SupplementTaken(1, Outcome.SUPPLEMENT_AFTER_RETIREMENT)
    return SupplementTaken(1, Outcome.SUPPLEMENT_ACCEPTED)


@article("", law="records", in_force=("1354-07-01", None), headline="is_usable", source="C-REC")
def record_usable(state: RecordState, law) -> RecordUsable:
    """Whether a record may found a right: it is final, and no benefit has used it up."""
    if state.is_final == 0:
        return RecordUsable(0, Outcome.RECORD_NOT_FINAL)
    if state.is_used == 1:
        return RecordUsable(0, Outcome.RECORD_USED_UP)
    return RecordUsable(1, Outcome.RECORD_USABLE)
