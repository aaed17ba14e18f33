"""Lists, corrections, payments, moves, refunds, debts and objections in whatever order, all by the real acts: after every step lists, books
and bank agree to the rial, the record is what its entries say, and collection is held exactly where an objection holds it.

`OPENTAMIN_LEDGER_STEPS=10000 ./run test tests/walks/test_in_any_order.py` walks ten thousand steps; the usual run fifty.
"""

import os
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule, run_state_machine_as_test

from opentamin.banking import Line, Statement, write_camt
from opentamin.law.days import date_from_jalali
from opentamin.lists import write_pair
from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.accounts.queries import system_user
from opentamin.office.channels.simulators.bank import SimulatedBank
from opentamin.office.contributions.actions import assess_list
from opentamin.office.contributions.intake import take_in
from opentamin.office.contributions.models import ListState, MonthlyList
from opentamin.office.debts import actions as debts
from opentamin.office.debts.models import CollectionHold, Debt, DebtState
from opentamin.office.disputes.actions import Plea, file_objection, withdraw_objection
from opentamin.office.disputes.models import OPEN, Objection, Timeliness
from opentamin.office.disputes.subjects import find_subject
from opentamin.office.history.models import MonthEntry
from opentamin.office.history.queries import projection_differences
from opentamin.office.kit.refusals import Refusal
from opentamin.office.ledger.queries import open_items
from opentamin.office.notices.actions import open_paper
from opentamin.office.notices.models import Service
from opentamin.office.payments import actions as payments
from opentamin.office.payments.models import Payment, PaymentState, Refund, RefundState
from opentamin.office.payments.tests.setting import IBAN, PAYER
from opentamin.office.payments.tying import ties
from opentamin.office.registry.models import Person, Workplace
from tests.cast import NOW, make_cast

STEPS = int(os.environ.get("OPENTAMIN_LEDGER_STEPS", "50"))
WALK = 50  # steps of one walk: long enough for anything to meet anything
FIRST_DAY = date_from_jalali(1405, 3, 10)  # the lists of Farvardin were due on the last day of Ordibehesht
MONTHS = [140501, 140502, 140503, 140504, 140505, 140506]
PICK = st.integers(0, 10**6)
RIALS = st.integers(1, 10**10)
PLACE = st.sampled_from(["honest", "late"])


