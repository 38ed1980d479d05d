"""AR-04 and AR-05: parts and totals of money tables, exact to one rupiah.

A hierarchy may have been read wrongly, and a wrong accusation is worse than a missed one. So a break
is told only where something else shows that the structure was read rightly: the other money column of
the same rows holds, the codes say so, or most other sums of the table hold.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import combinations

from lkjip_checks.before_revision import totals_before_revision
from lkjip_checks.constraints import Fact, fact_id, facts_of, part_fact
from lkjip_checks.hierarchy import RANKS, Block, Node, holds
from lkjip_checks.misread import unless_misread_sums
from lkjip_checks.numbers_text import (
    number_en,
    number_id,
    pages_en,
    pages_id,
    quoted,
)
from lkjip_checks.repair import Repair, RepairSearch, describe, find_repair, repair_total
from lkjip_checks.rows import Column, MoneyRow, doubtful
from lkjip_checks.rule import READING_DOUBT, Hit, RuleHits, rule
from lkjip_checks.slips import Slip
from lkjip_checks.sum_breaks import SumBreak, sum_break, sum_sentences
from lkjip_checks.tolerance import ONE
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key
from lkjip_schemas.bilingual import both
from lkjip_schemas.vocabulary import Fate, Measure, Severity, SubjectLevel

ENOUGH_SUMS = 2
"""So many other sums of a table must hold before they vouch for its structure ..."""

SHARE_THAT_HOLDS = Decimal(2) / 3
"""... and so large a share of all its sums."""

MOST_SWALLOWED = 2
"""A parent that is too large is compared with its own parts plus up to so many other rows."""

MANY_PARTS = 5
"""So many parts have one slip among them, not one that hides half of the whole."""

SMALLEST_BUDGET = 1_000_000
"""Rupiah. Below this, twice a total may be met by chance."""
SMALLEST_AMOUNT = 1_000
"""Rupiah. No part of a budget of millions is smaller."""

Reading = tuple[MoneyRow, ...]
"""Rows that a total may be the sum of."""

STRUCTURE_DOUBT = (
    "Susunan tabel ini tidak terbaca dengan pasti; periksa halamannya.",
    "The structure of this table was not read with certainty; look at the page.",
)


@rule("AR-04")
def parts_of_programs(view: ReportView) -> RuleHits:
    """Every program is the sum of its kegiatan and every kegiatan the sum of its sub kegiatan,
    exact to one rupiah (hierarchy of Permendagri 90/2019)."""
    compared = 0
    verdicts = verdicts_of(view.blocks)
    several_years, told = _broken_in_several_years(view.blocks), set[tuple[int, int]]()
    for block in view.blocks:
        facts: list[Fact] | None = None
        for node in block.nodes():
            if not node.children:
                continue
            columns = [c for c in block.columns if verdict(block, node, c) is not None]
            compared += len(columns)
            broken = [
                c
                for c in columns
                if not verdict(block, node, c)
                and not years_not_broken_down(view.blocks, block, node, c)
                and not _rounded_from_sen(view.blocks, node, c)
            ]
            if not broken or not supported(block, node, broken, verdicts[block.table_no]):
                continue
            facts = facts if facts is not None else facts_of(block, _totals(block))
            place = (node.row.table_no, node.row.row)
            if place in several_years and place in told:
                continue
            told.add(place)
            hit = _parts_hit(block, node, broken, facts, in_other_years=place in several_years)
            if hit is not None:
                yield hit
    return compared


def verdict(block: Block, node: Node, column: Column) -> bool | None:
    """Whether a row is the sum of its parts in a column; rows printed twice count once. None: cannot be judged."""
    rows = [c.row for c in node.children]
    found = holds(block, node.row, rows, column)
    if found is False and holds(block, node.row, _once(rows), column):
        return True
    return found


def _once(rows: Iterable[MoneyRow]) -> list[MoneyRow]:
    """Rows without those that repeat name and figures of an earlier one."""
    seen: dict[tuple[object, ...], MoneyRow] = {}
    for row in rows:
        seen.setdefault((row.subject.lower(), *(o.value for o in (*row.pagu, *row.realisasi))), row)
    return list(seen.values())


def verdicts_of(all_blocks: Iterable[Block]) -> dict[int, list[bool]]:
    """For every table, whether each of its sums holds in all its columns."""
    found: dict[int, list[bool]] = defaultdict(list)
    for block in all_blocks:
        for node in block.nodes():
            verdicts = [v for c in block.columns if (v := verdict(block, node, c)) is not None]
            if node.children and verdicts:
                found[block.table_no].append(all(verdicts))
    return found


def _broken_in_several_years(all_blocks: Iterable[Block]) -> frozenset[tuple[int, int]]:
    """Printed rows whose sum breaks in more than one year: then the table was read wrongly, not printed
    wrongly."""
    periods: dict[tuple[int, int], set[str]] = defaultdict(set)
    for block in all_blocks:
        for node in block.nodes():
            if node.children and any(verdict(block, node, c) is False for c in block.columns):
                periods[(node.row.table_no, node.row.row)].add(block.period)
    return frozenset(place for place, found in periods.items() if len(found) > 1)


def supported(block: Block, node: Node, broken: Sequence[Column], verdicts: Sequence[bool]) -> bool:
    """Whether something else shows that the structure was read rightly."""
    # one part that equals its parent in one column may be chance; several that add up are not
    if len(node.children) > 1 and any(verdict(block, node, c) for c in block.columns if c not in broken):
        return True
    if node.row.code and all(
        c.row.code.startswith(node.row.code) and c.row.code != node.row.code for c in node.children
    ):
        return True
    good = sum(verdicts)
    return good >= ENOUGH_SUMS and good >= SHARE_THAT_HOLDS * len(verdicts)


def years_not_broken_down(all_blocks: Iterable[Block], block: Block, node: Node, column: Column) -> bool:
    """Whether a row prints a sum over several years, and its parts lack exactly what it plans in some of them: what is
    planned may be broken down for the other years only."""
    whole = node.row.column(column)
    added = _column_sum([c.row for c in node.children], column)
    if block.period.isdigit() or whole is None or whole.value is None or added is None:
        return False
    lacking = whole.value - added
    if not lacking:
        return False
    years: dict[str, Decimal] = {}
    name = name_key(node.row.subject)
    for other in all_blocks:
        for row in other.rows if other.period.isdigit() else ():
            figure = row.column(column)
            if figure is not None and figure.value and name_key(row.subject) == name:
                years.setdefault(other.period, figure.value)
    amounts = tuple(years.values())
    return sum(amounts) == whole.value and any(
        sum(some) == lacking for n in range(1, len(amounts)) for some in combinations(amounts, n)
    )


def _rounded_from_sen(all_blocks: Iterable[Block], node: Node, column: Column) -> bool:
    """Whether a sum misses its parts by one rupiah, and the report prints it elsewhere with the sen it was rounded
    from."""
    whole = node.row.column(column)
    added = _column_sum([c.row for c in node.children], column)
    if whole is None or whole.value is None or added is None or abs(whole.value - added) != ONE:
        return False
    return any(
        o.value is not None and o.value % 1 and abs(o.value - whole.value) < ONE
        for block in all_blocks
        for row in (*block.rows, *block.totals)
        for o in row.observations
    )


def _row_without_level(block: Block, node: Node, breaks: Sequence[SumBreak]) -> bool:
    """Whether the rows of unclear level among the parts of a row, all or one of them, make every sum right."""
    higher = [
        n.row.order
        for n in block.nodes()
        if n.row.order > node.row.order and RANKS[n.level] <= RANKS[node.level]
    ]
    inside = [r for r in block.unplaced if node.row.order < r.order and (not higher or r.order < min(higher))]
    for rows in (inside, *([r] for r in inside)):
        added = [
            sum((f.value or Decimal(0) for r in rows if (f := r.column(b.column))), Decimal(0))
            for b in breaks
        ]
        if rows and all(a == -b.difference for a, b in zip(added, breaks, strict=True)):
            return True
    return False


def _parts_hit(
    block: Block, node: Node, broken: Sequence[Column], facts: Sequence[Fact], *, in_other_years: bool
) -> Hit | None:
    breaks = [sum_break(node.row, [c.row for c in node.children], c) for c in broken]
    if _row_without_level(block, node, breaks):
        return None  # a row printed among the parts, whose level is not clear, is the missing one
    swallowed = swallowed_rows(block, node, broken)
    if swallowed and not totals_vouch(block, broken):
        return None  # the rows behind may be its parts: another lawful reading of the table
    row_missing = _row_missing(breaks)
    searches = [find_repair(block, facts, node, b.column, b.difference) for b in breaks]
    repairs = [s.best for s in searches if s.best is not None and (s.best.sure or not row_missing)]
    told_id, told_en = sum_sentences(block, node.row, breaks, "rincian di bawahnya", "its parts")
    if swallowed:
        names_id = " dan ".join(f"{quoted(r.subject)} ({pages_id([r.page])})" for r in swallowed)
        names_en = " and ".join(f"{quoted(r.subject)} ({pages_en([r.page])})" for r in swallowed)
        told_id += f" Selisihnya persis sama dengan baris {names_id}, yang ikut dihitung dua kali."
        told_en += f" The difference is exactly the row {names_en}, which is counted twice."
        repairs = []
    for repair in repairs[:1]:
        sentence_id, sentence_en = describe(repair, "AR-04")
        told_id, told_en = f"{told_id} {sentence_id}", f"{told_en} {sentence_en}"
    if not swallowed and not repairs:
        more_id, more_en = _no_repair(breaks, searches)
        told_id, told_en = told_id + more_id, told_en + more_en
    cut_off = (
        in_other_years
        or _tiny_part(breaks)
        or _mostly_missing(block, node, breaks)
        or (not swallowed and part_may_be_lost(block, node, breaks))
    )
    hit = Hit(
        "AR-04",
        told_id,
        told_en,
        tuple(f for b in breaks for f in b.figures),
        frozenset(
            {
                *(fact_id("AR-04", node.row, b.column) for b in breaks),
                *(part_fact(c.row, b.column) for b in breaks for c in node.children),
            }
        ),
        frozenset(f for r in repairs for f in r.clears) | _leaf_facts(block, node, broken),
        copy_key=tuple(f"{b.column.measure}:{b.whole.value}:{b.total}" for b in breaks),
        expected="; ".join(number_id(b.total) for b in breaks),
        repair=_repair_field(repairs, "AR-04"),
        severity=_severity(breaks),
        weight=2 if any(r.sure for r in repairs) else 0,
    )
    return hit.as_doubt(*STRUCTURE_DOUBT) if cut_off else _unless_reading(hit, breaks)


def _leaf_facts(block: Block, node: Node, broken: Sequence[Column]) -> frozenset[str]:
    """The sums of leaves (AR-06) that this break explains: those of the rows above it."""
    above: Node | None = node
    facts: set[str] = set()
    while above is not None:
        facts |= {fact_id("AR-06", above.row, c) for c in broken}
        above = block.parent_of(above)
    return frozenset(facts)


def _severity(breaks: Sequence[SumBreak]) -> Severity | None:
    """One rupiah may be what rounded sen leave; it is told, but as a small matter."""
    return Severity.LOW if all(abs(b.difference) <= 1 for b in breaks) else None


def _tiny_part(breaks: Sequence[SumBreak]) -> bool:
    """Whether a part of millions is a few rupiah: a figure of another column was read as an amount."""
    return any(
        (b.whole.value or 0) >= SMALLEST_BUDGET and any(0 < (o.value or 0) < SMALLEST_AMOUNT for o in b.parts)
        for b in breaks
    )


def _mostly_missing(block: Block, node: Node, breaks: Sequence[SumBreak]) -> bool:
    """Whether many parts are less than half of the whole, in no column all of it: some are listed, not all."""
    few = all(len(b.parts) >= MANY_PARTS and 2 * b.total < (b.whole.value or 0) for b in breaks)
    return few and not any(holds(block, node.row, [c.row for c in node.children], c) for c in block.columns)


def _at_page_end(block: Block, node: Node) -> bool:
    """Whether the last part stands last on its page: the table may go on where it was not read."""
    last = list(node.below())[-1].row
    return not any(r.page == last.page and r.order > last.order for r in (*block.rows, *block.totals))


def _repair_field(repairs: Sequence[Repair], rule_id: str) -> str:
    return both(*describe(repairs[0], rule_id)) if repairs else ""


def _row_missing(breaks: Sequence[SumBreak]) -> bool:
    """Whether one part that is not there would make up all columns, with its spending in its budget."""
    lost = {b.column.measure: -b.difference for b in breaks}  # of two budgets the last
    pagu, spent = lost.get(Measure.PAGU_RP), lost.get(Measure.REALISASI_RP)
    return (
        len(breaks) > 1
        and all(b.difference < 0 for b in breaks)
        and (pagu is None or spent is None or spent <= pagu)
    )


def may_go_on(block: Block, node: Node, breaks: Sequence[SumBreak]) -> bool:
    """Whether parts may stand on a page that was not read as the same table: the sum lacks some at the end of one."""
    return all(b.difference < 0 for b in breaks) and _at_page_end(block, node)


def part_may_be_lost(block: Block, node: Node, breaks: Sequence[SumBreak]) -> bool:
    """Whether a part may have been lost in reading: the sum lacks what a part could be, and nothing
    printed (a second column that holds, codes) speaks against it."""
    if len(breaks) > 1:
        return _row_missing(breaks) and may_go_on(block, node, breaks)
    smallest = min((o.value for o in breaks[0].parts if o.value), default=Decimal(0))
    alone = len(block.columns) == 1 and not node.row.code
    return alone and -breaks[0].difference >= smallest / 2


def _no_repair(breaks: Sequence[SumBreak], searches: Sequence[RepairSearch]) -> tuple[str, str]:
    if _row_missing(breaks):
        missing = ", ".join(number_id(-b.difference) for b in breaks)
        missing_en = ", ".join(number_en(-b.difference) for b in breaks)
        return (
            f" Mungkin satu baris rincian tidak tercetak ({missing}).",
            f" Perhaps one part is not printed ({missing_en}).",
        )
    if not any(s.possible for s in searches):
        return (
            " Tidak ada satu angka pun yang dapat diubah sebesar selisih itu tanpa merusak jumlah lain atau "
            "melampaui pagu; mungkin beberapa baris memakai tahap anggaran (murni/perubahan) yang lain.",
            " No single figure can be changed by that difference without breaking another sum or exceeding "
            "its budget; several rows may follow another budget stage (original/revised).",
        )
    return "", ""


def swallowed_rows(block: Block, node: Node, broken: Sequence[Column]) -> tuple[MoneyRow, ...]:
    """Rows of the block whose figures are exactly what the parent has too much, in every broken column."""
    inside = {node.row.id, *(n.row.id for n in node.below())}
    others = [n.row for n in block.nodes() if n.row.id not in inside]
    lacking = [-sum_break(node.row, [c.row for c in node.children], c).difference for c in broken]
    if any(d <= 0 for d in lacking) or len(broken) < len(block.columns):
        return ()
    behind = [r for r in others if r.order > node.row.order] + [r for r in others if r.order < node.row.order]
    for count in range(1, MOST_SWALLOWED + 1):
        for rows in combinations(behind, count):
            if all(_column_sum(rows, c) == d for c, d in zip(broken, lacking, strict=True)):
                return rows
    return ()


def _column_sum(rows: Iterable[MoneyRow], column: Column) -> Decimal | None:
    values = [None if (o := r.column(column)) is None else o.value for r in rows]
    return None if None in values else sum((v for v in values if v is not None), Decimal(0))


def totals_vouch(block: Block, columns: Sequence[Column]) -> bool:
    """Whether the block's total counts the rows on their printed levels."""
    roots = [n.row for n in block.roots]
    return any(all(holds(block, t, roots, c) for c in columns) for t in block.totals)


