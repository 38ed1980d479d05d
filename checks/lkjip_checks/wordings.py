"""Several wordings of one thing, told by CT-04 of indicators and by CT-05 of sasaran."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from lkjip_checks.numbers_text import capital, pages_en, pages_id, quoted
from lkjip_checks.rule import Hit
from lkjip_normalize.wording import letters
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import ReadBy, Severity

TOLD = 5
"""Things that a finding tells in words; the places of all are given."""
SLIP_LETTERS = 2
"""Wordings that differ in so many letters are spelt differently; more make another wording."""
_ENDING = re.compile(r"(?:kan|nya|an|i)$")


@dataclass(frozen=True, slots=True)
class Wordings:
    """Two wordings of one thing, and a figure under each; `remark_*` says more of the second one."""

    one: str
    other: str
    figures: tuple[Observation, Observation]
    remark_id: str = ""
    remark_en: str = ""


Said = tuple[str, str]
"""What is said before the list of wordings, Indonesian and English."""


def told_apart(rule_id: str, pairs: Sequence[Wordings], worded: Said, spelt: Said) -> Iterator[Hit]:
    """What is worded in several ways; and, low, what is only spelt so, except where OCR may have misspelt it.

    `{count}` in what is said is the number of pairs.
    """
    apart: list[Wordings] = []
    slips: list[Wordings] = []
    for pair in pairs:
        if not spelt_alike(pair.one, pair.other):
            apart.append(pair)
        elif all(o.place.read_by is not ReadBy.OCR for o in pair.figures):
            slips.append(pair)
    if apart:
        yield _hit(rule_id, apart, worded, rule_id)
    if slips:
        yield _hit(rule_id, slips, spelt, f"{rule_id}:ejaan", Severity.LOW)


def _hit(
    rule_id: str, pairs: Sequence[Wordings], said: Said, fact: str, severity: Severity | None = None
) -> Hit:
    figures = [o for pair in pairs for o in pair.figures]
    pages = sorted({o.place.page for o in figures})
    shown = [(p, [p.figures[0].place.page], [p.figures[1].place.page]) for p in pairs[:TOLD]]
    listed_id = "; ".join(
        f"{quoted(p.one)} ({pages_id(a)}) dan {quoted(p.other)} ({pages_id(b)}){p.remark_id}"
        for p, a, b in shown
    )
    listed_en = "; ".join(
        f"{quoted(p.one)} ({pages_en(a)}) and {quoted(p.other)} ({pages_en(b)}){p.remark_en}"
        for p, a, b in shown
    )
    said_id, said_en = (text.format(count=len(pairs)) for text in said)
    return Hit(
        rule_id,
        f"{capital(pages_id(pages))}: {said_id}: {listed_id}.",
        f"{capital(pages_en(pages))}: {said_en}: {listed_en}.",
        tuple(Figure.of(o) for o in figures),
        frozenset({fact}),
        severity=severity,
    )


def spelt_alike(one: str, other: str) -> bool:
    """Whether two wordings differ in no more than a few letters: a slip of spelling, or of reading.

    Another ending makes another word: "Meningkatnya" is a result, "Meningkatkan" is to be done.
    """
    a, b = letters(one), letters(other)
    same = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    if max(len(a), len(b)) - same > SLIP_LETTERS or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    words = zip(one.lower().split(), other.lower().split(), strict=False)
    return not any(x != y and _ENDING.sub("", x) == _ENDING.sub("", y) for x, y in words)
