"""Which rows of a table are its header."""

import functools
import itertools
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from lkjip_schemas.heading_words import HEADER_WORDS, respelled, unbroken

MAX_HEADER_ROWS = 6
"""No real report was seen with a deeper header (index row included)."""

MOST_BESIDE_A_TITLE = 3
"""Cells of a row of titles: a coat of arms, the title, the number of the form."""
MAX_TITLES = 8
"""Rows of titles inside a table, blank ones included."""

MIN_WITH_GAPS = 4
"""A row of rising numbers that leaves several out (1 2 4 6) numbers columns when it has so many."""

LEAST_CODED = 3
"""So many rows with codes of the first heading are the things that the table lists."""
LEAST_NAMED, LEAST_BELOW = 3, 2
"""Columns that a row of names heads, and rows of figures below it, at least."""

_BLANK = frozenset("-–—")
"""Dashes in the place of figures."""
LEAST_PAIRED = 4
"""Columns of performance and money, at least, below the numbers of columns."""

_YEAR = re.compile(r"^(?:tahun\s*)?(?:\d\s*(?=\())?\(?(?:19|20)\d\d\)?(?:\s*[-–/]\s*(?:19|20)\d\d)?$", re.I)
_UNITS = re.compile(
    r"kabupaten(?:\s*/\s*kota)?|kota|kecamatan|distrik|desa(?:\s*/\s*kelurahan)?|kelurahan|puskesmas|opd|skpd"
    r"|perangkat daerah|unit(?: kerja| pelayanan)?|(?:nama )?(?:instansi|sekolah)",
    re.I,
)
"""Headings of a column that names units of government, one in each row."""
_RANK = re.compile(r"(?:eselon|gol(?:ongan)?)\b\W*[IVX]+\b(?:\W*[a-e]\b\.?)?", re.I)
"""An answer below "Eselon" or "Golongan": "Gol. III/a"."""
_WORD_OF_NAME = re.compile(r"[a-z]{3}")
_ANSWER = re.compile(r"w[td]p|tmp|nihil|n/?a|ya|(?:tidak )?tercapai")
"""What stands in a column of words and heads none, in lower case."""
_FIGURE_ALONE = re.compile(r"(?<![A-Za-z])\d")
"""A digit that is no part of a name ("PBB-P2")."""
_A_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_REGION = re.compile(
    r"(?i:(?:kab|kabupaten|kota|kec|kecamatan|prov|provinsi|propinsi)\b\.?)(?:\s+[A-Z][A-Za-z]+){0,3}|(?i:nasional|indonesia)"
)
LEAST_REGIONS = 2
"""A comparison of regions names so many."""
BEGINS_SUM = re.compile(r"(?:sub\W*)?(?:jumlah|total)\b|rata\W*rata\b", re.I)
"""Begins the label of a row of sums or means."""
_NUMBER_HEADING = re.compile(r"no\.?|nomor|nomer|no\.? urut", re.I)
_WITH_UNIT = re.compile(r"-?\d[\d.,]*\s*[A-Za-z‰][\w.,/%‰ ]{0,20}")
_BARE_FIGURE = re.compile(r"(?:Rp\.?\s*)?(?:[-(]|\+ ?|- )?(?!(?:19|20)\d\d$)\d[\d.,]*\)?\s*%?")
_INDEX = re.compile(r"^\$?\(?\s*(\d{1,2}|[a-l])\s*\)?\.?\$?$")
_BARE_INDEX = re.compile(r"^\(?\s*\d{1,2}\s*\)?\.?$")
_NEGATIVE_INDEX = re.compile(r"^-\s?\d{1,2}$")
"""The number of a column in brackets, "(1)", which a spreadsheet takes for a negative number."""
_FORMULA = re.compile(
    r"^\$?\(?\s*(?:\d{1,2}|[a-l])?\s*\)?\s*\(?\s*=?\s*[\d(][\d()\s]*[=:/xX*+\-–−÷×][\d()\s=:/xX*+\-–−÷×.%,]*\)?\$?$"
)
_NUMBERED_FORMULA = re.compile(r"^\(?(\d{1,2})\)?\s*=")
"""A formula behind the number of its own column: "14=10+11"."""
_PERCENTAGE_OF = re.compile(r"[*xX×]\s*100\s*%?\s*\)?$|\(\s*(?:≥|>=?)\s*100\s*%?\s*\)")
"""End of a formula in a heading, or the condition that one names: "Capaian (4/5)*100%", "% Capaian (≥100%)"."""
_IN_THOUSANDS = re.compile(r"[xX×]\s*1[.,]000\b")
"""What the amounts below are to be multiplied by: "Rp (x1.000)"."""
_AMOUNT = re.compile(r"\d{1,3}(?:[.,]\d{3})+|\d+[.,]\d+|\d+\s*%|^(?!(?:19|20)\d\d\b)\d+\s+[A-Za-z]+$")


