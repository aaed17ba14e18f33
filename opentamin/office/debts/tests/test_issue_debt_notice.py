"""Issuing: a named officer, the books, a letter frozen as bytes, and a service that begins the time; all of it or nothing."""

from unittest import mock

import pytest
from django.db import ProgrammingError, connection, transaction

from opentamin.law.days import date_from_jalali
from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.accounts.queries import system_user
from opentamin.office.debts.actions import (
    AlreadyWithdrawn,
    NoLongerRight,
    NothingToRevise,
    NotIssued,
    NotPrepared,
    RestsOnMemory,
    hold_collection,
    issue_debt_notice,
    release_collection,
    revise_debt,
    withdraw_debt,
)
from opentamin.office.debts.models import Debt, DebtKind, DebtState
from opentamin.office.debts.queries import is_held, remaining_of_debt, remedy_of
from opentamin.office.ledger.models import Journal
from opentamin.office.ledger.queries import balance, open_items
from opentamin.office.notices.actions import CannotServe, open_paper
from opentamin.office.notices.models import Notice, Service
from opentamin.office.records.models import Paper
from opentamin.office.registry.actions import record_death_of_employer
from opentamin.office.registry.models import Employer

from .conftest import moment
from .test_prepare_debts import SHAHRIVAR, kinds

pytestmark = pytest.mark.django_db
DAY = moment(1405, 9, 1)


@pytest.fixture
def prepared(world):
    """The two debts of a list that came late and is not paid."""
    world.one = world.list_of(SHAHRIVAR, moment(1405, 8, 1))
    return kinds(world.prepare(DAY))


def issue(world, debt, **more):
    return issue_debt_notice(debt.pk, by=world.cast.officer, now=DAY, **more)


def nothing_issued() -> bool:
    return not (Journal.objects.filter(kind="debt").exists() or Paper.objects.filter(kind="debt_notice").exists() or Service.objects.exists() or Debt.objects.filter(state=DebtState.ISSUED).exists())


def test_an_officer_issues_it_in_his_own_name_with_books_letter_and_service(world, prepared):
    debt = issue(world, prepared[DebtKind.LIST_PENALTY])
    assert (debt.state, debt.issued_by) == (DebtState.ISSUED, world.cast.officer)
    assert {leg.account_id: leg.amount for leg in debt.journal.legs.all()} == {"1100": debt.amount, "4600": -debt.amount}
    assert debt.paper.document.read().startswith(b"%PDF-")
    service = Service.objects.get(paper=debt.paper)
    assert (service.to, service.state, service.service_day) == (("workplace", world.cast.honest.pk), "sent", None)
    assert Notice.objects.filter(kind="paper_waits", scope_id=world.cast.honest.pk).exists()


def test_late_money_is_posted_to_its_own_account(world, prepared):
    debt = issue(world, prepared[DebtKind.LATE_PREMIUM])
    assert balance("4610") == -debt.amount


def test_what_the_organisation_assessed_is_split_as_the_law_does(world):
    world.paper(world.cast.late, SHAHRIVAR, found_on=date_from_jalali(1405, 8, 20))
    debt = issue(world, kinds(world.prepare(DAY))[DebtKind.ASSESSED_ART_40])
    legs = {leg.account_id: leg.amount for leg in debt.journal.legs.all()}
    assert legs == {"1100": 90_000_000, "1200": 9_000_000, "4620": -81_000_000, "4300": -9_000_000, "4500": -9_000_000}


@pytest.mark.parametrize("who", ["employer", "clerk", "far_officer", "headquarters", "stranger"])
def test_nobody_but_an_officer_of_the_branch_issues(world, prepared, who):
    with pytest.raises(NotAllowed):
        issue_debt_notice(prepared[DebtKind.LIST_PENALTY].pk, by=getattr(world.cast, who), now=DAY)
    assert nothing_issued()


def test_the_machine_itself_never_issues(world, prepared):
    with pytest.raises(NotAllowed):
        issue_debt_notice(prepared[DebtKind.LIST_PENALTY].pk, by=system_user(), now=DAY)
    assert nothing_issued()


def test_it_is_issued_once(world, prepared):
    issue(world, prepared[DebtKind.LIST_PENALTY])
    with pytest.raises(NotPrepared):
        issue(world, prepared[DebtKind.LIST_PENALTY])
    assert Journal.objects.filter(kind="debt").count() == 1


@pytest.mark.parametrize("step", ["post", "issue_paper", "serve", "note_act"])
def test_whatever_breaks_in_the_middle_leaves_nothing_half_issued_and_may_be_done_again(world, prepared, step):
    debt = prepared[DebtKind.LIST_PENALTY]
    with mock.patch(f"opentamin.office.debts.actions.issue_debt_notice.{step}", side_effect=RuntimeError), pytest.raises(RuntimeError):
        issue(world, debt)
    assert nothing_issued()
    assert issue(world, debt).state == DebtState.ISSUED


