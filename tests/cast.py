"""The small shared world of the tests: nine people, three workplaces, two branches; all invented, all made by the real acts.

    def test_something(cast):
        receipts = receive_list(cast.list_files(cast.honest, 140508), by=cast.clerk, now=cast.now)

It is Sunday, 1 Azar 1405; the lists of Aban are due. Nobody has sent any. `insured` works for the honest and for the far
workplace; `veteran` has opening records of nearly thirty years; `stranger` holds no grant at all.
"""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

import numpy as np
from django.db.backends.postgresql.psycopg_any import DateRange

from opentamin.law import days
from opentamin.lists import write_pair
from opentamin.office.accounts.models import Grant, User
from opentamin.office.accounts.permissions import SCOPE_KIND_OF_ROLE
from opentamin.office.accounts.queries import system_user
from opentamin.office.contributions.reckoning import WorkplaceFacts
from opentamin.office.history.actions import write_opening
from opentamin.office.records.actions import keep_document
from opentamin.office.registry.actions import register_employer, register_person, register_workplace
from opentamin.office.registry.models import Branch, Person, Province, Workplace
from opentamin.sample.drafts import Draft
from opentamin.sample.numbers import legal_id_check_digit, national_id_check_digit
from opentamin.sample.pay import scale_of

NOW = datetime(2026, 11, 22, 10, 42, tzinfo=ZoneInfo("Asia/Tehran"))
MONTH_DUE = 140508
GRANTS_FROM = date(2021, 3, 21)
PASSWORD = "sib-o-anar-1405"
VETERAN_FIRST_MONTH = 137512


@dataclass
class Worker:
    """Somebody on a list. job_code and job_title as the file writes them; level: pay in minimum wages."""

    person: Person
    national_id: str
    insurance_number: str
    level: float = 1.2
    job_code: str = "814007"
    job_title: str = "اپراتور تولید"


@dataclass
class Cast:
    """Users: clerk and employer (of honest), late_employer (of late), accountant (clerk of honest and late), officer and
    head (of branch), far_officer (of far_branch), headquarters, insured_user, veteran_user, stranger."""

    now: datetime
    branch: Branch
    far_branch: Branch
    honest: Workplace
    late: Workplace
    far: Workplace
    insured: Worker
    veteran: Worker
    workers: dict[int, list[Worker]]
    codes: dict[int, str]
    users: dict[str, User]

    def __getattr__(self, name: str) -> User:
        users = self.__dict__.get("users", {})
        if name not in users:
            raise AttributeError(name)
        return users[name]

    def draft(self, workplace: Workplace, month: int = MONTH_DUE, number: int = 1) -> Draft:
        """A whole month's list of the workplace's people, without a mistake; change it and `write` it."""
        return draft_of(self.codes[workplace.pk], workplace.name, month, number, self.workers[workplace.pk])

    def list_files(self, workplace: Workplace, month: int = MONTH_DUE, number: int = 1) -> list[tuple[str, bytes]]:
        """The two files of such a list."""
        return write(self.draft(workplace, month, number))


def make_cast() -> Cast:
    """Build the world in the open database."""
    near, far_branch = make_branch("7010", "شعبهٔ ۱ نمونه", "IR-23"), make_branch("7020", "شعبهٔ ۲ نمونه", "IR-10")
    users = {name: make_user(name, title) for name, title in NAMES_OF_USERS.items()}
    give(users["head"], "branch_head", near.pk)
    give(users["far_head"], "branch_head", far_branch.pk)
    honest = make_workplace(near, users["head"], "7011220001", "قطعه‌سازی سپهر", 1)
    late = make_workplace(near, users["head"], "7014010001", "فروشگاه باران", 2)
    far = make_workplace(far_branch, users["far_head"], "7021220001", "قطعه‌سازی دماوند", 3)
    people = [make_worker(near, users["head"], place, *who) for place, who in enumerate(PEOPLE)]
    insured, veteran = people[0], people[1]
    _grant(users, near, far_branch, honest, late, insured, veteran)
    _write_veteran(veteran, honest)
    return Cast(
        NOW, near, far_branch, honest, late, far, insured, veteran,
        workers={honest.pk: people[:5], late.pk: people[5:8], far.pk: [insured, people[8]]},
        codes={honest.pk: "7011220001", late.pk: "7014010001", far.pk: "7021220001"}, users=users,
    )  # fmt: skip


