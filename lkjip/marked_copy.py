"""A copy of a PDF with notes on it: standard highlight and text annotations that any PDF reader shows.

The pages themselves are not touched: what is drawn on them stays byte for byte the same.
"""

import ctypes
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lkjip_corpus.whole_file import write_whole
from lkjip_corpus.words import word
from lkjip_schemas.bilingual import Language, pick
from lkjip_schemas.place import Box
from lkjip_schemas.vocabulary import FindingClass, Severity

AUTHOR = "lkjip"
PER_POINT = 100
"""Steps per point in which pdfium is asked for places on a page."""
MARGIN = 1.0
"""Points that a mark reaches beyond the box of its figure."""
NOTE_SIZE = 20.0
"""Side of the sign of a note without a box, points."""
NOTE_STEP = 24.0
PRINTED = 4
"""Annotation flag: shown in print, too (PDF 32000-1, table 165)."""
COLOURS: dict[Severity, tuple[int, int, int]] = {
    Severity.HIGH: (255, 120, 100),
    Severity.MEDIUM: (255, 205, 70),
    Severity.LOW: (150, 200, 255),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What is said about a place: `box` None for a note about the page. Boxes are points of the page as displayed."""

    page: int
    box: Box | None
    text: str
    severity: Severity


def marks_of(found: Iterable[Mapping[str, Any]], language: Language) -> Iterator[Mark]:
    """A mark for every place of every finding about the agency."""
    for row in found:
        if row["folded_into"] or row["class"] == FindingClass.EXTRACTION_DOUBT:
            continue
        severity = Severity(row["severity"])
        text = (
            f"{row['rule_id']} [{word(severity, language).lower()}] "
            f"{pick(language, row['message_id'], row['message_en'])}"
        )
        for figure in json.loads(row["figures"]):
            box = Box(*figure["box"]) if figure.get("box") else None
            yield Mark(figure["page"], box, text, severity)


def write_marked(pdf: Path, marks: Iterable[Mark], output: Path) -> int:
    """Write a copy of `pdf` to `output` with the marks; several on one place become one. Gives how many were made.

    OSError when the copy cannot be written; pypdfium2.PdfiumError when the file cannot be opened.
    """
    import pypdfium2
    import pypdfium2.raw as pdfium

    opened = pypdfium2.PdfDocument(pdf)
    try:
        count = 0
        by_page: dict[int, list[Mark]] = {}
        for mark in marks:
            if 1 <= mark.page <= len(opened):
                by_page.setdefault(mark.page, []).append(mark)
        for number, own in sorted(by_page.items()):
            page = opened[number - 1]
            notes = 0
            for box, said in _by_place(own):
                if box is None:
                    _note(pdfium, page, notes, said)
                    notes += 1
                else:
                    _highlight(pdfium, page, box, said)
                count += 1
            page.close()
        copy = io.BytesIO()  # pdfium says nothing of a disk that is full
        opened.save(copy)
        write_whole(output, copy.getbuffer())
    finally:
        opened.close()
    return count


def _by_place(marks: Sequence[Mark]) -> list[tuple[Box | None, list[Mark]]]:
    """The marks of a page, those on one box together, each with the most serious first."""
    found: dict[Box | None, list[Mark]] = {}
    for mark in sorted(marks, key=lambda m: m.severity.rank):
        own = found.setdefault(mark.box, [])
        if all(m.text != mark.text for m in own):
            own.append(mark)
    return list(found.items())


def _highlight(pdfium: Any, page: Any, box: Box, said: Sequence[Mark]) -> None:
    annotation = pdfium.FPDFPage_CreateAnnot(page.raw, pdfium.FPDF_ANNOT_HIGHLIGHT)
    corners = [
        _on_page(pdfium, page, x, y)
        for x, y in (
            (box.x0 - MARGIN, box.top - MARGIN),
            (box.x1 + MARGIN, box.top - MARGIN),
            (box.x0 - MARGIN, box.bottom + MARGIN),
            (box.x1 + MARGIN, box.bottom + MARGIN),
        )
    ]
    points = pdfium.FS_QUADPOINTSF(*(v for corner in corners for v in corner))
    pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, ctypes.byref(points))
    _finish(pdfium, annotation, corners, said)


def _note(pdfium: Any, page: Any, nth: int, said: Sequence[Mark]) -> None:
    annotation = pdfium.FPDFPage_CreateAnnot(page.raw, pdfium.FPDF_ANNOT_TEXT)
    left, top = 6.0 + NOTE_STEP * nth, 6.0
    corners = [_on_page(pdfium, page, left, top), _on_page(pdfium, page, left + NOTE_SIZE, top + NOTE_SIZE)]
    _finish(pdfium, annotation, corners, said)


def _finish(
    pdfium: Any, annotation: Any, corners: Sequence[tuple[float, float]], said: Sequence[Mark]
) -> None:
    xs, ys = [c[0] for c in corners], [c[1] for c in corners]
    pdfium.FPDFAnnot_SetRect(annotation, ctypes.byref(pdfium.FS_RECTF(min(xs), max(ys), max(xs), min(ys))))
    colour = COLOURS[said[0].severity]
    pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *colour, 255)
    pdfium.FPDFAnnot_SetFlags(annotation, PRINTED)
    for key, text in ((b"T", AUTHOR), (b"Contents", "\n\n".join(m.text for m in said))):
        letters = text.encode("utf-16-le", "replace") + b"\0\0"
        pdfium.FPDFAnnot_SetStringValue(
            annotation, key, ctypes.cast(ctypes.create_string_buffer(letters), pdfium.FPDF_WIDESTRING)
        )
    pdfium.FPDFPage_CloseAnnot(annotation)


def _on_page(pdfium: Any, page: Any, x: float, y: float) -> tuple[float, float]:
    """A point of the page as displayed in the page's own coordinates (rotation and cropbox undone)."""
    width, height = page.get_size()
    to_x, to_y = ctypes.c_double(), ctypes.c_double()
    pdfium.FPDF_DeviceToPage(
        page.raw,
        0,
        0,
        round(width * PER_POINT),
        round(height * PER_POINT),
        0,
        round(x * PER_POINT),
        round(y * PER_POINT),
        ctypes.byref(to_x),
        ctypes.byref(to_y),
    )
    return to_x.value, to_y.value
