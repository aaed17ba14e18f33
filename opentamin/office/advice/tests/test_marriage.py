"""«هدیهٔ ازدواج من چقدر است؟»"""


def test_the_grant_is_a_month_of_the_average_wage(answer):
    page = answer("marriage")
    assert "به برآورد ما، هدیهٔ ازدواج شما ۲۰۰٬۰۰۰٬۰۰۰ ریال است" in page and "۲۰۰٬۰۰۰٬۰۰۰ ریال یک بار" in page and "ماده ۸۵" in page


def test_it_is_not_under_a_month_of_the_minimum_wage(answer):
    assert "هدیهٔ ازدواج شما ۱۶۶٬۲۵۵٬۵۰۰ ریال است" in answer("marriage", average="۱۰۰٬۰۰۰٬۰۰۰")


def test_a_day_short_of_the_record_is_named(answer):
    page = answer("marriage", insured_days="۷۱۹")
    assert "هدیهٔ ازدواج پرداخت نمی‌شود" in page and "(۷۱۹) کمتر از روزهای بیمهٔ لازم پیش از ازدواج (۷۲۰) است؟ بله" in page
    assert "دست‌کم ۷۲۰ روز بود" in page


def test_a_second_marriage_has_none(answer):
    assert "هدیهٔ ازدواج پرداخت نمی‌شود" in answer("marriage", is_first_marriage="no")
