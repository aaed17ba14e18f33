"""By which paths a right to an old-age pension exists, and the pension of the best of them."""

from ..machine.articles import article
from ..outcomes import Outcome
from ..pensions import AveragedWages
from ..primitives import primitive
from .art_76 import path_normal_age
from .art_76_notes import path_thirty_five_years, path_thirty_years, path_woman_worker
from .low_service import path_low_service
from .path_pension import path_pension
from .reform import is_outside_reform, service_on_reform_day
from .rows import NO_PATH, OldAgeClaim, OldAgeDecision, OldAgePaths, PathAnswer
from .service import claimed_service, pension_start
from .special_laws import path_hazardous_work, path_mother, path_renovation, path_veteran


@primitive
def first_right(one, other):
    """The first of two answers that gives the right; the first where neither does."""
    if one.is_entitled == 1:
        return one
    if other.is_entitled == 1:
        return other
    return one


@article("76", law="ssl", in_force=("1354-07-01", None), headline="path")
def old_age_paths(claim: OldAgeClaim, law) -> OldAgePaths:
    """Every path the facts speak of, and the best: favour years, the whole pension, then the reduced ones.

    Contradictory facts, such as a service on the day of the reform beyond the whole, are for a person to judge.
    """
    service = claimed_service(claim.day, claim.birth_day, claim.last_work_day, claim.record_days, claim.hazardous_days, law)
    years_then = service_on_reform_day(claim, law)
    if (
        service.is_consistent == 0 or years_then > service.years or claim.labour_law_days > claim.record_days
        or claim.hazardous_days_unbroken > claim.hazardous_days or claim.children_under_youth_law > claim.children_count
    ):  # fmt: skip
        return OldAgePaths(NO_PATH, 0, 0, 0, 0, 0, 0, 0, 0, 0, service.age, service.counted_days, service.years, 0, 0, 0, Outcome.UNKNOWN)
    woman = claim.is_woman
    builder = claim.is_construction_worker
    is_exempt = claim.is_veteran == 1 or claim.is_disabled_person == 1
    exempt = is_outside_reform(claim.is_veteran, claim.is_disabled_person, law) if is_exempt else 0
    normal = path_normal_age(woman, builder, exempt, service.age, service.age_months, service.years, years_then, law)
    thirty = path_thirty_years(woman, builder, exempt, service.age, service.age_months, service.years, years_then, law)
    thirty_five = path_thirty_five_years(service.years, law)
    low = path_low_service(woman, claim.is_disabled_totally, service.age, service.years, claim.bought_days, law)
    unasked = PathAnswer(0, NO_PATH, 0, 0, 0, Outcome.OLD_AGE_PATH_NOT_ASKED)
    labour_days = claim.labour_law_days
    woman_worker = path_woman_worker(woman, builder, exempt, service.age, labour_days, years_then, law) if woman == 1 else unasked
    hazardous = path_hazardous_work(
        claim.hazardous_days, claim.hazardous_days_unbroken, claim.is_civil_servant, claim.is_sso_staff, claim.is_worn_out, law
    ) if claim.hazardous_days > 0 else unasked
    renovation = path_renovation(
        claim.is_employer_agreed, claim.is_ministry_agreed, claim.is_cost_paid, service.years, law
    ) if claim.is_employer_agreed == 1 else unasked
    mother = path_mother(
        woman, claim.children_under_youth_law, claim.children_count, service.age_months, service.years, labour_days, law
    ) if claim.children_under_youth_law > 0 else unasked
    veteran = path_veteran(claim.is_veteran, claim.is_disabled_person, service.years, law) if is_exempt else unasked
    whole = first_right(first_right(first_right(normal, thirty), first_right(hazardous, thirty_five)), mother)
    favour = first_right(veteran, renovation)
    best = first_right(whole, first_right(woman_worker, low))
    if favour.is_entitled == 1 and (whole.is_entitled == 0 or claim.favour_days > 0):
        best = favour
    path = best.path if best.is_entitled == 1 else NO_PATH
    return OldAgePaths(
        path, normal.is_entitled, thirty.is_entitled, thirty_five.is_entitled, woman_worker.is_entitled,
        hazardous.is_entitled, low.is_entitled, renovation.is_entitled, mother.is_entitled, veteran.is_entitled,
        service.age, service.counted_days, service.years,
        best.required_age, best.required_age_months, best.required_years, best.outcome,
    )  # fmt: skip


@article("76", law="ssl", in_force=("1354-07-01", None), headline="pension_monthly")
def old_age_decision(claim: OldAgeClaim, wages: AveragedWages, law) -> OldAgeDecision:
    """The pension of a month by the best path and the day it starts, or the first condition that failed.

    Wages that make no average of two years are for a person to judge.
    """
    paths = old_age_paths(claim, law)
    if paths.path == NO_PATH:
        return OldAgeDecision(
            0, NO_PATH, 0, 0, 0, paths.years, paths.required_age, paths.required_age_months, paths.required_years, paths.outcome
        )
    start_day = pension_start(
        claim.day, claim.birth_day, claim.last_work_day, paths.required_age, paths.required_age_months, law
    )
    pension = path_pension(
        paths.path, paths.years, paths.counted_days, claim.favour_days, claim.bought_days, wages, law
    )
    if pension.outcome == Outcome.UNKNOWN:
        return OldAgeDecision(0, NO_PATH, 0, 0, 0, 0, 0, 0, 0, Outcome.UNKNOWN)
    return OldAgeDecision(
        1, paths.path, pension.pension_monthly, start_day, pension.average_monthly, pension.years,
        paths.required_age, paths.required_age_months, paths.required_years, paths.outcome,
    )  # fmt: skip
