"""CP-03, CP-05, CY-07: the agreement and the IKU against the plan."""

from collections.abc import Sequence
from decimal import Decimal

from lkjip_checks.achievement import units_differ
from lkjip_checks.numbers_text import capital, pages_en, pages_id, printed, quoted
from lkjip_checks.rows import doubtful, value_of
from lkjip_checks.rule import Hit, NotRun, RuleHits, rule
from lkjip_checks.targets import PLAN_TABLES, Sphere, is_agreement_table, target_sets
from lkjip_checks.tolerance import same
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import IndicatorLink, name_words
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.table_records import Iku
from lkjip_schemas.vocabulary import DocumentKind, Measure, SubjectLevel, TableKind

SURE_LINK = 0.95
"""Confidence of a link between names from which on a difference is the document's."""
TOLD = 5
MOST_TIMES = 3
"""Targets more than so many times apart measure different things (a year's and a plan's)."""
NEAR = Decimal("0.002")
"""An end target this share from the realisasi looks set after the fact (domain notes, CY-07)."""
SEVERAL = 2
CLOSE_NAMES = 0.5


def _targets(view: ReportView, link: IndicatorLink, *, plan: bool) -> list[Observation]:
    year = str(view.year)
    return [
        o
        for o in link.members
        if o.measure == Measure.TARGET
        and o.period == year
        and o.value is not None
        and (o.table_kind in PLAN_TABLES if plan else is_agreement_table(view, o))
        and o.subject_level in (SubjectLevel.INDIKATOR, SubjectLevel.UNKNOWN)
        and not doubtful(o)
    ]


def _years(view: ReportView, table_no: int) -> int:
    return len({o.period for o in view.observations_of(table_no) if o.measure == Measure.TARGET})


@rule("CP-03")
def agreement_follows_the_plan(view: ReportView) -> RuleHits:
    """The target of the agreement is the one that the Renstra sets for the year, or the difference is explained
    (checklist III.2; LKE 1.b-8)."""
    if not view.year or view.report.identity.kind is not DocumentKind.LKJIP:
        raise NotRun(
            "bukan laporan kinerja dengan tahun yang terbaca", "not a performance report of a known year"
        )
    compared = 0
    wrong: list[Difference] = []
    for link in view.links:
        if link.confidence < SURE_LINK:
            continue
        planned = [o for o in _targets(view, link, plan=True) if _years(view, o.table_no) > 1]
        agreed = _targets(view, link, plan=False)
        if not planned or not agreed or units_differ((*planned, *agreed)):
            continue
        compared += 1
        if any(same(value_of(p), value_of(a)) for p in planned for a in agreed):
            continue
        small, large = sorted((value_of(planned[0]), value_of(agreed[-1])))
        if small > 0 and large / small <= MOST_TIMES:
            wrong.append((link, planned[0], agreed[-1]))
    facts = {id(s.link): s for s in target_sets(view) if s.year == str(view.year)}
    alone: list[Difference] = []
    for link, planned_one, agreed_one in wrong:
        found = facts.get(id(link))
        printed_targets = found.values(Sphere.BODY, Sphere.BODY_PK, Sphere.AGREEMENT) if found else ()
        if (
            found
            and len(printed_targets) > 1
            and any(same(v, value_of(planned_one)) for v in printed_targets)
        ):
            # other tables print the plan's target: the agreement differs from them, too, which CT-01 tells
            yield _plan_hit(view, [(link, planned_one, agreed_one)], found.fact)
        else:
            alone.append((link, planned_one, agreed_one))
    if alone:
        yield _plan_hit(view, alone, "CP-03")
    return compared


Difference = tuple[IndicatorLink, Observation, Observation]
"""An indicator, its target in the plan, its target in the agreement."""


def _plan_hit(view: ReportView, wrong: Sequence[Difference], fact: str) -> Hit:
    figures = [o for _, *pair in wrong for o in pair]
    pages = sorted({o.place.page for o in figures})
    told_id = "; ".join(
        f"{quoted(link.name)}: rencana {printed(p)} ({pages_id([p.place.page])}), perjanjian {printed(a)} "
        f"({pages_id([a.place.page])})"
        for link, p, a in wrong[:TOLD]
    )
    told_en = "; ".join(
        f"{quoted(link.name)}: plan {printed(p)} ({pages_en([p.place.page])}), agreement {printed(a)} "
        f"({pages_en([a.place.page])})"
        for link, p, a in wrong[:TOLD]
    )
    return Hit(
        "CP-03",
        f"{capital(pages_id(pages))}: target {view.year} dalam perjanjian kinerja berbeda dari target rencana "
        f"strategis pada {len(wrong)} indikator: {told_id}.",
        f"{capital(pages_en(pages))}: the targets of {view.year} in the agreement differ from those of the strategic "
        f"plan for {len(wrong)} indicator(s): {told_en}.",
        tuple(Figure.of(o) for o in figures),
        frozenset({fact}),
    )


