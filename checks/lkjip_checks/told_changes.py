"""Part of CT-08: a rise or a fall that a sentence tells, against the two figures that it gives for it.

Heard are sentences with three figures: what was, what is, and by how much it rose or fell. Right is the difference, and
its percentage of either figure; a sentence on targets, shares or several things claims nothing here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lkjip_checks.numbers_text import (
    capital,
    number_en,
    number_id,
    pages_en,
    pages_id,
    percent_en,
    percent_id,
    quoted,
)
from lkjip_checks.rule import Hit, RuleHits
from lkjip_checks.tolerance import HALF, Interval, decimals_of, fits, percentage, unit_of
from lkjip_checks.view import ReportView
from lkjip_normalize.numbers import Mark, read_cell
from lkjip_normalize.wording import years_in
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import ToldSentence

_CHANGE = (
    r"(?:kenaikan|peningkatan|pertumbuhan|penambahan|penurunan|pengurangan|meningkat|menurun|naik|turun|bertambah|"
    r"berkurang)"
)
_BY = re.compile(
    rf"\b{_CHANGE}\b(?:\s+(?:nya|capaian|realisasi|nilai|skor|indeks|jumlah|menjadi lebih \w+|yang \w+|yaitu|cukup|"
    r"\w*signifikan|drastis|sedikit))*\s+(?:sebesar|sebanyak|setara(?: dengan)?|mencapai|yaitu)\s*$",
    re.IGNORECASE,
)
"""Before the figure by which something rose or fell."""
_FIGURE = re.compile(
    r"(?<![\w.,/(-])(?P<rp>Rp\.?\s*)?(?P<figure>\d+(?:[.,]\d+)*)(?:,-)?\s*"
    r"(?P<percent>%|(?:persen|prosen)\b)?(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_COMPARED = re.compile(r"\b(?:dari|menjadi|dibanding\w*|daripada|sedangkan|sementara)\b", re.IGNORECASE)
_BEFORE = re.compile(r"\btahun (?:lalu|sebelumnya|yang lalu)|\bsemula\b|\bawalnya\b", re.IGNORECASE)
_CLAIMS_NOTHING = re.compile(
    r"\b(?:\w*target\w*|seharusnya|total|rata-rata|rerata|per tahun|setiap tahun|diharap\w*|akan|masing|"
    r"(?:apabila|jika|bila)(?! \w*(?:banding|kait))|"
    r"kumulatif|kontribusi|proporsi|bobot)\b",
    re.IGNORECASE,
)
"""Sentences on targets, on shares of a whole, on wishes or on several things."""
LEAST_AMOUNT = 1_000_000
"""Two such amounts of rupiah in one sentence are before and after of one thing."""


@dataclass(frozen=True)
class _Told:
    """A figure of a sentence: its value, as printed, whether it is rupiah or a percentage, what stands before it."""

    value: Decimal
    raw: str
    of_money: bool
    of_hundred: bool
    before: str

    @property
    def span(self) -> Interval:
        """The values that it may stand for."""
        decimals = decimals_of(self.value)
        half = unit_of(decimals) * HALF if decimals else Decimal(0)
        return Interval(self.value - half, self.value + half)


def told_changes(view: ReportView) -> RuleHits:
    """Sentences whose rise or fall is none of their two other figures; gives the number of sentences compared."""
    compared = 0
    for told in view.report.prose.sentences:
        if told.place.confidence < SURE or _CLAIMS_NOTHING.search(told.text):
            continue
        figures = list(_figures(told.text))
        changes = [f for f in figures if _BY.search(f.before)]
        if len(figures) != len(("was", "is", "by")) or len(changes) != 1 or not _over_time(told.text):
            continue
        (by,) = changes
        one, other = (f for f in figures if f is not by)
        if not by.of_hundred or not _of_one_kind(one, other):
            continue
        compared += 1
        if not _is_right(by, one, other):
            yield from _hit(told, by, one, other)
    return compared


def _figures(text: str) -> Iterator[_Told]:
    """The figures of a sentence, years left out."""
    for match in _FIGURE.finditer(text):
        if _YEAR.fullmatch(match["figure"]) and not match["percent"]:
            continue
        money = bool(match["rp"])
        value = read_cell(match["figure"], Mark.THOUSANDS if money else Mark.UNKNOWN).value
        known = Decimal(0) if value is None else value  # nothing is compared with what is open
        yield _Told(known, match.group().strip(), money, bool(match["percent"]), text[: match.start()])


def _over_time(text: str) -> bool:
    """Whether a sentence compares two times."""
    times = len(set(years_in(text))) + bool(_BEFORE.search(text))
    return times > 1 and _COMPARED.search(text) is not None


def _of_one_kind(one: _Told, other: _Told) -> bool:
    """Whether two figures may be one thing at two times."""
    if not one.value or not other.value or one.value == other.value:
        return False
    if one.of_money or other.of_money:
        return one.of_money and other.of_money and min(one.value, other.value) >= LEAST_AMOUNT
    return one.of_hundred is other.of_hundred


def _is_right(by: _Told, one: _Told, other: _Told) -> bool:
    """Whether the change is the difference of two figures, or its percentage of either of them."""
    low, high = sorted((one.span, other.span), key=lambda span: span.low)
    difference = Interval(high.low - low.high, high.high - low.low)
    shares = (percentage(difference, span) for span in (low, high))
    return any(s is not None and fits(by.value, decimals_of(by.value), s) for s in (difference, *shares))


def _hit(told: ToldSentence, by: _Told, one: _Told, other: _Told) -> Iterator[Hit]:
    """What is said of a change that is the ratio of its figures, or of two amounts and no change of theirs."""
    ratios = [(a, b) for a, b in ((one, other), (other, one)) if _is_ratio(by, a, b)]
    if not ratios and not one.of_money:
        return  # they may be figures of two things
    was, now = (one, other) if not ratios else ratios[0][::-1]
    difference = abs(now.value - was.value)
    changes = [difference / f.value * 100 for f in (was, now)]
    page = [told.place.page]
    change = _BY.search(by.before)
    words = quoted(f"{change.group().strip() if change else ''} {by.raw}")
    if ratios:
        why_id = f"{by.raw} adalah {now.raw} dibagi {was.raw}; perubahannya sendiri {percent_id(changes[0])}"
        why_en = f"{by.raw} is {now.raw} divided by {was.raw}; the change itself is {percent_en(changes[0])}"
    else:
        shares_id = (f"{percent_id(c)} dari {f.raw}" for c, f in zip(changes, (was, now), strict=True))
        shares_en = (f"{percent_en(c)} of {f.raw}" for c, f in zip(changes, (was, now), strict=True))
        why_id = f"selisihnya {number_id(difference)}, yaitu {' dan '.join(shares_id)}"
        why_en = f"the difference is {number_en(difference)}, {' and '.join(shares_en)}"
    yield Hit(
        "CT-08",
        f"{capital(pages_id(page))}: tertulis {words} di antara {was.raw} dan {now.raw}; {why_id}.",
        f"{capital(pages_en(page))}: it says {words} between {was.raw} and {now.raw}; {why_en}.",
        tuple(Figure.at(told.place, f.raw, "kalimat") for f in (by, one, other)),
        frozenset({f"CT-08:{by.raw}:{one.raw}:{other.raw}"}),
        copy_key=(by.raw, one.raw, other.raw),
    )


def _is_ratio(by: _Told, part: _Told, whole: _Told) -> bool:
    """Whether a change is what percentage one figure is of the other."""
    ratio = percentage(part.span, whole.span)
    return ratio is not None and fits(by.value, decimals_of(by.value), ratio)
