"""The book of the law, a question to an article and a comparison, in a real browser: no barrier, nothing wider than the screen, by hand."""

import pytest

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

WIDTHS = (320, 390, 1200)
PAGES = [
    "/law/", "/law/book/?open=old_age", "/law/book/old_age_decision/", "/law/book/unemployment_right/", "/law/book/figures/?status=policy",
    "/law/book/rulings/", "/law/book/search/?q=سقف مزد", "/law/book/search/?q=xyzzy", "/law/ask/unemployment_right/", "/law/ask/share_among/",
    "/law/compare/", "/law/compare/?article=worker_due",
]  # fmt: skip
UNEMPLOYED = {"نخستین روز بیکاری": "۱۴۰۵/۶/۱", "روز تولد": "۱۳۶۵/۱/۱", "ماه‌های پرداخت حق بیمه در همهٔ دورهٔ بیمه": "۵"}


def fits(page) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{page.url} at {width}"


def open_all(page) -> None:
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")


def test_no_page_of_the_book_has_a_barrier_by_day_or_night_or_scrolls_sideways(new_page, accessible):
    page = new_page()
    for address in PAGES:
        page.goto(address)
        assert page.locator("h1").count() == 1, address
        open_all(page)
        accessible(page, in_the_dark=True)
        fits(page)


@pytest.mark.parametrize("has_script", [True, False], ids=["with-script", "without-script"])
def test_a_question_is_asked_fact_by_fact_on_a_phone(new_page, accessible, has_script):
    page = new_page(java_script_enabled=has_script, viewport={"width": 390, "height": 844})
    page.goto("/law/book/search/")
    page.get_by_label("جست‌وجو در کتاب قانون").fill("حق مقرري بيكاري")
    page.get_by_role("button", name="جستن").click()
    page.get_by_role("link", name="آیا حق مقرری بیکاری هست؟").first.click()
    page.get_by_role("link", name="پرسش از این ماده").click()
    page.get_by_label("روز اعلام بیکاری").fill("۱۴۰۵/۶/۱۰")
    page.get_by_role("button", name="پاسخ قانون را ببینم").click()
    for _ in UNEMPLOYED:
        label = page.locator(".field label").inner_text()
        page.locator(".field input").fill(UNEMPLOYED[label])
        page.get_by_role("button", name="ادامه").click()
    assert page.locator("h1").inner_text() == "ماه‌های پرداخت حق بیمه پیش از بیکاری کافی نیست"
    assert "۱۴۰۵" not in page.url and "?" not in page.url, "no fact stands in the address"
    if has_script:
        accessible(page)
        open_all(page)
        accessible(page)
        fits(page)


def test_what_is_wrong_is_said_first_and_leads_to_its_field(new_page, accessible):
    page = new_page(viewport={"width": 390, "height": 844})
    page.goto("/law/ask/unemployment_right/")
    page.get_by_label("نخستین روز بیکاری").fill("۱۴۰۵/۱۲/۳۰")
    page.get_by_role("button", name="پاسخ قانون را ببینم").click()
    page.get_by_role("alert").wait_for()
    accessible(page)
    assert page.title().startswith("خطا:")
    page.get_by_role("alert").get_by_role("link").click()
    assert page.evaluate("document.activeElement.name") == "unemployed_day"


def test_two_laws_are_compared_by_hand_and_the_answer_leads_there(new_page, accessible):
    page = new_page(viewport={"width": 1200, "height": 800})
    page.goto("/law/ask/worker_due/")
    for label, value in (("روزهای کارکرد", "۳۰"), ("روزهای ماه", "۳۰"), ("مزد و مزایای مشمول", "۲٬۰۰۰٬۰۰۰٬۰۰۰"), ("به قانون چه روزی؟", "۱۴۰۵/۸/۱")):
        page.get_by_label(label).fill(value)
    page.get_by_role("button", name="پاسخ قانون را ببینم").click()
    assert "۸۱٬۴۶۵٬۱۹۵" in page.locator(".title .amount").inner_text()
    page.get_by_role("button", name="همین داده‌ها در روزی دیگر").click()
    page.get_by_label("قانون نخست").fill("۱۳۹۸/۱/۱")
    page.get_by_label("قانون دوم").fill("۱۴۰۵/۸/۱")
    page.get_by_role("button", name="مقایسه", exact=True).click()
    assert page.locator("h1").inner_text() == "سهم بیمه‌شده از ۷٬۴۳۲٬۷۱۷ ریال به ۸۱٬۴۶۵٬۱۹۵ ریال می‌رسد"
    accessible(page)
    fits(page)


def test_the_book_prints_with_everything_open_and_nothing_of_the_screen(new_page):
    page = new_page()
    page.goto("/law/book/unemployment_right/")
    page.emulate_media(media="print")
    assert not page.locator(".mast").is_visible() and not page.locator(".side").is_visible()
    assert page.locator(".formula").first.is_visible()
