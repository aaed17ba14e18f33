"""Who hears what: labour boards, committees, commissions, boards, and the organisation itself first."""

from ..kinds import Flag
from ..machine.articles import article
from ..outcomes import Outcome
from .rows import (
    DEBT,
    HAZARDOUS_JOB,
    HAZARDOUS_PRIMARY,
    JOB_TITLE,
    LOST_CAPACITY,
    MEDICAL_PRIMARY,
    NONE,
    ORGANISATION,
    PREMIUM_OF_EMPLOYER,
    PRIMARY_BOARD,
    RECOGNITION_BOARD,
    Competence,
    Dispute,
    Subject,
)

HEARS_NOT, HEARS = 0, 1


@article("157", law="labour", in_force=("1398-06-05", "1400-04-01"), absent=0, source="ruling 1051 of 1398-06-05")
def labour_board_hears(subject: Subject, law) -> Flag:
    """Whether the labour boards hear a dispute of worker and employer: over the premium."""
    return HEARS if subject == PREMIUM_OF_EMPLOYER else HEARS_NOT


@labour_board_hears.amended("157", law="labour", in_force=("1400-04-01", None), source="ruling 1114-1115 of 1400-04-01")
def labour_board_hears_from_1400(subject: Subject, law) -> Flag:
    """Whether the labour boards hear a dispute of worker and employer: over the premium, and over the job title in the list."""
    if subject == JOB_TITLE:
        return HEARS
    return HEARS if subject == PREMIUM_OF_EMPLOYER else HEARS_NOT


@article("76", law="ssl", clause="note_2", in_force=("1380-07-14", "1396-07-25"), headline="forum")
def hazardous_committee_hears(is_civil_servant: Flag, law) -> Competence:
    """Whether the committees of hazardous work decide on a job; of civil servants the courts differed."""
    if is_civil_servant == 1:
        return Competence(NONE, Outcome.UNKNOWN)
    return Competence(HAZARDOUS_PRIMARY, Outcome.FORUM_COMPETENT)


@hazardous_committee_hears.amended("76", law="ssl", clause="note_2", in_force=("1396-07-25", None),
                                   source="ruling 695-699 of 1396-07-25")  # fmt: skip
def hazardous_committee_hears_from_1396(is_civil_servant: Flag, law) -> Competence:
    """Whether the committees of hazardous work decide on a job: not on those of civil servants."""
    if is_civil_servant == 1:
        return Competence(NONE, Outcome.COMMITTEE_NOT_FOR_CIVIL_SERVANTS)
    return Competence(HAZARDOUS_PRIMARY, Outcome.FORUM_COMPETENT)


@article("", law="route", in_force=("1380-07-14", None), headline="forum")
def competent_forum(dispute: Dispute, law) -> Competence:
    """Who hears a dispute first."""
    if dispute.subject == DEBT:
        return Competence(PRIMARY_BOARD, Outcome.FORUM_COMPETENT)
    if dispute.subject == LOST_CAPACITY:
        return Competence(MEDICAL_PRIMARY, Outcome.FORUM_COMPETENT)
    if dispute.subject == HAZARDOUS_JOB:
        return hazardous_committee_hears(dispute.is_civil_servant, law)
    if dispute.subject == PREMIUM_OF_EMPLOYER or dispute.subject == JOB_TITLE:
        answer = labour_board_hears(dispute.subject, law)
        if answer == HEARS:
            return Competence(RECOGNITION_BOARD, Outcome.FORUM_COMPETENT)
        return Competence(NONE, Outcome.UNKNOWN)
    return Competence(ORGANISATION, Outcome.FORUM_ORGANISATION_FIRST)
