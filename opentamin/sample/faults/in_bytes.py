"""Faults in the two files themselves: cut on the way, or written by a program that does not keep its word."""

import struct

import numpy as np

from opentamin.lists import charset, fields
from opentamin.sample.faults.fault import Making, Planted, fault

CODE_PAGE_852 = 0x64
# CP720 has the Arabic letters only; programs that write it put the nearest one for the Persian.
_ARABIC_FOR_PERSIAN = str.maketrans({"ی": "ي", "ک": "ك", "گ": "ك", "پ": "ب", "چ": "ج", "ژ": "ز", "ۀ": "ه", "\u200c": " "})


@fault("bytes", "total_over", "جمع دستمزد مشمول با ردیف‌ها نمی‌خواند.", "The total of insurable pay does not agree with the rows.")
def totals(making: Making) -> list[Planted]:
    value = _number_of(making, "DSK_TMASH") + 1_000_000
    _write_number(making, "DSK_TMASH", value)
    return [Planted("totals", None, "DSK_TMASH", str(value))]


@fault("bytes", "workers_count_differs", "تعداد کارکنان در پروندهٔ کارگاه با ردیف‌ها نمی‌خواند.", "The number of workers in the workshop's file does not agree with the rows.")
def counts(making: Making) -> list[Planted]:
    value = _number_of(making, "DSK_NUM") + 3
    _write_number(making, "DSK_NUM", value)
    return [Planted("counts", None, "DSK_NUM", str(value))]


@fault("bytes", "records_cut", "پروندهٔ کارکنان در میانهٔ یک ردیف بریده شده است.", "The workers' file is cut in the middle of a row.", beside=("total_over", "workers_count_differs", "seniority_total"))
def truncated(making: Making) -> list[Planted]:
    name = making.name_of("WOR")
    making.files[name] = making.files[name][: -_record_size(making) // 2 - 1]
    return [Planted("truncated", None, name, f"{len(making.files[name])} bytes")]


@fault("bytes", "records_fewer", "سرآیند پرونده پنج ردیف بیش از آنچه هست می‌گوید.", "The header of the file promises five rows more than there are.")
def lying_header(making: Making) -> list[Planted]:
    name = making.name_of("WOR")
    stated = struct.unpack_from("<I", making.files[name], 4)[0] + 5
    making.files[name] = _patched(making.files[name], 4, struct.pack("<I", stated))
    return [Planted("lying-header", None, name, str(stated))]


@fault("bytes", "dbf_header_contradicts", "سرآیند پرونده طول ردیف را غلط می‌گوید.", "The header of the file states a wrong length of rows.", is_refused=True)
def record_size(making: Making) -> list[Planted]:
    name = making.name_of("WOR")
    making.files[name] = _patched(making.files[name], 10, struct.pack("<H", 40)) + b" " * 7
    return [Planted("record-size", None, name, "40")]


@fault("bytes", "", "سرآیند پرونده‌ها کدصفحه‌ای را نام می‌برد که نوشته‌ها با آن نیستند.", "The headers name a code page that the text is not written in.")
def code_page(making: Making) -> list[Planted]:
    for name, body in making.files.items():
        making.files[name] = _patched(body, 29, bytes([CODE_PAGE_852]))
    return [Planted("code-page", None, making.name_of("WOR"), hex(CODE_PAGE_852))]


@fault("bytes", "text_destroyed", "برنامه‌ای همهٔ حرف‌های فارسی را علامت سؤال کرده است.", "A program has turned every Persian letter into a question mark.", beside=("sex_unknown",))
def destroyed(making: Making) -> list[Planted]:
    grid = _grid(making)
    grid[grid >= 0x80] = ord("?")
    _keep(making, grid)
    return [Planted("destroyed", None, "DSW_LNAME", "????")]


@fault("bytes", "code_page_unknown", "پرونده‌ها با کدصفحه‌ای (۷۲۰) نوشته شده‌اند که نمی‌خوانیم.", "The files are written in a code page (720) that we do not read.")
def foreign_code_page(making: Making) -> list[Planted]:
    for kind, columns in (("KAR", fields.WORKSHOP), ("WOR", fields.WORKERS)):
        grid, start = _grid(making, kind), 1
        for field in columns[making.layout]:
            if field.kind == "text":
                cells = grid[:, start : start + field.width]
                cells[:] = _in_cp720(cells, making.encoding)
            start += field.width
        _keep(making, grid, kind)
    return [Planted("foreign-code-page", None, "DSW_SEX", "cp720")]


@fault("bytes", "file_empty", "پروندهٔ کارکنان صفر بایت است.", "The workers' file has no bytes.", is_refused=True)
def empty(making: Making) -> list[Planted]:
    making.files[making.name_of("WOR")] = b""
    return [Planted("empty", None, making.name_of("WOR"), "0 bytes")]


@fault("bytes", "workers_file_missing", "پروندهٔ کارکنان همراه نیست.", "The workers' file is missing.", is_refused=True)
def half(making: Making) -> list[Planted]:
    name = making.name_of("WOR")
    del making.files[name]
    return [Planted("half", None, name, "-")]


def _record_size(making: Making) -> int:
    return struct.unpack_from("<H", making.files[making.name_of("WOR")], 10)[0]


def _in_cp720(cells: np.ndarray, encoding: str) -> np.ndarray:
    """The same texts in cells of the same width, in CP720."""
    texts = charset.decode_text(cells, charset.UTF8 if encoding == "unicode" else encoding)
    coded = [text.translate(_ARABIC_FOR_PERSIAN).encode("cp720", "replace").ljust(cells.shape[1]) for text in texts.tolist()]
    return np.frombuffer(b"".join(text[: cells.shape[1]] for text in coded), np.uint8).reshape(cells.shape)


def _grid(making: Making, kind: str = "WOR") -> np.ndarray:
    """The rows of one file as a matrix of bytes, to be changed and kept."""
    body = making.files[making.name_of(kind)]
    start, size = struct.unpack_from("<HH", body, 8)
    return np.frombuffer(body[start:-1], np.uint8).reshape(-1, size).copy()


def _keep(making: Making, grid: np.ndarray, kind: str = "WOR") -> None:
    name = making.name_of(kind)
    start = struct.unpack_from("<H", making.files[name], 8)[0]
    making.files[name] = making.files[name][:start] + grid.tobytes() + making.files[name][-1:]


def _workshop_cell(making: Making, column: str) -> slice:
    """Where a column of the only workshop row lies in its file."""
    start = struct.unpack_from("<H", making.files[making.name_of("KAR")], 8)[0] + 1
    for field in fields.WORKSHOP[making.layout]:
        if field.name == column:
            return slice(start, start + field.width)
        start += field.width
    raise KeyError(column)


def _number_of(making: Making, column: str) -> int:
    return int(making.files[making.name_of("KAR")][_workshop_cell(making, column)])


def _write_number(making: Making, column: str, value: int) -> None:
    name, cell = making.name_of("KAR"), _workshop_cell(making, column)
    making.files[name] = _patched(making.files[name], cell.start, str(value).rjust(cell.stop - cell.start).encode())


def _patched(body: bytes, at: int, piece: bytes) -> bytes:
    return body[:at] + piece + body[at + len(piece) :]
