"""Who may open what: every address of the house for every kind of reader, in one table. What is not in the table fails.

    in    the reader is led to sign in (a program is told 401)
    yes   the house answers: a page, a file, a form with its mistakes, or on to the next page
    no    refused; where something might be somebody else's, the same answer as if it were not there
"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.urls import get_resolver, resolve

from opentamin.office.site.api import api
from tests.furnished import READERS, Furnished

pytestmark = pytest.mark.django_db

TABLE = """
                                                 guest stranger insured employer clerk other officer far_officer headquarters
GET  /                                           yes   yes      yes     yes      yes   yes   yes     yes         yes
POST /as/employer/                               yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /services/                                  yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /health/                                    yes   yes      yes     yes      yes   yes   yes     yes         yes
POST /i18n/setlang/                              yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /inbox/                                     in    yes      yes     yes      yes   yes   yes     yes         yes
POST /inbox/                                     in    yes      yes     yes      yes   yes   yes     yes         yes
POST /inbox/{notice}/                            in    no       no      yes      yes   no    no      no          no

GET  /sign-in/                                   yes   yes      yes     yes      yes   yes   yes     yes         yes
POST /sign-in/                                   yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /sign-in/code/                              in    in       in      in       in    in    in      in          in
POST /sign-in/passkey/begin/                     yes   yes      yes     yes      yes   yes   yes     yes         yes
POST /sign-in/passkey/complete/                  yes   yes      yes     yes      yes   yes   yes     yes         yes
POST /sign-out/                                  in    in       in      in       in    in    in      in          in
GET  /account/                                   in    yes      yes     yes      yes   yes   yes     yes         yes
GET  /account/confirm/                           in    yes      yes     yes      yes   yes   yes     yes         yes
GET  /account/contacts/                          in    yes      yes     yes      yes   yes   yes     yes         yes
POST /account/contacts/                          in    yes      yes     yes      yes   yes   yes     yes         yes
POST /account/language/                          in    yes      yes     yes      yes   yes   yes     yes         yes
GET  /account/password/                          in    yes      yes     yes      yes   yes   yes     yes         yes
POST /account/password/                          in    yes      yes     yes      yes   yes   yes     yes         yes
GET  /account/codes/                             in    yes      yes     yes      yes   yes   yes     yes         yes
POST /account/codes/off/                         in    yes      yes     yes      yes   yes   yes     yes         yes
POST /account/codes/recovery/                    in    yes      yes     yes      yes   yes   yes     yes         yes
GET  /account/passkeys/new/                      in    yes      yes     yes      yes   yes   yes     yes         yes
POST /account/passkeys/begin/                    no    yes      yes     yes      yes   yes   yes     yes         yes
POST /account/passkeys/complete/                 no    yes      yes     yes      yes   yes   yes     yes         yes
POST /account/passkeys/1/off/                    in    yes      yes     yes      yes   yes   yes     yes         yes
GET  /account/keys/                              in    yes      yes     yes      yes   yes   yes     yes         yes
POST /account/keys/                              in    yes      yes     yes      yes   yes   yes     yes         yes
POST /account/keys/{key_of_clerk}/revoke/        in    no       no      no       yes   no    no      no          no
GET  /account/grants/new/                        in    no       yes     yes      no    no    no      no          yes
GET  /account/grants/{grant_of_clerk}/end/       in    no       no      yes      yes   no    no      no          no
POST /account/grants/{grant_of_clerk}/end/       in    no       no      yes      yes   no    no      no          no
GET  /account/grants/{ended_grant}/end/          in    yes      no      yes      no    no    no      no          no

GET  /keeping/                                   yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /account/readings/                          in    no       yes     yes      no    no    no      no          no
GET  /audit/readings/                            in    no       no      no       no    no    no      no          no
GET  /account/data/                              in    yes      yes     yes      yes   yes   yes     yes         yes
POST /account/data/                              in    yes      yes     yes      yes   yes   yes     yes         yes

GET  /verify/                                    yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /verify/{paper}/                            yes   yes      yes     yes      yes   yes   yes     yes         yes
POST /verify/{paper}/                            yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /documents/{sent_file}/                     in    no       no      no       no    no    no      no          no

