import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import opentamin.office.registry.models.functions
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


# Persian letters in the order of the alphabet. PostgreSQL's own orderings put پ چ ژ ک گ ی elsewhere, and the builds we
# run on carry no ICU, so each letter is turned into a character of one consecutive row and compared byte by byte.
ALPHABET = "ءآابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
# Letters written differently and read alike, the Arabic ye and kaf among them; then digits of both scripts.
VARIANTS = {
    "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی", "\u064a": "ی", "\u0649": "ی", "\u0643": "ک", "ة": "ه", "ۀ": "ه", "ە": "ه",
}  # fmt: skip
DIGITS = {chr(zero + value): str(value) for zero in (0x06F0, 0x0660) for value in range(10)}
# Never compared: tatweel, vowel signs, hamza above, zero-width and bidirectional marks.
_MARKS = (range(0x064B, 0x0656), range(0x200B, 0x2010), range(0x202A, 0x202F), range(0x2066, 0x206A))
UNHEARD = "\u0640\u0670" + "".join(chr(mark) for marks in _MARKS for mark in marks)
FIRST_OF_ROW = 0x0180

_ROW = {letter: chr(FIRST_OF_ROW + place) for place, letter in enumerate(ALPHABET)}
_FROM = ALPHABET + "".join(VARIANTS) + "".join(DIGITS) + UNHEARD
_TO = "".join([*_ROW.values(), *(_ROW[letter] for letter in VARIANTS.values()), *DIGITS.values()])
FA_KEY = f"""
CREATE FUNCTION fa_key(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT translate(lower($1), '{_FROM}', '{_TO}') COLLATE "C" $$
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        # The exclusion constraints need it. Not dropped on the way back: the rooms below use it too.
        migrations.RunSQL("CREATE EXTENSION IF NOT EXISTS btree_gist", migrations.RunSQL.noop),
        migrations.RunSQL(FA_KEY, "DROP FUNCTION fa_key(text)"),
        migrations.CreateModel(
            name='Province',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('iso_code', models.TextField(unique=True)),
                ('code', models.TextField(unique=True)),
                ('name_fa', models.TextField()),
                ('name_en', models.TextField()),
                ('population_2016', models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='Branch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.TextField(unique=True)),
                ('name', models.TextField()),
                ('province', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='branches', to='registry.province')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('code__regex', '^[0-9]{4}$')), name='branch_code_has_four_digits')],
            },
        ),
        migrations.CreateModel(
            name='Employer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.TextField(choices=[('natural', 'Natural'), ('legal', 'Legal')])),
                ('identifier', models.TextField(unique=True)),
                ('name', models.TextField()),
                ('opened_on', models.DateField()),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('identifier__regex', '^[0-9]{10}$|^[0-9]{12}$'), ('kind', 'natural')), models.Q(('identifier__regex', '^[0-9]{11}$'), ('kind', 'legal')), _connector='OR'), name='employer_identifier_fits_its_kind')],
            },
        ),
        migrations.CreateModel(
            name='Workplace',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.TextField()),
                ('address', models.TextField(blank=True, default='')),
                ('activity', models.TextField(blank=True, default='')),
                ('five_worker_relief', django.contrib.postgres.fields.ranges.DateRangeField(blank=True, null=True)),
                ('opened_on', models.DateField()),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('branch', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='workplaces', to='registry.branch')),
                ('employer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='workplaces', to='registry.employer')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('closed_on__isnull', True), ('closed_on__gte', models.F('opened_on')), _connector='OR'), name='workplace_closes_after_it_opens')],
            },
        ),
        migrations.CreateModel(
            name='ContractRow',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('row', models.TextField()),
                ('title', models.TextField()),
                ('valid', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('workplace', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='contract_rows', to='registry.workplace')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('row__regex', '^[0-9]{3}$')), name='contract_row_has_three_digits'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('workplace', '='), ('row', '='), ('valid', '&&')], name='contract_row_names_one_contract_a_day')],
            },
        ),
        migrations.CreateModel(
            name='EmployerEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.TextField(choices=[('natural', 'Natural'), ('legal', 'Legal')])),
                ('identifier', models.TextField()),
                ('name', models.TextField()),
                ('opened_on', models.DateField()),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.employer')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='HazardousOccupation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('job_code', models.TextField()),
                ('valid', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('decided_on', models.DateField()),
                ('decision_number', models.TextField()),
                ('workplace', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='hazardous_occupations', to='registry.workplace')),
            ],
            options={
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('workplace', '='), ('job_code', '='), ('valid', '&&')], name='hazardous_occupation_is_found_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='HazardousOccupationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('job_code', models.TextField()),
                ('valid', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('decided_on', models.DateField()),
                ('decision_number', models.TextField()),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.hazardousoccupation')),
                ('workplace', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.workplace')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('first_name', models.TextField(blank=True, default='')),
                ('last_name', models.TextField(blank=True, default='')),
                ('father_name', models.TextField(blank=True, default='')),
                ('birth_day', models.DateField(blank=True, null=True)),
                ('sex', models.SmallIntegerField(choices=[(0, 'Unknown'), (1, 'Male'), (2, 'Female')], default=0)),
                ('nationality', models.TextField(blank=True, default='')),
                ('state', models.TextField(choices=[('known', 'Known'), ('provisional', 'Provisional')])),
                ('created_at', models.DateTimeField()),
            ],
            options={
                'indexes': [models.Index(opentamin.office.registry.models.functions.NameKey('last_name'), opentamin.office.registry.models.functions.FaKey('first_name'), name='person_by_name')],
                'constraints': [models.CheckConstraint(condition=models.Q(('sex__in', [0, 1, 2])), name='person_sex_is_known_code'), models.CheckConstraint(condition=models.Q(('state__in', ['known', 'provisional'])), name='person_state_is_named')],
            },
        ),
        migrations.CreateModel(
            name='PersonEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('first_name', models.TextField(blank=True, default='')),
                ('last_name', models.TextField(blank=True, default='')),
                ('father_name', models.TextField(blank=True, default='')),
                ('birth_day', models.DateField(blank=True, null=True)),
                ('sex', models.SmallIntegerField(choices=[(0, 'Unknown'), (1, 'Male'), (2, 'Female')], default=0)),
                ('nationality', models.TextField(blank=True, default='')),
                ('state', models.TextField(choices=[('known', 'Known'), ('provisional', 'Provisional')])),
                ('created_at', models.DateTimeField()),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.person')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PersonIdentifier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.TextField(choices=[('national_id', 'National Id'), ('insurance_number', 'Insurance Number'), ('fida', 'Fida'), ('passport', 'Passport')])),
                ('value', models.TextField()),
                ('valid', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('number', models.GeneratedField(db_persist=True, expression=opentamin.office.registry.models.functions.IdentifierNumber(), output_field=models.BigIntegerField())),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='identifiers', to='registry.person')),
            ],
            options={
                'indexes': [models.Index(models.F('value'), models.F('kind'), include=('person', 'valid'), name='identifier_by_value')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('kind', 'national_id'), ('value__regex', '^[0-9]{10}$')), models.Q(('kind', 'insurance_number'), ('value__regex', '^[0-9]{8}$')), models.Q(('kind', 'fida'), ('value__regex', '^[0-9]{12}$')), models.Q(('kind', 'passport'), ('value__regex', '^[0-9A-Z]{5,20}$')), _connector='OR'), name='identifier_has_the_shape_of_its_kind'), models.CheckConstraint(condition=models.Q(('valid__isempty', False)), name='identifier_is_valid_some_day'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('number', '='), ('kind', '='), ('valid', '&&')], name='identifier_names_one_person_a_day')],
            },
        ),
        migrations.CreateModel(
            name='PersonIdentifierEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('kind', models.TextField(choices=[('national_id', 'National Id'), ('insurance_number', 'Insurance Number'), ('fida', 'Fida'), ('passport', 'Passport')])),
                ('value', models.TextField()),
                ('valid', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('person', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.person')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.personidentifier')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PersonMerge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('merged_at', models.DateTimeField()),
                ('reason', models.TextField()),
                ('undone_at', models.DateTimeField(null=True)),
                ('undone_reason', models.TextField(blank=True, default='')),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('kept', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merges_kept', to='registry.person')),
                ('merged', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merges', to='registry.person')),
                ('root', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='merges_rooted', to='registry.person')),
                ('undone_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('kept', models.F('merged')), _negated=True), name='merge_joins_two_people'), models.CheckConstraint(condition=models.Q(('root', models.F('merged')), _negated=True), name='merge_has_no_loop'), models.UniqueConstraint(condition=models.Q(('undone_at__isnull', True)), fields=('merged',), include=('root',), name='merge_is_live_once')],
            },
        ),
        migrations.CreateModel(
            name='WorkplaceEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.TextField()),
                ('address', models.TextField(blank=True, default='')),
                ('activity', models.TextField(blank=True, default='')),
                ('five_worker_relief', django.contrib.postgres.fields.ranges.DateRangeField(blank=True, null=True)),
                ('opened_on', models.DateField()),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('branch', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.branch')),
                ('employer', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.employer')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.workplace')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WorkplaceIdentifier',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('value', models.TextField()),
                ('valid', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('workplace', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='identifiers', to='registry.workplace')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('value__regex', '^[0-9]{10}$')), name='workplace_code_has_ten_digits'), models.CheckConstraint(condition=models.Q(('valid__isempty', False)), name='workplace_code_is_valid_some_day'), django.contrib.postgres.constraints.ExclusionConstraint(expressions=[('value', '='), ('valid', '&&')], name='workplace_code_names_one_workplace_a_day')],
            },
        ),
        migrations.CreateModel(
            name='WorkplaceIdentifierEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('value', models.TextField()),
                ('valid', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.workplaceidentifier')),
                ('workplace', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.workplace')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='BranchEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('code', models.TextField()),
                ('name', models.TextField()),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.branch')),
                ('province', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.province')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ContractRowEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('row', models.TextField()),
                ('title', models.TextField()),
                ('valid', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='registry.contractrow')),
                ('workplace', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='registry.workplace')),
            ],
            options={
                'abstract': False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='employer',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_employerevent" ("id", "identifier", "kind", "name", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."identifier", OLD."kind", OLD."name", OLD."opened_on", _pgh_attach_context(), NOW(), \'update\', OLD."id"); RETURN NULL;', hash='2690517baad9eed73999ad8ed5ee2236abaa7c66', operation='UPDATE', pgid='pgtrigger_update_update_74232', table='registry_employer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='employer',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_employerevent" ("id", "identifier", "kind", "name", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."id", OLD."identifier", OLD."kind", OLD."name", OLD."opened_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='50bec0e222e45c04a08463781aa80452f47a6314', operation='DELETE', pgid='pgtrigger_delete_delete_44f7b', table='registry_employer', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_personevent" ("birth_day", "created_at", "father_name", "first_name", "id", "last_name", "nationality", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sex", "state") VALUES (OLD."birth_day", OLD."created_at", OLD."father_name", OLD."first_name", OLD."id", OLD."last_name", OLD."nationality", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."sex", OLD."state"); RETURN NULL;', hash='29397bd742b313866bd615e236918a538bd23511', operation='UPDATE', pgid='pgtrigger_update_update_56ba8', table='registry_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='person',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_personevent" ("birth_day", "created_at", "father_name", "first_name", "id", "last_name", "nationality", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "sex", "state") VALUES (OLD."birth_day", OLD."created_at", OLD."father_name", OLD."first_name", OLD."id", OLD."last_name", OLD."nationality", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."sex", OLD."state"); RETURN NULL;', hash='48266059e36df982582d9e2efaa968463537c34c', operation='DELETE', pgid='pgtrigger_delete_delete_a3234', table='registry_person', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='personidentifier',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."person_id" IS DISTINCT FROM (NEW."person_id") OR OLD."valid" IS DISTINCT FROM (NEW."valid") OR OLD."value" IS DISTINCT FROM (NEW."value"))', func='INSERT INTO "registry_personidentifierevent" ("id", "kind", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid", "value") VALUES (OLD."id", OLD."kind", OLD."person_id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."valid", OLD."value"); RETURN NULL;', hash='c9c9f38bd98a3bf34315764d4406144a0a705dbe', operation='UPDATE', pgid='pgtrigger_update_update_7506a', table='registry_personidentifier', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='personidentifier',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_personidentifierevent" ("id", "kind", "person_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid", "value") VALUES (OLD."id", OLD."kind", OLD."person_id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."valid", OLD."value"); RETURN NULL;', hash='3174eed26cda660d1cb136f850d246caa1996a28', operation='DELETE', pgid='pgtrigger_delete_delete_f7737', table='registry_personidentifier', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='branch',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_branchevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id") VALUES (OLD."code", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."province_id"); RETURN NULL;', hash='82d489f3060efb5fb3af8378d269eace44f0ae69', operation='UPDATE', pgid='pgtrigger_update_update_6a48b', table='registry_branch', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='branch',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_branchevent" ("code", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "province_id") VALUES (OLD."code", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."province_id"); RETURN NULL;', hash='c075e01cc1602cb3e79ee2c75880ccc5d45e4938', operation='DELETE', pgid='pgtrigger_delete_delete_604d9', table='registry_branch', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workplace',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_workplaceevent" ("activity", "address", "branch_id", "closed_on", "employer_id", "five_worker_relief", "id", "name", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."activity", OLD."address", OLD."branch_id", OLD."closed_on", OLD."employer_id", OLD."five_worker_relief", OLD."id", OLD."name", OLD."opened_on", _pgh_attach_context(), NOW(), \'update\', OLD."id"); RETURN NULL;', hash='cf5ebb44a9025d29bd9fb8f5a24fbbecb72b3a82', operation='UPDATE', pgid='pgtrigger_update_update_a2a3d', table='registry_workplace', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workplace',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_workplaceevent" ("activity", "address", "branch_id", "closed_on", "employer_id", "five_worker_relief", "id", "name", "opened_on", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."activity", OLD."address", OLD."branch_id", OLD."closed_on", OLD."employer_id", OLD."five_worker_relief", OLD."id", OLD."name", OLD."opened_on", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='dbc3c393e9601204319431a433696af50461942c', operation='DELETE', pgid='pgtrigger_delete_delete_aafe8', table='registry_workplace', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='hazardousoccupation',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_hazardousoccupationevent" ("decided_on", "decision_number", "id", "job_code", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid", "workplace_id") VALUES (OLD."decided_on", OLD."decision_number", OLD."id", OLD."job_code", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."valid", OLD."workplace_id"); RETURN NULL;', hash='5470f37abcc60ab1e580cee531c344c6a672f7e5', operation='UPDATE', pgid='pgtrigger_update_update_92b7c', table='registry_hazardousoccupation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='hazardousoccupation',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_hazardousoccupationevent" ("decided_on", "decision_number", "id", "job_code", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid", "workplace_id") VALUES (OLD."decided_on", OLD."decision_number", OLD."id", OLD."job_code", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."valid", OLD."workplace_id"); RETURN NULL;', hash='fdcdf647f3d53ac33924f31bd1955019d2a4d939', operation='DELETE', pgid='pgtrigger_delete_delete_beae4', table='registry_hazardousoccupation', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contractrow',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_contractrowevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row", "title", "valid", "workplace_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."row", OLD."title", OLD."valid", OLD."workplace_id"); RETURN NULL;', hash='3e3c93dd0cc0a3520b759aafb3dfb5e7981a7e08', operation='UPDATE', pgid='pgtrigger_update_update_1533a', table='registry_contractrow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='contractrow',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_contractrowevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "row", "title", "valid", "workplace_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."row", OLD."title", OLD."valid", OLD."workplace_id"); RETURN NULL;', hash='50fe4f4b0c14c626792bfc6e7a8916cdedde6573', operation='DELETE', pgid='pgtrigger_delete_delete_74c22', table='registry_contractrow', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workplaceidentifier',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "registry_workplaceidentifierevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid", "value", "workplace_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."valid", OLD."value", OLD."workplace_id"); RETURN NULL;', hash='5b476b5a81c76ccd61c5d98c56a3bbd116603711', operation='UPDATE', pgid='pgtrigger_update_update_f0827', table='registry_workplaceidentifier', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='workplaceidentifier',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "registry_workplaceidentifierevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "valid", "value", "workplace_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."valid", OLD."value", OLD."workplace_id"); RETURN NULL;', hash='579d87126e556960ecb251f30c1420d9032ddb42', operation='DELETE', pgid='pgtrigger_delete_delete_351a4', table='registry_workplaceidentifier', when='AFTER')),
        ),
    ]
