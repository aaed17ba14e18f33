"""The mutator itself: weak proofs leave survivors, strong ones none, and nothing it plants stays behind."""

import subprocess
import sys

import pytest

from opentamin import law
from opentamin.law.days import date_from_text
from opentamin.law.outcomes import Outcome
from proof.mutate.__main__ import main
from proof.mutate.changes import CHANGEOVER
from proof.mutate.equivalents import Equivalent, read_equivalents, sort_out
from proof.mutate.killers import ROOT, Killer, measured
from proof.mutate.making import changes_of
from proof.mutate.rules import chapters, rules_in, rules_of
from proof.mutate.telling import score, survivors, table
from proof.mutate.trials import Verdict, tried

from . import rules_on_trial
from .rules_on_trial import Part, Pay, part_above, policy_of, share_of, turns

RULES = {rule.name: rule for rule in rules_in(rules_on_trial, "trial")}
EARLY, LATE = law.at(date_from_text("1389-01-01")), law.at(date_from_text("1405-01-01"))
MINIMUM, MINIMUM_LATE = 101_000, 5_541_850


def changes_read(name):
    return {change.difference.split("\n+ ")[1] for change in changes_of(RULES[name])}


def trials_of(name, *proofs, changes=None):
    """Try every change of a rule against some claims, each True on the right law."""
    kin = [rule for rule in RULES.values() if rule.key in RULES[name].versions]
    killers = [Killer(f"claim {place}", lambda claim=claim: not holds(claim), "test_trial.py") for place, claim in enumerate(proofs)]
    assert measured(killers, kin) == []
    return tried(changes or changes_of(RULES[name]), killers, 2, lambda done, of: None)


def holds(claim):
    try:
        return claim()
    except Exception:
        return False


def below():
    return part_above(Pay(MINIMUM), EARLY) == Part(0, Outcome.LIFTED_TO_FLOOR)


def above():
    return part_above(Pay(MINIMUM + 5), EARLY) == Part(5) and part_above(Pay(MINIMUM - 5), EARLY).amount == 0


def uncovered():
    return part_above(Pay(MINIMUM + 5, is_covered=0), EARLY) == Part(0, Outcome.NO_DAYS)


def test_a_rule_with_one_weak_proof_has_survivors_and_with_strong_ones_none():
    weak = sort_out(trials_of("part_above", lambda: part_above(Pay(MINIMUM * 2), EARLY).amount == MINIMUM), [])
    strong = sort_out(trials_of("part_above", below, above, uncovered), [])
    assert len(weak.survived) > len(weak.killed) / 4
    assert [trial.change.difference for trial in strong.survived] == []


def test_the_boundary_twin_alone_notices_the_sign_at_the_boundary():
    changes = [change for change in changes_of(RULES["part_above"]) if "pay.wage < law" in change.difference]
    assert len(changes) == 1
    assert not trials_of("part_above", above, changes=changes)[0].is_killed
    assert trials_of("part_above", below, changes=changes)[0].is_killed


def test_an_amended_rule_is_changed_by_itself():
    def late():
        return part_above(Pay(MINIMUM_LATE, 7), LATE) == Part(7)

    changes = [change for change in changes_of(RULES["part_above_with_bonus"]) if change.kind != CHANGEOVER]
    verdicts = {trial.verdict for trial in trials_of("part_above_with_bonus", late, changes=changes)}
    assert verdicts == {Verdict.BY_TEST, Verdict.SURVIVED}  # that it is never below zero, nobody asked
    trials = trials_of("part_above_with_bonus", late, lambda: part_above(Pay(5), LATE) == Part(0), changes=changes)
    assert all(trial.is_killed for trial in trials)


def test_an_amendment_a_day_early_or_late_is_noticed_on_either_side_of_its_day():
    before, first = law.at(date_from_text("1389-12-29")), law.at(date_from_text("1390-01-01"))
    changes = [change for change in changes_of(RULES["part_above_with_bonus"]) if change.kind == CHANGEOVER]
    assert [change.new for change in changes] == ['"1389-12-29"', '"1390-01-02"']

    def last_day():
        return part_above(Pay(MINIMUM, 7), before) == Part(0, Outcome.LIFTED_TO_FLOOR)

    def first_day():
        return part_above(Pay(110_100, 7), first) == Part(7)

    assert [trial.is_killed for trial in trials_of("part_above_with_bonus", last_day, changes=changes)] == [True, False]
    assert [trial.is_killed for trial in trials_of("part_above_with_bonus", first_day, changes=changes)] == [False, True]


