"""Boxes of one indicator, its figures one below the other; cards with the indicator in their title."""

import pytest

BOX = [
    ["Indikator Kinerja", "Nilai Indeks Kepuasan Masyarakat"],
    ["Realisasi Tahun 2022", "80,15"],
    ["Target Tahun 2023", "81"],
    ["Realisasi Tahun 2023", "82,37"],
    ["Capaian Tahun 2023", "101,69 %"],
    ["Target Akhir Renstra (2026)", "85"],
    ["Realisasi 2023 terhadap Target Akhir", "96,91 %"],
    ["Sumber Data", "Survei Kepuasan Masyarakat semester II"],
]


def figures(found):
    return [(o.subject, o.measure, o.period, o.raw) for o in found.report.observations]


def test_a_box_is_read_from_top_to_bottom(read):
    name = "Nilai Indeks Kepuasan Masyarakat"
    found = read([], BOX)
    assert figures(found) == [
        (name, "realisasi", "2022", "80,15"),
        (name, "target", "2023", "81"),
        (name, "realisasi", "2023", "82,37"),
        (name, "capaian_pct", "2023", "101,69 %"),
        (name, "target_akhir", "2026", "85"),
        (name, "kemajuan_pct", "2023", "96,91 %"),
    ]
    assert found.table.turned and (found.table.n_rows, found.table.n_cols) == (8, 2)


def test_every_cell_of_a_box_is_in_the_ledger_where_it_is_printed(read):
    ledger = read([], BOX).report.ledger
    assert sorted((e.row, e.col) for e in ledger) == [(row, col) for row in range(8) for col in (0, 1)]


@pytest.mark.parametrize(
    "rows",
    [
        [["Uraian", "Anggaran"], ["Belanja Pegawai", "1.000.000"], ["Belanja Barang", "2.000.000"]],
        [["Indikator Kinerja", "Target"], ["Realisasi anggaran", "95"], ["Capaian kinerja", "90"]],
        [
            ["Indikator Kinerja", "Nilai SAKIP"],
            ["Definisi", "Nilai evaluasi"],
            ["Sumber Data", "Inspektorat"],
        ],
    ],
)
def test_other_tables_of_two_columns_are_no_boxes(read, rows):
    assert not read([], rows).table.turned


def test_the_title_of_a_card_names_its_indicator(read):
    found = read(
        [
            ["Indikator: Persentase usulan prioritas Musrenbang", "<", "<"],
            ["Target 2023", "Realisasi 2023", "Capaian 2023"],
        ],
        [["45 %", "38,89 %", "86,42 %"]],
    )
    assert {o.subject for o in found.report.observations} == {"Persentase usulan prioritas Musrenbang"}


@pytest.mark.parametrize(
    ("title", "named"),
    [
        ("a. Angka Kematian Ibu (AKI) (per 100.000 KH)", True),
        ("Angka Kematian Ibu (AKI)", True),
        ("Angka Kematian Bayi (AKB)", False),
    ],
)
def test_the_title_of_a_card_with_its_letter_and_unit(read_tables, table_of, title, named):
    name = "Angka Kematian Ibu (AKI)"
    known = table_of([["Indikator Kinerja", "Target", "Realisasi"]], [[name, "150", "160"]])
    heads = ["Realisasi 2022", "Target 2023", "Realisasi 2023", "Capaian"]
    card = table_of([[title, "<", "<", "<"], heads], [["171", "150", "156", "96,00 %"]], number=2)
    own = [o for o in read_tables(known, card).report.observations if o.table_no == 2]
    assert {o.subject for o in own} == ({name} if named else {""})


def test_figures_of_the_card_beside_are_no_name(read):
    found = read(
        [["Target", "Realisasi", "Capaian", "Uraian"]], [["84,00", "85,27", "101,51%", "Target 90,00"]]
    )
    assert {o.subject for o in found.report.observations} == {""}
