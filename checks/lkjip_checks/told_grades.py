"""Parts of CP-11 and CP-12: grades that a sentence gives to a score."""

import re
from collections.abc import Callable
from decimal import Decimal

from lkjip_checks.numbers_text import capital, number_id, pages_en, pages_id, quoted, shown
from lkjip_checks.rule import Hit, RuleHits
from lkjip_checks.view import ReportView
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE

_GRADED = (
    r"\b(?:[^.;\d]|\b(?:19|20)\d\d\b){{0,120}}?(?P<score>\d{{2}}[.,]\d{{1,2}})\b"
    r"[^.;\d]{{0,60}}?\b(?:mutu(?: pelayanan)?|predikat|kategori|grade)\b"
    r"\s*[:“\"'(]?\s*(?P<grade>{grades})\b(?![.,]?\w)"
)
SATISFACTION = re.compile(
    r"\b(?:IKM|SKM|[Kk]epuasan [Mm]asyarakat)" + _GRADED.format(grades="A|B|C|D"),
)
"""A satisfaction index, its score and its grade in one sentence."""
_ANOTHER_SCORE = re.compile(
    r"\b(?:S?AKIP|RB|SPBE|PEKPPP|reformasi|evaluasi|pengawasan|kearsipan|target\w*|ditargetkan)\b",
    re.IGNORECASE,
)
"""Words before a score that give it to something else, or plan it."""
SAKIP = re.compile(r"\b(?:SAKIP|AKIP)" + _GRADED.format(grades="AA|A|BB|B|CC|C|D"))
"""The score of an AKIP evaluation and its grade in one sentence."""


def told_grades(
    view: ReportView, rule_id: str, pattern: re.Pattern[str], grade_of: Callable[[Decimal], str], basis: str
) -> RuleHits:
    """Sentences that give a score another grade than its band; gives the number of graded scores."""
    compared = 0
    for told in view.report.prose.sentences:
        found = pattern.search(told.text) if told.place.confidence >= SURE else None
        if found is None or (
            pattern is SATISFACTION and _ANOTHER_SCORE.search(told.text[: found.start("grade")])
        ):
            continue
        compared += 1
        score = Decimal(found["score"].replace(",", "."))
        right = grade_of(score)
        if right == found["grade"]:
            continue
        page, text = [told.place.page], shown(told.text)
        yield Hit(
            rule_id,
            f"{capital(pages_id(page))}: tertulis {quoted(text)}; nilai {number_id(score)} berpredikat {right} menurut "
            f"{basis}, bukan {found['grade']}.",
            f"{capital(pages_en(page))}: it says {quoted(text)}; a score of {score} has the grade {right} under "
            f"{basis}, not {found['grade']}.",
            (Figure.at(told.place, text, "kalimat"),),
            frozenset({f"{rule_id}:{told.place.page}:{round(told.place.box.top)}"}),
            copy_key=(found["score"], found["grade"]),
            expected=right,
        )
    return compared
