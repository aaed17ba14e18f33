"""What the law makes of the day of an objection: whose matter it is, whether it came in time, and our own last days.

No rule stands here: facts are handed to the articles of the chapter on procedure, with the law of the day the paper was served.
"""

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from opentamin import law as laws
from opentamin.law import procedure
from opentamin.law.outcomes import Outcome
from opentamin.law.procedure.rows import ANSWER_TO_REQUEST, FORUMS, NONE, ORGANISATION, WRIT
from opentamin.office.debts.queries import remedy_from

from .models import Timeliness

_BY_OUTCOME = {
    Outcome.IN_TIME: Timeliness.IN_TIME,
    Outcome.LATE: Timeliness.LATE,
    Outcome.LATE_BY_ONE_READING: Timeliness.IN_DOUBT,
    Outcome.UNKNOWN: Timeliness.EARLY,  # an act of a day before service
}


class Weighed(NamedTuple):
    """What came of asking. `forums` are codes of `procedure.rows.FORUMS`; `nodes` the articles asked, in order."""

    forums: list[str]
    timeliness: str
    nodes: list[Any]
    law: Any
    answer_last_day: date
    is_referable: bool | None = None
    service_day: date | None = None
    last_day: date | None = None
    doubt_until: date | None = None
    begins_on: date | None = None
    review_last_day: date | None = None

    @property
    def digest(self) -> str:
        return hashlib.sha256("\n".join(laws.digest(node) for node in self.nodes).encode()).hexdigest()


def weigh_debt(served_on: date | None, act_day: date, arrived_on: date, *, disputes: Sequence[int], is_signed: bool, is_authorised: bool) -> Weighed:
    """An objection to a debt notice (Art. 42). `served_on` is None while the notice was not served: then no time has begun."""
    law = laws.at(served_on or act_day)
    forums = [laws.explain(procedure.competent_forum, procedure.Dispute(one), law) for one in disputes]
    number = laws.days.number_of
    branch_law = laws.at(arrived_on)
    review = laws.explain(procedure.branch_review_last_day, {"objection_day": number(arrived_on)}, branch_law)
    own = {"review_last_day": _day(review), "law": law, "forums": [_forum(node) for node in forums]}
    if served_on is None:
        referral = laws.explain(procedure.board_referral_last_day, {"objection_day": number(arrived_on)}, branch_law)
        return Weighed(timeliness=Timeliness.EARLY, nodes=[*forums, review, referral], answer_last_day=_day(referral), **own)
    remedy = remedy_from(served_on)
    asked = procedure.Act(number(served_on), number(act_day), number(remedy.last_day), number(remedy.doubt_until))
    timely = laws.explain(procedure.is_in_time, asked, law)
    objection = procedure.Objection(number(served_on), number(act_day), int(is_signed), int(is_authorised))
    referred = laws.explain(procedure.objection_referred, objection, law)
    timeliness = _BY_OUTCOME[Outcome(timely.output["outcome"])]
    # A late one goes to no board; it is a request all the same, and has its answer (Art. 16, note 4 of the court's law).
    ours = _answer(arrived_on) if timeliness == Timeliness.LATE else laws.explain(procedure.board_referral_last_day, {"objection_day": number(arrived_on)}, branch_law)
    nodes = [*forums, *([] if is_signed and is_authorised else [remedy.node, timely]), referred]
    if timeliness == Timeliness.LATE:
        nodes.append(laws.explain(procedure.next_forum, procedure.Decision(WRIT, ORGANISATION, number(act_day), number(act_day)), law))
    return Weighed(
        timeliness=timeliness, nodes=[*nodes, review, ours], answer_last_day=_day(ours),
        is_referable=None if timeliness in (Timeliness.IN_DOUBT, Timeliness.EARLY) else bool(referred.output["is_referred"]),
        service_day=served_on, last_day=remedy.last_day, doubt_until=remedy.doubt_until,
        begins_on=served_on if timeliness == Timeliness.EARLY else None, **own,
    )  # fmt: skip


def weigh_record(month: int, act_day: date, arrived_on: date, *, disputes: Sequence[int], is_of_person: bool) -> Weighed:
    """An objection to a row of a list or a month of a record: no time ends it, but a month may be too fresh to be claimed."""
    law, number = laws.at(act_day), laws.days.number_of
    nodes = [laws.explain(procedure.competent_forum, procedure.Dispute(one), law) for one in disputes]
    forums = [_forum(node) for node in nodes]
    begins_on, timeliness = None, Timeliness.NO_LIMIT
    if is_of_person:
        claim = procedure.HistoryClaim(number(act_day), number(laws.days.month_last_day(month)))
        taken = laws.explain(procedure.history_claim_taken, claim, law)
        nodes.append(taken)
        if not taken.output["is_taken"]:
            begins_on, timeliness = laws.days.date_of(taken.output["first_day"]), Timeliness.EARLY
    ours = _answer(arrived_on)
    return Weighed(forums, timeliness, [*nodes, ours], law, _day(ours), begins_on=begins_on)


def months_of_enforcement_review(day: date) -> int:
    """Months in which the Art. 16 board may be asked once a writ was served: the door that remains after the time to object."""
    return int(laws.at(day).enforcement_review_months)


class AfterAnswer(NamedTuple):
    """Where an answer of the organisation may be taken: the articles asked, and in how many months from its service."""

    forum: Any
    last_day: Any
    months: int
    months_abroad: int


def weigh_answer(answered_on: date) -> AfterAnswer | None:
    """The way from an answer of the branch, by the law of its day; nothing where that law names none."""
    law, day = laws.at(answered_on), laws.days.number_of(answered_on)
    forum = laws.explain(procedure.next_forum, procedure.Decision(ANSWER_TO_REQUEST, ORGANISATION, day, day), law)
    if forum.output["forum"] == NONE:
        return None
    last_day = laws.explain(procedure.court_last_day_of_decisions, {"service_day": day, "is_abroad": 0}, law)
    return AfterAnswer(forum, last_day, int(law.court_months_of_decisions), int(law.court_months_of_decisions_abroad))


def _answer(arrived_on: date) -> Any:
    return laws.explain(procedure.answer_last_day, {"request_day": laws.days.number_of(arrived_on)}, laws.at(arrived_on))


def _forum(node: Any) -> str:
    return FORUMS[node.output["forum"]]


def _day(node: Any) -> date:
    return laws.days.date_of(node.output["last_day"])
