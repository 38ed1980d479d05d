"""Running the tasks: a pool of workers, and a watched process for the file that ended or stopped one.

A page may crash the process that reads it (a damaged font, memory gone) or keep it for ever. In the pool
a page that exceeds its time ends its worker; files whose worker ended are read again one at a time in a
watched process, which tells each page it begins: the page at which it ends is left out the next time,
and the rest of the file is read.
"""

import faulthandler
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from lkjip.work import Done, Failed, process
from lkjip_schemas.bilingual import both

if TYPE_CHECKING:
    from lkjip_extract.page import Watch

AHEAD = 3
"""Tasks handed out per worker: enough to keep it busy, few enough to keep results small in memory."""
RECYCLE_AFTER = 50
"""A worker is replaced after this many files, so that no library can hoard memory."""
PAGE_SECONDS = 60.0
"""Time for one page; the slowest page of 153 real reports takes less than one second."""
START_SECONDS = 30.0
"""More time for a process to start, and for what follows when all pages are read;"""
REST_SECONDS = 0.1
"""for the latter so much more for each page of the file."""
MAX_SKIPPED = 20
"""A file with more pages than this that end the reading process is given up."""

_SPAWN = get_context("spawn")  # a fork would copy the database connection and the progress thread


class Task(Protocol):
    """Reads one file, leaves out the pages of `skip`, and tells `watch` each page it begins."""

    def __call__(  # noqa: D102
        self, path: Path, skip: Mapping[int, str], watch: "Watch"
    ) -> Done | Failed: ...


def run_tasks(
    paths: Sequence[Path], workers: int, page_seconds: float = PAGE_SECONDS, task: Task = process
) -> Iterator[tuple[Path, Done | Failed]]:
    """Results as they come, whatever becomes of the processes that make them."""
    alone = list(paths) if len(paths) == 1 else []
    waiting = [] if alone else list(reversed(paths))
    while waiting:
        pool = ProcessPoolExecutor(workers, mp_context=_SPAWN, max_tasks_per_child=RECYCLE_AFTER)
        running: dict[Future[Done | Failed], Path] = {}
        try:
            while waiting or running:
                while waiting and len(running) < workers * AHEAD:
                    path = waiting.pop()
                    running[pool.submit(_guarded, task, path, page_seconds)] = path
                finished, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in finished:
                    path = running.pop(future)
                    try:
                        yield path, future.result()
                    except BrokenProcessPool:
                        alone.append(path)
                        raise
        except BrokenProcessPool:
            alone.extend(running.values())
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
    for path in sorted(alone):
        yield path, read_watched(path, page_seconds, task=task)


def _guarded(task: Task, path: Path, page_seconds: float) -> Done | Failed:
    """In a worker: the worker ends when a page takes too long, even inside a library's own code."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:

        def watch(page: int, total: int) -> None:
            faulthandler.dump_traceback_later(_time(page, total, page_seconds), exit=True, file=nowhere)

        try:
            return task(path, {}, watch)
        finally:
            faulthandler.cancel_dump_traceback_later()


def _time(page: int, total: int, page_seconds: float) -> float:
    """Seconds that may pass until the next word; `page` 0 is before the first and after the last page."""
    return page_seconds if page else page_seconds + START_SECONDS + REST_SECONDS * total


def read_watched(
    path: Path,
    page_seconds: float = PAGE_SECONDS,
    watch: "Watch | None" = None,
    task: Task = process,
) -> Done | Failed:
    """Read one file in a process of its own; pages that end it or take too long are left out.

    `watch` is told each page that begins (0 when all are read) and the number of pages.
    """
    skip: dict[int, str] = {}
    while True:
        answer, page, slow = _attempt(task, path, page_seconds, skip, watch)
        if answer is not None:
            return answer
        if page == 0 or page in skip or len(skip) >= MAX_SKIPPED:
            return Failed(
                "",
                path.name,
                "proses pembaca terhenti saat membaca berkas ini (berkas rusak atau memori habis)",
                "the reading process died on this file (damaged file or out of memory)",
            )
        skip[page] = (
            both(
                f"halaman dilewati: pembacaannya melebihi {page_seconds:g} detik",
                f"page left out: reading it took more than {page_seconds:g} seconds",
            )
            if slow
            else both(
                "halaman dilewati: proses pembaca terhenti di sini (halaman rusak atau memori habis)",
                "page left out: the reading process died here (damaged page or out of memory)",
            )
        )


def _attempt(
    task: Task, path: Path, page_seconds: float, skip: dict[int, str], watch: "Watch | None"
) -> tuple[Done | Failed | None, int, bool]:
    """One reading: the result, or None with the page it stopped at and whether time ran out."""
    ours, theirs = _SPAWN.Pipe(duplex=False)
    reader = _SPAWN.Process(target=_tell, args=(theirs, task, path, skip), daemon=True)
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
    except EOFError:
        return None, page, False
    finally:
        reader.kill()
        reader.join()
        ours.close()


def _tell(parent: Connection, task: Task, path: Path, skip: dict[int, str]) -> None:
    """In the watched process: send (page, total) before each page, then the result."""
    parent.send(task(path, skip, lambda page, total: parent.send((page, total))))
