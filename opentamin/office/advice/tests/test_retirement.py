"""«کی می‌توانم بازنشسته شوم و با چقدر؟» و «یک سال سابقهٔ گمشده چقدر می‌ارزد؟»"""

import re

THIRTY = {"birth_day": "۱۳۴۵/۱/۱", "record_years": "۳۵", "average": "۱۸۰٬۰۰۰٬۰۰۰"}


def test_who_may_retire_today_is_told_so_with_thirty_five_thirtieths(answer):
    page = answer("retirement", **THIRTY)
    assert "به برآورد ما، از امروز می‌توانید بازنشسته شوید" in page and "۲۱۰٬۰۰۰٬۰۰۰ ریال در ماه" in page and "شرط‌ها کامل است" in page


def test_the_paths_ahead_stand_side_by_side_with_day_age_record_and_pension(answer):
    page = answer("retirement")
    assert re.search(r"به برآورد ما، از [۰-۹]+ \S+ ۱۴۱۰ می‌توانید بازنشسته شوید", page)
    assert page.count("مانده") >= 3 and "سن عادی" in page and "سی سال سابقه" in page and "همین رقم‌ها در جدول" in page


def test_no_path_is_told_with_the_reasons(answer):
    page = answer("retirement", birth_day="۱۳۳۰/۱/۱", record_years="۱", goes_on="no")
    assert "راهی به مستمری بازنشستگی باز نمی‌شود" in page and "محاسبه، ماده به ماده" in page


def test_a_missing_year_is_worth_a_thirtieth_of_the_average(answer):
    page = answer("missing_year")
    assert "به برآورد ما، این ماه‌ها مستمری شما را ماهی ۱۰٬۰۰۰٬۰۰۰ ریال بیشتر می‌کند" in page
    assert "بی این ماه‌ها" in page and "با این ماه‌ها" in page and "فهرست تکمیلی پذیرفته می‌شود" in page


def test_missing_months_bring_retirement_forward(answer):
    page = answer("missing_year", birth_day="۱۳۵۵/۱/۱", record_years="۲۸")
    assert "این ماه‌ها بازنشستگی شما را ۱ سال جلو می‌اندازد" in page and "از ۲۲ مرداد ۱۴۰۷" in page and "از ۲۲ مرداد ۱۴۰۸" in page


def test_missing_months_may_open_the_way(answer):
    page = answer("missing_year", birth_day="۱۳۴۰/۱/۱", record_years="۹", goes_on="no")
    assert "این ماه‌ها راه بازنشستگی را برای شما باز می‌کند" in page and "راهی باز نمی‌شود" in page


def test_a_record_longer_than_life_opens_nothing_and_breaks_nothing(answer):
    page = answer("missing_year", birth_day="۱۳۹۵/۱/۱", record_years="۶۰")
    assert "باز نمی‌شود" in page
