"""CY-03, CY-04, CY-06: indicators over several years."""

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from lkjip_checks.achievement import units_differ
from lkjip_checks.numbers_text import capital, pages_en, pages_id, percent_en, percent_id, printed, quoted
from lkjip_checks.rows import doubtful
from lkjip_checks.rule import Hit, NotRun, RuleHits, rule
from lkjip_checks.tolerance import HUNDRED
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key, name_words
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation, ReadTable, TableColumn
from lkjip_schemas.vocabulary import DocumentKind, Measure, TableKind

TOLD = 6
JUMP = Decimal(25)
"""Percent of change from one year to the next that asks for an explanation (domain notes, CY-03)."""
SMALL_COUNT, SMALL_JUMP = 12, 4
"""Counts below the first change by more than the second before it is a jump."""
COPIED = Decimal("0.6")
"""Share of targets equal to those of a longer period that shows copying (domain notes, CY-06)."""
ENOUGH_ROWS = 10
_SEVERAL_YEARS = re.compile(r"^(\d{4})-(\d{4})$")
LONG_FIGURE = 4
"""Two figures of more letters than this in one pair of years are hardly those of two indicators."""
PAGES_OF_CAUSE, SENTENCES_OF_CAUSE = 3, 4
"""The cause of a change stands so many pages behind its table at most, in so many sentences from the one that names it
on."""
_CAUSE = re.compile(
    r"\b(?:karena|disebabkan|penyebab\w*|dikarenakan|akibat|diakibatkan|dipengaruhi|didorong|berkat|dipicu)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"\b(?:naik\w*|turun\w*|kenaikan|penurunan|meningkat\w*|menurun\w*|bertambah|berkurang|lebih (?:tinggi|rendah))\b",
    re.IGNORECASE,
)
TELLING_WORD, TELLING_WORDS = 5, 2
"""A name is recognised by so many words of so many letters."""
LONG_NAME = 12
"""Letters of a name that sentences on other things hardly hold."""
_GROWTH = re.compile(
    r"(?:laju|(?:persentase|prosentase|tingkat)?\s*(?:pertumbuhan|peningkatan|kenaikan))\b", re.IGNORECASE
)
"""Growth may change its sign; by how many percent it changes says nothing."""
_CUMULATIVE = re.compile(r"\b[kc]umulati[fv]e?\b|\bakumulasi\b", re.IGNORECASE)
_ACHIEVEMENT = re.compile(r"capaian", re.IGNORECASE)


@rule("CY-03")
def jumps(view: ReportView) -> RuleHits:
    """What an indicator achieved does not change by more than a quarter from the year before to the year reported on
    without explanation."""
    if view.report.identity.kind is not DocumentKind.LKJIP:
        raise NotRun("bukan laporan kinerja", "not a performance report")
    compared = 0
    changes: dict[tuple[object, ...], list[tuple[Observation, Observation, Decimal]]] = {}
    printed_before: dict[tuple[str, Decimal | None], set[Decimal]] = defaultdict(set)
    for row in view.performance:
        if row.kind is not TableKind.BANDING_TAHUN:
            continue
        years = {
            int(o.period): o for o in row.figures(Measure.REALISASI) if o.period.isdigit() and not doubtful(o)
        }
        for year, now in years.items():
            before = years.get(year - 1)
            if before is None or not before.value or now.value is None or year != view.year:
                continue
            if units_differ((before, now)) or not _has_target(view, now):
                continue  # counted otherwise, or no indicator: data on aid, on people
            compared += 1
            printed_before[name_key(now.subject), now.value].add(before.value)
            change = (now.value - before.value) / abs(before.value) * HUNDRED
            small = max(abs(now.value), abs(before.value)) < SMALL_COUNT and not (
                now.decimals or before.decimals
            )
            if abs(change) > JUMP and not (small and abs(now.value - before.value) <= SMALL_JUMP):
                # Told once, wherever it is printed again, be it with a longer name.
                name, key = name_key(now.subject), (year, before.value, now.value)
                known = changes.setdefault(key, [])
                long = len(printed(now)) > LONG_FIGURE and len(printed(before)) > LONG_FIGURE
                again = (long and known) or any(
                    name in name_key(b.subject) or name_key(b.subject) in name for _, b, _ in known
                )
                explained = _said_cumulative(view, before) or _cause_told(view, before, now)
                if not again and not explained and not _GROWTH.match(now.subject.strip()):
                    known.append((before, now, change))
    # Where two tables print last year's figure differently, nobody knows what has changed.
    told = [
        one
        for known in changes.values()
        for one in known
        if len(printed_before[name_key(one[1].subject), one[1].value]) == 1
    ]
    if told:
        figures = [o for a, b, _ in told for o in (a, b)]
        pages = sorted({o.place.page for o in figures})
        listed_id = "; ".join(
            f"{quoted(b.subject)}: {a.period} {printed(a)}, {b.period} {printed(b)} ({percent_id(c)})"
            for a, b, c in told[:TOLD]
        ) + (f"; dan {more} lainnya" if (more := len(told) - TOLD) > 0 else "")
        listed_en = "; ".join(
            f"{quoted(b.subject)}: {a.period} {printed(a)}, {b.period} {printed(b)} ({percent_en(c)})"
            for a, b, c in told[:TOLD]
        ) + (f"; and {more} more" if more > 0 else "")
        yield Hit(
            "CY-03",
            f"{capital(pages_id(pages))}: realisasi {len(told)} indikator berubah lebih dari 25 % dari tahun "
            f"sebelumnya, dan sebabnya tidak ditemukan dalam teks; jelaskan: {listed_id}.",
            f"{capital(pages_en(pages))}: the realisasi of {len(told)} indicator(s) differs by more than 25 % from "
            f"that of the year before, and no reason was found in the text; explain why: {listed_en}.",
            tuple(Figure.of(o) for o in figures),
            frozenset({"CY-03"}),
        )
    return compared


