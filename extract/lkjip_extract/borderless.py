"""Tables without rulings: budget lists with amounts on the right, and columns under a heading."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from lkjip_extract import camelot_reader
from lkjip_extract.columns import (
    column_of,
    figures_beside,
    fit_heading,
    is_amount,
    is_currency,
    is_figure,
    is_ordinal,
    segment_text,
    segment_texts,
    space_columns,
    split_line,
    split_row,
)
from lkjip_extract.errors import what_failed
from lkjip_extract.headers import is_index_row, looks_like_header
from lkjip_extract.lines import Line, Word
from lkjip_extract.page import DraftCell, DraftTable, PageDraft, Watch
from lkjip_extract.spread_headings import spread_years
from lkjip_schemas.bilingual import both, together
from lkjip_schemas.vocabulary import PageKind, ReadBy

ENGINE = "ruang kosong"
REASON = both("tabel tanpa garis, kolom dari ruang kosong", "no rulings, columns from blank space")
MAX_SKIP = 3.2
"""Lines further apart than this many line heights belong to different tables."""
MAX_SKIP_HEADED = 6.0
"""The same where a heading with columns stands above: some reports leave room between rows."""
LEAST_NAMES = 4
"""So many names over figures are the heading of a list without rulings, whatever their words are."""
MIN_AMOUNT_LINES = 2
MAX_QUESTIONS = 12
"""camelot opens the file anew for every question; long files of lists are not asked about in full."""
MIN_LINES_ASKED, MAX_LINES_ASKED = 3, 100
"""Nor is it asked about longer lists: its time grows faster than their length; shorter ones have no edges
that lines could share."""
AGREED, DISPUTED = 0.95, 0.85
"""Confidence of a borderless table whose columns its own print or camelot confirms, or camelot disputes."""
SUM_EDGE = 8.0
"""A sum without a label ends at most so many points left or right of the amounts above it."""
SAME_EDGE = 3.0
"""Figures of one column share their left or right edge, up to this many points."""
MOST_LABEL_LINES = 3
"""Lines of a label above or beside its figures, at most."""
MOST_HEADING_LINES = 4
"""Lines of a heading, those that share some height counted once."""
INTERLEAVED = 0.2
"""Lines that overlap by this share of their height are not set one below the other."""
LINES_AROUND = 6
"""Lines before and behind one in which others of the same list are looked for."""
MOST_SEGMENTS = 2
"""A label and "Rp" behind it."""
LABEL_ROOM, CLOSE = 20.0, 2.0
"""Points: a label begins at least so far left of the figures; one that ends closer to them reaches over them."""
FIGURE_SHIFT = 25.0
"""Points by which figures of one column begin apart at most (right-aligned, or in the middle)."""
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_TWO_AMOUNTS = re.compile(r"\d[.,]\d{3} \d{1,3}[.,]\d{3}")
_LEADER = re.compile(r"[.…·_]{4,}")
"""Dots that lead from words to their figure."""
_MAY_LEAD = re.compile(rf"{_LEADER.pattern}|\b(?:rp|idr)\b", re.I)
"""Only lines with such dots or marks are given gaps that are not printed."""
_YEAR = re.compile(r"(?:tahun\s*)?\(?20\d\d\)?", re.IGNORECASE)
_CLOSE_FIGURE = re.compile(r"\d+(?:\.\d{3})*(?:[.,]\d+)?%?")
_WORK = re.compile(r"(?:program|(?:sub ?)?kegiatan)\b", re.I)
"""Begins the name of a program or kegiatan."""
_ITEM_NUMBER = re.compile(r"^\(?(\d{1,2})[.)]\s*[^\W\d_]")
DATELINE = re.compile(
    r"[A-Z][A-Za-z. ]{2,30}\s*,\s*(?:\d{1,2}\s+)?(?:(?:Jan|[FP]eb|Mar|Apr|Mei|Jun|Jul|Ag|Sep|Okt|No|Des)[a-z]*\s*)?"
    r"(?:20\d\d)?\.?"
)
"""Place and date of a signature: the list above it has ended."""
_TABLE_NAME = re.compile(r"tabel\s*(?:\d|[IVX]+\b)", re.I)
"""Begins the caption of the next table;"""
_LEADS_ON = re.compile(r"\b(?:pada|lihat|dalam|di|dengan|dan|sesuai)\s*$|\($", re.I)
"""not behind such words of a label."""


LEAST_ITEMS = 3
"""So many numbered labels are a list."""
_ITEM_IN_LABEL = re.compile(r"(?:^|^\S{1,2}\s)(\d{1,2})[.)]\s+[A-Z]")
"""A label behind its number, a mark at the edge of a scan before it or none."""


class Region(NamedTuple):
    """Lines of one table without rulings; the first `header` lines are its heading."""

    lines: tuple[Line, ...]
    header: int


def add_tables(path: Path, pages: list[PageDraft], watch: Watch | None = None) -> None:
    """Add the borderless tables of the pages, and take their lines out of the running text.

    `watch` is told each page that begins, and the number of pages.
    """
    asked = 0
    for page in pages:
        if watch is not None:
            watch(page.page, len(pages))
        # A text layer made by OCR has the words but not their places: no columns from blank space.
        if page.reader and (page.kind is not PageKind.OCR_LAYER or page.read_by is ReadBy.OCR):
            for region in find_regions(page):
                table = build_table(page, region)
                if table is not None:
                    evidence = _evidence(table, headed=region.header > 0)
                    if evidence:
                        table.confidence, table.reason = AGREED, together(table.reason, evidence)
                    elif asked < MAX_QUESTIONS and MIN_LINES_ASKED <= len(region.lines) <= MAX_LINES_ASKED:
                        _ask_camelot(path, page, table)
                        asked += 1
                    taken = {(line.top, line.x0) for line in region.lines}
                    page.lines = [line for line in page.lines if (line.top, line.x0) not in taken]
                    page.tables.append(table)


def set_amounts_apart(page: PageDraft) -> None:
    """Put a gap between grouped amounts that only a blank separates: they stand in columns."""
    page.lines = [_apart(line) if _TWO_AMOUNTS.search(line.text) else line for line in page.lines]


def _apart(line: Line) -> Line:
    words: list[Word] = []
    added = 0
    for word in line.words:
        if words and _GROUPED.fullmatch(words[-1].text) and _GROUPED.fullmatch(word.text):
            added += word.segment + added == words[-1].segment
        words.append(word._replace(segment=word.segment + added))
    return Line(line.group, tuple(words))


def find_regions(page: PageDraft) -> list[Region]:
    """Runs of lines that stand in columns and hold figures."""
    if not any(line.words[-1].segment or _MAY_LEAD.search(line.text) for line in page.lines):
        return []  # running text alone
    lines = sorted(map(_without_leader, page.lines), key=lambda line: (line.top, line.x0))
    lines = [_amount_set_apart(lines, i) for i in range(len(lines))]
    regions: list[Region] = []
    i = taken = 0
    while i < len(lines):
        start = _heading_end(lines, i)
        first = start if start > i else i
        if start == i and not _amount_line(lines[i]):
            i += 1
            continue
        end = run_end(lines, first, page, headed=start > i)
        body = lines[first:end]
        amounts = sum(_amount_line(line) for line in body)
        figures = sum(figures_beside(line) for line in body)
        if (start > i and figures >= 1) or amounts >= MIN_AMOUNT_LINES:
            named = start == i > taken and _names_over(lines[i - 1], lines[i])
            regions.append(Region(tuple(lines[i - named : end]), first - i + named))
            i = taken = end
        else:
            i += 1
    return regions


def _names_over(heading: Line, first: Line) -> bool:
    """Whether a line has a name over each text of the first row of figures right below it, several of them: between
    the texts on its left and right."""
    names, texts = heading.segments(), first.segments()
    return (
        len(names) == len(texts) >= LEAST_NAMES
        and _near(heading, first)
        and not any(ch.isdigit() for ch in heading.text)
        and all(left[-1].x1 <= name[0].x0 for name, left in zip(names[1:], texts, strict=False))
        and all(name[-1].x1 <= right[0].x0 for name, right in zip(names, texts[1:], strict=False))
    )


def _without_leader(line: Line) -> Line:
    """A line whose words lead by dots to an amount ("Program ...... Rp. 1.500.000,-"), with a gap in their place."""
    if not _LEADER.search(line.text) or not any(_LEADER.search(w.text) for w in line.words):
        return line
    if not is_amount(_behind_leader(line)):
        return line
    words: list[Word] = []
    segment = 0
    for word in line.words:
        for k, text in enumerate(_LEADER.split(word.text)):
            segment += k > 0
            if text and (text != ":" or not segment):
                share = len(text) / len(word.text)
                x0 = word.x0 if not k else word.x1 - share * (word.x1 - word.x0)
                x1 = word.x1 if k else word.x0 + share * (word.x1 - word.x0)
                words.append(word._replace(text=text, x0=x0, x1=x1, segment=segment))
    return Line(line.group, tuple(words)) if words else line


def _behind_leader(line: Line) -> str:
    return _LEADER.split(line.text)[-1].strip(" :")


def _amount_set_apart(lines: Sequence[Line], i: int) -> Line:
    """A line whose label almost touches its amount ("... Publik Rp. 66.800.000,-"), with a gap between them: "Rp"
    stands where those of the lines around stand."""
    line = lines[i]
    if not _MAY_LEAD.search(line.text):
        return line
    words = line.words
    at = next((k for k in range(1, len(words) - 1) if _begins_amount(words, k)), 0)
    if not at:
        return line
    around = [o for o in lines[max(0, i - LINES_AROUND) : i + LINES_AROUND + 1] if o is not line]
    places = [
        s[0].x0
        for o in around
        if _amount_line(o)
        for s in o.segments()[1:]
        if is_currency(s[0].text) and is_amount(segment_text(s))
    ]
    if not any(abs(words[at].x0 - x) <= SAME_EDGE for x in places):
        return line
    last = words[at - 1]
    last = last._replace(x1=min(last.x1, max(words[at].x0 - (last.bottom - last.top), last.x0)))
    behind = (w._replace(segment=w.segment + 1) for w in words[at:])
    return Line(line.group, (*words[: at - 1], last, *behind))


def _begins_amount(words: Sequence[Word], k: int) -> bool:
    """Whether "Rp" and an amount follow on a word without a gap."""
    return (
        is_currency(words[k].text)
        and words[k].segment == words[k - 1].segment
        and is_amount(f"{words[k].text} {words[k + 1].text}")
    )


def _amount_line(line: Line) -> bool:
    """A label (behind a number and a code, maybe), a gap, and an amount: the row of a budget list."""
    segments = segment_texts(line)
    first = next((k for k, s in enumerate(segments) if k and _are_amounts(s)), 0)
    return first > 0 and any(c.isalpha() for s in segments[: first + 1] for c in s)


def _are_amounts(text: str) -> bool:
    """Whether a text is an amount, or several: wide ones of two columns may stand so close that they seem one text."""
    return is_amount(text) or (" " in text and all(map(is_amount, text.split())))


def _heading_end(lines: Sequence[Line], i: int) -> int:
    """Index behind the heading that begins at line `i`; `i` when none begins there."""
    columns = levels = 0
    end = i
    while end < len(lines):
        segments = segment_texts(lines[end])
        beside = end > i and _beside(lines[end - 1], lines[end])
        levels += not beside
        if levels > MOST_HEADING_LINES:
            break
        if (
            end == i
            and len(segments) < 2
            and not (end + 1 < len(lines) and _beside(lines[end], lines[end + 1]))
        ):
            break
        if end > i and not _near(lines[end - 1], lines[end]):
            break
        if is_index_row(segments) and columns >= 2:
            end += 1
            break
        words = lines[end].text
        mark = beside and any(c.isalpha() or c == "%" for c in words) and not any(c.isdigit() for c in words)
        if not mark and (not looks_like_header(segments) or any(is_amount(s) for s in segments)):
            break
        if len(segments) < 2 and len(segments[0]) > 40:
            break
        columns = max(columns, len(segments))
        end += 1
    return end if columns >= 3 or (columns == 2 and _mentions_money(lines[i:end])) else i


def _beside(upper: Line, lower: Line) -> bool:
    """Whether two lines share some height: texts of several lines in the middle of columns beside each other."""
    return lower.top < upper.bottom - INTERLEAVED * (upper.bottom - upper.top)


def _mentions_money(lines: Sequence[Line]) -> bool:
    text = " ".join(line.text.lower() for line in lines)
    return any(word in text for word in ("anggaran", "pagu", "rp", "realisasi", "target"))


def _near(upper: Line, lower: Line, skip: float = MAX_SKIP) -> bool:
    height = max(upper.bottom - upper.top, 6.0)
    return lower.top - upper.bottom <= skip * height


def run_end(lines: Sequence[Line], first: int, page: PageDraft, headed: bool) -> int:
    """Index behind the last line of the table whose body begins at line `first`."""
    last_figure = first
    end = first
    edges: list[float] | None = None
    while end < len(lines):
        line = lines[end]
        if end > first and not _near(lines[end - 1], line, MAX_SKIP_HEADED if headed else MAX_SKIP):
            break
        if (
            any(lines[end - 1].bottom <= t.top + 2 and t.bottom <= line.top + 4 for t in page.tables)
            and end > first
        ):
            break
        if end > first and (DATELINE.fullmatch(line.text.strip()) or _is_caption(line, lines[end - 1])):
            break
        if end > first and _begins_another(lines, end, lines[first - 1] if headed and first else None):
            end -= lines[end - 1].text.rstrip().endswith(":")  # its title ("Jumlah Anggaran :")
            break
        if edges and _figures_left(line, edges):
            break
        close = _close_figures(line) if headed else []
        figure = bool(close) or (figures_beside(line) > 0 if headed else _amount_line(line))
        if figure:
            last_figure = end
        elif edges is not None and _crosses(line, edges):
            goes_on = (headed and _resumes(lines, end, edges)) or _is_next_item(lines, first, end)
            if not goes_on:
                break
        if figure and edges is None:
            edges = sorted(_figure_columns(line) + close)
        end += 1
    stop = last_figure + 1
    row = list(lines[last_figure : last_figure + 1])
    if row and last_figure > first and _beside(lines[last_figure - 1], row[0]):
        row.append(lines[last_figure - 1])
    while stop < end and _wraps(row, lines[stop - 1], lines[stop]):
        stop += 1
    if (
        stop < len(lines)
        and _near(lines[stop - 1], lines[stop])
        and _is_bare_sum(lines[last_figure], lines[stop])
    ):
        stop += 1
    return stop


def _figures_left(line: Line, edges: Sequence[float]) -> bool:
    """Whether a line is several figures, all in the column of the labels: cards that follow the table."""
    segments = line.segments()
    return (
        len(segments) > 1
        and segments[-1][-1].x1 < edges[0]
        and all(is_figure(segment_text(s)) for s in segments)
    )


def _is_caption(line: Line, above: Line) -> bool:
    """Whether a line begins the caption of the next table, and does not go on with a label ("... pada / Tabel 3.2")."""
    goes_on = any(_LEADS_ON.search(segment_text(s)) for s in above.segments())
    return _TABLE_NAME.match(line.text) is not None and len(line.segments()) == 1 and not goes_on


def _begins_another(lines: Sequence[Line], at: int, heading: Line | None) -> bool:
    """Whether a line numbers and names columns, or says what the `heading` above the rows says: another table's."""
    segments = segment_texts(lines[at])
    if heading is not None and len(segments) > 2 and segments == segment_texts(heading):
        return True
    numbered = len(segments) > 2 and segments[0].strip(" .").lower() in ("no", "nomor")
    return numbered and looks_like_header(segments)


