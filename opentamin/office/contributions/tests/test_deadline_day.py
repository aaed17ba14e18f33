"""The last day of a month's lists: everybody gets a receipt at once, and nobody is late because we were slow."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from opentamin.office.accounts.actions.give_api_key import give_api_key
from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.accounts.models import Grant
from opentamin.office.notices.models import Notice
from opentamin.office.records.models import Document, Number

from .. import load
from ..actions import withdraw_list
from ..intake import take_in, take_or_queue
from ..models import ListState, MonthlyList, Upload, UploadState
from ..queue import place_of, queue
from .builders import NOW, OTHER_CODE, files_of, wrong_files

pytestmark = pytest.mark.django_db
EVENING = NOW.replace(hour=23, minute=59)
UNREADABLE = [("DSKKAR00.DBF", b"not a table"), ("DSKWOR00.DBF", b"nor this")]


@pytest.fixture
def crowd(monkeypatch):
    """As many senders at the door as make it crowded, until the test ends."""
    monkeypatch.setattr(load, "_in_hand", load.IN_HAND_MAX + 1)


def real_now() -> datetime:
    """The hour of the database, whose clock no test turns."""
    return datetime.now(UTC)


def queued(files, by, now=NOW) -> Upload:
    taken = take_or_queue(files, by=by, now=now)
    assert isinstance(taken, Upload)
    return taken


def test_on_a_quiet_day_the_sender_sees_at_once_what_is_wrong(made):
    [receipt] = take_or_queue(wrong_files(3), by=made.clerk, now=NOW)
    assert receipt.list.state == ListState.RETURNED and receipt.list.error_count
    assert not Upload.objects.exists()


def test_in_a_crowd_only_the_bytes_are_kept_with_a_number_and_the_check_follows(made, crowd, work_off):
    upload = queued(files_of(3), made.clerk)
    assert upload.is_waiting and not MonthlyList.objects.exists()
    assert upload.documents.count() == Document.objects.filter(kind="list").count() == 2
    work_off()
    upload.refresh_from_db()
    one = upload.lists.get()
    assert (upload.state, one.state, one.tracking) == (UploadState.DONE, ListState.ACCEPTED, upload.tracking)
    assert one.documents.count() == 2


def test_the_day_of_a_list_is_the_day_it_came_however_late_it_is_read(made, crowd, work_off, monkeypatch):
    upload = queued(files_of(3), made.clerk, now=EVENING)
    monkeypatch.setattr(timezone, "now", lambda: EVENING + timedelta(hours=9))
    work_off()
    one = MonthlyList.objects.get()
    assert one.received_at == upload.received_at == EVENING
    assert one.checked_at == EVENING + timedelta(hours=9)


def test_a_long_queue_makes_it_crowded_and_an_empty_one_does_not(made, monkeypatch):
    for number in range(load.WAITING_MAX + 1):
        assert not load.is_crowded()
        with monkeypatch.context() as moment:
            moment.setattr(load, "_in_hand", load.IN_HAND_MAX + 1)
            queued(files_of(1, number=f"{number + 1:04d}"), made.clerk)
    assert load.is_crowded()


def test_a_sending_in_hand_is_counted_until_its_answer_whatever_that_is(made):
    with load.one_in_hand(), pytest.raises(ValueError, match="ours"), load.one_in_hand():
        assert load._in_hand == 2
        raise ValueError("ours")
    assert load._in_hand == 0


def test_the_worker_lets_a_stream_pass_but_never_for_long(made, crowd, monkeypatch):
    monkeypatch.setattr(load, "STREAM", 3)
    arrivals = [real_now() - timedelta(seconds=seconds) for seconds in (0, 1, 1.5)]
    for number, arrived in enumerate(arrivals[:2]):
        queued(files_of(1, number=f"{number + 1:04d}"), made.clerk, now=arrived)
    assert load.give_way(sleep=lambda _: None) == 0, "two are no stream"
    queued(files_of(1, number="0003"), made.clerk, now=arrivals[2])
    slept = []
    assert load.give_way(sleep=slept.append) == sum(slept) == load.GIVES_WAY_SECONDS_MAX


@pytest.mark.parametrize(
    ("seconds_ago", "is_stream"), [((8, 9, 10), True), ((0, 1, 4), False), ((60, 61, 62), False)], ids=["written late", "slow", "long ago"]
)
def test_a_stream_is_known_by_its_arrivals_also_when_the_crowd_made_us_write_late(made, crowd, monkeypatch, seconds_ago, is_stream):
    monkeypatch.setattr(load, "STREAM", 3)
    for number, seconds in enumerate(seconds_ago):
        queued(files_of(1, number=f"{number + 1:04d}"), made.clerk, now=real_now() - timedelta(seconds=seconds))
    assert load.is_streaming() is is_stream


def test_the_same_files_again_get_the_first_receipt_before_and_after_they_are_read(made, crowd, work_off):
    first = queued(files_of(3), made.clerk)
    assert queued(reversed(files_of(3)), made.clerk).pk == first.pk
    work_off()
    [again] = take_or_queue(files_of(3), by=made.clerk, now=NOW)
    assert not again.is_first and again.list == first.lists.get()
    assert Upload.objects.count() == MonthlyList.objects.count() == Number.objects.count() == 1


def test_files_received_on_a_quiet_day_get_that_receipt_again_in_a_crowd(made, monkeypatch):
    [quiet] = take_in(files_of(3), by=made.clerk, now=NOW)
    monkeypatch.setattr(load, "_in_hand", load.IN_HAND_MAX + 1)
    [again] = take_or_queue(files_of(3), by=made.clerk, now=NOW)
    assert not again.is_first and again.list == quiet.list
    withdraw_list(quiet.list.pk, by=made.clerk, now=NOW, reason="دوباره می‌فرستم")
    assert queued(files_of(3), made.clerk).is_waiting


def test_two_people_who_send_the_same_list_get_a_number_each_and_both_lead_to_the_one_list(made, crowd, work_off):
    mine, yours = queued(files_of(3), made.clerk), queued(files_of(3), made.employer)
    assert mine.tracking != yours.tracking
    work_off()
    one = MonthlyList.objects.get()
    assert list(mine.lists.all()) == list(yours.lists.all()) == [one]
    assert one.tracking == mine.tracking


def test_what_cannot_be_read_is_handed_back_under_its_number_and_its_clerk_is_told(made, crowd, work_off, client):
    upload = queued(UNREADABLE, made.clerk)
    work_off()
    upload.refresh_from_db()
    assert upload.state == UploadState.RETURNED and upload.finding["code"]
    assert Notice.objects.get(kind="upload_returned").url == f"/lists/{upload.tracking}/"
    client.force_login(made.clerk)
    page = client.get(f"/lists/{upload.tracking}/").content.decode()
    assert "خوانده نشد" in page and "DSKKAR00.DBF" in page


def test_another_workplace_s_list_is_handed_back_and_makes_nothing(made, crowd, work_off):
    upload = queued(files_of(3, code=OTHER_CODE), made.clerk)
    work_off()
    upload.refresh_from_db()
    assert upload.finding["code"] == "workplace_not_yours" and not MonthlyList.objects.exists()


def test_the_rights_of_the_moment_of_arrival_count_not_those_of_its_reading(made, crowd, work_off):
    upload = queued(files_of(3), made.clerk)
    Grant.objects.get(user=made.clerk).revoke(by=made.employer, reason="رفت", now=NOW)
    work_off()
    assert upload.lists.get().state == ListState.ACCEPTED


def test_who_may_send_for_no_workplace_leaves_nothing(made, crowd):
    before = Document.objects.count()
    with pytest.raises(NotAllowed):
        take_or_queue(files_of(3), by=made.stranger, now=NOW)
    assert Document.objects.count() == before and not Upload.objects.exists()


def test_work_broken_off_anywhere_is_done_once_when_done_again(made, crowd, work_off):
    from ..actions import check_list, read_upload
    from ..intake import work_off_upload

    upload = queued(files_of(3), made.clerk)
    [receipt] = read_upload(upload.pk, now=NOW)
    assert read_upload(upload.pk, now=NOW) == []
    check_list(receipt.list.pk, now=NOW)
    for _ in range(2):
        work_off_upload(upload.pk, now=NOW)
    upload.refresh_from_db()
    assert upload.state == UploadState.DONE and MonthlyList.objects.get().rows.count() == 3


def test_the_queue_tells_its_length_its_speed_and_the_place_of_each(made, crowd, work_off, monkeypatch):
    first = queued(files_of(2, number="0001"), made.clerk, now=NOW - timedelta(minutes=2))
    assert place_of(first, now=NOW).seconds is None
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    work_off()
    waiting = [queued(files_of(2, number=f"000{number}"), made.clerk) for number in (2, 3)]
    now = queue(NOW)
    assert (now.waiting, now.oldest, now.done, now.per_minute) == (2, NOW, 1, round(60 / 120))
    assert place_of(waiting[1], now=NOW).ahead == 1
    assert place_of(waiting[1], now=NOW).seconds == round(2 * waiting[0].size * 120 / now.done_bytes)


def test_the_page_of_what_waits_tells_the_place_and_looks_again_without_a_script(made, crowd, client, work_off):
    client.force_login(made.clerk)
    files = [SimpleUploadedFile(name, body) for name, body in files_of(3)]
    answer = client.post("/lists/new/", {"files": files})
    page = client.get(answer.url).content.decode()
    assert "در صف بررسی" in page and '<noscript><meta http-equiv="refresh"' in page
    assert "refresh" not in client.get(f"{answer.url}?still=1").content.decode()
    assert client.get(answer.url, headers={"HX-Request": "true"}).status_code == 204
    work_off()
    assert "HX-Refresh" in client.get(answer.url, headers={"HX-Request": "true"}).headers
    assert "صف" not in client.get(answer.url).content.decode()


def test_a_program_is_told_202_and_then_what_became_of_it(made, crowd, work_off):
    _, secret = give_api_key(made.clerk, name="حقوق", now=NOW)
    client, key = Client(), {"X-API-Key": secret}
    files = [SimpleUploadedFile(name, body) for name, body in files_of(3)]
    answer = client.post("/api/v1/lists", {"files": files}, headers=key)
    assert answer.status_code == 202 and answer.json()["state"] == "waiting"
    address = f"/api/v1/uploads/{answer.json()['tracking']}"
    assert client.get(address, headers=key).json()["ahead"] == 0
    work_off()
    told = client.get(address, headers=key).json()
    assert told["state"] == "done" and told["lists"][0]["state"] == "accepted"


def test_only_its_sender_sees_what_waits_and_only_officers_the_queue(made, crowd, client):
    upload = queued(files_of(3), made.clerk)
    for user, own, whole in ((made.clerk, 200, 403), (made.employer, 403, 403), (made.stranger, 403, 403), (made.officer, 403, 200), (made.headquarters, 200, 200)):
        client.force_login(user)
        assert client.get(f"/lists/{upload.tracking}/").status_code == own, user
        assert client.get("/branch/queue/").status_code == whole, user
