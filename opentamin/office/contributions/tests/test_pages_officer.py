"""The officer's work list."""

from datetime import timedelta

import pytest

from ..actions import assess_list
from ..intake import take_in
from .builders import NOW, OTHER_CODE, files_of, wrong_files

PAGE = "/branch/lists/"


@pytest.fixture
def busy(made):
    """Sepidar: Mehr assessed today, Aban returned. Afra: Aban accepted, Mehr missing. Daryan, of another branch, sent nothing."""
    mehr = take_in(files_of(2, month=140507), by=made.employer, now=NOW - timedelta(days=20))[0].list
    assess_list(mehr.id, by=made.officer, now=NOW)
    take_in(wrong_files(2), by=made.employer, now=NOW)
    take_in(files_of(2, code=OTHER_CODE), by=made.neighbour, now=NOW)
    return made


def page_of(client, user, **query) -> str:
    client.force_login(user)
    return client.get(PAGE, query).content.decode()


def test_late_comes_first_then_returned_then_waiting_then_done(client, busy):
    page = page_of(client, busy.officer)
    places = [page.index(words) for words in ('id="g-late"', "فهرست مهر\xa0۱۴۰۵ نرسیده است", 'id="g-returned"', "۱ خطا دارد", 'id="g-waiting"', "آمادهٔ محاسبه", 'id="g-done"', "محاسبه شد</span>")]
    assert places == sorted(places)
    assert "شیلات دریان" not in page


def test_a_list_handed_back_is_no_work_any_more_once_another_of_its_number_came(client, made):
    for workers in (2, 3):
        take_in(wrong_files(workers), by=made.employer, now=NOW)
    page = page_of(client, made.officer)
    assert page.count("اصلاح کارفرما") == 1, "the last of two, once"
    take_in(files_of(2), by=made.employer, now=NOW)
    page = page_of(client, made.officer)
    assert "فهرست برگشته‌ای نیست." in page and "آمادهٔ محاسبه" in page
    assert page_of(client, made.officer, state="returned").count('class="due-cell') == 2, "both can still be found"


def test_an_officer_of_another_branch_sees_only_that_branch(client, busy):
    page = page_of(client, busy.far_officer)
    assert "سپیدار" not in page and "افرا" not in page
    assert "شیلات دریان" in page


def test_headquarters_sees_the_country(client, busy):
    page = page_of(client, busy.headquarters)
    assert all(name in page for name in ("سپیدار", "افرا", "دریان"))


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"state": "returned"}, 1),
        ({"month": "۱۴۰۵/۷"}, 1),
        ({"month": "آبان ۱۴۰۵"}, 2),
        ({"q": "افرا"}, 1),
        ({"q": "۰۱۸۳۶۳۰۰۹۹"}, 1),
        ({"q": "کسی نیست"}, 0),
        ({"state": "returned", "month": "140507"}, 0),
    ],
)
def test_lists_are_found_by_state_month_number_code_and_name(client, busy, query, count):
    page = page_of(client, busy.officer, **query)
    assert page.count('class="due-cell') == count
    assert ("فهرستی با این نشانی‌ها در شعبهٔ شما نیست." in page) == (count == 0)


def test_a_month_that_cannot_be_read_is_said_and_kept_as_typed(client, busy):
    page = page_of(client, busy.officer, month="سیزده")
    assert "ماه را مانند ۱۴۰۵/۸ بنویسید" in page
    assert 'value="سیزده"' in page
