"""Survivors: who has a right, what the family shares, each share, and from when, as a lawyer would ask about them."""

import ast
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from opentamin import law
from opentamin.law import days
from opentamin.law.kinds import CareerDays, RialsMonthly, YearsThousandths, kind_needed
from opentamin.law.machine import sources
from opentamin.law.machine.figures import all_figures, read_figures
from opentamin.law.machine.plans import figures_read, plan_of
from opentamin.law.outcomes import Outcome
from opentamin.law.survivors import (
    DaughterClaim,
    DeathClaim,
    DeceasedPay,
    ParentClaim,
    WidowClaim,
    WidowerClaim,
    basis_under_ten_years,
    daughter_right,
    death_basis,
    death_record,
    family_pension,
    family_shares_sum,
    granddaughter_right,
    heirs_certificate,
    low_record_pension,
    low_service_share,
    parent_right,
    son_right,
    survivor_check,
    survivor_share,
    survivor_start,
    survivors_request_forum,
    twenty_years_pension,
    two_pensions,
    widow_right,
    widower_right,
)
from opentamin.law.survivors.rows import (
    BASES,
    DAUGHTER,
    FATHER,
    GRANDDAUGHTER,
    HUSBAND,
    MOTHER,
    OF_HUSBAND,
    OF_PARENT,
    OWN_WORK,
    SON,
    WIFE,
)

from .test_same_answer import assert_same

NOW = law.of_month(140506)
CHAPTER = [article for article in law.ARTICLES.values() if vars(article)["__module__"].startswith("opentamin.law.survivors")]
PENSIONS = st.integers(0, 2 * 10**9)
AVERAGES = st.integers(1, 2 * 10**9)
RECORDS = st.integers(0, 15_000)
DAYS = st.integers(days.day_number(1370, 1, 1), days.day_number(1430, 1, 1))


def on(text):
    return days.number_of(days.date_from_text(text))


def law_of(text):
    return law.at(days.date_from_text(text))


def reading_otherwise(name, choice):
    """The law of today with another choice made where we had to choose."""
    figures = all_figures()
    row = replace(figures[name].values[-1], value=figures[name].choices.index(choice))
    return law.Law(NOW.day, None, {**figures, name: replace(figures[name], values=(row,))})


EQUAL = reading_otherwise("sharing_rule", "equal")
FIRST = reading_otherwise("shares_remainder", "first_survivor")
READINGS = st.sampled_from([NOW, EQUAL, FIRST])


@st.composite
def families(draw):
    """Families that can be: up to four wives or one husband, children, one father, one mother; some without a right."""
    spouses = draw(st.sampled_from([[], [HUSBAND], *([WIFE] * n for n in range(1, 5))]))
    children = draw(st.lists(st.sampled_from([DAUGHTER, SON]), max_size=6))
    parents = draw(st.sampled_from([[], [FATHER], [MOTHER], [FATHER, MOTHER]]))
    relations = draw(st.permutations([*spouses, *children, *parents]))
    flags = st.lists(st.integers(0, 1), min_size=len(relations), max_size=len(relations))
    return list(relations), draw(flags), draw(flags)


def shares(family, pension, current=NOW):
    return [survivor_share(place, *family, pension, current).pension_share for place in range(len(family[0]))]


def whole(relations, orphans=None):
    return list(relations), orphans or [0] * len(relations), [1] * len(relations)


# Shares.


@pytest.mark.parametrize(
    ("relations", "expected"),
    [
        ([WIFE], [300]),
        ([WIFE, SON], [200, 100]),
        ([WIFE, SON, SON, SON], [120, 60, 60, 60]),
        ([WIFE, WIFE, SON], [100, 100, 100]),
        ([HUSBAND, DAUGHTER], [200, 100]),
        ([SON], [300]),
        ([FATHER, MOTHER], [150, 150]),
        ([WIFE, SON, SON, MOTHER], [125, 62, 63, 50]),
    ],
)
def test_the_shares_of_article_83_fitted_to_the_whole(relations, expected):
    found = shares(whole(relations), 300)
    assert sorted(found) == sorted(expected) and sum(found) == 300


