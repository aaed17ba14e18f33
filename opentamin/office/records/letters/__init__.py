"""Letters as PDF: a typst template, plain data, and nothing that data could do but stand there as text."""

import json
import unicodedata
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

import segno
import typst
from django.utils import timezone

from ..actions.issue_paper import Mark

OFFICE: Final = Path(__file__).resolve().parents[2]
FONTS: Final = OFFICE / "site" / "static" / "fonts"
STANDARD: Final = "a-2b"
_OPENS, _CLOSES = "\u2066\u2067\u2068", "\u2069"


def render_pdf(template: Path, data: dict[str, Any], mark: Mark | None = None, *, now: datetime | None = None) -> bytes:
    """PDF/A-2b of a typst template of ours, with fonts embedded.

    `data` is JSON: text, numbers, lists and dicts, already in the words and digits of the letter's language. It reaches
    typst as one input that is parsed as JSON, so text such as `#import` stays text. `mark` adds the code, the
    address and the QR code of a verifiable paper under the key `mark`. `now` is the moment
    noted in the file; with it the same input gives the same bytes.
    """
    told = {**data, "mark": None if mark is None else {"code": mark.code, "address": mark.address, "qr": qr_svg(mark.address)}}
    inputs = {"data": json.dumps(_harmless(told), ensure_ascii=False)}
    compiler = typst.Compiler(str(template), root=str(OFFICE), font_paths=_fonts(), sys_inputs=inputs)
    # typst takes no zone whose offset changes with the seasons, such as a local one.
    moment = (now or timezone.now()).astimezone(UTC).replace(microsecond=0)
    return compiler.compile(format="pdf", pdf_standards=[STANDARD], timestamp=moment)


def qr_svg(address: str) -> str:
    """A QR code as a drawing."""
    return segno.make(address, error="m", micro=False).svg_inline(border=0, dark="#12213d", omitsize=True)


@cache
def _fonts() -> typst.Fonts:
    # Only our own: a letter looks the same on every machine.
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])


def _harmless(value: Any) -> Any:
    """The same data without characters that are not seen but turn the text around them."""
    if isinstance(value, dict):
        return {key: _harmless(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_harmless(inner) for inner in value]
    return _plain(value) if isinstance(value, str) else value


def _plain(text: str) -> str:
    kept = "\u200c\n" + (_OPENS + _CLOSES if _is_balanced(text) else "")
    return "".join(
        character for character in text if character in kept or unicodedata.category(character) not in ("Cc", "Cf", "Co", "Cs")
    )


def _is_balanced(text: str) -> bool:
    """Whether every isolate that opens is closed, as in a negative number; anything else reaches into its neighbours."""
    depth = 0
    for character in text:
        depth += (character in _OPENS) - (character == _CLOSES)
        if depth < 0:
            return False
    return depth == 0
