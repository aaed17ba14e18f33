"""Amounts of a row against each other, and against the ceiling and the floor of its days."""

import numpy as np

from opentamin.lists.checks.law_answers import Answers
from opentamin.lists.checks.view import View
from opentamin.lists.fields import MONEY, MONEY_MAX
from opentamin.lists.finding import Book
from opentamin.lists.pair import ListPair


def check_amounts(view: View, book: Book) -> None:
    """No negative amount, none that a twelve-digit column cannot hold."""
    for name in MONEY:
        values = view.column(name)
        if values.min() < 0:
            book.rows("error", "money_negative", name, values < 0, values)
        if values.max() > MONEY_MAX:
            book.rows("error", "money_over_format", name, values > MONEY_MAX, values, lambda index: {"most": MONEY_MAX})


def check_identities(view: View, book: Book, answers: Answers | None) -> None:
    """Insurable pay = wage + benefits (unless cut to the ceiling or lifted to the floor), and its neighbours."""
    days, wage, benefits = view.column("DSW_DD"), view.column("DSW_MAH"), view.column("DSW_MAZ")
    insurable, everything = view.column("DSW_MASH"), view.column("DSW_TOTL")
    sound = view.sound & (days >= 0) & (days <= view.days_in_month)
    parts = wage + benefits
    differs = sound & (insurable != parts)
    if answers and differs.any():
        differs &= ~((parts > insurable) & (insurable == answers.ceiling))
        differs &= ~((parts < insurable) & (insurable == answers.floor))
    book.rows("error", "insurable_sum", "DSW_MASH", differs, insurable,
              lambda i: {"wage": int(wage[i]), "benefits": int(benefits[i]), "expected": int(parts[i])})  # fmt: skip
    book.rows("warning", "total_below_insurable", "DSW_TOTL", sound & (everything < insurable), everything,
              lambda i: {"insurable": int(insurable[i])})  # fmt: skip
    book.rows("warning", "spouse_over_benefits", "DSW_SPOUSE", sound & (view.column("DSW_SPOUSE") > benefits),
              view.column("DSW_SPOUSE"), lambda i: {"benefits": int(benefits[i])})  # fmt: skip
    _check_monthly_wage(view, book, sound)
    if answers:
        _check_bounds(view, book, answers, sound & (days > 0))


def _check_bounds(view: View, book: Book, answers: Answers, worked: np.ndarray) -> None:
    days, insurable = view.column("DSW_DD"), view.column("DSW_MASH")
    book.rows("warning", "insurable_above_ceiling", "DSW_MASH", worked & (insurable > answers.ceiling), insurable,
              lambda i: {"days": int(days[i]), "ceiling": int(answers.ceiling[i]), "month": view.month})  # fmt: skip
    book.rows("warning", "insurable_below_floor", "DSW_MASH", worked & (insurable < answers.floor), insurable,
              lambda i: {"days": int(days[i]), "floor": int(answers.floor[i]), "month": view.month})  # fmt: skip


def _check_monthly_wage(view: View, book: Book, sound: np.ndarray) -> None:
    daily, monthly = _monthly_wages(view.pair)
    wage, base = view.column("DSW_MAH"), view.column("DSW_INC")
    differs = sound & (wage != daily) & (wage != monthly)
    for code, rows in (("monthly_wage", differs & (base == 0)), ("monthly_wage_seniority", differs & (base != 0))):
        book.rows("warning", code, "DSW_MAH", rows, wage,
                  lambda i: {"day_wage": int(view.column("DSW_ROOZ")[i]), "days": int(view.column("DSW_DD")[i]), "expected": int(daily[i])})  # fmt: skip
    meaning = seniority_meaning(view.pair)
    if meaning != "none":
        book.add("note", f"seniority_{meaning}", "DSW_INC")


def _monthly_wages(pair: ListPair) -> tuple[np.ndarray, np.ndarray]:
    """Monthly wage if the seniority base is an amount a day, and if it is an amount a month."""
    day_wage, days, base = pair.workers["DSW_ROOZ"], pair.workers["DSW_DD"], pair.workers["DSW_INC"]
    of_days = day_wage * days
    return of_days + base * days, of_days + base


def seniority_meaning(pair: ListPair) -> str:
    """What the producer means by DSW_INC: `daily`, `monthly`, `both` where the rows cannot tell, `none` where it is not used."""
    used = pair.workers["DSW_INC"] > 0
    if not used.any():
        return "none"
    wage = pair.workers["DSW_MAH"]
    daily, monthly = (int(((wage == expected) & used).sum()) for expected in _monthly_wages(pair))
    return "both" if daily == monthly else "daily" if daily > monthly else "monthly"
