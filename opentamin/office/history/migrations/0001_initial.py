from django.db import migrations, models

# Decades of Jalali years that get a partition of their own; months outside them fall into the default one.
DECADES = range(1350, 1450, 10)

# Written by COPY and read by person or by source. No foreign keys and no row triggers: the acts that write here have
# matched every person a moment before, and the table is its own audit.
ENTRIES = """
CREATE SEQUENCE history_monthentry_id_seq AS bigint CACHE 1;
CREATE TABLE history_monthentry (
    id bigint NOT NULL DEFAULT nextval('history_monthentry_id_seq'),
    person_id bigint NOT NULL, workplace_id bigint NOT NULL, contract_row text NOT NULL DEFAULT '', list_id bigint,
    source_kind text NOT NULL CHECK (source_kind IN ('list', 'opening')), source_id bigint NOT NULL,
    month integer NOT NULL CHECK (month BETWEEN 130001 AND 150012 AND month % 100 BETWEEN 1 AND 12),
    days smallint NOT NULL, wage bigint NOT NULL, is_hazardous boolean NOT NULL,
    kind text NOT NULL CHECK (kind IN ('original', 'correction', 'withdrawal')), supersedes bigint,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (id, month),
    CONSTRAINT entry_has_the_sign_of_its_kind CHECK (
        CASE WHEN kind = 'withdrawal' THEN days <= 0 AND wage <= 0 AND supersedes IS NOT NULL ELSE days >= 0 AND wage >= 0 END),
    CONSTRAINT entry_days_fit_a_month CHECK (days BETWEEN -31 AND 31),
    CONSTRAINT list_entry_names_its_list CHECK ((source_kind = 'list') = (list_id IS NOT NULL))
) PARTITION BY RANGE (month);
ALTER SEQUENCE history_monthentry_id_seq OWNED BY history_monthentry.id;
CREATE INDEX entry_by_person ON history_monthentry (person_id, month);
CREATE INDEX entry_by_source ON history_monthentry (source_id, source_kind);
"""
PARTITIONS = "\n".join(
    [
        *(
            f"CREATE TABLE history_monthentry_{year} PARTITION OF history_monthentry FOR VALUES FROM ({year}01) TO ({year + 10}01);"
            for year in DECADES
        ),
        "CREATE TABLE history_monthentry_other PARTITION OF history_monthentry DEFAULT;",
    ]
)
# An entry is withdrawn once: two officers pressing the same button at the same moment make one withdrawal.
WITHDRAWN_ONCE = (
    "CREATE UNIQUE INDEX entry_is_withdrawn_once ON history_monthentry (supersedes, month) WHERE kind = 'withdrawal';"
)
# TRUNCATE is left to privileges: the role the system runs under in production does not hold it.
APPEND_ONLY = """
CREATE FUNCTION history_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'insured months are append-only: % is refused; write a further entry instead', TG_OP
        USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER entry_is_append_only BEFORE UPDATE OR DELETE ON history_monthentry
    FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_change();
"""
# A statement that names a partition would pass by the parent's trigger.
APPEND_ONLY_PARTITIONS = "\n".join(
    f"CREATE TRIGGER entry_is_append_only BEFORE UPDATE OR DELETE ON history_monthentry_{name} "
    "FOR EACH STATEMENT EXECUTE FUNCTION history_refuse_change();"
    for name in (*DECADES, "other")
)
ENTRIES_BACK = "DROP TABLE history_monthentry; DROP FUNCTION history_refuse_change()"


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="MonthCurrent",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "person_id",
                        "month",
                        "workplace_id",
                        "contract_row",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("person_id", models.BigIntegerField()),
                ("month", models.IntegerField()),
                ("workplace_id", models.BigIntegerField()),
                ("contract_row", models.TextField(default="")),
                ("days", models.IntegerField()),
                ("wage", models.BigIntegerField()),
                ("is_hazardous", models.BooleanField()),
                ("entry_id", models.BigIntegerField()),
                ("list_id", models.BigIntegerField(null=True)),
                ("lists", models.IntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["workplace_id", "month"], name="current_by_workplace")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("lists__gt", 0)), name="current_month_stands_on_an_entry"),
                    models.CheckConstraint(
                        condition=models.Q(("days__gte", 0), ("wage__gte", 0)), name="current_month_is_not_negative"
                    ),
                ],
            },
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL(ENTRIES + PARTITIONS + WITHDRAWN_ONCE + APPEND_ONLY + APPEND_ONLY_PARTITIONS, ENTRIES_BACK)
            ],
            state_operations=[
                migrations.CreateModel(
                    name="MonthEntry",
                    fields=[
                        (
                            "pk",
                            models.CompositePrimaryKey(
                                "id", "month", blank=True, editable=False, primary_key=True, serialize=False
                            ),
                        ),
                        ("id", models.BigIntegerField()),
                        ("person_id", models.BigIntegerField()),
                        ("workplace_id", models.BigIntegerField()),
                        ("contract_row", models.TextField(default="")),
                        ("list_id", models.BigIntegerField(null=True)),
                        ("source_kind", models.TextField(choices=[("list", "List"), ("opening", "Opening")])),
                        ("source_id", models.BigIntegerField()),
                        ("month", models.IntegerField()),
                        ("days", models.SmallIntegerField()),
                        ("wage", models.BigIntegerField()),
                        ("is_hazardous", models.BooleanField()),
                        (
                            "kind",
                            models.TextField(
                                choices=[
                                    ("original", "Original"),
                                    ("correction", "Correction"),
                                    ("withdrawal", "Withdrawal"),
                                ]
                            ),
                        ),
                        ("supersedes", models.BigIntegerField(null=True)),
                        ("recorded_at", models.DateTimeField()),
                    ],
                    options={
                        "indexes": [
                            models.Index(fields=["person_id", "month"], name="entry_by_person"),
                            models.Index(fields=["source_id", "source_kind"], name="entry_by_source"),
                        ],
                    },
                ),
            ],
        ),
    ]
