import pytest

from lkjip_normalize.linking import link_indicators, name_likeness, same_sasaran
from lkjip_schemas.vocabulary import Measure, SubjectLevel, TableKind


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Persentase Desa dengan Nilai Baik", "Prosentase desa dengan nilai baik"),
        ("Index Kepuasan Masyarakat", "Indeks Kepuasan Masyarakat (IKM)".replace(" (IKM)", "")),
        ("1. Nilai Sakip Kecamatan", "Nilai SAKIP Kecamatan"),
        ("Waktu tanggap darurat (response time)/Menit", "Waktu tanggap darurat (response time)"),
        ("Kecamatan Berpredikat KinerjaBaik", "Kecamatan berpredikat kinerja baik"),
        ("Nilai Kecamatan Sakip", "Nilai Sakip Kecamatan"),
        (
            "PROGRAM KOORDINASI KETENTRAMAN DAN KETERTIBAN UMUM",
            "Program Koordinasi Ketenteraman dan Ketertiban Umum",
        ),
        ("Laporan Bulanan/Triwulanan/Seme steran", "Laporan Bulanan/Triwulanan/Semesteran"),
    ],
)
def test_names_of_one_indicator(a, b):
    assert name_likeness(a, b) > 0


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Angka partisipasi TW I", "Angka partisipasi TW II"),
        ("Rasio guru SD", "Rasio guru SMP"),
        ("Jumlah kelurahan/desa", "Jumlah kelurahan"),
        ("Jumlah penduduk Laki-laki", "Jumlah penduduk Perempuan"),
        ("Persentase RT Kelurahan Tambran", "Persentase RT Kelurahan Kebonagung"),
        ("Nilai Monev minimal 80", "Nilai Monev minimal 70"),
        ("Pemeliharaan Gedung Kantor", "Pemeliharaan Sarana dan Prasarana Gedung Kantor"),
    ],
)
def test_names_of_different_indicators(a, b):
    assert name_likeness(a, b) == 0


def test_sasaran_as_result_and_as_action():
    assert same_sasaran("Meningkatnya Kinerja Kecamatan", "Meningkatkan Kinerja Kecamatan")
    assert not same_sasaran("Meningkatnya Kinerja Kecamatan", "Meningkatnya Akuntabilitas Kinerja Kecamatan")
    assert not same_sasaran("", "")


def magetan_names(b):
    sasaran = "Meningkatnya Kinerja Kecamatan"
    b.indicator(1, 13, "Predikat Kinerja Kecamatan", "70.00", parent=sasaran, kind=TableKind.TUJUAN_SASARAN)
    b.indicator(2, 14, "IKU (Indikator Kinerja Utama)", "70", parent=sasaran, kind=TableKind.PK_SASARAN)
    b.indicator(6, 20, "Kecamatan Berpredikat KinerjaBaik", "70", "90.13", parent=sasaran)
    b.indicator(7, 20, "Predikat Kinerja Kecamatan", "70.00", "90.13", parent=sasaran)
    b.indicator(
        8, 21, "Indeks Kepuasan Masyarakat", "85", "90.02", parent="Meningkatnya Kualitas Pelayanan Publik"
    )
    b.indicator(8, 21, "IKU (Indikator Kinerja Utama)", "70", "90.13", parent=sasaran)
    b.indicator(
        12,
        27,
        "Kecamatan berpredikat kinerja baik",
        "80",
        parent="Meningkatkan Kinerja Kecamatan",
        kind=TableKind.PK_SASARAN,
    )


def test_one_indicator_under_four_names(builder):
    b = builder()
    magetan_names(b)
    links = link_indicators(b.observations)
    assert len(links) == 2
    link = next(lk for lk in links if len(lk.names) > 1)
    assert link.name == "Predikat Kinerja Kecamatan"  # the class word comes last
    assert link.names[-1] == "IKU (Indikator Kinerja Utama)"
    assert {m.table_no for m in link.members} == {1, 2, 6, 7, 8, 12}
    assert 0.7 < link.confidence < 1 and all(" / " in e for e in link.evidence)


def test_every_figure_is_in_exactly_one_link(builder):
    b = builder()
    magetan_names(b)
    members = [id(m) for lk in link_indicators(b.observations) for m in lk.members]
    assert len(members) == len(set(members)) == len(b.observations)


def test_rows_of_one_table_are_never_one_indicator(builder):
    b = builder()
    for name in ("Persentase jalan kondisi mantap", "Persentase jalan kondisi mantab"):
        b.indicator(1, 5, name, "80", "75.55", parent="Meningkatnya Infrastruktur")
    assert len(link_indicators(b.observations)) == 2


def test_equal_whole_figures_do_not_link(builder):
    b = builder()
    b.indicator(1, 5, "Tingkat kelulusan", "90", "100", parent="Meningkatnya Mutu")
    b.indicator(2, 6, "Cakupan layanan", "90", "100", parent="Meningkatnya Mutu")
    assert len(link_indicators(b.observations)) == 2


def test_equal_figures_of_names_that_differ_by_one_word_do_not_link(builder):
    b = builder()
    b.indicator(1, 5, "Angka kelulusan sekolah dasar negeri", "90", "97.25", parent="Meningkatnya Mutu")
    b.indicator(2, 6, "Angka kelulusan sekolah dasar swasta", "90", "97.25", parent="Meningkatnya Mutu")
    assert len(link_indicators(b.observations)) == 2


@pytest.mark.parametrize(
    ("first", "second", "links"),
    [("(ton)", "(kg/ha)", 2), ("(ton)", "", 1), ("(ton)", "(Ton)", 1)],
)
def test_a_unit_in_brackets_tells_two_names_apart(builder, first, second, links):
    b = builder()
    b.indicator(1, 5, f"Produksi kopi rakyat {first}", "120", "118")
    b.indicator(2, 6, f"Produksi kopi rakyat {second}", "150", "149")
    assert len(link_indicators(b.observations)) == links


def test_money_and_programs_are_not_linked(builder):
    b = builder()
    b.money(1, 5, "P", "PROGRAM A", "100", "90")
    b.put(
        2,
        TableKind.PROGRAM_PLAN,
        6,
        "PROGRAM A",
        [(Measure.TARGET, "2023", "80")],
        level=SubjectLevel.PROGRAM,
    )
    assert link_indicators(b.observations) == ()


def test_linking_does_not_depend_on_hashing(builder):
    b = builder()
    magetan_names(b)
    assert link_indicators(b.observations) == link_indicators(tuple(b.observations))
