"""Parts of CP-11 and CP-12: tables of a satisfaction survey and of a SAKIP evaluation, whose score, grade and
components stand below each other."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from lkjip_checks.numbers_text import capital, number_en, number_id, pages_en, pages_id, printed, quoted
from lkjip_checks.rows import doubtful, sum_of, value_of
from lkjip_checks.rule import Hit, RuleHits
from lkjip_checks.tolerance import unit_of
from lkjip_checks.view import ReportView
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.table_records import Skm
from lkjip_schemas.vocabulary import TableKind

LEAST_SCORE, HUNDRED = Decimal(25), Decimal(100)
LEAST_COMPONENTS = 3

SCORE_ROW = re.compile(
    r"\b(?:ikm|skm|nilai (?:ikm|skm|indeks|hasil|akuntabilitas|akip|sakip|total)|indeks kepuasan|jumlah|total)\b",
    re.IGNORECASE,
)
_GRADE_ROW = re.compile(r"\b(?:mutu|predikat|kategori|tingkat akuntabilitas)\b", re.IGNORECASE)
_GRADE = re.compile(r"\s*(AA|A|BB|B|CC|C|D)\b(?:\s*\([^()]*\))?\s*")
_WEIGHT = re.compile(r"\bbobot\b", re.IGNORECASE)
_MEAN = re.compile(r"\bnrr\b|\brata\W*rata\b", re.IGNORECASE)
_CONVERTED = re.compile(r"\bkonversi\b", re.IGNORECASE)
"""Headings of the mean of an element of a survey, and of what it is on the scale of 100."""
_WEIGHED = re.compile(r"\b(?:bobot|tertimbang|harapan|kepentingan|responden|jumlah|target)\b", re.IGNORECASE)
"""Headings of figures of an element that are not its score."""
LOWEST_MEAN, HIGHEST_MEAN, TIMES = Decimal(1), Decimal(4), Decimal(25)
"""The mean of an element lies between these; so many times it is the converted value."""
ONE_WRONG_IN = 3
"""A table converts by 25 where fewer than one of so many values are others."""

_Columns = dict[tuple[int, int], list[Observation]]


def graded_rows(
    view: ReportView, rule_id: str, kind: TableKind, grade_of: Callable[[Decimal], str], basis: str
) -> RuleHits:
    """Grades printed in a row below a score, of another band than that; gives the number of graded scores."""
    compared = 0
    for own in _columns(view, kind).values():
        scores = [o for o in own if o.value is not None and SCORE_ROW.search(o.subject)]
        graded = [(o, m[1]) for o in own if _GRADE_ROW.search(o.subject) and (m := _GRADE.fullmatch(o.raw))]
        if len(scores) != 1 or len(graded) != 1 or any(map(doubtful, (scores[0], graded[0][0]))):
            continue
        (score,), ((o, grade),) = scores, graded
        value = value_of(score)
        right = grade_of(value)
        if not LEAST_SCORE <= value <= HUNDRED:
            continue
        compared += 1
        if grade == right:
            continue
        page = [o.place.page]
        yield Hit(
            rule_id,
            f"{capital(pages_id(page))}: {quoted(o.subject)} tercetak {printed(o)}, sedangkan {quoted(score.subject)} "
            f"{printed(score)} berpredikat {right} menurut {basis}.",
            f"{capital(pages_en(page))}: {quoted(o.subject)} is printed {printed(o)}, but {quoted(score.subject)} "
            f"{printed(score)} has the grade {right} under {basis}.",
            (Figure.of(o), Figure.of(score)),
            frozenset({f"{rule_id}:{o.table_no}:{o.row}:{o.col}"}),
            copy_key=(str(value), grade),
            expected=right,
        )
    return compared


def converted_means(view: ReportView) -> RuleHits:
    """Converted values of a satisfaction survey that are not 25 times the mean of their element (PermenPANRB 14/2017,
    Lampiran), in tables where most of them are; gives the number of converted values."""
    rows: dict[tuple[int, int], list[Observation]] = defaultdict(list)
    for o in view.report.observations:
        if o.table_kind is TableKind.SKM and o.value is not None:
            rows[o.table_no, o.row].append(o)
    tables: dict[int, list[tuple[Observation, Observation]]] = defaultdict(list)
    for (table_no, _), own in rows.items():
        converted = [o for o in own if _CONVERTED.search(view.column_head(o))]
        means = [o for o in own if o not in converted and _MEAN.search(view.column_head(o))]
        if SCORE_ROW.search(own[0].subject):
            continue  # the index itself, in which the elements weigh 0.11
        if len(converted) == len(means) == 1 and LOWEST_MEAN <= value_of(means[0]) <= HIGHEST_MEAN:
            tables[table_no].append((means[0], converted[0]))
    compared = 0
    for pairs in tables.values():
        wrong = [pair for pair in pairs if not _is_converted(*pair)]
        if ONE_WRONG_IN * len(wrong) >= len(pairs):
            continue  # of another scale, or with weights
        compared += len(pairs)
        yield from (_not_converted(*pair) for pair in wrong if not any(map(doubtful, pair)))
    return compared


def _is_converted(mean: Observation, converted: Observation) -> bool:
    slack = (TIMES * unit_of(mean.decimals) + unit_of(converted.decimals)) / 2
    return abs(value_of(converted) - TIMES * value_of(mean)) <= slack


def _not_converted(mean: Observation, converted: Observation) -> Hit:
    page, right = [converted.place.page], TIMES * value_of(mean)
    return Hit(
        "CP-11",
        f"{capital(pages_id(page))}: nilai konversi {quoted(converted.subject)} tercetak {printed(converted)}, "
        f"sedangkan {printed(mean)} x 25 = {number_id(right)}.",
        f"{capital(pages_en(page))}: the converted value of {quoted(converted.subject)} is printed "
        f"{printed(converted)}, but {printed(mean)} x 25 = {number_en(right)}.",
        (Figure.of(converted), Figure.of(mean)),
        frozenset({f"CP-11:{converted.table_no}:{converted.row}:{converted.col}"}),
        copy_key=(str(mean.value), str(converted.value)),
        expected=number_id(right),
    )


class _Graded(NamedTuple):
    """An element of a survey with the printed grade, its first score and the grade of that, and whether the printed one
    is that of any of its scores."""

    element: str
    grade: str
    score: Observation
    right: str
    is_right: bool


def graded_elements(
    view: ReportView, grade_of: Callable[[Decimal], str], words: Mapping[str, str], basis: str
) -> RuleHits:
    """Grades of the elements of a satisfaction survey that are those of none of the values printed for them, in tables
    where most grades are right; `words` are what grades are called. Gives the number of graded elements."""
    tables: dict[int, list[_Graded]] = defaultdict(list)
    values: dict[tuple[int, int], list[Observation]] = defaultdict(list)
    for o in view.report.observations:
        if o.table_kind is TableKind.SKM and o.value is not None and not _WEIGHED.search(view.column_head(o)):
            values[o.table_no, o.row].append(o)
    for record in view.report.records:
        if not isinstance(record, Skm):
            continue
        match = _GRADE.fullmatch(record.mutu)
        grade = match[1] if match else words.get(record.mutu.strip().lower(), "")
        scored = [
            (o, grades) for o in values[record.table_no, record.row] if (grades := _grades(o, grade_of))
        ]
        if grade and scored and not any(doubtful(o) for o, _ in scored):
            score, (right, *_) = scored[0]
            is_right = any(grade in grades for _, grades in scored)
            tables[record.table_no].append(_Graded(record.unsur, grade, score, right, is_right))
    compared = 0
    for graded in tables.values():
        wrong = [g for g in graded if not g.is_right]
        compared += len(graded)
        if ONE_WRONG_IN * len(wrong) < len(graded):
            yield from (_of_another_band(g, basis) for g in wrong)
    return compared


def _grades(score: Observation, grade_of: Callable[[Decimal], str]) -> list[str]:
    """The grades that a score, on the scale of 4 or of 100, may have as it is rounded; none of other figures."""
    value, half = value_of(score), unit_of(score.decimals) / 2
    times = TIMES if LOWEST_MEAN <= value <= HIGHEST_MEAN and score.decimals else Decimal(1)
    if not LEAST_SCORE <= value * times <= HUNDRED:
        return []
    return [grade_of(times * exact) for exact in (value, value - half, value + half)]


def _of_another_band(found: _Graded, basis: str) -> Hit:
    element, grade, score, right, _ = found
    page = [score.place.page]
    return Hit(
        "CP-11",
        f"{capital(pages_id(page))}: unsur {quoted(element)} bernilai {printed(score)} dan tercetak mutu {grade}; "
        f"nilai itu bermutu {right} menurut {basis}.",
        f"{capital(pages_en(page))}: the element {quoted(element)} has the score {printed(score)} and the printed "
        f"grade {grade}; the grade of this score is {right} under {basis}.",
        (Figure.of(score),),
        frozenset({f"CP-11:mutu:{score.table_no}:{score.row}"}),
        copy_key=(element.lower(), str(score.value), grade),
        expected=right,
    )


def component_sums(view: ReportView) -> RuleHits:
    """Scores of a SAKIP evaluation that are not the sum of their components (PermenPANRB 88/2021, Lampiran I), in
    tables whose weights, or scores of another year, add up; gives the number of sums."""
    compared = 0
    tables: dict[int, list[list[Observation]]] = defaultdict(list)
    for (table_no, _), own in _columns(view, TableKind.SAKIP_KOMPONEN).items():
        tables[table_no].append([o for o in own if o.value is not None])
    for columns in tables.values():
        sums = [(parts, total) for own in columns for parts, total in _components_and_score(own)]
        right = [_adds_up(view, parts, total) for parts, total in sums]
        rows = {tuple(o.row for o in parts) for parts, _ in sums}
        if not any(right) or len(rows) != 1:
            continue
        compared += len(sums)
        for (parts, total), holds in zip(sums, right, strict=True):
            if not holds and not any(map(doubtful, (*parts, total))):
                yield _not_the_sum(parts, total)
    return compared


def _columns(view: ReportView, kind: TableKind) -> _Columns:
    """The figures of tables of a kind by table and column, from top to bottom."""
    found: _Columns = defaultdict(list)
    for o in view.report.observations:
        if o.table_kind is kind:
            found[o.table_no, o.col].append(o)
    return found


def _components_and_score(own: Sequence[Observation]) -> Iterator[tuple[Sequence[Observation], Observation]]:
    """The components in a column, and the score below them."""
    at = next((k for k, o in enumerate(own) if SCORE_ROW.search(o.subject)), 0)
    if at >= LEAST_COMPONENTS:
        yield own[:at], own[at]


def _adds_up(view: ReportView, parts: Sequence[Observation], total: Observation) -> bool:
    whole, added = value_of(total), sum_of(parts)
    if _WEIGHT.search(view.column_head(total)):
        return added == whole
    return abs(added - whole) <= unit_of(max(o.decimals for o in (*parts, total))) * len(parts)


def _not_the_sum(parts: Sequence[Observation], total: Observation) -> Hit:
    page, added = [total.place.page], sum_of(parts)
    of_id, of_en = (f" tahun {total.period}", f" of {total.period}") if total.period.isdigit() else ("", "")
    return Hit(
        "CP-12",
        f"{capital(pages_id(page))}: {quoted(total.subject)}{of_id} tercetak {printed(total)}, sedangkan komponennya "
        f"berjumlah {number_id(added)} ({' + '.join(map(printed, parts))}).",
        f"{capital(pages_en(page))}: {quoted(total.subject)}{of_en} is printed {printed(total)}, but its components "
        f"add up to {number_en(added)} ({' + '.join(map(printed, parts))}).",
        tuple(map(Figure.of, (total, *parts))),
        frozenset({f"CP-12:{total.table_no}:{total.row}:{total.col}"}),
        copy_key=(str(total.value), str(added)),
        expected=number_id(added),
    )
