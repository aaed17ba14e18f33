"""Art. 39: the monthly list and its premium have one last day."""

from typing import NamedTuple

from ..days import day_number, next_month
from ..kinds import DayNumber, Flag, Month
from ..machine.articles import article


class ListDuty(NamedTuple):
    """A month for which a list is due, and whether the workplace stands under the law of five workers."""

    month: Month
    is_relief_activity: Flag = 0


@article("39", law="ssl", in_force=("1354-07-01", None))
def list_deadline(duty: ListDuty, law) -> DayNumber:
    """Last day for the list and the premium, as a day number; holidays are not yet counted.

    The last day of the following month; workplaces under the law of five workers have longer in practice.
    """
    months = law.list_months
    if duty.is_relief_activity == 1:
        months = law.list_months_five_workers
    after = next_month(duty.month, months + 1)
    return day_number(after // 100, after % 100, 1) - 1