class HeaderCell(Protocol):
    """What the search needs of a cell."""

    @property
    def row(self) -> int:
        """Its first row."""

    @property
    def col(self) -> int:
        """Its first column."""

    @property
    def row_span(self) -> int:
        """Rows it covers."""

    @property
    def col_span(self) -> int:
        """Columns it covers."""

    @property
    def text(self) -> str:
        """What is printed in it."""


class PlainCell(NamedTuple):
    """A cell known by its text and place alone."""

    row: int
    col: int
    row_span: int
    col_span: int
    text: str


def is_index_row(texts: Sequence[str]) -> bool:
    """Whether the non-empty cells of a row number the columns: 1 2 3, (1) (2), 6=4/5*100."""
    filled = list(filter(None, map(str.strip, texts)))
    if any(len(t) > 1 and t[:2].isalpha() for t in filled):
        return False  # words
    if len(filled) >= MIN_WITH_PAIRS:
        filled = [part for t in filled for part in _in_one_cell(t)]
    if len(filled) < 2:
        return False
    if all(map(_NEGATIVE_INDEX.match, filled)):
        filled = [t.lstrip("- ") for t in filled]
    numbers: list[int] = []
    for text in filled:
        match = _INDEX.match(text)
        if match:
            symbol = match.group(1)
            numbers.append(int(symbol) if symbol.isdigit() else ord(symbol) - 96)
        elif not _FORMULA.match(text):
            return False
        elif numbered := _NUMBERED_FORMULA.match(text):
            numbers.append(int(numbered.group(1)))
    if len(numbers) < 2 or numbers[0] > 2:
        return False
    misprinted = sum(n != place for place, n in enumerate(numbers, start=1))
    if misprinted == 1 and numbers[0] == 1 and len(numbers) >= MIN_WITH_GAPS:
        return True  # (1) (2) (2) (4)
    steps = [b - a for a, b in itertools.pairwise(numbers)]
    by_one = sum(s == 1 for s in steps) * 2 >= len(steps)
    rising = numbers[0] == 1 and len(numbers) >= MIN_WITH_GAPS and all(s > 0 for s in steps)
    if rising and all(t.startswith("(") and t.endswith(")") for t in filled):
        return True  # whatever columns were taken out between them
    return all(0 <= s <= 3 for s in steps) and (by_one or rising)


MOST_SIGNS, LONGEST_SIGN = 0.25, 3
"""Among the numbers of the columns at most this share of signs of so many letters."""
LEAST_IN_PLACE, SHARE_IN_PLACE = 3, 0.6
"""A row of bare numbers numbers the columns when so many of them, and this share, stand in the column they name, or as
many columns behind it as a heading in front has more than one."""


def numbers_columns(cells: Sequence[HeaderCell]) -> bool:
    """Whether the filled cells of a row that was seen on a picture number the columns, though only some of the numbers
    were read, one was taken for a sign ("S" for 5), or "12" over two columns for a 1 and a 2."""
    filled = [c for c in cells if c.text.strip()]
    numbers = [c for c in filled if _BARE_INDEX.match(c.text.strip())]
    signs = [c for c in filled if c not in numbers]
    if len(signs) > MOST_SIGNS * len(filled) or any(len(c.text.strip()) > LONGEST_SIGN for c in signs):
        return False
    behind = Counter(c.col + 1 - int(c.text.strip("() .")) for c in numbers)
    in_place, offset = max(((n, -places) for places, n in behind.items() if places >= 0), default=(0, 0))
    if filled[:1] == signs[:1] or any(c.col + 1 + offset <= 1 for c in signs):
        return False  # a name, not the sign for a number behind the first one
    return in_place >= LEAST_IN_PLACE and in_place >= SHARE_IN_PLACE * len(filled)


