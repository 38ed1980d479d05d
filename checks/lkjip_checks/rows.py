"""Printed rows: the figures of one row put together, for money and for performance."""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from lkjip_checks.numbers_text import quoted
from lkjip_normalize.linking import name_key
from lkjip_normalize.wording import letters
from lkjip_schemas.place import SURE
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import (
    MONEY_MEASURES,
    PERFORMANCE_MEASURES,
    Measure,
    SubjectLevel,
    TableKind,
)

MOST_RUPIAH = Decimal(10) ** 16
"""No budget is that large (the national one is about 3 * 10^15): two figures were read as one."""

RUPIAH_DECIMALS = (0, 2)
"""Decimals of printed rupiah: `90150.000` lacks a thousands mark, `400.0` was cut by its cell."""

PERCENT_UNITS = ("", "persen", "prosen")
"""Units of percentages, letters only."""


class Column(NamedTuple):
    """A money column of a table: the measure, and which of several (budget 0 murni, 1 perubahan)."""

    measure: Measure
    nth: int = 0


def value_of(observation: Observation) -> Decimal:
    """The value of a figure that is known to have one."""
    return observation.value or Decimal(0)


def sum_of(figures: Iterable[Observation]) -> Decimal:
    """The sum of figures; a dash counts nothing."""
    return sum(map(value_of, figures), Decimal(0))


def doubtful(observation: Observation) -> bool:
    """Whether the figure was read too uncertainly to accuse anybody."""
    return observation.place.confidence < SURE


def of_indicators(
    observations: Iterable[Observation], measure: Measure, year: int, kinds: Container[TableKind]
) -> dict[str, list[Observation]]:
    """The sure figures of a measure and year in tables of some kinds, by the key of their indicator's name."""
    found: dict[str, list[Observation]] = defaultdict(list)
    for o in observations:
        if (
            o.measure == measure
            and o.period == str(year)
            and o.value is not None
            and o.table_kind in kinds
            and o.subject_level in (SubjectLevel.INDIKATOR, SubjectLevel.UNKNOWN)
            and not doubtful(o)
        ):
            found[name_key(o.subject)].append(o)
    return found


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """Budget, spending and absorption of one printed row and one period, columns left to right."""

    table_no: int
    row: int
    period: str
    kind: TableKind
    subject: str
    level: SubjectLevel
    code: str
    pagu: tuple[Observation, ...]
    realisasi: tuple[Observation, ...]
    serapan: tuple[Observation, ...]
    several_years: bool = False
    """Whether the table prints the row for other years, too."""
    left_empty: int = 0
    """How many columns of budgets are empty left of its first budget."""

    @property
    def name(self) -> str:
        """Its label in quotation marks, with its year where the table prints several."""
        return quoted(self.subject) + (f" ({self.period})" if self.several_years and self.period else "")

    @property
    def id(self) -> str:
        """Names the row within the report."""
        return f"{self.table_no}:{self.row}:{self.period}"

    @property
    def order(self) -> tuple[int, int]:
        """Its place in reading order."""
        return self.table_no, self.row

    @property
    def observations(self) -> tuple[Observation, ...]:
        """All figures of the row."""
        return (*self.pagu, *self.realisasi, *self.serapan)

    @property
    def page(self) -> int:
        """The page its first figure is printed on."""
        return self.observations[0].place.page

    def column(self, column: Column) -> Observation | None:
        """The figure in a money column; None when the row has none there."""
        budget = column.measure is Measure.PAGU_RP
        figures = self.pagu if budget else self.realisasi
        nth = column.nth - (self.left_empty if budget else 0)
        return figures[nth] if 0 <= nth < len(figures) else None


@dataclass(frozen=True, slots=True)
class PerformanceRow:
    """The performance figures of one printed row, several years possible."""

    table_no: int
    row: int
    kind: TableKind
    subject: str
    level: SubjectLevel
    parent: str
    observations: tuple[Observation, ...]

    def figures(self, measure: Measure, period: str | None = None) -> tuple[Observation, ...]:
        """Its figures of a measure that have a value, of one period or of all."""
        return tuple(
            o
            for o in self.observations
            if o.measure == measure and o.value is not None and (period is None or o.period == period)
        )


