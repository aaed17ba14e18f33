"""What pages list of debts: each with its day of service, last day to object and what is open of it; lists soon beyond checking."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, time

from django.db.models import QuerySet
from django.utils import timezone

from opentamin import law as laws
from opentamin.law import coverage
from opentamin.office.contributions.models import ListState, MonthlyList
from opentamin.office.notices import recipients

from .models import Debt
from .queries import remaining_of_debt, remedy_from

CHECK_DAYS_AHEAD = 30


def with_service(debts: Iterable[Debt]) -> list[Debt]:
    """The same debts (of `queries`, which know their day of service), each with `remedy` and `remaining`."""
    shown = list(debts)
    for debt in shown:
        debt.remedy = remedy_from(debt.service_day) if debt.service_day else None
        debt.remaining = remaining_of_debt(debt) if debt.is_standing else 0
    return shown


def with_obstacle(debts: Iterable[Debt]) -> list[Debt]:
    """The same debts, each with the sentence of what stands in the way of serving its letter, or nothing."""
    shown = list(debts)
    for debt in shown:
        code = recipients.obstacle_to(("workplace", debt.workplace_id))
        debt.obstacle = recipients.words_of(code) if code else ""
    return shown


def lists_to_check(branches: Collection[int], today: date, *, everywhere: bool = False) -> QuerySet[MonthlyList]:
    """Assessed lists whose time to be checked ends within thirty days, the earliest first (Arts 39, 101)."""
    months = laws.at(today).record_check_months
    number = laws.days.number_of
    since, until = (laws.days.date_of(laws.days.add_months(number(today) + ahead, -months)) for ahead in (0, CHECK_DAYS_AHEAD))
    start, end = (timezone.make_aware(datetime.combine(day, moment)) for day, moment in ((since, time.min), (until, time.max)))
    lists = MonthlyList.objects.filter(state=ListState.ASSESSED, received_at__gte=start, received_at__lte=end)
    return (lists if everywhere else lists.filter(workplace__branch__in=branches)).select_related("workplace").order_by("received_at", "pk")


def check_last_day(one: MonthlyList) -> date:
    """The last day on which the organisation may check a list."""
    arrived = timezone.localdate(one.received_at)
    return laws.days.date_of(coverage.record_check_last_day(laws.days.number_of(arrived), laws.at(arrived)))
