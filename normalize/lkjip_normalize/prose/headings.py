"""Headings of the body: chapters, numbered and lettered headings, and the titles that every report has.

Reports number lists like headings. A line is taken for a heading only when it is written like a title,
ends before the right margin, and is not followed by its sibling ("1." by "2.") at once.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from lkjip_normalize.prose.marks import Mark, mark_of
from lkjip_normalize.wording import collapse, letters
from lkjip_schemas.document import PageReading, TextLine
from lkjip_schemas.place import Box
from lkjip_schemas.prose import ContentsEntry, Heading

TITLES = re.compile(
    r"(?:kata pengantar|ikhtisar eksekutif|ringkasan eksekutif|executive summary|daftar (?:isi|tabel|gambar|grafik|"
    r"lampiran|diagram)|pendahuluan|perencanaan kinerja|perencanaan dan perjanjian kinerja|"
    r"akuntabilitas kinerja|penutup|lampiran(?:[ -]lampiran)?|perjanjian kinerja(?: tahun \d{4})?)",
    re.IGNORECASE,
)
"""Titles that head a part of a report without a number (PermenPANRB 53/2014, Lampiran II)."""
LONGEST = 120
"""Letters of a heading, at most."""
SHARE_OF_CAPITALS = 0.6
"""Share of the longer words of a title that begin with a capital."""
FULL_LINE = 0.92
"""A line that reaches this share of the widest line's right edge goes on in the next one."""
TITLE_LINES = 3
"""Lines that the title of a chapter takes, at most."""
LIKE_ENTRY = 0.75
"""Likeness from which on a line is what the table of contents calls by the same number."""
ITEM_LINES = 4
"""Lines around one in which the next item of a list would stand."""
_INDICATOR = re.compile(
    r"(?:p[er]+[eo]?sentas[ei]|prose?ntase|persentas[ei]|indeks|nilai|skor|cakupan|jumlah|tingkat|rasio|angka|proporsi|"
    r"rata-rata|prevalensi|laju|frekuensi|volume|luas|lama|waktu|opini|predikat|kontribusi|pertumbuhan|produksi|"
    r"produktivitas|kepadatan|penurunan|peningkatan|(?:me|ter)\w+nya)\s+"
    r"(?!.*\b(?:adalah|yaitu|sebesar|sebanyak|mencapai|dihitung|merupakan|semakin|masih|telah|sudah|akan)\b)[a-z]",
    re.IGNORECASE,
)
"""Begins the name of what is measured, not a sentence on it."""
CONTENT_LEVEL = 3
"""Marks from this level on ("1.", "a.") head only what is not a list."""


def find_headings(
    pages: Sequence[PageReading], contents: Sequence[ContentsEntry] = ()
) -> tuple[Heading, ...]:
    """The headings of the pages, in order; a title in small letters is one where the table of `contents` has it."""
    seen: set[str] = set()
    listed: dict[str, list[str]] = {}
    for entry in contents:
        listed.setdefault(_key(entry.number), []).append(letters(entry.title))
    return tuple(_levelled(heading for page in pages for heading in _of_page(page, seen, listed)))


def _key(number: str) -> str:
    return number.strip(" .)").upper()


def _is_listed_title(mark: Mark, title: str, listed: Mapping[str, Sequence[str]]) -> bool:
    """Whether the table of contents has about this title under the same number."""
    own = letters(title)
    return mark.sort in ("capital", "dotted") and any(
        SequenceMatcher(None, own, other, autojunk=False).ratio() >= LIKE_ENTRY
        for other in listed.get(_key(mark.printed), ())
    )


def _levelled(headings: Iterable[tuple[str, Heading]]) -> Iterator[Heading]:
    """The headings with levels by the order in which sorts of marks come in: "A." over "I." over "1."."""
    open_sorts: list[str] = []
    for sort, heading in headings:
        if heading.level == 1:
            open_sorts = []
            yield heading
            continue
        if sort in open_sorts:
            del open_sorts[open_sorts.index(sort) + 1 :]
        else:
            open_sorts.append(sort)
        yield heading.model_copy(update={"level": 1 + len(open_sorts)})


def _of_page(
    page: PageReading, seen: set[str], listed: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, Heading]]:
    """Sort of mark and heading; `seen` are the chapters that came before.

    "BAB I" and "BAB II" at the head of their pages look like a running head; each is a heading once.
    """
    lines = []
    for line in page.lines:
        mark = mark_of(collapse(line.text))
        chapter = mark.printed if mark is not None and mark.sort == "bab" else ""
        if not line.running or (chapter and chapter not in seen):
            lines.append(line)
        if chapter:
            seen.add(chapter)
    widest = max((x.place.box.x1 for x in lines), default=0.0)
    at = 0
    while at < len(lines):
        used, heading = _heading_at(lines, at, widest, listed)
        if heading is not None:
            yield _sort(heading), heading
        at += used


