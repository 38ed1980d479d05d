"""Programs, kegiatan and sub kegiatan as a tree, block by block.

A block is what one table prints for one period; a table may print several one below the other, each
with its own total (Renstra matrices). Levels come from the normaliser; where it left one open, the
code or the word at the beginning decides (Permendagri 90/2019: program, kegiatan, sub kegiatan).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from lkjip_checks.levels_by_sums import Tree, trees_by_sums
from lkjip_checks.rows import Column, MoneyRow
from lkjip_checks.tolerance import money_slack
from lkjip_normalize.linking import name_key
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import Measure, SubjectLevel

RANKS = {SubjectLevel.PROGRAM: 0, SubjectLevel.KEGIATAN: 1, SubjectLevel.SUB_KEGIATAN: 2}
CODE_LEVELS = {3: SubjectLevel.PROGRAM, 5: SubjectLevel.KEGIATAN, 6: SubjectLevel.SUB_KEGIATAN}
"""Groups of digits in a code -> level: 7.01.03 / 7.01.03.2.02 / 7.01.03.2.02.0001."""

_FIRST_WORD = re.compile(r"^\W*(program|sub\W?kegiatan|kegiatan)\b", re.IGNORECASE)
_TOTAL = re.compile(r"^\W*(?:grand\W+)?(?:jumlah|total)\b", re.IGNORECASE)


@dataclass(slots=True)
class Node:
    """A row with the rows that are its parts."""

    row: MoneyRow
    level: SubjectLevel
    children: list["Node"] = field(default_factory=list)

    def below(self) -> Iterator["Node"]:
        """All nodes under it, in reading order."""
        for child in self.children:
            yield child
            yield from child.below()


@dataclass(slots=True)
class Block:
    """What one table (with the tables it goes on in) prints for one period: rows, totals, the tree."""

    table_no: int
    period: str
    rows: tuple[MoneyRow, ...]
    totals: tuple[MoneyRow, ...]
    unplaced: tuple[MoneyRow, ...]
    roots: list[Node]
    thousands: bool = False
    by_sums: bool = False
    """Whether nothing but sums tells the levels of its rows."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """The money columns that occur in the block."""
        everything = (*self.rows, *self.totals)
        return tuple(
            Column(measure, index)
            for measure, counts in (
                (Measure.PAGU_RP, [len(r.pagu) for r in everything]),
                (Measure.REALISASI_RP, [len(r.realisasi) for r in everything]),
            )
            for index in range(max(counts, default=0))
        )

    def nodes(self) -> Iterator[Node]:
        """All nodes, in reading order."""
        for root in self.roots:
            yield root
            yield from root.below()

    def parent_of(self, node: Node) -> Node | None:
        """The node whose part `node` is."""
        return next((n for n in self.nodes() if any(c is node for c in n.children)), None)

    def slack(self, figures: Sequence[Observation]) -> Decimal:
        """How far a sum of these figures may miss its total, in rupiah."""
        return money_slack(figures, thousands=self.thousands)


def _code_groups(row: MoneyRow) -> list[str]:
    return re.findall(r"[0-9xX]+", row.code)


def level_of(row: MoneyRow) -> SubjectLevel:
    """The level of a row; UNKNOWN when nothing tells."""
    if row.level in RANKS or row.level is SubjectLevel.TOTAL:
        return row.level
    if _TOTAL.match(row.subject):
        return SubjectLevel.TOTAL
    groups = _code_groups(row)
    if len(groups) in CODE_LEVELS:
        return CODE_LEVELS[len(groups)]
    word = _FIRST_WORD.match(row.subject)
    if not word:
        return SubjectLevel.UNKNOWN
    first = word.group(1).lower()
    if first == "program":
        return SubjectLevel.PROGRAM
    return SubjectLevel.KEGIATAN if first == "kegiatan" else SubjectLevel.SUB_KEGIATAN


def blocks(rows: Iterable[MoneyRow], thousands: frozenset[int] = frozenset()) -> tuple[Block, ...]:
    """The blocks of the tables these rows stand in; `thousands`: tables printed in thousands."""
    groups: dict[tuple[int, str], list[MoneyRow]] = defaultdict(list)
    printed: dict[int, dict[int, MoneyRow]] = defaultdict(dict)
    for row in rows:
        if row.pagu or row.realisasi:
            groups[(row.table_no, row.period)].append(row)
            printed[row.table_no].setdefault(row.row, row)
    joined: list[list[MoneyRow]] = []
    for _, group in sorted(groups.items(), key=lambda g: g[1][0].order):
        before = next((g for g in reversed(joined) if g[-1].period == group[0].period), None)
        if before is not None and _goes_on(before, group):
            before += group
        else:
            joined.append(list(group))
    return tuple(
        _block(g, _without_amount(g, printed), thousands=not thousands.isdisjoint({r.table_no for r in g}))
        for g in joined
    )


def _without_amount(
    rows: Sequence[MoneyRow], printed: Mapping[int, Mapping[int, MoneyRow]]
) -> list[MoneyRow]:
    """The rows of the same tables that have amounts of other periods only."""
    own = {(r.table_no, r.row) for r in rows}
    return [
        row for no in {r.table_no for r in rows} for row in printed[no].values() if (no, row.row) not in own
    ]


def _goes_on(before: Sequence[MoneyRow], after: Sequence[MoneyRow]) -> bool:
    """Whether a table goes on in the next one, as tables that a page break cut do."""
    last, first = before[-1], after[0]
    return (
        last.kind is first.kind
        and 0 <= first.page - last.page <= 1
        and level_of(last) is not SubjectLevel.TOTAL
        and level_of(first) is not SubjectLevel.TOTAL
        and (len(last.pagu), len(last.realisasi)) == (len(first.pagu), len(first.realisasi))
        and not _below_another(before, first)
    )


def _below_another(before: Sequence[MoneyRow], row: MoneyRow) -> bool:
    """Whether the code of a kegiatan or sub kegiatan says that it is below another program than the last one."""
    if level_of(row) not in (SubjectLevel.KEGIATAN, SubjectLevel.SUB_KEGIATAN):
        return False
    program = next((r for r in reversed(before) if level_of(r) is SubjectLevel.PROGRAM), None)
    codes = [_code_groups(r) for r in (program, row) if r is not None]
    return (
        len(codes) > 1
        and CODE_LEVELS.get(len(codes[0])) is SubjectLevel.PROGRAM
        and len(codes[1]) in CODE_LEVELS
        and codes[1][: len(codes[0])] != codes[0]
    )


def _block(rows: Sequence[MoneyRow], bare: Sequence[MoneyRow], *, thousands: bool) -> Block:
    levels = [level_of(r) for r in rows]
    totals = tuple(r for r, level in zip(rows, levels, strict=True) if level is SubjectLevel.TOTAL)
    parts = [(r, level) for r, level in zip(rows, levels, strict=True) if level is not SubjectLevel.TOTAL]
    unplaced = tuple(r for r, level in parts if level not in RANKS)
    block = Block(
        rows[0].table_no,
        rows[0].period,
        tuple(r for r, _ in parts),
        totals,
        unplaced,
        _tree([(r, level) for r, level in parts if level in RANKS], bare),
        thousands,
    )
    if not block.roots and (trees := trees_by_sums(block.rows, block.columns)):
        block.roots, block.unplaced, block.by_sums = [_node(t, 0) for t in trees], (), True
        return block
    block.roots = _release_orphans(block, block.roots)
    return block


def _node(tree: Tree, depth: int) -> Node:
    """A tree told by sums, with a level for each depth."""
    row, parts = tree
    levels = tuple(RANKS)
    return Node(row, levels[min(depth, len(levels) - 1)], [_node(part, depth + 1) for part in parts])


def _tree(rows: Sequence[tuple[MoneyRow, SubjectLevel]], bare: Sequence[MoneyRow]) -> list[Node]:
    """The rows as trees. What is below one of the `bare` rows, which have no amount of this period, belongs to what is
    above it."""
    roots: list[Node] = []
    path: list[Node] = []
    empty = {id(row) for row in bare}
    unfilled = [(row, level) for row in bare if (level := level_of(row)) in RANKS]
    for row, level in sorted([*rows, *unfilled], key=lambda r: r[0].order):
        again = _printed_again(row, level, path)
        if again is not None:
            path = path[: path.index(again) + 1]
            continue
        while path and RANKS[path[-1].level] >= RANKS[level]:
            path.pop()
        node = Node(row, level)
        if id(row) not in empty:
            above = next((n for n in reversed(path) if id(n.row) not in empty), None)
            (above.children if above else roots).append(node)
        path.append(node)
    return roots


def _printed_again(row: MoneyRow, level: SubjectLevel, path: Sequence[Node]) -> Node | None:
    """The open node that this row repeats, as headers repeat after a page break."""
    for node in path:
        if (
            node.level is level
            and name_key(node.row.subject) == name_key(row.subject)
            and values(node.row) == values(row)
            and node.row.page < row.page
        ):
            return node
    return None


def values(row: MoneyRow) -> tuple[Decimal | None, ...]:
    """The rupiah of a row, column by column."""
    return tuple(o.value for o in (*row.pagu, *row.realisasi))


def _release_orphans(block: Block, nodes: list[Node]) -> list[Node]:
    """Parts that stand behind a complete parent go up a level.

    Where the first parts already make up the parent exactly, in every column, and all of them in none,
    the rows behind them belong to a parent that is not printed (domain notes, Magetan R17).
    """
    released: list[Node] = []
    for node in nodes:
        node.children = _release_orphans(block, node.children)
        released.append(node)
        rows = [c.row for c in node.children]
        if len(rows) < 2 or any(holds(block, node.row, rows, column) for column in block.columns):
            continue
        for count in range(1, len(node.children)):
            if makes_up(block, node.row, node.children[:count]):
                released += node.children[count:]
                node.children = node.children[:count]
                break
    return released


def makes_up(block: Block, row: MoneyRow, parts: Sequence[Node]) -> bool:
    """Whether the parts sum to the row in every column that all of them print."""
    verdicts = [holds(block, row, [p.row for p in parts], column) for column in block.columns]
    return True in verdicts and False not in verdicts


def holds(block: Block, row: MoneyRow, parts: Sequence[MoneyRow], column: Column) -> bool | None:
    """Whether the parts sum to the row in one column; None when a figure is missing or all parts are blank."""
    whole = row.column(column)
    figures = [p.column(column) for p in parts]
    if whole is None or whole.value is None or not parts:
        return None
    total = Decimal(0)
    for figure in figures:
        if figure is None or (figure.value is None and figure.text.strip(" -–—") != ""):
            return None
        total += figure.value or Decimal(0)
    if not total and whole.value:
        return None  # blanks and dashes are no parts
    printed = [whole, *(f for f in figures if f is not None)]
    return abs(total - whole.value) <= block.slack(printed)
