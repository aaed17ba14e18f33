"""Invented rules that the mutator changes in its own tests."""

from typing import NamedTuple

from opentamin.law.kinds import Code, Count, Flag, Rials
from opentamin.law.machine.articles import article
from opentamin.law.outcomes import Outcome
from opentamin.law.rounding import portion

AGES = 100_000_000_000_000
AS_DECLARED, LIFTED = 0, 1


class Pay(NamedTuple):
    wage: Rials
    bonus: Rials = 0
    is_covered: Flag = 1


class Part(NamedTuple):
    amount: Rials
    outcome: Code = Outcome.COUNTED


@article("1", law="ssl", in_force=("1354-07-01", "1390-01-01"))
def part_above(pay: Pay, law) -> Part:
    """The pay above the minimum wage."""
    if pay.is_covered == 0:
        return Part(0, Outcome.NO_DAYS)
    if pay.wage <= law.minimum_wage_daily:
        return Part(0, Outcome.LIFTED_TO_FLOOR)
    return Part(pay.wage - law.minimum_wage_daily)


@part_above.amended("1", law="ssl", in_force=("1390-01-01", None))
def part_above_with_bonus(pay: Pay, law) -> Part:
    """The pay and the bonus above the minimum wage."""
    return Part(max(pay.wage + pay.bonus - law.minimum_wage_daily, 0))


@article("2", law="ssl", in_force=("1354-07-01", None))
def share_of(wage: Rials, law) -> Rials:
    """One rate of the wage."""
    return portion(wage, law.rate_worker, law.rounding_worker_share)


@article("3", law="ssl", in_force=("1354-07-01", None))
def turns(count: Count, law) -> Count:
    """As many turns as were asked for."""
    total = 0
    for _ in range(AGES - (AGES - count)):
        total += 1
    return total


@article("4", law="ssl", in_force=("1354-07-01", None))
def policy_of(wage: Rials, law) -> Rials:
    """The wage, lifted where the policy says so."""
    if wage < law.minimum_wage_daily and law.wage_under_floor == LIFTED:
        return law.minimum_wage_daily
    return wage
