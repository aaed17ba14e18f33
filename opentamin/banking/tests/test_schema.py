"""What we write, and what our tests read, is valid by the standard's own schema.

`camt.053.001.08.xsd` is the message definition of ISO 20022 as its registration authority publishes it, free for anyone's use.
"""

from functools import cache
from pathlib import Path

import pytest
import xmlschema

from .samples import camt

SCHEMA = Path(__file__).with_name("camt.053.001.08.xsd")


@cache
def schema() -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(str(SCHEMA))


def test_a_written_statement_is_valid():
    assert list(schema().iter_errors(camt().decode())) == []


@pytest.mark.parametrize(("right", "wrong"), [("<CdtDbtInd>CRDT", "<CdtDbtInd>BOTH"), ('Ccy="IRR"', 'Ccy="rial"'), ("<Stmt>", "<Stmt><Unheard/>")])
def test_what_is_no_statement_is_found_out(right, wrong):
    body = camt().decode()
    assert right in body
    assert list(schema().iter_errors(body.replace(right, wrong, 1)))