MIN_WITH_PAIRS = 4
"""In a row of so many cells one may hold the numbers of two columns."""


def _in_one_cell(text: str) -> list[str]:
    """The numbers of several columns that one cell over them holds ("4 5"), or else the text itself."""
    parts = text.split()
    numbers = [int(p) for p in parts if p.isdigit() and len(p) <= 2]
    if len(numbers) == len(parts) > 1 and all(b == a + 1 for a, b in itertools.pairwise(numbers)):
        return parts
    return [text]


def numbers_and_names(texts: Sequence[str]) -> bool:
    """Whether the non-empty cells of a row number the first columns and name the others, below a heading of theirs:
    1 | 2 | 3 | Sebelum | Sesudah."""
    filled = [t.strip() for t in texts if t.strip()]
    numbers = list(itertools.takewhile(_INDEX.match, filled))
    names = filled[len(numbers) :]
    return is_index_row(numbers) and bool(names) and all(t.isalpha() and _header_like(t) for t in names)


def looks_like_header(texts: Sequence[str]) -> bool:
    """Whether most non-empty cells are made of words that headers use, and none holds an amount.

    A row that begins with "No" is a header whatever its words are, unless its cells are figures.
    """
    filled = list(filter(None, map(str.strip, texts)))
    if not filled:
        return False
    if len(filled) >= 3 and _NUMBER_HEADING.fullmatch(filled[0]):
        with_digits = sum(any(ch.isdigit() for ch in t) and not _YEAR.match(t) for t in filled)
        if with_digits * 3 <= len(filled) and not any(_BARE_FIGURE.fullmatch(t) for t in filled):
            return True
    if _has_amount(filled):
        return False
    if _compares_regions(filled):
        return True
    hits = sum(_header_like(t) for t in filled)
    return hits * 2 > len(filled) or (hits * 2 == len(filled) and len(filled) >= 4)


def _compares_regions(filled: Sequence[str]) -> bool:
    """Whether cells head a comparison: regions, two at least, behind a heading ("Indikator | Kab. Contoh | Provinsi |
    Nasional")."""
    regions = sum(bool(_REGION.fullmatch(t)) for t in filled[1:])
    named = regions >= LEAST_REGIONS and 2 * (regions + 1) > len(filled)
    return named and _header_like(filled[0]) and not any(ch.isdigit() for t in filled for ch in t)


@functools.lru_cache(maxsize=4096)
def _header_like(text: str) -> bool:
    if _YEAR.match(text):
        return True
    if len(text) > 110:
        return False
    words = re.findall(r"[a-z]+", unbroken(text).lower())
    if _RANK.fullmatch(text):
        return False
    if not words:
        return text in {"%", "(%)", "Σ"} or bool(_FORMULA.match(text))
    known = sum(respelled(w) in HEADER_WORDS for w in words)
    return known * 2 >= len(words)


def header_row_count(cells: Sequence[HeaderCell], n_rows: int, *, seen: bool = False) -> int:
    """Number of header rows at the top of a table (0 when the table goes on without one).

    An index row ends the header for certain. Otherwise rows are header rows as long as they look
    like it, or as long as a header cell above still spans into them. Of a table that was `seen` on a picture some
    numbers of the index row may be missing.
    """
    count = heading_rows(cells, n_rows, seen=seen)
    # A table is never all header; a heading drawn as a table of its own is known by what stands below.
    return count if count < n_rows else max(0, n_rows - 1)


def heading_rows(cells: Sequence[HeaderCell], n_rows: int, *, seen: bool = False) -> int:
    """Number of rows at the top that look like a header, be it all of them; `seen` as in `header_row_count`."""
    rows: list[list[HeaderCell]] = [[] for _ in range(n_rows)]
    for cell in cells:
        if cell.text.strip():
            rows[cell.row].append(cell)
    count = _titles(rows)
    limit = min(MAX_HEADER_ROWS + count, n_rows)
    for r in range(limit):
        texts = [c.text for c in rows[r]]
        numbered = is_index_row(texts) or (seen and numbers_columns(rows[r]) and not _reached(rows, r))
        if numbered and _rows_above_fit(rows[:r]):
            return r + 1 + (r + 1 < n_rows and _are_pairs(rows[r + 1]))
    while count < limit:
        row = rows[count]
        texts = [c.text for c in row]
        if (
            (looks_like_header(texts) and _not_alone(rows, count))
            or (count > 0 and _under_span(rows, count) and not _has_amount(texts))
            or (count > 0 and numbers_and_names(texts))
            or (
                count == 0
                and (
                    _groups_headings(rows)
                    or _names_over_figures(rows)
                    or _names_over_years(rows)
                    or _groups_over_figures(rows)
                )
            )
        ):
            count += 1
        else:
            break
    return count


