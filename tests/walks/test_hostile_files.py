"""Files made to do harm: marks of HTML, formulas, bytes no database keeps, columns no program writes. None of them breaks a page."""

import io
import random
import tracemalloc

import openpyxl
import pytest

from opentamin.office.contributions.models import ListRow, MonthlyList
from opentamin.office.registry.models import Workplace
from tests.cast import write

from .pages import SEND, fa, kept, planted, send, text_of

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>"
HARM = ("<script>alert", "<img src=x", "<b onclick", "onerror=alert(1)>")
SPOILED = 60


@pytest.fixture
def marked(clerk, cast):
    """An assessed list in which a name, a job, the workplace and the archive all hold HTML."""
    Workplace.objects.filter(pk=cast.honest.pk).update(name="<b onclick=alert(2)>سپهر</b>")
    draft = cast.draft(cast.honest)
    draft.workers["DSW_OCP"] = draft.workers["DSW_OCP"].astype(object)
    draft.workers["DSW_OCP"][0] = "<img src=x onerror=alert(1)>"
    draft.workers["DSW_OCP"] = draft.workers["DSW_OCP"].astype(str)
    files, _ = planted(cast, "html", draft=draft)
    send(clerk, files)
    one = MonthlyList.objects.get()
    assert one.rows.filter(last_name=SCRIPT).exists()
    clerk.post(f"/lists/{one.tracking}/assess/")
    one.refresh_from_db()
    assert one.state == "assessed"
    return one


def test_html_in_a_list_is_text_wherever_it_is_shown(client, cast, marked):
    client.force_login(cast.clerk)
    row = marked.rows.get(last_name=SCRIPT).row
    own = f"/lists/{marked.tracking}/"
    addresses = ["/", "/lists/", own, f"{own}amount/", f"{own}workers/{row}/", f"{own}receipt/", f"{own}?q={SCRIPT}", "/inbox/"]
    pages = {address: client.get(address) for address in addresses}
    client.force_login(cast.officer)
    pages |= {f"officer {address}": client.get(address) for address in ("/", "/branch/lists/?state=assessed", own, "/branch/lists/?q=<img src=x>")}
    client.force_login(cast.insured_user)
    pages |= {f"insured {address}": client.get(address) for address in ("/", "/record/", "/record/140508/")}
    for address, page in pages.items():
        assert page.status_code == 200, address
        assert not any(harm in page.content.decode() for harm in HARM), address
    assert SCRIPT in text_of(pages[own]), "the reader sees what was written"
    assert "<b onclick=alert(2)>سپهر</b>" in text_of(pages["insured /record/140508/"])


def test_html_and_formulas_are_text_in_the_report(clerk, cast):
    draft = cast.draft(cast.honest)
    names = draft.workers["DSW_FNAME"].astype(object)
    names[:3] = ["=HYPERLINK(1)", "=1+1", "@SUM(A1)"]
    draft.workers["DSW_FNAME"] = names.astype(str)
    files, _ = planted(cast, "html", "days-32", draft=draft)
    send(clerk, files)
    report = clerk.get(f"/lists/{MonthlyList.objects.get().tracking}/findings.xlsx")
    book = openpyxl.load_workbook(io.BytesIO(report.content))
    cells = [cell for sheet in book for line in sheet for cell in line if cell.value is not None]
    assert {"=HYPERLINK(1)", "=1+1", "@SUM(A1)", SCRIPT} <= {str(cell.value) for cell in cells}
    assert {cell.data_type for cell in cells} == {"s"}, "a cell is text, never a formula"
    assert not any(cell.hyperlink for cell in cells)


def test_html_in_the_name_of_a_file_is_text(clerk, cast):
    answer = send(clerk, [("<img src=x onerror=alert(1)>.zip", b"PK\x03\x04 broken")])
    assert answer.status_code == 422 and "<img src=x" not in answer.content.decode()
    assert "<img src=x onerror=alert(1)>.zip" in text_of(answer)


# Columns of a text file may be as long as somebody likes, and any byte may stand in a DBF: {column: what is written there}.
STRANGE = {
    "a contract row of nine digits": ({"MON_PYM": "123456789"}, "ردیف پیمان سه رقم نیست"),
    "a contract row of words": ({"MON_PYM": "پیمان نخست"}, "ردیف پیمان سه رقم نیست"),
    "a list number of forty digits": ({"DSK_LISTNO": "9" * 40}, "تا دوازده رقم"),
    "a list number of five thousand digits": ({"DSK_LISTNO": "9" * 5000}, "تا دوازده رقم"),
    "a list number of words": ({"DSK_LISTNO": "یکم"}, "شمارهٔ فهرست خوانده نمی‌شود"),
    "a code of a thousand digits": ({"DSK_ID": "7" * 1000}, "به شما سپرده نشده است"),
    "a code with a byte of zero": ({"DSK_ID": "70112\x0020001"}, "به شما سپرده نشده است"),
    "a month of thirteen": ({"DSK_MM": "13"}, "سال و ماه فهرست خوانده نمی‌شود"),
    "a year of words": ({"DSK_YY": "پنج"}, "سال و ماه فهرست خوانده نمی‌شود"),
    "a count of thirty digits": ({"DSK_NUM": "9" * 30}, "عدد بیش از ۱۸ رقم دارد"),
}


