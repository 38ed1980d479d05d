"""Text that nobody sees: printed in white on white paper, as spreadsheets hide a column or an older amount.

Only pdfium tells the colour of characters, and has to read the page once more for it. Pages whose commands never print
text in white (nearly all) are not asked.
"""

import ctypes
import re
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:  # loaded for the first page that prints in white
    import pypdfium2

WHITE = 250
"""Least part of red, green and blue of text that is called white, of 255."""
PAPER = 225
"""White text is seen where the page behind it is darker than this grey level, of 255."""
EDGE = 0.25
"""Share of a character's height left out above and below: rulings may run there."""
SCALE = 1.0
"""Pixels per point of the picture in which the page behind the text is looked at."""

_SIGNS = (b"1 g", b"1 1 1 ", b"0 0 0 0 k", b".0 g", b"1.0 1.0 ")
"""Where none of these stands, nothing is set to white."""
_STATE = re.compile(rb"\s(?:(g|rg|k|scn?|cs)|(q)|(Q)|(T[jJ]))(?=\s)")
_ONE, _NONE = rb"1(?:\.0*)?\s+", rb"0(?:\.0*)?\s+"
_PARTS = {1: _ONE, 3: _ONE * 3, 4: _NONE * 4}
_WHITE = {
    operator: re.compile(rb"(?:^|\s)(?:" + b"|".join(_PARTS[n] for n in counts) + rb")$")
    for operator, counts in {b"g": (1,), b"rg": (3,), b"k": (4,), b"sc": (1, 3, 4), b"scn": (1, 3, 4)}.items()
}
"""The parts of a colour that make it white: of grey, of red, green and blue, or of the four inks."""
_LONGEST = 40
"""The parts of a colour have at most so many characters."""


def prints_white(commands: bytes) -> bool:
    """Whether the commands of a page print text while its colour is white (ISO 32000-1, 8.4.2, 8.6.8 and 9.4.3)."""
    if not any(sign in commands for sign in _SIGNS):
        return False
    white, saved = False, []
    for found in _STATE.finditer(commands):
        colour, saves, restores, _prints = found.groups()
        if colour:
            parts = commands[max(found.start() - _LONGEST, 0) : found.start() + 1]
            white = colour in _WHITE and bool(_WHITE[colour].search(parts))
        elif saves:
            saved.append(white)
        elif restores:
            white = saved.pop() if saved else False
        elif white:
            return True
    return False


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
