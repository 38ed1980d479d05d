"""CT-02: one realisasi for one indicator and year."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from lkjip_checks.numbers_text import capital, pages_en, pages_id, printed, quoted
from lkjip_checks.rows import doubtful
from lkjip_checks.rule import Hit, NotRun, RuleHits, rule
from lkjip_checks.targets import BENCHMARK
from lkjip_checks.tolerance import distinct, same, unit_of
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import IndicatorLink
from lkjip_normalize.wording import plain
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import DocumentKind, Measure, Severity, TableKind

COMPARED = frozenset(
    {TableKind.PENGUKURAN, TableKind.BANDING_TAHUN, TableKind.JANGKA_MENENGAH, TableKind.NASIONAL}
)
"""Tables that print the realisasi of the indicators of the unit."""
SURE_LINK = 0.95
"""Confidence of a link between names from which on a difference is the document's."""
NEAR = 2
"""Figures more than so many times apart measure different things (a sum and a share)."""

SEVERAL_YEARS = 2
"""Realisasi of so many years side by side are each that of its year."""
SURELY_AGREEING = 2
"""By so many indicators more agree than differ in tables of which one may tell of several years, or of a quarter."""
LAST_QUARTER = "-TW4"

_CUMULATIVE = re.compile(r"s\s?[/.]\s?d\b|sampai|kumulatif|akumulasi|rata", re.IGNORECASE)
"""Words of columns and captions whose figures are those of several years."""

Pair = tuple[int, int]


@rule("CT-02")
def one_realisasi(view: ReportView) -> RuleHits:
    """The realisasi of an indicator in a year is the same in all tables that agree on most of the others."""
    if view.report.identity.kind is not DocumentKind.LKJIP:
        raise NotRun("berkas ini bukan LKjIP", "this file is no LKjIP")
    printed_twice = list(_printed_twice(view))
    series = _series(view)
    agreeing: dict[Pair, int] = defaultdict(int)
    alike: set[tuple[Pair, str]] = set()
    """Tables with the same realisasi of an indicator in another year: they speak of one thing."""
    for link, _, by_table in printed_twice:
        for a, b in combinations(sorted(by_table), 2):
            equal = _equal(by_table[a], by_table[b])
            agreeing[(series[a], series[b])] += 1 if equal else -1
            alike |= {((a, b), link.name)} if equal else set()
    for link, year, by_table in printed_twice:
        apart = [
            pair
            for pair in combinations(sorted(by_table), 2)
            if not _equal(by_table[pair[0]], by_table[pair[1]])
            and agreeing[(series[pair[0]], series[pair[1]])]
            >= _least_agreeing(view, pair, (pair, link.name) in alike)
        ]
        if apart:
            told = sorted({t for pair in apart for t in pair})
            yield _hit(link, year, [by_table[t] for t in told])
    return len(printed_twice)


def _series(view: ReportView) -> dict[int, int]:
    """For each table the first one of its kind with the same columns: reports part one table by sasaran."""
    first: dict[tuple[object, ...], int] = {}
    found: dict[int, int] = {}
    for table in view.report.tables:
        heads = tuple((plain(c.header), c.measure, c.period) for c in table.columns)
        found[table.number] = first.setdefault((table.kind, heads), table.number) if heads else table.number
    return found


def _least_agreeing(view: ReportView, pair: Pair, alike: bool) -> int:
    """By how many indicators more must agree than differ in two tables before a difference is the document's."""
    kinds = {view.tables[t].kind for t in pair if t in view.tables}
    if TableKind.RENAKSI in kinds or any(_said_of_several_years(view, t) for t in pair):
        return SURELY_AGREEING
    medium_term = TableKind.JANGKA_MENENGAH in kinds
    return int(medium_term and not alike)


