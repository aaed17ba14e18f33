"""Disability: bands, record, amounts, days and commissions, as a lawyer would ask about them."""

import ast
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from opentamin import law
from opentamin.law import days
from opentamin.law.disability import (
    CommissionMatter,
    DisabilityClaim,
    DisabilityStartFacts,
    WindowWages,
    average_of_720_days,
    commission_competence,
    commission_objection,
    disability_award,
    disability_band,
    disability_lump_sum,
    disability_right,
    disability_start,
    partial_disability_pension,
    pension_of_average,
    record_window,
    total_disability_pension,
    wage_window,
)
from opentamin.law.disability.calendar import days_from_to
from opentamin.law.disability.rows import BANDS, MONTHLY_MAX, NOBODY
from opentamin.law.kinds import AMOUNT_MAX, kind_needed
from opentamin.law.machine import sources
from opentamin.law.machine.figures import all_figures, read_figures
from opentamin.law.machine.plans import figures_read, plan_of
from opentamin.law.outcomes import Outcome
from opentamin.law.procedure import commission_objection_last_day

from .test_same_answer import assert_same

NOW = law.of_month(140506)
CHAPTER = [article for article in law.ARTICLES.values() if vars(article)["__module__"].startswith("opentamin.law.disability")]
WAGES = st.integers(0, 3 * 10**9)
RECORDS = st.integers(0, 36_600)
DAYS = st.integers(days.day_number(1370, 1, 1), days.day_number(1430, 1, 1))


def on(text):
    return days.number_of(days.date_from_text(text))


def reading_otherwise(name, choice):
    """The law of today with another choice made where we had to choose."""
    figures = all_figures()
    row = replace(figures[name].values[-1], value=figures[name].choices.index(choice))
    return law.Law(NOW.day, None, {**figures, name: replace(figures[name], values=(row,))})


def claim(**changed):
    facts = {"day": on("1405-06-01"), "loss_percent": 70, "is_work_accident": 0,
             "record_days_10_years": 3_000, "record_days_last_year": 300}  # fmt: skip
    return DisabilityClaim(**{**facts, **changed})


@pytest.mark.parametrize(
    ("percent", "band"),
    [(0, "no_disability"), (9, "no_disability"), (10, "lump_sum"), (32, "lump_sum"),
     (33, "partial"), (65, "partial"), (66, "total"), (100, "total")],
)  # fmt: skip
def test_each_bound_of_article_70_belongs_to_the_higher_band(percent, band):
    assert BANDS[disability_band(percent, NOW).band] == band


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({}, Outcome.DISABILITY_TOTAL),
        ({"record_days_10_years": 365}, Outcome.DISABILITY_TOTAL),
        ({"record_days_10_years": 364}, Outcome.DISABILITY_RECORD_SHORT),
        ({"record_days_last_year": 90}, Outcome.DISABILITY_TOTAL),
        ({"record_days_last_year": 89}, Outcome.DISABILITY_LAST_YEAR_SHORT),
        ({"record_days_10_years": 0, "record_days_last_year": 0, "is_work_accident": 1}, Outcome.DISABILITY_TOTAL_BY_WORK),
        ({"loss_percent": 65}, Outcome.DISABILITY_NOT_BY_WORK),
        ({"loss_percent": 65, "is_work_accident": 1}, Outcome.DISABILITY_PARTIAL),
        ({"loss_percent": 32}, Outcome.DISABILITY_NOT_BY_WORK),
        ({"loss_percent": 32, "is_work_accident": 1}, Outcome.DISABILITY_LUMP_SUM),
        ({"loss_percent": 9, "is_work_accident": 1}, Outcome.DISABILITY_TOO_SMALL),
        ({"is_self_employed": 1}, Outcome.DISABILITY_TOTAL),
        ({"is_self_employed": 1, "loss_percent": 65, "is_work_accident": 1}, Outcome.DISABILITY_SELF_EMPLOYED_NOT_TOTAL),
        ({"record_days_last_year": 366}, Outcome.UNKNOWN),
        ({"record_days_10_years": 3_654}, Outcome.UNKNOWN),
        ({"record_days_10_years": 200, "record_days_last_year": 201}, Outcome.UNKNOWN),
    ],
)
def test_the_first_condition_that_fails_is_the_answer(changed, outcome):
    right = disability_right(claim(**changed), NOW)
    granted = (Outcome.DISABILITY_TOTAL, Outcome.DISABILITY_TOTAL_BY_WORK, Outcome.DISABILITY_PARTIAL, Outcome.DISABILITY_LUMP_SUM)
    assert (right.outcome, right.is_entitled) == (outcome, int(outcome in granted))


def test_a_leap_year_before_the_illness_holds_366_days():
    assert record_window(on("1404-01-01"), NOW).year_days == 366
    assert record_window(on("1403-01-01"), NOW).year_days == 365
    assert disability_right(claim(day=on("1404-01-01"), record_days_last_year=366), NOW).is_entitled == 1


