"""Bad input through the page a clerk really uses: what is said, where, how to mend it; and that nothing is half kept.

An upload that cannot be read is refused and leaves nothing at all. A list that can be read but is wrong is kept as it came
and handed back; no row of it, no month, no journal comes to stand anywhere.
"""

import numpy as np
import pytest

from opentamin.lists import archive, zip_pair
from opentamin.office.contributions.models import MonthlyList
from opentamin.sample.faults import FAULTS
from tests.cast import write

from .pages import SEND, fa, kept, planted, rials, send, text_of

pytestmark = pytest.mark.django_db

# What the clerk reads when the upload is refused: what happened, and how to mend it.
REFUSED = {
    "zip-bomb": ("بایگانی «list.zip» پذیرفته نشد", "بیش از اندازهٔ یک فهرست فشرده شده", "دو پرونده را بی بایگانی بفرستید."),
    "zip-paths": ("نشانی پرونده در بایگانی «list.zip» درست نیست", "«../../DSKKAR01.DBF» به بیرون از بایگانی اشاره می‌کند.", "بی پوشه در یک ZIP تازه"),
    "zip-in-zip": ("در بایگانی «list.zip» بایگانی دیگری است", "پرونده‌های فهرست را یک‌راست در بایگانی بگذارید."),
    "zip-cut": ("بایگانی «list.zip» آسیب دیده است", "شاید هنگام فرستادن بریده شده باشد.", "بایگانی را دوباره بسازید و بفرستید."),
    "record-size": ("سرآغاز پروندهٔ «DSKWOR01.DBF» با ستون‌هایش نمی‌خواند", "طول هر ردیف ۴۰ بایت نوشته شده", "دوباره از برنامهٔ خود بسازید."),
    "empty": ("پروندهٔ «DSKWOR01.DBF» خالی است", "هیچ بایتی ندارد.", "دوباره از برنامهٔ حقوق و دستمزد بسازید و بفرستید."),
    "half": ("پروندهٔ کارکنان نیامده است", "هر دو پروندهٔ این فهرست را با هم بفرستید."),
    "other-workplace": ("کارگاه ۷۰۱۴۰۱۰۰۰۱ به شما سپرده نشده است", "از کارفرما بخواهید این کارگاه را به شما بسپارد."),
}
# What the clerk reads when the list is handed back. {row} is the row in which the fault was planted.
HANDED_BACK = {
    "truncated": ("پروندهٔ «DSKWOR01.DBF» بریده شده است", "شمار ردیف‌ها ۵ نوشته شده؛ ۴ ردیف کامل در پرونده هست", "پروندهٔ کامل را دوباره بفرستید."),
    "lying-header": ("در «DSKWOR01.DBF» ردیف‌هایی کم است", "شمار ردیف‌ها ۱۰ نوشته شده؛ ۵ ردیف در پرونده هست.", "دوباره بسازید و بفرستید."),
    "counts": ("تعداد کارکنان با ردیف‌ها نمی‌خواند", "پروندهٔ کارکنان ۵ ردیف دارد.", "۵ بنویسید، یا ردیف‌های جاافتاده را بیاورید."),
    "totals": ("«مجموع مزد و مزایای مشمول» از جمع ردیف‌ها بیشتر است", "۱٬۰۰۰٬۰۰۰ زیاد است."),
    "destroyed": ("حرف‌های فارسی به علامت پرسش بدل شده است", "در ۵ ردیف به‌جای نام‌ها «؟» است؛ نخستین آن‌ها ردیف ۱.", "بی برنامهٔ واسط"),
    "foreign-code-page": ("نویسه‌های پرونده شناخته نشد", "پرونده با کدصفحه‌ای نوشته شده که نمی‌خوانیم", "در ۵ ردیف، از ردیف ۱", "ایران‌سیستم، ویندوز ۱۲۵۶ یا یونیکد"),
    "zero-rows": ("فهرست هیچ نفری ندارد", "پروندهٔ کارکنان ردیفی ندارد.", "نام کارکنان را در فهرست بیاورید"),
    "days-32": ("ردیف {row}: روز کارکرد بیش از روزهای ماه است", "آبان ۳۰ روز دارد؛ روز کارکرد نباید بیشتر باشد.", "۳۰ یا کمتر بنویسید."),
    "negative-money": ("ردیف {row}: مبلغ منفی است", "از صفر کمتر نیست", "مبلغ همین ماه را بنویسید."),
    "money-19-digits": ("ردیف {row}: عدد بیش از ۱۸ رقم دارد", "۹٬۲۲۳٬۳۷۲٬۰۳۶٬۸۵۴٬۷۷۵٬۸۰۷", "با ۱۲ رقم یا کمتر بنویسید."),
    "duplicate": ("ردیف {row}: شمارهٔ بیمه تکراری است", "هم آمده است.", "شمارهٔ درست یکی از دو نفر را از کارت بیمهٔ او بنویسید."),
    "padded-00": ("شماره‌های بیمه بریده شده است", "۵ شماره با «۰۰» آغاز می‌شود", "شمارهٔ هشت‌رقمی را بی «۰۰» بنویسید."),
    "future": ("ماه فهرست هنوز نرسیده است", "فهرست برای بهمن ۱۴۰۵ است؛ اکنون آذر ۱۴۰۵ است.", "سال و ماه عملکرد را درست کنید."),
    "bime": ("ردیف {row}: حق بیمهٔ سهم کارگر با مزد نمی‌خواند", "باید ۷ درصد مزد مشمول باشد", "۱۰٬۰۰۰ ریال زیاد است."),
}
# What is taken: with a remark to read, or in silence where nothing is wrong with it.
TAKEN = {
    "national-id": ("کد ملی ده رقم است و رقم آخر آن با نه رقم پیش از آن می‌خواند.", "از روی کارت ملی بازبینی کنید."),
    "html": ("در متن‌ها پنج نویسهٔ \" ' < > & و نویسه‌های کنترلی نمی‌آید.", "این نویسه را بردارید."),
    "code-page": (),
    "persian-digits": (),
    "arabic-digits": (),
}
OF_A_RECEIPT = {"MonthlyList", "ListDocument", "Document", "Audit", "ProcrastinateJob"}
OF_A_CHECK = {"ListFinding", "Notice"}