GET  /papers/{service}/                          in    no       no      yes      yes   no    yes     no          yes
POST /papers/{service}/open/                     in    no       no      yes      no    no    no      no          no
GET  /papers/{service}/letter.pdf                in    no       no      no       no    no    yes     no          yes
GET  /papers/{service}/proof/                    in    no       no      no       no    no    yes     no          no
POST /papers/{service}/proof/                    in    no       no      no       no    no    yes     no          no
GET  /papers/{service}/again/                    in    no       no      no       no    no    yes     no          no
POST /papers/{service}/again/                    in    no       no      no       no    no    yes     no          no

GET  /record/                                    in    yes      yes     yes      yes   yes   yes     yes         yes
GET  /record/?person={insured}                   in    no       yes     no       no    no    yes     no          yes
GET  /record/140507/?person={insured}            in    no       yes     no       no    no    yes     no          yes
GET  /record.pdf?person={insured}                in    no       yes     no       no    no    yes     no          no

GET  /law/                                       yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /law/survivors/                             yes   yes      yes     yes      yes   yes   yes     yes         yes
POST /law/survivors/                             yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /law/book/                                  yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /law/book/worker_due/                       yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /law/book/figures/                          yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /law/book/rulings/                          yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /law/book/search/?q=مزد                     yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /law/ask/worker_due/                        yes   yes      yes     yes      yes   yes   yes     yes         yes
POST /law/ask/worker_due/                        yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /law/compare/                               yes   yes      yes     yes      yes   yes   yes     yes         yes
POST /law/compare/?article=worker_due            yes   yes      yes     yes      yes   yes   yes     yes         yes

GET  /lists/                                     in    no       no      yes      yes   yes   no      no          no
GET  /lists/new/                                 in    no       no      yes      yes   yes   no      no          no
POST /lists/new/                                 in    no       no      yes      yes   yes   no      no          no
GET  /lists/type/                                in    no       no      yes      yes   yes   no      no          no
POST /lists/type/                                in    no       no      yes      yes   yes   no      no          no
POST /lists/nobody/                              in    no       no      yes      yes   yes   no      no          no
GET  /lists/sheet.xlsx                           in    no       no      yes      yes   yes   no      no          no
GET  /lists/sheet.xlsx?workplace={honest}&month=140508 in no    no      yes      yes   yes   no      no          no
GET  /lists/office/                              in    no       no      yes      yes   yes   no      no          no
GET  /lists/office/sheets.zip                    in    no       no      yes      yes   yes   no      no          no
POST /lists/office/assess/                       in    yes      yes     yes      yes   yes   yes     yes         yes
GET  /lists/receipts.zip?lists={assessed}        in    no       no      yes      yes   no    yes     no          yes
GET  /lists/{assessed}/                          in    no       no      yes      yes   no    yes     no          yes
GET  /lists/{assessed}/amount/                   in    no       no      yes      yes   no    yes     no          yes
GET  /lists/{assessed}/workers/1/                in    no       no      yes      yes   no    yes     no          yes
GET  /lists/{assessed}/findings.xlsx             in    no       no      yes      yes   no    yes     no          yes
GET  /lists/{assessed}/files/{sent_file}/        in    no       no      yes      yes   no    yes     no          yes
GET  /lists/{assessed}/receipt/                  in    no       no      yes      yes   no    yes     no          yes
GET  /lists/{assessed}/receipt.pdf               in    no       no      yes      yes   no    yes     no          yes
POST /lists/{accepted}/assess/                   in    no       no      yes      yes   no    yes     no          no
GET  /lists/{accepted}/withdraw/                 in    no       no      yes      yes   no    no      no          no
POST /lists/{accepted}/withdraw/                 in    no       no      yes      yes   no    no      no          no
GET  /webhooks/                                  in    no       no      yes      yes   yes   no      no          no
POST /webhooks/                                  in    no       no      yes      yes   yes   no      no          no
POST /webhooks/{webhook}/end/                    in    no       no      yes      yes   no    no      no          no
GET  /branch/lists/                              in    no       no      no       no    no    yes     yes         yes
GET  /branch/queue/                              in    no       no      no       no    no    yes     yes         yes
GET  /lists/{queued}/                            in    no       no      no       yes   no    no      no          yes
GET  /lists/{queued}/waiting/                    in    no       no      no       yes   no    no      no          yes

