"""The processes of this machine that read, and how they hand over what they read.

All workers of a pool answer through one pipe. A worker that is killed (by the kernel for memory, say) while it sends a
long answer leaves half of it there, and a lock that nobody frees: all wait for ever. So a long answer goes into a
file, and only its name through the pipe, which is written at once or not at all.
"""

import os
import pickle
import shutil
import tempfile
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from lkjip.worker import begin_worker

RECYCLE_AFTER = 50
"""A worker is replaced after this many tasks, so that no library can hoard memory."""
SHORT = 2048
"""Bytes that a pipe takes at once (POSIX: at least 512, Linux 4,096), with room for what the pool adds."""

FOLDER = "lkjip-answers-"
"""How the names of the folders for answers begin; the number of the run's process follows."""

SPAWN = get_context("spawn")  # a fork would copy the database connection and the progress thread


@dataclass(frozen=True, slots=True)
class Filed:
    """An answer that lies in a file."""

    path: Path

    def take(self) -> Any:
        """The answer; its file is gone then."""
        try:
            return pickle.loads(self.path.read_bytes())  # noqa: S301 - written by our own worker in a private folder
        finally:
            self.path.unlink(missing_ok=True)


def taken(answer: Any) -> Any:
    """What a task answered, be it in a file or not."""
    return answer.take() if isinstance(answer, Filed) else answer


class ProcessPool:
    """Processes of this machine."""

    lost: tuple[type[BaseException], ...] = ()

    def open(self, workers: int) -> Executor:
        """A pool of `workers` processes."""
        return _Processes(workers)


class _Processes(ProcessPoolExecutor):
    """A pool with a private folder for long answers, which goes with it; where none can be made, all go through the
    pipe."""

    def __init__(self, workers: int) -> None:
        try:
            _remove_left_behind()
            self._folder = tempfile.mkdtemp(prefix=f"{FOLDER}{os.getpid()}-")
        except OSError:
            self._folder = ""
        super().__init__(
            workers,
            mp_context=SPAWN,
            max_tasks_per_child=RECYCLE_AFTER,
            initializer=begin_worker,
            initargs=(self._folder,),
        )

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> "Future[Any]":
        return super().submit(_filed, self._folder, fn, *args, **kwargs)

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        super().shutdown(wait, cancel_futures=cancel_futures)
        if self._folder:
            shutil.rmtree(self._folder, ignore_errors=True)


def _remove_left_behind() -> None:
    """Remove the folders of runs of which all processes were killed in one moment."""
    if os.name != "posix":
        return  # elsewhere a process cannot be asked whether it lives
    for folder in Path(tempfile.gettempdir()).glob(f"{FOLDER}*-*"):
        number = folder.name.removeprefix(FOLDER).partition("-")[0]
        if number.isdigit() and not _lives(int(number)):
            shutil.rmtree(folder, ignore_errors=True)


def _lives(process: int) -> bool:
    """Whether a process of this number exists, be it another one."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _filed(folder: str, task: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """In a worker: the answer of a task, or the file with it when it is long and the disk takes it."""
    answer = task(*args, **kwargs)
    content = pickle.dumps(answer)
    if not folder or len(content) <= SHORT:
        return answer
    path = None
    try:
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
            path = Path(file.name)
            file.write(content)
    except OSError:  # the disk is full
        if path is not None:
            path.unlink(missing_ok=True)
        return answer
    return Filed(path)
