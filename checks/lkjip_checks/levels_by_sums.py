"""Levels of money rows that nothing names: a row is the parent of the rows right below it that add up to it.

Tables of Permendagri 13/2006 and 77/2020 ("Belanja Langsung", "Belanja Modal", "Belanja Peralatan dan Mesin") and lists
of programs without the word and without codes print several levels one below the other. Amounts of many digits that
add up exactly do not do so by chance.
"""

from collections.abc import Sequence
from decimal import Decimal

from lkjip_checks.rows import Column, MoneyRow

LEAST_ROWS, MOST_ROWS = 5, 400
"""In fewer rows sums say little; so many without levels are a list, not a budget."""
LEAST_PARENTS = 2
"""So many rows must have parts, several of them, that add up in all columns ..."""
MANY_PARTS = 3
"""... or so many parts that add up in one column at least."""
LEAST_AMOUNT = Decimal(1_000_000)
"""Rupiah. Smaller amounts may add up by chance."""
MOST_SINGLE = Decimal("0.34")
"""Share of the rows of the highest level that may have no parts."""

NOTHING = ("-", "–", "—")
"""What is printed where nothing was spent."""

Tree = tuple[MoneyRow, tuple["Tree", ...]]
"""A row and its parts."""


def trees_by_sums(rows: Sequence[MoneyRow], columns: Sequence[Column]) -> list[Tree]:
    """The rows as trees; empty where sums do not tell their levels."""
    if not LEAST_ROWS <= len(rows) <= MOST_ROWS or not columns:
        return []
    amounts = [[_amount(row, column) for column in columns] for row in rows]
    trees = _places(amounts)
    roots: list[int] = []
    at = 0
    while at < len(rows):
        roots.append(at)
        at = trees[at][0]
    parents = 0
    for k, (_, parts) in enumerate(trees):
        whole = [_adds_up(amounts, k, parts, c) for c in range(len(columns))]
        parents += len(parts) > 1 and (all(whole) or (len(parts) >= MANY_PARTS and any(whole)))
    single = sum(not trees[k][1] for k in roots)
    told = parents >= LEAST_PARENTS and single <= MOST_SINGLE * len(roots)
    return [_tree(rows, trees, k) for k in roots] if told else []


def _amount(row: MoneyRow, column: Column) -> Decimal | None:
    figure = row.column(column)
    if figure is None or figure.value is not None:
        return figure.value if figure else None
    return Decimal(0) if figure.raw.strip() in NOTHING else None


Amounts = Sequence[Decimal | None]
"""The amounts of a row, column by column."""
Parts = tuple[int, tuple[int, ...]]
"""Behind the last row of a tree, and the places of the parts of its first row."""


def _places(amounts: Sequence[Amounts]) -> list[Parts]:
    """The tree that begins at each row, found from the last row up."""
    found: list[Parts] = []
    for at in reversed(range(len(amounts))):
        found.append(_parts_of(amounts, at, found))
    return found[::-1]


def _parts_of(amounts: Sequence[Amounts], at: int, below_it: Sequence[Parts]) -> Parts:
    """The tree that begins at a row, those of the rows below being known (the last row first).

    Where only some columns add up, the parts go on over rows that have nothing in them (a kegiatan that was not carried
    out), as far as the others come nearest to the row.
    """
    whole = amounts[at]
    best: Parts = (at + 1, ())
    least: Decimal | None = None
    if not any(a is not None and a >= LEAST_AMOUNT for a in whole):
        return best
    sums = [Decimal(0)] * len(whole)
    complete = [a is not None for a in whole]
    parts: list[int] = []
    below = at + 1
    while below < len(amounts):
        own = amounts[below]
        sums = [s + (a or Decimal(0)) for s, a in zip(sums, own, strict=True)]
        if all(s > (a or Decimal(0)) for s, a in zip(sums, whole, strict=True)):
            break  # more than the row in all columns
        complete = [c and a is not None for c, a in zip(complete, own, strict=True)]
        parts.append(below)
        below = below_it[len(amounts) - 1 - below][0]
        holds = [
            c and w is not None and w >= LEAST_AMOUNT and s == w
            for c, s, w in zip(complete, sums, whole, strict=True)
        ]
        if all(holds):
            return below, tuple(parts)
        if len(parts) > 1 and any(holds):
            away = sum((abs(s - (w or Decimal(0))) for s, w in zip(sums, whole, strict=True)), Decimal(0))
            if least is None or away < least:
                best, least = (below, tuple(parts)), away
        elif least is not None:
            break
    return best


def _adds_up(amounts: Sequence[Amounts], at: int, parts: Sequence[int], column: int) -> bool:
    whole = amounts[at][column]
    own = [amounts[k][column] for k in parts]
    known = [a for a in own if a is not None]
    return whole is not None and whole >= LEAST_AMOUNT and len(known) == len(own) and sum(known) == whole


def _tree(rows: Sequence[MoneyRow], trees: Sequence[Parts], at: int) -> Tree:
    return rows[at], tuple(_tree(rows, trees, k) for k in trees[at][1])