def _unless_reading(hit: Hit, breaks: Sequence[SumBreak]) -> Hit:
    """The hit of a sum, or a question where a figure in doubt or one misread digit may explain it."""
    if any(doubtful(o) for b in breaks for o in (b.whole, *b.parts)):
        return hit.as_doubt(*READING_DOUBT)
    return unless_misread_sums(hit, ((b.whole, b.parts) for b in breaks))


@rule("AR-05")
def totals(view: ReportView) -> RuleHits:
    """A total row is the sum of the rows above it, and "Belanja Langsung" that of the programs below it, exact to one
    rupiah."""
    compared = 0
    moved = view.slips
    for block in view.blocks:
        for total, readings in (*_total_readings(block), *_spending_on_programs(block)):
            columns = [
                c for c in block.columns if any(holds(block, total, r, c) is not None for r in readings)
            ]
            compared += len(columns)
            good = {c: next((r for r in readings if holds(block, total, r, c)), None) for c in columns}
            reading = _reading(readings, good)
            broken = [
                c
                for c in columns
                if good[c] is None
                and holds(block, total, reading, c) is False
                and not _counted_twice(block, total, c)
            ]
            if broken:
                sure = any(good[c] for c in columns)
                section = () if sure else _section_like_others(block, total, broken)
                hit = _total_hit(
                    view, block, total, broken, section or reading, moved, another_holds=sure or bool(section)
                )
                if hit is not None:
                    yield hit
    yield from totals_before_revision(view)
    return compared


