"""Lists, corrections, payments, moves and refunds in whatever order: every invariant of the books holds after every step.

`OPENTAMIN_LEDGER_STEPS=10000 ./run test opentamin/office/ledger/tests/test_any_order.py` walks ten thousand steps; the usual run a few hundred.
"""

import os
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from opentamin.office.ledger.actions import SettlesTooMuch, cancel_charge, post, settle, unsettle
from opentamin.office.ledger.models import Settlement
from opentamin.office.ledger.queries import balance, open_credits, open_items, remaining_of

STEPS = int(os.environ.get("OPENTAMIN_LEDGER_STEPS", "300"))
WALK = 40  # steps of one walk: long enough for anything to meet anything
NOW, DAY = datetime(2026, 11, 26, 7, 38, tzinfo=UTC), date(2026, 11, 26)
PARTIES = [("workplace", number) for number in (1, 2, 3)]
RIALS = st.integers(1, 10**14)
PARTY = st.sampled_from(PARTIES)

# What must be true of any books, asked in one statement; each column is what is wrong.
_WRONG = """
SELECT
  (SELECT count(*) FROM (SELECT journal_id FROM ledger_leg GROUP BY 1 HAVING sum(amount) <> 0) x),
  (SELECT coalesce(sum(amount), 0) FROM ledger_leg),
  (SELECT count(*) FROM (
     SELECT s.charge_id, s.party_id FROM ledger_settlement s GROUP BY 1, 2
     HAVING sum(CASE WHEN undoes_id IS NULL THEN amount ELSE -amount END) NOT BETWEEN 0 AND
       (SELECT sum(l.amount) FROM ledger_leg l WHERE l.journal_id = s.charge_id AND l.account_id = '1100' AND l.party_id = s.party_id)) x),
  (SELECT count(*) FROM (
     SELECT s.payment_id, s.party_id FROM ledger_settlement s GROUP BY 1, 2
     HAVING sum(CASE WHEN undoes_id IS NULL THEN amount ELSE -amount END) NOT BETWEEN 0 AND
       (SELECT -sum(l.amount) FROM ledger_leg l WHERE l.journal_id = s.payment_id AND l.account_id = '1100' AND l.party_id = s.party_id)) x)
"""


class Books(RuleBasedStateMachine):
    """The model beside the books is three numbers a party: what was charged and stands, what came in, what went out."""

    @initialize()
    def open_books(self):
        self.block = transaction.atomic()
        self.block.__enter__()
        self.serial, self.day = 0, DAY
        self.owes = dict.fromkeys(PARTIES, 0)
        self.bank = 0
        self.charges: list = []
        self.payments: list = []

    def next(self) -> int:
        self.serial += 1
        self.day += timedelta(days=self.serial % 2)
        return self.serial

    @rule(party=PARTY, rials=RIALS)
    def charge_list(self, party, rials):
        legs = [("1100", *party, rials), ("4100", *party, -(rials // 3)), ("4200", *party, rials // 3 - rials)]
        self.charges.append((party, post(kind="list", subject=("list", self.next()), on=self.day, legs=legs, now=NOW)))
        self.owes[party] += rials

    @rule(party=PARTY, rials=RIALS, is_exact=st.booleans())
    def receive_money(self, party, rials, is_exact):
        items = open_items("1100", party)
        rials = items[0].remaining if items and is_exact else rials
        legs = [("1010", "bank_account", 1, rials), ("1100", *party, -rials)]
        payment = post(kind="payment", subject=("payment", self.next()), on=self.day, legs=legs, now=NOW)
        self.payments.append((party, payment))
        self.owes[party] -= rials
        self.bank += rials
        self.spend(party, payment, items)

    def spend(self, party, payment, items):
        for item in items:
            free = -remaining_of(payment, "1100", party)
            if not free:
                return
            settle(item.journal, payment, min(free, item.remaining), account="1100", party=party, on=self.day, now=NOW)

    @precondition(lambda self: self.charges)
    @rule(pick=st.integers(0, 10**6))
    def correct_list(self, pick):
        party, charge = self.charges.pop(pick % len(self.charges))
        before = balance("1100", party)
        cancel_charge(charge, account="1100", party=party, on=self.day, reason="اصلاح", now=NOW)
        self.owes[party] += balance("1100", party) - before

    @rule(pick=st.integers(0, 10**6))
    def take_settlement_back(self, pick):
        standing = list(Settlement.objects.filter(undoes=None, undone_by=None, charge__kind="list", payment__kind="payment"))
        if standing:
            unsettle(standing[pick % len(standing)], reason="اشتباه", now=NOW)

    @rule(source=PARTY, other=PARTY)
    def move_to_another_workplace(self, source, other):
        credits = open_credits("1100", source)
        if source == other or not credits:
            return
        credit = credits[0]
        legs = [("1100", *source, credit.remaining), ("1100", *other, -credit.remaining)]
        move = post(kind="payment_move", subject=("move", self.next()), on=self.day, legs=legs, reason="کارگاه دیگر", now=NOW)
        settle(move, credit.journal, credit.remaining, account="1100", party=source, on=self.day, now=NOW)
        self.owes[source] += credit.remaining
        self.owes[other] -= credit.remaining
        self.spend(other, move, open_items("1100", other))

    @rule(party=PARTY)
    def refund(self, party):
        for credit in open_credits("1100", party)[:1]:
            legs = [("1100", *party, credit.remaining), ("1010", "bank_account", 1, -credit.remaining)]
            out = post(kind="refund", subject=("refund", self.next()), on=self.day, legs=legs, reason="بازپرداخت", now=NOW)
            settle(out, credit.journal, credit.remaining, account="1100", party=party, on=self.day, now=NOW)
            self.owes[party] += credit.remaining
            self.bank -= credit.remaining

    @precondition(lambda self: self.charges and self.payments)
    @rule(a=st.integers(0, 10**6), b=st.integers(0, 10**6), rials=RIALS)
    def settle_anything_by_anything(self, a, b, rials):
        """Whatever is asked: it is either within both, or refused by the act; past the act the database refuses it."""
        party, charge = self.charges[a % len(self.charges)]
        _, payment = self.payments[b % len(self.payments)]
        asked = {"account": "1100", "party": party, "on": self.day}
        try:
            settle(charge, payment, rials, **asked, now=NOW)
        except SettlesTooMuch:
            values = {"account_id": "1100", "party_kind": party[0], "party_id": party[1], "on": self.day, "created_at": NOW}
            with pytest.raises(IntegrityError), transaction.atomic():
                Settlement.objects.create(charge=charge, payment=payment, amount=rials, **values)

    @invariant()
    def nothing_is_wrong(self):
        with connection.cursor() as cursor:
            cursor.execute(_WRONG)
            assert cursor.fetchone() == (0, 0, 0, 0)
        assert balance("1010") == self.bank
        for party, owed in self.owes.items():
            assert balance("1100", party) == owed
            assert owed == sum(one.remaining for one in open_items("1100", party)) - sum(one.remaining for one in open_credits("1100", party))

    def teardown(self):
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)


@pytest.mark.slow
@pytest.mark.django_db
def test_in_whatever_order_things_come_every_invariant_of_the_books_holds():
    walks = settings(
        max_examples=max(1, STEPS // WALK), stateful_step_count=WALK, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    run_state_machine_as_test(Books, settings=walks)
