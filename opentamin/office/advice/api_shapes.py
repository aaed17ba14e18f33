"""What the API of the law takes and answers. The pages of the book are answered as they are (`opentamin.law.book`), days in ISO;
questions and decisions write days in the Jalali calendar and take both."""

from typing import Any, Literal

from ninja import Schema
from pydantic import ConfigDict, Field

from opentamin.law import book

Language = Literal["fa", "en"]
UNEMPLOYED = {"unemployed_day": "1405-06-01", "birth_day": "1365-01-01", "premium_months": 5}
WAGE = {"days": 30, "days_in_month": 30, "wage_insurable": 2_000_000_000}


class ArticleInList(Schema):
    name: str
    title: str
    cite: str
    text: str
    chapter: str


class ArticlesPage(Schema):
    count: int
    page: int
    size: int
    items: list[ArticleInList]


class SchemasAnswer(Schema):
    """JSON Schema (2020-12) of the facts an article is asked with, and of its decision."""

    facts: dict[str, Any]
    answer: dict[str, Any]


class Question(Schema):
    """A case to decide. What is left out of `facts` is asked for, one fact at a time, only if the answer depends on it."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"facts": UNEMPLOYED, "on": "1405-06-10"}, {"facts": {}, "changes": False}]})

    facts: dict[str, Any] = Field(default_factory=dict, description="Facts by name, as `schema` describes them.")
    on: str | None = Field(None, max_length=40, description="By the law of which day, Jalali or Gregorian; today when left out.")
    known_on: str | None = Field(None, max_length=40, description="As the law was known on which day; all we know now when left out.")
    changes: bool = Field(True, description="Whether to look for what would change a refusal.")


class Decision(Schema):
    """What the law of a day says of one case. `question` is the fact to tell next where the answer depends on one.

    `rests_on` are figures nobody proved; `trace` is every step, as data. `changes` is null where there is nothing to change, where
    it was not asked for, or where the search was stopped: then `is_search_cut`.
    """

    article: str
    status: Literal["decided", "missing", "figure_unknown", "not_in_force"]
    day: str
    known_on: str | None
    law: str
    outcome: str
    entitled: bool | None
    is_for_a_person: bool
    amounts: dict[str, int | str | bool | None]
    facts: dict[str, Any]
    assumed: dict[str, Any]
    failed: list[dict[str, Any]]
    rests_on: list[dict[str, Any]]
    question: dict[str, Any] | None
    title: str
    cite: str
    answer: str
    text: list[str]
    trace: dict[str, Any] | None


class Answer(Decision):
    changes: dict[str, Any] | None = None
    is_search_cut: bool = False


class Pair(Schema):
    """The same facts under two laws: those of two days, or of one day and of a reform on another.

    A reform is `title` and `changes`, each with `figure`, `from`, `value` and `why`; as an object, or as text in YAML.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"facts": WAGE, "before": "1398-01-01", "after": "1405-08-01"},
                {
                    "facts": WAGE, "before": "1405-08-01", "after": "1405-08-01",
                    "reform": {
                        "title": "A ceiling of nine times",
                        "changes": [{"figure": "ceiling_factor", "from": "1405-01-01", "value": 9, "why": "what the draft says"}],
                    },
                },
            ]
        }
    )  # fmt: skip

    facts: dict[str, Any] = Field(default_factory=dict, description="Facts by name, as `schema` describes them.")
    before: str = Field(max_length=40)
    after: str = Field(max_length=40)
    reform: dict[str, Any] | str | None = None


class Comparison(Schema):
    """Both decisions, and every article where they part, in the order of the calculation."""

    before: Decision
    after: Decision
    is_same: bool
    results: list[dict[str, Any]]
    articles: list[dict[str, Any]]
    text: list[str]


class Figure(Schema):
    """A figure through time; `readers` read it themselves, `dependants` are all articles that come to it."""

    figure: book.FigureHistory
    readers: list[str]
    dependants: list[str]


class FiguresPage(Schema):
    count: int
    page: int
    size: int
    items: list[Figure]


class RulingsPage(Schema):
    count: int
    page: int
    size: int
    items: list[book.RegisteredRuling]
