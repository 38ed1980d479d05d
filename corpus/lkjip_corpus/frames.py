"""The dataset as pandas frames, for notebooks."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lkjip_corpus.schema import SPECS
from lkjip_corpus.store import Store
from lkjip_corpus.views import VIEWS
from lkjip_schemas.fields import Field, FieldType

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

    def indicators(self) -> "pd.DataFrame":
        """One row per unit, indicator and year: target, realisasi, achievement as exact `Decimal`, and conflicts."""
        return self.view("unit_indicator_years")

    def programs(self) -> "pd.DataFrame":
        """One row per unit, program, year and budget stage: budget, spending, absorption."""
        return self.view("unit_program_years")

    def findings_by_rule(self) -> "pd.DataFrame":
        """Findings counted per report and rule."""
        return self.view("unit_findings")

    def ranking(self) -> "pd.DataFrame":
        """Units of a regency and year by mean achievement, with their high findings."""
        return self.view("unit_ranking")

    def targets_lowered(self) -> "pd.DataFrame":
        """Targets below what was achieved the year before."""
        return self.view("targets_lowered")

    def same_sentences(self) -> "pd.DataFrame":
        """Long sentences that reports of two units or years print in the same words."""
        return self.view("same_sentences")

    def comparison(self, year: int) -> "pd.DataFrame":
        """Achievement of a year: one row per indicator, one column per unit (exact `Decimal`, None where unknown)."""
        seen = self.indicators()
        own = seen[(seen["year"] == year) & seen["capaian_pct"].notna()]
        return own.pivot_table(
            index="name_key", columns=["kabkota", "instansi"], values="capaian_pct", aggfunc="first"
        )

    def view(self, name: str) -> "pd.DataFrame":
        """Any view of `lkjip_corpus.views`. KeyError when there is none of that name."""
        fields = next((v.spec.fields for v in VIEWS if v.spec.name == name), None)
        if fields is None:
            raise KeyError(name)
        with Store.open(self.path, read_only=True) as store:
            return _frame(fields, store.view(name))

    def table(self, name: str) -> "pd.DataFrame":
        """Any table of the field dictionary. KeyError when there is none of that name."""
        with Store.open(self.path, read_only=True) as store:
            return _frame(SPECS[name].fields, list(store.rows(name)))


def _frame(fields: Sequence[Field], rows: Sequence[Mapping[str, Any]]) -> "pd.DataFrame":
    import pandas as pd

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
