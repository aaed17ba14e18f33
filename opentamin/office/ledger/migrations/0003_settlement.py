import django.db.models.deletion
from django.db import migrations, models

# Neither journal may be settled for more than it moved on that account for that party. Both are locked first, lower id first,
# so that of two who settle at once the second waits and then sees the first.
WITHIN = """
CREATE FUNCTION ledger_settled_within(journal bigint, sign int, s ledger_settlement) RETURNS void LANGUAGE plpgsql AS $$
DECLARE moved numeric; settled numeric;
BEGIN
    SELECT coalesce(sum(amount), 0) * sign INTO moved FROM ledger_leg
    WHERE journal_id = journal AND account_id = s.account_id AND party_kind = s.party_kind AND party_id = s.party_id;
    SELECT coalesce(sum(CASE WHEN undoes_id IS NULL THEN amount ELSE -amount END), 0) INTO settled FROM ledger_settlement
    WHERE (CASE WHEN sign > 0 THEN charge_id ELSE payment_id END) = journal
      AND account_id = s.account_id AND party_kind = s.party_kind AND party_id = s.party_id;
    IF settled > moved OR settled < 0 THEN
        RAISE EXCEPTION 'journal % has % rials here and % are settled', journal, moved, settled
            USING ERRCODE = 'check_violation', CONSTRAINT = 'settled_within_what_is_there';
    END IF;
END $$;
CREATE FUNCTION ledger_refuse_oversettled() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE undone ledger_settlement;
BEGIN
    IF NEW.undoes_id IS NOT NULL THEN
        SELECT * INTO undone FROM ledger_settlement WHERE id = NEW.undoes_id;
        IF undone.undoes_id IS NOT NULL
           OR (undone.account_id, undone.party_kind, undone.party_id, undone.charge_id, undone.payment_id, undone.amount)
              IS DISTINCT FROM (NEW.account_id, NEW.party_kind, NEW.party_id, NEW.charge_id, NEW.payment_id, NEW.amount) THEN
            RAISE EXCEPTION 'settlement % is taken back whole, once, and as it was', NEW.undoes_id
                USING ERRCODE = 'check_violation', CONSTRAINT = 'settlement_undone_as_it_was';
        END IF;
    END IF;
    PERFORM id FROM ledger_journal WHERE id IN (NEW.charge_id, NEW.payment_id) ORDER BY id FOR NO KEY UPDATE;
    PERFORM ledger_settled_within(NEW.charge_id, 1, NEW);
    PERFORM ledger_settled_within(NEW.payment_id, -1, NEW);
    RETURN NULL;
END $$;
CREATE TRIGGER settlement_within AFTER INSERT ON ledger_settlement FOR EACH ROW EXECUTE FUNCTION ledger_refuse_oversettled();
CREATE TRIGGER settlement_is_append_only BEFORE UPDATE OR DELETE ON ledger_settlement
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
"""
WITHIN_BACK = """
DROP TRIGGER settlement_is_append_only ON ledger_settlement; DROP TRIGGER settlement_within ON ledger_settlement;
DROP FUNCTION ledger_refuse_oversettled(); DROP FUNCTION ledger_settled_within(bigint, int, ledger_settlement)
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0002_accounts")]

    operations = [
        migrations.CreateModel(
            name="Settlement",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("party_kind", models.TextField()),
                ("party_id", models.BigIntegerField()),
                ("amount", models.BigIntegerField()),
                ("on", models.DateField(db_column="settled_on")),
                ("reason", models.TextField(blank=True, default="")),
                ("created_at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.account"
                    ),
                ),
                (
                    "charge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="settled_by", to="ledger.journal"
                    ),
                ),
                (
                    "payment",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="settles", to="ledger.journal"),
                ),
                (
                    "undoes",
                    models.OneToOneField(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="undone_by", to="ledger.settlement"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["account", "party_kind", "party_id"], name="settlement_by_party")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="settlement_moves_money"),
                    models.CheckConstraint(
                        condition=models.Q(("charge", models.F("payment")), _negated=True), name="settlement_joins_two"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("undoes__isnull", True), models.Q(("reason", ""), _negated=True), _connector="OR"),
                        name="settlement_undone_with_reason",
                    ),
                ],
            },
        ),
        migrations.RunSQL(WITHIN, WITHIN_BACK),
    ]
