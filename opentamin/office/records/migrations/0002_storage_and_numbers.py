"""What a model cannot say: bodies stand outside the row uncompressed, and serials come from a sequence."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("records", "0001_initial")]
    operations = [
        # EXTERNAL: bodies are compressed by us where that helps, and substring() then reads single pages.
        migrations.RunSQL(
            "ALTER TABLE records_document ALTER COLUMN body SET STORAGE EXTERNAL",
            "ALTER TABLE records_document ALTER COLUMN body SET STORAGE EXTENDED",
        ),
        migrations.RunSQL("CREATE SEQUENCE records_serial", "DROP SEQUENCE records_serial"),
    ]
