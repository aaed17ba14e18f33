"""Survivors: whole answers at the bounds, one fact moved at a time, and by the readings we did not choose."""

import pytest

from opentamin.law import days
from opentamin.law.outcomes import Outcome
from opentamin.law.survivors import (
    DaughterClaim,
    DeathClaim,
    DeceasedPay,
    ParentClaim,
    SurvivorClaim,
    WidowClaim,
    WidowerClaim,
    average_of_basis,
    basis_under_ten_years,
    daughter_right,
    family_pension,
    family_shares_sum,
    heirs_certificate,
    low_service_share,
    parent_right,
    rials_left_over,
    share_among,
    share_weight,
    son_right,
    survivor_right,
    survivor_share,
    survivor_start,
    two_pensions,
    two_pensions_but_choice,
    weights_sum,
    widow_right,
    widower_right,
)
from opentamin.law.survivors.rows import (
    DAUGHTER,
    FATHER,
    GRANDDAUGHTER,
    HUSBAND,
    MOTHER,
    NO_BASIS,
    OF_HUSBAND,
    OF_PARENT,
    OWN_WORK,
    RECENT_RECORD,
    SON,
    TEN_TO_TWENTY_YEARS,
    TWENTY_YEARS,
    UNDER_TEN_YEARS,
    WIFE,
    WORK_ACCIDENT,
)
from opentamin.law.survivors.sharing import comes_before

from .choosing import law_choosing

NOW = law_choosing("1405-06-01")
EQUAL = law_choosing("1405-06-01", sharing_rule="equal")
ON_DAY_ASKED = law_choosing("1405-06-01", survivor_age_read="on_day_asked")
UNKNOWN = (0, Outcome.UNKNOWN)


def on(text):
    return days.number_of(days.date_from_text(text))


# Who has a right: one member of the family asked as whoever it is.


def member(relation, **changed):
    """Somebody of 30 when the insured died on 1405-05-01, a dependant; asked on 1405-06-01."""
    facts = {
        "death_day": "1405-05-01", "day": "1405-06-01", "birth_day": "1375-01-01", "is_dependant": 1, "is_disabled": 0,
        "is_married": 0, "is_employed": 0, "is_student": 0, "has_own_pension": 0, **changed,
    }  # fmt: skip
    return SurvivorClaim(relation, **{name: on(value) if name.endswith("day") else value for name, value in facts.items()})


