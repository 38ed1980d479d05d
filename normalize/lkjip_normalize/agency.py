"""The reporting unit and its region: the name that the document prints most, with its place."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lkjip_normalize.regions import KECAMATAN_WORDS, is_region_name, known_region
from lkjip_normalize.wording import collapse
from lkjip_schemas.document import PageReading

COVER_PAGES = 2
COVER_WEIGHT = 12
"""A name on the cover counts as much as this many mentions in running text."""
SHORT_PAGE = 1500
"""Letters of a cover, at most."""
TAIL = 200
"""Letters behind a name in which its place may stand."""
LEAST_TOLD = 3
"""Mentions of the government of a region before the report is its own."""
READ_PAGES = 60
"""The name of the unit is clear after this many pages."""
LONGER_SHARE = 0.25
"""A longer form of the name is taken when this share of its mentions print it in full."""

_HEAD = (
    r"(?:DINAS|Dinas|BADAN|Badan|INSPEKTORAT|Inspektorat|SEKRETARIAT|Sekretariat|KANTOR|Kantor|BIRO|Biro|"
    r"SATUAN POLISI PAMONG PRAJA|Satuan Polisi Pamong Praja|SATPOL PP|Satpol PP|RUMAH SAKIT|Rumah Sakit|RSUD|"
    r"BAPPEDA|Bappeda|KECAMATAN|Kecamatan|KAPANEWON|Kapanewon|KEMANTREN|Kemantren|DISTRIK|Distrik|"
    r"KELURAHAN|Kelurahan|BAKESBANGPOL|BALAI|Balai|(?:UPTD? )?(?:PUSKESMAS|Puskesmas))"
)
_WORD = r"(?:[A-Z][A-Za-z]+(?:[/-][A-Z][A-Za-z]+)*)"
_NAME = re.compile(rf"\b({_HEAD}(?:,?\s+(?:(?:dan|Dan|DAN|serta|&)\s+)?{_WORD}){{0,9}})")
_PLACE_NAME = (
    r"(PROVINSI|Provinsi|PROPINSI|Propinsi|KABUPATEN|Kabupaten|KOTA|Kota)\s+((?:[A-Z][A-Za-z]+\s*){1,4})"
)
_PLACE = re.compile(rf"^,?\s*{_PLACE_NAME}")
_GOVERNMENT_OF = re.compile(rf"\b(?:PEMERINTAH|Pemerintah)\s+(?:DAERAH\s+|Daerah\s+)?{_PLACE_NAME}")
_ANY_PLACE = re.compile(rf"\b{_PLACE_NAME}")
_END = re.compile(
    r"\b(?:kabupaten|kota|provinsi|propinsi|tahun|pemerintah|nomor|renstra|lkjip|lkip|lakip|laporan|perjanjian|"
    r"rencana|bab|jl|jalan|telp|kepala|camat|nip|sebagai|dalam|untuk|yang|bupati|walikota|gubernur|adalah|tabel|"
    r"indikator|sasaran|program|periode|target|realisasi|halaman|lampiran|jabatan|nama|pihak|eselon|selaku|"
    r"republik|menteri|kementerian|selanjutnya|rekapitulasi|pertanggal|tanggal|tujuan|review|membina|no|ta|t\.a)\b",
    re.I,
)
_HEALTH_CENTRE = re.compile(r"(?:uptd? )?puskesmas\b", re.I)
_SHORT_PLACE = re.compile(r"\s+(?:kab|prov)$", re.I)
"""What is left of "Kab. Bone" behind a name."""
_ANOTHER_UNIT = re.compile(rf"\b(?:{'|'.join(KECAMATAN_WORDS)}|kelurahan)\b", re.I)
_NOT_AGENCIES = re.compile(
    r"^(?:kecamatan|kelurahan|distrik) (?:dan|serta|penduduk|jumlah)\b|"
    r"^(?:badan (?:usaha|hukum|publik|pemeriksa|pusat|legislatif|anggaran|kehormatan|musyawarah|layanan|"
    r"permusyawaratan)|"
    r"dinas (?:luar|dalam|instansi|terkait)|kantor (?:camat|lurah|walikota|bupati|dinas)|rumah sakit (?:swasta|tipe)|"
    r"sekretariat (?:negara|jenderal)|(?:uptd? )?puskesmas (?:pembantu|keliling|rawat|non|induk|dan|di|se|yang))\b",
    re.I,
)
_ALONE = frozenset({"inspektorat", "bappeda", "sekretariat dprd", "satpol pp", "satuan polisi pamong praja"})


GOVERNMENT = "Pemerintah"
"""First word of the name of a unit that is a whole regency, city or province."""
_WHOLE_REGION = re.compile(rf"\b(?:PEMERINTAH|Pemerintah)(?:AN|an)?\s+(?:DAERAH\s+|Daerah\s+)?{_PLACE_NAME}")


@dataclass(frozen=True, slots=True)
class Agency:
    """The unit as printed, the page it was read from, and its region (empty where not printed)."""

    name: str
    page: int
    kabkota: str
    provinsi: str


def find_agency(pages: Sequence[PageReading]) -> Agency:
    """The unit whose name the document prints most, the cover counting more."""
    names: Counter[str] = Counter()
    shown: dict[str, Counter[str]] = {}
    first: dict[str, int] = {}
    places: dict[str, Counter[str]] = {}
    in_one_line: Counter[str] = Counter()
    for order, page in enumerate(pages[:READ_PAGES]):
        text = "\n".join(collapse(line.text) for line in page.lines)
        weight = COVER_WEIGHT if order < COVER_PAGES and len(text) < SHORT_PAGE else 1
        for match in _NAME.finditer(text):
            at_line_end = collapse(_trim(match.group(1).partition("\n")[0], "")[0]).lower()
            after = re.sub(r"\s+", " ", text[match.end() : match.end() + TAIL])
            name, tail = _trim(collapse(match.group(1)), after)
            in_one_line[name.lower()] += name.lower() == at_line_end
            key = name.lower()
            if _NOT_AGENCIES.match(name) or (len(name.split()) < 2 and key not in _ALONE):
                continue
            behind = weight == 1 or (order > 0 and names)
            if behind and key not in names and _HEALTH_CENTRE.match(name):
                continue  # a department names its own; one that reports stands on the cover
            names[key] += weight
            shown.setdefault(key, Counter())[name] += 1
            first.setdefault(key, page.page)
            place = _PLACE.match(tail)
            if place:
                found = _place_name(place.group(1), place.group(2))
                if found:
                    places.setdefault(key, Counter())[found] += weight
    if not names:
        return _whole_region(pages, 0) or Agency("", 0, *_region(pages, Counter()))
    key = _longer(names, in_one_line)
    whole = _whole_region(pages, sum(shown[key].values()))
    if whole is not None:
        return whole
    own = Counter[str]()
    for other, counter in places.items():
        if other.startswith(key) or key.startswith(other):
            own.update(counter)
    name = max(shown[key].items(), key=lambda item: (not item[0].isupper(), item[1]))[0]
    return Agency(_SHORT_PLACE.sub("", _case(name)), first[key], *_region(pages, own))


def _trim(name: str, after: str) -> tuple[str, str]:
    """The name up to the first word that ends it, and what follows."""
    head_end = name.find(" ") if " " in name else len(name)
    stops = [m.start() for p in (_END, _ANOTHER_UNIT) if (m := p.search(name, head_end))]
    if stops:
        after = name[min(stops) :] + after
        name = name[: min(stops)]
    name = re.sub(r"(?:,|\s)+(?:dan|Dan|DAN|serta|&)?$", "", name.strip(" ,"))
    words = name.split()
    if words[0].lower() in {*KECAMATAN_WORDS, "kelurahan"}:
        keep = min(len(words) - 1, 3)
        after = " " + " ".join(words[1 + keep :]) + after
        words = words[: 1 + keep]
    return " ".join(words), after


def _whole_region(pages: Sequence[PageReading], mentions: int) -> Agency | None:
    """The government of a whole regency, city or province, where the cover names no unit of it and the text speaks of
    the government at least as often as of any unit."""
    cover = collapse(" ".join(line.text for line in pages[0].lines)) if pages else ""
    place = _ANY_PLACE.search(cover)
    named = [m.group(1) for m in _NAME.finditer(cover) if not _NOT_AGENCIES.match(m.group(1))]
    if place is None or named or len(cover) > SHORT_PAGE:
        return None
    own = _place_name(place.group(1), place.group(2))
    told = sum(
        _place_name(m.group(1), m.group(2)) == own
        for page in pages[:READ_PAGES]
        for m in _WHOLE_REGION.finditer(collapse(" ".join(line.text for line in page.lines)))
    )
    if not own or told < max(mentions, LEAST_TOLD):
        return None
    of_province = own.startswith("Provinsi ")
    return Agency(
        f"{GOVERNMENT} {own}",
        pages[0].page,
        "" if of_province else own,
        own.partition(" ")[2] if of_province else "",
    )


def _longer(names: Counter[str], in_one_line: Counter[str]) -> str:
    """The most frequent name, in its longest form that is printed often enough. A form never printed in one line
    may end with what stands in the next, the name of a person: the shorter one, where it is printed, is right."""
    best = names.most_common(1)[0][0]
    if not in_one_line[best]:
        shorter = [n for n in names if best.startswith(n + " ") and in_one_line[n]]
        best = max(shorter, key=len, default=best)
    while True:
        longer = [
            (n, name)
            for name, n in names.items()
            if name.startswith(best + " ")
            and n >= LONGER_SHARE * names[best]
            and n >= 2
            and in_one_line[name]
        ]
        if not longer:
            return best
        best = max(longer)[1]


def _place_name(word: str, rest: str) -> str:
    """ "Kota Padang Panjang" from its word and the capitals that follow; empty when it is no place."""
    kind = "Provinsi" if word.lower() in {"provinsi", "propinsi"} else word.capitalize()
    words = [w.capitalize() for w in rest.split()]
    for n in range(min(len(words), 4), 0, -1):
        name = " ".join(words[:n])
        if is_region_name(name):
            return f"{kind} {name}"
    stop = next((i for i, w in enumerate(words) if _END.fullmatch(w)), len(words))
    return f"{kind} {' '.join(words[: min(stop, 2)])}" if stop else ""


def _region(pages: Sequence[PageReading], own: Counter[str]) -> tuple[str, str]:
    """(kabupaten/kota, provinsi) printed with the unit's name, else in "Pemerintah Kabupaten ..."."""
    if not own:
        for page in pages[:READ_PAGES]:
            text = collapse(" ".join(line.text for line in page.lines))
            for match in _GOVERNMENT_OF.finditer(text):
                own[_place_name(match.group(1), match.group(2))] += 3
            for match in _ANY_PLACE.finditer(text):
                name = _place_name(match.group(1), match.group(2))
                if known_region(name) or name.startswith("Provinsi"):
                    own[name] += 1
        own.pop("", None)
    if not own:
        return "", ""
    best = max(own.items(), key=lambda item: (item[1], item[0]))[0]
    if best.startswith("Provinsi "):
        return "", best.partition(" ")[2]
    return best, ""


_KEEP = {"DPRD", "PP", "KB", "RSUD", "UMKM", "PTSP", "SDM", "ESDM", "KUMKM", "BAPPEDA", "UPT", "UPTD"}


def _case(name: str) -> str:
    """Title case for names printed in capitals; short words stay small."""
    if not name.isupper():
        return name
    small = {"dan", "di", "ke", "dengan", "untuk"}
    return " ".join(
        w if w in _KEEP else (w.lower() if w.lower() in small else w.capitalize()) for w in name.split()
    )
