"""Whose document it is, of which year and kind: from cover, headings, letterhead and text."""

import re
from collections import Counter
from collections.abc import Sequence

from lkjip_normalize.regions import find_region, known_region, region_names
from lkjip_normalize.wording import collapse, year_span, years_in
from lkjip_schemas.document import Document, PageReading
from lkjip_schemas.records import Identity
from lkjip_schemas.vocabulary import DocumentKind, UnitLevel

COVER_PAGES = 3
"""Cover, second cover and foreword: what stands here names the document."""

_KINDS: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = (
    (DocumentKind.LKJIP, re.compile(r"\b(?:lkj\s?ip|lkip|lakip)\b|laporan (?:akuntabilitas )?kinerja (?:instansi|tahunan|pemerintah|kecamatan|dinas|badan)|laporan akuntabilitas kinerja", re.I)),
    (DocumentKind.RENCANA_AKSI, re.compile(r"rencana aksi", re.I)),
    (DocumentKind.PK, re.compile(r"(?:perjanjian|penetapan) kinerja", re.I)),
    (DocumentKind.IKU, re.compile(r"indikator kinerja utama", re.I)),
    (DocumentKind.RENSTRA, re.compile(r"rencana strategis|\brenstra\b", re.I)),
)
_STOP = re.compile(
    r"\b(?:tahun|laporan|kinerja|pemerintah|anggaran|provinsi|propinsi|telp|telepon|jl|jalan|alamat|email|kode|"
    r"nomor|no|dan|yang|dalam|dengan|untuk|pada|adalah|telah|sebagai|merupakan|ini|oleh|di|berdasarkan|selaku|dapat|"
    r"akan|maka|serta|secara|sesuai|dari|ke|menjadi|memiliki|mempunyai|target|capaian|realisasi|no)\b|[\d:;,.()\"“”/]",
    re.I,
)
_AGENCY = re.compile(
    r"\b(dinas|badan|inspektorat|sekretariat daerah|sekretariat dprd|sekretariat|kantor|satuan polisi pamong praja|"
    r"satpol pp|rumah sakit umum daerah|rsud|rumah sakit|biro|bappeda|bagian|kelurahan|kecamatan)\b", re.I,
)


def identify(document: Document) -> Identity:
    """The identity of a document; what is not printed stays empty."""
    pages = [p for p in document.pages if p.lines]
    cover = pages[:COVER_PAGES]
    kind, kind_page = _kind(cover, document)
    year, year_page = _year(cover, pages, kind)
    agency, agency_page = _agency(cover, pages)
    kabkota = _place(r"kabupaten|kota", pages)
    kecamatan = agency.split(" ", 1)[1] if agency.lower().startswith("kecamatan ") else ""
    province = _place(r"provinsi|propinsi", cover)
    if not kecamatan and agency.lower().startswith("kelurahan"):
        kecamatan = _place(r"kecamatan", cover).partition(" ")[2]
    code, province_name = find_region(kabkota, kecamatan)
    evidence = tuple(
        (what, page, text)
        for what, page, text in (
            ("kind", kind_page, kind.value), ("year", year_page, str(year or "")), ("instansi", agency_page, agency),
        )
        if page
    )
    return Identity(
        kind=kind,
        title=_title(cover),
        instansi=agency,
        level=_level(agency, kabkota),
        kecamatan=kecamatan,
        kabkota=kabkota,
        provinsi=province_name or province.partition(" ")[2],
        wilayah_code=code,
        year=year,
        plan_period=_plan_period(pages),
        evidence=evidence,
    )


def _lines(pages: Sequence[PageReading]) -> list[tuple[int, str]]:
    return [(p.page, collapse(line.text)) for p in pages for line in p.lines]


def _kind(cover: Sequence[PageReading], document: Document) -> tuple[DocumentKind, int]:
    """The kind that a title line names; else chapters of a report; else words on the first pages."""
    for page in cover[:2]:
        for line in page.lines[:30]:
            if _is_title(line.text):
                for kind, pattern in _KINDS:
                    if pattern.search(line.text):
                        return kind, page.page
    for page in document.pages:
        if any(_REPORT_CHAPTER.match(collapse(line.text)) for line in page.lines[:12]):
            return DocumentKind.LKJIP, page.page
    for page in cover:
        text = " ".join(line.text for line in page.lines[:40])
        hits = [(m.start(), i) for i, (_, pattern) in enumerate(_KINDS) if (m := pattern.search(text))]
        if hits:
            return _KINDS[min(hits)[1]][0], page.page
    name = document.file.lower()
    for kind, stems in _FILE_STEMS:
        if any(name.startswith(stem) for stem in stems):
            return kind, 0
    return DocumentKind.OTHER, 0


_REPORT_CHAPTER = re.compile(r"(?:BAB\s+III\s+)?AKUNTABILITAS KINERJA\b", re.I)
_FILE_STEMS = (
    (DocumentKind.LKJIP, ("lkjip", "lakip", "lkip", "lkj")), (DocumentKind.PK, ("pk", "perjanjian")),
    (DocumentKind.IKU, ("iku",)), (DocumentKind.RENSTRA, ("renstra",)),
    (DocumentKind.RENCANA_AKSI, ("rencanaaksi", "renaksi", "rencana-aksi")),
)


def _is_title(text: str) -> bool:
    """A line of capitals or title case without the end of a sentence."""
    letters = [ch for ch in text if ch.isalpha()]
    capitals = sum(ch.isupper() for ch in letters)
    return len(text) < 110 and bool(letters) and capitals >= 0.6 * len(letters) and not text.rstrip().endswith((".", ","))


