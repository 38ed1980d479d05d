"""PDF to Document: open the file, triage and read each page, finish the tables."""

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tablers

from lkjip_extract import baseline_reader, borderless, second_reader
from lkjip_extract.captions import introduce
from lkjip_extract.celltext import Vocabulary, cell_lines, join_lines, line_text
from lkjip_extract.errors import BrokenFile, EmptyFile, EncryptedFile, UnreadableFile
from lkjip_extract.fast_reader import draft_page, read_page, ruled_grids
from lkjip_extract.glyphs import Turn
from lkjip_extract.headers import HEADER_WORDS
from lkjip_extract.images import page_images
from lkjip_extract.margins import mark_margins
from lkjip_extract.page import DraftTable, PageDraft
from lkjip_extract.partly_ruled import add_missing_columns
from lkjip_extract.rows import split_stacked_rows
from lkjip_extract.sheets import join_sheets
from lkjip_extract.stitch import JoinedTable, join_parts
from lkjip_extract.triage import PageImages, triage
from lkjip_schemas.bilingual import both, together
from lkjip_schemas.document import Document, PageReading, RawCell, RawTable, TextLine
from lkjip_schemas.place import Box, Place
from lkjip_schemas.vocabulary import PageKind

OCR_LAYER_CONFIDENCE = 0.5
"""Text that somebody's OCR put under a scan: used, but never the ground of an accusation."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Choices of a run: `borderless` looks for tables without rulings, too (slower)."""

    borderless: bool = True


