"""Art. 30: which parts of pay bear premium."""

from ..kinds import Count, Rials
from ..machine.articles import article
from .rows import InsurablePay, PayItems


@article("30", law="ssl", in_force=("1354-07-01", None), headline="wage_insurable",
         source="composition in use in list files; rulings 825 of 1396-08-30, 2310 of 1400-08-04, "
                "140231390002727573 of 1402-10-19")  # fmt: skip
def insurable_pay(pay: PayItems, law) -> InsurablePay:
    """Pay split into what bears premium and what does not.

    Wage and seniority count by the day; housing, bon, marriage allowance and continuing
    benefits by the month. Child allowance, bonus, severance, mission, leave bought back and
    occasional welfare bear none; of civil servants also overtime and special allowances.
    """
    wage_monthly = (pay.wage_daily + pay.seniority_daily) * pay.days
    work_extra = pay.overtime + pay.special_allowance
    benefits_insurable = pay.housing + pay.bon + pay.marriage_allowance + pay.other_continuing
    pay_exempt = (
        pay.child_allowance + pay.year_end_bonus + pay.severance
        + pay.mission + pay.leave_redemption + pay.welfare
    )  # fmt: skip
    if pay.is_civil_service == 1:
        pay_exempt += work_extra
    else:
        benefits_insurable += work_extra
    wage_insurable = wage_monthly + benefits_insurable
    pay_total = wage_insurable + pay_exempt
    return InsurablePay(wage_monthly, benefits_insurable, wage_insurable, pay_exempt, pay_total)


@article("86", law="ssl", in_force=("1391-01-01", None))
def child_allowance(children_count: Count, law) -> Rials:
    """Allowance of one month for the children it is due for; it bears no premium."""
    return children_count * law.child_allowance_days * law.minimum_wage_daily
