"""Debts of the demonstration's branch, through the office's own acts: what is late is prepared, and one notice waits for its employer."""

from datetime import datetime

from django.utils import timezone

from opentamin.office.accounts.models import User
from opentamin.office.debts.actions import issue_debt_notice, prepare_debts
from opentamin.office.debts.models import Debt
from opentamin.office.registry.models import Workplace


def show_late_debts(workplace_id: int, *, officer: User, now: datetime) -> int:
    """Prepare the debts of the branch as of today; issue the first of the demonstration's workplace. Returns how many were prepared."""
    branch_id = Workplace.objects.values_list("branch_id", flat=True).get(pk=workplace_id)
    workplaces = list(Workplace.objects.filter(branch=branch_id).values_list("pk", flat=True))
    prepared: list[Debt] = prepare_debts(timezone.localdate(now), by=officer, now=now, workplaces=workplaces)
    own = [debt for debt in prepared if debt.workplace_id == workplace_id and debt.is_enforceable]
    if own:
        issue_debt_notice(own[0].pk, by=officer, now=now)
    return len(prepared)
