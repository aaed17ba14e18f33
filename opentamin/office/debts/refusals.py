"""Why a debt was not issued, in words: pages, the API and the command line say the same."""

from django.utils.translation import gettext as _

from opentamin.office.notices.actions import CannotServe

from .actions import NeedsBoard, NoLongerRight, NotPrepared, RestsOnMemory

REFUSALS = {NotPrepared: "not_prepared", NoLongerRight: "no_longer_right", RestsOnMemory: "rests_on_memory", NeedsBoard: "needs_board", CannotServe: "cannot_serve"}


def refusal_words(refusal: Exception) -> str:
    """What stands in the way, and what to do."""
    if isinstance(refusal, CannotServe):
        return str(refusal)
    return {
        NotPrepared: _("این بدهی دیگر آمادهٔ صدور نیست: همکار دیگری آن را صادر کرده یا کنار گذاشته است."),
        NoLongerRight: _("پس از آماده شدن، پرداخت یا فهرستی رسیده و مبلغ دیگر درست نیست. «آماده کردن» را بزنید تا مبلغ درست آماده شود."),
        RestsOnMemory: _("رقمی در این محاسبه تنها به یاد مانده و از متنی خوانده نشده است؛ بر پایهٔ آن چیزی خواسته نمی‌شود."),
        NeedsBoard: _("مابه‌التفاوت ماده ۱۰۱ نخست به هیئت می‌رود؛ اینجا تنها آماده می‌شود."),
    }[type(refusal)]
