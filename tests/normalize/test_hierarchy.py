"""Program, kegiatan and sub kegiatan: from codes, from words, from sums."""

from dataclasses import replace
from decimal import Decimal

import pytest

from lkjip_normalize.hierarchy import MoneyRow, code_depth, levels


def money_rows(text):
    """Rows written as "label | amounts" or "code | label | amounts"; labels JUMLAH and TOTAL are totals."""
    rows = []
    for line in text.strip().splitlines():
        *names, amounts = [part.strip() for part in line.split("|")]
        label = names[-1]
        rows.append(
            MoneyRow(
                label=label,
                code=names[0] if len(names) == 2 else "",
                total=label in {"JUMLAH", "TOTAL"},
                from_kegiatan=False,
                amounts=tuple(Decimal(a.replace(".", "")) if a != "-" else None for a in amounts.split()),
            )
        )
    return rows


SHORT = {"sasaran": "O", "program": "P", "kegiatan": "K", "sub_kegiatan": "S", "total": "T", "": "?"}


def found(rows):
    return "".join(SHORT[level.value] for level in levels(rows))


@pytest.mark.parametrize(
    ("code", "depth"),
    [
        ("7.01.03", 3),
        ("7.01.03.2.02", 5),
        ("7.01.03.2.02.02", 6),
        ("7 01 03 2.05 03", 6),
        ("4,01,05,01", 4),
        ("X.XX.01.2.01.01", 6),
        ("01.2.08.02", 4),
        (" 7.01 ", 2),
        ("", 0),
    ],
)
def test_depth_of_codes_in_any_spelling(code, depth):
    assert code_depth(code) == depth


@pytest.mark.parametrize(
    ("program", "kegiatan", "sub"),
    [
        ("7.01.01", "7.01.01.2.01", "7.01.01.2.01.01"),
        ("7 01 01", "7 01 01 2.01", "7 01 01 2.01 01"),
        ("7,01,01", "7,01,01,2,01", "7,01,01,2,01,01"),
        ("X.XX.01", "X.XX.01.2.01", "X.XX.01.2.01.01"),
        ("7.01.01", "01.2.01", "01.2.01.01"),
    ],
)
def test_levels_by_codes(program, kegiatan, sub):
    rows = money_rows(f"""
        {program} | PROGRAM PENUNJANG | 300
        {kegiatan} | Perencanaan | 100
        {sub} | Penyusunan Dokumen | 100
        {kegiatan[:-1]}2 | Administrasi Keuangan | 200
        {kegiatan[:-1]}2.01 | Penyediaan Gaji | 200
        | JUMLAH | 300""")
    assert found(rows) == "PKSKST"


def test_codes_before_2021_have_program_and_kegiatan():
    rows = money_rows("""
        4.01.05 | Program Pelayanan Administrasi Perkantoran | 300
        4.01.05.01 | Penyediaan Jasa Surat Menyurat | 100
        4.01.05.02 | Penyediaan Jasa Komunikasi | 200""")
    assert found(rows) == "PKK"


def test_codes_outweigh_sums():
    rows = money_rows("""
        7.01.01 | PROGRAM PENUNJANG | 999
        7.01.01.2.01 | Perencanaan | 5
        7.01.01.2.01.01 | Penyusunan Dokumen | 70
        7.01.01.2.01.02 | Evaluasi Kinerja | 30""")
    assert found(rows) == "PKSS"


def test_sums_make_kegiatan_where_there_are_no_codes():
    rows = money_rows("""
        PROGRAM PENUNJANG | 600 550
        Perencanaan | 100 90
        Penyusunan Dokumen | 60 55
        Evaluasi Kinerja | 40 35
        Administrasi Umum | 500 460
        Penyediaan Peralatan | 300 280
        Penyediaan Bahan Logistik | 200 180
        JUMLAH | 600 550""")
    assert found(rows) == "PKSSKSST"


def test_one_sum_in_either_column_is_enough():
    rows = money_rows("""
        PROGRAM PENUNJANG | 600 550
        Perencanaan | 100 91
        Penyusunan Dokumen | 60 55
        Evaluasi Kinerja | 40 35
        Administrasi Umum | 501 460
        Penyediaan Peralatan | 300 280
        Penyediaan Bahan Logistik | 200 180""")
    assert found(rows) == "PKSSKSS"


