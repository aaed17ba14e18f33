"""`./run retention count|remove`: what may go today, and letting it go."""

from django.utils.translation import gettext, gettext_lazy

from opentamin.office.accounts.acting import ActingCommand
from opentamin.office.accounts.models import User
from opentamin.office.kit.numbers import grouped

from ...actions import remove_expired
from ...retention import entries


class Command(ActingCommand):
    help = gettext_lazy("شمردن آنچه زمانش گذشته است (count)، و کنار گذاشتن آن (remove)")

    def add_acts(self, acts) -> None:
        acts.add_parser("count", help="count what may go; nothing is removed")
        acts.add_parser("remove", help="remove it, and note the counts")

    def _count(self, user: User, options: dict) -> None:
        self._expired(user, is_trial=True)
        if not self.as_json:
            self.stdout.write(gettext("این شمارش آزمایشی بود و چیزی پاک نشد؛ برای پاک کردن remove را بنویسید."))

    def _remove(self, user: User, options: dict) -> None:
        self._expired(user, is_trial=False)

    def _expired(self, user: User, *, is_trial: bool) -> None:
        removed = remove_expired(by=user, now=self.now, is_trial=is_trial)
        if self.as_json:
            return self.say_json({"is_trial": is_trial, "rows": {one.entry.code: one.count for one in removed}})
        for one in removed:
            self.stdout.write(f"{grouped(one.count):>12}  {one.entry.what}")
        unknown = ", ".join(entry.code for entry in entries() if entry.status == "unknown")
        self.stdout.write(gettext("مدت قانونی این‌ها را نمی‌دانیم و هیچ‌یک پاک نمی‌شود: %(codes)s") % {"codes": unknown})
        return None
