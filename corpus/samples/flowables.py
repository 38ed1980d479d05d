"""Styles, cells and small drawings shared by all chapters of the sample report."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, KeepTogether, Paragraph, Spacer, Table, TableStyle

from samples.facts import YEAR
from samples.gold import GoldFact, Ledger, rupiah_value, score_value

BODY_WIDTH = 453.0  # A4 width (595 pt) less the margins 79 and 63 pt
RULE_WIDTH = 0.6
CELL_PADDING = 3.0
ROW_PADDING = 2.5

BODY = ParagraphStyle(
    "body",
    fontName="Helvetica",
    fontSize=10.5,
    leading=15,
    alignment=TA_JUSTIFY,
    spaceAfter=6,
    firstLineIndent=28,
)
PLAIN = ParagraphStyle("plain", parent=BODY, firstLineIndent=0)
ITEM = ParagraphStyle("item", parent=PLAIN, leftIndent=22, bulletIndent=6, spaceAfter=3)
CHAPTER = ParagraphStyle(
    "chapter", fontName="Helvetica-Bold", fontSize=13, leading=18, alignment=TA_CENTER, spaceAfter=12
)
SECTION = ParagraphStyle(
    "section", fontName="Helvetica-Bold", fontSize=11, leading=15, spaceBefore=8, spaceAfter=5, keepWithNext=1
)
CAPTION = ParagraphStyle(
    "caption",
    fontName="Helvetica",
    fontSize=10.5,
    leading=14,
    alignment=TA_CENTER,
    spaceBefore=4,
    spaceAfter=4,
)
CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=8, leading=9.6)
CELL_CENTER = ParagraphStyle("cell-center", parent=CELL, alignment=TA_CENTER)
CELL_RIGHT = ParagraphStyle("cell-right", parent=CELL, alignment=TA_RIGHT)
CELL_HEAD = ParagraphStyle("cell-head", parent=CELL_CENTER, fontName="Helvetica-Bold")
SMALL_HEAD = ParagraphStyle("cell-head-small", parent=CELL_HEAD, fontSize=6.5, leading=8)


class Figure(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A cell that writes its gold fact and the page into the ledger when it is drawn."""

    def __init__(self, raw: str, style: ParagraphStyle, fact: GoldFact, ledger: Ledger) -> None:
        """Print ``raw`` in ``style``; ``fact`` goes to ``ledger`` with the page."""
        super().__init__(escape(raw), style)
        self.fact = fact
        self.ledger = ledger

    def draw(self) -> None:
        """Draw the cell's text and note the page."""
        self.ledger.figures.append((self.canv.getPageNumber(), self.fact))
        super().draw()


