"""Issue a record as a paper that whoever holds it can check."""

from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from opentamin.office.accounts import gate
from opentamin.office.history.letter import letter_data
from opentamin.office.history.queries import branches_of, last_written_at
from opentamin.office.history.reading import read_record
from opentamin.office.records.actions import issue_paper
from opentamin.office.records.letters import render_pdf
from opentamin.office.records.models import Paper
from opentamin.office.records.queries import latest_paper
from opentamin.office.registry.models import Person
from opentamin.office.registry.queries import same_person_ids

LETTER = Path(__file__).resolve().parents[1] / "letters" / "record.typ"


@transaction.atomic
def issue_record(person: Person, *, by, now: datetime) -> Paper:
    """Return the paper of a record as it stands, in the language in force; `person` comes from `open_record`.

    Asked for twice on one day with nothing written between, it is the same paper. Raises gate.NotAllowed.
    """
    ids = same_person_ids(person.pk)
    gate.require(by, "paper.issue", *(("person", one) for one in ids), *(("branch", branch) for branch in branches_of(ids)))
    kind, subject = f"record_{get_language()}", ("person", person.pk)
    issued, written = latest_paper(kind, subject), last_written_at(person.pk)
    today = timezone.localdate(now)
    if issued and timezone.localdate(issued.issued_at) == today and (written is None or written < issued.issued_at):
        return issued
    data = letter_data(read_record(person, today), now)
    return issue_paper(
        lambda mark: render_pdf(LETTER, data, mark, now=now), kind=kind, subject=subject, name=f"record-{person.pk}.pdf", by=by, now=now
    )
