"""Insured months: every list adds entries, nothing is rewritten, and the current months are what the entries come to."""

from importlib import import_module

import numpy as np
import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.accounts.tests.people import give, person
from opentamin.office.history.actions import AlreadyWritten, NothingToWithdraw, rebuild_current, withdraw_months, write_opening
from opentamin.office.history.models import MonthCurrent, MonthEntry
from opentamin.office.history.queries import last_month_of_workplace, month_of_person, months_of, projection_differences
from opentamin.office.registry.actions import merge_people, undo_merge
from opentamin.office.registry.tests.cast import branch, head_of, maryam

from .months import MILL, NOW, SHOP, columns, write

pytestmark = pytest.mark.django_db
MARYAM, ALI, ZAHRA = 501, 502, 503


def current(person_id: int, month: int = 140508) -> tuple[int, int] | None:
    found = month_of_person(person_id, month)
    return (found.days, found.wage) if found else None


def withdraw(list_id: int) -> int:
    desk = branch()
    return withdraw_months(source_kind="list", source_id=list_id, by=head_of(desk), branch_id=desk.pk, reason="فهرست اشتباه بود", now=NOW)


def test_a_list_writes_one_entry_a_person_and_the_month_stands():
    assert write(1, 140508, [MARYAM, ALI], [30, 12], [300, 120]) == 2
    assert current(MARYAM) == (30, 300) and current(ALI) == (12, 120)
    entry = MonthEntry.objects.get(person_id=ALI)
    assert (entry.kind, entry.supersedes, entry.list_id, entry.recorded_at) == ("original", None, 1, NOW)


def test_a_month_of_nought_days_is_written_and_shown():
    write(1, 140508, [MARYAM], [0], [0])
    assert current(MARYAM) == (0, 0)


def test_a_list_of_nobody_writes_nothing():
    assert write(1, 140508, [], [], []) == 0
    assert not MonthEntry.objects.exists() and not MonthCurrent.objects.exists()


def test_a_second_list_of_the_month_adds_its_people_and_touches_nobody_else():
    write(1, 140508, [MARYAM], [30], [300])
    write(2, 140508, [ALI], [30], [100])
    assert current(MARYAM) == (30, 300) and current(ALI) == (30, 100)
    assert set(MonthEntry.objects.values_list("kind", flat=True)) == {"original"}


def test_a_second_list_with_the_same_person_is_a_correction_that_adds_to_the_month():
    write(1, 140508, [MARYAM, ALI], [20, 30], [200, 300])
    write(2, 140508, [ALI, MARYAM], [0, 10], [50, 100], is_hazardous=True)
    assert current(MARYAM) == (30, 300) and current(ALI) == (30, 350)
    first = MonthEntry.objects.get(person_id=MARYAM, list_id=1)
    second = MonthEntry.objects.get(person_id=MARYAM, list_id=2)
    assert (second.kind, second.supersedes) == ("correction", first.id)
    row = MonthCurrent.objects.get(person_id=MARYAM)
    assert (row.entry_id, row.list_id, row.lists, row.is_hazardous) == (second.id, 2, 2, True)


def test_a_person_in_two_rows_of_one_list_has_the_sum():
    write(1, 140508, [MARYAM, MARYAM], [10, 5], [100, 50])
    assert current(MARYAM) == (15, 150) and MonthCurrent.objects.get().lists == 2


def test_another_contract_row_is_another_part_of_the_month():
    write(1, 140508, [MARYAM], [10], [100])
    write(2, 140508, [MARYAM], [10], [100], row="001")
    write(3, 140508, [MARYAM], [10], [100], at=MILL)
    found = month_of_person(MARYAM, 140508)
    assert (found.days, len(found.parts), found.workplaces) == (30, 3, 2)


def test_the_same_list_is_written_once():
    write(1, 140508, [MARYAM], [30], [300])
    with pytest.raises(AlreadyWritten):
        write(1, 140508, [MARYAM, ALI], [30, 30], [300, 300])
    assert current(MARYAM) == (30, 300) and current(ALI) is None and MonthEntry.objects.count() == 1


def test_a_withdrawn_list_leaves_no_trace_in_the_month_and_all_of_it_in_the_entries():
    write(1, 140508, [MARYAM, ALI], [30, 30], [300, 100])
    assert withdraw(1) == 2
    assert current(MARYAM) is None and not MonthCurrent.objects.exists()
    entries = MonthEntry.objects.filter(person_id=MARYAM).order_by("id")
    assert [(entry.kind, entry.days, entry.wage) for entry in entries] == [("original", 30, 300), ("withdrawal", -30, -300)]
    assert entries[1].supersedes == entries[0].id


