"""What a point and a comma mean in a column."""

from decimal import Decimal

import pytest

from lkjip_corpus.canonical import decimal_text
from lkjip_normalize.convention import Convention, by_the_sum, decide
from lkjip_normalize.numbers import Mark, read_cell


def values(cells, **column):
    """The cells read with the convention of their column; "?" where it stays ambiguous."""
    convention = decide(cells, **column)
    found = []
    for cell in cells:
        reading = read_cell(cell, convention.mark_for(cell))
        found.append(
            "?"
            if reading.ambiguous
            else decimal_text(reading.value)
            if reading.value is not None
            else reading.text
        )
    return found


def test_rupiah_in_both_styles_in_one_column():
    cells = ["129.372.500,-", "127,458,400", "974,000,-", "500.000"]
    assert values(cells, money=True) == ["129372500", "127458400", "974000", "500000"]


def test_rupiah_with_sen_keeps_them():
    cells = ["6.142.999.541,00", "328.380.000,00", "974.000,00", "650.290.147.50"]
    assert values(cells, money=True) == ["6142999541.00", "328380000.00", "974000.00", "650290147.50"]


def test_comma_decimals_above_point_decimals():
    assert values(["87,02", "85.07"]) == ["87.02", "85.07"]


def test_percentages_are_never_grouped():
    assert values(["98,375", "100.000", "7,5", "1.234,5"], percent=True) == [
        "98.375",
        "100.000",
        "7.5",
        "1234.5",
    ]


def test_a_point_that_is_decimal_once_is_decimal_in_its_column():
    assert values(["7.26", "3.398"]) == ["7.26", "3.398"]


def test_a_point_that_groups_millions_groups_thousands_too():
    assert values(["1.203.398", "3.398"]) == ["1203398", "3398"]


@pytest.mark.parametrize("cells", [["3.398"], ["3,398", "2,741"], ["3.398", "WTP", "12"]])
def test_without_evidence_it_stays_ambiguous(cells):
    assert values(cells)[0] == "?"


def test_evidence_of_both_kinds_decides_nothing():
    assert values(["1.203.398", "7.26", "3.398"]) == ["1203398", "7.26", "?"]


def test_point_and_comma_are_decided_apart():
    assert values(["7,26", "3.398"]) == ["7.26", "?"]
    assert values(["7,26", "1.203.398", "3.398"]) == ["7.26", "1203398", "3398"]


def test_beside_many_decimals_of_one_mark_the_other_groups():
    assert values(["98,50", "4,75", "253.384"]) == ["98.50", "4.75", "253384"]
    assert values(["98.50", "4.75", "23,400"]) == ["98.50", "4.75", "23400"]


def test_one_slip_among_many_figures_decides_nothing():
    comma = ["11,50", "5,10", "70,25", "425,00", "71,00"]
    assert values([*comma, "77.34", "12.965"])[-2:] == ["77.34", "?"]
    assert values([*comma[:2], "77.34", "80.12", "12.965"])[-1] == "12.965"


@pytest.mark.parametrize("unit", ["KK", "orang", "jiwa", "berkas", "dokumen"])
def test_counted_things_come_whole(unit):
    cells = [f"16.000 {unit}", f"3.398 {unit}", f"32 {unit}"]
    assert values(cells) == ["16000", "3398", "32"]


def test_words_and_dashes_have_no_say():
    assert values(["-", "WTP", "N/A", "87,02", "3,398"]) == ["-", "WTP", "N/A", "87.02", "3.398"]


def test_malformed_figures_stay_words_in_a_column_of_rupiah():
    assert values(["133.825.00,00", "5.939,471.322", "1.000.000"], money=True) == [
        "133.825.00,00",
        "5.939,471.322",
        "1000000",
    ]


def test_an_empty_column_knows_nothing():
    assert decide([]) == Convention(Mark.UNKNOWN, Mark.UNKNOWN)


def test_what_one_column_does_not_know_another_may_tell():
    known = Convention(point=Mark.THOUSANDS)
    other = Convention(point=Mark.DECIMAL, comma=Mark.DECIMAL)
    assert known.or_else(other) == Convention(Mark.THOUSANDS, Mark.DECIMAL)


