"""The kecamatan that sentences take the report, its head or its agreement to be of."""

import re
from collections.abc import Sequence

from lkjip_normalize.prose.sentences import Sentence
from lkjip_schemas.prose import NamedUnit

_NAMED = re.compile(
    r"\b(?:LKj?\s?IP|LAKIP|LKIP|Laporan Kinerja|Perjanjian Kinerja|Rencana Strategis|Renstra|Capaian Kinerja|Camat|"
    r"Kantor)"
    r"\s+(?:Kecamatan\s+)?(?P<name>[A-Z][a-z]+(?:\s+[A-Z][a-z]+){0,2})"
)
_KECAMATAN = re.compile(r"\bKecamatan\s+[A-Z]")


def find_named_units(told: Sequence[Sentence]) -> tuple[NamedUnit, ...]:
    """Each name once for every place: "LKIP Kecamatan Astanaanyar" gives "Astanaanyar"."""
    return tuple(
        NamedUnit(
            name=match.group("name"),
            text=match.group(),
            sentence=sentence.text,
            place=sentence.place(match.start(), match.end()),
        )
        for sentence in told
        for match in _NAMED.finditer(sentence.text)
        if _KECAMATAN.search(match.group())
    )
