"""Every kind of table, under the headings that domain.md (section 6) gives for it."""

import pytest

from lkjip_schemas.vocabulary import TableKind

SASARAN = "Meningkatnya kualitas pelayanan publik"
INDIKATOR = "Indeks Kepuasan Masyarakat"
PROGRAM = "PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH"

TABLES = """\
tujuan_sasaran
  Tujuan | Sasaran | Indikator Kinerja | Target Tahun 2023
  = Terwujudnya tata kelola | Meningkatnya kualitas pelayanan publik | Indeks Kepuasan Masyarakat | 85
  Sasaran | Indikator Kinerja | Target Tahun 2021 | Target Tahun 2022 | Target Tahun 2023
  = Meningkatnya kualitas pelayanan publik | Indeks Kepuasan Masyarakat | 80 | 82 | 85
  Tujuan | Sasaran | Strategi | Kebijakan
  = Terwujudnya tata kelola | Meningkatnya kualitas pelayanan publik | Membina | Pembinaan
  Sasaran | Indikator | Target Tahun ke-1 | Target Tahun ke-2 | Target Tahun ke-3
  = Meningkatnya kualitas pelayanan publik | Indeks Kepuasan Masyarakat | 80 | 82 | 85

iku
  No | Indikator Kinerja Utama | Definisi Operasional/Formulasi | Sumber Data | Penanggung Jawab
  = 1 | Indeks Kepuasan Masyarakat | Jumlah nilai persepsi dibagi unsur | Survei | Kasi Pelayanan
  Sasaran Strategis | Indikator | Alasan/Penjelasan | Formulasi Penghitungan
  = Meningkatnya kualitas pelayanan publik | Indeks Kepuasan Masyarakat | Mengukur layanan | Rata-rata
  Sasaran | Indikator Kinerja Utama | Penjelasan | Penanggung Jawab
  = Meningkatnya kualitas pelayanan publik | Indeks Kepuasan Masyarakat | Mengukur layanan | Camat

pk_sasaran
  No | Sasaran Strategis | Indikator Kinerja | Target
  = 1 | Meningkatnya kualitas pelayanan publik | Indeks Kepuasan Masyarakat | 85
  No | Sasaran Program | Indikator Kinerja | Satuan | Target 2023
  = 1 | Meningkatnya kualitas pelayanan publik | Indeks Kepuasan Masyarakat | Nilai | 85
  No | Tujuan/Sasaran Strategis | Indikator Kinerja | Target
  = 1 | Meningkatnya kualitas pelayanan publik | Indeks Kepuasan Masyarakat | 85

pk_anggaran
  No | Program | Anggaran | Keterangan
  = 1 | PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH | Rp. 6.142.999.541,00 | APBD
  Program/Kegiatan | Pagu | Sumber Dana
  = PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH | 6.142.999.541 | DAU
  No | Program | Alokasi | Ket
  = 1 | PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH | Rp6.142.999.541 | APBD

program_plan
  Program/Kegiatan | Indikator Kinerja | Target | Pagu Anggaran
  = PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH | Indeks Kepuasan Masyarakat | 80 Skor | 8.236.025.535
  No | Program | Indikator Kinerja | Target | DPA | DPPA
  = 1 | PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH | Indeks Kepuasan Masyarakat | 80 | 6.142.999.541 | 8.236.025.535

pengukuran
  Sasaran | Indikator Kinerja | Target | Realisasi | Capaian (%)
  = Meningkatnya kualitas pelayanan publik | Indeks Kepuasan Masyarakat | 85 | 90.02 | 105.90
  Indikator | Rencana | Realisasi | % Capaian | Predikat
  = Indeks Kepuasan Masyarakat | 85 | 90.02 | 105.90 | Sangat Baik
  No | Indikator Kinerja | Satuan | Target | Realisasi | Tingkat Capaian | Kategori
  = 1 | Indeks Kepuasan Masyarakat | Nilai | 85 | 90.02 | 105.90 | Tinggi
  Indikator Kinerja | Target | Realisasi | Capaian Kinerja | Status Capaian
  = Indeks Kepuasan Masyarakat | 85 | 90.02 | 105.90 | Tercapai

banding_tahun
  Indikator Kinerja | Realisasi 2021 | Realisasi 2022 | Realisasi 2023
  = Indeks Kepuasan Masyarakat | 87,02 | 87.30 | 90.02
  Indikator Kinerja Utama | Tahun 2022 | Tahun 2023
  = Indeks Kepuasan Masyarakat | 87.30 | 90.02
  Indikator | Capaian Thn Lalu | Capaian Tahun 2023 | Naik/Turun
  = Indeks Kepuasan Masyarakat | 102,70 | 105.90 | 3,20

jangka_menengah
  Indikator Kinerja | Realisasi 2023 | Target Akhir Renstra | Tingkat Kemajuan (%)
  = Indeks Kepuasan Masyarakat | 90.02 | 88 | 102,30
  Indikator | Realisasi | Target Jangka Menengah | Capaian Tahun 2023 terhadap Target Akhir Renstra
  = Indeks Kepuasan Masyarakat | 90.02 | 88 | 102,30
  Indikator | Target akhir 2026 | Realisasi 2023
  = Indeks Kepuasan Masyarakat | 88 | 90.02

nasional
  Indikator Kinerja | Realisasi 2023 | Standar Nasional | Keterangan (+/-)
  = Indeks Kepuasan Masyarakat | 90.02 | 85 | +
  Indikator Kinerja | Realisasi | Rata-rata Kabupaten
  = Indeks Kepuasan Masyarakat | 90.02 | 85
  Indikator Kinerja | Realisasi | Perbandingan Dengan Nasional
  = Indeks Kepuasan Masyarakat | 90.02 | 85

analisis
  Indikator Kinerja | Target | Realisasi | Capaian | Analisis Keberhasilan/Kegagalan | Solusi yang dilakukan
  = Indeks Kepuasan Masyarakat | 85 | 90.02 | 105.90 | Petugas ramah | Pelatihan
  Indikator Kinerja | Faktor Pendukung | Faktor Penghambat | Tindak Lanjut
  = Indeks Kepuasan Masyarakat | Petugas | Gedung | Perbaikan
  Indikator Kinerja | Capaian (%) | Penyebab | Alternatif Solusi
  = Indeks Kepuasan Masyarakat | 105.90 | Petugas | Perbaikan

efisiensi
  Sasaran | % Capaian Kinerja | % Penyerapan Anggaran | Tingkat Efisiensi
  = Meningkatnya kualitas pelayanan publik | 105,90 | 97,55 | 8,35
  Program | Capaian Kinerja (%) | Serapan Anggaran (%) | Efisiensi (%)
  = PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH | 105,90 | 97,55 | 8,35

program_penunjang
  Sasaran | Program Kegiatan | Indikator Kinerja | Capaian % | Menunjang/Tidak Menunjang
  = Meningkatnya kualitas pelayanan publik | PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH | Indeks Kepuasan Masyarakat | 105,90 | Menunjang
  Program | Indikator | Mendukung
  = PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH | Indeks Kepuasan Masyarakat | Ya

realisasi_anggaran
  Program/Kegiatan/Sub Kegiatan | Anggaran | Realisasi | %
  = PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH | 8.236.025.535 | 8.034.330.848 | 97,55
  No | Program/Kegiatan | Pagu Perubahan | Realisasi Keuangan | Serapan | Sisa
  = 1 | PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH | 8.236.025.535 | 8.034.330.848 | 97,55 | 201.694.687
  Kode | Uraian | DPPA | Realisasi | Capaian
  = 7.01.01 | PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH | 8.236.025.535 | 8.034.330.848 | 97,55

skala
  No | Interval Nilai Realisasi Kinerja | Kriteria Penilaian Realisasi Kinerja | Kode
  = 1 | 91 <= 100 | Sangat Tinggi | ST
  Nilai | Predikat
  = 90 - 100 | Sangat Memuaskan
  Skor | Rentang Capaian | Kategori Capaian
  = 4 | >= 91 | Sangat Tinggi
  Nilai | Predikat/Kategori | Interpretasi
  = > 90 - 100 | AA | Sangat Memuaskan

upaya
  No | Hambatan | Upaya Kedepan
  = 1 | Gedung sempit | Perluasan gedung
  Permasalahan | Rekomendasi
  = Gedung sempit | Perluasan gedung

wilayah
  No | Desa/Kelurahan | Luas Wilayah (Km2) | Jumlah Dusun/Lingkungan | RT | RW
  = 1 | Tambran | 0,72 | 4 | 20 | 5
  Kelurahan | Penduduk L | Penduduk P
  = Selosari | 3.398 | 3.412

sdm
  No | Golongan | Jumlah
  = 1 | III/d | 12
  Pendidikan | Laki-laki | Perempuan
  = S1 | 12 | 9
  Jabatan/Eselon | Jumlah Pegawai (orang)
  = III.a | 1

sarpras
  No | Jenis Barang | Jumlah | Kondisi
  = 1 | Komputer | 12 | Baik

skm
  No | Unsur Pelayanan | NRR | NRR tertimbang | Mutu
  = U1 | Persyaratan | 3,56 | 0,40 | A
  Unsur | Nilai IKM
  = U1 Persyaratan | 3,56

renaksi
  Indikator Kinerja | Target TW I | Target TW II | Target TW III | Target TW IV
  = Indeks Kepuasan Masyarakat | 85 | 85 | 85 | 85
  Indikator | Target Triwulan 1 | Realisasi Triwulan 1 | Target Triwulan 2 | Realisasi Triwulan 2
  = Indeks Kepuasan Masyarakat | 3 | 3 | 6 | 5

sakip_komponen
  No | Komponen | Bobot | Nilai 2022 | Nilai 2023
  = 1 | Perencanaan Kinerja | 30 | 21,5 | 22,6

penghargaan
  No | Nama Penghargaan | Tahun | Pemberi
  = 1 | Pelayanan Prima | 2023 | Bupati

cascading
  Kinerja Eselon III | Indikator | Kinerja Eselon IV | Indikator
  = Meningkatnya kualitas pelayanan publik | Indeks Kepuasan Masyarakat | Terlaksananya layanan | Jumlah layanan

other
  No | Tempat | Cuaca
  = 1 | Magetan | Cerah
"""