def _is_next_item(lines: Sequence[Line], first: int, at: int) -> bool:
    """Whether a line has the list number behind that of the row above: its label reaches over the amounts, and its own
    amount stands below."""
    numbers = [int(m.group(1)) for line in lines[first:at] if (m := _ITEM_NUMBER.match(line.text))]
    own = _ITEM_NUMBER.match(lines[at].text)
    return own is not None and bool(numbers) and int(own.group(1)) == numbers[-1] + 1


def _resumes(lines: Sequence[Line], at: int, edges: Sequence[float]) -> bool:
    """Whether a line over the columns is a heading of rows: figures in most of the same columns follow at once."""
    if len(lines[at].segments()) > 1:
        return False
    for line in lines[at + 1 : at + 1 + MOST_LABEL_LINES]:
        texts = segment_texts(line)
        if len(texts) > 2 and looks_like_header(texts):
            return False
        found = _figure_columns(line)
        if found:
            same = sum(any(abs(x - e) <= FIGURE_SHIFT for e in edges) for x in found)
            return 2 * same > len(edges) > 1
        if _crosses(line, edges):
            return False
    return False


def _is_bare_sum(last: Line, line: Line) -> bool:
    """Whether a line holds nothing but an amount, below those of the list: a sum without a label."""
    return len(line.segments()) == 1 and is_amount(line.text) and abs(line.x1 - last.x1) <= SUM_EDGE


