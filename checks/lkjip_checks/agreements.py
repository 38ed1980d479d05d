"""CP-01 and CP-02: the report against the signed performance agreement and its revision."""

from collections.abc import Iterable, Sequence

from lkjip_checks.numbers_text import capital, number_id, pages_en, pages_id, printed, quoted
from lkjip_checks.rows import doubtful
from lkjip_checks.rule import READING_DOUBT, Hit, NotRun, RuleHits, rule
from lkjip_checks.targets import MEASURING_TABLES, Sphere, Target, TargetSet, is_agreement_table, target_sets
from lkjip_checks.tolerance import same
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import IndicatorLink, name_words
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Agreement, Observation
from lkjip_schemas.vocabulary import Measure, TableKind

SIGNED = (Sphere.AGREEMENT, Sphere.REVISION)

CLOSE_NAMES = 0.5
"""Share of words two names may have in common before "not in the agreement" is too bold to say."""

WORK_PLAN = ("rencana kinerja tahunan", "rkt")
"""Captions of tables that look like an agreement but are the annual work plan,"""
AGREEMENT = "perjanjian kinerja"
"""unless the caption itself says what it is: the text above names the work plan it rests on."""


@rule("CP-01")
def body_equals_signed(view: ReportView) -> RuleHits:
    """The agreement table in the body of the report has the indicators and targets of the signed
    agreement (PermenPANRB 53/2014; checklist III.1)."""
    _need_agreement(view)
    sets = target_sets(view)
    compared = 0
    for found in sets:
        copied, signed = found.of(Sphere.BODY_PK), found.of(*SIGNED)
        if found.of(Sphere.REVISION):
            revised = found.of(Sphere.BODY_REVISION)
            copied += tuple(t for t in revised if is_agreement_table(view, t.observation))
        if not copied or not signed:
            continue
        compared += len(copied)
        wrong = [c for c in copied if not any(same(c.value, s.value) for s in signed)]
        if wrong:
            _unread_may_explain(view)
            yield _differs_hit(found, wrong, signed)
    if not compared:
        raise NotRun(
            "tidak ada tabel perjanjian kinerja di badan laporan yang dapat dipasangkan dengan "
            "perjanjian yang "
            "ditandatangani",
            "no agreement table in the body can be matched with the signed agreement",
        )
    yield from _indicator_sets(view)
    return compared


def _need_agreement(view: ReportView) -> None:
    if view.is_agreement:
        raise NotRun(
            "berkas ini sendiri perjanjian kinerja, tidak ada badan laporan",
            "this file is itself an agreement, there is no body of a report",
        )
    own = [a for a in (view.own_agreement, view.own_revision) if a is not None]
    unread = sorted({p for a in own for p in a.pages_unread})
    if not own:
        unread = [p.page for p in view.unread]
    if unread:
        raise _unread(unread)
    if not own:
        raise NotRun(
            "tidak ada perjanjian kinerja yang ditandatangani dalam berkas",
            "no signed agreement in the file",
        )


def _unread(pages: Sequence[int]) -> NotRun:
    return NotRun(
        f"{pages_id(pages)} berupa pindaian dan belum dibaca",
        f"{pages_en(pages)} could not be read (scan)",
    )


def _unread_may_explain(view: ReportView) -> None:
    """A difference to the first agreement is no finding while a revision may be on unread pages."""
    if view.unread and view.own_revision is None:
        raise _unread([p.page for p in view.unread])


def _differs_hit(found: TargetSet, wrong: Sequence[Target], signed: Sequence[Target]) -> Hit:
    body, law = wrong[0].observation, signed[-1].observation
    signed_id = "; ".join(_signed_id(t) for t in signed)
    signed_en = "; ".join(_signed_en(t) for t in signed)
    hit = Hit(
        "CP-01",
        f"{capital(pages_id([body.place.page]))}: tabel perjanjian kinerja mencetak target "
        f"{printed(body)} untuk "
        f"{quoted(body.subject)}, sedangkan {signed_id}.",
        f"{capital(pages_en([body.place.page]))}: the agreement table prints the target {printed(body)} for "
        f"{quoted(body.subject)}, but {signed_en}.",
        tuple(Figure.of(t.observation) for t in (*wrong, *signed)),
        frozenset({found.fact}),
        expected=number_id(law.value) if law.value is not None else "",
    )
    return _sure(hit, (*wrong, *signed))


