"""`lkjip show`: the picture of a page with everything that was read on it."""

import sys
from pathlib import Path
from typing import Any

from lkjip.exit_codes import ExitCode
from lkjip_schemas.bilingual import Language, halves, pick
from lkjip_schemas.document import Document
from lkjip_schemas.place import Box

RESOLUTION = 110
"""Dots per inch: small print stays legible, a page stays under 1 MB."""

CELL = (33, 102, 172)
HEADER_FILL = (255, 214, 102, 90)
CELL_FILL = (33, 102, 172, 26)
OUTSIDE = (200, 60, 30)
CAPTION = (20, 140, 60)


def show(pdf: Path, page: int, output: Path, language: Language) -> ExitCode:
    """Draw page `page` of `pdf` with cells (blue), headers (yellow), captions (green) and the lines
    outside every cell (red) to `output`."""
    from lkjip_extract.errors import UnreadableFile
    from lkjip_extract.reading import read_document

    if not pdf.is_file():
        sys.stderr.write(pick(language, f"{pdf}: tidak ada", f"{pdf}: does not exist") + "\n")
        return ExitCode.NO_INPUT
    try:
        document = read_document(pdf)
    except UnreadableFile as error:
        sys.stderr.write(f"{pdf}: {pick(language, error.reason_id, error.reason_en)}\n")
        return ExitCode.NO_INPUT
    if not 1 <= page <= len(document.pages):
        sys.stderr.write(
            pick(
                language,
                f"{pdf.name} hanya punya halaman 1 sampai {len(document.pages)}",
                f"{pdf.name} has only pages 1 to {len(document.pages)}",
            )
            + "\n"
        )
        return ExitCode.USAGE
    _draw(pdf, document, page, output)
    print(pick(language, *_account(document, page)))
    return ExitCode.DONE


def _draw(pdf: Path, document: Document, number: int, output: Path) -> None:
    import pdfplumber

    with pdfplumber.open(pdf, pages=[number]) as opened:
        image: Any = opened.pages[0].to_image(resolution=RESOLUTION, antialias=True)
        for table in document.tables:
            for cell in table.cells:
                if cell.place.page == number:
                    image.draw_rect(
                        _edges(cell.place.box),
                        stroke=CELL,
                        stroke_width=2,
                        fill=HEADER_FILL if cell.is_header else CELL_FILL,
                    )
        captions = {line for t in document.tables if t.page_from == number for line in [t.caption] if line}
        for line in document.pages[number - 1].lines:
            named = any(line.text in caption for caption in captions)
            image.draw_rect(
                _edges(line.place.box),
                stroke=CAPTION if named else OUTSIDE,
                stroke_width=1,
                fill=(0, 0, 0, 0),
            )
        image.save(output, format="PNG", quantize=False)


def _edges(box: Box) -> tuple[float, float, float, float]:
    return (box.x0, box.top, max(box.x1, box.x0 + 0.1), max(box.bottom, box.top + 0.1))


def _account(document: Document, number: int) -> tuple[str, str]:
    """What is on the page, in both languages."""
    page = document.pages[number - 1]
    tables = [t for t in document.tables if t.page_from <= number <= t.page_to]
    cells = sum(c.place.page == number for t in tables for c in t.cells)
    lines_id = [
        f"Halaman {number}: {page.kind}, pembaca {page.reader or '-'}, {len(tables)} tabel, {cells} sel, "
        f"{len(page.lines)} baris di luar tabel"
    ]
    lines_en = [
        f"Page {number}: {page.kind}, reader {page.reader or '-'}, {len(tables)} tables, {cells} cells, "
        f"{len(page.lines)} lines outside tables"
    ]
    if page.note:
        note_id, note_en = halves(page.note)
        lines_id.append(f"  {note_id}")
        lines_en.append(f"  {note_en}")
    for t in tables:
        spans = sum(c.row_span > 1 or c.col_span > 1 for c in t.cells)
        name = t.caption or "-"
        lines_id.append(
            f"  tabel {t.number} (hlm. {t.page_from}-{t.page_to}): {t.n_rows} baris x {t.n_cols} kolom, "
            f"{spans} sel gabungan, {t.engine}; {name}"
        )
        lines_en.append(
            f"  table {t.number} (p. {t.page_from}-{t.page_to}): {t.n_rows} rows x {t.n_cols} columns, "
            f"{spans} merged cells, {t.engine}; {name}"
        )
    return "\n".join(lines_id), "\n".join(lines_en)
