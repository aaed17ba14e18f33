"""«پس از درگذشت بیمه‌شده به هر بازمانده چقدر می‌رسد؟»"""

import re

from opentamin.office.advice.family_picture import NARROW, WIDE, draw
from opentamin.office.kit.text import fold_digits

IN_SERVICE = {"is_pensioner": "no", "pension": None, "record_years": "۱۵", "record_months": "۰", "average": "۳۰۰٬۰۰۰٬۰۰۰"}
NOBODY = {"wives": None, "child_1": "", "child_2": "", "child_3": "", "child_3_birth": ""}


def shares_of(page: str) -> tuple[list[int], int]:
    """The shares in the table and the sum in its foot."""
    table = page.split("بازمانده چرا سهم هر ماه (ریال)")[1].split("محاسبه، ماده به ماده")[0]
    rows, _, foot = table.partition("روی هم")
    amounts = lambda text: [int(fold_digits(one).replace("٬", "")) for one in re.findall(r"(?<!\S)[۰-۹]{1,3}(?:٬[۰-۹]{3})+(?!\S)", text)]  # noqa: E731
    return amounts(rows), amounts(foot)[0]


def test_a_wife_and_three_children_share_as_in_example_5_6(answer):
    page = answer("survivors")
    assert "به برآورد ما، ۴ بازمانده روی هم ماهی ۳۰۰٬۰۰۰٬۰۰۰ ریال می‌گیرند" in page
    assert shares_of(page) == ([120_000_000, 60_000_000, 60_000_000, 60_000_000], 300_000_000)


def test_a_wife_with_one_child_has_two_thirds_as_in_example_5_8(answer):
    page = answer("survivors", child_1="", child_2="")
    assert shares_of(page) == ([200_000_000, 100_000_000], 300_000_000)


def test_three_orphans_have_a_third_each_as_in_example_5_9(answer):
    assert shares_of(answer("survivors", wives="", are_orphans="yes")) == ([100_000_000] * 3, 300_000_000)


def test_the_shares_make_the_pension_to_the_rial_whatever_it_is(answer):
    for pension in (100_000_001, 99_999_997, 166_255_500):
        shares, total = shares_of(answer("survivors", pension=str(pension), wives="3", child_4="daughter"))
        assert sum(shares) == total == pension


def test_who_has_no_right_is_shown_with_the_reason_and_the_others_share_all(answer):
    page = answer("survivors", child_1_state="is_married", child_3_birth="۱۳۷۰/۱/۱")
    assert "شوهر دارد" in page and "پسر از سن گذشته" in page
    assert shares_of(page) == ([200_000_000, 100_000_000], 300_000_000)


def test_a_student_has_a_share_beyond_the_age_of_sons(answer):
    assert len(shares_of(answer("survivors", child_3_birth="۱۳۸۰/۱/۱", child_3_state="is_student"))[0]) == 4


def test_parents_share_when_they_were_dependants_and_are_old(answer):
    page = answer("survivors", father_birth="۱۳۲۵/۱/۱", father_held=["is_dependant"], mother_birth="۱۳۳۰/۱/۱")
    assert "پدر یا مادر تحت تکفل سهم می‌برد" in page and "تحت تکفل بیمه‌شده نبوده است" in page
    shares, total = shares_of(page)
    assert len(shares) == 5 and sum(shares) == total == 300_000_000


def test_a_husband_with_a_pension_of_his_own_goes_to_an_officer(answer):
    page = answer("survivors", wives="", husband_birth="۱۳۲۵/۱/۱", husband_held=["is_dependant", "has_own_pension"])
    assert "حق شوهر را کارشناس باید بررسی کند؛ سهم دیگران بی او حساب شده است." in page


def test_nobody_with_a_right_is_told_with_the_first_condition(answer):
    page = answer("survivors", **{**NOBODY, "child_1": "daughter", "child_1_state": "is_married"})
    assert "به برآورد ما، از کسانی که نوشتید کسی سهم ندارد" in page and "کدام شرط برقرار نیست؟" in page and "شوهر دارد" in page


def test_a_death_in_service_is_reckoned_from_record_and_average(answer):
    page = answer("survivors", **{**IN_SERVICE, "average": "۶۰۰٬۰۰۰٬۰۰۰"})
    shares, total = shares_of(page)
    assert sum(shares) == total == 330_000_000  # fifteen thirtieths, and the tenth of a family
    assert "یک سال سابقه در ده سال پیش از فوت" in page


def test_a_record_long_interrupted_stands_on_its_years(answer):
    page = answer("survivors", **IN_SERVICE, days_ten_years="۰", days_last_year="۰")
    assert "ده تا بیست سال سابقه" in page and "۱۵۰٬۰۰۰٬۰۰۰" in page


def test_parents_of_a_record_under_ten_years_are_paid_once(answer):
    page = answer(
        "survivors", **{**IN_SERVICE, "record_years": "۵"}, days_ten_years="۰", days_last_year="۰",
        father_birth="۱۳۲۵/۱/۱", father_held=["is_dependant"],
    )  # fmt: skip
    assert "یک بار (ریال)" in page and "پدر و مادر مبلغی یک‌باره می‌گیرند" in page


