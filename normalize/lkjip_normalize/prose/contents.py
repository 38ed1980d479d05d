"""The table of contents: entries with the page numbers they give."""

import re
from collections.abc import Sequence

from lkjip_normalize.prose.marks import mark_of
from lkjip_normalize.wording import collapse
from lkjip_schemas.document import Document, TextLine
from lkjip_schemas.place import Box, Place
from lkjip_schemas.prose import ContentsEntry

_TITLE = re.compile(
    r"^(?:daftar isi|daftar (?:tabel|gambar|grafik|diagram|lampiran))\b[\s.:]*(?:hal\w*)?\W*$", re.I
)
_ENTRY = re.compile(
    r"^(?P<title>.*?[^\W\d_].*?)(?P<leader>[\s.…·_‥-]{2,}|\s)(?P<page>\d{1,3}|[ivxl]{1,6}(?:\s?[-–]\s?\d{1,3})?)$",
    re.I,
)
_LEADER = re.compile(r"[.…·_‥]{3,}|(?:\.\s){3,}")
_NUMBERED_TABLE = re.compile(r"(?:tabel|gambar|grafik|diagram|bagan)\s*\d", re.I)
"""Begins an entry of a list of tables: what waits for a page number there belongs to the entry before."""
LEAST_ENTRIES = 3
"""So many lines with leaders at the head of a page are a table of contents that has no title."""
STRAY_LINES = 2
"""So many lines in a row that give no page number end the table of contents."""

Lines = frozenset[tuple[int, float]]
"""Page and top of lines."""


def find_contents(document: Document) -> tuple[tuple[ContentsEntry, ...], Lines]:
    """The entries of the tables of contents, and the lines they take; entries may go on over pages."""
    entries: list[ContentsEntry] = []
    taken: set[tuple[int, float]] = set()
    goes_on = led = False
    for page in document.pages:
        lines = [x for x in page.lines if not x.running]
        first = 0 if goes_on or _untitled(lines) else None
        title = next((i for i, x in enumerate(lines) if _TITLE.match(collapse(x.text))), None)
        start = title + 1 if title is not None and first is None else first
        if start is None:
            continue
        found, goes_on = _entries(lines[start:])
        few = sum(1 for e in found if e is not None) < LEAST_ENTRIES
        # On the page behind a table of contents the text may begin.
        begins_anew = title is None and first is not None
        leads = any(_LEADER.search(x.text) for x in lines)
        ended = few and (not entries or (begins_anew and not _has_leader(lines)))
        if ended or (begins_anew and led and not leads):
            goes_on = False
            continue
        led = leads or (led and begins_anew)
        for line, entry in zip(lines[start:], found, strict=False):
            taken.add((line.place.page, line.place.box.top))
            if entry is not None:
                entries.append(entry)
    return tuple(entries), frozenset(taken)


def _has_leader(lines: Sequence[TextLine]) -> bool:
    """Whether the first line of a page leads to a page number."""
    return bool(lines) and bool(_LEADER.search(lines[0].text))


def _untitled(lines: Sequence[TextLine]) -> bool:
    return sum(bool(_LEADER.search(x.text)) for x in lines) * 2 > len(lines) >= LEAST_ENTRIES


def _entries(lines: Sequence[TextLine]) -> tuple[list[ContentsEntry | None], bool]:
    """The entry that each line ends until the contents end (None: none), and whether they reach the page's end.

    A title may take several lines, its page number stands behind the last; a chapter may have none.
    """
    found: list[ContentsEntry | None] = []
    waiting: list[TextLine] = []
    for line in lines:
        text = collapse(line.text)
        mark = mark_of(text)
        match = _ENTRY.match(text) if mark is None or mark.rest else None  # "BAB I" gives no page
        if _TITLE.match(text):
            waiting = []
            found.append(None)
            continue
        if waiting and mark is not None:
            found[-1] = _entry(waiting, "") if _is_chapter(waiting[0]) else None
            waiting = []
        if waiting and _NUMBERED_TABLE.match(text):
            _go_on(found, waiting)
            waiting = []
        waiting.append(line)
        if match is not None:
            found.append(_entry(waiting, match.group("page")))
            waiting = []
        elif len(waiting) > STRAY_LINES:
            return found[: len(found) - STRAY_LINES], False
        else:
            found.append(None)
    return found, bool(lines)


def _go_on(found: list[ContentsEntry | None], rest: Sequence[TextLine]) -> None:
    """Give the last entry the rest of its title, which stands below the line with its page number."""
    at = next((k for k in range(len(found) - 1, -1, -1) if found[k] is not None), None)
    entry = None if at is None else found[at]
    if at is not None and entry is not None:
        title = " ".join([entry.title, *(collapse(x.text) for x in rest)])
        found[at] = entry.model_copy(update={"title": title})


def _is_chapter(line: TextLine) -> bool:
    mark = mark_of(collapse(line.text))
    return mark is not None and mark.sort == "bab"


def _entry(lines: Sequence[TextLine], printed_page: str) -> ContentsEntry:
    words = collapse(" ".join(x.text for x in lines))
    title = _LEADER.sub(" ", words.removesuffix(printed_page)).strip(" .…·_")
    mark = mark_of(title)
    first = lines[0].place
    box = Box.around(x.place.box for x in lines)
    return ContentsEntry(
        number=mark.printed if mark else "",
        title=collapse(mark.rest if mark else title),
        printed_page=printed_page,
        place=Place(first.page, box, first.read_by, first.confidence),
    )