def money_rows(observations: Iterable[Observation]) -> tuple[MoneyRow, ...]:
    """The money rows of a document, in reading order."""
    groups: dict[tuple[int, int, str, str], list[Observation]] = defaultdict(list)
    for o in _in_order(observations):
        if o.measure in MONEY_MEASURES:
            kept = o if _plausible(o) else o.model_copy(update={"value": None, "text": o.text or o.raw})
            groups[(o.table_no, o.row, o.period, o.subject)].append(kept)
    years: dict[tuple[int, int], set[str]] = defaultdict(set)
    for table_no, row, period, _ in groups:
        years[(table_no, row)].add(period)
    budgets: dict[tuple[int, str], Counter[tuple[int, ...]]] = defaultdict(Counter)
    for (table_no, _, period, _), figures in groups.items():
        budgets[table_no, period][_budget_columns(figures)] += 1
    usual = {key: max(rows, key=lambda cols: (rows[cols], len(cols))) for key, rows in budgets.items()}
    return tuple(
        MoneyRow(
            table_no,
            row,
            period,
            figures[0].table_kind,
            subject,
            figures[0].subject_level,
            next((o.subject_code for o in figures if o.subject_code), ""),
            tuple(o for o in figures if o.measure == Measure.PAGU_RP),
            tuple(o for o in figures if o.measure == Measure.REALISASI_RP),
            tuple(o for o in figures if o.measure == Measure.SERAPAN_PCT),
            several_years=len(years[(table_no, row)]) > 1,
            left_empty=_left_empty(_budget_columns(figures), usual[table_no, period]),
        )
        for (table_no, row, period, subject), figures in groups.items()
    )


def _budget_columns(figures: Iterable[Observation]) -> tuple[int, ...]:
    """The printed columns of a row that hold its budgets."""
    return tuple(o.col for o in figures if o.measure == Measure.PAGU_RP)


def _left_empty(own: tuple[int, ...], usual: tuple[int, ...]) -> int:
    """How many of the columns in which most rows of the table have budgets are empty left of those of a row."""
    return usual.index(own[0]) if own and set(own) < set(usual) else 0


def _plausible(o: Observation) -> bool:
    """Whether a figure can be what its column says: rupiah without percent sign, percentages without
    another unit. What cannot is kept as words, so that nothing is computed from it."""
    if not o.value:
        return True
    if o.measure == Measure.SERAPAN_PCT:
        return letters(o.unit) in PERCENT_UNITS
    return "%" not in o.raw + o.unit and abs(o.value) < MOST_RUPIAH and o.decimals in RUPIAH_DECIMALS


def performance_rows(observations: Iterable[Observation]) -> tuple[PerformanceRow, ...]:
    """The performance rows of a document, in reading order.

    Rows that print one measure each of one indicator below each other ("Target", "Realisasi", "Capaian" over years)
    are one; so are the end of the plan and the progress towards it with the last year above them.
    """
    groups: dict[tuple[int, int, str], list[Observation]] = defaultdict(list)
    for o in _in_order(observations):
        if o.measure in PERFORMANCE_MEASURES:
            groups[(o.table_no, o.row, o.subject)].append(o)
    rows: list[list[Observation]] = []
    for own in groups.values():
        if rows and _next_measure(rows[-1], own):
            rows[-1] += own
        else:
            rows.append(list(own))
    _close_years(rows)
    return tuple(
        PerformanceRow(
            own[0].table_no,
            own[0].row,
            own[0].table_kind,
            own[0].subject,
            own[0].subject_level,
            own[0].parent,
            tuple(own),
        )
        for own in rows
    )


def _close_years(rows: list[list[Observation]]) -> None:
    """Join the progress that stands alone in a row below the years of an indicator, and the target at the end of the
    plan that stands alone above it, with the row of the year that it is of."""
    by_name: dict[tuple[int, str], list[list[Observation]]] = defaultdict(list)
    for own in rows:
        first = own[0]
        if {o.measure for o in own} == {Measure.KEMAJUAN_PCT} and name_key(first.subject):
            above = by_name[first.table_no, first.subject]
            ends = [r for r in above if {o.measure for o in r} == {Measure.TARGET_AKHIR}][-1:]
            year = [
                r
                for r in above
                if any(o.measure == Measure.REALISASI and o.period == first.period for o in r)
            ]
            if ends and len(year) == 1 and first.row == ends[0][0].row + 1:
                year[0] += [*ends[0], *own]
                ends[0].clear()
                own.clear()
                continue
        by_name[first.table_no, first.subject].append(own)
    rows[:] = filter(None, rows)


def _next_measure(above: Sequence[Observation], row: Sequence[Observation]) -> bool:
    """Whether a row goes on with another measure of the indicator of the rows above it, each of which has one."""
    last, first = above[-1], row[0]
    by_row: dict[int, set[str]] = defaultdict(set)
    for o in above:
        by_row[o.row].add(o.measure)
    # The end target may close a row of targets, or stand in a row of its own.
    told = {
        m for own in by_row.values() for m in own if not (m == Measure.TARGET_AKHIR and Measure.TARGET in own)
    }
    return (
        (last.table_no, last.subject) == (first.table_no, first.subject)
        and first.row == last.row + 1
        and len({o.measure for o in row}) == 1
        and first.measure not in told
        and len(told) == len(by_row)
        and bool(name_key(first.subject))
    )


def _in_order(observations: Iterable[Observation]) -> list[Observation]:
    return sorted(observations, key=lambda o: (o.table_no, o.row, o.col))
