"""Questions about money that came in. Pages, the API and the acts ask here; nothing here changes anything."""

from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Sum

from opentamin.office.accounts import gate
from opentamin.office.ledger.models import Journal
from opentamin.office.ledger.queries import OpenItem, balance, charge_of, open_items
from opentamin.office.records.numbers import read_number
from opentamin.office.registry.models import Workplace

from . import charges
from .charges import RECEIVABLE, ChargeWords
from .models import BankStatement, Match, Payment, PaymentState, Refund, RefundState, Slip, StatementLine

CREDIT = "2110"
_OWN_JOURNAL = Journal.objects.filter(subject_kind="statement_line", subject_id=OuterRef("pk"))


def unbooked_lines(statement: BankStatement | None = None) -> list[int]:
    """Ids of lines that are in no journal yet, in the order of the statements."""
    lines = StatementLine.objects.filter(Q(statement=statement) if statement else Q(), payment__isnull=True)
    return list(lines.exclude(Exists(_OWN_JOURNAL)).order_by("statement_id", "place").values_list("pk", flat=True))


def is_booked(line: StatementLine) -> bool:
    """Whether a line is in the books: as a payment, or by a journal of its own."""
    own = Journal.objects.filter(subject_kind="statement_line", subject_id=line.pk)
    return Payment.objects.filter(line=line).exists() or own.exists()


def standing_credit(payment: Payment) -> Journal:
    """The journal by which a matched payment stands with its workplace now."""
    latest = payment.matches.order_by("-pk").first()
    kinds = {Match.Rule.OFFICER: "payment_match", Match.Rule.MOVED: "payment_move"}
    if latest is not None and latest.rule in kinds:
        journal = charge_of(kinds[latest.rule], ("match", latest.pk))
    else:
        journal = charge_of("payment", ("payment", payment.pk))
    assert journal is not None, f"payment {payment.number} is in the books"
    return journal


class Owed(NamedTuple):
    """One open charge in words, and the slip that still holds for it."""

    item: OpenItem
    words: ChargeWords
    slip: Slip | None


def owed_by(workplace: Workplace, today: date) -> list[Owed]:
    """What a workplace owes, oldest first."""
    items = open_items(RECEIVABLE, ("workplace", workplace.pk))
    words = charges.describe(item.subject for item in items)
    slips = Slip.objects.filter(charge__in=[item.journal.pk for item in items], workplace=workplace, voided_at=None, valid_until__gte=today)
    by_charge = {slip.charge_id: slip for slip in slips}
    return [Owed(item, words[item.subject], _fitting(by_charge.get(item.journal.pk), item)) for item in items]


def _fitting(slip: Slip | None, item: OpenItem) -> Slip | None:
    return slip if slip is not None and slip.amount == item.remaining else None


def credit_of_workplace(workplace_id: int) -> int:
    """Rials of credit of a workplace."""
    return -balance(CREDIT, ("workplace", workplace_id))


def slip_seen_by(user, number: str, permission: str = "payment.read") -> Slip:
    """The slip with this number, if the user may see it; `NotAllowed` also where there is none."""
    slips = Slip.objects.select_related("workplace", "workplace__branch", "charge")
    slip = slips.filter(number=read_number(number) or "").first()
    if slip is None:
        raise gate.NotAllowed(permission)
    gate.require(user, permission, ("workplace", slip.workplace_id), ("branch", slip.workplace.branch_id))
    return slip


def payment_seen_by(user, number: str, permission: str = "payment.read") -> Payment:
    """The payment with this number, if the user may see it. One that is nobody's yet is seen by every officer."""
    payments = Payment.objects.select_related("workplace", "line", "line__statement", "line__account")
    payment = payments.filter(number=read_number(number) or "").first()
    if payment is None:
        raise gate.NotAllowed(permission)
    if payment.workplace is None:
        gate.require(user, "branch.payments.read", *(grant.scope for grant in gate.live_grants(user)))
    else:
        gate.require(user, permission, ("workplace", payment.workplace_id), ("branch", payment.workplace.branch_id))
    return payment


def refund_seen_by(user, number: str, permission: str = "payment.read") -> Refund:
    """The refund with this number, if the user may see it."""
    refund = Refund.objects.select_related("workplace", "payment", "prepared_by", "decided_by").filter(number=read_number(number) or "").first()
    if refund is None:
        raise gate.NotAllowed(permission)
    if refund.workplace is None:
        gate.require(user, "branch.payments.read", *(grant.scope for grant in gate.live_grants(user)))
    else:
        gate.require(user, permission, ("workplace", refund.workplace_id), ("branch", refund.workplace.branch_id))
    return refund


def payments_of(workplaces: set[int]) -> QuerySet[Payment]:
    """Payments that stand with these workplaces, newest first."""
    return Payment.objects.filter(workplace__in=workplaces).select_related("workplace", "line").order_by("-paid_on", "-pk")


