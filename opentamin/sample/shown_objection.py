"""One objection on the first day, through the office's own acts: a notice is handed over, and one line of its reasons is objected to."""

from datetime import datetime

from django.utils import timezone

from opentamin.office.accounts.models import User
from opentamin.office.debts.actions import issue_debt_notice
from opentamin.office.debts.models import Debt, DebtKind, DebtState
from opentamin.office.disputes.actions import Plea, file_objection
from opentamin.office.disputes.grounds import Ground
from opentamin.office.disputes.subjects import find_subject
from opentamin.office.notices.actions import CannotServe, prove_service
from opentamin.office.notices.models import Channel, Service

WORDS = "بخشی از این پول پیش از پایان مهلت پرداخت شده بود. رسید بانک را در پرداخت‌های همین کارگاه می‌بینید."


def show_objection(branch_id: int, *, office: User, officer: User, now: datetime) -> int:
    """Issue one more prepared debt of the branch, hand its letter over, and have the accounting office object; how many objections came."""
    workplaces = office.grants.values_list("scope_id", flat=True)
    prepared = Debt.objects.filter(workplace__branch=branch_id, workplace__in=workplaces, state=DebtState.PREPARED, is_enforceable=True)
    for debt in prepared.exclude(kind=DebtKind.DIFFERENCE_ART_101).order_by("pk"):
        try:
            issued = issue_debt_notice(debt.pk, by=officer, now=now, channel=Channel.IN_PERSON)
        except CannotServe:  # nobody is there to receive it
            continue
        service = Service.objects.get(paper=issued.paper)
        prove_service(service.pk, received_on=timezone.localdate(now), received_by="کارکنان کارگاه", by=officer, now=now)
        file_objection(find_subject(office, {"debt": issued.tracking, "line": "0"}), Plea([Ground.PAID], WORDS), by=office, now=now)
        return 1
    return 0