def tables():
    """(kind, headings, row) of the tables above: a kind, then its headings and a row in turn."""
    kind, headings, found = "", [], []
    for line in TABLES.splitlines():
        cells = [text.strip() for text in line.removeprefix("  = ").split("|")]
        if line.startswith("  = "):
            found.append((kind, headings, cells))
        elif line.startswith("  "):
            headings = cells
        elif line:
            kind = line
    return found


@pytest.mark.parametrize(
    ("kind", "headings", "row"), tables(), ids=[f"{kind}-{'/'.join(h)[:48]}" for kind, h, _ in tables()]
)
def test_kind_by_its_headings(read, kind, headings, row):
    found = read([headings], [row])
    assert found.kind == kind
    assert found.table.kind_reason


def test_every_kind_that_headings_can_name_is_tested():
    elsewhere = {"renstra_matrix"}  # below: its headings have two levels
    by_place = {"daftar_isi", "ttd"}  # not told by headings
    assert {kind for kind, _, _ in tables()} | elsewhere | by_place == set(TableKind)


def test_renstra_matrix_by_its_pairs_of_k_and_rp(read):
    found = read(
        [
            [
                "Kode",
                "Program/Kegiatan",
                "Indikator",
                "Target Renstra",
                "<",
                "Realisasi",
                "<",
                "Unit Penanggung Jawab",
            ],
            ["^", "^", "^", "K", "Rp", "K", "Rp", "^"],
        ],
        [["7.01.01", PROGRAM, INDIKATOR, "80", "8.236.025.535", "81", "8.034.330.848", "Kecamatan"]],
    )
    assert found.kind == "renstra_matrix"


