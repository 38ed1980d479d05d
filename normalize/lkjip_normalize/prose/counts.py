"""Numbers that sentences write twice, as numeral and as word ("3 (tiga) sasaran")."""

import re
from collections.abc import Sequence

from lkjip_normalize.prose.sentences import Sentence
from lkjip_schemas.prose import Count

_COUNT = re.compile(r"\b(?P<digits>\d{1,2})\s*\(\s*(?P<words>[A-Za-z]+(?:\s+[A-Za-z]+){0,2})\s*\)")


def find_counts(told: Sequence[Sentence]) -> tuple[Count, ...]:
    """All of them, in order; whether numeral and word agree is not judged here."""
    return tuple(
        Count(
            digits=match.group("digits"),
            words=match.group("words"),
            text=match.group(),
            place=sentence.place(match.start(), match.end()),
        )
        for sentence in told
        for match in _COUNT.finditer(sentence.text)
    )
