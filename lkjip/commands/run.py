"""`lkjip run`: PDFs in, one SQLite file with figures and contradictions out."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

from lkjip import __version__
from lkjip.cluster import ClusterPool, NoCluster
from lkjip.executor import PAGE_SECONDS, Task, TellPage, run_tasks
from lkjip.exit_codes import ExitCode
from lkjip.inputs import Inputs, collect
from lkjip.progress import Progress, progress
from lkjip.run_log import RunLog
from lkjip.sources import Source, source_id
from lkjip.summary import not_read, report_lines
from lkjip.units import check_units
from lkjip.work import Corrections, Failed, Ready, process, process_whole, ready, rules_only
from lkjip_corpus.canonical import text
from lkjip_corpus.fingerprints import Code, current_code
from lkjip_corpus.store import Store
from lkjip_extract.scans import cache_folder
from lkjip_schemas.bilingual import Language, half, pick
from lkjip_schemas.vocabulary import ReportStatus, Severity


def run(
    paths: Sequence[Path | str],
    database: Path,
    language: Language,
    *,
    force: bool = False,
    workers: int = 0,
    page_seconds: float = PAGE_SECONDS,
    fail_on: Severity | None = None,
    scheduler: str = "",
    log: Path | None = None,
) -> ExitCode:
    """Read every PDF of `paths` into `database` and tell of each report.

    Unchanged files (same content, same version of lkjip) are told from the database without reading
    them. `workers` 0 means one per processor; a page that takes longer than `page_seconds` is left out.
    `scheduler` is the address of a dask cluster to read on; `log` a file that gets a line per file.
    """
    try:
        with RunLog(log) as told, _where(scheduler) as where:
            return _run(paths, database, language, force, workers, page_seconds, fail_on, where, told)
    except NoCluster as error:
        _say(error.message(language))
        return ExitCode.MISSING
    except OSError as error:
        if log is None or error.filename != str(log):
            raise
        _say(
            pick(
                language,
                f"Berkas log {log} tidak dapat ditulis ({error.strerror}); pilih tempat lain dengan --log.",
                f"The log {log} cannot be written ({error.strerror}); choose another place with --log.",
            )
        )
        return ExitCode.USAGE


@contextmanager
def _where(scheduler: str) -> Iterator[ClusterPool | None]:
    """The cluster to read on; None for this machine."""
    if not scheduler:
        yield None
        return
    pool = ClusterPool(scheduler)
    try:
        yield pool
    finally:
        pool.close()


@contextmanager
def _scans_kept(language: Language) -> Iterator[None]:
    """A folder for the readings of scanned pages: the usual one, or one for this run where that cannot be written."""
    if cache_folder.writable():
        yield
        return
    place = cache_folder.folder()
    _say(
        pick(
            language,
            f"Folder {place} tidak dapat ditulis: bacaan halaman pindaian tidak disimpan dan dibaca ulang "
            "lain kali; tentukan folder lain dengan LKJIP_CACHE.",
            f"The folder {place} cannot be written: the readings of scanned pages are not kept and are made "
            "anew next time; name another folder with LKJIP_CACHE.",
        )
    )
    before = os.environ.get("LKJIP_CACHE")
    with TemporaryDirectory(prefix="lkjip-", ignore_cleanup_errors=True) as own:
        os.environ["LKJIP_CACHE"] = own  # for the workers, too
        try:
            yield
        finally:
            if before is None:
                del os.environ["LKJIP_CACHE"]
            else:
                os.environ["LKJIP_CACHE"] = before


def _run(
    paths: Sequence[Path | str],
    database: Path,
    language: Language,
    force: bool,
    workers: int,
    page_seconds: float,
    fail_on: Severity | None,
    where: ClusterPool | None,
    log: RunLog,
) -> ExitCode:
    inputs = collect(paths)
    _tell_paths(inputs, language)
    if not inputs.files:
        _say(
            pick(
                language,
                "Tidak ada PDF yang dapat dibaca pada jalur yang diberikan.",
                "No PDF to read in the given paths.",
            )
        )
        return ExitCode.NO_INPUT
    with Store.open(database) as store:
        try:
            seen = _load_all(store, inputs.files, language, force, workers, page_seconds, where, log)
        except KeyboardInterrupt:
            _say(
                pick(
                    language,
                    "Dihentikan. Yang sudah dibaca tersimpan; jalankan lagi untuk meneruskan.",
                    "Interrupted. What was read is stored; run again to go on.",
                )
            )
            return ExitCode.INTERRUPTED
        _keep_places(store, seen)
        _replace_versions(store, seen, language)
        check_units(store, changed=any(not s.unchanged for s in seen))
        worst = _tell_reports(store, seen, language)
        failed = [s for s in seen if s.failed]
        _closing(store, seen, language, database)
        if log.failed:
            _say(pick(language, f"Log terhenti: {log.failed}", f"The log ended early: {log.failed}"))
    if len(failed) == len(seen):
        return ExitCode.NO_INPUT
    if fail_on is not None and worst is not None and worst.rank <= fail_on.rank:
        return ExitCode.FINDINGS
    return ExitCode.SOME_FAILED if failed or inputs.missing else ExitCode.DONE


@dataclass(frozen=True, slots=True)
class _Seen:
    """One input file and the report it became; `note` says why it failed (both languages)."""

    path: Source
    report_id: str
    failed: bool = False
    note: str = ""
    unchanged: bool = False
    rules_only: bool = False


def _say(words: str) -> None:
    sys.stderr.write(text(words) + "\n")


def _tell_paths(inputs: Inputs, language: Language) -> None:
    for path in inputs.missing:
        _say(
            pick(
                language,
                f"{path}: tidak ada, bukan berkas biasa, atau tidak boleh dibuka; periksa penulisan dan izinnya",
                f"{path}: does not exist, is no ordinary file, or may not be opened; check spelling and permission",
            )
        )
    for path in inputs.without:
        _say(pick(language, f"{path}: folder ini tidak berisi PDF", f"{path}: no PDF in this folder"))


def _load_all(
    store: Store,
    files: Sequence[Source],
    language: Language,
    force: bool,
    workers: int,
    page_seconds: float,
    where: ClusterPool | None,
    log: RunLog,
) -> list[_Seen]:
    seen: list[_Seen] = []
    with progress(len(files), language) as bar:
        todo: list[Source] = []
        taken: dict[str, Source] = {}
        for path in files:
            known = None if force else _unchanged(store, path)
            twin = taken.get(known.report_id) if known else None
            if known is not None:
                seen.append(known)
                taken[known.report_id] = path
                bar.finished(
                    path.name,
                    pick(language, "hanya kaidah yang dijalankan lagi", "only the rules were run again")
                    if known.rules_only
                    else pick(language, "tidak berubah", "unchanged")
                    if twin is None
                    else pick(language, f"isi sama dengan {twin.name}", f"same content as {twin.name}"),
                )
            else:
                todo.append(path)
        count = workers or os.cpu_count() or 1  # also for one file: its scanned pages are read side by side
        task: Task = process
        if where is not None:
            count, task = where.workers, process_whole
        corrections = _corrections(store, todo)
        with _scans_kept(language) if todo else nullcontext():
            for path, result in run_tasks(todo, count, page_seconds, _tell(bar), task, where, corrections):
                entry = _load(store, path, result, taken)
                seen.append(entry)
                note = _note(entry, result, language)
                bar.finished(path.name, note)
                log.file(str(path), entry.report_id, note)
    order = {path: i for i, path in enumerate(files)}
    return sorted(seen, key=lambda s: order[s.path])


def _tell(bar: Progress) -> TellPage:
    return lambda path, done, total: bar.scanned(path.name, done, total)


def _unchanged(store: Store, path: Source) -> _Seen | None:
    """The stored report of a file that needs no new reading; None when it does."""
    try:
        report_id = source_id(path)
    except OSError:
        return None
    stored, code = store.version_of(report_id), store.code_of(report_id)
    if stored is None or stored[1] != __version__ or code is None:
        return None
    current = _code(store, report_id)
    if code.reading != current.reading:
        return None
    failed = stored[0] is ReportStatus.FAILED
    if not failed and code.rules != current.rules:
        return _judged_again(store, path, report_id)
    return _Seen(path, report_id, failed=failed, unchanged=True)


def _judged_again(store: Store, path: Source, report_id: str) -> _Seen | None:
    """A file whose reading is kept and whose rules have changed; None when it has to be read again."""
    reading = store.reading_of(report_id)
    try:
        done = rules_only(reading) if reading is not None else None
    except ValueError:
        return None
    if done is None or done.report.report_id != report_id:
        return None
    _save(store, ready(done))
    return _Seen(path, report_id, rules_only=True)


def _keep_places(store: Store, seen: Sequence[_Seen]) -> None:
    """Remember where the files lie, so that the review application can show their pages."""
    for entry in seen:
        if entry.report_id and isinstance(entry.path, Path):
            place = text(
                str(entry.path.absolute())
            )  # lossy for a name that is no text: it is not found again
            if store.place_of(entry.report_id) != place:
                store.keep_place(entry.report_id, place)


def _replace_versions(store: Store, seen: Sequence[_Seen], language: Language) -> None:
    """Mark older versions of the files that were read as replaced, and say so."""
    kept = {s.report_id for s in seen}
    for entry in seen:
        if entry.report_id and not entry.failed and not entry.unchanged:
            for old in store.replace_versions(entry.report_id, kept):
                _say(
                    pick(
                        language,
                        f"{entry.path.name}: versi baru; versi lama ({old[:8]}) tetap tersimpan tetapi tidak lagi "
                        "dihitung",
                        f"{entry.path.name}: a new version; the old one ({old[:8]}) stays stored but no longer counts",
                    )
                )


def _save(store: Store, read: Ready) -> None:
    code = _code(store, read.report_id)
    store.save_rows(read.report_id, read.rows, code=code, reading=read.reading)


def _code(store: Store, report_id: str) -> Code:
    """The code that reads and judges, with the reviewers' corrections that it reads by."""
    current, corrections = current_code(), store.corrections(report_id)
    if not corrections:
        return current
    words = repr(sorted((page, str(box), text) for (page, box), text in corrections.items()))
    return Code(f"{current.reading}+{blake2b(words.encode(), digest_size=8).hexdigest()}", current.rules)


