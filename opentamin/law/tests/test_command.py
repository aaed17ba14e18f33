"""The law answers on the command line, in both languages, and says what it cannot read."""

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
