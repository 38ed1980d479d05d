"""Parts of CT-15 and CT-08: sentences that print what was reached in a row of a table, and say that its target was
reached, or was not, against the achievement of that row; or that print another achievement.

The row is the one whose realisasi the sentence prints, and whose target or name it prints, too, be it most of a name
and a realisasi of two decimals. Only plain words are heard: sentences on parts of the year, other years, plans and
wishes, or with a reservation claim nothing here.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from lkjip_checks.achievement import APART, LEAST_WORDS, reaches
from lkjip_checks.numbers_text import capital, pages_en, pages_id, printed, quoted, shown
from lkjip_checks.plan_claims import FULL, NEARLY
from lkjip_checks.rows import of_indicators, value_of
from lkjip_checks.rule import Hit, RuleHits
from lkjip_checks.tolerance import (
    KNOWN_CAPS,
    Interval,
    decimals_of,
    fits,
    inverse_percentage,
    percentage,
    unit_of,
)
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key, name_words
from lkjip_normalize.wording import years_in
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import ToldSentence
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import Measure, TableKind

TABLES = frozenset(
    {
        TableKind.PENGUKURAN,
        TableKind.BANDING_TAHUN,
        TableKind.ANALISIS,
        TableKind.JANGKA_MENENGAH,
        TableKind.RENAKSI,
    }
)
MOST_WORDS = Decimal("0.6")
"""A sentence names an indicator, whose realisasi it prints, with this share of its words."""

_OF_MEASURE = frozenset({"persentase", "jumlah", "nilai", "indeks", "tingkat", "angka", "rata"})
"""Words that say how something is measured, which sentences leave out."""

_FIGURE = re.compile(r"(?<![\w.,/-])-?\d+(?:[.,]\d+)*(?![\w/]|[.,]\d)")
_REALISED = re.compile(r"\b(?:realisasi\w*|terealisasi)\b[^.;:()]{0,60}$", re.IGNORECASE)
"""Before a figure that was reached, other words between."""
_SAID_OF = re.compile(r"\b(?:sebesar|mencapai|adalah|yaitu)\s*$", re.IGNORECASE)
"""Right before a figure that is said of what is named in front."""
_TARGETED = re.compile(r"\b\w*target\w*\b[^.;:()\d]{0,40}$", re.IGNORECASE)
"""Before the figure that was aimed at, none between."""
_ACHIEVEMENT = re.compile(
    r"(?P<before>(?:[\w-]+\s+){0,2})\bcapaian\w*\s+(?:kinerja\w*\s+)?(?:sebesar\s+|adalah\s+|mencapai\s+)?"
    r"(?P<figure>\d+(?:[.,]\d+)?)\s?%"
    r"(?!\s+(?:\w+\s+)?(?:dari|atas|terhadap|pada|tahun|untuk|dibanding\w*|kab\w*|di)\b)",
    re.IGNORECASE,
)
_CAPPED = re.compile(r"\b(?:dibatasi|maksimal|maksimum|batas)\b", re.IGNORECASE)
_NOT_ITS_OWN = re.compile(
    r"\b(?:dari|daripada|dibanding\w*|rata-rata|rerata|kenaikan|peningkatan|penurunan|selisih|terhadap|penyerapan|"
    r"nilai)\b",
    re.IGNORECASE,
)
"""Before an achievement of another year, of several indicators, or a difference."""
_PLAN = (
    r"(?!\s+(?:kinerja\s+)?(?:kabupaten|kota|kecamatan|minimal|maksimal|akhir|renstra|rpjm\w*|nasional|provinsi|spm|"
    r"sdgs?|jangka|tahun|yang (?!di)|se\w*|\d))"
)
_EXCEEDED = re.compile(
    rf"(?<!tidak )(?<!belum )(?<!dapat )\b(?:melampaui|melebihi)\s+target\b{_PLAN}", re.IGNORECASE
)
_REACHED = re.compile(
    r"\b(?:telah|sudah|berhasil)\s+(?:\w+\s+)?"
    rf"(?:tercapai\b(?!\s+(?:se\w+|\d|pada))|(?:mencapai|memenuhi)\s+target\b{_PLAN})|"
    r"\(\s*tercapai\s*\)|(?<!belum )(?<!tidak )(?<!kurang )(?<!dapat )\btercapai\s+dengan\s+realisasi\b",
    re.IGNORECASE,
)
_MISSED = re.compile(
    r"(?<!yang )\b(?:tidak|belum)\s+(?:\w+\s+){0,2}?(?:tercapai|(?:mencapai|memenuhi|melampaui)\s+target\b"
    rf"{_PLAN})|(?<!tidak )(?<!yang )\bdi\s?bawah\s+target\b{_PLAN}",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(
    r"\b(?:diharap\w*|agar|supaya|akan|apabila|jika|bila|harus|hampir|lagi|gagal|upaya|untuk|satu ?pun|ada|kecuali|"
    r"namun|tetapi|meski\w*|walau\w*|nasional|provinsi|renstra|rpjmd|akhir|triwulan|semester|sebelumnya|lalu|program|"
    r"kegiatan|anggaran)\b",
    re.IGNORECASE,
)
"""Sentences on wishes, on parts, on plans, on other years, or with a reservation claim nothing plain."""


@dataclass(frozen=True)
class _Row:
    """An achievement of the year with the one target and the one realisasi beside it."""

    share: Observation
    target: Observation
    realised: Observation

    @cached_property
    def name(self) -> str:
        return name_key(self.share.subject) if len(name_words(self.share.subject)) >= LEAST_WORDS else ""

    @property
    def reached(self) -> bool:
        """Whether the target was reached, be less or more the better."""
        return reaches(self.share.subject, value_of(self.realised), value_of(self.target))


def told_outcomes(view: ReportView) -> Iterator[tuple[ToldSentence, Observation]]:
    """Sentences whose claim neither the figures nor the achievement of the row that they print bear, with that
    achievement."""
    rows = _rows(view)
    for told in _of_the_year(view) if rows else ():
        missed, exceeded = bool(_MISSED.search(told.text)), bool(_EXCEEDED.search(told.text))
        reached = exceeded or bool(_REACHED.search(told.text))
        if missed == reached:
            continue
        own = _told(told, rows)
        values = {value_of(row.share) for row in own}
        if not own or any(row.reached is not missed for row in own):
            continue
        bearing = own_achievement(told.text)
        values |= set() if bearing is None else {bearing}
        enough = FULL if exceeded else FULL - NEARLY
        if min(values) >= FULL if missed else max(values) < enough:
            yield told, own[0].share


def told_achievements(view: ReportView) -> RuleHits:
    """Sentences that print target, realisasi and achievement of a row, the achievement otherwise than the row, where
    that of the row is a right one; gives the number of sentences compared."""
    rows = _rows(view)
    compared = 0
    for told in _of_the_year(view) if rows else ():
        bearing = own_achievement(told.text)
        if bearing is None or len(_ACHIEVEMENT.findall(told.text)) > 1:
            continue
        own = _told(told, rows, with_target=True)
        if not own or len({value_of(row.share) for row in own}) > 1:
            continue
        compared += 1
        share = own[0].share
        if _CAPPED.search(told.text) and bearing in KNOWN_CAPS and value_of(share) >= bearing:
            continue
        coarser = unit_of(min(share.decimals, decimals_of(bearing)))
        if abs(value_of(share) - bearing) >= max(coarser, APART) and _follows(own[0]):
            yield _other_achievement(told, bearing, [row.share for row in own])
    return compared


def own_achievement(text: str) -> Decimal | None:
    """The achievement in percent that a sentence prints itself ("dengan capaian 98,10%"); None for none."""
    match = _ACHIEVEMENT.search(text)
    if match is None or _NOT_ITS_OWN.search(match["before"]):
        return None
    return Decimal(match["figure"].replace(",", "."))


def _of_the_year(view: ReportView) -> Iterator[ToldSentence]:
    for told in view.report.prose.sentences:
        if (
            told.place.confidence >= SURE
            and set(years_in(told.text)) <= {view.year}
            and not _OF_ANOTHER.search(told.text)
        ):
            yield told


def _rows(view: ReportView) -> dict[str, list[_Row]]:
    """The rows of the year's indicators by the figure that was reached, as printed."""
    by_name = of_indicators(view.report.observations, Measure.CAPAIAN_PCT, view.year, TABLES)
    beside: dict[tuple[int, int, str], dict[str, list[Observation]]] = defaultdict(lambda: defaultdict(list))
    for o in view.report.observations:
        if o.measure in (Measure.TARGET, Measure.REALISASI) and o.period in ("", str(view.year)):
            beside[o.table_no, o.row, o.subject][o.measure].append(o)
    rows: dict[str, list[_Row]] = defaultdict(list)
    for share in (o for own in by_name.values() for o in own):
        figures = beside[share.table_no, share.row, share.subject]
        targets, realised = figures[Measure.TARGET], figures[Measure.REALISASI]
        if len(targets) == len(realised) == 1 and None not in (targets[0].value, realised[0].value):
            rows[_figure(realised[0])].append(_Row(share, targets[0], realised[0]))
    rows.pop("", None)
    return rows


