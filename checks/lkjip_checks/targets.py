"""The printed targets of one indicator and year, sorted by where they stand.

Shared by CT-01, CP-01 and CP-02: which value do the tables print, which the signed agreement, which
its revision.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from lkjip_checks.achievement import unit_class, units_differ
from lkjip_checks.numbers_text import joined_en, joined_id, pages_en, pages_id, printed
from lkjip_checks.rows import doubtful
from lkjip_checks.tolerance import HUNDRED, distinct, same
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import IndicatorLink, name_key
from lkjip_normalize.wording import plain
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import OTHER_MEASURE_PREFIX, Measure, TableKind

BENCHMARK = re.compile(
    r"\b(?:nasiona\w*|provinsi|prov|kabupaten|kab|kota lain|standar|spm|sdgs?|tpb|rpjm[nd]?|renstra|"
    r"rencana strategis|menengah|akhir)\b",
    re.IGNORECASE,
)
"""Words in the head of a column that prints somebody else's target, or that of the plan (CP-03)."""

PLAN_TABLES = frozenset(
    {
        TableKind.TUJUAN_SASARAN,
        TableKind.RENSTRA_MATRIX,
        TableKind.IKU,
        TableKind.CASCADING,
    }
)
"""Tables that may print the targets of the plan for several years: a difference to them is CP-03."""

MEASURING_TABLES = frozenset(
    {
        TableKind.PENGUKURAN,
        TableKind.BANDING_TAHUN,
        TableKind.JANGKA_MENENGAH,
        TableKind.ANALISIS,
        TableKind.NASIONAL,
        TableKind.EFISIENSI,
    }
)
"""Tables in which achievement is measured."""

PROGRAM_TABLES = frozenset(
    {
        TableKind.PROGRAM_PLAN,
        TableKind.RENSTRA_MATRIX,
        TableKind.REALISASI_ANGGARAN,
        TableKind.PROGRAM_PENUNJANG,
    }
)
"""Tables whose indicators belong to programs, not to the sasaran of the unit."""

WITHOUT_PERIOD = MEASURING_TABLES | {TableKind.PK_SASARAN}
"""Tables that speak of the report year when their figures carry no year."""


_YEARLY_PLAN = re.compile(
    r"^(?!.*(?:perjanjian|penetapan)).*\brencana (?:kerja|kinerja)\b", re.IGNORECASE | re.DOTALL
)
"""Captions of the yearly plan (Rencana Kinerja Tahunan) from which the agreement is made."""
_BEFORE = re.compile(r"\b(?:sebelum|semula)\b", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:sesudah|setelah|menjadi)\b", re.IGNORECASE)
_NO_TARGET = re.compile(r"kondisi|baseline|anggaran|pagu|realisasi|capaian|\brp\b", re.IGNORECASE)
"""Heads figures before a revision that are no targets."""
_OF_PROGRAM = re.compile(r"indikator (?:kinerja )?program\b")
"""The heading of indicators that an agreement makes on the level of programs."""

MISREAD_ROWS = 2
"""So many "targets" of a table that equal the realisasi elsewhere, or are per cent of other units, are no targets."""


class Sphere(Enum):
    """Where a target stands."""

    BODY = "body"
    BODY_PK = "body_pk"
    BODY_REVISION = "body_revision"
    AGREEMENT = "agreement"
    REVISION = "revision"
    PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Target:
    """One printed target and where it stands; `before` is the one that it replaced, where that is printed beside it."""

    observation: Observation
    sphere: Sphere
    before: Decimal | None = None

    @property
    def value(self) -> Decimal:
        """The target as a number."""
        return self.observation.value or Decimal(0)


@dataclass(frozen=True, slots=True)
class TargetSet:
    """All targets of one indicator for one year."""

    link: IndicatorLink
    number: int
    year: str
    targets: tuple[Target, ...]

    @property
    def fact(self) -> str:
        """The fact that this indicator has one target in this year."""
        return f"TARGET:{self.number}:{self.year}"

    def of(self, *spheres: Sphere) -> tuple[Target, ...]:
        """The targets that stand in one of the spheres."""
        return tuple(t for t in self.targets if t.sphere in spheres)

    def values(self, *spheres: Sphere) -> tuple[Decimal, ...]:
        """The different values printed in the spheres, ascending."""
        return distinct(t.value for t in self.of(*spheres))

    def realised(self) -> Observation | None:
        """The realisasi of the year, when all tables agree on it."""
        figures = [
            m
            for m in self.link.members
            if m.measure == Measure.REALISASI
            and m.period == self.year
            and m.value is not None
            and not doubtful(m)
        ]
        return (
            figures[0]
            if figures and len(distinct(f.value for f in figures if f.value is not None)) == 1
            else None
        )


