"""Figures that slipped one column: the row of one table against the same row of another.

Magetan A07: `37.690.000 | 7.166.323.003 | 98,38` where the other tables print
`7.166.323.003 | 7.050.483.227`: the budget stands in the column of the spending, and the printed
percentage is still that of the right figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip_checks.hierarchy import Block
from lkjip_checks.rows import Column, MoneyRow, doubtful
from lkjip_checks.tolerance import Interval, fits, percentage
from lkjip_normalize.linking import name_likeness
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import Measure


@dataclass(frozen=True, slots=True)
class Slip:
    """A row whose figures stand one column off, and the row of another table that shows it."""

    row: MoneyRow
    pagu: Observation
    realisasi: Observation
    budget_as_spending: bool

    @property
    def id(self) -> str:
        """The fact that the figures of this row stand in their columns."""
        return f"SLIP:{self.row.id}"

    def mends(
        self, block: Block, total: MoneyRow, reading: Sequence[MoneyRow], broken: Sequence[Column]
    ) -> bool:
        """Whether the total holds in one of the broken columns once this row is put right."""
        for column in broken:
            right = self.pagu if column.measure is Measure.PAGU_RP else self.realisasi
            whole = total.column(column)
            figures = [right if r.id == self.row.id else r.column(column) for r in reading]
            if whole is None or whole.value is None or any(f is None or f.value is None for f in figures):
                continue
            total_of = sum((f.value for f in figures if f is not None and f.value is not None), Decimal(0))
            if abs(total_of - whole.value) <= block.slack([whole]):
                return True
        return False


def row_percentage(pagu: Observation, realisasi: Observation) -> Interval | None:
    """Spending against budget in percent; None for a budget of 0 or figures without value."""
    if pagu.value is None or realisasi.value is None:
        return None
    return percentage(Interval.exact(realisasi.value), Interval.exact(pagu.value))


def slips(rows: Sequence[MoneyRow]) -> tuple[Slip, ...]:
    """All slipped rows among the money rows of a report."""
    return tuple(s for row in rows if (s := _slip(rows, row)) is not None)


def _slip(rows: Sequence[MoneyRow], row: MoneyRow) -> Slip | None:
    if not (len(row.pagu) == len(row.realisasi) == len(row.serapan) == 1):
        return None
    pagu, spent, share = row.pagu[0], row.realisasi[0], row.serapan[0]
    own = row_percentage(pagu, spent)
    if share.value is None or own is None or fits(share.value, share.decimals, own):
        return None
    if any(doubtful(o) for o in row.observations):
        return None
    for other in rows:
        if other.table_no == row.table_no or other.period != row.period or not other.realisasi:
            continue
        for other_pagu in other.pagu:
            other_spent = other.realisasi[0]
            left = spent.value == other_pagu.value and spent.value != 0
            right = pagu.value == other_spent.value and pagu.value != 0
            if not (left or right) or name_likeness(row.subject, other.subject) == 0:
                continue
            exact = row_percentage(other_pagu, other_spent)
            if exact is not None and fits(share.value, share.decimals, exact):
                return Slip(row, other_pagu, other_spent, budget_as_spending=left)
    return None
