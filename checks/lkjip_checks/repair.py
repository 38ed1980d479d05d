"""The smallest repair: which single figure, if it were another, would make the sums hold.

Tried are every part of the broken sum, the sum itself, and the sum together with the rows above it
(one slip carried upwards). A repair that breaks another sum or lifts spending over its budget is none.
The best one clears more facts than any other; where several are equally good none is named.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip_checks.constraints import Change, Fact
from lkjip_checks.hierarchy import Block, Node
from lkjip_checks.numbers_text import number_en, number_id, percent_en, percent_id, printed, quoted
from lkjip_checks.rows import Column, MoneyRow
from lkjip_checks.tolerance import HUNDRED
from lkjip_schemas.vocabulary import Measure

MOST_TIMES = 15
"""A wrong digit or a lost one makes a figure up to about so many times larger or smaller."""
SOFT_PENALTY = 0.5
"""What a printed percentage that does not fit counts against a repair: it was computed from the wrong figure and would
be wrong too, or says something else again."""


@dataclass(frozen=True, slots=True)
class Repair:
    """A repair: the row and figure to change first, what it should be, and what then holds.

    `carried`: the same difference also in the rows above. `sure`: it clears more than the broken sum.
    """

    row: MoneyRow
    column: Column
    value: Decimal
    clears: frozenset[str]
    carried: bool
    score: float

    @property
    def sure(self) -> bool:
        """Whether it explains more than the sum it was made for."""
        return len(self.clears) > 1


@dataclass(frozen=True, slots=True)
class RepairSearch:
    """The outcome of a search: the best repair, if one is best, and whether any is possible."""

    best: Repair | None
    possible: bool


def find_repair(
    block: Block, facts: Sequence[Fact], node: Node, column: Column, difference: Decimal
) -> RepairSearch:
    """The repair of a parent whose parts exceed it by `difference` (negative: fall short)."""
    repairs = [
        r
        for row, change, carried in _candidates(block, node, column, difference)
        if (r := _judge(facts, row, column, change, carried=carried)) is not None
    ]
    repairs.sort(key=lambda r: -r.score)
    best = repairs[0] if repairs and (len(repairs) == 1 or repairs[0].score > repairs[1].score) else None
    return RepairSearch(best, bool(repairs))


def repair_total(
    facts: Sequence[Fact], total: MoneyRow, parts: Sequence[MoneyRow], column: Column, difference: Decimal
) -> Repair | None:
    """The part that would mend a total and something else too; None when nothing points at one."""
    found = []
    for part in parts:
        right = _changed(part, column, -difference)
        if right is None:
            continue
        repair = _judge(facts, part, column, {(part.id, column): right}, carried=False)
        if repair is not None and repair.sure:
            found.append(repair)
    return found[0] if len(found) == 1 else None


def _candidates(
    block: Block, node: Node, column: Column, difference: Decimal
) -> Iterator[tuple[MoneyRow, Change, bool]]:
    for child in node.children:
        right = _changed(child.row, column, -difference)
        if right is not None:
            yield child.row, {(child.row.id, column): right}, False
    change: Change = {}
    above: Node | None = node
    while above is not None:
        right = _changed(above.row, column, difference)
        if right is None:
            return
        change = {**change, (above.row.id, column): right}
        yield node.row, change, above is not node
        above = block.parent_of(above)


def _changed(row: MoneyRow, column: Column, difference: Decimal) -> Decimal | None:
    """What the figure of a row is with a difference; None where it has none, or no slip can make that of it.

    A slip keeps the size of a figure, loses nothing but zeros of it, or takes another one that the row prints.
    """
    figure = row.column(column)
    if figure is None or figure.value is None or figure.value + difference < 0:
        return None
    was, right = figure.value, figure.value + difference
    if not was or not right or any(o.value == right for o in row.observations):
        return right
    times = max(was, right) / min(was, right)
    only_zeros = times == Decimal(10) ** (len(str(int(times))) - 1)
    return right if times <= MOST_TIMES or only_zeros else None


def _judge(
    facts: Sequence[Fact], row: MoneyRow, column: Column, change: Change, *, carried: bool
) -> Repair | None:
    cleared: set[str] = set()
    score = 0.0
    for fact in facts:
        if fact.cells().isdisjoint(change):
            continue
        before, after = fact.true({}), fact.true(change)
        if before is False and after is True:
            cleared.add(fact.id)
            score += 1
        elif after is False and not fact.hard:
            score -= SOFT_PENALTY
        elif after is False and (before is True or not fact.parts):
            return None
    return Repair(row, column, change[(row.id, column)], frozenset(cleared), carried, score)


def describe(repair: Repair, rule_id: str) -> tuple[str, str]:
    """The repair of a finding of `rule_id` in words, Indonesian and English, one sentence each."""
    figure = repair.row.column(repair.column)
    was = printed(figure) if figure is not None else ""
    share_id = share_en = ""
    if repair.column.measure is Measure.REALISASI_RP and repair.row.pagu and repair.row.pagu[-1].value:
        share = repair.value / repair.row.pagu[-1].value * HUNDRED
        share_id = f" ({percent_id(share)} dari pagunya)"
        share_en = f" ({percent_en(share)} of its budget)"
    above_id = " dan baris di atasnya berselisih sama" if repair.carried else ""
    above_en = " and the rows above it are off by the same" if repair.carried else ""
    more_id = _cleared_words(repair, rule_id, indonesian=True)
    more_en = _cleared_words(repair, rule_id, indonesian=False)
    return (
        f"Jika {was} pada {quoted(repair.row.subject)} diganti menjadi {number_id(repair.value)}{share_id}"
        f"{above_id}, jumlah ini{more_id} cocok.",
        f"If {was} of {quoted(repair.row.subject)} were {number_en(repair.value)}{share_en}"
        f"{above_en}, this sum{more_en} would hold.",
    )


def _cleared_words(repair: Repair, rule_id: str, *, indonesian: bool) -> str:
    words = {
        "AR-03": ("persentase serapan yang tercetak", "the printed absorption"),
        "AR-05": ("jumlah total tabel", "the table total"),
        "AR-07": ("batas pagu baris itu", "the budget limit of that row"),
    }
    rules = sorted(({fact.split(":")[0] for fact in repair.clears} & set(words)) - {rule_id})
    index = 0 if indonesian else 1
    joiner = " dan " if indonesian else " and "
    return "".join(joiner + words[r][index] for r in rules)