def test_years_with_target_realisasi_and_capaian_compare_years(read):
    found = read(
        [["Indikator", "2022", "<", "<", "2023", "<", "<"], ["^", *["Target", "Realisasi", "Capaian %"] * 2]],
        [[INDIKATOR, "84", "87.30", "103,93", "85", "90.02", "105.90"]],
    )
    assert found.kind == "banding_tahun"


def test_a_caption_about_the_end_of_the_renstra_names_the_kind(read):
    found = read(
        [["Indikator Kinerja", "Target 2026", "Realisasi 2023", "Capaian (%)"]],
        [[INDIKATOR, "88", "90.02", "102,30"]],
        caption="Tabel 3.4 Perbandingan realisasi kinerja terhadap target akhir Renstra",
    )
    assert found.kind == "jangka_menengah"


def test_targets_of_a_document_of_iku_are_iku(read):
    found = read(
        [["No", "Sasaran", "Indikator Kinerja", "Target"]],
        [["1", SASARAN, INDIKATOR, "85"]],
        cover=["INDIKATOR KINERJA UTAMA", "KECAMATAN MAGETAN", "TAHUN 2023"],
    )
    assert found.kind == "iku"


def test_categories_without_ranges_are_no_scale(read):
    """Magetan, page 20: a table captioned "Kategori" that lists indicators."""
    found = read(
        [["No", "Indikator Kinerja", "Target", "Realisasi", "Kategori"]],
        [["1", INDIKATOR, "85", "90.02", "Sangat Baik"]],
        caption="Kategori Capaian Kinerja",
    )
    assert found.kind == "pengukuran"


@pytest.mark.parametrize(
    "headings",
    [
        ["NO.", "SASARAN\nSTRATEGIS", "INDIKATOR\nKINERJA", "TARGET"],
        ["no", "sasaran strategis :", "indikator kinerja", "target"],
    ],
)
def test_case_punctuation_and_line_breaks_do_not_matter(read, headings):
    assert read([headings], [["1", SASARAN, INDIKATOR, "85"]]).kind == "pk_sasaran"


