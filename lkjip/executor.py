"""Running the tasks: files and scanned pages over a pool of workers, whatever becomes of the processes.

A file whose scanned pages were never read says so (`Waiting`); its pages are read as tasks of their own, so
that one long scan keeps all processors busy, and then the file again.

A page may crash the process that reads it (a damaged font, memory gone) or keep it for ever. In the pool a
page that exceeds its time ends its worker; what was running then is read again one at a time in a watched
process, which tells each page it begins: the page at which it ends is left out the next time. So is a file whose
worker had no memory left: a process that has read nothing else may have enough.
"""

import faulthandler
import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from lkjip.process_pool import SPAWN, ProcessPool, taken
from lkjip.sources import Source
from lkjip.work import Corrections, Done, Failed, Ready, Waiting, process, read_scan, ready
from lkjip.worker import begin_worker
from lkjip_schemas.bilingual import both

if TYPE_CHECKING:
    from lkjip_extract.page import Watch

AHEAD = 3
"""Tasks handed out per worker: enough to keep it busy, few enough to keep results small in memory."""
PAGE_SECONDS = 60.0
"""Time for one page; the slowest page of 153 real reports takes less than one second, a scan ten."""
START_SECONDS = 30.0
"""More time for a process to start, and for what follows when all pages are read;"""
REST_SECONDS = 0.1
"""for the latter so much more for each page of the file."""
MAX_SKIPPED = 20
"""A file with more pages than this that end the reading process is given up."""

TellPage = Callable[[Source, int, int], None]
"""Is told that so many scanned pages of a file are read, of how many."""


class Task(Protocol):
    """Reads one file, leaves out the pages of `skip`, and tells `watch` each page it begins; with `ahead` the next
    page may have begun, too."""

    def __call__(  # noqa: D102
        self,
        source: Source,
        /,
        skip: Mapping[int, str],
        watch: "Watch",
        corrections: Corrections,
        ahead: bool = False,
    ) -> Done | Failed | Waiting: ...


@dataclass(frozen=True, slots=True)
class _Job:
    """A file to read, or (with `page`) one scanned page of it."""

    path: Source
    page: int = 0


@dataclass(slots=True)
class _State:
    """What is known of a file: pages to leave out, scanned pages still to read, of how many."""

    skip: dict[int, str] = field(default_factory=dict)
    corrections: Corrections = field(default_factory=dict)
    left: int = 0
    total: int = 0


class Pool(Protocol):
    """Where tasks run: `open` gives an executor, `lost` are the errors of a task whose process died while the
    others go on."""

    lost: tuple[type[BaseException], ...]

    def open(self, workers: int) -> Executor: ...  # noqa: D102


def run_tasks(
    paths: Sequence[Source],
    workers: int,
    page_seconds: float = PAGE_SECONDS,
    tell: TellPage | None = None,
    task: Task = process,
    pool: Pool | None = None,
    corrections: Mapping[Source, Corrections] | None = None,
) -> Iterator[tuple[Source, Ready | Failed]]:
    """Results as they come; `pool` is where tasks run, processes of this machine unless given; `corrections` what
    reviewers say of each file."""
    states = {path: _State(corrections=(corrections or {}).get(path, {})) for path in paths}
    waiting = deque(_Job(path) for path in paths)
    alone = deque([waiting.popleft()]) if len(paths) == 1 and pool is None else deque()
    pool = pool or ProcessPool()
    while waiting or alone:
        if alone:
            job = alone.popleft()
            answers = iter([(job, _by_itself(job, states[job.path], page_seconds, task))])
        else:
            answers = _pooled(waiting, alone, states, workers, page_seconds, task, pool)
        for job, answer in answers:
            state = states[job.path]
            if isinstance(answer, Waiting):
                state.left = state.total = len(answer.pages)
                waiting.extendleft(_Job(job.path, page) for page in reversed(answer.pages))
            elif answer is None or isinstance(answer, str):
                if answer:
                    state.skip[job.page] = answer
                state.left -= 1
                if tell is not None:
                    tell(job.path, state.total - state.left, state.total)
                if not state.left:
                    waiting.appendleft(_Job(job.path))
            else:
                yield job.path, answer


