"""Nothing that is printed in a table gets lost: every cell is in the ledger, once."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lkjip_extract.reading import ReadOptions, Scans, read_document
from lkjip_normalize import normalize
from lkjip_schemas.bilingual import halves
from lkjip_schemas.fields import LEDGER
from lkjip_schemas.vocabulary import Fate

SHARED = Path(__file__).resolve().parents[3] / "shared"
REAL = sorted([*SHARED.glob("magetan/*.pdf"), *SHARED.glob("corpus/*.pdf")])


PAGES = [
    ["LAPORAN KINERJA INSTANSI PEMERINTAH", "KECAMATAN MAGETAN", "TAHUN 2023"],
    ["Capaian"],
    ["Anggaran"],
]
HEADINGS = st.sampled_from(
    [
        "No",
        "Kode",
        "Tujuan",
        "Sasaran Strategis",
        "Indikator Kinerja",
        "Program",
        "Kegiatan",
        "Uraian",
        "Satuan",
        "Target",
        "Realisasi",
        "Capaian (%)",
        "Anggaran (Rp)",
        "Realisasi Anggaran",
        "%",
        "K",
        "Rp",
        "TW I",
        "2022",
        "2023",
        "Keterangan",
        "Sebelum",
        "Sesudah",
        "Target Akhir Renstra",
        "1",
        "(2)",
        "Misi 1",
        "Nasional",
        "Kondisi 2018",
    ]
)
TEXTS = st.one_of(
    st.sampled_from(
        [
            "85",
            "90.02",
            "3.398",
            "8.236.025.535",
            "Rp. 1.000.000,-",
            "97,55",
            "-",
            "WTP",
            "A (83)",
            "JUMLAH",
            "Total",
            "1.",
            "7.01.01.2.01",
            "PROGRAM PENUNJANG",
            "Administrasi Umum",
            "Periode Tahun 2021-2022",
            "Nilai",
            "600 buku",
            "2 dokumen (85 buku)",
            "#REF!",
            "Meningkatnya Kualitas Pelayanan Publik",
        ]
    ),
    st.text(min_size=1, max_size=12).filter(lambda t: bool(t.strip()) and t not in ("<", "^")),
)


@st.composite
def grids(draw):
    """Heading rows and body rows of one width, with cells that span columns and rows, and gaps."""
    width = draw(st.integers(1, 7))

    def rows(texts, least, most):
        cell = st.one_of(texts, texts, texts, st.sampled_from(["", "<", "^"]))
        return draw(st.lists(st.lists(cell, min_size=width, max_size=width), min_size=least, max_size=most))

    header, body = rows(HEADINGS, 0, 3), rows(TEXTS, 1, 6)
    for part in (header, body):
        for i, row in enumerate(part):
            for col, text in enumerate(row):
                lost = (text == "<" and (col == 0 or row[col - 1] in ("", "^"))) or (
                    text == "^" and (i == 0 or part[i - 1][col] in ("", "<"))
                )
                row[col] = "" if lost else text
    return header, body


@given(made=st.lists(grids(), min_size=1, max_size=3))
@settings(max_examples=300, deadline=None)
def test_every_cell_of_any_table_is_in_the_ledger_once(document_of, table_of, faults, made):
    document = document_of(PAGES, [table_of(*grid, number=n, page=n) for n, grid in enumerate(made, 1)])
    report = normalize(document)
    assert faults(document, report) == []
    assert {e.fate for e in report.ledger} <= set(Fate)


@given(made=st.lists(grids(), min_size=1, max_size=3))
@settings(max_examples=150, deadline=None)
def test_figures_are_printed_in_the_cells_they_name(document_of, table_of, made):
    document = document_of(PAGES, [table_of(*grid, number=n, page=n) for n, grid in enumerate(made, 1)])
    printed = {(t.number, c.row, c.col): c for t in document.tables for c in t.cells}
    report = normalize(document)
    named = [(o.table_no, o.row, o.col) for o in report.observations]
    assert len(named) == len(set(named))
    for observation in report.observations:
        cell = printed[(observation.table_no, observation.row, observation.col)]
        assert (observation.raw, observation.place) == (cell.text, cell.place)
        assert observation.value is not None or observation.text
        assert observation.value is None or any(ch.isdigit() for ch in cell.text)
    fates = {(e.table_no, e.row, e.col): e.fate for e in report.ledger}
    assert {cell for cell, fate in fates.items() if fate == "observation"} == set(named)


@pytest.mark.parametrize(
    ("header", "body"),
    [
        ([["Misi 1", "<", "Tempat"]], [["Magetan", "Cerah", "1"]]),  # no known heading
        (
            [["No", "Indikator", "Target"]],
            [["1", "Nilai SAKIP", "85"], ["Catatan: data sementara", "<", "<"]],
        ),
        ([["No", "Indikator", "Target"], ["1", "2", "3"]], [["1", "Nilai SAKIP", "85"], ["", "", "86"]]),
        ([], [["Camat Magetan", "Bupati Magetan"], ["TRI ATMADI", "SUPRAWOTO"]]),
        ([["Indikator", "Target", "<"]], [["Nilai SAKIP", "85", "<"], ["Indeks", "85", "Nilai"]]),
        ([["Program", "Anggaran"]], [["JUMLAH", "<"], ["JUMLAH", "5.000.000"]]),
    ],
)
def test_odd_tables_lose_nothing(document_of, table_of, faults, header, body):
    document = document_of(PAGES, [table_of(header, body)])
    assert faults(document, normalize(document)) == []


def test_fates_are_those_that_the_dictionary_names(read):
    """The data dictionary lists the fates of the ledger; users filter by them."""
    ledger = next(f for f in LEDGER.fields if f.name == "fate")
    found = read(
        [["No", "Indikator", "Satuan", "Target", "Keterangan"], ["1", "2", "3", "4", "5"]],
        [["1", "Nilai SAKIP", "Nilai", "85", "tercapai"]],
    )
    assert {e.fate for e in found.report.ledger} <= {fate.strip() for fate in ledger.en.split(",")}


AMOUNT = re.compile(r"(?:Rp\.?\s*)?\d{1,3}(?:[.,]\d{3})+(?:[.,]\d\d)?(?:,-)?")


def test_an_amount_that_nobody_understood_is_not_said_to_be_words(read):
    """The ledger tells users what was not used; an amount under an unknown heading is unread."""
    found = read(
        [["Tempat", "Hal"]], [["Magetan", "Cerah"], ["Selosari", "Hujan"], ["Tambran", "Rp. 1.000.000,00"]]
    )
    (entry,) = [e for e in found.report.ledger if (e.row, e.col) == (3, 1)]
    assert entry.fate in {"observation", "unread"}


@cache
def read_real(path):
    """A real file and what normalisation made of it, read once for all tests."""
    document = read_document(path, ReadOptions(scans=Scans.LEAVE))
    report = normalize(document)
    return document, report


@pytest.mark.real
@pytest.mark.skipif(not REAL, reason="../shared is not here")
@pytest.mark.parametrize("path", REAL, ids=[p.stem[:70] for p in REAL])
def test_real_tables_lose_nothing(faults, path):
    assert faults(*read_real(path)) == []


@pytest.mark.real
@pytest.mark.skipif(not REAL, reason="../shared is not here")
def test_of_a_hundred_real_cells_ninety_nine_are_accounted_for():
    """An amount that went for words or for a label counts as unread."""
    missed: Counter[str] = Counter()
    entries = 0
    for path in REAL:
        document, report = read_real(path)
        texts = {(t.number, c.row, c.col): c.text for t in document.tables for c in t.cells}
        entries += len(report.ledger)
        for e in report.ledger:
            amount = AMOUNT.fullmatch(texts[(e.table_no, e.row, e.col)])
            missed[path.stem] += e.fate == "unread" or bool(amount and e.fate in {"words", "label"})
    assert missed.total() <= 0.01 * entries, missed.most_common(10)


@pytest.mark.parametrize(
    ("printed", "why"),
    [("133.825.00,00", "malformed figure"), ("3.398", "thousands or decimals"), ("85,40", "")],
)
def test_the_ledger_says_why_a_figure_has_no_value(read, printed, why):
    found = read([["No", "Indikator", "Target"]], [["1", "Nilai SAKIP", printed]])
    (figure,) = found.report.observations
    (entry,) = [e for e in found.report.ledger if e.fate is Fate.OBSERVATION]
    assert (figure.value is None) is bool(why)
    assert halves(entry.reason)[1].endswith(why) if why else entry.reason == ""
