"""What a person types into each calculator, right and whole; tests change a word of it."""

import re

PAY = {"wages_sum": "۹۰۰٬۰۰۰٬۰۰۰", "days_worked": "۹۰", "is_piece_worker": "no"}
SICKNESS = {
    **PAY, "start_day": "۱۴۰۵/۵/۱", "days_rest": "۱۰", "is_accident": "no", "days_in_hospital": "۰", "is_hospital_paid": "yes", "dependants_count": "۱",
    "scheme": "compulsory", "work_at_start": "at_work", "days_before": "۰", "days_travel": "۰",
}  # fmt: skip
MATERNITY = {
    **PAY, "is_woman": "yes", "delivery_day": "۱۴۰۵/۵/۱", "first_day": "۱۴۰۵/۵/۱", "children_born": "۱", "is_nursing": "yes", "insured_days": "۳۶۵",
    "scheme": "compulsory", "work_at_start": "at_work",
}  # fmt: skip
MARRIAGE = {
    "wedding_day": "۱۴۰۵/۶/۱", "insured_days": "۷۲۰", "average": "۲۰۰٬۰۰۰٬۰۰۰", "scheme": "compulsory",
    "is_first_marriage": "yes", "is_permanent": "yes", "is_registered": "yes", "is_work_ended": "no",
}  # fmt: skip
UNEMPLOYMENT = {
    **PAY, "birth_day": "۱۳۷۰/۱/۱", "loss_of_work": "dismissed", "unemployed_day": "۱۴۰۵/۶/۱", "registered_day": "۱۴۰۵/۶/۱۰", "record_years": "۱۰",
    "record_months": "۰", "used_months": "۰", "is_married": "yes", "dependants_count": "۳", "children_count": "۲", "is_permanent_work": "no",
    "last_workplace_months": "۰",
}  # fmt: skip
INCREASE = {"pension": "۲۰۰٬۰۰۰٬۰۰۰", "award_day": "۱۳۹۰/۵/۱", "raised_kind": "full"}
SURVIVORS = {
    "death_day": "۱۴۰۵/۶/۱", "is_pensioner": "yes", "pension": "۳۰۰٬۰۰۰٬۰۰۰", "is_work_accident": "no", "wives": "۱", "are_orphans": "no",
    "child_1": "daughter", "child_2": "daughter", "child_3": "son", "child_3_birth": "۱۳۹۵/۱/۱",
}  # fmt: skip
WAGE = {"month": "آبان ۱۴۰۵", "days": "۳۰", "wage": "۲۲۳۲۵۵۵۰۰", "is_hazardous": "no"}
SCHEME = {"scheme": "voluntary", "month": "آبان ۱۴۰۵", "premium_class": "old_age_death_disability"}
RETIREMENT = {
    "is_woman": "no", "birth_day": "۱۳۵۰/۳/۱۲", "record_years": "۲۵", "record_months": "۰", "average": "۳۰۰٬۰۰۰٬۰۰۰", "goes_on": "yes",
    "is_labour_law": "yes", "is_unbroken": "no", "is_veteran": "no", "is_disabled_person": "no", "is_construction_worker": "no",
}  # fmt: skip
MISSING_YEAR = {**RETIREMENT, "missing_months": "۱۲", "is_found_before": "yes"}
TYPED = {
    "sickness": SICKNESS, "maternity": MATERNITY, "marriage": MARRIAGE, "unemployment": UNEMPLOYMENT,
    "increase": INCREASE, "survivors": SURVIVORS, "wage": WAGE, "scheme": SCHEME, "retirement": RETIREMENT, "missing_year": MISSING_YEAR,
}  # fmt: skip


def words(response) -> str:
    """The text of a page as it is read: without tags, blanks collapsed."""
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", text.replace("\xa0", " ").replace("\u2066", "").replace("\u2069", ""))
