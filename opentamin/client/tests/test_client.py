"""The client against the served system: what it sends arrives once, what is refused is said, a broken line is tried again."""

import socket
from urllib.error import URLError

import pytest
from django.utils import timezone

from opentamin.client import Client, OfficeSilent, Refused
from opentamin.client import client as calls
from opentamin.office.accounts.actions.give_api_key import give_api_key
from opentamin.office.contributions.models import MonthlyList
from opentamin.office.records.models import KeyedAnswer

pytestmark = pytest.mark.django_db(transaction=True)
HEADER = {"DSK_ID": "7011220001", "month": 140508, "DSK_LISTNO": "0001"}


@pytest.fixture
def office(cast, live_server):
    _key, secret = give_api_key(cast.clerk, name="حقوق", now=timezone.now())
    return Client(live_server.url, secret, language="en", timeout=30)


def rows_of(cast) -> list[dict]:
    workers = cast.draft(cast.honest).workers
    return [dict(zip(workers, row, strict=True)) for row in zip(*(values.tolist() for values in workers.values()), strict=True)]


def test_a_list_goes_from_rows_to_its_amount(cast, office):
    [receipt] = office.send_rows(HEADER, rows_of(cast))
    tracking = receipt["list"]["tracking"]
    assert receipt["is_first"] and office.wait_until_checked(tracking)["state"] == "accepted"
    assert office.assess(tracking)["due_total"] == office.amount(tracking)["amounts"]["due_total"] > 0
    assert len(list(office.workers(tracking))) == 5
    assert [one["tracking"] for one in office.lists(month=140508)] == [tracking]


def test_files_are_sent_as_they_are(cast, office):
    [receipt] = office.send_files(dict(cast.list_files(cast.honest)))
    one = MonthlyList.objects.get(tracking=receipt["list"]["tracking"])
    assert {kept.document.name: kept.document.read() for kept in one.documents.all()} == dict(cast.list_files(cast.honest))


def test_a_month_without_workers_is_one_call(office):
    assert office.say_nobody_worked(HEADER)[0]["list"]["workers_count"] == 0


def test_findings_come_with_their_sentences(cast, office):
    rows = rows_of(cast)
    rows[0]["DSW_DD"] = 31
    [receipt] = office.send_rows(HEADER, rows)
    assert receipt["list"]["state"] == "returned"
    first = next(office.findings(receipt["list"]["tracking"]))
    assert (first["code"], first["row"]) == ("days_over_month", 1) and "Aban" in first["rule"]
    assert office.withdraw(receipt["list"]["tracking"], "wrong days")["state"] == "withdrawn"


def test_a_refusal_is_an_exception_with_its_code_and_sentence(cast, office):
    with pytest.raises(Refused) as refused:
        office.send_rows(HEADER | {"DSK_ID": "9999999999"}, rows_of(cast))
    assert (refused.value.status, refused.value.code) == (422, "workplace_not_yours") and refused.value.detail
    with pytest.raises(Refused) as unknown:
        office.one_list("1405-0901-999999")
    assert unknown.value.status == 404


def test_a_wrong_key_is_refused(live_server):
    with pytest.raises(Refused) as refused:
        next(Client(live_server.url, "ot_wrong").lists())
    assert refused.value.code == "not_signed_in"


def test_an_act_whose_answer_was_lost_is_sent_again_and_done_once(cast, office, monkeypatch):
    monkeypatch.setattr(calls, "WAITS_SECONDS", (0.1, 0.1))
    office._opener = LosingLine(office._opener)
    [receipt] = office.send_rows(HEADER, rows_of(cast))
    assert office._opener.sent == 2 and receipt["is_first"], "the first answer again, not a second one"
    assert MonthlyList.objects.count() == KeyedAnswer.objects.count() == 1


def test_an_office_that_never_answers_is_silent(monkeypatch):
    monkeypatch.setattr(calls, "WAITS_SECONDS", (0.01,))
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(OfficeSilent):
        Client(f"http://127.0.0.1:{port}", "ot_x", timeout=1).one_list("1")


class LosingLine:
    """A line that carries everything to the office and loses its first answer."""

    def __init__(self, line) -> None:
        self._line, self.sent = line, 0

    def open(self, request, timeout):
        self.sent += 1
        answer = self._line.open(request, timeout=timeout)
        if self.sent > 1:
            return answer
        answer.close()
        raise URLError("broken off")
