"""Art. 48 of the Family Protection Law and the circular: two pensions of one woman."""

from ..kinds import RialsMonthly
from ..machine.articles import article
from ..outcomes import Outcome
from .rows import OF_HUSBAND, OF_PARENT, OWN_WORK, PensionSource, TwoPensions


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
    if first_source == OWN_WORK and second_source == OF_HUSBAND:
        return TwoPensions(pension_first_monthly + pension_second_monthly, Outcome.BOTH_PENSIONS)
    if first_source == OF_HUSBAND and second_source == OWN_WORK:
        return TwoPensions(pension_first_monthly + pension_second_monthly, Outcome.BOTH_PENSIONS)
    if first_source == OF_PARENT and second_source == OF_PARENT:
        return TwoPensions(pension_first_monthly + pension_second_monthly, Outcome.BOTH_PENSIONS)
    if first_source == OF_HUSBAND and second_source == OF_HUSBAND:
        return TwoPensions(max(pension_first_monthly, pension_second_monthly), Outcome.HIGHER_PENSION)
    if first_source == OWN_WORK and second_source == OF_PARENT:
        return TwoPensions(pension_first_monthly, Outcome.OWN_PENSION_ONLY)
    if first_source == OF_PARENT and second_source == OWN_WORK:
        return TwoPensions(pension_second_monthly, Outcome.OWN_PENSION_ONLY)
    return TwoPensions(0, Outcome.UNKNOWN)


@article("48", law="family_protection", in_force=("1392-02-07", "1400-05-05"), headline="pension_monthly", source="C-SURV",
         absent=TwoPensions(0, Outcome.UNKNOWN))  # fmt: skip
def two_pensions(
    first_source: PensionSource, second_source: PensionSource, pension_first_monthly: RialsMonthly,
    pension_second_monthly: RialsMonthly, law,
) -> TwoPensions:  # fmt: skip
    """What a woman with two pensions is paid; a widow on her husband's has none from a parent."""
    if first_source == OF_HUSBAND and second_source == OF_PARENT:
        return TwoPensions(pension_first_monthly, Outcome.HUSBAND_PENSION_ONLY)
    if first_source == OF_PARENT and second_source == OF_HUSBAND:
        return TwoPensions(pension_second_monthly, Outcome.HUSBAND_PENSION_ONLY)
    return two_pensions_but_choice(first_source, second_source, pension_first_monthly, pension_second_monthly, law)


@two_pensions.amended("48", law="family_protection", in_force=("1400-05-05", None), source="ruling 1295 of 1400-05-05")
def two_pensions_since_1400(
    first_source: PensionSource, second_source: PensionSource, pension_first_monthly: RialsMonthly,
    pension_second_monthly: RialsMonthly, law,
) -> TwoPensions:  # fmt: skip
    """As before; and a widow may take her father's instead of her husband's: the higher is told, she chooses."""
    if first_source == OF_HUSBAND and second_source == OF_PARENT:
        return TwoPensions(max(pension_first_monthly, pension_second_monthly), Outcome.PENSION_OF_CHOICE)
    if first_source == OF_PARENT and second_source == OF_HUSBAND:
        return TwoPensions(max(pension_first_monthly, pension_second_monthly), Outcome.PENSION_OF_CHOICE)
    return two_pensions_but_choice(first_source, second_source, pension_first_monthly, pension_second_monthly, law)
