"""A list under the number of an assessed one corrects it: further entries for whoever changes, the difference in the books."""

import numpy as np
import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from opentamin.lists import write_pair
from opentamin.office.history.models import MonthCurrent, MonthEntry
from opentamin.office.history.queries import projection_differences
from opentamin.office.ledger.models import Journal, Leg
from opentamin.office.ledger.queries import open_credits, open_items
from opentamin.office.notices.models import Notice
from opentamin.office.records.models import Audit
from opentamin.office.registry.models import Workplace
from tests.cast import NOW

from .. import charged
from ..actions import assess_list
from ..changes import changes_of
from ..corrections import NeedsBranch
from ..intake import take_in
from ..models import Assessment, ListState, MonthlyList, WorkerAssessment

pytestmark = pytest.mark.django_db


def send(cast, draft, by=None):
    draft.set_premiums()
    [receipt] = take_in(list(write_pair(draft.header, draft.workers).items()), by=by or cast.clerk, now=NOW)
    return receipt.list


def first(cast):
    one = send(cast, cast.draft(cast.honest))
    assess_list(one.id, by=cast.clerk, now=NOW)
    return one


def correction(cast, *, days=None, without=None, more=0, by=None):
    """The same list with other days in the first row, without a row, or with more pay in the second."""
    draft = cast.draft(cast.honest)
    if days is not None:
        daily = int(draft.workers["DSW_ROOZ"][0])
        draft.workers["DSW_DD"][0] = days
        draft.workers["DSW_MAH"][0] = daily * days
    draft.workers["DSW_MAZ"][1] += more
    draft.workers["DSW_MASH"] = draft.workers["DSW_MAH"] + draft.workers["DSW_MAZ"]
    draft.workers["DSW_TOTL"] = draft.workers["DSW_MASH"].copy()
    if without is not None:
        draft.workers = {name: np.delete(values, without) for name, values in draft.workers.items()}
    return send(cast, draft, by)


def months(cast, one):
    return {month.person_id: (month.days, month.wage) for month in MonthCurrent.objects.filter(workplace_id=one.workplace_id, month=one.month)}


def balance(one) -> int:
    legs = Leg.objects.filter(account_id="1100", party_kind="workplace", party_id=one.workplace_id)
    return sum(legs.values_list("amount", flat=True))


def test_a_correction_that_gives_more_is_the_clerks_and_only_the_difference_is_booked(cast):
    before = first(cast)
    was = months(cast, before)
    one = correction(cast, more=10_000_000)
    assert (one.state, one.corrects_id) == (ListState.ACCEPTED, before.id)
    assert (changes_of(one).changed_count, changes_of(one).reduced_count) == (1, 0)
    assessment = assess_list(one.id, by=cast.clerk, now=NOW)
    now = months(cast, one)
    changed = {person for person in now if now[person] != was[person]}
    assert len(changed) == 1 and now.keys() == was.keys()
    assert assessment.due_before == before.assessment.due_total < assessment.due_total == balance(one)
    moved = Leg.objects.get(journal=assessment.journal, account_id="1100").amount
    assert moved == assessment.due_total - assessment.due_before
    before.refresh_from_db()
    assert before.corrected_at == NOW and before.state == ListState.ASSESSED


def test_whoever_does_not_change_is_not_touched_and_the_old_entries_stay(cast):
    before = first(cast)
    written = set(MonthEntry.objects.filter(list_id=before.id).values_list("id", flat=True))
    one = correction(cast, more=10_000_000)
    assess_list(one.id, by=cast.clerk, now=NOW)
    further = MonthEntry.objects.filter(list_id=one.id)
    assert sorted(further.values_list("kind", flat=True)) == ["correction", "withdrawal"]
    assert set(further.values_list("supersedes", flat=True)) <= written
    assert written <= set(MonthEntry.objects.values_list("id", flat=True))
    assert projection_differences() == 0


def test_a_correction_that_takes_from_a_record_needs_the_branch_and_tells_the_person(cast):
    before = first(cast)
    was = months(cast, before)
    one = correction(cast, days=20, without=4)
    everything = MonthEntry.objects.count(), Journal.objects.count(), Audit.objects.count(), Notice.objects.count()
    for who in (cast.clerk, cast.employer):
        with pytest.raises(NeedsBranch), transaction.atomic():
            assess_list(one.id, by=who, now=NOW)
    assert (MonthEntry.objects.count(), Journal.objects.count(), Audit.objects.count(), Notice.objects.count()) == everything
    assert not WorkerAssessment.objects.filter(list=one).exists() and months(cast, before) == was
    assessment = assess_list(one.id, by=cast.officer, now=NOW)
    now = months(cast, one)
    assert now[cast.insured.person.id][0] == 20 and len(now) == len(was) - 1
    assert balance(one) == assessment.due_total < before.assessment.due_total
    told = Notice.objects.filter(kind="month_reduced").values_list("scope_id", flat=True)
    assert set(told) == {cast.insured.person.id} | (was.keys() - now.keys())
    assert projection_differences() == 0


