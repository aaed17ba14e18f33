"""How long one explanation takes, in one process on one thread.

Method. Each act is repeated many times after a warm-up; processor time is taken, so that other
work on the machine does not count; the median of one hundred groups
is printed, in microseconds. The requirement: one worker's amount explained in under a thousand. Explaining makes the trace;
telling makes its sentences besides.

    python bench/law_explain.py
"""

import statistics
import time

from opentamin import law
from opentamin.law.contributions import ListMonth, WorkerMonth, list_due, worker_due

GROUPS, EACH = 100, 20


def microseconds(act) -> float:
    """Median time of one call."""
    act()
    groups = []
    for _ in range(GROUPS):
        start = time.process_time()
        for _ in range(EACH):
            act()
        groups.append((time.process_time() - start) / EACH * 1e6)
    return statistics.median(groups)


def main() -> None:
    current = law.of_month(140508)
    worker = WorkerMonth(30, 30, 2_000_000_000)
    month = ListMonth(10**10, 10**10, 10**9, 7 * 10**8, 8 * 10**8, 42, 1, 0)
    node = law.explain(list_due, month, current)
    acts = {
        "worker_due, plain": lambda: worker_due(worker, current),
        "worker_due, explained": lambda: law.explain(worker_due, worker, current),
        "worker_due, told in Persian": lambda: law.words.render(law.explain(worker_due, worker, current), "fa"),
        "list_due, plain": lambda: list_due(month, current),
        "list_due, explained": lambda: law.explain(list_due, month, current),
        "its digest": lambda: law.digest(node),
        "list_due, told in Persian": lambda: law.words.render(law.explain(list_due, month, current), "fa"),
    }
    for name, act in acts.items():
        print(f"{name:28} {microseconds(act):8.1f} microseconds")


if __name__ == "__main__":
    main()
