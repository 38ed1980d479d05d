"""camelot's network parser as the second opinion on tables without rulings.

It finds columns from the alignment of text edges, by another way than the blank strips of
`borderless.py`; where both see the same columns the table is trusted more.
"""

import itertools
import warnings
from pathlib import Path

from lkjip_extract.page import PageDraft
from lkjip_schemas.vocabulary import ReadBy

MARGIN = 4.0
"""Points around the region that camelot may look at."""


def columns(path: Path, page: PageDraft, x0: float, top: float, x1: float, bottom: float) -> list[float]:
    """Column edges (points from the left) in a region of an upright page with text; empty when there are none."""
    if page.read_by is ReadBy.OCR or not page.turn.as_displayed or page.turn.left or page.turn.up:
        return []
    import logging

    import camelot  # takes most of a second, so only where a borderless table was found

    logging.getLogger("playa").addHandler(logging.NullHandler())  # camelot's PDF reader; not for users
    height = page.turn.height
    area = f"{x0 - MARGIN},{height - top + MARGIN},{x1 + MARGIN},{height - bottom - MARGIN}"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it warns of regions without tables; that is an answer, too
        found = camelot.read_pdf(  # type: ignore[attr-defined]
            str(path), pages=str(page.page), flavor="network", table_areas=[area]
        )
    if not len(found):
        return []
    cols = found[0].cols
    inner = [(left[1] + right[0]) / 2 for left, right in itertools.pairwise(cols)]
    return [x0, *(x for x in inner if x0 < x < x1), x1]
