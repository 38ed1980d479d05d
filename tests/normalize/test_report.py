"""A document from pages and tables to the report."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lkjip_normalize import normalize

MEASURED = [
    ["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"],
    ["1", "2", "3", "4", "5", "6", "7=6/5*100"],
]
BUDGET = [["No", "Program/Kegiatan", "Anggaran", "Realisasi", "%"]]
COVER = ["LAPORAN KINERJA INSTANSI PEMERINTAH", "KECAMATAN MAGETAN", "KABUPATEN MAGETAN", "TAHUN 2023"]
AGREEMENT = [
    "PERJANJIAN KINERJA TAHUN 2023",
    "yang bertanda tangan di bawah ini",
    "Nama : TRI ATMADI, S.Sos",
    "Nama : SUPRAWOTO, S.H., M.Si.",
    "Magetan, Januari 2023",
    "Pihak Kedua Pihak Pertama",
]
LAYANAN, IKM = "Meningkatnya Kualitas Pelayanan Publik", "Indeks Kepuasan Masyarakat"


@pytest.fixture
def report(document_of, table_of):
    measured = table_of(
        MEASURED,
        [
            ["1", LAYANAN, IKM, "Nilai", "85", "90.02", "105.90"],
            ["^", "^", "Nilai Sakip Kecamatan", "Nilai", "Sangat Baik (70.00)", "-", ""],
        ],
        number=1,
        page=2,
        caption="Tabel 3.1 Pengukuran Kinerja",
    )
    budget = table_of(
        BUDGET,
        [
            ["1", "PROGRAM PENUNJANG URUSAN", "3.000.000", "2.700.000", "90,00"],
            ["", "Administrasi Keuangan", "Rp. 2.000.000,-", "1.800.000", "90,00"],
            ["", "Penyediaan Gaji", "2.000.000", "133.825.00,00", "90,00"],
            ["", "Administrasi Umum", "1,000,000", "900.000", "90,00"],
            ["", "Penyediaan Bahan Logistik", "1.000.000", "900.000", "90,00"],
            ["JUMLAH", "<", "3.000.000", "2.700.000", "90,00"],
        ],
        number=2,
        page=3,
    )
    promised = table_of(
        [["No", "Sasaran Strategis", "Indikator Kinerja", "Target"]],
        [["1", LAYANAN, IKM, "85"]],
        number=3,
        page=6,
    )
    return normalize(
        document_of(
            [
                COVER,
                ["Capaian kinerja"],
                ["Realisasi anggaran"],
                [],
                AGREEMENT,
                AGREEMENT[:1] + AGREEMENT[-2:],
            ],
            [measured, budget, promised],
            file="lkjip-magetan.pdf",
        )
    )


def figure(report, table, row, col):
    (found,) = [o for o in report.observations if (o.table_no, o.row, o.col) == (table, row, col)]
    return found


def test_the_report_is_of_its_document(report):
    assert (report.report_id, report.file) == ("0" * 64, "lkjip-magetan.pdf")
    assert (report.identity.kind.value, report.identity.year, report.identity.instansi) == (
        "LKjIP",
        2023,
        "Kecamatan Magetan",
    )
    assert [(p.page, p.kind, p.reader) for p in report.pages][2:4] == [(3, "text", "hand"), (4, "scan", "")]


def test_pages_that_were_not_read_keep_their_reason(report):
    assert [(p.page, p.note) for p in report.unread_pages()] == [(4, "no text")]


def test_tables_keep_their_number_place_and_caption(report):
    assert [(t.number, t.kind.value, t.page_from, t.n_rows, t.n_cols) for t in report.tables] == [
        (1, "pengukuran", 2, 4, 7),
        (2, "realisasi_anggaran", 3, 7, 5),
        (3, "pk_sasaran", 6, 2, 4),
    ]
    assert report.table(1).caption == "Tabel 3.1 Pengukuran Kinerja"
    assert [c.index for c in report.table(1).columns] == ["1", "2", "3", "4", "5", "6", "7=6/5*100"]
    with pytest.raises(KeyError):
        report.table(4)


def test_a_figure_of_performance(report):
    found = figure(report, 1, 2, 5)
    assert (found.subject, found.parent, found.subject_level.value) == (IKM, LAYANAN, "indikator")
    assert (found.measure, found.period, found.value, found.unit, found.raw) == (
        "realisasi",
        "2023",
        Decimal("90.02"),
        "Nilai",
        "90.02",
    )
    assert (found.table_kind.value, found.place.page) == ("pengukuran", 2)


def test_words_and_dashes(report):
    score, dash = figure(report, 1, 3, 4), figure(report, 1, 3, 5)
    assert (score.value, score.text, score.raw) == (
        Decimal("70.00"),
        "Sangat Baik (70.00)",
        "Sangat Baik (70.00)",
    )
    assert (dash.value, dash.text) == (None, "-")
    assert not [o for o in report.observations if (o.table_no, o.row, o.col) == (1, 3, 6)]


def test_money_in_all_its_spellings(report):
    amounts = {o.row: o.value for o in report.observations if o.table_no == 2 and o.measure == "pagu_rp"}
    assert amounts == {1: 3000000, 2: 2000000, 3: 2000000, 4: 1000000, 5: 1000000, 6: 3000000}


def test_a_malformed_amount_is_text_only(report):
    found = figure(report, 2, 3, 3)
    assert (found.value, found.text) == (None, "133.825.00,00")


def test_the_hierarchy_of_the_budget(report):
    rows = [(o.subject_level.value, o.parent) for o in report.observations if o.measure == "pagu_rp"]
    assert rows == [
        ("program", ""),
        ("kegiatan", "PROGRAM PENUNJANG URUSAN"),
        ("sub_kegiatan", "Administrasi Keuangan"),
        ("kegiatan", "PROGRAM PENUNJANG URUSAN"),
        ("sub_kegiatan", "Administrasi Umum"),
        ("total", ""),
    ]


def test_a_percentage_keeps_its_two_places(report):
    assert {format(o.value, "f") for o in report.observations if o.measure == "serapan_pct"} == {"90.00"}


def test_the_agreement_in_the_appendix(report):
    (found,) = report.agreements
    assert (found.kind.value, found.page_from, found.page_to, found.year, found.month) == (
        "PK",
        5,
        6,
        2023,
        1,
    )
    assert found.parties == ("TRI ATMADI, S.Sos", "SUPRAWOTO, S.H., M.Si.")


def test_the_same_document_gives_the_same_report(document_of, table_of):
    document = document_of(
        [COVER], [table_of(BUDGET, [["1", "PROGRAM PENUNJANG", "3.000.000", "2.700.000", "90,00"]])]
    )
    assert normalize(document) == normalize(document)


def test_documents_without_tables_or_pages(document_of):
    empty = normalize(document_of([]))
    assert (empty.tables, empty.observations, empty.ledger, empty.identity.year) == ((), (), (), 0)
    assert normalize(document_of([COVER])).identity.year == 2023


def test_a_table_of_headings_only(read):
    found = read(BUDGET, [])
    assert (found.figures, {e.fate for e in found.report.ledger}) == ([], {"header"})


@pytest.mark.parametrize(
    ("labels", "kind"),
    [
        (("Program Pengembangan Pasar", "Program Pembinaan Industri"), "pk_anggaran"),
        (("Jumlah Aset Koperasi Tahun 2022", "Jumlah Aset Koperasi Tahun 2023"), "other"),
    ],
)
def test_amounts_without_a_heading_are_a_budget_unless_each_is_of_another_year(read, labels, kind):
    found = read([], [[labels[0], ": Rp. 2.396.101.864"], [labels[1], ": Rp. 2.424.855.087"]])
    assert found.table.kind == kind


@pytest.mark.parametrize(
    ("head", "level"), [("Nama Program", "program"), ("Program", "program"), ("Program/Kegiatan", "")]
)
def test_rows_of_a_column_of_programs_are_programs(read, head, level):
    found = read(
        [["No", "Indikator Kinerja", head, "Anggaran (Rp)", "Realisasi (Rp)"]],
        [
            [
                "1",
                "Persentase pegawai sehat",
                "Peningkatan Kesejahteraan Aparatur",
                "1.506.190.000",
                "1.258.896.424",
            ],
            ["2", "Persentase pegawai terlatih", "Pengembangan Kompetensi", "2.586.750.000", "2.329.836.750"],
        ],
    )
    assert {o.subject_level.value for o in found.report.observations if o.measure == "pagu_rp"} == {level}


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (
            [["Fakir miskin", "286.412"], ["Lanjut usia terlantar", "21.730"], ["Anak terlantar", "9.618"]],
            "other",
        ),
        ([["Program Pelayanan", "286.412"], ["Program Pembinaan", "21.730"]], "pk_anggaran"),
        ([["Pelayanan Umum Kantor", "286.412.000"], ["Pembinaan Aparatur", "21.730.000"]], "pk_anggaran"),
    ],
)
def test_thousands_without_headings_are_no_budget_unless_they_say_so(read, rows, kind):
    assert read([], rows).table.kind.value == kind


def test_amounts_without_headings_are_told_by_their_percentages(read):
    body = [
        ["1", "Program Penunjang Urusan", "162.254.370", "132.085.209", "81,41"],
        ["2", "Program Pengelolaan Sungai", "79.446.683", "75.628.563", "95,19"],
        ["3", "Program Pembinaan Jasa", "2.696.230", "2.610.814", "96,83"],
    ]
    found = read([], body, caption="Realisasi Anggaran Tahun 2023")
    assert found.kind == "realisasi_anggaran"
    assert found.of("Program Pengelolaan Sungai") == {
        "pagu_rp": "79446683", "realisasi_rp": "75628563", "serapan_pct": "95.19",
    }  # fmt: skip
    other = [[*row[:4], "50,00"] for row in body]
    assert not read([], other, caption="Realisasi Anggaran Tahun 2023").figures


def test_targets_of_tujuan_and_iku_are_those_of_the_indicator(read):
    header = [
        ["Tujuan", "Program", "Indikator Kinerja", "Target Kinerja Pada Tahun", "<"],
        ["^", "^", "^", "2023", "2024"],
    ]
    body = [["Pelayanan prima", "Program Pelayanan", "Nilai kepuasan", "80", "81"]]
    found = read(header, body, caption="Tabel 4.1 Tujuan dan Sasaran Jangka Menengah")
    assert found.kind == "tujuan_sasaran"
    assert [f[0] for f in found.figures] == ["Nilai kepuasan", "Nilai kepuasan"]


@pytest.mark.parametrize(
    ("caption", "moved", "inherits"),
    [
        ("Tabel 4 Pengukuran Kinerja", 25.0, False),
        ("Tabel 4 Pengukuran Kinerja", 0.0, True),  # the rest of it, in the same frame
        ("Tabel 3 (lanjutan)", 25.0, True),
        ("Tabel 3 (sambungan)", 25.0, True),
        ("", 25.0, True),
    ],
)
def test_a_table_with_its_own_number_does_not_go_on_with_one_without(
    read_tables, table_of, caption, moved, inherits
):
    first = table_of(
        [["No", "Program", "Anggaran (Rp) Sebelum", "Anggaran (Rp) Sesudah"]],
        [
            ["1", "Program Jalan", "13.507.360.000", "13.539.180.000"],
            ["2", "Program Parkir", "86.500.000", "79.250.000"],
        ],
    )
    rest = table_of(
        [], [["3", "Persentase jalan", "72,00", "73,47"], ["4", "Angka kecelakaan", "12,10", "12,84"]],
        number=2, page=3, caption=caption,
    )  # fmt: skip
    cells = [
        c._replace(
            place=replace(
                c.place, box=c.place.box._replace(x0=c.place.box.x0 + moved, x1=c.place.box.x1 + moved)
            )
        )
        for c in rest.cells
    ]
    observations = read_tables(first, rest._replace(cells=tuple(cells))).report.observations
    assert any(o.measure == "pagu_rp" for o in observations if o.place.page == 3) is inherits