def test_withdrawing_one_of_two_lists_leaves_the_other_and_its_signs():
    write(1, 140508, [MARYAM], [20], [200])
    write(2, 140508, [MARYAM], [10], [100], is_hazardous=True)
    withdraw(2)
    row = MonthCurrent.objects.get(person_id=MARYAM)
    assert (row.days, row.wage, row.list_id, row.lists, row.is_hazardous) == (20, 200, 1, 1, False)


def test_a_list_is_withdrawn_once_and_may_then_be_written_again():
    write(1, 140508, [MARYAM], [30], [300])
    withdraw(1)
    with pytest.raises(NothingToWithdraw):
        withdraw(1)
    write(1, 140508, [MARYAM], [29], [290])
    assert current(MARYAM) == (29, 290) and projection_differences() == 0


def test_an_officer_of_another_branch_withdraws_nothing():
    write(1, 140508, [MARYAM], [30], [300])
    stranger = person("stranger")
    give(stranger, "officer", branch("0021").pk)
    with pytest.raises(NotAllowed):
        withdraw_months(source_kind="list", source_id=1, by=stranger, branch_id=branch("0018").pk, reason="بی‌اجازه", now=NOW)
    assert MonthEntry.objects.count() == 1 and current(MARYAM) == (30, 300)


def test_opening_records_of_many_years_and_workplaces_are_written_in_one_go_and_once():
    rows = {**columns([MARYAM] * 3 + [ALI], [31, 31, 30, 29], [10, 20, 30, 40]), "month": [138001, 138002, 139907, 140312], "workplace_id": [SHOP, SHOP, MILL, MILL]}
    assert write_opening(source_id=9, columns=rows, now=NOW) == 4
    assert [month.month for month in months_of(MARYAM)] == [139907, 138002, 138001]
    assert MonthEntry.objects.get(person_id=ALI).source_kind == "opening"
    with pytest.raises(AlreadyWritten):
        write_opening(source_id=9, columns=rows, now=NOW)
    assert MonthEntry.objects.count() == 4
    write(1, 139907, [MARYAM], [1], [5], at=MILL)
    assert current(MARYAM, 139907) == (31, 35)


@pytest.mark.parametrize(("days", "wage"), [(32, 1), (-1, 1), (1, -1)])
def test_days_beyond_a_month_and_negative_values_never_reach_the_table(days, wage):
    with pytest.raises(AssertionError):
        write(1, 140508, [MARYAM], [days], [wage])
    assert not MonthEntry.objects.exists()


@pytest.mark.parametrize("table", ["history_monthentry", "history_monthentry_1390", "history_monthentry_1405"])
@pytest.mark.parametrize("statement", ["UPDATE {} SET days = 1", "DELETE FROM {}"])
def test_the_database_itself_refuses_to_change_an_entry(table, statement):
    write(1, 140508, [MARYAM], [30], [300])
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement.format(table))
    assert MonthEntry.objects.get().days == 30


def tables_of_months():
    with connection.cursor() as cursor:
        cursor.execute("SELECT month, tableoid::regclass::text FROM history_monthentry")
        return {month: table.removeprefix("history_monthentry_") for month, table in cursor.fetchall()}


def test_a_month_lies_in_the_table_of_its_year_and_a_distant_one_in_that_of_its_decade():
    for list_id, month in enumerate([139912, 140001, 140012, 140101, 141912, 142001, 144912, 145001], 1):
        write(list_id, month, [MARYAM], [1], [1])
    assert tables_of_months() == {
        139912: "1390", 140001: "1400", 140012: "1400", 140101: "1401",
        141912: "1419", 142001: "1420", 144912: "1440", 145001: "other",
    }  # fmt: skip


def test_years_can_be_made_decades_again_and_back_with_every_entry_kept():
    years = import_module("opentamin.office.history.migrations.0002_years")
    for list_id, month in enumerate([139912, 140001, 140508, 141912], 1):
        write(list_id, month, [MARYAM], [list_id], [1])
    before, by_years = sorted(MonthEntry.objects.values_list()), tables_of_months()
    with connection.cursor() as cursor:
        cursor.execute(years.BY_DECADES)
        assert tables_of_months() == {139912: "1390", 140001: "1400", 140508: "1400", 141912: "1410"}
        assert sorted(MonthEntry.objects.values_list()) == before
        cursor.execute(years.BY_YEARS)
    assert tables_of_months() == by_years
    assert sorted(MonthEntry.objects.values_list()) == before
    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        MonthEntry.objects.update(days=1)


