"""Iranian identifiers: shapes and check digits, for one value and for whole columns.

All take text of ASCII digits (fold other digits first) and never raise on strange input; a column function takes a numpy
str array and returns a bool array. Rules: national id mod 11 (weights 10..2), legal id mod 11 (29, 27, 23, 19, 17),
Sheba ISO 7064 mod 97-10; the insurance number and the workplace code have no known check digit.
"""

import re

import numpy as np

from opentamin.lists import bytegrid

_LEGAL_WEIGHTS = (29, 27, 23, 19, 17) * 2


def national_id(value: str) -> bool:
    """National id of a person: ten digits, not all alike, last digit by the other nine."""
    if not re.fullmatch("[0-9]{10}", value) or len(set(value)) == 1:
        return False
    rest = sum(int(d) * w for d, w in zip(value, range(10, 1, -1), strict=False)) % 11
    return int(value[9]) == (rest if rest < 2 else 11 - rest)


def legal_id(value: str) -> bool:
    """National id of a legal person: eleven digits, digits 4 to 9 not all zero."""
    if not re.fullmatch("[0-9]{11}", value) or value[3:9] == "000000":
        return False
    shift = int(value[9]) + 2
    rest = sum((int(d) + shift) * w for d, w in zip(value, _LEGAL_WEIGHTS, strict=False)) % 11
    return int(value[10]) == rest % 10


def workplace_code(value: str) -> bool:
    """Workplace code: ten digits (three branch, three activity, four file); no check digit is known."""
    return bool(re.fullmatch("[0-9]{10}", value))


def insurance_number(value: str) -> bool:
    """Insurance number: eight digits, or ten that begin with `00`; no check digit is known."""
    return bool(re.fullmatch("(00)?[0-9]{8}", value)) and value.strip("0") != ""


def canonical_insurance_number(value: str) -> str:
    """Eight digits of a valid number, of either form; anything else unchanged."""
    return value[2:] if re.fullmatch("00[0-9]{8}", value) else value


def fida(value: str) -> bool:
    """FIDA code of a foreign national: twelve digits; no check digit is known."""
    return bool(re.fullmatch("[0-9]{12}", value))


def mobile(value: str) -> bool:
    """Iranian mobile number, `09…` or `+989…`."""
    return bool(re.fullmatch(r"(0|\+98|0098)9[0-9]{9}", value))


def sheba(value: str) -> bool:
    """Iranian IBAN: `IR` and 24 digits, mod 97 = 1. Blanks and lower case are accepted."""
    bare = value.replace(" ", "").upper()
    return bool(re.fullmatch("IR[0-9]{24}", bare)) and int(bare[4:] + "1827" + bare[2:4]) % 97 == 1


def digit_matrix(texts: np.ndarray, width: int) -> tuple[np.ndarray, np.ndarray]:
    """n texts → (width, n) uint8 digits and a bool array of the rows that are exactly `width` ASCII digits."""
    letters = bytegrid.letters_of(np.asarray(texts, str))
    if len(letters) < width:
        return np.zeros((width, len(texts)), np.uint8), np.zeros(len(texts), bool)
    digits = letters[:width] - np.uint32(48)
    fits: np.ndarray = np.logical_and.reduce(digits < 10)
    if len(letters) > width:
        fits = fits & (letters[width] == 0)
    return digits.astype(np.uint8), fits


def national_ids(texts: np.ndarray) -> np.ndarray:
    """Column twin of `national_id`."""
    digits, fits = digit_matrix(texts, 10)
    rest = np.zeros(digits.shape[1], np.uint16)
    for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True):
        rest += digit * np.uint16(weight)
    rest %= np.uint16(11)
    check = np.where(rest < 2, rest, np.uint16(11) - rest)
    alike = (digits == digits[0]).all(axis=0)
    return fits & (digits[9] == check) & ~alike


def padded_national_ids(texts: np.ndarray) -> np.ndarray:
    """The same ids, with the leading zeros put back in those of eight or nine digits that are then valid."""
    texts = np.asarray(texts, str)
    lengths = np.strings.str_len(texts)
    short = np.flatnonzero((lengths == 8) | (lengths == 9))
    if not len(short):
        return texts
    padded = np.strings.zfill(texts[short], 10)
    holds = national_ids(padded)
    whole = texts.astype(f"<U{max(10, texts.dtype.itemsize // 4)}")
    whole[short[holds]] = padded[holds]
    return whole


def insurance_numbers(texts: np.ndarray) -> np.ndarray:
    """Column twin of `insurance_number`."""
    eight, is_eight = digit_matrix(texts, 8)
    ten, is_ten = digit_matrix(texts, 10)
    is_ten = is_ten & (ten[:2] == 0).all(axis=0) & ten[2:].any(axis=0)
    return (is_eight & eight.any(axis=0)) | is_ten


def canonical_insurance_numbers(texts: np.ndarray) -> np.ndarray:
    """Column twin of `canonical_insurance_number`."""
    texts = np.asarray(texts, str)
    ten, is_ten = digit_matrix(texts, 10)
    is_ten = is_ten & (ten[:2] == 0).all(axis=0)
    if not is_ten.any():
        return texts
    return np.where(is_ten, np.strings.slice(texts, 2, 10), texts)


def workplace_codes(texts: np.ndarray) -> np.ndarray:
    """Column twin of `workplace_code`."""
    return digit_matrix(texts, 10)[1]


def fidas(texts: np.ndarray) -> np.ndarray:
    """Column twin of `fida`."""
    return digit_matrix(texts, 12)[1]


def as_integers(texts: np.ndarray) -> np.ndarray:
    """n texts of up to 18 digits → int64; what is not a digit counts as 0, so ask only about rows known to be digits."""
    value = np.zeros(len(texts), np.int64)
    for letters in bytegrid.letters_of(np.asarray(texts, str))[:18]:
        value = np.where(letters != 0, value * 10 + (letters - np.uint32(48)) % 10, value)
    return value
