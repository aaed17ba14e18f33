"""What a clerk looks for in the rows, each rule from both sides of its boundary."""

import numpy as np
import pytest

from opentamin.lists import check
from opentamin.lists.checks.amounts import seniority_meaning
from opentamin.lists.tests.right_list import (
    CEILING_OF_30,
    FLOOR_OF_30,
    LAW,
    TODAY,
    at_row,
    codes,
    errors,
    findings,
    premium,
    uploaded,
    warnings,
    workers,
)


def paid(row: int, pay: int, premium_paid: int | None = None, days: int | None = None) -> dict[str, np.ndarray]:
    """Columns where one worker's pay is `pay` in all, and the premium follows unless it is given."""
    benefits = pay - int(workers()["DSW_MAH"][row - 1])
    changes = {
        "DSW_MAZ": at_row("DSW_MAZ", row, benefits),
        "DSW_MASH": at_row("DSW_MASH", row, pay),
        "DSW_TOTL": at_row("DSW_TOTL", row, pay),
        "DSW_BIME": at_row("DSW_BIME", row, premium(pay) if premium_paid is None else premium_paid),
    }
    return changes


# ---- days ----


def test_a_worker_with_thirty_days_in_aban_is_right_and_with_thirty_one_is_not():
    assert errors(DSW_DD=at_row("DSW_DD", 1, 30)) == []
    assert ("days_over_month", 1) in errors(DSW_DD=at_row("DSW_DD", 1, 31))


def test_thirty_one_days_are_right_in_mehr_minus_one():
    pair = uploaded({"month": 140506}, workers(DSW_DD=at_row("DSW_DD", 1, 31)))
    assert "days_over_month" not in [code for code, _ in codes(pair)]


@pytest.mark.parametrize(
    ("month", "days", "wrong"), [(140312, 30, False), (140312, 31, True), (140412, 29, False), (140412, 30, True)]
)
def test_esfand_has_thirty_days_only_in_a_leap_year(month, days, wrong):
    pair = uploaded({"month": month}, workers(DSW_DD=at_row("DSW_DD", 1, days)))
    assert (("days_over_month", 1) in codes(pair, "error")) is wrong


def nothing(row: int) -> dict[str, np.ndarray]:
    return {name: at_row(name, row, 0) for name in ("DSW_DD", "DSW_MAH", "DSW_MAZ", "DSW_MASH", "DSW_TOTL", "DSW_BIME")}


def test_a_worker_without_days_and_money_is_right():
    assert codes(uploaded(columns=workers(**nothing(2)))) == []


def test_a_worker_without_days_but_with_money_is_an_error():
    assert ("days_zero_with_money", 2) in errors(DSW_DD=at_row("DSW_DD", 2, 0))


# ---- amounts ----


def test_a_premium_one_rial_off_is_right_and_two_rials_off_is_not():
    right = int(workers()["DSW_BIME"][0])
    for off in (-1, 0, 1):
        assert errors(DSW_BIME=at_row("DSW_BIME", 1, right + off)) == []
    assert errors(DSW_BIME=at_row("DSW_BIME", 1, right + 2)) == [("premium_over", 1)]
    assert errors(DSW_BIME=at_row("DSW_BIME", 1, right - 2)) == [("premium_under", 1)]


def test_the_premium_sentence_carries_base_rate_and_right_amount():
    [found] = findings(uploaded(columns=workers(**paid(1, 223_255_500, 15_672_885))), "error")
    assert found.facts == {"insurable": 223_255_500, "percent": 7, "expected": 15_627_885, "difference": 45_000}


def test_pay_at_the_ceiling_is_right_and_one_rial_above_is_a_warning():
    assert warnings(**paid(1, CEILING_OF_30)) == []
    assert warnings(**paid(1, CEILING_OF_30 + 1)) == [("insurable_above_ceiling", 1)]


def test_above_the_ceiling_the_premium_may_be_of_the_pay_or_of_the_ceiling():
    above = CEILING_OF_30 + 50_000_000
    assert errors(**paid(1, above)) == errors(**paid(1, above, premium(CEILING_OF_30))) == []
    assert errors(**paid(1, above, premium(CEILING_OF_30) - 2)) == [("premium_under", 1)]


