"""Puts the chapters together: page templates, footers, two runs for the daftar isi, optional scans."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import ImageReader
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
)

from samples import facts
from samples.accountability import accountability_story, closing_story
from samples.agreements import agreement_pages, annex_list
from samples.flowables import SECTION, Heading
from samples.front import front_story, page_label
from samples.gold import GoldFact, Ledger
from samples.planning import planning_story
from samples.renstra import renstra_story

LEFT, RIGHT, TOP, BOTTOM = 79.0, 63.0, 56.0, 58.0
LANDSCAPE_MARGIN = 24.0
FOOTER_Y = 34.0
FOOTER_TEXT = f"LKjIP {facts.KECAMATAN} Tahun {facts.YEAR}"


@dataclass(frozen=True)
class SampleReport:
    """A finished sample: the PDF file and the CSV of its gold figures."""

    pdf: bytes
    gold_csv: str


class ScannedPage(Flowable):  # type: ignore[misc]  # reportlab has no types
    """A page-filling picture that still knows which figures it shows."""

    def __init__(self, picture: bytes, figures: Sequence[GoldFact], ledger: Ledger) -> None:
        """Show ``picture`` (a JPEG) and answer for ``figures``."""
        super().__init__()
        self.picture = picture
        self.figures = figures
        self.ledger = ledger

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Take the frame; the picture itself is drawn over the whole page."""
        return available_width, available_height - 1

    def draw(self) -> None:
        """Draw the picture from edge to edge and note the page of its figures."""
        canvas = self.canv
        page = canvas.getPageNumber()
        self.ledger.figures.extend((page, fact) for fact in self.figures)
        x, y = canvas.absolutePosition(0, 0)
        canvas.drawImage(ImageReader(io.BytesIO(self.picture)), -x, -y, width=A4[0], height=A4[1])


def build_report(*, scanned_agreements: bool = True) -> SampleReport:
    """Draw the sample report; with ``scanned_agreements`` the pages of lampiran 1 are pictures only."""
    first_run = Ledger()
    _draw(_story(first_run, {}, scanned_agreements=scanned_agreements))
    ledger = Ledger()
    pdf = _draw(_story(ledger, first_run.headings, scanned_agreements=scanned_agreements))
    return SampleReport(pdf, ledger.to_csv())


def _story(ledger: Ledger, pages: Mapping[str, int], *, scanned_agreements: bool) -> list[Flowable]:
    sheets = _scanned_sheets(ledger) if scanned_agreements else agreement_pages(ledger)
    appendix: list[Flowable] = []
    for sheet in sheets:
        appendix += [*sheet, PageBreak()]
    # The template of the page after the last sheet has to be named before its page break.
    appendix.insert(-1, NextPageTemplate("landscape"))
    return [
        *front_story(ledger, pages),
        *planning_story(ledger),
        *accountability_story(ledger),
        *closing_story(ledger),
        *annex_list(Heading("LAMPIRAN :", SECTION, "annex", ledger)),
        *appendix,
        *renstra_story(ledger),
    ]


def _scanned_sheets(ledger: Ledger) -> list[list[Flowable]]:
    """Draw the agreements on their own, photograph them, and keep each page's figures with its picture."""
    from samples.scan import scanned_pages

    drawn = Ledger()
    story: list[Flowable] = [NextPageTemplate("agreement")]
    for sheet in agreement_pages(drawn):
        story += [*sheet, PageBreak()]
    pictures = scanned_pages(_draw(story, first_template="agreement"))
    return [
        [ScannedPage(picture, [fact for page, fact in drawn.figures if page == number], ledger)]
        for number, picture in enumerate(pictures, start=1)
    ]


def _draw(story: list[Flowable], *, first_template: str = "cover") -> bytes:
    out = io.BytesIO()
    width, height = A4
    wide, high = landscape(A4)
    margin = LANDSCAPE_MARGIN
    # Frames have no padding of their own: the margins are the page's.
    upright = {"leftPadding": 0, "rightPadding": 0, "topPadding": 0, "bottomPadding": 0}
    portrait = (LEFT, BOTTOM, width - LEFT - RIGHT, height - TOP - BOTTOM)
    flat = (margin, margin + 14, wide - 2 * margin, high - 2 * margin - 14)
    templates = [
        PageTemplate("cover", [Frame(*portrait, **upright)], pagesize=A4),
        PageTemplate("portrait", [Frame(*portrait, **upright)], onPage=_footer, pagesize=A4),
        PageTemplate("agreement", [Frame(*portrait, **upright)], pagesize=A4),
        PageTemplate("landscape", [Frame(*flat, **upright)], onPage=_footer, pagesize=(wide, high)),
    ]
    templates.sort(key=lambda template: template.id != first_template)
    document = BaseDocTemplate(
        out,
        pageTemplates=templates,
        pagesize=A4,
        title=f"LKjIP {facts.KECAMATAN} {facts.YEAR} (contoh)",
        author="lkjip",
        invariant=1,
        pageCompression=1,
    )
    document.build(story)
    return out.getvalue()


def _footer(canvas: Any, document: Any) -> None:
    width = canvas._pagesize[0]
    left, right = (LEFT, RIGHT) if width < canvas._pagesize[1] else (LANDSCAPE_MARGIN, LANDSCAPE_MARGIN)
    y = FOOTER_Y if width < canvas._pagesize[1] else LANDSCAPE_MARGIN - 2
    canvas.saveState()
    canvas.setLineWidth(0.5)
    canvas.line(left, y + 10, width - right, y + 10)
    canvas.setFont("Helvetica-Oblique", 8)
    canvas.drawString(left, y, FOOTER_TEXT)
    canvas.setFont("Helvetica", 9)
    canvas.drawRightString(width - right, y, page_label(canvas.getPageNumber()))
    canvas.restoreState()
