"""Captions of figures: "Gambar 1.1 Struktur Organisasi"."""

import re
from collections.abc import Iterable

from lkjip_normalize.wording import collapse
from lkjip_schemas.document import PageReading
from lkjip_schemas.prose import FigureCaption

_CAPTION = re.compile(
    r"^\W*gambar\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)\s*[.:]?\s+(?P<title>[A-Z(“\"].*)", re.IGNORECASE
)
_LISTED = re.compile(r"\.{4,}|…|\s\d{1,3}$")
"""Lines of a list of figures: leaders, a page number at the end."""


def find_captions(pages: Iterable[PageReading]) -> tuple[FigureCaption, ...]:
    """All of them, in the order of the pages, without those of a list of figures."""
    return tuple(
        FigureCaption(number=match["number"], title=collapse(match["title"]), place=line.place)
        for page in pages
        for line in page.lines
        if (match := _CAPTION.match(collapse(line.text))) and not _LISTED.search(line.text)
    )
