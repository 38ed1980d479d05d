"""Pages with thousands of objects, files with thousands of pages: counted, never timed."""

import subprocess
import sys

import pypdfium2
import pytest

from lkjip_extract import pdfium, reading, second_reader
from lkjip_extract.reading import read_document
from lkjip_schemas.vocabulary import PageKind

XS = [50, 80, 300, 400]
MEMORY = """
import resource, sys
from pathlib import Path
from lkjip_extract.reading import read_document
read_document(Path(sys.argv[1]))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
read_document(Path(sys.argv[2]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)
"""


def near_empty(paper, pages):
    for number in range(1, pages + 1):
        paper.page().text(297, 820, str(number), 9, "middle")
    return paper.save()


def calls(action):
    """Number of Python functions that `action` calls."""
    count = 0

    def on_event(_frame, event, _argument):
        nonlocal count
        count += event == "call"

    before = sys.getprofile()
    sys.setprofile(on_event)
    try:
        action()
    finally:
        sys.setprofile(before)
    return count


def test_page_with_thousands_of_line_objects(paper, read, rows_of):
    paper.page()
    for i in range(12_000):  # the hatching of a map
        x, y = 60 + (i % 120) * 4, 300 + (i // 120) * 4
        paper.ruling(x, y, x + 3, y + 3)
    paper.table(XS, [100, 120, 140], [["No", "Indikator", "Target"], ["1", "Indeks kepuasan", "80,50"]])
    document = read(paper)
    assert [rows_of(t) for t in document.tables] == [
        [["No", "Indikator", "Target"], ["1", "Indeks kepuasan", "80,50"]]
    ]


def test_page_with_thousands_of_rectangles(paper, read):
    paper.page().text(60, 60, "Peta wilayah kecamatan dan batas desa tahun 2023")
    for i in range(10_000):
        x, y = 60 + (i % 100) * 4.5, 100 + (i // 100) * 4.5
        paper.filled(x, y, x + 4, y + 4, grey=(i % 7) / 10)
    document = read(paper)
    assert document.pages[0].kind is PageKind.TEXT
    assert [line.text for line in document.pages[0].lines] == [
        "Peta wilayah kecamatan dan batas desa tahun 2023"
    ]
    assert document.tables == ()


def test_page_with_thousands_of_words(paper, read):
    paper.page()
    for i in range(160):
        paper.text(20, 20 + 5 * i, " ".join(f"kata{i:03d}{k:02d}" for k in range(25)), 4)
    document = read(paper)
    assert len(document.pages[0].lines) == 160
    assert document.pages[0].lines[159].text.endswith("kata15924")


def test_table_with_thousands_of_cells(paper, read, rows_of):
    xs, ys = [20 + 27.5 * i for i in range(21)], [20 + 8 * i for i in range(101)]
    rows = [[f"{r}.{c:03d}" for c in range(20)] for r in range(100)]
    paper.page().table(xs, ys, rows, size=5)
    document = read(paper)
    assert len(document.tables) == 1
    assert rows_of(document.tables[0]) == rows


def test_file_of_thousands_of_near_empty_pages(paper):
    document = read_document(near_empty(paper, 3_000))
    assert len(document.pages) == 3_000
    assert [page.page for page in document.pages] == list(range(1, 3_001))
    assert document.tables == ()


def test_file_is_opened_once_by_each_library(paper, monkeypatch):
    path = near_empty(paper, 60)
    opened = {"pdfium": 0, "pypdfium2": 0, "pdfplumber": 0}

    def counting(name, real):
        def open_it(*args, **options):
            opened[name] += 1
            return real(*args, **options)

        return open_it

    monkeypatch.setattr(pdfium, "Document", counting("pdfium", pdfium.Document))
    monkeypatch.setattr(pypdfium2, "PdfDocument", counting("pypdfium2", pypdfium2.PdfDocument))
    monkeypatch.setattr(second_reader, "reread", counting("pdfplumber", second_reader.reread))
    read_document(path)
    assert opened["pdfium"] == 1
    assert opened["pypdfium2"] == 0
    assert opened["pdfplumber"] == 0


def test_each_page_is_read_once(paper, monkeypatch):
    path = near_empty(paper, 60)
    seen = []
    real = reading.read_page

    def noting(page, number, *rest):
        seen.append(number)
        return real(page, number, *rest)

    monkeypatch.setattr(reading, "read_page", noting)
    read_document(path)
    assert seen == list(range(1, 61))


def tables_on(paper, pages):
    for number in range(pages):
        paper.page().text(50, 90, f"Uraian capaian kinerja bagian {number}.")
        rows = [
            ["No", "Indikator", "Target"],
            *([str(i), f"Indikator {number} {i}", "80,50"] for i in range(1, 4)),
        ]
        paper.table(XS, [100 + 20 * i for i in range(5)], rows)
    return paper.save()


def one_long_table(paper, pages):
    for number in range(pages):
        rows = [[str(number * 12 + i), f"Indikator {number} {i}", "80,50"] for i in range(12)]
        paper.page().table(XS, [60 + 20 * i for i in range(13)], rows)
    return paper.save()


def long_list(paper, pages):
    paper.page(595, 200 + pages * 160)
    for i in range(pages * 10):
        paper.text(60, 100 + 16 * i, f"Belanja barang {i}")
        paper.text(400, 100 + 16 * i, "1.250.000", align="right")
    return paper.save()


@pytest.mark.parametrize("draw", [near_empty, tables_on, one_long_table, long_list])
def test_work_grows_in_step_with_the_pages(new_paper, draw):
    # Sheets are looked for on 40 pages before each page: the shorter file is well beyond that.
    short, long = draw(new_paper("pendek.pdf"), 80), draw(new_paper("panjang.pdf"), 240)
    read_document(short)  # imports and caches are filled
    assert calls(lambda: read_document(long)) <= 3 * 1.3 * calls(lambda: read_document(short))


def test_memory_stays_flat_over_thousands_of_pages(new_paper):
    short, long = near_empty(new_paper("pendek.pdf"), 200), near_empty(new_paper("panjang.pdf"), 4_000)
    done = subprocess.run(
        [sys.executable, "-c", MEMORY, str(short), str(long)], capture_output=True, text=True, check=True
    )
    kilobytes = int(done.stdout)
    assert kilobytes < 60_000  # 3,800 pages more
