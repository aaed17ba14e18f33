"""What becomes of an objection: taken up, accepted, sent to the board or answered by a named officer, or withdrawn; and what is held meanwhile."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.accounts.queries import system_user
from opentamin.office.debts.actions import withdraw_debt
from opentamin.office.debts.queries import is_held, remedy_of
from opentamin.office.disputes.actions import (
    ForBoard,
    NotForBoard,
    NothingChanged,
    NotOpen,
    NotWaiting,
    OnPaper,
    accept_objection,
    add_documents,
    answer_objection,
    refer_objection,
    take_up_objection,
    withdraw_objection,
)
from opentamin.office.disputes.models import Objection, ObjectionStep
from opentamin.office.disputes.queries import may_be_referred, objections_of_branches, waiting
from opentamin.office.disputes.telling import what_follows
from opentamin.office.disputes.uploads import UnusableFiles, Upload
from opentamin.office.disputes.worklist import groups_of
from opentamin.office.notices.models import Notice
from opentamin.office.records.models import Audit

from .conftest import PDF, SERVED_AT, moment

pytestmark = pytest.mark.django_db
NOW = SERVED_AT + timedelta(days=3)


@pytest.fixture
def debt(world):
    return world.served()


@pytest.fixture
def objection(world, debt):
    return world.object(debt=debt.tracking).objection


@pytest.fixture
def late(debt):
    """The first morning after the time to object, by every reading."""
    return SERVED_AT + (remedy_of(debt).doubt_until - SERVED_AT.date()) + timedelta(days=1)


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
    for act, more in ((take_up_objection, {}), (refer_objection, {"reason": "x"}), (accept_objection, {"reason": "x"}), (answer_objection, {"reason": "x"})):
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


def test_a_late_one_goes_to_no_board_but_the_branch_may_still_put_right_what_it_got_wrong(world, debt, late):
    objection = world.object(debt=debt.tracking, now=late).objection
    with pytest.raises(NotForBoard):
        refer_objection(objection.pk, reason="x", by=world.cast.officer, now=late)
    withdraw_debt(debt.pk, because="خطای ما بود", by=world.cast.officer, now=late)
    accept_objection(objection.pk, reason="بدهی پس گرفته شد", by=world.cast.officer, now=late)
    assert states(objection) == ["received", "accepted"]


def test_a_late_one_is_answered_in_writing_with_reasons_and_its_party_is_told_which_doors_remain(world, debt, late):
    objection = world.object(debt=debt.tracking, now=late).objection
    take_up_objection(objection.pk, by=world.cast.officer, now=late)
    answer_objection(objection.pk, reason="رسید بانک پس از مهلت است", by=world.cast.officer, now=late)
    objection.refresh_from_db()
    step = objection.steps.last()
    assert states(objection) == ["received", "in_review", "answered"] and (step.reason, step.by) == ("رسید بانک پس از مهلت است", world.cast.officer)
    note = Audit.objects.get(act="objection.answer")
    assert (note.by, note.reason, note.facts["answer_last_day"]) == (world.cast.officer, step.reason, objection.answer_last_day.isoformat())
    told = Notice.objects.filter(scope_kind="workplace", scope_id=debt.workplace_id, kind="objection_state").last()
    assert (told.facts["state"], told.url) == ("answered", f"/objections/{objection.tracking}/")
    said = " ".join(what_follows(objection)).replace("\xa0", " ")
    assert "هیئت ماده ۱۶" in said and "دیوان عدالت اداری" in said and "۶ ماه پس از ابلاغ" in said
    assert not is_held(debt)


def test_an_objection_to_a_row_is_answered_and_waits_for_the_branch_no_more(world, debt):
    row = world.object(list=debt.list.tracking, row=1, grounds=("days",)).objection
    seen = objections_of_branches({debt.workplace.branch_id})
    assert list(waiting(seen)) == [row]
    answer_objection(row.pk, reason="برگهٔ حضور ۲۸ روز را نشان می‌دهد", by=world.cast.officer, now=NOW)
    row.refresh_from_db()
    assert states(row) == ["received", "answered"] and not row.is_open
    assert not waiting(seen).exists() and groups_of(seen, NOW.date())["all_count"] == 0
    said = " ".join(what_follows(row)).replace("\xa0", " ")
    assert "دیوان عدالت اداری" in said and "ماده ۱۶" in said and "اجراییه" not in said


def test_who_disputes_a_job_title_is_told_after_the_answer_that_the_labour_board_hears_it(world, debt):
    row = world.object(list=debt.list.tracking, row=1, grounds=("job",)).objection
    answer_objection(row.pk, reason="عنوان شغل همان است که کارفرما نوشته است", by=world.cast.officer, now=NOW)
    row.refresh_from_db()
    said = " ".join(what_follows(row))
    assert "هیئت تشخیص" in said and "دیوان" not in said


@pytest.mark.parametrize("kind", ["in_time", "in_doubt", "unsigned"])
def test_what_a_board_may_hear_cannot_be_answered_away_and_nothing_is_written(world, debt, late, kind):
    """Nor one the law's readings differ about, nor one that only lacks a signature, which may still be brought."""
    now = late - timedelta(days=1) if kind == "in_doubt" else NOW
    paper = {"by": world.cast.officer, "paper": OnPaper(SERVED_AT.date(), is_signed=False)} if kind == "unsigned" else {}
    objection = world.object(debt=debt.tracking, now=now, **paper).objection
    before = (Audit.objects.count(), Notice.objects.count())
    with pytest.raises(ForBoard):
        answer_objection(objection.pk, reason="شعبه بر همان رقم است", by=world.cast.officer, now=now)
    assert states(objection) == ["received"] and (Audit.objects.count(), Notice.objects.count()) == before
    assert is_held(debt)
    with pytest.raises(DatabaseError), transaction.atomic():
        Objection.objects.filter(pk=objection.pk).update(state="answered")