Answer = Ready | Failed | Waiting | str | None
"""Of a file: its result, or the pages it waits for; of a page: None, or why it is left out."""


def _pooled(
    waiting: deque[_Job],
    alone: deque[_Job],
    states: Mapping[Source, _State],
    workers: int,
    page_seconds: float,
    task: Task,
    pool: Pool,
) -> Iterator[tuple[_Job, Answer]]:
    """Answers of a pool until nothing waits; jobs that ended it, or were running then, go to `alone`."""
    executor = pool.open(workers)
    running: dict[Future[Answer], _Job] = {}
    try:
        while waiting or running:
            while waiting and len(running) < workers * AHEAD:
                job = waiting[0]
                running[executor.submit(_guarded, task, job, states[job.path], page_seconds)] = job
                waiting.popleft()  # only now: a pool that has just lost a worker takes no more
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in finished:
                job = running.pop(future)
                try:
                    answer = taken(future.result())
                except BrokenProcessPool:
                    alone.append(job)
                    raise
                except MemoryError:
                    alone.append(job)
                    continue
                except pool.lost:
                    alone.append(job)
                    continue
                except Exception as error:  # noqa: BLE001 - whatever one task does, the run goes on
                    answer = _odd(job, error)
                yield job, answer
    except BrokenProcessPool:
        alone.extend(running.values())
    finally:
        for future in running:
            future.cancel()
        executor.shutdown(wait=True)


def _odd(job: _Job, error: Exception) -> Answer:
    """The answer for a task that failed in a way it should not: of a page why it is left out, of a file the reason."""
    what = f"{type(error).__name__}: {error}"
    reason = (
        f"kesalahan tak terduga saat membaca ({what}); mohon laporkan berkas ini",
        f"unexpected error while reading ({what}); please report this file",
    )
    return both(*reason) if job.page else Failed("", job.path.name, *reason)