def test_children_without_both_parents_have_double_shares():
    assert shares(whole([SON, MOTHER], [1, 0]), 700) == [500, 200]
    assert shares(whole([SON, MOTHER]), 900) == [500, 400]


@given(families(), PENSIONS, READINGS)
def test_the_shares_make_the_pension_to_the_rial_whoever_comes_or_goes(family, pension, current):
    expected = pension if any(family[2]) else 0
    assert sum(shares(family, pension, current)) == expected
    assert family_shares_sum(*family, pension, current).shares_sum == expected


@given(families(), PENSIONS)
def test_equals_differ_by_one_rial_at_most(family, pension):
    found = shares(family, pension)
    groups: dict[tuple[int, int], list[int]] = {}
    for relation, orphan, entitled, share in zip(*family, found, strict=True):
        is_child = relation in (DAUGHTER, SON)
        if entitled:
            groups.setdefault((SON, orphan) if is_child else (relation, 0), []).append(share)
    assert all(max(group) - min(group) <= 1 for group in groups.values())


@given(families(), PENSIONS)
def test_nobody_gains_or_loses_more_than_a_rial_by_rounding(family, pension):
    weights = {WIFE: 50, HUSBAND: 50, FATHER: 20, MOTHER: 20}
    wives = sum(1 for relation, entitled in zip(family[0], family[2], strict=True) if relation == WIFE and entitled)
    parts = []
    for relation, orphan, entitled in zip(*family, strict=True):
        part = weights.get(relation, 50 if orphan else 25) * (1 if relation == WIFE else max(wives, 1))
        parts.append(part * entitled)
    for share, part in zip(shares(family, pension), parts, strict=True):
        assert part == 0 or abs(share * sum(parts) - pension * part) < sum(parts)


@given(families(), PENSIONS)
def test_by_equal_shares_all_have_the_same(family, pension):
    paid = [share for share, entitled in zip(shares(family, pension, EQUAL), family[2], strict=True) if entitled]
    assert not paid or max(paid) - min(paid) <= 1


def test_the_first_survivor_may_be_given_all_that_is_left_over():
    assert shares(whole([SON, SON, SON]), 101, FIRST) == [35, 33, 33]
    assert shares(whole([SON, SON, SON]), 101) == [34, 34, 33]
    absent_first = ([SON, SON, SON], [0, 0, 0], [0, 1, 1])
    assert shares(absent_first, 101, FIRST) == [0, 51, 50]


@pytest.mark.parametrize(
    "relations", [[WIFE, HUSBAND], [HUSBAND, HUSBAND], [FATHER, FATHER], [MOTHER, SON, MOTHER], [WIFE, GRANDDAUGHTER]]
)
def test_a_family_that_cannot_be_is_for_a_person(relations):
    assert survivor_share(0, *whole(relations), 1_000, NOW).outcome == Outcome.UNKNOWN
    assert family_shares_sum(*whole(relations), 1_000, NOW).outcome == Outcome.UNKNOWN


def test_a_second_father_without_a_right_is_no_contradiction():
    assert survivor_share(0, [FATHER, FATHER], [0, 0], [1, 0], 1_000, NOW).pension_share == 1_000


def test_lists_of_uneven_length_are_for_a_person():
    assert survivor_share(0, [WIFE, SON], [0], [1, 1], 1_000, NOW).outcome == Outcome.UNKNOWN


# Who has a right.


@pytest.mark.parametrize(("day", "outcome"), [("1392-02-06", "SURVIVOR_REMARRIED"), ("1392-02-07", "SURVIVOR_WIDOW")])
def test_remarriage_is_no_bar_since_7_ordibehesht_1392(day, outcome):
    assert widow_right(WidowClaim(1, 0), law_of(day)).outcome.name == outcome


def test_a_widow_with_a_pension_before_1392_is_for_a_person():
    assert widow_right(WidowClaim(0, 1), law_of("1392-02-06")).outcome == Outcome.UNKNOWN
    assert widow_right(WidowClaim(0, 1), law_of("1392-02-07")).is_entitled == 1


@pytest.mark.parametrize(("birth", "entitled"), [("1345-05-01", 1), ("1345-05-02", 0)])
def test_a_husband_is_sixty_on_the_day_of_death(birth, entitled):
    claim = WidowerClaim(on(birth), on("1405-05-01"), on("1405-06-01"), 1, 0, 0)
    assert widower_right(claim, NOW).is_entitled == entitled
    assert widower_right(claim, reading_otherwise("survivor_age_read", "on_day_asked")).is_entitled == 1


