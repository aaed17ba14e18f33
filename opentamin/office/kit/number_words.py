"""Whole numbers in Persian words, as a sum is written out in a letter."""

from typing import Final

_ONES: Final = ("", "یک", "دو", "سه", "چهار", "پنج", "شش", "هفت", "هشت", "نه", "ده", "یازده", "دوازده", "سیزده", "چهارده", "پانزده", "شانزده", "هفده", "هجده", "نوزده")
_TENS: Final = ("", "", "بیست", "سی", "چهل", "پنجاه", "شصت", "هفتاد", "هشتاد", "نود")
_HUNDREDS: Final = ("", "صد", "دویست", "سیصد", "چهارصد", "پانصد", "ششصد", "هفتصد", "هشتصد", "نهصد")
_GROUPS: Final = ("", "هزار", "میلیون", "میلیارد", "تریلیون", "کوادریلیون", "کوینتیلیون")
_AND: Final = " و "


def in_words(number: int) -> str:
    """«بیست و یک هزار و پانصد» of 21500; the sign of a negative number in a word. Raises ValueError above 64 bits."""
    if abs(number) >= 1 << 63:
        raise ValueError(number)
    if number == 0:
        return "صفر"
    groups, rest = [], abs(number)
    for name in _GROUPS:
        rest, group = divmod(rest, 1000)
        if group:
            groups.append(f"{_below_thousand(group)} {name}".strip())
    return ("منفی " if number < 0 else "") + _AND.join(reversed(groups))


def _below_thousand(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10) if rest >= len(_ONES) else (0, rest)
    return _AND.join(filter(None, (_HUNDREDS[hundreds], _TENS[tens], _ONES[ones])))