def target_sets(view: ReportView) -> tuple[TargetSet, ...]:
    """The targets of every indicator and year; indicators that one table prints with two targets are
    left out, because their name does not say which is which."""
    return tuple(_sets(view))


def _sets(view: ReportView) -> Iterator[TargetSet]:
    plans = _plan_tables(view) | _misread_tables(view) | _tables_of_shares(view)
    for number, link in enumerate(view.links):
        by_year: dict[str, list[Target]] = defaultdict(list)
        for o in link.members:
            if o.measure != Measure.TARGET or o.value is None or o.table_no in plans or _benchmark(view, o):
                continue
            year, sphere = _year(view, o), sphere_of(view, o)
            if year and sphere is not None:
                before = _replaced(view, o) if sphere in (Sphere.BODY_REVISION, Sphere.PROGRAM) else None
                by_year[year].append(Target(o, sphere, before.value if before else None))
        for year, printed_targets in sorted(by_year.items()):
            targets = _of_one_unit(view, list(_replacing_signed(printed_targets)))
            if targets and not _two_in_one_table(targets):
                yield TargetSet(link, number, year, tuple(targets))


def _replacing_signed(targets: Sequence[Target]) -> Iterator[Target]:
    """The targets; those of a table of programs that print the signed one as replaced are revised ones."""
    signed = [t.value for t in targets if t.sphere is Sphere.AGREEMENT]
    for t in targets:
        revised = t.sphere is Sphere.PROGRAM and t.before is not None and t.before in signed
        yield replace(t, sphere=Sphere.BODY_REVISION) if revised else t


def _of_one_unit(view: ReportView, targets: Sequence[Target]) -> Sequence[Target]:
    """The targets, those of programs left out where their unit is another one; none when the units differ anyway."""
    for some in (targets, [t for t in targets if t.sphere is not Sphere.PROGRAM]):
        if not units_differ(_with_unit(view, t) for t in some):
            return some
    return ()


def _misread_tables(view: ReportView) -> frozenset[int]:
    """Tables whose column of targets holds what others call the realisasi (head "Tahun 2016")."""
    copies: dict[int, int] = defaultdict(int)
    for link in view.links:
        achieved = {(m.period, m.value) for m in link.members if m.measure == Measure.REALISASI and m.value}
        own_rows = {(m.table_no, m.row) for m in link.members if m.measure == Measure.REALISASI}
        for m in link.members:
            named = "target" in plain(view.column_head(m))
            if m.measure == Measure.TARGET and (m.table_no, m.row) not in own_rows and not named:
                copies[m.table_no] += (m.period, m.value) in achieved and m.value != HUNDRED
    return frozenset(t for t, n in copies.items() if n >= MISREAD_ROWS)


def _tables_of_shares(view: ReportView) -> frozenset[int]:
    """Tables whose targets are per cent of what is to be reached ("Target Pencapaian (%)"), also of indicators that
    other tables count in days or times."""
    shares: dict[int, int] = defaultdict(int)
    for link in view.links:
        own = [m for m in link.members if m.measure == Measure.TARGET]
        if any(unit_class(m.unit) not in ("", "%") for m in own):
            for table in {m.table_no for m in own if not m.unit and "(%)" in view.column_head(m)}:
                shares[table] += 1
    return frozenset(t for t, n in shares.items() if n >= MISREAD_ROWS)


def _benchmark(view: ReportView, o: Observation) -> bool:
    """Whether the target is that of the province, the nation or a standard."""
    return o.table_kind is TableKind.NASIONAL or bool(BENCHMARK.search(view.column_head(o)))


def _plan_tables(view: ReportView) -> frozenset[int]:
    """Tables of plans that print targets of several years."""
    years: dict[int, set[str]] = defaultdict(set)
    for o in view.report.observations:
        if o.table_kind in PLAN_TABLES and o.measure == Measure.TARGET:
            years[o.table_no].add(o.period)
    return frozenset(t for t, found in years.items() if len(found) > 1)


def _year(view: ReportView, o: Observation) -> str:
    period = o.period
    if not period and o.table_kind in WITHOUT_PERIOD and view.year:
        period = str(view.year)
    if len(period) != 4 or not period.isdigit() or (view.year and int(period) > view.year):
        return ""
    return period


