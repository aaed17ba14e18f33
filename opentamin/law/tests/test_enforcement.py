"""From a final debt to seizure: the writ and its time, and what may be taken."""

from hypothesis import given, settings
from hypothesis import strategies as st

from opentamin import law
from opentamin.law import Outcome
from opentamin.law.days import date_from_text
from opentamin.law.debts import DebtState, SeizedIncome, debt_enforceable, seizable_income, seizure_amount, writ_last_day
from opentamin.law.kinds import AMOUNT_MAX

NOW = law.of_month(140508)


def number(text):
    return law.days.number_of(date_from_text(text))


def writ(service, day, **facts):
    given = {"is_final": 1, "is_on_instalments": 0, "is_instalment_missed": 0, "is_writ_served": 1, **facts}
    return debt_enforceable(DebtState(**given, service_day=service, day=day), NOW)


def test_the_time_of_the_writ_ends_with_its_last_day_and_a_doubtful_day_is_for_a_person():
    service = number("1405-05-01")
    limit = writ_last_day(service, NOW)
    assert service < limit.last_day <= limit.doubt_until
    assert writ(service, limit.last_day).outcome == Outcome.WRIT_TIME_RUNS
    assert writ(service, limit.doubt_until + 1).outcome == Outcome.DEBT_ENFORCEABLE
    if limit.doubt_until > limit.last_day:
        assert writ(service, limit.doubt_until).outcome == Outcome.UNKNOWN


@settings(max_examples=60, deadline=None)
@given(st.integers(12_000, 20_000), st.integers(0, 25))
def test_nobody_is_seized_before_a_month_from_the_writ(service, after):
    assert writ(service, service + after).is_enforceable == 0


def test_a_writ_served_after_the_day_asked_is_for_a_person_to_judge():
    assert writ(number("1405-05-02"), number("1405-05-01")).outcome == Outcome.UNKNOWN


def test_the_tenth_added_to_a_seizure_is_remembered_only_and_not_enforced_on_that():
    node = law.explain(seizure_amount, {"debt": 100}, NOW)
    assert (node.output, law.is_enforceable(node)) == (110, False)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**13), st.integers(0, 1), st.integers(0, 1))
def test_two_thirds_of_an_income_are_always_left(income, is_pension, is_married):
    taken = seizable_income(SeizedIncome(income, is_pension, is_married), NOW)
    assert 3 * taken <= income
    if is_pension or is_married:
        assert 4 * taken <= income


def test_the_greatest_debt_fits():
    assert 2 * AMOUNT_MAX * NOW.seizure_added_rate.numerator < 2**61
