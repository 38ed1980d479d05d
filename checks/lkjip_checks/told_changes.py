"""Part of CT-08: a ratio told as a rise or a fall ("dari 15 pada tahun 2022 menjadi 17 pada tahun 2023, naik 113%").

Heard are sentences with three figures: two at different years, and by what percentage the later one rose or, from one
to the other ("dari 5 menjadi 1"), fell. Only one is told that is the later figure divided by the earlier one; others
may be changes of other things. A sentence on targets, shares or several things claims nothing here.

And a fall told of what rose by just so much, or the other way round ("dibanding tahun 2022 yaitu 45,88 terjadi
penurunan sebesar 0,27", where the tables print 46,15 for 2023).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from lkjip_checks.achievement import less_is_better
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
from lkjip_checks.rows import of_indicators, value_of
from lkjip_checks.rule import Hit, RuleHits
from lkjip_checks.told_outcomes import TABLES
from lkjip_checks.tolerance import Interval, decimals_of, fits, percentage
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key
from lkjip_normalize.numbers import Mark, read_cell
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import ToldSentence
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import Measure, TableKind

_RISE = r"(?:kenaikan|peningkatan|pertumbuhan|penambahan|meningkat|naik|bertambah)"
_FALL = r"(?:penurunan|pengurangan|menurun|turun|berkurang)"
_BY = re.compile(
    rf"\b(?:(?P<rise>{_RISE})|{_FALL})\b(?:\s+(?:nya|capaian|realisasi|nilai|skor|indeks|jumlah|yang \w+|yaitu|cukup|"
    r"\w*signifikan|drastis|sedikit))*\s+(?:sebesar|sebanyak|setara(?: dengan)?|yaitu)\s*$",
    re.IGNORECASE,
)
"""Before the figure by which something rose or fell; "meningkat mencapai" may tell what was reached."""
_FIGURE = re.compile(
    r"(?<![\w.,/(-])(?P<rp>Rp\.?\s*)?(?P<figure>\d+(?:[.,]\d+)*)(?:,-)?\s*"
    r"(?P<percent>%|(?:persen|prosen)\b)?(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
_TABLES = TABLES | {TableKind.NASIONAL}
_PART_OF_YEAR = re.compile(
    r"\b(?:triwulan|semester|bulan|saat itu|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|"
    r"november|desember)\b",
    re.IGNORECASE,
)
FIGURES = 3
"""What was, what is, and by how much it rose or fell."""
_FROM = re.compile(r"\bdari\b(?:[^\d.,;]|(?:19|20)\d\d){0,40}$", re.IGNORECASE)
_TO = re.compile(r"\bmenjadi\s+(?:(?:sebesar|sebanyak|hanya|rp\.?)\s*)*$", re.IGNORECASE)
"""Before the figure that was, and before the one that is."""
_NOUN = re.compile(
    r"\s*((?:(?!(?:pada|di|tahun|menjadi|atau|sehingga|dengan|yang|dan|dari|dibanding\w*|maka|terjadi|mengalami|ada|"
    rf"terdapat|{_RISE}|{_FALL})\b)[a-z]+\b\s*)*)",
    re.IGNORECASE,
)
"""What a figure counts, the words behind it."""
_ONLY_JOINS = re.compile(
    r"(?:\W|\d|\b(?:atau|sehingga|dengan|terjadi|mengalami|ada|adanya|terdapat|maka|yang|dan|berarti|pada|di|dari|tahun|"
    r"menunjukkan|hal|ini|tersebut|jika|bila|dibanding\w*|sebanyak|sebesar|hanya|capaian|kinerja|realisasi|target|"
    r"persen|cukup|juga|telah|ikut|besar)\b)*",
    re.IGNORECASE,
)
"""Words between a figure and what is said of its change; others may name another thing that changed."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OWN_CLAUSE = re.compile(r"[^\d,;:]{0,45}")
"""Words between a figure and its year."""
_CLAIMS_NOTHING = re.compile(
    r"\b(?:\w*target\w*|\w*rencana\w*|ketetapan|pagu|seharusnya|total|rata-rata|rerata|per tahun|setiap tahun|"
    r"diharap\w*|akan|masing|(?:apabila|jika|bila)(?! \w*(?:banding|kait))|kumulatif|kontribusi|proporsi|bobot)\b",
    re.IGNORECASE,
)
"""Sentences on targets, on shares of a whole, on wishes or on several things."""


@dataclass(frozen=True)
class _Told:
    """A figure of a sentence: its value, as printed, whether it is rupiah or a percentage, and where it stands."""

    value: Decimal
    raw: str
    of_money: bool
    of_hundred: bool
    start: int
    end: int

    @property
    def span(self) -> Interval:
        """The values that it may stand for."""
        return Interval.rounded(self.value, decimals_of(self.value))


