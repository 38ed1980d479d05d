"""The dataset as Parquet: a folder per table, parted by province and report year, for DuckDB, Spark or pandas.

Exact decimals stay text, as in the database: `cast(value as decimal(38, 10))` in DuckDB.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lkjip_corpus.export_folder import export_folder
from lkjip_corpus.loading import TABLE_ID_HEX, Row
from lkjip_corpus.store import Store
from lkjip_schemas.fields import TABLE_SPECS, FieldType, TableSpec

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 20_000
"""Rows held in memory at once."""
UNKNOWN = "tidak_diketahui"
"""The province of reports that do not tell it."""
PROVINCE, YEAR = "part_provinsi", "part_tahun"


def export_parquet(store: Store, folder: Path) -> None:
    """Writes `folder/TABLE/part_provinsi=.../part_tahun=.../*.parquet`. ExportError when it cannot be written."""
    import pyarrow as pa
    import pyarrow.dataset as ds

    with export_folder(folder) as draft, store.snapshot():
        parts = {
            str(r["report_id"])[:TABLE_ID_HEX]: (r["provinsi"] or UNKNOWN, r["year"] or 0)
            for r in store.reports(replaced=True)
        }
        for spec in TABLE_SPECS:
            schema = _schema(spec)
            partitioning = ds.partitioning(
                pa.schema([(PROVINCE, pa.string()), (YEAR, pa.int32())]), flavor="hive"
            )
            # One batch at a time: the writer reads an iterator in threads of its own, a database is of one thread.
            for number, batch in enumerate(_batches(store.rows(spec.name), schema, parts)):
                ds.write_dataset(
                    batch,
                    draft / spec.name,
                    format="parquet",
                    partitioning=partitioning,
                    basename_template=f"{spec.name}-{number:04d}-{{i}}.parquet",
                    existing_data_behavior="overwrite_or_ignore",
                    max_partitions=1 << 16,
                )


def _schema(spec: TableSpec) -> "pa.Schema":
    import pyarrow as pa

    types = {FieldType.INTEGER: pa.int64(), FieldType.REAL: pa.float64()}
    fields = [
        pa.field(f.name, types.get(f.type, pa.string()), metadata={"id": f.id, "en": f.en})
        for f in spec.fields
    ]
    return pa.schema([*fields, pa.field(PROVINCE, pa.string()), pa.field(YEAR, pa.int32())])


def _batches(
    rows: Iterable[Row], schema: "pa.Schema", parts: dict[str, tuple[str, int]]
) -> "Iterator[pa.RecordBatch]":
    import pyarrow as pa

    stream = iter(rows)
    while batch := list(islice(stream, BATCH)):
        columns: dict[str, list[Any]] = {name: [] for name in schema.names}
        for row in batch:
            key = str(row.get("report_id") or row.get("table_id") or "")[:TABLE_ID_HEX]
            province, year = parts.get(key, (UNKNOWN, 0))
            for name, value in row.items():
                columns[name].append(value)
            columns[PROVINCE].append(province)
            columns[YEAR].append(year)
        yield pa.RecordBatch.from_pydict(columns, schema=schema)