def low_paid(pay: int) -> dict[str, np.ndarray]:
    """The first worker earns a plain monthly wage of `pay` and no benefits."""
    wages = {"DSW_MAH": pay, "DSW_MAZ": 0, "DSW_ROOZ": pay // 30}
    return paid(1, pay) | {name: at_row(name, 1, value) for name, value in wages.items()}


def test_pay_at_the_floor_is_right_and_below_is_a_warning():
    assert warnings(**low_paid(FLOOR_OF_30)) == []
    assert warnings(**low_paid(FLOOR_OF_30 - 30)) == [("insurable_below_floor", 1)]


def test_below_the_floor_the_premium_may_be_of_the_pay_or_of_the_floor():
    below = FLOOR_OF_30 - 10_000_000
    low = {"DSW_MAH": at_row("DSW_MAH", 1, below), "DSW_MAZ": at_row("DSW_MAZ", 1, 0)}
    assert errors(**paid(1, below) | low) == errors(**paid(1, below, premium(FLOOR_OF_30)) | low) == []
    assert errors(**paid(1, below, premium(FLOOR_OF_30) + 2) | low) == [("premium_over", 1)]


def test_insurable_pay_is_wage_and_benefits_to_the_rial():
    pay = int(workers()["DSW_MASH"][0])
    assert errors(**paid(1, pay)) == []
    assert ("insurable_sum", 1) in errors(DSW_MASH=at_row("DSW_MASH", 1, pay - 1))


def test_insurable_pay_cut_to_the_ceiling_need_not_be_the_sum_but_one_rial_below_it_must():
    for pay, wrong in ((CEILING_OF_30, False), (CEILING_OF_30 - 1, True)):
        changes = paid(1, pay) | {"DSW_MAZ": at_row("DSW_MAZ", 1, CEILING_OF_30)}
        assert (("insurable_sum", 1) in errors(**changes)) is wrong


def test_all_pay_may_equal_the_insurable_pay_and_not_be_less():
    pay = int(workers()["DSW_MASH"][0])
    assert warnings(DSW_TOTL=at_row("DSW_TOTL", 1, pay)) == []
    assert warnings(DSW_TOTL=at_row("DSW_TOTL", 1, pay - 1)) == [("total_below_insurable", 1)]


def test_the_marriage_allowance_is_part_of_the_benefits():
    assert warnings(DSW_SPOUSE=[15_000_000, 0, 0, 0, 0]) == []
    assert warnings(DSW_SPOUSE=[15_000_001, 0, 0, 0, 0]) == [("spouse_over_benefits", 1)]


def test_a_negative_amount_is_an_error_and_zero_is_none():
    assert errors(DSW_SPOUSE=[0, 0, 0, 0, 0]) == []
    assert ("money_negative", 3) in errors(DSW_TOTL=at_row("DSW_TOTL", 3, -5))


def test_twelve_digits_are_an_amount_and_thirteen_are_not():
    pair = uploaded(layout="wide")
    for amount, wrong in ((999_999_999_999, False), (1_000_000_000_000, True)):
        pair.workers["DSW_TOTL"] = at_row("DSW_TOTL", 1, amount)
        assert (("money_over_format", 1) in codes(pair, "error")) is wrong


# ---- seniority base ----


def with_seniority(daily: bool) -> dict[str, np.ndarray]:
    columns = workers(DSW_INC=np.full(5, 100_000))
    added = columns["DSW_INC"] * (columns["DSW_DD"] if daily else 1)
    for name in ("DSW_MAH", "DSW_MASH", "DSW_TOTL"):
        columns[name] = columns[name] + added
    columns["DSW_BIME"] = np.array([premium(pay) for pay in columns["DSW_MASH"].tolist()])
    return columns


@pytest.mark.parametrize(("daily", "meaning"), [(True, "daily"), (False, "monthly")])
def test_a_seniority_base_by_day_or_by_month_is_accepted_and_which_is_recorded(daily, meaning):
    pair = uploaded({"DSK_INC": 100_000 * (134 if daily else 5)}, with_seniority(daily))
    assert codes(pair) == [(f"seniority_{meaning}", None)]
    assert seniority_meaning(pair) == meaning


def test_a_list_without_a_seniority_base_says_nothing_of_it():
    assert seniority_meaning(uploaded()) == "none"


def test_a_monthly_wage_that_follows_from_neither_meaning_is_a_warning():
    columns = with_seniority(daily=True)
    columns["DSW_ROOZ"] = columns["DSW_ROOZ"] + np.array([0, 1, 0, 0, 0])
    assert ("monthly_wage_seniority", 2) in codes(uploaded(columns=columns), "warning")


def test_a_monthly_wage_that_does_not_follow_is_told_without_a_seniority_base_where_there_is_none():
    columns = workers()
    columns["DSW_ROOZ"] = columns["DSW_ROOZ"] + np.array([0, 1, 0, 0, 0])
    assert ("monthly_wage", 2) in codes(uploaded(columns=columns), "warning")


def test_a_seniority_total_of_either_meaning_is_right_and_another_a_warning():
    for total, warned in ((100_000 * 134, False), (500_000, False), (500_001, True)):
        found = [code for code, _ in codes(uploaded({"DSK_INC": total}, with_seniority(daily=True)), "warning")]
        assert ("seniority_total" in found) is warned


# ---- people ----


def test_an_insurance_number_twice_points_to_the_other_row():
    [found] = findings(uploaded(columns=workers(DSW_ID1=at_row("DSW_ID1", 4, "23874105"))), "error")
    assert (found.code, found.row, found.facts) == ("insurance_number_repeated", 1, {"other_row": 4, "other_name": "کیانوش آذری"})


def test_the_ten_digit_form_repeats_the_eight_digit_form():
    pair = uploaded(columns=workers())
    pair.workers["DSW_ID1"] = at_row("DSW_ID1", 4, "0023874105")
    assert codes(pair, "error") == [("insurance_number_repeated", 1)]


def test_three_of_a_number_are_two_errors():
    numbers = workers()["DSW_ID1"].astype(object)
    numbers[2:4] = "23874105"
    assert errors(DSW_ID1=np.array(numbers.tolist())) == [("insurance_number_repeated", 1), ("insurance_number_repeated", 3)]


def test_a_file_of_numbers_cut_to_eight_is_explained_once_and_not_called_repeated():
    cut = ["00238741", "00238741", "00310002", "00310002", "00455003"]
    [found] = findings(uploaded(columns=workers(DSW_ID1=cut)), "error")
    assert (found.code, found.row, found.facts["count"]) == ("insurance_numbers_cut", None, 5)


def test_one_number_that_begins_with_two_zeros_is_a_number():
    assert errors(DSW_ID1=at_row("DSW_ID1", 2, "00238741")) == []


def test_an_insurance_number_of_seven_digits_is_a_warning_when_the_national_id_holds():
    assert codes(uploaded(columns=workers(DSW_ID1=at_row("DSW_ID1", 2, "2387410")))) == [("insurance_number_shape", 2)]


def test_nobody_is_recognised_without_either_number():
    neither = {"DSW_ID1": at_row("DSW_ID1", 2, ""), "PER_NATCOD": at_row("PER_NATCOD", 2, "")}
    assert errors(**neither) == [("person_unknown", 2)]
    assert errors(DSW_ID1=at_row("DSW_ID1", 2, "")) == errors(PER_NATCOD=at_row("PER_NATCOD", 2, "")) == []


def test_a_national_id_with_a_wrong_last_digit_is_a_warning():
    assert warnings(PER_NATCOD=at_row("PER_NATCOD", 3, "1000000028")) == []
    assert warnings(PER_NATCOD=at_row("PER_NATCOD", 3, "1000000029")) == [("national_id_check_digit", 3)]


def test_an_iranian_without_a_national_id_is_a_warning_and_a_foreigner_is_not():
    blank = at_row("PER_NATCOD", 3, "")
    assert warnings(PER_NATCOD=blank) == [("national_id_blank", 3)]
    assert warnings(PER_NATCOD=blank, DSW_NAT=at_row("DSW_NAT", 3, "افغانستان")) == []


def test_lost_leading_zeros_of_a_national_id_are_put_back_and_said():
    pair = uploaded(columns=workers(PER_NATCOD=at_row("PER_NATCOD", 3, "12345679")))
    assert codes(pair) == [("national_id_padded", 3)] and pair.national_ids[2] == "0012345679"


def test_one_national_id_under_two_insurance_numbers_is_a_warning():
    assert warnings(PER_NATCOD=at_row("PER_NATCOD", 3, "1000000001")) == [("national_id_repeated", 1)]


@pytest.mark.parametrize(
    ("job", "code"), [("021330", None), ("AB1234", None), ("1234", None), ("12-345", "job_code_shape"), ("", "job_code_blank")]
)
def test_a_job_code_is_up_to_six_digits_or_latin_letters(job, code):
    assert warnings(DSW_JOB=at_row("DSW_JOB", 1, job)) == ([(code, 1)] if code else [])


def test_a_job_code_of_seven_is_a_warning_where_the_column_holds_it():
    pair = uploaded(columns=workers(DSW_JOB=at_row("DSW_JOB", 1, "1234567")), layout="wide")
    assert codes(pair) == [("job_code_shape", 1)]


def test_a_name_left_blank_and_an_unknown_sex_are_warnings():
    assert warnings(DSW_LNAME=at_row("DSW_LNAME", 2, "")) == [("name_blank", 2)]
    assert warnings(DSW_SEX=at_row("DSW_SEX", 2, "مذ")) == [("sex_unknown", 2)]


@pytest.mark.parametrize("character", list("\"'<>&"))
def test_each_forbidden_character_is_a_warning_on_its_cell(character):
    assert warnings(DSW_OCP=at_row("DSW_OCP", 4, f"بافنده{character}۲")) == [("forbidden_character", 4)]


@pytest.mark.parametrize("character", list(".,-/()*#;:=?"))
def test_other_signs_are_allowed(character):
    assert warnings(DSW_OCP=at_row("DSW_OCP", 4, f"a{character}b")) == []


def test_a_forbidden_character_in_the_workplace_name_is_a_warning_for_the_file():
    assert codes(uploaded({"DSK_NAME": "الف & ب"})) == [("forbidden_character", None)]


# ---- dates ----


def test_a_birth_in_the_year_of_the_list_is_read_and_in_the_next_is_a_warning():
    assert warnings(DSW_BDATE=at_row("DSW_BDATE", 1, "14051229")) == []
    assert warnings(DSW_BDATE=at_row("DSW_BDATE", 1, "14060101")) == [("birth_after_list", 1)]


def test_a_program_that_puts_fourteen_before_every_year_is_told_once():
    births = [f"14{year}0101" for year in (65, 70, 60, 55, 80)]
    [found] = findings(uploaded(columns=workers(DSW_BDATE=births)))
    assert (found.code, found.row, found.facts) == ("birth_century", None, {"count": 5, "year": 1405})


def test_a_date_that_is_none_is_a_warning_and_no_date_is_not():
    assert warnings(DSW_SDATE=["14051301", "0", "", "00000000", ""]) == [("date_unreadable", 1)]


def test_leaving_on_the_day_of_starting_is_right_and_a_day_before_is_not():
    start = ["14050801", "", "", "", ""]
    assert errors(DSW_SDATE=start, DSW_EDATE=["14050801", "", "", "", ""]) == []
    assert errors(DSW_SDATE=start, DSW_EDATE=["14050730", "", "", "", ""]) == [("leave_before_start", 1)]


def test_work_before_the_start_or_after_the_leaving_is_an_error():
    assert errors(DSW_SDATE=["05/09/01", "", "", "", ""]) == [("days_before_start", 1)]
    assert errors(DSW_SDATE=["05/08/30", "", "", "", ""]) == []
    assert errors(DSW_EDATE=["05/07/30", "", "", "", ""]) == [("days_after_leaving", 1)]
    assert errors(DSW_EDATE=["05/08/01", "", "", "", ""]) == []


def test_days_fit_between_start_and_leaving():
    # The fifth worker has 15 days: from the 16th to the 30th there is room, from the 17th there is not.
    assert warnings(DSW_SDATE=["", "", "", "", "14050816"]) == []
    assert warnings(DSW_SDATE=["", "", "", "", "14050817"]) == [("days_over_employment", 5)]
    assert warnings(DSW_EDATE=["", "", "", "", "14050815"]) == []
    assert warnings(DSW_EDATE=["", "", "", "", "14050814"]) == [("days_over_employment", 5)]


def test_reading_findings_are_part_of_the_check():
    pair = uploaded(spoil=lambda name, body: body[:-1000] if "WOR" in name else body)
    assert {f.code for f in pair.findings} <= {f.code for f in check(pair, LAW, today=TODAY)}