def _section_like_others(block: Block, total: MoneyRow, columns: Sequence[Column]) -> Reading:
    """The rows between a sub total and the total before it, where the other sub totals of the block are the sums of
    theirs; empty where these do not say so."""
    sections: dict[str, Reading] = {}
    since = (-1, -1)
    for other in block.totals:
        rows = tuple(r for r in block.rows if since < r.order < other.order)
        since = other.order
        if _SUB_TOTAL.match(other.subject) and len(rows) > 1:
            sections[other.id] = rows
    verdicts = [
        holds(block, other, sections[other.id], c)
        for other in block.totals
        if other.id in sections and other is not total
        for c in columns
    ]
    good = verdicts.count(True)
    enough = good >= ENOUGH_SUMS and good >= SHARE_THAT_HOLDS * (good + verdicts.count(False))
    return sections.get(total.id, ()) if enough else ()


def _counted_twice(block: Block, total: MoneyRow, column: Column) -> bool:
    """Whether the rows above add up to twice the total: two levels stand in one list, none told apart."""
    above = [r for r in block.rows if r.order < total.order]
    printed, added = _column_sum([total], column), _column_sum(above, column)
    return (
        printed is not None
        and added is not None
        and printed >= SMALLEST_BUDGET
        and abs(added - 2 * printed) <= 2
    )


