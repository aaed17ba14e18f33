"""The columns of the two files, layout by layout, with the width each official program writes.

Source: the organisation's instruction of 1392/08/15 for names, order and meaning; the empty templates of its own list
program (version 6) for widths; version 2.7 lacks the last two columns of each file; `wide` is what other vendors write.
On reading, only names and kinds count: widths, types and order come from the file itself.
"""

from typing import NamedTuple


class Field(NamedTuple):
    """One column: file name, DBF type C or N, width in bytes, and what its content is.

    kind: text (Persian words) · code (digits and Latin letters kept as text) · date (Jalali, 8 characters) · number.
    """

    name: str
    type: str
    width: int
    kind: str


def _table(lines: str) -> tuple[Field, ...]:
    rows = (line.split() for line in lines.split("·"))
    return tuple(Field(name, shape[0], int(shape[1:]), kind) for name, shape, kind in rows)


_WORKSHOP_V27 = _table(
    "DSK_ID C10 code · DSK_NAME C30 text · DSK_FARM C30 text · DSK_ADRS C40 text · DSK_KIND N1 number · DSK_YY N2 number ·"
    "DSK_MM N2 number · DSK_LISTNO C12 code · DSK_DISC C30 text · DSK_NUM N5 number · DSK_TDD N6 number ·"
    "DSK_TROOZ N12 number · DSK_TMAH N12 number · DSK_TMAZ N12 number · DSK_TMASH N12 number · DSK_TTOTL N12 number ·"
    "DSK_TBIME N12 number · DSK_TKOSO N12 number · DSK_BIC N12 number · DSK_RATE N5 number · DSK_PRATE N2 number ·"
    "DSK_BIMH N12 number · MON_PYM C3 code"
)
_WORKERS_V27 = _table(
    "DSW_ID C10 code · DSW_YY N2 number · DSW_MM N2 number · DSW_LISTNO C12 code · DSW_ID1 C8 code · DSW_FNAME C60 text ·"
    "DSW_LNAME C60 text · DSW_DNAME C60 text · DSW_IDNO C15 code · DSW_IDPLC C30 text · DSW_IDATE C8 date ·"
    "DSW_BDATE C8 date · DSW_SEX C3 text · DSW_NAT C10 text · DSW_OCP C50 text · DSW_SDATE C8 date · DSW_EDATE C8 date ·"
    "DSW_DD N2 number · DSW_ROOZ N12 number · DSW_MAH N12 number · DSW_MAZ N12 number · DSW_MASH N12 number ·"
    "DSW_TOTL N12 number · DSW_BIME N12 number · DSW_PRATE N2 number · DSW_JOB C6 code · PER_NATCOD C10 code"
)
_WORKSHOP_V6 = _WORKSHOP_V27 + _table("DSK_INC N12 number · DSK_SPOUSE N12 number")
_WORKERS_V6 = _WORKERS_V27 + _table("DSW_INC N12 number · DSW_SPOUSE C10 number")


def _widened(fields: tuple[Field, ...], widths: dict[str, str]) -> tuple[Field, ...]:
    """The same columns with other shapes, for the vendor's layout."""
    return tuple(f._replace(type=widths[f.name][0], width=int(widths[f.name][1:])) if f.name in widths else f for f in fields)


def _placed(fields: tuple[Field, ...], order: str) -> tuple[Field, ...]:
    by_name = {f.name: f for f in fields}
    return tuple(by_name[name] for name in order.split())


_WORKSHOP_WIDE = _widened(
    _placed(
        _WORKSHOP_V6 + _table("DSK_TBIM20 N12 number"),
        " ".join(f.name for f in _WORKSHOP_V27[:21]) + " DSK_TBIM20 DSK_BIMH MON_PYM DSK_INC DSK_SPOUSE",
    ),
    {"DSK_NAME": "C100", "DSK_FARM": "C100", "DSK_ADRS": "C100", "DSK_DISC": "C100", "DSK_TMAH": "N13",
     "DSK_TTOTL": "N13", "DSK_INC": "N19", "DSK_SPOUSE": "N19"},
)  # fmt: skip
_WORKERS_WIDE = _widened(
    _placed(
        _WORKERS_V6 + _table("DSW_KOSO N12 number · DSW_BIME20 N12 number"),
        " ".join(f.name for f in _WORKERS_V27[:25]) + " DSW_KOSO DSW_BIME20 PER_NATCOD DSW_JOB DSW_INC DSW_SPOUSE",
    ),
    {
        "DSW_FNAME": "C20",
        "DSW_LNAME": "C25",
        "DSW_DNAME": "C20",
        "DSW_JOB": "C10",
        "DSW_INC": "N19",
        "DSW_SPOUSE": "N19",
    },
)

WORKSHOP = {"v27": _WORKSHOP_V27, "v6": _WORKSHOP_V6, "wide": _WORKSHOP_WIDE}
WORKERS = {"v27": _WORKERS_V27, "v6": _WORKERS_V6, "wide": _WORKERS_WIDE}
LAYOUTS = {"workshop": WORKSHOP, "workers": WORKERS}

KINDS = {f.name: f.kind for table in (_WORKSHOP_WIDE, _WORKERS_WIDE) for f in table}

# Without these a list cannot be told from another, or a worker from another, or the premium cannot be seen.
NEEDED = {
    "workshop": ("DSK_ID", "DSK_YY", "DSK_MM", "DSK_LISTNO", "DSK_NUM", "DSK_TDD", "DSK_TMASH", "DSK_TBIME"),
    "workers": (
        "DSW_ID1",
        "DSW_FNAME",
        "DSW_LNAME",
        "DSW_DD",
        "DSW_MAH",
        "DSW_MAZ",
        "DSW_MASH",
        "DSW_BIME",
        "PER_NATCOD",
    ),
}

# A table with headings leaves to us what can be added up.
TABLE_NEEDED = {"workshop": ("DSK_ID", "DSK_YY", "DSK_MM"), "workers": NEEDED["workers"]}

# Header total ← column of the rows it sums.
TOTALS = {
    "DSK_TDD": "DSW_DD",
    "DSK_TROOZ": "DSW_ROOZ",
    "DSK_TMAH": "DSW_MAH",
    "DSK_TMAZ": "DSW_MAZ",
    "DSK_TMASH": "DSW_MASH",
    "DSK_TTOTL": "DSW_TOTL",
    "DSK_TBIME": "DSW_BIME",
    "DSK_SPOUSE": "DSW_SPOUSE",
}
MONEY = ("DSW_ROOZ", "DSW_MAH", "DSW_MAZ", "DSW_MASH", "DSW_TOTL", "DSW_BIME", "DSW_INC", "DSW_SPOUSE")
MONEY_MAX = 10**12 - 1  # an N12 column
WORKERS_MAX = 99_999  # DSK_NUM is N5
DAYS_MAX = 999_999  # DSK_TDD is N6


def month_of_year(year_two_digits: int, month: int) -> int:
    """Jalali month 140508 from the two digits a file holds; lists live in 1370..1469. 0 when they make no month."""
    if not (1 <= month <= 12 and 0 <= year_two_digits <= 99):
        return 0
    return ((1300 if year_two_digits >= 70 else 1400) + year_two_digits) * 100 + month


def layout_of(names: list[str] | tuple[str, ...]) -> str:
    """Which known layout these column names belong to; extra columns of a vendor make it `wide`."""
    known = set(names)
    kind = "workers" if "DSW_ID1" in known else "workshop"
    for layout in ("v27", "v6"):
        if known <= {f.name for f in LAYOUTS[kind][layout]}:
            return layout
    return "wide"
