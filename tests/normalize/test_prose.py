"""Headings, table of contents, figures in sentences, laws and signatures outside tables."""

from collections.abc import Sequence

import pytest

from lkjip_normalize.prose import read_prose
from lkjip_schemas.document import Document, PageReading, TextLine, TextWord
from lkjip_schemas.place import Box, Place
from lkjip_schemas.prose import Prose
from lkjip_schemas.vocabulary import PageKind

PITCH = 14.0
LETTER = 5.0


def line(page: int, row: float, text: str, x0: float = 70.0) -> TextLine:
    """A line of text; three blanks part the columns of a block of signatures."""
    top = 60.0 + PITCH * row
    words, x = [], x0
    for column in text.split("   "):
        for word in column.split():
            words.append(TextWord(word, x, top, x + LETTER * len(word), top + 10))
            x += LETTER * (len(word) + 1)
        x = 330.0
    box = Box(x0, top, words[-1].x1, top + 10)
    return TextLine(" ".join(text.split()), Place(page, box), words=tuple(words))


def read(*pages: Sequence[str], year: int = 2023) -> Prose:
    """Pages of lines; an empty text leaves a blank line."""
    readings = tuple(
        PageReading(
            n,
            PageKind.TEXT,
            595.0,
            842.0,
            0,
            "hand",
            lines=tuple(line(n, i, t) for i, t in enumerate(p) if t),
        )
        for n, p in enumerate(pages, 1)
    )
    return read_prose(Document("0" * 64, "x.pdf", readings, ()), year)


LONG = "Uraian ini ditulis sepanjang satu baris penuh sampai ke tepi kanan halaman laporan ini,"


def told(*lines: str) -> list[tuple[str, str, str, str]]:
    """(raw, measure, subject, period) of every figure in a paragraph."""
    return [(s.raw, s.measure, s.subject, s.period) for s in read(lines).statements]


def test_headings_with_their_levels():
    found = read(
        [
            "BAB III",
            "AKUNTABILITAS KINERJA",
            "A. Capaian Kinerja Organisasi",
            LONG,
            "3.1.2 Perbandingan Target dan Realisasi",
            LONG,
            "1. Sasaran Pertama",
            LONG,
            "KATA PENGANTAR",
        ]
    ).headings
    assert [(h.level, h.number, h.title) for h in found] == [
        (1, "BAB III", "AKUNTABILITAS KINERJA"),
        (2, "A.", "Capaian Kinerja Organisasi"),
        (3, "3.1.2", "Perbandingan Target dan Realisasi"),
        (4, "1.", "Sasaran Pertama"),
        (1, "", "KATA PENGANTAR"),
    ]


def test_levels_follow_the_order_in_which_marks_come_in():
    lines = ["BAB I", "PENDAHULUAN", "A. Tugas Pokok", LONG, "I. Kepala Dinas", LONG, "II. Sekretariat", LONG,
             "B. Aspek Strategis", LONG, "BAB II", "PENUTUP", "1. Kesimpulan", LONG]  # fmt: skip
    assert [(h.level, h.number) for h in read(lines).headings] == [
        (1, "BAB I"), (2, "A."), (3, "I."), (3, "II."), (2, "B."), (1, "BAB II"), (2, "1."),
    ]  # fmt: skip


def test_chapters_at_the_head_of_their_pages_are_no_running_head():
    pages = []
    for n, roman, title in ((1, "I", "PENDAHULUAN"), (2, "II", "PERENCANAAN KINERJA"), (3, "II", "LANJUTAN")):
        lines = (line(n, 0, f"BAB {roman}")._replace(running=True), line(n, 1, title))
        pages.append(PageReading(n, PageKind.TEXT, 595.0, 842.0, 0, "hand", lines=lines))
    found = read_prose(Document("0" * 64, "x.pdf", tuple(pages), ()), 2023).headings
    assert [(h.number, h.title) for h in found] == [
        ("BAB I", "PENDAHULUAN"),
        ("BAB II", "PERENCANAAN KINERJA"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["1. Kegiatan Peningkatan Produksi", "2. Kegiatan Bina Mutu", "3. Kegiatan Promosi"],
        ["A. menyusun rencana kerja tahunan dinas", LONG],
        ["a. Pelaksanaan Program;", LONG],
        ["Sebagaimana BAB III, laporan ini disusun", LONG],
        ["BAB III, sebagaimana diuraikan di atas", LONG],
    ],
)
def test_lists_and_sentences_are_no_headings(lines):
    assert read([LONG, *lines]).headings == ()


