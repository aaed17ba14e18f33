"""Hard and hazardous work: note 2 to Art. 76 as amended on 1380-07-14, clause B (4)."""

from ..kinds import Rials
from ..machine.articles import article
from ..rounding import portion


@article("76", law="ssl", clause="note_2_b_4", in_force=("1380-07-14", None), absent=0)
def hazardous_premium(wage: Rials, law) -> Rials:
    """Added premium on wages of hazardous jobs, all by the employer."""
    return portion(wage, law.rate_hazardous, law.rounding_list_total)
