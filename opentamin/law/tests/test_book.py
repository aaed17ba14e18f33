"""The book of reference: every article has its page, and the formula written out is the one that runs."""

import re

import pytest

from opentamin import law
from opentamin.law import book
from opentamin.law.__main__ import main
from opentamin.law.book.figures import calls_of, figures_of
from opentamin.law.book.source_texts import sources_read
from opentamin.law.machine.figures import all_figures
from opentamin.law.machine.plans import plan_of
from opentamin.law.machine.tracing import script_of
from opentamin.law.report import NoSuchArticle
from opentamin.law.rulings import all_rulings
from opentamin.law.words import words_of
from opentamin.law.words.files import LANGUAGES

LATIN, PERSIAN = re.compile("[A-Za-z_0-9]"), re.compile("[\u0600-\u06ff]")
EVERY = pytest.mark.parametrize("name", list(law.ARTICLES))


def lines_of(name, language="en", wording=0):
    return [f"{'  ' * line.depth}{line.text}" for line in book.article_page(name, language).wordings[wording].formula]


@EVERY
def test_an_article_has_a_page_in_both_languages_each_in_its_own_letters(name):
    for language, strange in (("fa", LATIN), ("en", PERSIAN)):
        page = book.article_page(name, language)
        shown = [page.title, page.text, page.cite, page.chapter_title, *(one.text for one in page.outcomes)]
        shown += [line.text for wording in page.wordings for line in wording.formula]
        shown += [text for part in (*page.facts, *page.answers) for text in (part.label, *part.options, part.default)]
        shown += [text for figure in page.figures for text in (figure.label, *figure.choices, *(row.value for row in figure.rows))]
        wrong = [text for text in shown if strange.search(text)]
        assert not wrong, wrong[:3]


@EVERY
def test_the_formula_speaks_of_every_figure_it_reads_and_every_article_it_calls(name):
    article = law.ARTICLES[name]
    lines = [line for wording in book.article_page(name, "en").wordings for line in wording.formula]
    assert {figure for line in lines for figure in line.figures} == set(figures_of(article))
    assert {called for line in lines for called in line.articles} == {called.name for called in calls_of(article)}


@EVERY
def test_the_page_names_every_fact_and_every_part_of_the_answer(name):
    page, plan = book.article_page(name, "en"), plan_of(law.ARTICLES[name])
    assert [part.name for part in page.facts] == list(plan.kinds)
    assert {part.name for part in page.answers} == set(plan.results) - {"outcome"}
    assert {part.name for part in page.facts if part.default} == set(plan.defaults)


def test_a_sum_reads_as_it_runs():
    assert lines_of("premium_of_wage") == ["Answer: wage that bears premium × worker share, rate (rounding of each worker's share)"]
    assert lines_of("premium_of_wage", "fa") == ["پاسخ: مزد مبنا × نرخ سهم بیمه‌شده (گرد کردن سهم هر بیمه‌شده)"]


def test_conditions_choices_and_outcomes_are_told_by_their_words():
    lines = lines_of("assessed_wage")
    assert lines[0] == "If days worked is more than days in the month"
    assert lines[1].endswith("an officer looks at them") and lines[1].startswith("  Answer")
    assert any("apprentice: yes" in line and "is less than minimum wage of the days worked" in line for line in lines)
    assert any("wage under the minimum: lifted to the minimum" in line for line in lines)
    assert lines[-1].startswith("Answer: The declared wage is the base; wage that bears premium: declared insurable pay")


def test_both_ways_of_a_condition_and_a_running_total_are_told():
    lines = lines_of("insurable_pay")
    place = lines.index("If civil servant: yes")
    assert lines[place + 1 : place + 4] == [
        "  overtime and special allowance is added to pay that bears no premium",
        "Otherwise",
        "  overtime and special allowance is added to insurable benefits",
    ]
    assert lines[0] == "monthly wage = (daily wage + daily seniority) × days worked"


def test_a_loop_is_told_once_for_each():
    lines = lines_of("relief_of_five")
    assert "wage the relief reaches begins at 0" in lines
    assert "For each row of the worker" in lines
    assert any(line.startswith("    “Wage of one worker the relief reaches”") for line in lines)


def test_a_thing_named_by_nought_is_told_and_an_answer_of_noughts_is_its_outcome_alone():
    assert any(line.endswith("who decides: primary medical commission") for line in lines_of("commission_stage"))
    assert "  Answer: There is no day of work in this month" in lines_of("assessed_wage")


def test_days_are_compared_as_days_and_reckoned_in_the_calendar():
    assert lines_of("list_deadline")[-1] == "Answer: the day before day 1 of month after the time allowed"


