"""Levels of money rows that nothing names: a row is the parent of the rows right below it that add up to it.

Tables of Permendagri 13/2006 and 77/2020 ("Belanja Langsung", "Belanja Modal", "Belanja Peralatan dan Mesin") and lists
of programs without the word and without codes print several levels one below the other. Amounts of many digits that
add up exactly do not do so by chance.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache

from lkjip_checks.rows import Column, MoneyRow

LEAST_ROWS = 5
LEAST_PARENTS = 2
"""So many rows must have parts, several of them, that add up in all columns ..."""
MANY_PARTS = 3
"""... or so many parts that add up in one column at least."""
LEAST_AMOUNT = Decimal(1_000_000)
"""Rupiah. Smaller amounts may add up by chance."""
MOST_SINGLE = Decimal("0.34")
"""Share of the rows of the highest level that may have no parts."""

Tree = tuple[MoneyRow, tuple["Tree", ...]]
"""A row and its parts."""


def trees_by_sums(rows: Sequence[MoneyRow], columns: Sequence[Column]) -> list[Tree]:
    """The rows as trees; empty where sums do not tell their levels."""
    if len(rows) < LEAST_ROWS or not columns:
        return []
    amounts = [[_amount(row, column) for column in columns] for row in rows]
    parse = _parser(amounts)
    trees: list[Tree] = []
    parents = at = 0
    while at < len(rows):
        end, _ = parse(at)
        trees.append(_tree(rows, parse, at))
        at = end
    for k in range(len(rows)):
        _, parts = parse(k)
        whole = [_adds_up(amounts, k, parts, c) for c in range(len(columns))]
        parents += len(parts) > 1 and (all(whole) or (len(parts) >= MANY_PARTS and any(whole)))
    single = sum(not parts for _, parts in trees)
    return trees if parents >= LEAST_PARENTS and single <= MOST_SINGLE * len(trees) else []


def _amount(row: MoneyRow, column: Column) -> Decimal | None:
    figure = row.column(column)
    return None if figure is None else figure.value


Parts = tuple[int, tuple[int, ...]]
"""Behind the last row of a tree, and the places of the parts of its first row."""


def _parser(amounts: Sequence[Sequence[Decimal | None]]) -> Callable[[int], Parts]:
    """Gives the tree that begins at a row."""

    @cache
    def parse(at: int) -> Parts:
        parts: list[int] = []
        below = at + 1
        while below < len(amounts) and not _exceeds(amounts, at, [*parts, below]):
            end, _ = parse(below)
            parts.append(below)
            below = end
            whole = [_adds_up(amounts, at, parts, c) for c in range(len(amounts[at]))]
            if all(whole) or (len(parts) > 1 and any(whole)):
                return below, tuple(parts)
        return at + 1, ()

    return parse


def _adds_up(amounts: Sequence[Sequence[Decimal | None]], at: int, parts: Sequence[int], column: int) -> bool:
    whole = amounts[at][column]
    own = [amounts[k][column] for k in parts]
    known = [a for a in own if a is not None]
    return whole is not None and whole >= LEAST_AMOUNT and len(known) == len(own) and sum(known) == whole


def _exceeds(amounts: Sequence[Sequence[Decimal | None]], at: int, parts: Sequence[int]) -> bool:
    """Whether parts are more than a row in all its columns."""
    return all(
        sum(amounts[k][c] or Decimal(0) for k in parts) > (amounts[at][c] or Decimal(0))
        for c in range(len(amounts[at]))
    )


def _tree(rows: Sequence[MoneyRow], parse: Callable[[int], Parts], at: int) -> Tree:
    _, parts = parse(at)
    return rows[at], tuple(_tree(rows, parse, k) for k in parts)
