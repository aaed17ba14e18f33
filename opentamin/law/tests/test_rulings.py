"""The register of rulings: well formed, tied to articles that exist, and nothing annulled still at work."""

import pytest

from opentamin import law
from opentamin.law import rulings
from opentamin.law.days import date_from_text
from opentamin.law.kinds import Rials
from opentamin.law.machine import archive
from opentamin.law.machine.articles import article
from opentamin.law.machine.figures import all_figures
from opentamin.law.rulings import BODIES, KINDS, PROOFS, SUBJECTS, Annulment, guard
from opentamin.law.rulings.reading import read_rulings
from opentamin.law.words.files import LANGUAGES, words_of

from .dated_rules import extra_help, sum_of_both

RULING = """
- number: "7"
  day: 1395-01-24
  body: general_board
  kind: annulment
  subject: history
  holding: {fa: باطل شد, en: annulled}
  proof: text_seen
  sources: [a page]
"""


def clause(act, number, since, name=""):
    return Annulment(act, number, name, date_from_text(since), "بند", "the clause", "", "7")


# What fails the build


def test_a_ruling_names_only_articles_the_law_has():
    assert guard.articles_nobody_has(rulings.all_rulings(), law.ARTICLES) == []


def test_a_version_or_a_figure_said_to_follow_a_ruling_is_there():
    assert guard.carriers_nobody_has(rulings.all_rulings(), law.ARTICLES, all_figures()) == []


def test_no_article_cites_an_annulled_clause_after_its_day():
    assert guard.clauses_still_cited(rulings.annulled_clauses(), law.ARTICLES) == []


def test_nothing_annulled_is_reached_after_its_day():
    assert guard.annulled_still_reached(law.ARTICLES) == []


def test_every_ruling_an_article_or_a_figure_rests_on_is_registered():
    texts = {f"{name}, text {place}": v.source for name, one in law.ARTICLES.items() for place, v in enumerate(one.versions)}
    texts |= {f"{name}, {row.since}": row.source for name, figure in all_figures().items() for row in figure.values}
    assert guard.rulings_nobody_registered(texts, rulings.all_rulings()) == []


def test_a_coded_clause_that_was_annulled_ends_on_the_day_of_its_ruling():
    coded = [annulment for annulment in rulings.annulled_clauses() if annulment.article]
    assert coded
    for annulment in coded:
        endings = [v for v in law.ARTICLES[annulment.article].versions if v.function is None]
        assert [law.days.date_of(v.starts) for v in endings] == [annulment.since]


# That these would be found


def test_an_article_nobody_has_would_be_named():
    text = RULING + "  articles: [court_hears, court_sings]\n"
    assert guard.articles_nobody_has(read_rulings({"x": text}), law.ARTICLES) == ["7 of 1395-01-24: court_sings"]


@pytest.mark.parametrize("carrier", ["{article: court_hears, since: 1395-08-26}", "{figure: court_songs, since: 1395-08-25}"])
def test_a_carrier_nobody_has_would_be_named(carrier):
    found = read_rulings({"x": RULING + f"  carries: [{carrier}]\n"})
    assert len(guard.carriers_nobody_has(found, law.ARTICLES, all_figures())) == 1


def test_an_annulled_clause_still_cited_would_be_found_and_one_that_ended_would_not():
    @article("90", law="enforcement_bylaw", clause="1", in_force=("1355-01-01", None))
    def still_there(debt: Rials, law) -> Rials:
        return debt

    @article("90", law="enforcement_bylaw", in_force=("1355-01-01", "1397-01-21"))
    def ended(debt: Rials, law) -> Rials:
        return debt

    both = {"still_there": still_there, "ended": ended}
    assert len(guard.clauses_still_cited((clause("enforcement_bylaw", "90", "1397-01-21"),), both)) == 1
    assert guard.clauses_still_cited((clause("enforcement_bylaw", "90", "1397-01-21", "2"),), both) == []
    assert guard.clauses_still_cited((clause("enforcement_bylaw", "91", "1397-01-21"),), both) == []
    assert guard.clauses_still_cited((clause("enforcement_bylaw", "90", "1397-01-20"),), both) == [
        "still_there cites the clause, annulled since 2018-04-09",
        "ended cites the clause, annulled since 2018-04-09",
    ]


@article("2", law="ssl", in_force=("1380-01-01", None))
def struck_out(wage: Rials, law) -> Rials:
    return wage * 7


struck_out.annulled(since="1390-01-01", source="an invented ruling")


@article("3", law="ssl", in_force=("1380-01-01", None))
def still_asking(wage: Rials, law) -> Rials:
    return struck_out(wage, law)


@article("4", law="ssl", in_force=("1391-01-01", None))
def saying_it_again(pay: Rials, law) -> Rials:
    return pay * 7


@article("5", law="ssl", in_force=("1391-01-01", None))
def said_again(wage: Rials, law) -> Rials:
    """The annulled rule under another name."""
    return wage * 7