def test_one_target_of_a_later_year_is_the_end_target_of_the_plan(read):
    found = read(
        [["No.", "Indikator Kinerja", "Realisasi 2023", "Target 2026"]],
        [["1", INDIKATOR, "90.02", "95"]],
        caption="Perbandingan capaian kinerja dengan target jangka menengah",
    )
    assert (found.kind, found.roles[2:]) == ("jangka_menengah", ["realisasi", "target_akhir"])


def test_targets_of_the_province_and_the_nation_are_for_comparing(read):
    found = read(
        [["Indikator Sasaran", "Target Tahun 2023", "<", "<"], ["^", "Magetan", "Prov. Jatim", "Nasional"]],
        [["Angka Kematian Ibu", "0", "94", "305"]],
    )
    assert found.kind == "nasional"
    assert found.of("Angka Kematian Ibu") == {
        "target": "0",
        "other:Target Tahun 2023 Prov. Jatim": "94",
        "other:Target Tahun 2023 Nasional": "305",
    }


@pytest.mark.parametrize(
    ("headings", "caption"),
    [
        (
            [["No", "Uraian", "Jenis kelamin", "<", "%"], ["^", "^", "Laki-laki", "Perempuan", "^"]],
            "Tabel 1.1 Komposisi",
        ),
        ([["No", "Tingkatan", "Pria", "Jumlah (orang)", "Prosentase"]], "Jumlah pegawai menurut pendidikan"),
    ],
)
def test_staff_is_no_achievement(read, headings, caption):
    found = read(headings, [["1", "Golongan III", "14", "11", "62,5"]], caption=caption)
    assert found.kind == "sdm"
    assert "capaian_pct" not in found.roles
    assert len(found.figures) >= 2


def test_a_scale_holds_no_achievement(read):
    found = read(
        [["No", "Interval Nilai Realisasi Kinerja", "Kriteria Penilaian Realisasi Kinerja"]],
        [["1", "91 >", "Sangat Baik"], ["2", "76 - 90", "Baik"]],
    )
    assert found.kind == "skala"
    assert all(measure.startswith("other:") for _, measure, _ in found.figures)


def test_the_sentence_before_a_table_without_a_caption_tells_its_kind(read):
    found = read(
        [["Indikator Kinerja", "Realisasi Tahun 2023", "Target Tahun 2024"]],
        [[INDIKATOR, "90.02", "88"]],
        heading="Uraian lain. Tingkat capaian terhadap target kinerja Renstra Tahun 2018-2023 sebagai berikut :",
    )
    assert (found.kind, found.roles[1:]) == ("jangka_menengah", ["realisasi", "target"])


def test_figures_of_the_economy_are_no_budget(read):
    found = read(
        [["No.", "Lapangan Usaha", "Dalam Juta (Rp) 2022", "Dalam Juta (Rp) 2023"]],
        [["1", "Pertanian", "114.042.321,7", "121.165.396,1"]],
        caption="Produk Domestik Regional Bruto",
    )
    assert found.kind == "other"
    assert all(measure.startswith("other:") for _, measure, _ in found.figures) and len(found.figures) == 2


def test_an_end_target_under_a_plan_of_several_years(read):
    found = read(
        [
            [
                "Indikator Kinerja",
                "Realisasi s/d 2023",
                "Target Renstra s/d 2026 (2021-2026)",
                "Realisasi Thdp Target (2/3)*100",
            ]
        ],
        [[INDIKATOR, "35", "61", "57,69"]],
        caption="Perbandingan realisasi dengan target jangka menengah Renstra 2021-2026",
    )
    assert found.kind == "jangka_menengah"
    assert found.roles[1:] == ["realisasi", "target_akhir", "kemajuan_pct"]


def test_achievement_with_its_meaning_beside_sasaran_is_no_scale(read):
    found = read(
        [["No", "Sasaran Strategis", "Capaian (%)", "Kriteria Penilaian"]],
        [["1", SASARAN, "99,02", "Sangat Baik"]],
    )
    assert found.kind == "pengukuran"


