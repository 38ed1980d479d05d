"""Part of AR-09: the mean of the achievements told by a sentence ("rata-rata capaian 7 indikator sebesar 104,34 %").

The sentence counts the indicators that it means, or says that it means all of them; one list of so many achievements of
the year stands in the tables, or several with the same mean. A mean that any list, group or row of the report bears is
right, be it capped, of rounded figures or of means.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from lkjip_checks.means import exact_mean, exact_shares, other_means, wrong_share
from lkjip_checks.number_words import NUMBER_WORDS
from lkjip_checks.numbers_text import (
    capital,
    pages_en,
    pages_id,
    percent_en,
    percent_id,
    printed,
    quoted,
    shown,
)
from lkjip_checks.rows import doubtful, value_of
from lkjip_checks.rule import Hit, RuleHits
from lkjip_checks.told_outcomes import TABLES
from lkjip_checks.tolerance import KNOWN_CAPS, MEAN_SLACK, decimals_of, mean_of, unit_of
from lkjip_checks.view import ReportView
from lkjip_normalize.totals import is_mean
from lkjip_normalize.wording import years_in
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import ToldSentence
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import Measure, SubjectLevel

LEAST_ROWS = 2
"""A mean of one achievement tells nothing."""

_ACHIEVEMENT = r"(?:capaian|pencapaian|ketercapaian)(?:nya)?"
_MEAN_WORD = r"(?:rata\s?[-–]?\s?rata|rerata)"
_SAID = r"(?:sebesar|adalah|mencapai|yaitu|yakni|senilai)"
_MEAN = re.compile(
    rf"\b(?:{_MEAN_WORD}\s+(?:(?:tingkat|nilai|angka|persentase)\s+)?{_ACHIEVEMENT}\b[^;%]{{0,160}}?|"
    rf"{_ACHIEVEMENT}\s+(?:kinerja\s+)?{_MEAN_WORD}\s+(?:{_SAID}\s+)?)"
    r"(?<![\d.,])(?P<figure>\d{1,3}(?:[.,]\d{1,3})?)\s?(?:%|persen\b)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\b(?P<digits>\d{1,2})\s*(?:\([^()]{2,30}\)\s*)?indikator\b|"
    r"\b(?P<words>(?:[a-z]+\s+(?:belas|puluh)(?:\s+[a-z]+)?|[a-z]+))\s+(?:\(\d{1,2}\)\s*)?indikator\b",
    re.IGNORECASE,
)
"""How many indicators are meant,"""
_ALL = re.compile(
    r"\b(?:seluruh|semua|keseluruhan)\s+(?:\w+\s+){0,2}?indikator\b|\bsecara\s+(?:keseluruhan|umum|menyeluruh)\b|"
    r"\bkinerja\s+(?:sasaran\s+(?:strategis\s+)?)?"
    r"(?:dinas|badan|kecamatan|kelurahan|inspektorat|sekretariat|rsud|perangkat daerah|s?[ko]pd)\b",
    re.IGNORECASE,
)
"""or that all are."""
_OF_ANOTHER = re.compile(
    r"\b(?:keuangan|anggaran|belanja|serapan|penyerapan|fisik|program|kegiatan|output|keluaran|misi|tujuan|renstra|"
    r"rpjm\w*|akhir|kemajuan|jangka|triwulan|semester|bulan|lalu|sebelum\w*|nasional|desa|kelurahan|bidang|"
    r"seksi|skm|survei|kepuasan|kecuali|selain|lain\w*|masing-masing|setiap|tiap|antara)\b",
    re.IGNORECASE,
)
"""Sentences on other means, on parts or on other times."""
_SAID_BEFORE = re.compile(
    rf"(?:\b{_SAID}|\b(?:tahun (?:ini|\d{{4}})|indikator(?: \w+){{0,2}}))\s*$", re.IGNORECASE
)
"""Right before a figure that a mean is said to be."""
_NOT_PLAIN = re.compile(
    r"\brp\b|\bse-|\byang\s+(?:belum|tidak|telah|sudah|mencapai|tercapai|melampaui)|\b(?:spm|pbb|bupati|wali ?kota|"
    r"gubernur|aksi|\w*bobot\w*|deviasi|rentang|\w*naik\w*|\w*ningkat\w*|\w*nurun\w*|lebih|kurang|ambang|ke atas|"
    r"target)\b",
    re.IGNORECASE,
)
"""Sentences on changes, bounds, some indicators, other owners, or means with weights."""
_LOOSELY = re.compile(
    r"(?:di\s?(?:atas|bawah)|(?:lebih|kurang) (?:dari|lebih)|minimal|paling \w+|hampir|sekitar|kisaran|[±><≥≤])\s*$",
    re.IGNORECASE,
)
"""Before a figure that is none exactly."""


def told_means(view: ReportView) -> RuleHits:
    """Sentences whose mean no list of achievements of the report has; gives the number of sentences compared."""
    lists = list(_lists(view))
    compared = 0
    for told in view.report.prose.sentences if lists else ():
        mean = _mean_told(told, view.year)
        if mean is None:
            continue
        own = _meant(told, lists)
        slack = max(MEAN_SLACK, unit_of(decimals_of(mean)))
        means = [exact_mean(one) for one in own]
        if not means or max(means) - min(means) > MEAN_SLACK:
            continue
        compared += 1
        if any(abs(mean - right) <= slack for right in _borne(view, lists)):
            continue
        if any(wrong_share(view, one, mean, slack) for one in own):
            continue
        yield _hit(view, told, mean, own[0])
    return compared


def _mean_told(told: ToldSentence, year: int) -> Decimal | None:
    """The mean of the year's achievements that a sentence prints; None where it prints none, or several."""
    if told.place.confidence < SURE or not set(years_in(told.text)) <= {year}:
        return None
    means = list(_MEAN.finditer(told.text))
    if (
        len(means) != 1
        or any(p.search(told.text) for p in (_OF_ANOTHER, _NOT_PLAIN))
        or told.text.count("%") > 1
    ):
        return None
    before = told.text[means[0].start() : means[0].start("figure")]
    if _LOOSELY.search(before) or not _SAID_BEFORE.search(before):
        return None
    return Decimal(means[0]["figure"].replace(",", "."))