def test_a_correction_of_a_correction_keeps_sums_and_can_bring_the_first_back(cast):
    before = first(cast)
    was = months(cast, before)
    second = correction(cast, more=10_000_000)
    assess_list(second.id, by=cast.clerk, now=NOW)
    third = send(cast, cast.draft(cast.honest))
    assert third.id not in (before.id, second.id) and third.corrects_id == second.id
    assess_list(third.id, by=cast.officer, now=NOW)
    assert months(cast, third) == was and balance(third) == before.assessment.due_total
    assert projection_differences() == 0


def test_while_one_correction_waits_another_is_handed_back(cast):
    first(cast)
    correction(cast, more=10_000_000)
    other = correction(cast, more=20_000_000)
    assert other.state == ListState.RETURNED
    assert other.findings.filter(level="error").get().code == "list_number_taken"


def test_the_database_itself_lets_one_correction_of_a_list_stand(cast):
    before = first(cast)
    one = correction(cast, more=10_000_000)
    fields = {name: getattr(one, name) for name in ("workplace", "month", "contract_row", "received_at", "received_by", "workplace_code")}
    with pytest.raises(IntegrityError), transaction.atomic():
        MonthlyList.objects.create(**fields, tracking="x", list_number=9, content_sha256="0" * 64, state="accepted", corrects=before)


def test_a_correction_after_the_last_day_keeps_the_place_of_the_list_it_corrects(cast):
    Workplace.objects.filter(pk=cast.honest.pk).update(five_worker_relief="[2020-01-01,)")
    before = first(cast)
    later = NOW.replace(year=2027)
    draft = cast.draft(cast.honest)
    draft.workers["DSW_MAZ"][1] += 10_000_000
    draft.workers["DSW_MASH"][1] += 10_000_000
    draft.workers["DSW_TOTL"][1] += 10_000_000
    draft.set_premiums()
    [receipt] = take_in(list(write_pair(draft.header, draft.workers).items()), by=cast.clerk, now=later)
    assess_list(receipt.list.id, by=cast.clerk, now=later)
    facts = Assessment.objects.get(list=receipt.list).facts
    assert facts["is_list_in_time"] == before.assessment.facts["is_list_in_time"] == 1 and facts["is_further_list"] == 0


def test_a_list_under_another_number_is_supplementary_and_adds(cast):
    before = first(cast)
    draft = cast.draft(cast.late)
    draft.header |= {"DSK_ID": cast.codes[cast.honest.pk], "DSK_LISTNO": "0002"}
    more = send(cast, draft)
    assert more.corrects_id is None
    assess_list(more.id, by=cast.clerk, now=NOW)
    assert len(months(cast, before)) == len(cast.workers[cast.honest.pk]) + len(cast.workers[cast.late.pk])
    assert balance(before) == before.assessment.due_total + more.assessment.due_total


def test_the_pages_say_what_a_correction_does_and_who_may_make_it_final(cast):
    before = first(cast)
    one = correction(cast, days=20)
    client = Client()
    client.force_login(cast.clerk)
    page = client.get(f"/lists/{one.tracking}/").content.decode()
    assert "تصحیح فهرستی دیگر" in page and "کارشناس شعبه باید" in page and f"/lists/{one.tracking}/assess/" not in page
    client.post(f"/lists/{one.tracking}/assess/")
    one.refresh_from_db()
    assert one.state == ListState.ACCEPTED
    client.force_login(cast.officer)
    client.post(f"/lists/{one.tracking}/assess/")
    assert "این فهرست تصحیح شده است" in client.get(f"/lists/{before.tracking}/").content.decode()
    assert client.get(f"/lists/{one.tracking}/").status_code == 200


def test_a_correction_that_asks_for_less_leaves_nothing_open_beyond_it(cast):
    one = first(cast)
    second = correction(cast, days=15)
    assess_list(second.id, by=cast.officer, now=NOW)
    party = ("workplace", cast.honest.pk)
    [item] = open_items("1100", party)
    assert item.remaining == Assessment.objects.get(list=second).due_total and open_credits("1100", party) == []
    assert item.subject == ("list", one.pk) and charged.total(NOW.date()) == item.remaining
