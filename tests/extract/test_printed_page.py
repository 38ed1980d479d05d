"""What pdfium says of a page when it is asked directly is what tablers reads of it."""

from pathlib import Path

import numpy as np
import pytest
import tablers

from lkjip_extract import pdfium
from lkjip_extract.edges import SNAP, drawn_rulings, visible_rulings
from lkjip_extract.printed_page import NO_CHARACTER, PrintedPage, read_printed

SAME = 0.01
"""Points."""


def pages_of(path: Path) -> list[tuple[PrintedPage, tablers.Page]]:
    """Each page as both read it."""
    theirs = tablers.Document(str(path))
    with pdfium.Document(path) as ours:
        pages = []
        for i in range(len(ours)):
            with ours.page(i) as page:
                pages.append((read_printed(page), theirs.get_page(i)))
    return pages


def agree(path: Path) -> int:
    """Compare characters, rectangles, lines and rulings of all pages; gives the number of things compared."""
    compared = 0
    for ours, theirs in pages_of(path):
        objects = theirs.objects
        assert (ours.width, ours.height, ours.rotation) == (
            theirs.width,
            theirs.height,
            theirs.rotation_degrees,
        )
        assert list(ours.symbols) == [c.unicode_char for c in objects.chars]
        printed = [c for c, prints in zip(objects.chars, ours.prints, strict=True) if prints]
        assert np.array_equal(ours.boxes, np.array([c.bbox for c in printed]).reshape(-1, 4))
        directions = ours.directions or [0.0] * len(printed)
        turns = [(c.rotation_degrees - d + 180) % 360 - 180 for c, d in zip(printed, directions, strict=True)]
        assert np.allclose(turns, 0, atol=SAME)
        assert [(r.bbox, r.fill_color, r.is_stroked) for r in ours.rects] == [
            (r.bbox, r.fill_color, r.is_stroked) for r in objects.rects
        ]
        straight = [line for line in objects.lines if line.line_type == "straight"]
        assert [(list(s.points), s.stroke_color, s.is_stroked) for s in ours.strokes] == [
            (s.points, s.stroke_color, s.is_stroked) for s in straight
        ]
        found, expected = (
            visible_rulings(drawn_rulings(ours), ours.rects),
            tablers.get_edges(theirs, **dict.fromkeys(TOLERANCES, SNAP)),
        )
        for way in ("h", "v"):
            assert np.allclose(places(found[way]), places(expected[way]), atol=SAME)
            assert [e.color for e in found[way]] == [e.color for e in expected[way]]
        compared += len(ours.symbols) + len(ours.rects) + len(straight) + len(expected["h"])
    return compared


TOLERANCES = ["snap_x_tolerance", "snap_y_tolerance", "join_x_tolerance", "join_y_tolerance"]


def places(edges):
    return np.array([(e.x1, e.y1, e.x2, e.y2) for e in edges]).reshape(-1, 4)


def draws(paper, *commands):
    """A page with a line of text and these commands (ISO 32000-1, 8.5)."""
    paper.page().text(60, 60, "Tabel 3.1 Capaian Kinerja")
    paper.canvas.addLiteral("\n".join(commands))


def text_in_all_directions(paper):
    paper.page()
    for angle in (0, 30, 90, 180, 270):
        paper.text(300, 400, f"arah {angle}", angle=angle)


def rotated(paper):
    for rotate in (90, 180, 270):
        paper.page(842, 595, rotate=rotate).table(
            [50, 200, 300], [100, 120, 140], [["Indikator", "80"], ["b", "c"]]
        )


def rectangles_of_all_kinds(paper):
    draws(
        paper,
        "60 700 200 20 re S",
        "60 660 200 20 re f",
        "60 620 200 20 re B",
        "60 600 200 0.5 re f",
        "60 500 0.5 100 re f",
        "60 480 m 260 480 l 260 470 l 60 470 l h f",
        "60 440 m 260 441 l 260 470 l 60 470 l h f",
        "60 440 m 60 470 l 260 470 l 260 440 l 60 440 l s",
    )


def lines_of_all_kinds(paper):
    draws(
        paper,
        "60 700 m 260 700 l S",
        "60 690 m 260 680 l S",
        "60 600 m 60 680 l 200 680 l S",
        "60 600 m 100 650 150 650 200 600 c S",
        "60 560 m 260 560 l 60 540 m 260 540 l 60 520 m 260 520 l S",
        "60 500 m 60.4 499.7 l 260 499.7 l 260 500 l h f",
        "0 0 1 RG 60 480 m 60.4 400 l 60.8 480 l s",
        "60 300 m 60 302 260 302 260 300 c h f",
    )


def moved_and_scaled(paper):
    draws(
        paper,
        "q 2 0 0 0.5 10 20 cm 60 700 100 1 re f 60 710 m 160 710 l S Q",
        "q 0 1 -1 0 500 0 cm 60 50 200 1 re f Q",
    )