def test_a_husband_with_a_pension_of_his_own_is_for_a_person():
    assert (
        widower_right(WidowerClaim(on("1330-01-01"), on("1405-05-01"), on("1405-06-01"), 1, 0, 1), NOW).outcome == Outcome.UNKNOWN
    )


@pytest.mark.parametrize(
    ("facts", "outcome"),
    [
        ((0, 0, 0), "SURVIVOR_DAUGHTER"), ((1, 0, 0), "SURVIVOR_HAS_HUSBAND"), ((0, 1, 0), "SURVIVOR_HAS_JOB"),
        ((0, 0, 1), "SURVIVOR_HAS_OWN_PENSION"), ((1, 1, 1), "SURVIVOR_HAS_HUSBAND"),
    ],
)  # fmt: skip
def test_a_daughter_by_the_first_condition_that_fails(facts, outcome):
    assert daughter_right(DaughterClaim(*facts), NOW).outcome.name == outcome


@pytest.mark.parametrize(
    ("day", "given_up", "outcome"),
    [("1400-05-04", 1, "SURVIVOR_ON_HUSBAND_PENSION"), ("1400-05-05", 1, "SURVIVOR_DAUGHTER"),
     ("1400-05-05", 0, "SURVIVOR_MAY_CHOOSE_FATHER")],
)  # fmt: skip
def test_a_widowed_daughter_may_choose_her_father_since_ruling_1295(day, given_up, outcome):
    assert daughter_right(DaughterClaim(0, 0, 0, 1, given_up), law_of(day)).outcome.name == outcome


@pytest.mark.parametrize(
    ("birth", "disabled", "student", "outcome"),
    [("1385-06-02", 0, 0, "SURVIVOR_SON"), ("1385-06-01", 0, 0, "SURVIVOR_SON_OF_AGE"), ("1385-06-01", 0, 1, "SURVIVOR_STUDENT"),
     ("1385-06-01", 1, 0, "SURVIVOR_DISABLED"), ("1385-06-01", 1, 1, "SURVIVOR_DISABLED"), ("1405-06-02", 0, 0, "UNKNOWN")],
)  # fmt: skip
def test_a_son_to_his_twentieth_birthday_and_then_as_a_student_or_unable_to_work(birth, disabled, student, outcome):
    assert son_right(on(birth), on("1405-06-01"), disabled, student, NOW).outcome.name == outcome


@pytest.mark.parametrize(("birth", "entitled"), [("1386-06-02", 1), ("1386-06-01", 0)])
def test_by_the_other_reading_a_son_ends_with_nineteen_full_years(birth, entitled):
    other = reading_otherwise("son_age_reading", "until_complete")
    assert son_right(on(birth), on("1405-06-01"), 0, 0, other).is_entitled == entitled


def test_sons_and_daughters_before_1392_are_for_a_person():
    before = law_of("1392-02-06")
    assert son_right(on("1385-01-01"), on("1392-02-06"), 0, 0, before).outcome == Outcome.UNKNOWN
    assert daughter_right(DaughterClaim(0, 0, 0), before).outcome == Outcome.UNKNOWN


def parent(**changed):
    facts = {"is_woman": 1, "birth_day": on("1350-05-01"), "death_day": on("1405-05-01"), "day": on("1405-06-01"),
             "is_dependant": 1, "is_disabled": 0, "has_own_pension": 0}  # fmt: skip
    return ParentClaim(**{**facts, **changed})


