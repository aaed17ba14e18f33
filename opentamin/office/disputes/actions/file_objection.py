"""Receive an objection: its number and receipt, whether it is in time, and the hold on collection, all at once or not at all."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from opentamin.office.accounts import gate
from opentamin.office.accounts.queries import system_user
from opentamin.office.contributions.models import MonthlyList
from opentamin.office.debts.actions import hold_collection
from opentamin.office.debts.models import Debt
from opentamin.office.kit.refusals import Refusal
from opentamin.office.kit.text import fold_text
from opentamin.office.notices.queries import service_day_of
from opentamin.office.records.actions import next_number, note_act
from opentamin.office.registry.models import Person

from ..grounds import GROUNDS, Ground, disputes_of
from ..keeping import keep_uploads
from ..models import DocumentRole, Objection, ObjectionStep, Representative, State, Timeliness, Way
from ..news import tell_branch, tell_party
from ..queries import open_objection
from ..receipts import receipt_paper
from ..reckoning import Weighed, weigh_debt, weigh_record
from ..subjects import FILE, RECEIVE, Subject
from ..uploads import Checked, Upload, check_uploads

WORDS_MAX = 4000


class Plea(NamedTuple):
    """What the objector says: grounds as codes, and words of their own."""

    grounds: Sequence[str]
    words: str = ""


class OnPaper(NamedTuple):
    """What an officer writes in of an objection that came on paper: the day it was sent and the day it arrived, and who signed."""

    arrived_on: date
    sent_on: date | None = None
    is_signed: bool = True
    representative_kind: str = ""
    representative_name: str = ""


class Receipt(NamedTuple):
    """`is_first` is false when the very same had arrived before; then this is its first receipt."""

    objection: Objection
    is_first: bool


class UnusablePlea(Refusal):
    """Something is wrong or missing in what was filled in: `errors` are {field: sentence}."""

    code = "unusable"
    status = 422

    def __init__(self, errors: Mapping[str, str]) -> None:
        self.errors = {field: str(sentence) for field, sentence in errors.items()}
        super().__init__(errors=self.errors)

    def __str__(self) -> str:
        return " ".join(self.errors.values())


class NothingToObject(Refusal):
    """The debt asks nothing any more: it was withdrawn."""

    code = "nothing_to_object"
    sentence = _("این بدهی پس گرفته شده است و چیزی نمی‌خواهد؛ اعتراض لازم نیست.")


class AlreadyOpen(Refusal):
    """The party's objection to the same thing is open; `objection` is it. Papers can be added to it."""

    code = "already_open"
    sentence = _("به همین موضوع اعتراض شده و در دست رسیدگی است؛ مدرک تازه را به همان بیفزایید: %(tracking)s")

    def __init__(self, objection: Objection) -> None:
        self.objection = objection
        super().__init__(tracking=objection.tracking)


class NoBranch(Refusal):
    """No workplace of the person is known, so no branch either: any branch takes it on paper."""

    code = "no_branch"
    sentence = _("هنوز کارگاهی به نام شما نمی‌شناسیم و نمی‌دانیم پرونده با کدام شعبه است. هر شعبه‌ای اعتراض کاغذی شما را می‌گیرد.")


@transaction.atomic
def file_objection(subject: Subject, plea: Plea, *, uploads: Sequence[Upload] = (), paper: OnPaper | None = None, by, now: datetime) -> Receipt:
    """Keep an objection and return its receipt. One that comes too late or too early is received all the same, with the reasons.

    Online (`paper` None) the party or whoever acts for it files; what came on paper an officer of the branch writes in. While it
    is open and not late by every reading, collection of the debt is held. Raises UnusablePlea, uploads.UnusableFiles,
    NothingToObject, AlreadyOpen, NoBranch or gate.NotAllowed, having written nothing.
    """
    branch_id = _require(subject, paper, by)
    words = fold_text(plea.words)
    _check(subject, plea.grounds, words, paper, now)
    files = check_uploads(uploads)
    content = _content(plea.grounds, words, files)
    _lock(subject)
    standing = open_objection(subject.key, subject.party)
    if standing is not None:
        if standing.content_sha256 == content and standing.filed_by_id == by.pk:
            return Receipt(standing, False)
        raise AlreadyOpen(standing)
    objection = _write(subject, plea.grounds, words, content, files, paper, branch_id, by, now)
    keep_uploads(objection, files, by=by, now=now)
    if objection.debt_id and objection.timeliness != Timeliness.LATE:
        hold_collection(objection.debt_id, cause=("objection", objection.pk), by=system_user(), now=now)
    receipt_paper(objection, by=by, now=now)
    _note(objection, by, now)
    return Receipt(objection, True)


def _require(subject: Subject, paper: OnPaper | None, by) -> int:
    """The branch it falls to, for a user who may."""
    if paper is None:
        gate.require(by, FILE, *subject.scopes)
        if subject.branch_id is None:
            raise NoBranch
        return subject.branch_id
    own = sorted(gate.scopes_of(by, RECEIVE, "branch"))
    branch_id = subject.branch_id or (own[0] if own else 0)
    gate.require(by, RECEIVE, ("branch", branch_id))
    return branch_id


