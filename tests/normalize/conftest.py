"""Documents made by hand. A table is written as rows of texts, header rows first.

"<" goes on with the cell to the left, "^" with the cell above, "" is no cell.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from lkjip_normalize import normalize
from lkjip_schemas.document import Document, PageReading, RawCell, RawTable, TextLine
from lkjip_schemas.place import Box, Place
from lkjip_schemas.records import Observation, ReadTable, Report, TableColumn
from lkjip_schemas.vocabulary import PageKind

LEFT, ABOVE = "<", "^"
COVER = ("LAPORAN KINERJA INSTANSI PEMERINTAH", "KECAMATAN MAGETAN", "KABUPATEN MAGETAN", "TAHUN 2023")

Grid = Sequence[Sequence[str]]


def _spans(grid: Grid, row: int, col: int) -> tuple[int, int]:
    width = 1
    while col + width < len(grid[row]) and grid[row][col + width] == LEFT:
        width += 1
    height = 1
    while row + height < len(grid) and grid[row + height][col] == ABOVE:
        height += 1
    return height, width


def make_table(
    header: Grid,
    body: Grid,
    *,
    number: int = 1,
    page: int = 2,
    page_to: int = 0,
    caption: str = "",
    heading: str = "",
) -> RawTable:
    grid = [*header, *body]
    cells = []
    for row, texts in enumerate(grid):
        for col, text in enumerate(texts):
            if text in ("", LEFT, ABOVE):
                continue
            height, width = _spans(grid, row, col)
            box = Box(
                40.0 + 60 * col, 100.0 + 14 * row, 40.0 + 60 * (col + width), 100.0 + 14 * (row + height)
            )
            cells.append(RawCell(row, col, height, width, text, row < len(header), Place(page, box)))
    columns = max(len(texts) for texts in grid)
    return RawTable(
        number=number,
        page_from=page,
        page_to=page_to or page,
        n_rows=len(grid),
        n_cols=columns,
        cells=tuple(cells),
        box=Box(40.0, 100.0, 40.0 + 60 * columns, 100.0 + 14 * len(grid)),
        caption=caption,
        heading=heading,
        engine="hand",
    )


def make_page(number: int, lines: Sequence[str]) -> PageReading:
    """A page of text; without lines it is a scan that nobody read."""
    return PageReading(
        page=number,
        kind=PageKind.TEXT if lines else PageKind.SCAN,
        width=595.0,
        height=842.0,
        rotation=0,
        reader="hand" if lines else "",
        note="" if lines else "no text",
        lines=tuple(
            TextLine(text, Place(number, Box(60.0, 60.0 + 14 * i, 500.0, 72.0 + 14 * i)))
            for i, text in enumerate(lines)
        ),
    )


def make_document(
    pages: Sequence[Sequence[str]], tables: Sequence[RawTable] = (), file: str = "berkas.pdf"
) -> Document:
    return Document(
        report_id="0" * 64,
        file=file,
        pages=tuple(make_page(i, lines) for i, lines in enumerate(pages, 1)),
        tables=tuple(tables),
    )


@dataclass(frozen=True)
class ReadReport:
    """What normalisation made of a document, in the words of the expectations."""

    report: Report

    @property
    def table(self) -> ReadTable:
        return self.report.tables[0]

    @property
    def kind(self) -> str:
        return self.table.kind.value

    def column(self, col: int) -> TableColumn:
        return self.table.columns[col]

    @property
    def roles(self) -> list[str]:
        """Role of each column; of a measure column the measure itself."""
        return [c.measure or c.role for c in self.table.columns]

    @property
    def periods(self) -> list[str]:
        return [c.period for c in self.table.columns]

    @property
    def figures(self) -> list[tuple[str, str, str]]:
        """(subject, measure, value as printed decimal or words)."""
        return [(o.subject, o.measure, said(o)) for o in self.report.observations]

    def of(self, subject: str) -> dict[str, str]:
        """The figures of one subject by measure."""
        return {o.measure: said(o) for o in self.report.observations if o.subject == subject}

    def at(self, row: int, col: int) -> Observation:
        """The figure read from one cell of the first table."""
        (found,) = [
            o for o in self.report.observations if (o.table_no, o.row, o.col) == (self.table.number, row, col)
        ]
        return found


def said(observation: Observation) -> str:
    return format(observation.value, "f") if observation.value is not None else observation.text


def ledger_faults(document: Document, report: Report) -> list[str]:
    """Cells that the ledger misses or names twice, and entries that name no cell."""
    printed = [(t.number, c.row, c.col) for t in document.tables for c in t.cells if c.text.strip()]
    entered = [(e.table_no, e.row, e.col) for e in report.ledger]
    return [
        *(f"not in the ledger: {cell}" for cell in sorted(set(printed) - set(entered))),
        *(f"no such cell: {cell}" for cell in sorted(set(entered) - set(printed))),
        *(f"entered twice: {cell}" for cell in sorted({c for c in entered if entered.count(c) > 1})),
    ]


@pytest.fixture(scope="session")
def table_of() -> Callable[..., RawTable]:
    return make_table


@pytest.fixture(scope="session")
def document_of() -> Callable[..., Document]:
    return make_document


@pytest.fixture(scope="session")
def faults() -> Callable[[Document, Report], list[str]]:
    return ledger_faults


@pytest.fixture
def read() -> Callable[..., ReadReport]:
    """Reads one table in a report of Kecamatan Magetan on 2023 (or with the given first page)."""

    def run(header: Grid, body: Grid, *, cover: Sequence[str] = COVER, **of_table: object) -> ReadReport:
        table = make_table(header, body, **of_table)  # type: ignore[arg-type]
        return ReadReport(normalize(make_document([cover, ["Uraian capaian kinerja"]], [table])))

    return run


@pytest.fixture
def read_tables() -> Callable[..., ReadReport]:
    """Reads several tables in one report."""

    def run(*tables: RawTable, cover: Sequence[str] = COVER) -> ReadReport:
        return ReadReport(normalize(make_document([cover, *[["Uraian capaian kinerja"]] * 6], tables)))

    return run
