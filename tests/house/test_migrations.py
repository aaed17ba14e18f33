"""Every change of the database has a way back, and the models are what the migrations made."""

from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.db.migrations import RunPython, RunSQL
from django.db.migrations.loader import MigrationLoader

OURS = ["accounts", "records", "channels", "ledger", "notices", "registry", "history", "payments", "contributions", "debts", "disputes"]


def _migrations():
    loader = MigrationLoader(None)
    return [migration for (label, _), migration in sorted(loader.disk_migrations.items()) if label in OURS]


@pytest.mark.parametrize("migration", _migrations(), ids=str)
def test_a_migration_has_a_way_back(migration):
    for operation in migration.operations:
        if isinstance(operation, RunPython | RunSQL):
            assert operation.reversible, f"{operation} has no way back"


@pytest.mark.django_db
def test_the_models_are_what_the_migrations_made(capsys):
    labels = [label for label in OURS if apps.is_installed(f"opentamin.office.{label}")]
    call_command("makemigrations", *labels, check=True, dry_run=True, verbosity=1)
    assert "No changes detected" in capsys.readouterr().out


CATALOGUE = (
    "SELECT table_name, ordinal_position, column_name, data_type, is_nullable, column_default, generation_expression FROM information_schema.columns WHERE table_schema = 'public'",
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace",
    "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
)


def catalogue() -> list[str]:
    """Every column, constraint, index and trigger as the database itself describes them."""
    with connection.cursor() as cursor:
        found = []
        for question in CATALOGUE:
            cursor.execute(question)
            found += sorted(map(str, cursor.fetchall()))
    return found


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_every_room_can_be_unmade_and_made_again_and_is_then_what_it_was_when_made_in_long_strides():
    before = catalogue()
    for label in ["disputes", "debts", "contributions", "payments", "history", "registry", "notices", "ledger", "channels", "records"]:
        call_command("migrate", label, "zero", verbosity=0)
    assert not [name for name in connection.introspection.table_names() if name.startswith(("contributions_", "history_", "ledger_"))]
    call_command("migrate", verbosity=0)
    assert len(before) > 1000 and catalogue() == before


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_month_being_written_while_its_table_is_made_anew_is_kept():
    def to_decades():
        call_command("migrate", "history", "0001", verbosity=0)
        connection.close()

    with psycopg.connect(**connection.get_connection_params() | {"cursor_factory": psycopg.Cursor}) as writer:
        writer.execute(
            "INSERT INTO history_monthentry (person_id, workplace_id, source_kind, source_id, month, days, wage, is_hazardous, kind, recorded_at) "
            "VALUES (1, 1, 'opening', 1, 140508, 30, 300, false, 'original', now())"
        )
        with ThreadPoolExecutor(1) as pool:
            migrated = pool.submit(to_decades)
            with pytest.raises(TimeoutError):
                migrated.result(timeout=1)  # it waits for whoever is writing
            writer.commit()
            migrated.result(timeout=60)
    for where in ("history_monthentry_1400", "history_monthentry_1405"):
        with connection.cursor() as cursor:
            cursor.execute("SELECT tableoid::regclass::text, month, wage FROM history_monthentry")
            assert cursor.fetchall() == [(where, 140508, 300)]
        call_command("migrate", verbosity=0)