@pytest.mark.parametrize(
    ("changed", "outcome"),
    [
        ({}, "SURVIVOR_PARENT"),
        ({"birth_day": on("1350-05-02")}, "SURVIVOR_TOO_YOUNG"),
        ({"birth_day": on("1350-05-02"), "is_spouse_dependant": 1}, "SURVIVOR_MOTHER_ENTERS"),
        ({"birth_day": on("1350-06-01"), "is_spouse_dependant": 1}, "SURVIVOR_MOTHER_ENTERS"),
        ({"birth_day": on("1350-06-02"), "is_spouse_dependant": 1}, "SURVIVOR_MOTHER_WAITS"),
        ({"birth_day": on("1380-01-01"), "is_disabled": 1}, "SURVIVOR_DISABLED"),
        ({"is_woman": 0}, "SURVIVOR_TOO_YOUNG"),
        ({"is_woman": 0, "birth_day": on("1345-05-01")}, "SURVIVOR_PARENT"),
        ({"is_woman": 0, "birth_day": on("1345-05-02"), "is_spouse_dependant": 1}, "SURVIVOR_TOO_YOUNG"),
        ({"is_dependant": 0}, "SURVIVOR_NOT_DEPENDANT"),
        ({"has_own_pension": 1}, "SURVIVOR_HAS_OWN_PENSION"),
        ({"birth_day": on("1405-05-02")}, "UNKNOWN"),
        ({"day": on("1405-04-31")}, "UNKNOWN"),
    ],
)
def test_parents_by_the_first_condition_that_fails(changed, outcome):
    assert parent_right(parent(**changed), NOW).outcome.name == outcome


def test_granddaughters_since_ruling_157_are_for_an_officer():
    assert granddaughter_right(0, 0, law_of("1400-01-23")).outcome == Outcome.GRANDDAUGHTER_NOT_COUNTED
    assert granddaughter_right(0, 0, law_of("1400-01-24")).outcome == Outcome.GRANDDAUGHTER_TO_OFFICER
    assert granddaughter_right(1, 0, law_of("1400-01-24")).outcome == Outcome.SURVIVOR_HAS_HUSBAND


# On what the right stands, and what is shared.


def death(**changed):
    facts = {"death_day": on("1405-05-01"), "is_pensioner": 0, "is_work_accident": 0, "record_days": 5_475,
             "record_days_10_years": 0, "record_days_last_year": 0}  # fmt: skip
    return DeathClaim(**{**facts, **changed})


RECENT = {"record_days_10_years": 365, "record_days_last_year": 90}


@pytest.mark.parametrize(
    ("changed", "basis", "outcome"),
    [
        ({"is_pensioner": 1}, "pensioner", "DEATH_OF_PENSIONER"),
        ({"is_work_accident": 1, "record_days": 0}, "work_accident", "DEATH_BY_WORK"),
        ({**RECENT}, "recent_record", "DEATH_RECENT_RECORD"),
        ({**RECENT, "record_days": 365}, "recent_record", "DEATH_RECENT_RECORD"),
        ({**RECENT, "record_days_10_years": 364}, "ten_to_twenty_years", "DEATH_TEN_YEARS"),
        ({**RECENT, "record_days_last_year": 89}, "ten_to_twenty_years", "DEATH_TEN_YEARS"),
        ({"record_days": 7_300}, "twenty_years", "DEATH_TWENTY_YEARS"),
        ({"record_days": 7_299}, "ten_to_twenty_years", "DEATH_TEN_YEARS"),
        ({"record_days": 3_650}, "ten_to_twenty_years", "DEATH_TEN_YEARS"),
        ({"record_days": 3_649}, "under_ten_years", "DEATH_UNDER_TEN_YEARS"),
        ({"record_days": 365}, "under_ten_years", "DEATH_UNDER_TEN_YEARS"),
        ({"record_days": 364}, "no_basis", "DEATH_RECORD_SHORT"),
        ({"record_days": 0}, "no_basis", "DEATH_RECORD_SHORT"),
        ({**RECENT, "record_days": 364}, "no_basis", "UNKNOWN"),
        ({"record_days_10_years": 90, "record_days_last_year": 91}, "no_basis", "UNKNOWN"),
        ({"record_days_10_years": 400, "record_days_last_year": 367}, "no_basis", "UNKNOWN"),
    ],
)
def test_the_first_basis_that_holds_is_the_answer(changed, basis, outcome):
    found = death_basis(death(**changed), NOW)
    assert (BASES[found.basis], found.outcome.name) == (basis, outcome)


