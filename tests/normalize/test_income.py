"""Income in tables of money is no budget and no spending where its column names a target."""

import pytest

from lkjip_normalize.income import closes_income, opens_income

HEADS = ["No.", "Uraian", "Target Anggaran", "Realisasi"]


@pytest.mark.parametrize(
    ("label", "opens"),
    [
        ("PENDAPATAN DAERAH", True),
        ("a. Pendapatan : - Retribusi", True),
        ("1.1.2 Pendapatan Retribusi Daerah", True),
        ("Jumlah Pendapatan", True),
        ("Penerimaan Pembiayaan", True),
        ("Pendapatan", True),
        ("1. Pajak Daerah", True),
        ("Retribusi Daerah", True),
        ("Pajak Hotel", True),
        ("Retribusi Jasa Umum", True),
        ("PBB-P2", True),
        ("Lain-lain PAD yang Sah", True),
        ("Pajak Kendaraan Dinas", False),
        ("Retribusi Daerah yang tertib administrasi", False),
        ("Peningkatan Pendapatan Asli Daerah", False),
        ("Penerimaan siswa baru dan masa orientasi", False),
        ("Pendapatan petani penerima bantuan", False),
        ("Belanja Pegawai", False),
    ],
)
def test_labels_that_begin_income(label, opens):
    assert opens_income(label) is opens


@pytest.mark.parametrize("label", ["2 BELANJA", "b. Belanja Langsung", "Program Pelayanan", "PEMBIAYAAN"])
def test_labels_that_end_income(label):
    assert closes_income(label)


def test_rows_from_income_to_spending(read):
    found = read(
        [HEADS],
        [
            ["1", "PENDAPATAN DAERAH", "30.000.000", "35.000.000"],
            ["1.1", "Retribusi", "20.000.000", "25.000.000"],
            ["", "JUMLAH", "30.000.000", "35.000.000"],
            ["2", "BELANJA", "916.268.983", "863.859.552"],
            ["2.1", "Belanja Pegawai", "416.268.983", "363.859.552"],
        ],
    )
    income = {"target": "30000000", "realisasi": "35000000"}
    assert found.of("PENDAPATAN DAERAH") == income and found.of("JUMLAH") == income
    assert set(found.of("Retribusi")) == {"target", "realisasi"}
    assert set(found.of("Belanja Pegawai")) == {"pagu_rp", "realisasi_rp"}
    assert found.at(1, 2).unit == "Rp"


def test_a_table_of_income(read):
    found = read(
        [["No.", "Uraian", "Target Murni (Rp)", "Realisasi Penerimaan (Rp)", "%"]],
        [["1.", "Hasil Usaha Balai Benih", "2.206.000.000,00", "2.213.940.000,00", "100,36"]],
        caption="Tabel 3.6 Realisasi dan Pencapaian Target Pendapatan",
    )
    assert set(found.of("Hasil Usaha Balai Benih")) == {"target", "realisasi", "capaian_pct"}


def test_kinds_of_tax_with_targets_are_income(read):
    found = read(
        [["No", "Uraian", "Target (Rp)", "Realisasi (Rp)", "Lebih/(Kurang)", "%"]],
        [
            ["1", "Pajak Daerah", "10.000.000.000", "11.000.000.000", "1.000.000.000", "110,00"],
            ["2", "Retribusi Daerah", "5.000.000.000", "4.500.000.000", "(500.000.000)", "90,00"],
        ],
    )
    assert {"target", "realisasi", "capaian_pct"} <= set(found.of("Pajak Daerah"))


def test_a_program_about_income_is_spending(read):
    found = read(
        [["Program", "Anggaran", "Realisasi"]],
        [["Pendapatan Daerah", "20.000.000", "19.000.000"], ["Pajak", "10.000.000", "9.000.000"]],
    )
    assert set(found.of("Pendapatan Daerah")) == {"pagu_rp", "realisasi_rp"}


def test_an_indicator_about_income_is_no_income(read):
    found = read(
        [["Sasaran", "Indikator Kinerja", "Target", "Program", "Pagu (Rp)"]],
        [
            ["Petani sejahtera", "Pendapatan Daerah", "17.222.000", "Program Perikanan", "114.500.000"],
            ["Panen aman", "Produksi Padi", "6.634", "Program Ketahanan Pangan", "109.870.500"],
        ],
    )
    assert set(found.of("Program Perikanan")) == set(found.of("Program Ketahanan Pangan")) == {"pagu_rp"}


def test_budgets_by_source_of_funds_are_spending(read):
    found = read(
        [["No", "Sumber Dana", "Anggaran (Rp)", "Realisasi (Rp)"]],
        [
            ["1", "Pendapatan Asli Daerah (PAD)", "14.218.365.000", "13.604.128.750"],
            ["2", "Dana Alokasi Umum", "131.486.220.000", "126.944.310.837"],
        ],
    )
    assert {o.measure for o in found.report.observations} == {"pagu_rp", "realisasi_rp"}


def test_income_below_a_budget_is_told_as_printed(read):
    found = read(
        [["No", "Uraian", "Anggaran Setelah Perubahan (Rp)", "Realisasi (Rp)", "%"]],
        [
            ["1", "PENDAPATAN DAERAH", "30.000.000", "35.000.000", "116,67"],
            ["2", "BELANJA DAERAH", "916.268.983", "863.859.552", "94,28"],
        ],
    )
    assert set(found.of("PENDAPATAN DAERAH")) == {"pagu_rp", "realisasi_rp", "serapan_pct"}


def test_a_tax_that_is_levied_is_income(read):
    found = read(
        [["No", "Desa", "Ketetapan (Rp)", "Realisasi (Rp)", "%"]],
        [
            ["1", "Sukamaju", "86.702.480", "68.651.023", "79,18"],
            ["2", "Mekarsari", "44.978.480", "44.978.480", "100,00"],
        ],
        caption="Tabel 8 Realisasi PBB-P2 per Desa",
    )
    assert {o.measure for o in found.report.observations} == {"target", "realisasi", "capaian_pct"}


def test_a_first_and_a_revised_budget_are_no_tax(read):
    found = read(
        [["Uraian", "APBD Pokok", "APBD Perubahan", "Realisasi", "%"]],
        [
            ["Penyusunan Laporan", "10.000.000", "9.000.000", "8.500.000", "94,44"],
            ["Rapat", "5.000.000", "5.000.000", "5.000.000", "100,00"],
        ],
        caption="Pengelolaan Pendapatan Daerah",
    )
    assert "target" not in {o.measure for o in found.report.observations}
