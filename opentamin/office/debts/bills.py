"""What months ask of workplaces, out of lists, papers and payments: the bills that `reckoning.claims_of` looks at."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cache
from itertools import islice

import numpy as np
from django.db.models import Case, DateField, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce
from django.utils import timezone

from opentamin import law as laws
from opentamin.law import contributions, procedure
from opentamin.office.contributions.corrections import standing_of
from opentamin.office.contributions.listings import is_relief_activity
from opentamin.office.contributions.models import ListState, MonthlyList
from opentamin.office.contributions.models.monthly_list import STANDING as STANDING_LISTS
from opentamin.office.contributions.reckoning import Reckoning, WorkplaceFacts, reckon
from opentamin.office.ledger.queries import standing_settlements
from opentamin.office.registry.models import HazardousOccupation

from .models import STANDING, Debt, DebtKind, Evidence, EvidenceKind
from .reckoning import Bill, Paid, is_past, last_day_of

LISTS_AT_ONCE = 500


def bills_of_lists(day: date, *, known_on: date, workplaces: Collection[int] | None = None) -> Iterator[Bill]:
    """Bills of assessed lists that came late, or were not wholly paid by their last day."""
    deadline = cache(lambda month, is_relief: last_day_of(month, is_relief, known_on=known_on))
    lists = perhaps_late(day, known_on=known_on, workplaces=workplaces)
    lists = lists.select_related("workplace", "assessment").order_by("pk").iterator(chunk_size=LISTS_AT_ONCE)
    while some := list(islice(lists, LISTS_AT_ONCE)):
        paid = payments_of([one.assessment.journal_id for one in some])
        for one in some:
            bill = bill_of_list(one, deadline(one.month, is_relief_in(one.workplace, one.month)), paid[one.assessment.journal_id])
            if is_past(bill.last_day, day) and (is_past(bill.last_day, bill.arrived) or _paid_by(bill) < bill.asked):
                yield bill


def perhaps_late(day: date, *, known_on: date, workplaces: Collection[int] | None = None) -> QuerySet[MonthlyList]:
    """Lists an article has yet to be asked about: all but those that came and were wholly paid by the shortest last day there is.

    A correction keeps the place of the list it corrects: it is neither late by itself nor owed a second time. The word that nobody
    worked holds no place for the list that shows otherwise.
    """
    first = Q(corrects=None) | Q(corrects__workers_count=0)
    lists = MonthlyList.objects.filter(first, state=ListState.ASSESSED, assessment__journal__isnull=False, month__lt=laws.days.month_of(day))
    if workplaces is not None:
        lists = lists.filter(workplace__in=workplaces)
    months = lists.order_by().values_list("month", flat=True).distinct()
    shortest = [When(month=month, then=Value(_shortest_last_day(month, known_on))) for month in months]
    paid = standing_settlements().filter(charge=OuterRef("assessment__journal"), on__lte=OuterRef("shortest")).order_by()
    in_time = Q(received_at__date__lte=F("shortest"), paid__gte=F("assessment__due_total"))
    lists = lists.annotate(shortest=Case(*shortest, default=Value(date.min), output_field=DateField()))
    return lists.annotate(paid=Coalesce(Subquery(paid.values("charge").annotate(sum=Sum("amount")).values("sum")), 0)).exclude(in_time)


def _shortest_last_day(month: int, known_on: date) -> date:
    """The last day of a month's list with or without the law of five workers, whichever is sooner."""
    return laws.days.date_of(min(last_day_of(month, is_relief, known_on=known_on).last_day for is_relief in (False, True)))


def bill_of_list(one: MonthlyList, last_day: procedure.LastDay, paid: Iterable[Paid]) -> Bill:
    """The bill of one assessed list: of one that was corrected no more than what stands now."""
    assessment = min(one.assessment, standing_of(one).assessment, key=lambda made: made.due_total)
    return Bill(
        workplace_id=one.workplace_id,
        month=one.month,
        list_id=one.pk,
        evidence_id=None,
        premium=assessment.due_total - assessment.unemployment,
        unemployment=assessment.unemployment,
        state_share=0,
        arrived=timezone.localdate(one.received_at),
        last_day=last_day,
        paid=tuple(paid),
    )