def test_single_children_repeat_their_parent():
    """Program, its only kegiatan, its only sub kegiatan (Magetan, page 18)."""
    rows = money_rows("""
        PROGRAM PENYELENGGARAAN PEMERINTAHAN DAN PELAYANAN PUBLIK | 16.398.050 13.952.600
        Koordinasi Penyelenggaraan Kegiatan Pemerintahan | 16.398.050 13.952.600
        Peningkatan Efektifitas Kegiatan Pemerintahan | 16.398.050 13.952.600
        PROGRAM PEMBINAAN DAN PENGAWASAN PEMERINTAHAN DESA | 12.427.500 11.641.500
        Fasilitasi, Rekomendasi dan Koordinasi | 12.427.500 11.641.500
        Fasilitasi Administrasi Tata Pemerintahan Desa | 12.427.500 11.641.500""")
    assert found(rows) == "PKSPKS"


def test_a_flat_list_under_a_program_is_kegiatan():
    rows = money_rows("""
        PROGRAM PELAYANAN ADMINISTRASI PERKANTORAN | 100
        Penyediaan Jasa Surat Menyurat | 37
        Penyediaan Alat Tulis Kantor | 52
        Penyediaan Barang Cetakan | 11""")
    assert found(rows) == "PKKK"


def test_programs_alone_are_programs():
    rows = money_rows("""
        PROGRAM PENUNJANG | 8.236.025.535
        PROGRAM PELAYANAN PUBLIK | 16.398.050
        PROGRAM PEMBERDAYAAN MASYARAKAT | 7.166.323.003
        JUMLAH | 15.418.746.588""")
    assert found(rows) == "PPPT"


def test_without_codes_words_or_sums_nothing_is_claimed():
    rows = money_rows("""
        Belanja Pegawai | 500
        Belanja Barang | 300
        TOTAL | 800""")
    assert found(rows) == "??T"


def test_gaps_in_the_amounts_break_nothing():
    rows = money_rows("""
        PROGRAM PENUNJANG | - -
        Perencanaan | - 90
        Penyusunan Dokumen | - 55
        Evaluasi Kinerja | - 35""")
    assert found(rows) == "PKSS"


MAGETAN = """
PROGRAM PENUNJANG URUSAN PEMERINTAHAN DAERAH KABUPATEN/KOTA | 8.236.025.535 8.034.330.848
Perencanaan Penganggaran dan Evaluasi Kinerja Perangkat Daerah | 20.633.680 18.699.500
Penyusunan Dokumen Perencanaan Perangkat Daerah | 20.633.680 18.699.500
Administrasi Keuangan Perangkat Daerah | 5.657.145.605 5.534.489.128
Penyediaan Gaji dan Tunjangan ASN | 5.653.251.605 5.530.595.128
Koordinasi dan Penyusunan Laporan Keuangan | 3.894.000 3.894.000
Administrasi Umum Perangkat Daerah | 736.552.863 731.655.501
Penyediaan Komponen Instalasi Listrik | 36.764.768 36.647.703
Penyediaan Peralatan dan Perlengkapan Kantor | 291.089.898 284.226.740
Penyediaan Peralatan Rumah Tangga | 58.704.147 57.453.830
Penyediaan Bahan Logistik Kantor | 188.152.100 186.423.800
Penyediaan Barang Cetak dan Penggandaan | 52.327.800 51.857.900
Penyediaan Bahan Bacaan | 20.440.000 20.440.000
Penyelenggaraan Rapat Koordinasi dan Konsultasi SKPD | 97.500.000 94.605.528
Penyediaan Jasa Penunjang Urusan Pemerintahan Daerah | 1.466.184.036 1.404.738.157
Penyediaan Jasa Komunikasi, Sumber Daya Air dan Listrik | 96.882.926 67.652.357
Penyediaan Jasa Peralatan dan Perlengkapan Kantor | 60.101.760 55.277.300
Penyediaan Jasa Pelayanan Umum Kantor | 1.309.199.350 1.281.807.500
Pemeliharaan Barang Milik Daerah Penunjang Urusan Pemerintahan Daerah | 355.509.351 344.748.562
Penyediaan Jasa Pemeliharaan Kendaraan Dinas | 57.550.900 110.393.396
Pemeliharaan/Rehabilitasi Gedung Kantor | 216.161.900 214.356.736
Pemeliharaan/Rehabilitasi Sarana dan Prasarana Gedung Kantor | 81.796.551 81.279.980
"""


