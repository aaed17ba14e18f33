from .debt import STANDING, Debt, DebtKind, DebtState
from .evidence import Evidence, EvidenceKind, EvidenceRow
from .hold import CollectionHold
from .letter_text import LetterText

__all__ = ["STANDING", "CollectionHold", "Debt", "DebtKind", "DebtState", "Evidence", "EvidenceKind", "EvidenceRow", "LetterText"]
