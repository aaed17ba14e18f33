"""What becomes of an objection: taken up, accepted, sent to the board by a named officer, or withdrawn; and what is held meanwhile."""

from datetime import timedelta

import pytest

from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.accounts.queries import system_user
from opentamin.office.debts.actions import withdraw_debt
from opentamin.office.debts.queries import is_held, remedy_of
from opentamin.office.disputes.actions import (
    NotForBoard,
    NothingChanged,
    NotOpen,
    NotWaiting,
    OnPaper,
    accept_objection,
    add_documents,
    refer_objection,
    take_up_objection,
    withdraw_objection,
)
from opentamin.office.disputes.models import ObjectionStep
from opentamin.office.disputes.queries import may_be_referred, objections_of_branches, waiting
from opentamin.office.disputes.uploads import UnusableFiles, Upload
from opentamin.office.disputes.worklist import groups_of

from .conftest import PDF, SERVED_AT, moment

pytestmark = pytest.mark.django_db
NOW = SERVED_AT + timedelta(days=3)


@pytest.fixture
def debt(world):
    return world.served()


@pytest.fixture
def objection(world, debt):
    return world.object(debt=debt.tracking).objection


def states(objection) -> list[str]:
    return list(objection.steps.order_by("pk").values_list("state", flat=True))


def test_an_officer_takes_it_up_and_sends_it_to_the_board_and_nothing_is_collected_until_it_decides(world, debt, objection):
    officer = world.cast.officer
    take_up_objection(objection.pk, by=officer, now=NOW)
    refer_objection(objection.pk, reason="شعبه بر همان رقم است", by=officer, now=NOW)
    assert states(objection) == ["received", "in_review", "referred"] and is_held(debt)
    for act in (take_up_objection, lambda pk, **more: refer_objection(pk, reason="x", **more), lambda pk, **more: accept_objection(pk, reason="x", **more)):
        with pytest.raises(NotWaiting):
            act(objection.pk, by=officer, now=NOW)
    withdraw_objection(objection.pk, reason="با شعبه کنار آمدیم", by=world.cast.employer, now=NOW)
    assert not is_held(debt)


def test_of_two_officers_the_first_has_it(world, objection):
    take_up_objection(objection.pk, by=world.cast.officer, now=NOW)
    with pytest.raises(NotWaiting):
        take_up_objection(objection.pk, by=world.cast.head, now=NOW)
    assert states(objection) == ["received", "in_review"]


@pytest.mark.parametrize("who", ["system", "clerk", "employer", "far_officer", "headquarters", "stranger"])
def test_only_an_officer_of_the_branch_reviews_and_never_the_machine(world, objection, who):
    by = system_user() if who == "system" else getattr(world.cast, who)
    for act, more in ((take_up_objection, {}), (refer_objection, {"reason": "x"}), (accept_objection, {"reason": "x"})):
        with pytest.raises(NotAllowed):
            act(objection.pk, by=by, now=NOW, **more)
    assert states(objection) == ["received"]


def test_accepting_asks_that_the_debt_was_put_right_first_and_only_then_lets_go(world, debt, objection):
    officer = world.cast.officer
    with pytest.raises(NothingChanged):
        accept_objection(objection.pk, reason="حق با اوست", by=officer, now=NOW)
    assert is_held(debt) and states(objection) == ["received"]
    withdraw_debt(debt.pk, because="فهرست به‌موقع رسیده بود", by=officer, now=NOW)
    accept_objection(objection.pk, reason="بدهی پس گرفته شد", by=officer, now=NOW)
    assert not is_held(debt) and states(objection) == ["received", "accepted"]


def test_a_late_one_goes_to_no_board_but_the_branch_may_still_put_right_what_it_got_wrong(world, debt):
    late = SERVED_AT + (remedy_of(debt).doubt_until - SERVED_AT.date()) + timedelta(days=1)
    objection = world.object(debt=debt.tracking, now=late).objection
    with pytest.raises(NotForBoard):
        refer_objection(objection.pk, reason="x", by=world.cast.officer, now=late)
    withdraw_debt(debt.pk, because="خطای ما بود", by=world.cast.officer, now=late)
    accept_objection(objection.pk, reason="بدهی پس گرفته شد", by=world.cast.officer, now=late)
    assert states(objection) == ["received", "accepted"]


