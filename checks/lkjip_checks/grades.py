"""CT-09, CT-10, CP-11, CP-12: grades and the scales they come from."""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lkjip_checks.evaluation_tables import (
    SCORE_ROW,
    component_sums,
    converted_means,
    graded_elements,
    graded_rows,
)
from lkjip_checks.numbers_text import capital, number_id, pages_en, pages_id, printed, quoted
from lkjip_checks.printed_scales import LEAST_BANDS, Band, printed_scales, right_band, told_scales
from lkjip_checks.rows import doubtful
from lkjip_checks.rule import Hit, NotRun, RuleHits, rule
from lkjip_checks.scale_words import scores_on_a_bound, words_of_another_scale
from lkjip_checks.told_grades import SAKIP, SATISFACTION, told_grades
from lkjip_checks.view import ReportView
from lkjip_normalize.wording import collapse, plain
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.table_records import Pengukuran, Skala
from lkjip_schemas.vocabulary import Measure, TableKind

AKIP_BANDS: tuple[tuple[str, Decimal], ...] = (
    ("AA", Decimal(90)), ("A", Decimal(80)), ("BB", Decimal(70)), ("B", Decimal(60)), ("CC", Decimal(50)),
    ("C", Decimal(30)), ("D", Decimal(0)),
)  # fmt: skip
"""Grades of the SAKIP evaluation and the score that each must exceed (PermenPANRB 88/2021, Lampiran I)."""
SKM_BANDS: tuple[tuple[str, Decimal], ...] = (
    ("A", Decimal("88.31")), ("B", Decimal("76.61")), ("C", Decimal("65.00")), ("D", Decimal("25.00")),
)  # fmt: skip
"""Grades of the satisfaction survey and the score from which each begins (PermenPANRB 14/2017)."""
EVALUATED_SINCE = 2021
"""Before PermenPANRB 88/2021 the same bands stood in PermenPANRB 12/2015."""
SKM_WORDS = {"sangat baik": "A", "baik": "B", "kurang baik": "C", "tidak baik": "D"}
SKM_SINCE = 2017
AKIP_SINCE = 2015
"""Since PermenPANRB 12/2015 the bands of the SAKIP evaluation are what they are."""
SKM_LOWEST = Decimal(25)

_SAKIP = re.compile(
    r"\b(?:sakip|akip|lakip)\b|sistem akuntabilitas kinerja|evaluasi (?:akuntabilitas )?kinerja instansi",
    re.I,
)
_SKM = re.compile(r"kepuasan masyarakat|\bikm\b|\bskm\b", re.IGNORECASE)
_GRADE = re.compile(r"(?<![A-Za-z])(AA|A|BB|B|CC|C|D)(?![A-Za-z+-])")
_PROMISED = re.compile(
    r"\b(?:ber)?predikat\s+(?:(?:kinerja|nilai|akip|sakip)\s*)?([A-Za-z ]+)", re.IGNORECASE
)
_MEASURES = (Measure.TARGET, Measure.REALISASI, Measure.TARGET_AKHIR)

Bands = tuple[tuple[str, Decimal], ...]


@dataclass(frozen=True, slots=True)
class _Graded:
    """A score printed with a grade."""

    observation: Observation
    score: Decimal
    grade: str


def _scores(view: ReportView) -> dict[tuple[int, int], Observation]:
    """The score of a SAKIP evaluation by table and column: the last one of a column is that of all components."""
    return {
        (o.table_no, o.col): o
        for o in view.report.observations
        if o.table_kind is TableKind.SAKIP_KOMPONEN and o.value is not None and SCORE_ROW.search(o.subject)
    }


def _graded(view: ReportView, names: re.Pattern[str]) -> Iterator[_Graded]:
    scores = _scores(view) if names is _SAKIP else {}
    for o in view.report.observations:
        named = o.measure in _MEASURES and names.search(view.indicator_of(o))
        if not named and scores.get((o.table_no, o.col)) is not o:
            continue
        if o.value is None or doubtful(o):
            continue
        words = re.sub(r"[\d.,()%]+", " ", o.text or o.raw).strip()
        grade = SKM_WORDS.get(words.lower(), "") if names is _SKM else ""
        if not grade and _GRADE.fullmatch(words):
            grade = words
        if grade:
            yield _Graded(o, o.value, grade)


def _akip_grade(score: Decimal) -> str:
    return next(name for name, low in AKIP_BANDS if score > low or name == "D")


def _at_least(found: _Graded) -> bool:
    """Whether a target is the score from which its grade begins: "BB (70)" is meant as more than 70."""
    planned = found.observation.measure in (Measure.TARGET, Measure.TARGET_AKHIR)
    return planned and (found.grade, found.score) in AKIP_BANDS


def _skm_grade(score: Decimal) -> str:
    return next((name for name, low in SKM_BANDS if score >= low), "D")


