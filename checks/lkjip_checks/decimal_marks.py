"""TX-01: one decimal mark in a column, in a table and for one figure."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkjip_checks.numbers_text import capital, number_en, number_id, pages_en, pages_id, printed
from lkjip_checks.rows import doubtful, value_of
from lkjip_checks.rule import Hit, NotRun, RuleHits, rule
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import MONEY_MEASURES, ReadBy, Severity

LEAST_ROWS = 3
"""Rows of a table before a pattern in it is more than chance."""
DECIMALS = 2
"""Decimals of figures that two tables hardly print alike by chance."""
TOLD = 3
"""Columns or figures that a finding tells in words; the places of all are given."""
_POINT = re.compile(r"^-?\d{1,3}\.\d{1,2}\s*%?$")
_COMMA = re.compile(r"^-?\d{1,3},\d{1,2}\s*%?$")
_MILLION = re.compile(r"^(?:Rp\.?\s*)?\d{1,3}(?:\.\d{3}){2,}")
_CENTS = re.compile(r",\d\d(?:\s*,?-)?\s*$")
_ONE_THOUSAND = re.compile(r"^\d{1,3}\.\d{3}$")


@rule("TX-01")
def one_decimal_mark(view: ReportView) -> RuleHits:
    """A column uses one decimal mark, the comma (or the point) throughout; a figure is written in one way."""
    columns: dict[tuple[int, int], list[Observation]] = defaultdict(list)
    for o in _seen_marks(view):
        columns[(o.table_no, o.col)].append(o)
    compared = 0
    mixed: list[tuple[list[Observation], list[Observation]]] = []
    for own in columns.values():
        points, commas = _written(own, _POINT), _written(own, _COMMA)
        compared += bool(points or commas)
        if points and commas:
            mixed.append((commas, points) if len(commas) >= len(points) else (points, commas))
    if not compared:
        raise NotRun("tidak ada angka desimal dalam tabel", "no decimal figures in tables")
    if mixed:
        pages = sorted({o.place.page for many, few in mixed for o in (many[0], *few)})
        told_id = "; ".join(
            f"{printed(m[0])} ({len(m)} angka) dan {printed(f[0])} ({len(f)})" for m, f in mixed[:TOLD]
        )
        told_en = "; ".join(
            f"{printed(m[0])} ({len(m)} figures) and {printed(f[0])} ({len(f)})" for m, f in mixed[:TOLD]
        )
        yield Hit(
            "TX-01",
            f"{capital(pages_id(pages))}: koma dan titik dipakai sebagai tanda desimal dalam kolom yang sama pada "
            f"{len(mixed)} kolom: {told_id}.",
            f"{capital(pages_en(pages))}: comma and point are both used as decimal mark within a column, in "
            f"{len(mixed)} "
            f"column(s): {told_en}.",
            tuple(Figure.of(o) for many, few in mixed for o in (many[0], *few)),
            frozenset({"TX-01"}),
        )
    yield from _two_marks_of_one_figure(view)
    yield from _point_with_two_meanings(view)
    yield from _rupiah_in_two_forms(view)
    return compared


def _seen_marks(view: ReportView) -> list[Observation]:
    """Figures whose marks are those printed: OCR reads a comma as a point, and the other way round."""
    return [o for o in view.report.observations if o.place.read_by is not ReadBy.OCR]


def _two_marks_of_one_figure(view: ReportView) -> Iterator[Hit]:
    """Figures that one table prints with a comma and another one with a point; whole ones (100,00) are the same only
    under one name."""
    written: dict[tuple[int, bool], dict[tuple[Decimal, str], Observation]] = defaultdict(dict)
    for o in _seen_marks(view):
        for pattern in (_COMMA, _POINT):
            if (
                o.value is not None
                and o.decimals == DECIMALS
                and not doubtful(o)
                and pattern.match(o.raw.strip())
            ):
                figure = (o.value, name_key(o.subject) if o.value == int(o.value) else "")
                written[(o.table_no, pattern is _COMMA)].setdefault(figure, o)
    tables = sorted({number for number, _ in written})
    pairs = [
        (written[(a, True)][figure], written[(b, False)][figure])
        for a in tables
        for b in tables
        if a != b and len(shared := written[(a, True)].keys() & written[(b, False)].keys()) >= LEAST_ROWS
        for figure in sorted(shared)
    ]
    if not pairs:
        return
    pages = sorted({o.place.page for pair in pairs for o in pair})
    count = len({a.value for a, _ in pairs})
    told_id = "; ".join(
        f"{printed(a)} ({pages_id([a.place.page])}) dan {printed(b)} ({pages_id([b.place.page])})"
        for a, b in pairs[:TOLD]
    )
    told_en = "; ".join(
        f"{printed(a)} ({pages_en([a.place.page])}) and {printed(b)} ({pages_en([b.place.page])})"
        for a, b in pairs[:TOLD]
    )
    yield Hit(
        "TX-01",
        f"{capital(pages_id(pages))}: {count} angka yang sama ditulis dengan koma dan dengan titik: {told_id}.",
        f"{capital(pages_en(pages))}: {count} figures are written with a comma and with a point: {told_en}.",
        tuple(Figure.of(o) for pair in pairs for o in pair),
        frozenset({"TX-01:tabel"}),
        severity=Severity.LOW,
    )


def _point_with_two_meanings(view: ReportView) -> Iterator[Hit]:
    """Rows that print a point as decimal mark in one column and, in a short figure of another one, before thousands:
    7.26 beside 3.398."""
    rows: dict[tuple[int, int], list[Observation]] = defaultdict(list)
    for o in _seen_marks(view):
        if o.value is not None and o.measure not in MONEY_MEASURES and not doubtful(o):
            rows[(o.table_no, o.row)].append(o)
    by_table: dict[int, list[tuple[Observation, Observation]]] = defaultdict(list)
    for (table_no, _), own in rows.items():
        decimal = next((o for o in _written(own, _POINT) if o.decimals), None)
        thousand = next((o for o in _written(own, _ONE_THOUSAND) if not o.decimals), None)
        if decimal is not None and thousand is not None and decimal.col != thousand.col:
            by_table[table_no].append((decimal, thousand))
    found = [own for own in by_table.values() if len(own) >= LEAST_ROWS]
    if not found:
        return
    figures = [o for own in found for pair in own for o in pair]
    pages = sorted({o.place.page for o in figures})
    told_id = "; ".join(
        f"{printed(d)} adalah {number_id(value_of(d))}, {printed(t)} adalah {number_id(value_of(t))} "
        f"({pages_id([d.place.page])}, {len(own)} baris)"
        for own in found[:TOLD]
        for d, t in own[:1]
    )
    told_en = "; ".join(
        f"{printed(d)} is {number_en(value_of(d))}, {printed(t)} is {number_en(value_of(t))} "
        f"({pages_en([d.place.page])}, {len(own)} rows)"
        for own in found[:TOLD]
        for d, t in own[:1]
    )
    yield Hit(
        "TX-01",
        f"{capital(pages_id(pages))}: titik dipakai sebagai tanda desimal dan sebagai pemisah ribuan dalam satu baris: "
        f"{told_id}.",
        f"{capital(pages_en(pages))}: the point is the decimal mark and parts thousands in one row: {told_en}.",
        tuple(Figure.of(o) for o in figures),
        frozenset({"TX-01:titik"}),
    )


def _rupiah_in_two_forms(view: ReportView) -> Iterator[Hit]:
    """Budgets of the year's programs that one table prints with ",00" and another one without; tables that print sen
    need them."""
    forms: dict[bool, dict[int, list[Observation]]] = {True: defaultdict(list), False: defaultdict(list)}
    for o in view.report.observations:
        if o.measure in MONEY_MEASURES and o.value and not doubtful(o) and _MILLION.match(o.raw.strip()):
            forms[bool(_CENTS.search(o.raw))][o.table_no].append(o)
    whole, cents = (
        [own for number, own in forms[with_cents].items() if number not in forms[not with_cents]]
        for with_cents in (False, True)
    )
    cents = [own for own in cents if all(value_of(o) == int(value_of(o)) for o in own)]
    if sum(map(len, whole)) < LEAST_ROWS or sum(map(len, cents)) < LEAST_ROWS:
        return
    a, b = cents[0][0], whole[0][0]
    pages = sorted({o.place.page for own in cents for o in own} | {b.place.page})
    yield Hit(
        "TX-01",
        f"{capital(pages_id(pages))}: rupiah ditulis dengan “,00” pada {len(cents)} tabel dan tanpa itu pada "
        f"{len(whole)} tabel lain, misalnya {printed(a)} ({pages_id([a.place.page])}) dan {printed(b)} "
        f"({pages_id([b.place.page])}).",
        f"{capital(pages_en(pages))}: rupiah are written with “,00” in {len(cents)} table(s) and without in "
        f"{len(whole)} other(s), e.g. {printed(a)} ({pages_en([a.place.page])}) and {printed(b)} "
        f"({pages_en([b.place.page])}).",
        tuple(Figure.of(o) for o in (*(o for own in cents for o in own), b)),
        frozenset({"TX-01:rupiah"}),
        severity=Severity.LOW,
    )


def _written(own: Sequence[Observation], pattern: re.Pattern[str]) -> list[Observation]:
    return [o for o in own if pattern.match(o.raw.strip()) and not doubtful(o)]