def test_a_proof_of_another_chapter_does_not_count():
    killer = Killer("elsewhere", lambda: not below(), "test_other.py")
    measured([killer], [RULES["part_above"]])
    assert killer.reached and not killer.speaks_for(changes_of(RULES["part_above"])[0])


def test_an_explanation_notices_the_change_too():
    def explained():
        return law.explain(share_of, {"wage": 150}, LATE).output == 11

    trials = trials_of("share_of", explained)
    assert trials and all(trial.is_killed for trial in trials)


def test_a_change_that_turns_for_ever_is_stopped():
    changes = [change for change in changes_of(RULES["turns"]) if "AGES + (AGES" in change.difference]
    trials = trials_of("turns", lambda: turns(3, LATE) == 3, changes=changes)
    assert [trial.verdict for trial in trials] == [Verdict.STOPPED]


def test_after_its_trials_a_rule_answers_as_before():
    trials_of("part_above", below)
    assert below() and above() and uncovered()


def test_a_change_that_changes_nothing_is_excused_by_its_entry_and_only_by_it():
    trials = trials_of("part_above", below, above)
    loose = sort_out(trials, []).survived
    excused = sort_out(trials, [Equivalent("part_above", trial.change.difference, "nobody is uncovered here") for trial in loose])
    assert loose and len(excused.equivalent) == len(loose) and not excused.survived and not excused.stale
    assert score(excused) == (len(excused.killed), len(excused.killed))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("- if pay.wage <= law.minimum_wage_daily:\n+ if pay.wage < law.minimum_wage_daily:", "this change is noticed"),
        ("- if pay.wage <= law.minimum_wage_daily:\n+ if pay.wage <= 7:", "no such change is tried"),
    ],
)
def test_an_entry_that_excuses_nothing_is_named(change, fault):
    out = sort_out(trials_of("part_above", below, above), [Equivalent("part_above", change, "an error")])
    assert fault in out.stale[0] and not out.equivalent


def test_an_entry_without_a_reason_is_refused(tmp_path):
    file = tmp_path / "equivalent.yaml"
    file.write_text("- {article: part_above, change: '- a'}\n")
    with pytest.raises(ValueError, match="no reason"):
        read_equivalents(file)


def test_each_kind_of_mistake_is_tried():
    read = changes_read("part_above")
    assert {"if pay.wage < law.minimum_wage_daily:", "if False:", "if pay.bonus <= law.minimum_wage_daily:",
            "if not (pay.wage <= law.minimum_wage_daily):", "return Part(1, Outcome.LIFTED_TO_FLOOR)",
            "return Part(0, Outcome.LIFTED_TO_FLOOR)", "return Part(pay.wage + law.minimum_wage_daily)"} <= read  # fmt: skip
    assert any("<= law." in line and "minimum_wage_daily" not in line for line in read)  # another figure of the unit
    assert {"return portion(wage, law.rate_worker, 1 - law.rounding_worker_share)"} <= changes_read("share_of")
    assert any("min(pay.wage" in line for line in changes_read("part_above_with_bonus"))
    assert {"total -= 1", "total += 0", "total = 1"} <= changes_read("turns")
    assert any(" or law.wage_under_floor" in line for line in changes_read("policy_of"))


def test_what_cannot_matter_is_not_tried():
    read = changes_read("part_above")
    assert not {"if pay.is_covered <= 0:", "if pay.is_covered == 2:"} & read


def test_changes_are_told_by_file_line_and_text():
    out = sort_out(trials_of("policy_of", lambda: policy_of(7, LATE) == MINIMUM_LATE), [])
    told = "\n".join(survivors(out))
    assert "    - return wage" not in told.split("line")[0]
    assert "rules_on_trial" in told and "    + " in told
    assert [line.split()[0] for line in table(out)] == ["chapter", "trial"]


def test_every_chapter_of_the_law_is_found_with_its_rules():
    assert {"contributions", "pensions"} <= set(chapters())
    names = {rule.name for rule in rules_of("contributions")}
    assert {"premium_of_wage", "assessed_wage", "place_in_order"} <= names
    assert "full_years_between" in {rule.name for rule in rules_of("days")}


def test_an_article_of_the_law_is_put_on_trial_by_its_name():
    command = [sys.executable, "-m", "proof.mutate", "--article", "floor_of_days", "--processes", "2"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "100.0 %" in done.stdout


def test_a_name_nobody_gave_is_refused(capsys):
    assert main(["--article", "no_such_article"]) == 1
    assert main(["--chapter", "dreams"]) == 1
    assert "there are" in capsys.readouterr().err