def test_the_last_month_of_a_workplace_is_the_newest_before_the_one_asked_about():
    write(1, 140506, [MARYAM], [30], [300])
    write(2, 140508, [MARYAM], [29], [290])
    write(3, 140507, [MARYAM], [29], [290], at=MILL)
    assert last_month_of_workplace(SHOP, 140508) == (140506, {MARYAM: (30, 300)})
    assert last_month_of_workplace(SHOP, 140506) is None


def test_months_of_merged_people_are_read_together_and_apart_again_when_the_merge_is_undone():
    one, two = maryam(), maryam(insurance_number="12345678")
    write(1, 140507, [one.pk], [30], [300])
    write(2, 140507, [two.pk], [10], [100], at=MILL)
    write(3, 140508, [two.pk], [30], [300], at=MILL)
    acting = {"branch_id": branch().pk, "by": head_of(branch()), "reason": "یک نفرند", "now": NOW}
    link = merge_people(one.pk, two.pk, **acting)
    for either in (one.pk, two.pk):
        assert [(month.month, month.days) for month in months_of(either)] == [(140508, 30), (140507, 40)]
    undo_merge(link.pk, **acting)
    assert [month.month for month in months_of(one.pk)] == [140507]
    assert MonthEntry.objects.count() == 3


def test_a_list_of_any_length_is_written_in_four_statements_and_a_savepoint(django_assert_num_queries):
    with django_assert_num_queries(6):
        write(1, 140508, list(range(1, 501)), [30] * 500, [100] * 500)


def test_a_wage_beyond_what_a_float_can_hold_is_kept_to_the_rial():
    rials = 2**53 + 1
    write(1, 140508, [MARYAM], [30], [rials])
    write(2, 140508, [MARYAM], [0], [rials])
    assert current(MARYAM) == (30, 2 * rials)


people = st.sampled_from([MARYAM, ALI, ZAHRA])
rows = st.lists(st.tuples(people, st.integers(0, 31), st.integers(0, 10**12)), min_size=1, max_size=4)
acts = st.lists(
    st.one_of(
        st.tuples(st.just("write"), st.sampled_from([140507, 140508]), st.sampled_from([SHOP, MILL]), st.sampled_from(["", "001"]), rows, st.booleans()),
        st.tuples(st.just("withdraw"), st.integers(0, 9)),
    ),
    max_size=10,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=acts)
def test_whatever_is_written_and_withdrawn_in_whatever_order_the_current_months_are_the_sum_of_what_stands(acts):
    with transaction.atomic():
        standing: dict[int, tuple] = {}
        for number, act in enumerate(acts):
            if act[0] == "write":
                _, month, place, row, members, is_hazardous = act
                ids, days, wages = (list(column) for column in zip(*members, strict=True))
                write(number, month, ids, days, wages, at=place, row=row, is_hazardous=is_hazardous)
                standing[number] = act
            elif act[1] in standing:
                withdraw(act[1])
                del standing[act[1]]
        assert projection_differences() == 0
        expected: dict[tuple, list] = {}
        for _, month, place, row, members, is_hazardous in standing.values():
            for one, days, wage in members:
                sums = expected.setdefault((one, month, place, row), [0, 0, False])
                sums[0], sums[1], sums[2] = sums[0] + days, sums[1] + wage, sums[2] or is_hazardous
        found = {(m.person_id, m.month, m.workplace_id, m.contract_row): [m.days, m.wage, m.is_hazardous] for m in MonthCurrent.objects.all()}
        assert found == expected
        assert rebuild_current() == len(expected) and projection_differences() == 0
        transaction.set_rollback(True)


def test_a_broken_projection_is_noticed_and_mended():
    write(1, 140508, [MARYAM], [30], [300])
    MonthCurrent.objects.update(days=29)
    assert projection_differences() == 2  # one row that should not be, one that should
    rebuild_current()
    assert projection_differences() == 0 and current(MARYAM) == (30, 300)


def test_columns_may_come_as_any_integers():
    rows = {"person_id": np.array([MARYAM], np.int32), "days": np.array([30], np.int64), "wage": [300], "is_hazardous": np.array([1])}
    assert write_opening(source_id=1, columns={**rows, "month": np.array([140508]), "workplace_id": [SHOP]}, now=NOW) == 1
    assert current(MARYAM) == (30, 300)