def left_behind(before: dict[str, int]) -> set[str]:
    return {name for name, count in kept().items() if count != before[name]}


def test_every_fault_that_can_be_planted_is_tried_here():
    assert set(FAULTS) == {*REFUSED, *HANDED_BACK, *TAKEN}


@pytest.mark.parametrize("fault", REFUSED)
def test_an_upload_that_cannot_be_read_is_refused_in_words_and_leaves_nothing(clerk, cast, fault):
    files, _ = planted(cast, fault)
    before = kept()
    answer = send(clerk, files)
    assert answer.status_code == 422
    said = text_of(answer)
    assert "فهرست هنوز نرسیده است" in said
    for sentence in REFUSED[fault]:
        assert sentence in said
    assert kept() == before


@pytest.mark.parametrize("fault", HANDED_BACK)
def test_a_wrong_list_is_handed_back_in_words_and_stands_nowhere(clerk, cast, fault):
    files, places = planted(cast, fault)
    before = kept()
    answer = send(clerk, files)
    assert answer.status_code == 200
    said = text_of(answer)
    assert "فهرست هنوز ثبت نشده است" in said
    for sentence in HANDED_BACK[fault]:
        assert sentence.format(row=fa(places[0].row)) in said
    assert left_behind(before) == OF_A_RECEIPT | OF_A_CHECK
    one = MonthlyList.objects.get()
    assert one.state == "returned" and {kept.document.name: kept.document.read() for kept in one.documents.all()} == dict(files)

    # nor can it be made final, by whatever door
    after = kept()
    assert "اکنون آمادهٔ محاسبه نیست" in text_of(clerk.post(f"/lists/{one.tracking}/assess/", follow=True))
    assert clerk.post(f"/api/v1/lists/{one.tracking}/assess").status_code == 409
    assert kept() == after


@pytest.mark.parametrize("fault", TAKEN)
def test_what_is_odd_but_not_wrong_is_taken_and_said(clerk, cast, fault):
    honest = send(clerk, cast.list_files(cast.honest, number=2))
    files, _ = planted(cast, fault)
    answer = send(clerk, files)
    one = MonthlyList.objects.get(list_number=1)
    assert answer.status_code == 200 and one.state == "accepted"
    said = text_of(answer)
    for sentence in TAKEN[fault]:
        assert sentence in said
    if not TAKEN[fault]:
        assert one.warning_count == honest.context["one"].warning_count, "nothing is wrong, so nothing more is said"
    clerk.post(f"/lists/{one.tracking}/assess/")
    one.refresh_from_db()
    assert one.state == "assessed"


def test_digits_of_three_alphabets_in_text_files_make_one_and_the_same_assessment(clerk, cast):
    totals = set()
    for number, digits in enumerate(("0123456789", "۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩"), 1):
        files = cast_in_digits(cast, number, digits)
        assert number == 1 or not any(mark in body.decode("utf-8-sig") for _, body in files for mark in "34567")
        assert "پذیرفته شد" in text_of(send(clerk, files))
        one = MonthlyList.objects.get(list_number=number)
        clerk.post(f"/lists/{one.tracking}/assess/")
        one.refresh_from_db()
        totals.add((one.assessment.due_total, one.days_total, one.wage_total))
        assert one.workers.filter(person=cast.insured.person).exists(), "the numbers name the same people"
    assert len(totals) == 1


def cast_in_digits(cast, number: int, digits: str):
    """The honest list as text files in which every digit is of one alphabet."""
    table = str.maketrans("0123456789", digits)
    files = write(cast.draft(cast.honest, number=number), form="txt", encoding="unicode")
    return [(name, body.decode("utf-8-sig").translate(table).encode()) for name, body in files]