def told_changes(view: ReportView) -> RuleHits:
    """Sentences whose rise or fall is the ratio of their two other figures; gives the number of sentences compared."""
    compared = 0
    for told in view.report.prose.sentences:
        if told.place.confidence < SURE or _CLAIMS_NOTHING.search(told.text):
            continue
        figures, changes = _figures_and_changes(told.text)
        if len(figures) != FIGURES or len(changes) != 1:
            continue
        by, said = changes[0]
        low, high = sorted((f for f in figures if f is not by), key=lambda f: f.value)
        was, now = (low, high) if said["rise"] else (high, low)
        if not (
            by.of_hundred and _of_one_kind(was, now) and _of_one_thing(told.text, was, now, said.start())
        ):
            continue
        if not _from_one_to_the_other(told.text, was, now) and not (
            _one_after_the_other(told.text, was, now) and (said["rise"] or _noun(told.text, was))
        ):
            continue
        compared += 1
        if _fits(by, percentage(now.span, was.span)) and not _is_change(by, was, now):
            yield _hit(told, said.group().strip(), by, was, now)
    return compared


def told_directions(view: ReportView) -> RuleHits:
    """Sentences on an indicator, named there, in the sentence before or in the heading, with what it reached in the
    year before and the difference to what the tables print for the year of the report, told as a fall where that is a
    rise, or the other way round; gives the number of sentences compared."""
    pairs = list(_years_apart(view))
    compared = 0
    before = ""
    for told in view.report.prose.sentences if pairs else ():
        said_before, before = before, told.text
        if (
            told.place.confidence < SURE
            or _CLAIMS_NOTHING.search(told.text)
            or _PART_OF_YEAR.search(told.text)
        ):
            continue
        if not set(map(int, _YEAR.findall(told.text))) <= {view.year, view.year - 1}:
            continue
        figures, changes = _figures_and_changes(told.text)
        if len(changes) != 1 or not changes[0][0].value:
            continue
        by, said = changes[0]
        printed_values = {f.value for f in figures if f is not by}
        named = name_key(f"{told.heading} {said_before} {told.text}")
        own = [
            p
            for p in pairs
            if value_of(p.was) in printed_values and p.differs_by(by) and name_key(p.was.subject) in named
        ]
        compared += bool(own)
        rises = {value_of(p.now) > value_of(p.was) for p in own}
        if rises == {not said["rise"]} and len({name_key(p.was.subject) for p in own}) == 1:
            yield _direction_hit(told, said.group().strip(), by, own[0])
    return compared


class _Pair(NamedTuple):
    """What an indicator reached in the year before, and in that of the report."""

    was: Observation
    now: Observation

    def differs_by(self, by: _Told) -> bool:
        """Whether the difference, or its percentage of what was, is a told figure."""
        was, now = Interval.of(self.was), Interval.of(self.now)
        difference = _difference(was, now)
        return _fits(by, difference) or (by.of_hundred and _fits(by, percentage(difference, was)))


def _years_apart(view: ReportView) -> Iterator[_Pair]:
    """The indicators, less of which is not better, whose realisasi of both years is printed in one way, with
    decimals."""
    years = (view.year - 1, view.year)
    before, now = (of_indicators(view.report.observations, Measure.REALISASI, y, _TABLES) for y in years)
    for key in before.keys() & now.keys():
        pair = _Pair(before[key][0], now[key][0])
        plain = all(len({o.value for o in own}) == 1 for own in (before[key], now[key]))
        if (
            plain
            and pair.was.decimals
            and pair.was.value != pair.now.value
            and not less_is_better(pair.was.subject)
        ):
            yield pair


def _direction_hit(told: ToldSentence, words: str, by: _Told, pair: _Pair) -> Hit:
    pages = sorted({told.place.page, pair.was.place.page, pair.now.place.page})
    said = quoted(f"{words} {by.raw}")
    name = quoted(pair.now.subject)
    was, now = printed(pair.was), printed(pair.now)
    rose = value_of(pair.now) > value_of(pair.was)
    return Hit(
        "CT-08",
        f"{capital(pages_id(pages))}: tertulis {said}, padahal {name} {'naik' if rose else 'turun'} dari {was} "
        f"(halaman {pair.was.place.page}) menjadi {now} (halaman {pair.now.place.page}).",
        f"{capital(pages_en(pages))}: it says {said}, but {name} {'rose' if rose else 'fell'} from {was} (page "
        f"{pair.was.place.page}) to {now} (page {pair.now.place.page}).",
        (Figure.at(told.place, shown(told.text), "kalimat"), Figure.of(pair.was), Figure.of(pair.now)),
        frozenset({f"CT-08:arah:{name_key(pair.now.subject)}"}),
        copy_key=("arah", by.raw, was, now),
    )


