"""Headings of scanned tables that could not be read, known from the same heading elsewhere.

White letters, shading and the grain of a scan hide words of a heading in one place, seldom the same ones in another: on
the next page, or over the next group of columns.
"""

import re
from collections.abc import Sequence

from lkjip_extract.page import DraftCell, DraftTable
from lkjip_extract.scans.mends import record
from lkjip_extract.stitch import header_rows
from lkjip_schemas.heading_words import HEADER_WORDS, respelled

LEAST_SAME, SAME_SHARE = 3, 0.5
"""Two tables have one heading when so many of its cells, and this share of those that were read, say the same."""
LEAST_GROUPS = 2
"""So many groups of columns side by side have the same headings."""
SHORT = ("T", "R", "C (%)")
"""Target, realisasi and capaian below a quarter or a year, shortened to a letter."""
_SHORT = (re.compile(r"T"), re.compile(r"R"), re.compile(r"C(?:\W*[%\d]{1,2}\W*)?"))

Span = tuple[int, int, int, int]
"""Row, column, rows and columns of a cell."""


def share_headings(tables: Sequence[DraftTable]) -> None:
    """Fill the headings of scanned tables from tables with the same heading, and from the groups beside."""
    headed = [(table, _headings(table)) for table in tables]
    for table, own in headed:
        for other, theirs in headed:
            if other is not table and table.n_cols == other.n_cols and _same_heading(own, theirs):
                for span, cell in own.items():
                    known = theirs.get(span)
                    if known is not None and _says_less(cell.text, known.text):
                        record(cell, known.text, 1.0)
        _name_groups(table, own)


def _headings(table: DraftTable) -> dict[Span, DraftCell]:
    rows = header_rows(table)
    return {(c.row, c.col, c.row_span, c.col_span): c for c in table.cells if c.row < rows}


def _same_heading(one: dict[Span, DraftCell], other: dict[Span, DraftCell]) -> bool:
    read = [span for span, cell in one.items() if _letters(cell.text)]
    same = sum(span in other and _letters(one[span].text) == _letters(other[span].text) for span in read)
    return same >= LEAST_SAME and same >= SAME_SHARE * len(read)


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.lower())


def _says_less(text: str, known: str) -> bool:
    """Whether a heading is blank or made of no known word, and another one is made of known words alone.

    A year is taken over only where what was read of the heading agrees with it: the same form may stand there for two
    years.
    """
    words = re.findall(r"[a-z]+", known.lower())
    digits = iter(re.sub(r"\D", "", known))
    read = re.sub(r"\D", "", text)
    return (
        bool(words)
        and (bool(read) or not re.search(r"\d", known))
        and all(digit in digits for digit in read)
        and all(respelled(word) in HEADER_WORDS for word in words)
        and not any(respelled(word) in HEADER_WORDS for word in re.findall(r"[a-z]+", text.lower()))
    )


def _name_groups(table: DraftTable, headings: dict[Span, DraftCell]) -> None:
    """Give the columns under each heading over three of them T, R and C, where those that were read are so."""
    groups = [
        [headings.get((row + 1, col + k, 1, 1)) for k in range(len(SHORT))]
        for (row, col, rows, columns), cell in headings.items()
        if rows == 1 and columns == len(SHORT) and cell.text
    ]
    whole = [[c for c in group if c is not None] for group in groups]
    if len(whole) < LEAST_GROUPS or any(len(group) < len(SHORT) for group in whole):
        return
    read = [(k, cell.text.strip()) for group in whole for k, cell in enumerate(group) if cell.text.strip()]
    if len({k for k, _ in read}) >= len(SHORT) - 1 and all(_SHORT[k].fullmatch(text) for k, text in read):
        for group in whole:
            for cell, text in zip(group, SHORT, strict=True):
                record(cell, text, 1.0)