def _hit(rule_id: str, found: _Graded, right: str, basis: str) -> Hit:
    o, page = found.observation, [found.observation.place.page]
    word = "target" if o.measure == Measure.TARGET else "realisasi"
    word_id, word_en = (word, word) if o.measure in _MEASURES else ("nilai", "score")
    of_id, of_en = (f" tahun {o.period}", f" of {o.period}") if o.period.isdigit() else ("", "")
    return Hit(
        rule_id,
        f"{capital(pages_id(page))}: {word_id}{of_id} {quoted(o.subject)} tercetak {printed(o)}; "
        f"nilai {number_id(found.score)} berpredikat {right} menurut {basis}, bukan {found.grade}.",
        f"{capital(pages_en(page))}: the {word_en}{of_en} of {quoted(o.subject)} is printed {printed(o)}; "
        f"a score of {found.score} has the grade {right} under {basis}, not {found.grade}.",
        (Figure.of(o),),
        frozenset({f"{rule_id}:{o.table_no}:{o.row}:{o.col}"}),
        copy_key=(o.subject.lower(), o.period, o.raw),
        expected=right,
    )


@rule("CP-12")
def sakip_grade(view: ReportView) -> RuleHits:
    """The grade of a SAKIP score is that of its band, and the score the sum of its components (PermenPANRB 88/2021,
    Lampiran I)."""
    if view.year and view.year < AKIP_SINCE:
        raise NotRun(f"skala ini berlaku sejak {AKIP_SINCE}", f"this scale is in force since {AKIP_SINCE}")
    compared = 0
    basis = "PermenPANRB 88/2021" if not view.year or view.year >= EVALUATED_SINCE else "PermenPANRB 12/2015"
    for found in _graded(view, _SAKIP):
        compared += 1
        right = _akip_grade(found.score)
        if right != found.grade and found.score <= 100 and not _at_least(found):
            yield _hit("CP-12", found, right, basis)
    compared += yield from graded_rows(view, "CP-12", TableKind.SAKIP_KOMPONEN, _akip_grade, basis)
    compared += yield from component_sums(view)
    told = yield from told_grades(view, "CP-12", SAKIP, _akip_grade, basis)
    return compared + told


@rule("CP-11")
def satisfaction_grade(view: ReportView) -> RuleHits:
    """The grade of a satisfaction index is that of its band, and its elements are converted by 25 (PermenPANRB
    14/2017)."""
    if view.year and view.year < SKM_SINCE:
        raise NotRun(
            f"PermenPANRB 14/2017 berlaku sejak {SKM_SINCE}",
            f"PermenPANRB 14/2017 is in force since {SKM_SINCE}",
        )
    compared = 0
    for found in _graded(view, _SKM):
        if not SKM_LOWEST <= found.score <= 100:
            continue
        compared += 1
        right = _skm_grade(found.score)
        if right != found.grade:
            yield _hit("CP-11", found, right, "PermenPANRB 14/2017")
    compared += yield from graded_rows(view, "CP-11", TableKind.SKM, _skm_grade, "PermenPANRB 14/2017")
    compared += yield from converted_means(view)
    compared += yield from graded_elements(view, _skm_grade, SKM_WORDS, "PermenPANRB 14/2017")
    told = yield from told_grades(view, "CP-11", SATISFACTION, _skm_grade, "PermenPANRB 14/2017")
    return compared + told


def _scales(view: ReportView) -> dict[int, list[tuple[Decimal, Decimal, Skala]]]:
    """The scales of which every band prints both bounds, or those that do: (low, high, row), highest first."""
    scales = {
        number: [(b.low, b.high, b.record) for b in bands if b.low is not None and b.high is not None]
        for number, bands in printed_scales(view).items()
    }
    return {number: bands for number, bands in scales.items() if len(bands) >= LEAST_BANDS}


GAPS_OF_REGULATION = {(Decimal(low), Decimal(low + 1)) for low in (50, 65, 75, 90)}
"""Between the bands of Permendagri 54/2010 and 86/2017, which a report that prints them has not made."""


@rule("CT-10")
def scales_without_gaps(view: ReportView) -> RuleHits:
    """The bands of a printed scale leave no score without a word, as finely as the report prints scores, and give none
    two."""
    compared = 0
    scored = (o for o in view.report.observations if o.measure in (Measure.REALISASI, Measure.CAPAIAN_PCT))
    step = Decimal(1).scaleb(-max((o.decimals for o in scored), default=0))
    for number, bands in _scales(view).items():
        compared += len(bands) - 1
        gaps = [(lower, upper) for upper, lower in itertools.pairwise(bands) if upper[0] - lower[1] > step]
        over = [(lower, upper) for upper, lower in itertools.pairwise(bands) if lower[1] > upper[0]]
        if not over and all((low[1], up[0]) in GAPS_OF_REGULATION for low, up in gaps):
            continue
        page = [bands[0][2].place.page]
        listed = ", ".join(f"{number_id(low[1])} / {number_id(up[0])}" for low, up in (*gaps, *over))
        why_id = "saling tumpang tindih" if over else "menyisakan celah untuk nilai berdesimal"
        why_en = "overlap" if over else "leave gaps for scores with decimals"
        yield Hit(
            "CT-10",
            f"{capital(pages_id(page))}: rentang skala {why_id}: {listed}.",
            f"{capital(pages_en(page))}: the bands of the scale {why_en}: {listed}.",
            tuple(Figure.at(b[2].place, b[2].rentang, b[2].label) for b in bands),
            frozenset({f"CT-10:{number}"}),
            copy_key=tuple(b[2].rentang for b in bands),
        )
    return compared


