"""A debt worked out again from what is known now."""

from datetime import date, timedelta

from opentamin import law as laws
from opentamin.office.contributions.models import MonthlyList

from .bills import bill_of_list, bill_of_paper, is_relief_in, latest_of_each_month, payments_of
from .differences import difference
from .models import Debt, DebtKind, Evidence, EvidenceKind
from .reckoning import Bill, Claim, claims_of, last_day_of


def claim_again(debt: Debt, *, known_on: date) -> Claim:
    """The claim of the debt's kind up to its day, by today's knowledge of list, papers and payments; one of nothing when its reason is gone."""
    if debt.kind == DebtKind.DIFFERENCE_ART_101:
        one = MonthlyList.objects.select_related("workplace", "assessment").get(pk=debt.list_id)
        claim = difference(one, debt.evidence, known_on=known_on)
        bill = claim.bill if claim else _bill(debt, known_on)
    else:
        bill = _bill(debt, known_on)
        claim = next((claim for claim in claims_of(bill, debt.day, known_on=known_on) if claim.kind == debt.kind), None)
    if claim is None:
        law = laws.at(laws.days.date_of(bill.last_day.last_day) + timedelta(days=1), known_on=known_on)
        claim = Claim(debt.kind, bill._replace(evidence_id=debt.evidence_id), law, (), {})
    return claim


def _bill(debt: Debt, known_on: date) -> Bill:
    if debt.list_id:
        one = MonthlyList.objects.select_related("workplace", "assessment").get(pk=debt.list_id)
        charge = one.assessment.journal_id
        deadline = last_day_of(one.month, is_relief_in(one.workplace, one.month), known_on=known_on)
        return bill_of_list(one, deadline, payments_of([charge])[charge])
    [paper] = latest_of_each_month(Evidence.objects.exclude(kind=EvidenceKind.LIST).filter(workplace=debt.workplace_id, month=debt.month))
    return bill_of_paper(paper, last_day_of(debt.month, is_relief_in(paper.workplace, debt.month), known_on=known_on), known_on=known_on)
