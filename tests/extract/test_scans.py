"""Scanned pages: generated pictures with known content, one fault each, read as they are or doubted."""

from pathlib import Path

import numpy as np
import pytest

from lkjip_extract.glyphs import Turn
from lkjip_extract.page import DraftCell, DraftTable
from lkjip_extract.reading import ReadOptions, Scans, file_id, read_document
from lkjip_extract.scans import page_scan, reader, store
from lkjip_extract.scans.engine import Recognised
from lkjip_extract.scans.flat import LEVEL, UPRIGHT, FlatFrame, fit
from lkjip_extract.scans.halftone import without_halftone
from lkjip_extract.scans.mends import mend_figure, mend_headings, mend_index_row, mend_table
from lkjip_extract.scans.page_scan import PageScan, ScanLine
from lkjip_extract.scans.reader import draft_scan
from lkjip_extract.scans.rulings import Rulings, find_rulings
from lkjip_schemas.vocabulary import PageKind, ReadBy

SAMPLES = Path(__file__).resolve().parents[2] / "corpus"


@pytest.fixture
def scan(tmp_path, monkeypatch):
    """Reads the generated scan of a seed and a fault; gives the document and the truth."""
    monkeypatch.syspath_prepend(str(SAMPLES))
    from samples.scan_faults import Fault
    from samples.scan_grid import make_scan

    def read(seed=7, **fault):
        pdf, truth = make_scan(seed, Fault(**fault))
        path = tmp_path / "scan.pdf"
        path.write_bytes(pdf)
        return read_document(path), truth

    return read


def rows_of(document):
    """Rows of all tables: {column: cell}."""
    rows = {}
    for table in document.tables:
        for cell in table.cells:
            rows.setdefault((table.number, cell.row), []).append(cell)
    return rows.values()


def bare(text):
    return text.replace(" ", "")


FAULTS = {
    "clean": {},
    "on its side": {"turn": 90},
    "upside down": {"turn": 180},
    "on its other side": {"turn": 270},
    "skewed": {"skew": 2.5},
    "bent by folds": {"warp": 5.0},
    "black edges": {"black_edges": True},
    "noise": {"noise": 12.0},
    "faint rulings": {"faint_rulings": 0.5},
    "broken rulings": {"broken_rulings": True},
    "dotted rulings": {"dotted_rulings": True},
    "one bit": {"one_bit": True},
    "stamp": {"stamp": True},
    "clipped": {"clipped": True},
    "shadow": {"shadow": True},
    "coarse": {"dpi": 110},
    "dots taken for points": {"page_dpi": 72},
    "page of a small poster": {"page_dpi": 400},
}


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_figures_are_read_or_doubted(scan, fault):
    document, truth = scan(**fault)
    page = document.pages[0]
    assert (page.kind, page.reader) == (PageKind.SCAN, "rapidocr")
    right = silent = 0
    wanted = [*truth.targets, *truth.amounts]
    for label, figure in wanted:
        for row in rows_of(document):
            if any(bare(label) in bare(c.text) for c in row):
                right += any(bare(c.text) == bare(figure) for c in row)
                last = max(row, key=lambda c: c.col)
                sure = last.place.confidence >= 0.9 and not last.other
                silent += (
                    sure and last.text[:1].isdigit() and not any(bare(c.text) == bare(figure) for c in row)
                )
                break
    assert silent == 0
    assert right >= 0.8 * len(wanted)
    assert all(c.place.read_by is ReadBy.OCR for t in document.tables for c in t.cells)


