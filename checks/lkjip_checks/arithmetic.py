"""AR-03, AR-07 and AR-11: the percentages and limits of money rows."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from lkjip_checks.constraints import fact_id
from lkjip_checks.hierarchy import level_of
from lkjip_checks.misread import unless_misread, unless_reading
from lkjip_checks.numbers_text import (
    capital,
    number_en,
    number_id,
    pages_en,
    pages_id,
    percent_en,
    percent_id,
    printed,
    quoted,
    rounded,
)
from lkjip_checks.rows import MoneyRow, doubtful, value_of
from lkjip_checks.rule import READING_DOUBT, Hit, RuleHits, rule
from lkjip_checks.slips import Slip, row_percentage
from lkjip_checks.tolerance import (
    HUNDRED,
    SMALL_DEVIATION,
    Interval,
    decimal_shift,
    deviation,
    fits,
    mean_of,
    percentage,
)
from lkjip_checks.view import AGREEMENT_TABLES, BALANCE, ReportView
from lkjip_normalize.linking import name_key
from lkjip_schemas.bilingual import both
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import FindingClass, Measure, Severity, SubjectLevel, TableKind

MOST_FAILING_ROWS = 3
"""From so many failing rows on, a table that fails more often than it holds was misunderstood: its
column means something else."""

INDICATIVE_SHARE = Decimal(1) / 3
"""A Renstra matrix where more rows than this overspend prints indicative rupiah, not budgets."""

MEAN_TOLERANCE = Decimal("0.01")
"""A printed mean of percentages may miss by one unit of the second decimal (catalogue, AR-09)."""

_AVERAGE = re.compile(r"rata\W*rata", re.IGNORECASE)


COLUMN_DOUBT = (
    "Sebagian besar baris tabel ini begitu: kolomnya mungkin berarti lain atau salah terbaca.",
    "Most rows of this table are like this: the column may mean something else or was misread.",
)


def majority_doubts(hits: Sequence[tuple[int, Hit]], held: dict[int, int]) -> Iterable[Hit]:
    """The hits of a ratio rule; a table that mostly fails gives one question instead of many hits.

    `hits` are table numbers with hits, `held` counts the rows that hold by table.
    """
    by_table: dict[int, list[Hit]] = defaultdict(list)
    for table_no, hit in hits:
        by_table[table_no].append(hit)
    for table_no, of_table in by_table.items():
        serious = [h for h in of_table if h.severity is not Severity.LOW]
        if len(serious) >= MOST_FAILING_ROWS and len(serious) > held.get(table_no, 0):
            yield serious[0].as_doubt(*COLUMN_DOUBT)
            yield from (h for h in of_table if h.severity is Severity.LOW and h.finding_class is None)
        else:
            yield from of_table


@rule("AR-03")
def absorption(view: ReportView) -> RuleHits:
    """The printed absorption is the money spent divided by the budget of its row times 100."""
    moved = {s.row.id: s for s in view.slips}
    hits: list[tuple[int, Hit]] = []
    held: dict[int, int] = defaultdict(int)
    tables_of_rest = _tables_of_rest(view)
    for row in view.money:
        pairs = [(p, r) for p in row.pagu for r in row.realisasi if row_percentage(p, r) is not None]
        unspent = row.table_no in tables_of_rest
        shares = [s for s in row.serapan if s.value is not None]
        if not shares or not pairs or _AVERAGE.search(row.subject):
            continue
        intervals = [i for p, r in pairs if (i := row_percentage(p, r)) is not None]
        # a second percentage beside the right one is another measure (realisasi fisik)
        if any(_share_fits(s, i, unspent) for s in shares for i in intervals) or _mean_of_rows(
            view, row, shares[0]
        ):
            held[row.table_no] += 1
        elif row.id in moved:
            yield _slip_hit(view, moved[row.id])
        elif len(shares) == 1 and (len(pairs) == 1 or len(row.pagu) > 1 == len(row.realisasi)):
            hits.append((row.table_no, _share_hit(view, row, shares[0], *pairs[-1])))
    for told, hit in _of_the_whole_year(view):
        if hit is None:
            held[told] += 1
        else:
            hits.append((told, hit))
    yield from majority_doubts(hits, held)
    return sum(held.values()) + len(hits) + len(moved)


LEAST_SPENT = 3
"""So many rows that print what was spent show that a table prints nothing else."""
LEAST_CUMULATIVE = 3
"""So many rows, and twice as many as do not, show that the last quarter's spending is that of the whole year."""


