"""AR-15: physical targets of a program, its kegiatan and sub kegiatan."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from lkjip_checks.numbers_text import capital, number_en, number_id, pages_en, pages_id, quoted
from lkjip_checks.rows import doubtful, sum_of, value_of
from lkjip_checks.rule import Hit, RuleHits, rule
from lkjip_checks.tolerance import same
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.table_records import ProgramPlan, RenstraMatrix
from lkjip_schemas.vocabulary import Measure, Severity

SEVERAL = 2
LEAST_PATTERN = 4
"""So many rows that add up, for each that does not, make a pattern."""
TOLD = 5
_PROGRAM = re.compile(r"\W*program\b", re.IGNORECASE)
Code = tuple[int, ...]
Parent = tuple[Observation, tuple[Observation, ...]]


@rule("AR-15")
def no_sums_over_units(view: ReportView) -> RuleHits:
    """The physical target of a kegiatan is not the sum of targets in different units (months and pieces of
    equipment add up to nothing), and its figures follow from the rows below as those of the other rows do."""
    compared = 0
    wrong: list[Parent] = []
    for parent, children in _families(view):
        compared += 1
        units = {name_key(c.unit) for c in children}
        if len(units) >= SEVERAL and same(sum_of(children), value_of(parent)):
            wrong.append((parent, children))
    if wrong:
        figures = [o for parent, children in wrong for o in (parent, *children)]
        pages = sorted({o.place.page for o in figures})
        rows = _distinct(wrong)
        listed_id, listed_en = (
            "; ".join(f"{quoted(view.work_of(p))}: {_sum(p, own, number)}" for p, own in rows[:TOLD])
            for number in (number_id, number_en)
        )
        more_id = f"; dan {len(rows) - TOLD} lainnya" if len(rows) > TOLD else ""
        more_en = f"; and {len(rows) - TOLD} more" if len(rows) > TOLD else ""
        yield Hit(
            "AR-15",
            f"{capital(pages_id(pages))}: target fisik dengan satuan berbeda dijumlahkan: {listed_id}{more_id}.",
            f"{capital(pages_en(pages))}: physical targets in different units are added up: {listed_en}{more_en}.",
            tuple(Figure.of(o) for o in figures),
            frozenset({"AR-15"}),
        )
    yield from _off_the_pattern(view)
    yield from _apart_from_children(view)
    return compared


def _off_the_pattern(view: ReportView) -> Iterator[Hit]:
    """Physical targets that are not the sum of those below, in a table where nearly all others are."""
    families: dict[tuple[int, str], list[Parent]] = defaultdict(list)
    for parent, children in _families(view):
        if not _PROGRAM.match(view.work_of(parent)):  # a program has an indicator of its own
            families[(parent.table_no, parent.period)].append((parent, children))
    for (table_no, period), own in families.items():
        off = [
            (p, c)
            for p, c in own
            if not same(sum_of(c), value_of(p)) and not all(same(value_of(x), value_of(p)) for x in c)
        ]
        if not off or len(own) - len(off) < LEAST_PATTERN * len(off):
            continue
        figures = [o for p, c in off for o in (p, *c)]
        pages = sorted({o.place.page for o in figures})
        listed_id, listed_en = (
            "; ".join(
                f"{quoted(view.work_of(p))}: {number(value_of(p))}, {word} {number(sum_of(c))} "
                f"({' + '.join(number(value_of(o)) for o in c)})"
                for p, c in off[:TOLD]
            )
            for number, word in ((number_id, "rinciannya"), (number_en, "the parts"))
        )
        yield Hit(
            "AR-15",
            f"{capital(pages_id(pages))}: target fisik berbeda dari jumlah rinciannya, sedangkan pada "
            f"{len(own) - len(off)} baris lain sama: {listed_id}.",
            f"{capital(pages_en(pages))}: the physical target differs from the sum of its parts, while it is the same "
            f"in {len(own) - len(off)} other rows: {listed_en}.",
            tuple(Figure.of(o) for o in figures),
            frozenset({f"AR-15:jumlah:{table_no}:{period}"}),
            severity=Severity.LOW,
        )


def _apart_from_children(view: ReportView) -> Iterator[Hit]:
    """Physical realisasi of several kegiatan that neither repeat nor add up what all the rows below them print, while
    those of others repeat it."""
    by_table: dict[tuple[int, str], list[Parent]] = defaultdict(list)
    fitting: dict[tuple[int, str], int] = defaultdict(int)
    for parent, children in _families(view, Measure.REALISASI):
        printed_below = {value_of(c) for c in children}
        if len(printed_below) != 1:
            continue
        below, key = next(iter(printed_below)), (parent.table_no, parent.period)
        if same(value_of(parent), below):
            fitting[key] += 1
        elif not same(value_of(parent), below * len(children)):
            by_table[key].append((parent, children))
    for (table_no, period), own in by_table.items():
        if len(own) < SEVERAL or fitting[(table_no, period)] < SEVERAL:
            continue
        figures = [o for p, c in own for o in (p, *c)]
        pages = sorted({o.place.page for o in figures})
        listed_id, listed_en = (
            "; ".join(
                f"{quoted(view.work_of(p))}: {number(value_of(p))}, {word} {number(value_of(c[0]))}"
                for p, c in own[:TOLD]
            )
            for number, word in ((number_id, "semua rinciannya"), (number_en, "all parts"))
        )
        yield Hit(
            "AR-15",
            f"{capital(pages_id(pages))}: realisasi fisik {len(own)} baris tidak sejalan dengan "
            f"rinciannya: {listed_id}.",
            f"{capital(pages_en(pages))}: the physical realisasi of {len(own)} rows does not follow from the rows "
            f"below: {listed_en}.",
            tuple(Figure.of(o) for o in figures),
            frozenset({f"AR-15:realisasi:{table_no}:{period}"}),
        )


def _sum(parent: Observation, children: Sequence[Observation], number: Callable[[Decimal], str]) -> str:
    """The target and the parts it is the sum of: "125 Dokumen = 60 Bulan + 65 Dokumen"."""
    parts = " + ".join(f"{number(value_of(c))} {c.unit}" for c in children)
    return f"{number(value_of(parent))} {parent.unit} = {parts}"


def _distinct(wrong: Sequence[Parent]) -> list[Parent]:
    """The findings without copies of the same row in other tables."""
    return list({(p.subject_code, _sum(p, own, number_id)): (p, own) for p, own in wrong}.values())


def _families(view: ReportView, measure: Measure = Measure.TARGET) -> list[Parent]:
    """Every coded row with a physical figure, with those of the rows one level below it."""
    codes = {
        (r.table_no, r.row): code
        for r in view.report.records
        if isinstance(r, RenstraMatrix | ProgramPlan) and (code := _code(r.kode))
    }
    rows: dict[tuple[int, str], list[tuple[Code, Observation]]] = defaultdict(list)
    for o in view.report.observations:
        own_code = codes.get((o.table_no, o.row))
        if own_code and o.measure == measure and o.value is not None and o.unit:
            rows[(o.table_no, o.period)].append((own_code, o))
    found: list[Parent] = []
    for own in rows.values():
        counts = {code: sum(c == code for c, _ in own) for code, _ in own}
        for code, parent in own:
            below = [(c, o) for c, o in own if len(c) > len(code) and c[: len(code)] == code]
            depth = min((len(c) for c, _ in below), default=0)
            children = tuple(o for c, o in below if len(c) == depth)
            if len(children) < SEVERAL or counts[code] > 1 or any(doubtful(o) for o in (parent, *children)):
                continue
            found.append((parent, children))
    return found


def _code(text: str) -> Code:
    parts = [p for p in text.replace(",", ".").replace(" ", ".").split(".") if p]
    return tuple(int(p) for p in parts) if parts and all(p.isdigit() for p in parts) else ()
