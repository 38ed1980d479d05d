"""What kind of page it is: text to be read, a picture of text, or neither (with the reason)."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from lkjip_extract.dotted import Rectangle
from lkjip_extract.ruled_pictures import Area
from lkjip_schemas.bilingual import both
from lkjip_schemas.vocabulary import PageKind

FEW_CHARACTERS = 25
"""A page with fewer printed characters than this beside a picture holds its content in the picture."""
FULL_PAGE_IMAGE = 0.75
"""A picture that covers this share of the page is the page."""
LARGE_IMAGE = 0.20
"""Pictures that cover this share of a text page may hold tables that are not read."""
BROKEN_SHARE = 0.30
"""With this share of characters that mean nothing, the text layer is broken."""


class PageImages(NamedTuple):
    """Pictures on a page: share of the page that the largest one and all of them cover (0..1).

    `origin` is the left and bottom of the page's box, which most files leave at 0, 0; `dotted` are rulings
    made of tiny pictures (left, bottom, right, top in the frame of the PDF, points). `sheet` says that the
    largest one is a scanned sheet between the head and the foot of the page; `ruled` are those without text on them
    that show rulings as a table has.
    """

    largest: float = 0.0
    total: float = 0.0
    invisible_text: bool = False
    origin: tuple[float, float] = (0.0, 0.0)
    dotted: tuple[Rectangle, ...] = ()
    sheet: bool = False
    ruled: tuple[Area, ...] = ()


class Triage(NamedTuple):
    """Kind of the page and, where its content is not read, why (both languages)."""

    kind: PageKind
    note_id: str = ""
    note_en: str = ""

    @property
    def note(self) -> str:
        """The note in both languages."""
        return both(self.note_id, self.note_en) if self.note_id else ""


def broken_share(text: Sequence[str]) -> float:
    """Share of characters without meaning: private use, unassigned, controls, replacement."""
    if not text:
        return 0.0
    meaningless = {
        s for s in set(text) if s == "\ufffd" or unicodedata.category(s[0]) in {"Co", "Cn", "Cc", "Cs"}
    }
    return sum(s in meaningless for s in text) / len(text) if meaningless else 0.0


def triage(text: Sequence[str], images: PageImages) -> Triage:
    """Decide the kind of a page from its characters and pictures."""
    if len(text) < FEW_CHARACTERS:
        if images.largest >= FULL_PAGE_IMAGE or images.total >= FULL_PAGE_IMAGE:
            return Triage(
                PageKind.SCAN,
                "halaman pindaian (gambar), belum dibaca",
                "scanned page (picture), not read yet",
            )
        if images.total >= LARGE_IMAGE or images.ruled:
            return Triage(
                PageKind.SCAN,
                "isi halaman berupa gambar, belum dibaca",
                "content of the page is a picture, not read yet",
            )
        if not text:
            return Triage(PageKind.BLANK, "halaman kosong", "blank page")
    if broken_share(text) > BROKEN_SHARE:
        return Triage(
            PageKind.BROKEN_TEXT,
            "huruf pada halaman ini tidak dapat diterjemahkan (peta huruf rusak), belum dibaca",
            "the characters of this page have no meaning (broken font map), not read yet",
        )
    if images.largest >= FULL_PAGE_IMAGE and images.invisible_text:
        return Triage(
            PageKind.OCR_LAYER,
            "pindaian dengan lapisan teks hasil OCR orang lain; tabelnya belum dibaca",
            "scan over somebody's OCR text; its tables are not read yet",
        )
    if images.sheet:
        return Triage(
            PageKind.SCAN,
            "lembar pindaian (gambar) di antara kepala dan kaki halaman, belum dibaca",
            "scanned sheet (picture) between the head and the foot of the page, not read yet",
        )
    if images.total >= LARGE_IMAGE:
        return Triage(
            PageKind.MIXED,
            "halaman memuat gambar; dari gambar hanya tabel bergaris yang dibaca",
            "the page holds pictures; of pictures only ruled tables are read",
        )
    return Triage(PageKind.TEXT)