def _of_the_whole_year(view: ReportView) -> list[tuple[int, Hit | None]]:
    """Rows that print spending quarter by quarter, each with all before it: the absorption of the year is that of its
    last quarter. The number of the table with a hit, or None where it holds; nothing where the other rows do not show
    that it is so."""
    last = {
        (r.table_no, r.row): (r.realisasi, r.serapan)
        for r in view.money
        if r.period.endswith("-TW4") and not r.pagu
    }
    by_table: dict[int, list[tuple[MoneyRow, bool, Observation, Observation]]] = defaultdict(list)
    for row in view.money:
        spent, of_quarter = last.get((row.table_no, row.row), ((), ()))
        shares = row.serapan or of_quarter
        if not row.realisasi and len(row.pagu) == len(shares) == len(spent) == 1:
            exact = row_percentage(row.pagu[0], spent[0])
            clear = name_key(row.subject) and value_of(spent[0]) <= value_of(row.pagu[0])
            if exact is not None and shares[0].value is not None and clear:
                holds = fits(shares[0].value, shares[0].decimals, exact)
                by_table[row.table_no].append((row, holds, spent[0], shares[0]))
    found: list[tuple[int, Hit | None]] = []
    for number, rows in by_table.items():
        held = sum(fit for _, fit, _, _ in rows)
        if held >= LEAST_CUMULATIVE and held >= 2 * (len(rows) - held):
            found += [
                (number, None if fit else _share_hit(view, row, share, row.pagu[0], spent))
                for row, fit, spent, share in rows
            ]
    return found


def _share_fits(share: Observation, exact: Interval, unspent: bool) -> bool:
    """Whether a percentage is that of what was spent or, in tables where it may be so, of what was left."""
    value = share.value or Decimal(0)
    return fits(value, share.decimals, exact) or (unspent and exact.low != 0 and _is_rest(share, exact))


def _is_rest(share: Observation, exact: Interval) -> bool:
    return fits(
        share.value or Decimal(0), share.decimals, Interval(HUNDRED - exact.high, HUNDRED - exact.low)
    )


def _tables_of_rest(view: ReportView) -> frozenset[int]:
    """Tables whose percentages may be those of what was left (a column "sisa %" read as serapan): not those in which
    one row alone would be so and several print what was spent."""
    spent: Counter[int] = Counter()
    left: Counter[int] = Counter()
    for row in view.money:
        exact = [i for p in row.pagu for r in row.realisasi if (i := row_percentage(p, r)) is not None]
        for share in row.serapan:
            if share.value is None:
                continue
            if any(fits(share.value, share.decimals, i) for i in exact):
                spent[row.table_no] += 1
            elif any(_is_rest(share, i) for i in exact):
                left[row.table_no] += 1
    return frozenset(n for n, count in left.items() if count > 1 or spent[n] < LEAST_SPENT)


def _mean_of_rows(view: ReportView, row: MoneyRow, share: Observation) -> bool:
    """Whether a total row prints the mean of the percentages above it."""
    if level_of(row) is not SubjectLevel.TOTAL:
        return False
    rows = [
        r for r in view.money if r.table_no == row.table_no and r.period == row.period and r.row < row.row
    ]
    for group in (rows, *([r for r in rows if level_of(r) is level] for level in SubjectLevel)):
        values = [o.value for r in group for o in r.serapan if o.value is not None]
        if values and abs(mean_of(values) - (share.value or 0)) <= MEAN_TOLERANCE:
            return True
    return False


