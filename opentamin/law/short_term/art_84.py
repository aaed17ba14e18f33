"""Art. 84: the grant towards a funeral."""

from ..machine.articles import article
from ..outcomes import Outcome
from .rows import Funeral, FuneralGrant


@article("84", law="ssl", in_force=("1386-11-20", None), headline="amount", source="FUN; KISH",
         absent=FuneralGrant(0, Outcome.UNKNOWN))  # fmt: skip
def funeral_grant(case: Funeral, law) -> FuneralGrant:
    """A month of the minimum wage to whoever bore the cost; asked by the law of the day of death.

    For earlier deaths no rule was found.
    """
    if case.is_insured == 0:
        return FuneralGrant(0, Outcome.FUNERAL_NOT_INSURED)
    if case.is_cost_borne == 0:
        return FuneralGrant(0, Outcome.FUNERAL_COST_NOT_BORNE)
    amount = law.minimum_wage_daily * law.grant_month_days
    return FuneralGrant(amount, Outcome.FUNERAL_GRANTED)
