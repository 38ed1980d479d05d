"""CT-04, CT-11, CT-12: names and units of indicators, indicators that programs share."""

import re
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from lkjip_checks.achievement import unit_class, units_differ
from lkjip_checks.numbers_text import capital, pages_en, pages_id, printed, quoted
from lkjip_checks.rows import doubtful
from lkjip_checks.rule import Hit, RuleHits, rule
from lkjip_checks.tolerance import distinct
from lkjip_checks.view import ReportView
from lkjip_checks.wordings import TOLD, Wordings, told_apart
from lkjip_normalize.linking import CLASS_WORDS, name_key, name_words
from lkjip_normalize.wording import letters
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE, Place
from lkjip_schemas.records import Observation
from lkjip_schemas.table_records import ProgramPlan, RenstraMatrix
from lkjip_schemas.vocabulary import Measure, SubjectLevel, TableKind

SIMILAR = 0.8
"""Likeness of wordings from which on they are meant to be the same sasaran."""
SASARAN_TABLES = frozenset(
    [TableKind.TUJUAN_SASARAN, TableKind.IKU, TableKind.PK_SASARAN, TableKind.PENGUKURAN, TableKind.BANDING_TAHUN,
     TableKind.JANGKA_MENENGAH]
)  # fmt: skip
LEAST_WORDS = 2
"""Names of a single word say too little to be compared."""
LONG_NAME = 4
"""Words from which on a name says enough to be one indicator under several programs."""
COUNTS = frozenset(
    ["orang", "unit", "dokumen", "kegiatan", "paket", "buah", "kali", "laporan", "bulan", "tahun", "desa",
     "kelurahan", "kelompok", "lokasi", "sampel", "nilai", "skor", "indeks", "stel", "jenis"]
)  # fmt: skip
"""Units that count things or give scores, never shares."""
_ONLY_A_WORD = (", yang hanya kata untuk indikator", ", which is only the word for indicator")
_PROGRAM = re.compile(r"\W*program", re.IGNORECASE)
_PERCENTAGE = re.compile(r"^\W*(?:pers|pros|pres)ent(?:ase|asi|age)\b", re.IGNORECASE)
_TWO_NAMES = re.compile(r".\bjumlah\b|.\bbanyaknya\b", re.IGNORECASE)
"""Two indicators side by side, read as one name ("Persentase ... Jumlah ...")."""
_COUNT = re.compile(r"^\W*(?:jumlah|banyaknya)\b(?!.*\b(?:pers|pros)ent)", re.IGNORECASE)
_SCORE = re.compile(
    r"^\W*(?:indeks|nilai|skor)\b(?!.*(?:pertumbuhan|peningkatan|kenaikan|\b(?:pers|pros)ent))", re.IGNORECASE
)


@rule("CT-04")
def one_name(view: ReportView) -> RuleHits:
    """An indicator has one name in all tables, and its name is not only the word for indicator."""
    compared = 0
    told: list[Wordings] = []
    for link in view.links:
        places = {name: next((o for o in link.members if o.subject == name), None) for name in link.names}
        compared += len(places) - 1
        first = places[link.names[0]]
        keys = {name_key(link.names[0])}
        for name in link.names[1:]:
            other = places[name]
            if first is None or other is None or name_key(name) in keys or doubtful(first) or doubtful(other):
                continue
            keys.add(name_key(name))
            if not _is_class_word(name) and (
                name_key(name) in name_key(link.names[0]) or name_key(link.names[0]) in name_key(name)
            ):
                continue  # one of them is cut short
            if sorted(name_words(name)) == sorted(name_words(link.names[0])):
                continue  # the same words in another order
            remarks = _ONLY_A_WORD if _is_class_word(name) else ("", "")
            told.append(Wordings(link.names[0], name, (first, other), *remarks))
    yield from told_apart(
        "CT-04",
        told,
        (
            "nama {count} indikator berbeda-beda",
            "{count} indicator(s) are named differently",
        ),
        (
            "nama {count} indikator dieja dengan lebih dari satu cara",
            "the names of {count} indicator(s) are spelt in more than one way",
        ),
    )
    others, programs = _other_indicators(view)
    if others:
        pages = sorted({p.page for o in others for p in o.at})
        listed_id = "; ".join(
            f"{quoted(o.program)}: direncanakan {quoted(o.planned)} ({pages_id([o.at[0].page])}), diukur "
            f"{quoted(o.measured)} ({pages_id([o.at[1].page])})"
            for o in others[:TOLD]
        )
        listed_en = "; ".join(
            f"{quoted(o.program)}: planned {quoted(o.planned)} ({pages_en([o.at[0].page])}), measured "
            f"{quoted(o.measured)} ({pages_en([o.at[1].page])})"
            for o in others[:TOLD]
        )
        yield Hit(
            "CT-04",
            f"{capital(pages_id(pages))}: indikator {len(others)} program dalam rencana tidak diukur: {listed_id}.",
            f"{capital(pages_en(pages))}: the indicators planned for {len(others)} program(s) are not measured: "
            f"{listed_en}.",
            tuple(
                Figure.at(p, words, o.program)
                for o in others
                for p, words in zip(o.at, (o.planned, o.measured), strict=True)
            ),
            frozenset({"CT-04:program"}),
        )
    return compared + programs