def _wraps(row: Sequence[Line], above: Line, line: Line) -> bool:
    """Whether a line goes on with the labels of the last row: close below it, at the same left edges."""
    segments = line.segments()
    if line.top - above.bottom > 0.6 * (line.bottom - line.top):
        return False
    if len(segments) > 1 and (not _beside(above, line) or any(is_figure(segment_text(s)) for s in segments)):
        return False
    labels = [s[0].x0 for r in row for s in r.segments() if any(w.text.isalpha() for w in s)]
    labels += [w.x0 for r in row for w in r.words[:2]]
    return all(any(abs(s[0].x0 - x) <= 4.0 for x in labels) for s in segments)


def _figure_columns(line: Line) -> list[float]:
    """Left edges of the figure segments of a row."""
    return [s[0].x0 for s in line.segments()[1:] if is_figure(segment_text(s))]


def _close_figures(line: Line) -> list[float]:
    """Left edges of figures with mere blanks between them ("81,00 81,64 100,79" behind a label)."""
    runs = [s for s in line.segments()[1:] if len(s) > 1 and all(_CLOSE_FIGURE.fullmatch(w.text) for w in s)]
    return [w.x0 for run in runs for w in run]


def _crosses(line: Line, edges: Sequence[float]) -> bool:
    """Whether one run of words reaches over the left edge of a figure column by more than a word."""
    return any(
        s[0].x0 < x - 20 and s[-1].x1 > x + 12 and not is_figure(segment_text(s))
        for s in line.segments()
        for x in edges
    )