def test_area_and_inhabitants_of_a_village_table_follow_their_own_columns(read):
    """7.26 km2 beside 3.398 people (domain notes, section 7): never 3.398 people."""
    found = read(
        [["No", "Desa/Kelurahan", "Luas Wilayah (Km2)", "Jumlah Penduduk"]],
        [
            ["1", "Tambran", "7.26", "3.398"],
            ["2", "Selosari", "1.86", "5.120"],
            ["3", "Magetan", "2.09", "4.741"],
        ],
    )
    assert found.at(1, 2).value == Decimal("7.26")
    assert [found.at(row, 3).value for row in (1, 2, 3)] in ([3398, 5120, 4741], [None, None, None])


@pytest.mark.parametrize(
    ("name", "value"),
    [("Jumlah pengunjung", "3398"), ("Volume sampah", "3398"), ("Jumlah", None), ("Kunjungan", None)],
)
def test_an_indicator_that_counts_is_read_whole(read, name, value):
    found = read([["No", "Indikator Kinerja", "Satuan", "Target"]], [["1", name, "Nilai", "3.398"]])
    assert found.at(1, 3).value == (None if value is None else Decimal(value))


def test_an_undecided_figure_is_given_as_printed(read):
    found = read(
        [["No", "Sasaran Strategis", "Indikator Kinerja", "Satuan", "Target", "Realisasi"]],
        [["1", "Meningkatnya layanan", "Kunjungan", "Nilai", "3.398", "4.120"]],
    )
    observation = found.at(1, 4)
    assert observation.value is None
    assert (observation.text, observation.raw) == ("3.398", "3.398")


def test_a_table_of_performance_may_decide_for_its_columns(read):
    found = read(
        [["No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"]],
        [
            ["1", "Indeks SPBE", "Indeks", "2.950", "2.94", "99,66"],
            ["2", "Indeks Kepuasan Masyarakat", "Nilai", "85", "86.5", "101,76"],
        ],
    )
    assert found.of("Indeks SPBE") == {"target": "2.950", "realisasi": "2.94", "capaian_pct": "99.66"}


HEADS = ["Indikator Kinerja", "Satuan", "Target", "Realisasi"]


@pytest.mark.parametrize(
    ("unit", "value"),
    [("orang", "1250"), ("Dokumen", "1250"), ("unit/tahun", "1250"), ("%", "1.250"), ("persen", "1.250")],
)
def test_the_unit_of_a_row_tells_whether_things_come_whole(read, unit, value):
    found = read(
        [HEADS], [["Jumlah yang dilayani", unit, "1.250", "75.5"], ["Indeks", "nilai", "70.5", "71.25"]]
    )
    assert found.of("Jumlah yang dilayani")["target"] == value


def test_the_figures_beside_it_tell_what_a_column_leaves_open(read):
    rows = [["Luas irigasi", "Ha", "13.400", "12.965"]]
    rows += [[f"Nilai {name}", "nilai", f"7{n},50", f"8{n},00"] for n, name in enumerate("abcde")]
    rows += [["Indeks", "indeks", "76,00", "77.34"]]
    assert read([HEADS], rows).of("Luas irigasi") == {"target": "13400", "realisasi": "12965"}


def test_an_open_figure_is_read_as_another_table_reads_its_print(read_tables, table_of):
    susu, daging = (
        ["Produksi susu", "", "396.000", "401.000"],
        ["Produksi daging", "", "1.396.000", "1.401.000"],
    )
    found = read_tables(table_of([HEADS], [susu], number=1), table_of([HEADS], [susu, daging], number=2))
    told = [(o.value, o.text) for o in found.report.observations if o.subject == "Produksi susu"]
    assert told == [(Decimal(396000), ""), (Decimal(401000), "")] * 2


PATIENTS = [
    ["Mata", "3.670", "509"],
    ["Paru", "2.674", "1.295"],
    ["Gigi", "970", "262"],
    ["Gizi", "1.182", "141"],
]
CLINIC = [["Poliklinik", "Sesi A", "Sesi B"]]