def test_too_short_a_record_gives_nothing(answer):
    page = answer("survivors", **{**IN_SERVICE, "record_years": "۰", "record_months": "۱۱"}, days_ten_years="۰", days_last_year="۰")
    assert "به برآورد ما، از این سابقه مستمری به بازماندگان نمی‌رسد" in page and "سابقهٔ بیمه‌شده به یک سال نمی‌رسد" in page


def test_a_record_under_a_year_is_refused_with_the_condition_and_what_would_change_it(answer):
    page = answer("survivors", **{**IN_SERVICE, "record_years": "۰", "record_months": "۱۱"}, days_ten_years="۰", days_last_year="۰")
    assert "کدام شرط برقرار نیست؟" in page and "کمتر از کمترین سابقه برای مستمری بازماندگان" in page


def test_an_earlier_death_is_brought_to_the_money_of_today_year_by_year(answer):
    page = answer("survivors", death_day="۱۴۰۲/۶/۱")
    assert "سال ۱۴۰۳: مستمری پس از افزایش سالانه" in page and "سال ۱۴۰۵: مستمری پس از افزایش سالانه" in page
    assert "مستمری روز درگذشت، پیش از افزایش‌های سالانه ۳۰۰٬۰۰۰٬۰۰۰ ریال" in page and "به پول امروز رسیده است" in page
    shares, total = shares_of(page)
    assert sum(shares) == total > 300_000_000


def test_a_death_of_this_year_is_not_raised(answer):
    page = answer("survivors")
    assert shares_of(page)[1] == 300_000_000 and "افزایش سالانه" not in page


def test_where_the_increase_of_a_year_is_not_known_the_money_stays_that_of_the_day_of_death_and_says_so(answer):
    page = answer("survivors", death_day="۱۳۹۰/۶/۱")
    assert shares_of(page)[1] == 300_000_000
    assert "به پول روز درگذشت است: افزایش سال ۱۳۹۱ نزد ما نیست. حق و سهم هر کس به قانون امروز است." in page


def test_what_parents_get_once_is_that_of_the_day_of_death(answer):
    case = {**IN_SERVICE, "record_years": "۵", "days_ten_years": "۰", "days_last_year": "۰", "father_birth": "۱۳۲۵/۱/۱", "father_held": ["is_dependant"]}
    once = lambda page: page.split("پدر و مادر مبلغی یک‌باره می‌گیرند")[1].split("روی هم")[0]  # noqa: E731
    assert once(answer("survivors", **case)) != once(answer("survivors", **case, death_day="۱۴۰۱/۶/۱"))


def test_the_form_says_what_is_missing_and_what_cannot_be(asking):
    for changes, said in (
        ({"pension": ""}, "مستمری او را بنویسید"),
        ({**IN_SERVICE, "record_years": "", "record_months": ""}, "سابقهٔ او را بنویسید"),
        ({**IN_SERVICE, "average": ""}, "میانگین مزد او را بنویسید"),
        ({"husband_birth": "۱۳۴۰/۱/۱"}, "درگذشته یا زن داشته است یا شوهر"),
        ({"child_3_birth": ""}, "روز تولد پسر را بنویسید"),
        ({"child_4_birth": "۱۳۹۰/۱/۱"}, "بگویید فرزند ۴ دختر است یا پسر."),
        ({"child_1_state": "is_student"}, "نمی‌خواند؛ حال دیگری برگزینید"),
        ({"child_3_birth": "۱۴۰۶/۱/۱"}, "این روز هنوز نیامده است"),
        ({"death_day": "۱۴۰۶/۱/۱"}, "این روز هنوز نیامده است"),
        (NOBODY, "دست‌کم یکی از بازماندگان را بنویسید"),
    ):
        response = asking("survivors", **changes)
        assert response.status_code == 422 and said in response.content.decode(), said


def test_the_picture_is_hidden_from_readers_and_holds_everyone(asking):
    body = asking("survivors", wives="4", **{f"child_{row}": "daughter" for row in (4, 5, 6, 7, 8)}).content.decode()
    pictures = re.findall(r"<svg class=\"(?:wide|narrow)\".*?</svg>", body, re.S)
    assert len(pictures) == 2 and all('aria-hidden="true"' in picture and picture.count("<rect") == 13 for picture in pictures)


def test_boxes_of_a_picture_stand_apart_and_inside_it():
    from opentamin.office.advice.family import CHILDREN, PARENTS, WIFE, Share

    class Right:
        amounts = {"is_entitled": 1}

    many = [Share("همسر", WIFE, Right(), 1)] * 4 + [Share("دختر", CHILDREN[0], Right(), 1)] * 8 + [Share("پدر", one, Right(), 1) for one in PARENTS]
    for frame in (WIDE, NARROW):
        picture = draw(many, "درگذشته", frame)
        assert len(picture.boxes) == 15
        for place, one in enumerate(picture.boxes):
            assert one.x - picture.half >= 0 and one.x + picture.half <= picture.width and one.y + picture.box_height <= picture.height
            for other in picture.boxes[place + 1 :]:
                assert abs(one.x - other.x) >= picture.box_width or abs(one.y - other.y) >= picture.box_height
