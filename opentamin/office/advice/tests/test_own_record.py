"""A signed-in person finds the form filled from their own record, and nobody else's."""

import html

import pytest

from opentamin.office.advice.own_record import own_maternity, own_sickness
from tests.cast import NOW

from .asked import words

FILLED = ["retirement", "sickness", "maternity", "unemployment", "marriage", "missing_year"]


def values_of(response) -> str:
    return html.unescape(response.content.decode())


@pytest.mark.parametrize("code", FILLED)
def test_the_form_is_filled_and_names_the_months_it_rests_on(client, cast, code):
    client.force_login(cast.veteran_user)
    page = words(client.get(f"/law/{code}/"))
    assert "مهر ۱۴۰۵" in page and "هر کدام را می‌توانید عوض کنید" in page


@pytest.mark.parametrize("code", FILLED)
def test_somebody_without_a_record_gets_the_empty_form(client, cast, code):
    client.force_login(cast.stranger)
    response = client.get(f"/law/{code}/")
    assert response.status_code == 200 and "سابقهٔ خودتان می‌دانستیم" not in words(response) and "از سابقهٔ خودتان پر شد" not in words(response)


@pytest.mark.parametrize("code", FILLED)
def test_a_guest_is_told_that_signing_in_fills_it(client, db, code):
    assert "فرم از سابقهٔ خودتان پر می‌شود" in words(client.get(f"/law/{code}/"))


def test_the_pay_of_art_63_is_that_of_the_last_ninety_days(cast):
    own = own_sickness(cast.veteran_user, NOW.date())
    assert own.facts["days_worked"] == 90 and 1_100_000_000 < own.facts["wages_sum"] < 1_200_000_000
    assert "مرداد ۱۴۰۵" in own.said.replace("\xa0", " "), "31, 31 and 30 days are more than ninety: a part of Mordad is looked at"


def test_days_of_the_last_year_are_counted_by_the_record(cast):
    own = own_maternity(cast.veteran_user, NOW.date())
    assert own.facts["insured_days"] == 335 and own.facts["is_woman"] == "no", "Aban is due and not here yet"


def test_missing_months_are_found_and_named(client, cast):
    client.force_login(cast.veteran_user)
    response = client.get("/law/missing_year/")
    assert "ماه‌های بی‌سابقهٔ شما:" in words(response) and "۱۳۸۸" in words(response) and 'value="۶"' in values_of(response)


def test_filling_a_form_asks_little_of_the_database(client, cast, django_assert_max_num_queries):
    client.force_login(cast.veteran_user)
    client.get("/law/missing_year/")
    for code in FILLED:
        with django_assert_max_num_queries(16):
            client.get(f"/law/{code}/")


def test_reading_ones_own_record_here_is_not_noted(client, cast):
    from opentamin.office.records.models import Reading

    client.force_login(cast.veteran_user)
    client.get("/law/retirement/")
    assert not Reading.objects.exists()