def _evidence(table: DraftTable, *, headed: bool) -> str:
    """What in the print makes the columns certain, in both languages; empty when nothing does.

    Either each column (but the numbers of the rows) has a heading of its own, or each column but the labels (and their
    numbers) holds figures that share an edge.
    """
    body: list[list[Line]] = [[] for _ in range(table.n_cols)]
    for cell in table.cells:
        if not headed or cell.row > 0:
            body[cell.col].extend(cell.lines)
    numbers = {0} if body[0] and all(is_ordinal(line.text) for line in body[0]) else set()
    if headed and {c.col for c in table.cells if c.row == 0} | numbers == set(range(table.n_cols)):
        return both("kepala tabel menamai tiap kolom", "the heading names each column")
    others = [lines for lines in body if not _share_edge(lines)]
    labels = [lines for lines in others if not all(is_ordinal(line.text) for line in lines)]
    if len(labels) <= 1 and len(others) < table.n_cols:
        return both("angka tiap kolom rata di satu tepi", "the figures of each column share an edge")
    return ""


def _share_edge(lines: Sequence[Line]) -> bool:
    """Whether at least two lines, all figures, stand at the same left or right edge."""
    if len(lines) < 2 or not all(is_figure(line.text) for line in lines):
        return False
    lefts, rights = [line.x0 for line in lines], [line.x1 for line in lines]
    return min(max(lefts) - min(lefts), max(rights) - min(rights)) <= SAME_EDGE