GET  /debts/                                     in    no       no      yes      yes   yes   no      no          no
GET  /debts/{debt}/                              in    no       no      yes      yes   no    yes     no          yes
GET  /debts/{debt}/letter.pdf                    in    no       no      no       no    no    yes     no          yes
GET  /debts/{prepared_debt}/                     in    no       no      no       no    no    yes     no          yes
GET  /debts/{prepared_debt}/letter.pdf           in    no       no      no       no    no    yes     no          yes
GET  /debts/{prepared_debt}/issue/               in    no       no      no       no    no    yes     no          no
POST /debts/{prepared_debt}/issue/               in    no       no      no       no    no    yes     no          no
GET  /debts/{debt}/withdraw/                     in    no       no      no       no    no    yes     no          no
POST /debts/{debt}/withdraw/                     in    no       no      no       no    no    yes     no          no
GET  /debts/{debt}/revise/                       in    no       no      no       no    no    yes     no          no
POST /debts/{debt}/revise/                       in    no       no      no       no    no    yes     no          no
GET  /branch/debts/                              in    no       no      no       no    no    yes     yes         yes
POST /branch/debts/prepare/                      in    no       no      no       no    no    yes     yes         no
GET  /branch/debts/evidence/                     in    no       no      no       no    no    yes     yes         no
POST /branch/debts/evidence/                     in    no       no      no       no    no    yes     yes         no
GET  /letters/                                   in    no       no      no       no    no    yes     yes         yes
GET  /letters/list_penalty/                      in    no       no      no       no    no    yes     yes         yes
POST /letters/list_penalty/                      in    no       no      no       no    no    no      no          yes

GET  /objections/                                in    no       yes     yes      yes   yes   yes     yes         yes
GET  /objections/new/?debt={debt}                in    no       no      yes      yes   no    yes     no          no
POST /objections/new/?debt={debt}                in    no       no      yes      yes   no    yes     no          no
GET  /objections/{objection}/                    in    no       no      yes      yes   no    yes     no          yes
GET  /objections/{objection}/receipt.pdf         in    no       no      yes      yes   no    yes     no          yes
GET  /objections/{objection}/documents/{objection_paper}/ in    no       no      yes      yes   no    yes     no          yes
GET  /objections/{objection}/documents/          in    no       no      yes      yes   no    yes     no          no
POST /objections/{objection}/documents/          in    no       no      yes      yes   no    yes     no          no
GET  /objections/{objection}/withdraw/           in    no       no      yes      yes   no    yes     no          no
POST /objections/{objection}/withdraw/           in    no       no      yes      yes   no    yes     no          no
POST /objections/{objection}/take-up/            in    no       no      no       no    no    yes     no          no
GET  /objections/{objection}/accept/             in    no       no      no       no    no    yes     no          no
POST /objections/{objection}/accept/             in    no       no      no       no    no    yes     no          no
GET  /objections/{objection}/refer/              in    no       no      no       no    no    yes     no          no
POST /objections/{objection}/refer/              in    no       no      no       no    no    yes     no          no
GET  /objections/{objection}/answer/             in    no       no      no       no    no    yes     no          no
POST /objections/{objection}/answer/             in    no       no      no       no    no    yes     no          no
GET  /branch/objections/                         in    no       no      no       no    no    yes     yes         yes
GET  /branch/objections/paper/                   in    no       no      no       no    no    yes     yes         no
POST /branch/objections/paper/                   in    no       no      no       no    no    yes     yes         no

