"""What each scheme covers."""

from ..machine.articles import article
from ..outcomes import Outcome
from .rows import (
    BUILDERS,
    DRIVERS,
    SELF_DEATH,
    SELF_DISABILITY,
    SELF_OLD_AGE,
    VOLUNTARY,
    WEAVERS_1376,
    WEAVERS_1388,
    SchemeCover,
    SchemeMember,
)


@article("", law="practice", in_force=("1354-07-01", None), headline="covers_old_age",
         source="SSPTW06; SSPTW10; APP; C-DRV; C-SURV; C-DIS; weavers of 1388 and builders as remembered")  # fmt: skip
def scheme_cover(member: SchemeMember, law) -> SchemeCover:
    """What a scheme covers: old age, death before retirement, total disability, sickness, unemployment, health care.

    No scheme covers unemployment. Health care of the self-employed is bought apart, by the head.
    Of porters and seamen nothing was found.
    """
    if member.scheme == VOLUNTARY:
        return SchemeCover(1, 1, 1, 0, 0, 1, Outcome.SCHEME_COVERS)
    if member.scheme == SELF_OLD_AGE:
        return SchemeCover(1, 0, 0, 0, 0, 0, Outcome.SCHEME_COVERS)
    if member.scheme == SELF_DEATH:
        return SchemeCover(1, 1, 0, 0, 0, 0, Outcome.SCHEME_COVERS)
    if member.scheme == SELF_DISABILITY or member.scheme == WEAVERS_1376:
        return SchemeCover(1, 1, 1, 0, 0, 0, Outcome.SCHEME_COVERS)
    if member.scheme == WEAVERS_1388:
        return SchemeCover(1, 1, 1, 0, 0, 1, Outcome.SCHEME_COVERS)
    if member.scheme == BUILDERS:
        return SchemeCover(1, 1, 1, 1, 0, 1, Outcome.SCHEME_COVERS)
    if member.scheme == DRIVERS and (member.is_premium_paid == 0 or member.is_card_valid == 0):
        return SchemeCover(1, 1, 1, 0, 0, 1, Outcome.SICKNESS_WITHHELD)
    if member.scheme == DRIVERS:
        return SchemeCover(1, 1, 1, 1, 0, 1, Outcome.SCHEME_COVERS)
    return SchemeCover(0, 0, 0, 0, 0, 0, Outcome.UNKNOWN)
