"""The first walk, by hand: hand and keyboard of a clerk, an insured person and an officer, in a real browser.

The steps are those of docs/walks/monthly-list.md. The browser itself fails these tests when a page has an error on its
console or asks anything of another machine (tests/fixtures/browser.py).
"""

import re

import pytest

from opentamin.lists import zip_pair
from opentamin.office.contributions.actions import assess_list
from opentamin.office.contributions.intake import take_in
from opentamin.office.contributions.models import MonthlyList
from tests.cast import PASSWORD
from tests.walks.pages import fa, planted, rials

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

FIRST_WORKER = re.compile("ماده به ماده.*نرگس دوکار")


def sign_in(page, username: str) -> None:
    page.goto("/sign-in/")
    page.get_by_label("نام کاربری").fill(username)
    page.get_by_label("گذرواژه").fill(PASSWORD)
    page.get_by_role("button", name="ورود", exact=True).click()
    page.wait_for_url("**/")


def send(page, files) -> None:
    page.get_by_label("پرونده‌های فهرست").set_input_files([{"name": name, "mimeType": "application/octet-stream", "buffer": body} for name, body in files])
    page.get_by_role("button", name="فرستادن فهرست").click()


def text_of(page) -> str:
    """What the page says, once the whole of it has come: a click returns as soon as its first bytes are there."""
    page.wait_for_load_state()
    return " ".join(page.locator("main").inner_text().split())


def tab_to(page, target) -> None:
    """Press Tab, from the top of the page, until the target has the focus and shows it."""
    page.evaluate("document.activeElement.blur()")
    for _ in range(120):
        page.keyboard.press("Tab")
        if target.evaluate("here => here === document.activeElement"):
            assert target.evaluate("here => getComputedStyle(here).outlineStyle") == "solid", "the focus cannot be seen"
            return
    raise AssertionError(f"the keyboard does not reach {target}")


@pytest.mark.parametrize("has_script", [True, False], ids=["with-script", "without-script"])
def test_a_list_walks_from_its_files_to_the_record_and_the_branch_by_hand(new_page, morning, has_script):
    open_page = lambda: new_page(java_script_enabled=has_script, viewport={"width": 390, "height": 844})  # noqa: E731
    files, places = planted(morning, "days-32", "bime")
    wrong_days, wrong_premium = (fa(place.row) for place in places)

    # the clerk signs in, finds what is due, sends the pair as the payroll program wrote it
    clerk = open_page()
    sign_in(clerk, "clerk")
    assert "فهرست آبان ۱۴۰۵ را بفرستید" in text_of(clerk)
    clerk.locator("main").get_by_role("link", name="فرستادن فهرست").first.click()
    send(clerk, files)

    # what is wrong, row by row, and how to mend it; the summary leads to the row
    assert f"ردیف {wrong_days}: روز کارکرد بیش از روزهای ماه است" in text_of(clerk)
    assert f"ردیف {wrong_premium}: حق بیمهٔ سهم کارگر با مزد نمی‌خواند" in text_of(clerk)
    clerk.get_by_role("link", name=f"ردیف {wrong_days}: روز کارکرد").click()
    place = clerk.url.rpartition("#")[2]
    assert "آبان ۳۰ روز دارد" in clerk.locator(f"#{place}").inner_text()

    # mended, in one ZIP: accepted, with a receipt; then made final
    clerk.get_by_role("link", name="فرستادن پروندهٔ اصلاح‌شده").click()
    send(clerk, [("aban.zip", zip_pair(dict(morning.list_files(morning.honest))))])
    one = MonthlyList.objects.get(state="accepted")
    assert "فهرست آبان ۱۴۰۵ پذیرفته شد" in clerk.locator("h1").inner_text().replace("\xa0", " ")
    assert fa(one.tracking) in text_of(clerk)
    clerk.get_by_role("link", name="رسید فهرست").click()
    assert fa(one.tracking) in text_of(clerk) and "۳۰ آذر" in text_of(clerk)
    clerk.go_back()
    clerk.get_by_role("button", name="محاسبه و ثبت قطعی").click()
    clerk.get_by_role("link", name="این مبلغ چگونه حساب شد؟").click()
    one.refresh_from_db()
    assert rials(one.assessment.due_total) in text_of(clerk)

    # down to one worker
    clerk.get_by_role("link", name=FIRST_WORKER).click()
    worker = one.workers.get(person=morning.insured.person)
    assert rials(worker.worker_share) in text_of(clerk)

    # she finds the month in her record, with the list it came from
    insured = open_page()
    sign_in(insured, "insured_user")
    insured.goto("/record/")
    insured.locator("main").get_by_role("link", name="آبان ۱۴۰۵").first.click()
    assert fa(one.tracking) in text_of(insured) and rials(worker.wage_base) in text_of(insured)

    # the officer finds the list in the branch
    officer = open_page()
    sign_in(officer, "officer")
    officer.goto("/branch/lists/")
    officer.locator("main").get_by_role("link", name="قطعه‌سازی سپهر، آبان ۱۴۰۵").click()
    assert rials(one.assessment.due_total) in text_of(officer)


def test_the_amount_is_opened_step_by_step_with_the_keyboard_alone(page, morning):
    one = take_in(morning.list_files(morning.honest), by=morning.clerk, now=morning.now)[0].list
    assess_list(one.pk, by=morning.clerk, now=morning.now)
    sign_in(page, "clerk")
    page.goto(f"/lists/{one.tracking}/amount/")
    closed = page.locator(".tree > li > details:not([open]) > summary").first
    step = closed.element_handle()
    tab_to(page, closed)
    page.keyboard.press("Enter")
    assert step.evaluate("summary => summary.parentElement.open") and "ماده" in step.evaluate("summary => summary.parentElement.innerText")
    page.keyboard.press("Space")
    assert not step.evaluate("summary => summary.parentElement.open")
    tab_to(page, page.get_by_role("link", name=FIRST_WORKER))
    page.keyboard.press("Enter")
    page.wait_for_url("**/workers/1/")
    assert "نرگس دوکار" in text_of(page)


def test_the_same_pages_are_whole_in_english(page, morning):
    files, _ = planted(morning, "days-32")
    wrong = take_in(files, by=morning.clerk, now=morning.now)[0].list
    right = take_in(morning.list_files(morning.honest), by=morning.clerk, now=morning.now)[0].list
    sign_in(page, "clerk")
    page.get_by_role("button", name="English").click()
    page.wait_for_selector("html[lang=en][dir=ltr]")
    page.goto(f"/lists/{wrong.tracking}/")
    assert "Aban has 30 days" in text_of(page)
    page.goto(f"/lists/{right.tracking}/")
    page.get_by_role("button", name="Assess").click()
    page.wait_for_load_state()
    persian = page.evaluate(
        """() => [...document.querySelectorAll('main *')].filter(e => !e.closest('[lang=fa], bdi, th, h3, dd, td'))
             .flatMap(e => [...e.childNodes]).filter(n => n.nodeType === 3 && /[\\u0600-\\u06ff]{2}/.test(n.data)).map(n => n.data.trim())"""
    )
    assert [words for words in persian if "سپهر" not in words] == [], "Persian words of ours on an English page"
