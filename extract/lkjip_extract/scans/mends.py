"""Typical confusions of OCR mended, where the place says what must stand there; each mend is recorded.

Headings: a word that is a heading's word but for letters that look alike ("Realisasl"); the four quarters of a year,
whose strokes are miscounted ("I | II | II | IV"). Figures: only in columns whose other cells are figures
("5.250.000|", "l00", "12 Yo").
"""

import itertools
import re
from unicodedata import normalize

from lkjip_extract.columns import is_figure
from lkjip_extract.page import DraftCell, DraftTable
from lkjip_extract.sheets import HEADING_ROWS
from lkjip_schemas.heading_words import HEADER_WORDS

MENDED = 0.6
"""Confidence of a mended figure: it is shown, but accuses nobody."""
NUMERIC = 0.6
"""A column is one of figures when at least this share of its filled body cells are."""
MIN_FIGURES = 2
LEAST_SHARED, SHARED = 3, 0.7
"""An ending is that of a column when it has so many cells and this share of them ends so."""
LEAST_LETTERS = 5
"""Shorter words have too many that look alike."""

_ALIKE = str.maketrans({"l": "i", "1": "i", "|": "i", "!": "i", "0": "o", "5": "s"})
_SKELETONS = {word.translate(_ALIKE): word for word in HEADER_WORDS if len(word) >= LEAST_LETTERS}
_WORD = re.compile(rf"[A-Za-z01|!5]{{{LEAST_LETTERS},}}")
_DIGITS = str.maketrans(
    {"O": "0", "o": "0", "Q": "0", "D": "0", "l": "1", "I": "1", "|": "1", "S": "5", "B": "8"}
)
_PERCENT = re.compile(r"(?<=\d)\s*(?:Yo|Y0|Ya|o/o|0/0|°/o|%0|9/0)$")
_BORDER = re.compile(r"^[|¦\[\]]\s*|\s*[|¦\[\]]$")
_ENDING = re.compile(r"(?:,-|,00|\.00|,\d{2}|%)$")
_AMOUNT = re.compile(r"^(?:Rp\.?\s*)?\d{1,3}(?:[.,]\d{2,})+")
_GROUPS = re.compile(
    r"^(?:Rp\.?\s*)?(?:\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+[.,]\d+)(?![\d.,]*\d)"
)
_BLANK_GROUPS = re.compile(r"^\d{1,3}(?:[ .,]\d{3})+(?:[.,]\d{2})?$")
"""An amount in which a mark was read as a blank ("452 094.000,00")."""
_PARTED = re.compile(r"^(?:Rp\.?\s*)?\d[\d.,]* \d[\d., ]*$")
"""A figure with a blank inside: a part of it stands in another place, or is none of it ("1 70.918.400")."""
_MIXED = re.compile(r"^((?:Rp\.?\s*)?\d{1,3})((?:[.,]\d{3}){2,})([.,]\d{2})?(?![\d.,]*\d)")
"""An amount whose groups are complete, whatever stands between them."""
LEAST_NUMBERS = 5
"""A row of numbers of the columns has more than so many."""
QUARTERS, SURE_QUARTERS = ("I", "II", "III", "IV"), 2
_QUARTER = re.compile(r"^((?:triwulan|tw)\b\.?|tw(?=[IVl1|!一]+$))?\s*([IVl1|!一]{1,6})$", re.I)
_STROKE = re.compile(r"[l1|!一]")
_LOOKALIKES = re.compile(r"^[\dOoQDlI|SB.,\s%-]*\d[\dOoQDlI|SB.,\s%-]*$")


def mend_headings(text: str) -> str:
    """The text with words of headings put right."""

    def put_right(match: re.Match[str]) -> str:
        word = match.group()
        known = _SKELETONS.get(word.lower().translate(_ALIKE))
        if known is None:
            return _parted_words(word)
        if word.lower() == known:
            return word
        sure = [c for c in word if c.isalpha() and c.lower() not in "lis"]
        if sure and all(c.isupper() for c in sure):
            return known.upper()
        return known.capitalize() if word[0].isupper() or word[0] != known[0] else known

    return _WORD.sub(put_right, text)


def _parted_words(text: str) -> str:
    """Two words of headings that OCR read without the blank between them ("TARGETTRIWULAN"), parted; else the text."""
    small = text.lower()
    for at in range(LEAST_LETTERS, len(small) - LEAST_LETTERS + 1):
        if small[:at] in HEADER_WORDS and small[at:] in HEADER_WORDS:
            return f"{text[:at]} {text[at:]}"
    return text


