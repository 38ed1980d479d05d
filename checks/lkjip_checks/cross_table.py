"""CT-01: one target per indicator and year, in all tables and in the agreement in force."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkjip_checks.numbers_text import (
    capital,
    number_id,
    pages_en,
    pages_id,
    percent_en,
    percent_id,
    printed,
    quoted,
)
from lkjip_checks.rows import doubtful
from lkjip_checks.rule import READING_DOUBT, Hit, RuleHits, rule
from lkjip_checks.targets import (
    Sphere,
    Target,
    TargetSet,
    by_value,
    places_en,
    places_id,
    target_sets,
    value_text,
)
from lkjip_checks.tolerance import HUNDRED, distinct, same
from lkjip_checks.view import ReportView
from lkjip_schemas.finding import Figure

UNIT_SPHERES = (Sphere.BODY, Sphere.BODY_PK, Sphere.BODY_REVISION, Sphere.AGREEMENT, Sphere.REVISION)

MANY_CONFLICTS = 3
"""From so many indicators on, one table against the others is one finding."""

OTHER_UNIT = 10
"""Targets that differ by such a factor are hardly one figure in two tables: unit or column differ."""
FAR_APART = 2
"""So many targets of one table that differ so: the table counts in other units, or prints achievements."""

UNIT_DOUBT = (
    "Angkanya berbeda jauh: satuan atau kolomnya mungkin lain; periksa halamannya.",
    "The figures are far apart: unit or column may differ; look at the pages.",
)


@rule("CT-01")
def one_target(view: ReportView) -> RuleHits:
    """The target of one indicator for one year is the same in all tables and equals the performance
    agreement in force (PermenPANRB 53/2014, checklist III.1 and III.4)."""
    compared = 0
    conflicts: list[Conflict] = []
    for found in target_sets(view):
        own, program = found.of(*UNIT_SPHERES), found.of(Sphere.PROGRAM)
        if len(own) > 1:
            compared += 1
            if _conflict(found):
                conflicts.append((found, own, _conflict_hit(view, found, own)))
        if len(program) > 1:
            compared += 1
            if len(found.values(Sphere.PROGRAM)) > 1:
                yield _program_hit(view, found, program)
        if own and program:
            compared += 1
            if not any(same(a, b) for a in found.values(*UNIT_SPHERES) for b in found.values(Sphere.PROGRAM)):
                yield _levels_hit(view, found, own, program)
    yield from _by_odd_table(conflicts)
    return compared


Conflict = tuple[TargetSet, Sequence[Target], Hit]


def _by_odd_table(conflicts: Sequence[Conflict]) -> Iterator[Hit]:
    """The conflicts, those of one table against all the others told as one; as a doubt where that table counts in other
    units for several indicators ("2,5 %" of deaths beside an achievement of 90 %)."""
    apart: dict[tuple[str, frozenset[int]], int] = defaultdict(int)
    for found, own, _ in conflicts:
        apart[found.year, _odd_tables(own)] += _far_apart(own)
    groups: dict[object, list[Conflict]] = defaultdict(list)
    for index, (found, own, hit) in enumerate(conflicts):
        odd = _odd_tables(own)
        told_together = len(odd) == 1 and (hit.finding_class is None or apart[found.year, odd] >= FAR_APART)
        groups[(found.year, odd) if told_together else index].append((found, own, hit))
    for group in groups.values():
        odd = _odd_tables(group[0][1])
        if len(group) >= MANY_CONFLICTS:
            hit = _table_hit(group, next(iter(odd)))
            yield hit.as_doubt(*UNIT_DOUBT) if apart[group[0][0].year, odd] >= FAR_APART else hit
        else:
            yield from (hit for _, _, hit in group)


def _far_apart(targets: Sequence[Target]) -> bool:
    values = sorted(t.value for t in targets if t.value > 0)
    return bool(values) and values[-1] / values[0] >= OTHER_UNIT


def _odd_tables(targets: Sequence[Target]) -> frozenset[int]:
    """The tables of the value that the fewest tables print; of two the one printed later."""
    groups = [frozenset(t.observation.table_no for t in g) for _, g in by_value(targets)]
    return min(groups, key=lambda g: (len(g), -min(g)))


def _table_hit(group: Sequence[Conflict], table_no: int) -> Hit:
    """One finding for a table whose targets differ from those of the others for several indicators."""
    told_id, told_en = [], []
    inside: list[int] = []
    for found, own, _ in group:
        here = [t for t in own if t.observation.table_no == table_no]
        rest = "/".join(
            value_text(g) for _, g in by_value(t for t in own if t.observation.table_no != table_no)
        )
        told_id.append(f"{quoted(found.link.name)} {value_text(here)} (tabel lain {rest})")
        told_en.append(f"{quoted(found.link.name)} {value_text(here)} (elsewhere {rest})")
        inside += [t.observation.place.page for t in here]
    year = group[0][0].year
    return Hit(
        "CT-01",
        f"Tabel pada {pages_id(inside)} memuat target {year} yang lain daripada tabel-tabel lain untuk "
        f"{len(group)} "
        f"indikator: {'; '.join(told_id)}. Mungkin tabel itu memuat target tahun atau rencana yang lain.",
        f"The table on {pages_en(inside)} has other targets for {year} than the other tables for "
        f"{len(group)} "
        f"indicators: {'; '.join(told_en)}. It may hold the targets of another year or plan.",
        tuple(f for _, _, hit in group for f in hit.figures),
        frozenset().union(*(hit.breaks for _, _, hit in group)),
        frozenset().union(*(hit.clears for _, _, hit in group)),
        weight=3,
    )


def _conflict(found: TargetSet) -> bool:
    """Whether the targets contradict each other, seen with the agreement that governs.

    A body that follows the revision is right, also where its agreement table copies the first one. A table of revised
    targets explains a first agreement that it prints as replaced.
    """
    if len(found.values(*UNIT_SPHERES)) < 2:
        return False
    revised = found.values(Sphere.REVISION, Sphere.BODY_REVISION)
    signed = found.values(Sphere.AGREEMENT)
    body, copied = found.values(Sphere.BODY), found.values(Sphere.BODY_PK)
    if len(revised) != 1:
        return True
    replaced = [t.before for t in found.of(Sphere.BODY_REVISION) if t.before is not None]
    known = (*revised, *replaced)
    if replaced and not all(any(same(v, k) for k in known) for v in signed):
        return True
    measured = body or copied
    return not (
        all(same(v, revised[0]) for v in measured)
        and all(any(same(v, s) for s in (*signed, *known)) for v in copied)
    )


def governing(found: TargetSet) -> Target | None:
    """The target of the agreement in force: of the revision if there is one, or of a table of revised targets that
    prints the signed one as replaced; else of the agreement."""
    signed = found.values(Sphere.AGREEMENT)
    replacing = [
        t
        for t in found.of(Sphere.BODY_REVISION)
        if t.before is not None and all(same(v, t.before) for v in signed)
    ]
    return next(iter((*found.of(Sphere.REVISION), *replacing, *found.of(Sphere.AGREEMENT))), None)


def _conflict_hit(view: ReportView, found: TargetSet, targets: Sequence[Target]) -> Hit:
    told_id, told_en = _told(view, targets)
    shares_id, shares_en, figures = _achievements(found, [v for v, _ in by_value(targets)])
    law = governing(found)
    law_id = (
        f" Yang berlaku adalah {places_id(view, [law]).removeprefix('dalam ')}: {printed(law.observation)}."
        if law
        else ""
    )
    law_en = (
        f" In force is {places_en(view, [law]).removeprefix('in ')}: {printed(law.observation)}."
        if law
        else ""
    )
    hit = Hit(
        "CT-01",
        f"Target {_names_id(found)} tahun {found.year} tidak sama: {told_id}.{shares_id}{law_id}",
        f"The target of {_names_en(found)} for {found.year} differs: {told_en}.{shares_en}{law_en}",
        (*(Figure.of(t.observation) for t in targets), *figures),
        frozenset({found.fact}),
        frozenset({found.fact}),
        expected=number_id(law.value) if law else "",
        weight=3,
    )
    return _weigh(view, found, hit, targets)


def _weigh(view: ReportView, found: TargetSet, hit: Hit, targets: Sequence[Target]) -> Hit:
    """The hit, or a question where it rests on doubtful figures or a revision may be unread."""
    sure = [t for t in targets if not doubtful(t.observation)]
    if len(distinct(t.value for t in sure)) < 2:
        return hit.as_doubt(*READING_DOUBT)
    if _far_apart(sure):
        return hit.as_doubt(*UNIT_DOUBT)
    body_agrees = len(found.values(Sphere.BODY, Sphere.BODY_PK)) < 2
    if view.unread and body_agrees and not found.of(Sphere.REVISION):
        pages = [p.page for p in view.unread]
        return hit.as_doubt(
            f"{capital(pages_id(pages))} berupa pindaian dan belum dibaca; mungkin memuat perubahan "
            "perjanjian kinerja.",
            f"{capital(pages_en(pages))} could not be read and may hold a revised agreement.",
        )
    return hit


def _told(view: ReportView, targets: Sequence[Target]) -> tuple[str, str]:
    """Each value with the places that print it, Indonesian and English."""
    groups = [group for _, group in by_value(targets)]
    return (
        "; ".join(f"{value_text(g)} {places_id(view, g)}" for g in groups),
        "; ".join(f"{value_text(g)} {places_en(view, g)}" for g in groups),
    )


def _names_id(found: TargetSet) -> str:
    others = [quoted(n) for n in found.link.names[1:]]
    return f"indikator {quoted(found.link.name)}" + (
        f" (tercetak juga sebagai {', '.join(others)})" if others else ""
    )


def _names_en(found: TargetSet) -> str:
    others = [quoted(n) for n in found.link.names[1:]]
    return f"the indicator {quoted(found.link.name)}" + (
        f" (also printed as {', '.join(others)})" if others else ""
    )


def _achievements(found: TargetSet, values: Sequence[Decimal]) -> tuple[str, str, tuple[Figure, ...]]:
    """What the achievement would be under each target."""
    realised = found.realised()
    if realised is None or realised.value is None or any(v == 0 for v in values):
        return "", "", ()
    shares = [(v, realised.value / v * HUNDRED) for v in values]
    told_id = ", ".join(f"{percent_id(s)} terhadap {number_id(v)}" for v, s in shares)
    told_en = ", ".join(f"{percent_en(s)} of {v.normalize():f}" for v, s in shares)
    return (
        f" Realisasi {printed(realised)} berarti capaian {told_id}.",
        f" The realisasi {printed(realised)} would be {told_en}.",
        (Figure.of(realised),),
    )


def _program_hit(view: ReportView, found: TargetSet, targets: Sequence[Target]) -> Hit:
    told_id, told_en = _told(view, targets)
    hit = Hit(
        "CT-01",
        f"Target {_names_id(found)} pada tingkat program tahun {found.year} tidak sama: {told_id}.",
        f"The target of {_names_en(found)} on program level for {found.year} differs: {told_en}.",
        tuple(Figure.of(t.observation) for t in targets),
        frozenset({f"{found.fact}:program"}),
    )
    sure = [t.value for t in targets if not doubtful(t.observation)]
    return hit if len(distinct(sure)) > 1 else hit.as_doubt(*READING_DOUBT)


def _levels_hit(view: ReportView, found: TargetSet, own: Sequence[Target], program: Sequence[Target]) -> Hit:
    own_id, own_en = _told(view, own)
    low_id, low_en = _told(view, program)
    hit = Hit(
        "CT-01",
        f"{capital(_names_id(found))} memakai nama yang sama pada "
        f"tingkat sasaran dan program dengan target {found.year} yang berbeda: {own_id}; {low_id}. "
        "Samakan targetnya atau bedakan namanya.",
        f"{capital(_names_en(found))} stands on the level of the sasaran and of a program with "
        "different targets for "
        f"{found.year}: {own_en}; {low_en}. The targets must agree or the names differ.",
        tuple(Figure.of(t.observation) for t in (*own, *program)),
        frozenset({f"{found.fact}:levels"}),
    )
    sure_own = distinct(t.value for t in own if not doubtful(t.observation))
    sure_low = distinct(t.value for t in program if not doubtful(t.observation))
    return hit if sure_own and sure_low else hit.as_doubt(*READING_DOUBT)