def test_from_a_day_to_itself_and_back_there_are_no_days():
    day = on("1405-06-01")
    assert [days_from_to(day - 1, day), days_from_to(day, day), days_from_to(day + 1, day)] == [1, 0, 0]


@given(DAYS)
def test_the_years_before_end_the_day_before_and_are_whole(day):
    window = record_window(day, NOW)
    assert window.ten_years_from_day < window.year_from_day < day
    assert window.year_days in (365, 366) and 3_652 <= window.ten_years_days <= 3_653


def test_the_average_is_of_the_720_days_before_and_not_of_the_day_itself():
    window = wage_window(on("1405-06-01"), NOW)
    assert (window.last_day - window.first_day + 1, window.last_day) == (720, on("1405-05-31"))


@pytest.mark.parametrize(
    ("days_worked", "outcome"), [(0, "UNKNOWN"), (1, "AVERAGED_BY_DAYS"), (720, "AVERAGED_BY_DAYS"), (721, "UNKNOWN")]
)
def test_an_average_needs_days_of_work_that_the_window_can_hold(days_worked, outcome):
    assert average_of_720_days(10**9, days_worked, NOW).outcome.name == outcome


def test_an_average_no_wage_can_make_is_for_a_person():
    assert average_of_720_days(AMOUNT_MAX, 1, NOW) == (0, Outcome.UNKNOWN)


@given(WAGES, RECORDS, st.integers(0, 5))
def test_the_pension_lies_between_half_of_the_average_and_the_whole(average, record, dependants):
    counted = pension_of_average(average, record, dependants, NOW)
    assert average <= 2 * counted.entitlement_monthly <= 2 * average
    assert counted.pension_monthly == counted.entitlement_monthly + counted.addition_monthly
    assert counted.pension_monthly <= average


@given(WAGES, RECORDS, st.integers(1, 5))
def test_the_addition_is_a_tenth_at_most_and_never_passes_sixty_percent(average, record, dependants):
    counted = pension_of_average(average, record, dependants, NOW)
    assert 0 <= 10 * counted.addition_monthly <= counted.entitlement_monthly + 5
    if counted.addition_monthly:
        assert 5 * counted.pension_monthly <= 3 * average + 3


@given(WAGES, WAGES, RECORDS, RECORDS, st.integers(0, 3))
def test_more_wage_or_more_years_never_make_less_pension(one, other, few, many, dependants):
    wages, records = sorted((one, other)), sorted((few, many))
    less = total_disability_pension(wages[0], records[0], dependants, NOW).pension_monthly
    assert less <= total_disability_pension(wages[1], records[0], dependants, NOW).pension_monthly
    assert less <= total_disability_pension(wages[0], records[1], dependants, NOW).pension_monthly


@given(WAGES, RECORDS, st.integers(0, 3))
def test_total_disability_is_never_under_the_minimum_wage(average, record, dependants):
    pension = total_disability_pension(average, record, dependants, NOW)
    assert pension.pension_monthly >= 166_255_500
    assert pension.pension_monthly - pension.minimum_added_monthly == pension.entitlement_monthly + pension.addition_monthly


@given(st.integers(33, 65), WAGES)
def test_a_partial_pension_is_less_than_the_total_one(percent, total):
    assert partial_disability_pension(percent, total, NOW) <= total


def wages(**changed):
    return WindowWages(**{"wages_sum": 14_400_000_000, "days_worked": 720, "record_days": 5_840, "dependants_count": 1, **changed})


def test_a_partial_pension_may_stand_under_the_minimum_wage():
    low = wages(wages_sum=4_320_000_000, record_days=720)
    award = disability_award(claim(loss_percent=33, is_work_accident=1), low, NOW)
    assert (award.pension_monthly, award.has_treatment) == (32_670_000, 0)


def test_with_the_other_reading_its_base_is_first_lifted_to_the_minimum():
    other = reading_otherwise("partial_loss_base", "after_minimum")
    low = wages(wages_sum=4_320_000_000, record_days=720)
    assert disability_award(claim(loss_percent=50, is_work_accident=1), low, other).pension_monthly == 83_127_750


def test_a_refusal_gives_nothing_and_says_why():
    award = disability_award(claim(record_days_last_year=89), wages(), NOW)
    assert award == (0, 0, 0, 0, Outcome.DISABILITY_LAST_YEAR_SHORT)


def test_wages_of_no_day_of_work_are_for_a_person():
    assert disability_award(claim(), wages(days_worked=0), NOW).outcome == Outcome.UNKNOWN


@given(DAYS, DAYS, DAYS)
def test_a_pension_never_begins_before_the_primary_ruling_or_the_end_of_work(rest, ruling, work):
    assert disability_start(DisabilityStartFacts(0, rest, ruling, work), NOW).start_day == max(ruling, work)
    assert disability_start(DisabilityStartFacts(1, rest, ruling, work), NOW).start_day == rest