def _are_pairs(row: Sequence[HeaderCell]) -> bool:
    """Whether a row below the numbers of the columns parts each of them into performance and money, "K" and "Rp" (form
    E.81 of Permendagri 86/2017)."""
    return len(row) >= LEAST_PAIRED and {c.text.strip(" .").lower() for c in row} == {"k", "rp"}


def _titles(rows: Sequence[Sequence[HeaderCell]]) -> int:
    """Number of rows at the top with one wide cell each (or none): titles printed above the header."""
    count = 0
    columns = max((c.col + c.col_span for row in rows for c in row), default=0)
    while count < len(rows) and (not rows[count] or _is_title(rows[count], columns)):
        count += 1
    headed = 0 < count <= MAX_TITLES and count < len(rows) and rows[0]
    return count if headed and looks_like_header([c.text for c in rows[count]]) else 0


def _is_title(row: Sequence[HeaderCell], columns: int) -> bool:
    """Whether a row is one wide cell, or a few of which one, in capitals, is as wide as most columns ("DOKUMEN
    PELAKSANAAN ANGGARAN" between a coat of arms and the number of a form)."""
    if len(row) == 1:
        return row[0].col_span > 1
    widest = max(row, key=lambda c: c.col_span)
    few = len(row) <= MOST_BESIDE_A_TITLE and 2 * widest.col_span > columns
    return few and widest.text.isupper()


def _not_alone(rows: Sequence[Sequence[HeaderCell]], r: int) -> bool:
    """One word in an otherwise empty row is the rest of a label, not a header."""
    return len(rows[r]) > 1 or (r > 0 and len(rows[r - 1]) > 1 and _under_span(rows, r))


def _groups_headings(rows: Sequence[Sequence[HeaderCell]]) -> bool:
    """Whether the first row groups the headings of the second one, whatever its words are ("KEPALA DINAS")."""
    first = rows[0]
    wide = sum(c.col_span > 1 for c in first)
    return (
        len(rows) > 1
        and wide > 1
        and 2 * wide >= len(first)
        and not _has_amount([c.text for c in first])
        and len(rows[1]) > len(first)
        and looks_like_header([c.text for c in rows[1]])
    )


def _names_over_figures(rows: Sequence[Sequence[HeaderCell]]) -> bool:
    """Whether the first row names columns of figures, whatever the names are: "Indikator | Kec. Contoh | Kec. Lain"
    over rows that hold a figure in each of these columns."""
    first, below = rows[0], [row for row in rows[1:] if row]
    if len(first) < LEAST_NAMED or len(below) < LEAST_BELOW:
        return False
    over = first[0].text.strip()
    coded = _coded(over, below)
    if len(coded) >= LEAST_CODED:
        below = coded  # sums and means stand behind
    known = _header_like(over) or _UNITS.fullmatch(over) or len(coded) == len(below)
    names = [_A_YEAR.sub("", c.text) for c in first]
    if any(_FIGURE_ALONE.search(name) for name in names) or any(
        c.row_span > 1 or c.col_span > 1 for c in first
    ):
        return False
    named = {c.col for c in first[1:]}
    if not known and (len(named) < LEAST_NAMED or not _are_names(names)):
        return False
    figures = [{c.col for c in row if c.col in named and _counts(c.text.strip())} for row in below]
    # The last row may be one of sums or means, which leaves some out.
    things = len(below) - (len(below) > LEAST_BELOW)
    headed = set().union(*figures[:things])
    # A dash stands for a figure below what is a heading for certain.
    blank = _BLANK if known else frozenset()
    dashes = [{c.col for c in row if c.col in headed and c.text.strip() in blank} for row in below]
    texts = {
        c.col
        for row in below[:things]
        for c in row
        if c.col in named - headed and not any(map(str.isdigit, c.text))
    }
    return (
        len(headed) >= LEAST_NAMED - 1
        and headed == named - texts
        and all(own | dashed == headed for own, dashed in zip(figures[:things], dashes, strict=False))
        and sum(map(bool, figures)) >= LEAST_BELOW
        and all(own and own <= headed for own in figures[things:])
    )