def _told(told: ToldSentence, rows: Mapping[str, Sequence[_Row]], *, with_target: bool = False) -> list[_Row]:
    """The rows of the one indicator whose realisasi a sentence prints as such, and whose target, or name where that is
    enough; empty where they are of several."""
    figures = {m.group().strip("."): told.text[: m.start()] for m in _FIGURE.finditer(told.text)}
    aimed = {figure for figure, before in figures.items() if _TARGETED.search(before)}
    found = [
        row
        for figure, before in figures.items()
        if figure in rows
        for row in rows[figure]
        if (
            _REALISED.search(before)
            and (
                _figure(row.target) in aimed
                or (not with_target and row.name and row.name in name_key(told.text))
            )
        )
        or (not with_target and _SAID_OF.search(before) and _mostly_named(row, figure, told.text))
    ]
    return found if len({name_key(row.share.subject) for row in found}) == 1 else []


def _mostly_named(row: _Row, figure: str, text: str) -> bool:
    """Whether a sentence with a realisasi of two decimals has most words of the name of its row."""
    own, words = set(name_words(row.share.subject)) - _OF_MEASURE, set(name_words(text))
    return (
        re.search(r"[.,]\d\d$", figure) is not None
        and len(own) >= LEAST_WORDS
        and MOST_WORDS * len(own) <= len(own & words)
    )


