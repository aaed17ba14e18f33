"""A small setting for this room's tests: one branch, two workplaces, who acts for them, and files of lists of any length."""

from datetime import date, datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import numpy as np
from django.db.backends.postgresql.psycopg_any import DateRange

from opentamin.lists import identifiers, write_pair
from opentamin.office.accounts.models import Grant, User
from opentamin.office.accounts.permissions import SCOPE_KIND_OF_ROLE
from opentamin.office.registry.models import Branch, Employer, Province, Workplace, WorkplaceIdentifier

NOW = datetime(2026, 11, 22, 10, 42, tzinfo=ZoneInfo("Asia/Tehran"))  # Sunday 1 Azar 1405
MONTH = 140508
CODE, OTHER_CODE, FAR_CODE = "0183630045", "0183630099", "0200000011"
DAILY = 7_500_000
ROLES = ("employer", "clerk", "officer", "branch_head", "headquarters", "auditor")


def setting() -> SimpleNamespace:
    """Two branches; «sepidar» and «afra» in the first, «daryan» in the second; a user for every role over the first."""
    province = Province.objects.order_by("pk").first() or Province.objects.create(iso_code="IR-98", code="98", name_fa="نمونه", name_en="Sample", population_2016=1)
    near, far = (Branch.objects.create(code=code, name=name, province=province) for code, name in (("9801", "شعبهٔ ۱۸ تهران"), ("9802", "شعبهٔ دور")))
    employer = Employer.objects.create(kind="legal", identifier="99000000011", name="شرکت بافندگی سپیدار", opened_on=date(2020, 3, 20))
    made = SimpleNamespace(near=near, far=far)
    for name, words, code, branch in (("sepidar", "بافندگی سپیدار", CODE, near), ("afra", "نجاری افرا", OTHER_CODE, near), ("daryan", "شیلات دریان", FAR_CODE, far)):
        workplace = Workplace.objects.create(employer=employer, branch=branch, name=words, opened_on=date(2020, 3, 20))
        WorkplaceIdentifier.objects.create(workplace=workplace, value=code, valid=DateRange(date(2020, 3, 20), None))
        setattr(made, name, workplace)
    scopes = {"workplace": made.sepidar.id, "branch": near.id, "country": 0, "person": 1}
    for role in ROLES:
        setattr(made, role, user_with(role, scopes[SCOPE_KIND_OF_ROLE[role]]))
    made.stranger = User.objects.create_user("stranger", full_name="رهگذر")
    made.neighbour = user_with("employer", made.afra.id, username="neighbour")
    made.far_officer = user_with("officer", far.id, username="far_officer")
    return made


def user_with(role: str, scope_id: int, username: str = "") -> User:
    user = User.objects.create_user(username or role, full_name=f"کاربر {role}")
    Grant.objects.create(user=user, role=role, scope_kind=SCOPE_KIND_OF_ROLE[role], scope_id=scope_id, valid=DateRange(date(2025, 1, 1), None), reason="test")
    return user


def worker_columns(count: int, *, first: int = 0) -> dict[str, np.ndarray]:
    """`count` right rows of 30 days at one daily wage."""
    wage = 30 * DAILY
    texts = {
        "DSW_ID1": [str(20_000_000 + first + place) for place in range(count)],
        "PER_NATCOD": [valid_national_id(700_000_000 + first + place) for place in range(count)],
        "DSW_FNAME": ["زهرا"] * count,
        "DSW_LNAME": [f"کاوه{'ابپتجچحخدذ'[place % 10]}" for place in range(count)],
        "DSW_DNAME": ["علی"] * count,
        "DSW_IDNO": ["1"] * count,
        "DSW_IDPLC": ["تهران"] * count,
        "DSW_IDATE": ["13700101"] * count,
        "DSW_BDATE": ["13700101"] * count,
        "DSW_SEX": ["زن"] * count,
        "DSW_NAT": ["ایرانی"] * count,
        "DSW_OCP": ["بافنده"] * count,
        "DSW_SDATE": [""] * count,
        "DSW_EDATE": [""] * count,
        "DSW_JOB": ["010303"] * count,
    }
    figures = {"DSW_DD": 30, "DSW_ROOZ": DAILY, "DSW_MAH": wage, "DSW_MAZ": 0, "DSW_MASH": wage, "DSW_TOTL": wage, "DSW_BIME": wage * 7 // 100, "DSW_PRATE": 0}
    return {**{name: np.array(column) for name, column in texts.items()}, **{name: np.full(count, value, np.int64) for name, value in figures.items()}}


def files_of(count: int = 3, *, code: str = CODE, month: int = MONTH, number: str = "0001", columns: dict | None = None, form: str = "dbf") -> list[tuple[str, bytes]]:
    """The two files of a list without a mistake, unless `columns` bring one."""
    columns = columns or worker_columns(count)
    wages = int(columns["DSW_MASH"].sum())
    header = {
        "DSK_ID": code, "DSK_NAME": "سپیدار", "DSK_FARM": "سپیدار", "DSK_ADRS": "تهران", "DSK_KIND": 0, "month": month, "DSK_LISTNO": number,
        "DSK_DISC": "", "DSK_TKOSO": wages * 20 // 100, "DSK_BIC": wages * 3 // 100, "DSK_RATE": 27, "DSK_PRATE": 0, "DSK_BIMH": 0, "MON_PYM": "000",
    }  # fmt: skip
    return list(write_pair(header, columns, form=form).items())


def wrong_files(count: int = 3, wrong: int = 1, **settings) -> list[tuple[str, bytes]]:
    """A list whose first `wrong` rows have more days than the month has."""
    columns = worker_columns(count)
    columns["DSW_DD"][:wrong] = 31
    return files_of(columns=columns, **settings)


def valid_national_id(body: int) -> str:
    """The nine digits with the digit that makes them valid."""
    return next(text for digit in range(10) if identifiers.national_id(text := f"{body}{digit}"))