def test_one_before_the_letter_was_served_cannot_be_answered_away_either(world):
    debt = world.issued()
    objection = world.object(debt=debt.tracking, now=SERVED_AT - timedelta(days=1)).objection
    with pytest.raises(ForBoard):
        answer_objection(objection.pk, reason="هنوز زود است", by=world.cast.officer, now=NOW)
    assert is_held(debt)


def test_what_was_answered_or_sent_on_is_not_answered_again(world, debt, objection):
    officer = world.cast.officer
    refer_objection(objection.pk, reason="شعبه بر همان رقم است", by=officer, now=NOW)
    row = world.object(list=debt.list.tracking, row=1, grounds=("days",)).objection
    answer_objection(row.pk, reason="برگهٔ حضور ۲۸ روز را نشان می‌دهد", by=officer, now=NOW)
    for one in (objection, row):
        with pytest.raises(NotWaiting):
            answer_objection(one.pk, reason="دوباره", by=officer, now=NOW)
    with pytest.raises(NotWaiting):
        accept_objection(row.pk, reason="حق با اوست", by=officer, now=NOW)
    with pytest.raises(NotOpen):
        withdraw_objection(row.pk, reason="نمی‌خواهم", by=world.cast.clerk, now=NOW)
    with pytest.raises(DatabaseError), transaction.atomic():
        Objection.objects.filter(pk=row.pk).update(state="in_review")
    assert states(row) == ["received", "answered"] and Audit.objects.filter(act="objection.answer").count() == 1


def test_an_answer_after_its_last_day_is_still_given(world, debt):
    row = world.object(list=debt.list.tracking, row=1, grounds=("days",)).objection
    answer_objection(row.pk, reason="دیر شد؛ رقم درست است", by=world.cast.officer, now=NOW + timedelta(days=200))
    assert states(row) == ["received", "answered"]


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
