"""Assess an accepted list by the law of its month: amounts, people's months, the books (Arts 28, 34, 36)."""

from datetime import datetime

import numpy as np
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from opentamin import law as laws
from opentamin.law import contributions as articles
from opentamin.office.accounts import gate
from opentamin.office.history.actions import write_months
from opentamin.office.kit import numbers
from opentamin.office.kit.binary_copy import copy_binary
from opentamin.office.kit.refusals import Refusal
from opentamin.office.ledger.actions import post
from opentamin.office.ledger.models import Journal
from opentamin.office.notices.actions import tell
from opentamin.office.records.actions import keep_document, note_act
from opentamin.office.registry.actions import register_provisional_people
from opentamin.office.registry.queries import kept_person_ids

from .. import corrections
from ..models import Assessment, ListState, MonthlyList, WorkerAssessment
from ..queries import declared_of, identities_of, workplace_facts
from ..reckoning import Reckoning, reckon

ROWS_TOLD_MAX, ROWS_SAID_MAX = 100, 10  # to a program, in a sentence


class NotAccepted(Refusal):
    """Only an accepted list that is not yet assessed can be assessed."""

    code = "not_accepted"
    sentence = _("این فهرست اکنون آمادهٔ محاسبه نیست؛ وضعیت آن را ببینید.")


class NumbersContested(Refusal):
    """Since the check somebody else was registered under a number of these rows (from 1): withdraw the list and send it again."""

    code = "numbers_contested"
    sentence = _("پس از بررسی، کس دیگری با شمارهٔ این ردیف‌ها ثبت شده است: %(rows)s. فهرست را پس بگیرید، شماره‌ها را بازبینی کنید و دوباره بفرستید.")

    def __init__(self, rows: list[int]) -> None:
        super().__init__(rows=rows[:ROWS_TOLD_MAX])

    def __str__(self) -> str:
        return str(self.sentence) % {"rows": "، ".join(numbers.grouped(row) for row in self.facts["rows"][:ROWS_SAID_MAX])}


@transaction.atomic
def assess_list(list_id: int, *, by, now: datetime) -> Assessment:
    """Assess, write the months into each person's record and post the journal: all in one transaction. Of a correction
    only what differs from the list it corrects is written and posted.

    Raises `NotAccepted` when the list has findings to mend, is assessed already or was withdrawn; `NumbersContested` when
    a row's numbers no longer name one person; `gate.NotAllowed` also when a correction takes something away from anybody's
    record and `by` is not of the branch. After any of them nothing is written.
    """
    accepted = MonthlyList.objects.select_for_update(of=("self",)).select_related("workplace").get(pk=list_id)
    gate.require(by, "list.assess", ("workplace", accepted.workplace_id), ("branch", accepted.workplace.branch_id))
    if accepted.state != ListState.ACCEPTED:
        raise NotAccepted(state=accepted.state)
    corrected = corrections.lock_corrected(accepted) if accepted.corrects_id else None
    declared = declared_of(accepted)
    law_day = laws.days.month_first_day(accepted.month)
    law = laws.at(law_day, known_on=now.date())
    arrived = timezone.localdate(accepted.received_at)
    result = reckon(declared, month=accepted.month, workplace=workplace_facts(accepted, arrived, law), law=law)
    people = _people(accepted, declared, by=by, now=now)
    _write_workers(accepted, declared, people, result)
    months = _months(people, result)
    if corrected:
        corrections.revise(accepted, corrected, months, by=by, now=now)
    else:
        write_months(source_kind="list", source_id=accepted.id, list_id=accepted.id, **_place(accepted), columns=months, now=now)
    journal = _post(accepted, result, corrected, now)
    if journal is not None and corrected:
        corrections.settle_difference(accepted, journal, by=by, now=now)
    assessment = _write_assessment(accepted, law, result, journal, corrected, by=by, now=now)
    accepted.state = ListState.ASSESSED
    accepted.assessed_at = now
    accepted.save(update_fields=["state", "assessed_at"])
    note_act(
        "list.assess",
        by=by,
        subject=("list", accepted.id),
        facts={"law": law.hash, "due_total": result.due.due_total},
        now=now,
    )
    tell(
        ("workplace", accepted.workplace_id),
        "list_assessed",
        {"tracking": accepted.tracking, "month": accepted.month, "due_total": result.due.due_total},
        f"/lists/{accepted.tracking}/amount/",
        now=now,
    )
    return assessment


