"""The law answers on the command line, in both languages, and says what it cannot read."""

import io
import json

import pytest

from opentamin.law.__main__ import main


@pytest.fixture
def facts(tmp_path):
    path = tmp_path / "facts.yaml"
    path.write_text("days: 30\ndays_in_month: 30\nwage_insurable: 223255500\n")
    return str(path)


@pytest.mark.parametrize(("language", "words"), [("fa", "۱۵٬۶۲۷٬۸۸۵ ریال"), ("en", "15,627,885 rials")])
def test_a_case_is_explained_in_the_readers_language(facts, capsys, language, words):
    assert main(["explain", "worker_due", "--facts", facts, "--on", "1405/8/1", "--language", language]) == 0
    assert words in capsys.readouterr().out


def test_the_figures_of_a_day_are_those_in_force_then(capsys):
    main(["figures", "--on", "۱۳۹۹/۳/۳۱", "--language", "en"])
    assert "611,809" in capsys.readouterr().out
    main(["figures", "--on", "۱۳۹۹/۴/۱", "--language", "en"])
    assert "636,809" in capsys.readouterr().out


def test_all_written_cases_are_met(capsys):
    assert main(["cases"]) == 0
    assert "ok" in capsys.readouterr().out


def test_a_figure_nobody_has_supplied_is_named_with_its_article(tmp_path, capsys):
    path = tmp_path / "facts.yaml"
    path.write_text("days: 30\ndays_in_month: 30\nwage_insurable: 1000\n")
    assert main(["explain", "worker_due", "--facts", str(path), "--on", "1370/1/1", "--language", "en"]) == 1
    assert "minimum" in capsys.readouterr().err


def test_a_missing_file_of_facts_is_said_and_nothing_answered(capsys):
    assert main(["explain", "worker_due", "--facts", "no-such.yaml"]) == 1
    assert "no-such.yaml" in capsys.readouterr().err


def test_a_day_that_does_not_exist_is_refused(capsys):
    with pytest.raises(SystemExit):
        main(["figures", "--on", "1405/13/40"])
    assert "1405/8/1" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("language", "first", "stood"),
    [
        ("fa", "آیا بیمهٔ بیکاری دارد؟ خیر (ماده ۱ قانون بیمهٔ بیکاری).", "آن‌چه راه را بست"),
        ("en", "Is there unemployment cover? no (Art. 1 Unemployment Insurance Law).", "What stands in the way"),
    ],
)
def test_a_case_is_decided_with_its_reasons_and_what_would_change_it(tmp_path, capsys, language, first, stood):
    path = tmp_path / "facts.yaml"
    path.write_text("is_foreign: بله\n")
    assert main(["decide", "unemployment_cover", "--facts", str(path), "--on", "1405/8/1", "--language", language]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == first and any(line.startswith(stood) for line in lines)
    assert lines[-1].startswith("اگر «تبعهٔ خارجی» خیر بود" if language == "fa" else "If “foreign national” were no:")


def test_a_decision_may_be_had_as_data(facts, capsys):
    assert main(["decide", "worker_due", "--facts", facts, "--on", "1405/8/1", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["amounts"]["worker_share"] == 15_627_885 and data["trace"]["article"] == "worker_due"
    assert data["changes"] == {"later": [], "turning": [], "text": []}


def test_facts_may_come_through_the_pipe(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("days: ۳۰".encode())))
    assert main(["decide", "worker_due", "--facts", "-", "--language", "en"]) == 0
    assert capsys.readouterr().out == "To answer “Worker share” we need to know: How many days: days in the month?\n"


def test_facts_that_cannot_be_used_are_refused_all_at_once_and_nothing_is_answered(tmp_path, capsys):
    path = tmp_path / "facts.yaml"
    path.write_text("days: x\nwage_insurable: -1\nsalary: 3\n")
    assert main(["decide", "worker_due", "--facts", str(path), "--language", "en"]) == 1
    out, err = capsys.readouterr()
    assert out == "" and [line.split(":")[0] for line in err.splitlines()] == ["days", "wage_insurable", "salary"]


def test_a_file_too_long_to_be_a_case_is_not_read_to_its_end(tmp_path, capsys):
    path = tmp_path / "facts.yaml"
    path.write_text("days: 1\n" * 200_000)
    assert main(["decide", "worker_due", "--facts", str(path), "--language", "en"]) == 1
    assert "more than 200,000 characters" in capsys.readouterr().err


@pytest.mark.parametrize("part", [[], ["--answer"]])
def test_the_schema_of_facts_and_answers_is_json(capsys, part):
    assert main(["schema", "worker_due", *part]) == 0
    assert json.loads(capsys.readouterr().out)["x-article"] == "worker_due"


def test_two_days_are_compared(facts, capsys):
    assert main(["compare", "worker_due", "--facts", facts, "--from", "1404/1/1", "--to", "1405/1/1", "--language", "en"]) == 0
    assert "minimum daily wage: 3,463,656 rials a day since 1 Farvardin 1404" in capsys.readouterr().out


def test_the_law_and_a_reform_are_compared_on_one_day(facts, tmp_path, capsys):
    reform = tmp_path / "reform.yaml"
    reform.write_text("title: Eight percent\nchanges: [{figure: rate_worker, from: 1405-01-01, value: 8/100, why: a draft}]\n")
    assert main(["compare", "worker_due", "--facts", facts, "--from", "1405/8/1", "--reform", str(reform), "--json", "--language", "en"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["before"]["day"] == data["after"]["day"] == "1405-08-01" and data["before"]["law"] != data["after"]["law"]
    assert data["after"]["amounts"]["worker_share"] == 17_860_440
    reform.write_text("title: x\n")
    assert main(["compare", "worker_due", "--facts", facts, "--reform", str(reform)]) == 1


@pytest.mark.parametrize("act", ["decide", "explain", "schema", "compare"])
def test_a_name_that_is_no_article_is_refused(facts, capsys, act):
    assert main([act, "pension_of_dreams", *(["--facts", facts] if act != "schema" else []), "--language", "en"]) == 1
    assert "no article named 'pension_of_dreams'" in capsys.readouterr().err