def test_the_roman_number_of_a_chapter_may_be_letter_spaced():
    assert [h.number for h in read(["BAB I V", "PENUTUP"]).headings] == ["BAB IV"]


def test_the_page_behind_a_table_of_contents_begins_the_text():
    prose = read(
        [
            "DAFTAR ISI",
            "BAB I PENDAHULUAN ...... 3",
            "A. Latar Belakang ...... 3",
            "BAB II PERENCANAAN ...... 4",
        ],
        [
            "BAB I",
            "PENDAHULUAN",
            "A. Latar Belakang",
            LONG,
            "Wilayah kerja meliputi 8",
            "kecamatan dengan 81 desa.",
            LONG,
        ],
    )
    assert [(c.number, c.title, c.printed_page) for c in prose.contents] == [
        ("BAB I", "PENDAHULUAN", "3"),
        ("A.", "Latar Belakang", "3"),
        ("BAB II", "PERENCANAAN", "4"),
    ]
    assert [(h.number, h.title) for h in prose.headings][-2:] == [
        ("BAB I", "PENDAHULUAN"),
        ("A.", "Latar Belakang"),
    ]


def test_lists_of_tables_with_the_page_on_the_first_line_of_a_title():
    prose = read(
        [
            "DAFTAR TABEL",
            "Tabel 3.4 Capaian Indikator APK ............ 14",
            "Tabel 3.5 Capaian Indikator APM SD ......... 14",
            "Tahun 2022",
            "Tabel 3.6 Capaian Indikator APM SMP ........ 15",
            "Tahun 2022",
            "Tabel 3.7 Capaian Indikator APS ............ 15",
        ]
    )
    assert [(c.title, c.printed_page) for c in prose.contents] == [
        ("Tabel 3.4 Capaian Indikator APK", "14"),
        ("Tabel 3.5 Capaian Indikator APM SD Tahun 2022", "14"),
        ("Tabel 3.6 Capaian Indikator APM SMP Tahun 2022", "15"),
        ("Tabel 3.7 Capaian Indikator APS", "15"),
    ]


def test_table_of_contents_over_two_pages():
    prose = read(
        [
            "KATA PENGANTAR",
            LONG,
            "DAFTAR ISI",
            "Kata Pengantar ............ ii",
            "BAB I PENDAHULUAN",
            "1.1 Latar Belakang ........ 1",
            "1.2 Tugas, Fungsi dan Struktur Organisasi",
            "Kecamatan Contoh .......... 9",
        ],
        ["BAB II PERENCANAAN KINERJA .... 12", "BAB I", "PENDAHULUAN", LONG, LONG, LONG],
    )
    assert [(c.number, c.title, c.printed_page) for c in prose.contents] == [
        ("", "Kata Pengantar", "ii"),
        ("BAB I", "PENDAHULUAN", ""),
        ("1.1", "Latar Belakang", "1"),
        ("1.2", "Tugas, Fungsi dan Struktur Organisasi Kecamatan Contoh", "9"),
        ("BAB II", "PERENCANAAN KINERJA", "12"),
    ]
    assert [h.title for h in prose.headings] == ["KATA PENGANTAR", "DAFTAR ISI", "PENDAHULUAN"]


