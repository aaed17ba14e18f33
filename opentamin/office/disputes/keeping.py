"""Papers of an objection into the archive, each under the name it came with."""

from collections.abc import Sequence
from datetime import datetime

from opentamin.office.records.actions import keep_document

from .models import Objection, ObjectionDocument
from .uploads import Checked

DOCUMENT_KIND = "objection_document"


def keep_uploads(objection: Objection, files: Sequence[Checked], *, by, now: datetime) -> list[ObjectionDocument]:
    """Keep the files in the open transaction; the same bytes in the same role twice are one paper."""
    kept = []
    for one in files:
        document = keep_document(one.body, name=one.name, kind=DOCUMENT_KIND, media_type=one.media_type, by=by, now=now)
        values = {"name": one.name, "has_active_content": one.has_active_content, "added_at": now, "added_by": by}
        paper, _ = ObjectionDocument.objects.get_or_create(objection=objection, document=document, role=one.role, defaults=values)
        kept.append(paper)
    return kept
