"""Reforms: dated changes over the law in force, with a hash of their own; the law itself is never touched."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from opentamin import law
from opentamin.law import ask
from opentamin.law.days import date_from_jalali
from opentamin.law.errors import LawRefused
from opentamin.law.machine.figures import all_figures, read_figures

WORKER = law.ARTICLES["worker_due"]
HIGH = {"days": 30, "days_in_month": 30, "wage_insurable": 2_000_000_000}
DAY = date_from_jalali(1405, 8, 1)
TEXT = """
title: Nine times the minimum
changes:
  - {figure: ceiling_factor, from: 1405-07-01, value: 9, why: What the draft says}
  - {figure: rate_worker, from: ۱۴۰۵/۰۸/۰۱, value: ۸/۱۰۰, why: What the draft says}
"""


def refusals(text):
    with pytest.raises(ask.ReformRefused) as refused:
        ask.load_reform(text)
    assert all(fa and en for fa, en in refused.value.faults)
    return [en for _, en in refused.value.faults]


def change(**parts):
    told = {"figure": "ceiling_factor", "from": "1406-01-01", "value": "9", "why": "a draft", **parts}
    return "title: t\nchanges:\n  - {" + ", ".join(f'{name}: "{value}"' for name, value in told.items() if value is not None) + "}\n"


def test_a_reform_changes_the_answer_from_its_day_on():
    reform = ask.load_reform(TEXT)
    found = ask.decide(WORKER, HIGH, reform.law_at(DAY))
    assert found.amounts["wage_base"] == 5_541_850 * 9 * 30
    assert found.amounts["worker_share"] == 5_541_850 * 9 * 30 * 8 // 100
    before = ask.decide(WORKER, HIGH, reform.law_at(date_from_jalali(1405, 6, 31)))
    assert before.amounts == ask.decide(WORKER, HIGH, law.at(date_from_jalali(1405, 6, 31))).amounts


def test_the_law_itself_is_not_touched():
    ask.decide(WORKER, HIGH, ask.load_reform(TEXT).law_at(DAY))
    assert law.at(DAY).ceiling_factor == 7
    assert ask.decide(WORKER, HIGH, law.at(DAY)).amounts["worker_share"] == 81_465_195


def test_a_reform_has_a_hash_of_its_own_that_follows_what_it_changes():
    one, other = ask.load_reform(TEXT), ask.load_reform(TEXT.replace("value: 9", "value: 8"))
    assert len({law.law_hash(), one.hash, other.hash}) == 3
    assert one.hash == ask.load_reform(TEXT.replace("Nine times", "9 times")).hash
    assert ask.decide(WORKER, HIGH, one.law_at(DAY)).law == one.law_at(DAY).hash == one.hash


def test_what_is_proposed_is_marked_wherever_it_is_read():
    found = ask.decide(WORKER, HIGH, ask.load_reform(TEXT).law_at(DAY))
    proposed = {used.name: used for used in found.rests_on if used.status == "proposed"}
    assert set(proposed) == {"ceiling_factor", "rate_worker"} and proposed["rate_worker"].why == "What the draft says"
    assert found.node is not None and not law.is_enforceable(found.node)
    assert "proposed by a reform, not law. What the draft says" in "\n".join(ask.tell(found, "en").lines)


def test_a_change_stands_until_the_next_row_of_the_law():
    reform = ask.load_reform("title: t\nchanges: [{figure: minimum_wage_daily, from: 1404-07-01, value: 1000, why: w}]")
    assert reform.law_at(date_from_jalali(1404, 12, 1)).minimum_wage_daily == 1_000
    assert reform.law_at(date_from_jalali(1405, 1, 1)).minimum_wage_daily == law.at(date_from_jalali(1405, 1, 1)).minimum_wage_daily


def test_a_row_that_begins_on_the_same_day_gives_way():
    reform = ask.load_reform("title: t\nchanges: [{figure: minimum_wage_daily, from: 1405-01-01, value: 1000, why: w}]")
    assert reform.law_at(DAY).minimum_wage_daily == 1_000


def test_a_choice_may_be_changed_and_an_unknown_figure_supplied():
    reform = ask.load_reform("title: t\nchanges: [{figure: rounding_worker_share, from: 1405-01-01, value: truncate, why: w}]")
    assert reform.law_at(DAY).figure("rounding_worker_share")[1].value == 0
    unknown = next(figure for figure, row in law.unknown_figures() if figure.unit not in ("rate", "choice"))
    supplied = ask.load_reform(f"title: t\nchanges: [{{figure: {unknown.name}, from: 1350-01-01, value: 7, why: w}}]")
    assert getattr(supplied.law_at(date(1973, 1, 1)), unknown.name) == 7


def test_law_and_reform_are_compared_and_the_reason_is_told():
    found = ask.compare(WORKER, HIGH, law.at(DAY), ask.load_reform(TEXT).law_at(DAY))
    text = "\n".join(ask.comparison_lines(found, "en", ask.side_names(found, "en", "Nine times the minimum")))
    assert "“Nine times the minimum” on 1 Aban 1405" in text
    assert "Figure worker share, rate: 7 percent" in text and "8 percent since 1 Aban 1405. What the draft says" in text


def test_the_search_for_a_later_day_may_go_by_a_reform():
    reform = ask.load_reform(TEXT)
    refused = ask.decide(law.ARTICLES["unemployment_cover"], {"is_foreign": 1}, reform.law_at(DAY))
    assert {one.name for one in ask.what_changes(refused, reform.law_at, years=1).turning} == {"is_foreign"}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (change(figure="ceilling_factor"), "did you mean “ceiling_factor”"), (change(figure="xyz"), "is no figure of the law"),
        (change(**{"from": "1405-13-01"}), "is not a day"), (change(**{"from": "soon"}), "is not a day"),
        (change(value="-1"), "neither negative"), (change(value="1" + "0" * 16), "neither negative"), (change(value="1.5"), "whole number"),
        (change(figure="rate_worker", value="7"), "a fraction such as 7/100") , (change(figure="rate_worker", value="1/0"), "a fraction"),
        (change(figure="rate_worker", value="3001/7"), "not too fine"),
        (change(figure="rounding_worker_share", value="up"), "write one of these: truncate, half_up"),
        (change(why=""), "write the reason"), (change(why=None), "write figure, from, value and why"), (change(until="1407"), "nothing else"),
        ("changes: [1]\ntitle: t", "write figure, from, value and why"), ("title: t", "changes nothing"), ("changes: []", "under title"),
        ("title: t\nwho: me", "“who” is no part of a reform"), ("a: b: c", "cannot be read"), ("[" * 2_000, "nested"),
        ("title: t\nchanges:\n" + "- {figure: ceiling_factor, from: 1406-01-01, value: 9, why: w}\n" * 2, "already changed on that day"),
        ("title: t\nchanges: [" + "1," * 600 + "]", "more than 500 changes"),
    ],
)  # fmt: skip
def test_what_is_no_reform_is_refused_with_the_way_to_mend_it(text, says):
    assert any(says in one for one in refusals(text)), refusals(text)


def test_all_that_is_wrong_is_said_at_once():
    assert len(refusals(change(figure="xyz") + "  - {figure: rate_worker, from: x, value: y, why: w}\n" + "who: me\n")) == 4


def test_a_proposal_has_no_place_among_the_figures_of_the_law():
    text = "f: {unit: days, article: {act: ssl, number: '1'}, values: {1400-01-01: {value: 1, status: proposed, source: s}}}"
    with pytest.raises(LawRefused, match="proposal"):
        read_figures({"one.yaml": text})
    assert all(row.status != "proposed" for figure in all_figures().values() for row in figure.values)


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80) | st.builds(change, figure=st.text(max_size=8), value=st.text(max_size=8)))
def test_whatever_is_sent_as_a_reform_is_read_or_refused(text):
    try:
        ask.load_reform(text)
    except ask.ReformRefused as refused:
        assert refused.faults
