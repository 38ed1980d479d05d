"""Whose document it is, of which year and kind."""

import pytest

from lkjip_normalize.identity import identify

BODY = ["Kecamatan Magetan mempunyai tugas membantu Bupati dalam menyelenggarakan pemerintahan."]


@pytest.fixture
def identity(document_of):
    """The identity of a document whose pages are given as lines."""

    def run(*pages, file="berkas.pdf"):
        return identify(document_of(pages, file=file))

    return run


def test_cover_of_a_kecamatan(identity):
    found = identity(
        [
            "PEMERINTAH KABUPATEN MAGETAN",
            "LAPORAN KINERJA INSTANSI PEMERINTAH",
            "(LKjIP)",
            "KECAMATAN MAGETAN",
            "KABUPATEN MAGETAN",
            "TAHUN 2023",
        ],
        BODY,
    )
    assert found.kind.value == "LKjIP"
    assert found.year == 2023
    assert (found.instansi, found.level.value) == ("Kecamatan Magetan", "kecamatan")
    assert (found.kecamatan, found.kabkota, found.provinsi) == ("Magetan", "Kabupaten Magetan", "Jawa Timur")
    assert found.wilayah_code == "35.20.06"


def test_letterhead_broken_by_its_width(identity):
    """Magetan: the head on the cover is broken into "PEMERINTAH KABUPATEN / MAGETAN KECAMATAN / MAGETAN"."""
    found = identity(
        [
            "PEMERINTAH KABUPATEN",
            "MAGETAN KECAMATAN",
            "MAGETAN",
            "Jl. Karyadharmas No. 24",
            "Magetan Telp. 0351",
            "LAPORAN KINERJA INSTANSI PEMERINTAH",
            "(LKjIP)",
            "PEMERINTAH KABUPATEN MAGETAN",
            "KECAMATAN MAGETAN",
            "TAHUN 2023",
        ],
        BODY,
    )
    assert (found.instansi, found.kabkota, found.year) == ("Kecamatan Magetan", "Kabupaten Magetan", 2023)


@pytest.mark.parametrize(
    ("agency", "place", "instansi", "level", "kabkota", "code"),
    [
        (
            "KECAMATAN PADANG PANJANG BARAT",
            "KOTA PADANG PANJANG",
            "Kecamatan Padang Panjang Barat",
            "kecamatan",
            "Kota Padang Panjang",
            "13.74.02",
        ),
        (
            "KECAMATAN JATISRONO",
            "KABUPATEN WONOGIRI",
            "Kecamatan Jatisrono",
            "kecamatan",
            "Kabupaten Wonogiri",
            "33.12.20",
        ),
        (
            "BADAN PENGELOLA KEUANGAN DAERAH",
            "KOTA PADANG PANJANG",
            "Badan Pengelola Keuangan Daerah",
            "opd",
            "Kota Padang Panjang",
            "13.74",
        ),
        (
            "DINAS KEBERSIHAN DAN PERTAMANAN",
            "KABUPATEN CIANJUR",
            "Dinas Kebersihan dan Pertamanan",
            "opd",
            "Kabupaten Cianjur",
            "32.03",
        ),
        ("INSPEKTORAT", "KOTA PADANG PANJANG", "Inspektorat", "opd", "Kota Padang Panjang", "13.74"),
        (
            "SEKRETARIAT DPRD",
            "KOTA PADANG PANJANG",
            "Sekretariat DPRD",
            "opd",
            "Kota Padang Panjang",
            "13.74",
        ),
        (
            "UPT PUSKESMAS SUNGAI MALANG",
            "KABUPATEN HULU SUNGAI UTARA",
            "UPT Puskesmas Sungai Malang",
            "opd",
            "Kabupaten Hulu Sungai Utara",
            "63.08",
        ),
        (
            "RUMAH SAKIT UMUM DAERAH",
            "KOTA PADANG PANJANG",
            "Rumah Sakit Umum Daerah",
            "opd",
            "Kota Padang Panjang",
            "13.74",
        ),
    ],
)
def test_agencies_and_their_places(identity, agency, place, instansi, level, kabkota, code):
    found = identity(["LAPORAN KINERJA INSTANSI PEMERINTAH", agency, place, "TAHUN 2019"], ["Kata pengantar"])
    assert (found.instansi, found.level.value, found.kabkota, found.wilayah_code) == (
        instansi,
        level,
        kabkota,
        code,
    )


