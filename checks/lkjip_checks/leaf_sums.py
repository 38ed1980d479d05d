"""AR-06 and AR-10: sums over several levels, and rows that are counted twice."""

from collections.abc import Sequence

from lkjip_checks.constraints import fact_id, part_fact
from lkjip_checks.hierarchy import Block, Node
from lkjip_checks.numbers_text import capital, number_en, number_id, pages_en, pages_id, printed, quoted
from lkjip_checks.rows import Column, MoneyRow, doubtful
from lkjip_checks.rule import READING_DOUBT, Hit, RuleHits, rule
from lkjip_checks.sum_breaks import SumBreak, column_en, column_id, sum_break
from lkjip_checks.sums import (
    STRUCTURE_DOUBT,
    may_go_on,
    part_may_be_lost,
    supported,
    swallowed_rows,
    totals_vouch,
    verdict,
    verdicts_of,
    years_not_broken_down,
)
from lkjip_checks.view import ReportView
from lkjip_normalize.wording import year_span
from lkjip_schemas.finding import Figure


@rule("AR-06")
def leaves_of_programs(view: ReportView) -> RuleHits:
    """A program is also the sum of its lowest rows, over all levels between; told is the level that breaks."""
    compared = 0
    verdicts = verdicts_of(view.blocks)
    of_years = {(r.table_no, r.row) for b in view.blocks if b.period.isdigit() for r in b.rows}
    for block in view.blocks:
        for root in block.nodes():
            middle = [n for n in root.below() if n.children]
            if not middle or block.parent_of(root) is not None:
                continue
            if year_span(block.period) and (root.row.table_no, root.row.row) in of_years:
                continue  # what a row plans for all years may be broken down for some of them only
            leaves = [n.row for n in root.below() if not n.children]
            for column in block.columns:
                whole = root.row.column(column)
                if whole is None or whole.value is None or verdict(block, root, column) is None:
                    continue
                if any(r.column(column) is None for r in leaves) or any(
                    years_not_broken_down(view.blocks, block, n, column) for n in (root, *middle)
                ):
                    continue
                compared += 1
                wrong = [
                    n
                    for n in (root, *middle)
                    if verdict(block, n, column) is False
                    and supported(block, n, [column], verdicts[block.table_no])
                ]
                broken = sum_break(root.row, leaves, column)
                if wrong and abs(broken.difference) > block.slack([broken.whole, *broken.parts]):
                    yield _leaf_hit(block, root, column, wrong, leaves)
    return compared


def _leaf_hit(
    block: Block, root: Node, column: Column, wrong: Sequence[Node], leaves: Sequence[MoneyRow]
) -> Hit:
    broken = sum_break(root.row, leaves, column)
    pages = sorted({f.page for f in broken.figures})
    levels = ", ".join(quoted(n.row.subject) for n in wrong)
    hit = Hit(
        "AR-06",
        f"{capital(pages_id(pages))}: baris terendah di bawah {quoted(root.row.subject)} berjumlah "
        f"{number_id(broken.total)}, sedangkan {column_id(column, block)} tercetak {printed(broken.whole)} (selisih "
        f"{number_id(abs(broken.difference))}); jumlah yang tidak cocok ada pada {levels}.",
        f"{capital(pages_en(pages))}: the lowest rows below {quoted(root.row.subject)} add up to "
        f"{number_en(broken.total)}, but the {column_en(column, block)} is printed {printed(broken.whole)} (difference "
        f"{number_en(abs(broken.difference))}); the sum that does not hold is that of {levels}.",
        broken.figures,
        frozenset({fact_id("AR-06", root.row, column)}),
        copy_key=(str(column.measure), str(broken.whole.value), str(broken.total)),
        expected=number_id(broken.total),
        weight=-1,
    )
    if any(
        part_may_be_lost(block, n, own) or may_go_on(block, n, own)
        for n in wrong
        for own in [_breaks(block, n)]
    ):
        return hit.as_doubt(*STRUCTURE_DOUBT)
    return hit.as_doubt(*READING_DOUBT) if any(doubtful(o) for o in (broken.whole, *broken.parts)) else hit


def _breaks(block: Block, node: Node) -> list[SumBreak]:
    """The sums of a row that do not hold."""
    parts = [c.row for c in node.children]
    return [sum_break(node.row, parts, c) for c in block.columns if verdict(block, node, c) is False]


@rule("AR-10")
def counted_twice(view: ReportView) -> RuleHits:
    """No row contains other rows of its table besides its own parts, so that the total counts them twice."""
    compared = 0
    for block in view.blocks:
        for node in block.nodes():
            broken = [c for c in block.columns if verdict(block, node, c) is False]
            compared += bool(node.children)
            if not node.children or not broken:
                continue
            rows = swallowed_rows(block, node, broken)
            if rows and totals_vouch(block, broken):
                yield _twice_hit(block, node, broken, rows)
    return compared


def _twice_hit(block: Block, node: Node, broken: Sequence[Column], rows: Sequence[MoneyRow]) -> Hit:
    parts = [sum_break(node.row, [c.row for c in node.children], c) for c in broken]
    total = block.totals[-1]
    figures = [o for b in parts for o in (b.whole, *b.parts)]
    figures += [o for r in (*rows, total) for c in broken if (o := r.column(c)) is not None]
    pages = sorted({o.place.page for o in figures})
    names = ", ".join(quoted(r.subject) for r in rows)
    sums_id, sums_en = [], []
    for b in parts:
        whole = total.column(b.column)
        if whole is not None and whole.value is not None:
            right = whole.value + b.difference
            sums_id.append(f"{column_id(b.column, block)} {printed(whole)} semestinya {number_id(right)}")
            sums_en.append(f"{column_en(b.column, block)} {printed(whole)} should be {number_en(right)}")
    hit = Hit(
        "AR-10",
        f"{capital(pages_id(pages))}: {quoted(node.row.subject)} memuat juga {names}, sehingga "
        f"{quoted(total.subject or 'JUMLAH')} menghitungnya dua kali: {'; '.join(sums_id)}.",
        f"{capital(pages_en(pages))}: {quoted(node.row.subject)} also contains {names}, so "
        f"{quoted(total.subject or 'JUMLAH')} counts them twice: {'; '.join(sums_en)}.",
        tuple(Figure.of(o) for o in figures),
        frozenset({fact_id("AR-10", node.row)}),
        frozenset(
            {fact_id("AR-04", node.row, b.column) for b in parts}
            | {part_fact(c.row, b.column) for b in parts for c in node.children}
        ),
        copy_key=tuple(f"{b.whole.value}:{b.total}" for b in parts),
        weight=1,
    )
    return hit.as_doubt(*READING_DOUBT) if any(doubtful(o) for o in figures) else hit
