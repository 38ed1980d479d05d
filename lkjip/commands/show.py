"""`lkjip show`: the picture of a page with everything that was read on it."""

import io
import sys
from pathlib import Path

from lkjip.exit_codes import ExitCode
from lkjip.page_picture import draw_page
from lkjip_schemas.bilingual import Language, halves, pick
from lkjip_schemas.document import Document


def show(pdf: Path, page: int, output: Path, language: Language) -> ExitCode:
    """Draw page `page` of `pdf` with everything that was read on it to `output` (a PNG file)."""
    from lkjip_corpus.errors import translated_export
    from lkjip_corpus.whole_file import write_whole
    from lkjip_extract.errors import UnreadableFile
    from lkjip_extract.reading import ReadOptions, Scans, read_document, read_waiting

    stored = ReadOptions(scans=Scans.STORED)

    if not pdf.is_file():
        sys.stderr.write(pick(language, f"{pdf}: tidak ada", f"{pdf}: does not exist") + "\n")
        return ExitCode.NO_INPUT
    try:
        document = read_document(pdf, stored)
        if page in document.waiting:  # of a long scan only the page that is shown
            read_waiting(pdf, document.report_id, page)
            document = read_document(pdf, stored)
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
    picture = io.BytesIO()
    draw_page(pdf, document, page, language).save(picture, format="PNG")
    with translated_export(output):
        write_whole(output, picture.getbuffer())
    print(pick(language, *_account(document, page)))
    return ExitCode.DONE


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