def test_magetan_with_its_errors():
    """Pages 16-18. Administrasi Umum is not the sum of its children in pagu (744.978.713), Jasa
    Penunjang not in realisasi, Pemeliharaan not in realisasi; the other column tells each time."""
    assert found(money_rows(MAGETAN)) == "P" + "KS" + "KSS" + "KSSSSSSS" + "KSSS" + "KSSS"


def test_no_rows():
    assert levels([]) == []


def test_levels_and_parents_reach_the_figures(read):
    result = read(
        [["Kode", "Program/Kegiatan", "Anggaran", "Realisasi", "%"]],
        [
            ["7.01.01", "PROGRAM PENUNJANG", "3.000.000", "2.700.000", "90,00"],
            ["7.01.01.2.01", "Perencanaan", "1.000.000", "900.000", "90,00"],
            ["7.01.01.2.01.01", "Penyusunan Dokumen", "1.000.000", "900.000", "90,00"],
            ["7.01.01.2.02", "Administrasi Keuangan", "2.000.000", "1.800.000", "90,00"],
            ["7.01.01.2.02.01", "Penyediaan Gaji", "2.000.000", "1.800.000", "90,00"],
            ["JUMLAH", "<", "3.000.000", "2.700.000", "90,00"],
        ],
    )
    assert [
        (o.subject, o.subject_level.value, o.parent) for o in result.report.observations if o.col == 2
    ] == [
        ("PROGRAM PENUNJANG", "program", ""),
        ("Perencanaan", "kegiatan", "PROGRAM PENUNJANG"),
        ("Penyusunan Dokumen", "sub_kegiatan", "Perencanaan"),
        ("Administrasi Keuangan", "kegiatan", "PROGRAM PENUNJANG"),
        ("Penyediaan Gaji", "sub_kegiatan", "Administrasi Keuangan"),
        ("JUMLAH", "total", ""),
    ]
    assert {o.subject_level.value for o in result.report.observations if o.measure == "serapan_pct"} == {
        "program",
        "kegiatan",
        "sub_kegiatan",
        "total",
    }


def test_a_row_without_a_code_completes_a_sum():
    rows = money_rows(
        """
        7.01.01 | PROGRAM PENUNJANG | 100
        7.01.01.2.06 | Administrasi Umum | 60
        7.01.01.2.06.02 | Peralatan Kantor | 20
        Bahan Logistik | 25
        7.01.01.2.06.09 | Rapat Koordinasi | 15
        7.01.01.2.09 | Pemeliharaan Barang | 40
        Pemeliharaan Kendaraan | 30
        7.01.01.2.09.09 | Pemeliharaan Gedung | 10
        7.01.02 | PROGRAM PELAYANAN | 50
        7.01.02.2.03 | Pelaksanaan Urusan | 50
        """
    )
    assert found(rows) == "PKSSSKSSPK"


def test_a_row_without_a_code_that_completes_nothing_stays_unknown():
    rows = money_rows(
        """
        7.01.01 | PROGRAM PENUNJANG | 100
        7.01.01.2.06 | Administrasi Umum | 60
        7.01.01.2.06.02 | Peralatan Kantor | 20
        Bahan Logistik | 11
        7.01.01.2.06.09 | Rapat Koordinasi | 15
        7.01.01.2.09 | Pemeliharaan Barang | 40
        """
    )
    assert found(rows) == "PKS?SK"


def test_places_are_below_the_row_before_them():
    """Renstra of a kecamatan: the share of each kelurahan below a kegiatan, beside kegiatan without places."""
    rows = money_rows("""
        Program Pemberdayaan Masyarakat | 101.000.000
        Fasilitasi Penyaluran Raskin    | 78.000.000
        Kecamatan                       | 64.000.000
        Kelurahan Pasar Baru            | 7.000.000
        Kelurahan Balai-Balai           | 7.000.000
        Pembinaan Anak Terlantar        | 23.000.000
    """)
    assert found(rows) == "PKSSSK"


def test_places_below_a_sub_kegiatan_have_no_level():
    rows = money_rows("""
        Program Lingkungan Sehat    | 185.000
        Usaha Kesehatan Sekolah     | 53.000
        Forum Komunikasi            | 132.000
        Forum Kecamatan             | 48.000
        Forum Kelurahan             | 84.000
        Kelurahan Pasar Baru        | 50.000
        Kelurahan Balai-Balai       | 34.000
    """)
    assert found(rows) == "PKKSS??"