@pytest.mark.parametrize(
    ("unit", "place", "code"),
    [
        ("KAPANEWON NGAGLIK", "KABUPATEN SLEMAN", "34.04.12"),
        ("KEMANTREN GONDOKUSUMAN", "KOTA YOGYAKARTA", "34.71.03"),
        ("DISTRIK ABEPURA", "KOTA JAYAPURA", "91.71.03"),
    ],
)
def test_what_a_kecamatan_is_called_elsewhere(identity, unit, place, code):
    found = identity(["LAPORAN KINERJA INSTANSI PEMERINTAH", unit, place, "TAHUN 2023"], ["Kata pengantar"])
    word, name = unit.title().split()
    assert (found.instansi, found.level.value, found.kecamatan) == (f"{word} {name}", "kecamatan", name)
    assert found.wilayah_code == code


@pytest.mark.parametrize(
    ("place", "level", "kabkota", "code"),
    [
        ("KABUPATEN MAGETAN", "kabkota", "Kabupaten Magetan", "35.20"),
        ("PROVINSI JAWA BARAT", "provinsi", "", "32"),
    ],
)
def test_report_of_a_whole_region(identity, place, level, kabkota, code):
    told = f"Pemerintah {place.title()} menyusun laporan ini."
    found = identity(
        ["LAPORAN KINERJA INSTANSI PEMERINTAH", f"PEMERINTAH {place}", "TAHUN 2023"],
        [told, told, told, "Dinas Kesehatan melaporkan capaiannya."],
    )
    assert (found.instansi, found.level.value, found.kabkota) == (
        f"Pemerintah {place.title()}",
        level,
        kabkota,
    )
    assert found.wilayah_code == code


def test_the_name_of_a_person_in_the_next_line_is_not_of_the_unit(identity):
    found = identity(
        ["LAPORAN KINERJA INSTANSI PEMERINTAH", "DINAS PERIKANAN", "KABUPATEN MAGETAN", "TAHUN 2023"],
        *[["KEPALA DINAS PERIKANAN", "SUTRISNO WIBOWO"]] * 5,
    )
    assert found.instansi == "Dinas Perikanan"


def test_agency_and_place_in_one_line(identity):
    found = identity(
        ["LAPORAN KINERJA INSTANSI PEMERINTAH", "KECAMATAN JATISRONO KABUPATEN WONOGIRI TAHUN 2019"]
    )
    assert (found.instansi, found.kecamatan, found.kabkota) == (
        "Kecamatan Jatisrono",
        "Jatisrono",
        "Kabupaten Wonogiri",
    )


def test_kelurahan(identity):
    found = identity(
        [
            "LAPORAN KINERJA",
            "KELURAHAN BALAI BALAI",
            "KECAMATAN PADANG PANJANG BARAT",
            "KOTA PADANG PANJANG",
            "TAHUN 2019",
        ]
    )
    assert (found.instansi, found.level.value) == ("Kelurahan Balai Balai", "kelurahan")
    assert (found.kecamatan, found.kabkota) == ("Padang Panjang Barat", "Kota Padang Panjang")


def test_agency_of_a_province(identity):
    found = identity(
        ["LAPORAN KINERJA INSTANSI PEMERINTAH", "DINAS PERHUBUNGAN", "PROVINSI JAWA BARAT", "TAHUN 2016"]
    )
    assert (found.instansi, found.level.value) == ("Dinas Perhubungan", "opd")
    assert (found.kabkota, found.provinsi) == ("", "Jawa Barat")