def test_targets_and_rupiah_of_several_years_are_a_renstra_matrix(read):
    years = ("2019", "2020", "2021")
    found = read(
        [
            ["Program dan Kegiatan", "Indikator", *(x for y in years for x in (f"Tahun {y}", "<")),
             "Kondisi Kinerja pada Akhir Periode Renstra", "<"],
            ["^", "^", *("Target", "Rp") * 4],
        ],
        [["Program Arsip", "Indeks arsip", "70", "1.000.000", "75", "2.000.000", "80", "3.000.000", "80", "6.000.000"]],
        cover=["RENCANA STRATEGIS PERIODE 2018-2023"],
    )  # fmt: skip
    assert found.table.kind == "renstra_matrix"
    assert [(o.subject, o.measure, o.period) for o in found.report.observations[-4:]] == [
        ("Indeks arsip", "target", "2021"),
        ("Program Arsip", "pagu_rp", "2021"),
        ("Indeks arsip", "target_akhir", "2023"),
        ("Program Arsip", "pagu_rp", "2018-2023"),
    ]


def test_in_a_plan_of_one_year_kegiatan_have_indicators_of_their_own(read):
    heads = [["Program/Kegiatan", "Indikator Kinerja", "Target", "Pagu"]]
    rows = [
        ["Program Kependudukan", "Kepuasan warga", "80", "93.875.000"],
        ["Sosialisasi Kebijakan", "Frekuensi sosialisasi", "4 kali", "65.000.000"],
        ["Pengadaan Kendaraan", "Jumlah kendaraan", "1 unit", "28.875.000"],
    ]
    kegiatan = [o.subject for o in read(heads, rows).report.observations]
    assert kegiatan == ["Kepuasan warga", "Program Kependudukan", "Frekuensi sosialisasi",
                        "Sosialisasi Kebijakan", "Jumlah kendaraan", "Pengadaan Kendaraan"]  # fmt: skip
    programs = [
        ["Program A", "Kepuasan", "80", "93.875.000"],
        ["Program B", "Nilai SAKIP", "70", "65.000.000"],
    ]
    assert [o.subject for o in read(heads, programs).report.observations] == ["Program A"] * 2 + [
        "Program B"
    ] * 2


def test_a_table_of_tujuan_with_targets_alone_is_none_of_progress(read):
    found = read(
        [["Sasaran", "Indikator Kinerja", "Target Tahun 2022", "Target Tahun 2023"]],
        [["Meningkatnya Pelayanan", "Indeks Kepuasan Masyarakat", "80", "81"]],
        caption="Tabel 2.1 Tujuan dan Sasaran Jangka Menengah",
    )
    assert found.kind == "tujuan_sasaran"


def test_beside_the_average_of_others_the_column_of_the_unit_is_what_it_realised(read):
    read_it = read(
        [["Indikator Kinerja", "Kecamatan Magetan", "Rata-rata Kabupaten"]],
        [["Indeks Kepuasan Masyarakat", "84,16", "83,40"], ["Nilai SAKIP Kecamatan", "73,15", "72,88"]],
    )
    assert read_it.kind == "nasional"
    assert [
        (o.measure, o.period, o.raw) for o in read_it.report.observations if o.measure == "realisasi"
    ] == [
        ("realisasi", "2023", "84,16"),
        ("realisasi", "2023", "73,15"),
    ]
    assert all("Rata-rata" in o.measure for o in read_it.report.observations if o.measure != "realisasi")


@pytest.mark.parametrize(
    ("own", "others", "wanted"),
    [
        ("Kec. Magetan", ("Kec. Plaosan", "Rata-rata Kabupaten"), "realisasi"),
        ("Magetan", ("Plaosan", "Rata-rata Kabupaten"), "realisasi"),
        (
            "Kabupaten Magetan",
            ("Provinsi", "Nasional"),
            "other:Kabupaten Magetan",
        ),  # a kecamatan is not its kabupaten
    ],
)
def test_the_unit_s_own_column_under_a_shorter_name(read, own, others, wanted):
    read_it = read(
        [["Indikator Kinerja", own, *others]],
        [
            ["Indeks Kepuasan Masyarakat", "86,21", "87,05", "85,64"],
            ["Nilai SAKIP", "78,45", "79,12", "77,80"],
        ],
        caption="Perbandingan dengan Kecamatan Lain, Provinsi dan Nasional",
    )
    assert [o.measure for o in read_it.report.observations if o.col == 1] == [wanted, wanted]


