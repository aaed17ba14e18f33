"""`./run person export`: an officer hands a person everything we hold about them, as one file."""

from pathlib import Path

from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from opentamin.office.accounts.acting import ActingCommand
from opentamin.office.accounts.models import User
from opentamin.office.history.actions import hand_over_data
from opentamin.office.registry.scopes import find_scope_of_person


class Command(ActingCommand):
    help = gettext_lazy("export: همهٔ آنچه دربارهٔ یک شخص نگه می‌داریم، در یک پرونده")

    def add_acts(self, acts) -> None:
        export = acts.add_parser("export", help="write the person's data to a file")
        export.add_argument("number", help="national id or insurance number")
        export.add_argument("file", type=Path, help="the ZIP to write; never over another file")
        export.add_argument("--reason", required=True, help="why, in a sentence; the person can read it")

    def _export(self, user: User, options: dict) -> None:
        if not options["reason"].strip():
            raise CommandError(gettext("دلیل را در --reason بنویسید."))
        person_id = find_scope_of_person(options["number"], timezone.localdate(self.now))
        _keep(options["file"], hand_over_data(person_id or 0, by=user, now=self.now, reason=options["reason"]))
        self.stdout.write(str(options["file"]))


def _keep(file: Path, body: bytes) -> None:
    """Write where nothing stands yet, for the officer's eyes alone."""
    try:
        with file.open("xb") as target:
            target.write(body)
    except OSError as error:
        raise CommandError(gettext("نوشتن %(file)s نشد: %(why)s") % {"file": file, "why": error.strerror}) from error
    file.chmod(0o600)