def _ask_camelot(path: Path, page: PageDraft, table: DraftTable) -> None:
    """Let camelot count columns that are not certain: agreement raises the confidence, the rest lowers it.

    Which columns are taken stays ours: on the 67 borderless tables of the reports at hand camelot
    saw the same number in 25, and lost or doubled columns in the others.
    """
    try:
        found = camelot_reader.columns(path, page, table.xs[0], table.top, table.xs[-1], table.bottom)
    except Exception as error:  # noqa: BLE001 - a second opinion that fails is none
        table.reason = together(table.reason, f"camelot: {what_failed(error)}")
        return
    if not found:
        return
    agrees = len(found) == len(table.xs)
    table.confidence = AGREED if agrees else DISPUTED
    count = len(found) - 1
    opinion = (
        both("camelot sependapat", "camelot agrees")
        if agrees
        else both(f"camelot melihat {count} kolom", f"camelot sees {count} columns")
    )
    table.reason = together(table.reason, opinion)


def build_table(page: PageDraft, region: Region) -> DraftTable | None:
    """The table of a region; None when its columns cannot be told."""
    body = region.lines[region.header :]
    x0 = min(line.x0 for line in region.lines) - 2.0
    x1 = max(line.x1 for line in region.lines) + 2.0
    wide = _over_columns(body)
    told = [line for line in body if id(line) not in wide]
    xs = fit_heading(space_columns(told, x0, x1), region.lines[: region.header], told)
    if len(xs) < 3:
        return None
    rows = logical_rows(body, xs)
    cells: list[DraftCell] = []
    edges = _row_edges(region, rows)
    all_rows = ([list(region.lines[: region.header])] if region.header else []) + rows
    under_years = region.header > 0 and _names_years(region.lines[0])
    if under_years and region.header > 1:
        all_rows = [[region.lines[0]], list(region.lines[1 : region.header]), *rows]
        edges = [edges[0], min(line.top for line in all_rows[1]) - 1, *edges[1:]]
    elif region.header and is_index_row(segment_texts(region.lines[region.header - 1])) and region.header > 1:
        all_rows = [list(region.lines[: region.header - 1]), [region.lines[region.header - 1]], *rows]
        edges = [edges[0], region.lines[region.header - 1].top - 1, *edges[1:]]
    for r, lines in enumerate(all_rows):
        pieces = [
            {column_of(xs, line.words[-1 if len(line.words) < 2 else 1]): line}
            if id(line) in wide
            else split_row(line, xs)
            for line in lines
        ]
        cells += row_cells(page.page, r, xs, (edges[r], edges[r + 1]), pieces)
    if under_years:
        spread_years(cells, xs)
    return DraftTable(
        page.page,
        xs,
        len(all_rows),
        edges[0],
        edges[-1],
        cells,
        ENGINE,
        REASON,
        0.9,
    )


