"""`./run objection …`: object, look, list and withdraw from the command line. Exit code 1 when an act was refused."""

from pathlib import Path

from django.utils import timezone

from opentamin.office.accounts import gate
from opentamin.office.accounts.acting import ActingCommand
from opentamin.office.accounts.models import User
from opentamin.office.kit import days, numbers
from opentamin.office.kit.fields import JalaliDateField
from opentamin.office.kit.text import fold

from ...actions import OnPaper, Plea, file_objection, withdraw_objection
from ...api_answers import objection_answer
from ...grounds import Ground
from ...models import DocumentRole, Objection
from ...queries import answer_of, objection_seen_by, objections_of, objections_of_branches
from ...subjects import find_subject
from ...telling import party_name, timeliness_words, title_of, what_follows
from ...uploads import Upload

SHOWN_MAX = 200


class Command(ActingCommand):
    help = "اعتراض به بدهی، سطری از محاسبه، ردیف فهرست یا ماه؛ دیدن و پس گرفتن · Object to a debt, a line of its reasons, a row of a list or a month; show, list, withdraw"

    def add_acts(self, acts) -> None:
        file = acts.add_parser("file", help="object")
        for name, text in (
            ("debt", "tracking number of a debt"), ("line", "path of a line in its kept trace, such as 0.2 or 0.2#4"),
            ("list", "tracking number of a list"), ("row", "row of a worker in it"), ("person", "id of a person"), ("month", "Jalali month, 140508"),
        ):  # fmt: skip
            file.add_argument(f"--{name}", default="", help=text)
        file.add_argument("--ground", dest="grounds", action="append", default=[], choices=Ground.values, help="why; may be given several times")
        file.add_argument("--words", default="", help="in your own words")
        file.add_argument("--document", dest="documents", action="append", default=[], type=Path, help="a paper; may be given several times")
        file.add_argument("--paper", type=Path, help="an officer: the sheet that came on paper")
        file.add_argument("--arrived-on", default="", help="an officer: the day it arrived, 1405/9/1")
        show = acts.add_parser("show", help="one objection: receipt, reasons, what follows")
        withdraw = acts.add_parser("withdraw", help="withdraw one")
        withdraw.add_argument("--reason", required=True)
        for one in (show, withdraw):
            one.add_argument("tracking")
        acts.add_parser("list", help="objections you may see; an officer sees the branch's, what is due first")

    def _file(self, user: User, options: dict) -> None:
        about = {name: options[name] for name in ("debt", "line", "list", "row", "person", "month")}
        self.require_files([*options["documents"], *filter(None, [options["paper"]])])
        uploads = [_upload(path) for path in options["documents"]]
        if options["paper"]:
            uploads.append(_upload(options["paper"], DocumentRole.PAPER))
        plea, paper = Plea(options["grounds"], options["words"]), _on_paper(options, self.now)
        receipt = file_objection(find_subject(user, about), plea, uploads=uploads, paper=paper, by=user, now=self.now)
        self._say(receipt.objection)

    def _show(self, user: User, options: dict) -> None:
        self._say(objection_seen_by(user, fold(options["tracking"])))

    def _withdraw(self, user: User, options: dict) -> None:
        withdraw_objection(objection_seen_by(user, fold(options["tracking"])).pk, reason=options["reason"], by=user, now=self.now)
        self._show(user, options)

    def _list(self, user: User, options: dict) -> None:
        branches, everywhere = gate.scopes_of(user, "branch.objections.read", "branch"), gate.may_everywhere(user, "branch.objections.read")
        seen = objections_of_branches(branches, everywhere=everywhere) if branches or everywhere else objections_of(user)
        if self.as_json:
            return self.say_json([objection_answer(one).model_dump(mode="json") for one in seen[:SHOWN_MAX]])
        for one in seen[:SHOWN_MAX]:
            self.stdout.write(f"{numbers.digits(one.tracking)}  {title_of(one)}  {one.get_timeliness_display()}  {one.get_state_display()}  {days.day_plain(one.next_day)}")
        return None

    def _say(self, one: Objection) -> None:
        if self.as_json:
            return self.say_json(objection_answer(one).model_dump(mode="json"))
        self.stdout.write(f"{numbers.digits(one.tracking)}  {title_of(one)}  {party_name(one)}  {one.get_state_display()}")
        for sentence in (*timeliness_words(one), *what_follows(one)):
            self.stdout.write(f"  {sentence}")
        if answer := answer_of(one):
            self.stdout.write(f"\n{answer.reason}")
        return None


def _on_paper(options: dict, now) -> OnPaper | None:
    if not options["paper"]:
        return None
    return OnPaper(JalaliDateField().clean(options["arrived_on"]) if options["arrived_on"] else timezone.localdate(now))


def _upload(path: Path, role: str = DocumentRole.EVIDENCE) -> Upload:
    return Upload(path.name, path.read_bytes(), role)
