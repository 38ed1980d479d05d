"""The scales that a report prints: which scores each word is for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lkjip_checks.view import ReportView
from lkjip_schemas.place import Place
from lkjip_schemas.table_records import Skala

LEAST_BANDS = 3
"""Fewer rows with bounds are no scale."""

_NUMBER = r"\d+(?:[.,]\d+)?"
_BETWEEN = re.compile(
    rf"(?P<over>>(?!=)\s*)?(?P<low>{_NUMBER})\s*%?\s*(?:-|–|—|≤|<=|s\.?\s*/?\s*d\.?|sampai(?: dengan)?)\s*"
    rf"(?P<under><(?!=)\s*)?(?P<high>{_NUMBER})"
)
_AROUND = re.compile(
    rf"(?P<low>{_NUMBER})\s*%?\s*(?:≤|<=|(?P<over><))\s*[a-z]{{1,10}}\s*(?:≤|<=|(?P<under><))\s*(?P<high>{_NUMBER})",
    re.IGNORECASE,
)
"""Bounds on both sides of what is scored ("76,00 ≤ x < 91,00")."""
_FROM = re.compile(
    rf"(?:≥|>=|(?P<over>>|lebih (?:dari|besar dari)|di ?atas)|minimal|paling sedikit)\s*(?P<a>{_NUMBER})"
    rf"|(?P<b>{_NUMBER})\s*%?\s*(?:≤|<=|ke ?atas|dan lebih)\s*$",
    re.IGNORECASE,
)
_TO = re.compile(
    rf"(?:≤|<=|(?P<under><|kurang dari|lebih kecil dari|di ?bawah)|maksimal|paling banyak)\s*(?P<a>{_NUMBER})"
    rf"|(?P<b>{_NUMBER})\s*%?\s*(?:ke ?bawah|dan kurang)\s*$",
    re.IGNORECASE,
)

_WORD = r"(?:sangat |cukup |kurang )?(?:tinggi|sedang|rendah|baik|berhasil|efisien|memuaskan|cukup|kurang)"
_LISTED_BAND = re.compile(
    r"(?:\(?\w{1,2}[.)]|[-•–])?\s*(?P<bounds>[^:=]{0,20}\d[^:=]{0,30}?)\s*"
    rf"(?:dengan sebutan|:|=|adalah|berarti|kategori|predikat)\s*(?P<word>{_WORD})\s*(?:\([A-Z]{{1,3}}\))?[.;]?",
    re.IGNORECASE,
)
"""One item of a list that is a scale: what scores, and their word."""
_WORD_AND_BOUNDS = re.compile(
    rf"((?i:{_WORD}))\s*"
    r"\(([^()]*\d[^()]*)\)"
)
"""A word of a scale and, in brackets, what it is for."""
_TO_NUMBER = rf"\s*%?\s*(?:-|–|—|≤|<=|s\.?\s*/?\s*d\.?|sampai(?: dengan)?)\s*{_NUMBER}"
_BOUNDS_AND_WORD = re.compile(
    rf"((?:[<>≤≥]=?\s*{_NUMBER}|(?:>\s*)?{_NUMBER}{_TO_NUMBER}|{_NUMBER}\s*%?\s*(?i:ke ?atas|ke ?bawah))\s*%?)"
    rf"\s*[:=(]?\s*((?i:{_WORD}))\b(?=\)?\s*(?:[;,.<>≤≥\d]|dan\b|serta\b|Tabel\b|Sumber\b|$))"
)
"""What a word of a scale is for, and the word ("≥ 91 Sangat Tinggi; 76 ≤ 90 Tinggi; ..."), be it row by row."""


@dataclass(frozen=True, slots=True)
class Band:
    """A row of a printed scale: its word, and the scores it is for; None is no bound on that side."""

    record: Skala
    low: Decimal | None
    high: Decimal | None
    above_low: bool = False
    below_high: bool = False

    @property
    def label(self) -> str:
        """The word in lower case."""
        return self.record.label.lower().strip()

    def holds(self, score: Decimal) -> bool:
        """Whether a score is in the band."""
        if self.low is not None and (score <= self.low if self.above_low else score < self.low):
            return False
        return self.high is None or not (score >= self.high if self.below_high else score > self.high)


def band_of(record: Skala) -> Band | None:
    """The bounds that a row prints ("76% ≤ 90%", "> 75 s/d 85", "76 ≤ x < 91", "91 ke atas", "Kurang dari 55 %"); None
    for none."""
    text = record.rentang.strip()
    if both := _AROUND.search(text) or _BETWEEN.search(text):
        low, high = _value(both["low"]), _value(both["high"])
        if low > high:
            return Band(record, high, low)
        return Band(record, low, high, both["over"] is not None, both["under"] is not None)
    if start := _FROM.search(text):
        return Band(record, _value(start["a"] or start["b"]), None, above_low=start["over"] is not None)
    if end := _TO.search(text):
        return Band(record, None, _value(end["a"] or end["b"]), below_high=end["under"] is not None)
    return None


def _value(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def printed_scales(view: ReportView) -> dict[int, list[Band]]:
    """The scales of a report by table number, their bands from the highest down."""
    scales: dict[int, list[Band]] = {}
    for record in view.report.records:
        if isinstance(record, Skala) and (band := band_of(record)) is not None:
            scales.setdefault(record.table_no, []).append(band)
    return {
        number: sorted(bands, key=lambda b: -(b.high if b.high is not None else Decimal("Infinity")))
        for number, bands in scales.items()
        if len(bands) >= LEAST_BANDS
    }


def told_scales(view: ReportView) -> list[list[Band]]:
    """The scales that a sentence tells ("Sangat Tinggi (≥ 91), Tinggi (76 - 90), ...", or "≥ 91 Sangat Tinggi; ..."),
    or a list of sentences, one for each word ("1) Di atas 100 % dengan sebutan sangat baik"), the highest first."""
    lists: list[list[tuple[str, str, Place]]] = []
    items: list[tuple[str, str, Place]] = []
    for told in view.report.prose.sentences:
        lists.append([(word, bounds, told.place) for word, bounds in _WORD_AND_BOUNDS.findall(told.text)])
        lists.append([(word, bounds, told.place) for bounds, word in _BOUNDS_AND_WORD.findall(told.text)])
        item = _LISTED_BAND.fullmatch(told.text.strip())
        if item is not None:
            items.append((item["word"], item["bounds"], told.place))
        else:
            lists.append(items)
            items = []
    lists.append(items)
    scales = []
    for own in lists:
        records = [
            Skala(table_no=0, row=k, place=place, rentang=bounds, label=word)
            for k, (word, bounds, place) in enumerate(own)
        ]
        bands = [band for band in map(band_of, records) if band is not None]
        if len(bands) >= LEAST_BANDS and len({b.label for b in bands}) == len(records):
            scales.append(
                sorted(bands, key=lambda b: -(b.high if b.high is not None else Decimal("Infinity")))
            )
    return scales


def right_band(bands: Sequence[Band], word: str, score: Decimal) -> Band | None:
    """The band that a score is in where its word is that of another one; None where the word is right, is none of the
    scale, or no single band holds the score. A score above the highest bound is in the highest band."""
    own = [b for b in bands if b.label == word]
    if not own or any(b.holds(score) for b in own):
        return None
    top = bands[0]
    if top.high is not None and score > top.high:
        return None if top in own else top
    holding = [b for b in bands if b.holds(score)]
    return holding[0] if len(holding) == 1 else None
