"""Short-term benefits: the wage replaced, the grants, and who has neither, as a lawyer would ask about them."""

import ast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from opentamin import law
from opentamin.law import days
from opentamin.law.contributions import child_allowance
from opentamin.law.kinds import kind_needed
from opentamin.law.machine import sources
from opentamin.law.machine.cases import read_cases
from opentamin.law.machine.figures import Rate
from opentamin.law.machine.plans import plan_of
from opentamin.law.outcomes import Outcome
from opentamin.law.short_term import (
    Child,
    Family,
    LastPay,
    Marriage,
    Maternity,
    Sickness,
    child_allowance_due,
    child_counts,
    last_wage_daily,
    marriage_grant,
    maternity_due,
    maternity_length,
    maternity_right,
    sickness_due,
    sickness_right,
)
from opentamin.law.short_term.rows import COMPULSORY, DRIVERS

from .choosing import law_choosing
from .test_same_answer import assert_same

NOW = law.of_month(140506)
PAY = LastPay(900_000_000, 90)
CHAPTER = [article for article in law.ARTICLES.values() if vars(article)["__module__"].startswith("opentamin.law.short_term")]
DAYS = st.integers(days.day_number(1386, 1, 1), days.day_number(1430, 1, 1))
PAYS = st.builds(LastPay, st.integers(1, 10**10), st.integers(1, 90), st.integers(0, 1))
SPELLS = st.tuples(st.integers(1, 400), st.integers(0, 1)).flatmap(
    lambda spell: st.builds(
        Sickness,
        days_rest=st.just(spell[0]),
        days_in_hospital=st.integers(0, spell[0]) if spell[1] else st.just(0),
        days_travel=st.just(0) if spell[1] else st.integers(0, spell[0]),
        days_before=st.integers(0, 5),
        dependants_count=st.integers(0, 3),
        is_accident=st.integers(0, 1),
        is_hospital_paid=st.integers(0, 1),
    )
)


def on(text):
    return days.number_of(days.date_from_text(text))


def at(text, known_on=None):
    return law.at(days.date_from_text(text), known_on and days.date_from_text(known_on))


def birth(**changed):
    facts = {"day": on("1405-05-01"), "delivery_day": on("1405-05-20"), "days_leave": 400, "insured_days": 300}
    return Maternity(**{**facts, **changed})


@pytest.mark.parametrize("mark", ["EX-5.10", "EX-5.11", "EX-5.13", "EX-5.17"])
def test_the_worked_examples_are_among_the_cases(mark):
    assert any(case.mark == mark for case in read_cases())


def test_every_answer_an_article_may_give_has_its_case():
    mine = {article.name for article in CHAPTER}
    seen = {case.outcome for case in read_cases() if case.article in mine}
    named = {
        node.attr
        for name, text in sources.SOURCES.items()
        if name.startswith("short_term/") and name.endswith(".py") and not name.endswith("rows.py")
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Outcome"
    }
    by_choice = {"MATERNITY_IN_FULL", "MATERNITY_THIRD_BY_EMPLOYER"}
    assert named - seen == by_choice


# The wage


@given(PAYS, st.integers(0, 10**9))
def test_more_wage_is_never_a_lower_last_wage(pay, more):
    raised = pay._replace(wages_sum=pay.wages_sum + more)
    assert last_wage_daily(raised, NOW).wage_daily >= last_wage_daily(pay, NOW).wage_daily


@given(PAYS)
def test_a_piece_worker_is_never_under_the_minimum_wage(pay):
    assert last_wage_daily(pay._replace(is_piece_worker=1), NOW).wage_daily >= NOW.minimum_wage_daily


@pytest.mark.parametrize("pay", [LastPay(0, 90), LastPay(900, 0), LastPay(900, 91)])
def test_a_wage_that_cannot_be_is_handed_to_a_person(pay):
    assert last_wage_daily(pay, NOW).outcome == Outcome.UNKNOWN
    assert sickness_due(pay, Sickness(10), NOW) == (0, 0, 0, 0, 0, 0, Outcome.UNKNOWN)
    assert maternity_due(pay, birth(), NOW).outcome == Outcome.UNKNOWN


# Sickness


@given(PAYS, SPELLS)
def test_sickness_is_never_paid_more_than_the_wage_but_for_the_stay_in_another_town(pay, case):
    due = sickness_due(pay, case, NOW)
    assert due.amount == due.amount_home + due.amount_hospital + due.amount_travel
    assert due.amount_home + due.amount_hospital <= due.wage_daily * due.days_paid + 1
    assert due.amount_travel <= due.wage_daily * case.days_travel + 1
    assert 0 <= due.days_paid <= case.days_rest


