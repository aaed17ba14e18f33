"""The setting of this room's tests: the cast, with a late list whose penalty was issued and served."""

from datetime import timedelta

import pytest

from opentamin.office.debts.actions import issue_debt_notice
from opentamin.office.debts.models import Debt
from opentamin.office.debts.tests.conftest import World, moment
from opentamin.office.disputes.actions import Plea, file_objection
from opentamin.office.disputes.subjects import find_subject
from opentamin.office.notices.actions import open_paper
from opentamin.office.notices.models import Service

ISSUED_AT = moment(1405, 9, 1)
SERVED_AT = moment(1405, 9, 3)
PDF = b"%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 64


@pytest.fixture(autouse=True)
def _no_second_step(settings):
    settings.STAFF_SECOND_STEP = False


@pytest.fixture
def world(cast):
    return Dispute(cast)


class Dispute(World):
    """The world of debts with ways to have one issued and served, and to object to it."""

    def issued(self) -> Debt:
        """The list of Mehr came a day late: its penalty, issued on 1 Azar and not served yet."""
        self.list_of(140507, moment(1405, 9, 1, 9))
        penalty = next(debt for debt in self.prepare(ISSUED_AT) if debt.kind == "list_penalty")
        return issue_debt_notice(penalty.pk, by=self.cast.officer, now=ISSUED_AT)

    def served(self, at=SERVED_AT) -> Debt:
        """The same, opened by the employer on 3 Azar."""
        debt = self.issued()
        open_paper(Service.objects.get(paper=debt.paper).pk, by=self.cast.employer, now=at)
        return debt

    def object(self, by=None, now=None, grounds=("came_in_time",), words="فهرست به‌موقع رسیده بود", uploads=(), paper=None, **about):
        """An objection through the real act, to what `about` names."""
        by = by or self.cast.clerk
        subject = find_subject(by, {name: str(value) for name, value in about.items()})
        return file_objection(subject, Plea(grounds, words), uploads=uploads, paper=paper, by=by, now=now or SERVED_AT + timedelta(days=2))
