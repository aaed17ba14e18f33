"""A list typed on a page: last month's people are there, a row more costs a press, and what was typed is never lost."""

import io

import pytest
from django.test import Client
from openpyxl import load_workbook

from ..actions import assess_list
from ..intake import take_in
from ..models import ListState, MonthlyList
from .builders import MONTH, NOW, files_of, valid_national_id, wrong_files

TYPE = "/lists/type/"


@pytest.fixture
def clerk(made):
    client = Client()
    client.force_login(made.clerk)
    return client


def row(place: int, **values) -> dict:
    return {
        "first_name": "زهرا", "last_name": "کاوه", "father_name": "علی", "national_id": valid_national_id(700_000_000 + place),
        "insurance_number": str(20_000_000 + place), "days": "۳۰", "wage_daily": "۷٬۵۰۰٬۰۰۰", "benefits_monthly": "", "other_monthly": "",
        "sex": "زن", "nationality": "ایرانی", "job_title": "بافنده", "job_code": "010303", "birth_date": "1370/01/01", "birth_certificate": "1",
        "start_date": "", "end_date": "",
    } | values  # fmt: skip


def typed(made, *rows, act="send", **more) -> dict:
    data = {"workplace": made.sepidar.pk, "month": MONTH, "act": act, "form-TOTAL_FORMS": len(rows), "form-INITIAL_FORMS": 0}
    return data | {f"form-{place}-{name}": value for place, one in enumerate(rows) for name, value in one.items()} | more


def place(made) -> str:
    return f"{TYPE}?workplace={made.sepidar.pk}&month={MONTH}"


def test_typed_rows_become_an_accepted_list_without_a_finding(clerk, made):
    answer = clerk.post(TYPE, typed(made, row(0), row(1, benefits_monthly="۱۰٬۰۰۰٬۰۰۰", other_monthly="5000000")))
    one = MonthlyList.objects.get()
    assert answer.url == f"/lists/{one.tracking}/"
    assert (one.state, one.workers_count, one.warning_count) == (ListState.ACCEPTED, 2, 0)
    second = one.rows.get(row=2)
    assert (second.wage_monthly, second.wage_insurable, second.wage_all) == (225_000_000, 235_000_000, 240_000_000)


def test_the_people_of_the_last_list_are_there_with_a_whole_month(clerk, made):
    [before] = take_in(files_of(3, month=140507), by=made.employer, now=NOW)
    assert before.list.state == ListState.ACCEPTED
    page = clerk.get(place(made)).content.decode()
    assert page.count('<fieldset class="panel') == 3 and page.count('value="کاوه') == 3 and 'value="7,500,000"' not in page
    assert 'name="form-0-days" value="30"' in page and "۷٬۵۰۰٬۰۰۰" in page


def test_one_row_more_keeps_what_was_typed_right_or_not_yet(clerk, made):
    page = clerk.post(TYPE, typed(made, row(0, last_name="نیمه‌تمام", days="چند"), act="more")).content.decode()
    assert page.count('<fieldset class="panel') == 2 and "نیمه‌تمام" in page and 'value="چند"' in page
    assert not MonthlyList.objects.exists()


def test_a_look_shows_what_it_comes_to_and_sends_nothing(clerk, made):
    page = clerk.post(TYPE, typed(made, row(0), act="look")).content.decode()
    assert "۱۵٬۷۵۰٬۰۰۰" in page and not MonthlyList.objects.exists()


def test_what_cannot_be_read_is_said_at_its_field_and_nothing_is_sent(clerk, made):
    answer = clerk.post(TYPE, typed(made, row(0, days="سی", wage_daily="۷۵۰ تومان"), row(1, last_name="")))
    page = answer.content.decode()
    assert answer.status_code == 422 and "از ۰ تا ۳۱" in page and "هر تومان ۱۰ ریال" in page and "نام خانوادگی را بنویسید" in page
    assert not MonthlyList.objects.exists()


def test_a_row_left_out_and_no_row_at_all(clerk, made):
    clerk.post(TYPE, typed(made, row(0), row(1, DELETE="on")))
    assert MonthlyList.objects.get().workers_count == 1
    assert clerk.post(TYPE, typed(made, row(0, DELETE="on"))).status_code == 422


def test_a_typed_list_that_is_handed_back_is_mended_on_the_page(clerk, made):
    [returned] = take_in(wrong_files(2), by=made.clerk, now=NOW)
    assert "from=" in clerk.get(f"/lists/{returned.list.tracking}/").content.decode()
    page = clerk.get(f"{place(made)}&from={returned.list.tracking}").content.decode()
    assert 'name="form-0-days" value="31"' in page and 'name="form-1-days" value="30"' in page


def test_after_an_assessed_list_the_page_asks_whether_this_corrects_or_adds(clerk, made):
    [first] = take_in(files_of(2), by=made.employer, now=NOW)
    assess_list(first.list.id, by=made.employer, now=NOW)
    assert "number-next" in clerk.get(place(made)).content.decode()
    clerk.post(TYPE, typed(made, row(7), number="next"))
    clerk.post(TYPE, typed(made, row(0), row(1, benefits_monthly="1000000"), number="same"))
    more, correcting = MonthlyList.objects.exclude(pk=first.list.pk).order_by("pk")
    assert (more.list_number, more.corrects_id) == (2, None)
    assert (correcting.list_number, correcting.corrects_id) == (1, first.list.pk)


def test_nobody_worked_is_said_only_by_who_says_it_is_sure(clerk, made):
    said = {"workplace": made.sepidar.pk, "month": MONTH}
    clerk.post("/lists/nobody/", said)
    assert not MonthlyList.objects.exists()
    clerk.post("/lists/nobody/", said | {"sure": "yes"})
    assert (MonthlyList.objects.get().state, MonthlyList.objects.get().workers_count) == (ListState.ACCEPTED, 0)


@pytest.mark.parametrize("who", ["stranger", "officer", "headquarters"])
def test_whoever_acts_for_no_workplace_types_nothing(made, who):
    client = Client()
    client.force_login(getattr(made, who))
    for address, data in ((TYPE, typed(made, row(0))), ("/lists/nobody/", {"workplace": made.sepidar.pk, "month": MONTH, "sure": "yes"})):
        assert client.post(address, data).status_code == 403
    assert not MonthlyList.objects.exists()


def test_another_workplace_than_ones_own_is_no_choice(clerk, made):
    clerk.post(TYPE, typed(made, row(0)) | {"workplace": made.afra.pk})
    clerk.post("/lists/nobody/", {"workplace": made.afra.pk, "month": MONTH, "sure": "yes"})
    assert clerk.get(f"/lists/sheet.xlsx?workplace={made.afra.pk}&month={MONTH}").status_code == 302
    assert not MonthlyList.objects.exists()


def test_the_ready_sheet_can_be_sent_as_it_is(clerk, made):
    take_in(files_of(3, month=140507), by=made.employer, now=NOW)
    sheet = clerk.get(f"/lists/sheet.xlsx?workplace={made.sepidar.pk}&month={MONTH}").content
    assert load_workbook(io.BytesIO(sheet)).worksheets[0].max_row == 4
    [receipt] = take_in([("list.xlsx", sheet)], by=made.clerk, now=NOW)
    assert (receipt.list.state, receipt.list.month, receipt.list.workers_count) == (ListState.ACCEPTED, MONTH, 3)