def test_a_place_that_the_gazetteer_does_not_know_has_no_code(identity):
    found = identity(
        ["LAPORAN KINERJA INSTANSI PEMERINTAH", "KECAMATAN CONTOH", "KABUPATEN MISALNYA", "TAHUN 2023"]
    )
    assert (found.kecamatan, found.wilayah_code, found.provinsi) == ("Contoh", "", "")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("LAPORAN KINERJA INSTANSI PEMERINTAH (LKjIP)", "LKjIP"),
        ("LKIP", "LKjIP"),
        ("LAPORAN AKUNTABILITAS KINERJA INSTANSI PEMERINTAH (LAKIP)", "LKjIP"),
        ("LAPORAN KINERJA TAHUNAN", "LKjIP"),
        ("PERJANJIAN KINERJA TAHUN 2020", "PK"),
        ("PERUBAHAN PERJANJIAN KINERJA", "PK"),
        ("PENETAPAN KINERJA", "PK"),
        ("INDIKATOR KINERJA UTAMA (IKU)", "IKU"),
        ("RENCANA STRATEGIS (RENSTRA)", "Renstra"),
        ("RENCANA AKSI PERJANJIAN KINERJA", "RencanaAksi"),
        ("RENCANA AKSI", "RencanaAksi"),
        ("PROFIL KECAMATAN", "other"),
    ],
)
def test_kinds_by_their_titles(identity, title, kind):
    assert identity([title, "KECAMATAN MAGETAN", "KABUPATEN MAGETAN", "TAHUN 2020"]).kind.value == kind


def test_an_agreement_in_the_appendix_does_not_make_a_report_an_agreement(identity):
    found = identity(
        ["LAPORAN KINERJA INSTANSI PEMERINTAH", "KECAMATAN MAGETAN", "TAHUN 2023"],
        ["BAB II PERENCANAAN DAN PERJANJIAN KINERJA"],
        ["PERJANJIAN KINERJA TAHUN 2023", "KECAMATAN MAGETAN"],
    )
    assert found.kind.value == "LKjIP"


def test_a_report_without_its_cover_is_known_by_its_chapter(identity):
    found = identity(
        ["Kecamatan Magetan"], ["BAB III AKUNTABILITAS KINERJA", "A. Capaian Kinerja Organisasi"]
    )
    assert found.kind.value == "LKjIP"


@pytest.mark.parametrize(
    ("file", "kind"),
    [
        ("lkjip-kecamatan-magetan-2023.pdf", "LKjIP"),
        ("pk-kecamatan-magetan.pdf", "PK"),
        ("scan0001.pdf", "other"),
    ],
)
def test_a_scan_is_known_by_its_file_name_at_most(identity, file, kind):
    found = identity([], [], file=file)
    assert found.kind.value == kind
    assert (found.instansi, found.kabkota, found.title) == ("", "", "")


@pytest.mark.parametrize(
    "line",
    [
        "TAHUN 2023",
        "TAHUN ANGGARAN 2023",
        "TAHUN ANGGARAN : 2023",
        "2023",
        "LKjIP TAHUN 2023",
        "LAPORAN KINERJATAHUN2023",
        "Tahun : 2023",
    ],
)
def test_the_year_in_a_title_line(identity, line):
    assert identity(["LAPORAN KINERJA INSTANSI PEMERINTAH", "KECAMATAN MAGETAN", line]).year == 2023