def test_budget_spending_and_absorption_in_one_sentence():
    assert told(
        "Program Pelayanan Publik dengan anggaran sebesar Rp. 500.000.000,- dan realisasi",
        "anggaran sebesar Rp. 412.000.000,- atau 82,40% serta realisasi fisik 100%.",
    ) == [
        ("Rp. 500.000.000,-", "pagu_rp", "Program Pelayanan Publik", "2023"),
        ("Rp. 412.000.000,-", "realisasi_rp", "Program Pelayanan Publik", "2023"),
        ("82,40%", "serapan_pct", "Program Pelayanan Publik", "2023"),
        ("100%", "other:fisik", "Program Pelayanan Publik", "2023"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Pagu Tahun 2022 sebesar Rp323,6 juta.", [("Rp323,6 juta", "pagu_rp", "", "2022")]),
        ("Realisasinya 20,03 % dari target yang ditetapkan 21,00 %.",
         [("20,03 %", "capaian_pct", "", "2023"), ("21,00 %", "target", "", "2023")]),
        ("Capaian kinerja indikator ini 95,38%.", [("95,38%", "capaian_pct", "", "2023")]),
        ("Kinerja mencapai target sebesar 100,61%.", [("100,61%", "capaian_pct", "", "2023")]),
        ("Penyerapan anggaran sebesar 69.23%.", [("69.23%", "serapan_pct", "", "2023")]),
        ("Sisa anggaran sebesar Rp. 3.849.411.335.", [("Rp. 3.849.411.335", "other:sisa", "", "2023")]),
        ("PAD yang masuk ke kas adalah Rp. 77.278.779.383,89.", [("Rp. 77.278.779.383,89", "", "", "2023")]),
        ("Capaian naik sebesar 12%.", [("12%", "", "", "2023")]),
        ("Capaian kinerja kurang dari 80%.", [("80%", "", "", "2023")]),
        ("Capaian 80 % sampai dengan 119 %.", [("80 %", "", "", "2023"), ("119 %", "", "", "2023")]),
        ("Realisasinya 12 desa atau 100% melalui kegiatan.", [("100%", "capaian_pct", "", "2023")]),
        ("Perbandingan realisasi dengan tahun 2022 sebesar 102,35%.", [("102,35%", "", "", "2022")]),
        ("Anggaran Rp. 10.000.000 yang terealisasi sebesar Rp. 9.000.000 atau sebesar 90%.",
         [("Rp. 10.000.000", "pagu_rp", "", "2023"), ("Rp. 9.000.000", "realisasi_rp", "", "2023"),
          ("90%", "serapan_pct", "", "2023")]),
        ("Capaian = realisasi dibagi target x 100%.", []),
        ("a). Seleksi Guru dengan dana sebesar Rp. 225.000.000.",
         [("Rp. 225.000.000", "pagu_rp", "Seleksi Guru", "2023")]),
    ],
)  # fmt: skip
def test_what_a_figure_is_by_the_words_before_it(sentence, expected):
    assert told(sentence) == expected


def test_a_sentence_knows_the_page_and_line_of_its_figure():
    (statement,) = read(
        [LONG, "", "Anggaran kecamatan pada tahun ini seluruhnya"], ["berjumlah Rp. 1.000.000,-.", LONG]
    ).statements
    assert statement.sentence == "Anggaran kecamatan pada tahun ini seluruhnya berjumlah Rp. 1.000.000,-."
    assert (statement.place.page, statement.place.box.top) == (2, 60.0)


def test_rupiah_that_lost_a_digit_have_no_value():
    (found,) = read(["Realisasi anggaran sebesar Rp.2.308.610.46,- dalam tahun ini."]).statements
    assert (found.value, found.text) == (None, "Rp.2.308.610.46,-")


def test_a_title_in_small_letters_is_a_heading_where_the_contents_list_it():
    listed = ["DAFTAR ISI", "1.3 Aspek Strategis ........ 2", "1.4 Permasalahan Utama (Isu Strategis) organisasi .... 3",
              "1.5 Struktur Organisasi ... 4"]  # fmt: skip
    title = "1.4 Permasalahan utama (isu strategis) yang dihadapi organisasi"
    assert ("1.4", title[4:]) in [(h.number, h.title) for h in read(listed, [title, LONG, LONG]).headings]
    assert read([title, LONG, LONG]).headings == ()


