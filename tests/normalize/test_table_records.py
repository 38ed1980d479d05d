"""Rows of tables as typed records of their kind."""

from decimal import Decimal

from lkjip_corpus.canonical import fields_json
from lkjip_schemas.table_records import RECORD_OF, TableRecord
from lkjip_schemas.vocabulary import TableKind

TEXT_KINDS = {TableKind.OTHER, TableKind.DAFTAR_ISI, TableKind.TTD}


def fields(found):
    """The filled fields of every record."""
    return [
        {k: v for k, v in r.model_dump(exclude=set(TableRecord.model_fields)).items() if v}
        for r in found.report.records
    ]


def test_every_kind_has_a_record_but_those_kept_as_text():
    assert set(TableKind) - set(RECORD_OF) == TEXT_KINDS


def test_measured_indicators(read):
    found = read(
        [["Sasaran", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)", "Kategori"]],
        [
            ["Layanan baik", "Indeks Kepuasan", "Nilai", "85", "90,02", "105,90", "Sangat Tinggi"],
            ["^", "Opini", "-", "WTP", "WTP", "100", "Sangat Tinggi"],
        ],
    )
    first, second = fields(found)
    assert first == {
        "sasaran": "Layanan baik",
        "indikator": "Indeks Kepuasan",
        "satuan": "Nilai",
        "target": {"2023": Decimal("85")},
        "realisasi": {"2023": Decimal("90.02")},
        "capaian": {"2023": Decimal("105.90")},
        "predikat": "Sangat Tinggi",
    }
    assert (second["sasaran"], second["target"]) == ("Layanan baik", {"2023": "WTP"})
    assert '"capaian": {"2023": "105.90"}' in fields_json(found.report.records[0])


def test_years_are_kept_apart(read):
    (row,) = fields(
        read(
            [
                ["Indikator Kinerja", "2022", "<", "2023", "<"],
                ["^", "Target", "Realisasi", "Target", "Realisasi"],
            ],
            [["Nilai SAKIP", "78", "79", "80", "87,29"]],
        )
    )
    assert row["target"] == {"2022": Decimal("78"), "2023": Decimal("80")}
    assert row["realisasi"] == {"2022": Decimal("79"), "2023": Decimal("87.29")}


def test_money_of_a_program(read):
    (row,) = fields(
        read(
            [["Kode", "Program/Kegiatan", "Anggaran", "Realisasi", "%"]],
            [["7.01.01", "Program Penunjang", "500.000.000", "412.000.000", "82,40"]],
        )
    )
    assert row == {
        "kode": "7.01.01",
        "nama": "Program Penunjang",
        "pagu": {"2023": Decimal("500000000")},
        "realisasi": {"2023": Decimal("412000000")},
        "persen": {"2023": Decimal("82.40")},
    }


def test_definition_of_an_indicator(read):
    (row,) = fields(
        read(
            [["Indikator Kinerja Utama", "Formulasi Penghitungan", "Sumber Data", "Penanggung Jawab"]],
            [["Indeks Kepuasan", "Rata-rata unsur", "Survei", "Kasi Pelayanan"]],
        )
    )
    assert row == {
        "indikator": "Indeks Kepuasan",
        "formula": "Rata-rata unsur",
        "sumber": "Survei",
        "penanggung_jawab": "Kasi Pelayanan",
    }


def test_staff_by_heading(read):
    (row,) = fields(
        read([["Golongan", "Laki-laki", "Perempuan", "Jumlah"]], [["Golongan III", "4", "6", "10"]])
    )
    assert row == {
        "kategori": "Golongan III",
        "jumlah": {"Laki-laki": Decimal("4"), "Perempuan": Decimal("6"), "Jumlah": Decimal("10")},
    }


def test_a_table_of_unknown_kind_has_no_records(read):
    assert fields(read([["Warna", "Rasa"]], [["merah", "manis"]])) == []