@pytest.mark.parametrize(
    "law",
    [
        "PERATURAN PRESIDEN NOMOR 29 TAHUN 2014",
        "PERATURAN MENTERI PANRB NO. 53 TAHUN 2014",
        "UNDANG-UNDANG NOMOR : 23 TAHUN 2014",
        "Peraturan Daerah Nomor 3 Tahun 2016 tentang Pembentukan Perangkat Daerah",
        "Peraturan Bupati Nomor 061/12/2016 Tahun 2016",
    ],
)
def test_the_year_of_a_law_is_not_taken(identity, law):
    found = identity(
        ["LAPORAN KINERJA INSTANSI PEMERINTAH", law, "KECAMATAN MAGETAN"],
        [law] * 5 + ["Capaian kinerja Tahun 2023 meningkat."],
    )
    assert found.year == 2023


def test_a_law_broken_over_two_lines_gives_no_year(identity):
    found = identity(
        ["LAPORAN KINERJA INSTANSI PEMERINTAH", "KECAMATAN MAGETAN"],
        [
            *["Berdasarkan Peraturan Menteri Nomor 53", "Tahun 2014 tentang Petunjuk Teknis"] * 4,
            "Capaian kinerja Tahun 2023",
        ],
    )
    assert found.year == 2023


@pytest.mark.parametrize("period", ["TAHUN 2018-2023", "RENSTRA TAHUN 2018 - 2023", "TAHUN 2018 s/d 2023"])
def test_the_period_of_a_plan_is_not_the_year(identity, period):
    found = identity(["LAPORAN KINERJA INSTANSI PEMERINTAH", "KECAMATAN MAGETAN", period, "TAHUN 2021"])
    assert found.year == 2021


def test_the_period_of_the_plan(identity):
    found = identity(
        ["LAPORAN KINERJA INSTANSI PEMERINTAH", "KECAMATAN MAGETAN", "TAHUN 2021"],
        [
            "Rencana Strategis (Renstra) Kecamatan Magetan Tahun 2018-2023",
            "sesuai RPJMD 2018 - 2023",
            "Perbandingan 2019-2021",
        ],
    )
    assert found.plan_period == "2018-2023"


def test_years_compared_before_the_word_renstra_are_not_its_period(identity):
    found = identity(
        ["LAPORAN KINERJA INSTANSI PEMERINTAH", "KECAMATAN MAGETAN", "TAHUN 2022"],
        [
            "pada Renstra Tahun 2018-2023 adalah sebagai berikut",
            *["Tabel 3.2 Perbandingan Kinerja Tahun 2019-2022 dan Target Akhir Renstra"] * 3,
        ],
    )
    assert found.plan_period == "2018-2023"


def test_the_period_of_the_plan_in_the_line_below_its_name(identity):
    found = identity(["Rencana Strategis KECAMATAN BATUWARNO", "2016-2020", "Visi"])
    assert found.plan_period == "2016-2020"


def test_years_compared_with_the_end_of_a_plan_behind_them_are_no_plan(identity):
    found = identity(
        ["LAPORAN KINERJA INSTANSI PEMERINTAH", "KECAMATAN BATUWARNO", "TAHUN 2019"],
        ["Perbandingan realisasi kinerja Tahun 2016 s/d 2019 dengan target akhir Renstra Tahun 2021"],
    )
    assert found.plan_period == ""


def test_a_plan_compared_beside_a_longer_one(identity):
    found = identity(
        ["LAPORAN KINERJA INSTANSI PEMERINTAH", "KECAMATAN BATUWARNO", "TAHUN 2023"],
        ["Perbandingan realisasi kinerja tahun 2023 dengan target Renstra 2019-2023 dan RPJPD 2005-2025"],
    )
    assert found.plan_period == "2019-2023"


def test_a_plan_named_more_often_before_its_word(identity):
    found = identity(
        ["LAPORAN KINERJA INSTANSI PEMERINTAH", "KECAMATAN MAGETAN", "TAHUN 2022"],
        ["RPJMD yang lama berlaku untuk 2016-2021", *["Tahun 2021-2026 (Renstra)"] * 4],
    )
    assert found.plan_period == "2021-2026"


def test_the_field_of_a_form_does_not_outdo_the_title(identity):
    assert identity(["Tahun : 2022", "LAPORAN KINERJA INSTANSI PEMERINTAH", "TAHUN 2023"]).year == 2023


