"""Old age: every path before and since the reform, its classes and ceilings, and the pension of the best path."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from opentamin import law
from opentamin.law.days import add_months, day_number
from opentamin.law.machine.plans import plan_of
from opentamin.law.old_age import (
    OldAgeClaim,
    low_service_pension,
    low_service_years,
    old_age_decision,
    old_age_paths,
    path_mother,
    path_normal_age,
    path_thirty_years,
    path_woman_worker,
    pension_start,
    reform_months,
    reformed_years,
    service_on_reform_day,
    service_reached_day,
    woman_worker_pension,
)
from opentamin.law.pensions import AveragedWages, old_age_not_under_minimum, pension_of_years

from .test_same_answer import assert_same

NOW = law.of_month(140508)
BEFORE = law.of_month(140208)
TODAY, DAY_BEFORE = day_number(1405, 8, 1), day_number(1402, 8, 1)
YEARS = st.integers(0, 40_000)
WAGES = AveragedWages(4_800_000_000, 24)


def claim(record_years: int = 20, age: int = 60, on: int = DAY_BEFORE, **facts) -> OldAgeClaim:
    """A man who worked to the day before, with whole years of record."""
    days = record_years * 365
    given_facts = {"day": on, "birth_day": add_months(on, -12 * age), "last_work_day": on - 1, "is_woman": 0,
                   "record_days": days, "record_days_on_reform_day": 0, **facts}  # fmt: skip
    return OldAgeClaim(**given_facts)


def normal_age(age=60, years=20_000, then=20_000, woman=0, exempt=0, at=NOW):
    return path_normal_age(woman, 0, exempt, age, age * 12, years, then, at)


def thirty(age=50, years=30_000, then=30_000, woman=0, at=NOW):
    return path_thirty_years(woman, 0, 0, age, age * 12, years, then, at)


@pytest.fixture
def choose(monkeypatch):
    """Set a choice of ours otherwise for one test."""
    return lambda name, choice: monkeypatch.setitem(NOW.__dict__, name, choice)


# The reform


@given(YEARS, st.booleans())
def test_the_reform_never_asks_less_than_before_nor_more_than_the_ceiling(then, woman):
    required = reformed_years(int(woman), 0, then, 30_000, NOW)
    assert 30_000 <= required <= (30_000 if woman else 35_000)


@given(YEARS, YEARS)
def test_who_had_served_longer_is_never_asked_for_more(one, other):
    short, long = sorted((one, other))
    assert reformed_years(0, 0, long, 30_000, NOW) <= reformed_years(0, 0, short, 30_000, NOW)


@given(YEARS)
def test_an_exempt_person_is_asked_for_what_was_asked_before(then):
    assert reformed_years(0, 1, then, 30_000, NOW) == 30_000


@pytest.mark.parametrize(
    ("years", "name", "default", "other"),
    [(28_000, "reform_at_28", 2, 0), (25_000, "reform_at_25", 2, 3), (20_000, "reform_at_20", 3, 4), (15_000, "reform_at_15", 4, 5)],
)
def test_a_boundary_named_twice_is_there_to_be_chosen(choose, years, name, default, other):
    assert reform_months(years, NOW).months_yearly == default
    choose(name, 1)
    assert reform_months(years, NOW).months_yearly == other
    for beside in (years - 3, years + 3):
        assert reform_months(beside, NOW).months_yearly in (default, other, default + 1, max(default - 1, 0))


def test_the_class_stays_whatever_is_found_later_unless_we_choose_otherwise(choose):
    later = claim(on=TODAY, record_days_on_reform_day=8_030, record_days_found_later=1_095)
    assert service_on_reform_day(later, NOW) == 22_000
    choose("reform_record_found_later", 1)
    assert service_on_reform_day(later, NOW) == 25_000


def test_the_normal_age_may_be_read_as_moving_or_as_left_alone(choose):
    assert normal_age(then=18_000).outcome == law.Outcome.OLD_AGE_SERVICE_SHORT_BY_REFORM
    choose("reform_normal_age", 1)
    moved = normal_age(then=18_000)
    assert (moved.outcome, moved.required_age, moved.required_age_months) == (law.Outcome.OLD_AGE_TOO_YOUNG_BY_REFORM, 60, 7)
    assert path_normal_age(0, 0, 0, 60, 727, 20_000, 18_000, NOW).is_entitled == 1
    assert normal_age(age=62, then=0).is_entitled == 1
    assert normal_age(age=61, then=0).required_age_months == 24
    choose("reform_normal_age", 2)
    assert normal_age(then=0).is_entitled == 1


def test_the_age_of_thirty_years_may_be_read_as_moving(choose):
    assert thirty(age=50, years=32_000, then=22_000).is_entitled == 1
    choose("reform_thirty_years_age", 1)
    assert thirty(age=50, years=32_000, then=22_000).outcome == law.Outcome.OLD_AGE_TOO_YOUNG_BY_REFORM
    assert thirty(age=52, years=32_000, then=22_000).is_entitled == 1


def test_women_may_be_read_as_reached_by_the_addition(choose):
    assert thirty(age=45, then=20_000, woman=1).is_entitled == 1
    assert normal_age(age=55, then=18_000, woman=1).is_entitled == 1
    choose("reform_women", 1)
    assert thirty(age=45, then=20_000, woman=1).required_years == 32_500
    assert normal_age(age=55, then=18_000, woman=1).outcome == law.Outcome.OLD_AGE_SERVICE_SHORT_BY_REFORM


def test_the_woman_worker_may_be_read_as_left_alone(choose):
    asked = (1, 0, 0, 42, 7_300, 18_000)
    assert path_woman_worker(*asked, NOW).outcome == law.Outcome.OLD_AGE_SERVICE_SHORT_BY_REFORM
    choose("reform_woman_worker", 1)
    assert path_woman_worker(*asked, NOW).is_entitled == 1


@given(st.integers(15, 70), YEARS, YEARS, st.booleans())
def test_the_reform_takes_no_path_from_an_exempt_person_and_gives_none_to_another(age, years, then, woman):
    before = normal_age(age, years, then, int(woman), at=BEFORE)
    assert normal_age(age, years, then, int(woman), exempt=1).is_entitled == before.is_entitled
    assert normal_age(age, years, then, int(woman)).is_entitled <= before.is_entitled


@given(st.integers(0, 20_000), YEARS, YEARS)
def test_the_day_a_service_is_complete_is_never_before_the_day_asked(day, years, required):
    reached = service_reached_day(day, years, required, NOW)
    assert reached == day if required <= years else reached >= day


# Mothers


@pytest.mark.parametrize(("children", "floor"), [(1, 42), (2, 41), (3, 40), (4, 40), (9, 40)])
def test_no_number_of_children_passes_the_floor(children, floor):
    answer = path_mother(1, children, children, 30 * 12, 30_000, 7_300, NOW)
    assert answer.required_age == floor and answer.required_age_months == 0


@given(st.integers(1, 10), st.integers(0, 10), st.integers(20_000, 40_000))
def test_one_more_child_never_raises_the_age(since, before, years):
    one = path_mother(1, since, since + before, 0, years, 0, NOW)
    two = path_mother(1, since + 1, since + before + 1, 0, years, 0, NOW)
    assert two.required_age * 12 + two.required_age_months <= one.required_age * 12 + one.required_age_months


def test_the_age_the_children_lower_may_be_read_as_always_fifty_five(choose):
    assert path_mother(1, 1, 1, 0, 30_000, 0, NOW).required_age == 44
    choose("mother_base", 1)
    assert path_mother(1, 1, 1, 0, 30_000, 0, NOW).required_age == 54


# The decision


@given(st.integers(0, 10**15), st.integers(0, 10**15), st.integers(20, 42))
def test_more_wage_never_gives_less_pension(one, other, record):
    low, high = sorted((one, other))
    pensions = [
        old_age_decision(claim(record, age=64), AveragedWages(wages, 24), BEFORE).pension_monthly for wages in (low, high)
    ]
    assert pensions[0] <= pensions[1]


@given(st.integers(18, 45), st.integers(40, 70), st.booleans(), st.integers(0, 12_000), st.integers(0, 10**11))
def test_no_path_that_gives_the_right_would_pay_more(record, age, woman, favour, wages):
    asked = claim(min(record, age - 15), age, is_woman=int(woman), labour_law_days=min(record, age - 15) * 365,
                  favour_days=favour, is_veteran=1)  # fmt: skip
    paths = old_age_paths(asked, BEFORE)
    paid = old_age_decision(asked, AveragedWages(wages, 24), BEFORE)
    average = paid.average_monthly
    whole = old_age_not_under_minimum(pension_of_years(average, paths.years, BEFORE), paths.years, BEFORE)
    if paths.is_by_normal_age or paths.is_by_thirty_years or paths.is_by_thirty_five_years or paths.is_by_veteran:
        assert paid.pension_monthly >= whole
    if paths.is_by_woman_worker:
        assert paid.pension_monthly >= woman_worker_pension(average, BEFORE)
    if paths.is_by_low_service:
        assert paid.pension_monthly >= low_service_pension(paths.years, 0, BEFORE)
    assert (paths.path == 0) == (paid.pension_monthly == 0)


def test_all_paths_that_give_the_right_are_named():
    paths = old_age_paths(claim(36, age=60, is_veteran=1), BEFORE)
    assert paths.is_by_normal_age and paths.is_by_thirty_years and paths.is_by_thirty_five_years and paths.is_by_veteran
    assert not paths.is_by_low_service and not paths.is_by_woman_worker
    assert plan_of(old_age_paths).results["path"].options[paths.path] == "normal_age"


@given(st.integers(10_000, 20_000), st.integers(0, 4_000), st.integers(40, 62))
def test_no_pension_starts_on_or_before_the_last_day_of_work(last, later, age):
    for required in (0, age):
        assert pension_start(last + later, last - age * 366, last, required, 0, NOW) > last


def test_who_stopped_before_the_age_may_be_read_as_paid_from_the_age(choose):
    birth, last, day = day_number(1343, 1, 1), day_number(1398, 12, 29), TODAY
    assert pension_start(day, birth, last, 60, 0, NOW) == day
    choose("pension_start_after_gap", 1)
    assert pension_start(day, birth, last, 60, 0, NOW) == day_number(1403, 1, 1)


@given(YEARS, st.integers(0, 4_000))
def test_no_more_than_ten_years_are_completed_by_buying(years, bought):
    counted = low_service_years(years, bought, NOW)
    assert years <= counted <= max(years, 10_000)


@pytest.mark.parametrize(
    "facts",
    [{"record_days": 25_000}, {"hazardous_days": 7_301}, {"labour_law_days": 7_301}, {"last_work_day": -20_000},
     {"birth_day": DAY_BEFORE}, {"hazardous_days": 100, "hazardous_days_unbroken": 101},
     {"children_count": 1, "children_under_youth_law": 2}],
)  # fmt: skip
def test_facts_that_contradict_each_other_are_handed_to_a_person(facts):
    asked = claim()._replace(**facts)
    assert old_age_decision(asked, WAGES, BEFORE).outcome == law.Outcome.UNKNOWN


def test_before_the_reform_its_facts_are_not_asked_for():
    facts = claim()._asdict() | WAGES._asdict()
    del facts["record_days_on_reform_day"]
    assert law.explain(old_age_decision, facts, BEFORE).output["is_entitled"] == 1
    with pytest.raises(law.Missing, match="record_days_on_reform_day"):
        law.explain(old_age_decision, facts, NOW)


def test_without_a_right_no_wages_are_asked_for():
    node = law.explain(old_age_decision, claim(age=40)._asdict(), BEFORE)
    assert node.outcome == "OLD_AGE_TOO_YOUNG"


def test_a_right_that_is_only_remembered_is_not_enforced():
    remembered = law.explain(old_age_decision, claim(age=45, is_veteran=1)._asdict() | WAGES._asdict(), BEFORE)
    assert remembered.outcome == "OLD_AGE_BY_VETERAN" and not law.is_enforceable(remembered)
    assert law.is_enforceable(law.explain(old_age_decision, claim()._asdict() | WAGES._asdict(), BEFORE))


# Columns


def people(count: int, day: int, random: np.random.Generator) -> dict[str, np.ndarray]:
    """Invented people near every boundary, a few of them impossible."""
    age_months = random.choice([39, 40, 41, 42, 45, 50, 54, 55, 59, 60, 61, 62, 64], count) * 12 + random.integers(-1, 2, count)
    births = np.array([add_months(day, -int(months)) for months in age_months])
    edges = np.array([8, 10, 15, 18, 20, 22, 25, 28, 30, 32, 35, 38])
    record = random.choice(edges, count) * 365 + random.integers(-1, 2, count)
    flag = {name: (random.random(count) < share).astype(np.int8) for name, share in (
        ("is_woman", 0.5), ("is_civil_servant", 0.1), ("is_sso_staff", 0.1), ("is_worn_out", 0.1), ("is_construction_worker", 0.1),
        ("is_veteran", 0.1), ("is_disabled_person", 0.1), ("is_disabled_totally", 0.1), ("is_employer_agreed", 0.2),
        ("is_ministry_agreed", 0.7), ("is_cost_paid", 0.7), ("is_growth_unnatural", 0.1), ("is_promoted", 0.1),
    )}  # fmt: skip
    hazardous = np.where(random.random(count) < 0.3, record, 0)
    return {
        **flag, "day": np.full(count, day), "birth_day": births, "last_work_day": day - random.choice([1, 1, 900, -30], count),
        "record_days": record, "record_days_on_reform_day": np.maximum(record - random.choice([0, 365, 820, 3_650], count), 0),
        "record_days_found_later": random.choice([0, 0, 400], count), "labour_law_days": record * random.integers(0, 2, count),
        "hazardous_days": hazardous, "hazardous_days_unbroken": hazardous // random.integers(1, 3, count),
        "favour_days": random.choice([0, 1_825, 5_000], count), "bought_days": random.choice([0, 0, 365, 2_000], count),
        "children_count": random.integers(1, 6, count), "children_under_youth_law": random.choice([0, 0, 1, 2], count),
        "wages_sum": random.integers(0, 2 * 10**10, count), "months_averaged": random.choice([24, 24, 24, 23], count),
        "wages_sum_long": random.integers(0, 5 * 10**10, count),
    }  # fmt: skip


@pytest.mark.parametrize(("current", "day", "least"), [(NOW, TODAY, 14), (BEFORE, DAY_BEFORE, 13)])
def test_over_columns_the_decision_is_the_same_plain_and_compiled(current, day, least):
    rows = people(1_500, day, np.random.default_rng(1403))
    plain = law.columns(old_age_decision, rows, current, "plain")
    assert_same(law.columns(old_age_decision, rows, current, "compiled"), plain)
    assert len(np.unique(plain["outcome"])) >= least
    assert len(np.unique(plain["path"])) == 10


def test_an_explained_person_gives_the_amounts_of_the_run():
    rows = people(60, TODAY, np.random.default_rng(76))
    answers = law.columns(old_age_decision, rows, NOW, "plain")
    for row in range(60):
        facts = {name: int(column[row]) for name, column in rows.items()}
        assert law.explain(old_age_decision, facts, NOW).output == {name: int(column[row]) for name, column in answers.items()}


@pytest.mark.parametrize("mark", ["EX-4.1", "EX-4.3", "EX-4.4", "EX-4.7", "EX-4.8", "EX-4.9", "EX-4.11", "EX-4.13"])
def test_the_worked_examples_are_all_here(mark):
    from opentamin.law.machine.cases import read_cases

    assert any(case.mark == mark for case in read_cases())
