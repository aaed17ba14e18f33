"""A process killed at any step of an act has done all of it or nothing; and doing it again ends in the same rials.

The process is a real one and the kill is SIGKILL: see `mortal.py`. Every list has a number of its own, so that all of them
may stand beside each other; in each of them somebody is met for the first time.
"""

import json
import subprocess
import sys

import numpy as np
import pytest
from django.db import connection

from opentamin.office.contributions.actions import NotAccepted, assess_list, receive_list
from opentamin.office.contributions.intake import take_in
from opentamin.office.contributions.models import MonthlyList
from opentamin.office.history.models import MonthCurrent, MonthEntry
from opentamin.office.ledger.models import Journal, Leg
from opentamin.office.notices.models import Notice
from opentamin.office.records.models import Audit
from opentamin.sample.numbers import national_id_check_digit
from tests.cast import write

from .pages import kept

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

AMOUNTS = ["due_total", "worker_share_total", "employer_share", "unemployment", "hazardous", "relief_state", "state_share", "wage_base_total"]
ROWS = 5
STEPS_MIN = 15  # an assessment that asks the database less than this was not really walked through


class Mortal:
    """The process that dies. `do` answers how many steps an act took, None when it was killed."""

    def __init__(self):
        command = [sys.executable, "-m", "tests.walks.mortal"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self._say({name: connection.settings_dict[name] for name in ("NAME", "HOST", "PORT", "USER", "PASSWORD")})

    def do(self, act: str, *, at: int = 0, **order) -> int | None:
        self._say({"act": act, "at": at, **order})
        answer = self.process.stdout.readline()
        assert answer, "the act itself failed: its traceback stands above"
        return json.loads(answer)

    def _say(self, order: dict) -> None:
        self.process.stdin.write(json.dumps(order) + "\n")
        self.process.stdin.flush()

    def end(self) -> None:
        self.process.stdin.close()
        self.process.wait(timeout=30)


@pytest.fixture
def mortal():
    process = Mortal()
    yield process
    process.end()


@pytest.fixture
def files_of(cast, tmp_path):
    """Files of list number n, with one person nobody has met: their paths, and their contents as an upload."""

    def write_files(number: int):
        draft = cast.draft(cast.honest, number=number)
        body = np.array([800_000_000 + number])
        draft.workers["PER_NATCOD"][2] = f"{body[0]}{national_id_check_digit(body)[0]}"
        draft.workers["DSW_ID1"][2] = f"{80_000_000 + number}"
        folder = tmp_path / str(number)
        folder.mkdir()
        for name, content in write(draft):
            (folder / name).write_bytes(content)
        return [str(path) for path in sorted(folder.iterdir())], write(draft)

    return write_files


def amounts_of(one: MonthlyList) -> tuple[int, ...]:
    one.refresh_from_db()
    return tuple(getattr(one.assessment, name) for name in AMOUNTS)


def bring_forward() -> None:
    """As if the half minute after which a short list's job comes had passed."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo'")


def how_far(number: int, before: dict[str, int]) -> str:
    """How far a list has come: nothing, received or accepted. Fails when it stands between two of them."""
    one = MonthlyList.objects.filter(list_number=number).first()
    grown = {name: count - before[name] for name, count in kept().items() if count != before[name]}
    if one is None:
        assert grown == {}
        return "nothing"
    received = {"MonthlyList": 1, "ListDocument": 2, "Document": 2, "Audit": 1, "ProcrastinateJob": 1}
    checked = {"ListRow": ROWS, "ListFinding": one.findings.count(), "Notice": 1}
    assert grown == (received if one.state == "received" else received | checked)
    return one.state


def assert_all_months_and_books_are_whole(cast, lists: int, due_total: int) -> None:
    """Of so many equal lists of one month: every month, journal and notice once, not one of them twice."""
    assert MonthEntry.objects.filter(month=140508).count() == ROWS * lists
    assert MonthCurrent.objects.get(month=140508, person_id=cast.insured.person.pk).days == 30 * lists
    assert Journal.objects.count() == Notice.objects.filter(kind="list_assessed").count() == lists
    assert Audit.objects.filter(act="list.assess").count() == lists
    assert sum(leg.amount for leg in Leg.objects.all()) == 0
    assert sum(leg.amount for leg in Leg.objects.filter(account__code="1100")) == lists * due_total


def test_a_list_killed_on_its_way_in_is_there_whole_or_not_at_all_and_sent_again_owes_the_same(cast, mortal, files_of, work_off):
    paths, _ = files_of(1)
    steps = mortal.do("take_in", files=paths, user=cast.clerk.pk)
    undisturbed = MonthlyList.objects.get()
    assess_list(undisturbed.pk, by=cast.clerk, now=cast.now)
    amounts = amounts_of(undisturbed)
    seen = set()
    for at in range(1, steps + 1):
        paths, upload = files_of(at + 1)
        before = kept()
        assert mortal.do("take_in", files=paths, user=cast.clerk.pk, at=at) is None
        seen.add(how_far(at + 1, before))
        take_in(upload, by=cast.clerk, now=cast.now)
        bring_forward()
        work_off()
        again = MonthlyList.objects.get(list_number=at + 1)
        assert again.state == "accepted", f"killed at step {at} of {steps}"
        assess_list(again.pk, by=cast.clerk, now=cast.now)
        assert amounts_of(again) == amounts
    assert seen == {"nothing", "received", "accepted"}
    assert_all_months_and_books_are_whole(cast, steps + 1, amounts[0])


def test_a_list_killed_between_its_receipt_and_its_check_does_not_stay_unread(cast, mortal, files_of, work_off):
    """Nobody sends it again: its own job reads it half a minute later."""
    paths, _ = files_of(1)
    steps, number = mortal.do("take_in", files=paths, user=cast.clerk.pk), 2
    for at in range(steps, 0, -1):
        paths, _ = files_of(number)
        assert mortal.do("take_in", files=paths, user=cast.clerk.pk, at=at) is None
        one = MonthlyList.objects.filter(list_number=number).first()
        if one and one.state == "received":
            break
        number += 1
    assert one.state == "received"
    bring_forward()
    work_off()
    one.refresh_from_db()
    assert one.state == "accepted" and one.rows.count() == ROWS


def test_a_check_killed_at_any_step_has_found_everything_or_nothing(cast, mortal, files_of):
    def received(number: int) -> MonthlyList:
        return receive_list(files_of(number)[1], by=cast.clerk, now=cast.now)[0].list

    steps = mortal.do("check", list=received(1).pk, user=cast.clerk.pk)
    seen = set()
    for at in range(1, steps + 1):
        one, before = received(at + 1), kept()
        assert mortal.do("check", list=one.pk, user=cast.clerk.pk, at=at) is None
        one.refresh_from_db()
        seen.add(one.state)
        if one.state == "received":
            assert kept() == before
            assert mortal.do("check", list=one.pk, user=cast.clerk.pk) == steps
            one.refresh_from_db()
        assert one.state == "accepted" and one.rows.count() == ROWS
    assert seen == {"received", "accepted"}


def test_an_assessment_killed_at_any_step_stands_whole_or_not_at_all_and_again_owes_the_same(cast, mortal, files_of):
    def accepted(number: int) -> MonthlyList:
        return take_in(files_of(number)[1], by=cast.clerk, now=cast.now)[0].list

    lists: list[MonthlyList] = []
    is_killed = True
    while is_killed:
        one = accepted(len(lists) + 1)
        lists.append(one)
        before = kept()
        is_killed = mortal.do("assess", list=one.pk, user=cast.clerk.pk, at=len(lists)) is None
        one.refresh_from_db()
        assert one.state == "assessed" or kept() == before, f"killed at step {len(lists)}"
    amounts = amounts_of(lists[-1])
    assert {one.state for one in lists[:-1]} == {"accepted", "assessed"} and len(lists) > STEPS_MIN
    for one in lists:
        if one.state == "accepted":
            mortal.do("assess", list=one.pk, user=cast.clerk.pk)
        with pytest.raises(NotAccepted):
            assess_list(one.pk, by=cast.clerk, now=cast.now)
        assert amounts_of(one) == amounts
    assert_all_months_and_books_are_whole(cast, len(lists), amounts[0])
