"""Each path to an old-age pension by its whole answer: what it asks, and why it refuses or gives the right."""

from functools import cache

import pytest

from opentamin import law
from opentamin.law.days import date_from_text
from opentamin.law.old_age import (
    PathAnswer,
    mother_base_age,
    normal_retirement_age,
    path_hazardous_work,
    path_low_service,
    path_mother,
    path_normal_age,
    path_renovation,
    path_thirty_five_years,
    path_thirty_years,
    path_veteran,
    path_woman_worker,
    woman_worker_pension,
)
from opentamin.law.old_age.rows import (
    HAZARDOUS_WORK,
    LOW_SERVICE,
    MOTHER,
    NORMAL_AGE,
    RENOVATION,
    THIRTY_FIVE_YEARS,
    THIRTY_YEARS,
    VETERAN,
    WOMAN_WORKER,
)
from opentamin.law.outcomes import Outcome

from .choosing import law_choosing

BEFORE, SINCE, TODAY = "1403-05-02", "1403-05-03", "1405-08-01"


@cache
def on(day, **chosen):
    return law_choosing(day, **chosen) if chosen else law.at(date_from_text(day))


def told(rows):
    """Rows of a table, each named by the sentence it begins with."""
    return [pytest.param(*row[1:], id=row[0]) for row in rows]


# Paths A, B and D: the conditions that stand before and since the reform alike


def normal_age(current, age=60, years=20_000, then=20_000, woman=0, builder=0, exempt=0, months=0):
    return path_normal_age(woman, builder, exempt, age, age * 12 + months, years, then, current)


def thirty(current, age=50, years=30_000, then=30_000, woman=0, builder=0, exempt=0, months=0):
    return path_thirty_years(woman, builder, exempt, age, age * 12 + months, years, then, current)


def woman_worker(current, age=42, days=7_300, then=20_000, woman=1, builder=0, exempt=0):
    return path_woman_worker(woman, builder, exempt, age, days, then, current)


