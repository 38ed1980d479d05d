"""The dataset as an Excel workbook for evaluators: typed cells, filters, both languages."""

import datetime
from collections.abc import Iterable, Mapping
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from lkjip_corpus.errors import translated_export
from lkjip_corpus.sheets import (
    CELLS_SHEET,
    SHEETS,
    SUMMARY_NAME,
    Kind,
    Sheet,
    standing_notes,
    totals,
)
from lkjip_corpus.store import Store
from lkjip_corpus.whole_file import check_writable, write_whole
from lkjip_corpus.words import word
from lkjip_schemas.bilingual import Language, pick
from lkjip_schemas.vocabulary import Severity

MAX_ROWS = 1_048_576
"""Rows of a sheet, the heading included (Excel specifications and limits, Microsoft)."""

MAX_CHARACTERS = 32_767
"""Characters of a cell, counted in UTF-16 units (same source)."""

MAX_CELL_ROWS = 1_000_000
"""Above this the sheet with the cells of all tables is left out; CSV and SQLite have them."""

EXACT_DIGITS = 15
"""Decimal digits that a double, and Excel, hold without rounding (IEEE 754 binary64)."""

MONEY_SUFFIX = "_rp"

SEVERITY_COLOURS: Mapping[Severity, tuple[str, str]] = {
    Severity.HIGH: ("#F8CBAD", "#9C0006"),
    Severity.MEDIUM: ("#FFEB9C", "#7F6000"),
    Severity.LOW: ("#DDEBF7", "#1F4E78"),
}
"""Background and letters; the word stands there too, for those who do not see the colours."""

_CUT = (" ... [dipotong]", " ... [cut off]")

# A fixed date of making, so that the same database gives the same file, byte for byte.
_CREATED = datetime.datetime(2000, 1, 1)

