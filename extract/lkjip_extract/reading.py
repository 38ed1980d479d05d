"""PDF to Document: open the file, triage and read each page, finish the tables."""

import contextlib
import gc
import itertools
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from pathlib import Path

import numpy as np

from lkjip_extract import borderless, pdfium
from lkjip_extract.body_below import add_bodies
from lkjip_extract.broken_figures import join_broken_figures
from lkjip_extract.bullets import raise_bullets
from lkjip_extract.captions import introduce
from lkjip_extract.celltext import Vocabulary, cell_lines, join_lines, side_label_first
from lkjip_extract.cut_lists import join_cut_lists
from lkjip_extract.edges import find_edges
from lkjip_extract.errors import (
    BrokenFile,
    EmptyFile,
    EncryptedFile,
    UnreadableFile,
    raise_out_of_memory,
    what_failed,
)
from lkjip_extract.fast_reader import draft_page, read_page, ruled_grids
from lkjip_extract.file_id import file_id
from lkjip_extract.glyphs import Floats, Turn
from lkjip_extract.heading_levels import part_levels
from lkjip_extract.heading_rows import split_heading
from lkjip_extract.hidden_text import clipped_characters, unseen_characters
from lkjip_extract.images import images_of
from lkjip_extract.inner_headings import split_at_inner_headings
from lkjip_extract.label_forms import add_forms
from lkjip_extract.lines import Line
from lkjip_extract.margins import mark_margins
from lkjip_extract.marked_rows import without_marks
from lkjip_extract.page import Doubt, DraftCell, DraftTable, PageDraft, Watch
from lkjip_extract.panics import panics_told
from lkjip_extract.partly_ruled import add_missing_columns
from lkjip_extract.printed_page import PrintedPage, read_printed
from lkjip_extract.rows import (
    join_divided_rows,
    split_index_row,
    split_shared_rows,
    split_spanning_figures,
    split_spanning_stacks,
    split_stacked_rows,
    split_whole_rows,
)
from lkjip_extract.scans.lost_headings import share_headings
from lkjip_extract.scans.mends import mend_index_row, mend_table
from lkjip_extract.sheets import join_sheets
from lkjip_extract.spread_headings import (
    part_headings_side_by_side,
    part_years,
    spread_headings,
    spread_over_years,
)
from lkjip_extract.stitch import JoinedTable, header_rows, join_parts
from lkjip_extract.text_columns import down_the_columns, right_column
from lkjip_extract.triage import PageImages, triage
from lkjip_extract.under_headings import put_under_headings
from lkjip_schemas.bilingual import both, together
from lkjip_schemas.document import Document, PageReading, RawCell, RawTable, TextLine, TextWord
from lkjip_schemas.heading_words import HEADER_WORDS
from lkjip_schemas.place import Place
from lkjip_schemas.vocabulary import PageKind, ReadBy

_SHOWN = re.compile(
    r"\W*(?:(?:\d{1,2}|[a-z])[.)]\s*)?(?:gambar|foto|grafik|diagram|peta|bagan|struktur|dokumentasi)\b",
    re.IGNORECASE,
)
"""Titles of pictures that are no sheets."""
PICTURED = frozenset({PageKind.SCAN, PageKind.BROKEN_TEXT, PageKind.OCR_LAYER})
"""Kinds of pages that are read from their picture."""
OCR_LAYER_CONFIDENCE = 0.5
"""Text that somebody's OCR put under a scan: used, but never the ground of an accusation."""


