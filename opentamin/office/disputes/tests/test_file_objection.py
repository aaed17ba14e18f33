"""An objection comes: in time or not by the law, with its receipt, its reasons and the hold, all at once."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404

from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.debts.actions import withdraw_debt
from opentamin.office.debts.models import CollectionHold
from opentamin.office.debts.queries import is_held, remedy_of
from opentamin.office.disputes.actions import AlreadyOpen, NothingToObject, OnPaper, UnusablePlea
from opentamin.office.disputes.models import Objection, ObjectionDocument, ObjectionStep
from opentamin.office.disputes.queries import missing_of, objections_of
from opentamin.office.disputes.telling import timeliness_words, what_follows
from opentamin.office.disputes.uploads import UnusableFiles, Upload
from opentamin.office.notices.models import Notice
from opentamin.office.records.models import Audit, Document, Paper
from tests.cast import give
from tests.walks.pages import fa

from .conftest import PDF, PNG, SERVED_AT, moment

pytestmark = pytest.mark.django_db


def kept() -> list[int]:
    """How much of everything an objection can leave behind."""
    return [model.objects.count() for model in (Objection, ObjectionStep, ObjectionDocument, CollectionHold, Notice, Audit, Paper, Document)]


def on(debt, days: int, of: str = "last_day"):
    """A morning so many days after the sure last day to object, or after the last by any reading."""
    last = getattr(remedy_of(debt), of)
    return SERVED_AT + (last - SERVED_AT.date()) + timedelta(days=days)


def late(debt):
    return on(debt, 1, "doubt_until")


def test_an_objection_in_time_gets_its_number_its_receipt_and_the_hold_at_once(world):
    debt = world.served()
    receipt = world.object(debt=debt.tracking)
    objection = receipt.objection
    assert receipt.is_first and objection.timeliness == "in_time" and objection.is_referable
    assert (objection.service_day, objection.last_day) == (SERVED_AT.date(), remedy_of(debt).last_day)
    assert objection.forums == ["primary_board"]
    paper = Paper.objects.get(subject_kind="objection", subject_id=objection.pk)
    assert paper.document.read().startswith(b"%PDF-")
    assert is_held(debt) and CollectionHold.objects.get().cause_id == objection.pk
    assert {notice.kind for notice in Notice.objects.filter(url__startswith="/objections/")} == {"objection_received", "objection_waits"}
    assert Audit.objects.filter(act="objection.file", by=world.cast.clerk).count() == 1
    assert "ماده ۴۲" in "".join(timeliness_words(objection)).replace("\xa0", " ")
    assert [trace["article"] for trace in objection.traces][:2] == ["competent_forum", "objection_referred"]


@pytest.mark.parametrize(
    ("days", "of", "timeliness", "held"),
    [(-1, "last_day", "in_time", True), (0, "last_day", "in_time", True), (1, "last_day", "in_doubt", True), (0, "doubt_until", "in_doubt", True), (1, "doubt_until", "late", False)],
)
def test_the_last_day_is_in_time_and_the_day_after_the_doubt_is_late_and_all_are_received(world, days, of, timeliness, held):
    """The holidays of Dey 1405 are not certain yet: between the two last days a person judges."""
    debt = world.served()
    assert remedy_of(debt).doubt_until > remedy_of(debt).last_day
    objection = world.object(debt=debt.tracking, now=on(debt, days, of)).objection
    assert (objection.timeliness, is_held(debt)) == (timeliness, held)
    assert objection.is_referable is {"in_time": True, "in_doubt": None, "late": False}[timeliness]
    assert objection.state == "received"


def test_a_late_one_is_told_how_late_by_which_article_and_which_door_remains(world):
    debt = world.served()
    objection = world.object(debt=debt.tracking, now=late(debt)).objection
    said = " ".join([*timeliness_words(objection), *what_follows(objection)]).replace("\xa0", " ")
    days_late = (objection.act_day - objection.last_day).days
    assert f"{fa(days_late)} روز پس از مهلت" in said and "ماده ۴۲" in said and "دریافت شد" in said
    assert "ماده ۵۰" in said and "هیئت ماده ۱۶" in said and "۱۲ ماه" in said
    assert objection.is_referable is False
    assert Paper.objects.filter(subject_kind="objection", subject_id=objection.pk).exists()


def test_one_before_the_letter_was_served_is_kept_and_holds_and_need_not_be_sent_again(world):
    debt = world.issued()
    objection = world.object(debt=debt.tracking, now=SERVED_AT - timedelta(days=1)).objection
    assert (objection.timeliness, objection.last_day, objection.is_referable) == ("early", None, None)
    assert is_held(debt)
    assert "لازم نیست" in " ".join(timeliness_words(objection))


def test_a_paper_posted_a_day_before_service_was_recorded_is_early_by_its_day_of_sending(world):
    debt = world.served()
    paper = OnPaper(arrived_on=moment(1405, 9, 5).date(), sent_on=moment(1405, 9, 2).date())
    objection = world.object(by=world.cast.officer, paper=paper, debt=debt.tracking, now=moment(1405, 9, 6)).objection
    assert (objection.timeliness, objection.begins_on) == ("early", SERVED_AT.date())
    assert objection.review_last_day > moment(1405, 9, 5).date()


def test_a_posted_paper_counts_from_its_day_of_sending_and_our_own_days_from_its_arrival(world):
    debt = world.served()
    last = remedy_of(debt).last_day
    paper = OnPaper(arrived_on=last + timedelta(days=4), sent_on=last)
    objection = world.object(by=world.cast.officer, paper=paper, debt=debt.tracking, now=on(debt, 6)).objection
    assert objection.timeliness == "in_time" and objection.way == "paper" and objection.party == ("workplace", debt.workplace_id)
    assert objection.answer_last_day > last + timedelta(days=30)


def test_the_same_objection_sent_twice_is_one_with_the_first_receipt(world):
    debt = world.served()
    first = world.object(debt=debt.tracking, uploads=[Upload("fish.pdf", PDF)])
    before = kept()
    again = world.object(debt=debt.tracking, uploads=[Upload("fish.pdf", PDF)])
    assert (again.objection.pk, again.is_first) == (first.objection.pk, False)
    assert kept() == before


def test_another_objection_to_the_same_thing_is_led_to_the_open_one(world):
    debt = world.served()
    first = world.object(debt=debt.tracking)
    before = kept()
    with pytest.raises(AlreadyOpen) as standing:
        world.object(debt=debt.tracking, words="سخنی دیگر")
    assert standing.value.objection == first.objection and kept() == before
    with pytest.raises(IntegrityError), transaction.atomic():
        copy = Objection.objects.get(pk=first.objection.pk)
        copy.pk, copy.tracking = None, "1405-0901-000000"
        copy.save(force_insert=True)


def test_one_line_of_the_trace_is_named_by_its_path_and_holds_the_whole_debt(world):
    debt = world.served()
    line = world.object(debt=debt.tracking, line="0.0").objection
    part = world.object(debt=debt.tracking, line="0#0").objection
    assert (line.subject_kind, line.line_path, line.line_article) == ("line", "0.0", debt.parts[0]["trace"]["children"][0]["article"])
    assert part.line_article == debt.parts[0]["article"]
    assert CollectionHold.objects.filter(debt=debt, released_at__isnull=True).count() == 2


@pytest.mark.parametrize("path", ["7", "0.99", "0#9999", "-1", "0..1", "0.0.0.0.0.0.0.0.0", "a", "0;drop", "۰.۹۹", "0#", "1" * 400])
def test_a_path_that_is_not_in_the_trace_is_not_there(world, path):
    debt = world.served()
    before = kept()
    with pytest.raises(Http404):
        world.object(debt=debt.tracking, line=path)
    assert kept() == before


def test_strangers_insured_people_and_other_branches_cannot_object_to_a_debt(world):
    debt = world.served()
    before = kept()
    for name in ("stranger", "insured_user", "late_employer", "far_officer", "headquarters"):
        with pytest.raises(NotAllowed):
            world.object(by=getattr(world.cast, name), debt=debt.tracking)
    assert kept() == before


def test_an_officer_files_only_what_came_on_paper_and_a_clerk_only_for_the_own_workplace(world):
    debt = world.served()
    before = kept()
    with pytest.raises(NotAllowed):
        world.object(by=world.cast.officer, debt=debt.tracking)
    with pytest.raises(NotAllowed):
        world.object(by=world.cast.clerk, debt=debt.tracking, paper=OnPaper(SERVED_AT.date()))
    assert kept() == before


def test_the_advocate_of_an_employer_objects_by_grant_and_not_without(world):
    debt = world.served()
    with pytest.raises(NotAllowed):
        world.object(by=world.cast.stranger, debt=debt.tracking)
    give(world.cast.stranger, "advocate", world.cast.honest.pk)
    world.cast.stranger.__dict__.pop("_grants_by_day", None)
    objection = world.object(by=world.cast.stranger, debt=debt.tracking).objection
    assert objection.party == ("workplace", world.cast.honest.pk) and objection.filed_by == world.cast.stranger
    assert list(objections_of(world.cast.employer)) == [objection]


def test_a_paper_without_signature_or_power_of_attorney_is_received_and_told_what_is_missing(world):
    debt = world.served()
    paper = OnPaper(SERVED_AT.date(), is_signed=False, representative_kind="lawyer", representative_name="شیدا وکیلی")
    objection = world.object(by=world.cast.officer, paper=paper, debt=debt.tracking).objection
    assert missing_of(objection) == (True, True) and objection.is_referable is False and objection.timeliness == "in_time"
    assert is_held(debt), "what is missing can be brought; meanwhile nobody presses"
    with_power = OnPaper(SERVED_AT.date(), representative_kind="lawyer", representative_name="شیدا وکیلی")
    complete = world.object(by=world.cast.officer, paper=with_power, debt=debt.tracking, line="0", uploads=[Upload("v.pdf", PDF, "power_of_attorney")]).objection
    assert not missing_of(complete) and complete.is_referable


def test_nothing_is_kept_of_an_objection_without_a_ground_or_with_strange_days(world):
    debt = world.served()
    before = kept()
    cases = [
        ({"grounds": ()}, "grounds"),
        ({"grounds": ("days",)}, "grounds"),
        ({"grounds": ("other",), "words": "  "}, "words"),
        ({"words": "x" * 4001}, "words"),
    ]
    for more, field in cases:
        with pytest.raises(UnusablePlea) as refusal:
            world.object(debt=debt.tracking, **more)
        assert field in refusal.value.errors
    today = (SERVED_AT + timedelta(days=2)).date()
    papers = [
        (OnPaper(today + timedelta(days=1)), "arrived_on"),
        (OnPaper(today, sent_on=today + timedelta(days=1)), "sent_on"),
        (OnPaper(today, representative_kind="king", representative_name="x"), "representative_kind"),
        (OnPaper(today, representative_kind="lawyer"), "representative_name"),
    ]
    for paper, field in papers:
        with pytest.raises(UnusablePlea) as refusal:
            world.object(by=world.cast.officer, paper=paper, debt=debt.tracking)
        assert field in refusal.value.errors
    assert kept() == before


def test_hostile_files_are_named_and_nothing_is_kept_and_active_ones_are_marked(world):
    debt = world.served()
    before = kept()
    hostile = [Upload("empty.pdf", b""), Upload("page.pdf", b"<html><script>"), Upload("../../run.exe", b"MZ\x90"), Upload("bomb.zip", b"PK\x03\x04"), Upload("big.png", PNG + b"0" * (11 * 2**20))]
    for upload in hostile:
        with pytest.raises(UnusableFiles) as refusal:
            world.object(debt=debt.tracking, uploads=[Upload("good.pdf", PDF), upload])
        assert upload.name.split("/")[-1] in str(refusal.value)
    with pytest.raises(UnusableFiles):
        world.object(debt=debt.tracking, uploads=[Upload(f"{place}.png", PNG + bytes([place])) for place in range(11)])
    assert kept() == before
    world.object(debt=debt.tracking, uploads=[Upload("a/b\\receipt.pdf", PDF), Upload("run.pdf", PDF + b"/OpenAction << /JS (app.alert(1)) >>"), Upload("photo.jpg", PNG)])
    found = {one.name: (one.document.media_type, one.has_active_content) for one in ObjectionDocument.objects.select_related("document")}
    assert found == {"receipt.pdf": ("application/pdf", False), "run.pdf": ("application/pdf", True), "photo.jpg": ("image/png", False)}


def test_a_withdrawn_debt_asks_nothing_and_so_there_is_nothing_to_object_to(world):
    debt = world.served()
    withdraw_debt(debt.pk, because="اشتباه بود", by=world.cast.officer, now=SERVED_AT)
    before = kept()
    with pytest.raises(NothingToObject):
        world.object(debt=debt.tracking)
    assert kept() == before


def test_a_prepared_debt_is_not_told_to_the_workplace_and_cannot_be_objected_to(world):
    world.list_of(140507, moment(1405, 9, 1, 9))
    [debt, *_] = world.prepare(moment(1405, 9, 1))
    with pytest.raises(Http404):
        world.object(debt=debt.tracking)


def test_an_insured_woman_objects_to_her_own_row_and_to_no_other(world):
    one = world.list_of(140507, moment(1405, 8, 20))
    person = world.cast.insured.person
    asked = {"person": person.pk, "month": 140507, "list": one.tracking}
    objection = world.object(by=world.cast.insured_user, grounds=("wage", "job"), words="مزد من بیش از این بود", **asked).objection
    assert objection.subject_kind == "row" and objection.party == ("person", person.pk)
    assert objection.row == one.workers.get(person=person).row
    assert objection.forums == ["recognition_board", "organisation"] or set(objection.forums) == {"recognition_board", "organisation"}
    assert objection.timeliness in ("no_limit", "early") and CollectionHold.objects.count() == 0
    assert list(objections_of(world.cast.insured_user)) == [objection]
    assert not objections_of(world.cast.employer).exists(), "the employer is not told"
    for about in ({**asked, "person": world.cast.veteran.person.pk}, {"list": one.tracking, "row": 1}):
        with pytest.raises(NotAllowed):
            world.object(by=world.cast.insured_user, grounds=("wage",), **about)


def test_a_month_claimed_before_its_list_had_time_to_come_is_early_and_kept(world):
    person = world.cast.insured.person
    world.list_of(140507, moment(1405, 8, 20))
    fresh = world.object(by=world.cast.insured_user, grounds=("absent",), person=person.pk, month=140508, now=moment(1405, 9, 5)).objection
    assert fresh.timeliness == "early" and fresh.begins_on > moment(1405, 9, 5).date()
    old = world.object(by=world.cast.insured_user, grounds=("absent",), person=person.pk, month=140401, now=moment(1405, 9, 5)).objection
    assert old.timeliness == "no_limit" and old.begins_on is None


def test_an_employer_objects_to_a_row_of_the_own_list(world):
    one = world.list_of(140507, moment(1405, 8, 20))
    objection = world.object(list=one.tracking, row=2, grounds=("days",)).objection
    assert (objection.timeliness, objection.party) == ("no_limit", ("workplace", world.cast.honest.pk))
    assert objection.review_last_day is None and objection.answer_last_day > moment(1405, 11, 20).date()


def test_what_came_never_changes_and_no_state_is_left_out(world):
    objection = world.object(debt=world.served().tracking).objection
    for change in ({"words": "دیگر"}, {"timeliness": "late"}, {"act_day": SERVED_AT.date()}):
        with pytest.raises(Exception, match=r"objection_as_it_came|pgtrigger"), transaction.atomic():
            Objection.objects.filter(pk=objection.pk).update(**change)
    Objection.objects.filter(pk=objection.pk).update(state="withdrawn")
    with pytest.raises(Exception, match="transition"), transaction.atomic():
        Objection.objects.filter(pk=objection.pk).update(state="received")
    with pytest.raises(Exception, match=r"objection_step_stays|Cannot delete"), transaction.atomic():
        ObjectionStep.objects.filter(objection=objection).delete()


def test_an_act_undone_halfway_leaves_nothing(world, monkeypatch):
    debt = world.served()
    before = kept()
    monkeypatch.setattr("opentamin.office.disputes.receipts.render_pdf", lambda *some, **more: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        world.object(debt=debt.tracking, uploads=[Upload("fish.pdf", PDF)])
    assert kept() == before and not is_held(debt)