GET  /payments/                                  in    no       no      yes      yes   yes   no      no          no
POST /payments/slips/new/                        in    no       no      yes      yes   no    yes     no          no
GET  /payments/slips/{slip}/                     in    no       no      yes      yes   no    yes     no          yes
GET  /payments/slips/{slip}/slip.pdf             in    no       no      yes      yes   no    yes     no          yes
POST /payments/credit/use/                       in    no       no      yes      yes   no    yes     no          no
GET  /payments/credit/{honest}/refund/           in    no       no      yes      no    no    yes     no          no
POST /payments/credit/{honest}/refund/           in    no       no      yes      no    no    yes     no          no
GET  /branch/payments/                           in    no       no      no       no    no    yes     yes         yes
GET  /branch/payments/statements/new/            in    no       no      no       no    no    yes     yes         yes
POST /branch/payments/statements/new/            in    no       no      no       no    no    yes     yes         yes
GET  /branch/payments/reconciliation/            in    no       no      no       no    no    yes     yes         yes
POST /branch/payments/reconciliation/            in    no       no      no       no    no    yes     yes         yes
GET  /branch/payments/{payment}/                 in    no       no      no       no    no    yes     no          yes
GET  /branch/payments/{waiting}/                 in    no       no      no       no    no    yes     yes         yes
POST /branch/payments/{waiting}/                 in    no       no      no       no    no    yes     yes         yes
GET  /branch/payments/{waiting}/refund/          in    no       no      no       no    no    yes     yes         yes
POST /branch/payments/{waiting}/refund/          in    no       no      no       no    no    yes     yes         yes
GET  /branch/payments/debits/{debit}/            in    no       no      no       no    no    yes     yes         yes
POST /branch/payments/debits/{debit}/            in    no       no      no       no    no    yes     yes         no
GET  /branch/payments/refunds/{refund}/          in    no       no      no       no    no    yes     no          yes
POST /branch/payments/refunds/{refund}/          in    no       no      no       no    no    yes     no          yes

GET  /api/v1/                                    no    no       no      no       no    no    no      no          no
GET  /api/v1/openapi.json                        yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /api/v1/docs                                yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /api/v1/lists                               in    yes      yes     yes      yes   yes   yes     yes         yes
POST /api/v1/lists                               in    yes      yes     yes      yes   yes   yes     yes         yes
POST /api/v1/lists/rows                          in    yes      yes     yes      yes   yes   yes     yes         yes
GET  /api/v1/lists/{assessed}                    in    no       no      yes      yes   no    yes     no          yes
GET  /api/v1/lists/{assessed}/findings           in    no       no      yes      yes   no    yes     no          yes
GET  /api/v1/lists/{assessed}/amount             in    no       no      yes      yes   no    yes     no          yes
GET  /api/v1/lists/{assessed}/workers            in    no       no      yes      yes   no    yes     no          yes
GET  /api/v1/lists/{assessed}/workers/1          in    no       no      yes      yes   no    yes     no          yes
GET  /api/v1/lists/{assessed}/changes            in    no       no      yes      yes   no    yes     no          yes
GET  /api/v1/lists/{assessed}/findings.xlsx      in    no       no      yes      yes   no    yes     no          yes
GET  /api/v1/lists/{assessed}/receipt.pdf        in    no       no      yes      yes   no    yes     no          yes
POST /api/v1/lists/{accepted}/assess             in    no       no      yes      yes   no    yes     no          no
POST /api/v1/lists/{accepted}/withdraw           in    no       no      yes      yes   no    no      no          no
GET  /api/v1/webhooks                            in    yes      yes     yes      yes   yes   yes     yes         yes
POST /api/v1/webhooks                            in    yes      yes     yes      yes   yes   yes     yes         yes
GET  /api/v1/webhooks/{webhook}/deliveries       in    no       no      yes      yes   no    no      no          no
POST /api/v1/webhooks/{webhook}/end              in    no       no      yes      yes   no    no      no          no
GET  /api/v1/payments                            in    yes      yes     yes      yes   yes   yes     yes         yes
GET  /api/v1/payments/owed?workplace_code=7011220001 in no      no      yes      yes   no    yes     no          yes
POST /api/v1/payments/slips                      in    yes      yes     yes      yes   yes   yes     yes         yes
GET  /api/v1/payments/slips/{slip}               in    no       no      yes      yes   no    yes     no          yes
POST /api/v1/payments/statements                 in    yes      yes     yes      yes   yes   yes     yes         yes
GET  /api/v1/payments/{payment}                  in    no       no      yes      yes   no    yes     no          yes
GET  /api/v1/debts                               in    yes      yes     yes      yes   yes   yes     yes         yes
GET  /api/v1/debts/{debt}                        in    no       no      yes      yes   no    yes     no          yes
GET  /api/v1/debts/{debt}/reasons                in    no       no      yes      yes   no    yes     no          yes
GET  /api/v1/debts/{prepared_debt}               in    no       no      no       no    no    yes     no          yes
POST /api/v1/debts/{prepared_debt}/issue         in    no       no      no       no    no    yes     no          no
POST /api/v1/debts/{debt}/withdraw               in    no       no      no       no    no    yes     no          no
GET  /api/v1/uploads/{queued}                    in    no       no      no       yes   no    no      no          yes
GET  /api/v1/objections                          in    yes      yes     yes      yes   yes   yes     yes         yes
POST /api/v1/objections                          in    yes      yes     yes      yes   yes   yes     yes         yes
GET  /api/v1/objections/{objection}              in    no       no      yes      yes   no    yes     no          yes
POST /api/v1/objections/{objection}/documents    in    no       no      yes      yes   no    yes     no          no
POST /api/v1/objections/{objection}/withdraw     in    no       no      yes      yes   no    yes     no          no
GET  /api/v1/record                              in    no       yes     no       no    no    no      no          no
GET  /api/v1/record?person={insured}             in    no       yes     no       no    no    yes     no          yes
GET  /api/v1/record/140507?person={insured}      in    no       yes     no       no    no    yes     no          yes
GET  /api/v1/law/articles                        yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /api/v1/law/articles/worker_due             yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /api/v1/law/articles/worker_due/schema      yes   yes      yes     yes      yes   yes   yes     yes         yes
POST /api/v1/law/articles/worker_due/decide      yes   yes      yes     yes      yes   yes   yes     yes         yes
POST /api/v1/law/articles/worker_due/compare     yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /api/v1/law/figures                         yes   yes      yes     yes      yes   yes   yes     yes         yes
GET  /api/v1/law/rulings                         yes   yes      yes     yes      yes   yes   yes     yes         yes
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()[1:] if line]