class Scans(Enum):
    """What becomes of scanned pages: read now, taken from earlier readings only, or left unread."""

    READ = "read"
    STORED = "stored"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Choices of a run.

    `borderless` looks for tables without rulings, too (slower). `scans` says whether scanned pages are
    read. `skip` gives pages that are left out, each with the reason in both languages. `ahead` loads a page while
    the one before is worked on: it takes less time, but when a damaged page ends the process, that may happen before
    `watch` is told of the page.
    """

    borderless: bool = True
    scans: Scans = Scans.READ
    skip: Mapping[int, str] = field(default_factory=dict)
    ahead: bool = True


MOST_PAGES = 20_000
"""Pages of one file that are read: five times the longest report known."""
COLLECT_AFTER = 50_000
"""New objects before Python looks for unreachable ones; its default, 700, costs a twentieth of the time."""
FAILED_IN_A_ROW = 50
"""So many pages that fail one after the other are a broken page tree."""


def read_document(path: Path, options: ReadOptions | None = None, watch: Watch | None = None) -> Document:
    """Read one PDF.

    Raises EmptyFile, EncryptedFile or BrokenFile when nothing can be read. A page that fails is
    recorded with the reason, and the rest is read.
    """
    with _rare_collections():
        return _read(path, options or ReadOptions(), watch)


@contextlib.contextmanager
def _rare_collections() -> Iterator[None]:
    """Let Python look for unreachable objects less often: what is read of a document lives until all of it is read."""
    before = gc.get_threshold()
    gc.set_threshold(max(before[0], COLLECT_AFTER) if before[0] else 0, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _read(path: Path, options: ReadOptions, watch: Watch | None) -> Document:
    report_id = file_id(path)
    document = _open(path)
    try:
        total = len(document)
        if total == 0:
            raise EmptyFile("berkas PDF tidak berisi halaman", "the PDF has no pages")
        pages: list[PageDraft] = []
        waiting: list[int] = []
        given_up = _too_many(total) if total > MOST_PAGES else ""
        total = min(total, MOST_PAGES)
        if options.ahead and not options.skip:
            document.load_ahead(total)
        for index in range(total):
            number = index + 1
            if watch is not None:
                watch(number, total)
            if len(pages) >= FAILED_IN_A_ROW and all(
                p.failure or p.page in options.skip for p in pages[-FAILED_IN_A_ROW:]
            ):
                given_up = _rest_left_out(number)
                break
            if number in options.skip:
                pages.append(_unread_page(number, options.skip[number]))
            else:
                draft = _read_one(document, path, index)
                if options.scans is not Scans.LEAVE:
                    draft = _read_seen(path, report_id, draft, options.scans, waiting)
                pages.append(draft)
    finally:
        document.close()
    if options.borderless:
        for page in pages:
            add_forms(page)
            borderless.set_amounts_apart(page)
            add_bodies(page)
        join_cut_lists(pages)
        borderless.add_tables(path, pages, watch)
    if watch is not None:
        watch(0, total)
    document_read = finish(report_id, path.name, pages, waiting)
    if given_up:
        *others, last = document_read.pages
        last = last._replace(reader="", note=together(last.note, given_up))
        document_read = document_read._replace(pages=(*others, last))
    return document_read


def _too_many(total: int) -> str:
    return both(
        f"berkas menyebut {total} halaman; yang sesudah halaman {MOST_PAGES} tidak dibaca",
        f"the file names {total} pages; those after page {MOST_PAGES} were not read",
    )


def _rest_left_out(number: int) -> str:
    return both(
        f"{FAILED_IN_A_ROW} halaman berturut-turut tidak dapat dibaca; mulai halaman {number} tidak dicoba lagi",
        f"{FAILED_IN_A_ROW} pages in a row could not be read; from page {number} on none was tried",
    )


def _open(path: Path) -> pdfium.Document:
    size = path.stat().st_size
    if size == 0:
        raise EmptyFile("berkas kosong (0 bita)", "the file is empty (0 bytes)")
    try:
        return pdfium.Document(path)
    except pdfium.PasswordNeeded as error:
        raise EncryptedFile(
            "berkas terkunci kata sandi; simpan ulang tanpa kata sandi lalu jalankan lagi",
            "the file is locked with a password; save it without one and run again",
        ) from error
    except pdfium.PdfiumError as error:
        raise BrokenFile(
            "berkas rusak atau bukan PDF; mintalah berkas asli dari pembuatnya",
            "the file is damaged or not a PDF; ask its author for the original",
        ) from error


def _read_one(document: pdfium.Document, path: Path, index: int) -> PageDraft:
    try:
        with panics_told():
            return _read_page(document, path, index)
    except Exception as error:  # noqa: BLE001 - one bad page never stops the rest
        raise_out_of_memory(error)
        return _failed_page(index + 1, error)


def _read_page(document: pdfium.Document, path: Path, index: int) -> PageDraft:
    with document.page(index) as page:
        printed = read_printed(page)
        white = _asked(unseen_characters, page, printed) if printed.white_text else set()
        clipped = _asked(clipped_characters, page, printed) if printed.clipped_text else set()
        unseen = white | clipped
        try:
            images = images_of(page, printed, len(printed.boxes) - len(unseen))
        except Exception as error:  # noqa: BLE001 - a page whose pictures cannot be measured is read as one without
            raise_out_of_memory(error)
            images = PageImages(origin=page.origin)
    draft, glyphs = read_page(printed, index + 1, PageKind.TEXT, images.dotted, unseen)
    if images.sheet and (
        any(_SHOWN.match(line.text) for line in draft.lines) or any(map(_holds_figures, draft.tables))
    ):
        images = images._replace(sheet=False)  # more than head and foot stand beside the picture
    verdict = triage(glyphs.text, images)
    draft.kind = verdict.kind
    draft.ruled_pictures = list(images.ruled)
    draft.note = together(verdict.note, _left_out(white, clipped)) if unseen else verdict.note
    if verdict.kind in (PageKind.SCAN, PageKind.BROKEN_TEXT, PageKind.BLANK, PageKind.OCR_LAYER):
        draft.reader = "" if verdict.kind is not PageKind.BLANK else draft.reader
        draft.tables = []
        if verdict.kind is PageKind.BROKEN_TEXT:
            draft.lines = []
    elif glyphs.boxes_broken:
        try:
            return _reread(document, printed, path, draft, images)
        except Exception as error:  # noqa: BLE001 - the fast path's reading stays
            failed = both(
                f"pembaca kedua gagal: {what_failed(error)}", f"second reader failed: {what_failed(error)}"
            )
            draft.note = together(draft.note, failed)
    return draft


def _holds_figures(table: DraftTable) -> bool:
    """Whether a table has several rows, and digits in its cells."""
    digits = (ch.isdigit() for cell in table.cells for line in cell.lines for ch in line.text)
    return table.n_rows > 1 and any(digits)


def _asked(
    ask: Callable[[pdfium.Page, PrintedPage], set[int]], page: pdfium.Page, printed: PrintedPage
) -> set[int]:
    """The characters of a page that nobody sees, of one sort; none where pdfium fails."""
    try:
        return ask(page, printed)
    except Exception as error:  # noqa: BLE001 - read as if all of it were seen
        raise_out_of_memory(error)
        return set()


def _left_out(white: Collection[int], clipped: Collection[int]) -> str:
    """What is said of a page with text that nobody sees."""
    notes = (
        both(
            f"{len(white)} huruf putih di atas kertas putih tidak dibaca",
            f"{len(white)} characters printed in white on white were left out",
        )
        if white
        else "",
        both(
            f"{len(clipped)} huruf yang terpotong oleh tepi selnya tidak dibaca",
            f"{len(clipped)} characters cut off by the edge of their cell were left out",
        )
        if clipped
        else "",
    )
    return together(*filter(None, notes))


def read_waiting(path: Path, report_id: str, number: int) -> bool:
    """Read what is to be seen on page `number` (from 1), one of `Document.waiting`; whether the reading could be
    kept."""
    from lkjip_extract.scans import pictures
    from lkjip_extract.scans.reader import scan_page

    document = _open(path)
    try:
        draft = _read_one(document, path, number - 1)
    finally:
        document.close()
    if draft.kind in PICTURED:
        return scan_page(path, report_id, number)[1]
    return pictures.scan_pictures(path, report_id, draft)[1]


def _read_seen(path: Path, report_id: str, draft: PageDraft, scans: Scans, waiting: list[int]) -> PageDraft:
    """The page with what is only seen on it: all of a scan, tables inside pictures."""
    if draft.kind in PICTURED:
        return _read_scan(path, report_id, draft, scans, waiting)
    if draft.ruled_pictures:
        _read_pictures(path, report_id, draft, scans, waiting)
    return draft


def _read_pictures(path: Path, report_id: str, draft: PageDraft, scans: Scans, waiting: list[int]) -> None:
    """Add the tables inside pictures on a page of text; when no earlier reading is stored and none is to be made now,
    its number is added to `waiting`."""
    from lkjip_extract.scans import pictures

    try:
        scan = pictures.stored(report_id, draft.page)
        if scan is None and scans is Scans.STORED:
            waiting.append(draft.page)
            return
        pictures.add_tables(draft, scan or pictures.scan_pictures(path, report_id, draft)[0])
    except Exception as error:  # noqa: BLE001 - the text of the page is read all the same
        raise_out_of_memory(error)
        failed = both(
            f"OCR gambar gagal: {what_failed(error)}", f"OCR of pictures failed: {what_failed(error)}"
        )
        draft.note = together(draft.note, failed)


def _read_scan(path: Path, report_id: str, draft: PageDraft, scans: Scans, waiting: list[int]) -> PageDraft:
    """The page read from its picture; as it was when that fails, or when no earlier reading is stored.

    In the latter case its number is added to `waiting`.
    """
    from lkjip_extract.scans import store
    from lkjip_extract.scans.page_scan import why_nothing_seen
    from lkjip_extract.scans.reader import draft_scan, scan_page

    try:
        scan = store.load(report_id, draft.page)
        if scan is None and scans is Scans.STORED:
            waiting.append(draft.page)
            return draft
        scan = scan or scan_page(path, report_id, draft.page)[0]
        reason = "" if scan.lines else why_nothing_seen(path, draft.page)
        if reason:
            draft.note = together(draft.failure, reason)
            return draft
        read = draft_scan(draft.page, draft.kind, draft.rotation, scan)
        read.note = together(draft.failure, read.note)
        return read
    except Exception as error:  # noqa: BLE001 - one bad page never stops the rest
        raise_out_of_memory(error)
        failed = both(f"OCR gagal: {what_failed(error)}", f"OCR failed: {what_failed(error)}")
        draft.note = together(draft.note, failed)
        return draft


def _reread(
    document: pdfium.Document, printed: PrintedPage, path: Path, draft: PageDraft, images: PageImages
) -> PageDraft:
    """A page whose character boxes are broken, read with boxes that are not."""
    from lkjip_extract import baseline_reader, second_reader  # rare, and their libraries take time to load

    if draft.rotation == 0 and not draft.turn.left and not draft.turn.up:
        glyphs = baseline_reader.read_glyphs(document.other, draft.page, draft.turn.width, draft.turn.height)
        if glyphs.turn.degrees == 0 and not glyphs.boxes_broken:
            grids = ruled_grids(find_edges(printed, images.dotted), glyphs)
            again = draft_page(draft.page, draft.kind, 0, glyphs, grids, baseline_reader.ENGINE)
            again.note, again.rulings, again.ruled_pictures = draft.note, draft.rulings, draft.ruled_pictures
            for table in again.tables:
                table.reason = baseline_reader.REASON
            return again
    return second_reader.reread(path, draft, baseline_reader.REASON)


def _failed_page(number: int, error: Exception) -> PageDraft:
    note = both(
        f"halaman tidak dapat dibaca: {what_failed(error)}", f"page could not be read: {what_failed(error)}"
    )
    draft = _unread_page(number, note)
    draft.failure = note
    return draft


def _unread_page(number: int, note: str) -> PageDraft:
    return PageDraft(number, PageKind.BROKEN_TEXT, Turn(0, 0.0, 0.0), 0, "", note=note)


def finish(report_id: str, file: str, pages: list[PageDraft], waiting: Sequence[int] = ()) -> Document:
    """Name, continue and finish the tables of the pages, and give the document."""
    mark_margins(pages)
    vocabulary = Vocabulary(w for w in HEADER_WORDS if len(w) > 3)
    for page in pages:
        vocabulary.learn(line.text for line in page.lines)
        vocabulary.learn(line.text for table in page.tables for cell in table.cells for line in cell.lines)
    for (
        page
    ) in pages:  # before a table takes in what stands in the frame of another page, and once more below
        for table in page.tables:
            part_levels(table)
    join_sheets(pages)
    for page in pages:
        parts: list[DraftTable] = []
        for table in page.tables:
            add_missing_columns(table)
            split_heading(table)
            split_index_row(table)
            split_whole_rows(table)
            part_headings_side_by_side(table)
            part_levels(table)
            join_divided_rows(table)
            join_broken_figures(table)
            raise_bullets(table)
            split_stacked_rows(table)
            split_spanning_figures(table)
            split_shared_rows(table)
            without_marks(table)
            split_spanning_stacks(table)
            _finish_text(table, vocabulary)
            _drop_empty_columns(table)
            part_years(table)
            spread_over_years(table)
            spread_headings(table)
            if _is_seen(table, page):
                mend_index_row(table)
            headings = header_rows(table)
            put_under_headings(table, headings)
            if _is_seen(table, page):
                mend_table(table, headings)
            parts += split_at_inner_headings(table, headings)
        page.tables = parts
    share_headings([t for page in pages for t in page.tables if _is_seen(t, page)])
    joined = join_parts(pages, introduce(pages), vocabulary)
    by_page = {page.page: page for page in pages}
    tables = tuple(_raw_table(i, table, by_page) for i, table in enumerate(joined, 1))
    return Document(report_id, file, tuple(_page_reading(p) for p in pages), tables, tuple(waiting))


def _is_seen(table: DraftTable, page: PageDraft) -> bool:
    """Whether a table was read from a picture."""
    return page.read_by is ReadBy.OCR or table.picture is not None


def _finish_text(table: DraftTable, vocabulary: Vocabulary) -> None:
    for cell in table.cells:
        if len(cell.lines) < 2:
            cell.text = " ".join(cell.lines[0].text.split()) if cell.lines else ""
            continue
        lines = side_label_first(cell.lines)
        cell.text = join_lines(cell_lines(lines, cell.x0, cell.x1), vocabulary)


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
    trusted = page.kind is not PageKind.OCR_LAYER or page.read_by is ReadBy.OCR
    return 1.0 if trusted else OCR_LAYER_CONFIDENCE


def _raw_table(number: int, table: JoinedTable, pages: dict[int, PageDraft]) -> RawTable:
    cells: list[RawCell] = []
    seen_on = {part.page: part.picture for part in table.parts if part.picture is not None}
    filled = sorted((c for c in table.cells if c.text), key=lambda c: (c.page, c.row, c.col))
    for at, group in itertools.groupby(filled, key=lambda c: c.page):
        page, own = seen_on.get(at, pages[at]), list(group)
        places = page.turn.to_page(_boxes(own))
        confidence = _confidence(page)
        sure = [_certainty(c, page.doubts, confidence) for c in own]
        cells += [
            RawCell(
                c.row,
                c.col,
                max(c.row_span, 1),
                max(c.col_span, 1),
                c.text,
                c.is_header,
                Place(at, box, page.read_by, certainty),
                other,
            )
            for c, box, (certainty, other) in zip(own, places, sure, strict=True)
        ]
    cells.sort(key=lambda c: (c.row, c.col))
    first = table.parts[0]
    engines = sorted({p.engine for p in table.parts})
    frame = np.array([[first.xs[0], first.top, first.xs[-1], first.bottom]])
    return RawTable(
        number=number,
        page_from=first.page,
        page_to=max((c.place.page for c in cells), default=first.page),
        n_rows=table.n_rows,
        n_cols=table.n_cols,
        cells=tuple(cells),
        box=seen_on.get(first.page, pages[first.page]).turn.to_page(frame)[0],
        caption=table.introduction.caption,
        heading=table.introduction.heading,
        engine="+".join(engines),
        reason=together(*sorted({p.reason for p in table.parts})),
        confidence=min(p.confidence for p in table.parts),
    )


def _certainty(cell: DraftCell, doubts: Sequence[Doubt], otherwise: float) -> tuple[float, str]:
    """The least confidence of the lines in a cell, and its other reading where there is one."""
    if not doubts:
        return min(otherwise, cell.confidence), cell.other
    own = [d for d in doubts if cell.x0 <= d.x < cell.x1 and cell.top <= d.y < cell.bottom]
    least = min((d.confidence for d in own), default=otherwise)
    return min(least, cell.confidence), cell.other or " ".join(d.other for d in own if d.other)


def _boxes(things: Sequence[DraftCell] | Sequence[Line]) -> Floats:
    """(n, 4) array of the boxes of cells or lines, in the reading frame."""
    sides = [(t.x0, t.top, t.x1, t.bottom) for t in things]
    return np.array(sides, dtype=np.float64).reshape(-1, 4)


_make_word: Callable[[tuple[str, float, float, float, float]], TextWord] = partial(tuple.__new__, TextWord)
"""A word from its fields, without a call of Python for each."""


def _words_of(lines: Sequence[tuple[int, Line]]) -> tuple[Sequence[str], Floats]:
    """The texts of the words of numbered lines, and their boxes (n, 4) in the reading frame."""
    printed = list(itertools.chain.from_iterable(line.words for _, line in lines))
    texts, *corners, _ = zip(*printed, strict=True) if printed else [()] * 6
    return texts, np.array(corners, dtype=np.float64).T


def _page_reading(page: PageDraft) -> PageReading:
    confidence = _confidence(page)
    order = sorted(range(len(page.lines)), key=lambda i: (round(page.lines[i].top), page.lines[i].x0))
    numbered = [(i, page.lines[i]) for i in order]
    texts, corners = _words_of(numbered)
    if len(corners) > 1 and (start := right_column(corners)) is not None:
        numbered = down_the_columns(numbered, start)
        texts, corners = _words_of(numbered)
    lines = [line for _, line in numbered]
    places = page.turn.to_page(_boxes(lines))
    sides = page.turn.display(corners).T.tolist()
    words = map(_make_word, zip(texts, *sides, strict=True))
    return PageReading(
        page.page,
        page.kind,
        *page.turn.display_size,
        page.rotation,
        page.reader,
        page.note,
        tuple(
            TextLine(
                " ".join(line.text.split()),
                Place(page.page, box, page.read_by, confidence),
                running=i in page.margin_lines,
                words=tuple(itertools.islice(words, len(line.words))),
            )
            for (i, line), box in zip(numbered, places, strict=True)
        ),
        tuple(page.rulings),
    )


__all__ = ["ReadOptions", "UnreadableFile", "file_id", "finish", "read_document", "read_waiting"]