def test_cells_stand_where_they_are_printed(scan):
    """The places of a page that lies on its side and of the upright one are turned into each other."""
    upright, _ = scan(seed=9)
    turned, _ = scan(seed=9, turn=90)
    size = upright.pages[0].width, upright.pages[0].height
    assert (turned.pages[0].width, turned.pages[0].height) == pytest.approx(size[::-1], abs=1)
    here = {c.text: c.place.box for t in upright.tables for c in t.cells if "." in c.text}
    there = {c.text: c.place.box for t in turned.tables for c in t.cells}
    common = here.keys() & there.keys()
    assert len(common) >= 2
    for text in common:
        a, b = here[text], there[text]
        assert {round(b.width), round(b.height)} & {round(a.height) + d for d in (-2, -1, 0, 1, 2)}
        assert (b.x0 + b.x1) / 2 == pytest.approx((a.top + a.bottom) / 2, abs=6) or (
            b.x0 + b.x1
        ) / 2 == pytest.approx(size[1] - (a.top + a.bottom) / 2, abs=6)


def test_cells_of_an_enlarged_page_stand_where_they_are_printed(scan):
    usual, _ = scan(seed=9)
    large, _ = scan(seed=9, page_dpi=72)
    times = large.pages[0].width / usual.pages[0].width
    assert times == pytest.approx(200 / 72, abs=0.01)
    here = {c.text: c.place.box for t in usual.tables for c in t.cells if "." in c.text}
    there = {c.text: c.place.box for t in large.tables for c in t.cells}
    common = here.keys() & there.keys()
    assert len(common) >= 2
    for text in common:
        assert [v / times for v in there[text]] == pytest.approx(list(here[text]), abs=3)


def test_reading_is_kept_and_used_again(scan, tmp_path, monkeypatch):
    scan(seed=11)
    monkeypatch.setattr(page_scan.engine, "detect", None)  # a second look at the picture would fail
    again = read_document(tmp_path / "scan.pdf")
    assert again.pages[0].reader == "rapidocr"
    assert again.tables


def test_page_without_a_stored_reading_waits(scan, tmp_path, monkeypatch):
    scan(seed=11)
    monkeypatch.setenv("LKJIP_CACHE", str(tmp_path / "empty"))
    document = read_document(tmp_path / "scan.pdf", ReadOptions(scans=Scans.STORED))
    assert document.waiting == (1,)
    assert document.pages[0].reader == ""
    left = read_document(tmp_path / "scan.pdf", ReadOptions(scans=Scans.LEAVE))
    assert left.waiting == ()
    assert "not read yet" in left.pages[0].note


def test_engine_that_fails_leaves_the_page_unread_with_the_reason(scan, tmp_path, monkeypatch):
    scan(seed=11)
    monkeypatch.setenv("LKJIP_CACHE", str(tmp_path / "empty"))

    def fails(_picture):
        raise RuntimeError("model is damaged")

    monkeypatch.setattr(page_scan.engine, "detect", fails)
    page = read_document(tmp_path / "scan.pdf").pages[0]
    assert page.reader == ""
    assert "OCR gagal: model is damaged" in page.note
    assert "OCR failed: model is damaged" in page.note


def a_scan():
    line = ScanLine(
        ((10.0, 10.0), (90.0, 12.0), (90.0, 30.0), (10.0, 28.0)),
        Recognised("Rp 5", (0.1, 0.3, 0.5, 0.8), (0.9, 0.8, 0.7)),
        "Rp 8",
    )
    course = np.array([[0.0, 40.0], [100.0, 41.0]])
    return PageScan(1, 200.0, 100, 200, (line,), Rulings((course,), ()))


def test_stored_reading_comes_back_whole(tmp_path, monkeypatch):
    monkeypatch.setenv("LKJIP_CACHE", str(tmp_path))
    assert store.save("ab" * 32, 3, a_scan())
    back = store.load("ab" * 32, 3)
    assert back.lines == a_scan().lines
    assert (back.quarters, back.dpi, back.width, back.height) == (1, 200.0, 100, 200)
    assert back.rulings.horizontal[0].tolist() == [[0.0, 40.0], [100.0, 41.0]]
    assert store.load("ab" * 32, 4) is None


@pytest.mark.parametrize("content", [b"", b"no gzip", b"\x1f\x8b\x08\x00"])
def test_damaged_reading_is_no_reading(tmp_path, monkeypatch, content):
    monkeypatch.setenv("LKJIP_CACHE", str(tmp_path))
    store.save("ab" * 32, 3, a_scan())
    (path,) = [p for p in tmp_path.rglob("*") if p.is_file()]
    path.write_bytes(content)
    assert store.load("ab" * 32, 3) is None