@pytest.mark.parametrize(
    ("relation", "changed", "expected"),
    [
        pytest.param(WIFE, {}, (1, Outcome.SURVIVOR_WIDOW), id="a wife"),
        pytest.param(WIFE, {"day": "1405-05-01"}, (1, Outcome.SURVIVOR_WIDOW), id="a wife on the day of death"),
        pytest.param(WIFE, {"day": "1405-04-31"}, UNKNOWN, id="a wife the day before"),
        pytest.param(WIFE, {"is_permanent_marriage": 0}, (0, Outcome.SURVIVOR_MARRIAGE_TEMPORARY), id="a wife for a time"),
        pytest.param(DAUGHTER, {}, (1, Outcome.SURVIVOR_DAUGHTER), id="a daughter"),
        pytest.param(DAUGHTER, {"is_married": 1}, (0, Outcome.SURVIVOR_HAS_HUSBAND), id="a married daughter"),
        pytest.param(DAUGHTER, {"is_employed": 1}, (0, Outcome.SURVIVOR_HAS_JOB), id="a daughter at work"),
        pytest.param(DAUGHTER, {"has_own_pension": 1}, (0, Outcome.SURVIVOR_HAS_OWN_PENSION), id="a retired daughter"),
        pytest.param(
            DAUGHTER, {"has_husband_pension": 1, "is_spouse_dependant": 1}, (0, Outcome.SURVIVOR_MAY_CHOOSE_FATHER),
            id="a widowed daughter on her husband's pension",
        ),
        pytest.param(
            DAUGHTER, {"has_husband_pension": 1, "is_husband_pension_given_up": 1}, (1, Outcome.SURVIVOR_DAUGHTER),
            id="a widowed daughter who gave it up",
        ),
        pytest.param(SON, {"birth_day": "1385-06-02"}, (1, Outcome.SURVIVOR_SON), id="a son of nineteen"),
        pytest.param(SON, {"birth_day": "1385-05-15"}, (0, Outcome.SURVIVOR_SON_OF_AGE), id="a son of twenty since the death"),
        pytest.param(SON, {"is_disabled": 1}, (1, Outcome.SURVIVOR_DISABLED), id="a grown son unable to work"),
        pytest.param(SON, {"is_student": 1}, (1, Outcome.SURVIVOR_STUDENT), id="a grown son at a university"),
        pytest.param(GRANDDAUGHTER, {}, (0, Outcome.GRANDDAUGHTER_TO_OFFICER), id="a granddaughter"),
        pytest.param(GRANDDAUGHTER, {"is_married": 1}, (0, Outcome.SURVIVOR_HAS_HUSBAND), id="a married granddaughter"),
        pytest.param(GRANDDAUGHTER, {"is_employed": 1}, (0, Outcome.SURVIVOR_HAS_JOB), id="a granddaughter at work"),
        pytest.param(HUSBAND, {"birth_day": "1340-01-01"}, (1, Outcome.SURVIVOR_WIDOWER), id="an old husband"),
        pytest.param(HUSBAND, {}, (0, Outcome.SURVIVOR_TOO_YOUNG), id="a young husband"),
        pytest.param(HUSBAND, {"is_disabled": 1}, (1, Outcome.SURVIVOR_DISABLED), id="a young husband unable to work"),
        pytest.param(
            HUSBAND, {"is_dependant": 0, "is_disabled": 1}, (0, Outcome.SURVIVOR_NOT_DEPENDANT), id="a husband who lived of his own"
        ),
        pytest.param(HUSBAND, {"birth_day": "1340-01-01", "has_own_pension": 1}, UNKNOWN, id="a retired husband"),
        pytest.param(FATHER, {"birth_day": "1345-05-01"}, (1, Outcome.SURVIVOR_PARENT), id="a father of sixty"),
        pytest.param(FATHER, {"birth_day": "1348-05-01"}, (0, Outcome.SURVIVOR_TOO_YOUNG), id="a father of fifty-seven"),
        pytest.param(MOTHER, {"birth_day": "1348-05-01"}, (1, Outcome.SURVIVOR_PARENT), id="a mother of fifty-seven"),
        pytest.param(
            MOTHER, {"birth_day": "1348-05-01", "has_own_pension": 1}, (0, Outcome.SURVIVOR_HAS_OWN_PENSION), id="a retired mother"
        ),
        pytest.param(
            MOTHER, {"birth_day": "1350-05-15", "is_spouse_dependant": 1}, (1, Outcome.SURVIVOR_MOTHER_ENTERS),
            id="a mother of fifty-five since the death whose husband was a dependant",
        ),
        pytest.param(
            MOTHER, {"birth_day": "1350-05-15"}, (0, Outcome.SURVIVOR_TOO_YOUNG),
            id="a mother of fifty-five since the death whose husband was none",
        ),
    ],
)  # fmt: skip
def test_whoever_it_is_the_conditions_of_the_relation_are_asked(relation, changed, expected):
    assert survivor_right(member(relation, **changed), NOW) == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        pytest.param({}, (1, Outcome.SURVIVOR_WIDOW), id="a wife"),
        pytest.param({"is_remarried": 1}, (0, Outcome.SURVIVOR_REMARRIED), id="who married again"),
        pytest.param({"has_own_pension": 1}, UNKNOWN, id="with a pension of her own"),
        pytest.param({"is_permanent_marriage": 0}, (0, Outcome.SURVIVOR_MARRIAGE_TEMPORARY), id="of a temporary marriage"),
        pytest.param({"has_husband_pension": 1}, (1, Outcome.SURVIVOR_WIDOW), id="with the pension of another husband"),
    ],
)
def test_a_wife_on_the_last_day_before_the_law_of_1392(changed, expected):
    claim = member(WIFE, death_day="1392-01-01", day="1392-02-06", **changed)
    assert survivor_right(claim, law_choosing("1392-02-06")) == expected


