"""Cases of the law as a person types them, and values nobody of good will types."""

from typing import Any

from opentamin import law as laws
from opentamin.law.ask.saying import plain_of
from opentamin.law.days import text_of
from opentamin.law.machine.cases import Case, facts_of, read_cases
from opentamin.law.machine.plans import plan_of

HOSTILE = [
    "", " ", "0", "-1", "9" * 25, "9" * 190, "1e9", "12.5", "۱۲٫۵", "٢", "²", "½", "abc", "بله", "1405/12/30", "1403-12-30", "1405/0/0", "0000/01/01",
    "9999/99/99", "\x00", "\u202e\u200c", "<script>alert(1)</script>", "{{ 7 }}", "%s%(n)s{}", "😀", "null", "[1,2]", "{'a': 1}", "ی" * 300, "1\n2\n3",
]  # fmt: skip
# An example for each article: the first case written for it.
FIRST_CASES: dict[str, Case] = {}
for _case in read_cases():
    FIRST_CASES.setdefault(_case.article, _case)


def written(case: Case) -> dict[str, Any]:
    """The facts of a case as a file would hold them."""
    kinds = plan_of(laws.ARTICLES[case.article]).kinds
    return {
        name: [plain_of(kinds[name], one) for one in value] if isinstance(value, list) else plain_of(kinds[name], value)
        for name, value in facts_of(case).items()
    }


def typed(case: Case) -> dict[str, str]:
    """The facts of a case as a form takes them, with the day asked about."""
    facts = written(case)
    day = facts.pop("day", None)
    return {"on": day or text_of(case.day), **{name: _typed(value) for name, value in facts.items()}}


def _typed(value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(_typed(one) for one in value)
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