_SUB_TOTAL = re.compile(r"\W*sub\W*(?:jumlah|total)\b", re.IGNORECASE)
_ON_PROGRAMS = re.compile(r"\W*(?:[A-Z\d]{1,3}\W+)?belanja langsung\W*", re.IGNORECASE)
"""The group of a budget (Permendagri 13/2006) that all programs are in."""
_KIND_OF_SPENDING = re.compile(
    r"\bbelanja\b.*\b(?:pegawai|barang|jasa|modal|hibah|bantuan|subsidi|bunga|tidak terduga)\b", re.IGNORECASE
)


_SOURCE_OF_FUNDS = re.compile(
    r"^\W*(?:dana\s+(?:apb[dn]|alokasi|bagi|insentif|otonomi|desa|transfer|hibah|blud)|apb[dn]\b|da[ku]\b|dbh|did\b|"
    r"pad\b|blud\b|hibah\b|bok\b)",
    re.IGNORECASE,
)


def _spending_on_programs(block: Block) -> list[tuple[MoneyRow, list[Reading]]]:
    """Rows "Belanja Langsung" with the programs below them, up to the next row without a level or total."""
    found = []
    for row in block.unplaced:
        if _ON_PROGRAMS.fullmatch(row.subject):
            others = [r.order for r in (*block.unplaced, *block.totals) if r.order > row.order]
            end = min(others, default=None)
            below = [n for n in block.roots if n.row.order > row.order and (end is None or n.row.order < end)]
            if len(below) > 1 and all(n.level is SubjectLevel.PROGRAM for n in below):
                found.append((row, [tuple(n.row for n in below)]))
    return found


