"""The next page of a file is loaded while the last one is worked on.

Loading is a quarter of the time that a page takes, and all of it is pdfium's own: a thread waits for it, and Python
goes on meanwhile. pdfium bears no two callers at a time; so a page is loaded only when no other is open, the next
question waits until it is there, and while two files are open, nothing is loaded ahead.
"""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any

Handles = tuple[Any, Any]
"""A page and its text, as pdfium knows them; None where there is none."""


class NextPage:
    """A thread that loads one page of a file at a time; `load` gives the handles of a page (from 0). RuntimeError where
    no thread can be started."""

    def __init__(self, load: Callable[[int], Handles]) -> None:
        self._load = load
        self._wanted: SimpleQueue[int | None] = SimpleQueue()
        self._loaded: SimpleQueue[tuple[int, Handles | BaseException]] = SimpleQueue()
        self._there: tuple[int, Handles | BaseException] | None = None
        self._waits = False
        self._waiting = Lock()
        Thread(target=self._work, daemon=True).start()

    def _work(self) -> None:
        while (index := self._wanted.get()) is not None:
            try:
                answer: Handles | BaseException = self._load(index)
            except BaseException as error:  # noqa: BLE001 - it is told to whom asks for the page
                answer = error
            self._loaded.put((index, answer))

    def begin(self, index: int) -> None:
        """Load page `index` (from 0); the one before is to be taken first."""
        self._waits = True
        self._wanted.put(index)

    def wait(self) -> None:
        """Until nothing is being loaded."""
        with self._waiting:
            if self._waits:
                self._there = self._loaded.get()
                self._waits = False

    def take(self) -> tuple[int, Handles]:
        """The number of the page that was loaded (-1 if none was), and its handles; they are the taker's now. What went
        wrong in the thread is raised here."""
        self.wait()
        there, self._there = self._there, None
        index, answer = there or (-1, (None, None))
        if isinstance(answer, BaseException):
            raise answer
        return index, answer

    def end(self) -> None:
        """Load no more; what was loaded is to be taken before."""
        self._wanted.put(None)
