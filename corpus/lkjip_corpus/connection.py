"""Opening the SQLite file: for writing with migrations, or for reading without leaving a trace."""

from __future__ import annotations

import importlib
import os
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from lkjip_corpus.errors import foreign, missing, translated, unwritable
from lkjip_corpus.migrations import check, migrate

if TYPE_CHECKING:
    from sqlite_utils import Database

SQLITE_HEADER = b"SQLite format 3\0"
"""How every database begins: https://www.sqlite.org/fileformat.html"""

BUSY_TIMEOUT_MS = 10_000
"""How long to wait for another writer. Storing the largest report takes about a second."""


def open_database(path: Path, *, read_only: bool, busy_timeout_ms: int) -> Database:
    """A connection to the database at `path`, checked (reading) or brought up to date (writing).

    Raises the classes of `lkjip_corpus.errors`; nothing stays open then.
    """
    if path.exists() and not path.is_file():  # a folder, a pipe
        raise unwritable(path)
    if read_only and not path.exists():
        raise missing(path)
    if not read_only and not _writable(path):  # SQLite itself would say so at the first report only
        raise unwritable(path)
    if path.exists() and not _is_sqlite(path):
        raise foreign(path)
    with translated(path):
        db = _connect_reading(path) if read_only else _connect(f"file:{_quoted(path)}?mode=rwc")
        try:
            db.execute(f"PRAGMA busy_timeout = {int(busy_timeout_ms)}")
            db.execute("PRAGMA foreign_keys = ON")
            if read_only:
                check(db, path)
            else:
                migrate(db, path)
                # Readers (the review application) go on while a report is stored. After the
                # migration, so that a foreign database is refused untouched.
                db.enable_wal()
        except BaseException:
            db.close()
            raise
    return db


def _writable(path: Path) -> bool:
    """Whether file and folder may be written: the log of WAL stands beside the database."""
    return _may_write(path.parent) and (not path.exists() or _may_write(path))


def _may_write(place: Path) -> bool:
    return os.access(place, os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _is_sqlite(path: Path) -> bool:
    """Whether the file may be a database: SQLite itself takes a file of a few bytes for an empty one."""
    try:
        with path.open("rb") as file:
            return file.read(len(SQLITE_HEADER)) in (b"", SQLITE_HEADER)
    except OSError as error:
        raise unwritable(path) from error


def _connect_reading(path: Path) -> Database:
    db = _connect(f"file:{_quoted(path)}?mode=ro")
    try:
        db.execute("select count(*) from sqlite_master").fetchone()
    except sqlite3.OperationalError:
        db.close()
        # A WAL database on a read-only medium: SQLite cannot make its index of the log. Without a
        # log there is nothing to index, and no writer who could start one.
        log = path.with_name(path.name + "-wal")
        if _may_write(path.parent) or (log.exists() and log.stat().st_size):
            raise
        return _connect(f"file:{_quoted(path)}?mode=ro&immutable=1")
    except BaseException:
        db.close()
        raise
    return db


def _connect(uri: str) -> Database:
    # Plugins of sqlite-utils may add functions and are none of our business.
    opened: Database = _sqlite_utils().Database(sqlite3.connect(uri, uri=True), execute_plugins=False)
    return opened


def _sqlite_utils() -> Any:
    """sqlite-utils without pandas and numpy: it would load them, more than half a second, for types of columns that are
    not used here."""
    absent = [name for name in ("pandas", "numpy") if name not in sys.modules]
    if "sqlite_utils" not in sys.modules:
        sys.modules.update(dict.fromkeys(absent))  # type: ignore[arg-type]  # None: the documented "not there"
    try:
        return importlib.import_module("sqlite_utils")
    finally:
        for name in absent:
            if sys.modules.get(name, ...) is None:
                del sys.modules[name]


def _quoted(path: Path) -> str:
    """The path inside a SQLite URI, where ? # and % mean something."""
    name = quote(path.absolute().as_posix())
    return name if name.startswith("/") else f"/{name}"  # a Windows drive: file:/C%3A/...
