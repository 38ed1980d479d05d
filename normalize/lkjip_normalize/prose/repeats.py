"""Sentences that a report prints more than once."""

import re
from collections import defaultdict
from collections.abc import Sequence

from lkjip_normalize.prose.sentences import Sentence
from lkjip_schemas.place import Place
from lkjip_schemas.prose import Repeat

LEAST_WORDS = 18
"""Shorter sentences are repeated for good reason (titles, formulas of courtesy)."""
_PICTURED_BULLET = re.compile(r"^[\ue000-\uf8ff\u2190-\u2bff\s]+")
"""Signs of fonts of symbols, which a reader cannot see in a message."""
_REST = re.compile(r"(?!\w{1,2}[.)]?\s)(?:[a-z]|\d+(?:[.,]\d+)*\s?%?,\s)")
"""The rest of a sentence that began on another page."""
_SIGNS = re.compile(r"[^a-z0-9]+")


def find_repeats(told: Sequence[Sentence]) -> tuple[Repeat, ...]:
    """Long sentences printed on several places, word for word and figure for figure, with all their places; without
    the bullets before them, and without the rest of a sentence that began on another page."""
    places: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for sentence in told:
        text = _PICTURED_BULLET.sub("", sentence.text)
        if len(text.split()) >= LEAST_WORDS and not _REST.match(text):
            places[_SIGNS.sub("", text.lower())].append((text, sentence.place(0, len(sentence.text))))
    return tuple(
        Repeat(text=found[0][0], places=tuple(place for _, place in found))
        for found in places.values()
        if len({(p.page, round(p.box.top)) for _, p in found}) > 1
    )