def test_a_sasaran_is_above_the_programs_that_add_up_to_it():
    rows = money_rows("""
        Meningkatnya Produktivitas Perdagangan | 300 200
        Program Perlindungan Konsumen | 100 90
        Program Peningkatan Efisiensi Perdagangan | 200 110
        Meningkatnya Skala Usaha Mikro | 400 350
        Program Pengembangan Usaha | 400 350
        JUMLAH | 700 550""")
    assert found(rows) == "OPPOPT"


def test_a_unit_is_above_its_programs():
    rows = money_rows("""
        Satker Dinas Perkebunan (05) | 21 14
        Program Peningkatan Produksi | 21 14
        Pengembangan Tanaman | 21 14
        Satker Dinas Perkebunan (08) | 8 7
        Program Prasarana | 3 3
        Perluasan Areal | 3 3
        Program Penyuluhan | 5 4
        Pelatihan | 5 4""")
    assert found(rows) == "?PK?PKPK"
    kegiatan = [replace(r, label="Rehabilitasi Kantor") if "Satker" in r.label else r for r in rows]
    assert found(kegiatan) == "?PKKPKPK"


def test_what_only_begins_like_a_sasaran_is_part_of_the_program():
    rows = money_rows("""
        Program Perlindungan Konsumen | 100
        Terlaksananya Sosialisasi | 40
        Program Pengembangan Usaha | 400
        Terlaksananya Pelatihan | 400""")
    assert found(rows) == "PKPK"


def numbered(text):
    """Rows written as "number | label | amounts"."""
    lines = [line.split("|", 1) for line in text.strip().splitlines()]
    rows = money_rows("\n".join(rest for _, rest in lines))
    return [replace(row, number=number.strip()) for row, (number, _) in zip(rows, lines, strict=True)]


@pytest.mark.parametrize(
    ("numbers", "levels_found"),
    [
        (("I", "1", "2", "II", "1", "III", "1"), "PKKPKPK"),
        (("A.", "1", "2", "B.", "1", "C.", "1"), "PKKPKPK"),
        (
            ("I", "1", "2", "", "1", "III", "1"),
            "PKKKKPK",
        ),  # without its number nothing tells the second program
        (("1", "1", "2", "2", "1", "3", "1"), "PKKKKPK"),
    ],
)
def test_rows_numbered_like_the_programs_are_programs(numbers, levels_found):
    labels = [
        "Program Pelayanan | 30", "Jasa Surat | 10", "Jasa Listrik | 20",
        "Peningkatan Kapasitas | 100", "Bimbingan Teknis | 90", "Program Pelaporan | 7", "Laporan | 7",
    ]  # fmt: skip
    rows = numbered("\n".join(f"{n} | {rest}" for n, rest in zip(numbers, labels, strict=True)))
    assert found(rows) == levels_found


def test_roman_numbers_tell_programs_where_they_are_sums():
    rows = numbered("""
        I | Pelayanan Administrasi | 30
        1 | Jasa Surat | 10
        2 | Jasa Listrik | 20
        II | Peningkatan Kapasitas | 100
        1 | Bimbingan Teknis | 100""")
    assert found(rows) == "PKKPK"
    unequal = [replace(r, amounts=(Decimal(1),)) if r.number == "2" else r for r in rows[:3]]
    assert "P" not in found([*unequal, replace(rows[3], amounts=(Decimal(7),)), rows[4]])


def test_a_kegiatan_that_equals_the_others_by_chance_has_no_parts():
    # 47.850 = 28.600 + 19.250, and the program is the sum of all three
    rows = money_rows("""
        Program Peningkatan Partisipasi Masyarakat | 95.700 91.340
        Pembinaan kelompok masyarakat | 47.850 45.330
        Pelaksanaan musyawarah | 28.600 28.410
        Intensifikasi pemungutan PBB | 19.250 17.600""")
    assert found(rows) == "PKKK"


GROUPS = """
    {0} | 128.700.000 98.700.000
    {1} | 128.700.000 98.700.000
    {2} | 1.848.500.000 1.988.500.000
    {3} | 1.485.600.000 1.625.600.000
    {4} | 362.900.000 362.900.000
    JUMLAH | 1.977.200.000 2.102.200.000
"""


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (("Pemberdayaan", "Pendampingan", "Pengelolaan", "Prasarana", "Sarana"), "KSKSST"),
        (("Belanja Operasi", "Belanja Pegawai", "Belanja Modal", "Belanja Tanah", "Belanja Mesin"), "?????T"),
        (("APBD", "Urusan Wajib", "APBN", "Dekonsentrasi", "Tugas Pembantuan"), "?????T"),
    ],
)
def test_kegiatan_of_a_table_without_programs_make_its_total(labels, expected):
    """In one column of two; kinds of spending and sources of money have no such levels."""
    assert found(money_rows(GROUPS.format(*labels))) == expected


