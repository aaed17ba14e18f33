"""«برای مرخصی زایمان چقدر می‌گیرم؟»"""


def test_nine_months_are_paid_two_thirds_as_in_example_5_13(answer):
    page = answer("maternity")
    assert "به برآورد ما، برای مرخصی زایمان ۱٬۸۰۰٬۰۰۰٬۰۰۰ ریال می‌گیرید" in page
    assert "۲۷۰ روز، از ۱ مرداد ۱۴۰۵ تا ۲۹ فروردین ۱۴۰۶" in page
    assert "مزدی که این کمک جای آن را نمی‌گیرد ۹۰۰٬۰۰۰٬۰۰۰ ریال" in page


def test_fewer_days_are_paid_when_fewer_are_asked_and_no_more_than_the_law_gives(answer):
    assert "۶۰۰٬۰۰۰٬۰۰۰ ریال می‌گیرید" in answer("maternity", days_leave="۹۰")
    page = answer("maternity", days_leave="۳۰۰")
    assert "۱٬۸۰۰٬۰۰۰٬۰۰۰ ریال می‌گیرید" in page and "روزهایی که از اندازهٔ قانون بیشتر است ۳۰ روز" in page


def test_too_few_days_of_insurance_are_named(answer):
    page = answer("maternity", insured_days="۵۹")
    assert "کمک زایمان نمی‌پردازد" in page and "(۵۹) کمتر از" in page and "(۶۰) است؟ بله" in page and "ماده ۶۷" in page
    assert "می‌گیرید" in answer("maternity", insured_days="۶۰")


def test_an_insured_father_is_told_that_the_benefit_is_of_an_insured_woman(answer):
    assert "کمک زایمان نمی‌پردازد" in answer("maternity", is_woman="no")


def test_a_child_born_dead_goes_to_an_officer(answer):
    assert "پاسخ این پرسش را کارشناس باید بدهد" in answer("maternity", held=["is_born_dead"])


def test_a_leave_after_the_birth_is_pointed_out(asking):
    response = asking("maternity", first_day="۱۴۰۵/۵/۲")
    assert response.status_code == 422 and "مرخصی پس از زایمان آغاز نمی‌شود" in response.content.decode()
