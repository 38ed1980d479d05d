"""Percentages whose heading alone does not say of what year they are, or of what."""

import itertools
import re
from collections.abc import Sequence
from decimal import Decimal

from lkjip_normalize.column_roles import PERCENT_ALONE, Column, Role
from lkjip_normalize.kinds import NEAR_SHARE, off_ratio
from lkjip_normalize.wording import heading
from lkjip_schemas.vocabulary import OTHER_MEASURE_PREFIX, Measure

Body = dict[int, list[str]]
"""The texts below the heading of every column, from top to bottom."""


def settle_percentages(columns: Sequence[Column], body: Body) -> None:
    """Tells of what year bare percentages are, and which of them are no achievement and no absorption of it."""
    _behind_pairs(columns)
    _of_named_years(columns)
    _behind_end(columns)
    _against_two_targets(columns)
    _of_growth(columns, body)


_PERCENT_OF_YEAR = re.compile(r"(?:%|pers?en(?:tase)?|pros?entase) (?:tahun )?((?:19|20)\d\d)")
_PAIR_OF: dict[str, set[str]] = {
    Measure.CAPAIAN_PCT: {Measure.TARGET, Measure.REALISASI},
    Measure.SERAPAN_PCT: {Measure.PAGU_RP, Measure.REALISASI_RP},
}
_REACHED = {Measure.REALISASI, Measure.REALISASI_RP}


def _behind_pairs(columns: Sequence[Column]) -> None:
    """A percentage without a period right behind target and realisasi of one year is that of the year ("Target 2022 |
    Realisasi 2022 | % | Target 2023 | Realisasi 2023 | %"). Behind those of one quarter, or behind a realisasi alone,
    it is, where several quarters or years have theirs."""
    behind = {}
    for one, other, share in zip(columns, columns[1:], columns[2:], strict=False):
        pair = _PAIR_OF.get(share.measure, set())
        if (
            {one.measure, other.measure} == pair
            and one.period == other.period != share.period == ""
            and len({c.parts[:-1] for c in (one, other, share)}) == 1
        ):
            behind[share.col] = (share, one.period, one.period.isdigit())
    for other, share in itertools.pairwise(columns):
        reached = _PAIR_OF.get(share.measure, set()) & _REACHED
        alone = other.measure in reached and other.parts[:-1] == share.parts[:-1]
        if alone and other.period.isdigit() and not share.period:
            behind.setdefault(share.col, (share, other.period, False))
    several = len({period for _, period, _ in behind.values()}) > 1
    for share, period, certain in behind.values():
        if several or certain:
            share.period = period


def _of_named_years(columns: Sequence[Column]) -> None:
    """Percentages headed by "%" and a year alone, where target and realisasi, or budget and spending, of the year stand
    beside them ("Alokasi 2022 | Realisasi 2022 | % 2022")."""
    own = [c for c in columns if c.role is Role.MEASURE]
    for c in own:
        told = _PERCENT_OF_YEAR.fullmatch(heading(c.header))
        if told is None or not c.measure.startswith(OTHER_MEASURE_PREFIX):
            continue
        year = told.group(1)
        beside = {x.measure for x in own if x.period == year}
        for measure, pair in _PAIR_OF.items():
            if pair <= beside:
                c.measure, c.period, c.percent = measure, year, True


def _behind_end(columns: Sequence[Column]) -> None:
    """A percentage right behind the end target is how far that was reached, where another one is that of the year."""
    year = max((c.period for c in columns if c.measure == Measure.REALISASI), default="")
    achieved = [c for c in columns if c.measure == Measure.CAPAIAN_PCT and c.period in ("", year)]
    for end, share in itertools.pairwise(columns):
        if end.measure == Measure.TARGET_AKHIR and share in achieved[1:] and not share.period:
            share.measure = Measure.KEMAJUAN_PCT


_AGAINST_PLAN = re.compile(r"\b(?:terhadap|thd|thdp)\b.*\brenstra\b(?!.*\bakhir\b)")
_AGAINST_AGREEMENT = re.compile(
    r"(?:%|pers?en\w*|capaian)\s*(?:capaian )?(?:terhadap|thd|thdp) (?:target )?(?:pk|perjanjian kinerja)\b.*"
)


def _against_two_targets(columns: Sequence[Column]) -> None:
    """Percentages against the target of the plan for the year and against that of the agreement, where both stand
    beside them, and no end target, are achievements of the year."""
    own = [c for c in columns if c.role is Role.MEASURE]
    targets = [heading(c.header) for c in own if c.measure == Measure.TARGET]
    both = any("renstra" in t for t in targets) and len(targets) > 1
    if not both or any(c.measure == Measure.TARGET_AKHIR for c in own):
        return
    for c in own:
        head = heading(c.header)
        of_plan = c.measure == Measure.KEMAJUAN_PCT and _AGAINST_PLAN.search(head)
        of_agreement = c.measure.startswith(OTHER_MEASURE_PREFIX) and _AGAINST_AGREEMENT.fullmatch(head)
        if of_plan or of_agreement:
            c.measure, c.percent = Measure.CAPAIAN_PCT, True


def _of_growth(columns: Sequence[Column], body: Body) -> None:
    """A bare "%" tells by how much more was reached than the year before, or what part of it, where that fits in every
    row, and in none what was reached of the target ("Target 2022 | Realisasi 2022 | Target 2023 | Realisasi 2023 | %"
    with 3,24)."""
    own = [c for c in columns if c.role is Role.MEASURE]
    for share in own:
        pair = _PAIR_OF.get(share.measure)
        if pair is None or not PERCENT_ALONE.fullmatch(heading(share.header)):
            continue
        shares = body.get(share.col, [])
        reached = [c for c in own if c.measure in pair & _REACHED and c.period.isdigit()]
        pairs = [
            (a, r) for r in reached for a in own if a.measure in pair - _REACHED and a.period == r.period
        ]
        of_target = [off_ratio(shares, body.get(a.col, []), body.get(r.col, [])) for a, r in pairs]
        if any(off <= NEAR_SHARE for row in of_target for off in row):
            continue
        for before, after in itertools.combinations(sorted(reached, key=lambda c: c.period), 2):
            off = off_ratio(shares, body.get(before.col, []), body.get(after.col, []))
            later = before.period < after.period
            if later and off and (_all_near(off, 0) or _all_near(off, 100)):
                share.measure, share.period = OTHER_MEASURE_PREFIX + share.header, ""


def _all_near(off: Sequence[Decimal], points: int) -> bool:
    """Whether the percentages of all rows miss the ratio by so many points."""
    return all(abs(o - points) <= NEAR_SHARE for o in off)
