"""CT-07: budget and spending of one program or kegiatan in all tables of the same budget stage.

Two tables are of the same stage when most of the rows they share agree: then the rows that do not are
contradictions. When most differ, the tables speak of different stages (murni, perubahan, another
date) and nobody is accused.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from lkjip_checks.constraints import fact_id, part_fact
from lkjip_checks.hierarchy import RANKS, level_of
from lkjip_checks.numbers_text import (
    capital,
    joined_en,
    joined_id,
    number_id,
    pages_en,
    pages_id,
    printed,
    quoted,
)
from lkjip_checks.rows import Column, MoneyRow, doubtful
from lkjip_checks.rule import READING_DOUBT, Hit, NotRun, RuleHits, rule
from lkjip_checks.view import AGREEMENT_TABLES, ReportView
from lkjip_normalize.linking import name_key, name_likeness
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import Measure, ReadBy, Severity, SubjectLevel

_LEVEL_WORD = re.compile(r"^\W*(?:program|sub\W?kegiatan|kegiatan)\b\W*", re.IGNORECASE)
ENOUGH_EQUAL = 2
"""So many shared rows must agree before two tables count as one stage."""

SPLIT_ROWS = 2
"""A program in so many rows of a table may be printed in parts."""
SHIFTED_ROWS = 3
"""So many cells in a row that stand one row off are a shifted column (catalogue, AR-11)."""

WORDS = {Measure.PAGU_RP: ("pagu", "the budget"), Measure.REALISASI_RP: ("realisasi", "the spending")}

SHIFT_DOUBT = (
    "Periksa dahulu apakah halaman itu memang tercetak demikian.",
    "First look whether the page is really printed so.",
)


@dataclass(slots=True)
class Subject:
    """One program, kegiatan or sub kegiatan of one year, with its rows in every table."""

    level: SubjectLevel
    period: str
    rows: dict[int, list[MoneyRow]] = field(default_factory=lambda: defaultdict(list))

    def figures(self, table_no: int, measure: Measure) -> list[Observation]:
        """Its figures in one table that have a value."""
        found = [
            o
            for r in self.rows.get(table_no, ())
            for o in (r.pagu if measure is Measure.PAGU_RP else r.realisasi)
        ]
        return [o for o in found if o.value is not None]

    def values(self, table_no: int, measure: Measure) -> frozenset[Decimal]:
        """What the table says of it: every printed value, whole rupiah for one with sen, and the sum when it is split
        over rows."""
        figures = self.figures(table_no, measure)
        printed_values = {v for o in figures if o.value is not None for v in _with_rounded(o.value)}
        if len(self.rows.get(table_no, ())) >= SPLIT_ROWS:
            printed_values.add(sum((o.value for o in figures if o.value is not None), Decimal(0)))
        return frozenset(printed_values)

    def split_amount(self, table_no: int, measure: Measure) -> Decimal | None:
        """The sum of its rows in a table that splits over them what another prints as one; None where none does so."""
        if len(self.rows.get(table_no, ())) < SPLIT_ROWS:
            return None
        total = sum((o.value for o in self.figures(table_no, measure) if o.value is not None), Decimal(0))
        whole = any(
            len(self.rows[t]) == 1 and any(o.value == total for o in self.figures(t, measure))
            for t in self.rows
            if t != table_no
        )
        return total if whole else None

    @property
    def name(self) -> str:
        """Its name as first printed."""
        return next(iter(self.rows.values()))[0].subject


def _with_rounded(value: Decimal) -> tuple[Decimal, ...]:
    """An amount, and the whole rupiah that another table may print for one with sen."""
    return (value, value.to_integral_value(ROUND_FLOOR), value.to_integral_value(ROUND_CEILING))


@rule("CT-07")
def same_budget_everywhere(view: ReportView) -> RuleHits:
    """Budget and spending of one program, kegiatan or sub kegiatan are the same in all tables of the
    same budget stage, after rows with the same code are added up."""
    subjects = _subjects(view)
    shared = [s for s in subjects if len(s.rows) > 1]
    if not shared:
        raise NotRun(
            "tidak ada program atau kegiatan yang anggarannya tercetak dalam dua tabel untuk tahun yang sama",
            "no program or kegiatan has its money printed in two tables for the same year",
        )
    conflicts: dict[int, list[tuple[Measure, int]]] = defaultdict(list)
    for measure in (Measure.PAGU_RP, Measure.REALISASI_RP):
        for a, b in _pairs(shared):
            equal, unequal = _compare(shared, a, b, measure)
            if len(equal) >= ENOUGH_EQUAL and len(equal) >= len(unequal):
                for index in unequal:
                    conflicts[index] += [(measure, a), (measure, b)]
    yield from _hits(view, shared, conflicts)
    return len(shared)


def _subjects(view: ReportView) -> list[Subject]:
    """Rows of programs, kegiatan and sub kegiatan outside agreements, put together by code or name."""
    found: list[Subject] = []
    index: dict[tuple[object, ...], Subject] = {}
    for row in view.money:
        level = level_of(row)
        if level not in RANKS or row.kind in AGREEMENT_TABLES or not (row.pagu or row.realisasi):
            continue
        if not re.fullmatch(r"\d{4}", row.period) or view.agreement_at(row.observations[0]) is not None:
            continue
        key = (level, row.period, name_key(without_level(row.subject)))
        subject = index.get(key) or _by_code(index, level, row) or _by_likeness(found, level, row)
        if subject is None:
            subject = Subject(level, row.period)
            found.append(subject)
        index.setdefault(key, subject)
        if row.code:
            index.setdefault((level, row.period, "code", _code(row.code)), subject)
        subject.rows[row.table_no].append(row)
    return found


def without_level(name: str) -> str:
    """A name without the word of its level: one table prints "Program Pelayanan Perkantoran", another the rest."""
    return _LEVEL_WORD.sub("", name) or name


def _code(code: str) -> str:
    return ".".join(re.findall(r"[0-9xX]+", code))


def _by_code(index: dict[tuple[object, ...], Subject], level: SubjectLevel, row: MoneyRow) -> Subject | None:
    """The subject with the same code, if its name does not speak against it (codes are misprinted too)."""
    if not row.code:
        return None
    subject = index.get((level, row.period, "code", _code(row.code)))
    if subject is None or name_likeness(without_level(subject.name), without_level(row.subject)) == 0:
        return None
    return subject


def _by_likeness(found: Sequence[Subject], level: SubjectLevel, row: MoneyRow) -> Subject | None:
    alike = [
        s
        for s in found
        if s.level is level
        and s.period == row.period
        and name_likeness(without_level(s.name), without_level(row.subject)) > 0
        and row.table_no not in s.rows
    ]
    return alike[0] if len(alike) == 1 else None


def _pairs(subjects: Sequence[Subject]) -> list[tuple[int, int]]:
    pairs = {(a, b) for s in subjects for a in s.rows for b in s.rows if a < b}
    return sorted(pairs)


def _compare(subjects: Sequence[Subject], a: int, b: int, measure: Measure) -> tuple[list[int], list[int]]:
    """Indices of the shared subjects on which two tables agree, and on which they do not."""
    equal: list[int] = []
    unequal: list[int] = []
    for index, subject in enumerate(subjects):
        left, right = subject.values(a, measure), subject.values(b, measure)
        if left and right:
            (unequal if left.isdisjoint(right) else equal).append(index)
    return equal, unequal


@dataclass(frozen=True, slots=True)
class _Odd:
    """A figure that stands against the other tables."""

    subject: Subject
    measure: Measure
    row: MoneyRow
    expected: Decimal


def _hits(
    view: ReportView, subjects: Sequence[Subject], conflicts: dict[int, list[tuple[Measure, int]]]
) -> Iterator[Hit]:
    plans = {r.table_no for r in view.money} - {r.table_no for r in view.money if r.realisasi}
    odd: list[_Odd] = []
    for index, found in conflicts.items():
        for measure in dict.fromkeys(m for m, _ in found):
            odd += _odd_ones(subjects[index], measure, sorted({t for m, t in found if m is measure}))
    shifted = _without_mirrors(_shifted(odd))
    told = {(o.subject.name, o.measure) for group in shifted for o in group}
    for group in shifted:
        yield _shift_hit(group)
    for index in sorted(conflicts):
        subject = subjects[index]
        measures = [m for m in dict.fromkeys(m for m, _ in conflicts[index]) if (subject.name, m) not in told]
        if measures:
            yield _conflict_hit(subject, measures, conflicts[index], plans)


def _odd_ones(subject: Subject, measure: Measure, tables: Sequence[int]) -> Iterator[_Odd]:
    """Rows whose value no other table prints, when the other tables agree on one value."""
    values = {t: subject.values(t, measure) for t in tables}
    for table_no in tables:
        others = [values[t] for t in tables if t != table_no]
        common = frozenset.intersection(*others) if others else frozenset()
        rows = subject.rows[table_no]
        if len(common) == 1 and common.isdisjoint(values[table_no]) and len(rows) == 1:
            yield _Odd(subject, measure, rows[0], next(iter(common)))


def _shifted(odd: Sequence[_Odd]) -> list[list[_Odd]]:
    """Runs of rows of one table and column whose figures stand one row off."""
    runs: list[list[_Odd]] = []
    by_column: dict[tuple[int, str, Measure], list[_Odd]] = defaultdict(list)
    for o in odd:
        by_column[(o.row.table_no, o.row.period, o.measure)].append(o)
    for column in by_column.values():
        column.sort(key=lambda o: o.row.row)
        for step in (1, -1):
            moved = [
                i
                for i in range(len(column))
                if 0 <= i + step < len(column)
                and _value(column[i]) == column[i + step].expected != column[i].expected
            ]
            if len(moved) >= SHIFTED_ROWS:
                runs.append(
                    column[min(moved) if step > 0 else min(moved) - 1 : max(moved) + (2 if step > 0 else 1)]
                )
                break
    return runs


def _without_mirrors(runs: Sequence[list[_Odd]]) -> list[list[_Odd]]:
    """Of two tables that are shifted against each other the one that contradicts itself more.

    Its spending exceeds its budget in more rows. Where that does not decide, the later table is named.
    """
    kept: list[list[_Odd]] = []
    for run in sorted(runs, key=lambda r: (-_overspent(r), -r[0].row.table_no)):
        subjects = {(id(o.subject), o.measure) for o in run}
        if not any(subjects & {(id(o.subject), o.measure) for o in other} for other in kept):
            kept.append(run)
    return kept


def _overspent(run: Sequence[_Odd]) -> int:
    return sum(
        1
        for o in run
        if (pagu := o.row.column(Column(Measure.PAGU_RP))) is not None
        and (spent := o.row.column(Column(Measure.REALISASI_RP))) is not None
        and pagu.value is not None
        and spent.value is not None
        and spent.value > pagu.value
    )


def _value(odd: _Odd) -> Decimal | None:
    figure = odd.row.column(Column(odd.measure))
    return None if figure is None else figure.value


def _read_in_line(odd: Sequence[_Odd]) -> bool:
    """Whether every figure stands beside the other figures of its row on a page with text: then the
    rows were not mixed up in reading."""
    for o in odd:
        figure = o.row.column(Column(o.measure))
        beside = [f for f in o.row.observations if f is not figure]
        if figure is None or figure.place.read_by is not ReadBy.TEXT or doubtful(figure) or not beside:
            return False
        box, other = figure.place.box, beside[0].place.box
        if box.top >= other.bottom or other.top >= box.bottom:
            return False
    return True


def _shift_hit(group: Sequence[_Odd]) -> Hit:
    word_id, word_en = WORDS[group[0].measure]
    figures = [f for o in group if (f := o.row.column(Column(o.measure))) is not None]
    pages = [f.place.page for f in figures]
    others = [
        f
        for o in group
        for t in o.subject.rows
        if t != o.row.table_no
        for f in o.subject.figures(t, o.measure)[:1]
    ]
    listed = ", ".join(printed(f) for f in figures)
    right = ", ".join(number_id(o.expected) for o in group)
    facts = {fact_id(r, o.row) for o in group for r in ("AR-03", "AR-07", "CT-07")}
    hit = Hit(
        "CT-07",
        f"{capital(pages_id(pages))}: kolom {word_id} bergeser satu baris mulai "
        f"{quoted(group[0].row.subject)}: "
        f"tercetak {listed}, sedangkan {pages_id(f.place.page for f in others)} mencetak untuk baris "
        "yang sama "
        f"{right}.",
        f"{capital(pages_en(pages))}: the column of {word_en} is one row off from "
        f"{quoted(group[0].row.subject)} on: "
        f"printed {listed}, but for the same rows {right} on "
        f"{pages_en(f.place.page for f in others)}.",
        tuple(Figure.of(f) for f in (*figures, *others)),
        frozenset(fact_id("CT-07", o.row) for o in group),
        frozenset(
            facts
            | {fact_id("AR-04", o.row, Column(o.measure)) for o in group}
            | {part_fact(o.row, Column(o.measure)) for o in group}
        ),
        expected=right,
        weight=4,
    )
    return hit if _read_in_line(group) else hit.as_doubt(*SHIFT_DOUBT)


def _only_plan_differs(subject: Subject, measures: Sequence[Measure], plans: Collection[int]) -> bool:
    """Whether tables without spending (plans, each of its stage: Renja, DPA, DPPA) stand against tables with spending,
    each side agreeing; or where one of the plans, or two tables of spending, agree, the others are of other stages."""
    by_table = {t: {m: v for m in measures if (v := subject.values(t, m))} for t in subject.rows}
    told = [own for t, own in by_table.items() if t in plans]
    used = [own for t, own in by_table.items() if t not in plans]
    sure = len(used) > 1 or any(
        not p[m].isdisjoint(u[m]) for p in told for u in used for m in measures if m in p and m in u
    )
    for side in (used,) if sure else (told, used):
        for measure in measures:
            values = [own[measure] for own in side if measure in own]
            if any(a.isdisjoint(b) for a in values for b in values):
                return False
    return True


def _conflict_hit(
    subject: Subject,
    measures: Sequence[Measure],
    found: Sequence[tuple[Measure, int]],
    plans: Collection[int],
) -> Hit:
    told_id: list[str] = []
    told_en: list[str] = []
    figures: list[Observation] = []
    facts: set[str] = set()
    copy_key: list[str] = [subject.level, subject.period]
    for measure in measures:
        groups: dict[frozenset[Decimal], list[Observation]] = defaultdict(list)
        split: dict[frozenset[Decimal], list[Observation]] = defaultdict(list)
        # every table that prints it is named, also those the two tables in conflict agree with
        for table_no in sorted(subject.rows):
            shown = subject.figures(table_no, measure)
            if shown and any(m is measure for m, _ in found):
                amount = subject.split_amount(table_no, measure)
                if amount is not None:
                    split[frozenset({amount})] += shown
                else:
                    groups[frozenset(o.value for o in shown if o.value is not None)] += shown
                facts |= {fact_id("CT-07", r) for r in subject.rows[table_no]}
        word_id, word_en = WORDS[measure]
        said_id = [
            _said(g, pages_id, " dan ", "pada")
            + (f" (juga {_said(split[key], pages_id, ' + ', 'pada')})" if key in split else "")
            for key, g in groups.items()
        ]
        said_en = [
            _said(g, pages_en, " and ", "on")
            + (f" (also {_said(split[key], pages_en, ' + ', 'on')})" if key in split else "")
            for key, g in groups.items()
        ]
        told_id.append(f"{word_id} " + joined_id(said_id))
        told_en.append(f"{word_en} " + joined_en(said_en))
        figures += [o for g in (*groups.values(), *split.values()) for o in g]
        copy_key += sorted(str(o.value) for o in figures)
    doubt = any(doubtful(o) for o in figures)
    stage = not doubt and _only_plan_differs(subject, measures, plans)
    stage_id = " Bila rencana memuat anggaran murni dan realisasi anggaran perubahan, sebutkan tahapnya."
    stage_en = " If one table prints the original and one the revised budget, the stage must be named."
    hit = Hit(
        "CT-07",
        f"{quoted(subject.name)} ({subject.period}) tercetak dengan angka yang berbeda: {'; '.join(told_id)}."
        + (stage_id if stage else ""),
        f"{quoted(subject.name)} ({subject.period}) is printed with different figures: {'; '.join(told_en)}."
        + (stage_en if stage else ""),
        tuple(Figure.of(o) for o in figures),
        frozenset(facts),
        copy_key=tuple(copy_key),
        severity=Severity.MEDIUM if stage else None,
    )
    return hit.as_doubt(*READING_DOUBT) if doubt else hit


def _said(
    figures: Sequence[Observation], pages: Callable[[Iterable[int]], str], between: str, at: str
) -> str:
    raws = list(dict.fromkeys(printed(o) for o in figures))
    return f"{between.join(raws)} {at} {pages(o.place.page for o in figures)}"