class Heading(Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A heading that notes its page for the daftar isi; ``entry`` is the wording used there."""

    def __init__(self, text: str, style: ParagraphStyle, entry: str, ledger: Ledger) -> None:
        """Print ``text`` (reportlab markup); ``entry`` goes to ``ledger`` with the page."""
        super().__init__(text, style)
        self.entry = entry
        self.ledger = ledger

    def draw(self) -> None:
        """Draw the heading and note the page."""
        self.ledger.headings[self.entry] = self.canv.getPageNumber()
        super().draw()


@dataclass(frozen=True)
class FigureCells:
    """Makes the figure cells of one table: ``kind`` and ``table_no`` as in the gold file."""

    kind: str
    table_no: int
    ledger: Ledger

    def score(
        self,
        raw: str,
        subject: str,
        measure: str,
        *,
        parent: str = "",
        period: str = "",
        unit: str = "",
        text: str = "",
        style: ParagraphStyle = CELL_CENTER,
    ) -> Figure:
        """A target, realisasi or percentage; ``text`` only where words stand beside the figure."""
        fact = GoldFact(
            self.kind, self.table_no, subject, parent, measure, period or YEAR,
            score_value(raw), text, unit, raw,
        )  # fmt: skip
        return Figure(raw, style, fact, self.ledger)

    def rupiah(self, raw: str, subject: str, measure: str, *, style: ParagraphStyle = CELL_RIGHT) -> Figure:
        """An amount of money in rupiah."""
        fact = GoldFact(
            self.kind, self.table_no, subject, "", measure, YEAR, rupiah_value(raw), "", "Rp", raw
        )
        return Figure(raw, style, fact, self.ledger)


def cell(text: str, style: ParagraphStyle = CELL) -> Paragraph:
    """A cell that holds words, or a number that is no figure (row numbers, codes)."""
    return Paragraph(escape(text).replace("\n", "<br/>"), style)


def heads(*texts: str, style: ParagraphStyle = CELL_HEAD) -> list[Paragraph]:
    """A row of bold header cells."""
    return [cell(text, style) for text in texts]


def ruled_table(
    rows: Sequence[Sequence[Any]],
    widths: Sequence[float],
    *,
    header_rows: int,
    repeat_header: bool = True,
    commands: Sequence[tuple[Any, ...]] = (),
    padding: float = ROW_PADDING,
) -> Table:
    """A fully ruled table; a row never breaks across pages, so a figure is on one page."""
    style: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), RULE_WIDTH, colors.black),
        ("VALIGN", (0, 0), (-1, header_rows - 1), "MIDDLE"),
        ("VALIGN", (0, header_rows), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), CELL_PADDING),
        ("RIGHTPADDING", (0, 0), (-1, -1), CELL_PADDING),
        ("TOPPADDING", (0, 0), (-1, -1), padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding),
        *commands,
    ]
    return Table(
        [list(row) for row in rows],
        colWidths=list(widths),
        repeatRows=header_rows if repeat_header else 0,
        style=TableStyle(style),
    )


def captioned(caption: str, table: Table) -> list[Flowable]:
    """A small table kept on one page with its caption, and the space after it."""
    return [KeepTogether([cell(caption, CAPTION), table]), Spacer(1, 10)]


def paragraphs(texts: Sequence[str]) -> list[Flowable]:
    """Running text."""
    return [Paragraph(text, BODY) for text in texts]


def numbered(texts: Sequence[str], *, letters: bool = False) -> list[Flowable]:
    """A list ``1.`` or ``a.``."""
    marks = [f"{chr(ord('a') + i)}." if letters else f"{i + 1}." for i in range(len(texts))]
    return [Paragraph(text, ITEM, bulletText=mark) for mark, text in zip(marks, texts, strict=True)]


class Emblem(Flowable):  # type: ignore[misc]  # reportlab has no types
    """An invented shield in place of a regency's coat of arms."""

    def __init__(self, size: float) -> None:
        """Make the shield ``size`` points wide and a fifth higher."""
        super().__init__()
        self.width = size
        self.height = size * 1.2
        self.hAlign = "CENTER"

    def draw(self) -> None:
        """Draw the shield."""
        w, h = self.width, self.height
        canvas = self.canv
        canvas.setLineWidth(w / 30)
        canvas.setFillGray(0.85)
        shield = canvas.beginPath()
        shield.moveTo(0, h)
        shield.lineTo(w, h)
        shield.lineTo(w, h * 0.4)
        shield.curveTo(w, h * 0.15, w * 0.65, h * 0.05, w * 0.5, 0)
        shield.curveTo(w * 0.35, h * 0.05, 0, h * 0.15, 0, h * 0.4)
        shield.close()
        canvas.drawPath(shield, stroke=1, fill=1)
        canvas.setFillGray(0.35)
        hill = canvas.beginPath()
        hill.moveTo(w * 0.15, h * 0.35)
        hill.lineTo(w * 0.5, h * 0.75)
        hill.lineTo(w * 0.85, h * 0.35)
        hill.close()
        canvas.drawPath(hill, stroke=0, fill=1)


class Scribble(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A pen stroke where a signature stands; ``variant`` bends it differently per signatory."""

    def __init__(self, width: float, height: float, variant: int) -> None:
        """Fit the stroke into ``width`` by ``height`` points."""
        super().__init__()
        self.width = width
        self.height = height
        self.variant = variant
        self.hAlign = "CENTER"

    def draw(self) -> None:
        """Draw the stroke."""
        w, h, bend = self.width, self.height, 0.15 * self.variant
        stroke = self.canv.beginPath()
        stroke.moveTo(w * 0.1, h * 0.3)
        stroke.curveTo(w * 0.2, h * (1.1 - bend), w * 0.3, h * bend, w * 0.4, h * 0.7)
        stroke.curveTo(w * 0.45, h * 0.9, w * (0.4 + bend), h * 0.1, w * 0.6, h * 0.5)
        stroke.curveTo(w * 0.7, h * 0.8, w * 0.75, h * 0.2, w * 0.95, h * 0.6)
        self.canv.setLineWidth(1.1)
        self.canv.setStrokeColorRGB(0.1, 0.15, 0.5)
        self.canv.drawPath(stroke, stroke=1, fill=0)
