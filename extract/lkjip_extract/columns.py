"""Columns told by blank space, where no ruling tells them."""

import bisect
import itertools
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

from lkjip_extract.glyphs import median
from lkjip_extract.lines import Line, Word
from lkjip_schemas.vocabulary import FUND

MIN_SAME = 4
"""So many texts of a column, half of them said before, are no accident."""
LEAST_STRIP = 2.0
"""Points of blank space left of a second heading, and of all that stands below it, that part it from the first."""
CROSSES = 1.0
"""Points by which a word must reach over an edge on both sides to cross it."""
MIN_GAP = 0.55
"""A column gap is at least this share of the text height wide (a word space is a quarter)."""
NEAR_MARK, LEAST_MARKS = 0.2, 3
"""Left of a column whose amounts begin with "Rp" at one place this share is enough; in so many lines at least."""

NEAR_FIGURES, LEAST_PAIRS = 0.4, 3
"""Between figures that stand far apart this share is enough (headings are wider than them); in so many lines at
least."""

DATED = re.compile(r"(?:tahun|thn?\.?) +(?:19|20)\d\d", re.I)
"""One heading, be it over several columns and however wide apart its words stand."""
_ORDINAL = re.compile(r"^\(?(?:\d{1,3}|[a-zA-Z]|[IVX]{1,4})[.)]?$")
_SOURCE = rf"(?:\s\(?{FUND}\)?)?"
_FIGURE = re.compile(
    r"^:?\s*(?:Rp\.?\s*)?[-(]?\d{1,3}(?:[.,]\s?\d{3})+(?:[.,]\d{1,2})?\)?(?:,-|\.-|-)?"  # amounts
    rf"{_SOURCE}$"  # and where they come from
    r"|^:?\s*[-(]?\d+(?:[.,]\d+)?\)?\s*%$"  # percentages
    r"|^:?\s*Rp\.?\s*[\d.,]+-?$"
)
_AMOUNT_BEGINS = frozenset("0123456789-(")
_CURRENCY = re.compile(r"^:?\s*(?:Rp|IDR)\.?$", re.I)
_MEASURE_NAME = re.compile(r"(?:target|realisasi|(?:pen)?capaian)(?:\s*\(?%\)?)?", re.I)
GRADE = r"(?:A{1,2}|B{1,2}|C{1,2}|D)\s*\(\s*\d[\d.,]*\s*\)"
"""Pattern of a grade with its score: "BB (76,45)"."""
_GRADED = (
    r"(?:\d{2,}[\d.,]*|\d[.,]\d+)\s*%?\s*\((?:A{1,2}|B{1,2}|C{1,2}|D|(?:(?i:sangat|kurang|cukup)\s+)?"
    r"(?i:baik|tinggi|rendah|sedang|memuaskan))\)"
)
"""Pattern of a score with its grade: "84,76 (B)"."""
_ANY_FIGURE = re.compile(
    r"^:?\s*(?:Rp\.?\s*|[<>≤≥]=?\s*)?[-(]?\d[\d.,]*\)?\s*(?:%|,-)?(?:\s*[A-Za-z%][\w%/]{0,12}|\s*\*{1,4}\)?)?$|^-$"
    rf"|^{GRADE}$|^{_GRADED}$"
    rf"|^:?\s*(?:Rp\.?\s*)?\d[\d.,]*-?{_SOURCE}$"
)


def segment_text(words: Sequence[Word]) -> str:
    """The text of a run of words."""
    return " ".join(w.text for w in words)


def segment_texts(line: Line) -> list[str]:
    """The texts of the segments of a line."""
    return [segment_text(s) for s in line.segments()]


def figures_beside(line: Line) -> int:
    """How many figures stand to the right of something else, with a wide gap between them."""
    return sum(is_figure(segment_text(run)) for run in line.segments()[1:])


def is_currency(text: str) -> bool:
    """Whether a text is the mark of rupiah alone, which belongs to the amount beside it."""
    return bool(_CURRENCY.match(text))


def is_ordinal(text: str) -> bool:
    """Whether a cell only numbers its row: 1, 1., a), IV."""
    return bool(_ORDINAL.match(text))


def is_amount(text: str) -> bool:
    """Whether a text is a grouped amount, an amount in Rp, or a percentage."""
    return bool(_FIGURE.match(text))


def is_figure(text: str) -> bool:
    """Whether a text is any figure, with or without a unit or the mark of a footnote, or a dash in its place."""
    return bool(_ANY_FIGURE.match(text))


