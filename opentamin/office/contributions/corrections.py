"""What a correction does that a first list does not: it finds what it corrects, and touches only who changes."""

from datetime import datetime

import numpy as np
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.history.actions import revise_months
from opentamin.office.kit.refusals import Refusal
from opentamin.office.ledger.models import Journal
from opentamin.office.ledger.queries import charge_of
from opentamin.office.notices.actions import tell
from opentamin.office.payments.actions import settle_correction
from opentamin.office.records.actions import note_act

from .models import ListState, MonthlyList

Leg = tuple[str, str, int, int]


def lock_corrected(accepted: MonthlyList) -> MonthlyList:
    """The list it corrects, locked: it stands corrected by nothing else, which the database also keeps (list_corrected_once)."""
    corrected = MonthlyList.objects.select_for_update(of=("self",)).select_related("assessment").get(pk=accepted.corrects_id)
    assert corrected.corrected_at is None, "one correction of a list stands at a time"
    accepted.corrects = corrected
    return corrected


def chain_of(one: MonthlyList) -> list[int]:
    """Ids of the lists this one stands in place of, the latest first."""
    chain, before = [], one.corrects_id
    while before:
        chain.append(before)
        before = MonthlyList.objects.values_list("corrects_id", flat=True).get(pk=before)
    return chain


def standing_of(one: MonthlyList) -> MonthlyList:
    """The list that stands now in place of this one: itself, unless it was corrected."""
    while one.corrected_at:
        one = one.corrections.select_related("assessment").get(state=ListState.ASSESSED)
    return one


class NeedsBranch(Refusal):
    """A correction that takes from somebody's record is made final by the branch alone."""

    code = "needs_branch"
    status = 403
    sentence = _("این تصحیح از سابقهٔ کسی می‌کاهد؛ کارشناس شعبه باید آن را ثبت کند.")


def revise(accepted: MonthlyList, corrected: MonthlyList, months: dict[str, np.ndarray], *, by, now: datetime) -> None:
    """Bring the records to what the correction says, mark the corrected list, and tell whose month became less. Raises NeedsBranch."""
    try:
        revision = revise_months(
            replaces=chain_of(accepted),
            list_id=accepted.id,
            branch_id=accepted.workplace.branch_id,
            month=accepted.month,
            workplace_id=accepted.workplace_id,
            contract_row=accepted.contract_row,
            columns=months,
            by=by,
            now=now,
        )
    except NotAllowed as refusal:
        raise NeedsBranch from refusal
    corrected.corrected_at = now
    corrected.save(update_fields=["corrected_at"])
    note_act(
        "list.correct",
        by=by,
        subject=("list", corrected.id),
        facts={"by_list": accepted.id, "reduced": len(revision.reduced)},
        now=now,
    )
    for person in revision.reduced:
        facts = {"month": accepted.month, "workplace": accepted.workplace.name}
        tell(("person", person), "month_reduced", facts, f"/record/{accepted.month}/", now=now)


def settle_difference(accepted: MonthlyList, journal: Journal, *, by, now: datetime) -> None:
    """Where the correction asks for less, what it corrects is open by that much less; what had been paid over is the employer's credit."""
    charges = [charge_of("list", ("list", list_id)) for list_id in chain_of(accepted)]
    settle_correction(journal, [one for one in charges if one], accepted.workplace_id, by=by, now=now, reason=accepted.tracking)


def summed(legs: list[Leg]) -> list[Leg]:
    """Legs of one account and party as one."""
    sums: dict[tuple[str, str, int], int] = {}
    for *account, amount in legs:
        sums[tuple(account)] = sums.get(tuple(account), 0) + amount
    return [(*account, amount) for account, amount in sums.items() if amount]