@pytest.mark.parametrize("what", STRANGE)
def test_a_strange_header_of_a_text_file_gets_its_sentence(clerk, cast, what):
    columns, sentence = STRANGE[what]
    files = write(cast.draft(cast.honest), form="txt", encoding="unicode")
    answer = send(clerk, with_header(files, columns))
    assert answer.status_code in (200, 422)
    assert sentence in text_of(answer), text_of(answer)[:600]
    assert not ListRow.objects.exists()


def test_a_text_without_end_is_said_and_takes_no_room(clerk, cast):
    (kar, header), (wor, body) = write(cast.draft(cast.honest), form="txt", encoding="unicode")
    lines = body.splitlines(keepends=True)
    lines[1:] = lines[1:] * 500
    lines[0] = lines[0].replace("دوکار".encode(), b"x" * 2**20)
    tracemalloc.start()
    answer = send(clerk, [(kar, header), (wor, b"".join(lines))])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert answer.status_code == 200
    assert "۱۰۴۸۵۷۶ نویسه است؛ بیش از ۲۵۵ نویسه خوانده نمی‌شود." in text_of(answer)
    assert peak < 200 * 2**20, "not two thousand rows of the longest cell each"
    assert len(answer.content) < 2**20


def with_header(files, columns: dict[str, str]):
    """Text files whose workshop line says this."""
    from opentamin.lists.fields import WORKSHOP

    names = [field.name for field in WORKSHOP["v6"]]
    (kar, body), workers = files
    line = body.decode("utf-8-sig").rstrip("\r\n").split(",")
    for name, value in columns.items():
        line[names.index(name)] = value
    return [(kar, ",".join(line).encode()), workers]


@pytest.mark.parametrize("column", ["DSW_LNAME", "DSW_OCP", "PER_NATCOD", "DSW_ID1", "DSW_BDATE", "DSW_DD", "DSW_MASH"])
@pytest.mark.parametrize("form", ["dbf", "txt"])
@pytest.mark.parametrize("mark", [b"\x00", b"\x07", b"\xed\xa0\x80", b"\xff"], ids=["zero", "bell", "half-a-letter", "no-letter"])
def test_bytes_that_are_no_text_never_break_a_page(clerk, cast, column, form, mark):
    files = dict(write(cast.draft(cast.honest), form=form, encoding="unicode" if form == "txt" else "iransystem"))
    name = next(one for one in files if "WOR" in one)
    files[name] = with_mark(files[name], column, mark, form)
    answer = send(clerk, files.items())
    assert answer.status_code in (200, 422)
    one = MonthlyList.objects.first()
    if one:
        assert clerk.get(f"/lists/{one.tracking}/findings.xlsx").status_code == 200
        assert clerk.get(f"/api/v1/lists/{one.tracking}/findings").status_code == 200


def with_mark(body: bytes, column: str, mark: bytes, form: str) -> bytes:
    """The first worker's cell of this column begins with the mark."""
    from opentamin.lists.fields import WORKERS

    fields = WORKERS["v6"]
    place = [field.name for field in fields].index(column)
    if form == "txt":
        start, cells = body[:3], body[3:].split(b",")
        cells[place] = mark + cells[place]
        return start + b",".join(cells)
    offset = int.from_bytes(body[8:10], "little") + 1 + sum(field.width for field in fields[:place])
    return body[:offset] + mark + body[offset + len(mark) :]


def test_files_spoiled_at_random_never_break_the_page_nor_leave_half_a_list(clerk, cast):
    rng = random.Random(1405)
    draft = cast.draft(cast.honest)
    for turn in range(SPOILED):
        form = rng.choice(["dbf", "dbf", "txt"])
        files = [(name, spoiled(rng, body)) for name, body in write(draft, form=form, encoding="iransystem" if form == "dbf" else "unicode")]
        before = kept()
        answer = send(clerk, files)
        assert answer.status_code in (200, 422), f"turn {turn}"
        if answer.status_code == 422:
            assert kept() == before, f"turn {turn}"
            continue
        one = answer.context["one"]
        assert one.state in ("returned", "accepted"), f"turn {turn}"
        assert one.rows.count() == (one.workers_count if one.state == "accepted" else 0), f"turn {turn}"
        assert fa(one.tracking) in text_of(answer)
        clerk.post(f"/lists/{one.tracking}/withdraw/", {"reason": "آزمون"})  # a number stands once


def spoiled(rng: random.Random, body: bytes) -> bytes:
    """A few bytes changed, cut off, doubled or put in."""
    for _ in range(rng.randrange(0, 4)):
        at = rng.randrange(len(body))
        piece = bytes(rng.randrange(256) for _ in range(rng.choice([1, 1, 2, 40])))
        body = rng.choice(
            [body[:at] + piece + body[at + len(piece) :], body[:at] + piece + body[at:], body[:at] or b"\x03", body + body[-at:], body[:at] + body[at + 40 :] or b"\x03"]
        )
    return body


def test_the_form_is_not_sent_by_any_other_method(clerk):
    for method in ("put", "patch", "delete"):
        assert getattr(clerk, method)(SEND).status_code == 405
