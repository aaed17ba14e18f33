"""What the machine prepares: late lists, absent lists, money paid by half, each by the articles and never twice."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from opentamin.law import days
from opentamin.law.days import date_from_jalali
from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.debts.actions import Shown, prepare_debts
from opentamin.office.debts.bills import perhaps_late
from opentamin.office.debts.models import Debt, DebtKind, DebtState, Evidence
from opentamin.office.debts.queries import traces_of
from opentamin.office.debts.reckoning import last_day_of
from opentamin.office.ledger.models import Journal

from .conftest import moment

pytestmark = pytest.mark.django_db

# The list of Shahrivar 1405 is due by the last day of Mehr, a Thursday; that of Mehr by the last of Aban, a Saturday.
SHAHRIVAR, MEHR = 140506, 140507


def kinds(debts):
    return {debt.kind: debt for debt in debts}


def test_a_list_one_day_late_and_paid_in_time_is_asked_ten_percent_of_its_premium(world):
    one = world.list_of(SHAHRIVAR, moment(1405, 8, 1))
    world.pay(one, one.assessment.due_total, date_from_jalali(1405, 7, 30))
    [debt] = world.prepare(moment(1405, 8, 2))
    premium = one.assessment.due_total - one.assessment.unemployment
    assert (debt.kind, debt.amount, debt.total, debt.before) == (DebtKind.LIST_PENALTY, (premium * 10 + 50) // 100, debt.amount, 0)
    assert (debt.state, debt.journal, debt.evidence.list) == (DebtState.PREPARED, None, one)
    assert debt.last_day == date_from_jalali(1405, 7, 30)


def test_a_list_on_its_last_day_is_asked_nothing(world):
    one = world.list_of(SHAHRIVAR, moment(1405, 7, 30, 23))
    world.pay(one, one.assessment.due_total, date_from_jalali(1405, 7, 30))
    assert world.prepare(moment(1405, 8, 20)) == []


def test_a_list_in_time_and_wholly_paid_in_time_is_not_even_looked_at_and_every_other_is(world):
    day, last_day = date_from_jalali(1405, 8, 20), date_from_jalali(1405, 7, 30)
    one = world.list_of(SHAHRIVAR, moment(1405, 7, 30, 23))

    def looked_at() -> bool:
        return one in perhaps_late(day, known_on=day)

    assert looked_at(), "nothing is paid"
    world.pay(one, one.assessment.due_total - 1, last_day)
    assert looked_at(), "a rial is open"
    world.pay(one, 1, date_from_jalali(1405, 8, 1))
    assert looked_at(), "a rial came a day late"


@pytest.mark.parametrize(("arrived", "is_looked_at"), [((1405, 7, 30, 23), False), ((1405, 8, 1, 0), True)])
def test_paid_in_time_it_is_the_day_the_list_came_that_tells(world, arrived, is_looked_at):
    one = world.list_of(SHAHRIVAR, moment(*arrived))
    world.pay(one, one.assessment.due_total, date_from_jalali(1405, 7, 30))
    assert (one in perhaps_late(date_from_jalali(1405, 8, 20), known_on=date_from_jalali(1405, 8, 20))) is is_looked_at


def test_money_paid_by_half_bears_two_percent_a_month_on_the_open_half_alone(world):
    one = world.list_of(SHAHRIVAR, moment(1405, 7, 10))
    half = one.assessment.due_total // 2
    world.pay(one, half, date_from_jalali(1405, 7, 30))
    [debt] = world.prepare(moment(1405, 9, 1))  # two months of delay have begun: Aban, Azar
    open_half = one.assessment.due_total - half
    assert (debt.kind, debt.amount) == (DebtKind.LATE_PREMIUM, 2 * ((open_half * 2 + 50) // 100))


def test_what_is_paid_late_bears_its_own_months_and_the_rest_its_own(world):
    one = world.list_of(SHAHRIVAR, moment(1405, 7, 10))
    third = one.assessment.due_total // 3
    world.pay(one, third, date_from_jalali(1405, 8, 5))
    [debt] = world.prepare(moment(1405, 9, 1))
    rest = one.assessment.due_total - third
    assert [part["amount"] for part in debt.parts] == [(third * 2 + 50) // 100, 2 * ((rest * 2 + 50) // 100)]
    assert debt.amount == sum(part["amount"] for part in debt.parts)


def test_an_absent_list_without_any_paper_of_its_month_is_asked_nothing(world):
    world.list_of(SHAHRIVAR, moment(1405, 7, 10), world.cast.late)
    assert all(debt.month == SHAHRIVAR for debt in world.prepare(moment(1405, 9, 15)))


def test_an_absent_list_with_a_paper_of_its_month_is_assessed_with_both_penalties(world):
    paper = world.paper(world.cast.late, SHAHRIVAR, found_on=date_from_jalali(1405, 8, 20))
    found = kinds(world.prepare(moment(1405, 9, 1)))
    assert set(found) == {DebtKind.ASSESSED_ART_40, DebtKind.LIST_PENALTY, DebtKind.LATE_PREMIUM}
    assessed = found[DebtKind.ASSESSED_ART_40]
    assert assessed.amount == 300_000_000 * 30 // 100 == assessed.split["4620"] + assessed.split["4300"]
    assert found[DebtKind.LIST_PENALTY].amount == assessed.split["4620"] // 10
    assert found[DebtKind.LATE_PREMIUM].amount == 2 * (assessed.amount * 2 // 100)
    assert {debt.evidence for debt in found.values()} == {paper}


def test_a_paper_of_another_month_proves_nothing_of_this_one(world):
    world.paper(world.cast.late, MEHR, found_on=date_from_jalali(1405, 8, 20))
    assert {debt.month for debt in world.prepare(moment(1405, 9, 15))} == {MEHR}


def test_the_database_refuses_a_debt_that_rests_on_another_month(world):
    world.paper(world.cast.late, SHAHRIVAR, found_on=date_from_jalali(1405, 8, 20))
    other = world.paper(world.cast.late, MEHR, found_on=date_from_jalali(1405, 8, 20))
    [debt, *_] = world.prepare(moment(1405, 9, 1))
    debt.pk, debt.tracking, debt.evidence, debt.state = None, "1405-0901-999999", other, DebtState.WITHDRAWN
    debt.withdrawn_at, debt.withdrawn_because = moment(1405, 9, 1), "آزمون"
    with pytest.raises(IntegrityError, match="debt_rests_on_its_own_period"), transaction.atomic():
        debt.save(force_insert=True)
        transaction.get_connection().cursor().execute("SET CONSTRAINTS ALL IMMEDIATE")


def test_the_database_refuses_a_list_as_evidence_of_another_month(world):
    one = world.list_of(SHAHRIVAR, moment(1405, 8, 1))
    with pytest.raises(IntegrityError, match="evidence_list_of_its_own_period"), transaction.atomic():
        Evidence.objects.create(workplace=one.workplace, month=MEHR, kind="list", list=one, found_on=date(2026, 1, 1), recorded_at=moment(1405, 9, 1), recorded_by=world.cast.officer)


def test_preparing_again_prepares_nothing_twice(world):
    world.list_of(SHAHRIVAR, moment(1405, 8, 1))
    assert len(world.prepare(moment(1405, 8, 2))) == 2
    assert world.prepare(moment(1405, 8, 2)) == []
    assert Debt.objects.count() == 2


def test_the_next_month_of_delay_replaces_what_was_only_prepared(world):
    world.list_of(SHAHRIVAR, moment(1405, 7, 10))
    [first] = world.prepare(moment(1405, 8, 2))
    [second] = world.prepare(moment(1405, 9, 2))
    first.refresh_from_db()
    assert (first.state, second.amount) == (DebtState.WITHDRAWN, 2 * first.amount)


def test_what_was_only_prepared_falls_away_when_the_money_turns_out_to_have_come_in_time(world):
    one = world.list_of(SHAHRIVAR, moment(1405, 7, 10))
    [debt] = world.prepare(moment(1405, 8, 2))
    world.pay(one, one.assessment.due_total, date_from_jalali(1405, 7, 29))
    assert world.prepare(moment(1405, 8, 3)) == []
    debt.refresh_from_db()
    assert (debt.state, debt.withdrawn_because) == (DebtState.WITHDRAWN, "fell_away")


@pytest.mark.parametrize(("month", "last_day"), [(140503, (1405, 4, 31)), (140504, (1405, 5, 31)), (140506, (1405, 7, 30))])
def test_a_last_day_on_a_working_day_stays(month, last_day):
    assert last_day_of(month, False, known_on=date(2026, 11, 22)).last_day == days.number_of(date_from_jalali(*last_day))


def test_a_last_day_on_a_holiday_moves_to_the_next_working_day_by_the_calendar_of_the_law():
    """Nowruz: the list of Bahman 1404 is due by the last of Esfand, the day of oil, and the four days after it are closed too."""
    moved = days.date_of(last_day_of(140411, False, known_on=date(2026, 11, 22)).last_day)
    assert moved >= date_from_jalali(1405, 1, 5)


def test_a_list_that_came_on_the_day_its_last_day_moved_to_is_not_late(world):
    moved = days.date_of(last_day_of(140411, False, known_on=date(2026, 11, 22)).last_day)
    one = world.list_of(140411, moment(*days.jalali_from_date(moved)))
    world.pay(one, one.assessment.due_total, moved)
    assert world.prepare(moment(1405, 2, 1)) == []


def test_a_workplace_of_the_five_worker_law_has_a_month_more(world):
    from django.db.backends.postgresql.psycopg_any import DateRange

    late = world.cast.late
    late.five_worker_relief = DateRange(date(2020, 1, 1), None)
    late.save(update_fields=["five_worker_relief"])
    world.list_of(SHAHRIVAR, moment(1405, 8, 20), late)
    assert world.prepare(moment(1405, 8, 25)) == []
    assert [debt.kind for debt in world.prepare(moment(1405, 9, 2))] == [DebtKind.LATE_PREMIUM]


def test_every_debt_keeps_its_reasons_article_by_article(world):
    world.list_of(SHAHRIVAR, moment(1405, 8, 1))
    for debt in world.prepare(moment(1405, 8, 2)):
        [node] = traces_of(debt)
        assert node.article == {"list_penalty": "list_penalty", "late_premium": "late_premium_penalty"}[debt.kind]
        assert str(debt.amount) in repr(node.output)


@pytest.mark.parametrize("who", ["employer", "clerk", "stranger", "far_officer", "headquarters"])
def test_whoever_is_not_of_the_branch_prepares_nothing(world, who):
    world.list_of(SHAHRIVAR, moment(1405, 8, 1))
    with pytest.raises(NotAllowed):
        prepare_debts(date_from_jalali(1405, 8, 2), by=getattr(world.cast, who), now=moment(1405, 8, 2), workplaces=[world.cast.honest.pk])
    assert not Debt.objects.exists()


def test_preparing_moves_no_money(world):
    world.list_of(SHAHRIVAR, moment(1405, 8, 1))
    before = Journal.objects.count()
    world.prepare(moment(1405, 9, 2))
    assert Journal.objects.count() == before


def test_a_paper_that_shows_more_than_the_list_is_prepared_as_a_difference_and_no_more(world):
    from opentamin.office.debts.actions import NeedsBoard, issue_debt_notice

    one = world.list_of(SHAHRIVAR, moment(1405, 7, 10))
    world.pay(one, one.assessment.due_total, date_from_jalali(1405, 7, 20))
    world.paper(world.cast.honest, SHAHRIVAR, found_on=date_from_jalali(1405, 8, 20), rows=[Shown("کارگر تازه", 30, 200_000_000)])
    [debt] = world.prepare(moment(1405, 9, 1))
    assert (debt.kind, debt.amount, debt.before) == (DebtKind.DIFFERENCE_ART_101, 200_000_000 * 30 // 100, one.assessment.due_total)
    assert [node.article for node in traces_of(debt)] == ["list_due", "difference_damages"]
    with pytest.raises(NeedsBoard):
        issue_debt_notice(debt.pk, by=world.cast.officer, now=moment(1405, 9, 1))
