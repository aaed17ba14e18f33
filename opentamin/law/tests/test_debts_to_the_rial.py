"""Debts: what becomes of a fraction of a rial, and what each open question would cost if it were answered otherwise."""

from typing import Any

import pytest

from opentamin.law import Outcome
from opentamin.law.days import date_from_text, number_of
from opentamin.law.debts import (
    ContractDue,
    ContractPremium,
    ContractWork,
    DifferenceDamages,
    DifferenceFound,
    Instalment,
    InstalmentAsked,
    LateMonth,
    LatePremium,
    ListPenalty,
    MonthDebt,
    OnlinePlan,
    OnlinePlanAnswer,
    Remission,
    RemissionAsked,
    Retention,
    SeizedIncome,
    contract_due,
    contract_premium,
    contract_retention,
    debt_of_month,
    difference_damages,
    instalment_payment,
    late_premium_penalty,
    list_penalty,
    list_penalty_amount,
    manual_work,
    online_plan,
    penalty_remission,
    seizable_income,
    seizure_amount,
)
from opentamin.law.debts.contract_rows import ContractKind
from opentamin.law.debts.counting import months_of_delay, part_up_to
from opentamin.law.kinds import kind_needed
from opentamin.law.machine.figures import Rate
from opentamin.law.tests.choosing import law_choosing

KINDS = kind_needed(ContractKind).options
NOW = "1405-08-01"
STATE = {"is_price_list": 1, "is_development_budget": 1}


def number(text):
    return number_of(date_from_text(text))


def work(kind, gross, **facts):
    return ContractWork(KINDS.index(kind), gross, **facts)


def by_both(figure, ask, day=NOW, **known):
    """The answer with a half taken up, and with every fraction let fall."""
    return tuple(ask(law_choosing(day, **{figure: choice}, **known)) for choice in ("half_up", "truncate"))


# Penalties


@pytest.mark.parametrize(
    ("day", "base", "up", "down"),
    [
        pytest.param("1387-04-07", 299_990, 15_000, 14_999, id="five percent are 14,999.5"),
        pytest.param("1387-04-07", 300_015, 30_002, 30_001, id="ten percent of the second step are 30,001.5"),
        pytest.param("1387-04-07", 1_200_010, 180_002, 180_001, id="were it fifteen above the second step, 180,001.5"),
        pytest.param("1387-04-08", 299_995, 30_000, 29_999, id="ten percent since 1387 are 29,999.5"),
        pytest.param("1387-04-08", 1_200_005, 120_001, 120_000, id="also of a great premium, 120,000.5"),
    ],
)
def test_half_a_rial_of_the_penalty_of_a_list(day, base, up, down):
    of_base = by_both(
        "rounding_penalty", lambda law: list_penalty_amount(base, law), day, list_penalty_rate_above=Rate(15, 100)
    )  # fmt: skip
    assert of_base == (up, down)


def test_half_a_rial_of_a_months_delay_counts_once_for_each_month():
    due = number("1405-02-31")
    month = LateMonth(100_000_020, 5, 100_000_020, 5, due, 0, due, number("1405-05-31"))
    # Two percent of 100,000,025 are 2,000,000.5.
    assert by_both("rounding_penalty", lambda law: late_premium_penalty(month, law)) == (
        LatePremium(3, 2_000_001, 6_000_003, Outcome.PREMIUM_LATE),
        LatePremium(3, 2_000_000, 6_000_000, Outcome.PREMIUM_LATE),
    )


def test_half_a_rial_of_what_is_forgiven():
    asked = RemissionAsked(1_000_005, 0, 1)  # three tenths are 300,001.5
    assert by_both("rounding_penalty", lambda law: penalty_remission(asked, law)) == (
        Remission(300_002, 700_003, Outcome.PENALTY_REMITTED),
        Remission(300_001, 700_004, Outcome.PENALTY_REMITTED),
    )


