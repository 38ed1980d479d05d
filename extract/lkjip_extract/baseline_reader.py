"""Characters placed by baseline and font size, for fonts whose declared ascent is broken.

pdfium's loose boxes, which the fast path uses, reach as far up as the font says its ascent is. Some
fonts (Cambria Math among them) say five times their size; then every character falls out of its
row. The baseline and the size are right in those files, too.
"""

import ctypes
import math
from pathlib import Path

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from lkjip_extract.glyphs import BLANKS, LINE_END_HYPHEN, Glyphs, Turn, arrange
from lkjip_schemas.bilingual import both

ENGINE = "pdfium"
REASON = both("tinggi huruf dalam fon rusak, dipakai garis dasar", "broken font ascent, baselines used")

ASCENT = 0.74
DESCENT = 0.22
"""Share of the font size above and below the baseline: typical of text fonts, exact enough to tell
lines and cells apart."""


def read_glyphs(path: Path, number: int, width: float, height: float) -> Glyphs:
    """Characters of page `number` (from 1) of an unrotated page of the given displayed size, points."""
    document = pypdfium2.PdfDocument(path)
    try:
        page = document[number - 1]
        left, bottom, _, _ = page.get_cropbox()
        text_page = page.get_textpage()
        return _glyphs(text_page.raw, text_page.count_chars(), left, bottom, width, height)
    finally:
        document.close()


def _glyphs(text_page: object, count: int, left: float, bottom: float, width: float, height: float) -> Glyphs:
    text: list[str] = []
    boxes: list[tuple[float, float, float, float]] = []
    blanks: list[bool] = []
    angles: list[float] = []
    blank = False
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    matrix = pdfium.FS_MATRIX()
    for i in range(count):
        symbol = chr(pdfium.FPDFText_GetUnicode(text_page, i))
        if symbol in BLANKS or not pdfium.FPDFText_GetCharOrigin(text_page, i, x, y):
            blank = True
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, i, box)
        pdfium.FPDFText_GetMatrix(text_page, i, matrix)
        size = pdfium.FPDFText_GetFontSize(text_page, i) * math.hypot(matrix.c, matrix.d)
        baseline = height - (y.value - bottom)
        text.append("-" if symbol == LINE_END_HYPHEN else symbol)
        boxes.append((box.left - left, baseline - ASCENT * size, box.right - left, baseline + DESCENT * size))
        blanks.append(blank)
        angles.append(math.degrees(pdfium.FPDFText_GetCharAngle(text_page, i)))
        blank = False
    return arrange(
        text,
        np.array(boxes, dtype=np.float64).reshape(-1, 4),
        np.array(blanks, dtype=bool),
        np.array(angles, dtype=np.float64),
        Turn(0, width, height),
    )
