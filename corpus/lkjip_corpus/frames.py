"""The dataset as pandas frames, for notebooks."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lkjip_corpus.schema import SPECS
from lkjip_corpus.store import Store
from lkjip_schemas.fields import FieldType

if TYPE_CHECKING:
    import pandas as pd


def _decimal(stored: str | None) -> Decimal | None:
    return None if stored is None else Decimal(stored)


def _parsed(stored: str) -> Any:
    """What a JSON column holds; the values of figures as exact decimals."""
    held = json.loads(stored)
    if isinstance(held, list):
        return [{**x, "value": _decimal(x["value"])} if isinstance(x, dict) else x for x in held]
    return held


DTYPES: Mapping[FieldType, str] = {
    FieldType.TEXT: "string",
    FieldType.INTEGER: "Int64",
    FieldType.REAL: "Float64",
    FieldType.DECIMAL: "object",
    FieldType.JSON: "object",
}
"""pandas types by field type; decimals are exact `decimal.Decimal` objects, or None."""

_PARSERS: Mapping[FieldType, Callable[[Any], Any]] = {
    FieldType.DECIMAL: _decimal,
    FieldType.JSON: _parsed,
}


@dataclass(frozen=True, slots=True)
class Dataset:
    """The tables of one database as DataFrames, read anew at each call."""

    path: Path

    def reports(self) -> "pd.DataFrame":
        """One row per PDF file."""
        return self.table("reports")

    def observations(self) -> "pd.DataFrame":
        """One row per printed figure; `value` holds exact `Decimal` objects."""
        return self.table("observations")

    def findings(self) -> "pd.DataFrame":
        """One row per finding, folded ones included; `figures` holds lists of dicts."""
        return self.table("findings")

    def table(self, name: str) -> "pd.DataFrame":
        """Any table of the field dictionary. KeyError when there is none of that name."""
        import pandas as pd

        fields = SPECS[name].fields
        with Store.open(self.path, read_only=True) as store:
            rows = list(store.rows(name))
        columns: dict[str, pd.Series[Any]] = {}
        for field in fields:
            parse = _PARSERS.get(field.type)
            values = [row[field.name] if parse is None else parse(row[field.name]) for row in rows]
            columns[field.name] = pd.Series(values, dtype=DTYPES[field.type])
        return pd.DataFrame(columns)


def open_dataset(path: Path | str) -> Dataset:
    """The dataset in the database at `path`. DatabaseError when it cannot be read.

    >>> open_dataset("lkjip.db").observations().query("measure == 'pagu_rp'")  # doctest: +SKIP
    """
    dataset = Dataset(Path(path))
    Store.open(dataset.path, read_only=True).close()
    return dataset