def test_a_figure_stands_under_its_heading():
    (statement,) = read(["A. Realisasi Anggaran", "Pagu sebesar Rp. 5.000.000.", LONG]).statements
    assert statement.heading == "Realisasi Anggaran"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja;",
         ("Perpres", "29", 2014, "", "Sistem Akuntabilitas Kinerja")),
        ("Pasal 3 Undang-Undang No. 28 Tahun 1999 tentang Penyelenggaraan Negara.",
         ("UU", "28", 1999, "Pasal 3", "Penyelenggaraan Negara")),
        ("Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014",
         ("PermenPANRB", "53", 2014, "", "")),
        ("Peraturan Daerah Kota Padang Panjang Nomor : 15 Tahun 2010 tentang Organisasi (Lembaran Daerah 1)",
         ("Perda", "15", 2010, "", "Organisasi")),
        ("Keputusan Kepala Lembaga Administrasi Negara No. : 239/IX/6/8/2003 tentang Pedoman",
         ("Kepka", "239/IX/6/8", 2003, "", "Pedoman")),
    ],
)  # fmt: skip
def test_laws(text, expected):
    (ref,) = read([text]).legal_refs
    assert (ref.kind, ref.number, ref.year, ref.article, ref.title) == expected


DATE = "Contoh, Januari 2023"


def test_two_signatures_side_by_side():
    found = read(
        [
            LONG,
            "   Contoh, Januari 2023",
            "Pihak Kedua,   Pihak Pertama,",
            "CAMAT CONTOH   SEKRETARIS CAMAT",
            "",
            "",
            "BUDI SANTOSO, S.Sos   ANI LESTARI, SE",
            "Pangkat : Pembina Tk. I   Penata",
            "NIP. 19700101 199003 1 001   NIP. 198002022005012002",
        ]
    ).officials
    assert [(o.role, o.name, o.rank, o.nip, o.signed) for o in found] == [
        ("Pihak Kedua CAMAT CONTOH", "BUDI SANTOSO, S.Sos", "Pembina Tk. I", "197001011990031001", DATE),
        (
            "Pihak Pertama SEKRETARIS CAMAT",
            "ANI LESTARI, SE",
            "Penata",
            "198002022005012002",
            DATE,
        ),
    ]


@pytest.mark.parametrize(
    ("bottom", "name", "page"),
    [
        (("Contoh, Januari 2024", "BUDI SANTOSO, S.Sos", "2"), "BUDI SANTOSO, S.Sos", 1),
        (("Contoh, Januari 2024", "2"), "", 2),  # the date alone: no name, and none is made up
        ((LONG, "2"), "", 2),
        (("Contoh, Januari 2024", "3"), "", 2),
    ],
)
def test_a_signature_cut_by_the_end_of_the_page(bottom, name, page):
    (found,) = read([LONG, *bottom], ["Pembina Tk. I", "NIP. 19700101 199003 1 001", LONG]).officials
    assert (found.name, found.place.page, found.nip) == (name, page, "197001011990031001")


def test_a_name_whose_degrees_stand_on_a_line_of_their_own():
    block = [LONG, "Contoh, 24 Februari 2025", "Kepala Dinas Pariwisata", "", "I Wayan Budi Santosa, S.Par.,"]
    (found,) = read(
        [*block, "M.Par., S.H.", "Pembina Utama Muda", "NIP. 19700101 199003 1 001", LONG]
    ).officials
    assert (found.name, found.role) == (
        "I Wayan Budi Santosa, S.Par., M.Par., S.H.",
        "Kepala Dinas Pariwisata",
    )


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["Nama : Drs. BUDI SANTOSO, M.Si"], "Drs. BUDI SANTOSO, M.Si"),
        (["Penanggung jawab : BUDI SANTOSO, M.Si"], "BUDI SANTOSO, M.Si"),
        (["BUDI SANTOSO", "S.IP., M.Si"], "BUDI SANTOSO S.IP., M.Si"),
        (["BUDI SANTOSO, M.Si", "Pembina Tingkat I \u2013 IV/b"], "BUDI SANTOSO, M.Si"),
    ],
)
def test_a_name_and_what_stands_around_it(lines, name):
    block = [LONG, "Contoh, 24 Februari 2025", "CAMAT CONTOH", "", *lines, "NIP. 19700101 199003 1 001", LONG]
    (found,) = read(block).officials
    assert (found.name, found.role) == (name, "CAMAT CONTOH")


