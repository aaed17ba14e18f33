"""A release kept: the old source gives the old answer, the new one another."""

import io
import zipfile

import pytest

from opentamin import law
from opentamin.law.contributions import WorkerMonth, worker_due

DAY = law.days.date_from_jalali(1405, 8, 1)
FACTS = WorkerMonth(30, 30, 2_000_000_000)._asdict()


def changed(packed: bytes, name: str, old: str, new: str) -> bytes:
    """A packed release in which one file says something else."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(out, "w") as target:
        for item in source.namelist():
            text = source.read(item).decode()
            if item == name:
                assert old in text
                text = text.replace(old, new)
            target.writestr(item, text)
    return out.getvalue()


def answer_of(release):
    return release.explain(release.ARTICLES["worker_due"], FACTS, release.at(DAY))


def test_the_same_release_packs_to_the_same_bytes():
    assert law.archive.pack() == law.archive.pack()


def test_an_archived_release_meets_the_digest_of_the_running_one():
    now = law.explain(worker_due, FACTS, law.at(DAY))
    kept = answer_of(law.archive.load(law.archive.pack(), law.law_hash()))
    assert law.digest(kept) == law.digest(now)
    assert kept.law == now.law == law.law_hash()


def test_a_changed_rule_answers_otherwise_while_the_archive_answers_as_before():
    packed = law.archive.pack()
    other = law.archive.load(changed(packed, "contributions/limits.py", "if month.wage_insurable > ceiling", "if month.wage_insurable > ceiling * 2"))
    old, new = answer_of(law.archive.load(packed)), answer_of(other)
    assert old.output["wage_base"] == 1_163_788_500
    assert new.output["wage_base"] == 2_000_000_000
    assert law.digest(old) != law.digest(new)
    assert old.law != new.law


def test_a_changed_figure_answers_otherwise():
    packed = law.archive.pack()
    other = law.archive.load(changed(packed, "contributions/figures/rates.yaml", "value: 7/100", "value: 9/100"))
    assert answer_of(other).output["worker_share"] == 104_740_965
    assert answer_of(law.archive.load(packed)).output["worker_share"] == 81_465_195


def test_an_archived_release_speaks_in_its_own_words():
    packed = changed(law.archive.pack(), "contributions/words/en.yaml", "title: Worker share\n", "title: Worker portion\n")
    old = law.archive.load(packed)
    assert old.words.render(answer_of(old), "en").title == "Worker portion"
    assert law.words.render(law.explain(worker_due, FACTS, law.at(DAY)), "en").title == "Worker share"


def test_bytes_that_are_not_the_release_asked_for_are_refused():
    packed = changed(law.archive.pack(), "contributions/figures/rates.yaml", "value: 7/100", "value: 8/100")
    with pytest.raises(law.LawError, match="This archive is not law"):
        law.archive.load(packed, law.law_hash())