def answer_to(furnished: Furnished, reader: str, method: str, address: str) -> str:
    """What the house answers this reader: in, yes or no. Whatever the request does is undone."""
    with transaction.atomic():
        client = furnished.browser(reader)
        if method == "GET":
            response = client.get(address)
        elif address == "/api/v1/lists":
            response = client.post(address, {"files": SimpleUploadedFile("DSKKAR00.DBF", b"")})
        elif address.endswith("/documents"):
            response = client.post(address, {"files": SimpleUploadedFile("proof.pdf", b"")})
        elif address.startswith("/api/"):
            response = client.post(address, {"reason": "اشتباه شد"}, content_type="application/json")
        else:
            response = client.post(address, {"reason": "اشتباه شد", "charge": furnished.values["charge"], "workplace": furnished.values["honest"]})
        assert response.status_code < 500, f"{method} {address} for {reader}: {response.status_code}"
        assert response.status_code != 405, f"{address} does not take {method}"
        transaction.set_rollback(True)
    if response.status_code == 401 or response.headers.get("Location", "").startswith("/sign-in/"):
        return "in"
    return "no" if response.status_code in (403, 404) else "yes"


def test_the_table_names_its_readers_in_order():
    assert TABLE.strip().splitlines()[0].split() == READERS
    assert all(len(row) == 2 + len(READERS) and set(row[2:]) <= {"in", "yes", "no"} for row in ROWS)


def routes() -> set[str]:
    """Every route of the house, as its parts are joined."""

    def walk(resolver, before: str):
        for pattern in resolver.url_patterns:
            route = before + str(pattern.pattern)
            yield from walk(pattern, route) if hasattr(pattern, "url_patterns") else [route]

    return set(walk(get_resolver(), ""))


def test_every_address_of_the_house_is_in_the_table(furnished):
    asked = {resolve(address.format(**furnished.values).partition("?")[0]).route for _, address, *_ in ROWS}
    assert routes() - asked == set(), "not in the table"


def test_every_act_of_the_api_is_in_the_table(furnished):
    asked = {(method, resolve(address.format(**furnished.values).partition("?")[0]).route) for method, address, *_ in ROWS}
    acts = {(method.upper(), path.strip("/").replace("{", "<").replace("}", ">")) for path, acts in api.get_openapi_schema()["paths"].items() for method in acts}
    assert acts and acts - asked == set(), "not in the table"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(row[:2]))
def test_each_reader_gets_the_answer_of_the_table(furnished, row):
    method, address, *expected = row
    address = address.format(**furnished.values)
    got = [answer_to(furnished, reader, method, address) for reader in READERS]
    assert dict(zip(READERS, got, strict=True)) == dict(zip(READERS, expected, strict=True))
