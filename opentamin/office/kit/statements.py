"""Statements written by hand, for the few places where many stand in line: no query is built, no object made of each row."""

from typing import Any

import psycopg
from django.db import connection


def ask(sql: str, values: dict[str, Any] | None = None) -> list[tuple]:
    """Run one statement in the open transaction; the rows it answers, if any. `%(name)b` sends a value as bytes beside it."""
    connection.ensure_connection()
    with connection.wrap_database_errors, psycopg.Cursor(connection.connection) as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall() if cursor.description else []
