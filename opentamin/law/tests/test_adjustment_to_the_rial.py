"""The yearly increase and the equalisation: fractions of a rial, days of change, and each open question answered otherwise."""

import pytest

from opentamin import law
from opentamin.law import Outcome
from opentamin.law.adjustment import (
    Equalised,
    EqualisedPension,
    PensionInSteps,
    PensionOfYear,
    RaisedPension,
    SurvivorRaised,
    SurvivorsPension,
    YearPension,
    equalisation_gap,
    equalisation_step,
    equalised_sum_raised,
    minimum_raise,
    other_levels_raise,
    pension_of_year,
    survivor_raise,
    yearly_raise,
)
from opentamin.law.days import date_from_text, number_of
from opentamin.law.machine.figures import Rate
from opentamin.law.tests.choosing import law_choosing

AWARD = number_of(date_from_text("1385-04-01"))


def number(text):
    return number_of(date_from_text(text))


def by_both(figure, ask, day, **known):
    """The answer with a half taken up, and with every fraction let fall."""
    return tuple(ask(law_choosing(day, **{figure: choice}, **known)) for choice in ("half_up", "truncate"))


# The yearly increase


def test_a_fraction_of_the_increase_of_the_minimum():
    # Six tenths of 100,000,001 are 60,000,000.6.
    of_pension = by_both("rounding_raise", lambda now: minimum_raise(100_000_001, now), "1405-06-01")
    assert of_pension == (60_000_001, 60_000_000)


@pytest.mark.parametrize(
    ("day", "pension", "up", "down"),
    [
        pytest.param("1405-06-01", 200_000_002, 105_586_471, 105_586_470, id="45 percent are 90,000,000.9"),
        pytest.param("1401-06-01", 50_000_002, 24_151_661, 24_151_660, id="38 percent are 19,000,000.76"),
    ],
)
def test_a_fraction_of_the_increase_of_the_other_levels(day, pension, up, down):
    assert by_both("rounding_raise", lambda now: other_levels_raise(pension, now), day) == (up, down)


@pytest.mark.parametrize(
    ("day", "known_on", "pension", "result"),
    [
        # The last day of 1400: 26 percent and 2,483,550, also once the decree of 1401 was known.
        ("1400-12-29", "1401-04-01", 85_000_000, 109_583_550),
        # The first day of 1401: ten percent; with the fixed sum the total would be the limit itself.
        ("1401-01-01", "1401-04-01", 85_000_000, 93_500_000),
        # Above the limit the ten percent alone.
        ("1401-01-01", "1401-04-01", 90_000_000, 99_000_000),
        # The same day as known after the correction: 38 percent and 5,151,660.
        ("1401-01-01", "1402-01-01", 90_000_000, 129_351_660),
    ],
)
def test_the_first_decree_of_1401_governs_from_the_first_day_of_its_year(day, known_on, pension, result):
    current = law.at(date_from_text(day), date_from_text(known_on))
    answer = yearly_raise(PensionOfYear(pension, AWARD, number(day)), current)
    assert answer == RaisedPension(result - pension, result, 0, result, Outcome.RAISED_AS_OTHER_LEVEL)


def test_were_pensions_raised_in_their_first_year_this_one_would_be():
    awarded = PensionOfYear(200_000_000, number("1405-01-01"), number("1405-06-01"))
    answer = yearly_raise(awarded, law_choosing("1405-06-01", raise_in_award_year="raised"))
    assert answer == RaisedPension(105_586_470, 305_586_470, 0, 305_586_470, Outcome.RAISED_AS_OTHER_LEVEL)


def test_half_a_rial_of_a_share_raised_by_itself():
    half = SurvivorsPension(300_000_001, AWARD, number("1405-06-01"), 50, 100)
    # Half of it is 150,000,000.5; 45 percent of 150,000,001 are 67,500,000.45; the sum is told beside it as if raised whole.
    assert by_both("rounding_raise", lambda now: survivor_raise(half, now), "1405-06-01", survivors_raise_order="each_share") == (
        SurvivorRaised(450_586_471, 233_086_471, Outcome.RAISED_AS_OTHER_LEVEL),
        SurvivorRaised(450_586_471, 233_086_470, Outcome.RAISED_AS_OTHER_LEVEL),
    )


# Equalisation