def _check(subject: Subject, grounds: Sequence[str], words: str, paper: OnPaper | None, now: datetime) -> None:
    errors = {}
    if not grounds:
        errors["grounds"] = _("دست‌کم یک دلیل را برگزینید؛ اگر هیچ‌کدام نیست، «دلیلی دیگر» را برگزینید و آن را بنویسید.")
    elif not set(grounds) <= set(GROUNDS[subject.kind]):
        errors["grounds"] = _("این دلیل برای چنین اعتراضی نیست؛ از میان همین دلیل‌ها برگزینید.")
    if not words and Ground.OTHER in grounds:
        errors["words"] = _("دلیل دیگر را بنویسید.")
    if len(words) > WORDS_MAX:
        errors["words"] = _("متن از چهار هزار نویسه بلندتر است؛ کوتاه‌تر بنویسید و باقی را پیوست کنید.")
    if paper is not None:
        errors |= _check_paper(paper, timezone.localdate(now))
    if errors:
        raise UnusablePlea(errors)
    if subject.debt is not None and not subject.debt.is_standing:
        raise NothingToObject


def _check_paper(paper: OnPaper, today: date) -> dict[str, str]:
    errors = {}
    if paper.arrived_on > today:
        errors["arrived_on"] = _("روز رسیدن هنوز نیامده است؛ از روی مهر ورود بنویسید.")
    if paper.sent_on and paper.sent_on > paper.arrived_on:
        errors["sent_on"] = _("روز فرستادن پس از روز رسیدن است؛ از روی مهر پست بنویسید.")
    if paper.representative_kind and paper.representative_kind not in Representative.values:
        errors["representative_kind"] = _("بگویید نماینده وکیل است، خویشاوند یا کسی دیگر.")
    if bool(paper.representative_kind) != bool(paper.representative_name):
        errors["representative_name"] = _("نام نماینده و نسبت او را با هم بنویسید.")
    return errors


def _content(grounds: Sequence[str], words: str, files: Sequence[Checked]) -> str:
    """What makes two objections to one thing the same."""
    said = [sorted(set(grounds)), words, sorted(hashlib.sha256(one.body).hexdigest() for one in files)]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def _lock(subject: Subject) -> None:
    """Of two who object to one thing at once the second sees the first."""
    one: Any = subject.debt or subject.list or subject.person
    model = {Debt: Debt, MonthlyList: MonthlyList, Person: Person}[type(one)]
    model.objects.select_for_update(no_key=True, of=("self",)).only("pk").get(pk=one.pk)


def _weigh(subject: Subject, grounds: Sequence[str], act_day: date, arrived_on: date, *, is_signed: bool, is_authorised: bool) -> Weighed:
    disputes = disputes_of(subject.kind, grounds)
    if subject.debt is None:
        return weigh_record(subject.month, act_day, arrived_on, disputes=disputes, is_of_person=subject.party[0] == "person")
    served_on = service_day_of(subject.debt.paper)
    return weigh_debt(served_on, act_day, arrived_on, disputes=disputes, is_signed=is_signed, is_authorised=is_authorised)


def _write(subject: Subject, grounds, words, content, files: Sequence[Checked], paper: OnPaper | None, branch_id: int, by, now: datetime) -> Objection:
    arrived_on = paper.arrived_on if paper else timezone.localdate(now)
    act_day = (paper.sent_on if paper else None) or arrived_on
    has_power = any(one.role == DocumentRole.POWER_OF_ATTORNEY for one in files)
    is_signed = paper.is_signed if paper else True
    is_authorised = has_power if paper and paper.representative_kind else True
    weighed = _weigh(subject, grounds, act_day, arrived_on, is_signed=is_signed, is_authorised=is_authorised)
    objection = Objection.objects.create(
        tracking=next_number("objection", now=now), subject_kind=subject.kind, subject_key=subject.key, debt=subject.debt,
        line_path=subject.line_path, line_article=subject.line_article, list=subject.list, row=subject.row, person=subject.person, month=subject.month,
        party_kind=subject.party[0], party_id=subject.party[1], branch_id=branch_id,
        grounds=[ground for ground in GROUNDS[subject.kind] if ground in set(grounds)], words=words, content_sha256=content,
        way=Way.PAPER if paper else Way.ONLINE, filed_at=now, filed_by=by, arrived_on=arrived_on, act_day=act_day,
        is_signed=is_signed, is_authorised=is_authorised,
        representative_kind=paper.representative_kind if paper else "", representative_name=paper.representative_name if paper else "",
        forums=weighed.forums, timeliness=weighed.timeliness, is_referable=weighed.is_referable,
        service_day=weighed.service_day, last_day=weighed.last_day, doubt_until=weighed.doubt_until, begins_on=weighed.begins_on,
        review_last_day=weighed.review_last_day, answer_last_day=weighed.answer_last_day,
        traces=[node.to_dict() for node in weighed.nodes], law_hash=weighed.law.hash, law_day=weighed.law.day, trace_digest=weighed.digest,
    )  # fmt: skip
    ObjectionStep.objects.create(objection=objection, state=State.RECEIVED, at=now, by=by)
    return objection


def _note(objection: Objection, by, now: datetime) -> None:
    facts = {"subject": objection.subject_key, "timeliness": objection.timeliness, "way": objection.way, "grounds": objection.grounds}
    note_act("objection.file", by=by, subject=("objection", objection.pk), facts=facts, now=now)
    tell_party("objection_received", objection, now)
    tell_branch("objection_waits", objection, now)
