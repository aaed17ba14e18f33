from .export_person import export_person
from .issue_paper import issue_paper
from .keep_document import keep_document, keep_documents
from .next_number import next_number
from .note_act import note_act
from .note_reading import note_reading
from .remove_expired import remove_expired

__all__ = ["export_person", "issue_paper", "keep_document", "keep_documents", "next_number", "note_act", "note_reading", "remove_expired"]
