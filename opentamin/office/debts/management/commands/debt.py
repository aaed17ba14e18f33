"""`./run debt …`: the acts of a debt from the command line. Exit code 1 when an act refused."""

from django.utils import timezone
from django.utils.translation import gettext as _

from opentamin.law import words
from opentamin.office.accounts import gate
from opentamin.office.accounts.acting import ActingCommand
from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.accounts.models import User
from opentamin.office.kit import days, numbers
from opentamin.office.kit.text import fold
from opentamin.office.notices.models import Channel
from opentamin.office.registry.models import Workplace

from ...actions import issue_debt_notice, prepare_debts, revise_debt, withdraw_debt
from ...api import debt_answer
from ...models import Debt
from ...queries import debt_seen_by, debts_of_branches, debts_of_workplaces, traces_of

SHOWN_MAX = 200


class Command(ActingCommand):
    help = "بدهی: آماده کردن، دیدن، توضیح، صدور، اصلاح و پس گرفتن · Prepare, list, show, explain, issue, revise and withdraw debts."

    def add_acts(self, acts) -> None:
        acts.add_parser("prepare", help="prepare what is late by today, in the branches of the user")
        acts.add_parser("list", help="debts the user may see")
        for name, text in (("show", "how far a debt has come"), ("explain", "why it is what it is, article by article")):
            acts.add_parser(name, help=text).add_argument("tracking")
        issue = acts.add_parser("issue", help="issue a prepared debt in the user's name")
        issue.add_argument("tracking")
        issue.add_argument("--channel", choices=Channel.values, default=Channel.ELECTRONIC)
        issue.add_argument("--addressee", default="", help="who receives it, if not the employer")
        for name, text in (("revise", "work an issued debt out again"), ("withdraw", "withdraw a debt")):
            act = acts.add_parser(name, help=text)
            act.add_argument("tracking")
            act.add_argument("--reason", required=True)

    def _prepare(self, user: User, options: dict) -> None:
        branches = gate.scopes_of(user, "debt.prepare", "branch")
        if not branches:
            raise NotAllowed("debt.prepare")
        workplaces = list(Workplace.objects.filter(branch__in=branches).values_list("pk", flat=True))
        self._say_all(prepare_debts(timezone.localdate(self.now), by=user, now=self.now, workplaces=workplaces))

    def _list(self, user: User, options: dict) -> None:
        branches, everywhere = gate.scopes_of(user, "branch.debts.read", "branch"), gate.may_everywhere(user, "branch.debts.read")
        seen = debts_of_branches(branches, everywhere=everywhere) if branches or everywhere else debts_of_workplaces(gate.scopes_of(user, "debt.read", "workplace"))
        self._say_all(seen[:SHOWN_MAX])

    def _show(self, user: User, options: dict) -> None:
        self._say_all([debt_seen_by(user, fold(options["tracking"]))])

    def _explain(self, user: User, options: dict) -> None:
        nodes = traces_of(debt_seen_by(user, fold(options["tracking"])))
        if self.as_json:
            return self.say_json([node.to_dict() for node in nodes])
        for node in nodes:
            self.say_step(words.render(node, self.language))
        return None

    def _issue(self, user: User, options: dict) -> None:
        debt = debt_seen_by(user, fold(options["tracking"]), "debt.issue")
        self._say_all([issue_debt_notice(debt.pk, by=user, now=self.now, channel=options["channel"], addressee=options["addressee"])])

    def _revise(self, user: User, options: dict) -> None:
        debt = debt_seen_by(user, fold(options["tracking"]), "debt.revise")
        self._say_all([revise_debt(debt.pk, because=options["reason"], by=user, now=self.now)])

    def _withdraw(self, user: User, options: dict) -> None:
        debt = debt_seen_by(user, fold(options["tracking"]), "debt.withdraw")
        self._say_all([withdraw_debt(debt.pk, because=options["reason"], by=user, now=self.now)])

    def _say_all(self, debts) -> None:
        if self.as_json:
            return self.say_json([debt_answer(debt).model_dump(mode="json") for debt in debts])
        for debt in debts:
            self._say(debt)
        return None

    def _say(self, debt: Debt) -> None:
        amount = f"{numbers.grouped(debt.amount)} {_('ریال')}"
        self.stdout.write(f"{numbers.digits(debt.tracking)}  {days.month_words(debt.month)}  {debt.workplace.name}  {debt.get_kind_display()}  {amount}  {debt.get_state_display()}")