def space_columns(lines: Sequence[Line], x0: float, x1: float) -> list[float]:
    """Column edges between `x0` and `x1`: the middles of the strips that no word of `lines` crosses.

    Gives `[x0, x1]` when there is no such strip.
    """
    if not lines:
        return [x0, x1]
    heights = [w.bottom - w.top for line in lines for w in line.words]
    height = median(np.array(heights))
    step = 0.5
    count = int((x1 - x0) / step) + 1
    cover = np.zeros(count + 1, dtype=np.int64)
    marks: Counter[int] = Counter()
    for line in lines:
        for start, end, currency in _ink(line):
            a = int(min(max((start - x0) / step, 0), count))
            b = int(min(max((end - x0) / step, 0), count))
            cover[a : b + 1] += 1
            marks[a] += currency
    used = np.flatnonzero(cover[:count] > 0)
    if not len(used):
        return [x0, x1]
    edges = [x0]
    empty = np.flatnonzero(np.diff(used) > 1)
    for k in empty:
        left, right = used[k] * step + x0, used[k + 1] * step + x0
        first = int(used[k + 1])
        begins = sum(marks[at] for at in range(first, first + 2 * int(1 / step) + 1)) >= LEAST_MARKS
        gap = (right - left) / height
        if gap >= (NEAR_MARK if begins else MIN_GAP) or (
            gap >= NEAR_FIGURES and _figures_on_both_sides(lines, left, right, height) >= LEAST_PAIRS
        ):
            edges.append((left + right) / 2)
    edges.append(x1)
    return edges


def _figures_on_both_sides(lines: Sequence[Line], left: float, right: float, height: float) -> int:
    """In how many lines figures stand on both sides of a strip, further apart than text is tall."""
    found = 0
    for line in lines:
        before = [w for w in line.words if w.x1 <= (left + right) / 2]
        behind = line.words[len(before) : len(before) + 1]
        found += (
            bool(before and behind)
            and is_figure(before[-1].text)
            and is_figure(behind[0].text)
            and behind[0].x0 - before[-1].x1 >= height
        )
    return found


def _ink(line: Line) -> list[tuple[float, float, bool]]:
    """Left and right ends of the words of a line, "Rp" and the amount behind it (at the other side of its cell) as one;
    and whether they are such a pair."""
    spans: list[tuple[float, float, bool]] = []
    mark = False
    for word in line.words:
        if mark and word.text[:1] in _AMOUNT_BEGINS:
            spans[-1] = (spans[-1][0], word.x1, True)
        else:
            spans.append((word.x0, word.x1, False))
        mark = is_currency(word.text)
    return spans


def crosses(line: Line, x: float) -> bool:
    """Whether a word of the line stands over an edge at `x`."""
    return any(w.x0 < x - CROSSES and w.x1 > x + CROSSES for w in line.words)


def column_at(edges: Sequence[float], x: float) -> int:
    """The column that holds a place."""
    at = bisect.bisect_right(edges, x) - 1
    return min(max(at, 0), len(edges) - 2)


def column_of(edges: Sequence[float], word: Word) -> int:
    """The column that holds the middle of a word."""
    return column_at(edges, (word.x0 + word.x1) / 2)


def split_line(line: Line, edges: Sequence[float]) -> dict[int, Line]:
    """The parts of a line by column."""
    parts: dict[int, list[Word]] = {}
    for word in line.words:
        parts.setdefault(column_of(edges, word), []).append(word)
    return {col: Line(line.group, tuple(words)) for col, words in parts.items()}


def split_row(line: Line, edges: Sequence[float]) -> dict[int, Line]:
    """As `split_line`, "Rp" put before the amount it belongs to where it stands nearer to the label."""
    parts = {col: list(part.words) for col, part in split_line(line, edges).items()}
    for col in sorted(parts)[:-1]:
        behind = parts.get(col + 1, [])
        if behind and is_currency(parts[col][-1].text) and is_figure(behind[0].text):
            behind.insert(0, parts[col].pop())
    return {col: Line(line.group, tuple(words)) for col, words in parts.items() if words}


def fit_heading(xs: list[float], heading: Sequence[Line], body: Sequence[Line]) -> list[float]:
    """Columns that the heading confirms.

    A strip of blank space between two columns of which one has no heading is a gap between words,
    unless that column holds ordinals or figures; two headings over one column of the body are two
    columns, one of them empty.
    """
    for k in range(len(xs) - 3, 0, -1):
        if _only_currency(body, xs, k):
            del xs[k + 1]  # "Rp." belongs to the amount beside it
    if sum(len(line.segments()) for line in heading) < 3:
        return xs
    spans = [span for line in heading for span in _spaced_pieces(line)]
    xs = _between_headings(xs, heading, body)
    k = 1
    while k < len(xs) - 1:
        left, right = _headed(spans, xs[k - 1], xs[k]), _headed(spans, xs[k], xs[k + 1])
        if (
            (left and right and not any(a < xs[k] - 2 and b > xs[k] + 2 for a, b in spans))
            or _holds_figures(body, xs, k - 1)
            or _holds_figures(body, xs, k)
            or _says_the_same(body, xs, k)
            or _names_measures(body, xs, k)
        ):
            k += 1
        else:
            del xs[k]
    last = max(heading, key=lambda line: len(line.segments())).segments()
    for a, b in itertools.pairwise(last):
        start, end = a[-1].x1, b[0].x0
        if not any(start - 3 <= x <= end + 3 for x in xs) and (gap := _free_between(start, end, body)):
            xs = sorted([*xs, gap])
    return xs


