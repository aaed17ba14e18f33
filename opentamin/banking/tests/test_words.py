"""Every refusal has its sentence in both languages, and every sentence is used."""

import re
from pathlib import Path

from opentamin import banking
from opentamin.lists import words

SOURCE = "\n".join(path.read_text("utf-8") for path in Path(banking.__file__).parent.glob("*.py"))
CODES = words.codes("opentamin.banking.words")


def test_every_refusal_has_words_and_every_word_is_used():
    assert set(re.findall(r'Refused\(\s*"(\w+)"', SOURCE)) == CODES


def test_both_languages_ask_for_the_same_facts():
    fa, en = words._words("fa"), words._words("en")
    for code in CODES:
        for part in ("summary", "rule", "mend"):
            assert set(re.findall(r"{(\w+)", fa[code][part])) == set(re.findall(r"{(\w+)", en[code][part])), (code, part)


def test_persian_sentences_have_persian_digits():
    for code in CODES:
        entry = words._words("fa")[code]
        own = re.sub(r"[A-Za-z0-9./-]*[A-Za-z][A-Za-z0-9./-]*|{[^}]*}|[0-9]{4}-[0-9]{2}-[0-9]{2}", "", entry["summary"] + entry["rule"] + entry["mend"])
        assert not re.search("[0-9يك]", own), entry