@pytest.mark.parametrize(
    ("totals", "values"),
    [
        (("8.496", "2.207"), ("3670", "1295")),
        (("8.496", "2.200"), ("3670", "")),  # one column that adds up decides for itself alone
        (("8.490", "2.200"), ("", "")),
        (("978.526", "912,295"), ("", "")),  # adds up with decimals no more than without
    ],
)
def test_a_column_that_adds_up_one_way_only_is_read_that_way(read, totals, values):
    found = read(CLINIC, [*PATIENTS, ["Jumlah", *totals]])
    first, second = (str(v if v is not None else "") for v in (found.at(1, 1).value, found.at(2, 2).value))
    assert (first, second) == values


def test_columns_that_add_up_tell_nothing_of_another_one(read):
    rows = [
        ["Alfa", "3.670", "1.200", "3.058"],
        ["Beta", "974", "2.300", "1.162"],
        ["Gama", "1.182", "500", "1.788"],
    ]
    found = read(
        [["Desa", "Pemilih", "Keluarga", "Luas Wilayah"]],
        [*rows, ["Jumlah", "5.826", "4.000", "6.008"]],
    )
    assert [found.at(1, c).value for c in (1, 2, 3)] == [Decimal(3670), Decimal(1200), None]


@pytest.mark.parametrize(
    ("last", "value"),
    [("1.182.512", Decimal(219168)), ("1.182.513", None)],
    ids=["adds up in every row", "once not"],
)
def test_columns_that_add_up_in_every_row_have_one_convention(read, last, value):
    """Violating and other vehicles, and both together."""
    rows = [
        ["Alfa", "90.142", "219.168", "309.310"],
        ["Beta", "9.097", "41.714", "50.811"],
        ["Gama", "163.313", "659.078", "822.391"],
        ["Jumlah", "262.552", "919.960", last],
    ]
    found = read([["Pos", "Melanggar", "Tidak", "Semua"]], rows)
    assert found.at(1, 2).value == value


@pytest.mark.parametrize(
    ("headings", "values"),
    [
        (["L", "P", "L+P"], [3670, 3100, 6770]),
        (["Jumlah", "L", "P"], [6770, 3670, 3100]),
        (["Jumlah", "Semester I", "Semester II"], [None, None, None]),
    ],
)
def test_what_adds_up_either_way_is_decided_by_what_is_counted(read, headings, values):
    rows = [["Alfa", 3670, 3100], ["Beta", 3120, 3200], ["Gama", 3310, 3100]]
    at = headings.index("Jumlah") if "Jumlah" in headings else 2
    body = []
    for name, *parts in rows:
        parts.insert(at, sum(parts))
        body.append([name, *(f"{n:,}".replace(",", ".") for n in parts)])
    found = read([["Desa", *headings]], body)
    assert [found.at(1, c).value for c in (1, 2, 3)] == values


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("Jml Pasien", Decimal(4309)),
        ("Rawat Jalan 2013", Decimal(4309)),
        ("Laki-laki", Decimal(4309)),
        ("Rata-rata Lama Rawat Inap", None),
        ("Rasio Pasien per Dokter", None),
        ("Indeks Kepuasan Pasien", None),
        ("Kendaraan/penduduk", None),
        ("AvLOS Rawat Inap", None),
    ],
)
def test_headings_that_count(read, heading, value):
    rows = [["Visus", "4.309"], ["Cerumen", "2.504"], ["Dispepsia", "2.059"]]
    assert read([["Penyakit", heading]], rows).at(1, 1).value == value


@pytest.mark.parametrize(
    ("parts", "total", "wanted"),
    [
        (["1.250", "2", "3"], "1.255", Convention(point=Mark.THOUSANDS)),
        (["1,250", "2", "3"], "6,250", Convention(comma=Mark.DECIMAL)),
        (["1.250", "2.500", "3.750"], "7.500", Convention()),  # either
        (["3,255", "3,120", "3,310", "3,500"], "13,185", Convention()),
        (["1.250", "970", "3.750"], "5.970", Convention(point=Mark.THOUSANDS)),
        (["12,5", "13,5", "14"], "40", Convention()),  # nothing is open
        (["1.250", "2.500"], "3.750", Convention()),  # too few
    ],
)
def test_what_a_sum_tells_of_a_mark(parts, total, wanted):
    assert by_the_sum(parts, total) == wanted