def test_a_rule_that_still_asks_an_annulled_one_would_be_found():
    found = guard.annulled_still_reached({"struck_out": struck_out, "still_asking": still_asking})
    assert found == ["still_asking on 2011-03-21: still asks struck_out"]


def test_an_annulled_rule_issued_again_under_another_name_would_be_found():
    assert guard.annulled_still_reached({"struck_out": struck_out, "said_again": said_again}) == [
        "said_again on 2012-03-20: says again struck_out"
    ]


def test_a_rule_may_ask_an_annulled_one_that_answers_silence():
    assert guard.annulled_still_reached({"extra_help": extra_help, "sum_of_both": sum_of_both}) == []


def test_a_ruling_named_in_a_source_and_not_registered_would_be_found():
    texts = {"a": "ruling 29 of 1395-01-24", "b": "rulings 787, 788 and 800 of 1393/4/23; ruling 30 of 1395-01-24"}
    assert guard.rulings_nobody_registered(texts, rulings.all_rulings()) == ["b: 30 of 1395-01-24"]


# The register


def test_the_rulings_of_the_facts_are_all_here():
    assert len(rulings.all_rulings()) == 81
    assert len(rulings.annulled_clauses()) == 7
    days = [one.known_day for one in rulings.all_rulings()]
    assert days == sorted(days)


def test_one_number_in_two_years_is_two_rulings():
    assert rulings.ruling("19 of 1391-01-21").kind == "review"
    assert rulings.ruling("19 of 1397-01-21").kind == "annulment"


def test_the_rulings_on_an_article_are_found_by_its_name():
    assert [one.key for one in rulings.rulings_on("labour_board_hears")] == ["1051 of 1398-06-05", "1114-1115 of 1400-04-01"]
    assert [one.key for one in rulings.rulings_on("late_paid_month_voided")] == ["29 of 1395-01-24"]
    assert rulings.rulings_on("employer_premium") == ()


def test_a_ruling_known_by_its_gazette_alone_says_so():
    known = rulings.ruling("437-438 of 1393-04-24")
    assert known.day is None
    assert known.gazetted == date_from_text("1393-04-24")


def test_a_day_rebuilt_from_damaged_digits_is_marked():
    assert rulings.ruling("102 of 1373-09-12").is_day_rebuilt
    assert not rulings.ruling("29 of 1395-01-24").is_day_rebuilt


def test_nothing_seen_as_a_request_only_is_said_to_be_held():
    for one in rulings.all_rulings():
        assert (one.proof == "request_only") == (one.kind == "request")
        assert not (one.annuls and one.kind != "annulment")
        assert (one.kind == "annulment") == bool(one.annuls)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_of_the_register_has_a_word(language):
    data = words_of(language).data
    for section, names in (("ruling_bodies", BODIES), ("ruling_kinds", KINDS), ("ruling_proofs", PROOFS),
                           ("ruling_subjects", SUBJECTS)):  # fmt: skip
        assert set(data[section]) == set(names)


def test_holdings_are_in_both_languages_each_in_its_own_letters():
    for one in rulings.all_rulings():
        assert any("\u0600" <= letter <= "\u06ff" for letter in one.holding("fa"))
        assert "ي" not in one.holding_fa
        assert "ك" not in one.holding_fa
        assert not any("\u0600" <= letter <= "\u06ff" for letter in one.holding("en"))


def test_an_archived_release_brings_its_own_register():
    assert [one.key for one in archive.load(archive.pack()).rulings.all_rulings()] == [one.key for one in rulings.all_rulings()]


# Bad data is refused


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("  proof: text_seen\n", "", "'proof' is missing"),
        ("  day: 1395-01-24\n", "", "'day' is missing"),
        ("  day: 1395-01-24\n", "  day: 1395-13-24\n", "no day '1395-13-24'"),
        ("kind: annulment", "kind: opinion", "'opinion' is not defined"),
        ("subject: history", "subject: weather", "'weather' is not defined"),
        ("en: annulled", "fr: annulé", "'en' is missing"),
        ("  proof:", "  prof: x\n  proof:", "'prof' is no field"),
        ("sources: [a page]", "sources: [a page]\n  see: [9 of 1390-01-01]", "refers to 9 of 1390-01-01"),
        ("sources: [a page]", "sources: [a page]\n  carries: [{since: 1395-01-24}]", "'article' is missing"),
        ("sources: [a page]", "sources: [a page]\n  annuls: [{act: x, since: 1395-01-24}]", "'act' is missing"),
        ("sources: [a page]", 'sources: [a page]\n  annuls: [{act: x, number: "1"}]', "'since' is missing"),
    ],
)
def test_a_row_that_is_not_as_it_must_be_is_refused(old, new, said):
    assert old in RULING
    with pytest.raises(law.LawRefused) as raised:
        read_rulings({"register/x.yaml": RULING.replace(old, new)})
    assert said in raised.value.en
    assert any("\u0600" <= letter <= "\u06ff" for letter in raised.value.fa)


def test_a_ruling_twice_in_the_register_is_refused():
    with pytest.raises(law.LawRefused, match="twice"):
        read_rulings({"one": RULING, "other": RULING})
