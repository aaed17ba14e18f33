"""The worker's premium: the law's share of the insurable pay, or of that pay cut to the ceiling or lifted to the floor."""

from typing import Any

import numpy as np

from opentamin.lists.checks.law_answers import Answers, premiums
from opentamin.lists.checks.view import View
from opentamin.lists.finding import Book

TOLERANCE = 1  # rial: programs round differently, and no rule says how


def check_premium(view: View, book: Book, answers: Answers, law: Any) -> None:
    """Off by more than one rial is an error; the sentence carries the base, the rate and the right amount."""
    days, insurable, premium = view.column("DSW_DD"), view.column("DSW_MASH"), view.column("DSW_BIME")
    off = view.sound & (days >= 0) & (days <= view.days_in_month) & (np.abs(premium - answers.premium) > TOLERANCE)
    if not off.any():
        return
    places = np.flatnonzero(off)
    bounded = np.clip(insurable[places], answers.floor[places], answers.ceiling[places])
    off[places] &= np.abs(premium[places] - premiums(bounded, law)) > TOLERANCE
    for code, side in (("premium_over", premium > answers.premium), ("premium_under", premium < answers.premium)):
        book.rows("error", code, "DSW_BIME", off & side, premium,
                  lambda i: {"insurable": int(insurable[i]), "percent": answers.percent, "expected": int(answers.premium[i]),
                             "difference": abs(int(premium[i]) - int(answers.premium[i]))})  # fmt: skip