def test_half_a_rial_of_damages():
    found = DifferenceFound(120_000_006, number("1405-02-01"), number("1405-03-01"), 1)  # a twelfth is 10,000,000.5
    assert by_both("rounding_penalty", lambda law: difference_damages(found, law)) == (
        DifferenceDamages(10_000_001, 130_000_007, Outcome.DIFFERENCE_DAMAGES),
        DifferenceDamages(10_000_000, 130_000_006, Outcome.DIFFERENCE_DAMAGES),
    )


def test_if_only_full_payment_is_meant_all_penalties_of_instalments_stay():
    law = law_choosing(NOW, remission_reaches="full_payment_only")
    assert penalty_remission(RemissionAsked(1_000, 0, 0, 1, 0), law) == Remission(0, 1_000, Outcome.NOT_REMITTED_INSTALMENTS)


def test_if_the_unemployment_premium_counted_it_would_be_part_of_the_base():
    due = number("1405-02-31")
    month = LateMonth(90_000, 10_000, 0, 0, due, 1, due, due + 1)
    counted = list_penalty(month, law_choosing(NOW, list_penalty_counts="with_unemployment"))
    assert counted == ListPenalty(100_000, 10_000, Outcome.LIST_ABSENT)
    not_counted = list_penalty(month, law_choosing(NOW, list_penalty_counts="premium_only"))
    assert not_counted == ListPenalty(90_000, 9_000, Outcome.LIST_ABSENT)


@pytest.mark.parametrize(
    ("list_day", "answer"),
    [
        ("1405-02-31", MonthDebt(100_000, 0, 0, 0, 100_000, Outcome.MONTH_WITHOUT_PENALTY)),
        ("1405-03-01", MonthDebt(100_000, 9_000, 0, 9_000, 109_000, Outcome.MONTH_LIST_FAULTY)),
    ],
)
def test_if_only_whole_months_count_a_day_of_delay_is_no_penalty_of_the_month(list_day, answer):
    due = number("1405-02-31")
    month = LateMonth(90_000, 10_000, 90_000, 10_000, due, 0, number(list_day), due + 1)
    assert debt_of_month(month, law_choosing(NOW, part_of_month="whole_months")) == answer


@pytest.mark.parametrize("days_before", [0, 1, 40, 400])
def test_until_the_last_day_there_is_no_delay(days_before):
    due = number("1405-02-31")
    assert [months_of_delay(due, due - days_before, part) for part in (0, 1)] == [0, 0]


# Contracts


@pytest.mark.parametrize(
    ("kind", "gross", "up", "down"),
    [
        pytest.param("survey", 1_000_005, 300_002, 300_001, id="three tenths are 300,001.5"),
        pytest.param("geotechnics", 1_000_002, 400_001, 400_000, id="four tenths are 400,000.8"),
        pytest.param("supervision", 1_000_002, 800_002, 800_001, id="eight tenths are 800,001.6"),
        pytest.param("labour_only", 1_000_003, 1_000_003, 1_000_003, id="all of it has no fraction"),
        pytest.param("mechanical", 1_000_003, 0, 0, id="none of it"),
        pytest.param("research", 1_000_003, 0, 0, id="nothing of research"),
    ],
)
def test_a_fraction_of_the_part_done_by_hand(kind, gross, up, down):
    assert by_both("rounding_contract", lambda law: manual_work(work(kind, gross), law)) == (up, down)


PREMIUMS: list[Any] = [
    # 15 percent are 150,001.5; a ninth of 150,002 is 16,666.9, of 150,001 it is 16,666.8.
    ("labour_only", 1_000_010, {}, (150_002, 16_667, 166_669, 0, 166_669), (150_001, 16_666, 166_667, 0, 166_667)),
    # 7 percent are 70,003.5; a ninth of either is 7,778 and a little.
    ("mechanical", 1_000_050, {}, (70_004, 7_778, 77_782, 0, 77_782), (70_003, 7_778, 77_781, 0, 77_781)),
    # 6 percent are 60,006.6; 0.6 percent 6,000.66; 5 percent 50,005.5.
    ("state_contractor", 1_000_110, STATE, (60_007, 6_001, 66_008, 50_006, 16_002), (60_006, 6_000, 66_006, 50_005, 16_001)),
    # 14 percent are 140,007.7; 1.6 percent 16,000.88; 12 percent 120,006.6.
    (
        "state_consultant",
        1_000_055,
        STATE,
        (140_008, 16_001, 156_009, 120_007, 36_002),
        (140_007, 16_000, 156_007, 120_006, 36_001),
    ),
    ("housing_contractor", 1_000_110, {}, (60_007, 6_001, 66_008, 0, 66_008), (60_006, 6_000, 66_006, 0, 66_006)),
    ("housing_consultant", 1_000_055, {}, (140_008, 16_001, 156_009, 0, 156_009), (140_007, 16_000, 156_007, 0, 156_007)),
]