SAME_BEFORE_AND_SINCE = [
    ("a man of fifty-nine waits for sixty", normal_age, {"age": 59, "years": 35_000},
     (0, NORMAL_AGE, 60, 0, 20_000, Outcome.OLD_AGE_TOO_YOUNG)),
    ("a man of sixty a day under twenty years", normal_age, {"years": 19_997},
     (0, NORMAL_AGE, 60, 0, 20_000, Outcome.OLD_AGE_SERVICE_SHORT)),
    ("a man of sixty with twenty years", normal_age, {},
     (1, NORMAL_AGE, 60, 0, 20_000, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("a man of sixty-one with twenty-one", normal_age, {"age": 61, "years": 21_000},
     (1, NORMAL_AGE, 60, 0, 20_000, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("a woman of fifty-five with twenty", normal_age, {"age": 55, "woman": 1},
     (1, NORMAL_AGE, 55, 0, 20_000, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("a woman of fifty-five whom the reform does not reach", normal_age, {"age": 55, "woman": 1, "exempt": 1},
     (1, NORMAL_AGE, 55, 0, 20_000, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("a woman of fifty-nine who builds waits for sixty", normal_age, {"age": 59, "woman": 1, "builder": 1},
     (0, NORMAL_AGE, 60, 0, 20_000, Outcome.OLD_AGE_TOO_YOUNG)),
    ("a builder has no path of thirty years", thirty, {"age": 60, "years": 34_000, "builder": 1},
     (0, THIRTY_YEARS, 0, 0, 0, Outcome.OLD_AGE_NOT_FOR_CONSTRUCTION)),
    ("a man of forty-nine waits for fifty", thirty, {"age": 49, "years": 33_000},
     (0, THIRTY_YEARS, 50, 0, 30_000, Outcome.OLD_AGE_TOO_YOUNG)),
    ("a woman of forty-four waits for forty-five", thirty, {"age": 44, "woman": 1},
     (0, THIRTY_YEARS, 45, 0, 30_000, Outcome.OLD_AGE_TOO_YOUNG)),
    ("a man of fifty a day under thirty years", thirty, {"years": 29_997},
     (0, THIRTY_YEARS, 50, 0, 30_000, Outcome.OLD_AGE_SERVICE_SHORT)),
    ("a man of sixty-two a day under thirty years, beyond every ceiling of age", thirty, {"age": 62, "years": 29_997},
     (0, THIRTY_YEARS, 50, 0, 30_000, Outcome.OLD_AGE_SERVICE_SHORT)),
    ("a man of fifty with thirty years", thirty, {},
     (1, THIRTY_YEARS, 50, 0, 30_000, Outcome.OLD_AGE_BY_THIRTY_YEARS)),
    ("a man of fifty-one with thirty-one", thirty, {"age": 51, "years": 31_000},
     (1, THIRTY_YEARS, 50, 0, 30_000, Outcome.OLD_AGE_BY_THIRTY_YEARS)),
    ("a man with thirty years whom the reform does not reach", thirty, {"exempt": 1, "then": 22_000},
     (1, THIRTY_YEARS, 50, 0, 30_000, Outcome.OLD_AGE_BY_THIRTY_YEARS)),
    ("a woman of forty-five with thirty", thirty, {"age": 45, "woman": 1},
     (1, THIRTY_YEARS, 45, 0, 30_000, Outcome.OLD_AGE_BY_THIRTY_YEARS)),
    ("a man has no path of the woman worker", woman_worker, {"woman": 0},
     (0, WOMAN_WORKER, 0, 0, 0, Outcome.OLD_AGE_NOT_WOMAN)),
    ("a woman who builds has none either", woman_worker, {"builder": 1},
     (0, WOMAN_WORKER, 0, 0, 0, Outcome.OLD_AGE_NOT_FOR_CONSTRUCTION)),
    ("a woman of forty-one waits for forty-two", woman_worker, {"age": 41},
     (0, WOMAN_WORKER, 42, 0, 20_000, Outcome.OLD_AGE_TOO_YOUNG)),
    ("a woman of forty-two a day under twenty years of work", woman_worker, {"days": 7_299},
     (0, WOMAN_WORKER, 42, 0, 20_000, Outcome.OLD_AGE_LABOUR_RECORD_SHORT)),
    ("a woman of fifty-five a day under them, at her ceiling of age", woman_worker, {"age": 55, "days": 7_299},
     (0, WOMAN_WORKER, 42, 0, 20_000, Outcome.OLD_AGE_LABOUR_RECORD_SHORT)),
    ("a woman of forty-two with twenty years of work", woman_worker, {},
     (1, WOMAN_WORKER, 42, 0, 20_000, Outcome.OLD_AGE_BY_WOMAN_WORKER)),
    ("a woman of forty-three with twenty-one", woman_worker, {"age": 43, "days": 7_665},
     (1, WOMAN_WORKER, 42, 0, 20_000, Outcome.OLD_AGE_BY_WOMAN_WORKER)),
    ("a woman worker whom the reform does not reach", woman_worker, {"exempt": 1, "then": 10_000},
     (1, WOMAN_WORKER, 42, 0, 20_000, Outcome.OLD_AGE_BY_WOMAN_WORKER)),
]  # fmt: skip


@pytest.mark.parametrize("day", [BEFORE, SINCE])
@pytest.mark.parametrize(("path", "facts", "row"), told(SAME_BEFORE_AND_SINCE))
def test_before_and_since_the_reform_alike(day, path, facts, row):
    assert path(on(day), **facts) == PathAnswer(*row)


# What the reform asks: nothing on the day before it, the addition on its day.
# Eighteen years are two short of twenty: two times four months, 0.666 of a year. Ten are ten short: fifty months, 4.166.
# Twenty-two are eight short of thirty: eight times three months, two years.

CHANGED_BY_THE_REFORM = [
    ("a man of sixty who had eighteen", normal_age, {"then": 18_000}, 20_000,
     (0, NORMAL_AGE, 60, 0, 20_666, Outcome.OLD_AGE_SERVICE_SHORT_BY_REFORM)),
    ("a man of sixty-one who had eighteen", normal_age, {"age": 61, "then": 18_000}, 20_000,
     (0, NORMAL_AGE, 60, 0, 20_666, Outcome.OLD_AGE_SERVICE_SHORT_BY_REFORM)),
    ("a man of fifty who had twenty-two", thirty, {"then": 22_000}, 30_000,
     (0, THIRTY_YEARS, 50, 0, 32_000, Outcome.OLD_AGE_SERVICE_SHORT_BY_REFORM)),
    ("a man of sixty-one who had twenty-two", thirty, {"age": 61, "then": 22_000, "years": 31_997}, 30_000,
     (0, THIRTY_YEARS, 50, 0, 32_000, Outcome.OLD_AGE_SERVICE_SHORT_BY_REFORM)),
    ("a woman of forty-two who had ten", woman_worker, {"then": 10_000}, 20_000,
     (0, WOMAN_WORKER, 42, 0, 24_166, Outcome.OLD_AGE_SERVICE_SHORT_BY_REFORM)),
    ("a woman of fifty-four who had ten", woman_worker, {"age": 54, "then": 10_000}, 20_000,
     (0, WOMAN_WORKER, 42, 0, 24_166, Outcome.OLD_AGE_SERVICE_SHORT_BY_REFORM)),
]  # fmt: skip


@pytest.mark.parametrize(("path", "facts", "years_before", "row"), told(CHANGED_BY_THE_REFORM))
def test_the_reform_holds_back_from_its_day_whom_nothing_held_before(path, facts, years_before, row):
    before = path(on(BEFORE), **facts)
    assert (before.is_entitled, before.required_years) == (1, years_before)
    assert path(on(SINCE), **facts) == PathAnswer(*row)


SINCE_THE_REFORM = [
    ("a man of sixty-two is at his ceiling of age", normal_age, {"age": 62, "then": 18_000},
     (1, NORMAL_AGE, 60, 0, 20_666, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("a man of sixty-three is beyond it", normal_age, {"age": 63, "then": 18_000},
     (1, NORMAL_AGE, 60, 0, 20_666, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("a man of sixty with more than the addition asks", normal_age, {"years": 21_000, "then": 18_000},
     (1, NORMAL_AGE, 60, 0, 20_666, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("a woman of fifty-five is at hers", normal_age, {"age": 55, "woman": 1, "then": 18_000},
     (1, NORMAL_AGE, 55, 0, 20_666, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("a man of forty-nine waits for fifty and for thirty-two years", thirty, {"age": 49, "years": 32_000, "then": 22_000},
     (0, THIRTY_YEARS, 50, 0, 32_000, Outcome.OLD_AGE_TOO_YOUNG)),
    ("a man of fifty with more than thirty-two years", thirty, {"years": 33_000, "then": 22_000},
     (1, THIRTY_YEARS, 50, 0, 32_000, Outcome.OLD_AGE_BY_THIRTY_YEARS)),
    ("a man of sixty-two with thirty years", thirty, {"age": 62, "then": 22_000},
     (1, THIRTY_YEARS, 50, 0, 32_000, Outcome.OLD_AGE_BY_THIRTY_YEARS)),
    ("a woman worker of fifty-five with twenty years of work", woman_worker, {"age": 55, "then": 10_000},
     (1, WOMAN_WORKER, 42, 0, 24_166, Outcome.OLD_AGE_BY_WOMAN_WORKER)),
    ("a woman worker of fifty-six", woman_worker, {"age": 56, "then": 10_000},
     (1, WOMAN_WORKER, 42, 0, 24_166, Outcome.OLD_AGE_BY_WOMAN_WORKER)),
    ("a woman worker of forty-two with the addition served and more", woman_worker, {"days": 9_125, "then": 10_000},
     (1, WOMAN_WORKER, 42, 0, 24_166, Outcome.OLD_AGE_BY_WOMAN_WORKER)),
]  # fmt: skip


@pytest.mark.parametrize(("path", "facts", "row"), told(SINCE_THE_REFORM))
def test_since_the_reform(path, facts, row):
    assert path(on(TODAY), **facts) == PathAnswer(*row)


# The reform read otherwise

MOVED, BOTH_MOVED = {"reform_normal_age": "age_moves"}, {"reform_thirty_years_age": "age_moves"}
PASSING = {"reform_women": "addition_first"}
READ_OTHERWISE = [
    ("the normal age left alone", {"reform_normal_age": "unchanged"}, normal_age, {"then": 0},
     (1, NORMAL_AGE, 60, 0, 20_000, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("sixty moved by seven full months, a month before", MOVED, normal_age, {"then": 18_000, "months": 6},
     (0, NORMAL_AGE, 60, 7, 20_000, Outcome.OLD_AGE_TOO_YOUNG_BY_REFORM)),
    ("sixty and seven months", MOVED, normal_age, {"then": 18_000, "months": 7},
     (1, NORMAL_AGE, 60, 7, 20_000, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("sixty and eight months", MOVED, normal_age, {"then": 18_000, "months": 8},
     (1, NORMAL_AGE, 60, 7, 20_000, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("a woman's fifty-five cannot move", MOVED, normal_age, {"age": 55, "woman": 1, "then": 18_000},
     (1, NORMAL_AGE, 55, 0, 20_000, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("fifty moved by two years, a month before", BOTH_MOVED, thirty, {"age": 51, "months": 11, "years": 32_000, "then": 22_000},
     (0, THIRTY_YEARS, 50, 24, 32_000, Outcome.OLD_AGE_TOO_YOUNG_BY_REFORM)),
    ("fifty moved by two years, at fifty-two", BOTH_MOVED, thirty, {"age": 52, "years": 32_000, "then": 22_000},
     (1, THIRTY_YEARS, 50, 24, 32_000, Outcome.OLD_AGE_BY_THIRTY_YEARS)),
    ("fifty moved by two years, at fifty-three", BOTH_MOVED, thirty, {"age": 53, "years": 32_000, "then": 22_000},
     (1, THIRTY_YEARS, 50, 24, 32_000, Outcome.OLD_AGE_BY_THIRTY_YEARS)),
    ("fifty moved by two years, the old service short", BOTH_MOVED, thirty, {"age": 52, "years": 29_997, "then": 22_000},
     (0, THIRTY_YEARS, 50, 24, 32_000, Outcome.OLD_AGE_SERVICE_SHORT)),
    ("fifty moved by two years, the addition short", BOTH_MOVED, thirty, {"age": 52, "years": 31_997, "then": 22_000},
     (0, THIRTY_YEARS, 50, 24, 32_000, Outcome.OLD_AGE_SERVICE_SHORT_BY_REFORM)),
    # New in 1403, she misses thirty years: 150 months, but her age moves by ten years only, to fifty-five.
    ("a woman's forty-five moved to her ceiling", BOTH_MOVED | PASSING, thirty,
     {"age": 54, "months": 11, "woman": 1, "years": 36_000, "then": 0},
     (0, THIRTY_YEARS, 45, 120, 42_500, Outcome.OLD_AGE_TOO_YOUNG_BY_REFORM)),
    # Ten years missing, three months each: two and a half years more. No ceiling of age helps her in this reading.
    ("a woman of sixty-two held by an addition that passes her ceilings", PASSING, thirty,
     {"age": 62, "woman": 1, "then": 20_000},
     (0, THIRTY_YEARS, 45, 0, 32_500, Outcome.OLD_AGE_SERVICE_SHORT_BY_REFORM)),
    ("a woman at the normal age whose ceiling of service is lower than a man's", {"reform_years_max_woman": 22_000}, normal_age,
     {"age": 55, "woman": 1, "then": 10_000},
     (1, NORMAL_AGE, 55, 0, 22_000, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("a woman worker whose ceiling of service is lower than a man's", {"reform_years_max_woman": 22_000}, woman_worker,
     {"then": 10_000},
     (0, WOMAN_WORKER, 42, 0, 22_000, Outcome.OLD_AGE_SERVICE_SHORT_BY_REFORM)),
    ("the woman worker left alone", {"reform_woman_worker": "unchanged"}, woman_worker, {"then": 10_000},
     (1, WOMAN_WORKER, 42, 0, 20_000, Outcome.OLD_AGE_BY_WOMAN_WORKER)),
]  # fmt: skip


@pytest.mark.parametrize(("chosen", "path", "facts", "row"), told(READ_OTHERWISE))
def test_the_reform_read_otherwise(chosen, path, facts, row):
    assert path(on(TODAY, **chosen), **facts) == PathAnswer(*row)


# Who waits for which age

AGES = [
    ("a man before the law of builders", "1386-08-08", 0, 0, 60),
    ("a woman before it", "1386-08-08", 1, 0, 55),
    ("a woman who builds, before it", "1386-08-08", 1, 1, 55),
    ("a man who builds, before it", "1386-08-08", 0, 1, 60),
    ("a woman on its day", "1386-08-09", 1, 0, 55),
    ("a woman who builds, on its day", "1386-08-09", 1, 1, 60),
    ("a man on its day", "1386-08-09", 0, 0, 60),
    ("a man who builds, on its day", "1386-08-09", 0, 1, 60),
]


@pytest.mark.parametrize(("day", "woman", "builder", "age"), told(AGES))
def test_the_normal_age(day, woman, builder, age):
    assert normal_retirement_age(woman, builder, on(day)) == age


# Paths C and E to I


def thirty_five(current, years):
    return path_thirty_five_years(years, current)


def hazardous(current, days, unbroken, civil_servant=0, staff=0, worn_out=0):
    return path_hazardous_work(days, unbroken, civil_servant, staff, worn_out, current)


def low_service(current, years=10_000, age=60, bought=0, woman=0, disabled=0):
    return path_low_service(woman, disabled, age, years, bought, current)


def renovation(current, years=25_000, employer=1, ministry=1, paid=1):
    return path_renovation(employer, ministry, paid, years, current)


def mother(current, since=1, count=1, age_months=648, years=20_000, labour=0, woman=1):
    return path_mother(woman, since, count, age_months, years, labour, current)


def veteran(current, veteran=0, disabled=0, years=20_000):
    return path_veteran(veteran, disabled, years, current)


OTHER_PATHS = [
    ("thirty-five years", thirty_five, {"years": 35_000},
     (1, THIRTY_FIVE_YEARS, 0, 0, 35_000, Outcome.OLD_AGE_BY_THIRTY_FIVE_YEARS)),
    ("thirty-six years", thirty_five, {"years": 36_000},
     (1, THIRTY_FIVE_YEARS, 0, 0, 35_000, Outcome.OLD_AGE_BY_THIRTY_FIVE_YEARS)),
    ("a day under thirty-five years", thirty_five, {"years": 34_997},
     (0, THIRTY_FIVE_YEARS, 0, 0, 35_000, Outcome.OLD_AGE_SERVICE_SHORT)),
    ("twenty unbroken hazardous years", hazardous, {"days": 7_300, "unbroken": 7_300},
     (1, HAZARDOUS_WORK, 0, 0, 20_000, Outcome.HAZARDOUS_UNBROKEN_COMPLETE)),
    ("twenty-four broken hazardous years", hazardous, {"days": 8_760, "unbroken": 3_650},
     (0, HAZARDOUS_WORK, 0, 0, 25_000, Outcome.HAZARDOUS_YEARS_SHORT)),
    ("twenty hazardous years of a civil servant", hazardous, {"days": 7_300, "unbroken": 7_300, "civil_servant": 1},
     (0, HAZARDOUS_WORK, 0, 0, 0, Outcome.HAZARDOUS_CIVIL_SERVANT)),
    ("twenty unbroken years of the organisation's own staff", hazardous, {"days": 7_300, "unbroken": 7_300, "staff": 1},
     (0, HAZARDOUS_WORK, 0, 0, 25_000, Outcome.HAZARDOUS_STAFF_SHORT)),
    ("ten hazardous years of one worn out", hazardous, {"days": 3_650, "unbroken": 3_650, "worn_out": 1},
     (1, HAZARDOUS_WORK, 0, 0, 0, Outcome.HAZARDOUS_WORN_OUT)),
    ("ten years at sixty", low_service, {},
     (1, LOW_SERVICE, 60, 0, 10_000, Outcome.OLD_AGE_BY_LOW_SERVICE)),
    ("nine years and a bought one", low_service, {"years": 9_000, "bought": 365},
     (1, LOW_SERVICE, 60, 0, 10_000, Outcome.OLD_AGE_BY_LOW_SERVICE)),
    ("nine years and all but a day of one bought", low_service, {"years": 9_000, "bought": 364},
     (0, LOW_SERVICE, 60, 0, 10_000, Outcome.OLD_AGE_UNDER_TEN_YEARS)),
    ("ten years at fifty-nine", low_service, {"age": 59},
     (0, LOW_SERVICE, 60, 0, 10_000, Outcome.OLD_AGE_TOO_YOUNG)),
    ("a woman of fifty-four with ten years", low_service, {"age": 54, "woman": 1},
     (0, LOW_SERVICE, 55, 0, 10_000, Outcome.OLD_AGE_TOO_YOUNG)),
    ("twenty years at sixty are not few", low_service, {"years": 20_000},
     (0, LOW_SERVICE, 60, 0, 10_000, Outcome.OLD_AGE_NOT_LOW_SERVICE)),
    ("ten years of one totally disabled at forty", low_service, {"age": 40, "disabled": 1},
     (1, LOW_SERVICE, 0, 0, 10_000, Outcome.OLD_AGE_BY_LOW_SERVICE)),
    ("a renovated factory, all proved", renovation, {},
     (1, RENOVATION, 0, 0, 25_000, Outcome.OLD_AGE_BY_RENOVATION)),
    ("a renovated factory, twenty-six years", renovation, {"years": 26_000},
     (1, RENOVATION, 0, 0, 25_000, Outcome.OLD_AGE_BY_RENOVATION)),
    ("a renovated factory whose employer has not agreed", renovation, {"employer": 0},
     (0, RENOVATION, 0, 0, 25_000, Outcome.OLD_AGE_EMPLOYER_NOT_AGREED)),
    ("a renovated factory without the ministry", renovation, {"ministry": 0},
     (0, RENOVATION, 0, 0, 25_000, Outcome.OLD_AGE_MINISTRY_NOT_AGREED)),
    ("a renovated factory, a day under twenty-five years", renovation, {"years": 24_997},
     (0, RENOVATION, 0, 0, 25_000, Outcome.OLD_AGE_SERVICE_SHORT)),
    ("a renovated factory, the cost unpaid", renovation, {"paid": 0},
     (0, RENOVATION, 0, 0, 25_000, Outcome.OLD_AGE_COST_NOT_PAID)),
    ("a father", mother, {"woman": 0},
     (0, MOTHER, 0, 0, 0, Outcome.OLD_AGE_NOT_WOMAN)),
    ("a mother of a child born before the law", mother, {"since": 0},
     (0, MOTHER, 0, 0, 0, Outcome.OLD_AGE_NO_CHILD)),
    ("a mother of one, two of them since the law", mother, {"since": 2},
     (0, MOTHER, 0, 0, 0, Outcome.UNKNOWN)),
    ("a mother a day under twenty years", mother, {"years": 19_997},
     (0, MOTHER, 0, 0, 20_000, Outcome.OLD_AGE_SERVICE_SHORT)),
    ("a mother of one a month before fifty-four", mother, {"age_months": 647},
     (0, MOTHER, 54, 0, 20_000, Outcome.OLD_AGE_TOO_YOUNG)),
    ("a mother of one at fifty-four", mother, {},
     (1, MOTHER, 54, 0, 20_000, Outcome.OLD_AGE_BY_MOTHER)),
    ("a mother of one long after it", mother, {"age_months": 700},
     (1, MOTHER, 54, 0, 20_000, Outcome.OLD_AGE_BY_MOTHER)),
    # The fifth alone came since the law: a year and a half off fifty-five.
    ("a mother of five, one of them since the law", mother, {"count": 5, "age_months": 642},
     (1, MOTHER, 53, 6, 20_000, Outcome.OLD_AGE_BY_MOTHER)),
    ("a mother of five, one of them since the law, a month before", mother, {"count": 5, "age_months": 641},
     (0, MOTHER, 53, 6, 20_000, Outcome.OLD_AGE_TOO_YOUNG)),
    # One year off forty-two is forty-one, the floor of two children; that of one would be forty-two.
    ("a woman worker with two children, one since the law", mother, {"count": 2, "age_months": 492, "labour": 7_300},
     (1, MOTHER, 41, 0, 20_000, Outcome.OLD_AGE_BY_MOTHER)),
    ("a veteran with twenty years", veteran, {"veteran": 1},
     (1, VETERAN, 0, 0, 20_000, Outcome.OLD_AGE_BY_VETERAN)),
    ("a person with disability and twenty-one years", veteran, {"disabled": 1, "years": 21_000},
     (1, VETERAN, 0, 0, 20_000, Outcome.OLD_AGE_BY_VETERAN)),
    ("a veteran a day under twenty years", veteran, {"veteran": 1, "years": 19_997},
     (0, VETERAN, 0, 0, 20_000, Outcome.OLD_AGE_SERVICE_SHORT)),
    ("neither veteran nor disabled", veteran, {},
     (0, VETERAN, 0, 0, 0, Outcome.OLD_AGE_NOT_VETERAN)),
]  # fmt: skip


@pytest.mark.parametrize(("path", "facts", "row"), told(OTHER_PATHS))
def test_the_other_paths(path, facts, row):
    assert path(on(TODAY), **facts) == PathAnswer(*row)


BASES = [
    ("no work under the Labour Law", 20_000, 0, 55),
    ("a day of it", 20_000, 1, 55),
    ("a day under twenty years of it", 20_000, 7_299, 55),
    ("twenty years of it", 20_000, 7_300, 42),
    ("twenty-one years of it", 21_000, 7_665, 42),
    ("a day under thirty years of service", 29_997, 0, 55),
    ("thirty years of service", 30_000, 0, 45),
    ("thirty-one years of service", 31_000, 0, 45),
    ("thirty years of service, twenty of them under the Labour Law", 30_000, 7_300, 42),
]


@pytest.mark.parametrize(("years", "labour_days", "age"), told(BASES))
def test_the_age_a_mothers_children_lower(years, labour_days, age):
    assert mother_base_age(years, labour_days, on(TODAY)) == age


@pytest.mark.parametrize(("average", "pension"), [(100, 67), (200, 133), (300, 200)])
def test_twenty_days_pay_goes_to_the_nearest_rial(average, pension):
    assert woman_worker_pension(average, on(TODAY)) == pension


PATHS_NOT_YET = [
    ("thirty years", thirty, {}, "1371-12-15", THIRTY_YEARS),
    ("thirty-five years", thirty_five, {"years": 35_000}, "1371-12-15", THIRTY_FIVE_YEARS),
    ("the woman worker", woman_worker, {}, "1371-12-15", WOMAN_WORKER),
    ("hazardous work", hazardous, {"days": 7_300, "unbroken": 7_300}, "1371-12-15", HAZARDOUS_WORK),
    ("few years", low_service, {}, "1392-09-10", LOW_SERVICE),
    ("renovation", renovation, {}, "1382-05-25", RENOVATION),
    ("mothers", mother, {}, "1400-07-30", MOTHER),
    ("veterans", veteran, {"veteran": 1}, "1367-08-30", VETERAN),
]


@pytest.mark.parametrize(("path", "facts", "day", "place"), told(PATHS_NOT_YET))
def test_the_day_before_its_law_a_path_is_not_there(path, facts, day, place):
    assert path(on(day), **facts) == PathAnswer(0, place, 0, 0, 0, Outcome.OLD_AGE_PATH_NOT_IN_FORCE)