def _names_years(line: Line) -> bool:
    """Whether a line of a heading holds years only, several of them."""
    texts = segment_texts(line)
    return len(texts) > 1 and all(map(_YEAR.fullmatch, texts))


def row_cells(
    page: int, row: int, xs: Sequence[float], edges: tuple[float, float], pieces: Iterable[dict[int, Line]]
) -> list[DraftCell]:
    """The cells of one row between two heights, from the pieces of its lines by column."""
    parts: dict[int, list[Line]] = {}
    for by_column in pieces:
        for col, part in by_column.items():
            parts.setdefault(col, []).append(part)
    top, bottom = edges
    return [
        DraftCell(row, col, 1, 1, xs[col], top, xs[col + 1], bottom, own, page=page)
        for col, own in sorted(parts.items())
    ]


def _over_columns(body: Sequence[Line]) -> set[int]:
    """The items of a list (by `id` of their line) whose words reach over the columns of figures."""
    figured = [edges for line in body if figures_beside(line) and (edges := _figure_columns(line))]
    if not figured:
        return set()
    left = min(edges[0] for edges in figured)
    return {
        id(line)
        for line in body
        if _ITEM_NUMBER.match(line.text)
        and not any(is_figure(w.text) for w in line.words[2:])
        and len(line.segments()) <= MOST_SEGMENTS
        and line.x0 < left - LABEL_ROOM
        and _label_end(line) > left - CLOSE
    }


def _label_end(line: Line) -> float:
    """The right end of a label, without the mark of rupiah behind it."""
    behind = len(line.words) > 1 and is_currency(line.words[-1].text)
    return line.words[-2 if behind else -1].x1


