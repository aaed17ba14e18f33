"""Unemployment benefit: who has it, how long, how much, as a lawyer would ask about it."""

import ast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from opentamin import law
from opentamin.law import days
from opentamin.law.contributions import InsuredStatus
from opentamin.law.machine import sources
from opentamin.law.machine.cases import read_cases
from opentamin.law.machine.figures import Rate
from opentamin.law.machine.plans import plan_of
from opentamin.law.outcomes import Outcome
from opentamin.law.short_term import LastPay
from opentamin.law.unemployment import (
    Unemployed,
    benefit_months,
    unemployment_benefit,
    unemployment_due,
    unemployment_register_by,
    unemployment_right,
)
from opentamin.law.unemployment.rows import DISASTER

from .choosing import law_choosing
from .test_same_answer import assert_same

TODAY = "1405-06-01"
NOW = law.of_month(140506)
CHAPTER = [article for article in law.ARTICLES.values() if vars(article)["__module__"].startswith("opentamin.law.unemployment")]
WAGES = st.integers(1, 10**8)
MINIMUM_DAILY = NOW.minimum_wage_daily


def on(text):
    return days.number_of(days.date_from_text(text))


def person(**changed):
    facts = {"day": on("1405-06-10"), "unemployed_day": on(TODAY), "birth_day": on("1365-01-01"), "premium_months": 130}
    return Unemployed(**{**facts, **changed})


def right(current=NOW, **changed):
    return unemployment_right(InsuredStatus(), person(**changed), current)


@pytest.mark.parametrize("mark", ["EX-5.14", "EX-5.16"])
def test_the_worked_examples_are_among_the_cases(mark):
    assert sum(case.mark == mark for case in read_cases()) >= 2


def test_every_answer_an_article_may_give_has_its_case():
    mine = {article.name for article in CHAPTER}
    seen = {case.outcome for case in read_cases() if case.article in mine}
    named = {
        node.attr
        for name, text in sources.SOURCES.items()
        if name.startswith("unemployment/") and name.endswith(".py")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Outcome"
    }
    # Covered is a step on the way; the unpaid premium is a choice.
    assert named - seen == {"COVERED", "UNEMPLOYMENT_PREMIUM_UNPAID"}


# The amount


@given(WAGES, st.integers(0, 9))
def test_benefit_lies_between_the_minimum_wage_and_its_cap(average_daily, dependants):
    benefit = unemployment_benefit(average_daily, dependants, NOW)
    assert benefit.benefit_monthly >= 30 * MINIMUM_DAILY
    assert benefit.benefit_monthly <= max(benefit.cap_monthly, benefit.minimum_monthly)


@given(WAGES, st.integers(0, 10**7), st.integers(0, 9))
def test_more_wage_is_never_less_benefit(average_daily, more, dependants):
    for current in (NOW, law_choosing(TODAY, unemployment_floor_place="on_single", unemployment_floor_or_cap="cap")):
        lower = unemployment_benefit(average_daily, dependants, current)
        assert unemployment_benefit(average_daily + more, dependants, current).benefit_monthly >= lower.benefit_monthly


@given(WAGES, st.integers(0, 8))
def test_one_more_dependant_is_never_less_benefit(average_daily, dependants):
    fewer = unemployment_benefit(average_daily, dependants, NOW)
    assert unemployment_benefit(average_daily, dependants + 1, NOW).benefit_monthly >= fewer.benefit_monthly


def test_where_the_floor_and_the_cap_part_the_choice_decides():
    lowest = 10 * MINIMUM_DAILY // 8
    assert unemployment_benefit(lowest - 1, 0, NOW).outcome == Outcome.BENEFIT_FLOOR_OVER_CAP
    capped = law_choosing(TODAY, unemployment_floor_or_cap="cap")
    cut = unemployment_benefit(lowest - 1, 0, capped)
    assert (cut.outcome, cut.benefit_monthly) == (Outcome.BENEFIT_CUT_TO_CAP, cut.cap_monthly)
    assert cut.benefit_monthly < 30 * MINIMUM_DAILY


def test_by_the_circular_the_addition_stands_on_the_amount_already_lifted():
    average = MINIMUM_DAILY * 3 // 2
    statute = unemployment_benefit(average, 1, NOW)
    circular = unemployment_benefit(average, 1, law_choosing(TODAY, unemployment_floor_place="on_single"))
    assert (statute.benefit_monthly, statute.outcome) == (166_255_500, Outcome.BENEFIT_LIFTED_TO_MINIMUM)
    assert (circular.benefit_monthly, circular.outcome) == (182_881_050, Outcome.BENEFIT_BY_FORMULA)


