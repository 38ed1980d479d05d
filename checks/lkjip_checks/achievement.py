"""AR-01, AR-02 and AR-08: achievement against the target of the year and of the plan period."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from lkjip_checks.arithmetic import majority_doubts
from lkjip_checks.misread import unless_reading
from lkjip_checks.numbers_text import (
    capital,
    number_en,
    number_id,
    pages_en,
    pages_id,
    percent_en,
    percent_id,
    printed,
    quoted,
    rounded,
    shown,
)
from lkjip_checks.rows import PerformanceRow, sum_of, value_of
from lkjip_checks.rule import Hit, RuleHits, rule
from lkjip_checks.tolerance import (
    HUNDRED,
    KNOWN_CAPS,
    MEAN_SLACK,
    SMALL_DEVIATION,
    Interval,
    decimal_shift,
    deviation,
    fits,
    inverse_percentage,
    inverse_ratio,
    mean_of,
    percentage,
    unit_of,
)
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key, name_words
from lkjip_normalize.totals import is_mean
from lkjip_normalize.wording import TURNS
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import ToldSentence
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import Measure, Severity, SubjectLevel

LESS_MAY_BE_BETTER = re.compile(
    r"\b(?:penurunan|menurun\w*|turunnya|kemiskinan|pengangguran|kematian|stunting|prevalensi|keluhan|pengaduan|temuan|"
    r"pelanggar\w*|kecelakaan|kriminal\w*|konflik|gangguan|kerusakan|kumuh|gini|ketimpangan|putus sekolah|kasus|"
    r"(?:jumlah|angka|frekuensi) insiden|kebakaran|korban|inflasi|emisi|waktu tunggu|lama waktu|sisa|miskin|"
    r"indeks risiko|risiko bencana|rawan pangan|kesakitan|kesenjangan|keterlambatan|tunggakan)\b",
    re.IGNORECASE,
)
"""Words of indicators for which less may be better: what judges by the sense asks `less_is_better`, what only leaves
room for either asks these; only they may be capped below a good ratio."""

_ONLY_LOWER = re.compile(
    r"^(?:angka (?:kematian|kemiskinan|pengangguran|putus sekolah|kesakitan)|prevalensi|"
    r"tingkat (?:pengangguran|kemiskinan)|"
    r"persentase (?:penduduk miskin|kemiskinan|balita stunting|pelanggaran(?!.* yang ))|"
    r"jumlah (?:gangguan|pelanggaran|kasus|kecelakaan|keluhan|kejadian|kematian))\b",
    re.IGNORECASE,
)
"""Names of indicators that cannot be meant otherwise."""
_FORMULA_OF_LESS = re.compile(
    r"(?:\bindikator\s+negatif|\b(?:se)?makin\s+(?:rendah|kecil|sedikit))\b.*?"
    r"(?:2\s*[x×*]?\s*target\w*\s*[-–]\s*realisasi|target\w*\s*[-–]\s*\(\s*realisasi\w*\s*[-–]\s*target)",
    re.IGNORECASE,
)
"""A sentence that gives the formula for all indicators of which less is better."""
_HANDLING = "penanganan|penyelesaian|tindak ?lanjut|penagihan|pencairan|pelunasan"
_LESSENING = "penurunan|pengurangan"
"""Nouns of what is done about cases, and of their becoming fewer."""
_HANDLED = re.compile(
    r"\b(?:di|ter)(?:tindaklanjuti|tangani|selesaikan|atasi|tata|evakuasi|layani|pulihkan|tagih|bayar|lunasi|cairkan)\b|"
    rf"{_LESSENING}|{_HANDLING}|(?<!kurang )(?<!gagal )\bmemenuhi (?:standar|baku mutu)\b",
    re.IGNORECASE,
)
"""What is done about them: the more, the better;"""
_NOT_YET = re.compile(r"\b(?:tidak|belum|tak|tanpa)\s+(?:\w+\s+)?$", re.IGNORECASE)
"""words before that turn it round;"""
_TIME_TAKEN = re.compile(
    r"(?:rata-rata\s+|rerata\s+)?(?:lama(?:nya)?|(?:jangka )?waktu|durasi)\b", re.IGNORECASE
)
"""or a name that tells how long it takes, not whether it was in time."""
_IN_TIME = re.compile(
    r"(?!(?:rata-rata|rerata)\s+(?:waktu|lama)\w*\s+(?!tunggu)).*\b(?:sesuai|tepat)\b", re.IGNORECASE
)
_HANDLES = re.compile(r"di|ter", re.IGNORECASE)
"""Verbs, that say it of what stands before them ("tunggakan yang diselesaikan")."""
_LEFT_OVER = re.compile(r"\b(?:keterlambatan|tunggakan|kematian|berulang)\b", re.IGNORECASE)
"""What stays bad whatever is done about the rest, unless it is what is handled."""
_LESSENED = re.compile(
    rf"{_LESSENING}|\b(?:tanpa|tidak ada)\s+$|(?:{_HANDLING})\s+(?:\w+\s+){{0,3}}$",
    re.IGNORECASE,
)
"""Words before it that make it what is handled."""


def less_is_better(name: str) -> bool:
    """Whether less of an indicator is better by its name: not of what is done about cases ("pengaduan yang
    ditindaklanjuti"), but of what is not done about them, and of the time that it takes."""
    return LESS_MAY_BE_BETTER.search(name) is not None and not _is_handled(name)


def reaches(name: str, realised: Decimal, target: Decimal) -> bool:
    """Whether a realisasi reaches the target of the indicator of this name, be less or more the better."""
    return realised <= target if less_is_better(name) else realised >= target


def _is_handled(name: str) -> bool:
    """Whether an indicator counts what is done about what it names, not what is left of it or how long it takes."""
    handled = _HANDLED.search(name)
    if handled is None or _NOT_YET.search(name[: handled.start()]):
        return False
    left = _LEFT_OVER.search(name)
    if left is not None and handled.start() > left.start() and not _HANDLES.match(handled.group()):
        return False
    if left is not None and handled.end() < left.start() and not _LESSENED.search(name[: left.start()]):
        return False
    return _TIME_TAKEN.match(name.strip()) is None or _IN_TIME.match(name.strip()) is not None


_LESS_IS_BETTER_TOLD = re.compile(
    r"\b(?:se)?makin\s+(?:rendah|kecil|sedikit|menurun|cepat|pendek|turun)\b"
    r"(?:\s+(?:nilai|angka|realisasi\w*|capaian\w*|hasil\w*|persentase\w*|jumlah\w*|waktu\w*|nya)){0,3}\W*"
    r"(?:(?:maka|menunjuk+an|berarti|artinya)\s+)?(?:(?:capaian\s+)?kinerja\w*\s+)?(?:se)?makin\s+(?:baik|bagus)",
    re.IGNORECASE,
)
"""A sentence that says of the indicator named before that less of it is better: not "semakin cepat pelayanan, semakin
baik indeks kepuasan"."""
_OTHER_THING = re.compile(rf"\b(?:{TURNS})\b|;", re.IGNORECASE)
"""Words behind which a sentence speaks of something else."""
LEAST_WORDS = 3
"""Names of fewer words stand in sentences on other things."""
LONGEST = 300
"""Letters of a sentence that speaks of one thing, at most."""
_OF_A_SASARAN = re.compile(r"capaian sasaran", re.IGNORECASE)
APART = Decimal("0.1")
"""Percentage points from which on two achievements are not one that was rounded otherwise."""
_FORMULA = re.compile(r"(\d+)\s*=\s*(\d+)\s*/\s*(\d+)")

SAME_UNITS = frozenset({"nilai", "skor", "skore", "poin", "point", "indeks", "index", "angka"})
"""Units of scores that mean the same."""


def unit_class(unit: str) -> str:
    """One word for units that mean the same; empty when none is printed."""
    word = re.sub(r"[^a-z%/]", "", unit.lower())
    if word in ("%", "persen", "prosen", "persentase", "percent"):
        return "%"
    return "nilai" if word in SAME_UNITS else word


def units_differ(figures: Iterable[Observation]) -> bool:
    """Whether two of the figures are printed with units that do not mean the same."""
    return len({unit_class(o.unit) for o in figures} - {""}) > 1


_MAY_BE_GROUPED = re.compile(r"-?[1-9]\d{0,2}[.,]\d{3}\s*%?")


@rule("AR-01")
def achievement(view: ReportView) -> RuleHits:
    """The printed achievement is realisasi divided by target times 100, or the form for indicators
    where lower is better, and the same form wherever the report prints an indicator; a cap at 100, 120 or 150 is
    accepted."""
    compared = yield from _achievements(view, "AR-01")
    yield from _turned_once(view)
    return compared


def _turned_once(view: ReportView) -> Iterator[Hit]:
    """Achievements that are target divided by realisasi, of indicators whose other achievements are all the other way
    round and whose names leave no room for less being better."""
    forms: dict[str, list[tuple[bool, _Computed]]] = defaultdict(list)
    for found in _computed(view):
        link = view.link_of(found.realised)
        up = _only_form(found)
        lower = any(map(LESS_MAY_BE_BETTER.search, (found.row.subject, found.row.parent)))
        if link is not None and up is not None and not lower:
            forms[link.name].append((up, found))
    for own in forms.values():
        turned = [found for up, found in own if not up]
        straight = [found for up, found in own if up]
        if len(turned) == 1 and straight:
            one, other_one = turned[0], straight[0].share
            hit = _ratio_hit(view, "AR-01", one.row, one.share, one.target, one.realised)
            at, other = [other_one.place.page], printed(other_one)
            yield replace(
                hit,
                message_id=f"{hit.message_id} Itu target dibagi realisasi; pada {pages_id(at)} capaian indikator "
                f"yang sama ({other}) adalah realisasi dibagi target.",
                message_en=f"{hit.message_en} That is the target divided by the realisasi; on {pages_en(at)} the "
                f"achievement of the same indicator ({other}) is realisasi divided by target.",
                figures=(*hit.figures, Figure.of(other_one)),
            )


class _Computed(NamedTuple):
    """An achievement and the only target and realisasi that it may be of."""

    row: PerformanceRow
    share: Observation
    target: Observation
    realised: Observation


def _computed(view: ReportView) -> Iterator[_Computed]:
    for row, share in _percentages(view, Measure.CAPAIAN_PCT):
        pairs = _pairs(*_own_figures(row, share))
        if len(pairs) == 1:
            yield _Computed(row, share, *pairs[0])


def _only_form(found: _Computed) -> bool | None:
    """Whether an achievement is realisasi divided by target (True) or the other way round (False), and clearly not
    both; None where neither is sure."""
    realised, target, share = Interval.of(found.realised), Interval.of(found.target), found.share
    upward, turned = percentage(realised, target), percentage(target, realised)
    if upward is None or turned is None or share.value is None:
        return None
    up, down = (fits(share.value, share.decimals, i) for i in (upward, turned))
    if up == down or _small(share, turned if up else upward):
        return None
    return up


@rule("AR-02")
def achievement_of_less(view: ReportView) -> RuleHits:
    """The printed achievement of an indicator whose lower figure is the better one follows one of the forms
    (2 x target - realisasi) / target or target / realisasi, or the plain ratio where the report uses it for all."""
    compared = yield from _achievements(view, "AR-02")
    yield from _upside_down(view)
    yield from _computed_apart(view)
    return compared


def _computed_apart(view: ReportView) -> Iterator[Hit]:
    """Achievements of one indicator and year that differ although target and realisasi beside them are the same, and
    small figures leave room for both."""
    caps = _caps(view)
    same: dict[tuple[str, str, Decimal, Decimal], list[_Computed]] = defaultdict(list)
    for found in _computed(view):
        link, target, realised = view.link_of(found.realised), found.target.value, found.realised.value
        if (
            link is not None
            and target is not None
            and realised is not None
            and target != realised
            and _right(found.share, found.target, found.realised, caps)
            and LESS_MAY_BE_BETTER.search(found.row.subject)
        ):
            same[link.name, found.share.period, target, realised].append(found)
    for (_, period, *_), own in same.items():
        ups = {_only_form(found) for found in own}
        first = own[0]
        apart = [
            f
            for f in own
            if abs(value_of(f.share) - value_of(first.share))
            >= max(APART, unit_of(min(f.share.decimals, first.share.decimals)))
        ]
        if not apart or len(ups) > 1 or len({f.share.table_no for f in (first, *apart)}) < 2:
            continue  # told as turned over, or in one table
        shares = [first.share, *(f.share for f in apart)]
        told_id, told_en = (
            separator.join(f"{printed(o)} ({pages([o.place.page])})" for o in shares)
            for separator, pages in ((" dan ", pages_id), (" and ", pages_en))
        )
        pages = [o.place.page for o in shares]
        yield Hit(
            "AR-02",
            f"{capital(pages_id(pages))}: capaian {quoted(first.row.subject)} tahun {period} berbeda, {told_id}, "
            f"padahal target {printed(first.target)} dan realisasi {printed(first.realised)} sama.",
            f"{capital(pages_en(pages))}: the achievement of {quoted(first.row.subject)} in {period} differs, "
            f"{told_en}, although target {printed(first.target)} and realisasi {printed(first.realised)} are the same.",
            (*map(Figure.of, shares), Figure.of(first.target), Figure.of(first.realised)),
            frozenset(f"AR-02:{o.table_no}:{o.row}:{o.col}" for o in shares),
            severity=Severity.MEDIUM,
        )


def _upside_down(view: ReportView) -> Iterator[Hit]:
    """Indicators that are better when lower, computed as if more were better: where the report computes the same
    indicator the other way round elsewhere, says of it that less is better, or computes the others that can only be
    better when lower the other way round."""
    inverse: list[_Computed] = []
    on_purpose: set[str] = set()  # (2 x target - realisasi) / target: target / realisasi may be a slip
    plain: list[_Computed] = []
    for found in _computed(view):
        share, upward = found.share, percentage(Interval.of(found.realised), Interval.of(found.target))
        downward = inverse_percentage(Interval.of(found.realised), Interval.of(found.target))
        turned = percentage(Interval.of(found.target), Interval.of(found.realised))
        if (
            share.value is None
            or upward is None
            or downward is None
            or found.target.value == found.realised.value
        ):
            continue
        if fits(share.value, share.decimals, upward):
            if not _small(share, downward):
                plain.append(found)
        elif fits(share.value, share.decimals, downward):
            inverse.append(found)
            on_purpose.add(name_key(found.row.subject))
        elif turned is not None and fits(share.value, share.decimals, turned):
            inverse.append(found)
    told = _told_lower(view, plain)
    only_lower = [f for f in inverse if _can_only_be_lower(f)]
    customary = len(only_lower) > sum(_can_only_be_lower(f) for f in plain)
    formula = _formula_of_less(view)
    ways = Counter((name_key(f.row.subject), way) for way, own in (("-", inverse), ("+", plain)) for f in own)
    for found in plain:
        name = name_key(found.row.subject)
        as_often = (
            ways[name, "-"] == ways[name, "+"] and name in on_purpose and not _is_handled(found.row.subject)
        )
        lower = ways[name, "-"] > ways[name, "+"] or as_often or less_is_better(found.row.subject)
        same = next((f for f in inverse if name and name_key(f.row.subject) == name), None) if lower else None
        elsewhere = same or (only_lower[0] if customary and _can_only_be_lower(found) else None)
        by_formula = formula if _can_only_be_lower(found) else None
        if elsewhere is not None or name in told or by_formula is not None:
            yield _upside_down_hit(found, elsewhere, told.get(name), by_formula)


def _formula_of_less(view: ReportView) -> ToldSentence | None:
    """The sentence that gives the report's formula for indicators of which less is better."""
    told = view.report.prose.sentences
    return next((s for s in told if s.place.confidence >= SURE and _FORMULA_OF_LESS.search(s.text)), None)


def _can_only_be_lower(found: _Computed) -> bool:
    subject = found.row.subject
    return _ONLY_LOWER.search(subject) is not None and not _is_handled(subject)


def _told_lower(view: ReportView, computed: Sequence[_Computed]) -> dict[str, ToldSentence]:
    """The sentences that say of one indicator that less of it is better, by the key of its name."""
    names = {name_key(f.row.subject) for f in computed if len(name_words(f.row.subject)) >= LEAST_WORDS}
    told: dict[str, ToldSentence] = {}
    for said in view.report.prose.sentences:
        if said.place.confidence < SURE or len(said.text) > LONGEST:
            continue
        if found := _LESS_IS_BETTER_TOLD.search(said.text):
            before = name_key(_OTHER_THING.split(said.text[: found.start()])[-1])
            named = [name for name in names if name in before]
            if len(named) == 1:
                told[named[0]] = said
    return told


def _upside_down_hit(
    found: _Computed, elsewhere: _Computed | None, told: ToldSentence | None, formula: ToldSentence | None
) -> Hit:
    row, share, target, realised = found
    right = rounded(inverse_ratio(value_of(realised), value_of(target)), max(2, share.decimals))
    pages = [o.place.page for o in (share, target, realised)]
    if told is not None:
        where = [told.place.page]
        why_id, why_en = f" seperti dinyatakan pada {pages_id(where)}", f" as said on {pages_en(where)}"
    elif elsewhere is not None and name_key(elsewhere.row.subject) == name_key(row.subject):
        where = [elsewhere.share.place.page]
        why_id = f" seperti dihitung pada {pages_id(where)} ({printed(elsewhere.share)})"
        why_en = f" as it is computed on {pages_en(where)} ({printed(elsewhere.share)})"
    elif formula is not None:
        where = [formula.place.page]
        why_id = f", yang rumusnya dinyatakan pada {pages_id(where)}"
        why_en = f", for which {pages_en(where)} gives the formula"
    else:
        why_id, why_en = (
            " seperti indikator sejenis dalam laporan ini",
            " like such indicators in this report",
        )
    others = [Figure.of(elsewhere.share)] if elsewhere is not None else []
    others += [Figure.at(s.place, shown(s.text), "kalimat") for s in (told or formula,) if s is not None]
    return Hit(
        "AR-02",
        f"{capital(pages_id(pages))}: {quoted(row.subject)}: makin rendah makin baik{why_id}, tetapi capaian "
        f"{printed(share)} dihitung realisasi {printed(realised)} dibagi target {printed(target)}; dengan rumus "
        f"(2 x target - realisasi) / target capaiannya {number_id(right)} %.",
        f"{capital(pages_en(pages))}: {quoted(row.subject)}: less is better{why_en}, but the achievement "
        f"{printed(share)} is realisasi {printed(realised)} divided by target {printed(target)}; with "
        f"(2 x target - realisasi) / target it is {number_en(right)} %.",
        (Figure.of(share), Figure.of(target), Figure.of(realised), *others),
        frozenset({f"AR-02:{share.table_no}:{share.row}:{share.col}"}),
        copy_key=("upside down", row.subject.lower(), share.period, str(share.value)),
        expected=number_id(right),
        severity=Severity.MEDIUM,
    )


def _small(share: Observation, other: Interval) -> bool:
    """Whether two formulas hardly differ."""
    return share.value is not None and deviation(share.value, other) <= SMALL_DEVIATION


def _achievements(view: ReportView, rule_id: str) -> RuleHits:
    """The achievements that a rule judges: AR-02 those of indicators whose words say that less is better."""
    hits: list[tuple[int, Hit]] = []
    held: dict[int, int] = defaultdict(int)
    caps = _caps(view)
    for row, share in _percentages(view, Measure.CAPAIAN_PCT):
        pairs = _pairs(*_own_figures(row, share))
        if not pairs:
            continue
        own = (rule_id == "AR-02") is less_is_better(row.subject)
        if _of_sasaran(view, row, share):
            continue
        if any(_right(share, t, r, caps) for t, r in pairs) or _mean_of_sasaran(view, row, share):
            held[row.table_no] += 1
        elif len({(t.value, r.value) for t, r in pairs}) == 1:
            hits.append((row.table_no, _ratio_hit(view, rule_id if own else "", row, share, *pairs[0])))
    mine = [h for h in majority_doubts(hits, held) if h.rule_id]
    yield from mine
    judged = [
        row
        for row, share in _percentages(view, Measure.CAPAIAN_PCT)
        if (rule_id == "AR-02") is less_is_better(row.subject) and _pairs(*_own_figures(row, share))
    ]
    return len(judged)


def _own_figures(
    row: PerformanceRow, share: Observation
) -> tuple[tuple[Observation, ...], tuple[Observation, ...]]:
    """Targets and realisasi that an achievement may be of; where a row prints several of one period side by side
    (cards, blocks), those between it and the one before. What a year achieved may be told by its last quarter, where
    the target of that is the target of the year: then the quarters are counted up."""
    targets = row.figures(Measure.TARGET, share.period)
    realised = row.figures(Measure.REALISASI, share.period)
    if not realised and share.period.isdigit():
        last = f"{share.period}-TW4"
        of_year = {o.value for o in targets}
        if any(o.value is not None and o.value in of_year for o in row.figures(Measure.TARGET, last)):
            realised = row.figures(Measure.REALISASI, last)
    before = [o.col for o in row.observations if o.measure == share.measure and o.period == share.period]
    if len(before) > 1:
        start = max((col for col in before if col < share.col), default=-1)
        targets = tuple(o for o in targets if start < o.col < share.col)
        realised = tuple(o for o in realised if start < o.col < share.col)
    return targets, realised


def _percentages(view: ReportView, measure: Measure) -> Iterator[tuple[PerformanceRow, Observation]]:
    """The percentages of all rows but totals and means, each with its row.

    A figure with another unit ("156 kali") is no percentage, whatever its column.
    """
    for row in view.performance:
        if row.level is not SubjectLevel.TOTAL and not (
            is_mean(row.subject) or _OF_A_SASARAN.search(row.subject)
        ):
            yield from ((row, o) for o in row.figures(measure) if unit_class(o.unit) in ("", "%"))


def _of_sasaran(view: ReportView, row: PerformanceRow, share: Observation) -> bool:
    """Whether the achievement stands in a cell merged over the indicators of a sasaran: the only one of them."""
    others = [
        other
        for other in view.performance
        if other.table_no == row.table_no
        and other.parent == row.parent
        and row.parent
        and other.row != row.row
    ]
    measured = [
        o
        for o in others
        if o.figures(Measure.TARGET, share.period) or o.figures(Measure.REALISASI, share.period)
    ]
    return bool(measured) and not any(o.figures(Measure.CAPAIAN_PCT, share.period) for o in others)


def _mean_of_sasaran(view: ReportView, row: PerformanceRow, share: Observation) -> bool:
    """Whether the printed achievement is that of the whole sasaran: the mean of its indicators."""
    ratios = [
        r[0].value / t[0].value * HUNDRED
        for other in view.performance
        if other.table_no == row.table_no and other.parent == row.parent
        for t, r in [
            (other.figures(Measure.TARGET, share.period), other.figures(Measure.REALISASI, share.period))
        ]
        if len(t) == len(r) == 1 and t[0].value and r[0].value is not None
    ]
    return len(ratios) > 1 and abs(mean_of(ratios) - (share.value or Decimal(0))) <= MEAN_SLACK


def _pairs(
    targets: Sequence[Observation], realised: Sequence[Observation]
) -> list[tuple[Observation, Observation]]:
    """Targets and realisasi that may be divided: no target of 0, no differing units."""
    return [
        (t, r)
        for t in targets
        for r in realised
        if t.value and not units_differ((t, r)) and not (_is_bare_one(t) and unit_class(r.unit) == "%")
    ]


def _is_bare_one(target: Observation) -> bool:
    """Whether a target is a 1 without a unit: beside percentages it means the whole, not one percent."""
    return target.value == 1 and not unit_class(target.unit)


def _caps(view: ReportView) -> frozenset[Decimal]:
    """Caps that the report keeps: no printed achievement exceeds them."""
    shares = [
        s.value for row in view.performance for s in row.figures(Measure.CAPAIAN_PCT) if s.value is not None
    ]
    highest = max(shares, default=Decimal(0))
    return frozenset(c for c in KNOWN_CAPS if c in (HUNDRED, highest))


def _right(share: Observation, target: Observation, realised: Observation, caps: Iterable[Decimal]) -> bool:
    """Whether an achievement is what a formula gives, also where its mark groups thousands ("-2.878")."""
    if share.value is None:
        return False
    read = [share]
    if _MAY_BE_GROUPED.fullmatch(share.raw.strip()):
        read.append(share.model_copy(update={"value": share.value * 1000, "decimals": 0}))
    words, own = f"{share.subject} {share.parent}", (Interval.of(target), Interval.of(realised))
    return any(_formula_fits(s, *own, words, caps) for s in read)


def _formula_fits(
    share: Observation, target: Interval, realised: Interval, words: str, caps: Iterable[Decimal]
) -> bool:
    value = share.value
    upward = percentage(realised, target)
    if value is None or upward is None:
        return False
    downward = [
        i for i in (inverse_percentage(realised, target), percentage(target, realised)) if i is not None
    ]
    if any(fits(value, share.decimals, i) for i in (upward, *downward)):
        return True
    if not value and LESS_MAY_BE_BETTER.search(words) and any(i.high <= 0 for i in downward):
        return True  # less than nothing is told as nothing
    cappable = [upward, *(downward if LESS_MAY_BE_BETTER.search(words) else ())]
    return any(value == cap and i.high >= cap for cap in caps for i in cappable)


def _ratio_hit(
    view: ReportView,
    rule_id: str,
    row: PerformanceRow,
    share: Observation,
    target: Observation,
    realised: Observation,
) -> Hit:
    exact = percentage(Interval.of(realised), Interval.of(target))
    value = share.value
    if exact is None or value is None or not target.value or realised.value is None:
        raise ValueError("figures without a ratio were compared")
    straight = ratio = realised.value / target.value * HUNDRED
    small = deviation(value, exact) <= SMALL_DEVIATION
    why_id, why_en = _other_year(view, share, target, realised) if not small else ("", "")
    word_id, word_en = ("target akhir", "end target") if rule_id == "AR-08" else ("target", "target")
    pages = [o.place.page for o in (share, target, realised)]
    places = max(2, share.decimals)
    other_id = other_en = ""
    inverse = inverse_ratio(realised.value, target.value)
    if (rule_id == "AR-02" and inverse >= 0) or value < 0:  # only that formula falls below zero
        other_id = f", dengan rumus (2 x target - realisasi) / target {percent_id(inverse, places)}"
        other_en = f", with (2 x target - realisasi) / target {percent_en(inverse, places)}"
        ratio = min(ratio, inverse, key=lambda x: abs(x - value))
    hit = Hit(
        rule_id,
        f"{capital(pages_id(pages))}: {quoted(row.subject)}: realisasi {printed(realised)} dibagi {word_id} "
        f"{printed(target)} adalah {percent_id(straight, places)}{other_id}, tercetak {printed(share)}.{why_id}",
        f"{capital(pages_en(pages))}: {quoted(row.subject)}: realisasi {printed(realised)} divided by "
        f"the {word_en} "
        f"{printed(target)} is {percent_en(straight, places)}{other_en}, printed {printed(share)}.{why_en}",
        tuple(Figure.of(o) for o in (target, realised, share)),
        frozenset({f"{rule_id}:{row.table_no}:{row.row}:{share.period}"}),
        frozenset({f"{rule_id}:{row.table_no}:{row.row}:{share.period}"}),
        copy_key=(row.subject.lower(), share.period, str(target.value), str(realised.value), str(value)),
        expected=number_id(rounded(ratio, share.decimals), share.decimals),
        severity=Severity.LOW if small else None,
    )
    shifted = decimal_shift(value, share.decimals, exact)
    return unless_reading(
        hit, (realised, target, share), lambda v: _ratio_holds(v, share.decimals), shifted=shifted
    )


def _ratio_holds(values: Sequence[Decimal], decimals: int) -> bool:
    """Whether realisasi, target and percentage agree, whichever direction is the better one."""
    realised, target, share = values
    upward = percentage(Interval.exact(realised), Interval.exact(target))
    downward = inverse_percentage(Interval.exact(realised), Interval.exact(target))
    return any(i is not None and fits(share, decimals, i) for i in (upward, downward))


def _other_year(
    view: ReportView, share: Observation, target: Observation, realised: Observation
) -> tuple[str, str]:
    """Says so when the percentage fits the realisasi that the same indicator had in another year, or that of the whole
    year where the one divided is of its last quarter."""
    link = view.link_of(realised)
    for other in link.members if link else ():
        if other.measure != Measure.REALISASI or other.period == realised.period or other.value is None:
            continue
        exact = percentage(Interval.of(other), Interval.of(target))
        if exact is not None and share.value is not None and fits(share.value, share.decimals, exact):
            if other.period == realised.period[:4]:
                return (
                    f" Angka itu cocok dengan realisasi {printed(other)} pada {pages_id([other.place.page])}.",
                    f" That fits the realisasi {printed(other)} on {pages_en([other.place.page])}.",
                )
            return (
                f" Angka itu cocok dengan realisasi tahun {other.period} ({printed(other)}, "
                f"{pages_id([other.place.page])}): pembilang tahun lain tampaknya terpakai.",
                f" That fits the realisasi of {other.period} ({printed(other)}, "
                f"{pages_en([other.place.page])}): the numerator of another year seems to have been used.",
            )
    return "", ""


@rule("AR-08")
def progress(view: ReportView) -> RuleHits:
    """The printed progress is the realisasi of the year divided by the end target times 100, or the
    formula that the column head prints (6=4/5*100)."""
    hits: list[tuple[int, Hit]] = []
    held: dict[int, int] = defaultdict(int)
    caps = _caps(view)
    for row, share in _percentages(view, Measure.KEMAJUAN_PCT):
        realised = row.figures(Measure.REALISASI, share.period) or row.figures(Measure.REALISASI)
        pairs = _pairs(row.figures(Measure.TARGET_AKHIR), realised)
        stated = _by_formula(view, row, share)
        if not pairs and not stated:
            continue
        added = [(t, r) for t, _ in pairs for r in _added_up(row, share)]
        if any(_right(share, t, r, caps) for t, r in (*pairs, *stated)) or any(
            _right(share, t, r, ()) for t, r in added
        ):
            held[row.table_no] += 1
        elif (stated or len(pairs) == 1) and not _against_year_target(row, share):
            hits.append((row.table_no, _ratio_hit(view, "AR-08", row, share, *(*stated, *pairs)[0])))
    yield from majority_doubts(hits, held)
    return sum(held.values()) + len(hits)


_NEVER_ADDED = re.compile(
    r"\W*(?:pers?entase|pros?entase|indeks|nilai|rasio|tingkat|angka|skor|rata|laju|predikat|cakupan)",
    re.IGNORECASE,
)
"""Names of indicators whose years do not add up."""


def _added_up(row: PerformanceRow, share: Observation) -> Iterator[Observation]:
    """What the years up to that of a progress have come to, where the row prints several: an indicator may add up."""
    if _NEVER_ADDED.match(row.subject):
        return
    own = {o.period: o for o in row.observations if o.measure == Measure.REALISASI and o.period.isdigit()}
    years = [own[y] for y in sorted(own) if y <= share.period and own[y].value is not None]
    if len(years) > 1 and years[-1].period == share.period:
        decimals = max(o.decimals for o in years)
        yield years[-1].model_copy(update={"value": sum_of(years), "decimals": decimals})


def _against_year_target(row: PerformanceRow, share: Observation) -> bool:
    """Whether the column holds the achievement of the year under a head that promises progress."""
    return any(
        _right(share, t, r, ())
        for t in row.figures(Measure.TARGET, share.period)
        for r in row.figures(Measure.REALISASI, share.period)
        if t.value
    )


def _by_formula(
    view: ReportView, row: PerformanceRow, share: Observation
) -> Sequence[tuple[Observation, Observation]]:
    """(divisor, dividend) as the index row of the table says, `6=4/5*100`; empty when it says nothing."""
    table = view.tables.get(row.table_no)
    columns = table.columns if table else ()
    formula = next((_FORMULA.search(f"{c.index} {c.header}") for c in columns if c.col == share.col), None)
    if formula is None:
        return ()
    by_index = {m.group(0): c.col for c in columns if (m := re.match(r"\d+", c.index.strip("( ")))}
    dividend, divisor = (
        next((o for o in row.observations if o.col == by_index.get(n) and o.value), None)
        for n in (formula.group(2), formula.group(3))
    )
    return ((divisor, dividend),) if dividend is not None and divisor is not None else ()
