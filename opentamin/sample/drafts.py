"""A workplace's monthly list, before it becomes a file: the values an honest employer would write."""

from dataclasses import dataclass, replace

import numpy as np

from opentamin import law as laws
from opentamin.law import days
from opentamin.lists import split_for_format
from opentamin.lists.fields import WORKERS
from opentamin.office.contributions.reckoning import WorkplaceFacts, reckon
from opentamin.sample import names, numbers
from opentamin.sample.country import Country
from opentamin.sample.pay import MonthRows
from opentamin.sample.persons import NATIONALITIES
from opentamin.sample.tables import jobs, provinces


@dataclass
class Draft:
    """header: workshop values by column name, `month` for the year and month; workers: one array per column;
    facts: what the registry will know of the workplace."""

    header: dict
    workers: dict[str, np.ndarray]
    facts: WorkplaceFacts

    @property
    def month(self) -> int:
        return self.header["month"]

    def __len__(self) -> int:
        return len(self.workers["DSW_DD"])

    def set_premiums(self) -> None:
        """Write each worker's premium and the shares the employer pays, as the law of the month gives them."""
        workers = self.workers
        declared = {
            # More days than the month has cannot be reckoned with; whoever plants them keeps the premium of the whole month.
            "days": np.minimum(workers["DSW_DD"], days.month_length(self.month)),
            "wage_insurable": workers["DSW_MASH"],
            "nationality": workers["DSW_NAT"],
            "job_code": workers["DSW_JOB"],
            "job_title": workers["DSW_OCP"],
        }
        result = reckon(declared, month=self.month, workplace=self.facts, law=laws.at(days.month_first_day(self.month)))
        workers["DSW_BIME"] = np.asarray(result.workers["worker_share"], np.int64)
        self.header |= {"DSK_TKOSO": result.due.employer_share_own, "DSK_BIC": result.due.unemployment}

    def in_layout(self, layout: str) -> "Draft":
        """The same pay in the columns a layout has: where none is for the seniority base, the daily wage holds it."""
        if any(field.name == "DSW_INC" for field in WORKERS[layout]):
            return self
        daily, base = self.workers["DSW_ROOZ"], self.workers["DSW_INC"]
        return replace(self, workers=self.workers | {"DSW_ROOZ": daily + base, "DSW_INC": np.zeros_like(base)})

    def parts(self) -> list["Draft"]:
        """The same rows in as many lists as the columns of the format need, numbered on from this one's number."""
        pieces = split_for_format(self.workers)
        if len(pieces) == 1:
            return [self]
        number = int(self.header["DSK_LISTNO"])
        parts = [Draft({**self.header, "DSK_LISTNO": f"{number + place:04d}"}, piece, self.facts) for place, piece in enumerate(pieces)]
        for part in parts:
            part.set_premiums()
        return parts


def drafts_of(country: Country, workplace: int, month: int, rows: MonthRows | None = None) -> list[Draft]:
    """The lists of one workplace and month: one, or one for each contract row with people; none when nobody worked.

    Args:
        workplace: place in `country.workplaces`.
        rows: `country.month(month)`, to spare making it again.
    """
    rows = country.month(month) if rows is None else rows
    own = rows.of(rows.workplace == workplace)
    contracts = np.unique(own.contract_row).tolist()
    return [draft_of(country, workplace, month, own.of(own.contract_row == contract), contract) for contract in contracts]


def draft_of(country: Country, workplace: int, month: int, rows: MonthRows, contract_row: int = 0) -> Draft:
    """One list of the given rows, premiums as the law has them for a list that comes in time."""
    job = [jobs()[place] for place in rows.job]
    workers = _who(country, rows) | {
        "DSW_OCP": np.array([j.title for j in job], str),
        "DSW_JOB": np.array([j.code for j in job], str),
        "DSW_SDATE": _days(month, rows.first_day),
        "DSW_EDATE": _days(month, rows.last_day),
        "DSW_DD": rows.days.copy(),
        "DSW_ROOZ": rows.daily,
        "DSW_MAH": rows.monthly,
        "DSW_MAZ": rows.benefits,
        "DSW_MASH": rows.insurable,
        "DSW_TOTL": rows.total,
        "DSW_PRATE": np.zeros(len(rows.days), np.int64),
        "DSW_INC": rows.seniority,
        "DSW_SPOUSE": rows.spouse,
    }
    table = country.workplaces
    header = {
        "month": month,
        "DSK_ID": str(table.code[workplace]),
        "DSK_NAME": str(table.name[workplace]),
        "DSK_FARM": str(country.employers.name[table.employer[workplace]]),
        "DSK_ADRS": str(table.address[workplace]),
        "DSK_KIND": 0,
        "DSK_LISTNO": f"{max(contract_row, 1):04d}",
        "DSK_RATE": 27,
        "DSK_PRATE": 0,
        "DSK_BIMH": 0,
        "MON_PYM": f"{contract_row:03d}",
    }
    draft = Draft(header, workers, facts_of(country, workplace))
    draft.set_premiums()
    return draft


def facts_of(country: Country, workplace: int) -> WorkplaceFacts:
    """What the registry will know of the workplace, for the reckoning."""
    hazards = country.hazards
    found = [jobs()[job].code for job in hazards.job[hazards.workplace == workplace]]
    return WorkplaceFacts(bool(country.workplaces.is_relief[workplace]), frozenset(found), is_list_in_time=True)


def _who(country: Country, rows: MonthRows) -> dict[str, np.ndarray]:
    """The columns that say who each worker is."""
    people, who = country.persons, rows.person
    born = people.birth_year[who] * 10_000 + people.birth_month[who] * 100 + people.birth_day[who]
    national_id = people.national_id[who]
    # Since 1368 the number of the birth certificate is the national id.
    certificate = np.where(people.birth_year[who] >= 1368, national_id, national_id // 10 % 9_000 + 1)
    towns = np.array([province.capital for province in provinces()])
    return {
        "DSW_ID1": numbers.as_text(people.insurance_number[who], 8),
        "DSW_FNAME": names.first_names()[people.first[who]].astype(str),
        "DSW_LNAME": names.family_names()[people.family[who]].astype(str),
        "DSW_DNAME": names.first_names()[people.father[who]].astype(str),
        "DSW_IDNO": np.where(national_id > 0, certificate.astype(str), ""),
        "DSW_IDPLC": np.where(national_id > 0, towns[national_id // 1000 % len(towns)], ""),
        "DSW_BDATE": born.astype(str),
        "DSW_SEX": np.where(people.is_woman[who], "زن", "مرد"),
        "DSW_NAT": np.array(NATIONALITIES)[people.nationality[who]],
        "PER_NATCOD": np.where(national_id > 0, numbers.as_text(national_id, 10), ""),
    }


def _days(month: int, day_of_month: np.ndarray) -> np.ndarray:
    """Days of joining or leaving as the file writes them; blank where there is none."""
    return np.where(day_of_month > 0, (month * 100 + day_of_month).astype(str), "")