@pytest.mark.parametrize("permanent", [0, 1])
def test_a_temporary_marriage_gave_no_share_before_and_gives_none_since(permanent):
    refused = (0, Outcome.SURVIVOR_MARRIAGE_TEMPORARY)
    before = (1, Outcome.SURVIVOR_WIDOW) if permanent else refused
    assert widow_right(WidowClaim(0, 0, permanent), law_choosing("1392-02-06")) == before
    assert widow_right(WidowClaim(1, 1, permanent), law_choosing("1392-02-07")) == before


def test_by_the_other_reading_the_age_of_husband_and_parents_is_read_on_the_day_asked():
    turned_sixty, still_younger = "1345-05-15", "1345-06-02"
    for relation, had in ((HUSBAND, Outcome.SURVIVOR_WIDOWER), (FATHER, Outcome.SURVIVOR_PARENT)):
        assert survivor_right(member(relation, birth_day=turned_sixty), NOW) == (0, Outcome.SURVIVOR_TOO_YOUNG)
        assert survivor_right(member(relation, birth_day=turned_sixty), ON_DAY_ASKED) == (1, had)
        assert survivor_right(member(relation, birth_day=still_younger), ON_DAY_ASKED) == (0, Outcome.SURVIVOR_TOO_YOUNG)


@pytest.mark.parametrize("birth", ["1345-06-01", "1335-06-01"], ids=["sixty today", "seventy today"])
def test_by_that_reading_a_father_of_sixty_or_more_today_has_a_share(birth):
    facts = {"is_woman": 0, "is_dependant": 1, "is_disabled": 0, "has_own_pension": 0}
    claim = ParentClaim(birth_day=on(birth), death_day=on("1390-06-01"), day=on("1405-06-01"), **facts)
    assert parent_right(claim, ON_DAY_ASKED) == (1, Outcome.SURVIVOR_PARENT)


def widower(**changed):
    facts = {"birth_day": "1340-01-01", "death_day": "1405-05-01", "day": "1405-06-01", **changed}
    named = {name: on(value) if name.endswith("day") else value for name, value in facts.items()}
    return {"is_dependant": 1, "is_disabled": 0, "has_own_pension": 0, **named}


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        pytest.param({"birth_day": "1345-05-01"}, (1, Outcome.SURVIVOR_WIDOWER), id="sixty on the day of death"),
        pytest.param({"birth_day": "1335-05-01"}, (1, Outcome.SURVIVOR_WIDOWER), id="seventy"),
        pytest.param({"day": "1405-05-01"}, (1, Outcome.SURVIVOR_WIDOWER), id="asked on the day of death"),
        pytest.param({"day": "1405-04-31"}, UNKNOWN, id="asked before the death"),
        pytest.param({"birth_day": "1405-05-01"}, (0, Outcome.SURVIVOR_TOO_YOUNG), id="born on the day of death"),
        pytest.param({"birth_day": "1405-05-02"}, UNKNOWN, id="born after the death"),
    ],
)
def test_the_days_of_a_husband(changed, expected):
    assert widower_right(WidowerClaim(**widower(**changed)), NOW) == expected


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        pytest.param({"birth_day": "1340-05-01"}, (1, Outcome.SURVIVOR_PARENT), id="sixty-five"),
        pytest.param({"day": "1405-05-01"}, (1, Outcome.SURVIVOR_PARENT), id="asked on the day of death"),
        pytest.param({"day": "1405-04-31"}, UNKNOWN, id="asked before the death"),
        pytest.param({"birth_day": "1405-05-01"}, (0, Outcome.SURVIVOR_TOO_YOUNG), id="born on the day of death"),
        pytest.param({"birth_day": "1405-05-02"}, UNKNOWN, id="born after the death"),
        pytest.param({"is_dependant": 0, "is_disabled": 1}, (0, Outcome.SURVIVOR_NOT_DEPENDANT), id="no dependant"),
        pytest.param({"birth_day": "1360-01-01", "is_disabled": 1}, (1, Outcome.SURVIVOR_DISABLED), id="young, unable to work"),
    ],
)
def test_the_days_of_a_father(changed, expected):
    assert parent_right(ParentClaim(is_woman=0, **widower(**changed)), NOW) == expected


def test_a_mother_who_waited_may_enter_in_any_later_year():
    facts = widower(birth_day="1350-05-15", day="1408-01-01")
    assert parent_right(ParentClaim(is_woman=1, is_spouse_dependant=1, **facts), NOW) == (1, Outcome.SURVIVOR_MOTHER_ENTERS)