@pytest.mark.parametrize(
    ("header", "body", "caption", "kind"),
    [
        (
            ["Sasaran", "Indikator", "Kondisi Awal 2020", "Target 2021", "Target 2022", "Target Akhir Renstra"],
            ["Layanan", "Indeks Kepuasan", "80", "81", "82", "85"],
            "Tabel 2.1 Sasaran dan Target Renstra", "tujuan_sasaran",
        ),
        (
            ["Sasaran", "Indikator", "Kondisi 2020", "Target 2021", "Target 2022"],
            ["Layanan", "Indeks Kepuasan", "80", "81", "82"],
            "Tabel 2.2 Indikator Kinerja Utama", "iku",
        ),
        (
            ["Sasaran", "% Capaian Kinerja", "% Penyerapan Anggaran", "Selisih"],
            ["Layanan", "101,10", "97,20", "3,90"],
            "Tabel 17. Efisiensi Sumber Daya", "efisiensi",
        ),
        (
            ["Program", "Indikator Program", "Target", "Realisasi", "Capaian"],
            ["Program Pelayanan", "Indeks Layanan", "80", "82", "102,50"],
            "Tabel 6. Program yang Menunjang Pencapaian Sasaran", "program_penunjang",
        ),
        (
            ["Program", "Pagu (Rp)", "Realisasi TW I (Rp)", "Realisasi TW II (Rp)", "%"],
            ["Program Pelayanan", "9.000.000", "2.000.000", "3.000.000", "55,56"],
            "Tabel 9. Realisasi Keuangan per Triwulan", "realisasi_anggaran",
        ),
        (
            ["Indikator", "Realisasi 2021", "Target 2022", "Realisasi 2022", "Capaian", "Target Akhir Renstra"],
            ["Indeks Kepuasan", "80", "81", "82", "101,23", "85"],
            "Tabel 5. Pengukuran Kinerja Tahun 2022", "pengukuran",
        ),
        (
            ["No", "Uraian", "Target", "Realisasi", "%"],
            ["1", "Retribusi pasar", "9.000.000", "8.100.000", "90,00"],
            "Tabel 10 Target dan Realisasi Pendapatan Tahun 2023", "realisasi_anggaran",
        ),
        (
            ["Program/Kegiatan", "Anggaran (Rp)"], ["Program Pelayanan", "9.000.000"],
            "Rencana Anggaran Tahun 2023", "program_plan",
        ),
        (
            ["Uraian", "Triwulan I (Rp)", "Triwulan II (Rp)", "Jumlah (Rp)"],
            ["Program Pelayanan", "9.000.000", "1.000.000", "10.000.000"],
            "Rekapitulasi Belanja Langsung", "program_plan",
        ),
        (
            ["Indikator", "Kec. Magetan", "Kec. Plaosan", "Rata-rata Kota"],
            ["Indeks Kepuasan", "86,21", "87,05", "85,64"],
            "Perbandingan dengan Kecamatan Lain", "nasional",
        ),
    ],
)  # fmt: skip
def test_kinds_that_captions_and_baselines_tell(read, header, body, caption, kind):
    assert read([header], [body, [f"{body[0]} lain", *body[1:]]], caption=caption).kind == kind


@pytest.mark.parametrize(
    ("heading", "measure"),
    [
        ("Capaian Tahun 2022", "realisasi"),  # "% Capaian" says where percentages stand
        ("Capaian 2022 (%)", "capaian_pct"),
        ("Capaian", "capaian_pct"),
    ],
)
def test_what_was_achieved_the_year_before(read, heading, measure):
    header = [["Indikator", heading, "Tahun 2023", "<", "<"], ["^", "^", "Target", "Realisasi", "% Capaian"]]
    body = [
        ["Nilai Tukar Nelayan", "102,47", "104,50", "106,18", "101,61"],
        ["Nilai AKIP", "99,10", "99,50", "99,80", "100,30"],
    ]
    assert read(header, body).roles[1] == measure


@pytest.mark.parametrize(("cover", "own"), [("DINAS KESEHATAN", "realisasi"), ("KECAMATAN MAGETAN", "other")])
def test_the_column_of_the_kabupaten_beside_province_and_nation(read, cover, own):
    """A kecamatan is not its kabupaten."""
    found = read(
        [["Indikator", "2023", "<", "<"], ["^", "Kabupaten", "Provinsi", "Nasional"]],
        [
            ["Umur Harapan Hidup", "69,73", "73,45", "73,93"],
            ["Prevalensi stunting", "24,35", "23,50", "21,50"],
        ],
        cover=("LAPORAN KINERJA INSTANSI PEMERINTAH", cover, "KABUPATEN MAGETAN", "TAHUN 2023"),
    )
    assert [str(o.measure).split(":")[0] for o in found.report.observations[:3]] == [own, "other", "other"]


@pytest.mark.parametrize(
    ("first", "kind", "measure"),
    [("Kecamatan", "wilayah", "other:2022"), ("Indikator Kinerja", "banding_tahun", "realisasi")],
)
def test_counts_of_places_over_years_are_no_realisasi(read, first, kind, measure):
    found = read(
        [[first, "2022", "2023"]], [["Alfa", "12", "14"], ["Beta", "9", "9"], ["Jumlah", "21", "23"]]
    )
    (table,) = found.report.tables
    assert table.kind == kind
    assert found.report.observations[0].measure == measure


