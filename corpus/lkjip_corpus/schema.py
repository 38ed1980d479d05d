"""The tables of the database, made from the field dictionary with sqlite-utils."""

from typing import TYPE_CHECKING

from lkjip_schemas.fields import TABLE_SPECS, Field, TableSpec

if TYPE_CHECKING:  # sqlite_utils imports pandas: 0.3 s that a mere --help must not pay
    from sqlite_utils import Database

SPECS: dict[str, TableSpec] = {spec.name: spec for spec in TABLE_SPECS}

MORE_INDEXES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("findings", ("severity",)),
    ("observations", ("measure", "period")),
    ("sentences", ("wording",)),
    ("indicator_years", ("name_key", "year")),
    ("program_years", ("name_key", "year")),
)
"""Indexes beside those on keys and on columns that refer to another table."""


SEARCHED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("sentences", ("text",)),
    ("findings", ("message_id", "message_en")),
    ("observations", ("subject",)),
)
"""Tables and columns of the full-text search (FTS5); triggers keep it true."""


def enable_search(db: "Database") -> None:
    """Makes the full-text index of every searched table that has none."""
    for name, columns in SEARCHED:
        table = db.table(name)
        if table.detect_fts() is None:
            table.enable_fts(columns, create_triggers=True, tokenize="unicode61")
            table.populate_fts(columns)


def create_tables(db: "Database") -> None:
    """Creates every table of the field dictionary that is missing, with keys and indexes."""
    for spec in TABLE_SPECS:
        if db.table(spec.name).exists():
            continue
        table = db.table(spec.name)
        table.create(
            {f.name: f.type.sqlite for f in spec.fields},
            pk=spec.key[0] if len(spec.key) == 1 else spec.key,
            foreign_keys=[_reference(f) for f in spec.fields if f.refers],
            not_null=spec.key,
        )
        for field in spec.fields:
            if field.refers and field.name != spec.key[0]:
                table.create_index([field.name])
        for name, columns in MORE_INDEXES:
            if name == spec.name:
                table.create_index(columns)


def _reference(field: Field) -> tuple[str, str, str]:
    """Column, other table, other column."""
    table, column = field.refers.split(".")
    return field.name, table, column


def key_order(name: str) -> str:
    """ORDER BY terms that put the rows of a table in the order of its key."""
    return ", ".join(f'"{column}"' for column in SPECS[name].key)


def of_report(spec: TableSpec) -> str:
    """WHERE terms, with one parameter, for the rows that belong to one report."""
    if "report_id" in spec.names:
        return "report_id = ?"
    return "table_id in (select table_id from tables where report_id = ?)"
