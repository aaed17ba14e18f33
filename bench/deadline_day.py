"""The last day for the lists: 2,000 lists by 200 senders at once. Is every receipt given within a second, and none lost?

Method: the system is served as `./run` serves it (web server and background worker as processes, a database with fsync on).
Of 200 clients on 200 open connections half are programs with a key, half browsers that signed in by the page; each sends its
next list some seconds after the receipt of the last (eight on average, `--pause`; with 0 all 200 stand at the door without a break).
That offers some twenty lists a second, nearly half of the country's workplaces in one evening of eight hours. Sizes are
those of workplaces: nearly all of one to fifty workers, some hundreds, sixteen of 4,000, four of 20,000, whose totals the format
holds only in several lists, sent in one ZIP. One sending in twenty
is sent a second time over another connection at the same moment. The time of a receipt runs from the first byte sent until
the whole answer is there; for a browser until the page it is led to is there as well. Senders, web server, worker and
database share this machine.

At the end every list must have been checked, every number given must lead to its list, every list must bear a moment of
arrival between the sending and its receipt, and what was sent twice must have one number.

    ./run bench deadline_day [--lists 2000] [--clients 200] [--pause 8] [--port 8434]
"""

import argparse
import asyncio
import os
import random
import secrets
import sys
import time
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from crowd import Sender, Sent
from django.contrib.auth.hashers import make_password
from django.db import connection
from django.utils import timezone
from list_to_history import empty_the_books
from people import declared_people, list_header

from opentamin import law as laws
from opentamin.launch import serve
from opentamin.launch.children import stop
from opentamin.launch.secret import use_lasting_key
from opentamin.lists import split_for_format, write_pair, zip_pair
from opentamin.office.accounts.actions.give_api_key import give_api_key
from opentamin.office.accounts.models import Grant, User
from opentamin.office.contributions.models import ListState, MonthlyList, Upload, UploadState
from opentamin.office.kit.statements import ask
from opentamin.office.registry.models import Branch, Employer, Province, Workplace, WorkplaceIdentifier