def file_id(path: Path) -> str:
    """sha256 of the file in hexadecimal: the report_id."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for block in iter(lambda: stream.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def read_document(
    path: Path, options: ReadOptions | None = None, progress: Progress | None = None
) -> Document:
    """Read one PDF.

    Raises EmptyFile, EncryptedFile or BrokenFile when nothing can be read. A page that fails is
    recorded with the reason, and the rest is read.
    """
    options = options or ReadOptions()
    report_id = file_id(path)
    document = _open(path)
    try:
        total = int(document.page_count)
        if total == 0:
            raise EmptyFile("berkas PDF tidak berisi halaman", "the PDF has no pages")
        pages = []
        images = _images(path, total)
        for index in range(total):
            pages.append(_read_one(document, path, index, next(images)))
            if progress is not None:
                progress(index + 1, total)
    finally:
        document.close()
    if options.borderless:
        borderless.add_tables(path, pages)
    return finish(report_id, path.name, pages)


def _open(path: Path) -> tablers.Document:
    size = path.stat().st_size
    if size == 0:
        raise EmptyFile("berkas kosong (0 bita)", "the file is empty (0 bytes)")
    try:
        return tablers.Document(str(path))
    except Exception as error:  # tablers raises RuntimeError for everything
        text = str(error).lower()
        if "password" in text:
            raise EncryptedFile(
                "berkas terkunci kata sandi; simpan ulang tanpa kata sandi lalu jalankan lagi",
                "the file is locked with a password; save it without one and run again",
            ) from error
        raise BrokenFile(
            "berkas rusak atau bukan PDF; mintalah berkas asli dari pembuatnya",
            "the file is damaged or not a PDF; ask its author for the original",
        ) from error


def _images(path: Path, total: int) -> Iterator[PageImages]:
    """Pictures of each page; pages whose pictures cannot be counted are taken as without."""
    given = 0
    try:
        for images in page_images(path):
            yield images
            given += 1
    except Exception:  # noqa: BLE001, S110 - pdfium refuses some files that tablers opens
        pass
    while given < total:
        yield PageImages()
        given += 1


def _read_one(document: tablers.Document, path: Path, index: int, images: PageImages) -> PageDraft:
    number = index + 1
    try:
        draft, glyphs = read_page(document.get_page(index), number, PageKind.TEXT, images.origin)
    except Exception as error:  # noqa: BLE001 - one bad page never stops the rest
        return _failed_page(number, error)
    verdict = triage(glyphs.text, images)
    draft.kind = verdict.kind
    draft.note = verdict.note
    if verdict.kind in (PageKind.SCAN, PageKind.BROKEN_TEXT, PageKind.BLANK, PageKind.OCR_LAYER):
        draft.reader = "" if verdict.kind is not PageKind.BLANK else draft.reader
        draft.tables = []
        if verdict.kind is PageKind.BROKEN_TEXT:
            draft.lines = []
    elif glyphs.boxes_broken:
        try:
            return _reread(document.get_page(index), path, draft)
        except Exception as error:  # noqa: BLE001 - the fast path's reading stays
            failed = both(f"pembaca kedua gagal: {error}", f"second reader failed: {error}")
            draft.note = together(draft.note, failed)
    return draft


def _reread(page: Any, path: Path, draft: PageDraft) -> PageDraft:
    """A page whose character boxes are broken, read with boxes that are not."""
    if draft.rotation == 0 and not draft.turn.left and not draft.turn.up:
        glyphs = baseline_reader.read_glyphs(path, draft.page, draft.turn.width, draft.turn.height)
        if glyphs.turn.degrees == 0 and not glyphs.boxes_broken:
            page.extract_objects()
            grids = ruled_grids(page, glyphs)
            again = draft_page(draft.page, draft.kind, 0, glyphs, grids, baseline_reader.ENGINE)
            again.note = draft.note
            for table in again.tables:
                table.reason = baseline_reader.REASON
            return again
    return second_reader.reread(path, draft, baseline_reader.REASON)


def _failed_page(number: int, error: Exception) -> PageDraft:
    note = both(f"halaman tidak dapat dibaca: {error}", f"page could not be read: {error}")
    return PageDraft(number, PageKind.BROKEN_TEXT, Turn(0, 0.0, 0.0), 0, "", note=note)


def finish(report_id: str, file: str, pages: list[PageDraft]) -> Document:
    """Name, continue and finish the tables of the pages, and give the document."""
    mark_margins(pages)
    vocabulary = Vocabulary(w for w in HEADER_WORDS if len(w) > 3)
    for page in pages:
        vocabulary.learn(line_text(line) for line in page.lines)
        for table in page.tables:
            for cell in table.cells:
                vocabulary.learn(line_text(line) for line in cell.lines)
    join_sheets(pages)
    for page in pages:
        for table in page.tables:
            add_missing_columns(table)
            split_stacked_rows(table)
            _finish_text(table, vocabulary)
            _drop_empty_columns(table)
    joined = join_parts(pages, introduce(pages), vocabulary)
    by_page = {page.page: page for page in pages}
    tables = tuple(_raw_table(i, table, by_page) for i, table in enumerate(joined, 1))
    return Document(report_id, file, tuple(_page_reading(p) for p in pages), tables)


def _finish_text(table: DraftTable, vocabulary: Vocabulary) -> None:
    for cell in table.cells:
        cell.text = join_lines(cell_lines(cell.lines, cell.x0, cell.x1), vocabulary)


def _drop_empty_columns(table: DraftTable) -> None:
    """Remove columns and rows in which no cell starts with text: rulings drawn for looks."""
    starts = {c.col for c in table.cells if c.text}
    drop = [k for k in range(table.n_cols) if k not in starts and _narrow(table, k)]
    for k in reversed(drop):
        for cell in table.cells:
            if cell.col <= k < cell.col + cell.col_span:
                cell.col_span -= 1
            elif cell.col > k:
                cell.col -= 1
        del table.xs[k if k == 0 else k + 1 if k + 1 < len(table.xs) - 1 else k]
    table.cells = [c for c in table.cells if c.col_span > 0]


def _narrow(table: DraftTable, k: int) -> bool:
    return table.xs[k + 1] - table.xs[k] < 9.0


def _confidence(page: PageDraft) -> float:
    return OCR_LAYER_CONFIDENCE if page.kind is PageKind.OCR_LAYER else 1.0


def _raw_table(number: int, table: JoinedTable, pages: dict[int, PageDraft]) -> RawTable:
    cells = []
    for cell in sorted(table.cells, key=lambda c: (c.row, c.col)):
        if not cell.text:
            continue
        page = pages[cell.page]
        box = _round(page.turn.to_page(cell.x0, cell.top, cell.x1, cell.bottom))
        cells.append(
            RawCell(
                cell.row,
                cell.col,
                max(cell.row_span, 1),
                max(cell.col_span, 1),
                cell.text,
                cell.is_header,
                Place(cell.page, box, page.read_by, _confidence(page)),
            )
        )
    first = table.parts[0]
    engines = sorted({p.engine for p in table.parts})
    turn = pages[first.page].turn
    return RawTable(
        number=number,
        page_from=first.page,
        page_to=table.parts[-1].page,
        n_rows=table.n_rows,
        n_cols=table.n_cols,
        cells=tuple(cells),
        box=_round(turn.to_page(first.xs[0], first.top, first.xs[-1], first.bottom)),
        caption=table.introduction.caption,
        heading=table.introduction.heading,
        engine="+".join(engines),
        reason=together(*sorted({p.reason for p in table.parts})),
        confidence=min(p.confidence for p in table.parts),
    )


def _round(box: Box) -> Box:
    return Box(round(box.x0, 2), round(box.top, 2), round(box.x1, 2), round(box.bottom, 2))


def _page_reading(page: PageDraft) -> PageReading:
    confidence = _confidence(page)
    lines = [
        TextLine(
            re.sub(r"\s+", " ", line_text(line)),
            Place(
                page.page,
                _round(page.turn.to_page(line.x0, line.top, line.x1, line.bottom)),
                page.read_by,
                confidence,
            ),
            running=i in page.margin_lines,
        )
        for i, line in sorted(enumerate(page.lines), key=lambda x: (round(x[1].top), x[1].x0))
    ]
    return PageReading(
        page.page,
        page.kind,
        *page.turn.display_size,
        page.rotation,
        page.reader,
        page.note,
        tuple(lines),
    )


__all__ = ["ReadOptions", "UnreadableFile", "file_id", "finish", "read_document"]
