"""AR-15: physical targets of a program, its kegiatan and sub kegiatan."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal

from lkjip_checks.numbers_text import capital, number_en, number_id, pages_en, pages_id, quoted
from lkjip_checks.rows import doubtful, value_of
from lkjip_checks.rule import Hit, RuleHits, rule
from lkjip_checks.tolerance import same
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.table_records import ProgramPlan, RenstraMatrix
from lkjip_schemas.vocabulary import Measure

SEVERAL = 2
TOLD = 5
Code = tuple[int, ...]
Parent = tuple[Observation, tuple[Observation, ...]]


@rule("AR-15")
def no_sums_over_units(view: ReportView) -> RuleHits:
    """The physical target of a kegiatan is not the sum of targets in different units (months and pieces of
    equipment add up to nothing)."""
    compared = 0
    wrong: list[Parent] = []
    for parent, children in _families(view):
        compared += 1
        units = {name_key(c.unit) for c in children}
        if len(units) >= SEVERAL and same(sum((value_of(c) for c in children), Decimal(0)), value_of(parent)):
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
    return compared


def _sum(parent: Observation, children: Sequence[Observation], number: Callable[[Decimal], str]) -> str:
    """The target and the parts it is the sum of: "125 Dokumen = 60 Bulan + 65 Dokumen"."""
    parts = " + ".join(f"{number(value_of(c))} {c.unit}" for c in children)
    return f"{number(value_of(parent))} {parent.unit} = {parts}"


def _distinct(wrong: Sequence[Parent]) -> list[Parent]:
    """The findings without copies of the same row in other tables."""
    return list({(p.subject_code, _sum(p, own, number_id)): (p, own) for p, own in wrong}.values())


def _families(view: ReportView) -> list[Parent]:
    """Every coded row with a physical target, with the targets of the rows one level below it."""
    codes = {
        (r.table_no, r.row): code
        for r in view.report.records
        if isinstance(r, RenstraMatrix | ProgramPlan) and (code := _code(r.kode))
    }
    rows: dict[tuple[int, str], list[tuple[Code, Observation]]] = defaultdict(list)
    for o in view.report.observations:
        own_code = codes.get((o.table_no, o.row))
        if own_code and o.measure == Measure.TARGET and o.value is not None and o.unit:
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
