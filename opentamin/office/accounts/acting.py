"""Commands of acts: `./run <things> <act> … --as <user>`. Whoever acts is named, and the gate asks their own rights."""

import json
from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.http import Http404
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from opentamin.office.kit.refusals import Refusal

from .gate import NotAllowed
from .models import User
from .queries import find_user, system_user


class ActingCommand(BaseCommand, ABC):
    """Acts of one kind in a user's name: the act `of-branch` is the method `_of_branch(user, options)`.

    A command adds its acts in `add_acts`; where its acts refuse by other means than `Refusal` it names these `refusals` and says them in
    `refusal_words`. Exit code 1 and nothing done when an act was refused. The acts `of_the_house` are nobody's, and ask for no name.
    """

    refusals: tuple[type[Exception], ...] = ()
    of_the_house: tuple[str, ...] = ()
    language: str
    as_json: bool
    now: datetime

    @abstractmethod
    def add_acts(self, acts) -> None:
        """Add a parser for every act."""

    def refusal_words(self, refusal: Exception) -> str:
        """What stood in the way, and what to do."""
        return str(refusal)

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        self.add_acts(acts)
        for name, act in acts.choices.items():
            if name not in self.of_the_house:
                act.add_argument("--as", dest="user", required=True, help="username of who acts, with their own rights")
            act.add_argument("--language", choices=["fa", "en"], default="fa")
            act.add_argument("--json", action="store_true", dest="as_json")

    def handle(self, *, act: str, language: str, as_json: bool, user: str | None = None, **options: Any) -> None:
        self.language, self.as_json, self.now = language, as_json, timezone.now()
        with translation.override(language):
            try:
                getattr(self, f"_{act.replace('-', '_')}")(_user(user), options)
            except Http404 as absent:
                raise CommandError(_("چنین چیزی نیست، یا شما اجازهٔ دیدن یا انجام آن را ندارید.")) from absent
            except NotAllowed as refusal:
                raise CommandError(str(refusal)) from refusal
            except (Refusal, *self.refusals) as refusal:
                raise CommandError(self.refusal_words(refusal)) from refusal
            except OSError as error:
                if error.filename is None:  # not a file somebody named
                    raise
                raise CommandError(_("این پرونده خوانده یا نوشته نشد: %(path)s (%(why)s)") % {"path": error.filename, "why": error.strerror}) from error

    def require_files(self, paths: Iterable[Path]) -> None:
        """Before anything is done: every file named on the command line is there. Raises CommandError with the path of one that is not."""
        for path in paths:
            if not path.is_file():
                raise CommandError(_("این پرونده نیست: %(path)s") % {"path": path})

    def say_json(self, value: Any) -> None:
        """Write a value as JSON."""
        self.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str))

    def say_step(self, step, depth: int = 0) -> None:
        """Write a rendered step of a trace, and those below it."""
        self.stdout.write(f"{'  ' * depth}{step.title}: {step.value}  ({step.cite})")
        for text in filter(None, (step.text, step.calc)):
            self.stdout.write(f"{'  ' * depth}  {text}")
        for child in step.children:
            self.say_step(child, depth + 1)


def _user(name: str | None) -> User:
    user = system_user() if name is None else find_user(name)
    if user is None:
        raise CommandError(_("چنین نام کاربری‌ای نیست: %(name)s") % {"name": name})
    return user
