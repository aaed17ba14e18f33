"""`./run list …`: the same acts from the command line."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from opentamin.lists import zip_pair

from .. import intake
from ..intake import take_in
from ..models import Assessment, ListState, MonthlyList
from .builders import CODE, MONTH, NOW, files_of, wrong_files


def run(*words: str) -> str:
    said = io.StringIO()
    call_command("list", *words, stdout=said)
    return said.getvalue()


def written(folder, files) -> list[str]:
    for name, body in files:
        (folder / name).write_bytes(body)
    return [str(folder / name) for name, _body in files]


def test_files_are_received_and_a_right_list_ends_well(made, tmp_path):
    said = run("receive", *written(tmp_path, files_of(3)), "--as", "employer")
    one = MonthlyList.objects.get()
    assert one.state == ListState.ACCEPTED
    assert "پذیرفته شد" in said


def test_a_returned_list_says_its_findings_and_ends_with_code_one(made, tmp_path, capsys):
    with pytest.raises(SystemExit) as ended:
        run("receive", *written(tmp_path, wrong_files(3)), "--as", "employer")
    assert ended.value.code == 1
    assert MonthlyList.objects.get().state == ListState.RETURNED
    assert "ردیف ۱، زهرا کاوها، روز کارکرد: آبان ۳۰ روز دارد" in run("findings", MonthlyList.objects.get().tracking, "--as", "employer")
    assert "Aban has 30 days" in run("findings", MonthlyList.objects.get().tracking, "--as", "employer", "--language", "en")


def test_every_zip_is_an_upload_of_its_own(made, tmp_path):
    names = written(tmp_path, [(f"{month}.zip", zip_pair(dict(files_of(2, month=month)))) for month in (140506, 140507)])
    answer = json.loads(run("receive", *names, "--as", "employer", "--json"))
    assert [one["list"]["month"] for one in answer] == [140506, 140507]
    assert all(not one["is_first"] for one in json.loads(run("receive", *names, "--as", "employer", "--json")))
    assert MonthlyList.objects.count() == 2


def test_a_long_list_is_checked_too_before_the_command_ends(made, tmp_path, monkeypatch):
    """A page would leave it to the background; whoever waits at the command line wants the result, with or without a worker."""
    monkeypatch.setattr(intake, "ROWS_CHECKED_AT_ONCE", 2)
    assert "پذیرفته شد" in run("receive", *written(tmp_path, files_of(3)), "--as", "employer")
    assert MonthlyList.objects.get().state == ListState.ACCEPTED


def test_what_an_accepted_list_comes_to_is_told_before_it_is_assessed(made, accepted):
    before = run("explain", accepted.tracking, "--as", "employer")
    run("assess", accepted.tracking, "--as", "employer")
    assert run("explain", accepted.tracking, "--as", "employer") == before
    assert not Assessment.objects.exclude(list=accepted).exists()


@pytest.mark.parametrize("user", ["neighbour", "officer", "stranger", "nobody_at_all"])
def test_who_may_not_send_is_refused_and_nothing_is_kept(made, tmp_path, user):
    with pytest.raises(CommandError):
        run("receive", *written(tmp_path, files_of(3)), "--as", user)
    assert not MonthlyList.objects.exists()


def test_a_file_that_is_not_there_is_named(made, tmp_path):
    with pytest.raises(CommandError, match="absent"):
        run("receive", str(tmp_path / "absent.zip"), "--as", "employer")


def test_the_report_is_written_where_it_was_asked_for(made, returned, tmp_path):
    run("findings", returned.tracking, "--as", "employer", "--xlsx", str(tmp_path / "report.xlsx"))
    assert (tmp_path / "report.xlsx").read_bytes().startswith(b"PK")


def test_a_list_is_assessed_explained_and_no_longer_withdrawn(made, accepted):
    answer = json.loads(run("assess", accepted.tracking, "--as", "employer", "--json"))
    assert answer["due_total"] == Assessment.objects.get().due_total == 270_000_000
    assert "۲۷۰٬۰۰۰٬۰۰۰" in run("explain", accepted.tracking, "--as", "officer")
    assert "15,750,000" in run("explain", accepted.tracking, "--row", "1", "--as", "officer", "--language", "en")
    with pytest.raises(CommandError):
        run("withdraw", accepted.tracking, "--reason", "هوس", "--as", "employer")
    with pytest.raises(CommandError):
        run("assess", accepted.tracking, "--as", "employer")


def test_who_is_new_or_gone_is_told_at_the_command_line_too(made, returned):
    [mehr] = take_in(files_of(4, month=140507), by=made.employer, now=NOW)
    assert "سابقه‌ای از این کارگاه نداریم" in run("changes", mehr.list.tracking, "--as", "officer")
    assert json.loads(run("changes", mehr.list.tracking, "--as", "officer", "--json"))["joiners_count"] == 4
    run("assess", mehr.list.tracking, "--as", "employer")
    [aban] = take_in(files_of(5), by=made.employer, now=NOW)
    told = run("changes", aban.list.tracking, "--as", "officer").splitlines()
    place = told.index("تازه آمده: ۱")
    assert aban.list.rows.get(row=5).name in told[place + 1]
    assert "دیگر نیست: ۰" in told
    with pytest.raises(CommandError, match="سنجید"):
        run("changes", returned.tracking, "--as", "employer")


def test_the_receipt_is_written_where_it_was_asked_for(made, accepted, tmp_path):
    run("receipt", accepted.tracking, "--as", "employer", "--out", str(tmp_path / "receipt.pdf"))
    assert (tmp_path / "receipt.pdf").read_bytes().startswith(b"%PDF-")


def test_a_list_is_withdrawn_with_a_reason(made, accepted):
    assert "پس گرفته شد" in run("withdraw", accepted.tracking, "--reason", "پروندهٔ نادرست", "--as", "employer")


def test_lists_of_a_branch_are_shown_to_its_officer_alone(made, accepted):
    assert "سپیدار" in run("of-branch", "9801", "--as", "officer")
    for user, code in (("far_officer", "9801"), ("employer", "9801"), ("officer", "0000")):
        with pytest.raises(CommandError):
            run("of-branch", code, "--as", user)


def test_a_list_of_others_is_as_unknown_as_one_that_is_not_there(made, accepted):
    refusals = []
    for tracking in (accepted.tracking, "1405-0901-999999"):
        with pytest.raises(CommandError) as refusal:
            run("show", tracking, "--as", "neighbour")
        refusals.append(str(refusal.value))
    assert refusals[0] == refusals[1]


def test_nobody_worked_and_the_ready_sheet_from_the_command_line(made, tmp_path):
    out = tmp_path / "list.xlsx"
    call_command("list", "sheet", CODE, str(MONTH), "--out", str(out), "--as", "clerk")
    assert out.read_bytes().startswith(b"PK")
    call_command("list", "nobody", CODE, str(MONTH), "--as", "clerk")
    assert MonthlyList.objects.get().state == ListState.ACCEPTED
    for user, code, month in (("officer", CODE, MONTH), ("clerk", "9999999999", MONTH), ("clerk", CODE, 140513)):
        with pytest.raises(CommandError):
            call_command("list", "nobody", code, str(month), "--as", user)
    assert MonthlyList.objects.count() == 1


@pytest.mark.parametrize("reason", ["", "   ", "ب" * 501])
def test_a_list_is_not_withdrawn_without_a_reason(made, accepted, reason):
    with pytest.raises(CommandError, match="چرا"):
        run("withdraw", accepted.tracking, "--reason", reason, "--as", "employer")
    assert MonthlyList.objects.get().state == ListState.ACCEPTED


@pytest.mark.parametrize("words", [("receipt", "--out"), ("findings", "--xlsx")])
def test_a_file_that_cannot_be_written_is_named(made, accepted, tmp_path, words):
    act, option = words
    for path in (tmp_path, tmp_path / "absent" / "file"):
        with pytest.raises(CommandError, match="نوشته نشد"):
            run(act, accepted.tracking, "--as", "employer", option, str(path))


def test_row_nought_and_a_limit_of_nought_are_refused(made, accepted):
    with pytest.raises(CommandError):
        run("explain", accepted.tracking, "--row", "0", "--as", "employer")
    with pytest.raises(CommandError):
        run("changes", accepted.tracking, "--limit", "0", "--as", "employer")


def test_an_officer_sees_the_lists_of_the_own_branch_without_knowing_its_code(made, accepted):
    assert "سپیدار" in run("of-branch", "--as", "officer")
    with pytest.raises(CommandError):
        run("of-branch", "--as", "employer")


def test_who_says_that_nobody_worked_in_a_month_to_come_reads_why_it_is_handed_back(made, capsys):
    said = io.StringIO()
    with pytest.raises(SystemExit) as ended:
        call_command("list", "nobody", CODE, "140601", "--as", "clerk", stdout=said)
    assert ended.value.code == 1 and "خطا" in said.getvalue()
    with pytest.raises(CommandError, match="ماه"):
        run("nobody", CODE, "0", "--as", "clerk")