def test_money_that_came_after_it_was_prepared_stops_the_letter(world, prepared):
    world.pay(world.one, 1_000_000, date_from_jalali(1405, 8, 3))
    with pytest.raises(NoLongerRight):
        issue(world, prepared[DebtKind.LATE_PREMIUM])
    assert nothing_issued()
    [again] = world.prepare(DAY)
    assert issue(world, again).amount < prepared[DebtKind.LATE_PREMIUM].amount


def test_what_rests_on_memory_alone_is_never_issued(world, prepared):
    debt = prepared[DebtKind.LIST_PENALTY]
    Debt.objects.filter(pk=debt.pk).update(is_enforceable=False)
    with pytest.raises(RestsOnMemory):
        issue(world, debt)
    assert nothing_issued()


def test_a_dead_sole_employer_is_not_served_and_the_debt_waits_for_an_officer(world, prepared):
    employer = world.cast.honest.employer
    Employer.objects.filter(pk=employer.pk).update(kind="natural", identifier="0012345679")
    record_death_of_employer(employer.pk, died_on=date_from_jalali(1405, 6, 1), branch_id=world.cast.branch.pk, proof="گواهی فوت", by=world.cast.officer, now=DAY)
    debt = prepared[DebtKind.LIST_PENALTY]
    with pytest.raises(CannotServe, match="درگذشته"):
        issue(world, debt)
    assert nothing_issued()
    heirs = issue(world, debt, channel="post", addressee="ورثهٔ مرحوم")
    assert Service.objects.get(paper=heirs.paper).addressee == "ورثهٔ مرحوم"


def test_the_time_to_object_begins_on_the_day_the_letter_is_opened(world, prepared):
    debt = issue(world, prepared[DebtKind.LIST_PENALTY])
    assert remedy_of(debt) is None
    open_paper(Service.objects.get(paper=debt.paper).pk, by=world.cast.employer, now=moment(1405, 9, 8))
    remedy = remedy_of(debt)
    assert remedy.service_day == date_from_jalali(1405, 9, 8)
    assert (remedy.last_day - remedy.service_day).days >= 30
    assert remedy.node.article == "remedy_last_day"


def test_the_letter_stays_the_bytes_it_was_whatever_becomes_of_its_text(world, prepared):
    from opentamin.office.debts.actions import write_letter_text
    from opentamin.office.debts.letters.texts import text_in_force

    debt = issue(world, prepared[DebtKind.LIST_PENALTY])
    before = debt.paper.document.read()
    text = {**text_in_force("list_penalty").text, "closing": "متن دیگری از حقوقدان."}
    write_letter_text("list_penalty", text, reason="روان‌تر", by=world.cast.headquarters, now=DAY)
    debt.refresh_from_db()
    assert debt.paper.document.read() == before
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE records_document SET body = ''")


def test_a_further_month_of_delay_is_a_further_entry_of_the_difference(world, prepared):
    first = issue(world, prepared[DebtKind.LATE_PREMIUM])
    issue(world, prepared[DebtKind.LIST_PENALTY])
    [second] = world.prepare(moment(1405, 10, 2))
    assert (second.before, second.amount) == (first.amount, second.total - first.amount)
    later = issue_debt_notice(second.pk, by=world.cast.officer, now=moment(1405, 10, 2))
    first.refresh_from_db()
    assert first.state == DebtState.ISSUED
    assert balance("4610") == -later.total


def test_a_payment_that_turns_out_to_have_come_in_time_lowers_by_a_further_entry(world, prepared):
    debt = issue(world, prepared[DebtKind.LATE_PREMIUM])
    half = world.one.assessment.due_total // 2
    world.pay(world.one, half, date_from_jalali(1405, 7, 29))
    revision = revise_debt(debt.pk, because="پرداخت ۲۹ مهر دیر به ما رسید", by=world.cast.officer, now=DAY)
    assert revision.amount == revision.total - debt.amount < 0
    issued = issue(world, revision)
    debt.refresh_from_db()
    assert debt.state == DebtState.REVISED
    assert remaining_of_debt(debt) == issued.total == -balance("4610")


def test_a_debt_whose_reason_is_gone_is_lowered_to_nothing(world, prepared):
    debt = issue(world, prepared[DebtKind.LATE_PREMIUM])
    world.pay(world.one, world.one.assessment.due_total, date_from_jalali(1405, 7, 29))
    issue(world, revise_debt(debt.pk, because="همه در مهلت پرداخت شده بود", by=world.cast.officer, now=DAY))
    assert remaining_of_debt(debt) == 0 == balance("4610")


def test_nothing_new_is_nothing_to_revise(world, prepared):
    debt = issue(world, prepared[DebtKind.LATE_PREMIUM])
    with pytest.raises(NothingToRevise):
        revise_debt(debt.pk, because="بازبینی", by=world.cast.officer, now=DAY)