def _are_kinds_of_spending(block: Block) -> bool:
    """Whether all rows are kinds of spending ("Belanja pegawai", "Belanja modal"), or all sources of funds ("Dana
    Alokasi Khusus"), none of which holds others."""
    return not block.roots and any(
        all(kind.search(r.subject) for r in block.rows) for kind in (_KIND_OF_SPENDING, _SOURCE_OF_FUNDS)
    )


def _total_readings(block: Block) -> list[tuple[MoneyRow, list[Reading]]]:
    """Every total row at the end of its rows, or above all of them, with the sets of rows it may lawfully be the sum
    of."""
    found = []
    first = block.totals[0] if block.totals else None
    below = [n.row for n in block.roots if first is not None and n.row.order > first.order]
    if (
        first is not None
        and len(block.totals) == 1
        and below
        and not any(r.order < first.order for r in block.rows)
    ):
        return [(first, [tuple(below)])]  # a total above its rows
    for position, total in enumerate(block.totals):
        above = [r for r in block.rows if r.order < total.order]
        since = block.totals[position - 1].order if position else (-1, -1)
        section = [r for r in above if r.order > since]
        if not above or (total is block.totals[-1] and any(r.order > total.order for r in block.rows)):
            continue
        readings: list[Reading] = []
        spans = (section, above) if block.by_sums else (above, section)
        for rows in (*spans, [r for r in above if r.table_no == total.table_no]):
            ids = {r.id for r in rows}
            readings.append(tuple(n.row for n in block.roots if n.row.id in ids))
            readings += _runs_of_roots(block, ids) if block.by_sums else []
            readings += [
                tuple(n.row for n in block.nodes() if n.level is level and n.row.id in ids)
                for level in (SubjectLevel.PROGRAM, SubjectLevel.KEGIATAN, SubjectLevel.SUB_KEGIATAN)
            ]
            readings.append(tuple(n.row for n in block.nodes() if not n.children and n.row.id in ids))
            readings += [tuple(rows), tuple(_once(rows))]
            outer = {n.row.id for n in block.roots} | {r.id for r in block.unplaced}
            readings.append(tuple(r for r in rows if r.id in outer))
        if position:
            readings += [tuple(block.totals[:position]), (*block.totals[:position], *section)]
        found.append((total, [r for r in dict.fromkeys(readings) if r]))
    return found


