"""Numbers as people read them, in the language of the page: Persian digits and ٬ in Persian, Latin digits and a comma in English."""

from django.utils.translation import get_language, gettext, ngettext

_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
_LATIN = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "0123456789" * 2)
NBSP = "\u00a0"
RIALS_IN_TOMAN = 10


def is_persian() -> bool:
    """Whether the page being written is in Persian; no language at all means Persian."""
    return (get_language() or "fa").startswith("fa")


def is_absent(value: object) -> bool:
    """Whether a template has nothing here: None, or the empty text Django puts for a name it does not know."""
    return value is None or value == ""


def digits(value: object) -> str:
    """Text with its digits in the language of the page; None becomes the empty text."""
    if value is None:
        return ""
    return str(value).translate(_PERSIAN if is_persian() else _LATIN)


def grouped(value: int | None) -> str:
    """A whole number with its thousands apart: ۱۰۶٬۰۴۶٬۳۳۴. A negative one is an island, so that its sign keeps its side."""
    if is_absent(value):
        return ""
    text = f"{abs(int(value)):,}"
    text = digits(text.replace(",", "٬") if is_persian() else text)
    return text if int(value) >= 0 else f"\u2066−{text}\u2069"


def count(value: int | None) -> str:
    """A count that stands alone. A lone ۰ looks like a dot, so nothing is a word."""
    return gettext("صفر") if value == 0 else grouped(value)


def toman_about(rials: int | None) -> str:
    """The toman reading of a sum in rials: two leading units, rounded to a thousand tomans, after «حدود»."""
    if is_absent(rials):
        return ""
    tomans = abs(int(rials)) // RIALS_IN_TOMAN
    if tomans < 10_000:
        return gettext("حدود %(amount)s تومان") % {"amount": grouped(tomans)} if tomans else ""
    parts, rest = [], (tomans + 500) // 1000
    for size, unit in ((10**6, gettext("میلیارد")), (10**3, gettext("میلیون")), (1, gettext("هزار"))):
        whole, rest = divmod(rest, size)
        if whole and len(parts) < 2:
            parts.append(f"{grouped(whole)}{NBSP}{unit}")
    return gettext("حدود %(amount)s تومان") % {"amount": gettext(" و ").join(parts)}


def file_size(size: int) -> str:
    """Bytes as a short reading: ۱۴ کیلوبایت."""
    if size < 1024:
        return ngettext("%(n)s بایت", "%(n)s بایت", size) % {"n": grouped(size)}
    if size < 1024**2:
        return gettext("%(n)s کیلوبایت") % {"n": grouped(max(1, round(size / 1024)))}
    return gettext("%(n)s مگابایت") % {"n": grouped(round(size / 1024**2))}
