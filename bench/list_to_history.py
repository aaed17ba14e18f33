"""How many workers a second walk from file bytes to a committed list, history, assessment and journal?

Method: 50 workplaces of 4,000 workers each send one v6 pair in Iran System; family and given names are drawn so that at
least 60 % of full names are distinct; 1 % of rows hold a planted fault that warns but does not block (national id with a
wrong check digit, pay above the ceiling, pay under the minimum). Each list is received, checked and assessed by the real
acts, each act its own committed transaction with fsync on, in one process that has three lists in hand at once (as the
background worker has; `--at-once 1` for one after the other). Month one meets every person for the first time; month two
knows them, and between the two the database tidies up (VACUUM ANALYZE), as it would in a month. Statements are counted at
the driver, COPY included.

The peer in the same run: a plain version that does the same reading and arithmetic row by row with the ORM, as such systems
are usually written (one get-or-create, one row, one month and one amount per worker), on a list of 400 workers.
openIMIS on a machine of this kind: 58 to 69 workers a second, 22 statements a worker, in floating point.

    ./run bench list_to_history [--lists 50] [--workers 4000]
"""

import argparse
import itertools
import os
import statistics
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime

import numpy as np
import psycopg
from django.db import connection, transaction
from people import declared_people, list_header

from opentamin import law as laws
from opentamin.lists import read_upload, write_pair
from opentamin.office.accounts.models import Grant, User
from opentamin.office.contributions.actions import assess_list, check_list, receive_list
from opentamin.office.contributions.models import Assessment, ListState, WorkerAssessment
from opentamin.office.history.models import MonthEntry
from opentamin.office.ledger.models import Leg
from opentamin.office.registry.models import Branch, Employer, Person, PersonIdentifier, Province, Workplace, WorkplaceIdentifier

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
MONTHS = (140506, 140507)


def main() -> None:
    os.environ.setdefault("OPENTAMIN_LAW_ENGINE", "compiled")  # as in the background worker
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--lists", type=int, default=50)
    options.add_argument("--workers", type=int, default=4000)
    options.add_argument("--at-once", type=int, default=3, help="lists in hand at once, as the background worker has")
    wanted = options.parse_args()
    empty_the_books()
    count_statements()
    clerk, codes = make_world(wanted.lists)
    warm_up(clerk, codes[-1])
    print(
        f"{wanted.lists} lists of {wanted.workers:,} workers; names distinct: {distinct_names(wanted.workers):.0%}; planted faults: 1 %"
    )
    speeds = []
    for month in MONTHS:
        files = [pair_of(code, place, month, wanted.workers) for place, code in enumerate(codes[: wanted.lists])]
        speeds.append(walk_all(files, clerk, month, wanted.at_once))
        let_a_month_pass()
    prove_exact()
    plain = row_by_row(codes[-1])
    print(f"row by row with the ORM: {plain:,.0f} workers/s")
    print(f"ratio to the plain version: {speeds[0] / plain:.0f}x (people met first), {speeds[1] / plain:.0f}x (people known)")


def empty_the_books() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename ~ '^(contributions|history|registry|records|notices|accounts_grant|ledger_(leg|journal))'"
        )
        tables = ", ".join(f'"{name}"' for (name,) in cursor.fetchall() if name != "registry_province")
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(f"TRUNCATE {tables} CASCADE")
        cursor.execute("SET session_replication_role = DEFAULT")


def let_a_month_pass() -> None:
    """A month lies between two lists of a workplace: the database has had time to tidy up."""
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")


def make_world(count: int) -> tuple[User, list[str]]:
    """One clerk who acts for all the workplaces, so that rights are asked as in life."""
    province = Province.objects.first()
    branch = Branch.objects.create(code="0180", name="bench", province=province)
    employer = Employer.objects.create(kind="legal", identifier="10380284790", name="bench", opened_on=date(2020, 1, 1))
    clerk, _ = User.objects.get_or_create(username="bench-clerk", defaults={"full_name": "bench"})
    codes = []
    for place in range(count + 1):
        workplace = Workplace.objects.create(employer=employer, branch=branch, name=f"bench {place}", opened_on=date(2020, 1, 1))
        code = f"018363{place:04d}"
        WorkplaceIdentifier.objects.create(workplace=workplace, value=code, valid=(date(2020, 1, 1), None))
        Grant.objects.create(
            user=clerk, role="clerk", scope_kind="workplace", scope_id=workplace.id, valid=(date(2020, 1, 1), None)
        )
        codes.append(code)
    return clerk, codes


def pair_of(code: str, place: int, month: int, workers: int) -> list[tuple[str, bytes]]:
    law = laws.at(laws.days.month_first_day(month))
    return list(write_pair(list_header(code, month), declared_people(workers, seed=place, month=month, law=law)).items())


def distinct_names(workers: int) -> float:
    people = declared_people(workers, seed=1, month=MONTHS[0], law=laws.at(laws.days.month_first_day(MONTHS[0])))
    names = np.char.add(np.char.add(people["DSW_FNAME"], " "), people["DSW_LNAME"])
    return len(np.unique(names)) / workers


def warm_up(clerk: User, code: str) -> None:
    """Compile, plan and connect once: a served process does so at its start."""
    walk_one(pair_of(code, 999, 140505, 4000), clerk)