def test_an_amended_article_shows_its_versions_latest_first_each_with_its_days():
    newest, oldest = book.article_page("pension_of_years", "en").wordings
    assert newest.in_force == "in force since 16 Esfand 1371" and newest.ends is None
    assert oldest.in_force == "in force from 1 Mehr 1354 to the end of 15 Esfand 1371"
    assert newest.formula != oldest.formula


def test_an_annulled_version_says_so_and_has_no_formula():
    from opentamin.law.book.writing import _wording
    from opentamin.law.words import words_of

    from .dated_rules import extra_help

    annulled = next(version for version in extra_help.versions if version.function is None)
    wording = _wording(extra_help, annulled, words_of("en"))
    assert (wording.is_annulled, wording.formula, wording.in_force) == (True, (), "annulled since 1 Farvardin 1390")
    assert [source.text for source in wording.sources] == ["an invented ruling"]


def test_a_figure_is_shown_through_time_with_its_sources_and_what_is_unknown():
    figure = book.figure_history("minimum_wage_daily", "en")
    assert len(figure.rows) == len(all_figures()["minimum_wage_daily"].values)
    assert (figure.rows[0].status, figure.rows[0].value) == ("unknown", "unknown")
    assert figure.ask == "the Supreme Labour Council"
    last = figure.rows[-1]
    assert (last.value, last.since_text) == ("5,541,850 rials a day", "1 Farvardin 1405")
    assert [source.key for source in last.sources] == ["WAGE-B"] and "payroll tables" in last.sources[0].text


def test_a_choice_shows_all_it_could_be_and_why_it_is_so():
    figure = book.figure_history("five_workers_order", "en")
    assert figure.choices == ("lowest pay first", "highest pay first", "as listed")
    assert figure.rows[0].status == "policy" and "cost the state least" in figure.rows[0].why


def test_the_page_shows_cases_with_their_numbers_and_neighbours_by_title():
    page = book.article_page("list_due", "en")
    case = next(case for case in page.cases if case.mark == "EX-1.1")
    assert ("due from the employer", "66,976,650 rials") in [(one.label, one.text) for one in case.expected]
    assert case.outcome == "RELIEF_NOT_LISTED" and case.outcome_text == "The workshop's activity is not listed for relief"
    assert [one.name for one in case.reasons] == ["employer_premium", "unemployment_premium", "state_premium", "remitted_by_employer"]
    assert all(case.is_met for case in page.cases)
    assert "relief_of_list" in [one.name for one in page.calls]
    assert "list_due" in [one.name for one in book.article_page("relief_of_list", "en").cited_by]


def test_a_case_that_rests_on_an_article_stands_on_its_page_too():
    through = book.article_page("premium_of_wage", "en").cases_through
    assert any(case.article == "worker_due" and case.mark == "EX-1.1" for case in through)


def test_rulings_on_an_article_and_on_a_figure_it_reads_stand_on_its_page():
    cover = book.article_page("compulsory_cover", "fa")
    assert all(not LATIN.search(one.title + one.day_text + one.holding + one.proof_text) for one in cover.rulings)
    board = next(one for one in book.article_page("unemployment_cover", "en").rulings if one.key.startswith("1182 "))
    assert (board.day_text, board.proof) == ("15 Dey 1394", "machine_summary") and "gazette" in board.proof_text
    assert any(one.figures and set(one.figures) & {figure.name for figure in cover.figures} for one in cover.rulings)


