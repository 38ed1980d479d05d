"""Text that nobody sees: printed in white on white paper, as spreadsheets hide a column or an older amount.

The page has to be drawn for it. Pages that print no text in white (nearly all) are not.
"""

import numpy as np
from numpy.typing import NDArray

from lkjip_extract import pdfium
from lkjip_extract.printed_page import WHITE, PrintedPage

PAPER = 225
"""White text is seen where the page behind it is darker than this grey level, of 255."""
EDGE = 0.25
"""Share of a character's height left out above and below: rulings may run there."""


def unseen_characters(page: pdfium.Page, printed: PrintedPage) -> set[int]:
    """The numbers, in its text layer, of the characters of a page that are as white as what is behind them."""
    numbers = range(pdfium.characters(page.text))
    colors, _ = page.room.answers(pdfium.color_of_character, numbers, 4, np.uint32, of=page.text)
    white = np.flatnonzero(colors[:, :3].min(axis=1) >= WHITE)
    runs = np.split(white, np.flatnonzero(np.diff(white) > 1) + 1)
    no_blanks = set(printed.numbers[printed.prints].tolist())
    words = [[i for i in run.tolist() if i in no_blanks] for run in runs]
    if not any(words):
        return set()
    picture = page.picture()
    unseen: set[int] = set()
    for run in words:
        hidden = sum(not _is_seen(page, i, picture) for i in run)
        if 2 * hidden > len(run):
            unseen.update(run)
    return unseen


def _is_seen(page: pdfium.Page, number: int, picture: NDArray[np.uint8]) -> bool:
    """Whether the page is dark behind or beside a white character."""
    sides, known = page.room.answers(pdfium.loose_box, [number], 4, np.float32, apart=False, of=page.text)
    if not known[0]:
        return True
    left, top, right, bottom = sides[0].tolist()
    corners = page.pixel(left, top), page.pixel(right, bottom)
    (x0, y0), (x1, y1) = np.sort(np.array(corners), axis=0).tolist()
    edge = int((y1 - y0) * EDGE)
    behind = picture[max(y0 + edge, 0) : max(y1 - edge, y0 + edge + 1), max(x0 - 1, 0) : x1 + 2]
    return bool(behind.size) and int(behind.min()) < PAPER
