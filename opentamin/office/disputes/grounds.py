"""On which grounds one may object, by the kind of thing objected to; and which dispute of the law each ground makes of it."""

from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from opentamin.law.procedure.rows import DEBT, HAZARDOUS_JOB, JOB_TITLE, MISSING_RECORD, PREMIUM_OF_EMPLOYER

from .models import SubjectKind


class Ground(TextChoices):
    PAID = "paid", _("این پول پیش‌تر پرداخت شده است")
    CAME_IN_TIME = "came_in_time", _("فهرست یا پول به‌موقع رسیده بود")
    WRONG_FACTS = "wrong_facts", _("رقمی که محاسبه از آن آغاز شده نادرست است")
    WRONG_LAW = "wrong_law", _("ماده یا رقم قانون درست به کار نرفته است")
    WRONG_EVIDENCE = "wrong_evidence", _("سندی که بدهی بر آن است درست نیست")
    NOT_OURS = "not_ours", _("این بدهی یا این ماه از آن این کارگاه نیست")
    DAYS = "days", _("شمار روزها نادرست است")
    WAGE = "wage", _("مزد نادرست است")
    JOB = "job", _("عنوان شغل نادرست است")
    HAZARDOUS = "hazardous", _("کار سخت و زیان‌آور بوده و نوشته نشده است")
    SHARE = "share", _("بیش از سهم کارگر از مزد کم شده است")
    ABSENT = "absent", _("این ماه یا این نام نیامده است")
    DID_NOT_WORK = "did_not_work", _("در این ماه در این کارگاه کاری نبوده است")
    OTHER = "other", _("دلیلی دیگر که در پایین نوشته شده است")


_OF_A_DEBT = (Ground.PAID, Ground.CAME_IN_TIME, Ground.WRONG_FACTS, Ground.WRONG_LAW, Ground.WRONG_EVIDENCE, Ground.NOT_OURS, Ground.OTHER)
_OF_A_RECORD = (Ground.DAYS, Ground.WAGE, Ground.JOB, Ground.HAZARDOUS, Ground.SHARE, Ground.ABSENT, Ground.DID_NOT_WORK, Ground.OTHER)
GROUNDS: dict[str, tuple[Ground, ...]] = {
    SubjectKind.DEBT: _OF_A_DEBT,
    SubjectKind.LINE: _OF_A_DEBT,
    SubjectKind.ROW: _OF_A_RECORD,
    SubjectKind.MONTH: _OF_A_RECORD,
}
_DISPUTES = {Ground.JOB: JOB_TITLE, Ground.HAZARDOUS: HAZARDOUS_JOB, Ground.SHARE: PREMIUM_OF_EMPLOYER}


def disputes_of(subject_kind: str, grounds: Iterable[str]) -> list[int]:
    """Subjects of dispute (`procedure.rows.SUBJECTS`) these grounds raise, each once, in the order of the law's list."""
    if subject_kind in (SubjectKind.DEBT, SubjectKind.LINE):
        return [DEBT]
    return sorted({_DISPUTES.get(Ground(ground), MISSING_RECORD) for ground in grounds})


def labels(grounds: Iterable[str]) -> list[str]:
    """Grounds in the words of the page."""
    return [str(Ground(ground).label) for ground in grounds]