class House(RuleBasedStateMachine):
    """Two workplaces of one branch, its officer, and the bank. A step that the house refuses, with a reason it names, changes nothing."""

    @initialize()
    def open_house(self):
        self.block = transaction.atomic()
        self.block.__enter__()
        self.cast = make_cast()
        self.now = NOW.replace(year=FIRST_DAY.year, month=FIRST_DAY.month, day=FIRST_DAY.day)
        self.told, self.balance, self.served = 0, 0, 0
        self.sent: dict[str, int] = {"honest": 0, "late": 0}
        payments.open_bank_account(IBAN, "بانک نمونه", by=self.cast.headquarters, now=self.now)
        for place in self.sent:
            self.send(place)
        debts.prepare_debts(self.now.date(), by=system_user(), now=self.now)

    def at(self, place: str) -> SimpleNamespace:
        employer = self.cast.employer if place == "honest" else self.cast.late_employer
        workplace = getattr(self.cast, place)
        return SimpleNamespace(workplace=workplace, employer=employer, party=("workplace", workplace.pk))

    @property
    def officer(self) -> dict:
        return {"by": self.cast.officer, "now": self.now}

    @rule(days=st.integers(1, 40))
    def time_passes(self, days):
        self.now += timedelta(days=days)

    @precondition(lambda self: min(self.sent.values()) < len(MONTHS))
    @rule()
    def a_list_comes(self):
        self.send(min(self.sent, key=self.sent.__getitem__))

    def send(self, place):
        here, month = self.at(place), self.sent[place]
        self.sent[place] += 1
        [receipt] = take_in(self.cast.list_files(here.workplace, month=MONTHS[month]), by=here.employer, now=self.now)
        if receipt.list.state == ListState.ACCEPTED:  # a month in the future is handed back
            assess_list(receipt.list.pk, by=here.employer, now=self.now)

    @rule(place=PLACE, pick=PICK, days=st.integers(1, 30), more=st.integers(0, 50_000_000))
    def a_list_is_corrected(self, place, pick, days, more):
        here = self.at(place)
        standing = MonthlyList.objects.filter(workplace=here.workplace, state=ListState.ASSESSED, corrected_at=None).order_by("pk")
        if not standing:
            return
        draft = self.cast.draft(here.workplace, month=standing[pick % len(standing)].month)
        draft.workers["DSW_DD"][0] = days
        draft.workers["DSW_MAH"][0] = int(draft.workers["DSW_ROOZ"][0]) * days
        draft.workers["DSW_MAZ"][1] += more
        draft.workers["DSW_MASH"] = draft.workers["DSW_MAH"] + draft.workers["DSW_MAZ"]
        draft.workers["DSW_TOTL"] = draft.workers["DSW_MASH"].copy()
        draft.set_premiums()
        [receipt] = take_in(list(write_pair(draft.header, draft.workers).items()), by=here.employer, now=self.now)
        if receipt.is_first and receipt.list.state == ListState.ACCEPTED:
            assess_list(receipt.list.pk, **self.officer)

    def bank_tells(self, rials: int, **more) -> list[Payment]:
        """One line of the bank's next statement; below zero it took money out."""
        self.told += 1
        on = self.now.date()
        line = Line(place=1, amount=abs(rials), is_credit=rials > 0, reference=f"A{self.told}", booked_on=on, value_on=on, **more)
        opening, self.balance = self.balance, self.balance + rials
        body = write_camt([Statement(IBAN, f"a{self.told}", opening, self.balance, on, on, [line])], message_id=f"m{self.told}", created_at=self.now)
        [receipt] = payments.receive_statement(body, name="s.xml", **self.officer)
        payments.match_statement(receipt.statement.pk, **self.officer)
        return list(Payment.objects.filter(line__statement=receipt.statement))

    def charges(self, place: str) -> list:
        return [item.journal for item in open_items("1100", self.at(place).party)]

    @rule(place=PLACE, pick=PICK, rials=RIALS, how=st.sampled_from(["exact", "part", "any"]))
    def a_slip_is_paid(self, place, pick, rials, how):
        charges = self.charges(place)
        if not charges:
            return
        slip = payments.issue_slip(charges[pick % len(charges)], self.at(place).workplace, **self.officer)
        paid = {"exact": slip.amount, "part": max(1, slip.amount // 3), "any": rials}[how]
        self.bank_tells(paid, bill_id=slip.bill_id, payment_id=slip.payment_id)
        SimulatedBank().deposit(IBAN, paid, now=self.now, on=self.now.date())

    @rule(rials=RIALS)
    def money_comes_that_names_nobody(self, rials):
        self.bank_tells(rials, text="واریز نقدی")

    @precondition(lambda self: Payment.objects.filter(state=PaymentState.UNMATCHED).exists())
    @rule(place=PLACE, pick=PICK)
    def an_officer_says_whose_it_is(self, place, pick):
        waiting = list(Payment.objects.filter(state=PaymentState.UNMATCHED).order_by("pk"))
        self.unless(payments.match_payment, waiting[pick % len(waiting)].pk, self.at(place).workplace.pk, reason="زنگ زد", **self.officer)

    @precondition(lambda self: Payment.objects.exclude(state=PaymentState.UNMATCHED).exists())
    @rule(place=PLACE, pick=PICK)
    def a_payment_is_moved(self, place, pick):
        matched = list(Payment.objects.exclude(state=PaymentState.UNMATCHED).order_by("pk"))
        self.unless(payments.move_payment, matched[pick % len(matched)].pk, self.at(place).workplace.pk, reason="کارگاه دیگر", **self.officer)

    @rule(place=PLACE, pick=PICK)
    def credit_is_used(self, place, pick):
        charges = self.charges(place)
        if charges:
            self.unless(payments.use_credit, self.at(place).workplace.pk, charges[pick % len(charges)], reason="از بستانکاری", **self.officer)

    @rule(place=PLACE, rials=RIALS, is_granted=st.booleans(), comes_back=st.booleans())
    def money_is_refunded(self, place, rials, is_granted, comes_back):
        here = self.at(place)
        refund = self.unless(
            payments.prepare_refund, rials=rials, iban=PAYER, holder="سپهر", reason="اضافه", workplace_id=here.workplace.pk, by=here.employer, now=self.now
        )
        if refund is None:
            return
        self.unless(payments.decide_refund, refund.pk, is_granted, reason="بررسی شد", **self.officer)
        refund.refresh_from_db()
        if refund.state == RefundState.GRANTED:
            payments.order_refund(refund.pk, now=self.now)
            refund.refresh_from_db()
        if refund.state == RefundState.GRANTED and Refund.objects.filter(pk=refund.pk, ordered_at__isnull=False).exists():
            self.bank_tells(-rials, end_to_end=refund.number)
            if comes_back:
                self.bank_tells(rials, end_to_end=refund.number, is_reversal=True, text="حساب بسته است")

    @rule()
    def debts_are_prepared(self):
        debts.prepare_debts(self.now.date(), by=system_user(), now=self.now)

    @precondition(lambda self: Debt.objects.filter(state=DebtState.PREPARED).exists())
    @rule(pick=PICK, is_opened=st.booleans())
    def a_debt_is_issued(self, pick, is_opened):
        prepared = list(Debt.objects.filter(state=DebtState.PREPARED).order_by("pk"))
        debt = self.unless(debts.issue_debt_notice, prepared[pick % len(prepared)].pk, **self.officer)
        if debt and is_opened:
            employer = self.cast.employer if debt.workplace_id == self.cast.honest.pk else self.cast.late_employer
            open_paper(Service.objects.get(paper=debt.paper).pk, by=employer, now=self.now)

    @precondition(lambda self: Debt.objects.filter(issued_at__isnull=False).exists())
    @rule(pick=PICK, act=st.sampled_from([debts.withdraw_debt, debts.revise_debt]))
    def a_debt_is_put_right(self, pick, act):
        issued = list(Debt.objects.filter(issued_at__isnull=False).order_by("pk"))
        self.unless(act, issued[pick % len(issued)].pk, because="بازبینی", **self.officer)

    @precondition(lambda self: Debt.objects.filter(state=DebtState.ISSUED).exists())
    @rule(pick=PICK)
    def somebody_objects(self, pick):
        issued = list(Debt.objects.filter(state=DebtState.ISSUED).order_by("pk"))
        debt = issued[pick % len(issued)]
        employer = self.cast.employer if debt.workplace_id == self.cast.honest.pk else self.cast.late_employer
        self.unless(file_objection, find_subject(employer, {"debt": debt.tracking}), Plea(["paid"]), by=employer, now=self.now)

    @precondition(lambda self: Objection.objects.exists())
    @rule(pick=PICK)
    def somebody_thinks_better_of_it(self, pick):
        filed = list(Objection.objects.select_related("filed_by").order_by("pk"))
        one = filed[pick % len(filed)]
        self.unless(withdraw_objection, one.pk, reason="پس گرفتم", by=one.filed_by, now=self.now)

    def unless(self, act, *given, **named):
        """What the act gives, or None where it refuses; whoever refuses has changed nothing, so the sums must hold after it too."""
        try:
            with transaction.atomic():
                return act(*given, **named)
        except REFUSALS:
            return None

    @invariant()
    def lists_books_and_bank_agree(self):
        differences = [tie for tie in ties(self.now.date()) if tie.difference]
        assert differences == []
        assert projection_differences() == 0

    @invariant()
    def no_month_of_a_record_points_to_what_is_not_there(self):
        assert not MonthEntry.objects.exclude(person_id__in=Person.objects.values("pk")).exists()
        assert not MonthEntry.objects.exclude(workplace_id__in=Workplace.objects.values("pk")).exists()
        assert not MonthEntry.objects.filter(source_kind="list").exclude(list_id__in=MonthlyList.objects.values("pk")).exists()

    @invariant()
    def collection_is_held_where_an_objection_holds_it(self):
        held = CollectionHold.objects.filter(released_at=None).values_list("debt_id", "cause_id")
        holding = Objection.objects.filter(state__in=OPEN).exclude(timeliness=Timeliness.LATE).values_list("debt_id", "pk")
        assert sorted(held) == sorted(holding)

    def teardown(self):
        transaction.set_rollback(True)
        self.block.__exit__(None, None, None)


REFUSALS = (NotAllowed, Refusal)


@pytest.mark.slow
@pytest.mark.django_db
def test_in_whatever_order_things_come_lists_books_and_bank_agree():
    walks = settings(max_examples=max(1, STEPS // WALK), stateful_step_count=WALK, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    run_state_machine_as_test(House, settings=walks)