def test_folder_that_cannot_be_written_is_told(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("LKJIP_CACHE", str(tmp_path / "file"))
    assert not store.save("ab" * 32, 3, a_scan())


def bent(y, size=(1000.0, 1400.0)):
    x = np.linspace(50, 950, 30)
    return np.stack([x, y + 12 * np.sin(x / size[0] * np.pi) + 0.01 * x], axis=1)


def test_bent_lines_become_level_and_go_back():
    lines = [bent(y) for y in range(100, 1300, 100)]
    size = (1000.0, 1400.0)
    frame = FlatFrame(
        0,
        720.0,
        1008.0,
        dpi=100.0,
        pixels=(1000, 1400),
        level=fit(lines, LEVEL, size),
        upright=fit([], UPRIGHT, size),
    )
    for line in lines:
        flat = frame.flatten(line)
        assert np.ptp(flat[:, 1]) < 1.0
        boxes = np.stack([flat[:, 0], flat[:, 1], flat[:, 0], flat[:, 1]], axis=1)
        assert frame.display(boxes)[:, 1] == pytest.approx(line[:, 1] * 0.72, abs=0.3)


def test_frame_without_bends_is_the_picture():
    frame = FlatFrame(0, 72.0, 144.0, dpi=100.0, pixels=(100, 200))
    assert frame.display(np.array([[7.2, 14.4, 36.0, 72.0]])).tolist() == [[7.2, 14.4, 36.0, 72.0]]
    assert isinstance(frame, Turn)


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        ("5.250.000|", "5.250.000"),
        ("l00", "100"),
        ("1O.000.000", "10.000.000"),
        ("96,12 Yo", "96,12 %"),
        ("12 dokumen", "12 dokumen"),
        ("Dokumen", "Dokumen"),
        ("B", "B"),
        ("", ""),
        ("Rp. 1.353.100,000,00", "Rp. 1.353.100.000,00"),
        ("1,234.567,890.00", "1,234,567,890.00"),
        ("1,234.567", "1,234.567"),
        ("452 094.000,00", "452.094.000,00"),
        ("9.397.783 840.00", "9.397.783.840.00"),
        ("452 094", "452 094"),  # nothing tells the mark
    ],
)
def test_figures_are_mended_only_when_that_makes_them_figures(read, mended):
    assert mend_figure(read) == mended


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        ("Realisasl", "Realisasi"),
        ("KINERJA Capalan", "KINERJA Capaian"),
        ("lndikator", "Indikator"),
        ("REALlSASI", "REALISASI"),
        ("Realisasi", "Realisasi"),
        ("TARGETTRIWULAN (KUMULATIF)", "TARGET TRIWULAN (KUMULATIF)"),
        ("Desa", "Desa"),
    ],
)
def test_words_of_headings_are_put_right(read, mended):
    assert mend_headings(read) == mended


def column(*texts):
    cells = [DraftCell(r, 0, 1, 1, 0, 20 * r, 50, 20 * r + 20, text=t) for r, t in enumerate(texts)]
    return DraftTable(1, [0.0, 50.0], len(texts), 0, 20 * len(texts), cells, "test")


def test_mended_figures_are_recorded_and_doubted():
    table = column("Anggaran", "5.250.000", "1.205.806.112", "17O.000")
    mend_table(table, 1)
    assert [c.text for c in table.cells] == ["Anggaran", "5.250.000", "1.205.806.112", "170.000"]
    assert (table.cells[3].other, table.cells[3].confidence) == ("17O.000", 0.6)
    assert table.cells[1].confidence == 1.0


def test_words_are_not_mended_into_figures():
    table = column("Satuan", "Orang", "OO", "Dokumen")
    mend_table(table, 1)
    assert [c.text for c in table.cells] == ["Satuan", "Orang", "OO", "Dokumen"]


