"""`./run retention`: what may go today, and with --remove, letting it go."""

import json

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy

from opentamin.office.accounts.gate import NotAllowed
from opentamin.office.accounts.queries import find_user
from opentamin.office.kit.numbers import grouped

from ...actions import remove_expired
from ...retention import entries


class Command(BaseCommand):
    help = gettext_lazy("نشان دادن آنچه زمانش گذشته است، و با --remove کنار گذاشتن آن")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--by", required=True, help="the user name of whoever asks: of headquarters")
        parser.add_argument("--remove", action="store_true", help="remove it; without this it is only counted")
        parser.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *args, by: str, remove: bool, as_json: bool, **options) -> None:
        user = find_user(by)
        if user is None:
            raise CommandError(gettext("چنین نام کاربری‌ای نیست: %(name)s") % {"name": by})
        try:
            removed = remove_expired(by=user, now=timezone.now(), is_trial=not remove)
        except NotAllowed as refusal:
            raise CommandError(str(refusal)) from refusal
        if as_json:
            self.stdout.write(json.dumps({"is_trial": not remove, "rows": {one.entry.code: one.count for one in removed}}))
            return
        for one in removed:
            self.stdout.write(f"{grouped(one.count):>12}  {one.entry.what}")
        unknown = ", ".join(entry.code for entry in entries() if entry.status == "unknown")
        self.stdout.write(gettext("مدت قانونی این‌ها را نمی‌دانیم و هیچ‌یک پاک نمی‌شود: %(codes)s") % {"codes": unknown})
        if not remove:
            self.stdout.write(gettext("این شمارش آزمایشی بود و چیزی پاک نشد؛ برای پاک کردن --remove را بیفزایید."))
