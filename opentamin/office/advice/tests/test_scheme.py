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