def test_a_comparison_with_the_rpjmd_is_one_with_the_end_of_the_plan(read):
    found = read(
        [["Indikator Kinerja", "Tahun 2022", "Tahun 2023", "Target 2026", "Capaian terhadap RPJMD"]],
        [["Indeks inovasi", "60,10", "61,20", "70,00", "87,43"]],
        caption="Tabel 3.4 Perbandingan Realisasi Kinerja dengan RPJMD 2021-2026",
    )
    assert found.report.tables[0].kind == "jangka_menengah"


def test_the_sasaran_that_a_caption_names(read):
    found = read(
        [["No", "Indikator Kinerja", "Realisasi 2022", "Realisasi 2023"]],
        [["1", "Indeks inovasi", "60,10", "61,20"]],
        caption="Tabel 3.5 Perbandingan Kinerja Sasaran Srategis 2 : Meningkatnya inovasi daerah",
    )
    assert {o.parent for o in found.report.observations} == {"Meningkatnya inovasi daerah"}


@pytest.mark.parametrize(
    ("heads", "caption", "measures"),
    [
        (["Kelurahan", "2022", "2023"], "Capaian Indeks Kepuasan per Kelurahan", ["realisasi", "realisasi"]),
        (
            ["Indikator Kinerja", "Laki-laki", "Perempuan", "Target 2023", "Realisasi 2023"],
            "",
            ["other:Laki-laki", "other:Perempuan", "target", "realisasi"],
        ),
    ],
)
def test_figures_of_performance_by_places_or_sex_are_no_counts(read, heads, caption, measures):
    found = read([heads], [["Alfa", *["80,10"] * (len(heads) - 1)]], caption=caption)
    assert [o.measure for o in found.report.observations] == measures


@pytest.mark.parametrize(
    "caption",
    [
        "Capaian Kinerja Sasaran Strategis Tahun 2023",
        "Capaian Indikator Sasaran: Indeks Kepuasan Masyarakat",
        "Capaian Sasaran 1 dan Sasaran 2 Tahun 2023",
    ],
)
def test_captions_that_name_no_sasaran(read, caption):
    rows = [["1", "Indeks inovasi", "60,10", "61,20"]]
    found = read([["No", "Indikator Kinerja", "Realisasi 2022", "Realisasi 2023"]], rows, caption=caption)
    assert {o.parent for o in found.report.observations} == {""}


def test_regions_as_headings_are_compared(read):
    read_it = read(
        [["Indikator", "Kabupaten Magetan", "Kab. Ngawi", "Provinsi Jawa Timur"]],
        [
            ["Indeks Kualitas Air", "54,23", "52,71", "53,18"],
            ["Indeks Kualitas Udara", "84,92", "85,30", "81,06"],
        ],
    )
    assert read_it.kind == "nasional"


@pytest.mark.parametrize(
    "head",
    [
        [["Indikator Kinerja", "Kabupaten Magetan", "<", "<"], ["^", "Target", "Realisasi", "Capaian (%)"]],
        [["Indikator Kinerja", "Realisasi Kabupaten Tahun 2022", "Realisasi Kabupaten Tahun 2023", "Capaian (%)"]],
        [["Indikator Kinerja", "Kota Layak Anak", "<", "<"], ["^", "Target", "Realisasi", "Capaian (%)"]],
    ],
)  # fmt: skip
def test_one_region_over_several_columns_is_no_comparison_of_regions(read, head):
    read_it = read(head, [["Indeks Kepuasan Masyarakat", "81", "83", "102,47"]])
    assert read_it.kind != "nasional"


def test_the_nation_beside_regions_with_dashes_and_grades(read):
    read_it = read(
        [["Indikator", "Kec. Contoh", "Kab. Contoh", "Nasional"]],
        [["IKM", "80,36", "79,02", "-"], ["Desa berkembang (%)", "75,00", "51,55", "55,32"], ["Predikat SAKIP", "B", "B", "B"]],
    )  # fmt: skip
    assert [o.raw for o in read_it.report.observations if o.measure == "other:Nasional"] == [
        "-",
        "55,32",
        "B",
    ]


@pytest.mark.parametrize(
    ("heads", "own"),
    [
        (["Realisasi Kecamatan Magetan", "Realisasi Kab. Magetan", "Realisasi Prov. Jawa Timur"], 0),
        (["Kecamatan Plaosan", "Kecamatan Magetan", "Kecamatan Maospati"], 1),
        (["Kec. Magetan", "Kab. Magetan", "Nasional"], 0),
    ],
)
def test_the_figures_of_a_kecamatan_beside_those_of_other_places(read, heads, own):
    found = read(
        [["No", "Indikator Kinerja", *heads]],
        [["1", "Indeks Kepuasan Masyarakat", "84,2", "83,0", "85,1"]],
        caption="Perbandingan dengan daerah lain",
    )
    assert found.kind == "nasional"
    told = [f"other:{head}" for head in heads]
    told[own] = "realisasi"
    assert found.roles[2:] == told