@given(PAYS, SPELLS, st.integers(0, 10**9))
def test_more_wage_is_never_less_compensation(pay, case, more):
    raised = pay._replace(wages_sum=pay.wages_sum + more)
    assert sickness_due(raised, case, NOW).amount >= sickness_due(pay, case, NOW).amount


@given(PAYS, SPELLS)
def test_a_dependant_never_lowers_compensation(pay, case):
    alone, family = case._replace(dependants_count=0), case._replace(dependants_count=1)
    assert sickness_due(pay, family, NOW).amount >= sickness_due(pay, alone, NOW).amount


@given(SPELLS)
def test_an_accident_is_never_paid_for_fewer_days_than_an_illness(case):
    illness, accident = case._replace(is_accident=0), case._replace(is_accident=1)
    assert sickness_due(PAY, accident, NOW).days_paid >= sickness_due(PAY, illness, NOW).days_paid


def test_days_in_hospital_and_in_another_town_may_not_exceed_the_rest():
    assert sickness_right(Sickness(10, 6, 4), NOW).outcome == Outcome.SICKNESS_PAID
    assert sickness_right(Sickness(10, 6, 5), NOW) == (0, Outcome.UNKNOWN)
    assert sickness_right(Sickness(0), NOW) == (0, Outcome.UNKNOWN)


def test_only_of_a_driver_is_paid_premium_asked():
    unpaid = Sickness(10, is_premium_paid=0, is_card_valid=0)
    assert sickness_right(unpaid._replace(scheme=COMPULSORY), NOW).is_entitled == 1
    assert sickness_right(unpaid._replace(scheme=DRIVERS), NOW).outcome == Outcome.SICKNESS_DRIVER_PREMIUM_UNPAID


def test_sickness_on_a_maternity_leave_may_be_left_to_a_person():
    case = Sickness(10, is_on_maternity_leave=1)
    assert sickness_right(case, NOW).outcome == Outcome.SICKNESS_ON_MATERNITY_LEAVE
    careful = law_choosing("1405-06-01", sickness_on_maternity_leave="hand_on")
    assert sickness_right(case, careful) == (0, Outcome.UNKNOWN)
    assert sickness_right(Sickness(10), careful) == (1, Outcome.SICKNESS_PAID)
    assert sickness_right(Sickness(10, is_premium_paid=0), careful) == (1, Outcome.SICKNESS_PAID)


def test_a_stay_in_another_town_would_be_rounded_too_were_it_paid_in_part():
    # Two thirds of ten million are 6,666,667; half of them leaves half a rial.
    stay = Sickness(1, days_travel=1)
    up = law_choosing("1405-06-01", rate_sickness_travel=Rate(1, 2))
    assert sickness_due(PAY, stay, up).amount_travel == 3_333_334
    down = law_choosing("1405-06-01", rate_sickness_travel=Rate(1, 2), rounding_short_term="truncate")
    assert sickness_due(PAY, stay, down).amount_travel == 3_333_333


# Maternity


def test_what_the_court_held_in_1398_holds_for_a_leave_of_1395_and_was_not_known_then():
    day = on("1395-05-01")
    assert maternity_length(day, 1, 1, at("1395-05-01", "1398-02-30")).days_most == 180
    assert maternity_length(day, 1, 1, at("1395-05-01", "1398-02-31")).days_most == 270
    assert maternity_length(day, 1, 1, at("1395-05-01")).days_most == 270


def test_how_long_the_leave_was_between_1374_and_1392_nobody_has_told_us():
    assert maternity_length(0, 1, 1, at("1373-12-29")).days_most == 84
    with pytest.raises(law.UnknownFigure, match="Social Security Organisation"):
        maternity_length(0, 1, 1, at("1374-01-01"))


def test_on_the_eve_of_the_law_of_1392_the_length_is_not_known_even_for_twins():
    with pytest.raises(law.UnknownFigure):
        maternity_length(on("1392-03-19"), 2, 1, at("1392-03-19"))


@pytest.mark.parametrize(
    ("day", "choice", "nursing", "days_most"),
    [
        ("1395-05-01", "full_length", 0, 270),
        ("1395-05-01", "twelve_weeks", 0, 84),
        ("1395-05-01", "twelve_weeks", 1, 270),
        ("1405-06-01", "full_length", 0, 270),
        ("1405-06-01", "twelve_weeks", 0, 84),
        ("1405-06-01", "twelve_weeks", 1, 270),
    ],
)
def test_whether_a_mother_who_does_not_nurse_has_the_long_leave_is_there_to_be_chosen(day, choice, nursing, days_most):
    length = maternity_length(on(day), 1, nursing, law_choosing(day, maternity_not_nursing=choice))
    assert length == (days_most, Outcome.MATERNITY_LENGTH_SET)