def _coded(over: str, rows: Sequence[Sequence[HeaderCell]]) -> list[Sequence[HeaderCell]]:
    """The first rows, as far as they begin with codes of what stands over them ("U" over "U1", "U2")."""
    code = re.compile(rf"{re.escape(over)}\W?\d{{1,2}}")
    return list(itertools.takewhile(lambda row: code.fullmatch(row[0].text.strip()), rows))


def _are_names(texts: Sequence[str]) -> bool:
    """Whether the texts of a row may name columns: different words, none of them an answer ("WTP", "nihil")."""
    own = [t.strip().lower() for t in texts]
    return len(set(own)) == len(own) and all(
        _WORD_OF_NAME.search(t) and not _ANSWER.fullmatch(t) for t in own
    )


def _groups_over_figures(rows: Sequence[Sequence[HeaderCell]]) -> bool:
    """Whether the first row groups the names below it, whatever the names are: "Bulan | Kebakaran" over "Bangunan |
    Lahan" over rows that hold figures, or dashes, in each of these columns."""
    if len(rows) < LEAST_BELOW + 2:
        return False
    first, second, below = rows[0], rows[1], [row for row in rows[2:] if row][:LEAST_BELOW]
    grouped = {k for c in first if c.col_span > 1 for k in range(c.col, c.col + c.col_span)}
    names = [_A_YEAR.sub("", c.text) for c in (*first, *second)]
    if grouped != {c.col for c in second} or any(ch.isdigit() for name in names for ch in name):
        return False
    if not all(c.col_span > 1 or c.row_span > 1 for c in first) or any(c.col_span > 1 for c in second):
        return False
    texts = [{c.col: c.text.strip() for c in row if c.col in grouped} for row in below]
    return all(
        own.keys() == grouped
        and any(map(_counts, own.values()))
        and all(_counts(text) or text in _BLANK for text in own.values())
        for own in texts
    )


def _counts(text: str) -> bool:
    """Whether a text is a figure, alone or with its unit ("12,24 Tahun")."""
    return _BARE_FIGURE.fullmatch(text) is not None or _WITH_UNIT.fullmatch(text) is not None


def _names_over_years(rows: Sequence[Sequence[HeaderCell]]) -> bool:
    """Whether the first row names things and a count of them, whatever the names are, and the second one has years
    below the latter: "Bagian | Jumlah" over "2012 | 2013 | 2014"."""
    if len(rows) < LEAST_BELOW + 2 or len(rows[1]) < LEAST_NAMED:
        return False
    wide = {k for c in rows[0] if c.col_span > 1 for k in range(c.col, c.col + c.col_span)}
    return (
        all(c.col_span > 1 or c.row_span > 1 for c in rows[0])
        and wide == {c.col for c in rows[1]}
        and all(_YEAR.match(c.text.strip()) for c in rows[1])
    )


def _reached(rows: Sequence[Sequence[HeaderCell]], row: int) -> bool:
    """Whether a cell of the rows above reaches down into a row."""
    return any(c.row + c.row_span > row for above in rows[:row] for c in above)


def _rows_above_fit(rows: Sequence[Sequence[HeaderCell]]) -> bool:
    return bool(rows) and not any(_has_amount([c.text for c in row]) for row in rows)


def _has_amount(texts: Sequence[str]) -> bool:
    texts = [_IN_THOUSANDS.sub("", t) for t in texts]
    return any(_AMOUNT.search(_PERCENTAGE_OF.sub("", t)) and not _FORMULA.match(t.strip()) for t in texts)


def _under_span(rows: Sequence[Sequence[HeaderCell]], count: int) -> bool:
    """Whether a cell of the rows above reaches down into row `count`, beside a wide header cell."""
    above = [c for row in rows[:count] for c in row]
    reaches = any(c.row + c.row_span > count for c in above)
    wide = any(c.col_span > 1 and c.row == count - 1 for c in above)
    short = all(len(c.text) <= 40 for c in rows[count])
    return reaches and wide and short
