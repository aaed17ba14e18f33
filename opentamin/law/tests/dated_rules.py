"""Invented articles for the tests: an act that was amended, one annulled, one with a gap."""

from typing import NamedTuple

from opentamin.law.kinds import Code, Rials
from opentamin.law.machine.articles import article
from opentamin.law.outcomes import Outcome


class Answer(NamedTuple):
    amount: Rials
    outcome: Code = Outcome.COUNTED


@article("1", law="ssl", in_force=("1354-07-01", "1371-12-16"))
def fund_share(wage: Rials, law) -> Rials:
    return wage // 35


@fund_share.amended("1", law="ssl", in_force=("1371-12-16", None))
def fund_share_from_1371(wage: Rials, law) -> Rials:
    return wage // 30


@article("2", law="ssl", in_force=("1380-01-01", None), absent=Answer(0, Outcome.NO_DAYS))
def extra_help(wage: Rials, law) -> Answer:
    return Answer(wage * 2, Outcome.COUNTED)


extra_help.annulled(since="1390-01-01", known_from="1395-06-01", source="an invented ruling")


@article("3", law="ssl", in_force=("1380-01-01", "1390-01-01"))
def ended_duty(wage: Rials, law) -> Rials:
    return wage


@article("4", law="ssl", in_force=("1354-07-01", None))
def sum_of_both(wage: Rials, law) -> Rials:
    help_given = extra_help(wage, law)
    return fund_share(wage, law) + help_given.amount


@article("5", law="ssl", in_force=("1354-07-01", None))
def total_of(wages: list[Rials], law) -> Rials:
    total = 0
    for place in range(len(wages)):
        if wages[place] > 10:
            total += fund_share(wages[place], law)
    return total
