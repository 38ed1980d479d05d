"""How much of each page pictures cover, and whether its text is invisible (an OCR layer)."""

import ctypes
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from lkjip_extract.triage import FULL_PAGE_IMAGE, PageImages

_INVISIBLE = 3  # PDF text rendering mode "neither fill nor stroke" (ISO 32000-1, 9.3.6)
_MAX_OBJECTS = 20_000
"""Beyond this many objects a page is a drawing; the first ones tell enough."""


def page_images(path: Path) -> Iterator[PageImages]:
    """One `PageImages` for each page of a readable PDF, in order."""
    document = pypdfium2.PdfDocument(path)
    try:
        for index in range(len(document)):
            page = document[index]
            try:
                yield _images_of(page)
            finally:
                page.close()
    finally:
        document.close()


def _images_of(page: pypdfium2.PdfPage) -> PageImages:
    width, height = page.get_size()
    area = max(width * height, 1.0)
    largest = total = 0.0
    for kind, handle in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            share = min(_visible_area(handle, width, height) / area, 1.0)
            largest = max(largest, share)
            total += share
    invisible = largest >= FULL_PAGE_IMAGE and _text_is_hidden(page, area, width, height)
    left, bottom, _, _ = page.get_cropbox()
    return PageImages(largest, min(total, 1.0), invisible, (left, bottom))


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[int, object]]:
    count = min(pdfium.FPDFPage_CountObjects(page.raw), _MAX_OBJECTS)
    for i in range(count):
        handle = pdfium.FPDFPage_GetObject(page.raw, i)
        kind = pdfium.FPDFPageObj_GetType(handle)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            for k in range(min(pdfium.FPDFFormObj_CountObjects(handle), _MAX_OBJECTS)):
                inner = pdfium.FPDFFormObj_GetObject(handle, k)
                yield pdfium.FPDFPageObj_GetType(inner), inner
        else:
            yield kind, handle


def _visible_area(handle: object, width: float, height: float) -> float:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(handle, left, bottom, right, top):
        return 0.0
    # Bounds are in the frame before /Rotate; an area does not mind, the clipping hardly.
    side = max(width, height)
    across = min(right.value, side) - max(left.value, 0.0)
    down = min(top.value, side) - max(bottom.value, 0.0)
    return max(across, 0.0) * max(down, 0.0)


def _text_is_hidden(page: pypdfium2.PdfPage, area: float, width: float, height: float) -> bool:
    """Whether most text is invisible, or lies under a full-page picture that is drawn after it."""
    seen = hidden = uncovered = 0
    for kind, handle in _objects(page):
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            seen += 1
            uncovered += 1
            hidden += pdfium.FPDFTextObj_GetTextRenderMode(handle) == _INVISIBLE
        elif (
            kind == pdfium.FPDF_PAGEOBJ_IMAGE
            and _visible_area(handle, width, height) >= FULL_PAGE_IMAGE * area
        ):
            uncovered = 0
    return seen > 0 and (hidden * 2 > seen or uncovered * 2 < seen)
