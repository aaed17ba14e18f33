"""A process that does one act of a list, or of a bank statement, and is killed in the middle of it. `test_killed` starts it and tells it what to do.

It reads one order a line, as JSON: first the database, then acts such as {"act": "assess", "list": 7, "user": 3, "at": 12}.
For each it forks a child, which does the act and sends itself SIGKILL before its twelfth step on the database: a statement,
either end of a COPY, either side of a COMMIT. Nothing is caught, nothing is tidied up. The answer is one line: how many steps
the whole act took, or null when the child was killed.
"""

import gc
import json
import os
import signal
import sys
from contextlib import contextmanager
from pathlib import Path

import django

PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "opentamin.office.site.settings")
    django.setup()
    from django.db import connection

    load_once()
    connection.settings_dict.update(json.loads(sys.stdin.readline()))
    for line in sys.stdin:
        print(json.dumps(fate_of_child(json.loads(line))), flush=True)


def load_once() -> None:
    """What every child needs, read before the forks and shared by all of them."""
    from opentamin import law
    from opentamin.office.contributions import intake  # noqa: F401
    from opentamin.office.disputes import actions as disputes  # noqa: F401
    from opentamin.office.payments import actions  # noqa: F401

    law.of_month(140508)
    law.archive.pack()
    gc.freeze()


def fate_of_child(order: dict) -> int | None:
    """Steps the act took, or None when it was killed on the way. An exception in the act ends this process as well."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.write(writing, str(act(order)).encode())
        os._exit(0)
    os.close(writing)
    _, status = os.waitpid(child, 0)
    with os.fdopen(reading) as answer:
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
            return None
        return int(answer.read())


def act(order: dict) -> int:
    from opentamin.office.accounts.models import User
    from opentamin.office.contributions.actions import assess_list, check_list
    from opentamin.office.contributions.intake import take_in
    from opentamin.office.debts.actions import issue_debt_notice
    from opentamin.office.disputes.actions import Plea, file_objection
    from opentamin.office.disputes.subjects import find_subject
    from opentamin.office.disputes.uploads import Upload
    from opentamin.office.payments.actions import match_statement, receive_statement
    from tests.cast import NOW

    user = User.objects.get(pk=order["user"])
    steps = count_steps(order["at"])
    if order["act"] == "take_in":
        take_in([(Path(path).name, Path(path).read_bytes()) for path in order["files"]], by=user, now=NOW)
    elif order["act"] == "receive":
        receive_statement(Path(order["file"]).read_bytes(), name="s.xml", by=user, now=NOW)
    elif order["act"] == "match":
        match_statement(order["statement"], by=user, now=NOW)
    elif order["act"] == "check":
        check_list(order["list"], now=NOW)
    elif order["act"] == "object":
        subject = find_subject(user, {"debt": order["debt"]})
        file_objection(subject, Plea(["paid"], "رسید بانک پیوست است."), uploads=[Upload("paid.pdf", PDF)], by=user, now=NOW)
    elif order["act"] == "issue":
        issue_debt_notice(order["debt"], by=user, now=NOW)
    else:
        assess_list(order["list"], by=user, now=NOW)
    return len(steps)


def count_steps(last: int) -> list[None]:
    """Grows by one with every step on the database; the process dies before step number `last` (from 1; 0 for never)."""
    import psycopg
    from django.db import connection

    steps: list[None] = []

    def step() -> None:
        steps.append(None)
        if len(steps) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    def before_statement(execute, *arguments):
        step()
        return execute(*arguments)

    copy, commit = psycopg.Cursor.copy, connection._commit

    @contextmanager
    def dying_copy(cursor, *arguments, **options):
        step()
        with copy(cursor, *arguments, **options) as stream:
            yield stream
            step()

    def dying_commit():
        step()
        commit()
        step()

    connection.execute_wrappers.append(before_statement)
    psycopg.Cursor.copy, connection._commit = dying_copy, dying_commit
    return steps


if __name__ == "__main__":
    main()
