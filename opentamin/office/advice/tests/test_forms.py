"""Every form: what is wrong is a sentence, what was typed stays, nothing personal reaches an address, and nothing breaks."""

import html
import itertools

import pytest

from opentamin.office.advice.calculators import CALCULATORS
from opentamin.office.kit.fields import JalaliDateField

from .asked import TYPED, words

CODES = list(CALCULATORS)
TRIED_EACH = 4
HOSTILE = [
    "<script>alert(1)</script>", "'\"><img src=x onerror=alert(1)>", "۹" * 400, "-5", "1e9", "٣٤", "۱۴۰۵/۱۳/۴۵", "1405/12/30", "0/0/0", "\x00", "\u202e۱۲۳",
    "null", "[]", "{{7*7}}", "%(x)s", "NaN", "½", "۱۴۰۳/۱۲/۳۰", "9999/99/99", " ", "💥" * 50,
]  # fmt: skip


def test_every_calculator_is_tried_here():
    assert set(TYPED) == set(CALCULATORS)


@pytest.mark.parametrize("code", CODES)
def test_an_empty_form_says_of_each_field_what_is_wanted(client, db, code):
    response = client.post(f"/law/{code}/", {})
    page = words(response)
    assert response.status_code == 422 and "هنوز حساب نشده است" in page and "<title>خطا:" in response.content.decode()
    assert 'aria-invalid="true"' in response.content.decode() and "This field" not in page and "لازم است" not in page


@pytest.mark.parametrize("code", CODES)
def test_whatever_is_typed_anywhere_is_answered(asking, code):
    for place, name in enumerate(TYPED[code]):
        for step in range(TRIED_EACH):
            bad = HOSTILE[(place * TRIED_EACH + step) % len(HOSTILE)]
            response = asking(code, **{name: bad})
            body = response.content.decode()
            assert response.status_code in (200, 422), (name, bad)
            assert "<script>alert" not in body and "<img src=x" not in body, (name, bad)


@pytest.mark.parametrize("code", CODES)
def test_the_greatest_numbers_and_the_first_and_last_days_are_answered(asking, code):
    for name, field in CALCULATORS[code].form().fields.items():
        for most in [str(field.most)] if hasattr(field, "most") else ["1300/1/1", "1500/12/29"] if isinstance(field, JalaliDateField) else []:
            assert asking(code, **{name: most}).status_code in (200, 422), (name, most)


@pytest.mark.parametrize("code", CODES)
def test_what_was_typed_stays_when_something_is_wrong(asking, code):
    typed = TYPED[code] | ({"wage_daily": "۶٬۰۰۰٬۰۰۰"} if code == "scheme" else {})
    name, other, *_ = (name for name, value in typed.items() if any(sign in value for sign in "۰۱۲۳۴۵۶۷۸۹"))
    body = html.unescape(asking(code, **typed | {name: "نادرست <b>"}).content.decode())
    assert 'value="نادرست <b>"' in body and f'value="{typed[other]}"' in body


@pytest.mark.parametrize("code", CODES)
def test_digits_of_every_keyboard_are_one(asking, code):
    latin, arabic = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789"), str.maketrans("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩")
    titles = set()
    for table in ({}, latin, arabic):
        response = asking(code, **{name: value.translate(table) for name, value in TYPED[code].items()})
        titles.add(words(response).partition("·")[0])
        assert response.status_code == 200
    assert len(titles) == 1


@pytest.mark.parametrize("code", CODES)
def test_no_address_holds_what_was_typed(client, asking, code):
    response = asking(code)
    body = response.content.decode()
    assert response.status_code == 200 and 'method="get"' not in body.lower() and f"/law/{code}/?" not in body
    assert "no-store" in response.headers["Cache-Control"]
    assert words(client.get(f"/law/{code}/", TYPED[code])).count("به برآورد ما") == 0, "facts of an address are not read"


@pytest.mark.parametrize("code", CODES)
def test_a_page_says_that_it_is_no_decision_and_what_it_rests_on(answer, code):
    page = answer(code)
    assert "این صفحه برآورد است، نه رأی." in page and "محاسبه، ماده به ماده" in page and "این برآورد بر چه پایه‌ای است" in page
    assert "واجد شرایط هستید" not in page


@pytest.mark.parametrize("code", CODES)
def test_what_was_said_can_be_changed(asking, code):
    response = asking(code, change="1")
    assert response.status_code == 200 and "حساب کردن" in words(response) and 'aria-invalid="true"' not in response.content.decode()


@pytest.mark.parametrize("code", CODES)
def test_a_guest_costs_no_question_to_the_database(client, asking, code, django_assert_num_queries):
    asking(code)
    with django_assert_num_queries(0):
        client.get(f"/law/{code}/")
        asking(code)


def test_the_hall_leads_to_every_calculator(client, db, django_assert_num_queries):
    with django_assert_num_queries(0):
        body = client.get("/law/").content.decode()
    places = [body.index(f'href="/law/{code}/"') for code in CODES]
    assert all(one < other for one, other in itertools.pairwise(places))


def test_what_is_no_calculator_is_not_found(client, db):
    assert client.get("/law/wealth/").status_code == 404 and client.post("/law/wealth/").status_code == 404
    assert client.put("/law/wage/").status_code == 405
