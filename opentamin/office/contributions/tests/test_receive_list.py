"""A list arrives: kept once, whole, and only by those who act for the workplace."""

import io
import threading
import zipfile

import pytest
from django.db import connection

from opentamin.lists import Refused
from opentamin.office.contributions.actions import check_list, receive_list, withdraw_list
from opentamin.office.contributions.models import ListState, MonthlyList
from opentamin.office.records.models import Audit, Document
from tests.cast import write

pytestmark = pytest.mark.django_db


def everything_kept() -> tuple[int, int, int]:
    return MonthlyList.objects.count(), Document.objects.filter(kind="list").count(), Audit.objects.filter(act="list.receive").count()


def test_a_list_that_arrives_gets_a_number_and_its_bytes_are_kept(cast):
    files = cast.list_files(cast.honest)
    [receipt] = receive_list(files, by=cast.clerk, now=cast.now)
    assert receipt.is_first
    assert receipt.list.tracking.startswith("1405-0901-")
    kept = {one.document.name: one.document.read() for one in receipt.list.documents.all()}
    assert kept == dict(files)


def test_the_same_pair_again_gives_the_first_receipt_and_nothing_new(cast):
    files = cast.list_files(cast.honest)
    [first] = receive_list(files, by=cast.clerk, now=cast.now)
    before = everything_kept()
    [again] = receive_list(files, by=cast.employer, now=cast.now)
    assert again.list.tracking == first.list.tracking and not again.is_first
    assert everything_kept() == before


def test_the_same_pair_in_a_zip_is_the_same_list(cast):
    files = cast.list_files(cast.honest)
    [first] = receive_list(files, by=cast.clerk, now=cast.now)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files:
            archive.writestr(name, body)
    [again] = receive_list([("aban.zip", packed.getvalue())], by=cast.clerk, now=cast.now)
    assert again.list == first.list


def test_one_rial_more_is_another_list(cast):
    [first] = receive_list(cast.list_files(cast.honest), by=cast.clerk, now=cast.now)
    draft = cast.draft(cast.honest)
    draft.workers["DSW_TOTL"][0] += 1

    [other] = receive_list(write(draft), by=cast.clerk, now=cast.now)
    assert other.list != first.list


def test_after_a_withdrawal_the_same_file_is_a_new_list(cast):
    files = cast.list_files(cast.honest)
    [first] = receive_list(files, by=cast.clerk, now=cast.now)
    withdraw_list(first.list.id, by=cast.clerk, now=cast.now, reason="پروندهٔ نادرست")
    [second] = receive_list(files, by=cast.clerk, now=cast.now)
    assert second.is_first and second.list != first.list


@pytest.mark.parametrize("stranger", ["stranger", "late_employer", "insured_user", "officer", "far_officer", "headquarters"])
def test_whoever_does_not_act_for_the_workplace_cannot_send_and_leaves_nothing_behind(cast, stranger):
    before = everything_kept()
    with pytest.raises(Refused) as refused:
        receive_list(cast.list_files(cast.honest), by=getattr(cast, stranger), now=cast.now)
    assert refused.value.finding.code == "workplace_not_yours"
    assert everything_kept() == before


def test_an_unknown_workplace_and_somebody_elses_get_the_same_answer(cast):

    draft = cast.draft(cast.honest)
    draft.header["DSK_ID"] = "9999999999"
    answers = []
    for files in (write(draft), cast.list_files(cast.late)):
        with pytest.raises(Refused) as refused:
            receive_list(files, by=cast.clerk, now=cast.now)
        answers.append(refused.value.finding.code)
    assert answers == ["workplace_not_yours"] * 2


def test_an_upload_with_one_foreign_list_is_refused_whole(cast):
    before = everything_kept()
    own, foreign = cast.list_files(cast.honest), [(f"far/{name}", body) for name, body in cast.list_files(cast.far)]
    with pytest.raises(Refused):
        receive_list([*own, *foreign], by=cast.clerk, now=cast.now)
    assert everything_kept() == before


def test_an_accountant_sends_the_lists_of_two_workplaces_in_one_upload(cast):
    files = [(f"{place}/{name}", body) for place, workplace in enumerate((cast.honest, cast.late)) for name, body in cast.list_files(workplace)]
    receipts = receive_list(files, by=cast.accountant, now=cast.now)
    assert {receipt.list.workplace for receipt in receipts} == {cast.honest, cast.late}
    assert all(receipt.list.state == ListState.RECEIVED for receipt in receipts)


@pytest.mark.django_db(transaction=True)
def test_two_uploads_of_one_list_at_once_make_one_list(cast):
    files, trackings = cast.list_files(cast.honest), []

    def send():
        try:
            [receipt] = receive_list(files, by=cast.clerk, now=cast.now)
            trackings.append(receipt.list.tracking)
        finally:
            connection.close()

    senders = [threading.Thread(target=send) for _ in range(4)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join(timeout=30)
    assert len(trackings) == 4 and len(set(trackings)) == 1
    assert MonthlyList.objects.count() == 1


def test_a_file_made_anew_is_another_list_than_the_one_that_could_not_be_read_whole(cast):
    """Row by row they say the same; what was handed back is the file, and the clerk mended just that."""
    files = cast.list_files(cast.honest)
    header, workers = [list(one) for one in files]
    lying = bytearray(workers[1])
    lying[4:8] = (int.from_bytes(lying[4:8], "little") + 5).to_bytes(4, "little")
    [returned] = receive_list([tuple(header), (workers[0], bytes(lying))], by=cast.clerk, now=cast.now)
    assert check_list(returned.list.id, now=cast.now).state == ListState.RETURNED
    [mended] = receive_list(files, by=cast.clerk, now=cast.now)
    assert mended.is_first and mended.list != returned.list
    assert check_list(mended.list.id, now=cast.now).state == ListState.ACCEPTED


def test_a_list_handed_back_for_what_stood_in_its_way_is_checked_anew_when_sent_again(cast):
    def sent(extra):
        draft = cast.draft(cast.honest)
        draft.workers["DSW_TOTL"][0] += extra
        [receipt] = receive_list(write(draft), by=cast.clerk, now=cast.now)
        return check_list(receipt.list.id, now=cast.now) if receipt.list.state == ListState.RECEIVED else receipt.list

    standing, blocked = sent(0), sent(1)
    assert (standing.state, blocked.state) == (ListState.ACCEPTED, ListState.RETURNED)
    assert sent(1) == blocked  # the other still stands in the way: it is the first receipt again
    withdraw_list(standing.id, by=cast.clerk, now=cast.now, reason="فهرست دیگر درست است")
    again = sent(1)
    assert again.state == ListState.ACCEPTED and again != blocked
    blocked.refresh_from_db()
    assert blocked.state == ListState.WITHDRAWN and blocked.withdrawn_reason