def test_a_sum_of_the_minimum_wage_to_the_rial_is_lifted_by_nothing():
    # 55 percent of thirty days of ten million are thirty days of five and a half million.
    benefit = unemployment_benefit(10_000_000, 0, law_choosing(TODAY, minimum_wage_daily=5_500_000))
    assert (benefit.benefit_monthly, benefit.outcome) == (165_000_000, Outcome.BENEFIT_BY_FORMULA)


@pytest.mark.parametrize(
    ("rounding", "addition", "cap"),
    # A seventh of 166,255,500 is 23,750,785 and 5/7; six sevenths of 300,000,030 are 257,142,882 and 6/7.
    [("half_up", 23_750_786, 257_142_883), ("truncate", 23_750_785, 257_142_882)],
)
def test_addition_and_cap_would_be_rounded_as_the_rest_were_their_parts_not_of_whole_rials(rounding, addition, cap):
    parts = {"rate_unemployment_dependant": Rate(1, 7), "rate_unemployment_cap": Rate(6, 7)}
    current = law_choosing(TODAY, rounding_unemployment_benefit=rounding, **parts)
    benefit = unemployment_benefit(10_000_001, 1, current)
    assert (benefit.addition, benefit.cap_monthly) == (addition, cap)


def test_for_wages_above_it_both_readings_agree():
    by_circular = law_choosing(TODAY, unemployment_floor_place="on_single")
    assert unemployment_benefit(15_000_000, 3, by_circular) == unemployment_benefit(15_000_000, 3, NOW)


def test_no_wage_is_for_a_person_to_judge():
    assert unemployment_benefit(0, 3, NOW) == (0, 0, 0, 0, 0, 0, Outcome.UNKNOWN)


# The months


@given(st.integers(0, 1_200), st.integers(0, 100), st.integers(0, 1))
def test_a_longer_record_never_shortens_benefit_and_a_family_lengthens_it(premium_months, more, has_family):
    months = benefit_months(premium_months, has_family, NOW)
    assert benefit_months(premium_months + more, has_family, NOW) >= months
    assert benefit_months(premium_months, 1, NOW) > benefit_months(premium_months, 0, NOW)


@given(st.integers(6, 480), st.integers(0, 60))
def test_what_was_used_and_what_is_left_are_what_is_due(premium_months, used_months):
    answer = right(premium_months=premium_months, used_months=used_months)
    assert answer.months_left == max(benefit_months(premium_months, 0, NOW) - used_months, 0)
    assert answer.is_entitled == (answer.months_left > 0)


# The right


@given(st.integers(on("1370-01-01"), on("1430-01-01")), st.integers(0, 1))
def test_nobody_has_to_register_before_work_was_lost_and_an_excuse_is_never_shorter(unemployed_day, is_excused):
    deadline = unemployment_register_by(unemployed_day, is_excused, NOW)
    assert unemployed_day < deadline <= unemployment_register_by(unemployed_day, 1, NOW)


@given(st.integers(-5, 120), st.integers(0, 1))
def test_in_time_is_up_to_the_last_day_and_no_later(later, is_excused):
    answer = right(day=on(TODAY) + later, is_excused=is_excused)
    assert answer.is_entitled == (on(TODAY) <= on(TODAY) + later <= answer.register_by)


def test_a_premium_left_unpaid_may_be_read_as_the_circular_reads_it():
    assert right(is_premium_paid=0).is_entitled == 1
    strict = law_choosing(TODAY, unemployment_premium_unpaid="no_benefit")
    register_by = on("1405-06-31")
    assert right(strict, is_premium_paid=0) == (0, 0, register_by, 0, Outcome.UNEMPLOYMENT_PREMIUM_UNPAID)
    assert right(strict).is_entitled == 1


def test_how_long_benefit_lasts_after_a_disaster_may_be_left_to_a_person():
    by_hand = law_choosing(TODAY, unemployment_disaster_months="by_hand")
    assert right(by_hand, premium_months=5, loss_of_work=DISASTER) == (0, 0, on("1405-06-31"), 0, Outcome.UNKNOWN)
    assert right(by_hand, premium_months=130, loss_of_work=DISASTER).months_left == 18
    assert right(by_hand, premium_months=6, loss_of_work=DISASTER).months_left == 6


