"""«برای روزهای بیماری چقدر می‌گیرم؟»"""


def test_ten_days_of_flu_at_home_are_paid_from_the_fourth_as_in_example_5_10(answer):
    page = answer("sickness")
    assert "به برآورد ما، غرامت این روزها ۵۲٬۵۰۰٬۰۰۰ ریال است" in page
    assert "۷ روز از ۱۰ روز" in page and "حدود ۵ میلیون و ۲۵۰ هزار تومان" in page
    assert "ماده ۶۲ قانون تأمین اجتماعی" in page and "قانون به تاریخ ۱ مرداد ۱۴۰۵" in page


def test_ten_days_in_hospital_without_dependants_are_paid_one_half_as_in_example_5_11(answer):
    page = answer("sickness", days_in_hospital="۱۰", dependants_count="۰")
    assert "۵۰٬۰۰۰٬۰۰۰ ریال است" in page and "روزهای بیمارستان ۵۰٬۰۰۰٬۰۰۰ ریال" in page


def test_what_is_not_met_is_named_with_its_article_and_what_would_change_it(answer):
    page = answer("sickness", work_at_start="work_ended")
    assert "به برآورد ما، سازمان برای این روزها غرامت بیماری نمی‌پردازد" in page
    assert "کدام شرط برقرار نیست؟" in page and "وضع کار هنگام آغاز: پس از پایان کار (ماده ۵۹ قانون تأمین اجتماعی)" in page
    assert "چه چیز پاسخ را عوض می‌کرد؟" in page and "اگر «وضع کار هنگام آغاز» سر کار" in page


def test_a_ticked_box_is_heard(answer):
    assert "رابطهٔ کار" not in answer("sickness")
    assert "غرامت بیماری نمی‌پردازد" in answer("sickness", held=["is_wage_paid"])
    assert "غرامت بیماری نمی‌پردازد" in answer("sickness", scheme="drivers", held=["is_card_valid"])


def test_three_days_at_home_are_waited_out(answer):
    page = answer("sickness", days_rest="۳")
    assert "نمی‌پردازد" in page and "روز چهارم" in page


def test_a_day_whose_law_is_not_known_is_said_to_be_unknown(answer):
    page = answer("sickness", start_day="۱۳۵۰/۱/۱")
    assert "این را هنوز نمی‌توانیم حساب کنیم" in page and "اجرا نمی‌شود" in page


def test_more_days_in_hospital_than_of_rest_are_pointed_out(asking):
    response = asking("sickness", days_in_hospital="۸", days_travel="۴")
    assert response.status_code == 422 and "روزهای بیمارستان و شهر دیگر (۱۲) از روزهای استراحت (۱۰) بیشتر نیست." in response.content.decode()


def test_more_days_of_work_than_the_law_looks_at_are_pointed_out(asking):
    response = asking("sickness", days_worked="۹۱")
    assert response.status_code == 422 and "۹۰ روز را می‌پرسیم؛ ۹۱ روز نوشته‌اید." in response.content.decode()
