"""What an employer meets: sending, findings, the amount, withdrawing."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from opentamin.lists import zip_pair
from opentamin.office.accounts.models import Grant
from opentamin.office.notices.models import Notice
from opentamin.office.records.models import Audit, Document

from .. import intake
from ..actions import assess_list
from ..intake import take_in
from ..models import Assessment, ListDocument, ListFinding, ListRow, ListState, MonthlyList
from .builders import CODE, FAR_CODE, NOW, OTHER_CODE, files_of, user_with, worker_columns, wrong_files

SEND = "/lists/new/"
KEPT = (MonthlyList, ListDocument, ListRow, ListFinding, Document, Notice, Audit)


def send(client, files):
    return client.post(SEND, {"files": [SimpleUploadedFile(name, body) for name, body in files]})


def text_of(answer) -> str:
    return answer.content.decode()


@pytest.fixture
def employer(client, made):
    client.force_login(made.employer)
    return client


def test_a_right_list_is_received_checked_and_accepted_in_one_step(employer):
    answer = send(employer, files_of(3))
    one = MonthlyList.objects.get()
    assert answer["Location"] == f"/lists/{one.tracking}/"
    assert one.state == ListState.ACCEPTED
    assert ListRow.objects.count() == 3


def test_two_files_in_a_zip_are_the_same_list(employer):
    send(employer, files_of(3))
    answer = send(employer, [("list.zip", zip_pair(dict(files_of(3))))])
    assert MonthlyList.objects.count() == 1
    assert answer["Location"].endswith("?again=1")


def test_the_same_file_again_gives_the_first_receipt_and_says_when_it_had_arrived(employer):
    send(employer, files_of(3))
    before = [model.objects.count() for model in KEPT]
    answer = send(employer, files_of(3))
    page = text_of(employer.get(answer["Location"]))
    assert "پیش‌تر، یکشنبه ۱\xa0آذر\xa0۱۴۰۵ ساعت <bdi>۱۰:۴۲</bdi>، رسیده بود" in page
    assert [model.objects.count() for model in KEPT] == before


def test_several_lists_in_one_zip_each_get_their_number(employer, made):
    pairs = {}
    for month in (140507, 140508):
        pairs |= {f"{month}/{name}": body for name, body in files_of(2, month=month)}
    page = text_of(employer.get(send(employer, [("year.zip", zip_pair(pairs))])["Location"]))
    assert "۲ فهرست رسید" in page
    assert MonthlyList.objects.count() == 2


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([("notes.txt", b"not a list")], "فهرست هنوز نرسیده است"),
        ([], "دو پروندهٔ فهرست یا یک فایل ZIP را برگزینید."),
        (files_of(3)[:1], "فهرست هنوز نرسیده است"),
        ([("DSKWOR00.DBF", b"")], "فهرست هنوز نرسیده است"),
    ],
)
def test_what_cannot_be_read_is_handed_back_with_a_sentence_and_nothing_is_kept(employer, files, said):
    before = [model.objects.count() for model in KEPT]
    answer = send(employer, files)
    page = text_of(answer)
    assert answer.status_code == 422
    assert said in page and 'class="errsum"' in page and "<title>خطا: " in page
    assert [model.objects.count() for model in KEPT] == before


@pytest.mark.parametrize("code", [OTHER_CODE, FAR_CODE, "0199999999"])
def test_a_list_for_a_workplace_of_others_and_for_an_unknown_one_are_refused_alike(employer, code):
    answer = send(employer, files_of(3, code=code))
    assert answer.status_code == 422
    assert not MonthlyList.objects.exists() and not Document.objects.exists()
    assert text_of(answer).count(code.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))) >= 1


def test_more_bytes_than_we_take_are_refused_before_they_are_read(employer, settings):
    settings.LIST_UPLOAD_BYTES_MAX = 1000
    answer = employer.post(SEND, b"x" * 80_000, content_type="multipart/form-data; boundary=b")
    assert answer.status_code == 413
    assert "بزرگ‌ترند" in text_of(answer)
    answer = send(employer, files_of(3))
    assert answer.status_code == 422 and "بزرگ‌ترند" in text_of(answer)
    assert not MonthlyList.objects.exists()


def test_the_form_still_asks_for_its_csrf_token(made):
    client = Client(enforce_csrf_checks=True)
    client.force_login(made.employer)
    assert send(client, files_of(3)).status_code == 403
    assert not MonthlyList.objects.exists()


def test_a_long_list_is_checked_by_a_job_deferred_with_it(employer, made, monkeypatch):
    monkeypatch.setattr(intake, "ROWS_CHECKED_AT_ONCE", 2)
    answer = send(employer, files_of(3))
    one = MonthlyList.objects.get()
    assert one.state == ListState.RECEIVED
    assert ProcrastinateJob.objects.get().args == {"list_id": one.id}
    page = text_of(employer.get(answer["Location"]))
    assert "در دست بررسی است" in page and "hx-trigger" in page and "دیدن نتیجه" in page
    assert employer.get(answer["Location"], headers={"HX-Request": "true"}).status_code == 204


def test_a_polling_page_is_told_to_reload_once_the_list_is_checked(employer, accepted):
    answer = employer.get(f"/lists/{accepted.tracking}/", headers={"HX-Request": "true"})
    assert answer["HX-Refresh"] == "true"


def test_our_own_mistake_in_checking_costs_the_sender_nothing(employer, monkeypatch):
    def fails(*args, **kwargs):
        raise AssertionError("ours")

    monkeypatch.setattr(intake, "check_list", fails)
    assert send(employer, files_of(3)).status_code == 302
    assert MonthlyList.objects.get().state == ListState.RECEIVED
    assert ProcrastinateJob.objects.count() == 1


def test_the_job_of_a_short_list_comes_later_and_finds_nothing_left_to_do(employer, work_off):
    send(employer, files_of(3))
    job = ProcrastinateJob.objects.get()
    assert job.args == {"list_id": MonthlyList.objects.get().id} and job.scheduled_at > datetime.now(UTC)
    assert work_off() == 0, "it is not yet its time"
    notices = Notice.objects.count()
    _bring_forward()
    assert work_off() == 1
    assert MonthlyList.objects.get().state == ListState.ACCEPTED and Notice.objects.count() == notices


def test_a_short_list_whose_process_broke_off_before_the_check_is_checked_by_its_job(employer, monkeypatch, work_off):
    monkeypatch.setattr(intake, "_check", lambda receipt, *, now: None)
    send(employer, files_of(3))
    assert MonthlyList.objects.get().state == ListState.RECEIVED
    _bring_forward()
    assert work_off() == 1
    assert MonthlyList.objects.get().state == ListState.ACCEPTED


def test_the_same_file_again_makes_no_second_job(employer):
    for _ in range(2):
        send(employer, files_of(3))
    assert ProcrastinateJob.objects.count() == 1


def _bring_forward():
    """As if the half minute had passed."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = now()")


