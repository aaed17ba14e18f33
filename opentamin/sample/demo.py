"""Who can sign in to look around: invented people of the invented country, with passwords that everybody may know."""

from base64 import b32encode
from datetime import datetime, timedelta
from typing import NamedTuple

from django.conf import settings
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.timezone import localdate
from django_otp.plugins.otp_totp.models import TOTPDevice

from opentamin.office.accounts.models import Grant, User
from opentamin.office.accounts.permissions import COUNTRY, STAFF, Role
from opentamin.office.records.models import Audit
from opentamin.sample import names, numbers
from opentamin.sample.country import Country
from opentamin.sample.opening import Keys
from opentamin.sample.players import Players

ACT = "sample.build"
SUBJECT = ("sample", 0)
YEARS_OF_GRANTS = 2
ACCOUNTING_OFFICE = "sample-accounting-office-"
"""With the code of a branch behind it."""


class SignIn(NamedTuple):
    """role and what_to_try are Persian sentences; `code` is the secret of the second step, empty where none is asked."""

    role: str
    username: str
    password: str
    what_to_try: str
    code: str = ""

    def __str__(self) -> str:
        second = f"  ·  رمز یک‌بارمصرف {self.code}" if self.code else ""
        return f"{self.role}:  {self.username}  /  {self.password}{second}  ·  {self.what_to_try}"


class _Player(NamedTuple):
    username: str
    grant: str
    role: str
    what_to_try: str


PLAYERS = (
    _Player("clerk", Role.CLERK, "کارمند کارگاه", "فهرست ماه گذشته را با «‎./run sample list» بسازید، بفرستید و مبلغ را ببینید"),
    _Player("employer", Role.EMPLOYER, "کارفرما (صاحب همان کارگاه)", "اگر نامهٔ بدهی دارید بازش کنید و دلیل آن را ببینید؛ به کارمند دسترسی بدهید یا بگیرید"),
    _Player("insured", Role.INSURED, "بیمه‌شده با دو کارفرما", "سوابق خود را ببینید: هر ماه از کدام فهرست آمده است"),
    _Player("worker", Role.INSURED, "بیمه‌شدهٔ همان کارگاه با سابقهٔ دراز", "نمودار سال‌های کار و ماه‌های خالی را ببینید"),
    _Player("officer", Role.OFFICER, "کارشناس شعبهٔ همان کارگاه", "فهرست‌های رسیده را محاسبه کنید؛ از بدهی‌های آماده یکی را به نام خود صادر کنید"),
    _Player("officer2", Role.OFFICER, "کارشناس شعبه‌ای دیگر", "نشانی یک فهرست شعبهٔ دیگر را باز کنید: اجازه ندارید"),
    _Player("head", Role.HEADQUARTERS, "ستاد مرکزی", "فهرست‌های همهٔ شعبه‌ها را ببینید"),
)


def is_built() -> bool:
    """Whether the sample country stands in this database."""
    return recipe() is not None


def recipe() -> dict | None:
    """What the country was built from: seed, people and the day as ISO text; None when there is no sample country."""
    note = _note()
    return note.facts if note else None


def built_at() -> datetime:
    """The moment the country was built for; there is one."""
    note = _note()
    assert note is not None
    return note.at


def _note() -> Audit | None:
    kind, number = SUBJECT
    return Audit.objects.filter(subject_kind=kind, subject_id=number, act=ACT).order_by("at").first()


def sign_ins() -> list[SignIn]:
    """Those who can sign in; empty without the sample country."""
    devices = {device.user_id: b32encode(device.bin_key).decode() for device in TOTPDevice.objects.filter(user__username__in=[p.username for p in PLAYERS])}
    users = {user.username: user.pk for user in User.objects.filter(username__in=[player.username for player in PLAYERS])}
    return [
        SignIn(player.role, player.username, password_of(player.username), player.what_to_try, devices.get(users[player.username], ""))
        for player in PLAYERS
        if player.username in users and is_built()
    ]


def password_of(username: str) -> str:
    return f"tamin-{username}-1405"


def make_users(country: Country, keys: Keys, cast: Players) -> dict[str, User]:
    """Make the users of the demonstration with their grants, and the accounting office that sends for other workplaces."""
    people = {"insured": cast.insured_two, "worker": cast.insured_one}
    scopes = {
        "clerk": ("workplace", int(keys.workplaces[cast.workplace])),
        "employer": ("workplace", int(keys.workplaces[cast.workplace])),
        "insured": ("person", int(keys.persons[cast.insured_two])),
        "worker": ("person", int(keys.persons[cast.insured_one])),
        "officer": ("branch", int(keys.branches[cast.branch])),
        "officer2": ("branch", int(keys.branches[cast.another_branch])),
        "head": COUNTRY,
    }
    users = {}
    for player in PLAYERS:
        place = people.get(player.username)
        user = User.objects.create_user(player.username, password_of(player.username), full_name=_name(country, cast, player), national_id=_national_id(country, place))
        users[player.username] = user
        give(user, player.grant, [scopes[player.username]])
        if player.grant in STAFF and settings.STAFF_SECOND_STEP:
            # The secret is printed with the password: in a demonstration it guards nothing, and without it nobody could look.
            TOTPDevice.objects.create(user=user, name="sample", confirmed=True)
    return users


def make_accounting_offices(country: Country, keys: Keys, cast: Players) -> list[User]:
    """For each branch a user nobody can sign in as, who sends the lists of its workplaces but for the demonstration's own."""
    of = country.workplaces.branch
    for branch, code in enumerate(country.branches.code.tolist()):
        user = User.objects.create_user(ACCOUNTING_OFFICE + code, None, full_name=f"دفتر حسابداری نمونه، {country.branches.name[branch]}")
        mine = (of == branch).nonzero()[0]
        give(user, Role.CLERK, [("workplace", int(keys.workplaces[place])) for place in mine if place != cast.workplace])
    return accounting_offices(country)


def accounting_offices(country: Country) -> list[User]:
    """The accounting offices in the order of the country's branches; none where the country was built without them."""
    users = User.objects.in_bulk([ACCOUNTING_OFFICE + code for code in country.branches.code.tolist()], field_name="username")
    return [users[ACCOUNTING_OFFICE + code] for code in country.branches.code.tolist()] if users else []


def give(user: User, role: str, scopes: list[tuple[str, int]]) -> None:
    """Grants without an end, as they stood before the system began."""
    valid = DateRange(localdate() - timedelta(days=366 * YEARS_OF_GRANTS), None)
    Grant.objects.bulk_create(
        Grant(user=user, role=role, scope_kind=kind, scope_id=number, valid=valid, reason="کشور نمونه") for kind, number in scopes
    )


def _name(country: Country, cast: Players, player: _Player) -> str:
    """The insured bear their own names, the employer too; the others get one by their place in the list."""
    place = {"insured": cast.insured_two, "worker": cast.insured_one}.get(player.username)
    if player.username == "employer":
        return str(country.employers.name[country.workplaces.employer[cast.workplace]])
    if place is None:
        place = (cast.insured_two + 101 * (PLAYERS.index(player) + 1)) % len(country.persons.first)
    table = country.persons
    return f"{names.first_names()[table.first[place]]} {names.family_names()[table.family[place]]}"


def _national_id(country: Country, place: int | None) -> str | None:
    number = 0 if place is None else int(country.persons.national_id[place])
    return str(numbers.as_text(country.persons.national_id[[place]], 10)[0]) if number else None
