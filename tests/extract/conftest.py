"""Small PDFs, drawn with exact coordinates: points from the top left corner of the page."""

import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from lkjip_extract.lines import Line, Word
from lkjip_extract.reading import ReadOptions, Scans, read_document
from lkjip_schemas.document import Document, RawTable

REPOSITORY = Path(__file__).resolve().parents[2]
SHARED = REPOSITORY.parent / "shared"
A4 = (595.0, 842.0)

Spans = Mapping[tuple[int, int], tuple[int, int]]
Rows = Sequence[Sequence[str]]


class Paper:
    """A PDF being drawn, page by page; every page begins with `page`."""

    def __init__(self, path: Path, **canvas_options: object) -> None:
        self.path = path
        self.canvas = Canvas(str(path), pagesize=A4, **canvas_options)
        self.height = A4[1]
        self._open = False

    def page(
        self, width: float = A4[0], height: float = A4[1], rotate: int = 0, turn: int | None = None
    ) -> "Paper":
        """Begin a page of this size in the frame drawn in.

        `rotate` is the page's /Rotate; `turn` turns the drawing counterclockwise before that. Both
        alike (the default) give an upright page; `turn` alone gives sideways text.
        """
        self.end_page()
        turn = rotate if turn is None else turn
        self.height = height
        # reportlab takes the size as displayed, and swaps the sides itself for /Rotate 90 and 270.
        lying = (turn in (90, 270)) != (rotate in (90, 270))
        self.canvas.setPageSize((height, width) if lying else (width, height))
        self.canvas.setPageRotation(rotate)
        match turn:
            case 90:
                self.canvas.transform(0, 1, -1, 0, height, 0)
            case 180:
                self.canvas.transform(-1, 0, 0, -1, width, height)
            case 270:
                self.canvas.transform(0, -1, 1, 0, 0, width)
        self._open = True
        return self

    def end_page(self) -> None:
        if self._open:
            self.canvas.showPage()
        self._open = False

    def save(self) -> Path:
        self.end_page()
        self.canvas.save()
        return self.path

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        size: float = 10,
        align: str = "left",
        *,
        font: str = "Helvetica",
        spacing: float = 0.0,
        angle: float = 0.0,
        invisible: bool = False,
    ) -> None:
        """One line of text; with `align` "right" or "middle", `x` is its right end or its middle."""
        width = self.canvas.stringWidth(text, font, size) + spacing * max(len(text) - 1, 0)
        self.canvas.saveState()
        self.canvas.translate(x, self.height - baseline)
        self.canvas.rotate(angle)
        written = self.canvas.beginText(-width * {"left": 0.0, "middle": 0.5, "right": 1.0}[align], 0)
        written.setFont(font, size)
        written.setCharSpace(spacing)
        if invisible:
            written.setTextRenderMode(3)
        written.textOut(text)
        self.canvas.drawText(written)
        self.canvas.restoreState()

    def paragraph(
        self, x: float, baseline: float, lines: Sequence[str], size: float = 10, leading: float = 14
    ) -> None:
        for i, line in enumerate(lines):
            self.text(x, baseline + i * leading, line, size)

    def ruling(self, x0: float, top: float, x1: float, bottom: float, width: float = 0.5) -> None:
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, self.height - top, x1, self.height - bottom)

    def filled(self, x0: float, top: float, x1: float, bottom: float, grey: float = 0.0) -> None:
        self.canvas.setFillGray(grey)
        self.canvas.rect(x0, self.height - bottom, x1 - x0, bottom - top, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def picture(self, x0: float, top: float, x1: float, bottom: float) -> None:
        """A grey picture with some structure, of as many pixels as the least that a scan could be read from."""
        pixels = (np.arange(400 * 400, dtype=np.uint32).reshape(400, 400) * 7 % 200 + 50).astype(np.uint8)
        data = io.BytesIO()
        Image.fromarray(pixels).save(data, "PNG")
        data.seek(0)
        self.canvas.drawImage(ImageReader(data), x0, self.height - bottom, x1 - x0, bottom - top)

    def rulings(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        spans: Spans | None = None,
        draw: Callable[[float, float, float, float], None] | None = None,
    ) -> None:
        """The rulings of a grid, left out inside merged cells: (row, col) -> (rows, columns)."""
        draw = draw or self.ruling
        owner = _owners(len(ys) - 1, len(xs) - 1, spans or {})
        for r in range(len(ys)):
            for c in range(len(xs) - 1):
                if owner.get((r - 1, c)) != owner.get((r, c)):
                    draw(xs[c], ys[r], xs[c + 1], ys[r])
        for c in range(len(xs)):
            for r in range(len(ys) - 1):
                if owner.get((r, c - 1)) != owner.get((r, c)):
                    draw(xs[c], ys[r], xs[c], ys[r + 1])

    def fill(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        rows: Rows,
        spans: Spans | None = None,
        size: float = 9,
        align: Sequence[str] = (),
    ) -> None:
        """Texts of a grid, lines within a cell separated by line feeds, 3 points from the edges."""
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                across = (spans or {}).get((r, c), (1, 1))[1]
                side = align[c] if align else "left"
                x0, x1 = xs[c] + 3, xs[c + across] - 3
                x = {"left": x0, "middle": (x0 + x1) / 2, "right": x1}[side]
                for i, line in enumerate(text.split("\n")):
                    if line:
                        self.text(x, ys[r] + 2 + size * (1 + 1.2 * i), line, size, side)

    def table(
        self,
        xs: Sequence[float],
        ys: Sequence[float],
        rows: Rows,
        spans: Spans | None = None,
        size: float = 9,
        align: Sequence[str] = (),
    ) -> None:
        """A ruled table."""
        self.rulings(xs, ys, spans)
        self.fill(xs, ys, rows, spans, size, align)


def _owners(n_rows: int, n_cols: int, spans: Spans) -> dict[tuple[int, int], tuple[int, int]]:
    owner = {(r, c): (r, c) for r in range(n_rows) for c in range(n_cols)}
    for (r, c), (down, across) in spans.items():
        owner.update({(a, b): (r, c) for a in range(r, r + down) for b in range(c, c + across)})
    return owner


@pytest.fixture
def paper(tmp_path: Path) -> Paper:
    """An empty PDF to draw on; `paper.save()` gives its path."""
    return Paper(tmp_path / "laporan.pdf")


@pytest.fixture
def new_paper(tmp_path: Path) -> Callable[..., Paper]:
    """Makes further PDFs: name, then options of the canvas."""
    return lambda name, **options: Paper(tmp_path / name, **options)


@pytest.fixture
def read() -> Callable[..., Document]:
    """Finishes the drawing and reads it."""

    def read_it(paper: Paper, borderless: bool = True) -> Document:
        return read_document(paper.save(), ReadOptions(borderless=borderless, scans=Scans.LEAVE))

    return read_it


@pytest.fixture
def rows_of() -> Callable[[RawTable], list[list[str]]]:
    """The texts of a table by row and column; "" where no cell begins."""

    def rows(table: RawTable) -> list[list[str]]:
        out = [[""] * table.n_cols for _ in range(table.n_rows)]
        for cell in table.cells:
            assert out[cell.row][cell.col] == "", f"two cells in one place: {cell}"
            out[cell.row][cell.col] = cell.text
        return out

    return rows


@pytest.fixture
def only_rows(
    read: Callable[..., Document], rows_of: Callable[[RawTable], list[list[str]]]
) -> Callable[..., list[list[str]]]:
    """Finishes the drawing, reads it, and gives the rows of its only table."""

    def rows(paper: Paper, borderless: bool = True) -> list[list[str]]:
        document = read(paper, borderless)
        assert len(document.tables) == 1, [rows_of(t) for t in document.tables]
        return rows_of(document.tables[0])

    return rows


@pytest.fixture
def words() -> Callable[..., Line]:
    """A line from (text, left, right) of its words, 10 points high, at `top`; gaps of 16 points
    and more separate segments."""

    def line(top: float, *parts: tuple[str, float, float], group: int = -1) -> Line:
        out: list[Word] = []
        segment = 0
        for i, (text, x0, x1) in enumerate(parts):
            if i and x0 - parts[i - 1][2] > 16:
                segment += 1
            out.append(Word(text, x0, top, x1, top + 10, segment))
        return Line(group, tuple(out))

    return line


@pytest.fixture
def sample() -> Path:
    """The sample report of the repository."""
    return REPOSITORY / "corpus" / "samples" / "lkjip-kecamatan-contoh-2023.pdf"


@pytest.fixture
def shared() -> Path:
    """The folder with real files; tests that need it are skipped without it."""
    if not SHARED.is_dir():
        pytest.skip("real files (../shared) are not here")
    return SHARED