def test_a_returned_list_says_where_what_and_how_to_mend(employer, returned):
    page = text_of(employer.get(f"/lists/{returned.tracking}/"))
    assert "فهرست هنوز ثبت نشده است؛ ۱ ردیف خطا دارد" in page
    assert '<a href="#finding-0">ردیف ۱: روز کارکرد بیش از روزهای ماه است</a>' in page
    assert 'id="finding-0"' in page
    assert "آبان ۳۰ روز دارد؛ روز کارکرد نباید بیشتر باشد." in page and "۳۰ یا کمتر بنویسید." in page
    assert "تا دوشنبه ۳۰\xa0آذر؛ ۲۹ روز مانده" in page
    assert page.count("btn-main") == 1 and "style=" not in page


def test_many_findings_come_a_hundred_at_a_time(employer, made):
    one = take_in(wrong_files(250, wrong=250), by=made.employer, now=NOW)[0].list
    first, last = (text_of(employer.get(f"/lists/{one.tracking}/?errors={number}")) for number in (1, 3))
    assert "از ۱ تا ۱۰۰؛ همه ۲۵۰" in first and first.count("<tr id=") == 100
    assert "از ۲۰۱ تا ۲۵۰؛ همه ۲۵۰" in last and last.count("<tr id=") == 50
    assert "و ۲۴۰ خطای دیگر" in first


def test_names_in_a_file_stay_text(employer, made):
    columns = worker_columns(2)
    columns["DSW_DD"][0] = 31
    columns["DSW_LNAME"] = columns["DSW_LNAME"].astype("<U60")
    columns["DSW_LNAME"][0] = "<script>alert(1)</script>"
    one = take_in(files_of(columns=columns, form="txt"), by=made.employer, now=NOW)[0].list
    page = text_of(employer.get(f"/lists/{one.tracking}/"))
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_an_accepted_list_shows_its_amount_before_anybody_makes_it_final(employer, accepted):
    page = text_of(employer.get(f"/lists/{accepted.tracking}/"))
    assert "۲۷۰٬۰۰۰٬۰۰۰ <small>ریال</small>" in page  # 4 workers × 225,000,000 × (7 + 20 + 3) %
    assert "محاسبه و ثبت قطعی" in page and page.count("btn-main") == 1
    assert "برای ماه پیش سابقه‌ای از این کارگاه نداریم." in page
    assert not Assessment.objects.exists()


def test_what_changed_since_last_month_is_told(employer, made):
    before = take_in(files_of(3, month=140507), by=made.employer, now=NOW)[0].list
    assess_list(before.id, by=made.employer, now=NOW)
    one = take_in(files_of(columns=worker_columns(3, first=1)), by=made.employer, now=NOW)[0].list
    page = text_of(employer.get(f"/lists/{one.tracking}/"))
    assert "<dt>تازه آمده</dt><dd>۱</dd>" in page and "<dt>دیگر نیست</dt><dd>۱</dd>" in page