def test_a_son_has_a_share_from_the_day_of_his_birth_and_by_either_reading_while_he_is_a_child():
    until_complete = law_choosing("1405-06-01", son_age_reading="until_complete")
    paid, over = (1, Outcome.SURVIVOR_SON), (0, Outcome.SURVIVOR_SON_OF_AGE)
    assert son_right(on("1405-06-01"), on("1405-06-01"), 0, 0, NOW) == paid
    assert son_right(on("1395-06-01"), on("1405-06-01"), 0, 0, NOW) == paid
    assert son_right(on("1395-06-01"), on("1405-06-01"), 0, 0, until_complete) == paid
    assert son_right(on("1386-06-02"), on("1405-06-01"), 0, 0, until_complete) == paid
    assert son_right(on("1386-06-01"), on("1405-06-01"), 0, 0, until_complete) == over
    assert son_right(on("1375-06-01"), on("1405-06-01"), 0, 0, NOW) == over


@pytest.mark.parametrize(
    ("claim", "last_before", "first_since"),
    [
        pytest.param(DaughterClaim(0, 0, 0), (1, Outcome.SURVIVOR_DAUGHTER), (1, Outcome.SURVIVOR_DAUGHTER), id="alone"),
        pytest.param(
            DaughterClaim(0, 0, 0, 1, 0), (0, Outcome.SURVIVOR_ON_HUSBAND_PENSION), (0, Outcome.SURVIVOR_MAY_CHOOSE_FATHER),
            id="a widow who keeps her husband's pension",
        ),
        pytest.param(
            DaughterClaim(0, 0, 0, 1, 1), (0, Outcome.SURVIVOR_ON_HUSBAND_PENSION), (1, Outcome.SURVIVOR_DAUGHTER),
            id="a widow who gave it up",
        ),
        pytest.param(
            DaughterClaim(0, 1, 0, 1, 0), (0, Outcome.SURVIVOR_HAS_JOB), (0, Outcome.SURVIVOR_HAS_JOB), id="a widow with a job"
        ),
        pytest.param(
            DaughterClaim(0, 1, 0, 1, 1), (0, Outcome.SURVIVOR_HAS_JOB), (0, Outcome.SURVIVOR_HAS_JOB),
            id="a widow with a job who gave it up",
        ),
    ],
)  # fmt: skip
def test_a_daughter_on_both_sides_of_ruling_1295(claim, last_before, first_since):
    assert daughter_right(claim, law_choosing("1400-05-04")) == last_before
    assert daughter_right(claim, law_choosing("1400-05-05")) == first_since


# On what the right stands, and what is shared.


def test_the_law_of_1392_reaches_back_to_27_mehr_1376_and_not_a_day_further():
    assert basis_under_ten_years(5_000, law_choosing("1376-07-27")) == (UNDER_TEN_YEARS, Outcome.DEATH_UNDER_TEN_YEARS)
    assert basis_under_ten_years(5_000, law_choosing("1376-07-26")) == (NO_BASIS, Outcome.DEATH_NO_LAW_YET)


def test_which_average_each_basis_takes_by_either_reading():
    window = law_choosing("1405-06-01", low_record_average="window")
    for basis in (WORK_ACCIDENT, RECENT_RECORD):
        assert average_of_basis(basis, 7, 8, NOW) == average_of_basis(basis, 7, 8, window) == 7
    for basis in (TEN_TO_TWENTY_YEARS, UNDER_TEN_YEARS):
        assert (average_of_basis(basis, 7, 8, NOW), average_of_basis(basis, 7, 8, window)) == (8, 7)
    assert average_of_basis(TWENTY_YEARS, 7, 8, NOW) == average_of_basis(TWENTY_YEARS, 7, 8, window) == 8


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param((0, 0, 364, 0, 0), Outcome.DEATH_RECORD_SHORT, id="a record a day short of a year"),
        pytest.param((0, 0, 364, 365, 90), Outcome.UNKNOWN, id="more record in ten years than in all"),
    ],
)
def test_where_no_right_stands_nothing_is_shared_whatever_was_earned(facts, expected):
    claim = DeathClaim(on("1405-05-01"), *facts)
    assert family_pension(claim, DeceasedPay(10**8, 2 * 10**8, 3 * 10**8), NOW) == (0, 0, NO_BASIS, expected)


