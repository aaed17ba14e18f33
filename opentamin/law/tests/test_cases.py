"""Every written case, one test each."""

import pytest

from opentamin.law.machine.cases import Case, differences, read_cases

CASES = read_cases()


def _name(case: Case) -> str:
    return " ".join(part for part in (case.mark, case.says) if part).replace(" ", "_")


@pytest.mark.parametrize("case", CASES, ids=_name)
def test_the_law_meets_the_case(case):
    assert differences(case) == []


def test_a_wrong_expectation_is_noticed():
    case = CASES[1]
    wrong = Case(**{**vars(case), "expect": {"worker_share": 1}, "outcome": "NO_DAYS", "reasons": ("state_premium",)})
    assert len(differences(wrong)) == 3


@pytest.mark.parametrize("mark", ["EX-1.1", "EX-1.2", "EX-1.3", "EX-1.5", "EX-1.7", "EX-2.2", "EX-2.3"])
def test_the_worked_examples_are_all_here(mark):
    assert any(case.mark == mark for case in CASES)