def forms_in_forms(paper):
    paper.page()
    paper.canvas.beginForm("inner")
    paper.canvas.rect(0, 0, 100, 0.5, stroke=0, fill=1)
    paper.canvas.drawString(0, 5, "dalam")
    paper.canvas.endForm()
    paper.canvas.beginForm("outer")
    paper.canvas.translate(30, 40)
    paper.canvas.scale(2, 1.5)
    paper.canvas.doForm("inner")
    paper.canvas.endForm()
    paper.canvas.beginForm("deep0")
    paper.canvas.rect(0, 20, 100, 0.5, stroke=0, fill=1)
    paper.canvas.endForm()
    for depth in range(1, 13):
        paper.canvas.beginForm(f"deep{depth}")
        paper.canvas.doForm(f"deep{depth - 1}")
        paper.canvas.endForm()
    paper.canvas.doForm("deep12")
    paper.canvas.translate(50, 300)
    paper.canvas.doForm("outer")
    paper.canvas.rotate(90)
    paper.canvas.doForm("outer")


def coloured_bands(paper):
    """Rulings in the colour of what is beside them, on both sides, on one, around, and on bare paper."""
    green, white = "0 0.5 0.3 rg 0 0.5 0.3 RG", "1 g 1 G"
    draws(
        paper,
        green,
        "60 700 200 20 re f 60 680 200 20 re f",
        "60 700 m 260 700 l S",  # between two of its colour
        "60 680 m 260 680 l S",  # under one
        "60 690 m 260 690 l S",  # inside
        white,
        "60 695 m 260 695 l S",
        "60 600 m 260 600 l S",  # on paper
        "60 560 200 20 re f 60 560 m 260 560 l S",  # white beside white
        "0.2 g 60 500 200 20 re f",
        "60 500 m 260 500 l S",
        "0 g 300 100 200 400 re n",  # a frame that is not painted
        "320 200 m 480 200 l S",
    )


@pytest.mark.parametrize(
    "draw",
    [
        text_in_all_directions,
        rotated,
        rectangles_of_all_kinds,
        lines_of_all_kinds,
        moved_and_scaled,
        forms_in_forms,
        coloured_bands,
    ],
)
def test_made_pages(paper, draw):
    draw(paper)
    assert agree(paper.save()) > 10


def test_sample_report(sample):
    assert agree(sample) > 5_000


def test_real_report(shared):
    assert agree(shared / "magetan" / "lkjip-kecamatan-magetan-2023.pdf") > 80_000


def test_characters_of_two_halves_are_one(paper, monkeypatch):
    paper.page().text(60, 60, "x12y")
    path = paper.save()
    halves = {1: 0xD83D, 2: 0xDE00}
    monkeypatch.setattr(pdfium, "text_of_page", lambda *_: 0)  # one by one
    real = pdfium.symbol
    monkeypatch.setattr(pdfium, "symbol", lambda text, i: halves.get(i) or real(text, i))
    with pdfium.Document(path) as document, document.page(0) as page:
        printed = read_printed(page)
    assert printed.symbols[:3] == "x\U0001f600y"
    x, pair, y = printed.boxes
    assert pair[0] == pytest.approx(x[2], abs=0.1)
    assert pair[2] == pytest.approx(y[0], abs=0.1)


def test_half_a_character_means_nothing(paper, monkeypatch):
    paper.page().text(60, 60, "x12y")
    path = paper.save()
    monkeypatch.setattr(pdfium, "text_of_page", lambda *_: 0)
    real = pdfium.symbol
    monkeypatch.setattr(pdfium, "symbol", lambda text, i: 0xDE00 if i == 1 else real(text, i))
    with pdfium.Document(path) as document, document.page(0) as page:
        assert read_printed(page).symbols == "x\ufffd2y"


def test_characters_without_a_box_print_nothing(paper, monkeypatch):
    paper.page().text(60, 60, "abc")
    path = paper.save()
    real = pdfium.loose_box
    monkeypatch.setattr(pdfium, "loose_box", lambda text, i, place: 0 if i == 1 else real(text, i, place))
    with pdfium.Document(path) as document, document.page(0) as page:
        printed = read_printed(page)
    assert printed.prints.tolist() == [True, False, True]
    assert len(printed.boxes) == 2


def test_hyphen_at_the_end_of_a_line_has_its_sign(paper):
    paper.page().paragraph(60, 60, ["pelayanan kepen-", "dudukan"])
    with pdfium.Document(paper.save()) as document, document.page(0) as page:
        symbols = read_printed(page).symbols
    assert NO_CHARACTER not in symbols
    assert "\x02" in symbols


def test_locked_and_broken_files_are_told_apart(tmp_path):
    broken = tmp_path / "rusak.pdf"
    broken.write_bytes(b"no pdf")
    with pytest.raises(pdfium.PdfiumError) as told:
        pdfium.Document(broken)
    assert not isinstance(told.value, pdfium.PasswordNeeded)


def test_a_rectangle_with_round_corners_is_a_rectangle(paper):
    """The cells of a designed heading; a circle and a pill are none."""
    paper.page()
    paper.canvas.roundRect(60, 700, 120, 40, 7, stroke=0, fill=1)
    paper.canvas.circle(300, 700, 20, stroke=0, fill=1)
    paper.canvas.roundRect(60, 600, 60, 14, 7, stroke=0, fill=1)
    with pdfium.Document(paper.save()) as document, document.page(0) as page:
        (rect,) = read_printed(page).rects
    assert rect.is_filled
    assert rect.bbox == pytest.approx((60, 102, 180, 142), abs=0.1)