def _figures_and_changes(text: str) -> tuple[list[_Told], list[tuple[_Told, re.Match[str]]]]:
    """The figures of a sentence, and those by which something rose or fell, each with the words that say so."""
    figures = list(_figures(text))
    return figures, [(f, said) for f in figures if (said := _BY.search(text[: f.start]))]


def _figures(text: str) -> Iterator[_Told]:
    """The figures of a sentence, years left out."""
    for match in _FIGURE.finditer(text):
        if _YEAR.fullmatch(match["figure"]) and not match["percent"]:
            continue
        money = bool(match["rp"])
        value = read_cell(match["figure"], Mark.THOUSANDS if money else Mark.UNKNOWN).value
        known = Decimal(0) if value is None else value  # nothing is compared with what is open
        yield _Told(known, match.group().strip(), money, bool(match["percent"]), *match.span())


def _of_one_kind(was: _Told, now: _Told) -> bool:
    """Whether two figures may be one thing at two times."""
    known = bool(was.value and now.value) and was.value != now.value
    return known and was.of_money is now.of_money and was.of_hundred is now.of_hundred


def _of_one_thing(text: str, was: _Told, now: _Told, said: int) -> bool:
    """Whether two figures count the same, as far as words behind them say, and nothing else stands between the last of
    them and what is said of the change, which begins at `said`."""
    nouns = _noun(text, was), _noun(text, now)
    if nouns[0] != nouns[1] and (all(nouns) or len(nouns[0]) < len(nouns[1])):
        return False
    before = max((f.end for f in (was, now) if f.end <= said), default=said)
    return _ONLY_JOINS.fullmatch(text[before:said].lower().replace(max(nouns), "", 1)) is not None


def _noun(text: str, figure: _Told) -> str:
    match = _NOUN.match(text, figure.end)
    return match[1].strip().lower() if match else ""


def _from_one_to_the_other(text: str, was: _Told, now: _Told) -> bool:
    """Whether a sentence says "dari 50 kasus menjadi 40", with a year."""
    told = _FROM.search(text[: was.start]) and _TO.search(text[was.end : now.start])
    return bool(told and _YEAR.search(text))


def _one_after_the_other(text: str, was: _Told, now: _Told) -> bool:
    """Whether each of two figures stands beside a year of its own, nothing else between, and never the first one beside
    a later year than the other."""
    years = [(one, other) for one in _years_beside(text, was) for other in _years_beside(text, now)]
    apart = [(one, other) for one, other in years if one != other]
    return bool(apart) and all(one < other for one, other in apart)


def _years_beside(text: str, figure: _Told) -> set[str]:
    """The year before and the year behind a figure, where only words of its own clause stand between."""
    before = list(_YEAR.finditer(text[: figure.start]))[-1:]
    behind = list(_YEAR.finditer(text[figure.end :]))[:1]
    gaps = [(y.group(), text[y.end() : figure.start]) for y in before]
    gaps += [(y.group(), text[figure.end : figure.end + y.start()]) for y in behind]
    return {year for year, between in gaps if _OWN_CLAUSE.fullmatch(between)}


def _is_change(by: _Told, was: _Told, now: _Told) -> bool:
    """Whether the change is the difference of two figures, or its percentage of either of them."""
    difference = _difference(was.span, now.span)
    shares = (percentage(difference, f.span) for f in (was, now))
    return any(_fits(by, i) for i in (difference, *shares))


def _difference(one: Interval, other: Interval) -> Interval:
    """By how much the larger of two figures exceeds the other."""
    low, high = sorted((one, other), key=lambda span: span.low)
    return Interval(high.low - low.high, high.high - low.low)


def _fits(by: _Told, exact: Interval | None) -> bool:
    return exact is not None and fits(by.value, decimals_of(by.value), exact)


def _hit(told: ToldSentence, words: str, by: _Told, was: _Told, now: _Told) -> Hit:
    page = [told.place.page]
    change = abs(now.value - was.value) / was.value * 100
    said = quoted(f"{words} {by.raw}")
    return Hit(
        "CT-08",
        f"{capital(pages_id(page))}: tertulis {said} dari {was.raw} ke {now.raw}; {by.raw} adalah {now.raw} dibagi "
        f"{was.raw}, sedangkan perubahannya {percent_id(change)}.",
        f"{capital(pages_en(page))}: it says {said} from {was.raw} to {now.raw}; {by.raw} is {now.raw} divided by "
        f"{was.raw}, while the change is {percent_en(change)}.",
        tuple(Figure.at(told.place, f.raw, "kalimat") for f in (by, was, now)),
        frozenset({f"CT-08:{by.raw}:{was.raw}:{now.raw}"}),
        copy_key=(by.raw, was.raw, now.raw),
        expected=percent_id(change),
    )