def _corrections(store: Store, files: Sequence[Source]) -> dict[Source, Corrections]:
    """What reviewers say of the files that are to be read."""
    found: dict[Source, Corrections] = {}
    if not store.count("reviews"):  # else every file is hashed once more
        return found
    for path in files:
        try:
            known = store.corrections(source_id(path))
        except OSError:
            continue
        if known:
            found[path] = known
    return found


def _load(store: Store, path: Source, result: Ready | Failed, taken: dict[str, Source]) -> _Seen:
    if isinstance(result, Failed):
        if result.report_id:
            store.save_failed(
                result.report_id, path.name, note=result.note, version=__version__, code=current_code()
            )
        return _Seen(path, result.report_id, failed=True, note=result.note)
    report_id = result.report_id
    if report_id not in taken:
        _save(store, result)
        taken[report_id] = path
    failed = result.status is ReportStatus.FAILED
    return _Seen(path, report_id, failed=failed, note=result.note)


def _note(entry: _Seen, result: Ready | Failed, language: Language) -> str:
    if entry.failed or isinstance(result, Failed):
        return not_read(result.note, language)
    counts = pick(
        language,
        f"{result.figures} angka, {result.findings} temuan",
        f"{result.figures} figures, {result.findings} findings",
    )
    return "; ".join(filter(None, (counts, half(language, result.note))))


