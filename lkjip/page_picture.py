"""The picture of a page with everything that was read on it."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lkjip_schemas.bilingual import Language, pick
from lkjip_schemas.document import Document, RawCell, RawTable
from lkjip_schemas.place import SURE, Box

if TYPE_CHECKING:  # Pillow is loaded when a picture is drawn
    from PIL import Image, ImageDraw

RESOLUTION = 110
"""Dots per inch: small print stays legible, a page stays under 1 MB."""
_SCALE = RESOLUTION / 72

Colour = tuple[int, int, int, int]

RULING: Colour = (200, 0, 160, 255)
CELL: Colour = (33, 102, 172, 255)
CELL_FILL: Colour = (33, 102, 172, 26)
MERGED_FILL: Colour = (90, 180, 90, 70)
HEADER_FILL: Colour = (255, 200, 60, 90)
CAPTION: Colour = (20, 140, 60, 255)
OUTSIDE: Colour = (210, 60, 30, 255)
RUNNING: Colour = (130, 130, 130, 255)
DOUBT: Colour = (230, 0, 0, 255)

INSET = 1.2
"""Frames of cells stand so many points inside them, so that the rulings stay visible."""


def draw_page(pdf: Path, document: Document, number: int, language: Language) -> "Image.Image":
    """Page `number` (from 1) of `pdf` as displayed, with what `document` holds of it, and a key below."""
    import pypdfium2
    from PIL import Image, ImageDraw

    opened = pypdfium2.PdfDocument(pdf)
    try:
        paper = opened[number - 1].render(scale=_SCALE).to_pil().convert("RGBA")
    finally:
        opened.close()
    layer = Image.new("RGBA", paper.size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(layer)
    for table in document.tables:
        for cell in table.cells:
            if cell.place.page == number:
                _draw_cell(pen, cell)
    for ruling in document.pages[number - 1].rulings:
        _frame(pen, ruling, RULING, 1)
    captions = [t for t in document.tables if t.caption and t.page_from == number]
    for line in document.pages[number - 1].lines:
        if line.running:
            _frame(pen, line.place.box, RUNNING, 1)
        elif any(_names(line.text, line.place.box, table) for table in captions):
            _frame(pen, line.place.box, CAPTION, 2)
        else:
            for word in line.words:
                _frame(pen, Box(word.x0, word.top, word.x1, word.bottom), OUTSIDE, 1)
    return _with_key(Image.alpha_composite(paper, layer).convert("RGB"), _key(language))


def _draw_cell(pen: "ImageDraw.ImageDraw", cell: RawCell) -> None:
    merged = cell.row_span > 1 or cell.col_span > 1
    fill = HEADER_FILL if cell.is_header else MERGED_FILL if merged else CELL_FILL
    doubtful = cell.place.confidence < SURE
    box = cell.place.box
    inner = Box(box.x0 + INSET, box.top + INSET, box.x1 - INSET, box.bottom - INSET)
    _frame(pen, inner, DOUBT if doubtful else CELL, 3 if doubtful else 1, fill)
    if merged:
        corner = (inner.x1 * _SCALE - 3, inner.bottom * _SCALE - 2)
        pen.text(corner, f"{cell.row_span}x{cell.col_span}", fill=CELL, font_size=12, anchor="rd")


def _names(text: str, box: Box, table: RawTable) -> bool:
    """Whether a line above a table is part of its caption."""
    return box.top < table.box.top and (text in table.caption if len(text) > 3 else text == table.caption)


def _frame(
    pen: "ImageDraw.ImageDraw", box: Box, colour: Colour, width: int, fill: Colour | None = None
) -> None:
    x0, top = box.x0 * _SCALE, box.top * _SCALE
    x1, bottom = max(box.x1 * _SCALE, x0 + 1), max(box.bottom * _SCALE, top + 1)
    pen.rectangle((x0, top, x1, bottom), outline=colour, width=width, fill=fill)


def _key(language: Language) -> list[tuple[Colour, str]]:
    return [
        (RULING, pick(language, "garis", "ruling")),
        (CELL, pick(language, "sel", "cell")),
        (HEADER_FILL, pick(language, "kepala tabel", "header")),
        (MERGED_FILL, pick(language, "sel gabungan (baris x kolom)", "merged cell (rows x columns)")),
        (DOUBT, pick(language, "sel diragukan", "doubtful cell")),
        (CAPTION, pick(language, "judul tabel", "caption")),
        (OUTSIDE, pick(language, "kata di luar sel", "word outside every cell")),
        (RUNNING, pick(language, "kepala/kaki halaman", "running head or foot")),
    ]


def _with_key(picture: "Image.Image", key: Sequence[tuple[Colour, str]]) -> "Image.Image":
    from PIL import Image, ImageDraw, ImageFont

    font = ImageFont.load_default(size=13)
    places, x, y = [], 8.0, 6.0
    for colour, text in key:
        width = 22 + font.getlength(text) + 16
        if x + width > picture.width and x > 8:
            x, y = 8.0, y + 20
        places.append((x, y, colour, text))
        x += width
    out = Image.new("RGB", (picture.width, picture.height + int(y) + 24), "white")
    out.paste(picture, (0, 0))
    pen = ImageDraw.Draw(out)
    for x, y, colour, text in places:
        top = picture.height + y
        pen.rectangle((x, top + 1, x + 14, top + 14), fill=colour[:3], outline=(90, 90, 90))
        pen.text((x + 20, top), text, fill=(20, 20, 20), font=font)
    return out
