"""The pages of lists in a real browser: any width, any reader, with and without script."""

import pytest
from django.conf import settings
from django.test import Client

from .. import intake
from ..actions import assess_list, check_list
from ..intake import take_in
from ..models import MonthlyList
from .builders import NOW, files_of, setting, wrong_files

WIDTHS = (320, 390, 1200)
# Each test finds what migrations wrote, such as the chart of accounts.
pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)


@pytest.fixture
def made(live_server):
    return setting()


def enter(page, live_server, user):
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": live_server.url}])


def test_every_page_of_a_list_is_open_to_all_readers_at_any_width(page, accessible, live_server, made):
    before = take_in(files_of(3, month=140507), by=made.employer, now=NOW)[0].list
    assess_list(before.id, by=made.employer, now=NOW)
    returned = take_in(wrong_files(3), by=made.employer, now=NOW)[0].list
    accepted = take_in(files_of(3, number="0002"), by=made.employer, now=NOW)[0].list
    paths = {
        made.employer: [
            "/lists/", "/lists/new/", f"/lists/{returned.tracking}/", f"/lists/{accepted.tracking}/", f"/lists/{accepted.tracking}/withdraw/",
            f"/lists/{accepted.tracking}/receipt/", f"/lists/{before.tracking}/", f"/lists/{before.tracking}/amount/", f"/lists/{before.tracking}/workers/1/",
        ],
        made.officer: ["/branch/lists/", "/branch/lists/?state=returned"],
    }  # fmt: skip
    for user, addresses in paths.items():
        enter(page, live_server, user)
        for address in addresses:
            page.goto(address)
            accessible(page)
            assert page.locator(".btn-main").count() <= 1, address
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{address} at {width}"


@pytest.mark.parametrize("has_script", [True, False])
def test_a_list_is_sent_mended_and_made_final_with_the_mouse(new_page, live_server, made, tmp_path, has_script):
    page = new_page(java_script_enabled=has_script)
    enter(page, live_server, made.employer)
    page.goto("/lists/new/")
    for files, button in ((wrong_files(3), "فرستادن پروندهٔ اصلاح‌شده"), (files_of(3), "محاسبه و ثبت قطعی")):
        page.set_input_files("#id_files", [{"name": name, "mimeType": "application/octet-stream", "buffer": body} for name, body in files])
        page.get_by_role("button", name="فرستادن فهرست").click()
        page.locator(".btn-main", has_text=button).click()
    page.get_by_role("link", name="این مبلغ چگونه حساب شد؟").click()
    assert page.locator("h1").inner_text() == "این مبلغ چگونه حساب شد؟"
    assert "۲۰۲٬۵۰۰٬۰۰۰" in page.locator(".title .amount").inner_text()
    assert MonthlyList.objects.get(state="assessed").workers_count == 3


def test_the_page_of_a_long_list_turns_by_itself_when_the_check_is_done(page, live_server, made, monkeypatch):
    monkeypatch.setattr(intake, "ROWS_CHECKED_AT_ONCE", 2)
    one = take_in(files_of(3), by=made.employer, now=NOW)[0].list
    enter(page, live_server, made.employer)
    page.goto(f"/lists/{one.tracking}/")
    assert "در دست بررسی است" in page.locator("h1").inner_text()
    check_list(one.id, now=NOW)
    page.get_by_role("button", name="محاسبه و ثبت قطعی").wait_for()