@dataclass(frozen=True, slots=True)
class _OtherIndicator:
    """A program whose planned indicator is not the one that is measured."""

    program: str
    planned: str
    measured: str
    at: tuple[Place, Place]


def _other_indicators(view: ReportView) -> tuple[list[_OtherIndicator], int]:
    """Programs planned with indicators that share no more than a few words with those measured, and how many
    programs were compared."""
    planned: dict[str, list[ProgramPlan]] = defaultdict(list)
    measured: dict[str, list[RenstraMatrix]] = defaultdict(list)
    for r in view.report.records:
        if not isinstance(r, ProgramPlan | RenstraMatrix) or not r.indikator or r.place.confidence < SURE:
            continue
        if not _PROGRAM.match(r.nama) or len(name_words(r.indikator)) < LEAST_WORDS:
            continue
        if isinstance(r, ProgramPlan):
            planned[letters(r.nama)].append(r)
        elif str(view.year) in r.k_real:
            measured[letters(r.nama)].append(r)
    found: list[_OtherIndicator] = []
    both = planned.keys() & measured.keys()
    for key in sorted(both, key=lambda k: planned[k][0].place.page):
        plans, results = planned[key], measured[key]
        if not any(_alike(p.indikator, m.indikator) for p in plans for m in results):
            p, m = plans[0], results[0]
            found.append(_OtherIndicator(p.nama, p.indikator, m.indikator, (p.place, m.place)))
    return found, len(both)


def _alike(a: str, b: str) -> bool:
    left, right = set(name_words(a)), set(name_words(b))
    return len(left & right) * 2 >= min(len(left), len(right))


def _is_class_word(name: str) -> bool:
    return letters(name) in CLASS_WORDS


@rule("CT-11")
def unit_fits_the_name(view: ReportView) -> RuleHits:
    """The unit fits the name: a percentage in %, a number of things counted, a score in points."""
    compared = 0
    wrong: dict[tuple[str, str], Observation] = {}
    for o in view.report.observations:
        if (
            o.measure not in (Measure.TARGET, Measure.REALISASI)
            or not o.unit
            or o.value is None
            or doubtful(o)
        ):
            continue
        name, unit = view.indicator_of(o), unit_class(o.unit)
        if _PERCENTAGE.match(name):
            bad = unit in COUNTS and not _TWO_NAMES.search(name)
        elif _COUNT.match(name) or _SCORE.match(name):
            bad = unit == "%"
        else:
            continue
        compared += 1
        if bad and len(name_words(name)) > 1:
            link = view.link_of(o)
            wrong.setdefault((name_key(link.name if link else name), unit), o)
    if wrong:
        found = list(wrong.values())
        pages = sorted({o.place.page for o in found})
        listed_id = "; ".join(
            f"{quoted(view.indicator_of(o))}: {printed(o)}{_unit(o)} ({pages_id([o.place.page])})"
            for o in found[:TOLD]
        )
        listed_en = "; ".join(
            f"{quoted(view.indicator_of(o))}: {printed(o)}{_unit(o)} ({pages_en([o.place.page])})"
            for o in found[:TOLD]
        )
        yield Hit(
            "CT-11",
            f"{capital(pages_id(pages))}: satuan {len(found)} indikator tidak cocok dengan namanya: {listed_id}.",
            f"{capital(pages_en(pages))}: the unit of {len(found)} indicator(s) does not fit the name: {listed_en}.",
            tuple(Figure.of(o) for o in found),
            frozenset({"CT-11"}),
        )
    return compared


def _unit(o: Observation) -> str:
    """The unit, where the cell does not print it itself."""
    return "" if o.unit.lower() in o.raw.lower() else f" {o.unit}"


