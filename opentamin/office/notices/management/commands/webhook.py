"""`./run webhook …`: addresses of workplaces' programs from the command line, and sending what waits at once."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.accounts.models import User
from opentamin.office.accounts.models.user import normal_username

from ...actions import TooManyWebhooks, deliver_notices, end_webhook, register_webhook
from ...models import Webhook
from ...outgoing import NotOpenNet


class Command(BaseCommand):
    help = "نشانی برنامه‌های کارگاه‌ها برای خبر دادن: ثبت، دیدن، پایان دادن، فرستادن · Register, show and end addresses of workplaces' programs; deliver what waits for them."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        add = acts.add_parser("add", help="register an address; the secret is shown this once")
        add.add_argument("workplace", type=int, help="number of the workplace")
        add.add_argument("url")
        add.add_argument("--name", default="")
        end = acts.add_parser("end", help="end one")
        end.add_argument("id", type=int)
        for act in (add, end):
            act.add_argument("--as", dest="user", required=True, help="username of who acts, with their own rights")
        acts.add_parser("deliver", help="send what is due now; the background worker does so every minute")

    def handle(self, *, act: str, **options: Any) -> None:
        try:
            getattr(self, f"_{act}")(options)
        except NotAllowed as refusal:
            raise CommandError(str(refusal)) from refusal

    def _add(self, options: dict) -> None:
        scope = ("workplace", options["workplace"])
        try:
            made = register_webhook(scope, options["url"], name=options["name"], by=_user(options["user"]), now=timezone.now())
        except NotOpenNet as refusal:
            raise CommandError(f"این نشانی پذیرفته نیست. · This address is not taken: {refusal.code}") from refusal
        except TooManyWebhooks as refusal:
            raise CommandError("این کارگاه به اندازهٔ کافی نشانی دارد. · This workplace has as many addresses as it may.") from refusal
        self.stdout.write(f"{made.pk}  {made.url}  {made.secret}")

    def _end(self, options: dict) -> None:
        ended: Webhook = end_webhook(options["id"], by=_user(options["user"]), now=timezone.now())
        self.stdout.write(f"{ended.pk}  {ended.url}")

    def _deliver(self, options: dict) -> None:
        self.stdout.write(str(deliver_notices(now=timezone.now())))


def _user(name: str) -> User:
    user = User.objects.filter(username=normal_username(name), is_active=True).first()
    if user is None:
        raise CommandError(f"چنین نام کاربری‌ای نیست. · No such user: {name}")
    return user
