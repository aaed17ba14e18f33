"""Numbers and days as the reader writes them, by whole-number arithmetic only."""

from datetime import date

from ..days import jalali_from_date

PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
MARKS = {"fa": ("٬", "٫"), "en": (",", ".")}
MINUS = {"fa": "منفی ", "en": "−"}


def digits(text: str, language: str) -> str:
    """Latin digits of a text in the digits of the language."""
    return text.translate(PERSIAN) if language == "fa" else text


def number(value: int, language: str) -> str:
    """۲۲۳٬۲۵۵٬۵۰۰ or 223,255,500."""
    grouped = f"{abs(value):,}".replace(",", MARKS[language][0])
    return (MINUS[language] if value < 0 else "") + digits(grouped, language)


def fraction(numerator: int, denominator: int, language: str, places: int = 4) -> str:
    """A quotient with as many decimals as it has, cut after ``places``: ۶٬۵۹۴٬۸۰۱٫۵."""
    sign = MINUS[language] if numerator < 0 else ""
    whole, rest = divmod(abs(numerator), denominator)
    decimals = ""
    while rest and len(decimals) < places:
        digit, rest = divmod(rest * 10, denominator)
        decimals += str(digit)
    decimals = decimals.rstrip("0")
    tail = MARKS[language][1] + digits(decimals, language) if decimals else ""
    return sign + number(whole, language) + tail


def day(value: date, language: str, months: list[str]) -> str:
    """۱ فروردین ۱۴۰۵ or 1 Farvardin 1405."""
    year, month, day_of_month = jalali_from_date(value)
    return digits(f"{day_of_month} {months[month - 1]} {year}", language)
