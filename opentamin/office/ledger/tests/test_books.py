"""The books: what is posted balances, what does not balance is refused by the database itself, and nothing posted changes."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opentamin.office.ledger.actions import AlreadyPosted, NothingToPost, Unbalanced, UnknownAccount, post, reverse
from opentamin.office.ledger.models import Account, Journal, Leg
from opentamin.office.ledger.queries import balance, balances, find_reversal, journals_of, trial_balance

pytestmark = pytest.mark.django_db
NOW, TODAY = datetime(2026, 11, 26, 7, 38, tzinfo=UTC), date(2026, 11, 26)
SHOP, STATE = ("workplace", 7), ("state", 0)


def assessed(list_id: int = 1, rials: int = 300, on: date = TODAY) -> Journal:
    legs = [("1100", *SHOP, rials), ("4100", *SHOP, -rials // 3), ("4200", *SHOP, -(rials + -rials // 3))]
    return post(kind="list", subject=("list", list_id), on=on, legs=legs, reason="1405-0905-000017", now=NOW)


def test_a_journal_stands_with_its_legs_and_its_number(django_assert_num_queries):
    with django_assert_num_queries(1):
        journal = assessed()
    assert journal == Journal.objects.get() and journal.number == Journal.objects.get().number
    assert list(journal.legs.order_by("id").values_list("account_id", "party_id", "amount")) == [("1100", 7, 300), ("4100", 7, -100), ("4200", 7, -200)]
    assert (balance("1100"), balance("1100", SHOP), balance("1100", ("workplace", 8))) == (300, 300, 0)
    assert balances(SHOP) == {"1100": 300, "4100": -100, "4200": -200}


@pytest.mark.parametrize("legs", [[("1100", *SHOP, 300), ("4100", *SHOP, -299)], [("1100", *SHOP, 1)]])
def test_legs_that_do_not_sum_to_zero_are_refused_and_nothing_is_written(legs):
    with pytest.raises(Unbalanced, match="by 1 rials"):
        post(kind="list", subject=("list", 1), on=TODAY, legs=legs, now=NOW)
    assert not Journal.objects.exists()


def test_a_journal_that_moves_nothing_is_refused():
    with pytest.raises(NothingToPost):
        post(kind="list", subject=("list", 1), on=TODAY, legs=[("1100", *SHOP, 0), ("4100", *SHOP, 0)], now=NOW)
    assert not Journal.objects.exists()


def test_legs_of_zero_rials_are_left_out():
    journal = post(kind="list", subject=("list", 1), on=TODAY, legs=[("1100", *SHOP, 5), ("4400", *SHOP, 0), ("4100", *SHOP, -5)], now=NOW)
    assert journal.legs.count() == 2


def test_an_account_that_is_not_in_the_chart_is_named_and_nothing_is_written():
    with pytest.raises(UnknownAccount, match="9999"):
        post(kind="list", subject=("list", 1), on=TODAY, legs=[("1100", *SHOP, 5), ("9999", *SHOP, -5)], now=NOW)
    assert not Journal.objects.exists() and not Leg.objects.exists()


def test_one_subject_is_posted_once_and_the_transaction_goes_on():
    assessed(1)
    with pytest.raises(AlreadyPosted):
        assessed(1, rials=900)
    assessed(2)
    assert Journal.objects.count() == 2 and balance("1100") == 600


def test_a_reversal_takes_the_journal_back_by_a_further_one_and_only_once():
    journal = assessed()
    back = reverse(journal, on=TODAY, reason="کارگاه اشتباه بود", now=NOW)
    assert balances(SHOP) == {} and Leg.objects.count() == 6
    assert find_reversal(journal) == back and journals_of(("journal", journal.pk)) == [back]
    with pytest.raises(AlreadyPosted):
        reverse(journal, on=TODAY, reason="بار دوم", now=NOW)
    assert Leg.objects.count() == 6


def test_the_trial_balance_shows_every_account_as_of_a_day():
    assessed(1, on=date(2026, 11, 20))
    assessed(2, rials=600, on=date(2026, 11, 21))
    rows = {row.account.code: row for row in trial_balance(date(2026, 11, 20))}
    assert rows["1100"][1:] == (300, 0, 300) and rows["4200"][1:] == (0, 200, -200) and rows["4500"][1:] == (0, 0, 0)
    assert len(rows) == Account.objects.count()
    assert {row.account.code: row.balance for row in trial_balance()}["1100"] == 900
    assert balance("1100", SHOP, on=date(2026, 11, 20)) == 300


def raw_journal(cursor) -> int:
    cursor.execute(
        "INSERT INTO ledger_journal (kind, posted_on, subject_kind, subject_id, reason, created_at) VALUES ('raw', now(), 'raw', 1, '', now()) RETURNING id"
    )
    return cursor.fetchone()[0]


def raw_legs(cursor, *legs: tuple[int, str, int]) -> None:
    values = ", ".join("(%s, %s, '', 0, %s)" for _ in legs)
    cursor.execute(f"INSERT INTO ledger_leg (journal_id, account_id, party_kind, party_id, amount) VALUES {values}", [value for leg in legs for value in leg])


def test_the_database_itself_refuses_legs_that_do_not_balance():
    with pytest.raises(IntegrityError, match="out of balance by 1 rials"), transaction.atomic(), connection.cursor() as cursor:
        journal = raw_journal(cursor)
        raw_legs(cursor, (journal, "1100", 300), (journal, "4100", -299))
    assert not Journal.objects.exists()


def test_the_database_itself_refuses_two_journals_that_balance_only_together():
    with pytest.raises(IntegrityError, match="out of balance"), transaction.atomic(), connection.cursor() as cursor:
        journal = raw_journal(cursor)
        raw_legs(cursor, (journal, "1100", 300), (assessed().pk, "4100", -300))


def test_the_database_itself_refuses_to_open_a_closed_journal_again():
    journal = assessed()
    with pytest.raises(IntegrityError, match="is closed"), transaction.atomic(), connection.cursor() as cursor:
        raw_legs(cursor, (journal.pk, "1100", 300), (journal.pk, "4100", -300))
    assert balance("1100") == 300


def test_the_database_itself_refuses_a_journal_without_legs_when_the_transaction_ends():
    with pytest.raises(IntegrityError, match="has no legs"), transaction.atomic(), connection.cursor() as cursor:
        raw_journal(cursor)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.mark.parametrize(
    "statement",
    ["UPDATE ledger_leg SET amount = 1", "DELETE FROM ledger_leg", "UPDATE ledger_journal SET reason = 'x'", "DELETE FROM ledger_journal"],
)
def test_the_database_itself_refuses_to_change_what_is_posted(statement):
    assessed()
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert balance("1100") == 300 and Journal.objects.get().reason == "1405-0905-000017"


amounts = st.lists(st.integers(-(10**15), 10**15), min_size=1, max_size=6)
codes = st.sampled_from(["1100", "1200", "4100", "4200", "4300", "4400", "4500"])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(journals=st.lists(st.tuples(amounts, codes, codes, st.booleans()), max_size=6))
def test_whatever_is_posted_and_reversed_in_whatever_order_the_books_balance(journals):
    with transaction.atomic():
        start, expected = Journal.objects.count(), 0
        for number, (parts, debited, credited, is_reversed) in enumerate(journals):
            legs = [(debited, *SHOP, part) for part in parts] + [(credited, *STATE, -sum(parts))]
            if not any(parts):
                continue
            journal = post(kind="random", subject=("random", number), on=TODAY, legs=legs, now=NOW)
            expected += 1 + is_reversed
            if is_reversed:
                reverse(journal, on=TODAY, reason="بازگشت", now=NOW)
        assert Journal.objects.count() == start + expected
        rows = trial_balance()
        assert sum(row.balance for row in rows) == 0 == sum(row.debit - row.credit for row in rows)
        transaction.set_rollback(True)
