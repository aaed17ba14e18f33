"""An accepted list is assessed by the law of its month: amounts, people's months and the books, in one step or not at all."""

import io
import zipfile
from copy import copy
from unittest import mock

import numpy as np
import psycopg
import pytest
from django.db import ProgrammingError, connection

from opentamin import law as laws
from opentamin.law import contributions as articles
from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.contributions.actions import (
    AlreadyAssessed,
    NotAccepted,
    assess_list,
    check_list,
    receive_list,
    withdraw_list,
)
from opentamin.office.contributions.changes import changes_of
from opentamin.office.contributions.explained import explain_list, explain_worker, note_of
from opentamin.office.contributions.models import Assessment, ListState, WorkerAssessment
from opentamin.office.history.models import MonthCurrent, MonthEntry
from opentamin.office.ledger.models import Journal, Leg
from opentamin.office.records.models import Document
from opentamin.office.registry.models import Person
from tests.cast import longer, write

pytestmark = pytest.mark.django_db


def accepted(cast, draft=None, by=None):
    [receipt] = receive_list(write(draft or cast.draft(cast.honest)), by=by or cast.clerk, now=cast.now)
    return check_list(receipt.list.id, now=cast.now)


def law_of(month):
    return laws.at(laws.days.month_first_day(month))


def nothing_written() -> bool:
    return not (
        Assessment.objects.exists()
        or WorkerAssessment.objects.exists()
        or MonthEntry.objects.filter(source_kind="list").exists()
        or Journal.objects.exists()
    )


def test_every_worker_owes_what_the_article_says_for_the_declared_row(cast):
    one = accepted(cast)
    assess_list(one.id, by=cast.clerk, now=cast.now)
    law = law_of(one.month)
    for worker in one.workers.all():
        due = articles.worker_due(articles.WorkerMonth(worker.days, 30, worker.wage_insurable), law)
        assert (worker.wage_base, worker.worker_share) == (due.wage_base, due.worker_share)


def test_the_list_owes_the_shares_of_all_workers_and_the_totals_taken_once(cast):
    one = accepted(cast)
    assessment = assess_list(one.id, by=cast.clerk, now=cast.now)
    workers = list(one.workers.all())
    assert assessment.wage_base_total == sum(worker.wage_base for worker in workers)
    assert assessment.worker_share_total == sum(worker.worker_share for worker in workers)
    assert assessment.due_total == (
        assessment.worker_share_total + assessment.employer_share_own + assessment.unemployment + assessment.hazardous
    )


def test_pay_above_the_ceiling_bears_premium_up_to_it(cast):
    one = accepted(cast)  # the fifth worker earns eight and a half minimum wages
    assess_list(one.id, by=cast.clerk, now=cast.now)
    worker = one.workers.get(row=5)
    assert worker.wage_base == articles.ceiling_of_days(30, law_of(one.month))
    assert worker.wage_cut == worker.wage_insurable - worker.wage_base > 0


def test_the_month_stands_in_each_persons_record_with_the_list_it_came_from(cast):
    one = accepted(cast)
    assess_list(one.id, by=cast.clerk, now=cast.now)
    month = MonthCurrent.objects.get(person_id=cast.insured.person.id, month=one.month)
    worker = one.workers.get(person=cast.insured.person)
    assert (month.days, month.wage, month.list_id) == (30, worker.wage_base, one.id)


def test_the_books_balance_and_the_employer_owes_the_due_total(cast):
    one = accepted(cast)
    assessment = assess_list(one.id, by=cast.clerk, now=cast.now)
    legs = Leg.objects.filter(journal=assessment.journal)
    assert sum(leg.amount for leg in legs) == 0
    assert legs.get(account__code="1100").amount == assessment.due_total


def test_an_unknown_worker_with_a_valid_national_id_becomes_a_provisional_person(cast):
    draft = cast.draft(cast.honest)
    draft.workers["PER_NATCOD"][3], draft.workers["DSW_ID1"][3] = "0012345679", ""
    one = accepted(cast, draft)
    assert one.rows.get(row=4).person_id is None
    assess_list(one.id, by=cast.clerk, now=cast.now)
    person = one.workers.get(row=4).person
    assert person.state == Person.State.PROVISIONAL
    assert person.identifiers.get(kind="national_id").value == "0012345679"


