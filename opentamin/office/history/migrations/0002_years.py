from django.db import migrations

# Lists are written into the years since 1400, so each of them is a table of its own: its indexes fit in memory while its lists
# come, and it is vacuumed alone. Older months come once, by opening records, and stay by decades: a person's whole record is asked
# of every table. A year from 1420 on is taken out of its decade by a migration like this one.
DECADES = (1400, 1410)
YEARS = range(10)


def _table(first: int, years: int) -> str:
    """A table of the months of so many years."""
    name = f"history_monthentry_{first}"
    return f"""
CREATE TABLE {name} PARTITION OF history_monthentry FOR VALUES FROM ({first}01) TO ({first + years}01);
CREATE TRIGGER entry_is_append_only BEFORE UPDATE OR DELETE ON {name} FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_change();"""


def _in_place_of(old: list[int], new: str, decade: int) -> str:
    """New tables in place of old ones, with their rows. Dropping is not changing: the rows are kept meanwhile."""
    dropped = "\n".join(f"DROP TABLE history_monthentry_{first};" for first in old)
    return f"""
CREATE TEMPORARY TABLE moved ON COMMIT DROP AS
    SELECT * FROM history_monthentry WHERE month >= {decade}01 AND month < {decade + 10}01;
{dropped}{new}
INSERT INTO history_monthentry SELECT * FROM moved;
DROP TABLE moved;"""


# Whoever is writing ends first, and whoever comes waits: a month written meanwhile would be dropped unseen.
ALONE = "LOCK TABLE history_monthentry IN ACCESS EXCLUSIVE MODE;"
BY_YEARS = ALONE + "\n".join(_in_place_of([decade], "".join(_table(decade + year, 1) for year in YEARS), decade) for decade in DECADES)
BY_DECADES = ALONE + "\n".join(_in_place_of([decade + year for year in YEARS], _table(decade, 10), decade) for decade in DECADES)


class Migration(migrations.Migration):
    dependencies = [("history", "0001_initial")]

    operations = [migrations.RunSQL(BY_YEARS, BY_DECADES)]
