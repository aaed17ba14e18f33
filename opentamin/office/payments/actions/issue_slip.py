"""Issue a slip: how much of a charge is open today, and under which identifiers it is paid."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from opentamin.banking import identifiers
from opentamin.law.days import jalali_from_date
from opentamin.office.accounts import gate
from opentamin.office.kit.refusals import Refusal
from opentamin.office.ledger.models import Journal
from opentamin.office.ledger.queries import remaining_of
from opentamin.office.records.actions import next_number, note_act
from opentamin.office.registry.models import Workplace

from ..charges import RECEIVABLE
from ..models import Slip

SERIES = "slip"
VALID_DAYS = 30
PERIODS = 100  # two digits of the payment identifier tell slips of one workplace, year and sum apart


class NothingOpen(Refusal):
    """Nothing of this charge is open for this workplace."""

    code = "nothing_open"
    sentence = _("از این بدهی چیزی نمانده است که برگ بخواهد.")


class TooManySlips(Refusal):
    """A hundred slips of the same sum stand for this workplace this year; there is no identifier left for one more."""

    code = "too_many_slips"
    sentence = _("امسال برای این مبلغ صد برگ صادر شده است؛ از شعبه بخواهید برگ بدهد.")


@transaction.atomic
def issue_slip(charge: Journal, workplace: Workplace, *, by, now: datetime) -> Slip:
    """A slip for what is open of the charge; asked for again while it still holds, the same slip. Older ones of the charge are voided.

    A voided slip that is paid all the same is matched all the same: its identifiers still name the charge. Raises NothingOpen.
    """
    gate.require(by, "slip.issue", ("workplace", workplace.pk), ("branch", workplace.branch_id))
    Workplace.objects.select_for_update(no_key=True).get(pk=workplace.pk)
    today, open_rials = timezone.localdate(now), remaining_of(charge, RECEIVABLE, ("workplace", workplace.pk))
    if open_rials <= 0:
        raise NothingOpen
    standing = Slip.objects.filter(charge=charge, workplace=workplace, voided_at__isnull=True)
    same = standing.filter(amount=open_rials, valid_until__gte=today).first()
    if same is not None:
        return same
    standing.update(voided_at=now, void_reason="برگ تازه‌ای صادر شد")
    slip = _with_free_identifiers(charge, workplace, open_rials, by, now)
    note_act("slip.issue", by=by, subject=("slip", slip.pk), facts={"charge": charge.pk, "amount": open_rials}, now=now)
    return slip


def _with_free_identifiers(charge: Journal, workplace: Workplace, amount: int, by, now: datetime) -> Slip:
    today = timezone.localdate(now)
    year = jalali_from_date(today)[0] % 10
    bill = identifiers.bill_id(workplace.pk, company=settings.BILL_COMPANY, service=settings.BILL_SERVICE)
    first = Slip.objects.filter(workplace=workplace).count()
    for place in range(PERIODS):
        payment = identifiers.payment_id(bill, amount, year=year, period=(first + place) % PERIODS)
        try:
            with transaction.atomic():
                return Slip.objects.create(
                    number=next_number(SERIES, now=now), workplace=workplace, charge=charge, amount=amount, bill_id=bill,
                    payment_id=payment, issued_on=today, valid_until=today + timedelta(days=VALID_DAYS), issued_at=now, issued_by=by,
                )  # fmt: skip
        except IntegrityError:
            continue  # taken by an earlier slip of the same sum
    raise TooManySlips