def test_figures_an_article_rests_on_through_others_are_told_apart():
    page = book.article_page("worker_due", "en")
    assert page.figures == ()
    assert {"rate_worker", "minimum_wage_daily"} <= {figure.name for figure in page.figures_below}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_official_is_listed_with_everything_that_rests_on_it(language):
    doubts = {doubt.figure.name: doubt for doubt in book.not_official(language)}
    late = doubts["five_workers_late_list"]
    assert [row.status for row in late.rows] == ["recollected"]
    assert [one.name for one in late.readers] == ["relief_of_list"]
    assert {"relief_of_list", "list_due"} <= {one.name for one in late.dependants}
    assert "worker_due" in {one.name for one in doubts["minimum_wage_daily"].dependants}
    official = {name for name, figure in all_figures().items() if all(row.status == "official" for row in figure.values)}
    assert set(doubts) == set(all_figures()) - official
    assert all(row.status != "official" for doubt in doubts.values() for row in doubt.rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_has_every_article_once_by_act_and_once_by_chapter_under_a_heading(language):
    index = book.index(language)
    for groups in (index.acts, index.chapters):
        assert sorted(one.name for group in groups for one in group.articles) == sorted(law.ARTICLES)
    assert all(not LATIN.search(group.title) for group in index.chapters) or language == "en"
    assert all(group.title != group.name for group in index.chapters), "a chapter has no heading in book/words"


def test_inside_an_act_articles_stand_by_number():
    group = next(group for group in book.index("en").acts if group.name == "ssl")
    numbers = [int(law.ARTICLES[one.name].reference.number) for one in group.articles if law.ARTICLES[one.name].reference.number.isdecimal()]
    assert numbers == sorted(numbers)


def test_an_article_nobody_wrote_has_no_page():
    with pytest.raises(NoSuchArticle):
        book.article_page("pension_of_dreams", "fa")


@pytest.mark.parametrize(("language", "words"), [("fa", "پاسخ: مزد مبنا × نرخ سهم بیمه‌شده"), ("en", "Answer: wage that bears premium ×")])
def test_the_page_is_printed_on_the_command_line(capsys, language, words):
    assert main(["article", "premium_of_wage", "--language", language]) == 0
    assert words in capsys.readouterr().out


def test_the_figures_in_doubt_are_printed_with_their_number(capsys):
    assert main(["not-official", "--language", "en"]) == 0
    out = capsys.readouterr().out
    assert "depends on it: " in out and "relief_of_list" in out
    assert out.strip().endswith("are not from an official text.")


def test_an_article_nobody_wrote_is_refused_on_the_command_line(capsys):
    assert main(["article", "pension_of_dreams", "--language", "en"]) == 1
    assert "law list" in capsys.readouterr().err


def test_the_figures_of_a_page_are_those_its_rules_read():
    for article in law.ARTICLES.values():
        functions = [version.function for version in article.versions if version.function]
        read = {name for function in functions for kind, name in script_of(function).leaves if kind == "figure"}
        assert {figure.name for figure in book.article_page(article.name, "en").figures} == read


def test_the_register_tells_every_ruling_with_the_articles_under_it():
    told = book.register("fa")
    assert [one.ruling.key for one in told] == [one.key for one in reversed(all_rulings())]
    hearing = next(one for one in told if one.ruling.key.startswith("1114-1115 "))
    assert "labour_board_hears" in [mention.name for mention in hearing.articles]


def test_the_outcome_of_another_article_is_told_with_its_name():
    lines = [line.strip() for line in lines_of("unemployment_right")]
    asked = next(place for place, line in enumerate(lines) if line.startswith("If outcome of ") and "“" in line)
    assert lines[asked + 1].startswith("Answer: outcome of ") and "entitled: no" in lines[asked + 1]
    assert "months" not in lines[asked + 1], "what a refusal gives nothing of is left out"


def shown_sources(language):
    """Every source the pages of the law name."""
    pages = [book.article_page(name, language) for name in law.ARTICLES]
    of_figures = [source for page in pages for figure in page.figures for row in figure.rows for source in row.sources]
    return [*of_figures, *(source for page in pages for wording in page.wordings for source in wording.sources)]


def test_a_source_is_told_in_persian_on_a_persian_page():
    strange = {source.key for source in shown_sources("fa") if not PERSIAN.search(source.text) or re.search("[0-9]", source.text)}
    assert not strange, f"name them in words/fa/sources.yaml: {sorted(strange)}"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("ruling 29 of 1395-01-24", "رأی ۲۹ مورخ ۱۳۹۵/۱/۲۴"),
        ("CORPUS ruling 1253 of 1393-05-27", "رأی ۱۲۵۳ مورخ ۱۳۹۳/۵/۲۷"),
        ("rulings 97 of 1382-03-04, 8 of 1383-01-16 and 839 of 1391-11-16", "رأی‌های ۹۷ مورخ ۱۳۸۲/۳/۴، ۸ مورخ ۱۳۸۳/۱/۱۶ و ۸۳۹ مورخ ۱۳۹۱/۱۱/۱۶"),
        ("laws of 1386-11-20 and 1392-07-17", "قانون‌های ۱۳۸۶/۱۱/۲۰ و ۱۳۹۲/۷/۱۷"),
        ("cap: ruling 1763 of 1399-11-21", "سقف: رأی ۱۷۶۳ مورخ ۱۳۹۹/۱۱/۲۱"),
        ("a book nobody knows", "a book nobody knows"),
    ],
)
def test_a_paper_is_told_by_its_number_and_day(written, said):
    assert [source.text for source in sources_read(written, words_of("fa"))] == [said]
    assert [source.text for source in sources_read(written, words_of("en"))] == [written]