def bills_of_papers(day: date, *, known_on: date, workplaces: Collection[int] | None = None) -> Iterator[Bill]:
    """Bills of months without any list, worked out from papers of the very month (Art. 40)."""
    stands = MonthlyList.objects.filter(workplace=OuterRef("workplace"), month=OuterRef("month"), state__in=[*STANDING_LISTS, ListState.RECEIVED])
    papers = Evidence.objects.exclude(kind=EvidenceKind.LIST).filter(~Exists(stands), month__lt=laws.days.month_of(day))
    if workplaces is not None:
        papers = papers.filter(workplace__in=workplaces)
    for paper in latest_of_each_month(papers):
        last_day = last_day_of(paper.month, is_relief_in(paper.workplace, paper.month), known_on=known_on)
        if is_past(last_day, day):
            yield bill_of_paper(paper, last_day, known_on=known_on)


def latest_of_each_month(papers) -> Iterator[Evidence]:
    """The latest paper of each workplace and month: it is the one the organisation stands by."""
    return papers.select_related("workplace").order_by("workplace", "month", "-found_on", "-pk").distinct("workplace", "month").iterator()


def bill_of_paper(paper: Evidence, last_day: procedure.LastDay, *, known_on: date) -> Bill:
    """The bill of one paper. Without a list there is no list in time: help of the five-worker law is not given."""
    law = laws.at(laws.days.month_first_day(paper.month), known_on=known_on)
    found = reckon_paper(paper, law)
    paid = [pair for debt in Debt.objects.filter(evidence__workplace=paper.workplace_id, month=paper.month, kind=DebtKind.ASSESSED_ART_40, state__in=STANDING) for pair in payments_of([debt.journal_id])[debt.journal_id]]
    return Bill(
        workplace_id=paper.workplace_id,
        month=paper.month,
        list_id=None,
        evidence_id=paper.pk,
        premium=found.due.due_total - found.due.unemployment,
        unemployment=found.due.unemployment,
        state_share=found.due.state_share,
        arrived=None,
        last_day=last_day,
        paid=tuple(paid),
        node=laws.explain(contributions.list_due, found.facts, law),
        facts=found.facts._asdict(),
    )


def reckon_paper(paper: Evidence, law) -> Reckoning:
    """What the law of the month makes of the workers a paper shows."""
    rows = list(paper.rows.order_by("row"))
    return reckon(columns_of(rows), month=paper.month, workplace=facts_of(paper.workplace, paper.month), law=law)


def columns_of(rows: Iterable) -> dict:
    """Rows of a paper as the columns an assessment reads."""
    return {
        "days": np.array([row.days for row in rows], np.int64),
        "wage_insurable": np.array([row.wage for row in rows], np.int64),
        "nationality": [row.nationality for row in rows],
        "job_code": [row.job_code for row in rows],
        "job_title": [row.job_title for row in rows],
    }


def facts_of(workplace, month: int) -> WorkplaceFacts:
    """What is recorded of the workplace for a month without a list in time."""
    first = laws.days.month_first_day(month)
    jobs = HazardousOccupation.objects.filter(workplace=workplace, valid__contains=first)
    return WorkplaceFacts(is_relief_activity=is_relief_in(workplace, month), hazardous_jobs=frozenset(jobs.values_list("job_code", flat=True)), is_list_in_time=False)


def is_relief_in(workplace, month: int) -> bool:
    """Whether the workplace stood under the five-worker law in a month."""
    return is_relief_activity(workplace, laws.days.month_first_day(month))


def payments_of(charges: Collection[int]) -> dict[int, list[Paid]]:
    """{charge: [(day it counts as paid, rials)]} of these journals, in one query."""
    found: dict[int, list[Paid]] = defaultdict(list)
    for charge, on, amount in standing_settlements().filter(charge__in=charges).values_list("charge_id", "on", "amount"):
        found[charge].append((on, amount))
    return found


def _paid_by(bill: Bill) -> int:
    """Rials paid by the last day, by the reading best for the employer."""
    return sum(amount for on, amount in bill.paid if not is_past(bill.last_day, on))