def _share_hit(
    view: ReportView, row: MoneyRow, share: Observation, pagu: Observation, spent: Observation
) -> Hit:
    exact = row_percentage(pagu, spent)
    value = share.value or Decimal(0)
    if exact is None:
        raise ValueError("a row without a ratio was compared")
    small = deviation(value, exact) <= SMALL_DEVIATION
    other_id, other_en = _other_row(view, row, share) if not small else ("", "")
    hit = Hit(
        "AR-03",
        f"{capital(pages_id([share.place.page]))}: pada baris {row.name}, realisasi "
        f"{printed(spent)} "
        f"dibagi pagu {printed(pagu)} adalah {percent_id(exact.low, max(2, share.decimals))}, tercetak "
        f"{printed(share)}.{other_id}",
        f"{capital(pages_en([share.place.page]))}: in the row {row.name}, {printed(spent)} "
        "spent of the "
        f"budget {printed(pagu)} is {percent_en(exact.low, max(2, share.decimals))}, printed "
        f"{printed(share)}.{other_en}",
        tuple(Figure.of(o) for o in (pagu, spent, share)),
        frozenset({fact_id("AR-03", row)}),
        copy_key=(str(pagu.value), str(spent.value), str(value)),
        expected=number_id(rounded(exact.low, share.decimals), share.decimals),
        severity=Severity.LOW if small else None,
    )
    shifted = decimal_shift(value, share.decimals, exact)
    return unless_reading(
        hit, (spent, pagu, share), lambda v: _ratio_holds(v, share.decimals), shifted=shifted
    )


def _ratio_holds(values: Sequence[Decimal], decimals: int) -> bool:
    """Whether spending, budget and percentage agree."""
    spent, pagu, share = values
    exact = percentage(Interval.exact(spent), Interval.exact(pagu))
    return spent <= pagu and exact is not None and fits(share, decimals, exact)


def _other_row(view: ReportView, row: MoneyRow, share: Observation) -> tuple[str, str]:
    """Says so when the printed percentage is that of another row of the table (catalogue, AR-03)."""
    if share.value is None or share.value in (0, HUNDRED):
        return "", ""
    for other in view.money:
        if (
            other.table_no != row.table_no
            or other.row == row.row
            or other.subject == row.subject
            or len(other.pagu) * len(other.realisasi) != 1
        ):
            continue
        exact = row_percentage(other.pagu[0], other.realisasi[0])
        if exact is not None and fits(share.value, share.decimals, exact):
            return (
                f" Angka itu cocok dengan baris {quoted(other.subject)}.",
                f" That fits the row {quoted(other.subject)}.",
            )
    return "", ""