@pytest.mark.parametrize(
    ("headings", "value"),
    [
        (["Nama Jalan", "P (m)", "L (m)"], None),
        (["Bangunan", "P", "L", "T"], None),
        (["Jalan", "P", "L", "Luas"], None),
        (["Desa", "P", "Keterangan"], None),
        (["Desa", "L", "P"], Decimal(1250)),
        (["Desa", "Penduduk L", "Penduduk P"], Decimal(1250)),
        (["Desa", "L", "P", "Luas (km)"], Decimal(1250)),
    ],
)
def test_l_and_p_are_men_and_women_only_together(read, headings, value):
    rest = ["1,250"] * (len(headings) - 1)
    found = read([["No", *headings]], [["1", "Tambran", *rest], ["2", "Selosari", *rest]])
    assert found.at(1, 2).value == value


@pytest.mark.parametrize(
    ("caption", "value"),
    [
        ("Tabel 2.1 Jumlah Kunjungan Wisatawan", Decimal(1250)),
        ("Tabel 2.1 Jumlah Penduduk menurut Kecamatan", Decimal(1250)),
        ("Tabel II.3 Jumlah Penduduk per Desa", Decimal(1250)),
        ("Tabel 2. 3 Jumlah Penduduk Menurut Tingkat Pendidikan", Decimal(1250)),
        ("Gambar 2.3 Jumlah Penduduk menurut Desa/Kelurahan", Decimal(1250)),
        ("Tabel 2.1 Target dan Realisasi Jumlah Kunjungan", Decimal(1250)),
        ("Tabel 2.1 Jumlah Penduduk per km2", None),
        ("Tabel 2.1 Laju Pertumbuhan Jumlah Penduduk (%)", None),
        ("Tabel 2.1 Rasio Puskesmas per 1.000 Jumlah Penduduk", None),
        ("Tabel 2.1 Nilai IKM menurut Jumlah Kunjungan", None),
        ("Tabel 2.1 Jumlah Kunjungan Wisatawan (juta orang)", None),
    ],
)
def test_a_title_says_first_of_all_what_is_counted(read, caption, value):
    rows = [["1", "Tambran", "1.250", "1.340"], ["2", "Selosari", "2.250", "2.340"]]
    found = read([["No", "Uraian", "2022", "2023"]], rows, caption=caption)
    assert found.at(1, 2).value == value


@pytest.mark.parametrize(
    ("name", "satuan", "target", "value", "unit"),
    [
        ("Persentase desa mandiri", "%", "60", "50", "%"),
        ("Persentase desa mandiri", "", "60", "50", "%"),
        ("Desa mandiri", "", "60%", "50", "%"),
        ("Jumlah desa mandiri", "Desa", "20", "12", "Desa"),
        ("Cakupan desa mandiri", "Desa", "20", "12", "Desa"),
    ],
)
def test_of_a_count_and_its_percentage_the_one_that_the_indicator_is(read, name, satuan, target, value, unit):
    found = read(
        [["No", "Indikator Kinerja", "Satuan", "Target", "Realisasi"]],
        [["1", name, satuan, target, "12 (50%)"]],
    )
    assert (found.at(1, 4).value, found.at(1, 4).unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("name", "satuan", "target", "realised", "share", "value"),
    [
        ("Indeks desa", "%", "85", "86 (101,18%)", "101,18", "86"),  # of its target
        ("Indeks desa", "", "85", "86 (101,18%)", "101,18", "86"),
        ("Cakupan desa siaga", "", "100%", "24 desa (100%)", "100", "100"),
        ("Cakupan desa siaga", "", "10 desa", "9 desa (90%)", "90", "9"),
        ("Tingkat kunjungan wisatawan", "", "1000 orang", "1200 (120%)", "120", "1200"),
    ],
)
def test_an_achievement_in_brackets_is_no_realisasi(read, name, satuan, target, realised, share, value):
    found = read(
        [["No", "Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)"]],
        [["1", name, satuan, target, realised, share]],
    )
    assert found.at(1, 4).value == Decimal(value)