def test_amount_whose_end_is_hidden_is_doubted():
    table = column("Anggaran", "Rp. 112.913.000,-", "Rp. 576.867.576,-", "Rp. 98.000.000,-", "Rp. 4.985.42")
    mend_table(table, 1)
    assert [c.confidence for c in table.cells] == [1.0, 1.0, 1.0, 1.0, 0.6]


def test_an_amount_with_a_blank_inside_is_doubted():
    table = column("Realisasi", "72.450.000", "1 70.918.400", "452.094.000", "98 %")
    mend_table(table, 1)
    assert [c.confidence for c in table.cells] == [1.0, 1.0, 0.6, 1.0, 1.0]


def row(texts, number=0):
    return [DraftCell(number, c, 1, 1, 50 * c, 20, 50 * c + 50, 40, text=t) for c, t in enumerate(texts)]


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        ("1 2 3 4 5 6 7 B 9", "1 2 3 4 5 6 7 8 9"),
        ("(1) (2) (3) (4) (s) (6)", "(1) (2) (3) (4) 5 (6)"),
        ("1 2 3 4 B", "1 2 3 4 B"),  # too few to tell
        ("1 2 3 B 5 6 7 8 G", "1 2 3 B 5 6 7 8 G"),  # two are wrong
    ],
)
def test_one_misread_number_of_the_columns_is_put_right(read, mended):
    cells = row(read.split())
    mend_index_row(DraftTable(1, [0.0, 500.0], 1, 0, 40, cells, "test"))
    assert [c.text for c in cells] == mended.split()


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        ("I|II|II|IV", "I|II|III|IV"),
        ("1|\u2161|\u2162I|IV", "I|II|III|IV"),
        ("TWI|TW II|TWII|TW IV", "TW I|TW II|TW III|TW IV"),
        ("一|Ⅱ|Ⅲ|IV", "I|II|III|IV"),
        ("I|I|I|I", "I|I|I|I"),  # not enough of them as they stand
        ("I|II|III", "I|II|III"),
    ],
)
def test_quarters_are_numbered_by_their_order(read, mended):
    cells = row(read.split("|"))
    mend_table(DraftTable(1, [0.0, 500.0], 1, 0, 40, cells, "test"), 1)
    assert "|".join(c.text for c in cells) == mended


def grey_page(width=800, height=1000):
    """White paper at 100 dots an inch."""
    return np.full((height, width), 255, dtype=np.uint8)


def boxes(*sides):
    """Lines of text: x0, top, x1, bottom."""
    return np.array([[[a, t], [b, t], [b, d], [a, d]] for a, t, b, d in sides], dtype=np.float64).reshape(
        -1, 4, 2
    )


def test_an_upright_ruling_that_text_touches_is_one():
    page = grey_page()
    page[200:500, 300:302] = 90
    text = boxes(*((295, top, 480, top + 22) for top in range(205, 480, 24)))
    (ruling,) = find_rulings(page, 100.0, text).vertical
    assert np.ptp(ruling[:, 1]) > 280
    page[:] = 255
    page[200:218, 300:303] = 90  # the stem of a letter
    assert not find_rulings(page, 100.0, text).vertical


def test_a_streak_from_edge_to_edge_is_no_ruling():
    page = grey_page()
    page[:, 400:402] = 120
    page[300:600, 200:202] = 60
    (ruling,) = find_rulings(page, 100.0, boxes()).vertical
    assert ruling[0, 0] == pytest.approx(200.5, abs=1)


def test_the_grain_of_a_coloured_heading_holds_no_rulings():
    """Only its edges are rulings, and what stands outside."""
    page = grey_page(1600, 1000)
    specks = np.random.default_rng(3).random((160, 1200)) < 0.55
    page[200:360, 200:1400] = np.where(specks, 0, 255)
    page[500:503, 200:1400] = 0
    found = find_rulings(page, 200.0, boxes())
    heights = {round(float(np.median(p[:, 1]))) for p in found.horizontal}
    assert 501 in heights
    assert not [y for y in heights if 226 < y < 334]
    assert not [x for x in (float(np.median(p[:, 0])) for p in found.vertical) if 226 < x < 1374]