def _slip_hit(view: ReportView, slip: Slip) -> Hit:
    """One finding for everything that one slipped row breaks: percentage, limit, totals, other tables."""
    row = slip.row
    pagu, spent, share = row.pagu[0], row.realisasi[0], row.serapan[0]
    exact = row_percentage(pagu, spent)
    right = row_percentage(slip.pagu, slip.realisasi)
    if exact is None or right is None:
        raise ValueError("a slip without a ratio")
    same = [
        r
        for r in view.money
        if r.table_no != row.table_no
        and r.period == row.period
        and any(p.value == slip.pagu.value for p in r.pagu)
        and any(s.value == slip.realisasi.value for s in r.realisasi)
    ]
    where = sorted({o.place.page for r in same for o in (*r.pagu, *r.realisasi)})
    over = (spent.value or Decimal(0)) > (pagu.value or Decimal(0))
    over_id = f"{' melebihi pagu' if over else ', pagu'} {printed(pagu)}"
    over_en = f"{' exceeds the budget' if over else ', budget'} {printed(pagu)}"
    moved_id = (
        f"pagu {printed(slip.pagu)} berdiri pada kolom realisasi"
        if slip.budget_as_spending
        else f"realisasi {printed(slip.realisasi)} berdiri pada kolom pagu"
    )
    moved_en = (
        f"the budget {printed(slip.pagu)} stands in the column of the spending"
        if slip.budget_as_spending
        else f"the spending {printed(slip.realisasi)} stands in the column of the budget"
    )
    return Hit(
        "AR-03",
        f"{capital(pages_id([spent.place.page]))}: pada baris {row.name}, realisasi "
        f"{printed(spent)}"
        f"{over_id} ({percent_id(exact.low)}), sedangkan persentase tercetak {printed(share)}. "
        f"Angkanya bergeser satu kolom: {moved_id}. {capital(pages_id(where))} mencetak pagu "
        f"{printed(slip.pagu)} dan realisasi {printed(slip.realisasi)}, yaitu {percent_id(right.low)}, "
        "sama dengan persentase yang tercetak.",
        f"{capital(pages_en([spent.place.page]))}: in the row {row.name}, the spending "
        f"{printed(spent)}"
        f"{over_en} ({percent_en(exact.low)}), but the printed percentage is {printed(share)}. "
        f"The figures slipped one column: {moved_en}. {capital(pages_en(where))} print"
        f"{'s' if len(where) == 1 else ''} the budget {printed(slip.pagu)} and the spending "
        f"{printed(slip.realisasi)}, which is {percent_en(right.low)}, the printed percentage.",
        tuple(Figure.of(o) for o in (pagu, spent, share, slip.pagu, slip.realisasi)),
        frozenset({fact_id("AR-03", row)}),
        frozenset({slip.id, fact_id("AR-07", row), fact_id("CT-07", row)}),
        copy_key=(str(pagu.value), str(spent.value), str(share.value)),
        expected=f"{printed(slip.pagu)}; {printed(slip.realisasi)}",
        repair=both(
            f"pagu {printed(slip.pagu)}, realisasi {printed(slip.realisasi)}",
            f"budget {printed(slip.pagu)}, spending {printed(slip.realisasi)}",
        ),
        weight=3,
    )


@rule("AR-11")
def columns_in_place(view: ReportView) -> RuleHits:
    """Figures stand in their own column and row: none is printed where another table has its neighbour."""
    for slip in view.slips:
        pagu, spent = slip.row.pagu[0], slip.row.realisasi[0]
        figures = (pagu, spent, slip.pagu, slip.realisasi)
        here, there = [spent.place.page], sorted({slip.pagu.place.page, slip.realisasi.place.page})
        yield Hit(
            "AR-11",
            f"{capital(pages_id(here))}: angka pada baris {slip.row.name} tampak bergeser satu kolom: tercetak "
            f"{printed(pagu)} dan {printed(spent)}, sedangkan {pages_id(there)} mencetak {printed(slip.pagu)} dan "
            f"{printed(slip.realisasi)}; periksa halamannya.",
            f"{capital(pages_en(here))}: the figures of the row {slip.row.name} seem to have slipped one column: "
            f"{printed(pagu)} and {printed(spent)} are printed, but {pages_en(there)} print"
            f"{'s' if len(there) == 1 else ''} {printed(slip.pagu)} and {printed(slip.realisasi)}; look at the page.",
            tuple(Figure.of(o) for o in figures),
            frozenset({slip.id}),
            severity=Severity.LOW,
            finding_class=FindingClass.EXTRACTION_DOUBT,
            weight=-1,
        )
    return len([r for r in view.money if r.pagu and r.realisasi and r.serapan])


