"""Build the projection of current months anew from all entries."""

from django.db import connection, transaction

from opentamin.office.history.fold import FOLD

_COLUMNS = "person_id, month, workplace_id, contract_row, days, wage, is_hazardous, entry_id, list_id, lists"


@transaction.atomic
def rebuild_current() -> int:
    """Replace every current month by the fold of its entries; return how many there are. For repair after a restore."""
    with connection.cursor() as cursor:
        cursor.execute("LOCK TABLE history_monthcurrent, history_monthentry IN SHARE ROW EXCLUSIVE MODE")
        cursor.execute("DELETE FROM history_monthcurrent")
        cursor.execute(f"INSERT INTO history_monthcurrent ({_COLUMNS}) " + FOLD.format(where=""))
        return cursor.rowcount
