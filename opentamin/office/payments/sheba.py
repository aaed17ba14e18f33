"""The Sheba of an account, out of what was typed."""

from django.utils.translation import gettext_lazy as _

from opentamin.banking import identifiers
from opentamin.office.kit.refusals import Refusal
from opentamin.office.kit.text import fold_code

LENGTH = 26


class NotASheba(Refusal):
    """It has not the shape of one."""

    code = "not_a_sheba"
    status = 422
    sentence = _("شمارهٔ شبا IR و ۲۴ رقم است؛ این یکی نیست")


class ShebaDoesNotHold(NotASheba):
    """Its check digits do not hold."""

    sentence = _("رقم‌های کنترل این شبا درست نیست؛ یک رقم شاید جابه‌جا باشد")


def sheba_of(typed: str) -> str:
    """IR and 24 digits, whatever digits, blanks or dashes were typed, and with IR put before bare digits. Raises NotASheba."""
    bare = fold_code(typed)
    bare = bare if bare.startswith("IR") else f"IR{bare}"
    if len(bare) != LENGTH:
        raise NotASheba
    if not identifiers.sheba(bare):
        raise ShebaDoesNotHold
    return bare