def test_what_is_missing_keeps_it_from_the_board_until_it_is_brought(world, debt):
    officer = world.cast.officer
    paper = OnPaper(SERVED_AT.date(), is_signed=False, representative_kind="relative", representative_name="سارا سپهری")
    objection = world.object(by=officer, paper=paper, debt=debt.tracking).objection
    assert not may_be_referred(objection)
    add_documents(objection.pk, [Upload("power.pdf", PDF, "power_of_attorney")], by=officer, now=NOW)
    with pytest.raises(NotForBoard):
        refer_objection(objection.pk, reason="x", by=officer, now=NOW)
    add_documents(objection.pk, [Upload("signed.pdf", PDF + b" ", "paper")], by=officer, now=NOW)
    refer_objection(objection.pk, reason="کامل شد", by=officer, now=NOW)
    assert states(objection) == ["received", "referred"]


def test_papers_are_added_while_it_is_open_and_not_by_others_or_afterwards(world, objection):
    add_documents(objection.pk, [Upload("a.pdf", PDF)], by=world.cast.employer, now=NOW)
    add_documents(objection.pk, [Upload("again.pdf", PDF)], by=world.cast.employer, now=NOW)
    assert objection.documents.count() == 1
    with pytest.raises(NotAllowed):
        add_documents(objection.pk, [Upload("b.pdf", PDF + b"b")], by=world.cast.far_officer, now=NOW)
    with pytest.raises(UnusableFiles):
        add_documents(objection.pk, [Upload(f"{n}.pdf", PDF + bytes([65 + n])) for n in range(10)], by=world.cast.employer, now=NOW)
    withdraw_objection(objection.pk, reason="دیگر لازم نیست", by=world.cast.clerk, now=NOW)
    with pytest.raises(NotOpen):
        add_documents(objection.pk, [Upload("c.pdf", PDF + b"c")], by=world.cast.employer, now=NOW)
    assert objection.documents.count() == 1


def test_after_withdrawing_one_may_object_again_while_the_time_runs(world, debt, objection):
    withdraw_objection(objection.pk, reason="بهتر می‌نویسم", by=world.cast.clerk, now=NOW)
    assert not is_held(debt)
    with pytest.raises(NotOpen):
        withdraw_objection(objection.pk, reason="دوباره", by=world.cast.clerk, now=NOW)
    again = world.object(debt=debt.tracking, now=NOW)
    assert again.is_first and again.objection.pk != objection.pk and is_held(debt)


def test_an_officer_withdraws_only_with_the_paper_of_the_objector(world, debt, objection):
    officer = world.cast.officer
    with pytest.raises(UnusableFiles):
        withdraw_objection(objection.pk, reason="گفت نمی‌خواهد", by=officer, now=NOW)
    assert is_held(debt)
    withdraw_objection(objection.pk, reason="برگه آورد", uploads=[Upload("no.pdf", PDF)], by=officer, now=NOW)
    assert not is_held(debt) and objection.documents.get().role == "withdrawal"


def test_two_objections_hold_until_both_have_ended(world, debt, objection):
    line = world.object(debt=debt.tracking, line="0").objection
    withdraw_objection(objection.pk, reason="تنها همین سطر", by=world.cast.clerk, now=NOW)
    assert is_held(debt)
    withdraw_objection(line.pk, reason="آن هم نه", by=world.cast.clerk, now=NOW)
    assert not is_held(debt)


def test_the_work_list_begins_with_what_is_due_first(world, debt, objection):
    row = world.object(list=debt.list.tracking, row=1, grounds=("days",)).objection
    seen = objections_of_branches({debt.workplace.branch_id})
    assert list(waiting(seen)) == [objection, row], "the review of a week comes before the answer of three months"
    review = objection.review_last_day
    groups = {day: {group["key"]: group["count"] for group in groups_of(seen, day)["groups"]} for day in (review - timedelta(days=30), review, review + timedelta(days=1))}
    assert list(groups.values()) == [
        {"late": 0, "today": 0, "week": 0, "later": 2},
        {"late": 0, "today": 1, "week": 0, "later": 1},
        {"late": 1, "today": 0, "week": 0, "later": 1},
    ]
    take_up_objection(objection.pk, by=world.cast.officer, now=NOW)
    assert seen.get(pk=objection.pk).next_last_day == objection.answer_last_day
    assert not objections_of_branches({world.cast.far_branch.pk}).exists()


def test_every_step_says_who_took_it_and_why(world, objection):
    refer_objection(objection.pk, reason="شعبه بر همان رقم است", by=world.cast.officer, now=moment(1405, 9, 6))
    steps = [(step.state, step.by, step.reason) for step in ObjectionStep.objects.order_by("pk")]
    assert steps == [("received", world.cast.clerk, ""), ("referred", world.cast.officer, "شعبه بر همان رقم است")]