def sphere_of(view: ReportView, o: Observation) -> Sphere | None:
    """Where a target stands; None for agreements of units below the reporting one."""
    agreement = view.agreement_at(o)
    if agreement is not None and o.table_kind in (
        TableKind.PK_SASARAN,
        TableKind.PK_ANGGARAN,
        TableKind.OTHER,
        TableKind.TUJUAN_SASARAN,
        TableKind.IKU,
    ):
        if agreement == view.own_agreement:
            return Sphere.AGREEMENT
        return Sphere.REVISION if agreement == view.own_revision else None
    if view.is_agreement:
        return None
    if o.table_kind in PROGRAM_TABLES or name_key(o.parent).startswith("program"):
        return Sphere.PROGRAM
    table = view.tables.get(o.table_no)
    if table is not None and any(_OF_PROGRAM.search(plain(c.header)) for c in table.columns):
        return Sphere.PROGRAM
    if agreement is None and _replaced(view, o) is not None:
        return Sphere.BODY_REVISION
    return Sphere.BODY_PK if is_agreement_table(view, o) else Sphere.BODY


def _replaced(view: ReportView, o: Observation) -> Observation | None:
    """The figure that a target replaced, printed left of it ("Target Sebelum | Target Sesudah")."""
    if not _AFTER.search(view.column_head(o)):
        return None
    before = [
        other
        for other in view.observations_of(o.table_no)
        if (other.row, other.subject) == (o.row, o.subject)
        and other.col < o.col
        and other.measure.startswith(OTHER_MEASURE_PREFIX)
        and not _NO_TARGET.search(other.measure)
        and _BEFORE.search(other.measure)
    ]
    return before[-1] if before else None


def is_agreement_table(view: ReportView, o: Observation) -> bool:
    """Whether a figure stands in a table of the agreement; a "Rencana Kinerja" of the year looks the same."""
    table = view.tables.get(o.table_no)
    return o.table_kind is TableKind.PK_SASARAN and not (table and _YEARLY_PLAN.search(table.caption))


def _with_unit(view: ReportView, target: Target) -> Observation:
    """The observation, with the percent sign of its column head where the cell prints no unit."""
    o = target.observation
    return o if o.unit or "(%)" not in view.column_head(o) else o.model_copy(update={"unit": "%"})


def _two_in_one_table(targets: Sequence[Target]) -> bool:
    by_table: dict[int, set[Decimal]] = defaultdict(set)
    for t in targets:
        by_table[t.observation.table_no].add(t.value)
    return any(len(distinct(values)) > 1 for values in by_table.values())


def by_value(targets: Iterable[Target]) -> list[tuple[Decimal, list[Target]]]:
    """The targets grouped by value, in order of their first page."""
    groups: list[tuple[Decimal, list[Target]]] = []
    for target in targets:
        for value, group in groups:
            if same(value, target.value):
                group.append(target)
                break
        else:
            groups.append((target.value, [target]))
    return groups


def places_id(view: ReportView, targets: Sequence[Target]) -> str:
    """Where a value is printed: `dalam tabel (halaman 13, 14) dan dalam perjanjian kinerja (halaman 27)`."""
    return joined_id([f"dalam {name} ({pages_id(pages)})" for name, pages in _places(view, targets, 0)])


def places_en(view: ReportView, targets: Sequence[Target]) -> str:
    """Where a value is printed, in English."""
    return joined_en([f"in {name} ({pages_en(pages)})" for name, pages in _places(view, targets, 1)])


def _places(view: ReportView, targets: Sequence[Target], language: int) -> list[tuple[str, list[int]]]:
    revised = view.own_revision
    date = f" {revised.date_text.strip()}" if revised is not None and revised.date_text.strip() else ""
    names = {
        Sphere.BODY: ("tabel laporan", "tables of the report"),
        Sphere.BODY_PK: ("tabel perjanjian kinerja di badan laporan", "the agreement table in the body"),
        Sphere.BODY_REVISION: ("tabel perubahan target", "the table of revised targets"),
        Sphere.AGREEMENT: ("perjanjian kinerja yang ditandatangani", "the signed agreement"),
        Sphere.REVISION: (f"perubahan perjanjian kinerja{date}", f"the revised agreement{date}"),
        Sphere.PROGRAM: ("tabel program", "tables of programs"),
    }
    return [
        (names[sphere][language], [t.observation.place.page for t in targets if t.sphere is sphere])
        for sphere in Sphere
        if any(t.sphere is sphere for t in targets)
    ]


def value_text(targets: Sequence[Target]) -> str:
    """The value as printed at its first place, without words around it when they differ."""
    return printed(targets[0].observation)
