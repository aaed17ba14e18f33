"""What people type, in one spelling."""

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from opentamin.office.accounts.fields import JalaliDayField
from opentamin.office.accounts.models import User
from opentamin.office.kit.text import fold, fold_code


def test_letters_and_digits_have_one_spelling():
    assert fold("كريمي ۱۲٣ می\u200cروم\u202e ") == "کریمی 123 می\u200cروم"
    assert fold_code(" 7qk4–m2xd  ۹htr") == "7QK4M2XD9HTR"


def test_a_day_is_read_from_any_digits_and_separators():
    field = JalaliDayField()
    assert {field.clean(typed) for typed in ("۱۴۰۵/۹/۱", "1405-09-01", "١٤٠٥ ٩ ١", "۱۴۰۵.۰۹.۰۱")} == {field.clean("1405/9/1")}
    for wrong in ("1405/12/30", "1405/9", "abc", "99999/1/1"):
        with pytest.raises(ValidationError):
            field.clean(wrong)


@pytest.mark.django_db
def test_the_database_keeps_usernames_in_one_spelling():
    for wrong in ("Maryam", "۱۲۳", "a b"):
        with pytest.raises(DatabaseError), transaction.atomic():
            User.objects.create(username=wrong, full_name="x")
