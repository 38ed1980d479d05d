"""The fast path and pdfplumber find the same cells with the same texts."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from lkjip_extract import pdfium, reading, second_reader
from lkjip_extract.fast_reader import read_page
from lkjip_extract.printed_page import read_printed
from lkjip_extract.reading import finish, read_document
from lkjip_extract.second_reader import reread
from lkjip_schemas.vocabulary import PageKind

XS = [50, 80, 300, 400, 500]
HEAD = ["No", "Indikator Kinerja", "Target", "Realisasi"]
BODY = [["1", "Persentase pelayanan\ntepat waktu", "85,50", "87,25"], ["2", "Indeks kepuasan", "80", "82"]]
YS = [100, 120, 150, 170]


def both_readings(path: Path):
    """The document as each reader alone gives it."""
    fast = []
    with pdfium.Document(path) as document:
        for i in range(len(document)):
            with document.page(i) as page:
                fast.append(read_page(read_printed(page), i + 1, PageKind.TEXT)[0])
    slow = [reread(path, page, "comparison") for page in fast]
    return finish("", path.name, fast), finish("", path.name, slow)


def cells(document):
    return [(t.number, c.place.page, c.row, c.col, c.text) for t in document.tables for c in t.cells]


def cells_without_blanks(document):
    return Counter((c.place.page, c.text.replace(" ", "")) for t in document.tables for c in t.cells)


def plain(paper):
    paper.page().table(XS, YS, [HEAD, *BODY])


def two_level_header(paper):
    rows = [
        ["No", "Indikator", "Tahun 2023", ""],
        ["", "", "Target", "Realisasi"],
        ["1", "Indeks", "80,50", "82,25"],
    ]
    paper.page().table(XS, [100, 120, 140, 160], rows, {(0, 0): (2, 1), (0, 1): (2, 1), (0, 2): (1, 2)})


def thin_rectangles(paper):
    paper.page()
    paper.rulings(
        XS, YS, draw=lambda x0, y0, x1, y1: paper.filled(x0, y0, max(x1, x0 + 0.5), max(y1, y0 + 0.5))
    )
    paper.fill(XS, YS, [HEAD, *BODY])


def stroked_rectangles(paper):
    paper.page()
    for r in range(3):
        for c in range(4):
            paper.canvas.rect(XS[c], 842 - YS[r + 1], XS[c + 1] - XS[c], YS[r + 1] - YS[r])
    paper.fill(XS, YS, [HEAD, *BODY])


def double_rulings(paper):
    paper.page()
    for x in XS:
        paper.ruling(x - 1.2, 100, x - 1.2, 170)
        paper.ruling(x + 1.2, 100, x + 1.2, 170)
    for y in YS:
        paper.ruling(48.8, y, 501.2, y)
    paper.fill(XS, YS, [HEAD, *BODY])


def narrow_cells(paper):
    rows = [
        ["No", "Uraian", "Rp"],
        ["1", "bersama-\nsama", "473,538,4\n20"],
        ["2", "Perjalanan", "495,\n355,500"],
    ]
    paper.page().table([50, 80, 300, 350], [100, 120, 150, 180], rows)


def stacked_rows(paper):
    paper.page().table(
        XS, [100, 120, 150], [HEAD, ["1\n2", "Jumlah rapat\nJumlah aduan", "12,00\n4,00", "12,00\n5,00"]]
    )


def letter_spaced(paper):
    paper.page().table(XS, [100, 120, 140], [HEAD, ["", "J U M L A H", "20.000", "19.500"]])


def continued(paper):
    paper.page().table(XS, [700, 720, 750, 770], [HEAD, *BODY])
    paper.page().table(
        XS, [60, 80, 100], [["3", "Jumlah aduan", "4,00", "3,00"], ["4", "Jumlah rapat", "9,00", "8,00"]]
    )


def landscape(paper):
    paper.page(842, 595).table(XS, YS, [HEAD, *BODY])


def rotated_90(paper):
    paper.page(842, 595, rotate=90).table(XS, YS, [HEAD, *BODY])


def rotated_180(paper):
    paper.page(842, 595, rotate=180).table(XS, YS, [HEAD, *BODY])


def rotated_270(paper):
    paper.page(842, 595, rotate=270).table(XS, YS, [HEAD, *BODY])


def sideways_up(paper):
    paper.page(842, 595, rotate=0, turn=90).table(XS, YS, [HEAD, *BODY])


def sideways_down(paper):
    paper.page(842, 595, rotate=0, turn=270).table(XS, YS, [HEAD, *BODY])


DRAWINGS = [
    plain,
    two_level_header,
    thin_rectangles,
    stroked_rectangles,
    double_rulings,
    narrow_cells,
    stacked_rows,
    letter_spaced,
    continued,
    landscape,
    rotated_90,
    rotated_180,
    rotated_270,
    sideways_up,
    sideways_down,
]


@pytest.mark.parametrize("draw", DRAWINGS)
def test_readers_give_the_same_cells(paper, draw):
    draw(paper)
    fast, slow = both_readings(paper.save())
    assert cells(slow)
    assert cells(fast) == cells(slow)


@pytest.mark.parametrize(
    "draw", [plain, landscape, rotated_90, rotated_180, rotated_270, sideways_up, sideways_down]
)
def test_readers_give_the_same_places(paper, draw):
    draw(paper)
    fast, slow = both_readings(paper.save())
    assert [(p.width, p.height) for p in fast.pages] == [(p.width, p.height) for p in slow.pages]
    for a, b in zip(fast.tables[0].cells, slow.tables[0].cells, strict=True):
        own, other = a.place.box, b.place.box
        assert (own.x0, own.top, own.x1, own.bottom) == pytest.approx(
            (other.x0, other.top, other.x1, other.bottom), abs=1.5
        )


def test_readers_give_the_same_lines(paper):
    paper.page().paragraph(
        60, 100, ["Kecamatan Contoh menyelenggarakan urusan", "pemerintahan umum sejak tahun 2008."]
    )
    paper.text(60, 160, "L A P O R A N   K I N E R J A")
    fast, slow = both_readings(paper.save())
    expected = [
        "Kecamatan Contoh menyelenggarakan urusan",
        "pemerintahan umum sejak tahun 2008.",
        "LAPORAN KINERJA",
    ]
    assert [line.text for line in fast.pages[0].lines] == expected
    assert [line.text for line in slow.pages[0].lines] == expected


def broken_boxes(monkeypatch):
    """Make the fast path report that the character boxes of every page are broken."""
    real = reading.read_page

    def read(page, number, *rest):
        draft, g = real(page, number, *rest)
        return draft, replace(g, boxes_broken=True)

    monkeypatch.setattr(reading, "read_page", read)


def test_pages_whose_character_boxes_are_broken_are_read_by_baselines(paper, monkeypatch, rows_of):
    plain(paper)
    broken_boxes(monkeypatch)
    document = read_document(paper.save())
    table = document.tables[0]
    assert (table.engine, document.pages[0].reader) == ("pdfium", "pdfium")
    assert "broken font ascent" in table.reason
    assert rows_of(table) == [HEAD, ["1", "Persentase pelayanan tepat waktu", "85,50", "87,25"], BODY[1]]


def test_turned_pages_whose_character_boxes_are_broken_go_to_the_second_reader(paper, monkeypatch, rows_of):
    rotated_90(paper)
    broken_boxes(monkeypatch)
    document = read_document(paper.save())
    table = document.tables[0]
    assert (table.engine, document.pages[0].reader) == ("pdfplumber", "pdfplumber")
    assert rows_of(table)[2] == BODY[1]


def test_failure_of_the_second_reader_leaves_the_first_reading(paper, monkeypatch, rows_of):
    rotated_90(paper)
    broken_boxes(monkeypatch)

    def fails(*_arguments):
        raise ValueError("no such object")

    monkeypatch.setattr(second_reader, "reread", fails)
    document = read_document(paper.save())
    assert "second reader failed: no such object" in document.pages[0].note
    assert rows_of(document.tables[0])[2] == BODY[1]


def test_readers_agree_on_the_sample_report(sample):
    fast, slow = both_readings(sample)
    assert sum(cells_without_blanks(slow).values()) > 1_000
    assert cells(fast) == cells(slow)


@pytest.mark.real
@pytest.mark.parametrize(
    "name",
    [
        "lkjip-kota-padang-panjang-inspektorat-2018-3a71376c.pdf",
        "lkjip-kota-padang-panjang-dinas-sosial-ppkbpppa-2018-bbc9328b.pdf",
        "lkjip-kota-padang-panjang-dinas-kependudukan-dan-pencatata-2019-b43627b8.pdf",
        "iku-kota-padang-panjang-bpbd-kesbangpol-2019-847297c3.pdf",
    ],
)
def test_readers_agree_on_real_reports(shared, name):
    fast, slow = (cells_without_blanks(d) for d in both_readings(shared / "corpus" / name))
    assert (fast & slow).total() >= 0.99 * max(fast.total(), slow.total()) > 0


@pytest.mark.real
def test_readers_agree_on_the_report_of_magetan(shared):
    path = shared / "magetan" / "lkjip-kecamatan-magetan-2023.pdf"
    fast, slow = (cells_without_blanks(d) for d in both_readings(path))
    assert (fast & slow).total() >= 0.99 * max(fast.total(), slow.total()) > 0
