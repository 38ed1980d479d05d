"""Pictures on a page of text that show rulings as a table has: spreadsheets pasted as pictures, scanned sheets."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

LEAST_RULINGS = 3
"""A table has so many rulings each way."""
LEAST_RUN = 0.3
"""A ruling runs on over this share of the picture,"""
WIDEST_GAP, BAND = 3, 2
"""with no gap of more pixels, within a band of so many: it may be a little aslant."""
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
    return all(_rulings(side) >= LEAST_RULINGS for side in (grey, np.ascontiguousarray(grey.T)))


def _rulings(grey: NDArray[np.uint8]) -> int:
    """How many thin dark level lines run over much of a picture."""
    height, width = grey.shape
    if height < 2 * REACH + BAND:
        return 0
    beside = np.minimum(grey[: -2 * REACH], grey[2 * REACH :]).astype(np.int16)
    dark = np.zeros(grey.shape, dtype=bool)
    dark[REACH:-REACH] = beside - grey[REACH:-REACH] > CONTRAST
    bands: NDArray[np.bool_] = dark[: height // BAND * BAND].reshape(-1, BAND, width).max(axis=1)
    count, before = 0, -BAND
    for at in np.flatnonzero(bands.mean(axis=1) >= LEAST_RUN / 2).tolist():
        places = np.flatnonzero(bands[at])
        cuts = np.flatnonzero(np.diff(places) > WIDEST_GAP)
        starts, ends = np.append(places[0], places[cuts + 1]), np.append(places[cuts], places[-1])
        if (ends - starts).max() >= LEAST_RUN * width:
            count += at - before > 1
            before = at
    return count
