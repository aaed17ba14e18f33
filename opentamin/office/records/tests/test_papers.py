"""Papers: whoever holds one can check it, and nobody learns more than the paper itself says."""

import re
from datetime import UTC, datetime
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from opentamin.office.accounts.queries import system_user
from opentamin.office.records import throttle
from opentamin.office.records.actions import issue_paper
from opentamin.office.records.actions.issue_paper import Mark
from opentamin.office.records.codes import ALPHABET, new_code, read_code
from opentamin.office.records.letters import OFFICE, render_pdf
from opentamin.office.records.models import Attempt, Audit, Paper
from opentamin.office.records.queries import find_paper, latest_paper

NOTE = OFFICE / "records" / "letters" / "note.typ"
NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
MARK = Mark("7QK4-M2XD-9HTR", "http://localhost:8000/verify/7QK4-M2XD-9HTR/")
HOSTILE = [
    '#import "x"',
    "] #pagebreak() [",
    '"}{',
    "$ x $ *b* _i_ `c` <label> @ref",
    "\\u{41}",
    "#sys.inputs",
    "\u202eنام",
    "\u2067نام",
    "\0\u0007نام",
    "نام\u2069\u2066",
]


def typeset(**data) -> bytes:
    return render_pdf(NOTE, {"title": "رسید", "paragraphs": ["متن"]} | data, MARK, now=NOW)


def text_of(pdf: bytes) -> str:
    return "".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def issue(build=None, **more):
    facts = {"kind": "receipt", "subject": ("list", 5), "name": "receipt.pdf", "by": system_user(), "now": timezone.now()} | more
    return issue_paper(build or (lambda mark: render_pdf(NOTE, {"title": "رسید", "addressed": "خانم مریم رستگار"}, mark)), **facts)


def test_the_same_letter_is_the_same_bytes():
    assert typeset() == typeset()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_text(text):
    """The name of a workplace is written by its owner; in a letter it must stand there and do nothing."""
    reader = PdfReader(
        BytesIO(
            typeset(addressed=text, facts=[[text, text]], table={"heads": [text], "rows": [[text]], "total": [text]}, signed=[text])
        )
    )
    assert len(reader.pages) == 1
    said = "".join(page.extract_text() for page in reader.pages)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\0\u0007]", said)
    visible = [letter for letter in text if letter.isascii() and letter.isalnum()]
    assert all(letter in said for letter in visible)


def test_a_negative_number_keeps_its_sign_in_its_island():
    from opentamin.office.records.letters import _harmless

    assert _harmless({"a": ["\u2066−۵\u2069", "می\u200cروم"]}) == {"a": ["\u2066−۵\u2069", "می\u200cروم"]}


def test_a_letter_is_an_archive_file_with_its_own_font():
    reader = PdfReader(BytesIO(typeset()))
    assert b"pdfaid" in reader.xmp_metadata.stream.get_data()
    fonts = [font.get_object() for font in reader.pages[0]["/Resources"]["/Font"].values()]
    assert fonts and all("Vazirmatn" in font["/BaseFont"] for font in fonts)


def test_the_code_and_its_address_stand_on_the_paper():
    said = text_of(typeset())
    assert MARK.code in said and "/verify/" in said
    assert "7QK4" not in text_of(render_pdf(NOTE, {"title": "رسید"}, now=NOW))


def test_a_letter_in_english_runs_from_left_to_right():
    said = text_of(render_pdf(NOTE, {"language": "en", "title": "Receipt", "day": "22 November 2026"}, now=NOW))
    assert "Social Security Organisation" in said and "Page 1 of 1" in said and "سازمان" not in said


def test_a_code_is_read_as_people_read_it():
    assert {read_code(typed) for typed in ("7qk4-m2xd-9htr", "۷QK4 M2XD 9HTR", "7QK4M2XD9HTR")} == {"7QK4-M2XD-9HTR"}
    assert read_code("OIL0-0000-0000") == "0110-0000-0000"
    assert [read_code(wrong) for wrong in ("", "7QK4", "7QK4-M2XD-9HT!", "7QK4-M2XD-9HTR-0", "U" * 12)] == [None] * 5