def test_the_term_of_a_council_is_not_the_period_of_the_plan(identity):
    found = identity(
        ["LAPORAN KINERJA INSTANSI PEMERINTAH", "SEKRETARIAT DPRD", "TAHUN 2024"],
        [
            *["peralihan keanggotaan DPRD periode 2019-2024"] * 2,
            "Renstra Sekretariat DPRD Tahun 2021-2026 memuat",
        ],
    )
    assert found.plan_period == "2021-2026"


def test_without_a_title_line_the_year_named_most_is_taken(identity):
    found = identity(
        ["LAPORAN KINERJA INSTANSI PEMERINTAH", "KECAMATAN MAGETAN"],
        [
            "Pada tahun 2023 tercapai 90.02, dibanding tahun 2022.",
            "Target tahun 2023 adalah 85.",
            "Magetan, Januari 2024",
        ],
    )
    assert found.year == 2023


def test_nothing_printed_nothing_claimed(identity):
    found = identity(["Halaman ini sengaja dikosongkan."])
    assert (found.kind.value, found.year, found.instansi, found.kabkota) == ("other", 0, "", "")
    assert (found.wilayah_code, found.plan_period, found.evidence) == ("", "", ())
    assert found.level.value == "unknown"


def test_evidence_names_the_page(identity):
    found = identity(
        ["KATA PENGANTAR"], ["LAPORAN KINERJA INSTANSI PEMERINTAH", "KECAMATAN MAGETAN", "TAHUN 2023"]
    )
    assert {(what, page) for what, page, _ in found.evidence} == {
        ("kind", 2),
        ("year", 2),
        ("instansi", 2),
        ("kabkota", 2),  # only one regency has a kecamatan of this name
    }


def test_a_kecamatan_whose_name_only_one_regency_has(identity):
    found = identity(["PERJANJIAN KINERJA", "KECAMATAN JATISRONO", "TAHUN 2019"])
    assert (found.kabkota, found.provinsi, found.wilayah_code) == (
        "Kabupaten Wonogiri",
        "Jawa Tengah",
        "33.12.20",
    )
    assert ("kabkota", 1, "Kecamatan Jatisrono") in found.evidence


def test_a_kecamatan_whose_name_several_regencies_have(identity):
    found = identity(["PERJANJIAN KINERJA", "KECAMATAN SUKAJADI", "TAHUN 2019"])
    assert (found.kecamatan, found.kabkota) == ("Sukajadi", "")


def test_a_long_term_plan_is_not_the_period_of_the_renstra(identity):
    found = identity(
        ["LAPORAN KINERJA", "KECAMATAN MAGETAN", "TAHUN 2023"],
        ["Visi RPJPD periode 2005-2025", "sesuai visi RPJPD 2005-2025", "Renstra 2018-2023"],
    )
    assert found.plan_period == "2018-2023"


@pytest.mark.parametrize(
    ("title", "year"), [("PERJANJIAN KINERJA ESELON 4", 2018), ("LAPORAN KINERJA INSTANSI PEMERINTAH", 0)]
)
def test_an_agreement_is_of_the_year_of_its_date_but_a_report_is_signed_in_the_next(identity, title, year):
    found = identity([title, "KECAMATAN MAGETAN"], ["Magetan, 2 Januari 2018"])
    assert found.year == year


def test_a_place_that_is_shortened_is_not_part_of_the_name(identity):
    foot = "LKIP Dinas Perikanan Kab. Bone 2019"
    found = identity(
        ["LAPORAN KINERJA", "TAHUN 2019", "DINAS PERIKANAN", "KABUPATEN BONE", foot], *[[foot]] * 20
    )
    assert (found.instansi, found.kabkota) == ("Dinas Perikanan", "Kabupaten Bone")


