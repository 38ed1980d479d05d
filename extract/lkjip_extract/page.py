"""What a reader gives of one page, before tables are named, continued and finished.

Every reader (fast path, pdfplumber, camelot, later OCR) fills the same shape, so that the rest of
extraction does not know which one was at work.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from lkjip_extract.glyphs import Turn
from lkjip_extract.lines import Line
from lkjip_extract.ruled_pictures import Area
from lkjip_schemas.place import Box
from lkjip_schemas.vocabulary import PageKind, ReadBy

Watch = Callable[[int, int], None]
"""Is told the page that begins (0 when all are read) and the number of pages."""


SEEN = "rapidocr"
"""Engine of the tables that were seen on a picture."""


@dataclass(slots=True, eq=False)
class DraftCell:
    """A cell with its lines, in the reading frame of its page; `text` is set when it is finished.

    `confidence` and `other` (what else was read) are those of a mended text.
    """

    row: int
    col: int
    row_span: int
    col_span: int
    x0: float
    top: float
    x1: float
    bottom: float
    lines: list[Line] = field(default_factory=list)
    text: str = ""
    is_header: bool = False
    page: int = 0
    confidence: float = 1.0
    other: str = ""


@dataclass(slots=True)
class DraftTable:
    """A table on one page: column edges `xs`, cells, and how it was found.

    `picture` is the reading of the picture that it was seen on, where it stands in one on a page of text. `shaded` is
    the number of rows at the top that their shade alone tells as headings.
    """

    page: int
    xs: list[float]
    n_rows: int
    top: float
    bottom: float
    cells: list[DraftCell]
    engine: str
    reason: str = ""
    confidence: float = 1.0
    picture: "PageDraft | None" = None
    shaded: int = 0

    @property
    def n_cols(self) -> int:
        """Columns of the grid."""
        return len(self.xs) - 1

    def shares_width(self, other: "DraftTable") -> bool:
        """Whether both take some of the same width of a page: neither stands left or right of the other."""
        return self.xs[0] < other.xs[-1] and self.xs[-1] > other.xs[0]


class Doubt(NamedTuple):
    """How sure the text around one place of the reading frame is (0..1), and another reading of it."""

    x: float
    y: float
    confidence: float
    other: str = ""


@dataclass(slots=True)
class PageDraft:
    """One page: lines outside tables and tables (both from top to bottom), and its rulings as displayed.

    `failure` says why the reader of its text failed, where it did; `ruled_pictures` may hold tables.
    """

    page: int
    kind: PageKind
    turn: Turn
    rotation: int
    reader: str
    lines: list[Line] = field(default_factory=list)
    tables: list[DraftTable] = field(default_factory=list)
    read_by: ReadBy = ReadBy.TEXT
    note: str = ""
    failure: str = ""
    rulings: list[Box] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    margin_lines: set[int] = field(default_factory=set)
    ruled_pictures: list[Area] = field(default_factory=list)

    @property
    def content_lines(self) -> list[Line]:
        """Lines outside tables without running heads, feet and page numbers."""
        return [line for i, line in enumerate(self.lines) if i not in self.margin_lines]
