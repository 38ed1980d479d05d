"""Several wordings of one thing, told by CT-04 of indicators and by CT-05 of sasaran."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from lkjip_checks.numbers_text import capital, pages_en, pages_id, quoted
from lkjip_checks.rule import Hit
from lkjip_normalize.linking import without_number
from lkjip_normalize.wording import letters
from lkjip_schemas.finding import Figure
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import ReadBy, Severity

TOLD = 5
"""Things that a finding tells in words; the places of all are given."""
SLIP_LETTERS = 2
"""Wordings that differ in so many letters are spelt differently; more make another wording."""
OCR_LIKENESS = 0.9
"""Likeness from which on OCR may have read one wording in two ways."""
_KIND = re.compile(
    r"(?:sasaran(?:\s+strate[gj]i[sk])?|tujuan|indikator(?:\s+kinerja)?)\s*\d{0,2}\s*:\s*", re.IGNORECASE
)
"""What a name is of, before it."""
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
    for numbered in pairs:
        pair = replace(numbered, one=_bare(numbered.one), other=_bare(numbered.other))
        if letters(pair.one) == letters(pair.other) and pair != numbered:
            continue  # the same name but for what stands before it
        recognised = any(o.place.read_by is ReadBy.OCR for o in pair.figures)
        if not spelt_alike(pair.one, pair.other):
            if not (recognised and _nearly_alike(pair.one, pair.other)):
                apart.append(pair)
        elif not recognised:
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


def _bare(name: str) -> str:
    """A name without number, mark of a list, and what it is of."""
    return _KIND.sub("", without_number(name.lstrip(" *-•")), count=1)


def _nearly_alike(one: str, other: str) -> bool:
    """Whether two wordings are alike but for letters here and there, as OCR reads one, or one is the other cut."""
    short, long = sorted((letters(one), letters(other)), key=len)
    return not _other_ending(one, other) and any(
        SequenceMatcher(None, short, whole, autojunk=False).ratio() >= OCR_LIKENESS
        for whole in (long, long[: len(short)])
    )


def spelt_alike(one: str, other: str) -> bool:
    """Whether two wordings differ in no more than a few letters: a slip of spelling, or of reading.

    Another ending makes another word: "Meningkatnya" is a result, "Meningkatkan" is to be done.
    """
    a, b = letters(one), letters(other)
    same = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    if max(len(a), len(b)) - same > SLIP_LETTERS or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return not _other_ending(one, other)


def _other_ending(one: str, other: str) -> bool:
    """Whether two wordings have a word with different endings."""
    words = zip(one.lower().split(), other.lower().split(), strict=False)
    return any(x != y and _ENDING.sub("", x) == _ENDING.sub("", y) for x, y in words)