@rule("CP-05")
def iku_in_the_agreement(view: ReportView) -> RuleHits:
    """The indikator kinerja utama are measured: each stands in the agreement or in a measuring table."""
    iku = [r for r in view.report.records if isinstance(r, Iku) and r.indikator and r.place.confidence >= 1]
    if not iku:
        raise NotRun("tidak ada tabel IKU dalam berkas", "no table of IKU in the file")
    if view.unread:
        pages = [p.page for p in view.unread]
        raise NotRun(f"{pages_id(pages)} tidak terbaca", f"{pages_en(pages)} could not be read")
    measured = [
        set(name_words(name))
        for o in view.report.observations
        if o.table_kind in (TableKind.PK_SASARAN, TableKind.PENGUKURAN, TableKind.BANDING_TAHUN)
        for name in (o.subject, o.parent)  # an IKU may be called by the sasaran it measures
        if name
    ]
    if view.report.identity.kind is not DocumentKind.LKJIP or not measured:
        raise NotRun(
            "tidak ada tabel perjanjian atau pengukuran", "no table of the agreement or of measuring"
        )
    lost = [r for r in iku if not any(_close(set(name_words(r.indikator)), m) for m in measured)]
    if lost and len(lost) < len(iku):
        pages = sorted({r.place.page for r in lost})
        listed = ", ".join(quoted(r.indikator) for r in lost[:TOLD])
        yield Hit(
            "CP-05",
            f"{capital(pages_id(pages))}: {len(lost)} indikator dari tabel IKU atau tabel tujuan dan sasaran tidak ada "
            f"dalam perjanjian kinerja maupun tabel pengukuran: {listed}.",
            f"{capital(pages_en(pages))}: {len(lost)} indicators of a table of IKU, or of tujuan and sasaran, are "
            f"neither in the agreement nor in a measuring table: {listed}.",
            tuple(Figure.at(r.place, r.indikator, "IKU") for r in lost),
            frozenset({"CP-05"}),
        )
    return len(iku)


def _close(a: set[str], b: set[str]) -> bool:
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= CLOSE_NAMES


@rule("CY-07")
def end_targets_set_before(view: ReportView) -> RuleHits:
    """End targets are set before the result is known: not several of them lie a hair above the realisasi."""
    near: list[tuple[Observation, Observation]] = []
    compared = 0
    for row in view.performance:
        ends, realised = row.figures(Measure.TARGET_AKHIR), row.figures(Measure.REALISASI)
        if (
            len(ends) != 1
            or len(realised) != 1
            or not realised[0].value
            or doubtful(ends[0])
            or doubtful(realised[0])
        ):
            continue
        compared += 1
        apart = abs(value_of(ends[0]) - value_of(realised[0]))
        if 0 < apart < NEAR * abs(value_of(realised[0])) and _written_with_decimals((ends[0], realised[0])):
            near.append((ends[0], realised[0]))
    if len(near) >= SEVERAL:
        pages = sorted({o.place.page for pair in near for o in pair})
        told_id = "; ".join(
            f"{quoted(e.subject)}: target akhir {printed(e)}, realisasi {printed(r)}" for e, r in near
        )
        told_en = "; ".join(
            f"{quoted(e.subject)}: end target {printed(e)}, realisasi {printed(r)}" for e, r in near
        )
        yield Hit(
            "CY-07",
            f"{capital(pages_id(pages))}: target akhir {len(near)} indikator hampir sama dengan realisasinya, tampak "
            f"disesuaikan sesudahnya: {told_id}.",
            f"{capital(pages_en(pages))}: the end targets of {len(near)} indicators are almost their "
            "realisasi, as if set "
            f"afterwards: {told_en}.",
            tuple(Figure.of(o) for pair in near for o in pair),
            frozenset({"CY-07"}),
        )
    return compared


def _written_with_decimals(pair: Sequence[Observation]) -> bool:
    """Whole counts in the thousands come close to each other by chance."""
    return all(o.decimals for o in pair)
