"""`./run list …`: the acts of a monthly list from the command line. Exit code 1 when a list was handed back or an act refused."""

import sys
from collections.abc import Iterable
from pathlib import Path

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _
from tqdm import tqdm

from opentamin.law import words
from opentamin.lists import Refused
from opentamin.lists.fields import month_of_year
from opentamin.office.accounts import gate
from opentamin.office.accounts.acting import ActingCommand
from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.accounts.models import User
from opentamin.office.kit import days, numbers
from opentamin.office.kit.text import fold
from opentamin.office.registry.models import Branch, Workplace
from opentamin.office.registry.queries import workplace_by_code

from ...actions import assess_list, withdraw_list
from ...api_answers import changes_answer, list_answer
from ...changes import Change, changes_of
from ...explained import explain_list, explain_preview, explain_worker, note_of
from ...intake import check_long, take_in
from ...listings import findings_of
from ...models import ListState, MonthlyList
from ...queries import list_seen_by, lists_of_branches
from ...receipts import receipt_paper
from ...telling import lines_of, refusal_line
from ...typed_list import nobody_worked, ready_sheet
from ...xlsx import findings_report, list_workbook

SHOWN_MAX = 200
SHEET_ROWS_MAX = 5000


class Command(ActingCommand):
    help = "فهرست ماهانه: فرستادن، دیدن، قطعی کردن، پس گرفتن و توضیح مبلغ · Receive, show, assess, withdraw and explain monthly lists."
    refusals = (Refused,)

    def refusal_words(self, refusal: Exception) -> str:
        if not isinstance(refusal, Refused):
            return super().refusal_words(refusal)
        line = refusal_line(refusal.finding, self.language)
        return f"{line.summary}\n{line.rule}\n{line.mend}"

    def add_acts(self, acts) -> None:
        receive = acts.add_parser("receive", help="receive files (DSKKAR and DSKWOR, CSV, XLSX, JSON or ZIP) and check them")
        receive.add_argument("files", nargs="+", type=Path)
        findings = self._of_one_list(acts, "findings", "what was found in a list")
        findings.add_argument("--xlsx", type=Path, help="also write the report here")
        explain = self._of_one_list(acts, "explain", "how the amount was worked out, article by article")
        explain.add_argument("--row", type=int, help="one worker's row")
        withdraw = self._of_one_list(acts, "withdraw", "withdraw a list that is not assessed")
        withdraw.add_argument("--reason", required=True)
        receipt = self._of_one_list(acts, "receipt", "write the receipt as a PDF that can be verified")
        receipt.add_argument("--out", type=Path, required=True)
        changes = self._of_one_list(acts, "changes", "who is new, gone or changed against the month before")
        changes.add_argument("--limit", type=int, default=SHOWN_MAX, help="how many of each to show")
        self._of_one_list(acts, "show", "how far a list has come")
        self._of_one_list(acts, "assess", "assess an accepted list")
        for name, text in (("nobody", "say that a workplace had no worker in a month"), ("sheet", "write the ready sheet of a workplace and month")):
            own = acts.add_parser(name, help=text)
            own.add_argument("code", help="the workplace's ten digits")
            own.add_argument("month", type=int, help="Jalali month, such as 140508")
            if name == "sheet":
                own.add_argument("--out", type=Path, required=True)
        branch = acts.add_parser("of-branch", help="lists of a branch, latest first")
        branch.add_argument("code", nargs="?", help="the branch's code, with which its workplaces' codes begin; your own branch if left out")

    def _of_one_list(self, acts, name: str, text: str) -> CommandParser:
        parser = acts.add_parser(name, help=text)
        parser.add_argument("tracking")
        return parser

    def _receive(self, user: User, options: dict) -> None:
        self.require_files(options["files"])
        uploads = list(_uploads(options["files"]))
        receipts = []
        for upload in tqdm(uploads, unit="file", disable=self.as_json or len(uploads) < 2, file=sys.stderr):
            receipts += take_in([(path.name, path.read_bytes()) for path in upload], by=user, now=self.now)
        receipts = list(tqdm(check_long(receipts, now=self.now), unit="list", total=len(receipts), disable=self.as_json or len(receipts) < 2, file=sys.stderr))
        if self.as_json:
            self.say_json([{"is_first": receipt.is_first, "list": list_answer(receipt.list).model_dump(mode="json")} for receipt in receipts])
        for receipt in () if self.as_json else receipts:
            self._say_list(receipt.list)
            self._say_findings(receipt.list)
        if any(receipt.list.state == ListState.RETURNED for receipt in receipts):
            sys.exit(1)

    def _show(self, user: User, options: dict) -> None:
        one = _list(user, options)
        if self.as_json:
            return self.say_json(list_answer(one).model_dump(mode="json"))
        return self._say_list(one)

    def _findings(self, user: User, options: dict) -> None:
        one = _list(user, options)
        if options["xlsx"]:
            options["xlsx"].write_bytes(findings_report(one))
        if self.as_json:
            return self.say_json([line._asdict() for line in lines_of(findings_of(one), self.language)])
        return self._say_findings(one)

    def _receipt(self, user: User, options: dict) -> None:
        options["out"].write_bytes(receipt_paper(_list(user, options), by=user, now=self.now).document.read())
        self.stdout.write(str(options["out"]))

    def _changes(self, user: User, options: dict) -> None:
        one = _list(user, options)
        if options["limit"] < 1:
            raise CommandError(_("شماری از ۱ به بالا بنویسید."))
        changes = changes_of(one, options["limit"])
        if self.as_json:
            return self.say_json(changes_answer(changes).model_dump(mode="json"))
        if changes.is_first_month:
            return self.stdout.write(f"{_('برای ماه پیش سابقه‌ای از این کارگاه نداریم.')} {_('چیزی برای سنجیدن نیست.')}")
        self.stdout.write(_("نسبت به فهرستی که تصحیح می‌شود") if one.corrects_id else _("نسبت به ماه پیش"))
        for title, total, found in (
            (_("تازه آمده"), changes.joiners_count, changes.joiners),
            (_("دیگر نیست"), changes.leavers_count, changes.leavers),
            (_("روز یا مزد دیگر"), changes.changed_count, changes.changed),
        ):
            self.stdout.write(f"{title}: {numbers.grouped(total)}")
            for change in found:
                self._say_change(change)
        return None

    def _say_change(self, change: Change) -> None:
        figures = {name: numbers.grouped(getattr(change, name)) for name in ("days_before", "wage_before", "days", "wage")}
        told = _("پیش‌تر %(days_before)s روز و %(wage_before)s ریال، اکنون %(days)s روز و %(wage)s ریال") % figures
        self.stdout.write(f"  {change.name}: {told}")

    def _assess(self, user: User, options: dict) -> None:
        one = _list(user, options)
        assess_list(one.id, by=user, now=self.now)
        self._show(user, options)

    def _withdraw(self, user: User, options: dict) -> None:
        withdraw_list(_list(user, options).id, by=user, now=self.now, reason=options["reason"])
        self._show(user, options)

    def _explain(self, user: User, options: dict) -> None:
        one = _list(user, options)
        if one.state == ListState.ACCEPTED and options["row"] is None:
            return self._say_trace(explain_preview(one).node)
        if one.state != ListState.ASSESSED:
            raise CommandError(_("این فهرست هنوز محاسبه نشده است."))
        worker = one.workers.filter(row=options["row"]).first() if options["row"] is not None else None
        if options["row"] is not None and worker is None:
            raise CommandError(_("این فهرست چنین ردیفی ندارد."))
        explained = explain_worker(one.assessment, worker) if worker else explain_list(one.assessment)
        note = note_of(explained)
        if note and not self.as_json:
            self.stdout.write(note.sentence)
        return self._say_trace(explained.node)

    def _say_trace(self, node) -> None:
        if self.as_json:
            return self.say_json(node.to_dict())
        return self.say_step(words.render(node, self.language))

    def _nobody(self, user: User, options: dict) -> None:
        workplace, today = _workplace(user, options), timezone.localdate()
        [receipt] = take_in([nobody_worked(workplace, options["month"], today)], by=user, now=self.now)
        if self.as_json:
            self.say_json(list_answer(receipt.list).model_dump(mode="json"))
        else:
            self._say_list(receipt.list)
            self._say_findings(receipt.list)
        if receipt.list.state == ListState.RETURNED:
            sys.exit(1)

    def _sheet(self, user: User, options: dict) -> None:
        rows = ready_sheet(_workplace(user, options), options["month"], SHEET_ROWS_MAX, timezone.localdate())
        options["out"].write_bytes(list_workbook(rows))
        self.stdout.write(str(options["out"]))

    def _of_branch(self, user: User, options: dict) -> None:
        branches = self._branches(user, options["code"])
        lists = lists_of_branches(branches)[:SHOWN_MAX]
        if self.as_json:
            return self.say_json([list_answer(one).model_dump(mode="json") for one in lists])
        for one in lists:
            self._say_list(one)
        return None

    def _branches(self, user: User, code: str | None) -> set[int]:
        """The branch with this code, if the user reads its lists; without a code those that are theirs."""
        if code is None:
            own = gate.scopes_of(user, "branch.lists.read", "branch")
            if not own:
                raise NotAllowed("branch.lists.read")
            return own
        branch = Branch.objects.filter(code=fold(code)).first()
        if branch is None:
            raise NotAllowed("branch.lists.read")
        gate.require(user, "branch.lists.read", ("branch", branch.id))
        return {branch.id}

    def _say_list(self, one: MonthlyList) -> None:
        workers = numbers.grouped(one.workers_count)
        state = _("تصحیح شد") if one.corrected_at else one.get_state_display()
        said = [numbers.digits(one.tracking), days.month_words(one.month), one.workplace.name, f"{_('کارگران')}: {workers}", state]
        if one.state == ListState.ASSESSED:
            said.append(f"{numbers.grouped(one.assessment.due_total)} {_('ریال')}")
        self.stdout.write("  ".join(said))

    def _say_findings(self, one: MonthlyList) -> None:
        levels = {"error": _("خطا"), "warning": _("هشدار"), "note": _("یادداشت")}
        for line in lines_of(findings_of(one)[:SHOWN_MAX], self.language):
            row = f"{_('ردیف')} {numbers.grouped(line.row)}" if line.row else ""
            place = _("، ").join(filter(None, (row, line.name, line.column_name)))
            self.stdout.write(f"  [{levels[line.level]}] {place}{': ' if place else ''}{line.rule} {line.mend}")


def _list(user: User, options: dict) -> MonthlyList:
    return list_seen_by(user, fold(options["tracking"]))


def _workplace(user: User, options: dict) -> Workplace:
    """The workplace with this code, if the user may send for it; the month is one that can be."""
    workplace = workplace_by_code(fold(options["code"]), on=timezone.localdate())
    gate.require(user, "list.receive", ("workplace", workplace.pk if workplace else 0))
    if options["month"] < 1 or not month_of_year(options["month"] // 100 % 100, options["month"] % 100) == options["month"]:
        raise CommandError(_("ماه را مانند ۱۴۰۵/۸ بنویسید"))
    return workplace


def _uploads(paths: list[Path]) -> Iterable[list[Path]]:
    """Every ZIP is an upload of its own; loose files of one folder are one."""
    loose: dict[Path, list[Path]] = {}
    for path in paths:
        if path.suffix.lower() == ".zip":
            yield [path]
        else:
            loose.setdefault(path.parent, []).append(path)
    yield from loose.values()
