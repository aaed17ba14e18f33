"""Faults in what the list says: written down wrong by whoever made it."""

import numpy as np

from opentamin.law import days
from opentamin.sample.faults.fault import Making, Planted, fault

INT64_MAX = 2**63 - 1


@fault("list", "days_over_month", "یک نفر ۳۲ روز کار کرده است.", "One worker has 32 days.")
def days_32(making: Making) -> list[Planted]:
    # Whoever has a seniority base would also upset its total.
    row = making.row(_ordinary(making) & (making.draft.workers["DSW_INC"] == 0))
    making.draft.workers["DSW_DD"][row] = 32
    _pay_again(making, row)
    return [Planted("days-32", row + 1, "DSW_DD", "32")]


@fault("list", "workers_none", "فهرست هیچ ردیفی ندارد.", "The list has no rows.")
def zero_rows(making: Making) -> list[Planted]:
    making.draft.workers = {name: values[:0] for name, values in making.draft.workers.items()}
    making.draft.header |= {"DSK_TKOSO": 0, "DSK_BIC": 0}
    return [Planted("zero-rows", None, "DSK_NUM", "0")]


@fault("list", "money_negative", "مزایای یک نفر منفی است.", "The benefits of one worker are negative.", beside=("seniority_total",))
def negative_money(making: Making) -> list[Planted]:
    workers = making.draft.workers
    row = making.row(_ordinary(making) & (workers["DSW_ROOZ"] > workers["DSW_ROOZ"].min()))
    workers["DSW_MAZ"][row] = -1_000
    workers["DSW_SPOUSE"][row] = 0
    _pay_again(making, row)
    return [Planted("negative-money", row + 1, "DSW_MAZ", "-1000")]


@fault("list", "number_too_long", "پایهٔ سنوات یک نفر ۱۹ رقم دارد.", "The seniority base of one worker has 19 digits.", beside=("monthly_wage",))
def money_19_digits(making: Making) -> list[Planted]:
    making.layout = "wide"  # the only layout whose columns hold nineteen digits
    workers, row = making.draft.workers, making.row()
    making.draft.header["DSK_INC"] = int((workers["DSW_INC"] * workers["DSW_DD"]).sum())
    workers["DSW_INC"][row] = INT64_MAX
    return [Planted("money-19-digits", row + 1, "DSW_INC", str(INT64_MAX))]


@fault("list", "insurance_number_repeated", "شمارهٔ بیمهٔ دو نفر یکی است.", "Two workers have one insurance number.")
def duplicate(making: Making) -> list[Planted]:
    numbers = making.draft.workers["DSW_ID1"]
    row = making.row(np.arange(len(numbers)) < len(numbers) - 1)
    numbers[row] = numbers[row + 1]
    return [Planted("duplicate", row + 1, "DSW_ID1", str(numbers[row]))]


@fault(
    "list",
    "insurance_numbers_cut",
    "شماره‌های ده‌رقمی با دو صفر در جلو در ستون هشت‌رقمی نوشته و دو رقم آخر همه بریده شده است.",
    "Ten-digit numbers with 00 in front were written into eight places: everybody's last two digits are lost.",
)
def padded_00(making: Making) -> list[Planted]:
    numbers = making.draft.workers["DSW_ID1"]
    numbers[:] = np.array([f"00{number}"[:8] for number in numbers.tolist()])
    return [Planted("padded-00", None, "DSW_ID1", str(numbers[0]))]


@fault("list", "", "شماره‌های ملی با رقم‌های فارسی نوشته شده‌اند.", "National ids are written in Persian digits.")
def persian_digits(making: Making) -> list[Planted]:
    return _in_digits(making, "persian-digits", "۰۱۲۳۴۵۶۷۸۹")


@fault("list", "", "شماره‌های ملی با رقم‌های عربی نوشته شده‌اند.", "National ids are written in Arabic digits.")
def arabic_digits(making: Making) -> list[Planted]:
    return _in_digits(making, "arabic-digits", "٠١٢٣٤٥٦٧٨٩")