@pytest.mark.parametrize(
    ("reading", "pension", "restored", "up", "down"),
    [
        # Nine tenths of a fall of 43,323,675 are 38,991,307.5.
        ("share_of_fall", 100_000_005, 143_323_680, 38_991_308, 38_991_307),
        # Nine tenths of 143,323,681 are 128,991,312.9.
        ("share_of_target", 100_000_000, 143_323_681, 28_991_313, 28_991_312),
    ],
)
def test_a_fraction_of_what_is_made_good(reading, pension, restored, up, down):
    of_fall = by_both(
        "rounding_equalisation", lambda now: equalisation_gap(pension, restored, now), "1403-08-01",
        equalisation_reading=reading,
    )  # fmt: skip
    assert of_fall == (up, down)


def example(pension, day, equalised=0):
    return EqualisedPension(pension, 3_000_000, 1_500_000, AWARD, number(day), equalised)


def test_with_former_steps_counted_the_second_step_makes_good_what_is_left():
    # Restored 207,819,360; the pension with its former step 161,903,463; nine tenths of the fall, and three tenths of that.
    current = law_choosing("1404-01-01", equalisation_compares="with_former_steps")
    answer = equalisation_step(example(141_316_050, "1404-01-01", 20_587_413), current)
    assert answer == Equalised(41_324_307, 12_397_292, Outcome.EQUALISED)


def test_the_plan_takes_over_on_the_first_of_aban_1403():
    with pytest.raises(law.UnknownFigure) as refused:
        equalisation_step(example(100_000_000, "1403-07-30"), law.at(date_from_text("1403-07-30")))
    assert "۱۳۹۹" in refused.value.fa
    taken_over = equalisation_step(example(100_000_000, "1403-08-01"), law.at(date_from_text("1403-08-01")))
    assert taken_over == Equalised(38_991_312, 15_596_525, Outcome.EQUALISED)


def test_were_the_percentage_of_1399_known_a_person_would_still_judge():
    # A tenth of 100,000,005 is 10,000,000.5; nobody read what it was taken on.
    tenth = {"equalisation_rate_1399": Rate(10, 100), "rounding_equalisation": "half_up"}
    answer = equalisation_step(example(100_000_005, "1400-01-01"), law_choosing("1400-01-01", **tenth))
    assert answer == Equalised(0, 10_000_001, Outcome.UNKNOWN)


# The three steps of a year


@pytest.mark.parametrize(
    ("is_minimum_level", "up", "down"),
    [
        pytest.param(1, 1_450_003, 1_450_002, id="45 percent of 1,000,002 are 450,000.9"),
        pytest.param(0, 1_320_003, 1_320_002, id="32 percent are 320,000.64"),
    ],
)
def test_a_fraction_of_a_former_sum(is_minimum_level, up, down):
    of_sum = by_both("rounding_raise", lambda now: equalised_sum_raised(1_000_002, is_minimum_level, now), "1404-07-01")
    assert of_sum == (up, down)


AFTER = {"minimum_tested": "after_equalisation"}
STAYS = {"equalised_sum_follows": "stays"}


@pytest.mark.parametrize(
    ("pension", "equalised", "kind", "choice", "answer"),
    [
        # 45 percent make 87,000,000 and 7,250,000; 9,659,680 are missing to the minimum of 103,909,680.
        pytest.param(60_000_000, 5_000_000, 0, AFTER,
                     YearPension(87_000_000, 7_250_000, 0, 9_659_680, 103_909_680, Outcome.RAISED_AS_MINIMUM),
                     id="after the equalisation the minimum adds what is then missing"),
        pytest.param(40_000_000, 0, 1, AFTER, YearPension(58_000_000, 0, 0, 0, 58_000_000, Outcome.RAISED_PARTIAL),
                     id="a partial pension is not lifted after the equalisation either"),
        # 141,316,050 of a restored 207,819,360: nine tenths of the fall are 59,852,979, three tenths of that 17,955,894.
        pytest.param(100_000_000, 1_000_000, 0, AFTER,
                     YearPension(141_316_050, 1_320_000, 17_955_894, 0, 160_591_944, Outcome.RAISED_AS_OTHER_LEVEL),
                     id="above the minimum there is nothing to lift"),
        pytest.param(100_000_000, 1_000_000, 0, STAYS,
                     YearPension(141_316_050, 1_000_000, 17_955_894, 0, 160_271_944, Outcome.RAISED_AS_OTHER_LEVEL),
                     id="a former sum that stays"),
    ],
)  # fmt: skip
def test_a_year_if_one_of_its_questions_were_answered_otherwise(pension, equalised, kind, choice, answer):
    facts = PensionInSteps(pension, equalised, 3_000_000, 1_500_000, AWARD, number("1404-07-01"), kind)
    assert pension_of_year(facts, law_choosing("1404-07-01", **choice)) == answer
