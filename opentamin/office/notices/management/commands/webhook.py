"""`./run webhook …`: addresses of workplaces' programs from the command line, and sending what waits at once."""

from opentamin.office.accounts.acting import ActingCommand
from opentamin.office.accounts.models import User

from ...actions import deliver_notices, end_webhook, register_webhook


class Command(ActingCommand):
    help = "نشانی برنامه‌های کارگاه‌ها برای خبر دادن: ثبت، دیدن، پایان دادن، فرستادن · Register, show and end addresses of workplaces' programs; deliver what waits for them."
    of_the_house = ("deliver",)

    def add_acts(self, acts) -> None:
        add = acts.add_parser("add", help="register an address; the secret is shown this once")
        add.add_argument("workplace", type=int, help="number of the workplace")
        add.add_argument("url")
        add.add_argument("--name", default="")
        acts.add_parser("end", help="end one").add_argument("id", type=int)
        acts.add_parser("deliver", help="send what is due now; the background worker does so every minute")

    def _add(self, user: User, options: dict) -> None:
        made = register_webhook(("workplace", options["workplace"]), options["url"], name=options["name"], by=user, now=self.now)
        self.stdout.write(f"{made.pk}  {made.url}  {made.secret}")

    def _end(self, user: User, options: dict) -> None:
        ended = end_webhook(options["id"], by=user, now=self.now)
        self.stdout.write(f"{ended.pk}  {ended.url}")

    def _deliver(self, user: User, options: dict) -> None:
        self.stdout.write(str(deliver_notices(now=self.now)))
