"""What extraction gives: pages, lines of text and raw tables, all with their places.

Named tuples, because a report has tens of thousands of them; nothing here knows what a figure means.
"""

from typing import NamedTuple

from lkjip_schemas.place import Box, Place
from lkjip_schemas.vocabulary import PageKind


class TextWord(NamedTuple):
    """One printed word and its box on the page as displayed, in points (a report has thousands)."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class TextLine(NamedTuple):
    """One line of printed text outside tables, words separated by single blanks.

    `running` marks heads, feet and page numbers that repeat from page to page.
    """

    text: str
    place: Place
    running: bool = False
    words: tuple[TextWord, ...] = ()


class RawCell(NamedTuple):
    """One cell as printed. `row` and `col` count from 0 within the table, spans are at least 1.

    `other` is a second reading of a scanned cell that differs from `text`.
    """

    row: int
    col: int
    row_span: int
    col_span: int
    text: str
    is_header: bool
    place: Place
    other: str = ""


class RawTable(NamedTuple):
    """A table as printed, continued over pages where it goes on.

    `caption` is the line that names it ("Tabel 3.1 ..."), `heading` the nearest heading or sentence
    above, `engine` the reader that found it and `reason` why that reader was used.
    """

    number: int
    page_from: int
    page_to: int
    n_rows: int
    n_cols: int
    cells: tuple[RawCell, ...]
    box: Box
    caption: str = ""
    heading: str = ""
    engine: str = ""
    reason: str = ""
    confidence: float = 1.0

    @property
    def header_rows(self) -> int:
        """Number of rows at the top that are headers (index rows such as "1 2 3" included)."""
        return max((c.row + c.row_span for c in self.cells if c.is_header), default=0)


class PageReading(NamedTuple):
    """One page as triage and the readers saw it; `note` says in words what could not be read.

    `lines` stand outside every cell, from top to bottom; `rulings` are thin boxes, pieces of one joined.
    """

    page: int
    kind: PageKind
    width: float
    height: float
    rotation: int
    reader: str
    note: str = ""
    lines: tuple[TextLine, ...] = ()
    rulings: tuple[Box, ...] = ()


class Document(NamedTuple):
    """One PDF as extracted. `report_id` is the sha256 of the file, `file` its base name.

    `waiting` are pages with scans or pictures that were to be read by an earlier reading, but there is none.
    """

    report_id: str
    file: str
    pages: tuple[PageReading, ...]
    tables: tuple[RawTable, ...]
    waiting: tuple[int, ...] = ()
    title: str = ""
    producer: str = ""
    note: str = ""