def _row_edges(region: Region, rows: Sequence[Sequence[Line]]) -> list[float]:
    edges = [region.lines[0].top - 1.0] if region.header else []
    edges += [min(line.top for line in row) - 1.0 for row in rows]
    edges.append(max(line.bottom for line in region.lines) + 1.0)
    return edges


def logical_rows(body: Sequence[Line], xs: Sequence[float]) -> list[list[Line]]:
    """Lines by logical row.

    Rows begin at their ordinals where the list is numbered, else at their figures; a label line
    between two figures belongs to the nearer one.
    """
    parts = [split_line(line, xs) for line in body]
    ordinal = [0 in p and is_ordinal(p[0].text.split(" ")[0]) for p in parts]
    figures = [{c for c, part in p.items() if c > 0 and is_figure(part.text)} for p in parts]
    numbered = sum(ordinal) >= 2
    if not numbered and (items := _running_items(parts)):
        ordinal, numbered = items, True
    elif numbered:
        ordinal = _above_last_lines(body, parts, ordinal, figures) or _at_first_lines(body, ordinal, figures)
    rows: list[list[Line]] = []
    filled: set[int] = set()
    for k, line in enumerate(body):
        starts = ordinal[k] or bool(figures[k] & filled and (not numbered or len(parts[k]) > len(figures[k])))
        if not numbered and not figures[k] and rows and filled and k + 1 < len(body):
            above = line.top - body[k - 1].bottom
            below = body[k + 1].top - line.bottom
            starts = below < above - 1.0 and bool(figures[k + 1])
        if k and k == len(body) - 1 and _is_bare_sum(body[k - 1], line):
            starts = True
        if starts or not rows:
            rows.append([])
            filled = set()
        rows[-1].append(line)
        filled |= figures[k]
    return rows


def _running_items(parts: Sequence[dict[int, Line]]) -> list[bool]:
    """Which lines begin an item of a list whose numbers stand before the labels and count up from 1 without a gap; none
    where there is no such list of several items."""
    texts = [" ".join(p[c].text for c in sorted(p)[:2]) for p in parts]
    found = [_ITEM_IN_LABEL.search(text) for text in texts]
    numbers = [int(m.group(1)) for m in found if m is not None]
    runs = len(numbers) >= LEAST_ITEMS and numbers == list(range(1, len(numbers) + 1))
    return [m is not None for m in found] if runs else []


def _above_last_lines(
    body: Sequence[Line],
    parts: Sequence[dict[int, Line]],
    ordinal: Sequence[bool],
    figures: Sequence[set[int]],
) -> list[bool]:
    """Where rows begin when number and figures stand on the last line of every label, of one line or two; empty where
    they do not stand so.

    Every label begins a program or kegiatan, and the numbers count up: names of groups above numbered rows do not.
    """
    labels = [p[max(p)] if not f else p.get(1) for p, f in zip(parts, figures, strict=True)]
    works = [label is not None and bool(_WORK.match(label.text)) for label in labels]
    bare = [not o and not f for o, f in zip(ordinal, figures, strict=True)]
    numbers = [parts[k][0].text.strip("() .") for k in range(len(body)) if not bare[k] and ordinal[k]]
    in_order = [str(n) for n in range(1, len(numbers) + 1)]
    if not any(bare) or numbers != in_order or len(numbers) + sum(bare) != len(body):
        return []
    for k in range(len(body)):
        above = k > 0 and bare[k - 1]
        if works[k] == above or (bare[k] and above):
            return []
    return works


def _at_first_lines(body: Sequence[Line], ordinal: Sequence[bool], figures: Sequence[set[int]]) -> list[bool]:
    """Where rows begin when the number and the figures of a row stand at the middle of a label of two lines."""
    begins = list(ordinal)
    for k in range(len(body) - 1):
        if (
            ordinal[k + 1]
            and not ordinal[k]
            and not figures[k]
            and _beside(body[k], body[k + 1])
            and not (k and _beside(body[k - 1], body[k]))
        ):
            begins[k], begins[k + 1] = True, False
    return begins
