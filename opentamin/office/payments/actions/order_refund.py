"""Order a granted refund at the bank."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from opentamin.office.channels.bank import BankRefused, RefundOrder, bank
from opentamin.office.ledger.actions import reverse
from opentamin.office.ledger.queries import charge_of

from ..models import Payment, PaymentState, Refund, RefundState


@transaction.atomic
def order_refund(refund_id: int, *, now: datetime) -> Refund:
    """Send the order once; its number makes a second sending the same order. What the bank does not take is set free again."""
    refund = Refund.objects.select_for_update(of=("self",)).select_related("account").get(pk=refund_id)
    if refund.state != RefundState.GRANTED or refund.ordered_at is not None:
        return refund
    assert refund.account is not None, "a refund is paid from one of our accounts"
    order = RefundOrder(refund.number, refund.account.iban, refund.iban, refund.holder, refund.amount, _("بازپرداخت %(number)s") % {"number": refund.number})
    try:
        with transaction.atomic():
            bank().order_refund(order, now=now)
    except BankRefused as refusal:
        return _set_free(refund, str(refusal), now)
    refund.ordered_at = now
    refund.save(update_fields=["ordered_at"])
    return refund


def _set_free(refund: Refund, words: str, now: datetime) -> Refund:
    journal = charge_of("refund", ("refund", refund.pk))
    reverse(journal, on=timezone.localdate(now), reason=words, now=now)
    refund.state, refund.bank_words, refund.closed_on = RefundState.RETURNED, words, timezone.localdate(now)
    refund.save(update_fields=["state", "bank_words", "closed_on"])
    if refund.payment_id:
        Payment.objects.filter(pk=refund.payment_id).update(state=PaymentState.UNMATCHED, note="refund_returned")
    return refund
