"""What the employer declared for one worker: one row of an accepted list, as decoded. Written by COPY, never changed."""

from django.db import models

from .append_only import append_only

# Column of the table -> (column of the workers' file, "int" or "text"). The order is the order of COPY.
DECLARED = {
    "insurance_number": ("DSW_ID1", "text"),
    "national_id": ("PER_NATCOD", "text"),
    "first_name": ("DSW_FNAME", "text"),
    "last_name": ("DSW_LNAME", "text"),
    "father_name": ("DSW_DNAME", "text"),
    "birth_certificate": ("DSW_IDNO", "text"),
    "birth_date": ("DSW_BDATE", "text"),
    "sex": ("DSW_SEX", "text"),
    "nationality": ("DSW_NAT", "text"),
    "job_title": ("DSW_OCP", "text"),
    "job_code": ("DSW_JOB", "text"),
    "start_date": ("DSW_SDATE", "text"),
    "end_date": ("DSW_EDATE", "text"),
    "days": ("DSW_DD", "int"),
    "wage_daily": ("DSW_ROOZ", "int"),
    "wage_monthly": ("DSW_MAH", "int"),
    "benefits_monthly": ("DSW_MAZ", "int"),
    "wage_insurable": ("DSW_MASH", "int"),
    "wage_all": ("DSW_TOTL", "int"),
    "worker_share": ("DSW_BIME", "int"),
}


class ListRow(models.Model):
    """Declared values; amounts in rials, dates as written in the file.

    No foreign key is checked row by row: all rows of a list are written at once, in the transaction that holds the list.
    """

    pk = models.CompositePrimaryKey("list_id", "row")
    list = models.ForeignKey("contributions.MonthlyList", on_delete=models.PROTECT, related_name="rows", db_index=False, db_constraint=False)
    row = models.IntegerField()
    person = models.ForeignKey("registry.Person", null=True, on_delete=models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    insurance_number = models.TextField()
    national_id = models.TextField()
    first_name = models.TextField()
    last_name = models.TextField()
    father_name = models.TextField()
    birth_certificate = models.TextField()
    birth_date = models.TextField()
    sex = models.TextField()
    nationality = models.TextField()
    job_title = models.TextField()
    job_code = models.TextField()
    start_date = models.TextField()
    end_date = models.TextField()
    days = models.SmallIntegerField()
    wage_daily = models.BigIntegerField()
    wage_monthly = models.BigIntegerField()
    benefits_monthly = models.BigIntegerField()
    wage_insurable = models.BigIntegerField()
    wage_all = models.BigIntegerField()
    worker_share = models.BigIntegerField()

    class Meta:
        triggers = [append_only("list_row")]
        constraints = [
            models.CheckConstraint(condition=models.Q(days__gte=0, days__lte=31), name="list_row_days_in_month"),
            models.CheckConstraint(condition=models.Q(wage_insurable__gte=0, worker_share__gte=0), name="list_row_money_not_negative"),
        ]

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}".strip()