def _printed_twice(view: ReportView) -> Iterator[tuple[IndicatorLink, str, dict[int, Observation]]]:
    """Indicators and years with a realisasi in two tables or more, one for each table."""
    for link in view.links:
        if link.confidence < SURE_LINK:
            continue
        by_year: dict[str, dict[int, list[Observation]]] = defaultdict(lambda: defaultdict(list))
        of_year = {(o.table_no, o.period): o.value for o in link.members if o.measure == Measure.REALISASI}
        for o in link.members:
            if (
                o.measure == Measure.REALISASI
                and ((o.period.isdigit() and o.table_kind in COMPARED) or _at_the_end(o))
                # A last quarter beside another figure of the year in its table is that of the quarter alone.
                and of_year.get((o.table_no, o.period.removesuffix(LAST_QUARTER)), o.value) == o.value
                and o.value is not None
                and not doubtful(o)
                and not BENCHMARK.search(view.column_head(o))
                and not _of_several_years(view, o)
            ):
                by_year[o.period.removesuffix(LAST_QUARTER)][o.table_no].append(o)
        for year, tables in by_year.items():
            own = {t: found[0] for t, found in tables.items() if len(found) == 1}
            values = distinct(o.value for o in own.values() if o.value is not None)
            units = {o.unit.lower().strip(". ") for o in own.values()} - {""}
            if len(own) < 2 or len(units) > 1:
                continue
            if len(values) == 1 or (values[0] > 0 and values[-1] / values[0] <= NEAR):
                yield link, year, own


def _at_the_end(o: Observation) -> bool:
    """Whether a figure is that of the last quarter, which is the year's where quarters add up."""
    return o.table_kind is TableKind.RENAKSI and o.period.endswith(LAST_QUARTER)


def _of_several_years(view: ReportView, o: Observation) -> bool:
    """Whether the heading of a figure says that it is that of several years together."""
    return o.table_kind is TableKind.JANGKA_MENENGAH and bool(_CUMULATIVE.search(view.column_head(o)))


def _said_of_several_years(view: ReportView, table_no: int) -> bool:
    """Whether the caption of a table on the medium term may say so: "Realisasi s.d. Akhir Periode" is also what reports
    call what one year has reached of the end target."""
    table = view.tables.get(table_no)
    columns = table.columns if table and table.kind is TableKind.JANGKA_MENENGAH else ()
    years = {c.period for c in columns if c.measure == Measure.REALISASI}
    return bool(table and 0 < len(years) < SEVERAL_YEARS and _CUMULATIVE.search(table.caption))


def _equal(a: Observation, b: Observation) -> bool:
    """Whether two figures are the same, one of them perhaps rounded."""
    if a.value is None or b.value is None:
        return True
    least = min(a.decimals, b.decimals)
    return same(a.value, b.value) or same(round(a.value, least), round(b.value, least))


HARDLY_APART = Decimal("0.001")
"""Share of a figure up to which two prints of it may come from rounding."""


def _hit(link: IndicatorLink, year: str, own: list[Observation]) -> Hit:
    pages = sorted({o.place.page for o in own})
    tables = Counter((printed(o), o.place.page) for o in own)
    listed_id = "; ".join(
        f"{figure} ({pages_id([page])}{f', {count} tabel' if count > 1 else ''})"
        for (figure, page), count in tables.items()
    )
    listed_en = "; ".join(
        f"{figure} ({pages_en([page])}{f', {count} tables' if count > 1 else ''})"
        for (figure, page), count in tables.items()
    )
    return Hit(
        "CT-02",
        f"{capital(pages_id(pages))}: realisasi {quoted(link.name)} tahun {year} tidak sama: {listed_id}.",
        f"{capital(pages_en(pages))}: the realisasi of {quoted(link.name)} in {year} differs: {listed_en}.",
        tuple(Figure.of(o) for o in own),
        frozenset({f"REALISASI:{link.name.lower()}:{year}"}),
        copy_key=(link.name.lower(), year, *map(str, sorted(o.value for o in own if o.value is not None))),
        severity=Severity.LOW if _rounded_otherwise(own) else None,
    )


def _rounded_otherwise(own: Sequence[Observation]) -> bool:
    """Whether the figures differ by no more than one unit of their last decimal, and by hardly anything."""
    values = [o.value for o in own if o.value is not None]
    decimals, apart = min(o.decimals for o in own), max(values) - min(values)
    return decimals > 0 and apart <= min(unit_of(decimals), HARDLY_APART * max(values))