@pytest.mark.parametrize(
    ("day", "known_on", "outcome"),
    [
        ("1376-07-26", None, "DEATH_NO_LAW_YET"),
        ("1376-07-27", None, "DEATH_UNDER_TEN_YEARS"),
        ("1388-03-01", None, "DEATH_UNDER_TEN_YEARS"),
        ("1388-03-01", "1392-09-10", "DEATH_LUMP_SUM"),
        ("1388-03-01", "1392-09-11", "DEATH_UNDER_TEN_YEARS"),
        ("1386-11-19", "1392-09-10", "DEATH_NO_LAW_YET"),
        ("1386-11-20", "1392-09-10", "DEATH_LUMP_SUM"),
    ],
)
def test_under_ten_years_the_law_of_1392_reaches_back_and_the_old_answer_can_still_be_made(day, known_on, outcome):
    current = law.at(days.date_from_text(day), days.date_from_text(known_on) if known_on else None)
    assert basis_under_ten_years(5_000, current).outcome.name == outcome


def test_the_lump_sum_of_that_time_was_a_month_of_the_minimum_wage_for_each_year():
    current = law.at(days.date_from_text("1389-03-01"), days.date_from_text("1390-01-01"))
    family = family_pension(death(death_day=on("1389-03-01"), record_days=1_825), DeceasedPay(0, 0, 0), current)
    assert (family.lump_sum, family.pension_monthly) == (5 * 30 * 101_000, 0)


@given(AVERAGES, RECORDS)
def test_a_death_in_service_is_never_under_the_minimum_and_a_low_record_never_under_its_part(average, record):
    service = family_pension(death(is_work_accident=1, record_days=record), DeceasedPay(0, average, 0), NOW)
    assert service.pension_monthly >= 166_255_500
    part = low_record_pension(average, record, NOW)
    assert part * 30_000 >= 166_255_500 * min(days_in_thousandths(record), 35_000) - 30_000


def days_in_thousandths(record):
    return (record * 2_000 + 365) // 730


@given(AVERAGES, AVERAGES, st.integers(7_300, 15_000))
def test_more_wage_never_makes_less_pension(one, other, record):
    less, more = sorted((one, other))
    assert twenty_years_pension(less, record, NOW) <= twenty_years_pension(more, record, NOW)
    assert low_record_pension(less, record, NOW) <= low_record_pension(more, record, NOW)


@given(AVERAGES, st.integers(0, 14_999))
def test_one_day_more_of_record_never_makes_less_pension(average, record):
    assert low_record_pension(average, record, NOW) <= low_record_pension(average, record + 1, NOW)


def test_the_other_reading_takes_the_average_of_720_days_for_a_low_record():
    pay = DeceasedPay(0, 600_000_000, 300_000_000)
    assert family_pension(death(), pay, NOW).pension_monthly == 150_000_000
    assert family_pension(death(), pay, reading_otherwise("low_record_average", "window")).pension_monthly == 300_000_000


@pytest.mark.parametrize("changed", [{"is_pensioner": 1}, {"is_work_accident": 1}, {"record_days": 7_300}, {}])
def test_without_the_amount_it_rests_on_the_pension_is_for_a_person(changed):
    assert family_pension(death(**changed), DeceasedPay(0, 0, 0), NOW).outcome == Outcome.UNKNOWN


@given(RECORDS, RECORDS, RECORDS)
def test_what_counts_for_a_death_is_never_more_than_the_record(record, old_age_only, half_rate):
    found = death_record(record, old_age_only, half_rate, NOW)
    assert 0 <= found.record_days <= record
    assert (found.outcome == Outcome.UNKNOWN) == (old_age_only + half_rate > record)


FAMILY_OF_THREE = whole([WIFE, SON, MOTHER])


def test_under_ten_years_a_parent_is_paid_once_and_the_others_by_month():
    paid = [low_service_share(place, *FAMILY_OF_THREE, 95_000_000, 1_825, NOW) for place in range(3)]
    assert [one.pension_share for one in paid] == [50_000_000, 25_000_000, 0]
    assert [one.lump_sum for one in paid] == [0, 0, 175_005_789]
    assert low_service_share(3, *FAMILY_OF_THREE, 95_000_000, 1_825, NOW).outcome == Outcome.UNKNOWN


