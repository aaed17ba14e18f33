"""Compiled law is never older than the law."""

import pytest

from opentamin.law.machine import kernels, sources


@pytest.fixture
def key_with(monkeypatch):
    """The cache key when one file of the law reads otherwise."""

    def key(name: str, text: bytes) -> str:
        monkeypatch.setitem(sources.SOURCES, name, text)
        sources.rules_hash.cache_clear()
        return kernels.cache_key()

    yield key
    sources.rules_hash.cache_clear()


RULE_FILES = [n for n in sources.SOURCES if n.endswith(".py") and not n.startswith(sources.NO_RULES)]


@pytest.mark.parametrize("name", RULE_FILES)
def test_a_change_in_any_rule_file_changes_the_key(key_with, name):
    before = kernels.cache_key()
    assert key_with(name, sources.SOURCES[name] + b"\n# one more word\n") != before


def test_a_change_in_a_figure_changes_the_key(key_with):
    before = kernels.cache_key()
    changed = sources.SOURCES["contributions/figures/rates.yaml"].replace(b"7/100", b"9/100")
    assert key_with("contributions/figures/rates.yaml", changed) != before


def test_a_change_of_words_or_of_asking_needs_no_new_compilation(key_with):
    before = kernels.cache_key()
    assert key_with("words/fa.yaml", b"{}") == before
    assert key_with("ask/facts.py", b"") == before


def test_another_compiler_has_another_key(monkeypatch):
    before = kernels.cache_key()
    monkeypatch.setattr(kernels.numba, "__version__", "0.0")
    assert kernels.cache_key() != before


def test_the_folder_is_the_one_the_environment_names(monkeypatch, tmp_path):
    monkeypatch.setenv("OPENTAMIN_CACHE", str(tmp_path))
    assert kernels.cache_folder().parent == tmp_path / "law"
