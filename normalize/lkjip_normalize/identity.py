"""Whose document it is, of which year and kind: from cover, headings, text, and last the file name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from lkjip_normalize.agency import GOVERNMENT, Agency, find_agency
from lkjip_normalize.regions import KECAMATAN_WORDS, find_region, only_region_with
from lkjip_normalize.wording import collapse, year_span, years_in
from lkjip_schemas.document import Document, PageReading
from lkjip_schemas.records import Identity
from lkjip_schemas.vocabulary import DocumentKind, UnitLevel

PLAN_YEARS = range(3, 7)
"""Years from the first to the last of a medium-term plan; 2005-2025 is the long-term one."""
COVER_PAGES = 3
"""Cover, second cover and foreword: what stands here names the document."""

_KINDS: tuple[tuple[DocumentKind, re.Pattern[str]], ...] = (
    (
        DocumentKind.LKJIP,
        re.compile(
            r"\b(?:lkj\s?ip|lkip|lakip)\b|laporan akuntabilitas kinerja|"
            r"laporan kinerja (?:instansi|tahunan|pemerintah|kecamatan|dinas|badan)",
            re.I,
        ),
    ),
    (DocumentKind.RENCANA_AKSI, re.compile(r"rencana aksi", re.I)),
    (DocumentKind.PK, re.compile(r"(?:perjanjian|penetapan) kinerja", re.I)),
    (DocumentKind.IKU, re.compile(r"indikator kinerja utama", re.I)),
    (DocumentKind.RENSTRA, re.compile(r"rencana strategis|\brenstra\b", re.I)),
)


def identify(document: Document) -> Identity:
    """The identity of a document; what is not found stays empty. Only the kind may come from the file name."""
    pages = [p for p in document.pages if p.lines]
    cover = pages[:COVER_PAGES]
    kind, kind_page = _kind(cover, document)
    year, year_page = _year(cover, pages, document)
    if kind is DocumentKind.LKJIP and _is_a_work_plan(pages):
        kind = DocumentKind.OTHER
    if kind is DocumentKind.PK and _reports_the_year(document, year):
        kind = DocumentKind.LKJIP
    if not year and kind is not DocumentKind.LKJIP:  # a report is signed in the year after
        year = next((y for y, _ in Counter(_signed_years(pages)).most_common(1)), 0)
    unit = find_agency(pages)
    words = unit.name.split(" ", 1)
    kecamatan = words[1] if words[0].lower() in KECAMATAN_WORDS and len(words) > 1 else ""
    if words[0].lower() == "kelurahan":
        kecamatan = _kecamatan_of_kelurahan(cover)
    kabkota = unit.kabkota
    if kecamatan and not kabkota and not unit.provinsi:
        kabkota = only_region_with(kecamatan)
    code, province = find_region(kabkota, kecamatan, unit.provinsi)
    evidence = tuple(
        (what, page, text)
        for what, page, text in (
            ("kind", kind_page, kind.value),
            ("year", year_page, str(year or "")),
            ("instansi", unit.page, unit.name),
            ("kabkota", unit.page if kabkota != unit.kabkota else 0, f"Kecamatan {kecamatan}"),
        )
        if page
    )
    return Identity(
        kind=kind,
        title=_title(cover),
        instansi=unit.name,
        level=_level(unit),
        kecamatan=kecamatan,
        kabkota=kabkota,
        provinsi=province or unit.provinsi,
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


LEAST_PLANNED = 5
"""Pages that say so, at least."""
_WORK_PLAN = re.compile(r"\b(?:renja|rencana kerja(?: tahunan)?).*20\d\d\b", re.I)
"""The name of a yearly work plan, at the head or foot of its pages."""


def _is_a_work_plan(pages: Sequence[PageReading]) -> bool:
    """Whether most pages say at their head or foot that they are those of a yearly work plan ("Renja Tahun 2019"), and
    none that they are a report's: a plan bound behind the cover of a report."""
    running = [[x.text for x in p.lines if x.running] for p in pages]
    reports = any(_KINDS[0][1].search(text) for own in running for text in own)
    planned = sum(any(_WORK_PLAN.search(text) for text in own) for own in running)
    return not reports and planned >= LEAST_PLANNED and 2 * planned > len(pages)


