"""Asking the law: facts as people write them in, decisions with their reasons out.

    from opentamin import law
    from opentamin.law import ask

    article = ask.article_named("disability_right")
    facts, law_of_day = ask.prepare(article, ask.load_facts(article, text), day)
    decision = ask.decide(article, facts, law_of_day)
    ask.tell(decision, "fa").lines          # the reasoned text
    ask.what_changes(decision).to_dict("fa")
    ask.compare(article, facts, one_law, another_law)

One thing under the command line, the API and the pages. Nothing here reads a clock.
"""

from ..report import NoSuchArticle, article_named
from .change import Changes, Later, Turning, what_changes
from .comparing import Comparison, compare, compare_decisions
from .deciding import Decision, Question, Status, decide, next_question, prepare, questions_left
from .facts import FactsRefused, Fault, load_facts, read_facts
from .reform import Change, Reform, ReformRefused, load_reform
from .schema import answer_schema, facts_schema, outcomes_of
from .standing import Condition
from .telling import Told, tell
from .telling_change import change_lines
from .telling_compare import comparison_lines, side_names

__all__ = [
    "Change", "Changes", "Comparison", "Condition", "Decision", "FactsRefused", "Fault", "Later", "NoSuchArticle", "Question",
    "Reform", "ReformRefused", "Status", "Told", "Turning", "answer_schema", "article_named", "change_lines", "compare",
    "compare_decisions", "comparison_lines", "decide", "facts_schema", "load_facts", "load_reform", "next_question",
    "outcomes_of", "prepare", "questions_left", "read_facts", "side_names", "tell", "what_changes",
]  # fmt: skip
