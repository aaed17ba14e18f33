"""Lists written for an invented workplace: clean ones are read without an error, planted faults are found, each as itself."""

from datetime import date

import numpy as np
import pytest

from opentamin import law as laws
from opentamin.lists import Refused, check, read_upload
from opentamin.sample.country import Country
from opentamin.sample.faults import FAULTS, CannotPlant
from opentamin.sample.list_files import NothingToWrite, Order, write_list
from opentamin.sample.players import demo_workplace

TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def country():
    return Country(1405, 3_000, TODAY)


@pytest.fixture(scope="module")
def workplace(country):
    return demo_workplace(country)


def findings_of(files, country):
    [pair] = read_upload(list(files.items()))
    law = laws.at(laws.days.month_first_day(min(pair.month, country.due)))
    return pair, check(pair, law, today=TODAY)


def codes(findings, *levels):
    return {finding.code for finding in findings if finding.level in levels}


@pytest.mark.parametrize("layout", ["v27", "v6", "wide"])
@pytest.mark.parametrize("encoding", ["iransystem", "cp1256", "unicode"])
@pytest.mark.parametrize("form", ["dbf", "txt"])
def test_a_clean_list_is_read_without_an_error(country, workplace, layout, encoding, form):
    order = Order(workplace, country.due, layout=layout, encoding=encoding, form=form, is_zip=layout == "v6")
    pair, findings = findings_of(write_list(country, order)[0], country)
    assert codes(findings, "error") == set()
    assert codes(findings, "warning") <= {"insurable_above_ceiling", "text_cut"}  # some earn more; a name of two bytes a letter may be cut
    assert pair.workplace_code == country.workplaces.code[workplace]
    assert pair.month == country.due
    rows = country.month(country.due)
    own = rows.of(rows.workplace == workplace)
    assert pair.workers["DSW_MASH"].tolist() == own.insurable.tolist()


def test_every_workplace_of_a_small_country_can_write_its_lists(country):
    rows = country.month(country.due)
    for place in range(0, len(country.workplaces.size), 25):
        for contract in np.unique(rows.contract_row[rows.workplace == place]):
            files, _ = write_list(country, Order(place, country.due, contract_row=int(contract)))
            assert codes(findings_of(files, country)[1], "error") == set()


@pytest.mark.parametrize("name", FAULTS)
def test_a_planted_fault_is_found_as_itself_and_nothing_else_is_wrong(country, workplace, name):
    fault = FAULTS[name]
    files, planted = write_list(country, Order(workplace, country.due, faults=(name,)), seed=3)
    assert planted and all(one.fault == name for one in planted)
    clean = codes(findings_of(write_list(country, Order(workplace, country.due))[0], country)[1], "error", "warning")
    if fault.is_refused:
        with pytest.raises(Refused) as refusal:
            read_upload(list(files.items()))
        assert refusal.value.finding.code == fault.expects
        return
    _, findings = findings_of(files, country)
    found = codes(findings, "error", "warning") - clean
    is_known_only_to_the_office = name == "other-workplace"
    expected = {fault.expects} if fault.expects and not is_known_only_to_the_office else set()
    assert expected <= found <= expected | set(fault.beside)
    if planted[0].row and fault.expects:
        assert planted[0].row in {finding.row for finding in findings if finding.code == fault.expects}


def test_several_faults_are_found_together(country, workplace):
    files, planted = write_list(country, Order(workplace, country.due, faults=("days-32", "duplicate", "bime", "national-id"), is_zip=True))
    assert len(planted) == 4
    found = codes(findings_of(files, country)[1], "error", "warning")
    assert {"days_over_month", "insurance_number_repeated", "premium_over", "national_id_check_digit"} <= found


def test_more_people_than_one_list_can_hold_are_written_in_several_lists(country, workplace):
    files, _ = write_list(country, Order(workplace, country.due, workers=4_000))
    pairs = read_upload(list(files.items()))
    assert [pair.list_number for pair in pairs] == list(range(1, len(pairs) + 1))
    assert len(pairs) > 1
    law = laws.at(laws.days.month_first_day(country.due))
    assert all(codes(check(pair, law, today=TODAY), "error") == set() for pair in pairs)
    numbers = np.concatenate([pair.workers["DSW_ID1"] for pair in pairs])
    assert len(np.unique(numbers)) == 4_000


def test_the_same_order_and_seed_write_the_same_bytes(country, workplace):
    order = Order(workplace, country.due, faults=("bime",), is_zip=True)
    assert write_list(country, order, seed=5) == write_list(country, order, seed=5)


def test_a_month_in_which_nobody_worked_cannot_be_written(country, workplace):
    with pytest.raises(NothingToWrite):
        write_list(country, Order(workplace, 138001))


def test_a_fault_of_dbf_bytes_is_not_planted_in_a_text_file(country, workplace):
    with pytest.raises(CannotPlant, match="lying-header"):
        write_list(country, Order(workplace, country.due, form="txt", faults=("lying-header",)))


def test_a_bomb_is_small_on_disk(country, workplace):
    files, _ = write_list(country, Order(workplace, country.due, faults=("zip-bomb",)))
    assert sum(map(len, files.values())) < 1_000_000
