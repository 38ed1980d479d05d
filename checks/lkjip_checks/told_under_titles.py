"""Part of CT-08: what was reached, told under the title of an indicator by sentences that do not name it.

"3) Persentase desa yang tertib" stands over "Realisasi tahun 2023 88,67 % dari target 93,33.": the target is that of
the table, so that the other figure is the realisasi, and the tables have another one.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from lkjip_checks.rows import of_indicators, value_of
from lkjip_checks.rule import RuleHits
from lkjip_checks.told_realised import (
    APART,
    TABLES,
    figures_beside,
    in_percent,
    of_the_year,
    on_another,
    other_meanings,
    realised_hit,
    value_like,
)
from lkjip_checks.tolerance import KNOWN_CAPS, decimals_of, distinct, unit_of
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key, without_number
from lkjip_schemas.place import SURE
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import Measure

FOLLOWING = 4
"""So many sentences behind its title are told of an indicator."""
LEAST_DECIMALS = 1
"""Whole numbers under a title may count anything."""

_PLAIN = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?|\d+(?:[.,]\d{1,4})?"
_OF = r"(?:\s+(?:tahun\s+\d{4}|(?!sebelum|lalu|akhir|semester|triwulan)[a-z]+)){0,8}?"
"""Words between what is told and its figure."""
_END = r"(?![\w.,/-]*\d)"
_TOLD = (
    re.compile(
        rf"\b(?:realisasi(?:nya)?|terealisasi|mencapai){_OF}\s+(?P<reached>{_PLAIN}){_END}\s*(?P<unit>%|[a-z]+)?\s+"
        rf"dari\s+target(?:nya)?{_OF}\s+(?P<target>{_PLAIN}){_END}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\btarget(?:nya)?{_OF}\s+(?P<target>{_PLAIN}){_END}\s*(?:%|[a-z]+)?,?\s+(?:dan|dengan|serta)\s+"
        rf"(?:realisasi(?:nya)?|terealisasi){_OF}\s+(?P<reached>{_PLAIN}){_END}\s*(?P<unit>%|[a-z]+)?",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:realisasi(?:nya)?|terealisasi|mencapai){_OF}\s+(?P<reached>{_PLAIN}){_END}\s*(?P<unit>%|[a-z]+)?,?\s+"
        rf"(?:melampaui|melebihi|di\s?bawah|di\s?atas|belum\s+mencapai|memenuhi)\s+target(?:nya)?{_OF}\s+"
        rf"(?P<target>{_PLAIN}){_END}",
        re.IGNORECASE,
    ),
)
_SCALE = re.compile(r"ribu|juta|mil[iy]ar", re.IGNORECASE)
_PERCENT = re.compile(r"%|persen|prosen", re.IGNORECASE)
_TITLE_NUMBER = re.compile(r"^\W*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z])[.)]|\d{1,2}(?=\s+[A-Z]))\s*")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_ENDS_TOPIC = re.compile(r"^\W*(?:sasaran|tujuan|program|kegiatan|bab)\b", re.IGNORECASE)


def told_under_titles(view: ReportView) -> RuleHits:
    """Sentences under the title of an indicator that hold what was reached against its target, and tell another
    realisasi than the tables; gives the number of those that tell it."""
    compared = 0
    realised = of_indicators(view.report.observations, Measure.REALISASI, view.year, TABLES)
    titles: dict[str, list[Observation]] = defaultdict(list)
    for own in realised.values():
        titles[_key(own[0].subject)] += own
    known: dict[str, set[Decimal | None]] = defaultdict(set)
    for o in view.report.observations:
        known[_key(o.subject)].add(o.value)
    beside = figures_beside(view)
    topic: Sequence[Observation] = ()
    behind = 0
    for told in view.report.prose.sentences:
        title = titles.get(_key(_TITLE_NUMBER.sub("", told.text)))
        behind = 0 if title else behind + 1
        if title or _ENDS_TOPIC.match(told.text) or behind > FOLLOWING:
            topic = title or ()
            continue
        if not topic or told.place.confidence < SURE or len(distinct([value_of(o) for o in topic])) != 1:
            continue
        match = next((m for pattern in _TOLD if (m := pattern.search(told.text))), None)
        if match is None or not of_the_year(told.text, view.year):
            continue
        if on_another(told.text[: match.start()] + told.text[match.end() :], topic):
            continue
        targets = [o for r in topic for o in beside[r.table_no, r.row] if o.measure == Measure.TARGET]
        reached = value_like(match["reached"], topic[0])
        if not targets or any(value_like(match["target"], o) != o.value or not o.value for o in targets):
            continue
        compared += 1
        if reached not in known[_key(topic[0].subject)] and _differs(
            reached, match["unit"] or "", topic[0], targets
        ):
            yield realised_hit(told, match["reached"], topic)
    return compared


def _key(name: str) -> str:
    """The key of a name without its number and what stands in brackets ("Persentase desa yang tertib (%)")."""
    return name_key(_BRACKETS.sub(" ", without_number(name)))


def _differs(reached: Decimal, unit: str, realised: Observation, targets: Sequence[Observation]) -> bool:
    """Whether a figure is not the realisasi, be it rounded or told as what it is of the target."""
    if _SCALE.match(unit) or (_PERCENT.match(unit) and not in_percent(realised)):
        return False
    if decimals_of(reached) < LEAST_DECIMALS <= decimals_of(value_of(realised)):
        return False
    step = unit_of(decimals_of(reached))
    others = [*other_meanings(value_of(realised), [value_of(o) for o in targets]), *KNOWN_CAPS]
    return abs(reached - value_of(realised)) > step and all(
        abs(reached - other) > max(step, APART) for other in others
    )
