"""KD-02: a code stands for one program, kegiatan or sub kegiatan."""

import re
from collections import defaultdict

from lkjip_checks.numbers_text import capital, pages_en, pages_id, printed, quoted
from lkjip_checks.rows import doubtful
from lkjip_checks.rule import Hit, RuleHits, rule
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key, name_likeness
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import MONEY_MEASURES, Measure, SubjectLevel, TableKind

FULL_CODE = 3
"""Parts of a code from which on it names one thing; shorter ones may have lost their prefix."""
SPELLINGS = 0.8
"""Likeness of names from which on they are spellings of one."""


@rule("KD-02")
def one_code_one_name(view: ReportView) -> RuleHits:
    """Within one table and period a code is printed with one name."""
    named: dict[tuple[int, str, str], dict[str, Observation]] = defaultdict(dict)
    for o in view.report.observations:
        parts = [p for p in re.split(r"[\s.,]+", o.subject_code) if p]
        if (
            len(parts) >= FULL_CODE
            and o.subject
            and o.measure in MONEY_MEASURES
            and o.subject_level is not SubjectLevel.INDIKATOR
            and not doubtful(o)
        ):
            named[(o.table_no, o.period, ".".join(parts))].setdefault(name_key(o.subject), o)
    told: set[tuple[int, str]] = set()
    for (table_no, _, code), names in named.items():
        own = list(names.values())
        if len(own) < 2 or (table_no, code) in told:
            continue
        other = next((o for o in own[1:] if name_likeness(own[0].subject, o.subject) < SPELLINGS), None)
        if other is None:
            continue
        told.add((table_no, code))
        pages = [own[0].place.page, other.place.page]
        yield Hit(
            "KD-02",
            f"{capital(pages_id(pages))}: kode {code} tercetak untuk {quoted(own[0].subject)} dan "
            f"{quoted(other.subject)}.",
            f"{capital(pages_en(pages))}: the code {code} is printed for {quoted(own[0].subject)} and "
            f"{quoted(other.subject)}.",
            tuple(Figure.of(o) for o in (own[0], other)),
            frozenset({f"KD-02:{table_no}:{code}"}),
            copy_key=(code, own[0].subject.lower(), other.subject.lower()),
        )
    split = yield from _split_programs(view)
    return len(named) + split


def _split_programs(view: ReportView) -> RuleHits:
    """Programs that one table prints in two rows of one period, each with an indicator of its own.

    Their amounts may add up lawfully; targets of two indicators do not.
    """
    rows: dict[tuple[int, str, str], dict[int, Observation]] = defaultdict(dict)
    for o in view.report.observations:
        parts = [p for p in re.split(r"[\s.,]+", o.subject_code) if p]
        if (
            o.table_kind is TableKind.RENSTRA_MATRIX
            and len(parts) >= FULL_CODE
            and o.measure == Measure.TARGET
            and not doubtful(o)
        ):
            rows[(o.table_no, o.period, ".".join(parts))].setdefault(o.row, o)
    told: set[tuple[int, str]] = set()
    for (table_no, _, code), own in rows.items():
        by_indicator = {name_key(view.indicator_of(o)): o for o in own.values()}
        names = {name_key(view.work_of(o)) for o in own.values()}
        if len(by_indicator) < 2 or len(names) > 1 or (table_no, code) in told:
            continue
        first, second = list(by_indicator.values())[:2]
        if name_likeness(view.indicator_of(first), view.indicator_of(second)) >= SPELLINGS:
            continue
        told.add((table_no, code))
        pages = [first.place.page, second.place.page]
        pair = ", ".join(f"{quoted(view.indicator_of(o))} ({printed(o)})" for o in (first, second))
        yield Hit(
            "KD-02",
            f"{capital(pages_id(pages))}: kode {code} tercetak pada dua baris satu periode dengan indikator "
            f"berbeda: {pair}.",
            f"{capital(pages_en(pages))}: the code {code} is printed in two rows of one period with different "
            f"indicators: {pair}.",
            (Figure.of(first), Figure.of(second)),
            frozenset({f"KD-02:{table_no}:{code}:rows"}),
            copy_key=(code, *sorted(by_indicator)),
        )
    return len(rows)