MONTH = 140507
PASSWORD = "a-long-word-for-the-bench"  # noqa: S105 - of people who live as long as this run
SIZES = [(0.4, 1, 5), (0.35, 6, 15), (0.2, 16, 50), (0.04, 51, 400), (0.008, 4000, 4000), (0.002, 20_000, 20_000)]
SENT_TWICE_EVERY = 20
DRAIN_SECONDS_MAX = 1800
SINCE = (date(2020, 1, 1), None)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--lists", type=int, default=2000)
    options.add_argument("--clients", type=int, default=200)
    options.add_argument("--pause", type=float, default=8.0, help="seconds between a receipt and the next list of a client, on average; 0 for none")
    options.add_argument("--port", type=int, default=8434)
    wanted = options.parse_args()
    empty_the_books()
    each = -(-wanted.lists // wanted.clients)
    clerks, keys, codes = make_world(wanted.clients, each)
    lists = make_lists(codes[: wanted.lists])
    tidy_up()
    use_lasting_key()
    postmaster()
    children = [serve.web(wanted.port, ()), serve.worker(())]
    try:
        serve.let_go_on(children[0])
        if not serve.is_answered(wanted.port, children):
            sys.exit("the system did not come up")
        asyncio.run(measure(wanted, clerks, keys, lists, children))
    finally:
        stop(children)


def make_world(clients: int, each: int) -> tuple[list[User], list[str], list[str]]:
    """Clerks with so many workplaces each, a key for every second clerk, and the codes of all workplaces in sending order."""
    branch = Branch.objects.create(code="0180", name="bench", province=Province.objects.first())
    employer = Employer.objects.create(kind="legal", identifier="10380284790", name="bench", opened_on=SINCE[0])
    secret, run = make_password(PASSWORD), secrets.token_hex(3)  # who holds a key is never deleted: each run has people of its own
    clerks = User.objects.bulk_create(User(username=f"bench-{run}-{n}", full_name="bench", password=secret) for n in range(clients))
    places = Workplace.objects.bulk_create(
        Workplace(employer=employer, branch=branch, name=f"bench {n}", opened_on=SINCE[0]) for n in range(clients * each)
    )
    codes = [f"018{n:07d}" for n in range(len(places))]
    WorkplaceIdentifier.objects.bulk_create(
        WorkplaceIdentifier(workplace=place, value=code, valid=SINCE) for place, code in zip(places, codes, strict=True)
    )
    Grant.objects.bulk_create(
        Grant(user=clerks[n % clients], role="clerk", scope_kind="workplace", scope_id=place.id, valid=SINCE, reason="bench")
        for n, place in enumerate(places)
    )
    keys = ["" if n % 2 else give_api_key(clerk, name="bench", now=timezone.now())[1] for n, clerk in enumerate(clerks)]
    return clerks, keys, codes


class Sending(NamedTuple):
    """What one workplace sends."""

    code: str
    workers: int
    lists: int
    files: list[tuple[str, bytes]]


def make_lists(codes: list[str]) -> list[Sending]:
    """Code, workers, files and number of lists of every sending: one list, or one ZIP of several where the format cannot hold all."""
    chance, law = np.random.default_rng(1405), laws.at(laws.days.month_first_day(MONTH))
    kinds = chance.choice(len(SIZES), len(codes), p=[share for share, *_ in SIZES])
    lists = []
    for place, (code, kind) in enumerate(zip(codes, kinds, strict=True)):
        _, least, most = SIZES[kind]
        count = int(chance.integers(least, most + 1))
        people = declared_people(count, seed=place, month=MONTH, law=law)
        parts = split_for_format(people)
        files = {}
        for number, part in enumerate(parts, 1):
            files |= write_pair(list_header(code, MONTH) | {"DSK_LISTNO": f"{number:02d}"}, part)
        packed = files if len(parts) == 1 else {"lists.zip": zip_pair(files)}
        lists.append(Sending(code, count, len(parts), list(packed.items())))
    return lists


def tidy_up() -> None:
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")


async def measure(wanted, clerks, keys, lists, children) -> None:
    senders = [Sender(wanted.port, key=key) for key in keys]
    began = time.perf_counter()
    browsers = [(sender, clerk) for sender, clerk, key in zip(senders, clerks, keys, strict=True) if not key]
    hands = asyncio.Semaphore(4)

    async def enter(sender, clerk):
        async with hands:
            await sender.sign_in(clerk.username, PASSWORD)

    await asyncio.gather(*(enter(*one) for one in browsers))
    workers = sum(one.workers for one in lists)
    size = sum(len(body) for one in lists for _, body in one.files)
    print(
        f"{len(lists):,} lists, {workers:,} workers, {size / 2**20:,.0f} MiB; {len(browsers)} sign-ins took {time.perf_counter() - began:.1f} s"
    )
    spent, began = cpu_of(children), time.perf_counter()
    sent = [
        one for some in await asyncio.gather(*(send_all(place, senders, lists, wanted.pause) for place in range(len(senders)))) for one in some
    ]
    receiving = time.perf_counter() - began
    report(sent, receiving, {name: after - spent[name] for name, after in cpu_of(children).items()})
    waiting = await asyncio.to_thread(left)
    draining = await asyncio.to_thread(drain)
    print(f"{waiting:,} were waiting when the last receipt was given; the queue was empty {draining:.0f} s later")
    print(f"from the first byte to the last check: {receiving + draining:.0f} s, {workers / (receiving + draining):,.0f} workers/s")
    await asyncio.to_thread(prove, sent, lists)


async def send_all(place: int, senders: list[Sender], lists: list[Sending], pause: float) -> list[Sent]:
    """The lists of one client, one after the other; of one in twenty a second copy goes over another connection meanwhile."""
    sent, sender, chance = [], senders[place], random.Random(place)
    for number in range(place, len(lists), len(senders)):
        await asyncio.sleep(chance.uniform(0, 2 * pause))
        one = lists[number]
        copies = [sender.send(one.code, one.files)]
        if number % SENT_TWICE_EVERY == 0:
            twin = Sender(sender.port, key=sender.key, cookies=dict(sender.cookies), token=sender.token)
            copies.append(twin.send(one.code, one.files))
        sent += await asyncio.gather(*copies)
    return sent


def report(sent: list[Sent], seconds: float, cpu: dict[str, float]) -> None:
    errors = [one for one in sent if one.error]
    for one in errors[:10]:
        print(f"ERROR {one.name}: {one.error}")
    kinds = {status: sum(one.status == status for one in sent) for status in sorted({one.status for one in sent})}
    print(f"{len(sent):,} sendings in {seconds:.1f} s ({len(sent) / seconds:,.0f}/s); errors: {len(errors)}; by status {kinds}")
    p50, p95, p99 = np.percentile([one.seconds for one in sent], [50, 95, 99])
    print(f"receipt: p50 {p50:.3f} s, p95 {p95:.3f} s, p99 {p99:.3f} s, slowest {max(one.seconds for one in sent):.3f} s")
    told = ", ".join(f"{name} {spent:.1f}" for name, spent in cpu.items())
    print(f"processor seconds while receiving: {told}; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")


def left() -> int:
    return Upload.objects.filter(state=UploadState.WAITING).count() + MonthlyList.objects.filter(state=ListState.RECEIVED).count()


def drain() -> float:
    """Seconds until nothing waits."""
    began = time.perf_counter()
    while left():
        if time.perf_counter() - began > DRAIN_SECONDS_MAX:
            sys.exit(f"still {left()} waiting after {DRAIN_SECONDS_MAX} s")
        time.sleep(0.2)
    return time.perf_counter() - began


def prove(sent: list[Sent], lists: list[Sending]) -> None:
    """Every receipt leads to its list, every list was checked once, and came when it was sent. Fails loudly."""
    made = defaultdict(list)
    for kept in MonthlyList.objects.prefetch_related("uploads"):
        made[kept.workplace_code].append(kept)
    unchecked = [kept for some in made.values() for kept in some if kept.state not in (ListState.ACCEPTED, ListState.RETURNED)]
    wrong = {
        "lists missing or twice": [one for one in lists if len(made[one.code]) != one.lists],
        "lists not checked": unchecked,
        "lost receipts": [one for one in sent if not one.error and not set(one.numbers) <= numbers_of(made[one.name])],
        "two receipts for one sending": [
            code for code in made if len({tuple(sorted(one.numbers)) for one in sent if one.name == code and not one.error}) > 1
        ],
        "wrong moments of arrival": [one for one in sent if not one.error and not came_then(one, made[one.name])],
        "errors": [one for one in sent if one.error],
    }
    states = {state: sum(kept.state == state for some in made.values() for kept in some) for state in ListState.values}
    print(f"lists: {states}")
    print("; ".join(f"{name}: {len(found)}" for name, found in wrong.items()))
    print("FAILED" if any(wrong.values()) else "all receipts stand")
    if any(wrong.values()):
        sys.exit(1)


def numbers_of(kept: list[MonthlyList]) -> set[str]:
    """Every number that leads to these lists."""
    return {number for one in kept for number in (one.tracking, *(upload.tracking for upload in one.uploads.all()))}


def came_then(one: Sent, kept: list[MonthlyList]) -> bool:
    """Whether the lists came while they were being sent; of what was sent twice either sending will do."""
    begun, ended = (datetime.fromtimestamp(moment, UTC) for moment in (one.begun, one.begun + one.seconds))
    return all(begun - timedelta(minutes=1) <= each.received_at <= ended for each in kept)


def cpu_of(children) -> dict[str, float]:
    """Processor seconds of the senders (this process), the web server, the worker and the database so far."""
    tree = parents()
    told = {"senders": time.process_time()}
    for name, root in (("web", children[0].process.pid), ("worker", children[1].process.pid), ("database", postmaster())):
        told[name] = sum(spent for pid, (_, _, spent) in tree.items() if root in lineage(pid, tree))
    return told


@cache
def postmaster() -> int:
    """The process all of the database's others descend from; zero where it runs elsewhere."""
    [(folder,)] = ask("SHOW data_directory")
    note = Path(folder) / "postmaster.pid"
    return int(note.read_text().split()[0]) if note.exists() else 0


def parents() -> dict[int, tuple[int, str, float]]:
    """Parent, name and processor seconds of every process."""
    tree, tick = {}, os.sysconf("SC_CLK_TCK")
    for entry in Path("/proc").iterdir():
        try:
            said = (entry / "stat").read_text() if entry.name.isdigit() else ""
        except OSError:
            continue
        if said:
            name, rest = said[said.index("(") + 1 : said.rindex(")")], said[said.rindex(")") + 2 :].split()
            tree[int(entry.name)] = (int(rest[1]), name, sum(map(int, rest[11:15])) / tick)
    return tree


def lineage(pid: int, tree: dict) -> set[int]:
    """A process and all above it."""
    above = set()
    while pid in tree and pid not in above:
        above.add(pid)
        pid = tree[pid][0]
    return above


if __name__ == "__main__":
    main()