def test_making_it_final_leads_to_the_amount_and_twice_is_once(employer, accepted):
    address = f"/lists/{accepted.tracking}/assess/"
    employer.post(address)
    page = text_of(employer.post(address, follow=True))
    assert "این فهرست اکنون آمادهٔ محاسبه نیست" in page
    assert Assessment.objects.get().due_total == 270_000_000
    assert "حق بیمهٔ آبان\xa0۱۴۰۵" in page and "۲۷۰٬۰۰۰٬۰۰۰" in page


def test_a_returned_list_cannot_be_made_final(employer, returned):
    page = text_of(employer.post(f"/lists/{returned.tracking}/assess/", follow=True))
    assert "این فهرست اکنون آمادهٔ محاسبه نیست" in page
    assert not Assessment.objects.exists()


def test_withdrawing_asks_for_a_reason(employer, accepted):
    address = f"/lists/{accepted.tracking}/withdraw/"
    refused = employer.post(address, {"reason": " "})
    assert refused.status_code == 422 and "بنویسید چرا فهرست را پس می‌گیرید" in text_of(refused)
    accepted.refresh_from_db()
    assert accepted.state == ListState.ACCEPTED
    page = text_of(employer.post(address, {"reason": "پروندهٔ ماه دیگر بود"}, follow=True))
    assert "پس گرفته شد" in page and "پروندهٔ ماه دیگر بود" in page
    accepted.refresh_from_db()
    assert accepted.state == ListState.WITHDRAWN


def test_an_assessed_list_is_not_withdrawn(employer, assessed):
    page = text_of(employer.post(f"/lists/{assessed.tracking}/withdraw/", {"reason": "هوس"}, follow=True))
    assert "این فهرست را دیگر نمی‌شود پس گرفت" in page
    assessed.refresh_from_db()
    assert assessed.state == ListState.ASSESSED


def test_after_a_withdrawal_the_same_file_may_be_sent_again(employer, withdrawn):
    send(employer, wrong_files(3))
    assert MonthlyList.objects.exclude(state=ListState.WITHDRAWN).count() == 1


def test_workers_are_found_by_any_spelling_of_their_name(employer, made):
    columns = worker_columns(3)
    columns["DSW_LNAME"] = columns["DSW_LNAME"].astype("<U60")
    columns["DSW_LNAME"][1] = "شریفی‌راد"
    one = take_in(files_of(columns=columns, form="txt"), by=made.employer, now=NOW)[0].list
    assess_list(one.id, by=made.employer, now=NOW)
    for typed in ("شريفي", "شریفی‌راد", "شریفیراد", "۲۰۰۰۰۰۰۱", columns["PER_NATCOD"][1]):
        page = text_of(employer.get(f"/lists/{one.tracking}/", {"q": typed}))
        assert page.count("ماده به ماده<span") == 1, typed
        assert f"/lists/{one.tracking}/workers/2/" in page
    assert "کسی با «ناشناس» در این فهرست نیست" in text_of(employer.get(f"/lists/{one.tracking}/", {"q": "ناشناس"}))


def test_what_is_due_leads_the_list_of_lists(employer, made):
    assert "فهرست آبان\xa0۱۴۰۵ را بفرستید" in text_of(employer.get("/lists/"))
    send(employer, wrong_files(3))
    assert "را اصلاح کنید و بفرستید" in text_of(employer.get("/lists/"))
    send(employer, files_of(3))
    page = text_of(employer.get("/lists/"))
    assert "را اصلاح کنید" not in page and "را ببینید و ثبت کنید" in page
    employer.post(f"/lists/{MonthlyList.objects.get(state='accepted').tracking}/assess/")
    assert "فهرست ماه گذشته رسیده است." in text_of(employer.get("/lists/"))


def test_a_file_is_saved_as_it_came(employer, accepted):
    kept = accepted.documents.order_by("document__name").first()
    answer = employer.get(reverse("contributions:file", args=[accepted.tracking, kept.document_id]))
    assert b"".join(answer.streaming_content) == dict(files_of(4))["DSKKAR01.DBF"]
    assert answer["Content-Disposition"].startswith("attachment")


def test_a_zip_with_lists_of_others_is_closed_to_who_may_not_read_them_all(client, made):
    accountant = user_with("clerk", made.sepidar.id, username="accountant")
    valid = accountant.grants.get().valid
    Grant.objects.create(user=accountant, role="clerk", scope_kind="workplace", scope_id=made.afra.id, valid=valid, reason="test")
    both = zip_pair({f"{code}/{name}": body for code in (CODE, OTHER_CODE) for name, body in files_of(2, code=code)})
    lists = [receipt.list for receipt in take_in([("both.zip", both)], by=accountant, now=NOW)]
    own = next(one for one in lists if one.workplace_id == made.sepidar.id)
    for user, status in ((accountant, 200), (made.employer, 403), (made.officer, 200)):
        client.force_login(user)
        address = reverse("contributions:file", args=[own.tracking, own.documents.get().document_id])
        assert client.get(address).status_code == status, user.username