def _free_between(start: float, end: float, body: Sequence[Line]) -> float:
    """The middle between two headings where no word of the body stands, else that of the widest strip between them that
    no word of the body crosses, or of the strip left of the second one and of all that begins below it; 0 where there
    is none."""
    words = [w for line in body for w in line.words]
    middle = (start + end) / 2
    if not any(w.x0 < middle < w.x1 for w in words):
        return middle
    widest, edge = NEAR_FIGURES * median(np.array([w.bottom - w.top for w in words])), 0.0
    for right in sorted({w.x0 for w in words if start < w.x0 <= end + 1.0}):
        left = max((w.x1 for w in words if w.x0 < right), default=start)
        if right - left >= widest:
            widest, edge = right - left, (left + right) / 2
    if edge:
        return edge
    left = max(w.x1 for w in words if w.x0 < end - 1.0)
    free = start < left <= end - LEAST_STRIP and any(w.x0 >= end - 1.0 for w in words)
    return (left + end) / 2 if free else 0.0


def _between_headings(xs: Sequence[float], heading: Sequence[Line], body: Sequence[Line]) -> list[float]:
    """Edges that cut a heading moved between it and the one beside it, where no word of the body stands there.

    Headings are wider than the figures below them; one that stands over both columns has none beside it, in whatever
    line. "Rp" before an amount goes with it.
    """
    words = [w for line in body for w in line.words if not is_currency(w.text)]
    pieces = [piece for line in heading for piece in _spaced_pieces(line)]
    moved = list(xs)
    for k in range(1, len(xs) - 1):
        x = xs[k]
        cut = [p for p in pieces if p[0] < x < p[1]]
        if not cut:
            continue
        own = [p for p in pieces if xs[k - 1] <= (p[0] + p[1]) / 2 < x]
        others = [p for p in pieces if x <= (p[0] + p[1]) / 2 < xs[k + 1]]
        if not own or not others:
            continue
        left = max([*(p[1] for p in own), *(w.x1 for w in words if w.x1 <= x)])
        right = min([*(p[0] for p in others), *(w.x0 for w in words if w.x0 >= x)])
        if left < right:
            moved[k] = (left + right) / 2
    return moved


def _spaced_pieces(line: Line) -> list[tuple[float, float]]:
    """Left and right ends of the runs of words that gaps wider than those between words separate."""
    pieces = [(line.words[0].x0, line.words[0].x1)]
    least = MIN_GAP * max(line.bottom - line.top, 1.0)
    for word in line.words[1:]:
        if word.x0 - pieces[-1][1] > least:
            pieces.append((word.x0, word.x1))
        else:
            pieces[-1] = (pieces[-1][0], word.x1)
    return pieces


def _headed(spans: Sequence[tuple[float, float]], x0: float, x1: float) -> bool:
    return any(x0 <= (a + b) / 2 < x1 for a, b in spans)


def _texts_of(body: Sequence[Line], xs: Sequence[float], k: int) -> list[str]:
    """What the lines print in column `k`."""
    return [parts[k].text for parts in (split_line(line, xs) for line in body) if k in parts]


def _only_currency(body: Sequence[Line], xs: Sequence[float], k: int) -> bool:
    texts = _texts_of(body, xs, k)
    return bool(texts) and all(is_currency(t) for t in texts)


def _holds_figures(body: Sequence[Line], xs: Sequence[float], k: int) -> bool:
    texts = _texts_of(body, xs, k)
    return bool(texts) and sum(is_figure(t) or is_ordinal(t) for t in texts) >= 0.7 * len(texts)


def _names_measures(body: Sequence[Line], xs: Sequence[float], k: int) -> bool:
    """Whether a column names what the figures of each row are ("Target", "Realisasi", "Capaian (%)")."""
    texts = _texts_of(body, xs, k)
    return bool(texts) and all(_MEASURE_NAME.fullmatch(t) for t in texts)


def _says_the_same(body: Sequence[Line], xs: Sequence[float], k: int) -> bool:
    """Whether few words stand in a column again and again (units; "Target", "Realisasi", "Capaian")."""
    texts = _texts_of(body, xs, k)
    return len(texts) >= MIN_SAME and 2 * len(set(texts)) <= len(texts)