def test_national_codes_say_their_level_without_a_program_above():
    """The part of a table behind a page break: sub kegiatan, then the next kegiatan."""
    rows = money_rows(
        """
        1.01.02.2.01.03 | Perlengkapan | 300
        1.01.02.2.01.04 | Dana BOS | 400
        1.01.02.2.02 | Sekolah Menengah | 500
        1.01.02.2.02.0001 | Rehabilitasi | 500
        """
    )
    assert found(rows) == "SSKS"


@pytest.mark.parametrize(
    ("head", "level"), [("Sub Kegiatan", "sub_kegiatan"), ("Program", "program"), ("Program/Kegiatan", "")]
)
def test_the_heading_of_the_one_column_names_the_level(read, head, level):
    rows = [
        ["Operasional Pelayanan Puskesmas", "412.800.000"],
        ["Pengelolaan Gizi Masyarakat", "118.750.000"],
    ]
    found = read([[head, "Anggaran"]], [*rows, ["JUMLAH", "533.550.000"]])
    assert [o.subject_level.value for o in found.report.observations] == [level, level, "total"]


def test_programs_without_amounts_are_the_parents_of_the_kegiatan_below(read):
    found = read(
        [["No", "Program / Kegiatan", "Anggaran (Rp)"]],
        [["1.", "Program Promosi Kesehatan", ""], ["", "Promosi kesehatan rumah sakit", "712.500.000"],
         ["", "Penyuluhan kesehatan", "76.950.000"], ["", "Penyuluhan gizi", "76.950.000"],
         ["2.", "Program Lingkungan Sehat", ""], ["", "Pengelolaan kesehatan lingkungan", "1.500.000.000"]],
    )  # fmt: skip
    assert [(o.subject_level, o.parent) for o in found.report.observations] == [
        *[("kegiatan", "Program Promosi Kesehatan")] * 3,
        ("kegiatan", "Program Lingkungan Sehat"),
    ]


def test_programs_with_letters_over_all_columns_are_the_parents_of_the_kegiatan_below(read):
    found = read(
        [["No", "Nama Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)"]],
        [["A. Program Pengawasan Daerah", "<", "<", "<"],
         ["1.", "Penanganan pengaduan", "718.984.400", "713.207.216"],
         ["2.", "Evaluasi pemerintahan", "800.000.000", "783.162.061"],
         ["B. Program Administrasi Perkantoran", "<", "<", "<"],
         ["3.", "Penyelenggaraan administrasi", "90.000.000", "76.952.609"]],
    )  # fmt: skip
    assert [o.parent for o in found.report.observations if o.measure == "pagu_rp"] == [
        *["Program Pengawasan Daerah"] * 2,
        "Program Administrasi Perkantoran",
    ]


@pytest.mark.parametrize(
    ("table", "levels"),
    [
        pytest.param(
            """
            1.24.01.21 | Program pengembangan budaya baca | 300
            1.24.01.21.03 | Penyediaan bahan perpustakaan | 200
            | Festival literasi | 100
            1.24.01.16 | Penyelamatan dan pelestarian arsip | 250
            | Penelusuran arsip | 150
            1.24.16.07 | Pendataan arsip | 100
            """,
            "PKKPKK",
            id="a kegiatan is coded below a program",
        ),
        pytest.param(
            """
            1.24.01.21 | Program pengembangan budaya baca | 300
            | Penyediaan bahan perpustakaan | 200
            | Festival literasi | 100
            1.24.01.16 | Penyelamatan dan pelestarian arsip | 250
            | Penelusuran arsip | 150
            | Pendataan arsip | 100
            """,
            "PKKPKK",
            id="kegiatan without codes add up to the program",
        ),
        pytest.param(
            """
            1.24.01.21 | Program pengembangan budaya baca | 300
            | Penyediaan bahan perpustakaan | 200
            | Festival literasi | 100
            1.24.01.16 | Penyelamatan dan pelestarian arsip | 251
            | Penelusuran arsip | 150
            | Pendataan arsip | 100
            1.24.01.17 | Pembinaan kearsipan | 90
            | Bimbingan | 50
            | Lomba | 40
            """,
            "PKKPKKPKK",
            id="one of them printed wrongly",
        ),
    ],
)
def test_a_row_coded_next_to_a_program_is_one(table, levels):
    """Where few rows have a code, and its name does not begin with the word."""
    assert found(money_rows(table)) == levels