def walk_one(files: list[tuple[str, bytes]], clerk: User) -> None:
    [receipt] = receive_list(files, by=clerk, now=NOW)
    checked = check_list(receipt.list.id, now=NOW, pair=receipt.pair)
    assert checked.state == ListState.ACCEPTED, [(f.code, f.row, f.seen) for f in checked.findings.filter(level="error")[:5]]
    assess_list(checked.id, by=clerk, now=NOW)


def walk_all(files: list[list[tuple[str, bytes]]], clerk: User, month: int, at_once: int) -> float:
    """Workers a second over all lists; prints time and statements of a list."""

    def one(pair: list[tuple[str, bytes]]) -> tuple[float, int]:
        began = time.perf_counter()
        with counted() as count:
            walk_one(pair, clerk)
        return time.perf_counter() - began, count[0]

    start = time.perf_counter()
    with ThreadPoolExecutor(at_once) as pool:
        times, statements = zip(*pool.map(one, files), strict=True)
    elapsed = time.perf_counter() - start
    workers = WorkerAssessment.objects.filter(list__month=month).count()
    print(
        f"month {month}: {workers:,} workers in {elapsed:.2f} s = {workers / elapsed:,.0f} workers/s; "
        f"a list: median {statistics.median(times) * 1000:.0f} ms, slowest {max(times) * 1000:.0f} ms; "
        f"statements a list: {min(statements)} to {max(statements)}"
    )
    return workers / elapsed


_COUNT = threading.local()


@contextmanager
def counted():
    """Statements this thread sends, COPY among them, as the driver itself is asked for them."""
    _COUNT.statements = [0]
    yield _COUNT.statements


def count_statements() -> None:
    """Make the driver count: a wrapper of the framework would not see COPY."""
    for name in ("execute", "executemany", "copy"):
        setattr(psycopg.Cursor, name, counting(getattr(psycopg.Cursor, name)))


def counting(ask):
    def asked(cursor, *arguments, **options):
        getattr(_COUNT, "statements", [0])[0] += 1
        return ask(cursor, *arguments, **options)

    return asked


def prove_exact() -> None:
    """Every sum is a whole number of rials and the three stores agree; floats could not."""
    total = 0
    for assessment in Assessment.objects.select_related("list"):
        workers = list(WorkerAssessment.objects.filter(list=assessment.list_id).values_list("wage_base", "worker_share"))
        assert sum(base for base, _ in workers) == assessment.wage_base_total
        assert sum(share for _, share in workers) == assessment.worker_share_total
        total += assessment.wage_base_total
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT sum(wage) FROM "{MonthEntry._meta.db_table}"')
        assert int(cursor.fetchone()[0]) == total, "history and assessments agree to the rial"
        cursor.execute(f'SELECT sum(amount) FROM "{Leg._meta.db_table}"')
        assert int(cursor.fetchone()[0]) == 0, "the books balance"
    print("exact: assessments, history and books agree to the rial")


def row_by_row(code: str, workers: int = 400) -> float:
    """The plain version: the same file and the same articles, one worker at a time through the ORM."""
    from opentamin.law.contributions import WorkerMonth, worker_due

    month = 140508
    files = pair_of(code, 7777, month, workers)
    workplace = WorkplaceIdentifier.objects.get(value=code).workplace
    start = time.perf_counter()
    [pair] = read_upload(files)
    law = laws.at(laws.days.month_first_day(month))
    seen = _Seen()
    with transaction.atomic():
        for row in range(pair.workers_count):
            worker = {name: column[row].item() for name, column in pair.workers.items()}
            person = seen.person(worker)
            due = worker_due(WorkerMonth(worker["DSW_DD"], 30, worker["DSW_MASH"], 1, 0, 0), law)
            seen.keep(person, workplace, month, worker, due)
        elapsed = time.perf_counter() - start
        transaction.set_rollback(True)
    return workers / elapsed


class _Seen:
    """Look up or make the person, then save the month, each by the ORM."""

    numbers = itertools.count(10**12)

    def person(self, worker: dict) -> Person:
        found = PersonIdentifier.objects.filter(kind="national_id", value=worker["PER_NATCOD"]).select_related("person").first()
        if found:
            return found.person
        person = Person.objects.create(
            first_name=worker["DSW_FNAME"],
            last_name=worker["DSW_LNAME"],
            father_name=worker["DSW_DNAME"],
            state="provisional",
            created_at=NOW,
        )
        for kind, column in (("national_id", "PER_NATCOD"), ("insurance_number", "DSW_ID1")):
            PersonIdentifier.objects.create(person=person, kind=kind, value=worker[column], valid=(date(2026, 10, 1), None))
        return person

    def keep(self, person: Person, workplace: Workplace, month: int, worker: dict, due) -> None:
        MonthEntry.objects.create(
            id=next(self.numbers),
            person_id=person.id,
            workplace_id=workplace.id,
            contract_row="",
            source_kind="list",
            source_id=1,
            list_id=1,
            month=month,
            days=worker["DSW_DD"],
            wage=due.wage_base,
            is_hazardous=False,
            kind="original",
            recorded_at=NOW,
        )


if __name__ == "__main__":
    main()