@pytest.mark.parametrize(("kind", "gross", "facts", "up", "down"), PREMIUMS, ids=[row[0] for row in PREMIUMS])
def test_fractions_of_the_premium_of_a_contract(kind, gross, facts, up, down):
    outcome = Outcome.CONTRACT_STATE_RATE if facts else Outcome.CONTRACT_RATE
    of_work = by_both("rounding_contract", lambda law: contract_premium(work(kind, gross, **facts), law))
    assert [tuple(one) for one in of_work] == [(*up, outcome), (*down, outcome)]


@pytest.mark.parametrize(("kind", "premium"), [("housing_contractor", 60_007), ("housing_consultant", 140_008)])
def test_if_no_unemployment_premium_is_added_the_foundations_contracts_bear_their_percentage_alone(kind, premium):
    law = law_choosing(NOW, housing_unemployment="not_added")
    gross = 1_000_110 if kind == "housing_contractor" else 1_000_055
    assert contract_premium(work(kind, gross), law) == ContractPremium(premium, 0, premium, 0, premium, Outcome.CONTRACT_RATE)


def test_a_fraction_of_the_line_under_which_wages_are_doubted():
    doubted = work("labour_only", 1_000_001, is_wages_proved=1, wages_proved=560_000)  # 56 percent are 560,000.56
    outcomes = tuple(answer.outcome for answer in by_both("rounding_contract", lambda law: contract_premium(doubted, law)))
    assert outcomes == (Outcome.CONTRACT_RATE_TO_REVIEW, Outcome.CONTRACT_RATE)


def test_half_a_rial_of_what_is_kept_back():
    # A twentieth of 1,000,010 is 50,000.5.
    of_bill = by_both("rounding_contract", lambda law: contract_retention(1_000_010, 0, law))
    assert of_bill == (Retention(50_001, 950_009), Retention(50_000, 950_010))


BY_RATE = {"fixed_workshop": "fixed_workshops", "rate_free_trade": "rate_free_trades"}


@pytest.mark.parametrize("kind", BY_RATE)
def test_what_is_assessed_by_lists_would_bear_seven_percent_by_a_rate(kind):
    by_lists = contract_premium(work(kind, 10**10), law_choosing(NOW, **{BY_RATE[kind]: "by_lists"}))
    assert by_lists == ContractPremium(0, 0, 0, 0, 0, Outcome.CONTRACT_BY_LISTS)
    by_rate = contract_premium(work(kind, 10**10), law_choosing(NOW, **{BY_RATE[kind]: "by_rate"}))
    assert by_rate == ContractPremium(700_000_000, 77_777_778, 777_777_778, 0, 777_777_778, Outcome.CONTRACT_RATE)


def test_who_works_alone_would_bear_fifteen_percent_were_he_inside():
    alone = work("labour_only", 10**10, is_working_alone=1)
    inside = contract_premium(alone, law_choosing(NOW, sole_contractor="inside"))
    assert inside == ContractPremium(1_500_000_000, 166_666_667, 1_666_666_667, 0, 1_666_666_667, Outcome.CONTRACT_RATE)


def test_did_the_rate_rule_what_lists_paid_above_it_would_be_told():
    paid = work("materials_by_contractor", 10**10, paid_by_lists=700_000_000, paid_by_subcontractors=100_000_000)
    answer = contract_due(paid, law_choosing(NOW, lists_above_rate="rate_rules"))
    assert answer == ContractDue(777_777_778, 800_000_000, 0, 22_222_222, Outcome.CONTRACT_COVERED_BY_LISTS)