def test_by_the_calendar_the_months_begin_with_the_leave_and_not_with_the_birth():
    # Of a year of 365 days nine months from 25 Mehr leave out three of 31 days, nine from 20 Aban two and one of 30.
    calendar = law_choosing("1405-07-25", maternity_month="calendar", maternity_missing_third="nobody")
    due = maternity_due(PAY, birth(day=on("1405-07-25"), delivery_day=on("1405-08-20")), calendar)
    assert due == (1_813_333_333, 10_000_000, 272, 128, 906_666_667, Outcome.MATERNITY_PAID)


def test_by_the_calendar_nine_months_are_their_own_days():
    calendar = law_choosing("1405-06-01", maternity_month="calendar")
    assert maternity_length(on("1405-01-01"), 1, 1, calendar).days_most == 6 * 31 + 3 * 30
    assert maternity_length(on("1405-01-01"), 2, 1, calendar).days_most == 365
    assert maternity_length(on("1403-01-01"), 2, 1, calendar).days_most == 366


@pytest.mark.parametrize(
    ("payer", "amount", "missing", "outcome"),
    [
        ("nobody", 1_800_000_000, 900_000_000, Outcome.MATERNITY_PAID),
        ("open", 1_800_000_000, 900_000_000, Outcome.MATERNITY_THIRD_OPEN),
        ("employer", 1_800_000_000, 900_000_000, Outcome.MATERNITY_THIRD_BY_EMPLOYER),
        ("organisation", 2_700_000_000, 0, Outcome.MATERNITY_IN_FULL),
    ],
)
def test_the_missing_third_goes_to_whom_we_choose(payer, amount, missing, outcome):
    due = maternity_due(PAY, birth(), law_choosing("1405-06-01", maternity_missing_third=payer))
    assert due == (amount, 10_000_000, 270, 130, missing, outcome)


@given(PAYS, st.integers(0, 400), st.integers(1, 3))
def test_compensation_and_what_is_missing_are_the_wage_of_the_leave(pay, days_leave, children_born):
    due = maternity_due(pay, birth(days_leave=days_leave, children_born=children_born), NOW)
    assert due.amount + due.wage_missing == due.wage_daily * due.days_paid
    assert due.days_paid + due.days_over == days_leave
    assert due.days_paid <= (270 if children_born == 1 else 360)


@given(DAYS, st.integers(-200, 100))
def test_a_leave_is_paid_from_two_months_before_the_birth_to_the_birth(delivery_day, later):
    case = birth(day=delivery_day + later, delivery_day=delivery_day)
    right = maternity_right(case, NOW)
    assert right.leave_from < delivery_day
    assert right.is_entitled == (right.leave_from <= case.day <= delivery_day)


def test_no_year_has_more_days_of_premium_than_days():
    leap = birth(day=on("1404-01-10"), delivery_day=on("1404-01-10"), insured_days=366)
    assert maternity_right(leap, NOW).is_entitled == 1
    assert maternity_right(leap._replace(insured_days=367), NOW).outcome == Outcome.UNKNOWN
    assert maternity_right(birth(children_born=0), NOW).outcome == Outcome.UNKNOWN


# Marriage, children, funeral


@given(st.integers(0, 10**15), st.integers(0, 10**12))
def test_the_marriage_grant_is_never_under_a_month_of_the_minimum_wage_and_grows_with_the_wage(wages_sum, more):
    lower = marriage_grant(Marriage(on("1405-05-01"), 720, wages_sum), NOW)
    higher = marriage_grant(Marriage(on("1405-05-01"), 720, wages_sum + more), NOW)
    assert 30 * NOW.minimum_wage_daily <= lower.amount <= higher.amount


def test_five_years_hold_no_more_days_of_premium_than_they_have():
    case = Marriage(on("1405-05-01"), 1826, 10**9)
    assert marriage_grant(case, NOW).outcome == Outcome.MARRIAGE_LIFTED_TO_MINIMUM
    assert marriage_grant(case._replace(insured_days=1827), NOW).outcome == Outcome.UNKNOWN


@given(DAYS, st.integers(0, 30_000), st.integers(0, 1))
def test_studies_or_inability_to_work_never_take_the_allowance_away(day, lived, is_woman):
    child = Child(day, day - lived, is_woman)
    for current in (NOW, law.of_month(139001)):
        counted = child_counts(child, current).is_counted
        assert child_counts(child._replace(is_student=1), current).is_counted >= counted
        assert child_counts(child._replace(is_unable_to_work=1), current).is_counted >= counted