def test_a_whole_region_whose_report_names_no_unit(identity):
    told = "Pemerintah Kabupaten Pacitan menyusun laporan ini."
    found = identity(["PEMERINTAH KABUPATEN PACITAN", "LAPORAN KINERJA", "TAHUN 2021"], [told], [told, told])
    assert (found.instansi, found.level.value) == ("Pemerintah Kabupaten Pacitan", "kabkota")


@pytest.mark.parametrize(
    ("titles", "kind"),
    [
        (("PENGUKURAN KINERJA TAHUN 2022", "LAPORAN REALISASI ANGGARAN PER PROGRAM"), "LKjIP"),
        (("PENGUKURAN KINERJA TAHUN 2022", "RENCANA AKSI TAHUN 2022"), "PK"),
    ],
)
def test_an_agreement_bound_with_what_was_reached_and_spent_is_a_report(identity, titles, kind):
    found = identity(["PERJANJIAN KINERJA TAHUN 2022", "DINAS PERPUSTAKAAN"], *[[title] for title in titles])
    assert found.kind.value == kind


@pytest.mark.parametrize(
    ("first", "titles"),
    [
        ("RENCANA AKSI TAHUN 2022", ("CAPAIAN KINERJA TAHUN 2022", "REALISASI ANGGARAN TAHUN 2022")),
        (
            "PERJANJIAN KINERJA TAHUN 2022",
            ("RENCANA AKSI PENCAPAIAN KINERJA", "TARGET DAN REALISASI ANGGARAN"),
        ),
        ("PERJANJIAN KINERJA TAHUN 2022", ("FORMULIR PENGUKURAN KINERJA", "FORMAT REALISASI ANGGARAN")),
        ("PERJANJIAN KINERJA TAHUN 2022", ("CAPAIAN KINERJA TAHUN 2021", "REALISASI ANGGARAN TAHUN 2021")),
    ],
)
def test_plans_with_forms_or_figures_of_another_year_are_no_reports(identity, first, titles):
    found = identity([first, "DINAS PERPUSTAKAAN"], *[[title] for title in titles])
    assert found.kind.value in ("PK", "RencanaAksi")


def test_health_centres_of_a_department_are_not_the_unit(identity):
    own = "UPTD Puskesmas Watampone Kabupaten Bone"
    found = identity(["LAPORAN KINERJA", "DINAS KESEHATAN KABUPATEN BONE", "TAHUN 2022"], *[[own]] * 20)
    assert found.instansi == "Dinas Kesehatan"


@pytest.mark.parametrize(
    ("place", "code"),
    [("BATANG HARI", "15.04"), ("BATANGHARI", "15.04"), ("BATANG", "33.25"), ("TOLITOLI", "72.04")],
)
def test_a_regency_is_known_however_its_name_is_spaced(identity, place, code):
    found = identity(["LAPORAN KINERJA", "DINAS PERHUBUNGAN", f"KABUPATEN {place}", "TAHUN 2023"])
    assert found.kabkota == f"Kabupaten {place.title()}"
    assert found.wilayah_code == code


@pytest.mark.parametrize(
    ("foot", "kind"),
    [("RenjaDukcapil Tahun 2019", "other"), ("LKjIP Dukcapil Tahun 2018", "LKjIP"), ("", "LKjIP")],
)
def test_a_work_plan_bound_behind_the_cover_of_a_report(document_of, foot, kind):
    cover = [
        "LAPORAN KINERJA INSTANSI PEMERINTAH",
        "(LKjIP)",
        "DINAS KEPENDUDUKAN",
        "KOTA PADANG PANJANG",
        "TAHUN 2018",
    ]
    document = document_of([cover, *([*BODY, foot] if foot else BODY for _ in range(7))])
    pages = [
        p._replace(lines=tuple(x._replace(running=bool(foot) and x.text == foot) for x in p.lines))
        for p in document.pages
    ]
    assert identify(document._replace(pages=tuple(pages))).kind.value == kind
