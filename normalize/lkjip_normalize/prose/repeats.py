"""Sentences that a report prints more than once."""

import re
from collections import defaultdict
from collections.abc import Sequence

from lkjip_normalize.prose.sentences import Sentence
from lkjip_schemas.place import Place
from lkjip_schemas.prose import Repeat

LEAST_WORDS = 18
"""Shorter sentences are repeated for good reason (titles, formulas of courtesy)."""
_BULLET = re.compile(r"^[\W_]+")
_SIGNS = re.compile(r"[^a-z0-9]+")


def find_repeats(told: Sequence[Sentence]) -> tuple[Repeat, ...]:
    """Long sentences printed on several places, word for word and figure for figure, with all their places; without
    the bullets before them, and without the rest of a sentence that began on another page."""
    places: dict[str, list[tuple[str, Place]]] = defaultdict(list)
    for sentence in told:
        text = _BULLET.sub("", sentence.text)
        if len(text.split()) >= LEAST_WORDS and text[0].isupper():
            places[_SIGNS.sub("", text.lower())].append((text, sentence.place(0, len(sentence.text))))
    return tuple(
        Repeat(text=found[0][0], places=tuple(place for _, place in found))
        for found in places.values()
        if len({(p.page, round(p.box.top)) for _, p in found}) > 1
    )