def _figure(observed: Observation) -> str:
    """The figure of a cell without its unit; empty for words."""
    match = _FIGURE.search(observed.raw)
    return match.group() if match else ""


def _follows(row: _Row) -> bool:
    """Whether an achievement follows from target and realisasi of its row: else AR-01 tells."""
    realised, target = Interval.of(row.realised), Interval.of(row.target)
    forms = (percentage(realised, target), inverse_percentage(realised, target))
    return any(i is not None and fits(value_of(row.share), row.share.decimals, i) for i in forms)


def _other_achievement(told: ToldSentence, own: Decimal, rows: Sequence[Observation]) -> Hit:
    pages = sorted({told.place.page, *(o.place.page for o in rows)})
    text, name, table = quoted(shown(told.text)), quoted(rows[0].subject), printed(rows[0])
    tables = sorted({o.place.page for o in rows})
    return Hit(
        "CT-08",
        f"{capital(pages_id(pages))}: tertulis {text}, sedangkan tabel mencetak capaian {table} untuk {name} "
        f"({pages_id(tables)}) dengan target dan realisasi yang sama.",
        f"{capital(pages_en(pages))}: it says {text}, but the table prints the achievement {table} for {name} "
        f"({pages_en(tables)}) of the same target and realisasi.",
        (Figure.at(told.place, shown(told.text), "kalimat"), *map(Figure.of, rows)),
        frozenset({f"CT-08:{told.place.page}:{own}:{name_key(rows[0].subject)}"}),
    )