def _year(
    cover: Sequence[PageReading], pages: Sequence[PageReading], kind: DocumentKind
) -> tuple[int, int]:
    """The year reported on: "TAHUN 2023" in a title line, else the year named most in the document.

    Years of laws ("Nomor 29 Tahun 2014") and plan periods ("2018-2023") do not count.
    """
    for page in cover:
        for line in page.lines[:40]:
            text = collapse(line.text)
            if _is_title(text) and not year_span(text) and not _LAW.search(text):
                match = re.search(r"\btahun\s*(?:anggaran\s*)?:?\s*((?:20[0-4])\d)\b", text, re.I) or (
                    re.fullmatch(r"\W*(20[0-4]\d)\W*", text)
                )
                if match:
                    return int(match.group(1)), page.page
    counts: Counter[int] = Counter()
    for page in pages:
        text = _LAW.sub(" ", " ".join(line.text for line in page.lines))
        for match in re.finditer(r"\btahun\s*(anggaran\s*)?((?:20[0-4])\d)\b(?!\s*[-–])", text, re.I):
            counts[int(match.group(2))] += 3 if match.group(1) else 1
    if counts:
        return counts.most_common(1)[0][0], 0
    return 0, 0


def _plan_period(pages: Sequence[PageReading]) -> str:
    """The plan period named most often near the words Renstra, rencana strategis or RPJMD."""
    counts: Counter[str] = Counter()
    for page in pages:
        for line in page.lines:
            if re.search(r"\b(?:renstra|rencana strategis|rpjmd|visi|periode)\b", line.text, re.I):
                span = year_span(line.text)
                if span:
                    counts[span] += 1
    return counts.most_common(1)[0][0] if counts else ""


_LAW = re.compile(r"\b(?:nomor|no\.?)\s*:?\s*[\w./-]+\s+tahun\s+\d{4}", re.I)


def _agency(cover: Sequence[PageReading], pages: Sequence[PageReading]) -> tuple[str, int]:
    """The reporting unit: the agency whose name the first pages print in a line of its own."""
    for group in (cover, pages[:8]):
        for page, text in _lines(group):
            match = _AGENCY.search(text)
            if match and len(text) < 90 and match.start() < 45:
                name = _clip(text[match.start() :])
                if len(name.split()) >= 2 or name.lower() in {"inspektorat", "bappeda"}:
                    return _case(name), page
    return "", 0


def _clip(text: str) -> str:
    """The name at the head of a text: up to the first word that cannot belong to it."""
    head, _, tail = text.partition(" ")
    if head.lower() in {"kecamatan", "kelurahan"}:
        stop = re.search(r"\b(?:kabupaten|kota)\b", tail, re.I)
        tail = tail[: stop.start()] if stop else tail
        stop = _STOP.search(tail)
        tail = tail[: stop.start()] if stop else tail
        return collapse(f"{head} {' '.join(tail.split()[:4])}")
    stop = re.search(r"\b(?:kabupaten|kota|provinsi|propinsi|tahun|pemerintah kab|pemerintah kota)\b|[\d:;(]", text, re.I)
    return collapse(text[: stop.start()] if stop else text).strip(" ,.-")


def _case(name: str) -> str:
    """Title case for names printed in capitals; short words stay small."""
    if not name.isupper():
        return name
    small = {"dan", "di", "ke", "dengan", "untuk"}
    keep = {"DPRD", "PP", "KB", "RSUD", "UMKM", "PTSP", "SDM", "ESDM"}
    return " ".join(
        w if w in keep else (w.lower() if w.lower() in small else w.capitalize()) for w in name.split()
    )


def _place(word: str, pages: Sequence[PageReading]) -> str:
    """ "Kabupaten X" / "Kota X" as named most often on the given pages."""
    counts: Counter[str] = Counter()
    pattern = re.compile(rf"\b((?i:{word}))\s+([A-Z][A-Za-z]+(?:\s+[A-Z][A-Za-z]+){{0,2}})")
    for page in pages:
        for line in page.lines:
            for match in pattern.finditer(line.text):
                name = _clip_place(match.group(2))
                if name:
                    counts[f"{match.group(1).capitalize()} {_case_place(name)}"] += 1
    known = [(n, name) for name, n in counts.items() if known_region(name)]
    if known:
        return max(known)[1]
    return counts.most_common(1)[0][0] if counts else ""


def _clip_place(name: str) -> str:
    stop = _STOP.search(name)
    name = name[: stop.start()] if stop else name
    stop = re.search(r"\b(?:kecamatan|kabupaten|kota|dinas|badan|pemerintah|bupati|walikota|sekretariat)\b", name, re.I)
    return collapse(name[: stop.start()] if stop else name)


def _case_place(name: str) -> str:
    words = name.split()
    for n in range(len(words), 0, -1):
        candidate = " ".join(w.capitalize() for w in words[:n])
        if candidate.lower() in region_names():
            return candidate
    return " ".join(w.capitalize() for w in words[:1]) if not name.istitle() else name


def _level(agency: str, kabkota: str) -> UnitLevel:
    first = agency.lower().split(" ", 1)[0] if agency else ""
    if first == "kecamatan":
        return UnitLevel.KECAMATAN
    if first == "kelurahan":
        return UnitLevel.KELURAHAN
    if first:
        return UnitLevel.OPD
    return UnitLevel.KABKOTA if kabkota else UnitLevel.UNKNOWN


def _title(cover: Sequence[PageReading]) -> str:
    """The title line of the cover."""
    for _, text in _lines(cover)[:40]:
        if any(pattern.search(text) for _, pattern in _KINDS) and len(text) < 140:
            return text
    return ""