def test_by_the_other_reading_spouse_and_children_divide_the_whole_pension():
    other = reading_otherwise("low_service_shares", "pension_takers")
    paid = [low_service_share(place, *FAMILY_OF_THREE, 95_000_001, 1_825, other) for place in range(3)]
    assert [one.pension_share for one in paid] == [63_333_334, 31_666_667, 0]
    assert paid[2].lump_sum == 175_005_789


# Days.


@given(DAYS, DAYS, DAYS)
def test_a_share_never_begins_before_the_death_nor_after_the_request(death_day, qualified, request):
    for relation in (WIFE, DAUGHTER, MOTHER):
        start = survivor_start(relation, death_day, qualified, request, NOW)
        if start.outcome != Outcome.UNKNOWN:
            assert death_day <= start.start_day <= request
            assert start.start_day == (death_day if qualified <= death_day else request)


def test_one_who_is_no_daughter_may_be_paid_from_the_day_the_conditions_were_met():
    other = reading_otherwise("later_survivor_start", "qualification")
    facts = (on("1400-05-01"), on("1403-05-01"), on("1405-06-01"))
    assert survivor_start(MOTHER, *facts, other).start_day == on("1403-05-01")
    assert survivor_start(DAUGHTER, *facts, other).start_day == on("1405-06-01")


@given(DAYS)
def test_two_years_after_the_death_the_request_is_still_the_branchs_and_a_day_later_not(death_day):
    last = survivors_request_forum(death_day, death_day, NOW).last_branch_day
    assert 730 <= last - death_day <= 731
    assert survivors_request_forum(death_day, last, NOW).is_at_branch == 1
    assert survivors_request_forum(death_day, last + 1, NOW).outcome == Outcome.REQUEST_TO_PROVINCE
    assert survivors_request_forum(death_day, death_day - 1, NOW).outcome == Outcome.UNKNOWN


def test_the_certificate_of_heirs_may_be_counted_from_the_death():
    other = reading_otherwise("heirs_certificate_from", "death")
    facts = (on("1405-01-10"), on("1405-02-01"), on("1405-10-11"))
    assert heirs_certificate(*facts, 0, NOW).outcome == Outcome.CERTIFICATE_AWAITED
    assert heirs_certificate(*facts, 0, other).outcome == Outcome.CERTIFICATE_OVERDUE
    assert heirs_certificate(*facts, 1, other).is_paid == 1


@pytest.mark.parametrize(
    ("relation", "alone", "day"),
    [
        (DAUGHTER, 0, "1406-06-01"),
        (WIFE, 0, "1408-06-01"),
        (FATHER, 0, "1408-06-01"),
        (MOTHER, 0, "1408-06-01"),
        (WIFE, 1, "1406-06-01"),
    ],
)
def test_conditions_are_looked_at_each_year_or_each_three(relation, alone, day):
    assert survivor_check(relation, alone, on("1405-06-01"), NOW).next_check_day == on(day)


@pytest.mark.parametrize("relation", [SON, HUSBAND, GRANDDAUGHTER])
def test_for_others_no_time_was_found(relation):
    assert survivor_check(relation, 0, on("1405-06-01"), NOW).outcome == Outcome.UNKNOWN


@given(st.sampled_from([OWN_WORK, OF_HUSBAND, OF_PARENT]), st.sampled_from([OWN_WORK, OF_HUSBAND, OF_PARENT]), PENSIONS, PENSIONS)
def test_it_does_not_matter_which_pension_is_named_first(one, other, first, second):
    assert two_pensions(one, other, first, second, NOW) == two_pensions(other, one, second, first, NOW)


# The machine.


