"""Debts: what delay, contracts, instalments and enforcement cost, on both sides of every line."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opentamin import law
from opentamin.law import ARTICLES, Outcome
from opentamin.law.days import add_months, date_from_text, day_number, next_month
from opentamin.law.debts import (
    ContractWork,
    InstalmentAsked,
    InstalmentPlan,
    LateMonth,
    PlanState,
    RemissionAsked,
    contract_due,
    contract_premium,
    debt_of_month,
    instalment_missed,
    instalment_payment,
    instalment_plan,
    late_premium_penalty,
    list_penalty_amount,
    penalty_remission,
)
from opentamin.law.debts.contract_rows import ContractKind
from opentamin.law.debts.counting import months_of_delay
from opentamin.law.kinds import AMOUNT_MAX, kind_needed
from opentamin.law.machine.figures import Status, Value, all_figures

NOW = law.of_month(140508)
KINDS = kind_needed(ContractKind).options


def on(text):
    return law.at(date_from_text(text))


def number(text):
    return law.days.number_of(date_from_text(text))


def chosen(**choices):
    """The law of Aban 1405 with other policies chosen."""
    figures = dict(all_figures())
    for name, choice in choices.items():
        figure = figures[name]
        row = figure.on(NOW.day)
        assert row is not None, name
        value = figure.choices.index(choice)
        figures[name] = replace(figure, values=(Value(value, row.since, row.known_from, Status.POLICY, "a test", "a test"),))
    return law.Law(NOW.day, None, figures)


def month(day, premium=269_333_910, unemployment=29_925_990, state=0, list_day="1405-02-31"):
    return LateMonth(premium, unemployment, premium, unemployment, number("1405-02-31"), state, number(list_day), number(day))


# Penalties


@pytest.mark.parametrize(
    ("due", "day", "begun", "whole"),
    [
        ("1405-02-31", "1405-02-31", 0, 0),
        ("1405-02-31", "1405-03-01", 1, 0),
        ("1405-02-31", "1405-03-31", 1, 1),
        ("1405-02-31", "1405-04-01", 2, 1),
        ("1404-09-30", "1405-01-30", 4, 3),
        ("1404-09-30", "1405-01-31", 4, 4),
        ("1404-09-30", "1404-12-29", 3, 3),
        ("1404-10-30", "1404-12-29", 2, 2),
        ("1405-02-10", "1405-03-10", 1, 1),
        ("1405-02-10", "1405-03-11", 2, 1),
    ],
)
def test_months_of_delay_follow_the_calendar(due, day, begun, whole):
    assert months_of_delay(number(due), number(day), 1) == begun
    assert months_of_delay(number(due), number(day), 0) == whole


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 3_000), st.integers(0, 400))
def test_more_delay_never_costs_less(after, more):
    due = number("1400-01-31")
    for part in (0, 1):
        assert months_of_delay(due, due + after, part) <= months_of_delay(due, due + after + more, part)
    begun, whole = months_of_delay(due, due + after, 1), months_of_delay(due, due + after, 0)
    assert 0 <= begun - whole <= 1 and add_months(due + 1, whole) <= due + after + 1


def test_if_only_whole_months_count_a_day_of_delay_costs_nothing():
    current = chosen(part_of_month="whole_months")
    assert late_premium_penalty(month("1405-03-30"), current).late_penalty == 0
    assert late_premium_penalty(month("1405-03-31"), current).late_penalty == 5_985_198
    assert late_premium_penalty(month("1405-03-01"), NOW).late_penalty == 5_985_198


def test_the_worked_example_takes_the_lists_penalty_on_all_if_the_three_points_are_counted():
    late = month("1405-05-31", list_day="1405-05-31")
    counted, not_counted = debt_of_month(late, chosen(list_penalty_counts="with_unemployment")), debt_of_month(late, NOW)
    assert (counted.list_penalty, counted.due_total) == (29_925_990, 347_141_484)
    assert counted.list_penalty - not_counted.list_penalty == 29_925_990 // 10 == 2_992_599


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**12), st.integers(0, 10**11), st.integers(0, 2), st.integers(-100, 2_000))
def test_a_debt_is_the_sum_of_its_parts(premium, unemployment, state, after):
    due = number("1400-01-31")
    facts = LateMonth(premium, unemployment, premium, unemployment, due, state, min(due, due + after), due + after)
    debt = debt_of_month(facts, NOW)
    assert debt.penalties == debt.list_penalty + debt.late_penalty
    assert debt.due_total == premium + unemployment + debt.penalties
    assert (debt.penalties == 0) == (debt.outcome == Outcome.MONTH_WITHOUT_PENALTY)
    if after <= 0:
        assert debt.penalties == 0


def test_more_unpaid_than_was_due_is_for_a_person_to_judge():
    facts = month("1405-05-31")._replace(premium_unpaid=269_333_911)
    assert debt_of_month(facts, NOW).outcome == Outcome.UNKNOWN


def test_before_1387_two_steps_are_known_and_what_lies_above_is_unknown():
    old = on("1387-04-07")
    assert list_penalty_amount(1_200_000, old) == 120_000
    with pytest.raises(law.UnknownFigure) as refused:
        list_penalty_amount(1_200_001, old)
    assert "۱۳۷۳" in refused.value.fa


def test_before_1387_the_penalty_of_a_delay_is_unknown():
    with pytest.raises(law.UnknownFigure):
        late_premium_penalty(month("1405-05-31"), on("1387-04-07"))


def test_before_the_law_of_1373_it_governs_nothing():
    with pytest.raises(law.NotInForce):
        list_penalty_amount(300_000, on("1373-05-08"))


@settings(max_examples=60, deadline=None)
@given(st.integers(0, AMOUNT_MAX), st.booleans(), st.booleans(), st.booleans(), st.booleans())
def test_what_is_forgiven_and_what_stays_make_the_penalties(penalties, writ, full, instalments, missed):
    answer = penalty_remission(RemissionAsked(penalties, writ, full, instalments, missed), NOW)
    assert answer.remitted + answer.penalties_left == penalties
    if writ or (instalments and missed):
        assert answer.remitted == 0


def test_instalments_are_forgiven_nothing_if_only_full_payment_is_meant():
    current = chosen(remission_reaches="full_payment_only")
    assert penalty_remission(RemissionAsked(1_000, 0, 0, 1, 0), current).outcome == Outcome.NOT_REMITTED_INSTALMENTS
    assert penalty_remission(RemissionAsked(1_000, 0, 1, 0, 0), current).remitted == 300


# Contracts


def work(kind, gross=10**10, **facts):
    return ContractWork(KINDS.index(kind), gross, **facts)


def test_what_is_withheld_in_state_contracts_is_1_6_and_3_6_percent():
    facts = {"is_price_list": 1, "is_development_budget": 1}
    assert contract_premium(work("state_contractor", **facts), NOW).from_contractor * 1_000 == 16 * 10**10
    assert contract_premium(work("state_consultant", **facts), NOW).from_contractor * 1_000 == 36 * 10**10


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 10**13), st.integers(0, 100), st.integers(0, 100))
def test_more_work_by_hand_never_costs_less(gross, one, other):
    low, high = sorted((one, other))
    cheap, dear = (
        contract_premium(work("part_manual", gross, manual_part=gross * part // 100), NOW) for part in (low, high)
    )  # fmt: skip
    assert cheap.premium <= dear.premium + 1
    mechanical, labour = contract_premium(work("mechanical", gross), NOW), contract_premium(work("labour_only", gross), NOW)
    assert mechanical.premium - 1 <= cheap.premium and dear.premium <= labour.premium + 1


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(KINDS), st.integers(1, 10**13), st.integers(0, 10**12), st.integers(0, 1), st.integers(0, 1))
def test_what_is_paid_and_what_is_due_cover_the_rate(kind, gross, paid, price_list, budget):
    facts = work(kind, gross, paid_by_lists=paid, is_price_list=price_list, is_development_budget=budget)
    by_rate, answer = contract_premium(facts, NOW), contract_due(facts, NOW)
    assert by_rate.premium_total == by_rate.premium + by_rate.unemployment == by_rate.from_budget + by_rate.from_contractor
    assert answer.due == max(by_rate.premium_total - paid, 0) and answer.surplus == 0
    if by_rate.premium_total == 0:
        assert answer.outcome == by_rate.outcome


def test_did_the_rate_rule_the_surplus_of_lists_would_go_back():
    facts = work("materials_by_contractor", paid_by_lists=800_000_000)
    assert contract_due(facts, chosen(lists_above_rate="rate_rules")).surplus == 22_222_222
    assert contract_due(facts, NOW).surplus == 0


def test_the_rate_to_be_looked_at_again_stays_in_sight_when_something_is_due():
    facts = work("labour_only", is_wages_proved=1, wages_proved=1, paid_by_lists=1)
    assert contract_due(facts, NOW).outcome == Outcome.CONTRACT_RATE_TO_REVIEW


def test_the_foundations_contracts_bear_no_unemployment_premium_if_that_is_chosen():
    answer = contract_premium(work("housing_consultant"), chosen(housing_unemployment="not_added"))
    assert (answer.unemployment, answer.premium_total) == (0, 1_400_000_000)


@pytest.mark.parametrize(
    ("kind", "text", "facts"),
    [
        ("survey", "1399-12-19", {}),
        ("state_contractor", "1399-12-19", {"is_price_list": 1, "is_development_budget": 1}),
        ("fixed_workshop", "1394-01-31", {}),
        ("labour_only", "1376-05-24", {"is_working_alone": 1}),
    ],
)
def test_what_held_before_the_text_we_read_is_unknown(kind, text, facts):
    with pytest.raises(law.UnknownFigure):
        contract_premium(work(kind, **facts), on(text))


@pytest.mark.parametrize(
    ("kind", "text", "facts"),
    [
        ("survey", "1399-12-20", {}),
        ("state_contractor", "1399-12-20", {"is_price_list": 1, "is_development_budget": 1}),
        ("fixed_workshop", "1394-02-01", {}),
        ("labour_only", "1376-05-25", {"is_working_alone": 1}),
    ],
)
def test_from_its_day_it_is_known(kind, text, facts):
    assert contract_premium(work(kind, **facts), on(text)).outcome != Outcome.UNKNOWN


# Instalments


def payments(debt, count, current):
    return [instalment_payment(InstalmentAsked(debt, count, place), current) for place in range(1, count + 1)]


@settings(max_examples=60, deadline=None)
@given(st.integers(1, AMOUNT_MAX), st.integers(1, 36))
def test_instalments_make_the_debt_exactly(debt, count):
    for method in ("equal_principal", "equal_payment"):
        current = chosen(instalment_method=method)
        parts = payments(debt, count, current)
        assert sum(part.principal for part in parts) == debt and parts[-1].balance == 0
        assert max(part.principal for part in parts) - min(part.principal for part in parts) <= 1
        plan = instalment_plan(InstalmentPlan(debt, count), current)
        assert plan.due_total == sum(part.payment for part in parts)
        # 12 % a year on the balance: half of count + 1 months of the whole debt, to within the rounding.
        assert abs(plan.interest_total - debt * (count + 1) // 200) <= count


def test_with_equal_payments_every_month_costs_the_same_within_two_rials():
    parts = payments(1_000_000_007, 36, chosen(instalment_method="equal_payment"))
    amounts = {part.payment for part in parts}
    assert max(amounts) - min(amounts) <= 2
    falling = payments(1_000_000_007, 36, NOW)
    assert [part.payment for part in falling] == sorted((part.payment for part in falling), reverse=True)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, AMOUNT_MAX), st.integers(1, 36), st.integers(0, 36))
def test_what_a_missed_instalment_makes_due_is_the_balance_after_those_paid(debt, count, paid):
    state = instalment_missed(PlanState(debt, count, paid, 1), NOW)
    if paid > count or paid == count:
        assert state.outcome == Outcome.UNKNOWN
    else:
        assert state.due_at_once == debt - sum(part.principal for part in payments(debt, count, NOW)[:paid])


@pytest.mark.parametrize("facts", [InstalmentPlan(0, 12), InstalmentPlan(1_000, 0)])
def test_a_plan_of_nothing_is_for_a_person_to_judge(facts):
    assert instalment_plan(facts, NOW).outcome == Outcome.UNKNOWN


# The machine


def test_every_product_stays_below_two_to_the_61_at_its_bounds():
    figures = (
        "late_premium_rate", "list_penalty_rate", "remission_rate", "difference_damages_rate", "contract_rate_manual",
        "contract_rate_mechanical", "contract_unemployment_part", "state_rate_consultant", "state_unemployment_consultant",
        "manual_share_supervision", "wages_doubted_under", "retention_rate", "online_plan_down_most",
    )  # fmt: skip
    assert max(2 * AMOUNT_MAX * getattr(NOW, name).numerator for name in figures) < 2**61
    most = kind_needed(InstalmentPlan.__annotations__["instalments_count"]).greatest
    assert AMOUNT_MAX * most < 2**61
    assert AMOUNT_MAX * NOW.instalment_interest.numerator * (most + 1) < 2**61


def contracts(count=3_000, seed=38):
    """Contracts of every kind, some paid by lists, some out of order."""
    random = np.random.default_rng(seed)
    gross = random.integers(1, 10**12, count)
    flags = {name: random.integers(0, 2, count) for name in ("is_price_list", "is_development_budget", "is_wages_proved")}
    return {
        "contract_kind": random.integers(0, len(KINDS), count),
        "gross": gross,
        "manual_part": (gross * random.choice([0, 1, 2], count, p=[0.5, 0.45, 0.05])),
        "materials_by_assigner": random.integers(0, 10**11, count),
        **flags,
        "is_subcontract": random.integers(0, 5, count) // 4,
        "is_working_alone": random.integers(0, 9, count) // 8,
        "wages_proved": gross // random.integers(1, 4, count),
        "paid_by_lists": gross // random.choice([4, 20, 10**6], count),
    }


def late_months(count=3_000, seed=39):
    """Months whose lists and premiums came in time, a little late and very late."""
    random = np.random.default_rng(seed)
    premium = random.integers(0, 10**11, count)
    due = day_number(1400, 2, 31) + random.integers(0, 1_000, count)
    return {
        "premium": premium,
        "unemployment": premium // 9,
        "premium_unpaid": premium // random.choice([1, 2, 10**12], count),
        "unemployment_unpaid": premium // 9 // random.choice([1, 10**12], count),
        "due_day": due,
        "list_state": random.choice([0, 0, 0, 1, 2], count),
        "list_day": due + random.choice([-1, 0, 1, 45], count),
        "day": due + random.choice([0, 1, 31, 46, 400], count),
    }


@pytest.mark.parametrize(
    ("name", "rows", "reached"),
    [
        ("contract_due", contracts(), {
            Outcome.CONTRACT_NOT_BY_PRICE_LIST, Outcome.CONTRACT_WITHOUT_DEVELOPMENT_BUDGET, Outcome.CONTRACT_BY_LISTS,
            Outcome.CONTRACT_UNDER_STATE_CONTRACT, Outcome.CONTRACT_OF_SOLE_WORKER, Outcome.CONTRACT_RATE_TO_REVIEW,
            Outcome.CONTRACT_DUE, Outcome.CONTRACT_COVERED_BY_LISTS, Outcome.UNKNOWN,
        }),
        ("debt_of_month", late_months(), {
            Outcome.MONTH_WITHOUT_PENALTY, Outcome.MONTH_LIST_FAULTY, Outcome.MONTH_PREMIUM_LATE, Outcome.MONTH_BOTH_LATE,
            Outcome.UNKNOWN,
        }),
    ],
)  # fmt: skip
def test_on_debts_as_they_are_compiled_and_plain_agree_and_all_answers_occur(name, rows, reached):
    plain = law.columns(ARTICLES[name], rows, NOW, "plain")
    compiled = law.columns(ARTICLES[name], rows, NOW, "compiled")
    assert all((plain[field] == compiled[field]).all() for field in plain)
    assert set(plain["outcome"]) == reached


def test_plans_of_instalments_agree_compiled_and_plain():
    random = np.random.default_rng(46)
    rows = {"debt": random.integers(0, AMOUNT_MAX, 300), "instalments_count": random.integers(0, 41, 300),
            "is_board_leave": random.integers(0, 2, 300)}  # fmt: skip
    plain = law.columns(ARTICLES["instalment_plan"], rows, NOW, "plain")
    compiled = law.columns(ARTICLES["instalment_plan"], rows, NOW, "compiled")
    assert all((plain[field] == compiled[field]).all() for field in plain)


def test_a_month_and_its_last_day_from_the_list_chapter_fit_together():
    due = law.contributions.list_deadline(law.contributions.ListDuty(140501), NOW)
    assert due == number("1405-02-31") == day_number(*divmod(next_month(140501, 2), 100), 1) - 1
