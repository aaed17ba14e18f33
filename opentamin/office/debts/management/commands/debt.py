"""`./run debt …`: the acts of a debt from the command line. Exit code 1 when an act refused."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.http import Http404
from django.utils import timezone, translation

from opentamin.law import words
from opentamin.office.accounts import gate
from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.accounts.models import User
from opentamin.office.accounts.models.user import normal_username
from opentamin.office.kit import days, numbers
from opentamin.office.kit.text import fold
from opentamin.office.notices.models import Channel
from opentamin.office.registry.models import Workplace

from ...actions import AlreadyWithdrawn, NothingToRevise, issue_debt_notice, prepare_debts, revise_debt, withdraw_debt
from ...api import debt_answer
from ...models import Debt
from ...queries import debt_seen_by, debts_of_branches, debts_of_workplaces, traces_of
from ...refusals import REFUSALS, refusal_words

SHOWN_MAX = 200


class Command(BaseCommand):
    help = "بدهی: آماده کردن، دیدن، توضیح، صدور، اصلاح و پس گرفتن · Prepare, list, show, explain, issue, revise and withdraw debts."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
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
        for act in acts.choices.values():
            act.add_argument("--as", dest="user", required=True, help="username of who acts, with their own rights")
            act.add_argument("--language", choices=["fa", "en"], default="fa")
            act.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *, act: str, language: str, user: str, **options: Any) -> None:
        self.language, self.as_json = language, options["as_json"]
        with translation.override(language):
            try:
                getattr(self, f"_{act}")(_user(user), options)
            except NotAllowed as refusal:
                raise CommandError(str(refusal)) from refusal
            except Http404 as refusal:
                raise CommandError(translation.gettext("بدهی‌ای با این شماره نیست، یا شما اجازهٔ دیدن آن را ندارید.")) from refusal

    def _prepare(self, user: User, options: dict) -> None:
        branches = gate.scopes_of(user, "debt.prepare", "branch")
        if not branches:
            raise NotAllowed("debt.prepare")
        now = timezone.now()
        workplaces = list(Workplace.objects.filter(branch__in=branches).values_list("pk", flat=True))
        self._say_all(prepare_debts(timezone.localdate(now), by=user, now=now, workplaces=workplaces))

    def _list(self, user: User, options: dict) -> None:
        branches, everywhere = gate.scopes_of(user, "branch.debts.read", "branch"), gate.may_everywhere(user, "branch.debts.read")
        seen = debts_of_branches(branches, everywhere=everywhere) if branches or everywhere else debts_of_workplaces(gate.scopes_of(user, "debt.read", "workplace"))
        self._say_all(seen[:SHOWN_MAX])

    def _show(self, user: User, options: dict) -> None:
        self._say_all([debt_seen_by(user, fold(options["tracking"]))])

    def _explain(self, user: User, options: dict) -> None:
        nodes = traces_of(debt_seen_by(user, fold(options["tracking"])))
        if self.as_json:
            return self._json([node.to_dict() for node in nodes])
        for node in nodes:
            self._say_step(words.render(node, self.language))
        return None

    def _issue(self, user: User, options: dict) -> None:
        debt = debt_seen_by(user, fold(options["tracking"]), "debt.issue")
        try:
            issued = issue_debt_notice(debt.pk, by=user, now=timezone.now(), channel=options["channel"], addressee=options["addressee"])
        except tuple(REFUSALS) as refusal:
            raise CommandError(refusal_words(refusal)) from refusal
        self._say_all([issued])

    def _revise(self, user: User, options: dict) -> None:
        debt = debt_seen_by(user, fold(options["tracking"]), "debt.revise")
        try:
            self._say_all([revise_debt(debt.pk, because=options["reason"], by=user, now=timezone.now())])
        except NothingToRevise as refusal:
            raise CommandError(translation.gettext("با آنچه امروز می‌دانیم مبلغ همان است، یا این بدهی دیگر در جریان نیست. پرداخت یا سند تازه را نخست در جای خودش ثبت کنید.")) from refusal

    def _withdraw(self, user: User, options: dict) -> None:
        debt = debt_seen_by(user, fold(options["tracking"]), "debt.withdraw")
        try:
            self._say_all([withdraw_debt(debt.pk, because=options["reason"], by=user, now=timezone.now())])
        except AlreadyWithdrawn as refusal:
            raise CommandError(translation.gettext("این بدهی پیش‌تر پس گرفته شده است.")) from refusal

    def _say_all(self, debts) -> None:
        if self.as_json:
            return self._json([debt_answer(debt).model_dump(mode="json") for debt in debts])
        for debt in debts:
            self._say(debt)
        return None

    def _say(self, debt: Debt) -> None:
        amount = f"{numbers.grouped(debt.amount)} {translation.gettext('ریال')}"
        self.stdout.write(f"{numbers.digits(debt.tracking)}  {days.month_words(debt.month)}  {debt.workplace.name}  {debt.get_kind_display()}  {amount}  {debt.get_state_display()}")

    def _say_step(self, step, depth: int = 0) -> None:
        self.stdout.write(f"{'  ' * depth}{step.title}: {step.value}  ({step.cite})")
        for text in filter(None, (step.text, step.calc)):
            self.stdout.write(f"{'  ' * depth}  {text}")
        for child in step.children:
            self._say_step(child, depth + 1)

    def _json(self, value: Any) -> None:
        self.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def _user(name: str) -> User:
    user = User.objects.filter(username=normal_username(name), is_active=True).first()
    if user is None:
        raise CommandError(translation.gettext("چنین نام کاربری‌ای نیست: %(name)s") % {"name": name})
    return user
