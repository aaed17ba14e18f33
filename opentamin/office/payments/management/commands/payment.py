"""`./run payment …`: the acts of money from the command line. Exit code 1 when an act was refused or the evening does not tie."""

import sys
from datetime import date
from pathlib import Path

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from opentamin.law import days as calendar
from opentamin.lists import Refused, words
from opentamin.office.accounts import gate
from opentamin.office.accounts.acting import ActingCommand
from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.accounts.models import User
from opentamin.office.kit import days, numbers
from opentamin.office.kit.text import fold
from opentamin.office.ledger.queries import charge_of
from opentamin.office.registry.models import Workplace
from opentamin.office.registry.queries import workplace_by_code

from ... import charges
from ...actions import (
    AlreadyExplained,
    decide_refund,
    explain_debit,
    issue_slip,
    match_payment,
    match_statement,
    move_payment,
    open_bank_account,
    prepare_refund,
    reconcile,
    use_credit,
)
from ...fetching import fetch_all
from ...intake import take_in
from ...models import DebitKind
from ...queries import credit_of_workplace, owed_by, payment_seen_by, refund_seen_by, unexplained_debits, unmatched
from ...tying_words import words_of_ties


class Command(ActingCommand):
    help = "پول: برگ پرداخت، صورت‌حساب بانک، تطبیق، بازپرداخت و تراز شبانه · Money: slips, bank statements, matching, refunds and the evening's reconciliation"
    refusals = (Refused,)

    def add_acts(self, acts) -> None:
        self._act(acts, "open-account", "take statements of an account from now on", "iban", "bank_name")
        self._act(acts, "owed", "what a workplace owes", "workplace")
        self._act(acts, "slip", "a slip for what is open of a charge", "workplace", "tracking")
        self._act(acts, "use", "pay a charge out of the workplace's credit", "workplace", "tracking").add_argument("--reason", required=True)
        acts.add_parser("receive", help="receive and match bank statements").add_argument("files", nargs="+", type=Path)
        self._act(acts, "fetch", "fetch statements from the bank, and match them")
        self._act(acts, "unmatched", "money that is nobody's yet")
        for name, text in (("match", "say whose an unmatched payment is"), ("move", "take a payment to the right workplace")):
            act = self._act(acts, name, text, "number", "workplace")
            act.add_argument("--tracking", default="", help="of the one charge it pays")
            act.add_argument("--reason", required=True)
        self._act(acts, "debits", "what the bank took and nobody has explained yet")
        explain = self._act(acts, "explain", "say what a debit of the bank was", "reference")
        explain.add_argument("kind", choices=[str(kind).replace("_", "-") for kind in DebitKind])
        explain.add_argument("--payment", default="", help="number of the payment the bank took back")
        explain.add_argument("--reason", required=True)
        refund = self._act(acts, "refund", "ask for credit of a workplace back", "workplace", "rials", "iban", "holder")
        refund.add_argument("--reason", required=True)
        decide = self._act(acts, "decide", "grant or refuse a refund in your own name", "number")
        decide.add_argument("decision", choices=["grant", "refuse"])
        decide.add_argument("--reason", default="")
        reconciled = self._act(acts, "reconcile", "hold lists, books and bank against each other")
        reconciled.add_argument("--day", default="", help="a day such as 1405-09-01; today if left out")

    def _act(self, acts, name: str, text: str, *values: str) -> CommandParser:
        act = acts.add_parser(name, help=text)
        for value in values:
            act.add_argument(value)
        return act

    def refusal_words(self, refusal: Exception) -> str:
        if not isinstance(refusal, Refused):
            return super().refusal_words(refusal)
        said = words.sentence(refusal.finding, self.language)
        return f"{said.summary}\n{said.rule}\n{said.mend}"

    def _open_account(self, user: User, options: dict) -> None:
        account = open_bank_account(options["iban"], options["bank_name"], by=user, now=self.now)
        self.stdout.write(f"{account.iban}  {account.bank_name}")

    def _owed(self, user: User, options: dict) -> None:
        workplace = _workplace(options["workplace"])
        gate.require(user, "payment.read", ("workplace", workplace.pk), ("branch", workplace.branch_id))
        for one in owed_by(workplace, timezone.localdate(self.now)):
            self.stdout.write(f"{numbers.digits(one.words.tracking)}  {one.words.title}  {numbers.grouped(one.item.remaining)}")
        self.stdout.write(f"{_('بستانکاری')}: {numbers.grouped(credit_of_workplace(workplace.pk))}")

    def _slip(self, user: User, options: dict) -> None:
        slip = issue_slip(_charge(options["tracking"]), _workplace(options["workplace"]), by=user, now=self.now)
        self.stdout.write(f"{slip.number}  {numbers.grouped(slip.amount)}  {slip.bill_id} {slip.payment_id}  {days.day_plain(slip.valid_until)}")

    def _use(self, user: User, options: dict) -> None:
        workplace, charge = _workplace(options["workplace"]), _charge(options["tracking"])
        use_credit(workplace.pk, charge, by=user, now=self.now, reason=options["reason"])
        self.stdout.write(f"{_('بستانکاری')}: {numbers.grouped(credit_of_workplace(workplace.pk))}")

    def _receive(self, user: User, options: dict) -> None:
        self.require_files(options["files"])
        for path in options["files"]:
            self._say_receipts(take_in(path.read_bytes(), name=path.name, by=user, now=self.now))

    def _fetch(self, user: User, options: dict) -> None:
        gate.require(user, "statement.receive", *(grant.scope for grant in gate.live_grants(user)))
        receipts = fetch_all(now=self.now)
        for receipt in receipts:
            match_statement(receipt.statement.pk, by=user, now=self.now)
        self._say_receipts(receipts)

    def _say_receipts(self, receipts) -> None:
        for receipt in receipts:
            one = receipt.statement
            again = "" if receipt.is_first else f"  ({_('پیش‌تر رسیده بود')})"
            self.stdout.write(f"{one.statement_id}  {numbers.grouped(one.lines_count)}  {numbers.grouped(one.closing)}{again}")

    def _unmatched(self, user: User, options: dict) -> None:
        gate.require(user, "branch.payments.read", *(grant.scope for grant in gate.live_grants(user)))
        for one in unmatched():
            self.stdout.write(f"{one.number}  {days.day_plain(one.paid_on)}  {numbers.grouped(one.amount)}  {one.line.text}")

    def _match(self, user: User, options: dict) -> None:
        self._give(match_payment, user, options)

    def _move(self, user: User, options: dict) -> None:
        self._give(move_payment, user, options)

    def _give(self, act, user: User, options: dict) -> None:
        payment = payment_seen_by(user, options["number"])
        charge = _charge(options["tracking"]) if options["tracking"] else None
        done = act(payment.pk, _workplace(options["workplace"]).pk, charge, by=user, now=self.now, reason=options["reason"])
        self.stdout.write(f"{done.number}  {done.workplace.name}  {done.get_state_display()}")

    def _debits(self, user: User, options: dict) -> None:
        gate.require(user, "branch.payments.read", *(grant.scope for grant in gate.live_grants(user)))
        for line in unexplained_debits():
            self.stdout.write(f"{line.reference}  {days.day_plain(line.booked_on)}  {numbers.grouped(line.amount)}  {line.text}")

    def _explain(self, user: User, options: dict) -> None:
        gate.require(user, "branch.payments.read", *(grant.scope for grant in gate.live_grants(user)))
        line = unexplained_debits().filter(reference=options["reference"]).first()
        if line is None:
            raise AlreadyExplained
        payment = payment_seen_by(user, options["payment"]) if options["payment"] else None
        kind = DebitKind(options["kind"].replace("-", "_"))
        explain_debit(line.pk, kind, payment.pk if payment else None, by=user, now=self.now, reason=options["reason"])
        self.stdout.write(f"{line.reference}  {numbers.grouped(line.amount)}  {kind.label}")

    def _refund(self, user: User, options: dict) -> None:
        refund = prepare_refund(
            rials=int(fold(options["rials"])), iban=options["iban"], holder=options["holder"], reason=options["reason"],
            workplace_id=_workplace(options["workplace"]).pk, by=user, now=self.now,
        )  # fmt: skip
        self.stdout.write(f"{refund.number}  {numbers.grouped(refund.amount)}  {refund.get_state_display()}")

    def _decide(self, user: User, options: dict) -> None:
        is_granted = options["decision"] == "grant"
        if not is_granted and not options["reason"]:
            raise CommandError(_("نپذیرفتن بی‌دلیل نمی‌شود؛ دلیل را بنویسید"))
        refund = decide_refund(refund_seen_by(user, options["number"]).pk, is_granted, by=user, now=self.now, reason=options["reason"])
        self.stdout.write(f"{refund.number}  {refund.get_state_display()}")

    def _reconcile(self, user: User, options: dict) -> None:
        kept = reconcile(_day(options["day"]) or timezone.localdate(self.now), by=user, now=self.now)
        for tie in words_of_ties(kept):
            self.stdout.write(f"{'=' if not tie.difference else '≠'}  {tie.name} {tie.about}  {numbers.grouped(tie.left)}  {numbers.grouped(tie.right)}")
        if not kept.is_tied:
            sys.exit(1)


def _workplace(code: str) -> Workplace:
    workplace = workplace_by_code(fold(code), on=timezone.localdate())
    if workplace is None:
        raise NotAllowed("payment.read")
    return workplace


def _charge(tracking: str):
    subject = charges.find(fold(tracking))
    charge = charge_of(subject[0], subject) if subject else None
    if charge is None:
        raise CommandError(_("بدهی یا فهرستی با این شماره نیست"))
    return charge


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        return calendar.date_from_text(fold(text)) if fold(text) < "1700" else date.fromisoformat(fold(text))
    except ValueError as wrong:
        raise CommandError(str(wrong)) from wrong
