"""`./run account …`: the first users of a new house, and the rescue of one who lost every means of signing in."""

import getpass
import sys
from datetime import timedelta

import pghistory
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import IntegrityError, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils import timezone

from ...actions.change_password import change_password
from ...actions.remove_totp import remove_totp
from ...models import Grant, User
from ...models.user import normal_username
from ...permissions import SCOPE_KIND_OF_ROLE, Role
from ...queries import system_user


class Command(BaseCommand):
    help = "افزودن کاربر، نخستین نقش، گذرواژهٔ تازه؛ بی‌پرسش از دارندهٔ دستگاه · Add a user, give a first role, or set a new password. Whoever may run this owns the machine: no grant is asked for."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        add = acts.add_parser("add", help="a new user; the password is asked for, or read from standard input")
        add.add_argument("--name", required=True, help="full name")
        give = acts.add_parser("give", help="give a role")
        give.add_argument("--role", required=True, choices=Role.values)
        give.add_argument("--scope", type=int, default=0, help="id of the person, workplace or branch; none for the country")
        give.add_argument("--days", type=int, default=365)
        give.add_argument("--reason", required=True)
        rescue = acts.add_parser("rescue", help="a new password, and one-time codes off")
        for act in (add, give, rescue):
            act.add_argument("username")

    @transaction.atomic
    def handle(self, *args, **options) -> None:
        getattr(self, f"_{options['act']}")(**options)

    def _add(self, username: str, name: str, **options) -> None:
        if User.objects.filter(username=normal_username(username)).exists():
            raise CommandError(f"There is a user {username!r} already.")
        user = User(username=normal_username(username), full_name=name)
        user.set_password(_new_password(user))
        user.save()
        self.stdout.write(f"Added {user.username}. Give a role: ./run account give {user.username} --role headquarters --reason …")

    def _give(self, username: str, role: str, scope: int, days: int, reason: str, **options) -> None:
        user, by, kind = _user(username), system_user(), SCOPE_KIND_OF_ROLE[role]
        if (kind == "country") != (scope == 0):
            raise CommandError(
                f"The role {role} is over a {kind}: " + ("leave --scope out." if kind == "country" else "name it with --scope.")
            )
        today = timezone.localdate()
        valid = DateRange(today, today + timedelta(days=days), "[)")
        try:
            with pghistory.context(by=by.pk, reason=reason), transaction.atomic():
                Grant.objects.create(
                    user=user, role=role, scope_kind=kind, scope_id=scope, valid=valid, granted_by=by, reason=reason
                )
        except IntegrityError as error:
            raise CommandError(f"{username} has this role over this {kind} already, or the time has no days.") from error
        self.stdout.write(f"{user.username} is {role} for {days} days.")

    def _rescue(self, username: str, **options) -> None:
        user, now = _user(username), timezone.now()
        change_password(user, _new_password(user), now=now)
        remove_totp(user, now=now)
        self.stdout.write(f"{user.username} signs in with the new password; one-time codes are off.")


def _user(username: str) -> User:
    user = User.objects.filter(username=normal_username(username)).first()
    if user is None or user.is_system:
        raise CommandError(f"No user {username!r}.")
    return user


def _new_password(user: User) -> str:
    password = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
    return password
