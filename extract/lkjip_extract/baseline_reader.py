"""Characters placed by baseline and font size, for fonts whose declared ascent is broken.

pdfium's loose boxes, which the fast path uses, reach as far up as the font says its ascent is. Some
fonts (Cambria Math among them) say five times their size; then every character falls out of its
row. The baseline and the size are right in those files, too.
"""

import ctypes
import itertools
import math
from collections.abc import Iterator

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from lkjip_extract.glyphs import Glyphs, Turn, gather, is_printed
from lkjip_schemas.bilingual import both

ENGINE = "pdfium"
REASON = both("tinggi huruf dalam fon rusak, dipakai garis dasar", "broken font ascent, baselines used")

ASCENT = 0.74
DESCENT = 0.22
"""Share of the font size above and below the baseline: typical of text fonts, exact enough to tell
lines and cells apart."""


def read_glyphs(document: pypdfium2.PdfDocument, number: int, width: float, height: float) -> Glyphs:
    """Characters of page `number` (from 1) of an unrotated page of the given displayed size, points."""
    page = document[number - 1]
    try:
        left, bottom, _, _ = page.get_cropbox()
        text_page = page.get_textpage()  # must outlive the reading of its characters
        characters = list(_characters(text_page.raw, left, bottom, height))
        symbols, boxes, directions = zip(*characters, strict=True) if characters else ((), (), ())
        prints = list(map(is_printed, symbols))
        return gather(
            list(itertools.compress(symbols, prints)),
            np.array(prints, dtype=bool),
            np.array(list(itertools.compress(boxes, prints))).reshape(-1, 4),
            list(itertools.compress(directions, prints)),
            Turn(0, width, height),
        )
    finally:
        page.close()


def _characters(
    text_page: object, left: float, bottom: float, height: float
) -> Iterator[tuple[str | None, tuple[float, float, float, float], float]]:
    """Symbol, box set up on the baseline, and direction of the characters of a pdfium text page."""
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    matrix = pdfium.FS_MATRIX()
    of_line: dict[tuple[float, float], tuple[float, float, float]] = {}
    for i in range(pdfium.FPDFText_CountChars(text_page)):
        symbol = chr(pdfium.FPDFText_GetUnicode(text_page, i))
        if not pdfium.FPDFText_GetLooseCharBox(text_page, i, box):
            yield None, (0.0, 0.0, 0.0, 0.0), 0.0
            continue
        # Characters of one font on one line share the edges of their boxes: asking once is enough.
        edges = (box.top, box.bottom)
        if edges not in of_line:
            pdfium.FPDFText_GetCharOrigin(text_page, i, x, y)
            pdfium.FPDFText_GetMatrix(text_page, i, matrix)
            size = pdfium.FPDFText_GetFontSize(text_page, i) * math.hypot(matrix.c, matrix.d)
            baseline = height - (y.value - bottom)
            direction = math.degrees(pdfium.FPDFText_GetCharAngle(text_page, i))
            of_line[edges] = (baseline - ASCENT * size, baseline + DESCENT * size, direction)
        top, below, direction = of_line[edges]
        yield symbol, (box.left - left, top, box.right - left, below), direction