def _guarded(task: Task, job: _Job, state: _State, page_seconds: float) -> Answer:
    """In a worker: the worker ends when a page takes too long, even inside a library's own code."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:

        def watch(page: int, total: int) -> None:
            faulthandler.dump_traceback_later(_time(page, total, page_seconds), exit=True, file=nowhere)

        try:
            watch(0, 0)  # opening a file may hang; a worker's first page loads the engine, too
            if job.page:
                return read_scan(job.path, job.page)
            return _small(task(job.path, state.skip, watch, state.corrections))
        finally:
            faulthandler.cancel_dump_traceback_later()


def _small(answer: Done | Failed | Waiting) -> Ready | Failed | Waiting:
    """In the process that reads: what is read becomes rows before it is sent."""
    if not isinstance(answer, Done):
        return answer
    try:
        return ready(answer)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - one bad file never stops the run
        what = f"{type(error).__name__}: {error}"
        return Failed(
            answer.report.report_id,
            answer.report.file,
            f"hasil bacaan tidak dapat disimpan ({what}); mohon laporkan berkas ini",
            f"what was read cannot be stored ({what}); please report this file",
        )


def _time(page: int, total: int, page_seconds: float) -> float:
    """Seconds that may pass until the next word; `page` 0 is before the first and after the last page."""
    return page_seconds if page else page_seconds + START_SECONDS + REST_SECONDS * total


def _by_itself(job: _Job, state: _State, page_seconds: float, task: Task) -> Answer:
    if not job.page:
        return read_watched(job.path, page_seconds, state.skip, task, corrections=state.corrections)
    answer, _, slow = _attempt(_tell_scan, (job.path, job.page), page_seconds)
    if isinstance(answer, str):
        return answer or None
    return _left_out(slow, page_seconds)


def read_whole(path: Source, page_seconds: float = PAGE_SECONDS) -> Ready | Failed:
    """Read one file now, its scanned pages, too."""
    return next(iter(run_tasks([path], os.cpu_count() or 1, page_seconds)))[1]


def read_watched(
    path: Source,
    page_seconds: float = PAGE_SECONDS,
    skip: Mapping[int, str] | None = None,
    task: Task = process,
    watch: "Watch | None" = None,
    corrections: Corrections | None = None,
) -> Ready | Failed | Waiting:
    """Read one file in a process of its own; pages that end it or take too long are left out.

    `watch` is told each page that begins (0 when all are read) and the number of pages. Pages are loaded ahead until a
    process ends: which page ended it, the next attempt tells.
    """
    skipped = dict(skip or {})
    ahead = not skipped
    while True:
        answer, page, slow = _attempt(
            _tell_file, (task, path, skipped, corrections or {}, ahead), page_seconds, watch
        )
        if isinstance(answer, Ready | Failed | Waiting):
            return answer
        in_doubt, ahead = ahead and page and not slow, False
        if in_doubt:
            continue
        if page == 0 or page in skipped or len(skipped) >= MAX_SKIPPED:
            return Failed("", path.name, *_given_up(slow))
        skipped[page] = _left_out(slow, page_seconds)


def _given_up(slow: bool) -> tuple[str, str]:
    """Why a whole file is left out, in both languages."""
    if slow:
        return (
            "berkas dilewati: pembacaannya terlalu lama (berkas rusak?); beri lebih banyak waktu dengan --page-seconds",
            "file left out: reading it took too long (damaged file?); give it more time with --page-seconds",
        )
    return (
        "proses pembaca terhenti saat membaca berkas ini (berkas rusak atau memori habis)",
        "the reading process died on this file (damaged file or out of memory)",
    )


def _left_out(slow: bool, page_seconds: float) -> str:
    """Why a page is left out, in both languages."""
    if slow:
        return both(
            f"halaman dilewati: pembacaannya melebihi {page_seconds:g} detik",
            f"page left out: reading it took more than {page_seconds:g} seconds",
        )
    return both(
        "halaman dilewati: proses pembaca terhenti di sini (halaman rusak atau memori habis)",
        "page left out: the reading process died here (damaged page or out of memory)",
    )


def _attempt(
    tell: Callable[..., None],
    arguments: tuple[object, ...],
    page_seconds: float,
    watch: "Watch | None" = None,
) -> tuple[object, int, bool]:
    """One reading in a watched process: its answer, or None with the page it stopped at and whether its
    time ran out."""
    ours, theirs = SPAWN.Pipe(duplex=False)
    reader = SPAWN.Process(target=tell, args=(theirs, *arguments), daemon=True)
    reader.start()
    theirs.close()
    page = total = 0
    try:
        while ours.poll(_time(page, total, page_seconds)):
            message = ours.recv()
            if not isinstance(message, tuple):
                return message, page, False
            page, total = message
            if watch is not None:
                watch(page, total)
        return None, page, True
    except (EOFError, OSError):  # it ended, maybe in the middle of what it was telling
        return None, page, False
    finally:
        reader.kill()
        reader.join()
        ours.close()


def _tell_file(
    parent: Connection,
    task: Task,
    path: Source,
    skip: dict[int, str],
    corrections: Corrections,
    ahead: bool,
) -> None:
    """In the watched process: send (page, total) before each page, then the result."""
    begin_worker()

    def watch(page: int, total: int) -> None:
        parent.send((page, total))

    parent.send(_small(task(path, skip, watch, corrections, ahead)))


def _tell_scan(parent: Connection, path: Source, page: int) -> None:
    """In the watched process: send why the page could not be read, or nothing ("") when it was."""
    begin_worker()
    parent.send(read_scan(path, page) or "")
