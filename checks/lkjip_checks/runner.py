"""Runs the rules over one report. A rule that crashes stops nothing but itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lkjip_checks import (
    achievement,
    agreed_budgets,
    agreements,
    arithmetic,
    budget_tables,
    claims,
    codes,
    columns,
    cross_table,
    decimal_marks,
    efficiency,
    grades,
    indicators,
    leaf_sums,
    legal,
    narrative,
    numbering,
    other_names,
    people,
    physical,
    places,
    plan,
    plan_targets,
    ranges,
    realised,
    statements,
    structure,
    sums,
    together,
    words,
    years,
)
from lkjip_checks.catalogue import CATALOGUE
from lkjip_checks.folding import class_of, findings_of
from lkjip_checks.rows import doubtful
from lkjip_checks.rule import READING_DOUBT, RULES, Hit, NotRun, Rule
from lkjip_checks.view import ReportView
from lkjip_schemas.bilingual import both
from lkjip_schemas.finding import Finding, RuleRun
from lkjip_schemas.place import Box
from lkjip_schemas.records import Report
from lkjip_schemas.vocabulary import FindingClass, Outcome

RULE_MODULES = (
    achievement,
    agreed_budgets,
    ranges,
    agreements,
    arithmetic,
    budget_tables,
    claims,
    codes,
    columns,
    cross_table,
    decimal_marks,
    efficiency,
    grades,
    indicators,
    leaf_sums,
    legal,
    narrative,
    numbering,
    other_names,
    people,
    physical,
    places,
    plan,
    plan_targets,
    realised,
    statements,
    structure,
    sums,
    together,
    words,
    years,
)
"""The modules whose import registers the rules."""

SURE_FIGURES = 2
"""A contradiction needs two figures that were surely read."""

NOTHING_TO_COMPARE = both(
    "angka yang dibutuhkan kaidah ini tidak ditemukan dalam berkas",
    "the figures this rule needs were not found in the file",
)
ONLY_DOUBTS = both(
    "hanya angka yang diragukan bacaannya yang tidak cocok; periksa halamannya",
    "only doubtfully read figures do not agree; look at the pages",
)


def check_report(report: Report) -> tuple[tuple[Finding, ...], tuple[RuleRun, ...]]:
    """All findings of a report, the most serious first, folded ones last, and a word for every rule.

    Every rule of the catalogue has exactly one run, in the order of the catalogue. Nothing is raised.
    """
    view = ReportView(report)
    heard = {rule_id: listen(RULES[rule_id], view) for rule_id in CATALOGUE}
    # What one rule found to be misread accuses nobody in any other rule.
    misread = frozenset((m.page, m.box) for h in heard.values() for hit in h.hits for m in hit.misread)
    in_doubt = _places_in_doubt(report) | misread
    hits: list[Hit] = []
    runs: list[RuleRun] = []
    for rule_id in CATALOGUE:
        said = heard[rule_id]
        found = [_at_most_a_question(hit, in_doubt) for hit in said.hits]
        hits += found
        runs.append(_outcome(rule_id, found, said))
    return findings_of(hits), tuple(runs)


Places = frozenset[tuple[int, Box]]


def _places_in_doubt(report: Report) -> Places:
    """Page and box of every figure that was read too uncertainly to accuse anybody."""
    return frozenset((o.place.page, o.place.box) for o in report.observations if doubtful(o))


def _at_most_a_question(hit: Hit, in_doubt: Places) -> Hit:
    """The hit, as a question where doubt leaves fewer than two figures to contradict each other.

    Rules look after their own figures; this holds for all of them, whatever they overlook.
    """
    sure = [f for f in hit.figures if f.box is None or (f.page, f.box) not in in_doubt]
    if len(sure) == len(hit.figures) or len(sure) >= SURE_FIGURES:
        return hit
    if class_of(hit) is FindingClass.EXTRACTION_DOUBT:
        return hit
    return hit.as_doubt(*READING_DOUBT)


@dataclass(frozen=True, slots=True)
class Heard:
    """What one rule said: its hits, the comparisons it made, and why it did not judge (empty: it did)."""

    hits: tuple[Hit, ...]
    compared: int = 0
    not_run: str = ""


def listen(registered: Rule, view: ReportView) -> Heard:
    """Run one rule; a crash gives no hits and the error as the reason."""
    hits: list[Hit] = []
    generator = registered.run(view)
    try:
        while True:
            hits.append(next(generator))
    except StopIteration as end:
        compared = end.value or 0
    except NotRun as stopped:
        return Heard(tuple(hits), not_run=str(stopped))
    except Exception as error:  # noqa: BLE001 - whatever a rule does, the others run
        words = f"{type(error).__name__}: {error}"
        return Heard((), not_run=both(f"kaidah gagal dijalankan ({words})", f"the rule failed ({words})"))
    return Heard(tuple(hits), compared, "" if compared or hits else NOTHING_TO_COMPARE)


def _outcome(rule_id: str, hits: Sequence[Hit], said: Heard) -> RuleRun:
    if _accuses(hits):
        return RuleRun(
            rule_id=rule_id, outcome=Outcome.FAIL, reason=_count(said.compared) if said.compared else ""
        )
    if said.not_run:
        return RuleRun(rule_id=rule_id, outcome=Outcome.NOT_RUN, reason=said.not_run)
    if hits:
        return RuleRun(rule_id=rule_id, outcome=Outcome.NOT_RUN, reason=ONLY_DOUBTS)
    return RuleRun(rule_id=rule_id, outcome=Outcome.PASS, reason=_count(said.compared))


def _count(compared: int) -> str:
    return both(f"{compared} perbandingan", f"{compared} comparisons")


def _accuses(hits: Iterable[Hit]) -> bool:
    return any(class_of(h) is not FindingClass.EXTRACTION_DOUBT for h in hits)
