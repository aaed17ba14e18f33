from .audit import Audit
from .document import Document
from .keyed_answer import KeyedAnswer
from .number import Number
from .paper import Attempt, Paper
from .reading import Reading

__all__ = ["Attempt", "Audit", "Document", "KeyedAnswer", "Number", "Paper", "Reading"]
