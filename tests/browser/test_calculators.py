"""The calculators in a real browser: by hand, without script, on a phone; no barrier in light or dark, nothing wider than the screen."""

import pytest

from opentamin.office.advice.tests.asked import TYPED
from tests.walks.pages import rials

pytestmark = pytest.mark.django_db(transaction=True, serialized_rollback=True)

WIDTHS = (320, 390, 1200)


def fill(page, code: str, **changes) -> None:
    """Open a form and type what is usually typed, as a person would: by the name of each field."""
    page.goto(f"/law/{code}/")
    folded = page.locator("form details:not([open]) > summary")
    while folded.count():
        folded.first.click()
    for name, value in {**TYPED[code], **changes}.items():
        field = page.locator(f"main [name={name}]")
        kind = field.first.evaluate("one => one.type || one.tagName")
        if kind == "radio":
            page.locator(f'main [name={name}][value="{value}"]').check()
        elif kind == "select-one":
            field.select_option(value)
        else:
            field.fill(value)


def answer(page, code: str, **changes) -> str:
    fill(page, code, **changes)
    page.locator("main .btn-main").click()
    page.wait_for_load_state()
    return page.locator("main").inner_text().replace("\u00a0", " ")


def fits(page) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{page.url} at {width}"


def test_hall_forms_and_results_have_no_barrier_by_day_or_night_and_fit_every_screen(new_page, morning, accessible):
    page = new_page()
    for code in ("", "survivors", "unemployment", "survivors!", "retirement!", "missing_year!", "sickness!"):
        if code.endswith("!"):
            answer(page, code[:-1])
        else:
            page.goto(f"/law/{code}/" if code else "/law/")
        assert page.locator("h1").count() == 1
        accessible(page, in_the_dark=True)
        fits(page)


def test_a_refusal_and_a_form_sent_back_have_no_barrier(new_page, morning, accessible):
    page = new_page(viewport={"width": 390, "height": 844})
    assert "کدام شرط برقرار نیست؟" in answer(page, "marriage", insured_days="۷۱۹")
    accessible(page)
    answer(page, "unemployment", record_years="ده", wages_sum="")
    assert page.title().startswith("خطا:") and page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    accessible(page)
    page.get_by_role("alert").get_by_role("link").first.click()
    assert page.evaluate("document.activeElement.name") == "record_years"
    assert page.locator("[name=record_years]").input_value() == "ده"


@pytest.mark.parametrize("has_script", [True, False], ids=["with-script", "without-script"])
def test_a_family_is_asked_answered_changed_and_taken_along_by_hand(new_page, morning, has_script):
    page = new_page(java_script_enabled=has_script, viewport={"width": 390, "height": 844})
    page.goto("/law/")
    page.get_by_role("link", name="پس از درگذشت بیمه‌شده").click()
    assert rials(120_000_000) in answer(page, "survivors")
    assert "?" not in page.url

    # one of the daughters has married: the facts come back as they were typed
    page.get_by_role("button", name="تغییر آنچه گفتم").click()
    assert page.locator("[name=child_3_birth]").input_value() == TYPED["survivors"]["child_3_birth"]
    page.locator("[name=child_1_state]").select_option("is_married")
    page.get_by_role("button", name="حساب کردن").click()
    page.wait_for_load_state()
    assert rials(150_000_000) in page.locator("main").inner_text().replace("\u00a0", " ")

    with page.expect_download() as download:
        page.get_by_role("button", name="گرفتن این برآورد").click()
    assert download.value.suggested_filename == "estimate-survivors.pdf"


def test_a_printed_estimate_leaves_out_what_is_only_for_the_screen(new_page, morning):
    page = new_page()
    answer(page, "retirement")
    page.emulate_media(media="print")
    assert not page.locator(".mast").is_visible() and page.locator("h1").is_visible()
    assert not page.get_by_role("button", name="تغییر آنچه گفتم").is_visible() and "برآورد است، نه رأی" in page.locator("main").inner_text()