@rule("AR-07")
def spending_limit(view: ReportView) -> RuleHits:
    """The money spent does not exceed the budget of the same row (PP 12/2019: no spending beyond the
    budget). What a table plans for each quarter is no such limit: the budget is that of the year."""
    over: dict[int, list[tuple[MoneyRow, Observation, Observation]]] = defaultdict(list)
    quarters: dict[int, set[str]] = defaultdict(set)
    for o in view.report.observations:
        if o.measure == Measure.PAGU_RP and "TW" in o.period:
            quarters[o.table_no].add(o.period)
    rows: dict[int, int] = defaultdict(int)
    for row in view.money:
        if row.kind in AGREEMENT_TABLES or len(row.realisasi) != 1 or not row.pagu:
            continue
        if view.is_income(row) or BALANCE.search(row.subject):
            continue
        spent = row.realisasi[0]
        pagu = _governing_budget(row, spent)
        if pagu is None or pagu.value is None or spent.value is None:
            continue
        if "TW" in pagu.period and len(quarters[row.table_no]) > 1:
            continue
        rows[row.table_no] += 1
        if spent.value > pagu.value:
            over[row.table_no].append((row, pagu, spent))
    for table_no, found in over.items():
        renstra = found[0][0].kind is TableKind.RENSTRA_MATRIX
        if renstra and len(found) > INDICATIVE_SHARE * rows[table_no]:
            continue
        hits = [_over_hit(*f, renstra=renstra) for f in found]
        yield from majority_doubts([(table_no, h) for h in hits], {table_no: rows[table_no] - len(found)})
    return sum(rows.values())


def _governing_budget(row: MoneyRow, spent: Observation) -> Observation | None:
    """The budget that spending is held against: the one the printed percentage uses, else the last.

    With two budgets and no percentage that decides, only spending above both is an excess.
    """
    valued = [p for p in row.pagu if p.value is not None]
    if len(valued) != len(row.pagu):
        return None
    for pagu in reversed(valued):
        exact = row_percentage(pagu, spent)
        if exact is not None and any(
            s.value is not None and fits(s.value, s.decimals, exact) for s in row.serapan
        ):
            return pagu
    return max(valued, key=lambda p: p.value or Decimal(0))


def _over_hit(row: MoneyRow, pagu: Observation, spent: Observation, *, renstra: bool) -> Hit:
    budget, money = pagu.value or Decimal(0), spent.value or Decimal(0)
    exact = row_percentage(pagu, spent)
    share_id = f" ({percent_id(exact.low)})" if exact else ""
    share_en = f" ({percent_en(exact.low)})" if exact else ""
    plan_id = " Pagu pada matriks Renstra dapat bersifat indikatif." if renstra else ""
    plan_en = " Rupiah of a Renstra matrix may be indicative." if renstra else ""
    pages = [pagu.place.page, spent.place.page]
    hit = Hit(
        "AR-07",
        f"{capital(pages_id(pages))}: pada baris {row.name}, realisasi {printed(spent)} "
        "melebihi pagu "
        f"{printed(pagu)} sebesar {number_id(money - budget)}{share_id}.{plan_id}",
        f"{capital(pages_en(pages))}: in the row {row.name}, the spending {printed(spent)} "
        "exceeds the "
        f"budget {printed(pagu)} by {number_en(money - budget)}{share_en}.{plan_en}",
        tuple(Figure.of(o) for o in (pagu, spent, *row.serapan)),
        frozenset({fact_id("AR-07", row)}),
        copy_key=(str(budget), str(money)),
        expected=f"<= {number_id(budget)}",
        severity=Severity.MEDIUM if renstra else None,
    )
    if doubtful(pagu) or doubtful(spent):
        return hit.as_doubt(*READING_DOUBT)
    shares = [
        s
        for s in row.serapan
        if s.value is not None
        and s.value <= HUNDRED
        and exact is not None
        and decimal_shift(s.value, s.decimals, exact)
    ]
    if shares:
        told = printed(shares[0])
        return hit.as_doubt(
            f"Persentase tercetak {told} hanya cocok bila titik atau angka nol pada salah satu dari keduanya salah "
            "cetak; periksa halamannya.",
            f"The printed percentage {told} fits only if a point or a zero in one of the two is misprinted; look at "
            "the page.",
        )
    if len(row.serapan) == 1:
        share = row.serapan[0]
        return unless_misread(hit, (spent, pagu, share), lambda v: _ratio_holds(v, share.decimals))
    return unless_misread(hit, (spent, pagu), lambda v: v[0] <= v[1])
