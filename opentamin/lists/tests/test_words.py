"""Every remark has its sentence in both languages, filled, in the right digits."""

import re
from datetime import date

import numpy as np
import pytest

from opentamin import law as laws
from opentamin.law import days
from opentamin.lists import check, checks, words
from opentamin.lists.finding import Finding
from opentamin.lists.tests import right_list
from opentamin.lists.tests.right_list import LAW, TODAY, at_row, uploaded, workers

# Facts of every code, as the code that raises it gives them; a code without facts stands with an empty dict.
FACTS = {
    "file": "DSKKAR00.DBF", "path": "../x", "count": 12, "most": 200, "size": 300 * 2**20, "stated": 5, "needed": 29, "found": 4, "first": 3,
    "columns": 28, "month": 140508, "today": 140507, "expected": 15_627_885, "actual": 1_234_567, "difference": 45_000, "of": "DSW_MASH",
    "by_day": 1, "by_month": 2, "base": 100, "percent": 7, "wage": 1, "benefits": 2, "insurable": 223_255_500, "day_wage": 6, "days": 30,
    "ceiling": 9, "floor": 8, "days_in_month": 30, "year": 1405, "start": 14050801, "room": 15, "other_row": 34,
    "other_name": "امید شریفی", "hidden": 500, "length": 1000, "misread": "هحهد",
}  # fmt: skip


# Rooms may add words of their own findings; these are ours.
OWN = words.codes(words.__name__)


def example(code: str) -> Finding:
    facts = FACTS | ({"of": "sex_unknown"} if code == "more_of_this" else {})
    return Finding(code, "error", 7, "DSW_BIME", "15672885", facts)


def source_codes() -> set[str]:
    """Every code named in our own source: literals given to add, rows or Refused, and those made from parts."""
    from pathlib import Path

    folder = Path(checks.__file__).parents[1]
    source = "\n".join(p.read_text("utf-8") for p in folder.rglob("*.py") if "tests" not in p.parts)
    literal = set(re.findall(r'(?:Refused\(|"(?:error|warning|note)",\s*)"([a-z_]+)"', source))
    known = OWN
    return literal | {code for code in known if f'"{code}"' in source}


@pytest.mark.parametrize("language", words.LANGUAGES)
@pytest.mark.parametrize("code", sorted(OWN))
def test_a_sentence_is_whole_and_has_no_open_place(code, language):
    made = words.sentence(example(code), language)
    for part in made:
        assert part.strip() and "{" not in part and "}" not in part


def test_every_code_in_the_source_has_words():
    assert source_codes() <= OWN


def test_every_entry_is_used_by_the_source():
    made_from_parts = {f"{c}_row" for c in ("workplace_differs", "year_differs", "month_differs", "list_number_differs")}
    made_from_parts |= {f"seniority_{meaning}" for meaning in ("daily", "monthly", "both")}
    assert OWN - source_codes() - made_from_parts == set()


def test_both_languages_say_the_same_things():
    fa, en = words._words("fa"), words._words("en")
    assert fa.keys() == en.keys() >= OWN
    for code in OWN:
        for part in ("summary", "rule", "mend"):
            places = [set(re.findall(r"{(\w+)", table[code][part])) for table in (fa, en)]
            # Persian may leave out or add a name that the other needs, never a figure.
            assert places[0] == places[1], (code, part)


def test_every_column_has_a_name_in_both_languages():
    from opentamin.lists.fields import KINDS

    for language in words.LANGUAGES:
        assert all(words.column_name(column, language) for column in KINDS)


@pytest.mark.parametrize("code", sorted(OWN))
def test_persian_sentences_have_persian_digits_and_letters(code):
    made = words.sentence(example(code), "fa")
    for part in (made.summary, made.rule, made.mend, made.article):
        own = re.sub(r"[A-Za-z0-9./]*[A-Za-z][A-Za-z0-9./]*", "", part)  # file names and codes stay Latin
        assert not re.search("[0-9]", own), part
        assert not re.search("[يك]", own), part
        assert "لطفا" not in own and "نامعتبر" not in own and "!" not in own


def test_the_sentence_of_days_reads_as_in_the_prototype():
    [found] = [
        f for f in right_list.findings(uploaded(columns=workers(DSW_DD=at_row("DSW_DD", 1, 31)))) if f.code == "days_over_month"
    ]
    made = words.sentence(found, "fa")
    assert made.rule == "آبان ۳۰ روز دارد؛ روز کارکرد نباید بیشتر باشد."
    assert made.mend == "۳۰ یا کمتر بنویسید." and made.seen == "۳۱" and made.column_name == "روز کارکرد"


def test_the_sentence_of_the_premium_names_base_rate_and_difference():
    columns = workers(DSW_BIME=at_row("DSW_BIME", 1, int(workers()["DSW_BIME"][0]) + 45_000))
    [found] = right_list.findings(uploaded(columns=columns))
    made = words.sentence(found, "fa")
    assert made.rule == "باید ۷ درصد مزد مشمول باشد: ۱۹۵٬۰۰۰٬۰۰۰ × ۷ درصد = ۱۳٬۶۵۰٬۰۰۰."
    assert made.mend == "۱۳٬۶۵۰٬۰۰۰ بنویسید؛ ۴۵٬۰۰۰ ریال زیاد است." and made.seen == "۱۳٬۶۹۵٬۰۰۰"
    assert words.sentence(found, "en").mend == "Write 13,650,000; it is 45,000 rials too much."


def test_what_checks_really_raise_can_always_be_said():
    chance = np.random.default_rng(7)
    said = set()
    for _ in range(60):
        columns = workers()
        for name in chance.choice(list(columns), 6):
            values = columns[name].astype(object)
            values[chance.integers(5)] = (
                chance.choice([-1, 0, 31, 10**11])
                if columns[name].dtype.kind == "i"
                else chance.choice(["", "x", "<>", "99/99/99", "00238741"])
            )
            columns[name] = np.array(values.tolist(), dtype=columns[name].dtype if columns[name].dtype.kind == "i" else str)
        try:
            pair = uploaded({"DSK_KIND": 1, "DSK_TKOSO": 10**11, "DSK_BIC": 10**11, "DSK_INC": 3}, columns, layout="wide")
        except ValueError:
            continue
        for found in check(pair, LAW, today=TODAY):
            said.add(found.code)
            for language in words.LANGUAGES:
                assert "{" not in "".join(words.sentence(found, language))
    assert len(said) > 20


def test_dates_and_months_are_said_as_people_say_them():
    made = words.sentence(Finding("leave_before_start", "error", 1, "DSW_EDATE", "14050730", {"start": 14050805}), "fa")
    assert made.rule == "شروع به کار ۵ آبان ۱۴۰۵ نوشته شده است."
    assert days.month_of(date(2026, 11, 22)) == 140509 and laws.at(TODAY).day == TODAY


def test_identifiers_of_digits_are_persian_and_those_with_letters_stay_latin():
    said = [
        words.sentence(Finding("job_code_shape", "warning", 1, "DSW_JOB", seen), "fa").seen for seen in ("0213301", "AB-123", "")
    ]
    assert said == ["۰۲۱۳۳۰۱", "AB-123", "خالی"]