@rule("CT-09")
def words_of_the_scale(view: ReportView) -> RuleHits:
    """The word printed with a score, in its cell or in the column of predicates of its row, is the one that the
    report's own scale gives it."""
    scales = [*printed_scales(view).values(), *told_scales(view)]
    if not scales:
        raise NotRun(
            "laporan tidak mencetak skala yang jelas batasnya",
            "the report prints no scale with clear bounds",
        )
    compared = 0
    for o, score, word in _worded(view):
        judging = [bands for bands in scales if any(b.label == word for b in bands)]
        if not judging:
            continue
        compared += 1
        right = [right_band(bands, word, score) for bands in judging]
        first = right[0]
        if first is None or any(r is None or r.label != first.label for r in right):
            continue
        page = [o.place.page]
        of_scale = [first.record.place.page]
        said = f"{printed(o)} {quoted(word.title())}" if word not in o.raw.lower() else printed(o)
        yield Hit(
            "CT-09",
            f"{capital(pages_id(page))}: {quoted(o.subject)} tercetak {said}, padahal skala laporan ini "
            f"({pages_id(of_scale)}) menyebut {number_id(score)} {quoted(first.record.label)}.",
            f"{capital(pages_en(page))}: {quoted(o.subject)} is printed {said}, but the scale of this report "
            f"({pages_en(of_scale)}) calls {score} {quoted(first.record.label)}.",
            (Figure.of(o), Figure.at(first.record.place, first.record.rentang, first.record.label)),
            frozenset({f"CT-09:{o.table_no}:{o.row}:{o.col}"}),
            copy_key=(o.subject.lower(), o.period, o.raw),
            expected=first.record.label,
        )
    yield from _words_in_names(view, scales)
    yield from scores_on_a_bound(view, scales, _worded(view))
    yield from words_of_another_scale(view)
    return compared


def _words_in_names(view: ReportView, scales: list[list[Band]]) -> Iterator[Hit]:
    """Indicators whose name promises a word of the scale ("berpredikat kinerja baik") have targets in its band."""
    told: dict[tuple[str, str], list[tuple[Observation, Band]]] = defaultdict(list)
    for o in view.report.observations:
        promised = _PROMISED.search(o.subject) if o.measure == Measure.TARGET else None
        if promised is None or o.value is None or doubtful(o) or (o.period and o.period != str(view.year)):
            continue
        words = collapse(promised.group(1).lower())
        for bands in scales:
            label = max((b.label for b in bands if words.startswith(b.label)), key=len, default="")
            right = right_band(bands, label, o.value) if label else None
            if right is not None:
                told[(plain(o.subject), label)].append((o, right))
    for (subject, label), wrong in told.items():
        pages = sorted({o.place.page for o, _ in wrong})
        values = {printed(o): band.record.label for o, band in wrong}
        listed_id = ", ".join(f"{value} adalah {quoted(word)}" for value, word in values.items())
        listed_en = ", ".join(f"{value} is {quoted(word)}" for value, word in values.items())
        scale = [wrong[0][1].record.place.page]
        yield Hit(
            "CT-09",
            f"{capital(pages_id(pages))}: {quoted(wrong[0][0].subject)} menjanjikan predikat {quoted(label)}, tetapi "
            f"targetnya menurut skala laporan ini ({pages_id(scale)}): {listed_id}.",
            f"{capital(pages_en(pages))}: {quoted(wrong[0][0].subject)} promises the grade {quoted(label)}, but on the "
            f"scale of this report ({pages_en(scale)}) its target is another: {listed_en}.",
            (
                *(Figure.of(o) for o, _ in wrong),
                Figure.at(wrong[0][1].record.place, wrong[0][1].record.rentang, "skala"),
            ),
            frozenset({f"CT-09:{subject}"}),
            copy_key=(subject, label),
        )


def _worded(view: ReportView) -> Iterator[tuple[Observation, Decimal, str]]:
    """Scores with the word printed for them: in the same cell, or beside the achievement of a row."""
    shares: dict[tuple[int, int], list[Observation]] = {}
    for o in view.report.observations:
        if o.value is None or doubtful(o) or o.table_kind is TableKind.SKALA:
            continue
        if o.text:
            yield o, o.value, re.sub(r"[\d.,()%]+", " ", o.text).strip().lower()
        if o.measure == Measure.CAPAIAN_PCT:
            shares.setdefault((o.table_no, o.row), []).append(o)
    for record in view.report.records:
        own = shares.get((record.table_no, record.row), [])
        if isinstance(record, Pengukuran) and record.predikat and len(own) == 1 and own[0].value is not None:
            yield own[0], own[0].value, record.predikat.lower().strip()