@pytest.mark.parametrize(
    ("facts", "pay"),
    [
        pytest.param((1, 0, 9_000, 0, 0), DeceasedPay(0, 10**8, 10**8), id="a pensioner without a pension"),
        pytest.param((0, 1, 9_000, 0, 0), DeceasedPay(10**8, 0, 10**8), id="a death by work without the average of 720 days"),
        pytest.param((0, 0, 9_000, 0, 0), DeceasedPay(10**8, 10**8, 0), id="twenty years without that of the last two"),
        pytest.param((0, 0, 5_000, 0, 0), DeceasedPay(10**8, 10**8, 0), id="ten years without it"),
    ],
)
def test_without_the_amount_it_rests_on_nothing_is_told(facts, pay):
    claim = DeathClaim(on("1405-05-01"), *facts)
    assert family_pension(claim, pay, NOW) == (0, 0, NO_BASIS, Outcome.UNKNOWN)


# Shares.


def whole(*relations):
    return list(relations), [0] * len(relations), [1] * len(relations)


PAIR = whole(WIFE, SON)


@pytest.mark.parametrize("place", [-1, 2, 2**31 - 1, -(2**31)], ids=["before the first", "after the last", "far after", "missing"])
def test_somebody_who_is_no_member_is_for_a_person(place):
    assert survivor_share(place, *PAIR, 300, NOW) == UNKNOWN
    assert share_among(place, *PAIR, 0, 300, NOW) == UNKNOWN
    assert low_service_share(place, *PAIR, 300, 1_825, NOW) == (0, 0, Outcome.UNKNOWN)
    assert rials_left_over(place, *PAIR, 0, 101, NOW) == 0


@pytest.mark.parametrize(
    "family",
    [
        pytest.param(([WIFE, SON], [0], [1, 1]), id="a parentless mark too few"),
        pytest.param(([WIFE, SON], [0, 0, 0], [1, 1]), id="a parentless mark too many"),
        pytest.param(([WIFE, SON], [0, 0], [1]), id="a right too few"),
        pytest.param(([WIFE, SON], [0, 0], [1, 1, 1]), id="a right too many"),
    ],
)
def test_lists_that_tell_of_other_members_are_for_a_person(family):
    for place in (0, 1):
        assert survivor_share(place, *family, 1_000, NOW) == UNKNOWN
        assert share_among(place, *family, 0, 1_000, NOW) == UNKNOWN
        assert low_service_share(place, *family, 1_000, 1_825, NOW) == (0, 0, Outcome.UNKNOWN)
        assert rials_left_over(place, *family, 0, 1_001, NOW) == 0
    assert family_shares_sum(*family, 1_000, NOW) == UNKNOWN
    assert weights_sum(*family, 0, NOW) == 0


@pytest.mark.parametrize(
    "relations",
    [
        pytest.param([HUSBAND, WIFE], id="a husband and a wife"),
        pytest.param([WIFE, WIFE, HUSBAND], id="two wives and a husband"),
        pytest.param([HUSBAND, HUSBAND], id="two husbands"),
        pytest.param([HUSBAND, HUSBAND, HUSBAND], id="three husbands"),
        pytest.param([FATHER, FATHER], id="two fathers"),
        pytest.param([FATHER, SON, FATHER, FATHER], id="three fathers"),
        pytest.param([MOTHER, MOTHER], id="two mothers"),
        pytest.param([MOTHER, MOTHER, MOTHER], id="three mothers"),
        pytest.param([WIFE, GRANDDAUGHTER], id="a granddaughter"),
        pytest.param([GRANDDAUGHTER, GRANDDAUGHTER], id="two granddaughters"),
    ],
)
def test_a_family_that_cannot_share_is_for_a_person(relations):
    family = whole(*relations)
    assert family_shares_sum(*family, 1_000, NOW) == UNKNOWN
    assert [survivor_share(place, *family, 1_000, NOW) for place in range(len(relations))] == [UNKNOWN] * len(relations)


