"""A family after a death: who of them has a right, and what each is paid. All of it is asked of the articles."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from opentamin import law as laws
from opentamin.law.ask import Decision, decide, tell
from opentamin.law.days import number_of
from opentamin.law.survivors import low_service_share, survivor_right, survivor_share
from opentamin.law.survivors.rows import RELATIONS, UNDER_TEN_YEARS
from opentamin.office.kit import numbers

WIFE, HUSBAND, DAUGHTER, SON, FATHER, MOTHER = (RELATIONS.index(name) for name in ("wife", "husband", "daughter", "son", "father", "mother"))
SPOUSES, CHILDREN, PARENTS = (WIFE, HUSBAND), (DAUGHTER, SON), (FATHER, MOTHER)
# What the articles ask of a member; a relation asks only a few of them, the others are taken as no.
FLAGS = (
    "is_dependant", "is_disabled", "is_married", "is_employed", "is_student", "has_own_pension", "is_remarried",
    "has_husband_pension", "is_husband_pension_given_up", "is_spouse_dependant",
)  # fmt: skip


@dataclass(frozen=True)
class Member:
    """One of the family: relation, what holds of them, and their birth where it was asked."""

    relation: int
    birth_day: date | None = None
    held: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Share:
    """One of the family with what the law says of them; `once` is a sum paid once."""

    name: str
    relation: int
    right: Decision
    monthly: int = 0
    once: int = 0
    decision: Decision | None = None

    @property
    def is_entitled(self) -> bool:
        return bool(self.right.amounts.get("is_entitled"))

    @property
    def is_open(self) -> bool:
        """Whether an officer has to decide on the right."""
        return self.right.is_for_a_person or self.right.trouble is not None

    @property
    def why(self) -> str:
        """The ground of the right, or what stands in its way."""
        return tell(self.right, get_language() or "fa").answer


def rights_of(members: Sequence[Member], died: date, today: date) -> list[Share]:
    """Who of them has a right today, named one by one, in the order given."""
    law, names = laws.at(today), _names(members)
    return [
        Share(name, member.relation, decide(survivor_right, _claim(member, died, today), law))
        for member, name in zip(members, names, strict=True)
    ]


def _claim(member: Member, died: date, today: date) -> dict:
    return {
        "relation": member.relation,
        "day": number_of(today),
        "death_day": number_of(died),
        "birth_day": number_of(member.birth_day or died),
        **{flag: int(flag in member.held) for flag in FLAGS},
    }


def shared(family: Sequence[Share], pension: int, basis: int, *, are_orphans: bool, record_days: int, died: date, today: date) -> list[Share]:
    """The same family, each with their share of a pension; who has no right has none of it.

    Shares go by the law of today; what parents get once was due on the day of death, and goes by the law of that day.
    """
    facts = {
        "relations": [one.relation for one in family],
        "are_orphans": [int(are_orphans and one.relation in CHILDREN) for one in family],
        "are_entitled": [int(one.is_entitled) for one in family],
        "pension_monthly": pension,
    }
    article = survivor_share
    if basis == UNDER_TEN_YEARS:
        article, facts["record_days"] = low_service_share, record_days
    by_then, by_now = laws.at(died), laws.at(today)
    return [
        _with_share(one, article, {**facts, "place": place}, by_then if basis == UNDER_TEN_YEARS and one.relation in PARENTS else by_now)
        if one.is_entitled else one
        for place, one in enumerate(family)
    ]  # fmt: skip


def _with_share(one: Share, article, facts: dict, law: laws.Law) -> Share:
    decision = decide(article, facts, law)
    amounts = decision.amounts
    return replace(one, monthly=amounts.get("pension_share", 0), once=amounts.get("lump_sum", 0), decision=decision)


def _names(members: Sequence[Member]) -> list[str]:
    """«همسر», or «دختر ۲» where there are several."""
    called = {WIFE: _("همسر"), HUSBAND: _("شوهر"), DAUGHTER: _("دختر"), SON: _("پسر"), FATHER: _("پدر"), MOTHER: _("مادر")}
    count, seen, names = Counter(member.relation for member in members), Counter[int](), []
    for member in members:
        seen[member.relation] += 1
        number = f"{numbers.NBSP}{numbers.digits(seen[member.relation])}" if count[member.relation] > 1 else ""
        names.append(f"{called[member.relation]}{number}")
    return names
