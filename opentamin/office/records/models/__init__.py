from .audit import Audit
from .document import Document
from .number import Number
from .paper import Attempt, Paper

__all__ = ["Attempt", "Audit", "Document", "Number", "Paper"]
