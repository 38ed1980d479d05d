"""Running the tasks: in this process, or in a pool whose workers may die without harm."""

from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from lkjip.work import Done, Failed, process

AHEAD = 3
"""Tasks handed out per worker: enough to keep it busy, few enough to keep results small in memory."""
RECYCLE_AFTER = 50
"""A worker is replaced after this many files, so that no library can hoard memory."""


def run_serial(paths: Sequence[Path]) -> Iterator[tuple[Path, Done | Failed]]:
    """One file after the other in this process: for one file, for debugging, and as the pool's twin."""
    for path in paths:
        yield path, process(path)


def run_pool(paths: Sequence[Path], workers: int) -> Iterator[tuple[Path, Done | Failed]]:
    """Results as they come. A file whose worker dies is tried alone once, then given up with a reason."""
    waiting = list(reversed(paths))
    alone: list[Path] = []
    while waiting:
        pool = ProcessPoolExecutor(
            workers, mp_context=get_context("spawn"), max_tasks_per_child=RECYCLE_AFTER
        )
        running: dict[Future[Done | Failed], Path] = {}
        try:
            while waiting or running:
                while waiting and len(running) < workers * AHEAD:
                    path = waiting.pop()
                    running[pool.submit(process, path)] = path
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
        yield path, _alone(path)


def _alone(path: Path) -> Done | Failed:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        try:
            return pool.submit(process, path).result()
        except BrokenProcessPool:
            return Failed(
                "",
                path.name,
                "proses pembaca terhenti saat membaca berkas ini (berkas rusak atau memori habis)",
                "the reading process died on this file (damaged file or out of memory)",
            )
