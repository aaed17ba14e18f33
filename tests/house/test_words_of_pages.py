"""The words of pages: each has its English, Persian is spelt as Persian, and nothing on a page comes from elsewhere."""

import re

import pytest

from .tree import OFFICE, files, name_of
from .words import Asked, answered, asked_in_code, asked_in_templates

TEMPLATES = [path for path in files(".html", ".txt") if "templates" in path.parts and path.is_relative_to(OFFICE)]
STATIC = [path for path in files(".css", ".js", ".svg") if "static" in path.parts and path.is_relative_to(OFFICE)]
CATALOGUES = [path for path in files(".po")]
PERSIAN_WORDS = [
    *TEMPLATES,
    *CATALOGUES,
    *files(".yaml"),
    *[path for path in files(".py") if path.is_relative_to(OFFICE) and "tests" not in path.parts],
]
LETTER = "[ء-يٱ-ۓ]"
PLACES = re.compile(r"%\((\w+)\)[sd]")
SPEAKS_PERSIAN = re.compile(LETTER)
# «می رود» and «نامه ها» are written with a half space. A verb of two words such as «می شود» gives itself away.
VERBS = (
    "شود|شوند|کند|کنند|کنید|کنم|تواند|توانید|توانم|دهد|دهند|دهید|رسد|آید|گیرد|گیرید|خواهد|خواهید|ماند|رود|بینید|پذیرد|گوید|نویسد"
)
BLANKS = {
    "می with a blank": re.compile(rf"(?<!{LETTER})ن?می (?=(?:{VERBS})(?!{LETTER}))"),
    "ها with a blank": re.compile(rf"{LETTER} ها(?:ی|یی|یم|یتان|یشان)?(?!{LETTER})"),
}
LETTERS = {
    "Arabic ye or kaf": re.compile("[يكى]"),
    "tatweel": re.compile("\u0640"),
    "Arabic digits": re.compile("[٠-٩]"),
    "a direction mark": re.compile("[\u200e\u200f\u202a-\u202e]"),
}
ELSEWHERE = re.compile(r"(?:https?:)?//(?!www\.w3\.org/)[\w.-]+\.\w+|@import")


def lacks_english(asked: Asked) -> str:
    """What is wrong with the English of a sentence, or nothing."""
    entry = answered().get((asked.context, asked.sentence))
    if entry is None:
        return "no entry in any English catalogue"
    said = list(entry.msgstr_plural.values()) if asked.plural else [entry.msgstr]
    if not said or not all(said):
        return "not translated"
    if asked.plural and entry.msgid_plural != asked.plural:
        return "another plural"
    wanted = set(PLACES.findall(asked.sentence))
    strange = [words for words in said if set(PLACES.findall(words)) - wanted]
    missing = [words for words in said[-1:] if wanted - set(PLACES.findall(words))]
    return "other places for values" if strange or missing else ""


def test_every_sentence_of_a_page_has_its_english():
    asked = list(asked_in_templates())
    assert len(asked) > 100, "templates are not found"
    lacking = sorted({f"{name_of(one.path)}: {one.sentence!r}: {lacks_english(one)}" for one in asked if lacks_english(one)})
    assert not lacking, f"{len(lacking)} without English:\n" + "\n".join(lacking)


def test_every_persian_sentence_of_the_code_has_its_english():
    asked = [one for one in asked_in_code() if SPEAKS_PERSIAN.search(one.sentence)]
    assert len(asked) > 30, "sentences of the code are not found"
    lacking = sorted({f"{name_of(one.path)}: {one.sentence!r}: {lacks_english(one)}" for one in asked if lacks_english(one)})
    assert not lacking, f"{len(lacking)} without English:\n" + "\n".join(lacking)


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_page_brings_no_style_script_or_handler_of_its_own(path):
    text = re.sub(r"{%.*?%}", "", path.read_text(encoding="utf-8"))  # a tag may have an argument named `one`
    assert not re.search(r"\sstyle\s*=", text), "style attribute: use a class of look.css"
    assert not re.search(r"<style\b", text), "style element: use look.css"
    assert not re.search(r"<script(?![^>]*\bsrc=)", text), "inline script: the policy of content refuses it"
    assert not re.search(r"\son[a-z]+\s*=", text), "inline handler: the policy of content refuses it"


@pytest.mark.parametrize("path", [*TEMPLATES, *STATIC], ids=name_of)
def test_nothing_of_a_page_comes_from_another_address(path):
    found = ELSEWHERE.findall(path.read_text(encoding="utf-8"))
    assert not found, found


@pytest.mark.parametrize("path", PERSIAN_WORDS, ids=name_of)
def test_persian_is_spelt_with_half_spaces_and_persian_letters(path):
    # Code also holds tables of the letters it folds away, and so do the tables of the list files.
    signs = BLANKS if path.suffix == ".py" or path.is_relative_to(OFFICE.parent / "lists") else BLANKS | LETTERS
    lines = path.read_text(encoding="utf-8").splitlines()
    wrong = [
        f"{number}: {what}: {line.strip()[:120]}"
        for number, line in enumerate(lines, 1)
        for what, sign in signs.items()
        if sign.search(line)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_page_writes_its_persian_inside_translate(path):
    from django.template.base import Lexer, TokenType

    bare, inside = [], False
    for token in Lexer(path.read_text(encoding="utf-8")).tokenize():
        if token.token_type == TokenType.BLOCK:
            name = token.contents.split()[0]
            inside = name in ("blocktranslate", "comment", "plural") or (inside and name not in ("endblocktranslate", "endcomment"))
        elif token.token_type == TokenType.TEXT and not inside and SPEAKS_PERSIAN.search(token.contents):
            bare.append(token.contents.strip()[:80])
    assert not [text for text in bare if 'lang="fa"' not in text], bare
