"""Pictures on a page of text that show rulings as a table has: spreadsheets pasted as pictures, scanned sheets."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

LEAST_RULINGS = 3
"""A table has so many rulings each way."""
LEVEL_RUN, UPRIGHT_RUN = 0.3, 0.1
"""A level ruling runs on over this share of the width of the picture, an upright one over this share of its height;
text may stand above and below the table;"""
WIDEST_GAP = 3
"""with no gap of more pixels,"""
LEAST_BAND, BANDS = 2, 320
"""within a band of so many pixels, or this part of the width of the picture: it may be a little aslant."""
CONTRAST, REACH = 24, 3
"""It is darker by so many of 255 grey levels than what is so many pixels beside it, on both sides."""
LARGE = 2400
"""Of pictures with more pixels a side every second one is looked at."""


class Area(NamedTuple):
    """Where a picture stands on a page that is not turned (points from the top left corner), and its dots per inch."""

    x0: float
    top: float
    x1: float
    bottom: float
    dpi: float


def shows_table(grey: NDArray[np.uint8]) -> bool:
    """Whether a picture (height, width; 0 black to 255 white) shows as many rulings both ways as a table has."""
    if max(grey.shape) > LARGE:
        grey = grey[::2, ::2]
    sides = ((grey, LEVEL_RUN), (np.ascontiguousarray(grey.T), UPRIGHT_RUN))
    return all(_rulings(side, run) >= LEAST_RULINGS for side, run in sides)


def _rulings(grey: NDArray[np.uint8], run: float) -> int:
    """How many thin dark level lines run over this share of the width of a picture."""
    height, width = grey.shape
    band = max(LEAST_BAND, round(width / BANDS))
    if height < 2 * REACH + band:
        return 0
    beside = np.minimum(grey[: -2 * REACH], grey[2 * REACH :]).astype(np.int16)
    dark = np.zeros(grey.shape, dtype=bool)
    dark[REACH:-REACH] = beside - grey[REACH:-REACH] > CONTRAST
    bands: NDArray[np.bool_] = dark[: height // band * band].reshape(-1, band, width).max(axis=1)
    count, before = 0, -2
    for at in np.flatnonzero(bands.mean(axis=1) >= run / 2).tolist():
        places = np.flatnonzero(bands[at])
        cuts = np.flatnonzero(np.diff(places) > WIDEST_GAP)
        starts, ends = np.append(places[0], places[cuts + 1]), np.append(places[cuts], places[-1])
        if (ends - starts).max() >= run * width:
            count += at - before > 1
            before = at
    return count
