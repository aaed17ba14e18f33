"""«مستمری امسال من چقدر می‌شود؟»"""


def test_other_levels_rise_as_in_example_6_2(answer):
    page = answer("increase")
    assert "به برآورد ما، مستمری امسال شما ماهی ۳۰۵٬۵۸۶٬۴۷۰ ریال است" in page and "افزایش امسال ۱۰۵٬۵۸۶٬۴۷۰ ریال" in page
    assert "متناسب‌سازی در این رقم نیست" in page


def test_the_minimum_rises_to_the_minimum_as_in_example_6_1(answer):
    page = answer("increase", pension="۱۰۳٬۹۰۹٬۶۸۰")
    assert "ماهی ۱۶۶٬۲۵۵٬۵۰۰ ریال است" in page and "افزوده تا حداقل مستمری ۱۲ ریال" in page


def test_a_pension_of_this_year_does_not_rise(answer):
    page = answer("increase", award_day="۱۴۰۵/۱/۱")
    assert "به برآورد ما، مستمری شما امسال زیاد نمی‌شود" in page and "کدام شرط برقرار نیست؟" in page


def test_equalisation_takes_the_minimum_of_the_year_of_award_from_the_figures_of_the_law(answer):
    page = answer("increase", award_day="۱۳۸۵/۴/۱", pension="۱۰۰٬۰۰۰٬۰۰۰", first_pension="۳٬۰۰۰٬۰۰۰")
    assert "حداقل مستمری در سال برقراری ۱٬۵۰۰٬۰۰۰ ریال" in page and "گام امسال متناسب‌سازی" in page and "روی هم" in page
    assert "متناسب‌سازی در این رقم نیست" not in page


def test_a_year_whose_minimum_is_not_known_gives_the_increase_and_says_what_is_missing(answer):
    page = answer("increase", award_day="۱۳۸۰/۴/۱", first_pension="۳٬۰۰۰٬۰۰۰")
    assert "ماهی ۳۰۵٬۵۸۶٬۴۷۰ ریال است" in page and "حداقل دستمزد سال برقراری را نداریم" in page
    assert "رقم «حداقل مزد روزانه» در روز ۱ تیر ۱۳۸۰ نزد ما نیست" in page


def test_a_first_pension_beyond_belief_goes_to_an_officer_and_the_increase_is_told(answer):
    page = answer("increase", award_day="۱۳۸۵/۴/۱", first_pension="۹۰۰٬۰۰۰٬۰۰۰٬۰۰۰")
    assert "کارشناس باید آن را بررسی کند" in page and "ماهی ۳۰۵٬۵۸۶٬۴۷۰ ریال است" in page


def test_an_award_that_has_not_come_is_pointed_out(asking):
    assert "این روز هنوز نیامده است" in asking("increase", award_day="۱۴۰۶/۱/۱").content.decode()
