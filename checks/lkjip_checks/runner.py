"""Runs the rules over one report. A rule that crashes stops nothing but itself."""

from collections.abc import Iterable

from lkjip_checks import achievement, agreements, arithmetic, budget_tables, cross_table, sums
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

RULE_MODULES = (achievement, arithmetic, sums, cross_table, budget_tables, agreements)
"""The modules whose import registers the rules."""

SURE_FIGURES = 2
"""A contradiction needs two figures that were surely read."""

NOT_CHECKED = both("kaidah ini belum diperiksa oleh versi ini", "not checked by this version yet")
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
    in_doubt = _places_in_doubt(report)
    hits: list[Hit] = []
    runs: list[RuleRun] = []
    for rule_id in CATALOGUE:
        registered = RULES.get(rule_id)
        if registered is None:
            runs.append(RuleRun(rule_id=rule_id, outcome=Outcome.NOT_RUN, reason=NOT_CHECKED))
            continue
        found, run = run_rule(registered, view, in_doubt)
        hits += found
        runs.append(run)
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


def run_rule(registered: Rule, view: ReportView, in_doubt: Places = frozenset()) -> tuple[list[Hit], RuleRun]:
    """The hits of one rule and its outcome; a crash gives no hits and the error as the reason.

    `in_doubt` are the places of figures that accuse nobody.
    """
    hits: list[Hit] = []
    compared = 0
    generator = registered.run(view)
    try:
        while True:
            hits.append(_at_most_a_question(next(generator), in_doubt))
    except StopIteration as end:
        compared = end.value or 0
    except NotRun as stopped:
        return _outcome(registered.id, hits, str(stopped))
    except Exception as error:  # noqa: BLE001 - whatever a rule does, the others run
        words = f"{type(error).__name__}: {error}"
        return [], RuleRun(
            rule_id=registered.id,
            outcome=Outcome.NOT_RUN,
            reason=both(f"kaidah gagal dijalankan ({words})", f"the rule failed ({words})"),
        )
    if not compared and not hits:
        return _outcome(registered.id, hits, NOTHING_TO_COMPARE)
    return _outcome(registered.id, hits, "", compared)


def _outcome(rule_id: str, hits: list[Hit], not_run: str, compared: int = 0) -> tuple[list[Hit], RuleRun]:
    if _accuses(hits):
        return hits, RuleRun(
            rule_id=rule_id, outcome=Outcome.FAIL, reason=_count(compared) if compared else ""
        )
    if not_run:
        return hits, RuleRun(rule_id=rule_id, outcome=Outcome.NOT_RUN, reason=not_run)
    if hits:
        return hits, RuleRun(rule_id=rule_id, outcome=Outcome.NOT_RUN, reason=ONLY_DOUBTS)
    return hits, RuleRun(rule_id=rule_id, outcome=Outcome.PASS, reason=_count(compared))


def _count(compared: int) -> str:
    return both(f"{compared} perbandingan", f"{compared} comparisons")


def _accuses(hits: Iterable[Hit]) -> bool:
    return any(class_of(h) is not FindingClass.EXTRACTION_DOUBT for h in hits)