def _people(accepted: MonthlyList, declared: dict, *, by, now: datetime) -> np.ndarray:
    """Person of every row: as the check found them, merged ones by the one kept; those we meet for the first time become
    provisional persons in one step."""
    people = kept_person_ids(declared["person_id"])
    unknown = np.flatnonzero(people == 0)
    if len(unknown):
        identities = identities_of(accepted, (unknown + 1).tolist())
        people[unknown] = register_provisional_people(identities, now=now, by=by)
    if not (people > 0).all():
        raise NumbersContested([row + 1 for row in np.flatnonzero(people == 0).tolist()])
    return people


_WORKER_COLUMNS = {
    "days": np.int16,
    "wage_insurable": np.int64,
    "is_unemployment_insured": bool,
    "is_hazardous": bool,
    "is_apprentice": bool,
    "wage_base": np.int64,
    "worker_share": np.int64,
    "wage_lifted": np.int64,
    "wage_cut": np.int64,
    "outcome": np.int16,
}


def _write_workers(accepted: MonthlyList, declared: dict, people: np.ndarray, result: Reckoning) -> None:
    columns = {name: result.workers[name].astype(kind) for name, kind in _WORKER_COLUMNS.items()}
    fields = {"list_id": np.int64(accepted.id), "row": declared["row"].astype(np.int32), "person_id": people, **columns}
    copy_binary(WorkerAssessment._meta.db_table, fields, len(people))


def _place(accepted: MonthlyList) -> dict:
    return {"month": accepted.month, "workplace_id": accepted.workplace_id, "contract_row": accepted.contract_row}


def _months(people: np.ndarray, result: Reckoning) -> dict[str, np.ndarray]:
    """What the list brings to each person's record."""
    return {
        "person_id": people,
        "days": result.workers["days"],
        "wage": result.workers["wage_base"],
        "is_hazardous": result.workers["is_hazardous"].astype(bool),
    }


def _post(accepted: MonthlyList, result: Reckoning, corrected: MonthlyList | None, now: datetime) -> Journal | None:
    """One journal: the employer owes what it remits, the state what the law lays on it. A correction moves the difference."""
    legs = legs_of(accepted.workplace_id, result.due, result.facts.worker_share_total)
    if corrected:
        before = corrected.assessment
        legs += [(*leg[:3], -leg[3]) for leg in legs_of(accepted.workplace_id, before, before.worker_share_total)]
        legs = corrections.summed(legs)
    if not any(amount for *_, amount in legs):
        return None  # nobody had a day of work, or a correction changes no amount: there is nothing to book
    return post(
        kind="list",
        subject=("list", accepted.id),
        on=timezone.localdate(now),
        legs=legs,
        reason=accepted.tracking,
        now=now,
    )


def legs_of(workplace_id: int, due, worker_share_total: int) -> list[tuple[str, str, int, int]]:
    """The legs of a list's journal. `due` has the amounts of `articles.ListDue`: that itself, or an Assessment."""
    workplace, state = ("workplace", workplace_id), ("state", 0)
    return [
        ("1100", *workplace, due.due_total),
        ("1200", *state, due.state_share + due.relief_state),
        ("4100", *workplace, -worker_share_total),
        ("4200", *workplace, -due.employer_share),
        ("4300", *workplace, -due.unemployment),
        ("4400", *workplace, -due.hazardous),
        ("4500", *state, -due.state_share),
    ]


def _write_assessment(accepted: MonthlyList, law, result: Reckoning, journal, corrected, *, by, now: datetime) -> Assessment:
    keep_law(law, by=by, now=now)
    node = laws.explain(articles.list_due, result.facts, law)
    return Assessment.objects.create(
        list=accepted,
        law_hash=law.hash,
        law_day=law.day,
        known_on=now.date(),
        facts=dict(result.facts._asdict()),
        trace_digest=laws.digest(node),
        wage_base_total=result.facts.wage_base_total,
        worker_share_total=result.facts.worker_share_total,
        **result.due._asdict(),
        due_before=corrected.assessment.due_total if corrected else 0,
        assessed_at=now,
        assessed_by=by,
        journal=journal,
    )


def keep_law(law, *, by, now: datetime) -> None:
    """The sources of every law an assessment rests on are kept, so that it can be explained by that very law later."""
    if law.hash in _KEPT:
        return
    keep_document(laws.archive.pack(), name=f"law-{law.hash}.zip", kind="law", media_type="application/zip", by=by, now=now)
    transaction.on_commit(lambda: _KEPT.add(law.hash))


_KEPT: set[str] = set()  # spares one look-up a list; filled only by what was really committed
