"""Text printed in white: seen on a dark band, unseen on white paper."""

import pytest

from lkjip_extract import pdfium
from lkjip_extract.printed_page import read_printed


@pytest.mark.parametrize(
    ("commands", "white"),
    [
        ("1 g BT /F1 9 Tf 60 700 Td (70) Tj ET", True),
        ("1.0 1.0 1.0 rg BT /F1 9 Tf 60 700 Td [(7)-2(0)] TJ ET", True),
        ("0 0 0 0 k BT /F1 9 Tf 60 700 Td (70) Tj ET", True),
        ("0 g BT /F1 9 Tf 60 700 Td (70) Tj ET", False),
        ("0.1 g BT /F1 9 Tf 60 700 Td (70) Tj 0 0 1 rg (80) Tj ET", False),
        ("1 g 10 10 50 12 re f* 0 g BT /F1 9 Tf 60 700 Td (70) Tj ET", False),  # a white cell
        ("q 1 g 10 10 50 12 re f* Q BT /F1 9 Tf 60 700 Td (70) Tj ET", False),
        ("0.51 0.1 1 rg BT /F1 9 Tf 60 700 Td (70) Tj ET", False),
    ],
)
def test_whether_a_page_prints_in_white(paper, commands, white):
    paper.page().canvas.addLiteral(commands)
    with pdfium.Document(paper.save()) as document, document.page(0) as page:
        assert read_printed(page).white_text is white


XS, YS = [60, 260, 360, 460], [100, 120, 140, 160]
ROWS = [["Indikator", "Target", ""], ["Indeks Kepuasan", "80", ""], ["Nilai SAKIP", "70", ""]]


def white_text(paper, *places):
    paper.canvas.setFillGray(1)
    for x, baseline, text in places:
        paper.text(x, baseline, text)
    paper.canvas.setFillGray(0)


def test_figures_white_on_white_are_not_read(paper, read, rows_of):
    paper.page().table(XS, YS, ROWS)
    white_text(paper, (365, 114, "Sesudah"), (365, 134, "85"), (365, 154, "75"))
    document = read(paper)
    assert [cell for row in rows_of(document.tables[0]) for cell in row if cell] == [
        *("Indikator", "Target", "Indeks Kepuasan", "80", "Nilai SAKIP", "70")
    ]
    assert "11 characters printed in white on white were left out" in document.pages[0].note


def test_white_headings_on_a_dark_band_are_read(paper, read, rows_of):
    paper.page()
    paper.filled(60, 100, 460, 120, grey=0.2)
    paper.table(XS, YS, [["", "", ""], *ROWS[1:]])
    white_text(paper, (65, 114, "Indikator"), (265, 114, "Target"), (365, 114, "I"))
    document = read(paper)
    assert rows_of(document.tables[0])[0] == ["Indikator", "Target", "I"]
    assert not document.pages[0].note


def test_white_figures_are_found_behind_characters_of_two_halves(paper, read, rows_of, monkeypatch):
    paper.page().text(60, 60, "xyz")
    paper.table(XS, YS, ROWS)
    white_text(paper, (365, 134, "85"), (365, 154, "75"))
    halves = {1: 0xD83D, 2: 0xDE00}
    real = pdfium.symbol
    monkeypatch.setattr(pdfium, "symbol", lambda text, i: halves.get(i) or real(text, i))
    monkeypatch.setattr(pdfium, "text_of_page", lambda *_: 0)
    document = read(paper)
    assert [cell for row in rows_of(document.tables[0]) for cell in row if cell] == [
        *("Indikator", "Target", "Indeks Kepuasan", "80", "Nilai SAKIP", "70")
    ]
    assert "4 characters printed in white on white were left out" in document.pages[0].note


def through_window(paper, x, baseline, words, window):
    """Words of which only what lies in the window (left, top, right, bottom) is seen."""
    left, top, right, bottom = window
    canvas = paper.canvas
    canvas.saveState()
    path = canvas.beginPath()
    path.rect(left, paper.height - bottom, right - left, bottom - top)
    canvas.clipPath(path, stroke=0, fill=0)
    paper.text(x, baseline, words)
    canvas.restoreState()


def test_words_cut_off_by_their_cell_are_no_part_of_those_they_stand_over(paper, read, rows_of):
    paper.page().table(XS, YS, ROWS)
    through_window(paper, 67, 154, "Lanjutan", (60, 120, 260, 140))  # the second line of a cell one line high
    document = read(paper)
    assert rows_of(document.tables[0])[2] == ["Nilai SAKIP", "70", ""]
    assert "8 characters cut off by the edge of their cell were left out" in document.pages[0].note


def test_words_cut_off_that_stand_over_nothing_are_kept(paper, read, rows_of):
    paper.page().table(XS, YS, ROWS)
    through_window(paper, 365, 154, "Lanjutan", (360, 120, 460, 140))
    document = read(paper)
    assert rows_of(document.tables[0])[2] == ["Nilai SAKIP", "70", "Lanjutan"]
    assert not document.pages[0].note


def test_words_drawn_through_two_windows_are_seen(paper, read):
    paper.page().table(XS, YS, ROWS)
    for window in ((60, 120, 260, 140), (60, 140, 260, 160)):  # a cell that two stripes of the page share
        through_window(paper, 67, 154, "Lanjutan", window)
    assert not read(paper).pages[0].note
