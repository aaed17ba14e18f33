"""A list written as real files: the door behind `./run sample list`, and the demonstration's own."""

from dataclasses import dataclass

import numpy as np

from opentamin.lists import write_pair, zip_pair
from opentamin.sample.country import FIRST_MONTH, Country
from opentamin.sample.drafts import Draft, draft_of, drafts_of
from opentamin.sample.faults import FAULTS, CannotPlant, Fault, Making, Planted
from opentamin.sample.pay import MonthRows


@dataclass(frozen=True)
class Order:
    """What somebody wants written. contract_row: 0 for none, or for the first that has people;
    faults: names in FAULTS; workers: how many rows, None for those who really worked."""

    workplace: int
    month: int
    contract_row: int = 0
    layout: str = "v6"
    encoding: str = "iransystem"
    form: str = "dbf"
    is_zip: bool = False
    faults: tuple[str, ...] = ()
    workers: int | None = None


class NothingToWrite(Exception):
    """Nobody worked at the workplace in that month."""


def write_list(country: Country, order: Order, seed: int = 0) -> tuple[dict[str, bytes], list[Planted]]:
    """Files by name, and what was planted where.

    Raises:
        NothingToWrite, CannotPlant; KeyError for a fault that is not known; ValueError for what the files cannot hold.
    """
    faults = [FAULTS[name] for name in order.faults]
    draft, *rest = _draft(country, order).in_layout(order.layout).parts()
    rng = np.random.default_rng([country.seed, seed, order.month])
    making = Making(country, order.workplace, draft, order.layout, order.encoding, order.form, rng, {})
    planted = [one for fault in faults if fault.stage == "list" for one in fault.plant(making)]
    making.files = _written(making.draft, making.layout, order)
    planted += _plant_in_files(making, faults, rest, order)
    if order.is_zip and not any(name.endswith(".zip") for name in making.files):
        making.files = {"list.zip": zip_pair(making.files)}
    return making.files, planted


def _written(draft: Draft, layout: str, order: Order) -> dict[str, bytes]:
    return write_pair(draft.header, draft.workers, layout=layout, encoding=order.encoding, form=order.form)


def _plant_in_files(making: Making, faults: list[Fault], rest: list[Draft], order: Order) -> list[Planted]:
    """Plant what is done to bytes in the first list; the others join it before all are packed."""
    planted = []
    for fault in faults:
        if fault.stage == "bytes":
            if order.form != "dbf":
                raise CannotPlant(fault.name)
            planted += fault.plant(making)
    for draft in rest:
        making.files |= _written(draft, making.layout, order)
    for fault in faults:
        if fault.stage == "archive":
            planted += fault.plant(making)
    return planted


def _draft(country: Country, order: Order) -> Draft:
    if order.month < FIRST_MONTH:
        raise NothingToWrite
    rows = country.month(order.month)
    if order.workers is None:
        for draft in drafts_of(country, order.workplace, order.month, rows):
            if order.contract_row in (0, int(draft.header["MON_PYM"])):
                return draft
        raise NothingToWrite
    return crowded_draft(country, order.workplace, order.month, rows, order.workers)


def crowded_draft(country: Country, workplace: int, month: int, rows: MonthRows, workers: int) -> Draft:
    """A list of exactly `workers` rows: the workplace's own people first, then people of a larger country beside this one."""
    own = rows.of(rows.workplace == workplace)
    own = own.of(np.unique(own.person, return_index=True)[1])
    if len(own.person) >= workers:
        return draft_of(country, workplace, month, own.of(np.arange(workers)))
    draft = draft_of(country, workplace, month, own)
    missing = workers - len(own.person)
    beside = Country(country.seed + 1, missing * 5 // 4 + 50, country.today)
    others = beside.month(month)
    others = others.of(np.sort(np.unique(others.person, return_index=True)[1]))
    strangers = others.of(~_known(country, beside)[others.person])
    more = draft_of(beside, 0, month, strangers.of(np.arange(missing)))
    draft.workers = {name: np.concatenate([column, more.workers[name]]) for name, column in draft.workers.items()}
    draft.set_premiums()
    return draft


def _known(country: Country, beside: Country) -> np.ndarray:
    """People of the country beside who by chance have a number of somebody here."""
    here, there = country.persons, beside.persons
    same_id = np.isin(there.national_id, here.national_id[here.national_id > 0])
    return same_id | np.isin(there.insurance_number, here.insurance_number)
