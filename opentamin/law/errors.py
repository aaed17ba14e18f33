"""What the law machine says when it cannot answer, in Persian and English."""


class LawError(Exception):
    """An error with one sentence in each language: ``fa`` and ``en``."""

    def __init__(self, fa: str, en: str) -> None:
        super().__init__(f"{en}\n{fa}")
        self.fa, self.en = fa, en

    def sentence(self, language: str) -> str:
        return self.fa if language == "fa" else self.en


class Missing(LawError):
    """A fact the rule needs was not given; ``name`` is the next question to ask."""

    def __init__(self, name: str, article: str = "") -> None:
        super().__init__(
            f"واقعیت «{name}» داده نشده است و قاعدهٔ «{article}» بدون آن پاسخ نمی‌دهد؛ آن را بیفزایید.",
            f"The fact {name!r} is missing and the rule {article!r} needs it; add it.",
        )
        self.name, self.article = name, article


class UnknownFigure(LawError):
    """A dated figure has no known value on that day.

    ``fa`` and ``en`` are (figure, day, article, who can supply it) in the two languages.
    """

    def __init__(self, name: str, fa: tuple[str, ...], en: tuple[str, ...]) -> None:
        super().__init__(
            "رقم «{}» در روز {} نزد ما نیست ({})؛ آن را از {} بگیرید "
            "و با منبعش به رقم‌های قانون بیفزایید.".format(*fa),
            'The figure "{}" is unknown on {} ({}); obtain it from {} '
            "and add it, with its source, to the figures of the law.".format(*en),
        )
        self.name = name


class NotInForce(LawError):
    """An article was called on a day it does not govern.

    ``day`` is written 1340-01-01; ``spans`` are (first day, day after the last or nothing), ``titles`` the article's in fa and en.
    """

    def __init__(self, name: str, day: str, spans: list[tuple[str, str]], titles: tuple[str, str] | None = None) -> None:
        persian, english = titles or (name, repr(name))
        told_fa = "؛ ".join(f"از {_in_persian(start)} تا پیش از {_in_persian(end)}" if end else f"از {_in_persian(start)} تا امروز" for start, end in spans)
        told_en = "; ".join(f"{start} to {end or '…'}" for start, end in spans)
        super().__init__(
            f"«{persian}» در روز {_in_persian(day)} اجرا نمی‌شود؛ روزهای اجرای آن: {told_fa}.",
            f"The article {english} is not in force on {day}; it governs {told_en}.",
        )
        self.name, self.day = name, day


def _in_persian(day: str) -> str:
    """1340-01-01 as ۱۳۴۰/۱/۱."""
    parts = (str(int(part)) for part in day.split("-"))
    return "/".join(parts).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))


class OutOfBounds(LawError):
    """A fact lies outside what a rule may be asked about."""

    def __init__(self, name: str, value: int, least: int, greatest: int, row: int | None = None):
        where_fa = "" if row is None else f"سطر {row + 1}: "
        where_en = "" if row is None else f"Row {row + 1}: "
        super().__init__(
            f"{where_fa}«{name}» برابر {value} است؛ باید از {least} تا {greatest} باشد.",
            f"{where_en}{name!r} is {value}; it must lie from {least} to {greatest}.",
        )
        self.name, self.value, self.row = name, value, row


class LawRefused(LawError):
    """The law files contradict themselves and are not loaded."""