# Instalments and enforcement


@pytest.mark.parametrize(
    ("amount", "count", "place", "up", "down"),
    [(100, 3, 0, 0, 0), (100, 3, 1, 33, 33), (100, 3, 2, 67, 66), (100, 3, 3, 100, 100), (1, 2, 1, 1, 0), (7, 120, 120, 7, 7)],
)
def test_a_part_of_a_debt_that_is_no_whole_rial(amount, count, place, up, down):
    assert (part_up_to(amount, count, place, 1), part_up_to(amount, count, place, 0)) == (up, down)


def test_half_a_rial_of_a_months_interest():
    asked = InstalmentAsked(1_000_050, 3, 1)  # one percent is 10,000.5
    assert by_both("rounding_instalment", lambda law: instalment_payment(asked, law)) == (
        Instalment(333_350, 10_001, 343_351, 666_700, Outcome.INSTALMENT_RECKONED),
        Instalment(333_350, 10_000, 343_350, 666_700, Outcome.INSTALMENT_RECKONED),
    )


def test_with_equal_payments_the_interest_of_all_months_is_spread_over_them():
    law = law_choosing(NOW, instalment_method="equal_payment", rounding_instalment="half_up")
    # Two months of a twelfth of twelve percent on 1,000,130 are 20,002.6, so 20,003: a third of it is 6,667.67, two are 13,335.33.
    # A third of the debt is 333,376.67, two thirds 666,753.33.
    assert [instalment_payment(InstalmentAsked(1_000_130, 3, place), law) for place in (1, 2, 3)] == [
        Instalment(333_377, 6_668, 340_045, 666_753, Outcome.INSTALMENT_RECKONED),
        Instalment(333_376, 6_667, 340_043, 333_377, Outcome.INSTALMENT_RECKONED),
        Instalment(333_377, 6_668, 340_045, 0, Outcome.INSTALMENT_RECKONED),
    ]


@pytest.mark.parametrize(
    ("plan", "up", "down"),
    [
        # A tenth of 100,000,005 is 10,000,000.5.
        (OnlinePlan(100_000_005, 10_000_000), (0, Outcome.ONLINE_PLAN_DOWN_TOO_LOW), (90_000_005, Outcome.ONLINE_PLAN_OPEN)),
        # A half of 100,000,001 is 50,000,000.5.
        (OnlinePlan(100_000_001, 50_000_001), (50_000_000, Outcome.ONLINE_PLAN_OPEN), (0, Outcome.ONLINE_PLAN_DOWN_TOO_HIGH)),
    ],
    ids=["half a rial under a tenth", "half a rial above a half"],
)
def test_half_a_rial_at_the_ends_of_the_down_payment(plan, up, down):
    answers = by_both("rounding_instalment", lambda law: online_plan(plan, law))
    assert answers == (OnlinePlanAnswer(*up), OnlinePlanAnswer(*down))


def test_half_a_rial_of_what_is_added_to_the_debt_at_a_seizure():
    # A tenth of 1,000,005 is 100,000.5.
    assert by_both("rounding_penalty", lambda law: seizure_amount(1_000_005, law)) == (1_100_006, 1_100_005)


@pytest.mark.parametrize(
    ("income", "up", "down"),
    [
        pytest.param(SeizedIncome(200_000_003, 1, 0), 50_000_001, 50_000_000, id="a quarter of a pension"),
        pytest.param(SeizedIncome(200_000_003, 0, 1), 50_000_001, 50_000_000, id="a quarter of a married person's wage"),
        pytest.param(SeizedIncome(200_000_000, 0, 0), 66_666_667, 66_666_666, id="a third of a single person's wage"),
    ],
)
def test_a_fraction_of_what_may_be_taken_is_left_to_the_debtor(income, up, down):
    assert by_both("rounding_seized", lambda law: seizable_income(income, law)) == (up, down)
    assert seizable_income(income, law_choosing(NOW)) == down