@pytest.mark.parametrize(
    ("read", "words"),
    [
        ("DaerahRp", ["Daerah", "Rp"]),
        ("196.725.000APBD", ["196.725.000", "APBD"]),
        ("BRp", ["BRp"]),
        ("12A", ["12A"]),
        ("Daerah Rp", ["Daerah", "Rp"]),  # the letters stand as close as within a word
    ],
)
def test_words_that_ocr_joined_to_an_amount_are_parted(read, words):
    at = tuple(np.linspace(0.02, 0.98, len(read)))
    line = ScanLine(
        ((100.0, 100.0), (400.0, 100.0), (400.0, 130.0), (100.0, 130.0)),
        Recognised(read, at, (0.9,) * len(read)),
        None,
    )
    draft = draft_scan(1, PageKind.SCAN, 0, PageScan(0, 200.0, 1654, 2339, (line,), Rulings((), ())))
    assert [w.text for found in draft.lines for w in found.words] == words


def test_a_faint_ruling_is_followed_to_the_next_upright_one():
    """Beside letters it is hardly darker than the paper around it; words in a row with a ruling are not followed."""
    page = grey_page()
    for x in (100, 300, 500, 700):
        page[200:420, x : x + 2] = 60
    page[300, 500:700] = 60
    page[300, 100:500] = 220
    for x in range(110, 490, 6):
        page[288:298, x : x + 3] = 0  # letters right above
    text = boxes((108, 286, 296, 300), (306, 286, 492, 300))

    def ends():
        return [p[[0, -1], 0] for p in find_rulings(page, 100.0, text).horizontal if np.ptp(p[:, 0]) > 180]

    assert min(start for start, _ in ends()) == pytest.approx(100.5, abs=2)
    page[300, 100:500] = 255
    for x in range(120, 480, 40):
        page[299:302, x : x + 26] = 60
    assert min(start for start, _ in ends()) > 490


def shaded(top, bottom):
    """A page with the dots of shading between two heights, letters, and the points of a figure below them."""
    page = np.full((600, 800, 3), 255, dtype=np.uint8)
    for y in range(top, bottom, 5):
        for x in range(100 + y % 2 * 2, 700, 5):
            page[y : y + 2, x : x + 2] = 0
    page[130:150, 200:204] = 0  # strokes of letters
    page[130:134, 204:216] = 0
    for x in (300, 340):
        page[240:243, x : x + 3] = 0  # points of a figure
    return page


def test_the_dots_of_shading_are_taken_off_and_nothing_else():
    page = shaded(100, 200)
    clean = without_halftone(page, 200.0)
    assert (clean[130:150, 200:204] == 0).all() and (clean[130:134, 204:216] == 0).all()
    assert (clean[240:243, 300:303] == 0).all() and (clean[240:243, 340:343] == 0).all()
    kept = (clean[110:190, 110:690] == 0).any(axis=2).mean()
    assert kept < 0.2 * (page[110:190, 110:690] == 0).any(axis=2).mean()


def test_a_page_without_shading_is_left_as_it_is():
    page = shaded(100, 100)
    assert without_halftone(page, 200.0) is page


@pytest.mark.parametrize(("pixels", "sure"), [(200.0, True), (60.0, False), (0.0, True)])
def test_figures_of_few_pixels_are_in_doubt(pixels, sure):
    """The line is 30 pixels high as drawn at 200 dots per inch; of 60 dots it has 9."""
    line = ScanLine(
        ((100.0, 100.0), (400.0, 100.0), (400.0, 130.0), (100.0, 130.0)),
        Recognised("196.725.000", tuple(np.linspace(0.02, 0.98, 11)), (0.95,) * 11),
        "196.725.000",
    )
    scan = PageScan(0, 200.0, 1654, 2339, (line,), Rulings((), ()), 1.0, pixels)
    draft = draft_scan(1, PageKind.SCAN, 0, scan)
    assert [d.confidence >= 0.9 for d in draft.doubts] == [sure]
    assert ("too coarse" in draft.note) is not sure