def sensible_rows(article, count=500):
    """Rows of families that can be and of days that follow each other."""
    random = np.random.default_rng(83)
    plan = plan_of(article)
    births = random.integers(on("1320-01-01"), on("1390-01-01"), count)
    deaths = random.integers(on("1393-01-01"), on("1405-01-01"), count)
    made = {
        "birth_day": births, "death_day": deaths, "day": deaths + random.integers(-5, 3_000, count),
        "request_day": deaths + random.integers(-5, 3_000, count), "qualified_day": deaths + random.integers(-100, 100, count),
        "record_days": random.choice([0, 364, 365, 3_649, 3_650, 7_299, 7_300, 12_000], count),
        "record_days_10_years": random.choice([0, 364, 365, 2_000], count),
        "record_days_last_year": random.choice([0, 89, 90, 365], count),
        "place": random.integers(0, 6, count), "wives_count": random.integers(0, 5, count),
        "years": random.integers(0, 40_000, count),
    }  # fmt: skip
    lengths = random.integers(1, 7, count)
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    family = [[random.choice([WIFE, HUSBAND, SON]), *random.choice([DAUGHTER, SON], n - 1)] for n in lengths]
    for members in family:
        if random.random() < 0.4:
            members[-1] = random.choice([FATHER, MOTHER])
    made["relations"] = np.array([one for members in family for one in members])
    chosen = {}
    for name, kind in plan.kinds.items():
        size = int(offsets[-1]) if name in plan.series else count
        chosen[name] = made.get(name, random.integers(kind.least, min(kind.greatest, 10**9) + 1, size)).astype(kind.dtype)
    return {**chosen, "offsets": offsets} if plan.series else chosen


@pytest.mark.parametrize("article", CHAPTER, ids=lambda article: article.name)
def test_plain_and_compiled_agree_on_families_that_can_be(article):
    rows = sensible_rows(article)
    for current in (NOW, law_of("1400-01-20")):
        plain = law.columns(article, rows, current, "plain")
        assert_same(law.columns(article, rows, current, "compiled"), plain)


@pytest.mark.parametrize("engine", ["plain", "compiled"])
@pytest.mark.parametrize("name", ["survivor_share", "share_among", "low_service_share", "rials_left_over"])
def test_a_missing_place_hands_the_row_to_a_person(name, engine):
    article = law.ARTICLES[name]
    rows = sensible_rows(article, count=3)
    rows["place"][1] = plan_of(article).kinds["place"].absent
    answers = law.columns(article, rows, NOW, engine)
    if "outcome" in answers:
        assert answers["outcome"][1] == Outcome.UNKNOWN
    else:
        assert answers["value"][1] == plan_of(article).results["value"].absent


def test_products_bounded():
    """Every product of the chapter stays below 2**61 for facts at their bounds, in families of up to 55."""
    monthly, members = kind_needed(RialsMonthly).greatest, 55
    heaviest = max(NOW.share_spouse_percent, NOW.share_orphan_percent) * members
    assert monthly * heaviest * 2 < 2**61
    assert heaviest * members < 2**30
    assert monthly * kind_needed(YearsThousandths).greatest < 2**61
    career = kind_needed(CareerDays).greatest // 365 + 1
    assert NOW.minimum_wage_daily * 30 * career * heaviest < 2**61
    rows = {"place": np.array([0], np.int32), "relations": np.full(members, SON, np.int8), "offsets": np.array([0, members]),
            "are_orphans": np.zeros(members, np.int8), "are_entitled": np.ones(members, np.int8), "pension_monthly": np.array([monthly])}  # fmt: skip
    assert law.columns(survivor_share, rows, NOW, "compiled")["pension_share"].tolist() == [monthly // members + 1]


def test_no_number_of_the_law_stands_in_the_rules():
    """Zero, one and the places of choices; everything else is a figure."""
    for name, text in sources.SOURCES.items():
        if name.startswith("survivors/") and name.endswith(".py") and not name.endswith("rows.py"):
            numbers = {
                node.value for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Constant) and type(node.value) is int
            }
            assert numbers <= {0, 1}, name


def test_every_figure_of_the_chapter_is_read_by_some_article():
    files = [name for name in sources.named("figures") if name.startswith("survivors/")]
    written = read_figures({name: sources.read(name) for name in files})
    assert set(written) <= set().union(*(figures_read(article) for article in law.ARTICLES.values()))


@pytest.mark.parametrize("language", ["fa", "en"])
def test_a_share_is_told_in_words_with_the_choices_it_rests_on(language):
    facts = {"place": 0, "relations": [WIFE, SON], "are_orphans": [0, 0], "are_entitled": [1, 1], "pension_monthly": 100}
    node = law.explain(survivor_share, facts, NOW)
    chosen = {figure.name for part in node.walk() for figure in part.figures if figure.status == "policy"}
    assert {"sharing_rule", "shares_remainder"} <= chosen
    assert law.words.render(node, language).value in ("۶۷ ریال", "67 rials")
