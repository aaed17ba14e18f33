"""Compiled law is never older than the law."""

import numpy as np
import pytest

from opentamin import law
from opentamin.law.machine import kernel_cache, kernels, sources


@pytest.fixture
def key_with(monkeypatch):
    """The cache key when one file of the law reads otherwise."""

    def key(name: str, text: bytes) -> str:
        monkeypatch.setitem(sources.SOURCES, name, text)
        sources.rules_hash.cache_clear()
        return kernel_cache.cache_key()

    yield key
    sources.rules_hash.cache_clear()


RULE_FILES = [n for n in sources.SOURCES if n.endswith(".py") and not n.startswith(sources.NO_RULES)]


@pytest.mark.parametrize("name", RULE_FILES)
def test_a_change_in_any_rule_file_changes_the_key(key_with, name):
    before = kernel_cache.cache_key()
    assert key_with(name, sources.SOURCES[name] + b"\n# one more word\n") != before


def test_a_change_in_a_figure_changes_the_key(key_with):
    before = kernel_cache.cache_key()
    changed = sources.SOURCES["contributions/figures/rates.yaml"].replace(b"7/100", b"9/100")
    assert key_with("contributions/figures/rates.yaml", changed) != before


def test_a_change_of_words_or_of_asking_needs_no_new_compilation(key_with):
    before = kernel_cache.cache_key()
    assert key_with("words/fa.yaml", b"{}") == before
    assert key_with("ask/facts.py", b"") == before


def test_another_compiler_has_another_key(monkeypatch):
    before = kernel_cache.cache_key()
    monkeypatch.setattr(kernel_cache.numba, "__version__", "0.0")
    assert kernel_cache.cache_key() != before


def test_the_folder_is_the_one_the_environment_names(monkeypatch, tmp_path):
    monkeypatch.setenv("OPENTAMIN_CACHE", str(tmp_path))
    assert kernel_cache.cache_folder().parent == tmp_path / "law"


def test_another_processor_has_another_key(monkeypatch):
    before = kernel_cache.cache_key()
    monkeypatch.setattr(kernel_cache.llvm, "get_host_cpu_name", lambda: "i486")
    assert kernel_cache.cache_key() != before


def test_machine_code_is_made_once_and_again_where_it_is_damaged(monkeypatch, tmp_path):
    monkeypatch.setenv("OPENTAMIN_CACHE", str(tmp_path))
    made = []

    def make() -> bytes:
        made.append(1)
        return b"machine\ncode"

    assert kernel_cache.kept("one.o", make) == kernel_cache.kept("one.o", make) == b"machine\ncode" and len(made) == 1
    path = kernel_cache.cache_folder() / "one.o"
    for spoilt in (path.read_bytes()[:-1], b"", b"nothing", path.read_bytes().replace(b"code", b"c0de")):
        path.write_bytes(spoilt)
        assert kernel_cache.kept("one.o", make) == b"machine\ncode"
    assert len(made) == 5


def test_a_rule_loaded_from_the_cache_answers_as_it_did_when_it_was_compiled(monkeypatch, tmp_path):
    monkeypatch.setenv("OPENTAMIN_CACHE", str(tmp_path))
    current, article = law.of_month(140508), law.ARTICLES["list_last_day"]
    rows = {"month": np.array([140411, 140505]), "is_relief_activity": np.array([0, 1])}
    kernels.forget()
    compiled = law.columns(article, rows, current, "compiled")
    [kept] = kernel_cache.cache_folder().glob("routine_list_last_day_*.o")
    written = kept.stat().st_mtime_ns
    kernels.forget()
    loaded = law.columns(article, rows, current, "compiled")
    kernels.forget()
    assert kept.stat().st_mtime_ns == written
    plain = law.columns(article, rows, current, "plain")
    assert {name: array.tolist() for name, array in loaded.items()} == {name: array.tolist() for name, array in compiled.items()}
    assert {name: array.tolist() for name, array in loaded.items()} == {name: array.tolist() for name, array in plain.items()}