@pytest.mark.parametrize(
    "table",
    [
        pytest.param(
            """
            1.03.01.01 | Program Penunjang | 300
            1.03.01.02 | Perencanaan penganggaran | 100
            | Rencana | 60
            | Laporan | 40
            1.03.01.03 | Administrasi keuangan | 200
            | Gaji | 120
            | Honorarium | 80
            """,
            id="kegiatan coded at the depth of their program",
        ),
        pytest.param(
            """
            1.03.01.2 | Program Penunjang | 300
            | Perencanaan penganggaran | 100
            1.03.01.2 | Administrasi keuangan | 200
            | Gaji | 120
            | Honorarium | 80
            """,
            id="code of the program itself",
        ),
        pytest.param(
            """
            5.1.2 | Program pelayanan | 300
            5.1.2.1 | Penyediaan bahan | 200
            | Festival | 100
            5.1.3 | Belanja modal | 150
            | Listrik | 100
            | Air | 50
            """,
            id="kind of spending",
        ),
        pytest.param(
            """
            1.24.01.21 | Program pengembangan budaya baca | 300
            1.24.01.21.03 | Penyediaan bahan perpustakaan | 100
            1.24.01.05 | Festival literasi | 200
            | Lomba | 90
            """,
            id="no sum of rows behind it",
        ),
    ],
)
def test_other_rows_coded_like_a_program_are_none(table):
    first, *others = found(money_rows(table))
    assert first == "P" and "P" not in others


def test_things_that_are_counted_are_no_amount(read):
    found = read(
        [["Program/Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)"]],
        [["Penyusunan DED", "1 Dokumen", "500.000.000"], ["Kajian lingkungan", "300.000.000", "290.000.000"]],
    )
    assert "pagu_rp" not in found.of("Penyusunan DED")
    assert found.of("Kajian lingkungan")["pagu_rp"] == "300000000"


def test_an_amount_with_a_unit_behind_it_stays_one(read):
    found = read(
        [["Program/Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)"]],
        [["Kajian lingkungan", "450.000.000 Kegiatan", "290.000.000"]],
    )
    assert found.of("Kajian lingkungan")["pagu_rp"] == "450000000"


@pytest.mark.parametrize(("letter", "level"), [("c.", "sub_kegiatan"), ("d.", "kegiatan")])
def test_numbers_and_letters_before_rows_tell_their_level(letter, level):
    """Of the kegiatan 2 there are no parts: sums alone would take all rows for kegiatan."""
    rows = [
        MoneyRow("Program Irigasi", "", False, False, (Decimal(6100),), "V"),
        MoneyRow("Rehabilitasi Jaringan", "", False, False, (Decimal(5600),), "1"),
        MoneyRow("Rehabilitasi D.I. Barat", "", False, False, (Decimal(2800),), "a."),
        MoneyRow("Rehabilitasi D.I. Timur", "", False, False, (Decimal(1900),), "b."),
        MoneyRow("Pemeliharaan", "", False, False, (Decimal(900),), letter),
        MoneyRow("Optimalisasi", "", False, False, (Decimal(400),), "2"),
    ]
    assert [str(x) for x in levels(rows)][1:5] == ["kegiatan", *[level] * 3]


CODED = (
    "3.26.01 PROGRAM PENUNJANG",
    "3.26.01.2.02 Administrasi Keuangan",
    "Penyediaan Gaji",
    "Laporan Keuangan",
)


@pytest.mark.parametrize("last", ["Laporan Keuangan", "3.26.01.2.06 Administrasi Umum"])
def test_codes_before_labels_tell_levels_and_what_has_none_stands_below(read, last):
    names = [*CODED[:3], last]
    found = read(
        [["Program / Kegiatan / Sub Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)"]],
        [[name, f"{n}00.000.000", f"{n}00.000.000"] for n, name in enumerate(names, 1)],
    )
    told = [
        (str(o.subject_level), o.subject_code, o.parent)
        for o in found.report.observations
        if o.measure == "pagu_rp"
    ]
    assert told[:3] == [
        ("program", "3.26.01", ""),
        ("kegiatan", "3.26.01.2.02", CODED[0]),
        ("sub_kegiatan", "", CODED[1]),
    ]
    assert told[3][0] == ("sub_kegiatan" if last == CODED[3] else "kegiatan")
