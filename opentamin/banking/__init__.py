"""What banks send and print: statements (camt.053, CSV), bill and payment identifiers, the Sheba. Pure: bytes in, values out.

Refusals are those of `opentamin.lists`, one way of saying what is wrong for every file that comes in; their words are in `words/`.
"""

from opentamin.banking.camt import read_camt
from opentamin.banking.camt_writer import write_camt
from opentamin.banking.csv_statement import read_csv, write_csv
from opentamin.banking.statement import Line, Statement
from opentamin.banking.upload import read_statements
from opentamin.lists import words
from opentamin.lists.finding import Finding, Refused

words.add("opentamin.banking.words")

__all__ = ["Finding", "Line", "Refused", "Statement", "read_camt", "read_csv", "read_statements", "write_camt", "write_csv"]