def _sort(heading: Heading) -> str:
    """The sort of a heading's mark, dotted numbers told apart by their length; empty without one."""
    mark = mark_of(f"{heading.number} {heading.title}")
    if mark is None:
        return ""
    return f"dotted{heading.number.count('.')}" if mark.sort == "dotted" else mark.sort


def _heading_at(
    lines: Sequence[TextLine], at: int, widest: float, listed: Mapping[str, Sequence[str]]
) -> tuple[int, Heading | None]:
    """How many lines were looked at, and the heading that they are."""
    line = lines[at]
    text = collapse(line.text)
    mark = mark_of(text)
    if mark is not None and mark.sort == "bab":
        return _chapter(lines, at, mark)
    if mark is None:
        if TITLES.fullmatch(text.rstrip(" .:")) and text.upper() == text:
            return 1, _heading(1, "", text, [line])
        return 1, None
    rest = mark.rest.rstrip(" :") if mark.sort in ("capital", "dotted") else mark.rest
    written_so = is_title(rest) or _is_listed_title(mark, rest, listed) or _names_indicator(mark, lines, at)
    if mark.sort == "bullet" or not written_so:
        return 1, None
    following = lines[at + 1] if at + 1 < len(lines) else None
    used = [line]
    title = rest
    if line.place.box.x1 >= FULL_LINE * widest:
        if following is None or not _goes_on(line, following):
            return 1, None
        used.append(following)
        title = f"{title} {collapse(following.text)}"
        following = lines[at + 2] if at + 2 < len(lines) else None
    item = mark.level >= CONTENT_LEVEL and mark.sort != "dotted"
    if item and (len(used) > 1 or _is_listed(mark, lines, at, following)):
        return 1, None
    if len(title) > LONGEST:
        return 1, None
    return len(used), _heading(mark.level, mark.printed, title, used)


def _chapter(lines: Sequence[TextLine], at: int, mark: Mark) -> tuple[int, Heading | None]:
    """A chapter and its title, which may stand on the lines below in capitals."""
    used, title = [lines[at]], mark.rest.lstrip(" –—-:")
    if title and not is_title(title):
        return 1, None  # "BAB I – Pendahuluan, menjelaskan ..." of a list of chapters
    for line in lines[at + 1 : at + 1 + TITLE_LINES]:
        text = collapse(line.text)
        if text.upper() != text or mark_of(text) is not None or not any(c.isalpha() for c in text):
            break
        used.append(line)
        title = f"{title} {text}".strip()
    following = lines[at + 1] if at + 1 < len(lines) else None
    if not title and following is not None and _goes_on(lines[at], following):
        used.append(following)
        title = collapse(following.text)
    if len(title) > LONGEST or title.endswith((",", ";")) or title[:1].islower() or title[:1] == ",":
        return 1, None
    return len(used), _heading(1, mark.printed, title, used)


def _heading(level: int, number: str, title: str, lines: Sequence[TextLine]) -> Heading:
    first = lines[0].place
    box = Box.around(x.place.box for x in lines)
    return Heading(
        level=level,
        number=number,
        title=title.strip(" .:"),
        place=type(first)(first.page, box, first.read_by, first.confidence),
    )


def is_title(text: str) -> bool:
    """Whether words are written like a title: short, mostly capitals, no end of a sentence."""
    if len(text) > LONGEST or text.endswith((".", ";", ",", ":")) or "Rp" in text:
        return False
    words = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > len("dan")]
    capital = sum(w[0].isupper() for w in words)
    return bool(words) and words[0][0].isupper() and capital >= SHARE_OF_CAPITALS * len(words)


def _names_indicator(mark: Mark, lines: Sequence[TextLine], at: int) -> bool:
    """Whether a numbered line names what is measured ("2) Persentase desa yang ...") or a sasaran, in small letters,
    and is no item of a list: none of its siblings stands in the lines around, and no line goes on with it."""
    near = ITEM_LINES
    around = (
        mark_of(collapse(x.text)) for x in (*lines[max(0, at - near) : at], *lines[at + 1 : at + near + 1])
    )
    following = collapse(lines[at + 1].text) if at + 1 < len(lines) else ""
    return (
        _INDICATOR.match(mark.rest) is not None
        and len(mark.rest) <= LONGEST
        and not mark.rest.endswith((".", ";", ",", ":"))
        and not following[:1].islower()
        and not any(m is not None and m.sort == mark.sort for m in around)
    )


def _goes_on(line: TextLine, following: TextLine) -> bool:
    """Whether the next line is the rest of a title: written like one, right below, without a mark."""
    gap = following.place.box.top - line.place.box.bottom
    text = collapse(following.text)
    return gap < line.place.box.height and mark_of(text) is None and is_title(text)


def _is_listed(mark: Mark, lines: Sequence[TextLine], at: int, following: TextLine | None) -> bool:
    """Whether a sibling follows or leads at once: then it is an item of a list."""
    before = mark_of(collapse(lines[at - 1].text)) if at else None
    after = mark_of(collapse(following.text)) if following is not None else None
    return any(m is not None and m.sort == mark.sort for m in (before, after)) or following is None
