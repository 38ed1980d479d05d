"""Progress on stderr: a bar with a terminal, plain lines without."""

import sys
from types import TracebackType
from typing import Protocol, Self

from lkjip_corpus.canonical import text
from lkjip_schemas.bilingual import Language, pick


class Progress(Protocol):
    """What the run tells while it works."""

    def __enter__(self) -> Self: ...  # noqa: D105

    def __exit__(  # noqa: D105
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def finished(self, file: str, note: str) -> None:
        """One more file is done; `note` says how it went."""

    def scanned(self, file: str, done: int, total: int) -> None:
        """So many of the scanned pages of a file are read."""


class Lines:
    """One plain line per file, for logs and pipes."""

    def __init__(self, total: int, language: Language) -> None:
        self._total = total
        self._done = 0
        self._language = language

    def __enter__(self) -> Self:
        """Nothing to open."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to close."""

    def finished(self, file: str, note: str) -> None:
        """Write `[3/12] file: note`."""
        self._done += 1
        sys.stderr.write(text(f"[{self._done}/{self._total}] {file}: {note}\n"))
        sys.stderr.flush()

    def scanned(self, file: str, done: int, total: int) -> None:
        """Write a line for the first page, every tenth, and the last."""
        if done in {1, total} or done % 10 == 0:
            words = pick(self._language, "halaman pindaian", "scanned page")
            of = pick(self._language, "dari", "of")
            sys.stderr.write(text(f"    {file}: {words} {done} {of} {total}\n"))
            sys.stderr.flush()


class Bar:
    """A bar with the time left and the file that was read last."""

    def __init__(self, total: int, language: Language) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._language = language
        self._bar = Progress(
            TextColumn(pick(language, "Membaca", "Reading")),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.description}", markup=False),
            console=Console(stderr=True),
            transient=True,
        )
        self._task = self._bar.add_task("", total=total)

    def __enter__(self) -> Self:
        """Show the bar."""
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the bar away."""
        self._bar.stop()

    def finished(self, file: str, note: str) -> None:
        """Move on by one file."""
        self._bar.update(self._task, advance=1, description=text(file)[:60])

    def scanned(self, file: str, done: int, total: int) -> None:
        """Show the page beside the file's name."""
        words = pick(self._language, "pindaian", "scan")
        self._bar.update(self._task, description=f"{text(file)[:48]} · {words} {done}/{total}")


def progress(total: int, language: Language) -> Bar | Lines:
    """The bar on a terminal, lines elsewhere."""
    return Bar(total, language) if sys.stderr.isatty() else Lines(total, language)
