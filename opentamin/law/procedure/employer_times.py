"""Times for employers and contractors: the list, the report of an accident, the clearance of a contract."""

from ..contributions.art_39 import ListDuty, list_deadline
from ..kinds import DayNumber
from ..machine.articles import article
from .counting import last_day_after_days, last_day_after_working_days, on_working_day
from .rows import LastDay


@article("39", law="ssl", in_force=("1354-07-01", None), headline="last_day", source="Ardestan branch, notice to employers")
def list_last_day(duty: ListDuty, law) -> LastDay:
    """Last day for the list and the premium of a month, moved to the next working day where it is a holiday."""
    day_counted = list_deadline(duty, law)
    return on_working_day(day_counted, day_counted, law)


@article("65", law="ssl", in_force=("1354-07-01", None), headline="last_day", source="APP")
def accident_report_last_day(accident_day: DayNumber, law) -> LastDay:
    """Last day for the employer to report a work accident."""
    return last_day_after_working_days(accident_day, law.accident_report_days, law)


@article("37", law="ssl", in_force=("1354-07-01", None), headline="last_day")
def transfer_answer_last_day(request_day: DayNumber, law) -> LastDay:
    """Last day for the organisation to answer a notary who asks before a business is transferred."""
    return last_day_after_days(request_day, law.transfer_answer_days, law)


@article("38", law="ssl", in_force=("1399-12-20", None), headline="last_day", source="C-CON")
def contractor_payment_last_day(service_day: DayNumber, law) -> LastDay:
    """Last day for the contractor once a final debt of the contract was served again."""
    return last_day_after_days(service_day, law.contractor_payment_days, law)


@article("38", law="ssl", in_force=("1399-12-20", None), headline="last_day", source="C-CON")
def assigner_payment_last_day(service_day: DayNumber, law) -> LastDay:
    """Last day for the assigner after the contractor's time; Art. 50 follows."""
    return last_day_after_days(service_day, law.assigner_payment_days, law)


@article("38", law="ssl", in_force=("1399-12-20", None), headline="last_day", source="C-CON")
def clearance_last_day(payment_day: DayNumber, law) -> LastDay:
    """Last day for the branch to hand out the clearance certificate after payment."""
    return last_day_after_working_days(payment_day, law.clearance_days, law)