def test_a_husband_with_children_and_both_parents_can_share():
    family = whole(HUSBAND, SON, DAUGHTER, FATHER, MOTHER)
    found = [survivor_share(place, *family, 1_400, NOW).pension_share for place in range(5)]
    assert found == [500, 250, 250, 200, 200]  # 50 + 25 + 25 + 20 + 20 make 140


def test_by_equal_shares_each_has_one_part_and_parents_left_out_have_none():
    assert [share_weight(one, 0, 2, 0, EQUAL) for one in (WIFE, HUSBAND, SON, MOTHER)] == [1, 1, 1, 1]
    assert [share_weight(one, 0, 2, 1, EQUAL) for one in (WIFE, HUSBAND, SON, MOTHER)] == [1, 1, 1, 0]
    assert weights_sum(*whole(WIFE, SON, MOTHER), 0, EQUAL) == 3


def test_a_parent_left_out_of_a_division_has_no_share_in_it():
    family = whole(MOTHER, SON, SON)
    found = [share_among(place, *family, 1, 100, NOW) for place in range(3)]
    assert found == [(0, Outcome.SHARE_NONE), (50, Outcome.SHARE_PAID), (50, Outcome.SHARE_PAID)]


@pytest.mark.parametrize("rule", ["art_83", "equal"])
def test_the_first_who_has_a_part_in_the_division_may_be_given_what_is_left_over(rule):
    first = law_choosing("1405-06-01", sharing_rule=rule, shares_remainder="first_survivor", low_service_shares="pension_takers")
    family = whole(MOTHER, SON, DAUGHTER, SON)
    paid = [low_service_share(place, *family, 101, 1_825, first).pension_share for place in range(4)]
    assert paid == [0, 35, 33, 33]
    assert [rials_left_over(place, *family, 1, 101, first) for place in range(1, 4)] == [2, 0, 0]


@pytest.mark.parametrize(
    ("other_remainder", "other", "expected"),
    [
        pytest.param(4, 0, 0, id="less, named before"),
        pytest.param(5, 0, 1, id="the same, named before"),
        pytest.param(5, 1, 0, id="the member itself"),
        pytest.param(5, 2, 0, id="the same, named after"),
        pytest.param(6, 2, 1, id="more, named after"),
        pytest.param(6, 0, 1, id="more, named before"),
    ],
)
def test_who_is_served_before_the_second_member_with_a_remainder_of_five(other_remainder, other, expected):
    assert comes_before(5, 1, other_remainder, other) == expected


def test_one_alone_leaves_nothing_over():
    family = whole(SON)
    assert rials_left_over(0, *family, 0, 101, NOW) == rials_left_over(0, *family, 0, 101, EQUAL) == 0
    first = law_choosing("1405-06-01", sharing_rule="equal", shares_remainder="first_survivor")
    assert survivor_share(0, *family, 101, first) == (101, Outcome.SHARE_PAID)


def test_of_a_family_without_any_right_nothing_is_left_over():
    nobody = ([WIFE, SON], [0, 0], [0, 0])
    assert [rials_left_over(place, *nobody, 0, 101, NOW) for place in (0, 1)] == [0, 0]


@pytest.mark.parametrize("wives", [1, 2, 3])
def test_under_ten_years_the_part_of_a_mother_does_not_hang_on_how_many_wives_share(wives):
    family = whole(*[WIFE] * wives, SON, SON, SON, SON, MOTHER)
    place = wives + 4
    # Five months of 166,255,500, of which 20 parts of 50 + 100 + 20: 97,797,352 and 94 hundredths.
    assert low_service_share(place, *family, 95_000_000, 1_825, NOW) == (0, 97_797_353, Outcome.SHARE_PAID_ONCE)


# Days and two pensions.


