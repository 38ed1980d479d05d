"""CP-06: the budgets of the performance agreement against those of the report."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from lkjip_checks.before_revision import BEFORE_REVISION
from lkjip_checks.hierarchy import level_of
from lkjip_checks.numbers_text import capital, number_en, number_id, pages_en, pages_id, printed, quoted
from lkjip_checks.rows import MoneyRow, doubtful, value_of
from lkjip_checks.rule import READING_DOUBT, Hit, NotRun, RuleHits, rule
from lkjip_checks.tolerance import in_larger_units
from lkjip_checks.view import AGREEMENT_TABLES, ReportView
from lkjip_normalize.linking import name_key, name_likeness
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Agreement, Observation
from lkjip_schemas.vocabulary import OTHER_MEASURE_PREFIX, FindingClass, SubjectLevel, TableKind

SPELLINGS = 0.9
"""Likeness of names from which on they are spellings of one program."""
BODY_TABLES = frozenset({TableKind.REALISASI_ANGGARAN, TableKind.PROGRAM_PLAN})
"""Tables that print the budget of the year."""
TOLD = 6
"""Programs that a finding tells in words; the places of all are given."""


@rule("CP-06")
def agreed_budgets(view: ReportView) -> RuleHits:
    """The programs of the signed agreement have the budgets that the report uses (LKE 1.c-1: "nilai anggaran
    DIPA dan PK selaras")."""
    if view.is_agreement:
        raise NotRun("berkas ini sendiri perjanjian kinerja", "this file is itself an agreement")
    own = [a for a in (view.own_agreement, view.own_revision) if a is not None]
    if not own:
        raise NotRun(
            "tidak ada perjanjian kinerja yang ditandatangani dalam berkas", "no signed agreement in the file"
        )
    body = _body(view)
    compared = 0
    found: list[tuple[MoneyRow, Observation, Observation]] = []
    over: list[tuple[Observation, Observation]] = []
    governing = own[-1]
    revised = (
        {name_key(r.subject): r.pagu[-1].value for r in _agreed(view, governing)} if len(own) > 1 else {}
    )
    told = _told_revised(view) if len(own) == 1 else {}
    for agreement in own:
        for row in _agreed(view, agreement):
            match = _matching(row, body)
            if match is None:
                continue
            compared += 1
            agreed = row.pagu[-1]
            used = [r.pagu for r in match]
            name = name_key(row.subject)
            in_force = {agreed.value, revised.get(name), told.get((name, agreed.value))}
            if any(p.value in in_force for pagu in used for p in pagu):
                continue
            found.append((row, agreed, match[0].pagu[-1]))
            spent = next((r.realisasi[0] for r in match if r.realisasi), None)
            if agreement is governing and spent is not None and (spent.value or 0) > (agreed.value or 0):
                over.append((agreed, spent))
    in_units = [in_larger_units(value_of(agreed), value_of(used)) for _, agreed, used in found]
    if sum(in_units) > 1:  # the agreement or the report counts in thousands or millions
        found = [pair for pair, same in zip(found, in_units, strict=True) if not same]
    if found:
        all_used = sum((rows[0].pagu[-1].value or Decimal(0) for rows in body.values()), Decimal(0))
        yield _hit(found, over, _agreed(view, governing), all_used, revised=len(own) > 1)
    return compared


def cut_against_the_budget(view: ReportView) -> Iterator[Hit]:
    """Part of CP-07: programs whose budget a revision lowers, while the report's own budget is that of the first
    agreement or more."""
    first, revised = view.own_agreement, view.own_revision
    if first is None or revised is None:
        return
    body = _body(view)
    before = {name_key(row.subject): row.pagu[-1] for row in _agreed(view, first)}
    cut: list[tuple[MoneyRow, Observation, Observation, Observation]] = []
    for row in _agreed(view, revised):
        old, now = before.get(name_key(row.subject)), row.pagu[-1]
        match = _matching(row, body) or []
        finals = {value_of(p) for r in match for p in r.pagu}
        if old is None or value_of(now) >= value_of(old) or len(finals) != 1 or min(finals) < value_of(old):
            continue
        final = match[0].pagu[-1]
        if not any(doubtful(o) for o in (old, now, final)):
            cut.append((row, old, now, final))
    if not cut:
        return
    figures = [o for _, *three in cut for o in three]
    pages = sorted({o.place.page for o in figures})
    listed_id = "; ".join(
        f"{quoted(row.subject)}: {printed(old)} menjadi {printed(now)} ({pages_id([now.place.page])}), pagu laporan "
        f"{printed(final)} ({pages_id([final.place.page])})"
        for row, old, now, final in cut[:TOLD]
    )
    listed_en = "; ".join(
        f"{quoted(row.subject)}: {printed(old)} became {printed(now)} ({pages_en([now.place.page])}), budget of the "
        f"report {printed(final)} ({pages_en([final.place.page])})"
        for row, old, now, final in cut[:TOLD]
    )
    yield Hit(
        "CP-07",
        f"{capital(pages_id(pages))}: perubahan perjanjian kinerja menurunkan anggaran {len(cut)} program, padahal "
        f"pagu dalam laporan tidak turun dari perjanjian awal: {listed_id}.",
        f"{capital(pages_en(pages))}: the revised agreement lowers the budgets of {len(cut)} program(s), but the "
        f"budget in the report is not below that of the first agreement: {listed_en}.",
        tuple(Figure.of(o) for o in figures),
        frozenset({"CP-07:anggaran"}),
        finding_class=FindingClass.CONFLICT,
    )


def _agreed(view: ReportView, agreement: Agreement) -> list[MoneyRow]:
    """The programs of an agreement with their budgets."""
    return [
        row
        for row in view.money
        if row.kind in AGREEMENT_TABLES
        and row.pagu
        and row.pagu[-1].value
        and level_of(row) in (SubjectLevel.PROGRAM, SubjectLevel.UNKNOWN)
        and view.agreement_at(row.pagu[-1]) == agreement
    ]


def _told_revised(view: ReportView) -> dict[tuple[str, Decimal | None], Decimal | None]:
    """The budgets of programs that tables of the report itself print as revised, by name and the budget before
    ("Sebelum | Sesudah")."""
    before = {
        (o.table_no, o.row): o.value
        for o in view.report.observations
        if o.measure.startswith(OTHER_MEASURE_PREFIX)
        and o.table_kind in AGREEMENT_TABLES
        and BEFORE_REVISION.search(view.column_head(o))
    }
    return {
        (name_key(row.subject), before[row.table_no, row.row]): row.pagu[-1].value
        for row in view.money
        if (row.table_no, row.row) in before
        and row.pagu
        and view.agreement_at(row.pagu[-1]) is None
        and level_of(row) in (SubjectLevel.PROGRAM, SubjectLevel.UNKNOWN)
    }


def _body(view: ReportView) -> dict[str, list[MoneyRow]]:
    """The programs of the report's own tables of the year, by name."""
    rows: dict[str, list[MoneyRow]] = defaultdict(list)
    moved = {s.row.id for s in view.slips}
    for row in view.money:
        if (
            row.kind in BODY_TABLES
            and row.id not in moved
            and row.pagu
            and row.pagu[-1].value
            and row.period in ("", str(view.year))
            and view.agreement_at(row.pagu[-1]) is None
            and level_of(row) is SubjectLevel.PROGRAM
        ):
            rows[name_key(row.subject)].append(row)
    return rows


def _matching(row: MoneyRow, body: dict[str, list[MoneyRow]]) -> list[MoneyRow] | None:
    key = name_key(row.subject)
    if key in body:
        return body[key]
    near = [rows for rows in body.values() if name_likeness(row.subject, rows[0].subject) >= SPELLINGS]
    return near[0] if len(near) == 1 else None


def _hit(
    found: Sequence[tuple[MoneyRow, Observation, Observation]],
    over: Sequence[tuple[Observation, Observation]],
    programs: Sequence[MoneyRow],
    used: Decimal,
    *,
    revised: bool,
) -> Hit:
    figures = [o for _, *pair in found for o in pair] + [s for _, s in over]
    pages = sorted({o.place.page for o in figures})
    listed_id = "; ".join(
        f"{quoted(r.subject)}: perjanjian {printed(a)} ({pages_id([a.place.page])}), laporan {printed(b)} "
        f"({pages_id([b.place.page])})"
        for r, a, b in found[:TOLD]
    )
    listed_en = "; ".join(
        f"{quoted(r.subject)}: agreement {printed(a)} ({pages_en([a.place.page])}), report {printed(b)} "
        f"({pages_en([b.place.page])})"
        for r, a, b in found[:TOLD]
    )
    more_id = f"; dan {len(found) - TOLD} lainnya" if len(found) > TOLD else ""
    more_en = f"; and {len(found) - TOLD} more" if len(found) > TOLD else ""
    over_id = over_en = ""
    if over:
        over_id = " Realisasi melebihi anggaran perjanjian yang berlaku: " + "; ".join(
            f"{printed(s)} > {printed(a)} (selisih {number_id((s.value or Decimal(0)) - (a.value or Decimal(0)))})"
            for a, s in over
        )
        over_en = " The spending exceeds the budget of the agreement in force: " + "; ".join(
            f"{printed(s)} > {printed(a)} (difference {number_en((s.value or Decimal(0)) - (a.value or Decimal(0)))})"
            for a, s in over
        )
        over_id, over_en = over_id + ".", over_en + "."
    agreed = sum(((r.pagu[-1].value or Decimal(0)) for r in programs), Decimal(0))
    total_id = f" Jumlah anggaran perjanjian {number_id(agreed)}, laporan {number_id(used)}."
    total_en = f" The budgets of the agreement add up to {number_en(agreed)}, those of the report to {number_en(used)}."
    agreed = sum(((r.pagu[-1].value or Decimal(0)) for r in programs), Decimal(0))
    total_id = f" Jumlah anggaran perjanjian {number_id(agreed)}, laporan {number_id(used)}."
    total_en = f" The budgets of the agreement add up to {number_en(agreed)}, those of the report to {number_en(used)}."
    why_id = "" if revised else " Bila APBD berubah, perjanjian perubahannya semestinya dilampirkan."
    why_en = "" if revised else " If the budget was changed, the revised agreement should be attached."
    hit = Hit(
        "CP-06",
        f"{capital(pages_id(pages))}: anggaran {len(found)} program dalam perjanjian kinerja berbeda dari tabel "
        f"laporan: {listed_id}{more_id}.{total_id}{over_id}{why_id}",
        f"{capital(pages_en(pages))}: the budgets of {len(found)} program(s) in the agreement differ from the "
        "tables of "
        f"the report: {listed_en}{more_en}.{total_en}{over_en}{why_en}",
        tuple(Figure.of(o) for o in figures),
        frozenset({"CP-06"}),
    )
    return hit.as_doubt(*READING_DOUBT) if any(doubtful(o) for o in figures) else hit
