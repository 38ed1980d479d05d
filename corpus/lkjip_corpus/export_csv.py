"""The dataset as CSV: one UTF-8 file per table, same names and columns as the database."""

import csv
from pathlib import Path

from lkjip_corpus.errors import translated_export
from lkjip_corpus.store import Store
from lkjip_schemas.fields import TABLE_SPECS, TableSpec


def export_csv(store: Store, folder: Path) -> tuple[Path, ...]:
    """Writes `reports.csv`, `pages.csv` ... into `folder` (made if missing); returns their paths.

    Rows stand in the order of the key, lines end in a newline, a missing value is empty. Text is as
    printed: a cell that starts with `=` is *not* defused. All files are written under temporary
    names first, so that a failure leaves an earlier export whole; other files in the folder are left
    alone. ExportError when the folder cannot be written.
    """
    done: list[tuple[Path, Path]] = []
    with translated_export(folder):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            with store.snapshot():
                for spec in TABLE_SPECS:
                    target = folder / f"{spec.name}.csv"
                    draft = folder / f".{spec.name}.csv.tmp"
                    done.append((draft, target))
                    write_table(store, spec, draft)
            for draft, target in done:
                draft.replace(target)
        finally:
            for draft, _ in done:
                draft.unlink(missing_ok=True)
    return tuple(target for _, target in done)


def write_table(store: Store, spec: TableSpec, path: Path) -> None:
    """Writes one table as a CSV file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(spec.names)
        writer.writerows(row.values() for row in store.rows(spec.name))
