"""An estimate taken along: as a paper, and in English."""

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from opentamin.office.advice.calculators import CALCULATORS

from .asked import words

CODES = list(CALCULATORS)
PERSIAN = re.compile("[ء-ۓ،؛؟]")


def text_of(response) -> str:
    assert response.status_code == 200 and response.headers["Content-Type"] == "application/pdf"
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(response.content)).pages)
    return re.sub(r"\s+", " ", text)


def said(text: str, number: str) -> bool:
    """Whether a number stands in the text of a PDF, which gives Persian digits in either direction."""
    return number in text or number[::-1] in text


@pytest.mark.parametrize("code", CODES)
def test_the_paper_says_the_same_and_that_it_is_an_estimate(asking, code):
    response = asking(code, **{"as": "pdf"})
    text = text_of(response)
    assert f"estimate-{code}.pdf" in response.headers["Content-Disposition"]
    assert "برآورد" in text and "رأی" in text and "ماده" in text


def test_the_paper_holds_the_sums_of_the_page(asking):
    assert said(text_of(asking("sickness", **{"as": "pdf"})), "۵۲٬۵۰۰٬۰۰۰")
    text = text_of(asking("survivors", **{"as": "pdf"}))
    assert said(text, "۱۲۰٬۰۰۰٬۰۰۰") and said(text, "۶۰٬۰۰۰٬۰۰۰") and said(text, "۳۰۰٬۰۰۰٬۰۰۰")


def test_the_paper_of_a_refusal_names_the_condition(asking):
    text = text_of(asking("marriage", insured_days="۷۱۹", **{"as": "pdf"}))
    assert said(text, "۷۱۹") and said(text, "۷۲۰")


@pytest.mark.parametrize("code", CODES)
def test_page_form_and_paper_are_whole_in_english(client, asking, code):
    client.post("/i18n/setlang/", {"language": "en"})
    for response in (client.get(f"/law/{code}/"), asking(code), client.post(f"/law/{code}/", {})):
        left = words(response).replace("فارسی", "")
        found = PERSIAN.search(left)
        assert found is None, left[max(0, found.start() - 60) : found.end() + 60]
    answer = words(asking(code))
    assert "estimate" in answer and "not a decision" in answer and not re.search("[۰-۹]", answer)
    paper = text_of(asking(code, **{"as": "pdf"}))
    assert "Estimate" in paper and not PERSIAN.search(paper.replace("تأمین اجتماعی", ""))


def test_a_refusal_is_whole_in_english(client, asking):
    client.post("/i18n/setlang/", {"language": "en"})
    page = words(asking("unemployment", record_years="0", record_months="5"))
    assert "By our estimate no unemployment benefit is paid" in page and "Which condition is not met?" in page
    assert not PERSIAN.search(page.replace("فارسی", ""))


def test_the_hall_is_whole_in_english(client, db):
    client.post("/i18n/setlang/", {"language": "en"})
    assert not PERSIAN.search(words(client.get("/law/")).replace("فارسی", ""))
