"""The project speaks of itself alone: no address of a third party, no machine's path, no unfinished word."""

import re

import pytest

from .tree import files, name_of

TEXT = [path for path in files(".py", ".html", ".css", ".js", ".typ", ".md", ".toml", ".yaml", ".txt", "run") if path.stat().st_size < 1_000_000]
PAGES = files(".html", ".css", ".js", ".typ", ".svg")
NAMESPACES = ("http://www.w3.org/", "https://www.w3.org/")
HOME = re.compile(r"(?<![\w}.$*])/(?:root|home/[a-z]+|work)/")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|raise NotImplementedError)\b")


def _addresses(text: str) -> list[str]:
    found = re.findall(r"(?:https?:)?//[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s\"')]*", text)
    return [one for one in found if not one.startswith(NAMESPACES)]


@pytest.mark.parametrize("path", PAGES, ids=name_of)
def test_a_page_asks_nothing_of_a_third_party(path):
    assert _addresses(path.read_text()) == []


@pytest.mark.parametrize("path", TEXT, ids=name_of)
def test_no_file_names_a_path_of_one_machine(path):
    assert not HOME.search(path.read_text())


@pytest.mark.parametrize("path", files(".py", ".html", ".typ"), ids=name_of)
def test_nothing_is_left_for_later_in_silence(path):
    if path.name != "test_speaks_of_itself.py":
        assert not UNFINISHED.search(path.read_text())
