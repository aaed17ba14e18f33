"""Art. 101: damages on a difference found in a list and upheld."""

from ..coverage.records_kept import record_check_last_day
from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import portion
from .rows import DifferenceDamages, DifferenceFound


@article("101", law="ssl", in_force=("1354-07-01", None), headline="damages", source="ART")
def difference_damages(found: DifferenceFound, law) -> DifferenceDamages:
    """Damages on a difference found while the list could still be checked, once a board upheld it.

    A difference found later is shown without damages; one found before the list came is for a person to judge.
    """
    if found.found_day < found.received_day:
        return DifferenceDamages(0, 0, Outcome.UNKNOWN)
    if found.is_upheld == 0:
        return DifferenceDamages(0, 0, Outcome.NO_DAMAGES_NOT_UPHELD)
    last_check_day = record_check_last_day(found.received_day, law)
    if found.found_day > last_check_day:
        return DifferenceDamages(0, 0, Outcome.NO_DAMAGES_FOUND_LATE)
    damages = portion(found.difference, law.difference_damages_rate, law.rounding_penalty)
    due_total = found.difference + damages
    return DifferenceDamages(damages, due_total, Outcome.DIFFERENCE_DAMAGES)
