"""A claim to an old-age pension by its whole answer: age and service, every path, the best of them, pension and first day."""

from functools import cache

import pytest

from opentamin import law
from opentamin.law.days import add_months, date_from_text, number_of
from opentamin.law.old_age import (
    ClaimedService,
    OldAgeClaim,
    OldAgeDecision,
    OldAgePaths,
    PathPension,
    claimed_service,
    is_at_age_ceiling,
    is_outside_reform,
    low_service_days_to_buy,
    low_service_years,
    moved_age_months,
    old_age_decision,
    old_age_paths,
    path_pension,
    pension_start,
    reform_months,
    reformed_years,
    service_on_reform_day,
    years_pensioned,
)
from opentamin.law.old_age.rows import (
    HAZARDOUS_WORK,
    LOW_SERVICE,
    MOTHER,
    NO_PATH,
    NORMAL_AGE,
    RENOVATION,
    THIRTY_FIVE_YEARS,
    THIRTY_YEARS,
    VETERAN,
    WOMAN_WORKER,
)
from opentamin.law.outcomes import Outcome
from opentamin.law.pensions import AveragedWages

from .choosing import law_choosing

BEFORE, TODAY = "1402-08-01", "1405-08-01"
TWENTY, TWENTY_FIVE, THIRTY, THIRTY_FIVE = 7_300, 9_125, 10_950, 12_775
# Two years of two hundred million a month.
WAGES = AveragedWages(4_800_000_000, 24)


@cache
def on(day, **chosen):
    return law_choosing(day, **chosen) if chosen else law.at(date_from_text(day))


def number(day):
    return number_of(date_from_text(day))


def told(rows):
    """Rows of a table, each named by the sentence it begins with."""
    return [pytest.param(*row[1:], id=row[0]) for row in rows]


def claim(day, age, record, **facts):
    """A man who worked to the day before; since the reform with all but a thousand days of his record before it."""
    asked = number(day)
    given = {"day": asked, "birth_day": add_months(asked, -12 * age), "last_work_day": asked - 1, "is_woman": 0,
             "record_days": record, "record_days_on_reform_day": 0 if day == BEFORE else max(record - 1_000, 0)}  # fmt: skip
    return OldAgeClaim(**{**given, **facts})


# Age and service on the day of the claim. Forty years to 1 Aban 1402 are 14,610 days.

BORN, CLAIMED = number("1362-08-01"), number(BEFORE)
LIVED = 14_610
NOT_CONSISTENT = (0, 0, 0, 0, 0)
SERVICES = [
    ("twenty years of record at forty", CLAIMED, BORN, CLAIMED - 1, TWENTY, 0, (1, 40, 480, TWENTY, 20_000)),
    ("a day before the birthday", CLAIMED - 1, BORN, CLAIMED - 2, TWENTY, 0, (1, 39, 479, TWENTY, 20_000)),
    ("ten of the twenty years hazardous", CLAIMED, BORN, CLAIMED - 1, TWENTY, 3_650, (1, 40, 480, 9_125, 25_000)),
    ("one hazardous day counts a day and a half, rounded up", CLAIMED, BORN, CLAIMED - 1, TWENTY, 1, (1, 40, 480, 7_301, 20_003)),
    ("all of it hazardous", CLAIMED, BORN, CLAIMED - 1, TWENTY, TWENTY, (1, 40, 480, THIRTY, 30_000)),
    ("more hazardous days than record", CLAIMED, BORN, CLAIMED - 1, TWENTY, TWENTY + 1, NOT_CONSISTENT),
    ("a record as long as life", CLAIMED, BORN, CLAIMED - 1, LIVED, 0, (1, 40, 480, LIVED, 40_027)),
    ("a record a day longer than life", CLAIMED, BORN, CLAIMED - 1, LIVED + 1, 0, NOT_CONSISTENT),
    ("work that goes on for a month, and a record to its end", CLAIMED, BORN, CLAIMED + 30, LIVED + 30, 0,
     (1, 40, 480, LIVED + 30, 40_110)),
    ("work that goes on for a month, and a record beyond its end", CLAIMED, BORN, CLAIMED + 30, LIVED + 31, 0, NOT_CONSISTENT),
    ("work that ended years ago, and a record to the claim", CLAIMED, BORN, CLAIMED - 2_000, LIVED, 0, (1, 40, 480, LIVED, 40_027)),
    ("still at work on the day of the claim", CLAIMED, BORN, CLAIMED, TWENTY, 0, (1, 40, 480, TWENTY, 20_000)),
    ("born on the day of the claim", CLAIMED, CLAIMED, CLAIMED + 1, 0, 0, NOT_CONSISTENT),
    ("born after the claim", CLAIMED, CLAIMED + 10, CLAIMED + 400, 0, 0, NOT_CONSISTENT),
    ("born a day before the claim", CLAIMED, CLAIMED - 1, CLAIMED, 1, 0, (1, 0, 0, 1, 3)),
    ("born on the last day of work", CLAIMED, BORN, BORN, 0, 0, NOT_CONSISTENT),
    ("born the day before the last day of work", CLAIMED, BORN, BORN + 1, 1, 0, (1, 40, 480, 1, 3)),
    ("born after the last day of work", CLAIMED, BORN, BORN - 1, 0, 0, NOT_CONSISTENT),
    ("a hundred and twenty years old", CLAIMED, add_months(CLAIMED, -120 * 12), CLAIMED - 1, TWENTY, 0, (1, 120, 1_440, TWENTY, 20_000)),
    ("a hundred and twenty-one", CLAIMED, add_months(CLAIMED, -121 * 12), CLAIMED - 1, TWENTY, 0, NOT_CONSISTENT),
]  # fmt: skip