def _meant(told: ToldSentence, lists: Sequence[Sequence[Observation]]) -> list[Sequence[Observation]]:
    """The lists of the indicators that a sentence counts; the longest where it means all."""
    counts = {n for match in _COUNT.finditer(told.text) if (n := _number(match)) is not None}
    if len(counts) == 1:
        return [one for one in lists if len(one) in counts]
    if counts or not _ALL.search(told.text):
        return []
    most = max(map(len, lists))
    return [one for one in lists if len(one) == most]


def _number(match: re.Match[str]) -> int | None:
    if match["digits"]:
        return int(match["digits"])
    words = match["words"].lower().split()
    return next(
        (NUMBER_WORDS[w] for i in range(len(words)) if (w := " ".join(words[i:])) in NUMBER_WORDS), None
    )


def _lists(view: ReportView) -> Iterator[list[Observation]]:
    """The achievements of the year's indicators: each column of a table, and each group of it below one sasaran."""
    columns: dict[tuple[int, int], list[Observation]] = defaultdict(list)
    for o in view.report.observations:
        if (
            o.measure == Measure.CAPAIAN_PCT
            and o.period == str(view.year)
            and o.table_kind in TABLES
            and o.subject_level is not SubjectLevel.TOTAL
            and not is_mean(o.subject)
        ):
            columns[o.table_no, o.col].append(o)
    for column in columns.values():
        groups: dict[str, list[Observation]] = defaultdict(list)
        for o in column:
            groups[o.parent].append(o)
        for one in (column, *(groups.values() if len(groups) > 1 else ())):
            if len(one) >= LEAST_ROWS and not any(o.value is None or doubtful(o) for o in one):
                yield one


def _borne(view: ReportView, lists: Iterable[Sequence[Observation]]) -> Iterator[Decimal]:
    """Every mean that the report bears, and every percentage of achievement that it prints."""
    for one in lists:
        yield exact_mean(one)
        if measured := [o for o in one if o.value]:
            yield exact_mean(measured)
        yield from other_means(one, KNOWN_CAPS)
        shares = [(value_of(o), exact_shares(view, o)) for o in one]
        nearest = [min((abs(x - told), x) for x in exact)[1] for told, exact in shares if exact]
        if len(nearest) == len(one):
            yield mean_of(nearest)
    for o in view.report.observations:
        if o.value is not None and (
            is_mean(o.subject) or o.measure in (Measure.CAPAIAN_PCT, Measure.KEMAJUAN_PCT)
        ):
            yield o.value


def _hit(view: ReportView, told: ToldSentence, mean: Decimal, own: Sequence[Observation]) -> Hit:
    """The figures of the list, or the mean printed below them."""
    below = [
        o
        for o in view.observations_of(own[0].table_no)
        if o.col == own[0].col and o.value is not None and is_mean(o.subject)
    ]
    rest = below if len(below) == 1 else own
    tables = sorted({o.place.page for o in rest})
    pages = sorted({told.place.page, *tables})
    exact = exact_mean(rest)
    text = quoted(shown(told.text))
    if len(below) == 1:
        table_id = f"tabel ({pages_id(tables)}) mencetak {quoted(below[0].subject)} {printed(below[0])}"
        table_en = f"the table ({pages_en(tables)}) prints {quoted(below[0].subject)} {printed(below[0])}"
    else:
        table_id = f"rata-rata {len(own)} capaian dalam tabel ({pages_id(tables)}) {percent_id(exact)}"
        table_en = f"the mean of the {len(own)} achievements in the table ({pages_en(tables)}) is {percent_en(exact)}"
    return Hit(
        "AR-09",
        f"{capital(pages_id(pages))}: tertulis {text}, sedangkan {table_id}.",
        f"{capital(pages_en(pages))}: it says {text}, but {table_en}.",
        (Figure.at(told.place, shown(told.text), "kalimat"), *map(Figure.of, rest)),
        frozenset({f"AR-09:kalimat:{mean}"}),
        copy_key=("kalimat", str(mean), str(exact)),
        expected=percent_id(exact),
    )
