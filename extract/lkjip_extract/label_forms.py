"""Forms in the running text: "Indikator : ...", "Target : ...", "Realisasi : ..." below each other.

Such a form is a table of two columns, labels and what they say.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lkjip_extract.lines import Line, Word
from lkjip_extract.page import DraftCell, DraftTable, PageDraft
from lkjip_schemas.bilingual import both

ENGINE = "titik dua"
REASON = both("daftar label dan isi di belakang titik dua", "labels and what stands behind their colons")
LEAST_ROWS, LEAST_MEASURES = 3, 2
"""Rows of a form, and those of them that name a measure, at least."""
MOST_LABEL_WORDS, MOST_LOOSE_WORDS = 5, 2
"""A label has so many words at most, where what stands behind its colon is not below that of the row above so many."""
SKIP = 1.6
"""Lines further apart than so many of their heights belong to different forms."""
ALIGNED = 3.0
"""Points by which the text behind a colon may begin apart from that of the row above, and labels from each other."""

_INDICATOR = re.compile(r"(?:nama )?indikator(?: (?:kinerja|sasaran|utama|tujuan|program))*", re.I)
_MEASURE = re.compile(r"(?:target|realisasi|(?:%|persentase|tingkat)? ?capaian)\b", re.I)


@dataclass(slots=True)
class _Row:
    """A label, what stands behind its colon, and the printed lines of both."""

    label: Line
    values: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    @property
    def value_x0(self) -> float:
        """Where the text behind the colon begins."""
        return self.values[0].x0


def add_forms(page: PageDraft) -> None:
    """Make tables of the forms of a page, and take their lines out of its running text."""
    if sum(":" in line.text for line in page.lines) < LEAST_ROWS:
        return
    lines = sorted(page.lines, key=lambda line: (line.middle, line.x0))
    taken: set[int] = set()
    at = 0
    while at < len(lines):
        rows = _form(lines[at:])
        if rows:
            page.tables.append(_table(page.page, rows))
            taken |= {id(line) for row in rows for line in row.lines}
        at += sum(len(row.lines) for row in rows) or 1
    if taken:
        page.lines = [line for line in page.lines if id(line) not in taken]
        page.tables.sort(key=lambda table: table.top)


def _form(lines: Sequence[Line]) -> list[_Row]:
    """The rows of the form that begins with the first line; empty where none begins there."""
    first = _row(lines[0])
    if first is None or not _INDICATOR.fullmatch(first.label.text):
        return []
    rows = [first]
    for above, line in itertools.pairwise(lines):
        if line.top - above.bottom > SKIP * (line.bottom - line.top):
            break
        row = _row(line)
        if row is None:
            if abs(line.x0 - rows[-1].value_x0) > ALIGNED or ":" in line.text:
                break
            rows[-1].values.append(line)
            rows[-1].lines.append(line)
        elif abs(row.label.x0 - first.label.x0) > ALIGNED or _INDICATOR.fullmatch(row.label.text):
            break
        elif abs(row.value_x0 - rows[-1].value_x0) > ALIGNED and len(row.label.words) > MOST_LOOSE_WORDS:
            break  # a sentence with a colon
        else:
            rows.append(row)
    measures = sum(bool(_MEASURE.match(row.label.text)) for row in rows)
    return rows if len(rows) >= LEAST_ROWS and measures >= LEAST_MEASURES else []


def _row(line: Line) -> _Row | None:
    """A line parted at its first colon; None where it has none behind a short label, or nothing behind it."""
    if ":" not in line.text:
        return None
    for k, word in enumerate(line.words[: MOST_LABEL_WORDS + 1]):
        if word.text.endswith(":") or (k and word.text.startswith(":")):
            label, value = _at_colon(line.words, k)
            if not label or not value:
                return None
            return _Row(Line(line.group, label), [Line(line.group, value)], [line])
    return None


def _at_colon(words: Sequence[Word], k: int) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """The words before and behind the colon in the word at `k`, without it."""
    word = words[k]
    name, said = word.text.rstrip(":"), word.text.lstrip(":")
    before = (*words[:k], word._replace(text=name)) if name and word.text.endswith(":") else tuple(words[:k])
    behind = (
        (word._replace(text=said), *words[k + 1 :]) if said and word.text.startswith(":") else words[k + 1 :]
    )
    return before, tuple(behind)


def _table(page: int, rows: Sequence[_Row]) -> DraftTable:
    """The table of a form."""
    x0, edge = min(row.label.x0 for row in rows), min(row.value_x0 for row in rows) - 1.0
    x1 = max(line.x1 for row in rows for line in row.values)
    ys = [*(row.label.top - 1.0 for row in rows), rows[-1].values[-1].bottom + 1.0]
    cells = [
        DraftCell(r, col, 1, 1, left, ys[r], right, ys[r + 1], own, page=page)
        for r, row in enumerate(rows)
        for col, left, right, own in ((0, x0, edge, [row.label]), (1, edge, x1, row.values))
    ]
    return DraftTable(page, [x0, edge, x1], len(rows), ys[0], ys[-1], cells, ENGINE, REASON)
