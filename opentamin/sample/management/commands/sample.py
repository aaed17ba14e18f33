"""`./run sample country` builds the invented country; `./run sample list` writes real list files for one of its workplaces."""

import argparse
import time
from datetime import date, datetime
from datetime import time as clock
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from opentamin.law import days
from opentamin.sample import demo
from opentamin.sample.build import AlreadyBuilt, build_country
from opentamin.sample.country import FIRST_MONTH, Country
from opentamin.sample.faults import FAULTS
from opentamin.sample.faults.fault import CannotPlant
from opentamin.sample.list_files import NothingToWrite, Order, write_list
from opentamin.sample.others import ComingAlready, send_others
from opentamin.sample.players import demo_workplace

SEED, PEOPLE = 1405, 3_000
ROWS_MAX = 500_000
"""More than twice what any list of a month has ever held."""
PEOPLE_LEAST = 200
FIRST_DAY = days.month_first_day(days.next_month(FIRST_MONTH, 3))


class Command(BaseCommand):
    help = "کشور نمونه: country آن را می‌سازد، others فهرست‌های کارگاه‌های دیگر را می‌فرستد، list برای یک کارگاه آن فهرست ماهانه می‌نویسد. · The invented country, and list files for it."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        doors = parser.add_subparsers(dest="door", required=True, metavar="country | others | list")
        country = doors.add_parser("country", help="ساختن کشور نمونه · build the sample country")
        country.add_argument("--people", type=int, default=PEOPLE, help=f"شمار بیمه‌شدگان · how many insured people ({PEOPLE})")
        country.add_argument("--seed", type=int, default=SEED, help=f"دانه: دانهٔ یکسان، کشور یکسان · same seed, same country ({SEED})")
        country.add_argument("--today", type=day, default=None, help="روز ساختن، میلادی یا جلالی · the day it stands on: 2026-11-22 or 1405-09-01")
        doors.add_parser("others", help="فهرست‌های کارگاه‌های دیگر که هنوز نرسیده‌اند · the other workplaces' lists that have not come yet")
        self._add_list(doors.add_parser("list", help="نوشتن پرونده‌های یک فهرست · write the files of a list"))

    def _add_list(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--workplace", default="demo", help="کد کارگاه یا demo · a workplace code, or demo")
        parser.add_argument("--month", type=int, default=None, help="ماه، مانند 140508؛ اگر نگویید ماه گذشته · the month; the one now due if left out")
        parser.add_argument("--contract-row", type=int, default=0, help="ردیف پیمان · the contract row")
        parser.add_argument("--layout", choices=["v6", "v27", "wide"], default="v6")
        parser.add_argument("--encoding", choices=["iransystem", "cp1256", "unicode"], default="iransystem")
        parser.add_argument("--form", choices=["dbf", "txt"], default="dbf")
        parser.add_argument("--zip", action="store_true", help="هر دو در یک ZIP · both files in one ZIP")
        parser.add_argument("--faults", default="", help="خطاهایی که کاشته شوند، با ویرگول؛ list همه را نشان می‌دهد · faults to plant; `list` shows them all")
        parser.add_argument("--workers", type=rows, default=None, help="شمار ردیف‌ها · how many rows")
        parser.add_argument("--seed", type=int, default=0, help="کدام ردیف‌ها خطا بگیرند · which rows the faults fall on")
        parser.add_argument("--out", type=Path, default=Path("lists"), help="پوشه · the folder (lists)")

    def handle(self, *args, door: str, **options) -> None:
        if door == "country":
            self.build(options["people"], options["seed"], options["today"])
        elif door == "others":
            self.send_others(is_quiet=options["verbosity"] == 0)
        elif options["faults"] == "list":
            self.show_faults()
        else:
            self.write(options)

    def build(self, people: int, seed: int, today: date | None) -> None:
        """Build the country, or say that it stands."""
        if people < PEOPLE_LEAST:
            raise CommandError(f"کشور دست‌کم {PEOPLE_LEAST} بیمه‌شده می‌خواهد. · A country has at least {PEOPLE_LEAST} insured people.")
        started = time.monotonic()
        now = timezone.now() if today is None else datetime.combine(today, clock(12), timezone.get_current_timezone())
        try:
            if demo.is_built():
                raise AlreadyBuilt(demo.recipe())
            country = Country(seed, people, timezone.localdate(now))
            counts = build_country(country, now=now, is_quiet=False)
        except AlreadyBuilt as standing:
            recipe = standing.args[0]
            self.stdout.write(f"کشور نمونه از پیش هست. · The sample country stands already: {recipe['people']} people, seed {recipe['seed']}, {recipe['today']}.")
            return
        shown = ", ".join(f"{name} {count:,}" for name, count in counts.items())
        self.stdout.write(f"کشور نمونه ساخته شد. · Built in {time.monotonic() - started:.1f} s: {shown}")

    def send_others(self, *, is_quiet: bool) -> None:
        """Send the lists of the workplaces around which nothing is demonstrated; say how many came."""
        try:
            ended = send_others()
        except ComingAlready:
            self.stdout.write("همین حالا در راه‌اند. · They are coming at this moment.")
            return
        if not ended and is_quiet:
            return
        if not ended:
            self.stdout.write("فهرستی نمانده است که بیاید. · No list is left to come.")
            return
        shown = ", ".join(f"{name} {count:,}" for name, count in ended.items())
        self.stdout.write(f"فهرست‌های کارگاه‌های دیگر رسید. · The other workplaces' lists have come: {shown}")

    def show_faults(self) -> None:
        """Every fault with its sentence in both languages."""
        for fault in FAULTS.values():
            self.stdout.write(f"{fault.name:16} {fault.fa}\n{'':16} {fault.en}")

    def write(self, options: dict) -> None:
        """Write the files and say where they are and what was planted in which row."""
        country = self.country()
        order = Order(
            workplace=self.workplace(country, options["workplace"]),
            month=options["month"] or max(country.due, days.next_month(days.month_of(timezone.localdate()), -1)),
            contract_row=options["contract_row"],
            layout=options["layout"],
            encoding=options["encoding"],
            form=options["form"],
            is_zip=options["zip"],
            faults=self.faults(options["faults"]),
            workers=options["workers"],
        )
        try:
            files, planted = write_list(country, order, seed=options["seed"])
        except NothingToWrite:
            raise CommandError("در آن ماه کسی در این کارگاه کار نکرده است. · Nobody worked at this workplace in that month.") from None
        except CannotPlant as cannot:
            raise CommandError(f"خطای {cannot} را در چنین فهرستی نمی‌توان کاشت. · The fault {cannot} cannot be planted in such a list.") from None
        except ValueError as cannot:
            raise CommandError(f"این فهرست در پرونده نمی‌گنجد. · The files cannot hold this list: {cannot}") from None
        self.save(files, options["out"])
        for one in planted:
            place = f"row {one.row}" if one.row else "file"
            self.stdout.write(f"  {one.fault}: {place}, {one.column} = {one.seen}")

    def save(self, files: dict[str, bytes], folder: Path) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, body in files.items():
                (folder / name).write_bytes(body)
                self.stdout.write(f"{folder / name}  ({len(body):,} bytes)")
        except OSError as error:
            raise CommandError(f"در {folder} نمی‌شود نوشت. · {folder} cannot be written to: {error.strerror}") from error

    def country(self) -> Country:
        """The country that stands in this database, or the one that would be built now."""
        recipe = demo.recipe()
        if recipe is None:
            return Country(SEED, PEOPLE, timezone.localdate())
        return Country(recipe["seed"], recipe["people"], date.fromisoformat(recipe["today"]))

    def workplace(self, country: Country, asked: str) -> int:
        if asked == "demo":
            return demo_workplace(country)
        places = (country.workplaces.code == asked).nonzero()[0]
        if not len(places):
            raise CommandError(f"کارگاهی با کد {asked} در کشور نمونه نیست. · No workplace of the sample has the code {asked}.")
        return int(places[0])

    def faults(self, asked: str) -> tuple[str, ...]:
        names = tuple(name.strip() for name in asked.split(",") if name.strip())
        for name in names:
            if name not in FAULTS:
                raise CommandError(f"خطای {name} شناخته نیست؛ --faults list همه را نشان می‌دهد. · No fault {name}; --faults list shows them all.")
        return names


def rows(text: str) -> int:
    """How many rows a list is to have. ArgumentTypeError for what no file of a month could hold."""
    if not text.isdecimal() or not 0 < int(text) <= ROWS_MAX:
        raise argparse.ArgumentTypeError(f"از ۱ تا {ROWS_MAX:,} · from 1 to {ROWS_MAX:,}")
    return int(text)


def day(text: str) -> date:
    """A day from its ISO text, or from a Jalali one (years before 1500). ArgumentTypeError otherwise."""
    try:
        found = days.date_from_text(text) if text[:4] < "1500" else date.fromisoformat(text)
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(f"{text}: {wrong}") from wrong
    if found < FIRST_DAY:
        raise argparse.ArgumentTypeError(f"از {days.text_of(FIRST_DAY)} به بعد · {FIRST_DAY} or later")
    return found