def longer(draft: Draft, rows: int) -> Draft:
    """The list with so many rows, all of people nobody knows yet."""
    bodies = np.arange(rows) + 10_000_000
    draft.workers = {name: np.repeat(column[2:3], rows) for name, column in draft.workers.items()}
    digits = national_id_check_digit(bodies * 10)
    draft.workers["PER_NATCOD"] = np.array([f"{body:09d}{digit}" for body, digit in zip(bodies.tolist(), digits.tolist(), strict=True)])
    draft.workers["DSW_ID1"] = np.array([f"{body:08d}" for body in bodies.tolist()])
    draft.set_premiums()
    return draft


NAMES_OF_USERS = {
    "employer": "بهرام سپهری", "late_employer": "ناصر بارانی", "clerk": "شبنم حسابی", "accountant": "کاوه دفتری", "officer": "مینا شعبه‌دار",
    "head": "داریوش بلندپایه", "far_officer": "سیما دوردست", "far_head": "جواد دورنشین", "headquarters": "پری ستادی",
    "insured_user": "نرگس دوکار", "veteran_user": "اکبر پیشکسوت", "stranger": "رهگذر ناشناس",
}  # fmt: skip
# First name, family name, father, sex, Jalali birth, level of pay. The first works for two employers, the second is near retirement.
PEOPLE = [
    ("نرگس", "دوکار", "علی", 2, (1365, 4, 12), 1.6),
    ("اکبر", "پیشکسوت", "حسن", 1, (1346, 1, 20), 2.4),
    ("لیلا", "امینی", "رضا", 2, (1372, 9, 3), 1.0),
    ("فرهاد", "کوهی", "ناصر", 1, (1379, 11, 28), 1.0),
    ("سیاوش", "بلندنظر", "کریم", 1, (1358, 6, 31), 8.5),
    ("حمید", "بارانی", "داود", 1, (1370, 2, 9), 1.0),
    ("زهره", "چمنی", "یوسف", 2, (1381, 7, 15), 1.1),
    ("مسعود", "دریایی", "جعفر", 1, (1349, 12, 29), 1.3),
    ("پیمان", "دماوندی", "هادی", 1, (1368, 5, 5), 1.5),
]


def make_user(username: str, full_name: str, national_id: str | None = None) -> User:
    """Somebody who can sign in with PASSWORD and may nothing yet."""
    return User.objects.create_user(username, PASSWORD, full_name=full_name, national_id=national_id)


def give(user: User, role: str, scope_id: int = 0) -> Grant:
    """A grant that began long ago and has no end."""
    valid = DateRange(GRANTS_FROM, None)
    return Grant.objects.create(user=user, role=role, scope_kind=SCOPE_KIND_OF_ROLE[role], scope_id=scope_id, valid=valid, reason="جهان آزمون")


def make_branch(code: str, name: str, province: str) -> Branch:
    return Branch.objects.create(code=code, name=name, province=Province.objects.get(iso_code=province))


def make_workplace(branch: Branch, head: User, code: str, name: str, serial: int, **more) -> Workplace:
    """A workplace of a firm of its own, open since 1390."""
    body = np.array([9_900_010_000 + serial * 10])
    identifier = f"{body[0]}{legal_id_check_digit(body)[0]}"
    acting = {"by": head, "now": NOW}
    opened_on = days.date_from_jalali(1375, 1, 1)
    employer = register_employer(kind="legal", identifier=identifier, name=f"شرکت {name}", opened_on=opened_on, branch_id=branch.pk, **acting)
    return register_workplace(employer=employer, branch=branch, code=code, name=name, opened_on=opened_on, **acting, **more)


def make_worker(branch: Branch, head: User, place: int, first: str, last: str, father: str, sex: int, born: tuple, level: float) -> Worker:
    """A known person with a national id and an insurance number."""
    body = np.array([700_000_100 + place])
    identifiers = {"national_id": f"{body[0]}{national_id_check_digit(body)[0]}", "insurance_number": f"{70_000_100 + place}"}
    person = register_person(
        identifiers=identifiers, branch_id=branch.pk, by=head, now=NOW, first_name=first, last_name=last, father_name=father,
        birth_day=days.date_from_jalali(*born), sex=sex, nationality="ایرانی",
    )  # fmt: skip
    return Worker(person, **identifiers, level=level)