def _has_target(view: ReportView, realised: Observation) -> bool:
    """Whether the report plans what a figure is of anywhere, or names it as indicators are named."""
    link = view.link_of(realised)
    planned = link is None or any(o.measure == Measure.TARGET for o in link.members)
    return planned or len(name_key(realised.subject)) >= LONG_NAME


def _cause_told(view: ReportView, before: Observation, now: Observation) -> bool:
    """Whether the text gives a cause right behind naming the indicator, be it with half of its words, or one of the
    two figures near their table, or says in one sentence why something of its name has changed; a short name ("Padi")
    counts where the sentences speak of a change."""
    figures = _any_of(before, now)
    name = name_key(now.subject)
    words = {w for w in name_words(now.subject) if len(w) >= TELLING_WORD}
    told = view.report.prose.sentences
    for k, s in enumerate(told):
        near = 0 <= s.place.page - now.place.page <= PAGES_OF_CAUSE
        key = name_key(s.text)
        own = len(words & set(name_words(s.text)))
        if own >= TELLING_WORDS and _CAUSE.search(s.text) and _CHANGE.search(s.text):
            return True
        spoken_of = name in key or (own >= TELLING_WORDS and 2 * own >= len(words))
        if not spoken_of and not (near and figures.search(s.text)):
            continue
        behind = [x.text for x in told[k : k + SENTENCES_OF_CAUSE]]
        changes = len(name) >= LONG_NAME or any(map(_CHANGE.search, behind))
        if changes and any(map(_CAUSE.search, behind)):
            return True
    return False


def _said_cumulative(view: ReportView, before: Observation) -> bool:
    """Whether a sentence with the figure of the year before says that the indicator adds up the years."""
    figure = _any_of(before)
    return any(_CUMULATIVE.search(s.text) and figure.search(s.text) for s in view.report.prose.sentences)


def _any_of(*figures: Observation) -> re.Pattern[str]:
    """Finds figures as printed, not within longer ones."""
    return re.compile("|".join(rf"(?<![\d.,]){re.escape(printed(o))}(?!\d|[.,]\d)" for o in figures))