def _reports_the_year(document: Document, year: int) -> bool:
    """Whether a document that begins with an agreement on a year has titles of what was reached and of what was spent
    in it, too: the tables of a report bound without its cover and text."""
    titles = []
    for page in document.pages[1:]:
        lines = [
            x.text for x in page.lines[:TITLE_LINES] if x.text.isupper() and len(x.text) <= LONGEST_TITLE
        ]
        together = " ".join(lines)
        years = set(map(int, re.findall(r"\b20\d\d\b", together)))
        if not _PLANNED.search(together) and years <= {year}:
            titles += lines
    return all(any(words.search(t) for t in titles) for words in (_REACHED, _SPENT))


TITLE_LINES, LONGEST_TITLE = 8, 120
"""The title of a page stands in so many first lines, in so many letters."""
_PLANNED = re.compile(r"\b(?:RENCANA|FORMULIR|FORMAT|TARGET)\b")
"""Titles of what is still to be done."""
_REACHED = re.compile(r"\b(?:PENGUKURAN|PENCAPAIAN|CAPAIAN) KINERJA\b")
_SPENT = re.compile(r"\bREALISASI (?:KINERJA DAN |FISIK DAN )?(?:ANGGARAN|KEUANGAN)\b")
_REPORT_CHAPTER = re.compile(r"(?:BAB\s+III\s+)?AKUNTABILITAS KINERJA\b", re.I)
_FILE_STEMS = (
    (DocumentKind.LKJIP, ("lkjip", "lakip", "lkip", "lkj")),
    (DocumentKind.PK, ("pk", "perjanjian")),
    (DocumentKind.IKU, ("iku",)),
    (DocumentKind.RENSTRA, ("renstra",)),
    (DocumentKind.RENCANA_AKSI, ("rencanaaksi", "renaksi", "rencana-aksi")),
)


def _is_title(text: str) -> bool:
    """A line mostly of capitals, without the end of a sentence."""
    letters = [ch for ch in text if ch.isalpha()]
    capitals = sum(ch.isupper() for ch in letters)
    return (
        len(text) < 110
        and bool(letters)
        and capitals >= 0.6 * len(letters)
        and not text.rstrip().endswith((".", ","))
    )


def _year(cover: Sequence[PageReading], pages: Sequence[PageReading], document: Document) -> tuple[int, int]:
    """The year reported on: "TAHUN 2023" in a title line, else the year named most in the document.

    A year alone on a line is a title unless it ends a sentence ("2018.").

    Years of laws ("Nomor 29 Tahun 2014") and plan periods ("2018-2023") do not count.
    """
    for page in cover:
        for line in page.lines[:40]:
            text = collapse(line.text)
            match = re.fullmatch(r"[^\w.,;:]*(20[0-4]\d)[^\w.,;:)]*", text) or _titled_year(text)
            if match:
                return int(match.group(1)), page.page
    for page in cover:
        for line in page.lines[:40]:
            if match := _YEAR_OF_FORM.fullmatch(collapse(line.text)):
                return int(match.group(1)), page.page
    for table in document.tables:
        for cell in table.cells if table.page_from <= COVER_PAGES else ():
            match = _titled_year(cell.text)
            if match:
                return int(match.group(1)), cell.place.page
    counts: Counter[int] = Counter()
    for page in pages:
        text = _LAW.sub(" ", " ".join(line.text for line in page.lines))
        for match in re.finditer(r"tahun\s*(anggaran\s*)?((?:20[0-4])\d)\b(?!\s*[-–])", text, re.I):
            counts[int(match.group(2))] += 3 if match.group(1) else 1
    return (counts.most_common(1)[0][0], 0) if counts else (0, 0)


_YEAR_OF_FORM = re.compile(r"tahun(?: anggaran)? ?: ?(20[0-4]\d)", re.I)
"""The field of a form that says its year: "Tahun : 2019"."""


def _signed_years(pages: Sequence[PageReading]) -> Iterator[int]:
    """The years of dates ("Januari 2018"), and those alone on a line: a wide sheet cut over two pages
    leaves the year of its date on the second."""
    for page in pages:
        for line in page.lines:
            for match in _DATED.finditer(collapse(line.text)):
                yield int(match.group(1) or match.group(2))