@pytest.mark.parametrize(
    ("relation", "qualified", "request_day", "start", "outcome"),
    [
        pytest.param(WIFE, "1399-01-01", "1400-04-31", "1400-05-01", "UNKNOWN", id="asked before the death"),
        pytest.param(MOTHER, "1403-05-01", "1403-04-31", "1400-05-01", "UNKNOWN", id="asked before qualifying"),
        pytest.param(WIFE, "1400-05-01", "1400-05-01", "1400-05-01", "SURVIVOR_FROM_DEATH", id="asked on the day of death"),
        pytest.param(SON, "1399-01-01", "1404-01-01", "1400-05-01", "SURVIVOR_FROM_DEATH", id="qualified before the death"),
        pytest.param(DAUGHTER, "1403-05-01", "1403-05-01", "1403-05-01", "SURVIVOR_FROM_REQUEST", id="a daughter that very day"),
        pytest.param(MOTHER, "1403-05-01", "1405-06-01", "1405-06-01", "SURVIVOR_FROM_REQUEST", id="a mother who qualified later"),
    ],
)
def test_from_which_day_a_share_runs_after_a_death_on_1_mordad_1400(relation, qualified, request_day, start, outcome):
    found = survivor_start(relation, on("1400-05-01"), on(qualified), on(request_day), NOW)
    assert (found.start_day, found.outcome.name) == (on(start), outcome)


def test_by_the_other_reading_all_but_daughters_are_paid_from_the_day_they_qualified():
    other = law_choosing("1405-06-01", later_survivor_start="qualification")
    facts = (on("1400-05-01"), on("1403-05-01"), on("1405-06-01"))
    assert survivor_start(MOTHER, *facts, other) == (on("1403-05-01"), Outcome.SURVIVOR_FROM_QUALIFICATION)
    assert survivor_start(DAUGHTER, *facts, other) == (on("1405-06-01"), Outcome.SURVIVOR_FROM_REQUEST)


def test_the_certificate_of_heirs_by_either_reading_of_its_months():
    death, payment, day = on("1405-01-10"), on("1405-02-01"), on("1405-09-01")
    from_payment = law_choosing("1405-06-01", heirs_certificate_months=7)
    from_death = law_choosing("1405-06-01", heirs_certificate_months=7, heirs_certificate_from="death")
    assert heirs_certificate(death, payment, day, 0, from_payment) == (on("1405-09-01"), 1, Outcome.CERTIFICATE_AWAITED)
    assert heirs_certificate(death, payment, day, 0, from_death) == (on("1405-08-10"), 0, Outcome.CERTIFICATE_OVERDUE)
    assert heirs_certificate(death, payment, day, 1, from_death) == (on("1405-08-10"), 1, Outcome.CERTIFICATE_GIVEN)


PAIRS = {
    (OWN_WORK, OWN_WORK): UNKNOWN,
    (OWN_WORK, OF_HUSBAND): (120, Outcome.BOTH_PENSIONS),
    (OWN_WORK, OF_PARENT): (50, Outcome.OWN_PENSION_ONLY),
    (OF_HUSBAND, OWN_WORK): (120, Outcome.BOTH_PENSIONS),
    (OF_HUSBAND, OF_HUSBAND): (70, Outcome.HIGHER_PENSION),
    (OF_PARENT, OWN_WORK): (70, Outcome.OWN_PENSION_ONLY),
    (OF_PARENT, OF_PARENT): (120, Outcome.BOTH_PENSIONS),
}
WIDOW_WHO_IS_A_DAUGHTER = [(OF_HUSBAND, OF_PARENT), (OF_PARENT, OF_HUSBAND)]


@pytest.mark.parametrize("sources", PAIRS)
def test_of_two_pensions_of_fifty_and_seventy(sources):
    for day in ("1392-02-07", "1400-05-04", "1400-05-05"):
        assert two_pensions(*sources, 50, 70, law_choosing(day)) == PAIRS[sources]
        assert two_pensions_but_choice(*sources, 50, 70, law_choosing(day)) == PAIRS[sources]


@pytest.mark.parametrize("sources", WIDOW_WHO_IS_A_DAUGHTER)
@pytest.mark.parametrize(("first", "second"), [(50, 70), (70, 50)])
def test_a_widow_who_is_a_daughter_has_her_husbands_and_since_ruling_1295_the_one_she_chooses(sources, first, second):
    of_husband = first if sources[0] == OF_HUSBAND else second
    assert two_pensions(*sources, first, second, law_choosing("1400-05-04")) == (of_husband, Outcome.HUSBAND_PENSION_ONLY)
    assert two_pensions(*sources, first, second, law_choosing("1400-05-05")) == (70, Outcome.PENSION_OF_CHOICE)
    assert two_pensions_but_choice(*sources, first, second, NOW) == UNKNOWN
