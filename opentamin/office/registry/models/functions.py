"""SQL functions of ours that queries and indexes may name."""

from django.db import models


class FaKey(models.Func):
    """Key by which Persian text is sorted and searched: `fa_key(text)` of migration 0001."""

    # Named here, because the collation of a function's body does not reach the outside.
    function = "fa_key"
    template = '(%(function)s(%(expressions)s) COLLATE "C")'
    arity = 1
    output_field = models.TextField()


class NameKey(models.Func):
    """`fa_key` without spaces, so that «علی رضا», «علی‌رضا» and «علیرضا» are found as one name."""

    function = "replace"
    template = "(replace(fa_key(%(expressions)s), ' ', '') COLLATE \"C\")"
    arity = 1
    output_field = models.TextField()


class IdentifierNumber(models.Func):
    """The value of a person's identifier as an integer: its digits, or for a passport a 64-bit hash."""

    function = "hashtextextended"
    template = "CASE WHEN kind = 'passport' THEN hashtextextended(value, 0) ELSE value::bigint END"
    output_field = models.BigIntegerField()
