"""What can go wrong with the database and with the exports, in both languages, with the way out."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

EXIT_DATABASE = 6
"""Exit code of the command line for every error of this module (data contract)."""


class CorpusError(Exception):
    """Base: `message_id` and `message_en` say what happened and what to do next."""

    exit_code: int = EXIT_DATABASE

    def __init__(self, message_id: str, message_en: str) -> None:
        """Both texts are whole sentences; `str()` of the error is the English one."""
        super().__init__(message_en)
        self.message_id = message_id
        self.message_en = message_en

    def __reduce__(self) -> tuple[type["CorpusError"], tuple[str, str]]:
        """Exceptions cross process borders with both texts."""
        return type(self), (self.message_id, self.message_en)


class DatabaseError(CorpusError):
    """The database could not be opened, read or written."""


class MissingDatabaseError(DatabaseError):
    """There is no database at the path, and reading does not make one."""


class UnwritableDatabaseError(DatabaseError):
    """The file or its folder cannot be opened or written."""


class NotADatabaseError(DatabaseError):
    """The file is no SQLite database, is damaged, or belongs to another program."""


class LockedDatabaseError(DatabaseError):
    """Another program kept the database locked for longer than the busy timeout."""


class NewerDatabaseError(DatabaseError):
    """A newer version of lkjip wrote the database; this one would not understand it."""


class OlderDatabaseError(DatabaseError):
    """The database waits for a migration, which cannot happen while it is opened for reading."""


class FullDiskError(DatabaseError):
    """No room left on the disk; the report in hand was not stored, earlier ones are whole."""


class ConflictingRowsError(DatabaseError):
    """A report claims one key twice or refers to a table it does not have: a fault of lkjip."""


class ExportError(CorpusError):
    """An export could not be written; files of an earlier export are untouched."""


def missing(path: Path) -> MissingDatabaseError:
    """The error for a database that is not there."""
    return MissingDatabaseError(
        f"Basis data {path} tidak ada. Jalankan 'lkjip run' lebih dahulu, atau tunjuk berkasnya dengan --db.",
        f"There is no database at {path}. Run 'lkjip run' first, or name the file with --db.",
    )


def unwritable(path: Path) -> UnwritableDatabaseError:
    """The error for a place where the database cannot be made, opened or changed."""
    return UnwritableDatabaseError(
        f"Basis data {path} tidak dapat dibuka atau ditulis. Periksa apakah foldernya ada dan boleh ditulis, "
        "atau pilih tempat lain dengan --db.",
        f"The database {path} cannot be opened or written. Check that its folder exists and that you may "
        "write there, or choose another place with --db.",
    )


def foreign(path: Path) -> NotADatabaseError:
    """The error for a file that is not a database of lkjip."""
    return NotADatabaseError(
        f"{path} bukan basis data lkjip, atau rusak. Berkas itu tidak diubah; pilih nama lain dengan --db.",
        f"{path} is not a database of lkjip, or it is damaged. It was not changed; choose another name "
        "with --db.",
    )


def translate(error: sqlite3.Error, path: Path) -> DatabaseError:
    """The error of this module that tells what SQLite's `error` on the database `path` means."""
    # The low byte is the primary result code, the rest a detail: https://www.sqlite.org/rescode.html
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT):
        return foreign(path)
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return unwritable(path)
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LockedDatabaseError(
            f"Basis data {path} sedang dipakai program lain. Tutup program itu, lalu ulangi.",
            f"Another program is using the database {path}. Close that program, then try again.",
        )
    if code == sqlite3.SQLITE_FULL:
        return FullDiskError(
            f"Ruang disk untuk {path} habis. Laporan terakhir tidak disimpan, yang sebelumnya utuh; "
            "kosongkan ruang, lalu ulangi.",
            f"No room left on the disk for {path}. The last report was not stored, earlier ones are whole; "
            "make room, then try again.",
        )
    if code == sqlite3.SQLITE_CONSTRAINT:
        return ConflictingRowsError(
            f"Hasil baca laporan ini bertentangan dengan dirinya sendiri ({error}); laporan tidak disimpan. "
            "Ini kesalahan lkjip: mohon laporkan beserta berkasnya.",
            f"What was read of this report conflicts with itself ({error}); it was not stored. "
            "This is a fault of lkjip: please report it together with the file.",
        )
    return DatabaseError(
        f"Basis data {path} gagal dibaca atau ditulis: {error}. Ulangi; bila tetap gagal, pilih tempat lain "
        "dengan --db.",
        f"The database {path} could not be read or written: {error}. Try again; if it keeps failing, choose "
        "another place with --db.",
    )


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns SQLite's errors inside the block into those of this module."""
    try:
        yield
    except sqlite3.Error as error:
        raise translate(error, path) from error


@contextmanager
def translated_export(path: Path) -> Iterator[None]:
    """Turns the system's errors inside the block into `ExportError` about `path`."""
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise ExportError(
            f"{path} tidak dapat ditulis ({reason}). Tutup berkas itu bila terbuka di program lain, periksa "
            "folder dan ruang disk, lalu ulangi.",
            f"{path} cannot be written ({reason}). Close it if another program has it open, check the folder "
            "and the room on the disk, then try again.",
        ) from error