def test_the_first_bar_that_is_met_is_the_one_named():
    answer = unemployment_right(InsuredStatus(is_foreign=1), person(loss_of_work=3, premium_months=5), NOW)
    assert answer.outcome == Outcome.NOT_COVERED_FOREIGNER
    assert right(loss_of_work=3, premium_months=5).outcome == Outcome.LOSS_BY_OWN_WILL


@given(st.integers(0, 6), st.integers(0, 6))
def test_of_a_couple_without_work_the_children_bring_one_addition(children, others):
    wages = LastPay(1_800_000_000, 90)
    family = person(dependants_count=children + others, children_count=children)
    one = unemployment_due(InsuredStatus(), family, wages, NOW)
    other = unemployment_due(InsuredStatus(), family._replace(has_spouse_children_addition=1), wages, NOW)
    assert other.benefit_monthly <= one.benefit_monthly
    assert other.benefit_monthly == unemployment_benefit(20_000_000, others, NOW).benefit_monthly


# The chapter as a whole


def likely_rows(article, count=400):
    """Rows that mostly reach a benefit: usual flags, all steps of the table, ages around the limit."""
    random = np.random.default_rng(1405)
    plan = plan_of(article)
    rows: dict[str, np.ndarray] = {}
    lost = on(TODAY)
    for name, kind in plan.kinds.items():
        usual = plan.defaults.get(name, 0)
        if kind.unit == "flag" or kind.options:
            drawn = np.where(random.random(count) < 0.93, usual, random.integers(kind.least, kind.greatest + 1, count))
        elif name == "day":
            drawn = lost + random.integers(-1, 34, count)
        elif name == "birth_day":
            drawn = lost - random.integers(18_000, 22_000, count)
        elif kind.unit == "day":
            drawn = np.full(count, lost)
        elif kind.unit in ("rials", "rials_day"):
            drawn = random.integers(1, 3 * 10**9 if kind.unit == "rials" else 3 * 10**7, count)
        elif name == "used_months":
            drawn = random.integers(0, 20, count)
        elif name == "children_count":
            drawn = np.minimum(random.integers(0, 4, count), rows["dependants_count"])
        else:
            drawn = random.integers(0, 91 if kind.unit == "days" else 7 if kind.unit == "count" else 300, count)
        rows[name] = drawn.astype(kind.dtype)
    return rows


@pytest.mark.parametrize("article", CHAPTER, ids=lambda article: article.name)
def test_compiled_and_plain_agree_on_people_who_mostly_qualify(article):
    rows = likely_rows(article)
    plain = law.columns(article, rows, NOW, "plain")
    assert_same(law.columns(article, rows, NOW, "compiled"), plain)
    if "benefit_monthly" in plain:
        assert np.count_nonzero(plain["benefit_monthly"]) > 100


@pytest.mark.parametrize("name", ["loss_of_work_judged", "unemployment_right"])
def test_they_agree_in_one_run_over_the_readings_of_the_end_of_a_term(name):
    article = law.ARTICLES[name]
    months = np.random.default_rng(7).choice([136907, 138411, 138412, 139112, 139512, 140508], 400)
    rows, laws = likely_rows(article), law.of_months(months)
    rows["loss_of_work"] = np.full(400, 2, rows["loss_of_work"].dtype)
    assert_same(law.columns(article, rows, laws, "compiled"), law.columns(article, rows, laws, "plain"))


def test_products_stay_bounded_at_the_greatest_facts():
    # The greatest wage Art. 63 gives is the greatest sum, worked for in one day.
    greatest = plan_of(law.ARTICLES["last_wage_daily"]).kinds["wages_sum"].greatest
    assert 2 * greatest * 30 * 80 + 100 < 2**62
    for engine in ("plain", "compiled"):
        rows = {"average_daily": np.array([10**12]), "dependants_count": np.array([10_000_000])}
        answer = law.columns(law.ARTICLES["unemployment_benefit"], rows, NOW, engine)
        assert answer["single_amount"].tolist() == [10**12 * 30 * 55 // 100]


def test_no_number_of_the_law_stands_in_the_rules():
    for name, text in sources.SOURCES.items():
        if not name.startswith("unemployment/") or not name.endswith(".py"):
            continue
        for statement in ast.walk(ast.parse(text)):
            if isinstance(statement, ast.FunctionDef):
                numbers = {
                    node.value for part in statement.body for node in ast.walk(part)
                    if isinstance(node, ast.Constant) and isinstance(node.value, int)
                }  # fmt: skip
                assert numbers <= {0, 1}, f"{name}, {statement.name}"
