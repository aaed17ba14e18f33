"""`./run person export`: an officer hands a person everything we hold about them, as one file."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone, translation
from django.utils.translation import gettext, gettext_lazy

from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.accounts.queries import find_user
from opentamin.office.history.actions import hand_over_data
from opentamin.office.registry.scopes import find_scope_of_person


class Command(BaseCommand):
    help = gettext_lazy("export: همهٔ آنچه دربارهٔ یک شخص نگه می‌داریم، در یک پرونده")

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True, metavar="export")
        export = acts.add_parser("export", help="write the person's data to a file")
        export.add_argument("number", help="national id or insurance number")
        export.add_argument("file", type=Path, help="the ZIP to write; never over another file")
        export.add_argument("--by", required=True, help="the officer's user name")
        export.add_argument("--reason", required=True, help="why, in a sentence; the person can read it")
        export.add_argument("--language", choices=["fa", "en"], default="fa")

    def handle(self, *args, number: str, file: Path, by: str, reason: str, language: str, **options) -> None:
        now = timezone.now()
        officer, person_id = find_user(by), find_scope_of_person(number, timezone.localdate(now))
        if officer is None:
            raise CommandError(gettext("چنین نام کاربری‌ای نیست: %(name)s") % {"name": by})
        if not reason.strip():
            raise CommandError(gettext("دلیل را در --reason بنویسید."))
        try:
            with translation.override(language):
                body = hand_over_data(person_id or 0, by=officer, now=now, reason=reason)
        except NotAllowed as refusal:
            raise CommandError(str(refusal)) from refusal
        try:
            with file.open("xb") as target:
                target.write(body)
        except OSError as error:
            raise CommandError(gettext("نوشتن %(file)s نشد: %(why)s") % {"file": file, "why": error.strerror}) from error
        file.chmod(0o600)
        self.stdout.write(str(file))