def test_the_number_of_a_line_before_a_nip_is_no_name():
    block = [
        LONG,
        "Contoh, 24 Februari 2025",
        "CAMAT CONTOH",
        "1. Nama : BUDI SANTOSO",
        "2. NIP : 197001011990031001",
    ]
    (found,) = read([*block, LONG]).officials
    assert found.name == "BUDI SANTOSO"


def test_a_name_without_what_a_form_prints_beside_it():
    line = "Pihak Pertama: BUDI SANTOSO, S.Sos (Kepala Badan, NIP 19700101 199003 1 001)"
    (found,) = read([LONG, line, LONG]).officials
    assert found.name == "BUDI SANTOSO, S.Sos"


@pytest.mark.parametrize(
    ("line", "topic"),
    [
        ("Target tidak tercapai disebabkan terbatasnya anggaran.", "penyebab"),
        ("Penurunan kemiskinan dipengaruhi bantuan sosial.", "penyebab"),
        ("Produksi jagung meningkat karena perluasan areal tanam di kecamatan itu.", "penyebab"),
        ("Kenaikan nilai IKM didorong oleh penerapan pelayanan terpadu.", "penyebab"),
        ("Capaian ini didukung Program Pelayanan Publik.", "program_penunjang"),
    ],
)
def test_causes_and_programs_told_in_a_sentence(line, topic):
    assert topic in {t.name for t in read([line]).topics}


def test_thanks_tell_no_cause():
    assert not read(["Puji syukur karena laporan ini dapat disusun."]).topics


def test_captions_of_figures():
    lines = [
        "Gambar 1.1. Struktur Organisasi Kecamatan",
        "Gambar 2 Peta Wilayah ........ 7",
        "sebagaimana gambar berikut",
    ]
    found = read([LONG, *lines, "Gambar 2. Peta Wilayah"]).captions
    assert [(c.number, c.title) for c in found] == [
        ("1.1", "Struktur Organisasi Kecamatan"),
        ("2", "Peta Wilayah"),
    ]


def test_text_without_any_of_this():
    assert read() == Prose()
    told = read([LONG])
    assert told.model_copy(update={"sentences": ()}) == Prose()
    assert [s.text for s in told.sentences] == [LONG]


@pytest.mark.parametrize(
    ("lines", "topics"),
    [
        (["4. Membandingkan realisasi kinerja tahun ini dengan standar nasional (jika ada)"], set()),
        (["Capaian ini di atas rata-rata nasional."], {"nasional"}),
        (["peringatan hari-hari besar nasional dan agama"], set()),
        (["6. Analisis atas efisiensi penggunaan sumber daya;"], set()),
        (["6. Analisis atas efisiensi penggunaan sumber daya;", "6. Analisis atas efisiensi penggunaan sumber daya"], {"efisiensi"}),
        (["kami melakukan efisiensi penggunaan dana sebesar Rp. 323.610.363,-"], set()),
        (["Tingkat efisiensi adalah 8,21 %."], {"efisiensi"}),
        (["angka kematian di bawah standar ideal yang ditetapkan Depkes"], {"nasional"}),
        (["Adapun beberapa isu yang terkait dengan peternakan yaitu:"], {"isu_strategis"}),
        (["Bab ini menguraikan gambaran umum dan isu", "strategis yang dihadapi kecamatan."], {"isu_strategis"}),
        (["Bab ini menguraikan gambaran umum dan isu", "yang dihadapi kecamatan."], set()),
    ],
)  # fmt: skip
def test_topics_that_a_report_speaks_of_itself(lines, topics):
    """The outline, which repeats the words of PermenPANRB 53/2014 once, speaks of nothing."""
    assert {t.name for t in read(lines).topics} & {"nasional", "efisiensi", "isu_strategis"} == topics


