"""Which role may do what: the one table. Whatever is not written here is refused."""

from typing import Final

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    INSURED = "insured", _("بیمه‌شده")
    REPRESENTATIVE = "representative", _("نمایندهٔ بیمه‌شده")
    EMPLOYER = "employer", _("کارفرما")
    CLERK = "clerk", _("کارمند کارگاه")
    ADVOCATE = "advocate", _("وکیل کارفرما")
    OFFICER = "officer", _("کارشناس شعبه")
    BRANCH_HEAD = "branch_head", _("رئیس شعبه")
    HEADQUARTERS = "headquarters", _("ستاد مرکزی")
    AUDITOR = "auditor", _("بازرس")


SCOPE_KINDS: Final = ("person", "workplace", "branch", "country")
COUNTRY: Final = ("country", 0)
SCOPE_KIND_OF_ROLE: Final = {
    Role.INSURED: "person",
    Role.REPRESENTATIVE: "person",
    Role.EMPLOYER: "workplace",
    Role.CLERK: "workplace",
    Role.ADVOCATE: "workplace",
    Role.OFFICER: "branch",
    Role.BRANCH_HEAD: "branch",
    Role.HEADQUARTERS: "country",
    Role.AUDITOR: "country",
}
# Those who act in the organisation's name: they sign in with a second step (policy.py).
STAFF: Final = frozenset({Role.OFFICER, Role.BRANCH_HEAD, Role.HEADQUARTERS, Role.AUDITOR})

# What the machine does by itself is also permitted here, so that nothing acts outside the table.
# No grant carries this role: only the system user has it.
SYSTEM: Final = "system"

_OWN_RECORD = frozenset({Role.INSURED, Role.REPRESENTATIVE})
_WORKPLACE = frozenset({Role.EMPLOYER, Role.CLERK})
# Whoever argues for an employer reads what is asked of the workplace, and sends or receives nothing for it.
_WORKPLACE_READ = _WORKPLACE | {Role.ADVOCATE}
_BRANCH = frozenset({Role.OFFICER, Role.BRANCH_HEAD})
_OVERSIGHT = frozenset({Role.HEADQUARTERS, Role.AUDITOR})

PERMISSIONS: Final[dict[str, frozenset[str]]] = {
    "list.receive": _WORKPLACE,
    "list.read": _WORKPLACE_READ | _BRANCH | _OVERSIGHT,
    "list.check": _BRANCH | {SYSTEM},
    # The clerk's word makes an accepted list final (decision 3); the branch or the machine may say it too.
    "list.assess": _WORKPLACE | _BRANCH | {SYSTEM},
    "list.withdraw": _WORKPLACE,
    "webhook.manage": _WORKPLACE,
    # What is assessed stands in the records; only the branch may take it out again, by a further entry.
    "month.withdraw": _BRANCH,
    "branch.lists.read": _BRANCH | _OVERSIGHT,
    "record.read": _OWN_RECORD | _BRANCH | _OVERSIGHT,
    "record.contest": _OWN_RECORD,
    "workplace.read": _WORKPLACE_READ | _BRANCH | _OVERSIGHT,
    "workplace.register": _BRANCH,
    "person.read": _OWN_RECORD | _BRANCH | _OVERSIGHT,
    "person.register": _BRANCH | {SYSTEM},
    "person.merge": frozenset({Role.BRANCH_HEAD}),
    "book.read": _WORKPLACE | _BRANCH | _OVERSIGHT,
    "book.post": frozenset({SYSTEM}),
    "employer.death": _BRANCH,
    # The machine may prepare a debt; a named officer issues, changes or takes it back.
    "debt.prepare": _BRANCH | {SYSTEM},
    "debt.read": _WORKPLACE_READ | _BRANCH | _OVERSIGHT,
    "debt.issue": _BRANCH,
    "debt.revise": _BRANCH,
    "debt.withdraw": _BRANCH,
    "debt.hold": _BRANCH | {SYSTEM},
    # Whoever is concerned objects; an officer writes in what came on paper. The machine holds, and refuses nothing.
    "objection.file": _OWN_RECORD | _WORKPLACE_READ,
    "objection.receive": _BRANCH,
    "objection.read": _OWN_RECORD | _WORKPLACE_READ | _BRANCH | _OVERSIGHT,
    "objection.withdraw": _OWN_RECORD | _WORKPLACE_READ,
    "objection.review": _BRANCH,
    "branch.objections.read": _BRANCH | _OVERSIGHT,
    "evidence.record": _BRANCH,
    "branch.debts.read": _BRANCH | _OVERSIGHT,
    "letter.read": _BRANCH | _OVERSIGHT,
    "letter.write": frozenset({Role.HEADQUARTERS}),
    "bank_account.open": frozenset({Role.HEADQUARTERS}),
    "slip.issue": _WORKPLACE | _BRANCH,
    "payment.read": _WORKPLACE | _BRANCH | _OVERSIGHT,
    # Statements are of the whole organisation's accounts: a branch may bring one, the machine fetches them.
    "statement.receive": _BRANCH | {Role.HEADQUARTERS, SYSTEM},
    "payment.match": _BRANCH | {SYSTEM},
    "branch.payments.read": _BRANCH | _OVERSIGHT,
    "refund.ask": frozenset({Role.EMPLOYER}) | _BRANCH,
    # Never by the machine, and never by whoever prepared it: a named officer gives money back, or refuses to.
    "refund.decide": _BRANCH | {Role.HEADQUARTERS},
    "reconciliation.make": _BRANCH | _OVERSIGHT | {SYSTEM},
    "notice.read": _OWN_RECORD | _WORKPLACE_READ | _BRANCH | _OVERSIGHT,
    # A paper is served on whoever answers for the workplace; opening it begins a time, so a clerk does not.
    "paper.receive": frozenset({Role.INSURED, Role.EMPLOYER}),
    "paper.read": _OWN_RECORD | _WORKPLACE_READ | _BRANCH | _OVERSIGHT,
    "paper.serve": _BRANCH,
    "paper.issue": _OWN_RECORD | _WORKPLACE | _BRANCH | {SYSTEM},
    # Who read what: people see it of their own record and workplace, an auditor of everybody's.
    "access.own": frozenset({Role.INSURED, Role.EMPLOYER}),
    "access.read": frozenset({Role.AUDITOR}),
    # Everything we hold about a person, in one file: the person, or an officer who hands it over with a reason.
    "person.export": frozenset({Role.INSURED}) | _BRANCH,
    "retention.apply": frozenset({Role.HEADQUARTERS, SYSTEM}),
    "grant.read": frozenset({Role.INSURED, Role.EMPLOYER}) | _BRANCH | _OVERSIGHT,
    "grant.give": frozenset({Role.INSURED, Role.EMPLOYER, Role.BRANCH_HEAD, Role.HEADQUARTERS}),
}

# They open what is theirs, or what they themselves sent in: noting that would bury the readings of others.
OWN_ROLES: Final = frozenset({Role.INSURED, Role.EMPLOYER, Role.CLERK})

# Who may hand which role to others. A clerk or a representative hands nothing on: authority lent cannot be lent again.
GIVES: Final[dict[str, frozenset[str]]] = {
    Role.INSURED: frozenset({Role.REPRESENTATIVE}),
    Role.EMPLOYER: frozenset({Role.CLERK, Role.ADVOCATE}),
    Role.BRANCH_HEAD: frozenset({Role.OFFICER, Role.EMPLOYER, Role.INSURED}),
    Role.HEADQUARTERS: frozenset({Role.BRANCH_HEAD, Role.OFFICER, Role.HEADQUARTERS, Role.AUDITOR}),
}