def test_a_foreigner_bears_no_unemployment_premium(cast):
    draft = cast.draft(cast.honest)
    draft.workers["DSW_NAT"] = np.array(["افغانستانی", *["ایرانی"] * 4])
    one = accepted(cast, draft)
    assessment = assess_list(one.id, by=cast.clerk, now=cast.now)
    first = one.workers.get(row=1)
    assert not first.is_unemployment_insured
    assert assessment.facts["wage_base_unemployment_total"] == assessment.wage_base_total - first.wage_base


@pytest.mark.parametrize("who", ["stranger", "late_employer", "insured_user", "far_officer"])
def test_whoever_has_no_say_over_the_workplace_cannot_assess_and_leaves_nothing_behind(cast, who):
    one = accepted(cast)
    with pytest.raises(NotAllowed):
        assess_list(one.id, by=getattr(cast, who), now=cast.now)
    assert nothing_written()


@pytest.mark.parametrize("who", ["clerk", "employer", "officer"])
def test_the_clerk_the_employer_and_the_branch_may_say_it_is_final(cast, who):
    one = accepted(cast)
    assert assess_list(one.id, by=getattr(cast, who), now=cast.now).due_total > 0


def test_a_list_is_assessed_once(cast):
    one = accepted(cast)
    assess_list(one.id, by=cast.clerk, now=cast.now)
    with pytest.raises(NotAccepted):
        assess_list(one.id, by=cast.clerk, now=cast.now)
    assert Journal.objects.count() == 1


def test_a_list_with_errors_cannot_be_assessed(cast):
    draft = cast.draft(cast.honest)
    draft.workers["DSW_DD"][0] = 31
    one = accepted(cast, draft)
    with pytest.raises(NotAccepted):
        assess_list(one.id, by=cast.clerk, now=cast.now)
    assert nothing_written()


def test_an_assessed_list_cannot_be_withdrawn_an_accepted_one_can(cast):
    one, other = accepted(cast), accepted(cast, cast.draft(cast.honest, number=2))
    assess_list(one.id, by=cast.clerk, now=cast.now)
    with pytest.raises(AlreadyAssessed):
        withdraw_list(one.id, by=cast.clerk, now=cast.now, reason="پروندهٔ نادرست")
    assert withdraw_list(other.id, by=cast.clerk, now=cast.now, reason="پروندهٔ نادرست").state == ListState.WITHDRAWN


@pytest.mark.parametrize("step", ["write_months", "post", "keep_document", "note_act", "tell"])
def test_whatever_breaks_in_the_middle_leaves_nothing_half_written_and_may_be_done_again(cast, step):
    one = accepted(cast)
    with mock.patch(f"opentamin.office.contributions.actions.assess_list.{step}", side_effect=RuntimeError), pytest.raises(RuntimeError):
        assess_list(one.id, by=cast.clerk, now=cast.now)
    one.refresh_from_db()
    assert one.state == ListState.ACCEPTED and nothing_written()
    assert assess_list(one.id, by=cast.clerk, now=cast.now).due_total > 0


def test_what_is_assessed_is_never_changed_not_even_by_hand(cast):
    one = accepted(cast)
    assess_list(one.id, by=cast.clerk, now=cast.now)
    with pytest.raises(ProgrammingError), connection.cursor() as cursor:
        cursor.execute("UPDATE contributions_workerassessment SET wage_base = 1")


def test_the_explanation_ends_in_the_amount_assessed_and_meets_its_digest(cast):
    one = accepted(cast)
    assessment = assess_list(one.id, by=cast.clerk, now=cast.now)
    explained = explain_list(assessment)
    assert explained.is_the_assessed_law
    assert laws.digest(explained.node) == assessment.trace_digest
    worker = one.workers.get(row=2)
    assert str(worker.worker_share) in repr(explain_worker(assessment, worker).node)


@pytest.mark.parametrize("rows", [5, 2_000])
def test_a_list_of_any_size_takes_at_most_sixty_statements_from_its_file_to_its_books(cast, monkeypatch, rows):
    """Counted at the driver, which alone sees COPY; everybody is met for the first time, which takes the most."""
    files = write(longer(cast.draft(cast.honest), rows))
    asked = count_statements(monkeypatch)
    [receipt] = receive_list(files, by=cast.clerk, now=cast.now)
    one = check_list(receipt.list.id, now=cast.now, pair=receipt.pair)
    assert one.state == ListState.ACCEPTED and one.workers_count == rows
    assess_list(one.id, by=cast.clerk, now=cast.now)
    assert 20 < len(asked) <= 60


