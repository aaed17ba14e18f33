"""Issue a prepared debt: the books, the letter and its service, in the name of one officer."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.ledger.actions import post
from opentamin.office.ledger.models import Journal
from opentamin.office.notices.actions import serve
from opentamin.office.notices.models import Channel
from opentamin.office.payments.actions import settle_correction
from opentamin.office.records.actions import issue_paper, note_act

from ..letters.notice import PAPER_KIND, notice_pdf
from ..models import Debt, DebtKind, DebtState
from ..queries import RECEIVABLE, asked_before, scopes_of_debt, standing_debts
from ..revisiting import claim_again


class NotPrepared(Refusal):
    """The debt was issued or withdrawn meanwhile: of two officers the first has issued it."""

    code = "not_prepared"
    sentence = _("این بدهی دیگر آمادهٔ صدور نیست: همکار دیگری آن را صادر کرده یا کنار گذاشته است.")


class RestsOnMemory(Refusal):
    """A figure the debt rests on was only remembered; nothing is enforced on that alone."""

    code = "rests_on_memory"
    sentence = _("رقمی در این محاسبه تنها به یاد مانده و از متنی خوانده نشده است؛ بر پایهٔ آن چیزی خواسته نمی‌شود.")


class NeedsBoard(Refusal):
    """A difference under Art. 101 goes to the board first; here it is only prepared."""

    code = "needs_board"
    sentence = _("مابه‌التفاوت ماده ۱۰۱ نخست به هیئت می‌رود؛ اینجا تنها آماده می‌شود.")


class NoLongerRight(Refusal):
    """Since it was prepared a payment, a list or a paper came: prepare again and issue what is right."""

    code = "no_longer_right"
    sentence = _("پس از آماده شدن، پرداخت یا فهرستی رسیده و مبلغ دیگر درست نیست. «آماده کردن» را بزنید تا مبلغ درست آماده شود.")


@transaction.atomic
def issue_debt_notice(debt_id: int, *, by, now: datetime, channel: str = Channel.ELECTRONIC, addressee: str = "") -> Debt:
    """Issue a prepared debt and return it: it is posted, its letter is frozen as bytes with a code, and sent.

    The time to object does not begin here but on the day the letter is truly received. Raises gate.NotAllowed (the machine is
    never allowed), NotPrepared, RestsOnMemory, NeedsBoard, NoLongerRight, or `notices.actions.CannotServe` where nobody can
    receive the letter; after any of them nothing is written.
    """
    debt = Debt.objects.select_for_update(of=("self",)).select_related("workplace__branch", "workplace__employer", "list", "evidence", "revises__journal").get(pk=debt_id)
    gate.require(by, "debt.issue", *scopes_of_debt(debt))
    _check(debt, now)
    debt.journal = _post(debt, now)
    debt.state, debt.issued_at, debt.issued_by = DebtState.ISSUED, now, by
    debt.paper = issue_paper(
        lambda mark: notice_pdf(debt, mark, now=now, addressee=addressee), kind=PAPER_KIND, subject=("debt", debt.pk), name=f"debt-{debt.tracking}.pdf", by=by, now=now
    )
    debt.save(update_fields=["state", "issued_at", "issued_by", "journal", "paper"])
    if debt.revises_id:
        _close_revised(debt, now)
    serve(debt.paper, ("workplace", debt.workplace_id), url=f"/debts/{debt.tracking}/", by=by, now=now, channel=channel, addressee=addressee)
    note_act("debt.issue", by=by, subject=("debt", debt.pk), facts={"amount": debt.amount, "kind": debt.kind, "paper": debt.paper_id}, now=now)
    return debt


def _check(debt: Debt, now: datetime) -> None:
    if debt.state != DebtState.PREPARED:
        raise NotPrepared
    if debt.kind == DebtKind.DIFFERENCE_ART_101:
        raise NeedsBoard
    if not debt.is_enforceable:
        raise RestsOnMemory
    before = asked_before(standing_debts(workplace=debt.workplace_id, month=debt.month, kind=debt.kind, list_id=debt.list_id))
    if claim_again(debt, known_on=timezone.localdate(now)).total != debt.total or before != debt.before:
        raise NoLongerRight


def _post(debt: Debt, now: datetime) -> Journal:
    """The workplace owes what it remits; the state what the law lays on it beside (3 %)."""
    workplace, state = ("workplace", debt.workplace_id), ("state", 0)
    of_state = debt.split.get("4500", 0)
    legs = [(RECEIVABLE, *workplace, debt.amount), ("1200", *state, of_state)]
    legs += [(account, *(state if account == "4500" else workplace), -amount) for account, amount in debt.split.items()]
    return post(kind="debt", subject=("debt", debt.pk), on=timezone.localdate(now), legs=legs, reason=debt.tracking, now=now)


def _close_revised(debt: Debt, now: datetime) -> None:
    """A lowering settles what is still open of the entries it lowers, the latest first; what had been paid over is the workplace's credit."""
    Debt.objects.filter(pk=debt.revises_id, state=DebtState.ISSUED).update(state=DebtState.REVISED)
    entries = standing_debts(workplace=debt.workplace_id, month=debt.month, kind=debt.kind, list_id=debt.list_id).filter(amount__gt=0)
    charges = [entry.journal for entry in entries.select_related("journal").order_by("-pk")]
    if debt.amount < 0:
        settle_correction(debt.journal, charges, debt.workplace_id, by=debt.issued_by, now=now, reason=debt.tracking)