def _signed_id(target: Target) -> str:
    name = (
        "perubahan perjanjian kinerja"
        if target.sphere is Sphere.REVISION
        else "perjanjian kinerja yang ditandatangani"
    )
    return f"{name} ({pages_id([target.observation.place.page])}) {printed(target.observation)}"


def _signed_en(target: Target) -> str:
    name = "the revised agreement" if target.sphere is Sphere.REVISION else "the signed agreement"
    return f"{name} ({pages_en([target.observation.place.page])}) says {printed(target.observation)}"


def _sure(hit: Hit, targets: Iterable[Target]) -> Hit:
    """The hit, or a question where one of its targets was read with doubt."""
    return hit.as_doubt(*READING_DOUBT) if any(doubtful(t.observation) for t in targets) else hit


def _indicator_sets(view: ReportView) -> Iterable[Hit]:
    """Indicators of the body's table that no signed agreement has, and the other way round."""
    if view.unread or any(a.pages_unread for a in view.agreements):
        return
    body, signed = _indicators(view, in_body=True), _indicators(view, in_body=False)
    if not body or not signed:
        return  # a missing table is no missing indicator
    for missing, other, in_body in ((_only(body, signed), signed, True), (_only(signed, body), body, False)):
        figures = [o for _, o in missing]
        # Only doubt-free rows accuse, and only where the other table was plainly read whole.
        if not figures or any(doubtful(o) for o in (*figures, *(o for _, o in other))):
            continue
        yield _set_hit(figures, [o for _, o in other], len(body), len(signed), in_body=in_body)


Indicator = tuple[IndicatorLink, Observation]


def _indicators(view: ReportView, *, in_body: bool) -> list[Indicator]:
    """Each indicator of the body's agreement table (or of the signed ones) with its first target."""
    found: list[Indicator] = []
    for link in view.links:
        for o in link.members:
            if o.measure != Measure.TARGET or o.table_kind is not TableKind.PK_SASARAN:
                continue
            agreement = view.agreement_at(o)
            own = agreement is not None and agreement in (view.own_agreement, view.own_revision)
            if (in_body and agreement is None and not _is_work_plan(view, o)) or (not in_body and own):
                found.append((link, o))
                break
    return found


def _is_work_plan(view: ReportView, o: Observation) -> bool:
    table = view.tables.get(o.table_no)
    if table is None or AGREEMENT in table.caption.lower():
        return False
    words = f"{table.caption} {table.heading}".lower()
    return any(w in words for w in WORK_PLAN)


def _only(these: Sequence[Indicator], those: Sequence[Indicator]) -> list[Indicator]:
    """What `those` lack, unless one of them is called similarly."""
    links = {id(link) for link, _ in those}
    return [
        (link, o)
        for link, o in these
        if id(link) not in links and not any(_close(o.subject, p.subject) for _, p in those)
    ]


def _close(a: str, b: str) -> bool:
    left, right = set(name_words(a)), set(name_words(b))
    return bool(left and right) and len(left & right) / min(len(left), len(right)) >= CLOSE_NAMES


