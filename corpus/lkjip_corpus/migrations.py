"""Numbered changes of the database, recorded in the table `_lkjip_migrations`.

The first makes all tables of the field dictionary as it is *now*. A later one therefore meets two
kinds of databases, old ones and fresh ones: it must look before it changes (`add column if missing`)
so that both end alike. Numbers are never reused and never reordered.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_corpus.errors import NewerDatabaseError, OlderDatabaseError, foreign
from lkjip_corpus.schema import create_tables, enable_search
from lkjip_corpus.views import make_views, views_are_current

if TYPE_CHECKING:
    from sqlite_utils import Database

MIGRATIONS_TABLE = "_lkjip_migrations"


@dataclass(frozen=True, slots=True)
class Migration:
    """One change: its number (from 1, without gaps), a name for people, and what it does."""

    number: int
    name: str
    apply: "Callable[[Database], None]"


PLACES_TABLE = "_lkjip_places"
"""Where the files lie on this machine: internal."""
READINGS_TABLE = "_lkjip_readings"
"""What was read, and by which code: internal."""
TOGETHER_TABLE = "_lkjip_together"
"""Which documents a report was compared with: internal, so that an interrupted run is completed by the next."""


def create_places(db: "Database") -> None:
    """Makes the internal table of the places of files."""
    if not db.table(PLACES_TABLE).exists():
        db.table(PLACES_TABLE).create({"report_id": str, "place": str}, pk="report_id")


def create_readings(db: "Database") -> None:
    """Makes the internal table of `readings`."""
    if not db.table(READINGS_TABLE).exists():
        db.table(READINGS_TABLE).create(
            {"report_id": str, "reading": str, "rules": str, "body": bytes},
            pk="report_id",
            foreign_keys=[("report_id", "reports", "report_id")],
        )


MIGRATIONS: tuple[Migration, ...] = (
    Migration(1, "tables of the field dictionary", create_tables),
    Migration(2, "table doubts", create_tables),
    Migration(3, "tables of identity, typed records, indicators and text", create_tables),
    Migration(4, "table sentences", create_tables),
    Migration(5, "tables for research, replaced versions", create_tables),
    Migration(6, "full-text search", enable_search),
    Migration(7, "readings kept for changed rules", create_readings),
    Migration(8, "decisions of reviewers", create_tables),
    Migration(9, "places of files", create_places),
)


@contextmanager
def transaction(db: "Database") -> Iterator[None]:
    """One write transaction: all of the block or nothing.

    It takes the write lock at once, so that two writers wait for each other instead of failing half
    way. sqlite-utils (4.0 on) uses savepoints inside an open transaction and does not end it.
    """
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.commit()
    except BaseException:
        db.rollback()
        raise


def database_version(db: "Database") -> int:
    """Number of the last migration applied; 0 for a database without any."""
    numbers = [row["number"] for row in db.table(MIGRATIONS_TABLE).rows_where(select="number")]
    return max(numbers, default=0)


def check(db: "Database", path: Path) -> None:
    """Says whether the database at `path` can be read as it is.

    NotADatabaseError, NewerDatabaseError or OlderDatabaseError when not.
    """
    version = database_version(db)
    if version == 0:
        raise foreign(path)
    _refuse_newer(version, path)
    if version < MIGRATIONS[-1].number:
        raise OlderDatabaseError(
            f"Basis data {path} dibuat lkjip versi lama. Jalankan 'lkjip run' sekali agar diperbarui.",
            f"The database {path} was made by an older lkjip. Run 'lkjip run' once to bring it up to date.",
        )


def migrate(db: "Database", path: Path) -> None:
    """Brings an empty or older database up to date, all steps or none.

    NotADatabaseError when it holds tables of another program, NewerDatabaseError when it is ahead of
    this code.
    """
    version = database_version(db)
    _refuse_newer(version, path)
    if version == MIGRATIONS[-1].number and views_are_current(db):
        return
    with transaction(db):
        version = database_version(db)  # another process may have been first
        if version == 0 and db.table_names():
            raise foreign(path)
        table = db.table(MIGRATIONS_TABLE)
        if not table.exists():
            table.create({"number": int, "name": str}, pk="number")
        for migration in MIGRATIONS:
            if migration.number > version:
                migration.apply(db)
                table.insert({"number": migration.number, "name": migration.name})
        make_views(db)


def _refuse_newer(version: int, path: Path) -> None:
    known = MIGRATIONS[-1].number
    if version > known:
        raise NewerDatabaseError(
            f"Basis data {path} dibuat lkjip yang lebih baru (versi basis data {version}, program ini "
            f"mengenal sampai {known}). Perbarui lkjip, atau pilih basis data lain dengan --db.",
            f"The database {path} was made by a newer lkjip (database version {version}, this program knows "
            f"up to {known}). Upgrade lkjip, or choose another database with --db.",
        )