def _runs_of_roots(block: Block, ids: set[str]) -> list[Reading]:
    """The rows of the highest level of which a total may be the sum where only sums tell the levels: those right above
    it ("JUMLAH BELANJA LANGSUNG" sums up "BELANJA LANGSUNG" alone)."""
    roots = [n.row for n in block.roots if n.row.id in ids]
    return [tuple(roots[k:]) for k in range(1, len(roots))]


def _totals(block: Block) -> list[tuple[MoneyRow, Reading]]:
    """The total rows with the reading that the block supports best."""
    return [
        (
            total,
            _reading(
                readings,
                {c: next((r for r in readings if holds(block, total, r, c)), None) for c in block.columns},
            ),
        )
        for total, readings in _total_readings(block)
    ]


def _reading(readings: Sequence[Reading], good: dict[Column, Reading | None]) -> Reading:
    """The reading under which another column holds, else the top level."""
    return next((r for r in good.values() if r is not None), readings[0])


def _total_hit(
    view: ReportView,
    block: Block,
    total: MoneyRow,
    broken: Sequence[Column],
    reading: Reading,
    moved: Sequence[Slip],
    *,
    another_holds: bool,
) -> Hit | None:
    breaks = [sum_break(total, reading, c) for c in broken]
    slip = next((s for s in moved if any(r.id == s.row.id for r in reading)), None)
    vouched = another_holds or slip is not None or block.by_sums
    plain = (not block.unplaced and len({n.level for n in block.nodes()}) == 1) or _are_kinds_of_spending(
        block
    )
    row_lost = all(b.difference < 0 for b in breaks)
    if not vouched and not plain:
        return None
    unsure = not vouched and row_lost and not _complete(view, block, total)
    facts = facts_of(block, _totals(block))
    repairs = [r for b in breaks if (r := repair_total(facts, total, reading, b.column, b.difference))]
    told_id, told_en = sum_sentences(block, total, breaks, "baris-barisnya", "its rows")
    for repair in repairs[:1]:
        sentence_id, sentence_en = describe(repair, "AR-05")
        told_id, told_en = f"{told_id} {sentence_id}", f"{told_en} {sentence_en}"
    hit = Hit(
        "AR-05",
        told_id,
        told_en,
        tuple(f for b in breaks for f in b.figures),
        frozenset(
            {
                *(fact_id("AR-05", total, b.column) for b in breaks),
                *({slip.id} if slip is not None and slip.mends(block, total, reading, broken) else ()),
            }
        ),
        frozenset(f for r in repairs for f in r.clears),
        copy_key=tuple(f"{b.column.measure}:{b.whole.value}:{b.total}" for b in breaks),
        expected="; ".join(number_id(b.total) for b in breaks),
        repair=_repair_field(repairs, "AR-05"),
        severity=_severity(breaks),
        weight=1 if repairs else 0,
    )
    asked = _unless_reading(hit, breaks)
    if asked is hit and (unsure or _tiny_part(breaks)):
        return hit.as_doubt(*STRUCTURE_DOUBT)
    return asked


def _complete(view: ReportView, block: Block, total: MoneyRow) -> bool:
    """Whether no row between the first and the total can have been lost in reading."""
    numbers = {r.row for r in block.rows}
    first, last = min(numbers), total.row
    unread = any(
        e.table_no == block.table_no and first <= e.row <= last and e.fate == Fate.UNREAD
        for e in view.report.ledger
    )
    pages = {r.page for r in block.rows} | {total.page}
    return not unread and len(pages) == 1 and numbers == set(range(first, last))
