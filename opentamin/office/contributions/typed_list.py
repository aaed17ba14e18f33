"""A list made here: rows typed on a page, or carried over from the last list, become the same document a program would send.

What follows from what is typed is worked out here (pay of the month, what of it is insurable) and by the law (each
premium); the document then goes through the same acts as every other."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np

from opentamin import law as laws
from opentamin.office.registry.models import Workplace
from opentamin.office.registry.queries import code_of

from .models import ListRow, ListState, MonthlyList
from .models.list_row import DECLARED
from .queries import workplace_facts
from .reckoning import Reckoning, reckon
from .sent_files import Rows

TYPED_TEXTS = ("insurance_number", "national_id", "first_name", "last_name", "father_name", "birth_certificate", "birth_date", "sex", "nationality", "job_title", "job_code", "start_date", "end_date")  # fmt: skip
NOBODY_WORKED = "در این ماه کسی کار نکرده است"
Row = Mapping[str, Any]


def rows_to_carry(workplace: Workplace, most: int) -> list[dict[str, Any]]:
    """Whoever stood in the workplace's last standing list and has not left, as rows to type on: everything but the month's own."""
    standing = MonthlyList.objects.filter(workplace=workplace, contract_row="", corrected_at=None, workers_count__gt=0)
    last = standing.filter(state__in=[ListState.ACCEPTED, ListState.ASSESSED]).order_by("-month", "list_number", "-pk").first()
    return rows_of(last, most, without_leavers=True) if last else []


def rows_of(one: MonthlyList, most: int, *, without_leavers: bool = False) -> list[dict[str, Any]]:
    """Rows of an accepted list as typed. Sums of other pay are what is above the insurable pay."""
    kept = ListRow.objects.filter(list=one).order_by("row")
    kept = kept.filter(end_date="") if without_leavers else kept
    return [
        {name: getattr(row, name) for name in (*TYPED_TEXTS, "days", "wage_daily", "benefits_monthly")}
        | {"other_monthly": max(0, row.wage_all - row.wage_insurable), "start_date": "" if without_leavers else row.start_date}
        for row in kept[:most]
    ]


def columns_of(rows: Sequence[Row], workplace: Workplace, month: int, today: date) -> tuple[dict[str, list], Reckoning]:
    """The workers' columns by field name, and what the law of the month makes of them."""
    days = np.array([row["days"] for row in rows], np.int64)
    daily = np.array([row["wage_daily"] for row in rows], np.int64)
    benefits = np.array([row["benefits_monthly"] or 0 for row in rows], np.int64)
    insurable = daily * days + benefits
    texts = {name: [str(row.get(name) or "") for row in rows] for name in TYPED_TEXTS}
    law = laws.at(laws.days.month_first_day(month), known_on=today)
    facts = workplace_facts(MonthlyList(workplace=workplace, month=month), today, law)
    # More days than the month has cannot be reckoned with; the check then says so on its row.
    declared = {**texts, "days": np.minimum(days, laws.days.month_length(month)), "wage_insurable": insurable}
    result = reckon(declared, month=month, workplace=facts, law=law)
    amounts = {
        "days": days,
        "wage_daily": daily,
        "wage_monthly": daily * days,
        "benefits_monthly": benefits,
        "wage_insurable": insurable,
        "wage_all": insurable + np.array([row["other_monthly"] or 0 for row in rows], np.int64),
        "worker_share": result.workers["worker_share"],
    }
    named = {DECLARED[name][0]: column for name, column in texts.items()}
    return named | {DECLARED[name][0]: [int(value) for value in column] for name, column in amounts.items()}, result


def header_of(workplace: Workplace, month: int, number: int, today: date) -> dict[str, Any]:
    return {
        "DSK_ID": code_of(workplace, today),
        "DSK_NAME": workplace.name,
        "DSK_FARM": workplace.employer.name,
        "DSK_ADRS": workplace.address,
        "month": month,
        "DSK_LISTNO": f"{number:04d}",
    }


def document_of(header: Mapping[str, Any], columns: Mapping[str, Iterable]) -> tuple[str, bytes]:
    """The list as a JSON document, as the reader of lists takes it."""
    rows = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
    return "list.json", json.dumps({"header": header, "workers": rows}, ensure_ascii=False).encode()


def nobody_worked(workplace: Workplace, month: int, today: date) -> tuple[str, bytes]:
    """The word that the workplace had no worker in the month."""
    header = header_of(workplace, month, 1, today) | {"DSK_DISC": NOBODY_WORKED}
    return "nobody.json", json.dumps({"header": header, "workers": [], "nobody_worked": True}, ensure_ascii=False).encode()


def next_number(workplace: Workplace, month: int) -> int:
    """A list number that no list of the month has yet: for people who were left out of the first."""
    numbers = MonthlyList.objects.filter(workplace=workplace, month=month, contract_row="").exclude(state=ListState.WITHDRAWN)
    return 1 + max(numbers.values_list("list_number", flat=True), default=0)


def ready_sheet(workplace: Workplace, month: int, most: int, today: date) -> Rows:
    """Last list's people as the month's list to write on: full months at their daily wage, premiums by the law."""
    length = laws.days.month_length(month)
    carried = [{**row, "days": length} for row in rows_to_carry(workplace, most)]
    columns = columns_of(carried, workplace, month, today)[0] if carried else {field: [] for field, _kind in DECLARED.values()}
    header = header_of(workplace, month, 1, today)
    said = {name: str(value) for name, value in header.items() if name != "month"}
    return Rows(
        list(columns),
        [[str(value) for value in values] for values in columns.values()],
        said | {"DSK_YY": str(month // 100), "DSK_MM": str(month % 100)},
    )