def draft_of(code: str, name: str, month: int, number: int, workers: list[Worker]) -> Draft:
    """A list in which everybody worked the whole month, with premiums as the law has them."""
    length, scale = days.month_length(month), scale_of(month)
    daily = np.array([round(worker.level * scale.minimum_daily) for worker in workers], np.int64)
    monthly, benefits = daily * length, np.full(len(workers), scale.allowance)
    text = lambda values: np.array(list(values), str)  # noqa: E731
    columns = {
        "DSW_ID1": text(worker.insurance_number for worker in workers),
        "DSW_FNAME": text(worker.person.first_name for worker in workers),
        "DSW_LNAME": text(worker.person.last_name for worker in workers),
        "DSW_DNAME": text(worker.person.father_name for worker in workers),
        "DSW_IDNO": text(worker.national_id for worker in workers),
        "DSW_BDATE": text("{}{:02}{:02}".format(*days.jalali_from_date(worker.person.birth_day)) for worker in workers),
        "DSW_SEX": text("زن" if worker.person.sex == 2 else "مرد" for worker in workers),
        "DSW_NAT": text("ایرانی" for _ in workers),
        "DSW_OCP": text(worker.job_title for worker in workers),
        "DSW_JOB": text(worker.job_code for worker in workers),
        "DSW_SDATE": text("" for _ in workers),
        "DSW_EDATE": text("" for _ in workers),
        "PER_NATCOD": text(worker.national_id for worker in workers),
        "DSW_DD": np.full(len(workers), length), "DSW_ROOZ": daily, "DSW_MAH": monthly, "DSW_MAZ": benefits,
        "DSW_MASH": monthly + benefits, "DSW_TOTL": monthly + benefits, "DSW_INC": np.zeros(len(workers), np.int64),
        "DSW_SPOUSE": np.zeros(len(workers), np.int64), "DSW_PRATE": np.zeros(len(workers), np.int64),
    }  # fmt: skip
    header = {
        "month": month, "DSK_ID": code, "DSK_NAME": name, "DSK_FARM": f"شرکت {name}"[:30], "DSK_ADRS": "تهران", "DSK_KIND": 0,
        "DSK_LISTNO": f"{number:04d}", "DSK_RATE": 27, "DSK_PRATE": 0, "DSK_BIMH": 0, "MON_PYM": "000",
    }  # fmt: skip
    draft = Draft(header, columns, WorkplaceFacts(False, frozenset(), is_list_in_time=True))
    draft.set_premiums()
    return draft


def write(draft: Draft, **form) -> list[tuple[str, bytes]]:
    """The files of a draft, as somebody would upload them; `form` as `lists.write_pair` takes it."""
    return list(write_pair(draft.header, draft.workers, **form).items())


def _grant(users, near, far_branch, honest, late, insured: Worker, veteran: Worker) -> None:
    for name, role, scope_id in (
        ("employer", "employer", honest.pk), ("clerk", "clerk", honest.pk), ("late_employer", "employer", late.pk),
        ("accountant", "clerk", honest.pk), ("accountant", "clerk", late.pk), ("officer", "officer", near.pk),
        ("far_officer", "officer", far_branch.pk), ("headquarters", "headquarters", 0),
        ("insured_user", "insured", insured.person.pk), ("veteran_user", "insured", veteran.person.pk),
    ):  # fmt: skip
        give(users[name], role, scope_id)


def _write_veteran(veteran: Worker, workplace: Workplace) -> None:
    """Nearly thirty years at one workplace, with half a year missing in 1388."""
    index = np.arange(VETERAN_FIRST_MONTH // 100 * 12 + 11, MONTH_DUE // 100 * 12 + MONTH_DUE % 100 - 1)
    months = index // 12 * 100 + index % 12 + 1
    months = months[(months < 138804) | (months > 138809)]
    count = len(months)
    body = b'{"opening": "records of the veteran, made up for the tests"}'
    source = keep_document(body, name="opening.json", kind="opening", media_type="application/json", by=system_user(), now=NOW)
    columns = {
        "person_id": np.full(count, veteran.person.pk), "workplace_id": np.full(count, workplace.pk), "month": months,
        "days": np.array([days.month_length(int(month)) for month in months]),
        "wage": np.linspace(500_000, 400_000_000, count).astype(np.int64), "is_hazardous": np.zeros(count, bool),
    }  # fmt: skip
    write_opening(source_id=source.pk, columns=columns, now=NOW)
