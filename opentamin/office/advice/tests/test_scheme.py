"""«اگر خودم بیمه‌ام را بپردازم، ماهی چقدر است؟»"""

import pytest


@pytest.mark.parametrize(
    ("changes", "amount"),
    [
        ({}, "۴۴٬۸۸۸٬۹۸۵"),
        ({"wage_daily": "۸٬۰۰۰٬۰۰۱", "average_daily": "۸٬۰۰۰٬۰۰۰"}, "۶۴٬۸۰۰٬۰۰۰"),
        ({"scheme": "self_employed", "premium_class": "old_age", "wage_daily": "۳۸٬۷۹۲٬۹۵۱"}, "۱۳۹٬۶۵۴٬۶۲۰"),
        ({"scheme": "family", "premium_class": "old_age", "month": "فروردین ۱۴۰۳"}, "۸٬۸۸۶٬۰۶۸"),
        ({"scheme": "student", "premium_class": "old_age_death_disability", "month": "۱۴۰۳/۱"}, "۱۳٬۳۲۹٬۱۰۲"),
        ({"scheme": "builder", "grade": "grade_three"}, "۱۵٬۱۲۹٬۲۵۱"),
    ],
    ids=["voluntary", "voluntary-cut-to-average", "self-employed", "family", "student", "builder"],
)
def test_the_premium_of_a_month_is_that_of_the_cases(answer, changes, amount):
    assert f"برای شما {amount} ریال است" in answer("scheme", **changes)


DRIVER = {"scheme": "driver", "route": "within_city", "vehicle": "car", "covered_day": "۱۳۹۵/۱/۱", "card_expiry_day": "۱۴۰۶/۱/۱"}


def test_a_driver_sees_who_pays_which_part(answer):
    page = answer("scheme", **DRIVER)
    assert "سهم سازمان هدفمندسازی یارانه‌ها" in page and "همهٔ حق بیمه ۴۹٬۳۷۷٬۸۸۴ ریال" in page and "آخرین روز پرداخت" in page


def test_a_driver_who_pays_late_pays_all(answer):
    assert "برای شما ۴۹٬۳۷۷٬۸۸۴ ریال است" in answer("scheme", **DRIVER, paid_day="۱۴۰۵/۱۲/۱")


def test_what_the_scheme_covers_is_told_beside_it(answer):
    page = answer("scheme", scheme="self_employed", premium_class="old_age")
    assert "این بیمه دارد بازنشستگی این بیمه ندارد" in page
    assert "بیمهٔ بیکاری" in page.split("این بیمه ندارد")[1][:120]


def test_what_a_scheme_needs_is_asked_in_a_sentence(asking):
    body = asking("scheme", scheme="driver").content.decode()
    assert "بگویید درون شهر می‌رانید یا میان شهرها." in body and "روز آغاز بیمهٔ رانندگان را بنویسید" in body
    assert "درجهٔ کارت مهارت را برگزینید" in asking("scheme", scheme="builder").content.decode()


def test_a_month_whose_rate_is_not_known_is_said_to_be_unknown(answer):
    page = answer("scheme", month="آبان ۱۳۹۵")
    assert "این را هنوز نمی‌توانیم حساب کنیم" in page and "نزد ما نیست" in page


ENTRY = {"entry_day": "۱۴۰۵/۸/۱", "birth_day": "۱۳۵۵/۸/۲", "record_years": "۲", "record_months": "۰"}


def test_whoever_may_enter_is_told_so_and_until_when_the_first_premium_is_paid(answer):
    page = answer("scheme", **ENTRY)
    assert "ورود به این بیمه" in page and "آخرین روز نخستین پرداخت پنجشنبه ۲۱ آبان ۱۴۰۵" in page


def test_a_day_older_is_refused_with_the_condition_and_what_would_change_it(answer):
    page = answer("scheme", **{**ENTRY, "birth_day": "۱۳۵۵/۸/۱"})
    assert "در آن روز به این بیمه پذیرفته نمی‌شوید" in page and "کدام شرط برقرار نیست؟" in page and "۴۴٬۸۸۸٬۹۸۵" in page


def test_entry_by_age_asks_for_the_birth_and_without_a_day_of_entry_nothing_is_said_of_it(asking, answer):
    assert "ورود به این بیمه به سن بسته است" in asking("scheme", **{**ENTRY, "birth_day": ""}).content.decode()
    assert "پذیرفته" not in answer("scheme") and "آخرین روز نخستین پرداخت" not in answer("scheme")


def test_a_driver_enters_while_the_card_holds(answer):
    assert "ورود به این بیمه" in answer("scheme", **DRIVER, entry_day="۱۴۰۵/۸/۱")
    assert "پذیرفته نمی‌شوید" in answer("scheme", **{**DRIVER, "card_expiry_day": "۱۴۰۵/۷/۳۰"}, entry_day="۱۴۰۵/۸/۱")
