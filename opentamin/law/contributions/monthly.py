"""The two articles a monthly list asks: one worker's row, and the list as a whole."""

from ..machine.articles import article
from .art_28 import employer_premium, premium_of_wage, state_premium
from .art_36 import remitted_by_employer
from .five_workers import relief_of_list
from .hazardous import hazardous_premium
from .limits import assessed_wage
from .rows import ListDue, ListMonth, WorkerDue, WorkerMonth
from .unemployment import unemployment_premium


@article("28", law="ssl", in_force=("1354-07-01", None), headline="worker_share")
def worker_due(month: WorkerMonth, law) -> WorkerDue:
    """Wage that bears premium and worker share of one row of a list."""
    assessed = assessed_wage(month, law)
    worker_share = premium_of_wage(assessed.wage_base, law)
    return WorkerDue(
        assessed.wage_base, worker_share, assessed.wage_lifted, assessed.wage_cut, assessed.outcome
    )


@article("36", law="ssl", in_force=("1354-07-01", None), headline="due_total")
def list_due(month: ListMonth, law) -> ListDue:
    """All that one list owes; rates of the employer are taken once, on the total."""
    employer_share = employer_premium(month.wage_base_total, law)
    relief = relief_of_list(month, law)
    employer_share_own = employer_share - relief.relief_state
    unemployment = unemployment_premium(month.wage_base_unemployment_total, law)
    hazardous = hazardous_premium(month.wage_base_hazardous_total, law)
    state_share = state_premium(month.wage_base_total, law)
    due_total = remitted_by_employer(
        month.worker_share_total, employer_share_own, unemployment, hazardous, law
    )
    return ListDue(
        employer_share, relief.relief_state, unemployment, hazardous, state_share, due_total,
        employer_share_own, relief.relief_at_stake, relief.outcome,
    )  # fmt: skip
