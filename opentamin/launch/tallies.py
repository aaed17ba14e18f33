"""What a database holds, in figures that a backup and what was restored from it must share: rows and a digest of every table,
where every sequence stands, and the sums of the books."""

from typing import Any

# One function for both sides, made for the session alone. Documents are counted in by their MD5: their text would be twice their size.
# A row's text must not hang on who asks, so zone, form of days and search path are fixed.
MAKE_TALLY = """
CREATE FUNCTION pg_temp.tally(asked regclass, OUT held bigint, OUT digest numeric) LANGUAGE plpgsql
SET timezone = 'UTC' SET datestyle = 'ISO, YMD' SET intervalstyle = 'postgres' SET extra_float_digits = '1' SET search_path = 'pg_catalog' AS $tally$
DECLARE
    parts text;
BEGIN
    SELECT string_agg(CASE WHEN atttypid = 'bytea'::regtype THEN format('md5(%I)', attname) ELSE quote_ident(attname) END, ', ' ORDER BY attnum)
    INTO parts FROM pg_attribute WHERE attrelid = asked AND attnum > 0 AND NOT attisdropped;
    EXECUTE format('SELECT count(*), coalesce(sum(hashtextextended(ROW(%s)::text, 0)::numeric), 0) FROM ONLY %s', parts, asked)
    INTO held, digest;
END $tally$;
"""
TABLES = """
SELECT format('%I.%I', nspname, relname) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
WHERE relkind = 'r' AND nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' ORDER BY 1
"""
SEQUENCES = "SELECT format('%I.%I', schemaname, sequencename), last_value FROM pg_sequences WHERE last_value IS NOT NULL ORDER BY 1"
BOOKS = """
SELECT account_id, count(*), sum(amount) FROM public.ledger_leg GROUP BY account_id ORDER BY account_id
"""
# Raises in the restoring transaction, which then never happened.
CHECK = """
DO $check$
DECLARE
    expected jsonb := {expected};
    found record;
    wanted record;
BEGIN
    FOR wanted IN SELECT key AS name, value FROM jsonb_each(expected -> 'tables') LOOP
        SELECT * INTO found FROM pg_temp.tally(to_regclass(wanted.name));
        IF found.held IS DISTINCT FROM (wanted.value ->> 0)::bigint OR found.digest IS DISTINCT FROM (wanted.value ->> 1)::numeric THEN
            RAISE EXCEPTION 'differs: table % has % rows, % were kept', wanted.name, found.held, wanted.value ->> 0;
        END IF;
    END LOOP;
    IF (SELECT count(*) FROM ({tables}) here) <> (SELECT count(*) FROM jsonb_each(expected -> 'tables')) THEN
        RAISE EXCEPTION 'differs: the number of tables';
    END IF;
    FOR wanted IN SELECT key AS name, value::text::bigint AS value FROM jsonb_each(expected -> 'sequences') LOOP
        IF coalesce(pg_sequence_last_value(to_regclass(wanted.name)), 0) < wanted.value THEN
            RAISE EXCEPTION 'differs: sequence %', wanted.name;
        END IF;
    END LOOP;
    IF expected -> 'books' <> (SELECT coalesce(jsonb_object_agg(code, jsonb_build_array(legs, total::text)), '{{}}')
                               FROM ({books}) AS sums(code, legs, total)) THEN
        RAISE EXCEPTION 'differs: the sums of the books';
    END IF;
END $check$;
"""


def tally(connection: Any, but: frozenset[str]) -> dict[str, dict]:
    """What the database of an open psycopg transaction holds: {table: [rows, digest]}, {sequence: last}, {account: [legs, rials]}.

    The rows of the tables in `but` are not kept, and counted as none.
    """
    connection.execute(MAKE_TALLY)
    tables: dict[str, list] = {}
    for (name,) in connection.execute(TABLES).fetchall():
        held, digest = (0, 0) if name in but else connection.execute("SELECT * FROM pg_temp.tally(%s::regclass)", [name]).fetchone()
        tables[name] = [held, str(digest)]
    sequences = dict(connection.execute(SEQUENCES).fetchall())
    books = {code: [legs, str(total)] for code, legs, total in connection.execute(BOOKS).fetchall()}
    return {"tables": tables, "sequences": sequences, "books": books}


def check_sql(expected: str) -> str:
    """SQL that fails unless the database holds what a tally, as JSON text, says."""
    return MAKE_TALLY + CHECK.format(expected=literal(expected), tables=TABLES, books=BOOKS)


def literal(text: str) -> str:
    """A text as a literal of SQL."""
    return "'" + text.replace("'", "''") + "'"
