"""Check a received list: everything the file itself and our records can tell, as findings (Arts 28, 30, 39)."""

from datetime import date, datetime

import numpy as np
from django.db import connection, transaction
from django.utils import timezone

from opentamin import law as laws
from opentamin.lists import Finding, ListPair, check, counts, read_upload
from opentamin.office.kit.copy import copy_columns
from opentamin.office.notices.actions import tell
from opentamin.office.registry.models import ContractRow
from opentamin.office.registry.queries import match_people

from ..declared import declared_columns
from ..models import ListFinding, ListRow, ListState, MonthlyList
from ..models.monthly_list import STANDING
from ..queries import workplace_facts
from ..reckoning import reckon
from .receive_list import content_of

LEVELS = {"error": 0, "warning": 1, "note": 2}


class NotWaiting(Exception):
    """The list was already checked, or withdrawn meanwhile."""


@transaction.atomic
def check_list(list_id: int, *, now: datetime, pair: ListPair | None = None) -> MonthlyList:
    """Check a received list and accept it or hand it back with its findings. Never refuses by itself: whatever is
    handed back can be mended and sent again. `pair` spares reading the documents again when they were just read."""
    received = _turn_of(list_id)
    if received.state != ListState.RECEIVED:
        raise NotWaiting(received.tracking)
    pair = pair or _read_again(received)
    arrived = timezone.localdate(received.received_at)
    law = laws.at(laws.days.month_first_day(received.month), known_on=now.date())
    declared = declared_columns(pair)
    people, found = _match(declared, on=arrived)
    findings = [*check(pair, law, today=arrived), *found, *_against_records(received)]
    if not any(finding.level == "error" for finding in findings):
        findings += _against_reckoning(received, pair, declared, law, arrived)
    findings.sort(key=lambda finding: (LEVELS[finding.level], finding.row or 0))
    _save(received, pair, declared, people, findings, now)
    return received


def _turn_of(list_id: int) -> MonthlyList:
    """The list, when its turn has come: lists of one workplace are checked one after the other, so that of two under one
    number the second sees that the first stands. New lists of the workplace may arrive meanwhile."""
    locked = MonthlyList.objects.select_for_update(of=("self", "workplace"), no_key=True)
    return locked.select_related("workplace").get(pk=list_id)


def _read_again(received: MonthlyList) -> ListPair:
    files = [(kept.document.name, kept.document.read()) for kept in received.documents.select_related("document")]
    [pair] = [pair for pair in read_upload(files) if content_of(pair) == received.content_sha256]
    return pair


def _match(declared: dict, *, on: date) -> tuple[np.ndarray, list[Finding]]:
    """Person of each row (0 where we know nobody yet), and rows whose numbers cannot name one person."""
    match = match_people(declared["national_id"], declared["insurance_number"], on=on)
    findings = [
        Finding(str(code), "error", row=row + 1, column="PER_NATCOD", seen=str(declared["national_id"][row]), facts={"insurance": str(declared["insurance_number"][row])})
        for row, code in match.conflicts
    ]
    return match.person_ids, [*findings, *_same_person_twice(match.person_ids, declared)]


def _same_person_twice(person_ids: np.ndarray, declared: dict) -> list[Finding]:
    """One person may stand in one row of a list; two rows may name the same person by two different numbers."""
    people, first, count = np.unique(person_ids, return_index=True, return_counts=True)
    twice = dict(zip(people[(count > 1) & (people > 0)].tolist(), first[(count > 1) & (people > 0)].tolist(), strict=True))
    return [
        Finding("person_twice", "error", row=row + 1, column="PER_NATCOD", seen=str(declared["national_id"][row]), facts={"other_row": twice[person] + 1})
        for row, person in enumerate(person_ids.tolist())
        if person in twice and row != twice[person]
    ]


def _against_records(received: MonthlyList) -> list[Finding]:
    """What our own records say against the list as a whole."""
    findings = _under_its_number(received)
    closed = received.workplace.closed_on
    if closed and closed <= laws.days.month_first_day(received.month):
        findings.append(Finding("workplace_closed", "error", column="DSK_MM", seen=str(received.month), facts={"day": _jalali(closed)}))
    if received.contract_row and not ContractRow.objects.filter(
        workplace=received.workplace, row=received.contract_row, valid__contains=laws.days.month_first_day(received.month)
    ).exists():
        findings.append(Finding("contract_row_unknown", "warning", column="MON_PYM", seen=received.contract_row))
    return findings


