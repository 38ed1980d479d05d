"""The kecamatan that sentences take the report, its head or its agreement to be of, and the regencies and cities whose
institutions they name."""

import re
from collections.abc import Iterator, Sequence

from lkjip_normalize.prose.sentences import Sentence
from lkjip_schemas.prose import NamedUnit

_NAMED = re.compile(
    r"\b(?:LKj?\s?IP|LAKIP|LKIP|Laporan Kinerja|Perjanjian Kinerja|Rencana Strategis|Renstra|Capaian Kinerja|Camat|"
    r"Musrenbang|Kantor)"
    r"\s+(?:Kecamatan\s+)?(?P<name>[A-Z][a-z]+(?:\s+[A-Z][a-z]+){0,2})"
)
_REGION = re.compile(
    r"\b(?:Dinas|Badan|Inspektorat|Sekretariat|RSUD|Rumah Sakit|Pemerintah(?: Daerah)?|Bupati|Wali\s?[Kk]ota|"
    r"BAPPEDA|Bappeda|B(?:P?K[PAD]{2,4}|KPSDM|PBD|KD)|Satuan|Satpol|DPRD|APBD|Musrenbang|Puskesmas|Camat|Kecamatan)"
    r"(?:\s+(?:dan|serta|atau|[A-Z][\w/-]*)){0,8}?\s+(?P<name>(?:Kabupaten|Kota)\s+[A-Z][a-z]+"
    r"(?:\s+(?:dan\s+)?[A-Z][a-z]+){0,3})"
)
_KECAMATAN = re.compile(r"\bKecamatan\s+[A-Z]")


def find_named_regions(told: Sequence[Sentence]) -> tuple[NamedUnit, ...]:
    """The regency or city of each institution that a sentence names ("Dinas Pendidikan Kabupaten Supiori"), as printed:
    words behind its name may be part of it."""
    return tuple(_named(told, _REGION))


def find_named_units(told: Sequence[Sentence]) -> tuple[NamedUnit, ...]:
    """Each name once for every place: "LKIP Kecamatan Astanaanyar" gives "Astanaanyar"."""
    return tuple(unit for unit in _named(told, _NAMED) if _KECAMATAN.search(unit.text))


def _named(told: Sequence[Sentence], words: re.Pattern[str]) -> Iterator[NamedUnit]:
    return (
        NamedUnit(
            name=match.group("name"),
            text=match.group(),
            sentence=sentence.text,
            place=sentence.place(match.start(), match.end()),
        )
        for sentence in told
        for match in words.finditer(sentence.text)
    )