UPLOADS = {
    "nothing at all": ([], "دو پروندهٔ فهرست یا یک فایل ZIP را برگزینید."),
    "a letter": ([("letter.docx", b"PK-not really")], "پروندهٔ فهرست پیدا نشد"),
    "a picture": ([("photo.jpg", b"\xff\xd8\xff\xe0" + bytes(900))], "پروندهٔ فهرست پیدا نشد"),
    "another archive": ([("list.rar", b"Rar!\x1a\x07\x00" + bytes(99))], "از میان بایگانی‌ها تنها ZIP خوانده می‌شود."),
    "a picture under the name of a list": ([("DSKKAR00.DBF", b"\xff\xd8\xff\xe0" + bytes(900))], "خوانده نمی‌شود"),
    "an empty archive": ([("list.zip", zip_pair({}))], "در بایگانی پرونده‌ای نیست."),
    "forty-one files": ([(f"DSKKAR{number}.DBF", b"x") for number in range(41)], "یک‌باره بیش از ۴۰ پرونده نمی‌گیریم؛ آن‌ها را در یک فایل ZIP بگذارید."),
    "words without columns": ([("DSKKAR00.TXT", "سلام".encode()), ("DSKWOR00.TXT", "خوبید".encode())], "پروندهٔ کارگاه ۲۳ یا ۲۵ و پروندهٔ کارکنان ۲۷ یا ۲۹ ستون دارد"),
}


@pytest.mark.parametrize("what", UPLOADS)
def test_what_is_no_list_is_refused_in_words_and_leaves_nothing(clerk, cast, what):
    files, sentence = UPLOADS[what]
    before = kept()
    answer = send(clerk, files)
    assert answer.status_code == 422 and sentence in text_of(answer)
    assert kept() == before


def test_a_body_larger_than_we_take_is_refused_before_anything_reads_it(clerk, cast, settings):
    settings.LIST_UPLOAD_BYTES_MAX = 200_000
    before = kept()
    answer = clerk.post(SEND, b"-" * 400_000, content_type="multipart/form-data; boundary=list")
    assert answer.status_code == 413
    assert "این پرونده‌ها روی هم از" in text_of(answer) and "در یک فایل ZIP فشرده کنید" in text_of(answer)
    assert kept() == before


def test_what_unpacks_to_one_byte_more_than_the_limit_is_refused_and_the_limit_itself_is_taken(clerk, cast, monkeypatch):
    inside = dict(cast.list_files(cast.honest))
    unpacked = sum(len(body) for body in inside.values())
    packed = [("aban.zip", zip_pair(inside))]
    before = kept()
    monkeypatch.setattr(archive, "UNPACKED_MAX", unpacked - 1)
    answer = send(clerk, packed)
    assert answer.status_code == 422 and "محتوای بایگانی «aban.zip» بسیار بزرگ است" in text_of(answer)
    assert "فهرست‌ها را در چند بایگانی بفرستید." in text_of(answer)
    assert kept() == before
    monkeypatch.setattr(archive, "UNPACKED_MAX", unpacked)
    assert "پذیرفته شد" in text_of(send(clerk, packed))


def test_one_foreign_list_among_own_ones_refuses_the_whole_upload(clerk, cast):
    inside = {f"own/{name}": body for name, body in cast.list_files(cast.honest)}
    inside |= {f"foreign/{name}": body for name, body in cast.list_files(cast.far)}
    before = kept()
    answer = send(clerk, [("both.zip", zip_pair(inside))])
    assert answer.status_code == 422 and "کارگاه ۷۰۲۱۲۲۰۰۰۱ به شما سپرده نشده است" in text_of(answer)
    assert kept() == before


def test_several_faults_at_once_are_all_said_and_the_mended_list_is_taken(clerk, cast):
    files, places = planted(cast, "days-32", "totals", "national-id")
    said = text_of(send(clerk, files))
    for fault in ("days-32", "totals"):
        row = next((place.row for place in places if place.fault == fault and place.row), None)
        assert all(sentence.format(row=fa(row)) in said for sentence in HANDED_BACK[fault][:1])
    assert TAKEN["national-id"][0] in said
    assert "پذیرفته شد" in text_of(send(clerk, cast.list_files(cast.honest)))


def test_a_wage_above_the_ceiling_is_taken_and_cut_and_the_clerk_is_told_by_how_much(clerk, cast):
    said = text_of(send(clerk, cast.list_files(cast.honest)))
    one = MonthlyList.objects.get()
    clerk.post(f"/lists/{one.tracking}/assess/")
    worker = one.workers.get(row=5)
    assert f"از سقف ۳۰ روزه ({rials(worker.wage_base)} ریال در آبان ۱۴۰۵) بیشتر است." in said
    assert worker.wage_cut == worker.wage_insurable - worker.wage_base > 0


def test_a_list_whose_rows_alone_could_not_be_counted_in_a_column_is_handed_back_not_broken(clerk, cast):
    draft = cast.draft(cast.honest)
    for column in ("DSW_MASH", "DSW_TOTL"):
        draft.workers[column] = np.full(len(draft), 999_999_999_999 // len(draft))
    answer = send(clerk, write(draft))
    assert answer.status_code == 200 and "مزد مشمول با جمع دستمزد و مزایا نمی‌خواند" in text_of(answer)
