"""`./run person …`: a record as the pages show it, and everything we hold about a person as one file for an officer to hand over."""

from datetime import date
from pathlib import Path

from django.core.management.base import CommandError
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from opentamin.law import words
from opentamin.office.accounts.acting import ActingCommand
from opentamin.office.accounts.models import User
from opentamin.office.history.actions import hand_over_data, open_record
from opentamin.office.history.api_answers import one_month_answer, record_answer
from opentamin.office.history.one_month import OneMonth, read_month, require_month
from opentamin.office.history.reading import ReadMonth, Record, read_record
from opentamin.office.history.sentences import document_words, gap_words, record_words
from opentamin.office.kit import days, numbers
from opentamin.office.registry.models import Person
from opentamin.office.registry.scopes import find_scope_of_person


class Command(ActingCommand):
    help = gettext_lazy("record: سابقهٔ بیمهٔ یک شخص · export: همهٔ آنچه دربارهٔ او نگه می‌داریم، در یک پرونده")

    def add_acts(self, acts) -> None:
        export = acts.add_parser("export", help="write the person's data to a file")
        export.add_argument("number", help="national id or insurance number")
        export.add_argument("file", type=Path, help="the ZIP to write; never over another file")
        export.add_argument("--reason", required=True, help="why, in a sentence; the person can read it")

        record = acts.add_parser("record", help="the insurance record of whoever asks, or of --of")
        record.add_argument("--of", metavar="NUMBER", help="another's national id or insurance number")
        record.add_argument("--month", type=int, help="one month of it: Jalali, such as 140508")

    def _export(self, user: User, options: dict) -> None:
        if not options["reason"].strip():
            raise CommandError(gettext("دلیل را در --reason بنویسید."))
        person_id = find_scope_of_person(options["number"], timezone.localdate(self.now))
        _keep(options["file"], hand_over_data(person_id or 0, by=user, now=self.now, reason=options["reason"]))
        self.stdout.write(str(options["file"]))

    def _record(self, user: User, options: dict) -> None:
        today = timezone.localdate(self.now)
        if options["month"] is None:
            return self._say_record(read_record(_opened(user, options["of"], today), today))
        require_month(options["month"])
        return self._say_month(read_month(_opened(user, options["of"], today), options["month"], today))

    def _say_record(self, record: Record) -> None:
        if self.as_json:
            return self.say_json(record_answer(record).model_dump(mode="json"))
        self.stdout.write(f"{record.person}. {record_words(record, record.today)}")
        for gap in record.gaps:
            self.stdout.write(f"  [{gettext('فهرستی نرسیده')}] {gap_words(gap)}")
        for one in record.months:
            self._say_read(one)
        return None

    def _say_month(self, one: OneMonth) -> None:
        if self.as_json:
            return self.say_json(one_month_answer(one).model_dump(mode="json"))
        if one.read is None:
            self.stdout.write(gettext("برای %(month)s چیزی ثبت نشده است") % {"month": days.month_words(one.month)})
        else:
            self._say_read(one.read)
        for node in one.reasons:
            self.say_step(words.render(node, self.language))
        return None

    def _say_read(self, one: ReadMonth) -> None:
        """A month, and under it a line for each workplace with the document it came from."""
        counted = {"month": days.month_words(one.month), "days": numbers.count(one.counted.days)}
        wage = f"{gettext('مزد مشمول (ریال)')} {numbers.grouped(one.counted.wage)}"
        self.stdout.write(f"{gettext('%(month)s: %(days)s روز به شمار آمد') % counted}  {wage}")
        for part in one.parts:
            self.stdout.write(f"  {part.workplace.name if part.workplace else ''}  {document_words(part)}")


def _opened(user: User, number: str | None, today: date) -> Person:
    """The person whose record is asked for, through the one door; an unknown number and another's record get one answer."""
    return open_record(None if number is None else find_scope_of_person(number, today) or 0, by=user)


def _keep(file: Path, body: bytes) -> None:
    """Write where nothing stands yet, for the officer's eyes alone."""
    try:
        with file.open("xb") as target:
            target.write(body)
    except OSError as error:
        raise CommandError(gettext("نوشتن %(file)s نشد: %(why)s") % {"file": file, "why": error.strerror}) from error
    file.chmod(0o600)