@given(DAYS)
def test_the_last_day_to_object_is_after_service_and_a_day_without_doubt_later_is_late(service):
    deadline = commission_objection(service, service, NOW).deadline
    doubt_until = commission_objection_last_day(service, NOW).doubt_until
    assert service + 31 <= deadline <= doubt_until
    assert commission_objection(service, deadline, NOW).is_in_time == 1
    assert commission_objection(service, doubt_until + 1, NOW).outcome == Outcome.COMMISSION_OBJECTION_LATE
    assert commission_objection(service, service - 1, NOW).outcome == Outcome.UNKNOWN
    if doubt_until > deadline:
        assert commission_objection(service, deadline + 1, NOW).outcome == Outcome.COMMISSION_OBJECTION_IN_DOUBT


def test_only_the_day_of_onset_goes_on_to_the_court_and_only_since_the_ruling():
    final = {"is_primary_ruling_given": 1, "is_objection_in_time": 1, "is_appeal_ruling_given": 1}
    onset, degree = CommissionMatter(1, **final), CommissionMatter(0, **final)
    before, since = law.at(days.date_from_text("1398-04-24")), law.at(days.date_from_text("1398-04-25"))
    assert commission_competence(onset, since).outcome == Outcome.COMMISSION_ONSET_TO_COURT
    assert commission_competence(degree, since) == commission_competence(onset, before) == (NOBODY, Outcome.COMMISSION_RULING_FINAL)


def test_what_divisor_article_72_had_before_1371_nobody_told_us():
    early = law.at(days.date_from_text("1371-12-15"))
    with pytest.raises(law.UnknownFigure, match="1371"):
        pension_of_average(10**6, 5_000, 0, early)


# The machine.


def sensible_rows(article, count=600):
    """Rows in which most people qualify for something."""
    random = np.random.default_rng(70)
    made = {
        "day": random.integers(on("1385-01-01"), on("1406-01-01"), count),
        "loss_percent": random.choice([5, 9, 10, 20, 32, 33, 50, 65, 66, 80, 100], count),
        "record_days_10_years": random.choice([0, 364, 365, 2_000, 3_652], count),
        "record_days_last_year": random.choice([0, 89, 90, 180, 365, 366], count),
        "wages_sum": random.integers(0, 30_000_000_000, count),
        "days_worked": random.integers(0, 722, count),
        "record_days": random.integers(0, 13_000, count),
        "average_monthly": random.integers(0, 1_200_000_000, count),
        "pension_total_monthly": random.integers(0, 1_200_000_000, count),
        "dependants_count": random.integers(0, 4, count),
    }
    kinds = plan_of(article).kinds
    chosen = {
        name: made.get(name, random.integers(kind.least, min(kind.greatest, 10**9) + 1, count)) for name, kind in kinds.items()
    }
    return {name: values.astype(kinds[name].dtype) for name, values in chosen.items()}


@pytest.mark.parametrize("article", CHAPTER, ids=lambda article: article.name)
def test_plain_and_compiled_agree_on_people_who_qualify(article):
    rows = sensible_rows(article)
    plain = law.columns(article, rows, NOW, "plain")
    assert_same(law.columns(article, rows, NOW, "compiled"), plain)


def test_products_bounded():
    """Every product of the chapter stays below 2**61 for facts at their bounds."""
    career = kind_needed(law.ARTICLES["years_of_service"].result)
    assert MONTHLY_MAX * career.greatest < 2**61
    assert AMOUNT_MAX * NOW.average_month_days < 2**61
    assert MONTHLY_MAX * NOW.lump_sum_months * 100 < 2**61
    rows = {"loss_percent": np.array([100], np.int8), "pension_total_monthly": np.array([MONTHLY_MAX])}
    assert law.columns(disability_lump_sum, rows, NOW, "compiled")["value"].tolist() == [36 * MONTHLY_MAX]
    assert disability_lump_sum(100, MONTHLY_MAX, NOW) == 36 * MONTHLY_MAX


def test_no_number_of_the_law_stands_in_the_rules():
    """Zero, one, the months of a year, and the hundred of a percent; everything else is a figure."""
    for name, text in sources.SOURCES.items():
        if name.startswith("disability/") and name.endswith(".py") and not name.endswith("rows.py"):
            numbers = {
                node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant) and type(node.value) is int
            }
            assert numbers <= {0, 1, 12, 100}, name


def test_every_figure_of_the_chapter_is_read_by_some_article():
    written = read_figures({"figures.yaml": sources.read("disability/figures.yaml")})
    assert set(written) <= set().union(*(figures_read(article) for article in law.ARTICLES.values()))


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_refusal_is_told_in_words(language):
    facts = {**claim(record_days_last_year=89)._asdict(), **wages()._asdict()}
    step = law.words.render(law.explain(disability_award, facts, NOW), language)
    assert step.outcome_key == "DISABILITY_LAST_YEAR_SHORT"
    assert ("نود روز" if language == "fa" else "ninety days") in step.outcome
    assert step.children[0].article == "disability_right" and step.children[0].lines
