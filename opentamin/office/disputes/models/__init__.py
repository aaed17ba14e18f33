from .objection import OPEN, WAYS, Objection, ObjectionStep, Representative, State, SubjectKind, Timeliness, Way
from .objection_document import DocumentRole, ObjectionDocument

__all__ = [
    "OPEN", "WAYS", "DocumentRole", "Objection", "ObjectionDocument", "ObjectionStep", "Representative", "State", "SubjectKind", "Timeliness", "Way",
]  # fmt: skip
