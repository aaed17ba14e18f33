"""May one enter a scheme on a day? Asked beside what a month of it costs; until when the first premium is paid, where that is known."""

from dataclasses import replace

from django.utils.translation import gettext as _

from opentamin import law as laws
from opentamin.law.ask import Decision, Status, decide
from opentamin.law.days import date_of, number_of
from opentamin.law.schemes import (
    builder_entry,
    driver_entry,
    family_entry,
    self_employed_entry,
    self_employed_first_last_day,
    student_entry,
    voluntary_entry,
    voluntary_first_last_day,
)
from opentamin.office.kit import days

from .durations import in_days
from .estimate import Estimate
from .refusals import said

FIRST_PREMIUM = {"voluntary": voluntary_first_last_day, "self_employed": self_employed_first_last_day}
BY_AGE = {"voluntary": voluntary_entry, "family": family_entry, "student": student_entry}


def with_entry(premium: Estimate, facts: dict) -> Estimate:
    """The estimate with what the law of the day of entry says: a right to enter as a row, a refusal in its reasons too."""
    entry = entry_asked(facts)
    if entry.status is not Status.DECIDED:
        return replace(premium, notes=[*premium.notes, _("شرط ورود در آن روز نزد ما نیست.")])
    rows = [(_("ورود به این بیمه"), said(entry)), *_first_premium(facts, entry), *premium.rows]
    decisions = [*premium.decisions, entry]
    if entry.entitled:
        return replace(premium, rows=rows, decisions=decisions)
    heading = premium.heading if entry.is_for_a_person else _("به برآورد ما، در آن روز به این بیمه پذیرفته نمی‌شوید")
    return replace(premium, heading=heading, lede=said(entry), rows=rows, decisions=decisions, refused=entry)


def entry_asked(facts: dict) -> Decision:
    """Whether one may enter, by the law of the day of entry; what the form does not ask is taken as in order."""
    law, day = laws.at(facts["entry_day"]), number_of(facts["entry_day"])
    scheme = facts["scheme"]
    record = in_days(facts["record_years"] or 0, facts["record_months"] or 0, law)
    if scheme in BY_AGE:
        own = {"is_woman": int(scheme == "family"), "is_student": int(scheme == "student")}
        claim = {"birth_day": number_of(facts["birth_day"]), "day": day, "record_days": record, **own}
        return decide(BY_AGE[scheme], claim, law)
    if scheme == "driver":
        card = number_of(facts["card_expiry_day"])
        return decide(driver_entry, {"route": facts["route"], "card_expiry_day": card, "day": day}, law)
    if scheme == "builder":
        return decide(builder_entry, {"has_skill_card": 1, "is_quota_open": 1}, law)
    return decide(self_employed_entry, {"premium_class": facts["premium_class"], "has_passed_medical": 1}, law)


def _first_premium(facts: dict, entry: Decision) -> list[tuple[str, str]]:
    article = FIRST_PREMIUM.get(facts["scheme"])
    if article is None or not entry.entitled:
        return []
    last = decide(article, {"contract_day": number_of(facts["entry_day"])}, laws.at(facts["entry_day"]))
    return [(_("آخرین روز نخستین پرداخت"), days.day_full(date_of(last.amounts["value"])))] if last.amounts else []
