"""Parts of CP-11 and CP-12: grades that a sentence gives to a score."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from lkjip_checks.numbers_text import capital, number_id, pages_en, pages_id, quoted, shown
from lkjip_checks.rule import Hit, RuleHits
from lkjip_checks.view import ReportView
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import ToldSentence

_SCORE = re.compile(r"\b\d{2}[.,]\d{1,2}\b(?!\s*%)")
_SCORED = r"(?:[^.;\d]|\b(?:19|20)\d\d\b){0,120}?(?P<score>\d{2}[.,]\d{1,2})\b"
_CALLED = (
    r"[^.;\d]{{0,60}}?\b(?:mutu(?: pelayanan)?|predikat|kategori|grade)\b"
    r"\s*[:“\"'(]?\s*(?P<grade>{grades})\b(?![.,]?\w)"
)


@dataclass(frozen=True, slots=True)
class Graded:
    """How sentences name what is scored, with its score, and its grade: in one sentence, or in the next one ("Nilai ini
    berada pada mutu pelayanan B")."""

    at_once: re.Pattern[str]
    score: re.Pattern[str]
    grade: re.Pattern[str]

    @classmethod
    def of(cls, name: str, grades: str) -> Self:
        """`name` and `grades` are patterns."""
        called = _CALLED.format(grades=grades)
        return cls(
            re.compile(rf"\b(?:{name})\b{_SCORED}{called}"),
            re.compile(rf"\b(?:{name})\b{_SCORED}(?!\s*%)"),
            re.compile(rf"(?:Nilai|Angka|Skor|Indeks|Hasil)\s+(?:ini|tersebut|itu)\b{called}"),
        )


_COMPARED = re.compile(
    r"\b(?:dari(?! hasil)|melampaui|belum|hampir|menuju|batas|unsur|target\w*|rata-rata|rerata|sebelum\w*|lalu|bukan|"
    r"minimal|maksimal|dibanding\w*|di\s?(?:atas|bawah))\b|\((?:AA|A|BB|B|CC|C|D)\)",
    re.IGNORECASE,
)
"""Words between a score and a grade that is only compared with it or is of another thing, or the grade of the score."""
SATISFACTION = Graded.of("IKM|SKM|[Kk]epuasan [Mm]asyarakat", "A|B|C|D")
"""A satisfaction index."""
_ANOTHER_SCORE = re.compile(
    r"\b(?:S?AKIP|RB|SPBE|PEKPPP|reformasi|evaluasi|pengawasan|kearsipan|target\w*|ditargetkan)\b",
    re.IGNORECASE,
)
"""Words before a score that give it to something else, or plan it."""
SAKIP = Graded.of("SAKIP|AKIP", "AA|A|BB|B|CC|C|D")
"""The score of an AKIP evaluation."""


def _value(score: str) -> Decimal:
    return Decimal(score.replace(",", "."))


def told_grades(
    view: ReportView, rule_id: str, graded: Graded, grade_of: Callable[[Decimal], str], basis: str
) -> RuleHits:
    """Sentences that give a score another grade than its band; gives the number of graded scores."""
    compared = 0
    before: ToldSentence | None = None
    for told in view.report.prose.sentences:
        said, before = before, told
        if told.place.confidence < SURE:
            continue
        found = given = graded.at_once.search(told.text)
        score_in = told.text[: found.start("grade")] if found else ""
        if found is None and said is not None and (given := graded.grade.match(told.text)):
            found = graded.score.search(said.text)
            score_in = said.text[: found.end()] if found else ""
            if any(grade_of(_value(x)) == given["grade"] for x in _SCORE.findall(said.text)):
                continue  # the one that is meant
        if found is None or given is None or (graded is SATISFACTION and _ANOTHER_SCORE.search(score_in)):
            continue
        start = found.end("score") if given is found else 0
        if _COMPARED.search(told.text[start : given.start("grade")]):
            continue
        compared += 1
        score = _value(found["score"])
        right = grade_of(score)
        if right == given["grade"]:
            continue
        page, text = [told.place.page], shown(told.text)
        yield Hit(
            rule_id,
            f"{capital(pages_id(page))}: tertulis {quoted(text)}; nilai {number_id(score)} berpredikat {right} menurut "
            f"{basis}, bukan {given['grade']}.",
            f"{capital(pages_en(page))}: it says {quoted(text)}; a score of {score} has the grade {right} under "
            f"{basis}, not {given['grade']}.",
            (Figure.at(told.place, text, "kalimat"),),
            frozenset({f"{rule_id}:{told.place.page}:{round(told.place.box.top)}"}),
            copy_key=(found["score"], given["grade"]),
            expected=right,
        )
    return compared
