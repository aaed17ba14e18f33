"""How long an old-age decision from a record of 35 years takes, explained, decided, told and searched, on one thread.

Method. Each act is repeated after a warm-up; processor time is taken, so that other work on the machine
does not count; the median of the groups is printed, in microseconds, and beside it how many times the plain
rule would have run. The requirement: the explained decision under a thousand.

    python bench/law_decide.py
"""

import statistics
import time

from opentamin import law
from opentamin.law import ask
from opentamin.law.days import date_from_jalali
from opentamin.law.machine.tracing import arguments_of

GROUPS, EACH = 60, 10
DAY = date_from_jalali(1405, 8, 1)
# Born in 1345, thirty-five years of record, some of them hazardous, up to the day of the claim.
RECORD = {"birth_day": "1345-06-15", "last_work_day": "1405-07-30", "is_woman": "no", "record_days": 12_780,
          "record_days_on_reform_day": 11_960, "hazardous_days": 2_190, "hazardous_days_unbroken": 1_460,
          "wages_sum": 7_200_000_000, "months_averaged": 24}  # fmt: skip
# The same man ten years younger and twelve years of record short: refused, and searched for the day the right arises.
YOUNGER = {**RECORD, "birth_day": "1358-06-15", "record_days": 8_400, "record_days_on_reform_day": 7_580}


def microseconds(act, groups: int = GROUPS, each: int = EACH) -> float:
    """Median time of one call."""
    act()
    taken = []
    for _ in range(groups):
        start = time.process_time()
        for _ in range(each):
            act()
        taken.append((time.process_time() - start) / each * 1e6)
    return statistics.median(taken)


def main() -> None:
    article = law.ARTICLES["old_age_decision"]
    facts, current = ask.prepare(article, ask.read_facts(article, RECORD), DAY)
    younger, _ = ask.prepare(article, ask.read_facts(article, YOUNGER), DAY)
    decision, refused = (ask.decide(article, one, current) for one in (facts, younger))
    assert decision.entitled and refused.entitled is False, (decision.outcome, refused.outcome)
    plain = microseconds(lambda: article(*arguments_of(article, facts), current))
    acts = {
        "facts read as people write them": lambda: ask.read_facts(article, RECORD),
        "decided plainly": lambda: article(*arguments_of(article, facts), current),
        "explained": lambda: law.explain(article, facts, current),
        "decided with its reasons": lambda: ask.decide(article, facts, current),
        "refused with its reasons": lambda: ask.decide(article, younger, current),
        "told in Persian": lambda: ask.tell(decision, "fa"),
    }
    for name, act in acts.items():
        taken = microseconds(act)
        print(f"{name:36} {taken:10.1f} microseconds {taken / plain:8.1f} times the plain rule")
    taken = microseconds(lambda: ask.what_changes(refused), groups=5, each=1)
    print(f"{'what would change it, forty years':36} {taken:10.1f} microseconds {taken / plain:8.1f} times the plain rule")


if __name__ == "__main__":
    main()
