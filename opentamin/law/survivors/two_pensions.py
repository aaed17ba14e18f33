"""Art. 48 of the Family Protection Law and the circular: two pensions of one woman."""

from ..kinds import RialsMonthly
from ..machine.articles import article
from ..outcomes import Outcome
from ..primitives import primitive
from .rows import OF_HUSBAND, OF_PARENT, OWN_WORK, PensionSource, TwoPensions


@primitive
def times_among(source: int, one: int, other: int) -> int:
    """How many of two pensions come from a source."""
    return (1 if one == source else 0) + (1 if other == source else 0)


@primitive
def pension_from(source: int, first_source: int, first: int, second: int) -> int:
    """The pension that comes from a source, the first where both do."""
    return first if first_source == source else second


@article("48", law="family_protection", in_force=("1392-02-07", None), headline="pension_monthly", source="CORPUS; C-SURV",
         absent=TwoPensions(0, Outcome.UNKNOWN))  # fmt: skip
def two_pensions_but_choice(
    first_source: PensionSource, second_source: PensionSource, pension_first_monthly: RialsMonthly,
    pension_second_monthly: RialsMonthly, law,
) -> TwoPensions:  # fmt: skip
    """What a woman with two pensions is paid, but for a widow who is a daughter.

    Her own work and her husband: both. Two husbands: the higher. Two insured parents: both. Her own old-age
    pension bars that of a parent.
    """
    own_count = times_among(OWN_WORK, first_source, second_source)
    husband_count = times_among(OF_HUSBAND, first_source, second_source)
    parent_count = times_among(OF_PARENT, first_source, second_source)
    if own_count == 1 and husband_count == 1:
        return TwoPensions(pension_first_monthly + pension_second_monthly, Outcome.BOTH_PENSIONS)
    if parent_count > 1:
        return TwoPensions(pension_first_monthly + pension_second_monthly, Outcome.BOTH_PENSIONS)
    if husband_count > 1:
        return TwoPensions(max(pension_first_monthly, pension_second_monthly), Outcome.HIGHER_PENSION)
    if own_count == 1 and parent_count == 1:
        own_pension = pension_from(OWN_WORK, first_source, pension_first_monthly, pension_second_monthly)
        return TwoPensions(own_pension, Outcome.OWN_PENSION_ONLY)
    return TwoPensions(0, Outcome.UNKNOWN)


@article("48", law="family_protection", in_force=("1392-02-07", "1400-05-05"), headline="pension_monthly", source="C-SURV",
         absent=TwoPensions(0, Outcome.UNKNOWN))  # fmt: skip
def two_pensions(
    first_source: PensionSource, second_source: PensionSource, pension_first_monthly: RialsMonthly,
    pension_second_monthly: RialsMonthly, law,
) -> TwoPensions:  # fmt: skip
    """What a woman with two pensions is paid; a widow on her husband's has none from a parent."""
    husband_count = times_among(OF_HUSBAND, first_source, second_source)
    parent_count = times_among(OF_PARENT, first_source, second_source)
    if husband_count == 1 and parent_count == 1:
        husband_pension = pension_from(OF_HUSBAND, first_source, pension_first_monthly, pension_second_monthly)
        return TwoPensions(husband_pension, Outcome.HUSBAND_PENSION_ONLY)
    return two_pensions_but_choice(first_source, second_source, pension_first_monthly, pension_second_monthly, law)


@two_pensions.amended("48", law="family_protection", in_force=("1400-05-05", None), source="ruling 1295 of 1400-05-05")
def two_pensions_since_1400(
    first_source: PensionSource, second_source: PensionSource, pension_first_monthly: RialsMonthly,
    pension_second_monthly: RialsMonthly, law,
) -> TwoPensions:  # fmt: skip
    """As before; and a widow may take her father's instead of her husband's: the higher is told, she chooses."""
    husband_count = times_among(OF_HUSBAND, first_source, second_source)
    parent_count = times_among(OF_PARENT, first_source, second_source)
    if husband_count == 1 and parent_count == 1:
        return TwoPensions(max(pension_first_monthly, pension_second_monthly), Outcome.PENSION_OF_CHOICE)
    return two_pensions_but_choice(first_source, second_source, pension_first_monthly, pension_second_monthly, law)