def test_codes_use_every_sign_and_do_not_repeat():
    codes = [new_code() for _ in range(400)]
    assert len(set(codes)) == 400 and set("".join(codes)) == set(ALPHABET) | {"-"}


@pytest.mark.django_db
def test_an_issued_paper_is_kept_found_and_noted():
    paper = issue()
    assert find_paper(paper.code.lower().replace("-", " ")) == paper == latest_paper("receipt", ("list", 5))
    assert paper.code in text_of(paper.document.read())
    assert Audit.objects.get().facts == {"paper": paper.pk, "kind": "receipt"}


@pytest.mark.django_db
def test_a_paper_that_cannot_be_built_leaves_nothing_behind():
    with pytest.raises(ZeroDivisionError):
        issue(lambda mark: 1 / 0)
    assert not Paper.objects.exists() and not Audit.objects.exists()


@pytest.mark.django_db
def test_anybody_with_the_code_sees_the_kind_and_the_day_and_no_name(client):
    paper = issue()
    page = client.get(reverse("records:verify", args=[paper.code])).content.decode()
    assert "برگه‌ای با این کد صادر کرده‌ایم" in page and paper.code in page
    assert "".join(re.findall(r"[0-9a-f]{8}(?=<wbr>)", page)) == paper.document.sha256
    assert "رستگار" not in page and "receipt.pdf" not in page


@pytest.mark.django_db
def test_the_same_pdf_is_recognised_and_one_changed_byte_is_seen(client):
    paper = issue()
    body, address = paper.document.read(), reverse("records:verify", args=[paper.code])
    changed = body[:-2] + bytes([body[-2] ^ 1]) + body[-1:]
    said = [client.post(address, {"file": SimpleUploadedFile("x.pdf", sent)}).content.decode() for sent in (body, changed, b"")]
    assert "این پرونده همان است" in said[0] and "آن نیست" not in said[0]
    assert all("این پرونده آن نیست" in page for page in said[1:])


@pytest.mark.django_db
def test_a_form_without_a_file_says_what_to_do(client):
    paper = issue()
    assert "پروندهٔ PDF را برگزینید" in client.post(reverse("records:verify", args=[paper.code]), {}).content.decode()


@pytest.mark.django_db
def test_an_unknown_code_is_answered_plainly_and_kept_harmless(client):
    issue()
    answer = client.get(reverse("records:verify", args=["<b>x"]))
    assert answer.status_code == 404 and "صادر نکرده‌ایم" in answer.content.decode() and "<b>x" not in answer.content.decode()


@pytest.mark.django_db
def test_a_typed_code_leads_to_its_paper(client):
    paper = issue()
    typed = paper.code.lower().translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert client.post(reverse("records:verify"), {"code": typed}).url == reverse("records:verify", args=[paper.code])
    assert "این کد نیست" in client.post(reverse("records:verify"), {"code": "123"}).content.decode()


@pytest.mark.django_db
def test_after_many_wrong_codes_an_address_waits_and_others_do_not(client):
    paper = issue()
    for _ in range(throttle.WRONG_CODES_MAX):
        assert client.get(reverse("records:verify", args=[new_code()])).status_code == 404
    shut = client.get(reverse("records:verify", args=[paper.code]))
    assert shut.status_code == 429 and 0 < int(shut["Retry-After"]) <= 3601
    assert client.get(reverse("records:verify", args=[paper.code]), REMOTE_ADDR="192.0.2.7").status_code == 200
    assert "127.0.0.1" not in Attempt.objects.get().who


@pytest.mark.django_db
def test_right_codes_are_not_counted(client):
    paper = issue()
    for _ in range(throttle.WRONG_CODES_MAX + 1):
        assert client.get(reverse("records:verify", args=[paper.code])).status_code == 200
    assert not Attempt.objects.exists()
