"""Unemployment insurance law of 1369, Art. 5: the premium, and who stands outside it."""

from ..kinds import Rials
from ..machine.articles import article
from ..outcomes import Outcome
from ..rounding import portion
from .rows import InsuredStatus, UnemploymentCover


@article("5", law="ui", in_force=("1369-06-26", None), absent=0)
def unemployment_premium(wage: Rials, law) -> Rials:
    """Unemployment premium on the wages of the workers covered, all by the employer."""
    return portion(wage, law.rate_unemployment, law.rounding_list_total)


@article("1", law="ui", in_force=("1369-06-26", None), headline="is_unemployment_insured",
         source="foreigners: ESK; company boards: ruling 1182 of 1394-10-15; the others as remembered")  # fmt: skip
def unemployment_cover(status: InsuredStatus, law) -> UnemploymentCover:
    """Whether the premium is due for a worker; the first bar that is met is named."""
    if status.is_foreign == 1:
        return UnemploymentCover(0, Outcome.NOT_COVERED_FOREIGNER)
    if status.is_retired == 1:
        return UnemploymentCover(0, Outcome.NOT_COVERED_RETIRED)
    if status.is_disabled_totally == 1:
        return UnemploymentCover(0, Outcome.NOT_COVERED_DISABLED)
    if status.is_insured_by_choice == 1:
        return UnemploymentCover(0, Outcome.NOT_COVERED_OWN_CHOICE)
    if status.is_board_member_on_request == 1:
        return UnemploymentCover(0, Outcome.NOT_COVERED_BOARD_MEMBER)
    return UnemploymentCover(1, Outcome.COVERED)
