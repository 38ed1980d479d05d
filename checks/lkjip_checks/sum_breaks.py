"""A printed sum that its parts do not make up, and how that is said."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip_checks.hierarchy import Block
from lkjip_checks.numbers_text import (
    capital,
    number_en,
    number_id,
    pages_en,
    pages_id,
    printed,
    sum_text,
)
from lkjip_checks.rows import Column, MoneyRow, sum_of
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import Measure

COLUMN_ID = {Measure.PAGU_RP: "pagu", Measure.REALISASI_RP: "realisasi"}
COLUMN_EN = {Measure.PAGU_RP: "budget", Measure.REALISASI_RP: "spending"}


def column_id(column: Column, block: Block) -> str:
    """The Indonesian word for a money column; murni/perubahan where there are two budgets."""
    two = Column(Measure.PAGU_RP, 1) in block.columns and column.measure is Measure.PAGU_RP
    return COLUMN_ID[column.measure] + ((" murni", " perubahan", " ke-3")[min(column.nth, 2)] if two else "")


def column_en(column: Column, block: Block) -> str:
    """The English word for a money column."""
    two = Column(Measure.PAGU_RP, 1) in block.columns and column.measure is Measure.PAGU_RP
    return ("original ", "revised ", "third ")[min(column.nth, 2)] * two + COLUMN_EN[column.measure]


@dataclass(frozen=True, slots=True)
class SumBreak:
    """A printed sum that its parts do not make up."""

    whole: Observation
    parts: tuple[Observation, ...]
    total: Decimal
    column: Column

    @property
    def difference(self) -> Decimal:
        """By how much the parts exceed the printed sum."""
        return self.total - (self.whole.value or Decimal(0))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """The printed figures, the sum first."""
        return tuple(Figure.of(o) for o in (self.whole, *self.parts))


def sum_break(row: MoneyRow, parts: Sequence[MoneyRow], column: Column) -> SumBreak:
    """The figures of a sum that does not hold (every one of them has a value or is a dash)."""
    whole = row.column(column)
    if whole is None:
        raise ValueError("the row has no figure in this column")
    figures = tuple(o for p in parts if (o := p.column(column)) is not None)
    return SumBreak(whole, figures, sum_of(figures), column)


def sum_sentences(
    block: Block, row: MoneyRow, breaks: Sequence[SumBreak], parts_id: str, parts_en: str
) -> tuple[str, str]:
    """The broken sums of one row in one sentence, Indonesian and English; `parts_*` names the parts."""
    pages = [o.place.page for b in breaks for o in (b.whole, *b.parts)]
    told_id, told_en = [], []
    for b in breaks:
        listed = sum_text(b.parts)
        equals_id = f" ({listed} = {number_id(b.total)})" if listed else ""
        equals_en = f" ({listed} = {number_en(b.total)})" if listed else ""
        told_id.append(
            f"{column_id(b.column, block)} tercetak {printed(b.whole)}, sedangkan {parts_id} berjumlah "
            f"{number_id(b.total)}{equals_id}, selisih {number_id(abs(b.difference))}"
        )
        told_en.append(
            f"{column_en(b.column, block)} is printed {printed(b.whole)}, but {parts_en} add up to "
            f"{number_en(b.total)}{equals_en}, difference {number_en(abs(b.difference))}"
        )
    return (
        f"{capital(pages_id(pages))}: pada baris {row.name}, {'; '.join(told_id)}.",
        f"{capital(pages_en(pages))}: in the row {row.name}, {'; '.join(told_en)}.",
    )
