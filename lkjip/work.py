"""One file from PDF to findings: a task that any process can run, and its result.

The task knows no database and prints nothing; the parent process loads what comes back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lkjip import __version__
from lkjip.sources import Source, local_copy
from lkjip_schemas.bilingual import Language, both, half
from lkjip_schemas.place import Box
from lkjip_schemas.vocabulary import ReportStatus

if TYPE_CHECKING:  # the readers are loaded in the processes that read
    from lkjip_extract.page import Watch
    from lkjip_extract.reading import Scans
    from lkjip_schemas.document import Document
    from lkjip_schemas.finding import Finding, RuleRun
    from lkjip_schemas.records import Report


Corrections = Mapping[tuple[int, Box], str]
"""What is printed at places (page, box) of a file, by the word of a reviewer."""


@dataclass(frozen=True, slots=True)
class Done:
    """A file that was read: what to load."""

    document: Document
    report: Report
    findings: tuple[Finding, ...]
    runs: tuple[RuleRun, ...]
    status: ReportStatus
    note: str
    reading: bytes
    """The reading as it was before the rules, for `rules_only`."""


@dataclass(frozen=True, slots=True)
class Ready:
    """A file that was read, as rows of the database: small enough to be sent between processes, made where the
    file was read. `figures` and `findings` are counts, the latter without folded ones; `note` names, in both
    languages, what was not read."""

    report_id: str
    rows: Mapping[str, list[dict[str, Any]]]
    figures: int
    findings: int
    reading: bytes
    status: ReportStatus = ReportStatus.OK
    note: str = ""


def ready(done: Done) -> Ready:
    """What is to be loaded of a file."""
    from lkjip_corpus.loading import rows_of

    return Ready(
        done.report.report_id,
        rows_of(
            done.document,
            done.report,
            done.findings,
            done.runs,
            status=done.status,
            note=done.note,
            version=__version__,
        ),
        len(done.report.observations),
        sum(not f.folded_into for f in done.findings),
        done.reading,
        done.status,
        done.note,
    )


@dataclass(frozen=True, slots=True)
class Failed:
    """A file that could not be read: the reason in both languages."""

    report_id: str
    file: str
    reason_id: str
    reason_en: str

    @property
    def note(self) -> str:
        """Both languages, as stored."""
        return both(self.reason_id, self.reason_en)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file whose scanned pages are to be read first, each as a task of its own."""

    pages: tuple[int, ...]


def read_scan(source: Source, page: int) -> str | None:
    """Read one scanned page, or the pictures on a page of text, and keep the reading; why it could not be read, in both
    languages, or None.

    MemoryError where memory is gone: a fresh process may have enough.
    """
    from lkjip_extract.errors import raise_out_of_memory, what_failed
    from lkjip_extract.reading import file_id, read_waiting

    try:
        path = local_copy(source)
        if read_waiting(path, file_id(path), page):
            return None
        return both(
            "OCR: hasil bacaan tidak dapat disimpan; periksa folder LKJIP_CACHE",
            "OCR: the reading could not be kept; check the folder LKJIP_CACHE",
        )
    except Exception as error:  # noqa: BLE001 - one bad page never stops the rest
        raise_out_of_memory(error)
        return both(f"OCR gagal: {what_failed(error)}", f"OCR failed: {what_failed(error)}")


def process(
    source: Source,
    skip: Mapping[int, str] | None = None,
    watch: Watch | None = None,
    corrections: Corrections | None = None,
    ahead: bool = False,
) -> Done | Failed | Waiting:
    """Read, normalise and check one PDF. Never raises for a bad file: that is a result, too; MemoryError where memory
    is gone.

    Scanned pages are taken from earlier readings; where some are missing, the answer is `Waiting`.
    `skip` gives pages to leave out, each with its reason in both languages; `corrections` what reviewers say is
    printed at places of the file. `ahead` loads each page while the one before is worked on, which takes a processor
    more and less time; a process that ends then may have ended at the page after the one told to `watch`.
    """
    from lkjip_extract.reading import Scans

    return _read(source, skip or {}, watch, Scans.STORED, corrections or {}, ahead)


def process_whole(
    source: Source,
    skip: Mapping[int, str] | None = None,
    watch: Watch | None = None,
    corrections: Corrections | None = None,
    ahead: bool = False,
) -> Done | Failed | Waiting:
    """As `process`, scanned pages read in the same task: for machines that share no folder of readings."""
    from lkjip_extract.reading import Scans

    return _read(source, skip or {}, watch, Scans.READ, corrections or {}, ahead)


def _read(
    source: Source,
    skip: Mapping[int, str],
    watch: Watch | None,
    scans: Scans,
    corrections: Corrections,
    ahead: bool,
) -> Done | Failed | Waiting:
    from lkjip_extract.errors import UnreadableFile
    from lkjip_extract.reading import file_id

    try:
        path = local_copy(source)
        report_id = file_id(path)
    except OSError as error:
        reason = error.strerror or str(error)
        return Failed(
            "",
            source.name,
            f"berkas tidak dapat dibuka ({reason})",
            f"the file cannot be opened ({reason})",
        )
    try:
        return _process(path, report_id, skip, watch, scans, corrections, ahead)
    except UnreadableFile as error:
        return Failed(report_id, path.name, error.reason_id, error.reason_en)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - one bad file never stops the run
        what = f"{type(error).__name__}: {error}"
        return Failed(
            report_id,
            path.name,
            f"kesalahan tak terduga saat membaca ({what}); mohon laporkan berkas ini",
            f"unexpected error while reading ({what}); please report this file",
        )


def _process(
    path: Path,
    report_id: str,
    skip: Mapping[int, str],
    watch: Watch | None,
    scans: Scans,
    corrections: Corrections,
    ahead: bool,
) -> Done | Waiting:
    from lkjip_corpus.readings import packed
    from lkjip_extract.reading import ReadOptions, read_document
    from lkjip_normalize import normalize
    from lkjip_normalize.corrections import with_corrections

    document = read_document(path, ReadOptions(scans=scans, skip=skip, ahead=ahead), watch)
    if document.waiting:
        return Waiting(document.waiting)
    document = with_corrections(document, corrections)
    report = normalize(document)
    return _judged(document, report, packed(document, report))


def rules_only(reading: bytes) -> Done:
    """Judge again what was read before. ValueError when `reading` is none of ours."""
    from lkjip_corpus.readings import unpacked

    return _judged(*unpacked(reading), reading)


def _judged(document: Document, report: Report, reading: bytes) -> Done:
    from lkjip_checks import check_report, mark_misread

    findings, runs = check_report(report)
    document, report = mark_misread(document, report, findings)
    unread = report.unread_pages()
    status = ReportStatus.PARTIAL if unread else ReportStatus.OK
    note = ""
    count, total = len(unread), len(report.pages)
    if unread and count == total:
        status = ReportStatus.FAILED
        note = both(
            f"tidak satu pun dari {total} halaman terbaca; halaman {unread[0].page}: "
            + half(Language.ID, unread[0].note),
            f"none of {total} pages was read; page {unread[0].page}: " + half(Language.EN, unread[0].note),
        )
    elif unread:
        note = both(f"{count} dari {total} halaman tidak dibaca", f"{count} of {total} pages not read")
    return Done(document, report, findings, runs, status, note, reading)