def _titled_year(text: str) -> re.Match[str] | None:
    """The year in "TAHUN 2023" where the text is a title, and neither names a span of years nor a law.

    OCR may leave out the blanks ("KINERJATAHUN2023").
    """
    if not _is_title(text) or year_span(text) or _LAW.search(text):
        return None
    return re.search(r"tahun\s*(?:anggaran\s*)?:?\s*((?:20[0-4])\d)\b", text, re.I)


def _plan_period(pages: Sequence[PageReading]) -> str:
    """The plan period named most often beside the words Renstra, rencana strategis or RPJMD, twice as much behind them.

    Else beside visi or periode ("DPRD periode 2019-2024" is none of a plan). Years that are compared ("Perbandingan
    Tahun 2019-2022 dan Target Akhir Renstra") are only taken where nothing else is named.
    """
    found: list[Counter[str]] = [Counter(), Counter(), Counter()]
    for page in pages:
        texts = [line.text for line in page.lines]
        for text, below in zip(texts, [*texts[1:], ""], strict=True):
            for rank, words in enumerate((_PLAN, _TIME_OF_PLAN)):
                if (named := words.search(text)) is None:
                    continue
                compares = _COMPARES.search(text) is not None
                counts = found[2 if compares else rank]
                behind = year_span(text[named.start() :])
                span = behind or year_span(text) or (year_span(below) if _ONLY_YEARS.fullmatch(below) else "")
                if span and compares and not behind and max(years_in(text), default=0) > int(span[-4:]):
                    continue  # "2016 s/d 2019 dengan target akhir Renstra Tahun 2021"
                if span and _years_of(span) in PLAN_YEARS:
                    counts[span] += 2 if behind else 1
    return next((counts.most_common(1)[0][0] for counts in found if counts), "")


_PLAN = re.compile(r"\b(?:renstra|rencana strategis|rpjmd)\b", re.I)
_TIME_OF_PLAN = re.compile(r"\b(?:visi|periode)\b", re.I)
_ONLY_YEARS = re.compile(r"\s*\(?(?:tahun|periode)?\s*(?:19|20)\d\d\D{1,9}(?:19|20)\d\d\)?\s*", re.I)
"""The second line of a title ("Rencana Strategis Kecamatan Batuwarno | 2016-2020")."""
_COMPARES = re.compile(r"\b(?:per)?banding\w*|\brealisasi\b|\bcapaian\b", re.I)


def _years_of(span: str) -> int:
    start, _, end = span.partition("-")
    return int(end) - int(start)


_DATED = re.compile(
    r"\b(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november|nopember|"
    r"desember)\s+(20[0-4]\d)\b|^(20[0-4]\d)$",
    re.IGNORECASE,
)
_LAW = re.compile(r"\b(?:nomor|no\.?)\s*:?\s*[\w./-]+\s+tahun\s+\d{4}", re.I)


def _kecamatan_of_kelurahan(cover: Sequence[PageReading]) -> str:
    """The kecamatan that the cover of a kelurahan's report names."""
    for _, text in _lines(cover):
        match = re.match(r"kecamatan\s+([A-Za-z][A-Za-z .]{2,40})$", text, re.I)
        if match:
            return " ".join(w.capitalize() for w in match.group(1).split())
    return ""


def _level(unit: Agency) -> UnitLevel:
    first = unit.name.lower().split(" ", 1)[0]
    if first in KECAMATAN_WORDS:
        return UnitLevel.KECAMATAN
    if first == "kelurahan":
        return UnitLevel.KELURAHAN
    if first and first != GOVERNMENT.lower():
        return UnitLevel.OPD
    if unit.kabkota:
        return UnitLevel.KABKOTA
    return UnitLevel.PROVINSI if unit.provinsi else UnitLevel.UNKNOWN


def _title(cover: Sequence[PageReading]) -> str:
    """The title line of the cover."""
    for _, text in _lines(cover)[:40]:
        if any(pattern.search(text) for _, pattern in _KINDS) and len(text) < 140:
            return text
    return ""
