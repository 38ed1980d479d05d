"""The lines above a table: its caption, and the heading or sentence that introduces it."""

import itertools
import re
from collections.abc import Sequence
from typing import NamedTuple

from lkjip_extract.columns import segment_text
from lkjip_extract.lines import Line, Word
from lkjip_extract.page import DraftTable, PageDraft

CONTEXT_LINES = 8
"""This many lines above a table are looked at; headings further up speak of other things."""
MAX_CAPTION_LINES = 4
SAME_TOP, TITLE_REACH, OWN_REACH = 12.0, 40.0, 50.0
"""Tables beside each other begin within so many points; the lines of a title over both stand at most so many above
them, and those of a title of one."""

_TABLE_NAME = re.compile(r"^(?:tabel|table|tabe1|formulir|lampiran)\b\s*[.:]?\s*[\dIVXivx]*", re.I)
_NUMBERED_TABLE = re.compile(r"tabel\s+\d", re.I)
LEAST_CAPTION = 4
"""Words of a caption with its number."""
_CITING = frozenset(
    ("dan", "serta", "atau", "lanjutan", "dari", "pada", "dalam", "dengan", "lihat", "s.d.", "-", "&")
)
_CHAPTER = re.compile(r"^(?:BAB\s+[IVX]+\b|[A-Z]\.\s+\S|[A-Z]\.\d|\d+\.\d+\.?\s|[IVX]+\.\s)")


class Introduction(NamedTuple):
    """What stands above a table: `caption` names it, `heading` is the text before that."""

    caption: str
    heading: str


def introduce(pages: Sequence[PageDraft]) -> dict[int, Introduction]:
    """The introduction of each table, by `id(table)`.

    A caption at the foot of a page names the table at the head of the next page.
    """
    found: dict[int, Introduction] = {}
    carried: list[str] = []
    for page in pages:
        lines = sorted(page.content_lines, key=lambda line: line.top)
        used = 0.0
        for tables in _side_by_side(page.tables):
            for table in tables:
                over_it = [t for t in tables if t.bottom <= table.top and t.shares_width(table)]
                since = max([used, *(t.bottom for t in over_it)])
                over = [x for x in lines if x.bottom <= table.top + 4 and x.top >= since - 4]
                whose = _titled(table, tables, over)
                above = [_over(x, whose) if len(tables) > 1 else x.text for x in over]
                above = [text for text in above if text]
                if used == 0.0 and len(above) < MAX_CAPTION_LINES:
                    above = carried + above
                found[id(table)] = _introduction(above[-CONTEXT_LINES:])
            used = max(table.bottom for table in tables)
        tail = [x.text for x in lines if x.top >= used - 4]
        carried = tail[-CONTEXT_LINES:] if tail or page.tables else carried
    return found


def _side_by_side(tables: Sequence[DraftTable]) -> list[list[DraftTable]]:
    """Tables from top to bottom, those that stand left and right of each other together: one may stand beside several,
    one above the other."""
    groups: list[list[DraftTable]] = []
    for table in sorted(tables, key=lambda t: (t.top, t.xs[0])):
        beside = [t for t in groups[-1] if table.top < t.bottom] if groups else []
        if beside and not any(table.shares_width(other) for other in beside):
            groups[-1].append(table)
        else:
            groups.append([table])
    return groups


def _titled(table: DraftTable, tables: Sequence[DraftTable], over: Sequence[Line]) -> DraftTable:
    """The table on the left of one, at the same height, where a title stands over that and nothing but its end over
    this: it is one over both. Else the table itself."""
    left = [t for t in tables if t.xs[-1] <= table.xs[0] + 4 and abs(t.top - table.top) <= SAME_TOP]
    if not left:
        return table
    beside = max(left, key=lambda t: t.xs[0])
    title = [x for x in over if x.top >= table.top - TITLE_REACH and _over(x, beside)]
    near = [x for x in over if x.top >= table.top - OWN_REACH]
    own = [s for x in near for s in _parts(x) if s[0].x0 >= beside.xs[-1] and s[-1].x1 > table.xs[0]]
    return table if not title or own else beside


def _over(line: Line, table: DraftTable) -> str:
    """What a line over several tables side by side says of one: its parts above the table; of captions the one that
    begins nearest to where the table does."""
    own = [s for s in _parts(line) if s[0].x0 < table.xs[-1] and s[-1].x1 > table.xs[0]]
    if len(own) > 1 and all(_NUMBERED_TABLE.match(segment_text(s)) for s in own):
        own = [min(own, key=lambda s: abs(s[0].x0 - table.xs[0]))]
    return " ".join(segment_text(s) for s in own)


def _parts(line: Line) -> list[Sequence[Word]]:
    """The segments of a line, parted where another caption begins ("Tabel 3.1 ... Tabel 3.2 ..." over two tables)."""
    return [part for segment in line.segments() for part in _captions(segment)]


def _captions(words: Sequence[Word]) -> list[Sequence[Word]]:
    starts = [k for k in range(len(words)) if _NUMBERED_TABLE.match(segment_text(words[k : k + 2]))]
    parts = [words[a:b] for a, b in itertools.pairwise([*starts, len(words)])]
    if len(starts) < 2 or starts[0] or any(_is_cited(part) for part in parts[:-1]):
        return [words]
    return parts


def _is_cited(words: Sequence[Word]) -> bool:
    """Whether a part is no caption, but says that the next table is another one named ("Tabel 3.4 dan Tabel 3.5 ...",
    "Tabel 3.4 ..., lanjutan Tabel 3.3")."""
    last = words[-1].text.lower()
    return len(words) < LEAST_CAPTION or last.endswith((",", ";")) or last in _CITING


def _introduction(above: list[str]) -> Introduction:
    for i in range(len(above) - 1, -1, -1):
        if _TABLE_NAME.match(above[i]) and len(above) - i <= MAX_CAPTION_LINES:
            return Introduction(" ".join(above[i:]), " ".join(above[:i]))
    title: list[str] = []
    for text in reversed(above):
        if len(title) < 3 and is_title(text):
            title.insert(0, text)
        else:
            break
    rest = above[: len(above) - len(title)]
    return Introduction(" ".join(title), " ".join(rest))


def is_title(text: str) -> bool:
    """Whether a line looks like a heading: short, without a sentence's end, mostly capitals."""
    if len(text) > 120 or text.rstrip().endswith((".", ";", ",")):
        return False
    if _CHAPTER.match(text):
        return True
    words = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > 3]
    capital = sum(w[0].isupper() for w in words)
    return bool(words) and capital >= 0.7 * len(words)


def lines_between(page: PageDraft, upper: DraftTable | None, lower: DraftTable | None) -> list[Line]:
    """Content lines between two tables of a page (or the page's edges)."""
    top = upper.bottom - 4 if upper else -1e9
    bottom = lower.top + 4 if lower else 1e9
    return [line for line in page.content_lines if line.top >= top and line.bottom <= bottom]