def _under_its_number(received: MonthlyList) -> list[Finding]:
    """Another list under this number: an assessed one is corrected by this list, one that waits stands in its way."""
    same = {name: getattr(received, name) for name in ("workplace", "month", "list_number", "contract_row")}
    others = list(MonthlyList.objects.filter(**same, state__in=STANDING, corrected_at=None).exclude(pk=received.pk).order_by("pk"))
    waiting = [other for other in others if other.state == ListState.ACCEPTED]
    if others and not waiting:
        [received.corrects] = others
    code, level = ("list_number_taken", "error") if waiting else ("list_corrects", "note")
    number = str(received.list_number)
    return [Finding(code, level, column="DSK_LISTNO", seen=number, facts={"tracking": other.tracking}) for other in waiting or others]


def _jalali(day: date) -> int:
    year, month, day_of_month = laws.days.jalali_from_date(day)
    return (year * 100 + month) * 100 + day_of_month


def _against_reckoning(received: MonthlyList, pair: ListPair, declared: dict, law, arrived: date) -> list[Finding]:
    """Where the file's employer share and unemployment premium differ from what the law of the month gives."""
    due = reckon(declared, month=received.month, workplace=workplace_facts(received, arrived, law), law=law).due
    return [
        Finding(
            "total_differs_from_assessment",
            "warning",
            column=column,
            seen=str(pair.header[column]),
            facts={"assessed": assessed},
        )
        for column, assessed in (("DSK_TKOSO", due.employer_share_own), ("DSK_BIC", due.unemployment))
        if column not in pair.left_out and int(pair.header.get(column) or 0) != assessed
    ]


def _save(received: MonthlyList, pair: ListPair, declared: dict, people, findings: list[Finding], now: datetime) -> None:
    errors = [finding for finding in findings if finding.level == "error"]
    received.state = ListState.RETURNED if errors else ListState.ACCEPTED
    received.checked_at = now
    received.workers_count = pair.workers_count
    received.days_total = int(declared["days"].sum())
    received.wage_total = int(declared["wage_insurable"].sum())
    found = counts(findings)  # with those that were counted and not kept
    received.error_count, received.warning_count = found["error"], found["warning"]
    received.error_rows_count = len({finding.row for finding in errors if finding.row})
    received.save()
    _save_findings(received, findings, declared)
    if received.state == ListState.ACCEPTED:
        _save_rows(received, declared, people)
    tell(
        ("workplace", received.workplace_id),
        f"list_{received.state}",
        {"tracking": received.tracking, "month": received.month, "errors": received.error_count},
        f"/lists/{received.tracking}/",
        now=now,
    )


def _save_findings(received: MonthlyList, findings: list[Finding], declared: dict) -> None:
    ListFinding.objects.bulk_create(
        (
            ListFinding(
                list=received,
                position=position,
                level=finding.level,
                code=finding.code,
                row=finding.row,
                column=finding.column or "",
                seen=finding.seen or "",
                name=_name(declared, finding.row),
                facts=finding.facts or {},
            )
            for position, finding in enumerate(findings)
        ),
        batch_size=2000,
    )


def _name(declared: dict, row: int | None) -> str:
    """The name in a row (from 1); a finding about the whole list has none."""
    if not row or row > len(declared["days"]):
        return ""
    return f"{declared['first_name'][row - 1]} {declared['last_name'][row - 1]}".strip()


def _save_rows(received: MonthlyList, declared: dict, people) -> None:
    count = len(declared["days"])
    copy_columns(
        ListRow._meta.db_table,
        {
            "list_id": np.full(count, received.id),
            "row": np.arange(1, count + 1),
            "person_id": np.ma.masked_equal(people, 0),
            **declared,
        },
    )
    with connection.cursor() as cursor:  # the planner must know the new rows before the next page asks for them
        if count > 20_000:
            cursor.execute(f'ANALYZE "{ListRow._meta.db_table}"')
