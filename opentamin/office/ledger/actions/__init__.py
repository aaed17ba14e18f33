"""The acts of the books: post a journal, reverse one."""

from opentamin.office.ledger.actions.post import AlreadyPosted, NothingToPost, Unbalanced, UnknownAccount, post
from opentamin.office.ledger.actions.reverse import reverse

__all__ = ["AlreadyPosted", "NothingToPost", "Unbalanced", "UnknownAccount", "post", "reverse"]