def test_the_age_of_the_first_text_is_not_asked_under_the_newer_one():
    later = law_choosing("1405-06-01", child_allowance_age=25)
    son = Child(on("1405-06-01"), on("1383-06-01"))
    assert child_counts(son, later) == (0, Outcome.CHILD_OF_AGE)
    assert child_counts(son, law_choosing("1405-06-01", child_allowance_age=25, child_allowance_text="first_text")).is_counted == 1


@given(st.integers(0, 36_600), st.integers(0, 20))
def test_the_child_allowance_is_that_of_the_children_paid_for(record_days, children_count):
    for current in (NOW, law.of_month(139112)):
        due = child_allowance_due(Family(record_days, children_count), current)
        assert due.amount == child_allowance(due.children_paid, current)
        assert due.children_paid <= children_count


def test_the_allowance_of_days_before_its_amount_was_known_is_refused():
    with pytest.raises(law.NotInForce):
        child_allowance_due(Family(720, 1), law.of_month(139012))


# The chapter as a whole


def likely_rows(article, count=400):
    """Rows that mostly reach an amount: usual flags, few contradictions, every kind of person."""
    random = np.random.default_rng(1405)
    plan = plan_of(article)
    rows: dict[str, np.ndarray] = {}
    born = on("1385-01-01")
    for name, kind in plan.kinds.items():
        usual = plan.defaults.get(name, 1)
        if kind.unit == "flag" or kind.options:
            other = random.integers(kind.least, kind.greatest + 1, count)
            drawn = np.where(random.random(count) < 0.9, usual, other)
        elif name in ("day", "delivery_day"):
            drawn = born + 7_300 + random.integers(-40, 3, count) + (name == "delivery_day")
        elif name == "birth_day":
            drawn = born + random.integers(-4_000, 7_000, count)
        elif kind.unit in ("rials", "rials_day"):
            drawn = random.integers(1, 5 * 10**9, count)
        elif name in ("days_in_hospital", "days_travel", "days_before"):
            drawn = np.where(random.random(count) < 0.5, 0, random.integers(0, 6, count))
        else:
            most = 95 if kind.greatest < 128 else 400 if "delivery_day" in plan.kinds else 1_800
            drawn = random.integers(0, min(most, kind.greatest), count)
        rows[name] = drawn.astype(kind.dtype)
    return rows


@pytest.mark.parametrize("article", CHAPTER, ids=lambda article: article.name)
def test_compiled_and_plain_agree_on_people_who_mostly_qualify(article):
    rows = likely_rows(article)
    plain = law.columns(article, rows, NOW, "plain")
    assert_same(law.columns(article, rows, NOW, "compiled"), plain)
    if "amount" in plain and article.name != "appliance_grant":
        assert np.count_nonzero(plain["amount"]) > 40


@pytest.mark.parametrize("name", ["maternity_length", "maternity_payer", "child_counts", "children_paid_for"])
def test_they_agree_in_one_run_over_the_amendments(name):
    article = law.ARTICLES[name]
    months = np.random.default_rng(7).choice([136001, 139308, 139309, 140007, 140008, 140508], 400)
    rows, laws = likely_rows(article), law.of_months(months)
    assert_same(law.columns(article, rows, laws, "compiled"), law.columns(article, rows, laws, "plain"))


def test_products_stay_bounded_at_the_greatest_facts():
    greatest = {name: kind.greatest for name, kind in plan_of(sickness_due).kinds.items()}
    wages, rest = greatest["wages_sum"], greatest["days_rest"]
    # The greatest numerator of a rate here is 3; a fraction doubles its numerator.
    assert 2 * 3 * wages * rest + 4 < 2**62
    assert 100 * wages * rest < 2**62
    assert kind_needed(Marriage.__annotations__["wages_sum"]).greatest * 2 < 2**62
    for engine in ("plain", "compiled"):
        rows = {"wages_sum": np.array([wages]), "days_worked": np.array([1]), "days_rest": np.array([rest]),
                "days_before": np.array([3]), "dependants_count": np.array([1])}  # fmt: skip
        assert law.columns(sickness_due, rows, NOW, engine)["amount"].tolist() == [wages * rest * 3 // 4]


def test_no_number_of_the_law_stands_in_the_rules():
    for name, text in sources.SOURCES.items():
        if not name.startswith("short_term/") or not name.endswith(".py") or name.endswith("rows.py"):
            continue
        for statement in ast.walk(ast.parse(text)):
            if isinstance(statement, ast.FunctionDef):
                numbers = {
                    node.value for part in statement.body for node in ast.walk(part)
                    if isinstance(node, ast.Constant) and isinstance(node.value, int)
                }  # fmt: skip
                assert numbers <= {0, 1, 12}, f"{name}, {statement.name}"