@rule("CY-04")
def same_measure_in_all_years(view: ReportView) -> RuleHits:
    """A table over several years prints the same measure under the same word in each year."""
    compared = 0
    for table in view.report.tables:
        if table.kind is not TableKind.BANDING_TAHUN:
            continue
        own = [c for c in table.columns if _ACHIEVEMENT.search(c.header) and c.period.isdigit()]
        shares = [c for c in own if c.measure == Measure.CAPAIAN_PCT]
        values = [c for c in own if c.measure == Measure.REALISASI and "realisasi" not in c.header.lower()]
        if len({c.period for c in own}) < 2:
            continue
        compared += 1
        if not values:
            values = _values_among(view, table, shares)
            shares = [c for c in shares if c not in values]
        if not shares or not values or {c.period for c in shares} & {c.period for c in values}:
            continue
        compared_columns = {c.col for c in (*shares, *values)}
        cells = [o for o in view.observations_of(table.number) if o.col in compared_columns]
        if not cells or any(doubtful(o) for o in cells):
            continue
        pages = sorted({o.place.page for o in cells})
        years = ", ".join(sorted(c.period for c in values))
        others = ", ".join(sorted(c.period for c in shares))
        yield Hit(
            "CY-04",
            f"{capital(pages_id(pages))}: kolom capaian tahun {years} berisi nilai yang dicapai, sedangkan "
            f"tahun {others} "
            "berisi persentase; keduanya tidak dapat dibandingkan.",
            f"{capital(pages_en(pages))}: the column of achievement holds what was achieved for {years}, but "
            "percentages for "
            f"{others}; they cannot be compared.",
            tuple(Figure.of(o) for o in cells),
            frozenset({f"CY-04:{table.number}"}),
        )
    return compared


def _values_among(view: ReportView, table: ReadTable, shares: Sequence[TableColumn]) -> list[TableColumn]:
    """Columns of achievement that hold no percentages: alone in their year, without the sign that the others have,
    and every figure nearer to what was achieved in other years than to the percentages."""
    signed = [c for c in shares if "%" in c.header]
    found = []
    for column in shares:
        alone = sum(c.period == column.period and bool(c.measure) for c in table.columns) == 1
        if column in signed or not signed or not alone:
            continue
        rows = [r for r in view.performance if r.table_no == table.number]
        near = [
            _nearer_to_values(own, r.figures(Measure.REALISASI), r.figures(Measure.CAPAIAN_PCT))
            for r in rows
            for own in r.figures(Measure.CAPAIAN_PCT)
            if own.col == column.col
        ]
        if near and all(near):
            found.append(column)
    return found


def _nearer_to_values(own: Observation, values: Sequence[Observation], shares: Sequence[Observation]) -> bool:
    def away(others: Sequence[Observation]) -> Decimal | None:
        known = [o.value for o in others if o.value is not None and o is not own]
        return min((abs(v - (own.value or Decimal(0))) for v in known), default=None)

    to_values, to_shares = away(values), away(shares)
    return to_values is not None and to_shares is not None and to_values < to_shares


@rule("CY-06")
def targets_of_their_own(view: ReportView) -> RuleHits:
    """The targets of a year are not those of a period of several years."""
    by_period: dict[str, dict[tuple[str, str], Observation]] = defaultdict(dict)
    for o in view.report.observations:
        if o.table_kind is TableKind.RENSTRA_MATRIX and o.measure == Measure.TARGET and o.value is not None:
            by_period[o.period].setdefault((name_key(o.subject), name_key(view.indicator_of(o))), o)
    compared = 0
    for period, long in by_period.items():
        span = _SEVERAL_YEARS.match(period)
        if not span:
            continue
        for year, own in by_period.items():
            if not year.isdigit():
                continue
            shared = [k for k in own if k in long and "%" not in own[k].raw + own[k].unit]
            if len(shared) < ENOUGH_ROWS:
                continue
            compared += 1
            copied = [k for k in shared if own[k].value == long[k].value]
            if len(copied) < COPIED * len(shared) or any(doubtful(own[k]) for k in copied):
                continue
            pages = sorted({own[k].place.page for k in copied})
            yield Hit(
                "CY-06",
                f"{capital(pages_id(pages))}: {len(copied)} dari {len(shared)} target tahun {year} sama "
                "dengan target periode "
                f"{period}, yang lebih panjang; targetnya tampak disalin.",
                f"{capital(pages_en(pages))}: {len(copied)} of {len(shared)} targets of {year} are those of "
                f"{period}, a longer "
                "period; they look copied.",
                tuple(Figure.of(o) for k in copied for o in (long[k], own[k])),
                frozenset({f"CY-06:{year}"}),
            )
    return compared
