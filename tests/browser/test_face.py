"""The face of the house in a real browser: every width, both schemes of colour, keyboard alone, without script, in English."""

import pytest
from django.test import Client

from opentamin.office.accounts.tests.people import give
from opentamin.office.contributions.intake import take_in
from opentamin.office.contributions.tests.builders import setting, wrong_files
from opentamin.office.history.models import MonthCurrent
from opentamin.office.notices.actions import tell
from opentamin.office.registry.models import Person

WIDTHS = (320, 390, 1200)
HOMES = ("guest", "employer", "officer", "insured")
FULL, SHORT = 31, 21


@pytest.fixture
def made(live_server):
    """A setting with something waiting for everyone."""
    from django.utils import timezone

    made = setting()
    now = timezone.now()
    take_in(wrong_files(4), by=made.employer, now=now)
    maryam = Person.objects.create(first_name="مریم", last_name="رستگار", sex=2, state="known", created_at=now)
    made.insured = made.stranger
    give(made.insured, "insured", maryam.pk)
    for place, days in enumerate((FULL, SHORT, FULL, 0, FULL)):
        month = 140501 + place
        if days:
            MonthCurrent.objects.create(
                person_id=maryam.pk,
                month=month,
                workplace_id=made.sepidar.pk,
                days=days,
                wage=230_697_288,
                is_hazardous=False,
                entry_id=place + 1,
                lists=1,
            )
    for scope in (("workplace", made.sepidar.pk), ("branch", made.near.pk), ("person", maryam.pk)):
        tell(scope, "list_accepted", {"month": 140508}, "/services/", now)
    return made


@pytest.fixture
def opened(made, new_page, live_server):
    """Open a page as somebody: `opened("employer", "/", viewport=…)`."""

    def open_as(who: str, address: str = "/", **settings):
        page = new_page(**settings)
        if who != "guest":
            client = Client()
            client.force_login(getattr(made, who))
            page.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
        page.goto(address)
        return page

    return open_as


def size(width: int) -> dict:
    return {"viewport": {"width": width, "height": 800}}


@pytest.mark.parametrize("who", HOMES)
def test_a_home_fits_every_width_and_has_no_barrier_in_light_and_dark(opened, accessible, who):
    page = opened(who)
    assert page.locator("h1").count() == 1
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{who} scrolls sideways at {width}"
    accessible(page, in_the_dark=True)


@pytest.mark.parametrize("address", ["/services/", "/inbox/"])
def test_a_page_of_the_hall_has_one_heading_fits_every_width_and_has_no_barrier(opened, accessible, address):
    page = opened("employer", address)
    assert page.locator("h1").count() == 1
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{address} scrolls sideways at {width}"
    accessible(page)


@pytest.mark.parametrize("who", HOMES)
def test_a_home_reads_the_same_without_script(opened, who):
    with_script = opened(who).inner_text("main")
    assert opened(who, java_script_enabled=False).locator("main").inner_text() == with_script


def test_the_keyboard_reaches_everything_and_shows_where_it_is(opened):
    page = opened("employer")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    seen = set()
    for _ in range(60):
        mark = page.evaluate(
            """() => { const here = document.activeElement; const style = getComputedStyle(here);
               return here === document.body ? null : [[...document.querySelectorAll('*')].indexOf(here) + here.outerHTML.slice(0, 90), style.outlineStyle, parseFloat(style.outlineWidth)]; }"""
        )
        if mark is None:
            break
        assert mark[1] == "solid" and mark[2] >= 3, f"no ring on {mark[0]}"
        seen.add(mark[0])
        page.keyboard.press("Tab")
    assert len(seen) == page.locator("a:visible, button:visible, summary:visible, select:visible, input:visible").count()


def test_the_skip_link_leads_past_the_navigation(opened):
    page = opened("employer")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("width", [390, 1200])
def test_the_switch_of_language_turns_the_page_round_and_stays(opened, width):
    page = opened("guest", "/services/", **size(width))
    page.get_by_role("button", name="English").click()
    page.wait_for_selector("html[lang=en]")
    assert page.url.endswith("/services/")
    assert page.locator("html").get_attribute("dir") == "ltr" and "What can be done here?" in page.inner_text("h1")
    page.goto("/")
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("button", name="فارسی").click()
    page.wait_for_selector("html[lang=fa]")
    assert page.locator("html").get_attribute("dir") == "rtl"


def test_the_side_stands_at_the_end_edge_and_after_the_urgent_part_in_reading_order(opened):
    page = opened("employer", **size(1200))
    side, needs = page.locator(".side").bounding_box(), page.locator(".needs").bounding_box()
    assert side["x"] + side["width"] <= needs["x"], "in Persian the end edge is left"
    narrow = opened("employer", **size(390))
    assert narrow.locator(".needs").bounding_box()["y"] < narrow.locator(".side").bounding_box()["y"]


def test_the_insured_person_is_shown_the_empty_and_the_short_month(opened):
    text = opened("insured").inner_text(".needs").replace("\u00a0", " ")
    assert "تیر ۱۴۰۵ بیمه ندارید" in text and "روزهای اردیبهشت ۱۴۰۵ را بررسی کنید" in text


def test_a_letter_opens_its_thing_by_one_press(opened):
    page = opened("employer", "/inbox/")
    assert "۲ نامهٔ نخوانده دارید" in page.inner_text("h1")
    page.locator(".unread button").first.click()
    page.wait_for_url("**/services/")
    page.goto("/inbox/")
    assert "۱ نامهٔ نخوانده دارید" in page.inner_text("h1")


def test_digits_of_numbers_stand_under_each_other(opened):
    page = opened("insured", **size(1200))
    rights = {round(cell.bounding_box()["x"] + cell.bounding_box()["width"]) for cell in page.locator("td.num:nth-child(4)").all()}
    assert len(rights) == 1


def test_nothing_below_fourteen_pixels_is_written(opened):
    page = opened("employer", **size(390))
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('body *')].filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
             .filter(e => e.checkVisibility()).map(e => parseFloat(getComputedStyle(e).fontSize))"""
    )
    assert min(sizes) >= 14


def test_a_printed_home_leaves_out_what_is_only_for_the_screen(opened):
    page = opened("employer")
    page.emulate_media(media="print")
    assert not page.locator(".mast").is_visible() and not page.locator(".foot").is_visible()
    assert page.locator("h1").is_visible()