def count_statements(monkeypatch) -> list[str]:
    """Every statement sent from now on, COPY included."""
    asked: list[str] = []

    def noting(ask):
        def noted(cursor, *arguments, **options):
            asked.append(str(arguments[0]))
            return ask(cursor, *arguments, **options)

        return noted

    for name in ("execute", "executemany", "copy"):
        monkeypatch.setattr(psycopg.Cursor, name, noting(getattr(psycopg.Cursor, name)))
    return asked


def test_joiners_leavers_and_changes_are_told_against_the_month_before(cast):
    assess_list(accepted(cast, cast.draft(cast.honest, month=140507)).id, by=cast.clerk, now=cast.now)
    draft = cast.draft(cast.honest)
    for name, column in draft.workers.items():
        draft.workers[name] = column[1:]  # the first worker has left
    draft.workers["PER_NATCOD"] = draft.workers["PER_NATCOD"].copy()
    draft.workers["PER_NATCOD"][3], draft.workers["DSW_ID1"][3] = "0012345679", ""  # somebody new instead of the last
    draft.set_premiums()
    changes = changes_of(accepted(cast, draft))
    assert not changes.is_first_month
    assert (changes.joiners_count, changes.leavers_count) == (1, 2)
    assert "نرگس دوکار" in {change.name for change in changes.leavers}


def after_the_rules_change(assessment: Assessment, monkeypatch) -> Assessment:
    """The same assessment, seen when the running law is another."""
    changed = copy(laws.at(assessment.law_day))  # others read the law of that day too
    vars(changed)["hash"] = "another law"
    monkeypatch.setattr("opentamin.office.contributions.explained.laws.at", lambda *_, **__: changed)
    return Assessment.objects.select_related("list").get(pk=assessment.pk)


def test_an_amount_is_explained_by_the_law_it_was_assessed_with_even_after_the_rules_change(cast, monkeypatch):
    assessment = assess_list(accepted(cast).id, by=cast.clerk, now=cast.now)
    assert note_of(explain_list(assessment)) is None
    explained = explain_list(after_the_rules_change(assessment, monkeypatch))
    assert (explained.is_the_assessed_law, explained.is_kept_text, explained.is_digest_met) == (True, True, True)
    assert laws.digest(explained.node) == assessment.trace_digest
    assert not note_of(explained).is_warning


def flipped(place: int) -> bytes:
    """Today's archive with one byte of a packed text turned over."""
    packed = bytearray(laws.archive.pack())
    packed[place] ^= 0xFF
    return bytes(packed)


@pytest.mark.parametrize(
    "kept",
    [lambda: b"not an archive", lambda: b"", *(lambda place=place: flipped(place) for place in (200, 2_000, 20_000, 60_000))],
    ids=["no archive", "empty", "byte 200", "byte 2,000", "byte 20,000", "byte 60,000"],
)
def test_where_the_law_of_that_day_cannot_be_read_todays_explains_and_says_so(cast, monkeypatch, kept):
    assessment = assess_list(accepted(cast).id, by=cast.clerk, now=cast.now)
    monkeypatch.setattr(Document, "read", lambda self: kept())
    explained = explain_list(after_the_rules_change(assessment, monkeypatch))
    assert (explained.is_the_assessed_law, explained.is_kept_text) == (False, False)
    assert note_of(explained).is_warning


def test_an_archive_of_another_law_is_not_taken_for_the_one_of_that_day(cast, monkeypatch):
    assessment = assess_list(accepted(cast).id, by=cast.clerk, now=cast.now)
    packed = io.BytesIO(laws.archive.pack())
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("opentamin_added.py", "RATE = 30\n")
    monkeypatch.setattr(Document, "read", lambda self: packed.getvalue())
    assert not explain_list(after_the_rules_change(assessment, monkeypatch)).is_the_assessed_law


def test_a_trace_that_is_not_the_one_kept_is_told(cast):
    assessment = assess_list(accepted(cast).id, by=cast.clerk, now=cast.now)
    assessment.trace_digest = "0" * 64
    explained = explain_list(assessment)
    assert explained.is_the_assessed_law and explained.is_digest_met is False
    assert note_of(explained).is_warning
