"""Text that nobody sees: printed in white on white paper, as spreadsheets hide a column or an older amount.

The page has to be drawn for it. Pages that print no text in white (nearly all) are not.
"""

import ctypes
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from lkjip_extract.printed_page import WHITE

if TYPE_CHECKING:  # loaded for the first page that prints in white
    import pypdfium2

PAPER = 225
"""White text is seen where the page behind it is darker than this grey level, of 255."""
EDGE = 0.25
"""Share of a character's height left out above and below: rulings may run there."""
SCALE = 1.0
"""Pixels per point of the picture in which the page behind the text is looked at."""


def unseen_characters(page: "pypdfium2.PdfPage") -> dict[int, str]:
    """The characters of a page that are as white as what is behind them, by their number in its text layer."""
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    parts = [ctypes.c_uint() for _ in range(4)]
    runs: list[dict[int, str]] = []
    for i in range(pdfium.FPDFText_CountChars(text_page.raw)):
        pdfium.FPDFText_GetFillColor(text_page.raw, i, *parts)
        if min(part.value for part in parts[:3]) < WHITE:
            continue
        if not runs or i - 1 not in runs[-1]:
            runs.append({})
        runs[-1][i] = chr(pdfium.FPDFText_GetUnicode(text_page.raw, i))
    runs = [{i: symbol for i, symbol in run.items() if not symbol.isspace()} for run in runs]
    if not any(runs):
        return {}
    picture = page.render(scale=SCALE, grayscale=True).to_numpy()
    unseen: dict[int, str] = {}
    for run in runs:
        hidden = sum(not _is_seen(page, text_page, i, picture) for i in run)
        if 2 * hidden > len(run):
            unseen |= run
    return unseen


def _is_seen(
    page: "pypdfium2.PdfPage", text_page: "pypdfium2.PdfTextPage", index: int, picture: NDArray[np.uint8]
) -> bool:
    """Whether the page is dark behind or beside a white character."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    if not pdfium.FPDFText_GetLooseCharBox(text_page.raw, index, box):
        return True
    height, width = picture.shape[:2]
    x, y = ctypes.c_int(), ctypes.c_int()
    corners = []
    for aside, up in ((box.left, box.top), (box.right, box.bottom)):
        pdfium.FPDF_PageToDevice(page.raw, 0, 0, width, height, 0, aside, up, x, y)
        corners.append((x.value, y.value))
    (x0, y0), (x1, y1) = np.sort(np.array(corners), axis=0).tolist()
    edge = int((y1 - y0) * EDGE)
    behind = picture[max(y0 + edge, 0) : max(y1 - edge, y0 + edge + 1), max(x0 - 1, 0) : x1 + 2]
    return bool(behind.size) and int(behind.min()) < PAPER
