"""«بیمهٔ بیکاری می‌گیرم؟ چقدر و تا کی؟»"""


def test_the_benefit_is_that_of_example_5_14(answer):
    page = answer("unemployment")
    assert "۲۱۴٬۸۷۶٬۶۵۰ ریال در ماه" in page and "هر روز ۷٬۱۶۲٬۵۵۵ ریال" in page
    assert "به برآورد ما، بیمهٔ بیکاری شما ۱ سال و ۶ ماه است، تا ۳۰ بهمن ۱۴۰۶" in page and "از روز ۱ شهریور ۱۴۰۵" in page


def test_at_the_minimum_wage_the_minimum_is_paid_as_in_example_5_16(answer):
    assert "۱۶۶٬۲۵۵٬۵۰۰ ریال در ماه" in answer("unemployment", wages_sum="۴۹۸٬۷۶۶٬۵۰۰", dependants_count="۲")


def test_months_already_had_are_taken_off(answer):
    assert "بیمهٔ بیکاری شما ۶ ماه است" in answer("unemployment", used_months="۱۲")


def test_too_short_a_record_is_named_with_what_would_change_it(answer):
    page = answer("unemployment", record_years="۰", record_months="۵")
    assert "به برآورد ما، بیمهٔ بیکاری پرداخت نمی‌شود" in page and "(۵) کمتر از ماه‌های لازم پرداخت حق بیمه (۶) است؟ بله" in page
    assert "دست‌کم ۶ ماه بود" in page


def test_who_left_by_own_will_is_told_so(answer):
    page = answer("unemployment", loss_of_work="resigned")
    assert "پرداخت نمی‌شود" in page and "ماده ۲ قانون بیمهٔ بیکاری" in page


def test_who_has_not_registered_is_told_the_last_day_in_three_forms(answer):
    page = answer("unemployment", registered_day="", unemployed_day="۱۴۰۵/۸/۲۰")
    assert "آخرین روز برای گفتن به ادارهٔ کار تا" in page and "روز مانده" in page


def test_who_registered_a_day_late_is_told_so(answer):
    assert "پرداخت نمی‌شود" in answer("unemployment", registered_day="۱۴۰۵/۷/۱")
    assert "پرداخت نمی‌شود" not in answer("unemployment", registered_day="۱۴۰۵/۶/۳۱")


def test_the_old_are_told_that_it_may_last_until_retirement(answer):
    assert "تا بازنشستگی می‌تواند ادامه یابد" in answer("unemployment", birth_day="۱۳۴۸/۱/۱")


def test_facts_that_cannot_be_are_pointed_out(asking):
    body = asking("unemployment", registered_day="۱۴۰۵/۵/۳۱", children_count="۴", birth_day="۱۴۰۶/۱/۱").content.decode()
    assert "این روز پیش از نخستین روز بیکاری" in body and "از شمار همهٔ افراد زیر تکفل بیشتر نیست" in body and "این روز هنوز نیامده است" in body
