"""The log of a run, on request: one line per file, with the time, to be searched afterwards."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TextIO

from lkjip_corpus.canonical import text


class RunLog:
    """Writes to a file, or nowhere; every line is on the disk before the next file begins."""

    def __init__(self, path: Path | None) -> None:
        """`path` None: no log."""
        self._path = path
        self._file: TextIO | None = None
        self.failed = ""
        """Why the log ended before the run; empty when it did not."""

    def __enter__(self) -> Self:
        """Opens the file at its end. OSError when it cannot be written."""
        if self._path is not None:
            self._file = self._path.open("a", encoding="utf-8")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Closes the file."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()

    def file(self, source: str, report_id: str, note: str) -> None:
        """One file is done: `time TAB report TAB file TAB note`, line ends inside them shown as blanks."""
        if self._file is None:
            return
        fields = (datetime.now(UTC).isoformat(timespec="seconds"), report_id[:16] or "-", source, note)
        try:
            self._file.write("\t".join(" ".join(text(f).split()) for f in fields) + "\n")
            self._file.flush()
        except OSError as error:  # a full disk ends the log, not the run
            self.failed = error.strerror or str(error)
            with suppress(OSError):
                self._file.close()
            self._file = None
