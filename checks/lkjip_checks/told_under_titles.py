"""Part of CT-08: what was reached, told under the title of an indicator by sentences that do not name it.

"3) Persentase desa yang tertib" stands over "Realisasi tahun 2023 88,67 % dari target 93,33.": the target is that of
the table, so that the other figure is the realisasi, and the tables have another one.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from lkjip_checks.rows import of_indicators, value_of
from lkjip_checks.rule import RuleHits
from lkjip_checks.told_realised import (
    IN_BRACKETS,
    PERCENT,
    PLAIN,
    TABLES,
    WHAT_WOULD_BE,
    figures_beside,
    is_the_target,
    of_another_scale,
    of_the_year,
    on_another,
    realised_hit,
    tells_realised,
    value_like,
)
from lkjip_checks.tolerance import decimals_of, distinct
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key, name_words, without_number
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import ToldSentence
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import Measure

LEAST_DECIMALS = 1
"""Whole numbers under a title may count anything."""

_WORDS = (
    r"(?:tahun(?:\s+\d{4})?|indikator|kinerja(?:nya)?|ini|sebesar|sebanyak|adalah|yaitu|yang|telah|sudah|hanya|baru|"
    r"berhasil|mampu|mencapai|ditetapkan|ditentukan|dicapai|diperoleh|pada|untuk|di|dengan|dapat|menjadi|nilai)"
)
"""Words that tell of no place, part or other matter."""
_OF = rf"(?:\s+{_WORDS}){{0,8}}?"
"""Words between what is told and its figure."""
_LEAD_IN = re.compile(rf"\W*(?:(?:{_WORDS}|adapun|sementara|itu|maka|capaian)\b\W*)*", re.IGNORECASE)
"""What may stand before what is told,"""
_CLAUSE_BEHIND = re.compile(
    r"\s*(?:%|persen\b|prosen\b|poin\b)?\s*(?:[.;]?$|[,;.(]|\b(?:atau|sehingga|dengan|karena|maka)\b)",
    re.IGNORECASE,
)
"""and what behind it: the end, or another clause."""
_END = r"(?![\w.,/-]*\d)"
_TARGET = rf"target(?:nya)?{_OF}\s+(?P<target>{PLAIN}){_END}"
_REACHED = (
    rf"(?:realisasi(?:nya)?|terealisasi|mencapai){_OF}\s+(?P<reached>{PLAIN}){_END}\s*(?P<unit>%|[a-z]+)?"
)
_TOLD = (
    re.compile(rf"\b{_REACHED}\s+dari\s+{_TARGET}", re.IGNORECASE),
    re.compile(rf"\b{_TARGET}\s*(?:%|[a-z]+)?,?\s+(?:dan|dengan|serta)\s+{_REACHED}", re.IGNORECASE),
    re.compile(
        rf"\b{_REACHED},?\s+(?:melampaui|melebihi|di\s?bawah|di\s?atas|belum\s+mencapai|memenuhi)\s+{_TARGET}",
        re.IGNORECASE,
    ),
)
_CLAUSE = frozenset(
    ["atau", "sehingga", "dengan", "yang", "karena", "dan", "pada", "tahun", "maka", "capaian", "serta"]
)
"""Words behind a figure that are no unit of it."""
_TITLE_NUMBER = re.compile(r"^\W*(?:\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z])[.)]|\d{1,2}(?=\s+[A-Z]))\s*")


def told_under_titles(view: ReportView) -> RuleHits:
    """Sentences under the title of an indicator that hold what was reached against its target, and tell another
    realisasi than the tables; gives the number of those that tell it."""
    compared = 0
    realised = of_indicators(view.report.observations, Measure.REALISASI, view.year, TABLES)
    titles: dict[str, list[Observation]] = defaultdict(list)
    for own in realised.values():
        titles[_key(own[0].subject)] += own
    known = {o.value for o in view.report.observations}
    beside = figures_beside(view)
    for told, topic in _under_titles(view.report.prose.sentences, titles):
        if told.place.confidence < SURE or len(distinct([value_of(o) for o in topic])) != 1:
            continue
        match = next((m for pattern in _TOLD if (m := pattern.search(told.text))), None)
        if match is None or not _of_the_topic_alone(told.text, match, topic, titles):
            continue
        if not of_the_year(told.text, view.year):
            continue
        targets = [o for r in topic for o in beside[r.table_no, r.row] if o.measure == Measure.TARGET]
        reached = value_like(match["reached"], topic[0])
        if not is_the_target(match["target"], targets):
            continue
        compared += 1
        if reached not in known and _differs(reached, (match["unit"] or "").lower(), topic[0], targets):
            yield realised_hit(told, match["reached"], topic)
    return compared


def _under_titles(
    sentences: Iterable[ToldSentence], titles: Mapping[str, Sequence[Observation]]
) -> Iterator[tuple[ToldSentence, Sequence[Observation]]]:
    """The sentences right behind the title of an indicator, with its realisasi: later ones may tell of anything. Not
    behind titles of several, which are a list."""
    topic: Sequence[Observation] = ()
    listed = False
    for told in sentences:
        title = titles.get(_key(_TITLE_NUMBER.sub("", told.text))) or ()
        if topic and not title and not listed:
            yield told, topic
        listed = bool(topic and title)
        topic = title


def _of_the_topic_alone(
    text: str, match: re.Match[str], topic: Sequence[Observation], titles: Iterable[str]
) -> bool:
    """Whether a sentence tells of nothing but the indicator above it."""
    before, behind = text[: match.start()], text[match.end() :]
    key, own = name_key(text), _key(topic[0].subject)
    return (
        _LEAD_IN.fullmatch(before) is not None
        and _CLAUSE_BEHIND.match(behind) is not None
        and not on_another(behind, topic)
        and not WHAT_WOULD_BE.search(text)
        and not any(other in key for other in titles if other not in own)
    )


def _key(name: str) -> str:
    """The key of a name without its number and what stands in brackets ("Persentase desa yang tertib (%)")."""
    return name_key(IN_BRACKETS.sub(" ", without_number(name)))


def _differs(reached: Decimal, unit: str, realised: Observation, targets: Sequence[Observation]) -> bool:
    """Whether a figure with decimals, in the unit of the realisasi, is another one."""
    counted = {"", *_CLAUSE, *name_words(f"{realised.unit} {realised.subject}")}
    if of_another_scale(unit, realised) or (not PERCENT.match(unit) and unit not in counted):
        return False
    return decimals_of(reached) >= LEAST_DECIMALS and not tells_realised(reached, realised, targets)
