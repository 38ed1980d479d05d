"""Shading that a scan in black and white turned into dots, taken off the picture: letters on it are not seen else."""

import numpy as np
from numpy.typing import NDArray

from lkjip_extract.scans.engine import Image

DOT = 0.02
"""A dot is at most so many inches wide and high; letters are larger, points of figures may not be."""
SQUARE, DENSE, ALIKE = 0.2, 700, 0.4
"""A square of so many inches is shaded where so many dots come to a square inch, and their sizes differ by no more than
this share of the mean: dirt is rarer, and small or faint letters break into specks of any size."""
FEWEST = 150
"""Fewer dots in such squares are no shading."""
NEAR, LEAST_NEAR = 0.085, 4
"""In a square of so many inches around a dot of shading stand at least so many of them."""
BLACK = 128
"""What is darker (0 black, 255 white) is ink."""


def without_halftone(picture: Image, dpi: float) -> Image:
    """The picture (height, width, 3) with the dots of shaded areas made white; itself where there are none."""
    import cv2

    ink = (cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY) < BLACK).astype(np.uint8)
    _, labels, stats, centres = cv2.connectedComponentsWithStats(ink, connectivity=4)
    sides = stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(axis=1)
    small = sides <= max(round(DOT * dpi), 2)
    if small.sum() < FEWEST:
        return picture
    column, row = np.rint(centres[small]).astype(int).T
    sizes = stats[small, cv2.CC_STAT_AREA].astype(np.float32)

    def around(values: NDArray[np.float32], inches: float) -> NDArray[np.float32]:
        """The sum of a value of the dots in a square around each dot."""
        plane = np.zeros(ink.shape, dtype=np.float32)
        plane[row, column] = values
        side = int(inches * dpi) | 1
        return np.asarray(
            cv2.boxFilter(plane, -1, (side, side), normalize=False)[row, column], dtype=np.float32
        )

    ones = np.ones_like(sizes)
    count = np.maximum(around(ones, SQUARE), 1)
    mean = around(sizes, SQUARE) / count
    spread = np.sqrt(np.maximum(around(sizes**2, SQUARE) / count - mean**2, 0))
    regular = (count >= DENSE * SQUARE**2) & (spread <= ALIKE * mean)
    if regular.sum() < FEWEST:
        return picture
    seeds = np.zeros(ink.shape, dtype=np.uint8)
    seeds[row[regular], column[regular]] = 1
    wide = int(SQUARE * dpi) | 1
    area = cv2.dilate(seeds, np.ones((wide, wide), np.uint8))
    shading = np.zeros(len(stats), dtype=bool)
    shading[small] = (around(ones, NEAR) >= LEAST_NEAR - 0.5) & (area[row, column] > 0)
    dots = shading[labels]
    grown = cv2.dilate(dots.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool)  # with their grey edges
    clean = picture.copy()
    clean[grown & ((ink == 0) | dots)] = 255
    return clean