_OPTIONS = {
    "constant_memory": True,  # row by row: a corpus has millions of cells
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def export_xlsx(
    store: Store, path: Path, *, lang: Language = Language.ID, cells: bool = True
) -> tuple[str, ...]:
    """Writes the workbook and returns notes on what Excel's limits left out (also on its first sheet).

    Printed text never becomes a formula or a link. The file is written beside `path` first and then
    put in its place. ExportError when it cannot be written.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    whole = BytesIO()  # xlsxwriter leaves a half file open when the disk is full
    with translated_export(path), TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        check_writable(path)  # told now, not after all the work
        try:
            with store.snapshot():
                book = Workbook(whole, _OPTIONS | {"tmpdir": scratch})
                try:
                    notes = _Writer(book, lang).write(store, cells=cells)
                finally:
                    book.close()
        except FileCreateError as error:  # xlsxwriter's word for any error of the system
            raise OSError(str(error)) from error
        write_whole(path, whole.getbuffer())
    return notes


def as_number(value: Decimal) -> int | float | None:
    """The value as a number that Excel shows without rounding; None when it cannot hold it."""
    number = int(value) if value == value.to_integral_value() else float(value)
    digits = value.normalize().adjusted() + 1 if isinstance(number, int) else len(value.as_tuple().digits)
    return number if digits <= EXACT_DIGITS else None


def number_format(value: Decimal, measure: str) -> str:
    """Excel's format: printed decimals, and groups of thousands for rupiah."""
    exponent = value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    whole = "#,##0" if measure.endswith(MONEY_SUFFIX) else "0"
    return f"{whole}.{'0' * decimals}" if decimals else whole


class _Writer:
    """Writes one workbook; third-party types stay in here."""

    def __init__(self, book: Any, language: Language) -> None:
        self._book = book
        self._language = language
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        self._cut_cells = 0
        self._notes: list[str] = []

    def write(self, store: Store, *, cells: bool) -> tuple[str, ...]:
        self._book.set_properties({"title": "lkjip", "created": _CREATED})
        summary = self._book.add_worksheet(pick(self._language, *SUMMARY_NAME))
        sheets = list(SHEETS)
        count = store.count("cells")
        if cells and count <= MAX_CELL_ROWS:
            sheets.append(CELLS_SHEET)
        elif cells:
            self._note(
                f"Lembar {CELLS_SHEET.id} ditiadakan: {count} sel melebihi batas {MAX_CELL_ROWS}. Pakai CSV.",
                f"The sheet {CELLS_SHEET.en} was left out: {count} cells exceed {MAX_CELL_ROWS}. Use CSV.",
            )
        for sheet in sheets:
            self._write_sheet(store, sheet)
        if self._cut_cells:
            self._note(
                f"{self._cut_cells} teks melebihi {MAX_CHARACTERS} huruf dan dipotong. Pakai CSV.",
                f"{self._cut_cells} texts longer than {MAX_CHARACTERS} characters were cut off. Use CSV.",
            )
        self._write_summary(summary, totals(store, self._language))
        return tuple(self._notes)

    def _write_sheet(self, store: Store, sheet: Sheet) -> None:
        page = self._book.add_worksheet(sheet.name(self._language))
        heading = self._format(bold=True, text_wrap=True, valign="top", bg_color="#D9E1F2", bottom=1)
        for col, column in enumerate(sheet.columns):
            page.set_column(col, col, column.width)
            page.write_string(0, col, column.heading(self._language), heading)
        page.freeze_panes(1, 0)
        last = left_out = 0
        for row in sheet.rows(store, self._language):
            if last + 1 >= MAX_ROWS:
                left_out += 1
                continue
            last += 1
            for col, column in enumerate(sheet.columns):
                self._write_cell(page, last, col, column.kind, row[column.name], row)
        page.autofilter(0, 0, last, len(sheet.columns) - 1)
        if left_out:
            self._note(
                f"Lembar {sheet.id}: {left_out} baris terakhir tidak muat dalam Excel. Pakai CSV.",
                f"Sheet {sheet.en}: the last {left_out} rows do not fit into Excel. Use CSV.",
            )

    def _write_cell(
        self, page: Any, row: int, col: int, kind: Kind, value: Any, record: Mapping[str, Any]
    ) -> None:
        if value is None or value == "":
            return
        if kind is Kind.DECIMAL:
            exact = Decimal(value)
            number = as_number(exact)
            if number is not None:
                shape = self._format(num_format=number_format(exact, record["measure"]), valign="top")
                page.write_number(row, col, number, shape)
                return
            self._write_text(page, row, col, value, self._format(align="right", valign="top"))
        elif kind is Kind.WHOLE:
            page.write_number(row, col, value, self._format(num_format="0", valign="top"))
        elif kind is Kind.REAL:
            page.write_number(row, col, value, self._format(num_format="0.00", valign="top"))
        elif kind is Kind.SEVERITY:
            background, letters = SEVERITY_COLOURS[Severity(value)]
            shape = self._format(bg_color=background, font_color=letters, bold=True, valign="top")
            page.write_string(row, col, word(value, self._language), shape)
        else:
            shape = self._format(valign="top", text_wrap=kind is Kind.WRAPPED)
            self._write_text(page, row, col, value, shape)

    def _write_text(self, page: Any, row: int, col: int, value: str, shape: Any) -> None:
        """Always a string: what begins with = + - @ was printed so and is no formula."""
        if len(value) * 2 > MAX_CHARACTERS:  # else it fits, even if every character takes two units
            units = value.encode("utf-16-le")
            if len(units) > MAX_CHARACTERS * 2:
                self._cut_cells += 1
                mark = pick(self._language, *_CUT)
                value = units[: (MAX_CHARACTERS - len(mark)) * 2].decode("utf-16-le", "ignore") + mark
        page.write_string(row, col, value, shape)

    def _write_summary(self, page: Any, lines: Iterable[tuple[str, Any]]) -> None:
        page.set_column(0, 0, 34)
        page.set_column(1, 1, 90)
        page.write_string(0, 0, pick(self._language, *SUMMARY_NAME), self._format(bold=True, font_size=14))
        row = 2
        for label, number in lines:
            page.write_string(row, 0, label, self._format(valign="top"))
            page.write_number(row, 1, number, self._format(num_format="#,##0", align="left"))
            row += 1
        for note in (*standing_notes(self._language), *self._notes):
            row += 1
            page.write_string(row, 0, pick(self._language, "Catatan", "Note"), self._format(valign="top"))
            page.write_string(row, 1, note, self._format(text_wrap=True, valign="top"))

    def _note(self, indonesian: str, english: str) -> None:
        self._notes.append(pick(self._language, indonesian, english))

    def _format(self, **properties: Any) -> Any:
        """Formats are shared: Excel allows 64,000 of them, xlsxwriter makes one per call."""
        key = tuple(sorted(properties.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(properties)
        return self._formats[key]
