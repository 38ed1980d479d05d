"""What normalisation gives: figures with a meaning, and the identity of the report.

pydantic models, because this is the edge where the program's own promises are checked:
a measure that does not exist or a page 0 stops here, not in somebody's spreadsheet.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import Field, SerializeAsAny, field_validator

from lkjip_schemas.place import Place
from lkjip_schemas.prose import Prose
from lkjip_schemas.record import Record
from lkjip_schemas.table_records import TableRecord
from lkjip_schemas.vocabulary import (
    OTHER_MEASURE_PREFIX,
    AgreementKind,
    DocumentKind,
    Fate,
    Measure,
    SubjectLevel,
    TableKind,
    UnitLevel,
)


class Observation(Record):
    """One printed figure with a meaning.

    `table_no` and `row`/`col` name the cell it was read from. `raw` is the cell as printed, `value`
    the exact decimal (printed precision kept), `text` words where the cell holds words.
    `row` groups the figures of one printed row; figures of different years in one row differ in
    `period`.
    """

    table_no: int
    row: int
    col: int
    table_kind: TableKind
    subject: str
    subject_level: SubjectLevel
    subject_code: str = ""
    parent: str = ""
    measure: str
    period: str = ""
    value: Decimal | None = None
    text: str = ""
    unit: str = ""
    raw: str
    place: Place

    @field_validator("measure")
    @classmethod
    def _known_measure(cls, measure: str) -> str:
        if measure in Measure._value2member_map_ or measure.startswith(OTHER_MEASURE_PREFIX):
            return measure
        raise ValueError(f"unknown measure {measure!r}")

    @property
    def decimals(self) -> int:
        """Printed digits behind the decimal mark (0 when there is no value)."""
        if self.value is None:
            return 0
        exponent = self.value.as_tuple().exponent
        return -exponent if isinstance(exponent, int) and exponent < 0 else 0


class TableColumn(Record):
    """What one column of a table was taken for.

    `header` is the header text of all levels, joined; `index` the cell of the index row
    ("4", "6=4/5*100"); `measure` empty for label columns.
    """

    col: int
    header: str = ""
    index: str = ""
    role: str = ""
    measure: str = ""
    period: str = ""


class ReadTable(Record):
    """A raw table (same `number`) with the meaning that was found in it.

    A box that prints one indicator from top to bottom is `turned`: its columns are the rows that it prints, and the
    figures of the report stand in one row of them.
    """

    number: int
    kind: TableKind
    caption: str = ""
    heading: str = ""
    page_from: Annotated[int, Field(ge=1)]
    page_to: Annotated[int, Field(ge=1)]
    n_rows: int
    n_cols: int
    engine: str = ""
    confidence: float = 1.0
    kind_reason: str = ""
    columns: tuple[TableColumn, ...] = ()
    turned: bool = False


class Agreement(Record):
    """A signed performance agreement found in the document (PermenPANRB 53/2014 Lampiran I).

    It covers the pages `page_from`..`page_to`; `date_text` is the date as printed, `year` and
    `month` what it says (0 when not printed); `parties` the names under pihak pertama and kedua.
    """

    kind: AgreementKind
    page_from: int
    page_to: int
    year: int = 0
    month: int = 0
    date_text: str = ""
    parties: tuple[str, ...] = ()
    pages_unread: tuple[int, ...] = ()


class Identity(Record):
    """Whose document this is, of which year, and of which kind. Empty text or 0: not found.

    `plan_period` is the period of the plan it belongs to, such as "2018-2023". `evidence` holds
    (what, page, text) for what was read from a page.
    """

    kind: DocumentKind = DocumentKind.OTHER
    title: str = ""
    instansi: str = ""
    level: UnitLevel = UnitLevel.UNKNOWN
    kecamatan: str = ""
    kabkota: str = ""
    provinsi: str = ""
    wilayah_code: str = ""
    year: int = 0
    plan_period: str = ""
    evidence: tuple[tuple[str, int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """What became of one non-empty cell; `reason` is for people."""

    table_no: int
    row: int
    col: int
    fate: Fate
    reason: str = ""


class PageNote(Record):
    """A page as stored: kind, rotation, reader and what could not be read."""

    page: int
    kind: str
    rotation: int
    reader: str
    note: str = ""


class Report(Record):
    """One document with everything that was read in it."""

    report_id: str
    file: str
    identity: Identity
    pages: tuple[PageNote, ...]
    tables: tuple[ReadTable, ...]
    observations: tuple[Observation, ...]
    agreements: tuple[Agreement, ...] = ()
    ledger: tuple[LedgerEntry, ...] = ()
    prose: Prose = Prose()
    records: tuple[SerializeAsAny[TableRecord], ...] = ()

    def table(self, number: int) -> ReadTable:
        """The table with this number; KeyError when there is none."""
        for t in self.tables:
            if t.number == number:
                return t
        raise KeyError(number)

    def unread_pages(self) -> tuple[PageNote, ...]:
        """Pages whose content was not read, with the reason in their note."""
        return tuple(p for p in self.pages if p.reader == "")
