"""Arts 86 and 87: for which children, and for how many, the child allowance is due."""

from ..contributions.art_30 import child_allowance
from ..days import full_years_between
from ..kinds import Count
from ..machine.articles import article
from ..outcomes import Outcome
from .rows import Child, ChildAllowanceDue, ChildCounted, Family

FIRST_TEXT, NEWER_TEXT = 0, 1


@article("86", law="ssl", clause="2", in_force=("1354-07-01", None), headline="is_counted",
         source="ART; kargar24.com; the first text as remembered")  # fmt: skip
def child_counts(child: Child, law) -> ChildCounted:
    """Whether a child counts on a day; by either text a student, or one unable to work, has no age."""
    if child.birth_day > child.day:
        return ChildCounted(0, Outcome.UNKNOWN)
    age = full_years_between(child.birth_day, child.day)
    if law.child_allowance_text == NEWER_TEXT and child.is_woman == 1:
        if child.has_work == 1:
            return ChildCounted(0, Outcome.CHILD_HAS_WORK)
        if child.is_married == 1:
            return ChildCounted(0, Outcome.CHILD_IS_MARRIED)
        return ChildCounted(1, Outcome.CHILD_COUNTED)
    if law.child_allowance_text == NEWER_TEXT and age < law.child_allowance_son_age:
        return ChildCounted(1, Outcome.CHILD_COUNTED)
    if law.child_allowance_text == FIRST_TEXT and age < law.child_allowance_age:
        return ChildCounted(1, Outcome.CHILD_COUNTED)
    if child.is_student == 1:
        return ChildCounted(1, Outcome.CHILD_STUDIES)
    if child.is_unable_to_work == 1:
        return ChildCounted(1, Outcome.CHILD_UNABLE_TO_WORK)
    return ChildCounted(0, Outcome.CHILD_OF_AGE)


@article("86", law="ssl", in_force=("1354-07-01", "1392-03-20"), source="ART")
def children_paid_for(children_count: Count, law) -> Count:
    """How many of the children that count are paid for."""
    return min(children_count, law.child_allowance_children_most)


@children_paid_for.amended("", law="population", in_force=("1392-03-20", None),
                           source="law of 1392-03-20 as printed by vindad.com")  # fmt: skip
def children_paid_for_since_1392(children_count: Count, law) -> Count:
    """Every child: the limits that stood on the number of children were lifted."""
    return children_count


@article("86", law="ssl", clause="1", in_force=("1391-01-01", None), headline="amount", source="ART; APP")
def child_allowance_due(family: Family, law) -> ChildAllowanceDue:
    """Child allowance of one month; the employer pays it."""
    if family.record_days < law.child_allowance_record_days:
        return ChildAllowanceDue(0, 0, Outcome.CHILD_ALLOWANCE_RECORD_SHORT)
    if family.children_count == 0:
        return ChildAllowanceDue(0, 0, Outcome.CHILD_ALLOWANCE_NO_CHILD)
    children_paid = children_paid_for(family.children_count, law)
    amount = child_allowance(children_paid, law)
    if children_paid < family.children_count:
        return ChildAllowanceDue(amount, children_paid, Outcome.CHILD_ALLOWANCE_LIMITED)
    return ChildAllowanceDue(amount, children_paid, Outcome.CHILD_ALLOWANCE_DUE)
