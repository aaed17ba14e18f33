"""The yearly increase and the equalisation: what a pensioner is owed, on both sides of every line."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opentamin import law
from opentamin.law import ARTICLES, Outcome
from opentamin.law.adjustment import (
    EqualisedPension,
    PensionInSteps,
    PensionOfYear,
    SurvivorsPension,
    equalisation_gap,
    equalisation_step,
    pension_of_year,
    restored_pension,
    survivor_raise,
    yearly_raise,
)
from opentamin.law.days import date_from_jalali, date_from_text, day_number
from opentamin.law.kinds import kind_needed
from opentamin.law.machine.figures import Status, Value, all_figures

YEARS = (1393, 1394, *range(1396, 1406))
# In these the percentage of the minimum, as we know it, lifts a little more than the minimum wage itself rose.
ROUNDED_UP = {1398: 12, 1399: 8_430}


def on(text, known_on=None):
    return law.at(date_from_text(text), date_from_text(known_on) if known_on else None)


def number(text):
    return law.days.number_of(date_from_text(text))


def chosen(text, **choices):
    """The law of a day with other policies chosen."""
    figures = dict(all_figures())
    for name, choice in choices.items():
        figure = figures[name]
        row = figure.on(date_from_text(text))
        assert row is not None, name
        value = figure.choices.index(choice)
        figures[name] = replace(figure, values=(Value(value, row.since, row.known_from, Status.POLICY, "a test", "a test"),))
    return law.Law(date_from_text(text), None, figures)


def raised(amount, text, award="1385-04-01", kind=0, current=None):
    return yearly_raise(PensionOfYear(amount, number(award), number(text), kind), current or on(text))


# The yearly increase


def test_last_years_minimum_is_the_minimum_wage_of_the_last_day_of_last_year():
    for year in range(1385, 1407):
        last_day = date_from_jalali(year, 1, 1) - law.days.timedelta(days=1)
        assert on(f"{year}-01-01").minimum_wage_daily_last_year == law.at(last_day).minimum_wage_daily, year


@pytest.mark.parametrize("year", YEARS)
def test_no_full_pension_is_under_the_minimum_of_its_year(year):
    current = on(f"{year}-12-01")
    minimum = current.minimum_wage_daily * 30
    for amount in (1, current.minimum_wage_daily_last_year * 15, current.minimum_wage_daily_last_year * 30):
        assert raised(amount, f"{year}-12-01").pension_monthly >= minimum


@pytest.mark.parametrize("year", YEARS)
def test_on_the_line_and_a_rial_above_it_the_two_percentages_meet(year):
    line = on(f"{year}-12-01").minimum_wage_daily_last_year * 30
    at, above = raised(line, f"{year}-12-01"), raised(line + 1, f"{year}-12-01")
    assert (at.outcome, above.outcome) == (Outcome.RAISED_AS_MINIMUM, Outcome.RAISED_AS_OTHER_LEVEL)
    assert at.pension_monthly <= above.pension_monthly + ROUNDED_UP.get(year, 0)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from([y for y in YEARS if y not in ROUNDED_UP]), st.integers(1, 10**9), st.integers(0, 10**8))
def test_a_higher_pension_never_becomes_the_lower_one(year, amount, more):
    text = f"{year}-06-01"
    assert raised(amount, text).pension_monthly <= raised(amount + more, text).pension_monthly


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(YEARS), st.integers(1, 10**12), st.integers(0, 2))
def test_no_increase_takes_anything_away(year, amount, kind):
    answer = raised(amount, f"{year}-06-01", kind=kind)
    assert answer.raise_monthly >= 0 and answer.minimum_lift >= 0
    assert answer.pension_monthly == amount + answer.raise_monthly + answer.minimum_lift


@pytest.mark.parametrize(
    ("known_on", "amount", "result"),
    [
        # 10 % and 6,500,000 while the total stays under 100,000,000.
        ("1401-03-18", 50_000_000, 61_500_000),
        ("1401-12-29", 50_000_000, 61_500_000),
        ("1402-01-01", 50_000_000, 74_151_660),
        # 84,999,999 x 1.1 + 6,500,000 is just under the limit; one more rial and it is not.
        ("1401-03-18", 84_999_999, 99_999_999),
        ("1401-03-18", 85_000_000, 93_500_000),
        ("1402-01-01", 85_000_000, 122_451_660),
    ],
)
def test_in_1401_the_answer_depends_on_the_day_it_was_given(known_on, amount, result):
    assert raised(amount, "1401-06-01", current=on("1401-06-01", known_on)).pension_monthly == result


@pytest.mark.parametrize(("year", "before"), [(1401, "1401-03-17"), (1404, "1404-06-11")])
def test_before_the_decree_nobody_knows_the_increase(year, before):
    text = f"{year}-02-01"
    with pytest.raises(law.UnknownFigure):
        raised(90_000_000, text, current=on(text, before))


def test_without_the_fixed_sum_in_the_total_a_little_more_of_them_had_it():
    current = law.Law(
        date_from_text("1401-06-01"), date_from_text("1401-04-01"),
        chosen("1401-06-01", raise_limit_tested="before_the_sum")._figures,
    )  # fmt: skip
    # The policy of a test is known from the first day of 1401.
    assert raised(90_000_000, "1401-06-01", current=current).pension_monthly == 105_500_000
    assert raised(90_909_091, "1401-06-01", current=current).pension_monthly == 100_000_000


@pytest.mark.parametrize("text", ["1392-06-01", "1395-06-01", "1406-06-01"])
def test_a_year_without_a_decree_we_know_is_named_as_unknown(text):
    with pytest.raises(law.UnknownFigure) as refused:
        raised(90_000_000, text)
    assert "ماده ۹۶ قانون تأمین اجتماعی" in refused.value.fa


def test_what_is_only_remembered_is_not_enforced():
    node = law.explain(yearly_raise, PensionOfYear(20_000_000, number("1385-04-01"), number("1399-05-01")), on("1399-05-01"))
    assert not law.is_enforceable(node)
    node = law.explain(yearly_raise, PensionOfYear(90_000_000, number("1385-04-01"), number("1404-07-01")), on("1404-07-01"))
    assert law.is_enforceable(node)


def test_partial_pensions_take_the_other_percentage_if_that_is_chosen():
    current = chosen("1405-06-01", raise_of_partial="as_other_levels")
    assert raised(100_000_000, "1405-06-01", kind=1, current=current).pension_monthly == 160_586_470
    assert raised(100_000_000, "1405-06-01", kind=1).pension_monthly == 160_000_000


# Survivors


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 10**10), st.lists(st.sampled_from([50, 25, 20]), min_size=1, max_size=9))
def test_the_parts_of_the_survivors_make_the_sum(amount, points):
    total, days = sum(points), (number("1385-04-01"), number("1405-06-01"))
    parts = [survivor_raise(SurvivorsPension(amount, *days, one, total), on("1405-06-01")) for one in points]
    assert abs(sum(part.survivor_monthly for part in parts) - parts[0].survivors_sum) <= len(points)


def test_raised_each_by_itself_every_survivor_would_have_the_fixed_sum():
    facts = SurvivorsPension(300_000_000, number("1385-04-01"), number("1405-06-01"), 50, 100)
    first = survivor_raise(facts, on("1405-06-01"))
    each = survivor_raise(facts, chosen("1405-06-01", survivors_raise_order="each_share"))
    assert each.survivor_monthly - first.survivor_monthly == 15_586_470 // 2


# Equalisation


def example(amount=100_000_000, text="1403-08-01", equalised=0):
    return EqualisedPension(amount, 3_000_000, 1_500_000, number("1385-04-01"), number(text), equalised)


def test_by_the_words_of_the_statute_the_worked_example_has_less():
    current = chosen("1403-08-01", equalisation_reading="share_of_target")
    assert equalisation_gap(100_000_000, 143_323_680, current) == 28_991_312
    assert equalisation_step(example(), current).step_monthly == 11_596_525
    assert equalisation_step(example(), on("1403-08-01")).step_monthly == 15_596_525


def test_between_nine_tenths_and_the_whole_the_two_readings_part():
    statute = chosen("1403-08-01", equalisation_reading="share_of_target")
    assert equalisation_step(example(128_991_312), statute).outcome == Outcome.NOT_EQUALISED_NO_GAP
    assert equalisation_step(example(128_991_311), statute).outcome == Outcome.EQUALISED
    assert equalisation_step(example(128_991_312), on("1403-08-01")).outcome == Outcome.EQUALISED


def test_the_three_steps_make_the_whole():
    steps = [on(text).equalisation_step_rate for text in ("1403-08-01", "1404-01-01", "1405-01-01")]
    assert sum(rate.numerator for rate in steps) == steps[0].denominator == 100


def test_with_former_steps_counted_the_next_step_is_smaller():
    facts = example(141_316_050, "1404-01-01", 20_587_413)
    counted = equalisation_step(facts, chosen("1404-01-01", equalisation_compares="with_former_steps"))
    assert counted.step_monthly < equalisation_step(facts, on("1404-01-01")).step_monthly


@settings(max_examples=80, deadline=None)
@given(st.integers(71_661_841, 10**9), st.integers(0, 10**8), st.sampled_from(["share_of_target", "share_of_fall"]))
def test_who_has_fallen_further_never_gets_less(amount, more, reading):
    current = chosen("1403-08-01", equalisation_reading=reading)
    low, high = equalisation_step(example(amount), current), equalisation_step(example(amount + more), current)
    assert low.step_monthly >= high.step_monthly >= 0
    assert amount + low.step_monthly <= max(amount, 143_323_680)


@settings(max_examples=80, deadline=None)
@given(st.integers(1, 71_661_840), st.integers(0, 14 * 71_661_840))
def test_the_restored_pension_is_the_exact_proportion(minimum, first):
    current = on("1403-08-01")
    expected = (2 * first * 71_661_840 + minimum) // (2 * minimum) if first <= 14 * minimum else 0
    assert restored_pension(first, minimum, current) == expected


def test_the_equalisation_of_1399_is_unknown_and_says_whom_to_ask():
    with pytest.raises(law.UnknownFigure) as refused:
        equalisation_step(example(text="1400-01-01"), on("1400-01-01"))
    assert "۱۳۹۹" in refused.value.fa and "سازمان تأمین اجتماعی" in refused.value.fa


@pytest.mark.parametrize(("text", "in_force"), [("1399-04-31", False), ("1405-12-29", True), ("1406-01-01", False)])
def test_no_step_falls_outside_its_years(text, in_force):
    answer = equalisation_step(example(300_000_000, text), on(text))
    assert (answer.outcome != Outcome.NOT_EQUALISED_NOT_IN_FORCE) is in_force


# The three steps of a year


def in_steps(amount, equalised, kind=0, award="1385-04-01", text="1404-07-01"):
    return PensionInSteps(amount, equalised, 3_000_000, 1_500_000, number(award), number(text), kind)


def test_tested_after_the_equalisation_the_minimum_adds_less():
    facts = in_steps(60_000_000, 5_000_000)
    before = pension_of_year(facts, on("1404-07-01"))
    after = pension_of_year(facts, chosen("1404-07-01", minimum_tested="after_equalisation"))
    assert (before.pension_monthly, before.equalised_monthly) == (103_909_680, 7_250_000)
    assert before.pension_total == 111_159_680 > after.pension_total == 103_909_680


def test_a_former_sum_of_equalisation_stays_as_it_was_if_that_is_chosen():
    answer = pension_of_year(in_steps(100_000_000, 1_000_000), chosen("1404-07-01", equalised_sum_follows="stays"))
    assert answer.equalised_monthly == 1_000_000


def test_a_pension_awarded_this_year_has_neither_increase_nor_step():
    answer = pension_of_year(in_steps(100_000_000, 0, award="1404-01-01"), on("1404-07-01"))
    assert (answer.pension_total, answer.step_monthly) == (100_000_000, 0)
    assert answer.outcome == Outcome.NOT_RAISED_AWARDED_THIS_YEAR


def test_what_the_equalisation_leaves_to_a_person_the_whole_year_does():
    facts = in_steps(100_000_000, 0)._replace(minimum_monthly_at_award=0)
    assert pension_of_year(facts, on("1404-07-01")).outcome == Outcome.UNKNOWN


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 10**9), st.integers(0, 10**8), st.sampled_from([1404, 1405]))
def test_the_parts_of_a_year_make_its_sum(amount, equalised, year):
    answer = pension_of_year(in_steps(amount, equalised, text=f"{year}-07-01"), on(f"{year}-07-01"))
    assert answer.pension_total == answer.pension_monthly + answer.equalised_monthly + answer.step_monthly
    assert answer.pension_monthly >= amount and answer.equalised_monthly >= equalised


# The machine


def test_every_product_stays_below_two_to_the_61_at_its_bounds():
    monthly = kind_needed(PensionOfYear.__annotations__["pension_monthly"]).greatest
    rates = [on("1405-06-01").raise_rate_minimum, on("1405-06-01").raise_rate_other, on("1405-06-01").equalisation_step_rate]
    assert max(monthly * 3 * rate.numerator for rate in rates) < 2**61
    points = kind_needed(SurvivorsPension.__annotations__["share_points"]).greatest
    assert monthly * 3 * points < 2**61
    # The restored pension: a rest smaller than the old minimum, times this year's; both divisors fit the reciprocal.
    minimum = on("1405-06-01").minimum_wage_daily * 30
    assert minimum * minimum < 2**61 and minimum < 2**30


def people(count=2_000, seed=96):
    """Pensions as they are: around the minimum, awarded over thirty years, some this year."""
    random = np.random.default_rng(seed)
    minimums = [50_000, 110_100, 270_722, 885_165, 2_388_728]
    at_award = random.choice(minimums, count) * 30
    return {
        "pension_monthly": random.choice([103_909_679, 103_909_680, 103_909_681, 150_000_000, 400_000_000], count),
        "equalised_monthly": random.integers(0, 50_000_000, count),
        "pension_at_award": at_award * random.integers(1, 9, count),
        "minimum_monthly_at_award": at_award,
        "award_day": day_number(1374, 3, 1) + random.integers(0, 31 * 365, count),
        "day": np.full(count, day_number(1405, 6, 1)),
        "raised_kind": random.integers(0, 3, count),
    }


def test_on_pensions_as_they_are_compiled_and_plain_agree_and_all_answers_occur():
    article, current = ARTICLES["pension_of_year"], on("1405-06-01")
    plain = law.columns(article, people(), current, "plain")
    compiled = law.columns(article, people(), current, "compiled")
    assert all((plain[name] == compiled[name]).all() for name in plain)
    assert set(plain["outcome"]) == {
        Outcome.RAISED_AS_MINIMUM, Outcome.RAISED_AS_OTHER_LEVEL, Outcome.RAISED_PARTIAL, Outcome.NOT_RAISED_AWARDED_THIS_YEAR,
    }  # fmt: skip
    assert len(set(plain["step_monthly"])) > 20
