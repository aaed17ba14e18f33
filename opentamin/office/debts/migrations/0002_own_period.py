"""A debt rests on evidence of its own workplace and month: the database itself refuses any other."""

from django.db import migrations

# Three columns together, which Django's own foreign keys cannot say. A list as evidence is of the list's own month as well.
OWN_PERIOD = """
CREATE UNIQUE INDEX list_period ON contributions_monthlylist (id, workplace_id, month);
ALTER TABLE debts_evidence ADD CONSTRAINT evidence_list_of_its_own_period
    FOREIGN KEY (list_id, workplace_id, month) REFERENCES contributions_monthlylist (id, workplace_id, month);
ALTER TABLE debts_debt ADD CONSTRAINT debt_rests_on_its_own_period
    FOREIGN KEY (evidence_id, workplace_id, month) REFERENCES debts_evidence (id, workplace_id, month);
ALTER TABLE debts_debt ADD CONSTRAINT debt_of_a_list_of_its_own_period
    FOREIGN KEY (list_id, workplace_id, month) REFERENCES contributions_monthlylist (id, workplace_id, month);
"""
BACK = """
ALTER TABLE debts_debt DROP CONSTRAINT debt_of_a_list_of_its_own_period;
ALTER TABLE debts_debt DROP CONSTRAINT debt_rests_on_its_own_period;
ALTER TABLE debts_evidence DROP CONSTRAINT evidence_list_of_its_own_period;
DROP INDEX list_period;
"""


class Migration(migrations.Migration):
    dependencies = [("debts", "0001_initial"), ("contributions", "0001_initial")]
    operations = [migrations.RunSQL(OWN_PERIOD, BACK)]
