"""Who may open the paper of a record once it is issued."""

from opentamin.office.accounts import gate
from opentamin.office.history.queries import branches_of
from opentamin.office.records.models import Document, Paper
from opentamin.office.registry.queries import same_person_ids


def may_open(user, document: Document) -> bool:
    """Whether `user` may read the record this document is a paper of."""
    subject = Paper.objects.filter(document=document, subject_kind="person").values_list("subject_id", flat=True).first()
    if subject is None:
        return False
    ids = same_person_ids(subject)
    scopes = [*(("person", one) for one in ids), *(("branch", branch) for branch in branches_of(ids))]
    return gate.may(user, "record.read", *scopes)
