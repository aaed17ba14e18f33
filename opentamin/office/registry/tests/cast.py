"""Invented people and places for tests of this room and of the rooms above."""

from datetime import UTC, date, datetime

from opentamin.office.accounts.models import User
from opentamin.office.accounts.tests.people import give, person
from opentamin.office.registry.actions import register_employer, register_person, register_workplace
from opentamin.office.registry.models import Branch, Person, Province, Workplace

NOW = datetime(2026, 11, 26, 7, 38, tzinfo=UTC)
TODAY = date(2026, 11, 26)


def national_id(serial: int) -> str:
    """A national id with a right check digit."""
    nine = f"{serial:09d}"
    rest = sum(int(digit) * weight for digit, weight in zip(nine, range(10, 1, -1), strict=True)) % 11
    return nine + str(rest if rest < 2 else 11 - rest)


def branch(code: str = "0018") -> Branch:
    province = Province.objects.get_or_create(iso_code="IR-23", defaults={"code": "23", "name_fa": "تهران", "name_en": "Tehran", "population_2016": 1})[0]
    return Branch.objects.get_or_create(code=code, defaults={"name": f"شعبهٔ {code}", "province": province})[0]


def head_of(desk: Branch) -> User:
    """The head of a branch, who may register and merge there."""
    head = User.objects.filter(username=f"head-{desk.code}").first()
    if head is None:
        head = person(f"head-{desk.code}", "آقای رئیس")
        give(head, "branch_head", desk.pk, first=date(2020, 1, 1))
    return head


def workplace(code: str = "0183630045", desk: Branch | None = None) -> Workplace:
    desk = desk or branch()
    head = head_of(desk)
    employer = register_employer(
        kind="legal", identifier="10380284790", name="شرکت نمونه", opened_on=date(2011, 3, 21), branch_id=desk.pk, by=head, now=NOW
    )
    return register_workplace(employer=employer, branch=desk, code=code, name="کارگاه نمونه", opened_on=date(2011, 3, 21), by=head, now=NOW)


def maryam(**numbers: str) -> Person:
    """A known woman with the numbers given, or a national id and an insurance number."""
    numbers = numbers or {"national_id": national_id(4_000_001), "insurance_number": "00700001"}
    desk = branch()
    return register_person(
        identifiers=numbers, branch_id=desk.pk, by=head_of(desk), now=NOW, first_name="مریم", last_name="رستگار", father_name="علی", sex=2
    )