def test_laws_with_the_article_between_number_and_year():
    found = read(
        ["berdasarkan Peraturan Presiden nomor 17 Pasal 33 Tahun 2018 tentang Kecamatan."]
    ).legal_refs
    assert [(r.kind, r.number, r.year, r.article, r.title) for r in found] == [
        ("Perpres", "17", 2018, "Pasal 33", "Kecamatan")
    ]


def test_years_that_sentences_give_to_the_report():
    found = read(
        ["LKjIP Tahun 2022 sebagai sarana pertanggungjawaban.", "Renstra 2018-2023 memuat LKjIP."]
    ).report_years
    assert [(y.year, y.text) for y in found] == [(2022, "LKjIP Tahun 2022")]


def test_misspelt_words_are_counted():
    found = read(["Prosentase desa dan prosentase kelurahan ysng tertib."]).misspellings
    assert [(m.word, m.right, m.mentions) for m in found] == [
        ("prosentase", "persentase", 2),
        ("ysng", "yang", 1),
    ]


CAUSE = "Tidak tercapainya target indikator ini disebabkan oleh kurangnya pemahaman petugas akan dokumen yang dibutuhkan untuk penilaian kinerja tersebut setiap tahun."


def test_long_sentences_printed_twice():
    (found,) = read([CAUSE], [CAUSE]).repeats
    assert [p.page for p in found.places] == [1, 2]


def test_institutions_of_regencies_are_found():
    told = "Agar seluruh unit kerja pada Dinas Pendidikan Kabupaten Supiori memahami tujuan Kabupaten Biak."
    found = read([told]).named_regions
    assert [(n.name, n.text) for n in found] == [("Kabupaten Supiori", "Dinas Pendidikan Kabupaten Supiori")]


def test_the_kecamatan_that_a_sentence_takes_the_report_to_be_of():
    found = read(["Demikian LKIP Kecamatan Astanaanyar ini disusun."]).named_units
    assert [u.name for u in found] == ["Astanaanyar"]


def test_sentences_that_differ_in_a_figure_are_no_repeats(document_of):
    words = "Sasaran ini didukung oleh lima program dan tiga belas kegiatan pada dinas dengan jumlah anggaran seluruhnya sebesar Rp"
    first, second = f"{words} 1.446.552.000 rupiah.", f"{words} 4.287.924.500 rupiah."
    assert not read_prose(document_of([[first], [second]]), 2023).repeats
    assert len(read_prose(document_of([[first], [first]]), 2023).repeats) == 1


def test_contents_with_page_numbers_of_chapters(document_of):
    lines = [
        "DAFTAR ISI",
        "KATA PENGANTAR ........ i",
        "BAB III AKUNTABILITAS KINERJA ........ III-1",
        "BAB IV PENUTUP IV-1",
    ]
    entries = read_prose(document_of([lines]), 2023).contents
    assert [(e.title, e.printed_page) for e in entries] == [
        ("KATA PENGANTAR", "i"), ("AKUNTABILITAS KINERJA", "III-1"), ("PENUTUP", "IV-1"),
    ]  # fmt: skip


def test_a_rank_over_a_nip_is_no_name():
    """The name stands in the other column of the page."""
    found = read(
        [LONG, "Contoh, 20 Februari 2018", "Pembina Utama Muda, IV/c NIP. 196304181989031009"]
    ).officials
    assert [(o.name, o.rank) for o in found] == [("", "Pembina Utama Muda, IV/c")]


