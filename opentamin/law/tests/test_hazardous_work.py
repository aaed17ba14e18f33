"""Hard and hazardous work: twenty or twenty-five years, what breaks them, what a finding reaches."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from opentamin import law
from opentamin.law.days import add_months, date_from_text, day_number
from opentamin.law.hazardous_work import (
    HazardousCareer,
    HazardousRight,
    continuity_broken,
    hazardous_appeal,
    hazardous_right,
    hazardous_run,
    service_with_hazardous,
)

from .choosing import law_choosing
from .test_same_answer import assert_same

NOW = law.of_month(140508)
NO_WORK, OTHER_WORK, UNPAID_LEAVE, PAID_LEAVE, SICKNESS, MILITARY = range(6)
DAYS = st.integers(0, 20_000)


def right(**facts) -> law.Outcome:
    return hazardous_right(HazardousCareer(**facts), NOW).outcome


@given(DAYS, DAYS)
def test_more_hazardous_work_never_loses_the_right(days, more):
    unbroken = min(days, 7_300)
    before = hazardous_right(HazardousCareer(days, unbroken), NOW)
    after = hazardous_right(HazardousCareer(days + more, unbroken), NOW)
    assert after.is_entitled >= before.is_entitled


@given(DAYS, DAYS)
def test_hazardous_days_add_their_half_and_no_more_than_a_day_of_rounding(record, hazardous):
    assume(hazardous <= record)
    counted = service_with_hazardous(record, hazardous, NOW)
    assert record <= counted <= record + hazardous // 2 + 1


def test_the_weight_before_the_law_of_1380_is_unknown_and_says_so():
    in_1375 = law.of_month(137501)
    assert service_with_hazardous(7_300, 0, in_1375) == 7_300
    with pytest.raises(law.UnknownFigure, match="weight of a year of hazardous work"):
        service_with_hazardous(7_300, 7_300, in_1375)


def test_on_the_first_day_of_the_amendment_of_1371_the_weight_is_asked_for():
    with pytest.raises(law.UnknownFigure):
        service_with_hazardous(7_300, 3_650, law.at(date_from_text("1371-12-16")))


def test_before_1371_hazardous_days_count_as_themselves():
    assert service_with_hazardous(7_300, 7_300, law.of_month(137001)) == 7_300


@pytest.mark.parametrize("absence", [PAID_LEAVE, SICKNESS, MILITARY])
def test_a_lawful_absence_of_any_length_keeps_the_continuity(absence):
    assert continuity_broken(absence, day_number(1390, 1, 1), day_number(1399, 1, 1), NOW) == 0


@pytest.mark.parametrize("absence", [PAID_LEAVE, SICKNESS, MILITARY])
def test_whether_a_lawful_absence_keeps_it_is_there_to_be_chosen(absence):
    strict = law_choosing("1405-08-01", hazardous_lawful_absence="breaks")
    assert continuity_broken(absence, day_number(1390, 1, 1), day_number(1399, 1, 1), strict) == 1


def test_whether_the_worn_out_retire_is_there_to_be_chosen():
    strict = law_choosing("1405-08-01", hazardous_worn_out="no_right")
    short = HazardousRight(0, 15_000, 15_000, 20_000, law.Outcome.HAZARDOUS_YEARS_SHORT)
    assert hazardous_right(HazardousCareer(5_475, 5_475, is_worn_out=1), strict) == short


@given(st.integers(5_000, 20_000), st.integers(0, 1_000), st.integers(0, 5))
def test_a_longer_absence_never_mends_what_a_shorter_one_broke(start, length, absence):
    shorter = continuity_broken(absence, start, start + length, NOW)
    assert continuity_broken(absence, start, start + length + 1, NOW) >= shorter


@given(st.integers(5_000, 20_000))
def test_two_months_of_unpaid_leave_are_months_of_the_calendar(start):
    end = add_months(start, 2)
    assert continuity_broken(UNPAID_LEAVE, start, end, NOW) == 0
    assert continuity_broken(UNPAID_LEAVE, start, end + 1, NOW) == 1


@pytest.mark.parametrize(("choice", "broken"), [(0, 1), (1, 0)])
def test_whether_the_easing_reaches_unpaid_leave_is_there_to_be_chosen(monkeypatch, choice, broken):
    monkeypatch.setitem(NOW.__dict__, "hazardous_unpaid_leave_rule", choice)
    assert continuity_broken(UNPAID_LEAVE, day_number(1400, 1, 1), day_number(1400, 6, 1), NOW) == broken


@given(st.integers(-20_000, 59_000))
def test_no_appeal_has_its_last_day_before_its_service(day):
    assert hazardous_appeal(day, day, NOW).last_day > day


def test_an_appeal_time_that_is_only_remembered_is_not_enforced():
    node = law.explain(hazardous_appeal, {"service_day": 20_000, "appeal_day": 20_001}, NOW)
    assert not law.is_enforceable(node)


def test_the_longest_run_lies_between_breaks():
    starts = [0, 400, 2_000, 2_100]
    ends = [299, 1_199, 2_049, 2_999]
    answer = hazardous_run(starts, ends, [NO_WORK, NO_WORK, MILITARY, NO_WORK], NOW)
    assert (answer.hazardous_days, answer.hazardous_days_unbroken, answer.breaks_count) == (2_050, 1_100, 1)


def careers(count: int, random: np.random.Generator) -> dict[str, np.ndarray]:
    """Careers of stretches and absences of all kinds, some of them out of order."""
    lengths = random.integers(1, 8, count)
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    total = int(offsets[-1])
    steps = random.choice([-1, 1, 30, 59, 62, 63, 300, 364, 365, 366, 800], (2, total))
    place = np.cumsum(steps.sum(axis=0)) % 9_000
    return {
        "start_days": (place).astype(np.int32),
        "end_days": (place + random.integers(0, 2_000, total)).astype(np.int32),
        "absences": random.integers(0, 6, total).astype(np.int8),
        "offsets": offsets,
    }


def test_over_columns_the_runs_are_the_same_plain_and_compiled():
    rows = careers(400, np.random.default_rng(20))
    plain = law.columns(hazardous_run, rows, NOW, "plain")
    assert_same(law.columns(hazardous_run, rows, NOW, "compiled"), plain)
    assert len(np.unique(plain["outcome"])) == 3


def test_over_columns_the_right_is_the_same_plain_and_compiled_at_every_boundary():
    random = np.random.default_rng(25)
    edges = np.array([0, 1, 7_299, 7_300, 7_301, 9_124, 9_125, 9_126])
    rows = {
        "hazardous_days": random.choice(edges, 500), "hazardous_days_unbroken": random.choice(edges, 500),
        "is_civil_servant": random.integers(0, 2, 500), "is_sso_staff": random.integers(0, 2, 500),
        "is_worn_out": random.integers(0, 2, 500),
    }  # fmt: skip
    plain = law.columns(hazardous_right, rows, NOW, "plain")
    assert_same(law.columns(hazardous_right, rows, NOW, "compiled"), plain)
    assert len(np.unique(plain["outcome"])) == 9


def test_the_refusal_is_the_first_condition_that_fails():
    assert right(hazardous_days=9_125, is_civil_servant=1, is_sso_staff=1) is law.Outcome.HAZARDOUS_CIVIL_SERVANT
    assert right(is_sso_staff=1) is law.Outcome.HAZARDOUS_NO_RECORD
    assert right(hazardous_days=9_124, is_sso_staff=1) is law.Outcome.HAZARDOUS_STAFF_SHORT