def unmatched() -> QuerySet[Payment]:
    """Payments that are nobody's yet, oldest first."""
    waiting = Payment.objects.filter(state=PaymentState.UNMATCHED).select_related("line", "line__account")
    return waiting.order_by("paid_on", "pk")


AGES = (7, 30, 90)


class Age(NamedTuple):
    """Unmatched money of an age: from `first` to `last` days (None: and more), how many and how much."""

    first: int
    last: int | None
    count: int
    rials: int


def ages_of_unmatched(today: date) -> list[Age]:
    """How long money has been nobody's, in four spans: a week, a month, three months, longer."""
    found = []
    for first, last in zip((0, *(age + 1 for age in AGES)), (*AGES, None), strict=True):
        span = unmatched().filter(paid_on__lte=today - timedelta(days=first))
        span = span if last is None else span.filter(paid_on__gte=today - timedelta(days=last))
        rows = list(span.order_by().values_list("amount", flat=True))
        found.append(Age(first, last, len(rows), sum(rows)))
    return found


class Proposal(NamedTuple):
    """A workplace a payment may be for, why we think so (a code), and the charge of exactly this sum if there is one."""

    workplace: Workplace
    why: str
    charge: Journal | None


def proposals_for(payment: Payment, limit: int = 5) -> list[Proposal]:
    """What an officer may look at first: who paid from this account before, and slips of exactly this sum. Never acted on by itself."""
    found: dict[int, Proposal] = {}
    if payment.line.payer_iban:
        before = Payment.objects.filter(line__payer_iban=payment.line.payer_iban, workplace__isnull=False).exclude(pk=payment.pk)
        for other in before.select_related("workplace").order_by("-pk")[:limit]:
            found.setdefault(other.workplace_id, Proposal(other.workplace, "same_account", _exact(other.workplace, payment.amount)))
    for slip in Slip.objects.filter(amount=payment.amount).select_related("workplace", "charge").order_by("-pk")[:limit]:
        if _exact(slip.workplace, payment.amount):
            found.setdefault(slip.workplace_id, Proposal(slip.workplace, "same_sum", slip.charge))
    return list(found.values())[:limit]


def _exact(workplace: Workplace, rials: int) -> Journal | None:
    fitting = [item.journal for item in open_items(RECEIVABLE, ("workplace", workplace.pk)) if item.remaining == rials]
    return fitting[0] if len(fitting) == 1 else None


def refunds_waiting(branches: set[int], *, everywhere: bool = False) -> QuerySet[Refund]:
    """Refunds that nobody has decided, of these branches and of money that is nobody's, oldest first."""
    waiting = Refund.objects.filter(state=RefundState.PREPARED).select_related("workplace", "payment", "prepared_by")
    return (waiting if everywhere else waiting.filter(Q(workplace__branch__in=branches) | Q(workplace=None))).order_by("prepared_at")


def unexplained_debits() -> QuerySet[StatementLine]:
    """What the bank took that neither a refund of ours nor an officer has explained, newest first."""
    own = Journal.objects.filter(subject_kind="statement_line", subject_id=OuterRef("pk"))
    debits = StatementLine.objects.filter(Exists(own.filter(kind="bank_debit"))).exclude(Exists(own.filter(kind__startswith="debit_")))
    return debits.select_related("statement", "account").order_by("-booked_on", "-pk")


def debit_seen_by(user, line_id: int) -> StatementLine:
    """A debit that waits to be explained, for every officer; `NotAllowed` also where there is none."""
    line = unexplained_debits().filter(pk=line_id).first()
    if line is None:
        raise gate.NotAllowed("payment.match")
    gate.require(user, "branch.payments.read", *(grant.scope for grant in gate.live_grants(user)))
    return line


def payments_like(line: StatementLine, user, limit: int = 5) -> list[Payment]:
    """Payments of exactly this sum into the same account that the bank may have taken back, latest first: nobody's, and those of
    the user's own branches. Never acted on by itself."""
    gone = (PaymentState.REFUNDED, PaymentState.TAKEN_BACK)
    fitting = Payment.objects.filter(line__account=line.account_id, amount=line.amount, paid_on__lte=line.booked_on).exclude(state__in=gone)
    if not gate.may_everywhere(user, "branch.payments.read"):
        own = gate.scopes_of(user, "branch.payments.read", "branch")
        fitting = fitting.filter(Q(workplace=None) | Q(workplace__branch__in=own))
    return list(fitting.select_related("workplace", "line").order_by("-paid_on", "-pk")[:limit])


def sum_of(rows: QuerySet, field: str = "amount") -> int:
    """Rials of these rows together."""
    return int(rows.order_by().aggregate(total=Sum(F(field)))["total"] or 0)