def mend_table(table: DraftTable, header_rows: int) -> None:
    """Mend the headings of a scanned table, and the figures of its columns of figures."""
    body: dict[int, list[DraftCell]] = {}
    _mend_quarters([c for c in table.cells if c.row < header_rows])
    for cell in table.cells:
        if cell.row < header_rows:
            record(cell, mend_headings(cell.text), 1.0)
        elif cell.text:
            bare = _BORDER.sub("", cell.text)
            if bare and not is_figure(bare):
                record(cell, bare, 1.0)
            body.setdefault(cell.col + cell.col_span, []).append(cell)  # columns by their right edge
    for cells in body.values():
        figures = sum(is_figure(c.text) for c in cells)
        if figures >= MIN_FIGURES and figures >= NUMERIC * len(cells):
            for cell in cells:
                record(cell, mend_figure(cell.text), MENDED)
        _doubt_figures(cells)


def mend_index_row(table: DraftTable) -> None:
    """Put right the one running number of the columns that was read as another sign ("1 2 3 4 5 6 7 B 9")."""
    rows: dict[int, list[DraftCell]] = {}
    for cell in table.cells:
        if cell.text:
            rows.setdefault(cell.row, []).append(cell)
    for row in sorted(rows)[:HEADING_ROWS]:
        cells = sorted(rows[row], key=lambda c: c.col)
        wrong = [(i, c) for i, c in enumerate(cells, 1) if c.text.strip("() .") != str(i)]
        if len(cells) > LEAST_NUMBERS and len(wrong) == 1 and len(wrong[0][1].text.strip("() .")) <= 2:
            record(wrong[0][1], str(wrong[0][0]), 1.0)


def _mend_quarters(headings: list[DraftCell]) -> None:
    """Number the headings of four quarters side by side by their order, where at least two were read as they stand."""
    read: dict[tuple[int, int], tuple[DraftCell, re.Match[str]]] = {}
    for cell in headings:
        if match := _QUARTER.match(normalize("NFKC", cell.text)):  # "II" may be printed as one sign
            read[(cell.row, cell.col)] = cell, match
    for row, col in sorted(read):
        if (row, col - 1) in read:
            continue
        run = list(itertools.takewhile(lambda at: at in read, ((row, col + i) for i in itertools.count())))
        if len(run) % len(QUARTERS):
            continue
        for first in range(0, len(run), len(QUARTERS)):
            year = [(*read[at], name) for at, name in zip(run[first:], QUARTERS, strict=False)]
            as_they_stand = sum(_STROKE.sub("I", match[2]) == name for _, match, name in year)
            if as_they_stand >= SURE_QUARTERS:
                for cell, match, name in year:
                    record(cell, f"{match[1] or ''} {name}".strip(), 1.0)


def _doubt_figures(cells: list[DraftCell]) -> None:
    """Doubt figures that something hides a part of, and cells that hold two of them.

    A stamp over an amount leaves a group of less than three digits, or takes the end (",-") that all other
    amounts of the column have; between two figures in one cell a ruling was not seen.
    """
    endings = [match.group() for c in cells if (match := _ENDING.search(c.text))]
    usual = max(set(endings), key=endings.count) if endings else ""
    shared = len(cells) >= LEAST_SHARED and endings.count(usual) >= SHARED * len(cells)
    for cell in cells:
        amount = _AMOUNT.match(cell.text)
        cut = amount is not None and not _GROUPS.match(cell.text)
        unlike = amount is not None and shared and not cell.text.endswith(usual)
        parted = _PARTED.match(cell.text) is not None and not _BLANK_GROUPS.match(cell.text)
        stacked = len(cell.lines) > 1 and all(is_figure(line.text) for line in cell.lines)
        if cut or unlike or stacked or parted:
            cell.confidence = min(cell.confidence, MENDED)


def mend_figure(text: str) -> str:
    """The text as a figure, when letters that look like digits are all that keeps it from being one."""
    candidate = _one_mark(_PERCENT.sub(" %", text))
    if is_figure(candidate):
        return candidate
    candidate = _BORDER.sub("", candidate)
    if not is_figure(candidate) and _LOOKALIKES.match(candidate):
        candidate = candidate.translate(_DIGITS)
    return candidate if is_figure(candidate) else text


def _one_mark(text: str) -> str:
    """An amount with one mark between all its groups of three digits, where OCR read a point as a comma or the other
    way round ("1.353.100,000,00")."""
    if _BLANK_GROUPS.match(text) and (found := re.search(r"[.,](?=\d{3})", text)):
        text = text.replace(" ", found.group())
    match = _MIXED.match(text)
    if match is None or len(set(marks := re.findall("[.,]", match.group(2)))) == 1:
        return text
    decimals = match.group(3) or ""
    if not decimals and marks.count(".") == marks.count(","):
        return text
    mark = {",": ".", ".": ","}[decimals[0]] if decimals else max(".,", key=marks.count)
    return match.group(1) + re.sub("[.,]", mark, match.group(2)) + decimals + text[match.end() :]


def record(cell: DraftCell, text: str, confidence: float) -> None:
    """Set the text of a cell, keep what was read."""
    if text != cell.text:
        cell.other, cell.text = cell.other or cell.text, text
        cell.confidence = min(cell.confidence, confidence)