@fault("list", "national_id_check_digit", "رقم کنترل شمارهٔ ملی یک نفر غلط است.", "The check digit of one national id is wrong.")
def national_id(making: Making) -> list[Planted]:
    ids = making.draft.workers["PER_NATCOD"]
    row = making.row(ids != "")
    ids[row] = ids[row][:9] + str((int(ids[row][9]) + 1) % 10)
    return [Planted("national-id", row + 1, "PER_NATCOD", str(ids[row]))]


@fault("list", "month_in_future", "ماه فهرست هنوز نیامده است.", "The month of the list has not come yet.")
def future(making: Making) -> list[Planted]:
    draft = making.draft
    draft.header["month"] = days.next_month(days.month_of(making.country.today), 2)
    # Of the old month's days, what the new one also has; joining and leaving belong to the old month.
    draft.workers["DSW_SDATE"][:] = ""
    draft.workers["DSW_EDATE"][:] = ""
    for row in np.flatnonzero(draft.workers["DSW_DD"] > days.month_length(draft.month)).tolist():
        draft.workers["DSW_DD"][row] = days.month_length(draft.month)
        _pay_again(making, row)
    draft.set_premiums()
    return [Planted("future", None, "DSK_MM", str(draft.month))]


@fault("list", "workplace_not_yours", "کد کارگاه از آن کارگاه دیگری است.", "The workplace code belongs to somebody else.")
def other_workplace(making: Making) -> list[Planted]:
    codes = making.country.workplaces.code
    making.draft.header["DSK_ID"] = str(codes[(making.workplace + 1) % len(codes)])
    return [Planted("other-workplace", None, "DSK_ID", making.draft.header["DSK_ID"])]


@fault("list", "forbidden_character", "در نام خانوادگی یک نفر نشانهٔ HTML هست.", "The family name of one worker holds HTML.")
def html(making: Making) -> list[Planted]:
    row = making.row()
    names = making.draft.workers["DSW_LNAME"].astype(object)
    names[row] = "<script>alert(1)</script>"
    making.draft.workers["DSW_LNAME"] = names.astype(str)
    return [Planted("html", row + 1, "DSW_LNAME", str(names[row]))]


@fault("list", "premium_over", "حق بیمهٔ یک نفر هفت درصد مزد او نیست.", "The premium of one worker is not seven per cent of the wage.")
def bime(making: Making) -> list[Planted]:
    row = making.row(_ordinary(making))
    premiums = making.draft.workers["DSW_BIME"]
    premiums[row] += 10_000
    return [Planted("bime", row + 1, "DSW_BIME", str(premiums[row]))]


def _ordinary(making: Making) -> np.ndarray:
    """Workers whose row has nothing peculiar of its own: a whole month, no cap in sight."""
    workers = making.draft.workers
    least = workers["DSW_ROOZ"].min()
    return (workers["DSW_MASH"] < 5 * least * workers["DSW_DD"]) & (workers["DSW_SDATE"] == "") & (workers["DSW_EDATE"] == "")


def _pay_again(making: Making, row: int) -> None:
    """Make the sums of one row, and the premiums, follow from its days and parts again, so that only the fault is wrong."""
    workers = making.draft.workers
    beside = workers["DSW_TOTL"][row] - workers["DSW_MASH"][row]
    workers["DSW_MAH"][row] = (workers["DSW_ROOZ"][row] + workers["DSW_INC"][row]) * workers["DSW_DD"][row]
    workers["DSW_MASH"][row] = workers["DSW_MAH"][row] + workers["DSW_MAZ"][row]
    workers["DSW_TOTL"][row] = workers["DSW_MASH"][row] + beside
    making.draft.set_premiums()


def _in_digits(making: Making, name: str, digits: str) -> list[Planted]:
    table = str.maketrans("0123456789", digits)
    ids = making.draft.workers["PER_NATCOD"]
    making.draft.workers["PER_NATCOD"] = np.array([one.translate(table) for one in ids.tolist()])
    return [Planted(name, None, "PER_NATCOD", str(making.draft.workers["PER_NATCOD"][0]))]