def _tell_reports(store: Store, seen: Sequence[_Seen], language: Language) -> Severity | None:
    """Write the summaries to stdout; gives the most serious severity found."""
    worst: Severity | None = None
    told: set[str] = set()
    for entry in seen:
        if not entry.report_id:
            print(text(entry.path.name))
            print("  " + not_read(entry.note, language) + "\n")
            continue
        if entry.report_id in told:
            continue
        told.add(entry.report_id)
        summary = store.summary(entry.report_id)
        for severity in Severity:
            if summary.findings[severity] and (worst is None or severity.rank < worst.rank):
                worst = severity
        print("\n".join(report_lines(summary, language)) + "\n")
    return worst


def _closing(store: Store, seen: Sequence[_Seen], language: Language, database: Path) -> None:
    failed = [s.path.name for s in seen if s.failed]
    unchanged = sum(s.unchanged for s in seen)
    read = len(seen) - len(failed)
    _say(
        pick(
            language,
            f"{read} dari {len(seen)} berkas terbaca ({unchanged} tidak berubah); basis data: {database}",
            f"{read} of {len(seen)} files read ({unchanged} unchanged since last time); database: {database}",
        )
    )
    if failed:
        _say(pick(language, "Tidak terbaca:", "Not read:"))
        for entry in seen:
            if entry.failed:
                note = entry.note or store.summary(entry.report_id).note
                _say(f"  {entry.path}: {half(language, note)}")
