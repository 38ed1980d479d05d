"""The facts that must hold inside a money block, and whether they hold with other figures.

A fact has the same id that the rules put into `Hit.breaks`, so a repair that makes a fact hold folds
the finding about it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip_checks.hierarchy import Block, Node, holds
from lkjip_checks.rows import Column, MoneyRow
from lkjip_checks.tolerance import Interval, fits, percentage
from lkjip_schemas.vocabulary import Measure

Change = Mapping[tuple[str, Column], Decimal]
"""Figures that are tried instead of the printed ones: (row id, column) -> rupiah."""


def fact_id(rule_id: str, row: MoneyRow, column: Column | None = None) -> str:
    """The id of a fact about a row, or about one of its columns."""
    return f"{rule_id}:{row.id}" + (f":{column.measure}:{column.nth}" if column else "")


def part_fact(row: MoneyRow, column: Column) -> str:
    """The id of the fact that a row is the right part of the row above it."""
    return f"{fact_id('AR-04', row, column)}:part"


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact about one block. `hard` facts must not be broken by a repair."""

    id: str
    block: Block
    whole: MoneyRow
    parts: tuple[MoneyRow, ...]
    column: Column
    hard: bool = True

    def cells(self) -> frozenset[tuple[str, Column]]:
        """The figures it speaks of."""
        if self.parts:
            return frozenset((r.id, self.column) for r in (self.whole, *self.parts))
        columns = (Column(Measure.PAGU_RP, max(0, len(self.whole.pagu) - 1)), Column(Measure.REALISASI_RP))
        return frozenset((self.whole.id, c) for c in columns)

    def true(self, change: Change) -> bool | None:
        """Whether it holds with the changed figures; None when it cannot be judged."""
        if self.parts:
            return self._sum_true(change)
        pagu_column = Column(Measure.PAGU_RP, max(0, len(self.whole.pagu) - 1))
        pagu = _value(self.whole, pagu_column, change)
        spent = _value(self.whole, Column(Measure.REALISASI_RP), change)
        if pagu is None or spent is None:
            return None
        if self.hard:
            return spent <= pagu
        share = self.whole.serapan[0]
        exact = percentage(Interval.exact(spent), Interval.exact(pagu))
        return None if share.value is None or exact is None else fits(share.value, share.decimals, exact)

    def _sum_true(self, change: Change) -> bool | None:
        if not any(cell in change for cell in self.cells()):
            return holds(self.block, self.whole, self.parts, self.column)
        whole = _value(self.whole, self.column, change)
        if whole is None:
            return None
        total = sum((_value(p, self.column, change) or Decimal(0) for p in self.parts), Decimal(0))
        printed = [o for r in (self.whole, *self.parts) if (o := r.column(self.column)) is not None]
        return abs(total - whole) <= self.block.slack(printed)


def _value(row: MoneyRow, column: Column, change: Change) -> Decimal | None:
    if (row.id, column) in change:
        return change[(row.id, column)]
    figure = row.column(column)
    return None if figure is None else figure.value


def facts_of(block: Block, totals: Sequence[tuple[MoneyRow, tuple[MoneyRow, ...]]]) -> list[Fact]:
    """All facts of a block; `totals` are the total rows with the rows they are the sum of."""
    facts: list[Fact] = []
    for column in block.columns:
        for node in block.nodes():
            if node.children:
                facts.append(sum_fact(block, node, column))
        for total, parts in totals:
            facts.append(Fact(fact_id("AR-05", total, column), block, total, parts, column))
    for row in (*block.rows, *block.totals):
        if len(row.realisasi) == 1 and row.pagu:
            spent = Column(Measure.REALISASI_RP)
            facts.append(Fact(fact_id("AR-07", row), block, row, (), spent))
            if len(row.serapan) == 1:
                facts.append(Fact(fact_id("AR-03", row), block, row, (), spent, hard=False))
    return facts


def sum_fact(block: Block, node: Node, column: Column) -> Fact:
    """The fact that a row is the sum of its parts in one column."""
    return Fact(
        fact_id("AR-04", node.row, column), block, node.row, tuple(c.row for c in node.children), column
    )
