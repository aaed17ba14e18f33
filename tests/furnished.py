"""The cast, and one of everything that has a number of its own: lists, papers, debts, objections, slips, payments, rights."""

from dataclasses import dataclass
from unittest import mock

from django.conf import settings
from django.test import Client
from django.utils import timezone

from opentamin.office.accounts.actions.give_api_key import give_api_key
from opentamin.office.accounts.models import Grant, User
from opentamin.office.accounts.queries import system_user
from opentamin.office.contributions.actions import assess_list, receive_upload
from opentamin.office.contributions.intake import take_in
from opentamin.office.contributions.receipts import receipt_paper
from opentamin.office.debts.actions import issue_debt_notice, prepare_debts
from opentamin.office.disputes.actions import Plea, file_objection
from opentamin.office.disputes.subjects import find_subject
from opentamin.office.disputes.uploads import Upload
from opentamin.office.ledger.queries import charge_of
from opentamin.office.notices.models import Notice, Service, Webhook
from opentamin.office.payments.actions import issue_slip, prepare_refund
from opentamin.office.payments.queries import unexplained_debits
from opentamin.office.payments.tests.setting import PAYER, Till
from tests.cast import NOW, Cast, give, make_user

READERS = ["guest", "stranger", "insured", "employer", "clerk", "other", "officer", "far_officer", "headquarters"]
"""`other` keeps the books of another workplace of the same branch; `insured` works for the honest workplace and for the far one."""


@dataclass
class Furnished:
    cast: Cast
    users: dict[str, User | None]
    values: dict[str, object]
    sessions: dict[str, str]

    def browser(self, reader: str) -> Client:
        """A browser in which this reader has signed in; an error of ours comes back as a page, as it would to them."""
        client = Client(raise_request_exception=False)
        if reader in self.sessions:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[reader]
        return client


def session_of(user: User) -> str:
    client = Client()
    client.force_login(user)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


@mock.patch.object(timezone, "now", lambda: NOW)
def furnish(cast: Cast) -> Furnished:
    """An assessed list of Mehr, an accepted one of Aban, and one of everything that has a number of its own."""
    [mehr] = take_in(cast.list_files(cast.honest, month=140507), by=cast.clerk, now=NOW)
    assess_list(mehr.list.pk, by=cast.clerk, now=NOW)
    [aban] = take_in(cast.list_files(cast.honest), by=cast.clerk, now=NOW)
    other = make_user("other", "حسابدار دیگر")
    give(other, "clerk", cast.late.pk)
    ended = give(cast.stranger, "clerk", cast.honest.pk)
    ended.revoke(by=cast.employer, reason="کارش پایان یافت", now=NOW)
    # The list of Mehr came on 1 Azar, one day late: the machine prepares two debts, an officer issues one.
    penalty, late_money = sorted(prepare_debts(NOW.date(), by=system_user(), now=NOW), key=lambda debt: debt.kind, reverse=True)
    issue_debt_notice(penalty.pk, by=cast.officer, now=NOW)
    values = {
        "service": Service.objects.get().pk,
        **objection(cast, penalty.tracking),
        "debt": penalty.tracking,
        "prepared_debt": late_money.tracking,
        "assessed": mehr.list.tracking,
        "accepted": aban.list.tracking,
        "queued": receive_upload(cast.list_files(cast.honest, number=3), by=cast.clerk, now=NOW).upload.tracking,
        "sent_file": mehr.list.documents.first().document_id,
        "notice": Notice.objects.filter(scope_kind="workplace", scope_id=cast.honest.pk).first().pk,
        "paper": receipt_paper(mehr.list, by=cast.clerk, now=NOW).code,
        "key_of_clerk": give_api_key(cast.clerk, name="حقوق و دستمزد", now=NOW)[0].pk,
        "grant_of_clerk": Grant.objects.get(user=cast.clerk).pk,
        "ended_grant": ended.pk,
        "insured": cast.insured.person.pk,
        "honest": cast.honest.pk,
        "webhook": Webhook.objects.create(scope_kind="workplace", scope_id=cast.honest.pk, url="https://payroll.example/", name="حقوق", secret="راز", made_at=NOW, made_by=cast.clerk).pk,
        **money(cast, mehr.list.pk),
    }
    users = {"guest": None, "other": other, "insured": cast.insured_user}
    users |= {name: getattr(cast, name) for name in READERS if name not in users}
    return Furnished(cast, users, values, {name: session_of(user) for name, user in users.items() if user})


def objection(cast, debt: str) -> dict[str, object]:
    """An objection of the honest workplace to its debt, with a paper."""
    proof = Upload("proof.pdf", b"%PDF-1.4 proof")
    filed = file_objection(find_subject(cast.clerk, {"debt": debt}), Plea(["paid"]), uploads=[proof], by=cast.clerk, now=NOW).objection
    return {"objection": filed.tracking, "objection_paper": filed.documents.get().document_id}


def money(cast, list_id: int) -> dict[str, object]:
    """A slip of the honest workplace paid over, its refund asked for, and money that is nobody's."""
    charge = charge_of("list", ("list", list_id))
    slip = issue_slip(charge, cast.honest, by=cast.clerk, now=NOW)
    till = Till(cast)
    ours, nobodys = till.take({"rials": slip.amount + 500, "bill_id": slip.bill_id, "payment_id": slip.payment_id}, {"rials": 7_000}, {"rials": -300, "text": "کارمزد"})
    refund = prepare_refund(rials=500, iban=PAYER, holder="سپهر", reason="اضافه", workplace_id=cast.honest.pk, by=cast.employer, now=NOW)
    return {
        "slip": slip.number, "charge": charge.pk, "honest": cast.honest.pk, "payment": ours.number, "waiting": nobodys.number, "refund": refund.number,
        "debit": unexplained_debits().get().pk,
    }  # fmt: skip
