"""The pages: an employer gets a slip and pays, an officer finds the owner of the rest; each mistake has its sentence."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from pypdf import PdfReader

from opentamin.office.payments.actions import issue_slip, prepare_refund
from opentamin.office.payments.models import BankStatement, Payment, PaymentState, Reconciliation, Refund, RefundState, Slip
from opentamin.office.payments.papers import letter_data
from tests.cast import NOW

from .setting import IBAN, PAYER

pytestmark = pytest.mark.django_db


def words_of(response) -> str:
    return response.content.decode()


def test_an_employer_sees_what_is_owed_gets_a_slip_and_takes_it_along(till, as_user, settings):
    settings.BILL_IS_TRIAL = False
    charge, clerk = till.charge(15_627_885), as_user("clerk")
    assert "۱۵٬۶۲۷٬۸۸۵" in words_of(clerk.get("/payments/"))
    shown = clerk.post("/payments/slips/new/", {"charge": charge.pk, "workplace": till.cast.honest.pk}, follow=True)
    slip = Slip.objects.get()
    assert slip.amount == 15_627_885 and "۱۵٬۶۲۸٬۰۰۰" in words_of(shown) and IBAN[:2] in words_of(shown)
    pdf = clerk.get(f"/payments/slips/{slip.number}/slip.pdf")
    assert pdf["Content-Type"] == "application/pdf" and pdf.content.startswith(b"%PDF-")
    assert clerk.get(f"/payments/slips/{slip.number}/slip.pdf").content == pdf.content


def test_the_slip_as_a_paper_bears_its_sum_and_number(till):
    from io import BytesIO

    from opentamin.office.payments.papers import slip_paper

    slip = issue_slip(till.charge(15_627_885), till.cast.honest, by=till.cast.clerk, now=NOW)
    text = PdfReader(BytesIO(bytes(slip_paper(slip, by=till.cast.clerk, now=NOW).document.read()))).pages[0].extract_text()
    assert "۱۵٬۶۲۷٬۸۸۵" in text or "۱۵٬۶۲۷٬۸۸۵"[::-1] in text  # as the reader of the text layer takes the line


def test_an_officer_brings_a_statement_and_the_rest_waits_for_its_owner(till, as_user):
    slip = issue_slip(till.charge(700), till.cast.honest, by=till.cast.clerk, now=NOW)
    body = till.file({"rials": 700, "bill_id": slip.bill_id, "payment_id": slip.payment_id}, {"rials": 300, "text": "بیمه"})
    officer = as_user("officer")
    for _ in range(2):
        officer.post("/branch/payments/statements/new/", {"file": SimpleUploadedFile("s.xml", body)})
    assert BankStatement.objects.count() == 1
    waiting = Payment.objects.get(state=PaymentState.UNMATCHED)
    assert waiting.number.replace("-", "")[:4] == "1405" and "شناسه‌ای ندارد" in words_of(officer.get(f"/branch/payments/{waiting.number}/"))
    given = officer.post(f"/branch/payments/{waiting.number}/", {"workplace_code": "۷۰۱۱۲۲۰۰۰۱", "reason": "تلفنی پرسیدم"}, follow=True)
    waiting.refresh_from_db()
    assert waiting.workplace == till.cast.honest and waiting.state == PaymentState.CREDITED and "تلفنی پرسیدم" in words_of(given)
    moved = officer.post(f"/branch/payments/{waiting.number}/", {"workplace_code": "7014010001", "reason": "از آنِ دیگری بود"}, follow=True)
    waiting.refresh_from_db()
    assert waiting.workplace == till.cast.late and moved.status_code == 200


@pytest.mark.parametrize(("body", "said"), [(b"", "خالی است"), (b"<!DOCTYPE d><d/>", "DOCTYPE"), (b"PK\x03\x04", "فشرده")])
def test_a_file_that_is_refused_is_answered_with_what_is_wrong_and_how_to_mend_it(till, as_user, body, said):
    answer = as_user("officer").post("/branch/payments/statements/new/", {"file": SimpleUploadedFile("s.xml", body)})
    assert answer.status_code == 422 and said in words_of(answer) and not BankStatement.objects.exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [({}, "کد کارگاه را بنویسید"), ({"workplace_code": "1234567890", "reason": "x"}, "کارگاهی با این کد نیست"),
     ({"workplace_code": "7011220001", "reason": "x", "tracking": "99"}, "بدهی یا فهرستی با این شماره نیست"),
     ({"workplace_code": "7011220001"}, "دلیل را در یک جمله بنویسید")],
)  # fmt: skip
def test_what_was_typed_wrong_comes_back_with_its_sentence_and_nothing_is_moved(till, as_user, typed, said):
    [waiting] = till.take({"rials": 5})
    answer = as_user("officer").post(f"/branch/payments/{waiting.number}/", typed)
    assert answer.status_code == 422 and said in words_of(answer) and "<title>خطا:" in words_of(answer)
    waiting.refresh_from_db()
    assert waiting.state == PaymentState.UNMATCHED


def test_an_employer_asks_for_credit_back_and_another_decides(till, as_user):
    slip = issue_slip(till.charge(700), till.cast.honest, by=till.cast.clerk, now=NOW)
    till.take({"rials": 1_000, "bill_id": slip.bill_id, "payment_id": slip.payment_id})
    employer, address = as_user("employer"), f"/payments/credit/{till.cast.honest.pk}/refund/"
    typed = {"rials": "۳۰۰", "iban": PAYER, "holder": "شرکت سپهر", "reason": "اضافه پرداختیم"}
    assert "رقم‌های کنترل" in words_of(employer.post(address, typed | {"iban": f"{PAYER[:-1]}9"}))
    assert "آزاد است" in words_of(employer.post(address, typed | {"rials": "301"}))
    employer.post(address, typed)
    refund = Refund.objects.get()
    officer, page = as_user("officer"), f"/branch/payments/refunds/{refund.number}/"
    assert "نپذیرفتن بی‌دلیل" in words_of(officer.post(page, {"decision": "refuse"}))
    officer.post(page, {"decision": "grant"})
    refund.refresh_from_db()
    assert (refund.state, refund.decided_by) == (RefundState.GRANTED, till.cast.officer)
    assert "پیش‌تر تصمیم" in words_of(officer.post(page, {"decision": "grant"}))
    assert "در راه بانک" in words_of(employer.get("/payments/"))


def test_the_evening_is_made_on_word_and_shows_both_sides(till, as_user):
    till.take({"rials": 5})
    officer = as_user("officer")
    assert "تا ریال می‌خوانند" in words_of(officer.post("/branch/payments/reconciliation/", follow=True))
    assert Reconciliation.objects.get().is_tied and "پول بی‌صاحب" in words_of(officer.get("/branch/payments/"))


def test_every_page_speaks_english_when_asked(till, as_user):
    charge, officer, clerk = till.charge(700), as_user("officer"), as_user("clerk")
    slip = issue_slip(charge, till.cast.honest, by=till.cast.clerk, now=NOW)
    [ours, waiting] = till.take({"rials": 800, "bill_id": slip.bill_id, "payment_id": slip.payment_id}, {"rials": 5})
    refund = prepare_refund(rials=50, iban=PAYER, holder="Sepehr", reason="over", workplace_id=till.cast.honest.pk, by=till.cast.employer, now=NOW)
    for client in (officer, clerk):
        client.post("/i18n/setlang/", {"language": "en"})
    pages = {clerk: ["/payments/", f"/payments/slips/{slip.number}/"], officer: [
        "/branch/payments/", "/branch/payments/statements/new/", "/branch/payments/reconciliation/", f"/branch/payments/{ours.number}/",
        f"/branch/payments/{waiting.number}/refund/", f"/branch/payments/refunds/{refund.number}/"]}  # fmt: skip
    for client, addresses in pages.items():
        for address in addresses:
            answer = client.get(address)
            assert answer.status_code == 200 and 'dir="ltr"' in words_of(answer), address


def test_the_command_does_what_the_pages_do(till, tmp_path, capsys):
    till.charge(700)
    (tmp_path / "s.xml").write_bytes(till.file({"rials": 300, "text": "بیمه"}))
    call_command("payment", "receive", str(tmp_path / "s.xml"), "--as", "officer")
    call_command("payment", "unmatched", "--as", "officer")
    number = Payment.objects.get().number
    assert number in capsys.readouterr().out
    call_command("payment", "match", number, "7011220001", "--reason", "پرسیدم", "--as", "officer")
    call_command("payment", "owed", "7011220001", "--as", "clerk", "--language", "en")
    assert "400" in capsys.readouterr().out
    call_command("payment", "reconcile", "--as", "headquarters")
    with pytest.raises(CommandError, match="به نام همین کارگاه"):
        call_command("payment", "move", number, "7011220001", "--reason", "x", "--as", "officer")
    with pytest.raises(CommandError, match="اجازه ندارید"):
        call_command("payment", "unmatched", "--as", "clerk")


@pytest.mark.parametrize("is_trial", [True, False])
def test_a_slip_says_while_its_identifiers_are_not_yet_those_of_the_bank_network(till, as_user, settings, is_trial):
    settings.BILL_IS_TRIAL = is_trial
    slip = issue_slip(till.charge(700), till.cast.honest, by=till.cast.clerk, now=NOW)
    page, letter = words_of(as_user("clerk").get(f"/payments/slips/{slip.number}/")), letter_data(slip)
    assert ("شناسه‌های این برگ آزمایشی‌اند" in page, "در درگاه یا دستگاه بانک" in page) == (is_trial, not is_trial)
    assert (bool(letter["trial"]), "دستگاه بانک" in letter["follows"]) == (is_trial, not is_trial)


def test_credit_is_used_by_command_and_a_refusal_is_told_in_words(till, capsys):
    over = till.charge(700)
    slip = issue_slip(over, till.cast.honest, by=till.cast.clerk, now=NOW)
    till.take({"rials": 1_000, "bill_id": slip.bill_id, "payment_id": slip.payment_id})
    with pytest.raises(CommandError, match="300 rials are free"):
        words = ["refund", "7011220001", "301", PAYER, "سپهر", "--reason", "افزون"]
        call_command("payment", *words, "--as", "employer", "--language", "en")
    with pytest.raises(CommandError, match="رقم‌های کنترل"):
        call_command("payment", "refund", "7011220001", "1", f"{PAYER[:-1]}9", "سپهر", "--reason", "افزون", "--as", "employer")
    with pytest.raises(CommandError, match=r"There is no such file: /nowhere/s\.xml"):
        call_command("payment", "receive", "/nowhere/s.xml", "--as", "officer", "--language", "en")
    with pytest.raises(CommandError, match="چنین نام کاربری‌ای نیست: nobody"):
        call_command("payment", "unmatched", "--as", "nobody")
    assert not Refund.objects.exists()
