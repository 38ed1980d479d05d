"""Signed performance agreements in a document: where they begin and end, date and parties.

Form: PermenPANRB 53/2014, Lampiran I (statement page with pihak pertama and pihak kedua, then the
lampiran with sasaran, indikator, target and program, anggaran); before it PermenPANRB 29/2010, which called it
(pernyataan) penetapan kinerja.
"""

import re
from collections.abc import Sequence

from lkjip_normalize.wording import collapse, years_in
from lkjip_schemas.document import Document, PageReading, TextLine
from lkjip_schemas.records import Agreement
from lkjip_schemas.vocabulary import AgreementKind, DocumentKind

_TITLE = re.compile(
    r"^(?:lampiran(?:\s+(?:[IVX]+|\d))?\s*:?\s*)?"
    r"(?:(perubahan|revisi)\s+|pernyataan\s+)?(?:perjanjian|penetapan) kinerja\b\s*(perubahan|revisi)?(.*)$",
    re.I,
)
LATE = 11
"""From this month on an agreement may be that of the next year."""
TITLE_LINES = 14
"""A title stands among so many first lines of a page."""
_PLEDGE = re.compile(
    r"yang bertanda tangan di\s?bawah ini|pihak pertama (?:berjanji|pada tahun)|pihak kedua akan", re.I
)
_SIGNED = re.compile(r"\bpihak (?:kedua|pertama)\b", re.I)
_DATE = re.compile(
    r"^[A-Z][A-Za-z .]{2,30},\s*(?:(\d{1,2})\s*)?(januari|februari|pebruari|maret|april|mei|juni|juli|agustus|"
    r"september|oktober|november|nopember|desember)\s+((?:19|20)\d\d)",
    re.I,
)
_BESIDE_AN_OFFICE = re.compile(r"[^a-z]{4,60},?\s+(?=(?:[A-Z][a-z.]+ ?){1,3},)")
"""An office in capitals on the left of place and date, in one line ("WALI KOTA CONTOH, Contoh, 18 Januari 2021")."""
_MONTHS = {
    name: i
    for i, names in enumerate(
        (
            ("januari",),
            ("februari", "pebruari"),
            ("maret",),
            ("april",),
            ("mei",),
            ("juni",),
            ("juli",),
            ("agustus",),
            ("september",),
            ("oktober",),
            ("november", "nopember"),
            ("desember",),
        ),
        1,
    )
    for name in names
}
_NAME = re.compile(r"^nama\s*:\s*(.+)$", re.I)


def find_agreements(document: Document, kind: DocumentKind) -> tuple[Agreement, ...]:
    """The agreements of a document in page order.

    An agreement starts on a page that is titled (perubahan) perjanjian kinerja and holds the pledge
    or the signatures; its lampiran pages follow while they carry the same title.
    """
    spans: list[tuple[AgreementKind, list[PageReading]]] = []
    for page in document.pages:
        title = _title(page)
        if title is None:
            continue
        pledge = any(_PLEDGE.search(line.text) for line in page.lines)
        signed = (
            any(_SIGNED.search(line.text) for line in page.lines) or kind is DocumentKind.PK or _dated(page)
        )
        if pledge and not _is_appendix(page):
            spans.append((title, [page]))
        elif signed and spans and spans[-1][1][-1].page >= page.page - 2 and spans[-1][0] is title:
            spans[-1][1].append(page)
        elif signed and _in_appendix(document, page):
            spans.append((title, [page]))
    return tuple(_agreement(kind_, pages, document) for kind_, pages in spans)


def agreed_years(document: Document, agreements: Sequence[Agreement]) -> dict[int, str]:
    """The year that the figures of agreements speak of, by page, where only the date below them tells it.

    One signed in the last months of a year may be for the next; its date tells nothing then.
    """
    found: dict[int, str] = {}
    pages = {p.page: p for p in document.pages}
    for agreement in agreements:
        own = [pages[n] for n in range(agreement.page_from, agreement.page_to + 1) if n in pages]
        above = [collapse(line.text) for page in own for line in page.lines[:TITLE_LINES]]
        said = any(years_in(text) for text in above if not _DATE.match(text))
        sure = agreement.month < LATE or agreement.kind is AgreementKind.PERUBAHAN_PK
        if agreement.year and sure and not said:
            found |= {page.page: str(agreement.year) for page in own}
    return found


def _title(page: PageReading) -> AgreementKind | None:
    for line in page.lines[:TITLE_LINES]:
        match = _TITLE.match(collapse(line.text))
        if match and len(line.text) < 90 and not line.text.rstrip().endswith((".", ",")):
            return AgreementKind.PERUBAHAN_PK if match.group(1) or match.group(2) else AgreementKind.PK
    return None


def _is_appendix(page: PageReading) -> bool:
    """Whether the title of a page is that of an appendix ("Lampiran Perjanjian Kinerja"); the end of the statement may
    stand above it."""
    titles = (text for line in page.lines[:TITLE_LINES] if _TITLE.match(text := collapse(line.text)))
    return next(titles, "").lower().startswith("lampiran")


def _dated(page: PageReading) -> bool:
    return any(_date(line.text) for line in page.lines)


def _date(text: str) -> re.Match[str] | None:
    """Place and date of a signature in a line, which begins with them or with an office on their left."""
    text = collapse(text)
    office = _BESIDE_AN_OFFICE.match(text)
    return _DATE.match(text) or (_DATE.match(text[office.end() :]) if office else None)


def _in_appendix(document: Document, page: PageReading) -> bool:
    """A page in the second half, or a document that is an agreement: not a chapter about it."""
    return page.page > len(document.pages) * 0.5 or len(document.pages) <= 6


def _below_title(pages: Sequence[PageReading]) -> list[TextLine]:
    """The lines of an agreement. Above its title the first page may hold the end of the agreement before; where
    nothing below is dated, all lines count."""
    first = list(pages[0].lines)
    at = next((n for n, x in enumerate(first) if _TITLE.match(collapse(x.text))), 0)
    rest = [x for page in pages[1:] for x in page.lines]
    below = [*first[at:], *rest]
    return below if any(_date(x.text) for x in below) else [*first, *rest]


def _agreement(kind: AgreementKind, pages: Sequence[PageReading], document: Document) -> Agreement:
    date_text, month, year = "", 0, 0
    parties: list[str] = []
    for line in _below_title(pages):
        date = _date(line.text)
        if date and not date_text:
            date_text = date.string
            month, year = _MONTHS[date.group(2).lower()], int(date.group(3))
    for page in pages:
        for line in page.lines:
            name = _NAME.match(line.text)
            if name:
                parties.append(collapse(name.group(1)))
    return Agreement(
        kind=kind,
        page_from=pages[0].page,
        page_to=pages[-1].page,
        year=year,
        month=month,
        date_text=date_text,
        parties=tuple(dict.fromkeys(parties)),
        pages_unread=tuple(
            p.page for p in document.pages if pages[0].page <= p.page <= pages[-1].page and not p.reader
        ),
    )
