"""Every link in the documents leads somewhere, and every decision has its reasons."""

import re

import pytest

from .tree import ROOT, files, name_of

DOCS = files(".md")


@pytest.mark.parametrize("path", DOCS, ids=name_of)
def test_a_link_leads_to_a_file_that_is_there(path):
    for target in re.findall(r"\]\(([^)#\s]+)", path.read_text()):
        if not target.startswith(("http:", "https:", "mailto:")):
            assert (path.parent / target).exists(), f"{name_of(path)} points at {target}"


@pytest.mark.parametrize("path", sorted((ROOT / "docs/decisions").glob("[0-9]*.md")), ids=name_of)
def test_a_decision_says_what_was_refused_and_why(path):
    text = path.read_text()
    assert "## Why" in text and "## Refused" in text
    assert len(text.splitlines()) <= 45


@pytest.mark.parametrize("path", sorted((ROOT / "docs/walks").glob("*.md")), ids=name_of)
def test_a_walk_names_files_that_exist(path):
    for name in re.findall(r"`((?:opentamin|tests|bench)/[\w./]+)`", path.read_text()):
        assert (ROOT / name).exists(), name