def test_an_issued_debt_is_withdrawn_by_a_further_entry_and_may_be_asked_again(world, prepared):
    debt = issue(world, prepared[DebtKind.LIST_PENALTY])
    withdraw_debt(debt.pk, because="اشتباه صادر شد", by=world.cast.officer, now=DAY)
    debt.refresh_from_db()
    assert (debt.state, balance("4600"), remaining_of_debt(debt)) == (DebtState.WITHDRAWN, 0, 0)
    with pytest.raises(AlreadyWithdrawn):
        withdraw_debt(debt.pk, because="دوباره", by=world.cast.officer, now=DAY)
    assert [again.before for again in world.prepare(DAY)] == [0]


def test_what_was_paid_on_a_withdrawn_debt_is_credit_of_the_workplace(world, prepared):
    debt = issue(world, prepared[DebtKind.LIST_PENALTY])
    world.pay_journal(debt.journal, debt.workplace_id, debt.amount, DAY.date())
    withdraw_debt(debt.pk, because="اشتباه صادر شد", by=world.cast.officer, now=DAY)
    assert (credit(world), open_penalties(world)) == (debt.amount, 0)


def lowered(world, debt):
    """The debt paid by the whole, then lowered by a payment that came to light; how much less it asks."""
    world.pay_journal(debt.journal, debt.workplace_id, debt.amount, DAY.date())
    world.pay(world.one, world.one.assessment.due_total // 2, date_from_jalali(1405, 7, 29))
    return issue(world, revise_debt(debt.pk, because="پرداخت دیر به ما رسید", by=world.cast.officer, now=DAY))


def test_what_had_been_paid_over_is_credit_when_a_paid_debt_is_lowered(world, prepared):
    debt = issue(world, prepared[DebtKind.LATE_PREMIUM])
    lowering = lowered(world, debt)
    assert (credit(world), open_penalties(world)) == (-lowering.amount, 0)


def test_a_lowered_debt_is_withdrawn_with_its_lowering_and_gives_back_what_was_paid_and_no_more(world, prepared):
    debt = issue(world, prepared[DebtKind.LATE_PREMIUM])
    lowering = lowered(world, debt)
    withdraw_debt(debt.pk, because="اشتباه صادر شد", by=world.cast.officer, now=DAY)
    lowering.refresh_from_db()
    assert lowering.state == DebtState.WITHDRAWN
    assert (credit(world), open_penalties(world), balance("4610")) == (debt.amount, 0, 0)


def test_a_withdrawn_lowering_leaves_the_debt_as_it_was_and_asks_its_credit_back(world, prepared):
    debt = issue(world, prepared[DebtKind.LATE_PREMIUM])
    lowering = lowered(world, debt)
    withdraw_debt(lowering.pk, because="پرداخت از آن کارگاه دیگری بود", by=world.cast.officer, now=DAY)
    debt.refresh_from_db()
    assert debt.state == DebtState.ISSUED
    assert (credit(world), open_penalties(world)) == (-lowering.amount, -lowering.amount)


def test_a_withdrawn_lowering_of_an_unpaid_debt_leaves_the_whole_of_it_open(world, prepared):
    debt = issue(world, prepared[DebtKind.LATE_PREMIUM])
    world.pay(world.one, world.one.assessment.due_total // 2, date_from_jalali(1405, 7, 29))
    lowering = issue(world, revise_debt(debt.pk, because="پرداخت دیر به ما رسید", by=world.cast.officer, now=DAY))
    withdraw_debt(lowering.pk, because="پرداخت از آن کارگاه دیگری بود", by=world.cast.officer, now=DAY)
    assert (credit(world), remaining_of_debt(debt), open_penalties(world)) == (0, debt.amount, debt.amount)


def credit(world) -> int:
    return -balance("2110", ("workplace", world.cast.honest.pk))


def open_penalties(world) -> int:
    """Rials open on anything but the list itself."""
    items = open_items("1100", ("workplace", world.cast.honest.pk))
    return sum(item.remaining for item in items if item.kind != "list")


def test_collection_is_held_while_any_cause_is_open(world, prepared):
    debt = prepared[DebtKind.LIST_PENALTY]
    with pytest.raises(NotIssued):
        hold_collection(debt.pk, cause=("objection", 1), by=system_user(), now=DAY)
    issue(world, debt)
    hold = hold_collection(debt.pk, cause=("objection", 1), by=system_user(), now=DAY)
    assert hold_collection(debt.pk, cause=("objection", 1), by=system_user(), now=DAY) == hold
    hold_collection(debt.pk, cause=("objection", 2), by=system_user(), now=DAY)
    release_collection(debt.pk, cause=("objection", 1), because="رأی داده شد", by=world.cast.officer, now=DAY)
    assert is_held(debt)
    release_collection(debt.pk, cause=("objection", 2), because="پس گرفته شد", by=world.cast.officer, now=DAY)
    assert not is_held(debt)
    assert not release_collection(debt.pk, cause=("objection", 2), because="باز", by=world.cast.officer, now=DAY)


def test_the_amount_of_a_debt_is_never_changed_not_even_by_hand(world, prepared):
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE debts_debt SET amount = 1, total = 1")
