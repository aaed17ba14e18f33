from .issue_paper import issue_paper
from .keep_document import keep_document, keep_documents
from .next_number import next_number
from .note_act import note_act

__all__ = ["issue_paper", "keep_document", "keep_documents", "next_number", "note_act"]
