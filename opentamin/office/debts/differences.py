"""Differences between a list and a paper of the same month, found while the list may still be checked (Arts 39, 101)."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from opentamin import law as laws
from opentamin.law import contributions, debts
from opentamin.office.contributions.models import ListRow, ListState, MonthlyList
from opentamin.office.contributions.queries import workplace_facts
from opentamin.office.contributions.reckoning import reckon

from .bills import bill_of_list, columns_of, is_relief_in, latest_of_each_month
from .models import DebtKind, Evidence, EvidenceKind
from .reckoning import Claim, Part, last_day_of


def differences_found(day: date, *, known_on: date, workplaces: Collection[int] | None = None) -> Iterator[Claim]:
    """What papers show beyond the list of their month. A paper of a month with several lists is left to a person."""
    lists = MonthlyList.objects.filter(workplace=OuterRef("workplace"), month=OuterRef("month"), state=ListState.ASSESSED, corrected_at__isnull=True)
    papers = Evidence.objects.exclude(kind=EvidenceKind.LIST).filter(month__lt=laws.days.month_of(day)).annotate(list_of_month=Subquery(lists.values("pk")[:1]))
    papers = papers.filter(list_of_month__isnull=False)
    if workplaces is not None:
        papers = papers.filter(workplace__in=workplaces)
    for paper in latest_of_each_month(papers):
        one = MonthlyList.objects.select_related("workplace", "assessment").get(pk=paper.list_of_month)
        if lists_of_month(one) == 1 and one.assessment.journal_id and (claim := difference(one, paper, known_on=known_on)):
            yield claim


def lists_of_month(one: MonthlyList) -> int:
    return MonthlyList.objects.filter(workplace=one.workplace_id, month=one.month, state=ListState.ASSESSED, corrected_at__isnull=True).count()


def difference(one: MonthlyList, paper: Evidence, *, known_on: date) -> Claim | None:
    """The claim for what a paper shows beyond a list: what the list would have come to, less what it asks."""
    law = laws.at(laws.days.month_first_day(one.month), known_on=known_on)
    arrived = timezone.localdate(one.received_at)
    found = reckon(columns_of(_merged(one, paper)), month=one.month, workplace=workplace_facts(one, arrived, law), law=law)
    more = found.due.due_total - one.assessment.due_total
    number = laws.days.number_of
    asked = debts.DifferenceFound(max(more, 0), number(arrived), number(paper.found_on), 0)
    damages = laws.explain(debts.difference_damages, asked, laws.at(paper.found_on, known_on=known_on))
    if more <= 0 or damages.outcome == laws.Outcome.UNKNOWN.name:
        return None
    node = laws.explain(contributions.list_due, found.facts, law)
    parts = (
        Part("list_due", found.facts._asdict(), found.due.due_total, paper.found_on, node),
        Part("difference_damages", asked._asdict(), 0, paper.found_on, damages),
    )
    deadline = last_day_of(one.month, is_relief_in(one.workplace, one.month), known_on=known_on)
    bill = bill_of_list(one, deadline, ())._replace(evidence_id=paper.pk)
    of_fund = found.due.unemployment - one.assessment.unemployment
    split = {"4620": more - of_fund, "4300": of_fund, "4500": found.due.state_share - one.assessment.state_share}
    return Claim(DebtKind.DIFFERENCE_ART_101, bill, law, parts, split, one.assessment.due_total)


def _merged(one: MonthlyList, paper: Evidence) -> list:
    """The list's rows with what the paper shows: more days or pay of a person of the list, and people it left out."""
    rows = list(ListRow.objects.filter(list=one).order_by("row"))
    for row in rows:
        row.wage = row.wage_insurable
    known = {("person", row.person_id): row for row in rows if row.person_id} | {("id", row.national_id): row for row in rows if row.national_id}
    for shown in paper.rows.order_by("row"):
        row = known.get(("person", shown.person_id)) or known.get(("id", shown.national_id))
        if row is None:
            rows.append(shown)
        else:
            row.days, row.wage = max(row.days, shown.days), max(row.wage, shown.wage)
    return rows
