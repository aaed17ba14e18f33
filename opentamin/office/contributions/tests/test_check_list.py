"""A received list is checked against itself, the law and our records; it is accepted or handed back, never half of either."""

import numpy as np
import pytest

from opentamin.lists import words
from opentamin.office.contributions.actions import NotWaiting, assess_list, check_list, receive_list, withdraw_list
from opentamin.office.contributions.models import ListRow, ListState
from opentamin.office.history.models import MonthEntry
from opentamin.office.ledger.models import Journal
from opentamin.office.notices.models import Notice
from tests.cast import write

pytestmark = pytest.mark.django_db


def received(cast, draft, by=None):
    [receipt] = receive_list(write(draft), by=by or cast.clerk, now=cast.now)
    return receipt.list


def checked(cast, draft):
    return check_list(received(cast, draft).id, now=cast.now)


def codes(one, level="error"):
    return [finding.code for finding in one.findings.filter(level=level)]


def test_a_list_without_a_mistake_is_accepted_and_its_rows_are_kept_as_declared(cast):
    draft = cast.draft(cast.honest)
    one = checked(cast, draft)
    assert one.state == ListState.ACCEPTED and one.error_count == 0
    assert list(one.rows.order_by("row").values_list("wage_insurable", flat=True)) == draft.workers["DSW_MASH"].tolist()
    assert one.rows.get(row=1).last_name == "دوکار"


@pytest.mark.parametrize("layout", ["v27", "v6", "wide"])
@pytest.mark.parametrize(("encoding", "form"), [("iransystem", "dbf"), ("cp1256", "dbf"), ("unicode", "txt")])
def test_every_layout_and_code_page_comes_to_the_same_people_and_amount(cast, layout, encoding, form):
    draft = cast.draft(cast.honest).in_layout(layout)
    [receipt] = receive_list(write(draft, layout=layout, encoding=encoding, form=form), by=cast.clerk, now=cast.now)
    one = check_list(receipt.list.id, now=cast.now, pair=receipt.pair)
    assert one.state == ListState.ACCEPTED
    assert not one.rows.filter(person=None).exists() and one.rows.get(row=1).last_name == "دوکار"
    due = draft.header["DSK_TKOSO"] + draft.header["DSK_BIC"] + int(draft.workers["DSW_BIME"].sum())
    assert assess_list(one.id, by=cast.clerk, now=cast.now).due_total == due


def test_an_accepted_list_is_in_nobodys_record_and_in_no_book_yet(cast):
    checked(cast, cast.draft(cast.honest))
    assert not MonthEntry.objects.filter(source_kind="list").exists() and not Journal.objects.exists()


def test_a_list_with_a_mistake_is_handed_back_with_row_and_column_and_no_row_is_kept(cast):
    draft = cast.draft(cast.honest)
    draft.workers["DSW_DD"] = draft.workers["DSW_DD"].copy()
    draft.workers["DSW_DD"][2] = 31  # Aban has 30 days
    one = checked(cast, draft)
    assert one.state == ListState.RETURNED
    assert "days_over_month" in codes(one)
    finding = one.findings.get(code="days_over_month")
    assert (finding.row, finding.column, finding.seen, finding.name) == (3, "DSW_DD", "31", "لیلا امینی")
    assert not ListRow.objects.exists()


def test_thirty_days_in_aban_are_accepted(cast):
    assert checked(cast, cast.draft(cast.honest)).state == ListState.ACCEPTED


def test_findings_stand_errors_first_then_by_row(cast):
    draft = cast.draft(cast.honest)
    draft.workers["DSW_DD"][3] = 31
    draft.workers["PER_NATCOD"][0] = "1234567890"
    one = checked(cast, draft)
    levels = [finding.level for finding in one.findings.order_by("position")]
    assert levels == sorted(levels, key=["error", "warning", "note"].index)


def test_a_list_is_checked_once(cast):
    one = checked(cast, cast.draft(cast.honest))
    with pytest.raises(NotWaiting):
        check_list(one.id, now=cast.now)


def test_a_list_withdrawn_before_its_check_is_left_alone(cast):
    one = received(cast, cast.draft(cast.honest))
    withdraw_list(one.id, by=cast.clerk, now=cast.now, reason="پروندهٔ نادرست")
    with pytest.raises(NotWaiting):
        check_list(one.id, now=cast.now)


def test_a_second_list_under_a_standing_number_is_handed_back_with_the_number_of_the_first(cast):
    first = checked(cast, cast.draft(cast.honest))
    draft = cast.draft(cast.honest)
    draft.workers["DSW_TOTL"] = draft.workers["DSW_TOTL"] + 1
    second = checked(cast, draft)
    assert codes(second) == ["list_number_taken"]
    assert second.findings.get(code="list_number_taken").facts["tracking"] == first.tracking


def test_a_further_list_number_of_the_same_month_is_accepted(cast):
    checked(cast, cast.draft(cast.honest))
    further = cast.draft(cast.honest, number=2)
    assert checked(cast, further).state == ListState.ACCEPTED


def test_numbers_of_two_people_in_one_row_are_handed_back_not_guessed(cast):
    draft = cast.draft(cast.honest)
    draft.workers["DSW_ID1"][0] = cast.workers[cast.late.pk][0].insurance_number
    one = checked(cast, draft)
    assert codes(one) == ["numbers_disagree"]


def test_leaving_the_doubtful_number_blank_mends_it(cast):
    draft = cast.draft(cast.honest)
    draft.workers["DSW_ID1"][0] = ""
    assert checked(cast, draft).state == ListState.ACCEPTED


def test_one_person_in_two_rows_is_handed_back(cast):
    draft = cast.draft(cast.honest)
    draft.workers["PER_NATCOD"][1], draft.workers["DSW_ID1"][1] = draft.workers["PER_NATCOD"][0], ""
    one = checked(cast, draft)
    assert one.state == ListState.RETURNED
    assert {"person_twice", "national_id_repeated", "natcod_repeated"} & set(codes(one))


def test_a_list_for_a_closed_workplace_is_handed_back(cast):
    cast.honest.closed_on = cast.now.date().replace(month=10, day=1)
    cast.honest.save()
    assert "workplace_closed" in codes(checked(cast, cast.draft(cast.honest)))


def test_the_sender_is_told_either_way(cast):
    checked(cast, cast.draft(cast.honest))
    bad = cast.draft(cast.late)
    bad.workers["DSW_DD"][0] = 31
    [receipt] = receive_list(write(bad), by=cast.accountant, now=cast.now)
    check_list(receipt.list.id, now=cast.now)
    assert set(Notice.objects.values_list("kind", flat=True)) >= {"list_accepted", "list_returned"}


def test_every_finding_has_its_sentences_in_both_languages(cast):
    draft = cast.draft(cast.honest)
    draft.workers["DSW_DD"][1] = 31
    draft.workers["DSW_BIME"] = np.asarray(draft.workers["DSW_BIME"]) + 7
    draft.workers["PER_NATCOD"][2] = "0000000000"
    one = checked(cast, draft)
    from opentamin.office.contributions.telling import lines_of

    for language in words.LANGUAGES:
        for line in lines_of(one.findings.all(), language):
            assert line.summary and line.rule and line.mend and "{" not in line.summary + line.rule + line.mend


def test_the_check_by_the_job_gives_what_the_check_at_once_gives(cast, work_off):
    from opentamin.office.contributions.tasks import check_received_list

    one = received(cast, cast.draft(cast.honest))
    check_received_list.defer(list_id=one.id)
    assert work_off() == 1
    one.refresh_from_db()
    assert one.state == ListState.ACCEPTED