def test_the_nation_beside_places_without_their_kind(read):
    cover = ("LAPORAN KINERJA", "PEMERINTAH KABUPATEN MAGETAN", "TAHUN 2023")
    found = read(
        [["Indikator", "Magetan", "Ngawi", "Indonesia"]],
        [["Indeks Gini", "0,284", "0,301", "0,388"], ["Angka kemiskinan", "9,80", "14,40", "9,36"]],
        cover=cover,
    )
    assert found.roles == ["indikator", "realisasi", "other:Ngawi", "other:Indonesia"]


def test_staff_by_status(read):
    found = read(
        [["Jenis Tenaga", "PNS", "Non PNS / BLUD", "Jumlah"]],
        [["Dokter", "9 orang", "7 orang", "16 orang"], ["TOTAL", "9 orang", "7 orang", "16 orang"]],
    )
    assert found.kind == "sdm"


@pytest.mark.parametrize(
    ("share", "measure"), [("96", "serapan_pct"), ("97,78", "capaian_pct"), ("90", "capaian_pct")]
)
def test_a_bare_share_beside_performance_and_money(read, share, measure):
    found = read(
        [
            ["Kegiatan", "Volume", "<", "Anggaran", "<", "%"],
            ["^", "Target", "Realisasi", "Pagu", "Realisasi", "^"],
        ],
        [["Pembinaan RT", "45", "44", "50.000.000", "48.000.000", share]],
    )
    assert found.roles[-1] == measure


@pytest.mark.parametrize(("reached", "measure"), [("84,2", "realisasi"), ("101,45", "capaian_pct")])
def test_a_capaian_whose_share_of_the_target_stands_beside(read, reached, measure):
    found = read(
        [["Indikator", "Target Tahun 2023", "Capaian Tahun 2023", "Persentase Capaian"]],
        [["Indeks Kepuasan", "83", reached, "101,45"]],
    )
    assert found.roles == ["indikator", "target", measure, "capaian_pct"]


def test_a_capaian_of_years_whose_last_share_stands_beside(read):
    found = read(
        [
            ["Indikator", "Capaian Kinerja Tahun", "<", "<", "Target 2023", "% Capaian 2023"],
            ["^", "2021", "2022", "2023", "^", "^"],
        ],
        [["Nilai SAKIP", "68,9", "70,1", "71,3", "71", "100,42"]],
    )
    assert found.roles == ["indikator", *["realisasi"] * 3, "target", "capaian_pct"]


def test_the_shares_that_a_table_of_efficiency_compares(read):
    found = read(
        [["Sasaran", "Indikator", "Kinerja (%)", "Anggaran (%)", "Efisiensi"]],
        [["Meningkatnya pelayanan", "Indeks Kepuasan", "101,45", "95", "6,45"]],
    )
    assert found.roles[2:] == ["capaian_pct", "serapan_pct", "other:Efisiensi"]


def test_indicators_by_status_of_staff_stay_indicators(read):
    found = read(
        [["Indikator Kinerja", "Target", "Realisasi PNS", "Realisasi PPPK", "Capaian"]],
        [["Persentase pegawai yang dilatih", "80", "82", "78", "100"]],
    )
    assert found.kind != "sdm"


def test_figures_by_kecamatan_are_no_comparison(read):
    found = read(
        [["Indikator", "Target", "Realisasi", "Kecamatan Tebas", "Kecamatan Sambas"]],
        [["Persentase desa tertib", "80", "82", "83", "81"]],
    )
    assert found.kind == "pengukuran"


def test_the_region_beside_a_puskesmas_is_another_place(read):
    cover = ["LAPORAN KINERJA", "UPTD PUSKESMAS CONTOHAN TA 2023", "KABUPATEN MAGETAN", "TAHUN 2023"]
    found = read(
        [
            ["Indikator", "Realisasi Tahun 2023", "<", "<"],
            ["^", "Puskesmas Contohan", "Kab. Magetan", "Nasional"],
        ],
        [["Cakupan kunjungan", "78,46", "81,20", "86,20"]],
        cover=cover,
    )
    assert found.report.identity.instansi == "UPTD Puskesmas Contohan"
    assert [o.measure == "realisasi" for o in found.report.observations] == [True, False, False]
