"""Which articles are compiled in every run of the tests, and which only when all are asked for.

Compiling the whole law takes one core five minutes. Every run compiles the small articles and those a monthly list
asks; `OPENTAMIN_COMPILE=all ./run test opentamin/law` compiles every one.
"""

import inspect
import os

import pytest

from opentamin.law import ARTICLES
from opentamin.law.machine.plans import called_by

ALL = os.environ.get("OPENTAMIN_COMPILE") == "all"
SAID = "compiled only by OPENTAMIN_COMPILE=all ./run test opentamin/law"
CALLED_MAX, FACTS_MAX = 0, 2
ALWAYS = "opentamin.law.contributions."
# These speak of the machine and compile small rules of their own.
OF_THE_MACHINE = {"test_same_answer.py", "test_dated_articles.py", "test_cache_key.py", "test_archive.py"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what would take long to compile, saying so."""
    if ALL:
        return
    for item in items:
        if "opentamin/law/tests" in item.path.as_posix() and _compiles_much(item):
            item.add_marker(pytest.mark.skip(reason=SAID))


def _compiles_much(item: pytest.Item) -> bool:
    parameters = getattr(item, "callspec", None)
    article = parameters.params.get("article") if parameters else None
    if item.path.name == "test_same_answer.py":
        return hasattr(article, "versions") and not is_small(article)
    function = getattr(item, "function", None)
    return item.path.name not in OF_THE_MACHINE and function is not None and '"compiled"' in inspect.getsource(function)


def is_small(article) -> bool:
    """Whether an article is compiled in a second or so, or belongs to the monthly list."""
    if article.__module__.startswith(ALWAYS):
        return True
    functions = [version.function for version in article.versions if version.function]
    called = sum(len(called_by(function)) for function in functions)
    return called <= CALLED_MAX and len(article.parameters) <= FACTS_MAX and article.name in ARTICLES