@pytest.mark.parametrize(("day", "birth", "last", "record", "hazardous", "row"), told(SERVICES))
def test_age_and_service(day, birth, last, record, hazardous, row):
    assert claimed_service(day, birth, last, record, hazardous, on(BEFORE)) == ClaimedService(*row)


# Every path of a claim: A normal age, B thirty, C thirty-five years, D woman worker, E hazardous, F few years,
# G renovation, H mother, I veteran

NORMAL_AGE_REFUSED = (60, 0, 20_000, Outcome.OLD_AGE_TOO_YOUNG)
CLAIMS = [
    ("the normal age alone", BEFORE, 60, TWENTY, {}, NORMAL_AGE, "A",
     (60, TWENTY, 20_000, 60, 0, 20_000, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("thirty years alone", BEFORE, 50, THIRTY, {}, THIRTY_YEARS, "B",
     (50, THIRTY, 30_000, 50, 0, 30_000, Outcome.OLD_AGE_BY_THIRTY_YEARS)),
    ("thirty-five years alone", BEFORE, 49, THIRTY_FIVE, {}, THIRTY_FIVE_YEARS, "C",
     (49, THIRTY_FIVE, 35_000, 0, 0, 35_000, Outcome.OLD_AGE_BY_THIRTY_FIVE_YEARS)),
    ("the woman worker alone", BEFORE, 42, TWENTY, {"is_woman": 1, "labour_law_days": TWENTY}, WOMAN_WORKER, "D",
     (42, TWENTY, 20_000, 42, 0, 20_000, Outcome.OLD_AGE_BY_WOMAN_WORKER)),
    ("hazardous work alone", BEFORE, 42, TWENTY, {"hazardous_days": TWENTY, "hazardous_days_unbroken": TWENTY}, HAZARDOUS_WORK, "E",
     (42, THIRTY, 30_000, 0, 0, 20_000, Outcome.HAZARDOUS_UNBROKEN_COMPLETE)),
    # Twenty-five years are 9,125 days, and half of them again, 4,562.5, is rounded up.
    ("hazardous work none of which was unbroken", BEFORE, 45, TWENTY_FIVE, {"hazardous_days": TWENTY_FIVE}, HAZARDOUS_WORK, "CE",
     (45, 13_688, 37_501, 0, 0, 25_000, Outcome.HAZARDOUS_BROKEN_COMPLETE)),
    ("hazardous work of one worn out after ten years", BEFORE, 42, 3_650,
     {"hazardous_days": 3_650, "hazardous_days_unbroken": 3_650, "is_worn_out": 1}, HAZARDOUS_WORK, "E",
     (42, 5_475, 15_000, 0, 0, 0, Outcome.HAZARDOUS_WORN_OUT)),
    ("hazardous work of a civil servant", BEFORE, 42, TWENTY,
     {"hazardous_days": TWENTY, "hazardous_days_unbroken": TWENTY, "is_civil_servant": 1}, NO_PATH, "",
     (42, THIRTY, 30_000, *NORMAL_AGE_REFUSED)),
    ("hazardous work of the organisation's own staff", BEFORE, 42, TWENTY,
     {"hazardous_days": TWENTY, "hazardous_days_unbroken": TWENTY, "is_sso_staff": 1}, NO_PATH, "",
     (42, THIRTY, 30_000, *NORMAL_AGE_REFUSED)),
    ("twenty-five hazardous years of the organisation's own staff", BEFORE, 45, TWENTY_FIVE,
     {"hazardous_days": TWENTY_FIVE, "hazardous_days_unbroken": TWENTY_FIVE, "is_sso_staff": 1}, HAZARDOUS_WORK, "CE",
     (45, 13_688, 37_501, 0, 0, 25_000, Outcome.HAZARDOUS_STAFF_COMPLETE)),
    ("twenty-five hazardous years of a civil servant", BEFORE, 49, TWENTY_FIVE,
     {"hazardous_days": TWENTY_FIVE, "hazardous_days_unbroken": TWENTY_FIVE, "is_civil_servant": 1}, THIRTY_FIVE_YEARS, "C",
     (49, 13_688, 37_501, 0, 0, 35_000, Outcome.OLD_AGE_BY_THIRTY_FIVE_YEARS)),
    ("few years alone", BEFORE, 60, 3_650, {}, LOW_SERVICE, "F",
     (60, 3_650, 10_000, 60, 0, 10_000, Outcome.OLD_AGE_BY_LOW_SERVICE)),
    ("eight years with nothing bought", BEFORE, 60, 2_920, {}, NO_PATH, "",
     (60, 2_920, 8_000, 60, 0, 20_000, Outcome.OLD_AGE_SERVICE_SHORT)),
    ("eight years and two bought", BEFORE, 60, 2_920, {"bought_days": 730}, LOW_SERVICE, "F",
     (60, 2_920, 8_000, 60, 0, 10_000, Outcome.OLD_AGE_BY_LOW_SERVICE)),
    ("few years of one totally disabled at forty", BEFORE, 40, 3_650, {"is_disabled_totally": 1}, LOW_SERVICE, "F",
     (40, 3_650, 10_000, 0, 0, 10_000, Outcome.OLD_AGE_BY_LOW_SERVICE)),
    ("renovation alone", BEFORE, 48, TWENTY_FIVE, {"is_employer_agreed": 1, "is_ministry_agreed": 1, "is_cost_paid": 1},
     RENOVATION, "G", (48, TWENTY_FIVE, 25_000, 0, 0, 25_000, Outcome.OLD_AGE_BY_RENOVATION)),
    ("renovation whose cost is not paid", BEFORE, 48, TWENTY_FIVE, {"is_employer_agreed": 1, "is_ministry_agreed": 1},
     NO_PATH, "", (48, TWENTY_FIVE, 25_000, *NORMAL_AGE_REFUSED)),
    ("the mother of one alone", BEFORE, 54, TWENTY, {"is_woman": 1, "children_count": 1, "children_under_youth_law": 1},
     MOTHER, "H", (54, TWENTY, 20_000, 54, 0, 20_000, Outcome.OLD_AGE_BY_MOTHER)),
    ("the veteran alone", BEFORE, 45, TWENTY, {"is_veteran": 1}, VETERAN, "I",
     (45, TWENTY, 20_000, 0, 0, 20_000, Outcome.OLD_AGE_BY_VETERAN)),
    ("a person with disability alone", BEFORE, 45, TWENTY, {"is_disabled_person": 1}, VETERAN, "I",
     (45, TWENTY, 20_000, 0, 0, 20_000, Outcome.OLD_AGE_BY_VETERAN)),
    ("no path at forty-nine", BEFORE, 49, TWENTY, {}, NO_PATH, "",
     (49, TWENTY, 20_000, *NORMAL_AGE_REFUSED)),
    # Who is entitled by several
    ("a veteran at the normal age without favour years", BEFORE, 60, TWENTY, {"is_veteran": 1}, NORMAL_AGE, "AI",
     (60, TWENTY, 20_000, 60, 0, 20_000, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("a veteran at the normal age with one favour day", BEFORE, 60, TWENTY, {"is_veteran": 1, "favour_days": 1}, VETERAN, "AI",
     (60, TWENTY, 20_000, 0, 0, 20_000, Outcome.OLD_AGE_BY_VETERAN)),
    ("a veteran with days bought needs none of them", BEFORE, 60, TWENTY, {"is_veteran": 1, "bought_days": 365}, NORMAL_AGE, "AI",
     (60, TWENTY, 20_000, 60, 0, 20_000, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("a veteran in a renovated factory goes as a veteran", BEFORE, 48, TWENTY_FIVE,
     {"is_veteran": 1, "favour_days": 365, "is_employer_agreed": 1, "is_ministry_agreed": 1, "is_cost_paid": 1}, VETERAN, "GI",
     (48, TWENTY_FIVE, 25_000, 0, 0, 20_000, Outcome.OLD_AGE_BY_VETERAN)),
    # Since the reform, with the addition or outside it. Ten years missing are fifty months, 4.166 years.
    ("a veteran who had eighteen years keeps the old twenty", TODAY, 60, TWENTY, {"is_veteran": 1}, NORMAL_AGE, "AI",
     (60, TWENTY, 20_000, 60, 0, 20_000, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("a person with disability keeps them too", TODAY, 60, TWENTY, {"is_disabled_person": 1}, NORMAL_AGE, "AI",
     (60, TWENTY, 20_000, 60, 0, 20_000, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("a veteran keeps the old thirty", TODAY, 50, THIRTY, {"is_veteran": 1}, THIRTY_YEARS, "BI",
     (50, THIRTY, 30_000, 50, 0, 30_000, Outcome.OLD_AGE_BY_THIRTY_YEARS)),
    ("a woman at forty-five with thirty", TODAY, 45, THIRTY, {"is_woman": 1}, THIRTY_YEARS, "B",
     (45, THIRTY, 30_000, 45, 0, 30_000, Outcome.OLD_AGE_BY_THIRTY_YEARS)),
    ("a woman worker who is disabled keeps the old twenty", TODAY, 42, TWENTY,
     {"is_woman": 1, "is_disabled_person": 1, "labour_law_days": TWENTY, "record_days_on_reform_day": 3_650}, VETERAN, "DI",
     (42, TWENTY, 20_000, 0, 0, 20_000, Outcome.OLD_AGE_BY_VETERAN)),
    ("a woman worker who had ten years waits", TODAY, 42, TWENTY,
     {"is_woman": 1, "labour_law_days": TWENTY, "record_days_on_reform_day": 3_650}, NO_PATH, "",
     (42, TWENTY, 20_000, 55, 0, 20_000, Outcome.OLD_AGE_TOO_YOUNG)),
]  # fmt: skip


@pytest.mark.parametrize(("day", "age", "record", "facts", "path", "open_paths", "rest"), told(CLAIMS))
def test_every_path_of_a_claim(day, age, record, facts, path, open_paths, rest):
    flags = [int(letter in open_paths) for letter in "ABCDEFGHI"]
    assert old_age_paths(claim(day, age, record, **facts), on(day)) == OldAgePaths(path, *flags, *rest)


CONTRADICTIONS = [
    ("more work under the Labour Law than record", {"labour_law_days": TWENTY + 1}),
    ("a longer record on the day of the reform than the whole", {"record_days_on_reform_day": TWENTY + 2}),
    ("more unbroken hazardous days than hazardous days", {"hazardous_days_unbroken": 1}),
    ("more children since the law than children", {"children_under_youth_law": 1}),
]


@pytest.mark.parametrize("facts", told(CONTRADICTIONS))
def test_facts_that_contradict_each_other_open_no_path(facts):
    row = OldAgePaths(NO_PATH, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60, TWENTY, 20_000, 0, 0, 0, Outcome.UNKNOWN)
    assert old_age_paths(claim(TODAY, 60, TWENTY, **facts), on(TODAY)) == row


# Which paths an explanation names, and what each answers

ALWAYS = {
    "path_normal_age": "OLD_AGE_TOO_YOUNG", "path_thirty_years": "OLD_AGE_TOO_YOUNG", "path_thirty_five_years": "OLD_AGE_SERVICE_SHORT",
    "path_low_service": "OLD_AGE_TOO_YOUNG",
}  # fmt: skip
NAMED = [
    ("a man of forty of whom nothing more is said", {}, {}),
    ("a man with a child born before the law", {"children_count": 1}, {}),
    ("a man with a child born since", {"children_count": 1, "children_under_youth_law": 1}, {"path_mother": "OLD_AGE_NOT_WOMAN"}),
    ("a woman", {"is_woman": 1}, {"path_woman_worker": "OLD_AGE_TOO_YOUNG"}),
    ("a man of one hazardous day", {"hazardous_days": 1}, {"path_hazardous_work": "HAZARDOUS_YEARS_SHORT"}),
    ("a factory whose employer alone agreed", {"is_employer_agreed": 1}, {"path_renovation": "OLD_AGE_MINISTRY_NOT_AGREED"}),
    ("a factory whose employer agreed and paid", {"is_employer_agreed": 1, "is_cost_paid": 1},
     {"path_renovation": "OLD_AGE_MINISTRY_NOT_AGREED"}),
    ("a factory whose employer has not agreed", {"is_ministry_agreed": 1, "is_cost_paid": 1}, {}),
    ("a factory of short service", {"is_employer_agreed": 1, "is_ministry_agreed": 1}, {"path_renovation": "OLD_AGE_SERVICE_SHORT"}),
    ("a veteran", {"is_veteran": 1}, {"path_veteran": "OLD_AGE_SERVICE_SHORT"}),
    ("one totally disabled is not thereby a person the reform leaves out", {"is_disabled_totally": 1},
     {"path_low_service": "OLD_AGE_UNDER_TEN_YEARS"}),
]  # fmt: skip


def steps(article, facts, current, named=""):
    """The articles an explanation comes to under one article, each with its facts and its outcome."""
    node = law.explain(article, facts, current)
    return {child.article: child for child in node.children if child.article.startswith(named)}


@pytest.mark.parametrize(("facts", "paths"), told(NAMED))
def test_an_explanation_names_the_paths_the_facts_speak_of_and_no_other(facts, paths):
    asked = claim(TODAY, 40, 2_000, **facts)
    named = steps(old_age_paths, asked._asdict(), on(TODAY), "path_")
    assert {name: step.outcome for name, step in named.items()} == ALWAYS | paths


@pytest.mark.parametrize(("veteran", "disabled"), [(1, 0), (0, 1), (1, 1), (0, 0)])
def test_an_explanation_says_of_whom_the_reform_is_not_meant_as_it_was_told(veteran, disabled):
    facts = claim(TODAY, 60, TWENTY, is_veteran=veteran, is_disabled_person=disabled)._asdict()
    named = steps(old_age_paths, facts, on(TODAY))
    told_so = {"is_veteran": veteran, "is_disabled_person": disabled}
    asked = {"is_outside_reform": told_so, "path_veteran": told_so | {"years": 20_000}} if veteran or disabled else {}
    assert {name: named[name].inputs for name in ("is_outside_reform", "path_veteran") if name in named} == asked


def test_an_explanation_keeps_the_facts_of_renovation_apart():
    facts = claim(TODAY, 40, 2_000, is_employer_agreed=1, is_cost_paid=1)._asdict()
    inputs = steps(old_age_paths, facts, on(TODAY))["path_renovation"].inputs
    assert inputs == {"is_employer_agreed": 1, "is_ministry_agreed": 0, "is_cost_paid": 1, "years": 5_479}


@pytest.mark.parametrize("path", [RENOVATION, VETERAN])
def test_an_explanation_keeps_record_and_favour_apart(path):
    facts = {"path": path, "counted_days": TWENTY_FIVE, "favour_days": 1_825, "years": 25_000}
    inputs = steps(years_pensioned, facts, on(BEFORE))["years_with_favour"].inputs
    assert inputs == {"record_days": TWENTY_FIVE, "favour_days": 1_825}


PAID = {"path": VETERAN, "years": 20_000, "counted_days": TWENTY, "bought_days": 0, **WAGES._asdict()}
SERVED = {"day": BEFORE, "birth_day": "1350-01-01", "last_work_day": "1402-07-30", "record_days": TWENTY}
STEPS = [
    ("favour years where there are none", path_pension, PAID | {"favour_days": 0}, "years_pensioned", False),
    ("favour years where there is a day of them", path_pension, PAID | {"favour_days": 1}, "years_pensioned", True),
    ("hazardous work where there was none", claimed_service, SERVED | {"hazardous_days": 0}, "service_with_hazardous", False),
    ("hazardous work of a day", claimed_service, SERVED | {"hazardous_days": 1}, "service_with_hazardous", True),
    ("a class of the reform where a thousandth is missing", reformed_years,
     {"is_woman": 0, "is_reform_exempt": 0, "years_on_reform_day": 19_999, "old_years": 20_000}, "reform_months", True),
    ("a class of the reform where nothing is missing", reformed_years,
     {"is_woman": 0, "is_reform_exempt": 0, "years_on_reform_day": 20_000, "old_years": 20_000}, "reform_months", False),
    ("a class of the reform where more was served", reformed_years,
     {"is_woman": 0, "is_reform_exempt": 0, "years_on_reform_day": 21_000, "old_years": 20_000}, "reform_months", False),
]  # fmt: skip


@pytest.mark.parametrize(("article", "facts", "step", "is_told"), told(STEPS))
def test_an_explanation_speaks_of_what_matters_to_the_person(article, facts, step, is_told):
    given = {name: number(fact) if isinstance(fact, str) and fact[0] == "1" else fact for name, fact in facts.items()}
    assert (step in steps(article, given, on(TODAY))) == is_told


@pytest.mark.parametrize("found", [0, 1])
def test_an_explanation_names_our_choice_on_found_record_where_some_was_found(found):
    facts = claim(TODAY, 60, TWENTY, record_days_found_later=found)._asdict()
    names = {figure.name for figure in law.explain(service_on_reform_day, facts, on(TODAY)).figures}
    assert ("reform_record_found_later" in names) == bool(found)


# The decision, pension and first day. A claim of 1402-08-01 after work to the day before is paid from that day.

FIRST = number(BEFORE)
DECISIONS = [
    ("who is too young for every path", 49, 8_030, {},
     (0, NO_PATH, 0, 0, 0, 22_000, 60, 0, 20_000, Outcome.OLD_AGE_TOO_YOUNG)),
    # 200,000,000 × 22/30
    ("a man of sixty-four with twenty-two years", 64, 8_030, {},
     (1, NORMAL_AGE, 146_666_667, FIRST, 200_000_000, 22_000, 60, 0, 20_000, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    ("a man of sixty-four who stopped work a year ago", 64, 8_030, {"last_work_day": FIRST - 366},
     (1, NORMAL_AGE, 146_666_667, FIRST - 365, 200_000_000, 22_000, 60, 0, 20_000, Outcome.OLD_AGE_BY_NORMAL_AGE)),
    # Minimum wage of 1402: 1,769,428 a day, 53,082,840 a month; ten thirtieths.
    ("four years and six bought", 60, 1_460, {"bought_days": 2_190},
     (1, LOW_SERVICE, 17_694_280, FIRST, 0, 10_000, 60, 0, 10_000, Outcome.OLD_AGE_BY_LOW_SERVICE)),
    # Forty-two less a year and a half, at forty-one; 200,000,000 × 21/30.
    ("a mother of three, the third since the law", 41, 7_665,
     {"is_woman": 1, "labour_law_days": TWENTY, "children_count": 3, "children_under_youth_law": 1},
     (1, MOTHER, 140_000_000, FIRST, 200_000_000, 21_000, 40, 6, 20_000, Outcome.OLD_AGE_BY_MOTHER)),
    # One favour day: 20.003 years, 20,003/30,000 of 200,000,000.
    ("a veteran with one favour day", 60, TWENTY, {"is_veteran": 1, "favour_days": 1},
     (1, VETERAN, 133_353_333, FIRST, 200_000_000, 20_003, 0, 0, 20_000, Outcome.OLD_AGE_BY_VETERAN)),
]  # fmt: skip


@pytest.mark.parametrize(("age", "record", "facts", "row"), told(DECISIONS))
def test_the_whole_decision(age, record, facts, row):
    assert old_age_decision(claim(BEFORE, age, record, **facts), WAGES, on(BEFORE)) == OldAgeDecision(*row)


def test_a_right_whose_wages_make_no_average_is_handed_over_whole():
    asked = claim(BEFORE, 60, TWENTY)
    assert old_age_decision(asked, AveragedWages(4_800_000_000, 23), on(BEFORE)) == OldAgeDecision(
        0, NO_PATH, 0, 0, 0, 0, 0, 0, 0, Outcome.UNKNOWN
    )


# 53,082,840 a month by thirtieths: nine of them, ten of them.
PENSIONS = [
    ("wages of twenty-three months", NORMAL_AGE, 20_000, TWENTY, 0, 0, AveragedWages(4_800_000_000, 23), (0, 0, 20_000, Outcome.UNKNOWN)),
    ("eight years and one bought", LOW_SERVICE, 8_000, 2_920, 0, 365, WAGES, (15_924_852, 0, 9_000, Outcome.PENSION_ON_MINIMUM)),
    ("eight years and three bought are ten", LOW_SERVICE, 8_000, 2_920, 0, 1_095, WAGES,
     (17_694_280, 0, 10_000, Outcome.PENSION_ON_MINIMUM)),
    ("a veteran with one favour day", VETERAN, 20_000, TWENTY, 1, 0, WAGES,
     (133_353_333, 200_000_000, 20_003, Outcome.PENSION_OF_YEARS)),
    ("a veteran with eleven favour years is given ten", VETERAN, 20_000, TWENTY, 4_015, 0, WAGES,
     (200_000_000, 200_000_000, 30_000, Outcome.PENSION_OF_YEARS)),
    ("a renovated factory gives all eleven, and thirty-five are paid for", RENOVATION, 25_000, TWENTY_FIVE, 4_015, 0, WAGES,
     (233_333_333, 200_000_000, 36_000, Outcome.PENSION_OF_YEARS)),
]  # fmt: skip


@pytest.mark.parametrize(("path", "years", "counted", "favour", "bought", "wages", "row"), told(PENSIONS))
def test_what_a_path_pays(path, years, counted, favour, bought, wages, row):
    assert path_pension(path, years, counted, favour, bought, wages, on(BEFORE)) == PathPension(*row)


STARTS = [
    ("forty and a half reached on the first day after work, claimed later", "1402-10-01", "1402-07-30", "1402-08-01", "1402-08-01"),
    ("forty and a half reached a day after that", "1402-10-01", "1402-07-29", "1402-10-01", "1402-08-01"),
    ("forty and a half reached a month after work", "1402-10-01", "1402-06-31", "1402-10-01", "1402-08-01"),
    ("work that goes on after the claim, the age reached meanwhile", "1402-07-01", "1402-08-10", "1402-08-11", "1402-08-11"),
]


@pytest.mark.parametrize(("day", "last", "starts", "starts_by_right"), told(STARTS))
def test_the_first_day_of_a_mother_of_forty_and_a_half(day, last, starts, starts_by_right):
    facts = (number(day), number("1362-02-01"), number(last), 40, 6)
    assert pension_start(*facts, on(BEFORE)) == number(starts)
    assert pension_start(*facts, on(BEFORE, pension_start_after_gap="right_day")) == number(starts_by_right)


# The reform, part by part


@pytest.mark.parametrize(("woman", "age", "is_there"), [
    (0, 61, 0), (0, 62, 1), (0, 63, 1), (1, 54, 0), (1, 55, 1), (1, 56, 1), (0, 55, 0), (1, 62, 1)])  # fmt: skip
def test_the_ceiling_of_age(woman, age, is_there):
    assert is_at_age_ceiling(woman, age, on(TODAY)) == is_there
    passing = on(TODAY, reform_women="addition_first")
    assert is_at_age_ceiling(woman, age, passing) == (0 if woman else is_there)


@pytest.mark.parametrize(("veteran", "disabled", "outside"), [(0, 0, 0), (1, 0, 1), (0, 1, 1), (1, 1, 1)])
def test_who_is_outside_the_reform(veteran, disabled, outside):
    assert is_outside_reform(veteran, disabled, on(TODAY)) == outside


MOVED = [
    ("fifty by two years", 0, 50, 30_000, 32_000, 624),
    ("fifty by eleven months and a part, which is dropped", 0, 50, 30_000, 30_999, 611),
    ("sixty by three years stops at sixty-two", 0, 60, 20_000, 23_000, 744),
    ("sixty-three is beyond the ceiling and stays", 0, 63, 20_000, 23_000, 756),
    ("a woman's forty-five by ten years", 1, 45, 30_000, 40_000, 660),
    ("a woman's forty-five by eleven years stops at fifty-five", 1, 45, 30_000, 41_000, 660),
    ("the sixty of a woman who builds stays", 1, 60, 20_000, 20_666, 720),
]


@pytest.mark.parametrize(("woman", "age", "old", "required", "months"), told(MOVED))
def test_an_age_moves_with_the_service_and_not_beyond_its_ceiling(woman, age, old, required, months):
    assert moved_age_months(woman, age, old, required, on(TODAY)) == months


REQUIRED = [
    ("a man's thirty with nothing before", 0, 0, 0, 30_000, {}, 35_000),
    ("a woman's thirty with nothing before", 1, 0, 0, 30_000, {}, 30_000),
    ("a woman's thirty, the addition passing her ceiling", 1, 0, 20_000, 30_000, {"reform_women": "addition_first"}, 32_500),
    ("a man's thirty, the addition passing a woman's ceiling", 0, 0, 5_000, 30_000, {"reform_women": "addition_first"}, 35_000),
    ("an old service beyond the ceiling is asked as it was", 1, 0, 20_000, 32_000, {}, 32_000),
    ("a man whom the reform does not reach", 0, 1, 0, 30_000, {}, 30_000),
    ("more served than was asked", 0, 0, 31_000, 30_000, {}, 30_000),
    # Five months times a thousandth of a year, a twelfth of that: nothing.
    ("a thousandth missing", 0, 0, 19_999, 20_000, {}, 20_000),
    # 333 thousandths missing, two months each: 55.5 thousandths of a year.
    ("a third of a year missing", 0, 0, 25_667, 26_000, {}, 26_055),
    ("a third of a year missing, rounded to the nearest", 0, 0, 25_667, 26_000, {"rounding_added_years": "half_up"}, 26_056),
]


@pytest.mark.parametrize(("woman", "exempt", "then", "old", "chosen", "required"), told(REQUIRED))
def test_the_service_required_since_the_reform(woman, exempt, then, old, chosen, required):
    assert reformed_years(woman, exempt, then, old, on(TODAY, **chosen)) == required


SHORTER = "shorter_service"
CLASSES = [
    ("a thousandth under twenty-eight, were exactly twenty-eight free", 27_999, {"reform_at_28": "free"}, (2, Outcome.REFORM_CLASS_2)),
    ("exactly twenty-eight, were it free", 28_000, {"reform_at_28": "free"}, (0, Outcome.REFORM_CLASS_1)),
    ("a thousandth over twenty-eight", 28_001, {}, (0, Outcome.REFORM_CLASS_1)),
    ("a thousandth under twenty-five", 24_999, {}, (3, Outcome.REFORM_CLASS_3)),
    ("a thousandth over twenty-five by the shorter class", 25_001, {"reform_at_25": SHORTER}, (2, Outcome.REFORM_CLASS_2)),
    ("exactly twenty-five by the shorter class", 25_000, {"reform_at_25": SHORTER}, (3, Outcome.REFORM_CLASS_3)),
    ("a thousandth under twenty", 19_999, {}, (4, Outcome.REFORM_CLASS_4)),
    ("exactly twenty by the shorter class", 20_000, {"reform_at_20": SHORTER}, (4, Outcome.REFORM_CLASS_4)),
    ("a thousandth under fifteen", 14_999, {}, (5, Outcome.REFORM_CLASS_5)),
    ("exactly fifteen by the shorter class", 15_000, {"reform_at_15": SHORTER}, (5, Outcome.REFORM_CLASS_5)),
]  # fmt: skip


@pytest.mark.parametrize(("then", "chosen", "row"), told(CLASSES))
def test_the_class_of_a_service(then, chosen, row):
    assert reform_months(then, on(TODAY, **chosen)) == row


FOUND = [("a day", 1, 22_000), ("nothing", 0, 21_997), ("three years", 1_095, 24_997)]


@pytest.mark.parametrize(("found", "years"), told(FOUND))
def test_record_found_later_may_be_read_as_counted(found, years):
    asked = claim(TODAY, 60, TWENTY, record_days_on_reform_day=8_029, record_days_found_later=found)
    assert service_on_reform_day(asked, on(TODAY, reform_record_found_later="counted")) == years
    assert service_on_reform_day(asked, on(TODAY)) == 21_997


# Few years

BOUGHT = [
    ("nothing bought", 8_000, 0, 8_000),
    ("a year bought", 8_000, 365, 9_000),
    ("three years bought are two", 8_000, 1_095, 10_000),
    ("ten years need none", 10_000, 365, 10_000),
    ("twelve years need none", 12_000, 365, 12_000),
]


@pytest.mark.parametrize(("years", "bought", "counted"), told(BOUGHT))
def test_what_is_missing_to_ten_years_may_be_bought_and_no_more(years, bought, counted):
    assert low_service_years(years, bought, on(TODAY)) == counted


def test_a_least_service_that_is_no_whole_number_of_days_goes_to_the_nearest_day():
    # 10.002 years of 365 days are 3,650.73 days.
    assert low_service_days_to_buy(3_000, on(TODAY, low_service_years_min=10_002)) == 651
