"""A ruling of the Administrative Justice Court as the register keeps it."""

from dataclasses import dataclass
from datetime import date

BODIES = ("general_board", "specialised_board", "court")
KINDS = ("unification", "annulment", "practice_making", "not_annulled", "review", "request", "unstated")
PROOFS = ("text_seen", "machine_summary", "title_only", "request_only", "named_only")
SUBJECTS = (
    "premium", "five_workers", "coverage", "contracts", "history", "labour_boards", "hazardous_work", "pension_amount",
    "favour_years", "survivors", "retirees", "veterans", "funds", "maternity", "disability", "unemployment", "procedure",
    "assessment", "enforcement", "other",
)  # fmt: skip


@dataclass(frozen=True)
class Annulment:
    """What a ruling ends: a rule of an act by number and clause, from a day on.

    An empty ``clause`` is the whole article; an empty ``article`` says the rule was never coded.
    """

    act: str
    number: str
    clause: str
    since: date
    rule_fa: str
    rule_en: str
    article: str
    ruling: str

    def rule(self, language: str) -> str:
        """What was annulled, in words."""
        return self.rule_fa if language == "fa" else self.rule_en


@dataclass(frozen=True)
class Carrier:
    """The dated version of an article, or row of a figure, that follows a ruling."""

    article: str
    figure: str
    since: date
    known_from: date | None


@dataclass(frozen=True)
class Ruling:
    """One ruling: facts and a holding in our own words, never its text.

    ``day`` is None where only the gazette's day is known; ``is_day_rebuilt`` marks a day read from damaged digits.
    """

    number: str
    day: date | None
    gazetted: date | None
    is_day_rebuilt: bool
    body: str
    kind: str
    subject: str
    holding_fa: str
    holding_en: str
    proof: str
    sources: tuple[str, ...]
    articles: tuple[str, ...]
    carries: tuple[Carrier, ...]
    annuls: tuple[Annulment, ...]
    see: tuple[str, ...]

    @property
    def key(self) -> str:
        """Number and day, "29 of 1395-01-24"; numbers alone come again each year."""
        from ..days import text_of

        return f"{self.number} of {text_of(self.known_day)}"

    @property
    def known_day(self) -> date:
        """The day of the ruling, or that of the gazette where it is all we know."""
        day = self.day or self.gazetted
        if day is None:
            raise ValueError(f"Ruling {self.number} has no day.")
        return day

    def holding(self, language: str) -> str:
        """What the court held, in our own words."""
        return self.holding_fa if language == "fa" else self.holding_en