def test_key_of_a_reading_is_the_content_of_the_file(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"one")
    (tmp_path / "b.pdf").write_bytes(b"one")
    assert file_id(tmp_path / "a.pdf") == file_id(tmp_path / "b.pdf")


def test_a_level_ruling_that_runs_inside_lines_of_text_is_one():
    """The reader of text takes the ruling above a row into its boxes."""
    page = grey_page()
    page[300:302, 100:700] = 60
    text = boxes((110, 290, 380, 316), (390, 290, 690, 316))
    assert not find_rulings(page, 100.0, text).horizontal  # a title underlined
    page[220:420, 385:387] = 60
    (ruling,) = find_rulings(page, 100.0, text).horizontal
    assert np.ptp(ruling[:, 0]) > 590
    page[:] = 255
    page[300:302, 120:200] = 60  # the strokes of a word
    assert not find_rulings(page, 100.0, text).horizontal


@pytest.mark.parametrize(("bottom", "sides"), [(1050, 4), (1030, 2)])
def test_the_sides_of_cells_in_a_low_row_are_rulings(bottom, sides):
    """18 points high, between two level rulings; strokes that end on no ruling are letters."""

    def stroke(x0, y0, x1, y1):
        return np.linspace((x0, y0), (x1, y1), 12)

    across = tuple(stroke(200, y, 1500, y) for y in (1000, 1050, 1300))
    low = tuple(stroke(x, 1000, x, bottom) for x in (700, 1100))
    down = (stroke(200, 1000, 200, 1300), stroke(1500, 1000, 1500, 1300), *low)
    scan = PageScan(0, 200.0, 1700, 2600, (), Rulings(across, down))
    upright = reader._edges(scan, reader.flat_frame(scan))[1]
    assert len(upright) == sides


@pytest.mark.parametrize(("text", "sides"), [("2.275,40", 2), ("2.275   40", 3)])
def test_stems_of_digits_below_each_other_are_no_ruling(text, sides):
    """A stroke through two rows, from one level ruling to another, between the digits of a figure in each."""

    def stroke(x0, y0, x1, y1):
        return np.linspace((x0, y0), (x1, y1), 12)

    def line(y):
        places = np.linspace(0.05, 0.95, len(text))
        return ScanLine(
            ((1000, y), (1140, y), (1140, y + 36), (1000, y + 36)),
            Recognised(text, tuple(places.tolist()), (1.0,) * len(text)),
        )

    across = tuple(stroke(200, y, 1500, y) for y in (1000, 1100, 1300))
    down = (stroke(200, 1000, 200, 1300), stroke(1500, 1000, 1500, 1300), stroke(1090, 1000, 1090, 1100))
    scan = PageScan(0, 200.0, 1700, 2600, (line(1008), line(1056)), Rulings(across, down))
    assert len(reader._edges(scan, reader.flat_frame(scan))[1]) == sides


@pytest.mark.parametrize(
    ("shape", "line", "times"),
    [
        ((2339, 1654), 36, 1.0),  # A4 at 200 dots per inch
        ((2339, 1654), 18, 1.0),  # small print on it
        ((4678, 3308), 36, 1.0),  # a sheet of A2 with usual print
        ((4678, 3308), 110, 3.0),  # paper whose dots were taken for points
        ((2339, 875), 18, 0.5),  # a small poster
    ],
)
def test_text_tells_how_many_times_a_page_is_enlarged(shape, line, times):
    tops = np.arange(12.0)[:, None, None] * 2 * line
    quads = np.array([[(0, 0), (100, 0), (100, line), (0, line)]]) + np.concatenate([0 * tops, tops], axis=2)
    assert page_scan._enlarged(quads, shape, 200.0) == pytest.approx(times, abs=0.05)
