"""The acts of the registry, one per file."""

from opentamin.office.registry.actions.merge_people import CannotMerge, merge_people
from opentamin.office.registry.actions.record_death_of_employer import NoSuchDeath, record_death_of_employer
from opentamin.office.registry.actions.register_employer import register_employer
from opentamin.office.registry.actions.register_person import NumberTaken, register_person
from opentamin.office.registry.actions.register_provisional_people import register_provisional_people
from opentamin.office.registry.actions.register_workplace import CodeTaken, register_workplace
from opentamin.office.registry.actions.undo_merge import AlreadyUndone, undo_merge

__all__ = [
    "AlreadyUndone",
    "CannotMerge",
    "CodeTaken",
    "NoSuchDeath",
    "NumberTaken",
    "merge_people",
    "record_death_of_employer",
    "register_employer",
    "register_person",
    "register_provisional_people",
    "register_workplace",
    "undo_merge",
]