@rule("CT-12")
def shared_indicators(view: ReportView) -> RuleHits:
    """An indicator that several programs share has one target and one realisasi in a year."""
    rows: dict[tuple[int, str, str, str], dict[str, Observation]] = defaultdict(dict)
    for o in view.report.observations:
        name = view.indicator_of(o)
        if (
            o.measure in (Measure.TARGET, Measure.REALISASI)
            and o.value is not None
            and o.subject_level is not SubjectLevel.TOTAL
            and name != view.work_of(o)
            and re.match(r"\W*program\b", view.work_of(o), re.IGNORECASE)
            and len(name_words(name)) >= LONG_NAME
            and not doubtful(o)
        ):
            rows[(o.table_no, o.measure, o.period, name_key(name))].setdefault(name_key(view.work_of(o)), o)
    compared = 0
    told: dict[tuple[int, str, str], list[list[Observation]]] = defaultdict(list)
    for (table_no, _, period, key), by_program in rows.items():
        own = list(by_program.values())
        if len(own) < 2:
            continue
        compared += 1
        if len(distinct(o.value or Decimal(0) for o in own)) > 1:
            told[(table_no, period, key)].append(own)
    for (table_no, period, key), sets in told.items():
        first = sets[0][0]
        name = view.indicator_of(first)
        figures = [o for own in sets for o in own]
        pages = sorted({o.place.page for o in figures})
        parts_id = "; ".join(
            f"{'target' if own[0].measure == Measure.TARGET else 'realisasi'} "
            + ", ".join(f"{printed(o)} ({quoted(view.work_of(o))})" for o in own)
            for own in sets
        )
        yield Hit(
            "CT-12",
            f"{capital(pages_id(pages))}: indikator {quoted(name)} dipakai beberapa program dengan angka berbeda untuk "
            f"{period}: {parts_id}.",
            f"{capital(pages_en(pages))}: the indicator {quoted(name)} is used by several programs with "
            "different figures "
            f"for {period}: {parts_id}.",
            tuple(Figure.of(o) for o in figures),
            frozenset({f"CT-12:{table_no}:{period}:{key}"}),
            copy_key=(key, period, *(str(o.value) for o in figures)),
        )
    apart = yield from _at_two_levels(view)
    return compared + apart


def _at_two_levels(view: ReportView) -> RuleHits:
    """An indicator of the unit that a program prints under the same name has the same figures there."""
    compared = 0
    programs: dict[tuple[str, str, str], list[Observation]] = defaultdict(list)
    unit: dict[tuple[str, str, str], list[Observation]] = defaultdict(list)
    for o in view.report.observations:
        if o.measure not in (Measure.TARGET, Measure.REALISASI) or o.value is None or doubtful(o):
            continue
        name = view.indicator_of(o)
        key = (name_key(name), o.measure, o.period)
        if name != view.work_of(o) and re.match(r"\W*program\b", view.work_of(o), re.IGNORECASE):
            programs[key].append(o)
        elif o.table_kind in SASARAN_TABLES and view.agreement_at(o) is None:
            unit[key].append(o)
    apart: dict[tuple[str, str], list[tuple[str, list[Observation], list[Observation]]]] = defaultdict(list)
    for key, below in sorted(programs.items(), key=lambda item: item[0]):
        above = unit.get(key, [])
        if (
            not above
            or units_differ((*above, *below))
            or len(name_words(view.indicator_of(below[0]))) < LEAST_WORDS
        ):
            continue
        compared += 1
        if not {o.value for o in above} & {o.value for o in below}:
            apart[key[:2]].append((key[2], above, below))
    for (same_name, measure), found in apart.items():
        figures = [o for _, above, below in found for o in (*above, *below)]
        first = found[0][2][0]
        name, program = view.indicator_of(first), view.work_of(first)
        pages = sorted({o.place.page for o in figures})
        word = "target" if measure == Measure.TARGET else "realisasi"
        listed_id = "; ".join(
            f"{year} {printed(above[0])} ({pages_id([o.place.page for o in above])}) dan {printed(below[0])} "
            f"({pages_id([o.place.page for o in below])})"
            for year, above, below in found
        )
        listed_en = "; ".join(
            f"{year} {printed(above[0])} ({pages_en([o.place.page for o in above])}) and {printed(below[0])} "
            f"({pages_en([o.place.page for o in below])})"
            for year, above, below in found
        )
        yield Hit(
            "CT-12",
            f"{capital(pages_id(pages))}: {word} indikator {quoted(name)} berbeda antara tingkat sasaran dan "
            f"{quoted(program)}: {listed_id}.",
            f"{capital(pages_en(pages))}: the {word} of {quoted(name)} differs between the sasaran and "
            f"{quoted(program)}: "
            f"{listed_en}.",
            tuple(Figure.of(o) for o in figures),
            frozenset({f"CT-12:{same_name}:{measure}"}),
        )
    return compared