def _set_hit(
    figures: Sequence[Observation],
    others: Sequence[Observation],
    n_body: int,
    n_signed: int,
    *,
    in_body: bool,
) -> Hit:
    listed_id = ", ".join(f"{quoted(o.subject)} (target {printed(o)})" for o in figures)
    pages, other_pages = [o.place.page for o in figures], [o.place.page for o in others]
    if in_body:
        told_id = (
            f"{capital(pages_id(pages))}: tabel perjanjian kinerja memuat {listed_id}, yang tidak ada dalam "
            f"perjanjian kinerja yang ditandatangani ({pages_id(other_pages)})"
        )
        told_en = (
            f"{capital(pages_en(pages))}: the agreement table has {listed_id}, which the signed agreement "
            f"({pages_en(other_pages)}) does not have"
        )
    else:
        told_id = (
            f"{capital(pages_id(pages))}: perjanjian kinerja yang ditandatangani memuat {listed_id}, "
            "yang tidak "
            f"ada dalam tabel perjanjian kinerja di badan laporan ({pages_id(other_pages)})"
        )
        told_en = (
            f"{capital(pages_en(pages))}: the signed agreement has {listed_id}, which the agreement "
            "table in the "
            f"body ({pages_en(other_pages)}) does not have"
        )
    return Hit(
        "CP-01",
        f"{told_id}. Badan laporan: {n_body} indikator; perjanjian kinerja: {n_signed}.",
        f"{told_en}. Body: {n_body} indicators; agreement: {n_signed}.",
        tuple(Figure.of(o) for o in figures),
        frozenset({f"CP-01:{'body' if in_body else 'signed'}"}),
    )


@rule("CP-02")
def latest_agreement(view: ReportView) -> RuleHits:
    """Achievement is measured against the target of the revised agreement, if one was made within the
    report year (PermenPANRB 53/2014, Lampiran I: revision)."""
    _need_agreement(view)
    revised = view.own_revision
    if revised is None:
        if view.unread:
            raise _unread([p.page for p in view.unread])
        raise NotRun(
            "tidak ada perubahan perjanjian kinerja dalam berkas",
            "no revised agreement in the file",
        )
    if revised.year and view.year and revised.year != view.year:
        raise NotRun(
            f"perubahan perjanjian kinerja bertahun {revised.year}, laporan tahun {view.year}",
            f"the revised agreement is of {revised.year}, the report of {view.year}",
        )
    compared = 0
    for found in target_sets(view):
        law = found.of(Sphere.REVISION)
        measured = [t for t in found.of(Sphere.BODY) if t.observation.table_kind in MEASURING_TABLES]
        if not law or not measured or (view.year and found.year != str(view.year)):
            continue
        compared += len(measured)
        wrong = [t for t in measured if not same(t.value, law[0].value)]
        if wrong:
            yield _revision_hit(revised, found, wrong, law[0])
    if not compared:
        raise NotRun(
            "indikator perubahan perjanjian kinerja tidak ditemukan dalam tabel pengukuran",
            "the indicators of the revised agreement are not found in the measuring tables",
        )
    return compared


def _revision_hit(revised: Agreement, found: TargetSet, wrong: Sequence[Target], law: Target) -> Hit:
    date = f" ({revised.date_text.strip()})" if revised.date_text.strip() else ""
    pages = [t.observation.place.page for t in wrong]
    first = next((t for t in found.of(Sphere.AGREEMENT) if same(t.value, wrong[0].value)), None)
    first_id = (
        f" Angka itu target perjanjian kinerja awal ({pages_id([first.observation.place.page])})."
        if first
        else ""
    )
    first_en = (
        f" That is the target of the first agreement ({pages_en([first.observation.place.page])})."
        if first
        else ""
    )
    hit = Hit(
        "CP-02",
        f"{capital(pages_id([law.observation.place.page]))}: perubahan perjanjian kinerja{date} "
        "menetapkan target "
        f"{printed(law.observation)} untuk {quoted(law.observation.subject)}, tetapi tabel pengukuran "
        f"({pages_id(pages)}) memakai {printed(wrong[0].observation)}.{first_id}",
        f"{capital(pages_en([law.observation.place.page]))}: the revised agreement{date} sets the target "
        f"{printed(law.observation)} for {quoted(law.observation.subject)}, but the measuring tables "
        f"({pages_en(pages)}) use {printed(wrong[0].observation)}.{first_en}",
        tuple(Figure.of(t.observation) for t in (law, *wrong, *([first] if first else []))),
        frozenset({found.fact}),
        expected=number_id(law.value),
    )
    return _sure(hit, (*wrong, law))
