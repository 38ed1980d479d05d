"""Shading that a scan in black and white turned into dots, taken off the picture: letters on it are not seen else."""

import numpy as np

from lkjip_extract.scans.engine import Image

DOT = 0.02
"""A dot is at most so many inches wide and high; letters are larger, points of figures may not be."""
NEAR, LEAST_NEAR = 0.085, 6
"""In a square of so many inches around a dot of shading stand at least so many of them."""
FEWEST = 150
"""Fewer dots on a page are specks of dirt."""
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
    count = np.zeros(ink.shape, dtype=np.float32)
    count[row, column] = 1.0
    square = int(NEAR * dpi) | 1
    near = cv2.boxFilter(count, -1, (square, square), normalize=False)
    shading = np.zeros(len(stats), dtype=bool)
    shading[small] = near[row, column] >= LEAST_NEAR - 0.5
    if shading.sum() < FEWEST:
        return picture
    dots = shading[labels]
    grown = cv2.dilate(dots.astype(np.uint8), np.ones((3, 3), np.uint8)).astype(bool)  # with their grey edges
    clean = picture.copy()
    clean[grown & ((ink == 0) | dots)] = 255
    return clean
