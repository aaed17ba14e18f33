import django.db.models.deletion
from django.db import migrations, models

import opentamin.office.ledger.models.journal

# Checked once per statement over the rows it brought, so a journal of any size costs one pass.
# A journal whose legs came in two statements is refused too: books once balanced are not opened again.
BALANCE = """
CREATE FUNCTION ledger_refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE wrong record;
BEGIN
    SELECT journal_id, sum(amount) AS over INTO wrong FROM fresh GROUP BY journal_id HAVING sum(amount) <> 0 LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'journal % is out of balance by % rials', wrong.journal_id, wrong.over
            USING ERRCODE = 'check_violation', CONSTRAINT = 'journal_balances';
    END IF;
    SELECT f.journal_id, 0 AS over INTO wrong FROM (SELECT journal_id, count(*) AS legs FROM fresh GROUP BY journal_id) f
    WHERE f.legs <> (SELECT count(*) FROM ledger_leg l WHERE l.journal_id = f.journal_id) LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION 'journal % is closed: its legs came in one statement', wrong.journal_id
            USING ERRCODE = 'check_violation', CONSTRAINT = 'journal_is_closed';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER leg_balances AFTER INSERT ON ledger_leg REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_unbalanced();
"""
BALANCE_BACK = "DROP TRIGGER leg_balances ON ledger_leg; DROP FUNCTION ledger_refuse_unbalanced()"

# Looked at when the transaction ends: a journal without legs would say that something happened and not what.
LEGS = """
CREATE FUNCTION ledger_refuse_empty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM ledger_leg WHERE journal_id = NEW.id) THEN
        RAISE EXCEPTION 'journal % has no legs', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'journal_has_legs';
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER journal_has_legs AFTER INSERT ON ledger_journal DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION ledger_refuse_empty();
"""
LEGS_BACK = "DROP TRIGGER journal_has_legs ON ledger_journal; DROP FUNCTION ledger_refuse_empty()"

# TRUNCATE is left to privileges: the role the system runs under in production does not hold it.
APPEND_ONLY = """
CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'books are append-only: % on % is refused; reverse the journal instead', TG_OP, TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER journal_is_append_only BEFORE UPDATE OR DELETE ON ledger_journal
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER leg_is_append_only BEFORE UPDATE OR DELETE ON ledger_leg
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
"""
APPEND_ONLY_BACK = """
DROP TRIGGER leg_is_append_only ON ledger_leg; DROP TRIGGER journal_is_append_only ON ledger_journal;
DROP FUNCTION ledger_refuse_change()
"""


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.RunSQL("CREATE SEQUENCE ledger_journal_number", "DROP SEQUENCE ledger_journal_number"),
        migrations.CreateModel(
            name="Account",
            fields=[
                ("code", models.CharField(max_length=4, primary_key=True, serialize=False)),
                ("name_fa", models.TextField()),
                ("name_en", models.TextField()),
                ("side", models.TextField(choices=[("debit", "Debit"), ("credit", "Credit")])),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("code__regex", "^[0-9]{4}$")), name="account_code_has_four_digits"),
                    models.CheckConstraint(condition=models.Q(("side__in", ["debit", "credit"])), name="account_has_a_side"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Journal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.TextField()),
                (
                    "number",
                    models.BigIntegerField(db_default=opentamin.office.ledger.models.journal.NextJournalNumber(), unique=True),
                ),
                ("on", models.DateField(db_column="posted_on")),
                ("subject_kind", models.TextField()),
                ("subject_id", models.BigIntegerField()),
                ("reason", models.TextField(blank=True, default="")),
                ("created_at", models.DateTimeField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "subject_kind", "subject_id"), name="journal_is_posted_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Leg",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("party_kind", models.TextField(blank=True, default="")),
                ("party_id", models.BigIntegerField(default=0)),
                ("amount", models.BigIntegerField()),
                (
                    "account",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="legs", to="ledger.account"
                    ),
                ),
                (
                    "journal",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="legs", to="ledger.journal"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["account", "party_kind", "party_id"], include=("amount",), name="leg_by_party")
                ],
                "constraints": [models.CheckConstraint(condition=models.Q(("amount", 0), _negated=True), name="leg_moves_money")],
            },
        ),
        migrations.RunSQL(BALANCE, BALANCE_BACK),
        migrations.RunSQL(LEGS, LEGS_BACK),
        migrations.RunSQL(APPEND_ONLY, APPEND_ONLY_BACK),
    ]
