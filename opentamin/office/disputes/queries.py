"""Questions about objections. Pages, the API and the acts ask here; nothing here changes anything."""

from collections.abc import Collection
from typing import NamedTuple

from django.db.models import Case, F, Q, QuerySet, When
from django.db.models.functions import Coalesce
from django.http import Http404

from opentamin import law as laws
from opentamin.office.accounts import gate
from opentamin.office.records.models import Document
from opentamin.office.registry.queries import same_person_ids

from .models import OPEN, DocumentRole, Objection, ObjectionDocument, ObjectionStep, State, Timeliness

READ = "objection.read"
_SHOWN = ("debt__workplace", "list__workplace", "person", "branch", "filed_by")


def scopes_of_objection(objection: Objection) -> list[tuple[str, int]]:
    """Who may see an objection: its party, and the branch it falls to. The other side of a row is not told of it."""
    return [*party_scopes(objection), ("branch", objection.branch_id)]


def party_scopes(objection: Objection) -> list[tuple[str, int]]:
    """The party, under every id it is known by."""
    if objection.party_kind == "person":
        return [("person", one) for one in same_person_ids(objection.party_id)]
    return [objection.party]


def objection_seen_by(user, tracking: str, permission: str = READ) -> Objection:
    """The objection under a tracking number. What is not there and what is another's get one answer: gate.NotAllowed."""
    objection = Objection.objects.select_related(*_SHOWN).filter(tracking=tracking).first()
    if objection is None:
        raise gate.NotAllowed(permission)
    gate.require(user, permission, *scopes_of_objection(objection))
    return objection


def objections_of(user) -> QuerySet[Objection]:
    """Objections of the workplaces and people the user acts for, newest first."""
    workplaces = gate.scopes_of(user, READ, "workplace")
    people = {one for person in gate.scopes_of(user, READ, "person") for one in same_person_ids(person)}
    own = Q(party_kind="workplace", party_id__in=workplaces) | Q(party_kind="person", party_id__in=people)
    return _listed(Objection.objects.filter(own)).order_by("-filed_at", "-pk")


def may_object_at_all(user) -> bool:
    """Whether the user acts for anybody who could object."""
    return bool(gate.scopes_of(user, READ, "workplace") or gate.scopes_of(user, READ, "person"))


def objections_of_branches(branches: Collection[int], *, everywhere: bool = False) -> QuerySet[Objection]:
    """All objections of these branches, each with `next_last_day`, the last day of what the branch does next; that order."""
    found = Objection.objects.all() if everywhere else Objection.objects.filter(branch__in=branches)
    following = Case(When(state=State.RECEIVED, then=Coalesce(F("review_last_day"), F("answer_last_day"))), default=F("answer_last_day"))
    return _listed(found).annotate(next_last_day=following).order_by("next_last_day", "arrived_on", "pk")


def _listed(objections: QuerySet[Objection]) -> QuerySet[Objection]:
    return objections.select_related(*_SHOWN).defer("traces", "debt__parts")


def waiting(objections: QuerySet[Objection]) -> QuerySet[Objection]:
    """Those in which the branch has something to do."""
    return objections.filter(state__in=[State.RECEIVED, State.IN_REVIEW])


def open_objection(subject_key: str, party: tuple[str, int]) -> Objection | None:
    """The open objection of a party to one thing; there is never more than one."""
    return Objection.objects.filter(subject_key=subject_key, party_kind=party[0], party_id=party[1], state__in=OPEN).first()


def holds_collection(objection: Objection) -> bool:
    """Whether the debt is not pressed for while this is open: for every objection that is not late by every reading."""
    return objection.is_open and is_of_board(objection)


class Missing(NamedTuple):
    """What an objection still lacks before a board takes it."""

    signature: bool
    authority: bool

    def __bool__(self) -> bool:
        return self.signature or self.authority


def missing_of(objection: Objection) -> Missing:
    """Signature or authority that was not there on arrival and was not brought since."""
    if objection.is_signed and objection.is_authorised:
        return Missing(False, False)
    later = set(objection.documents.filter(added_at__gt=objection.filed_at).values_list("role", flat=True))
    return Missing(
        not objection.is_signed and DocumentRole.PAPER not in later,
        not objection.is_authorised and DocumentRole.POWER_OF_ATTORNEY not in later,
    )


def is_of_board(objection: Objection) -> bool:
    """Whether a board hears it, or will once what is missing was brought: a debt, not late by every reading."""
    return objection.debt_id is not None and objection.timeliness != Timeliness.LATE


def may_be_referred(objection: Objection) -> bool:
    """Whether a named officer may send it to the board: a debt, not late by every reading, nothing missing."""
    return objection.is_waiting and is_of_board(objection) and not missing_of(objection)


def may_be_answered(objection: Objection) -> bool:
    """Whether the branch's written answer ends it: what no board hears."""
    return objection.is_waiting and not is_of_board(objection)


def answer_of(objection: Objection) -> ObjectionStep | None:
    """The branch's answer: its words, who gave it and when."""
    return objection.steps.select_related("by").get(state=State.ANSWERED) if objection.state == State.ANSWERED else None


def traces_of(objection: Objection) -> list:
    """The articles asked when it came, as nodes of the law's machine."""
    return [laws.Node.from_dict(trace) for trace in objection.traces]


def documents_of(objection: Objection) -> QuerySet[ObjectionDocument]:
    """Papers brought with it, in order."""
    return objection.documents.select_related("document", "added_by").defer("document__body").order_by("pk")


def document_of(objection: Objection, document_id: int) -> ObjectionDocument:
    """One paper of an objection; Http404 when it brought no such paper."""
    found = documents_of(objection).filter(document_id=document_id).first()
    if found is None:
        raise Http404
    return found


def may_open_document(user, document: Document) -> bool:
    """Whether a paper was brought with an objection the user may see."""
    brought = Objection.objects.filter(documents__document=document)
    return any(gate.may(user, READ, *scopes_of_objection(one)) for one in brought.defer("traces"))


def may_open_receipt(user, document: Document) -> bool:
    """Whether a receipt is of an objection the user may see."""
    ids = document.papers.filter(subject_kind="objection").values("subject_id")
    return any(gate.may(user, READ, *scopes_of_objection(one)) for one in Objection.objects.filter(pk__in=ids).defer("traces"))