@pytest.mark.parametrize(
    ("lines", "titles"),
    [
        (["2) Persentase desa yang tertib administrasi", LONG], ["Persentase desa yang tertib administrasi"]),
        (["2) Persentase desa yang tertib;", LONG], []),
        (["1) Persentase desa tertib", "2) Persentase desa yang maju", "3) Nilai akuntabilitas dinas"], []),
        (["2) Nilai ini dihitung dari seluruh unsur", LONG], []),
        (["2) pembinaan desa yang tertib administrasi", LONG], []),
    ],
)
def test_a_numbered_line_that_names_an_indicator_is_a_heading(lines, titles):
    assert [h.title for h in read([LONG, *lines, LONG]).headings] == titles


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Laporan kinerja ini menggambarkan pelaksanaan tugas dinas pada Tahun Anggaran 2022.", 2022),
        ("Laporan kinerja ini menyajikan capaian selama tahun 2022.", 2022),
        ("Laporan kinerja ini memuat hasil evaluasi pada tahun 2022.", None),
        ("Laporan kinerja ini menggambarkan tujuan Renstra pada tahun 2022.", None),
    ],
)
def test_the_year_that_the_report_says_it_tells_of(text, year):
    assert [y.year for y in read([text, LONG]).report_years] == ([year] if year else [])


def test_the_rest_of_a_sentence_from_the_page_before_is_no_repeat_and_bullets_are_not_quoted():
    rest = f"74,71%, {CAUSE[0].lower()}{CAUSE[1:]}"
    assert not read([rest], [rest]).repeats
    (found,) = read([f"\uf0d8 {CAUSE}"], [f"\uf0d8 {CAUSE}"]).repeats
    assert found.text == CAUSE


def test_sentences_that_begin_with_a_figure_or_in_a_list_keep_their_beginning():
    for begin in ("3 (tiga) desa", "45,50 persen desa", "- Desa"):
        text = f"{begin} {CAUSE[0].lower()}{CAUSE[1:]}"
        (found,) = read([text], [text]).repeats
        assert found.text == text


def test_labels_and_figures_of_cards_side_by_side_are_no_sentence():
    cards = "TARGET REALISASI CAPAIAN TARGET REALISASI CAPAIAN 95% 97,35% 102,47% 72,50 73,15 100,90%"
    told = read([cards], ["Target, realisasi dan capaian kinerja tahun 2023 sebesar 95,00 persen."]).sentences
    assert [s.text[:7] for s in told] == ["Target,"]


def test_a_list_with_figures_behind_contents_with_leaders_is_none():
    contents = [
        "Daftar Isi",
        "BAB I PENDAHULUAN ........................ 2",
        "BAB II PERENCANAAN KINERJA ............... 4",
        "BAB III AKUNTABILITAS KINERJA ............ 9",
        "BAB IV PENUTUP ........................... 14",
    ]
    staff = [
        "BAB I",
        "PENDAHULUAN",
        "Tabel 1.2 Pegawai menurut Golongan",
        "Gol. II 1 11 14",
        "Gol. III 6 3 22",
        "Gol. IV 2 1 3",
        "Jumlah 17 5 39",
    ]
    assert len(read(contents, staff).contents) == 4


def test_a_second_list_of_chapters_without_leaders_goes_on_over_the_page():
    first = [
        "DAFTAR ISI",
        "BAB I PENDAHULUAN ........ 2",
        "BAB II PERENCANAAN KINERJA ........ 4",
        "BAB III PENUTUP ........ 9",
    ]
    second = ["DAFTAR ISI", "BAB I PENDAHULUAN", "1.1 Latar Belakang", "1.2 Gambaran Umum 3"]
    third = ["BAB II PERENCANAAN KINERJA", "2.1 Misi 5", "2.2 Tujuan 6", "2.3 Sasaran 7", "BAB III PENUTUP 9"]
    assert {c.printed_page for c in read(first, second, third).contents} >= {"5", "6", "7"}
