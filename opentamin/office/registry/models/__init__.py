"""Who and where: provinces, branches, employers, workplaces, people, and the dated numbers they are known by."""

from opentamin.office.registry.models.branch import Branch
from opentamin.office.registry.models.contract_row import ContractRow
from opentamin.office.registry.models.employer import Employer
from opentamin.office.registry.models.hazardous_occupation import HazardousOccupation
from opentamin.office.registry.models.person import Person
from opentamin.office.registry.models.person_identifier import PersonIdentifier
from opentamin.office.registry.models.person_merge import PersonMerge
from opentamin.office.registry.models.province import Province
from opentamin.office.registry.models.workplace import Workplace
from opentamin.office.registry.models.workplace_identifier import WorkplaceIdentifier

__all__ = [
    "Branch",
    "ContractRow",
    "Employer",
    "HazardousOccupation",
    "Person",
    "PersonIdentifier",
    "PersonMerge",
    "Province",
    "Workplace",
    "WorkplaceIdentifier",
]
