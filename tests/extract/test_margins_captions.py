"""Running heads, feet, page numbers, watermarks; captions and headings of tables."""

import pytest

XS = [50, 80, 300, 400]
ROWS = [["No", "Indikator", "Target"], ["1", "Indeks kepuasan", "80,50"]]


def page_texts(page, running):
    return [line.text for line in page.lines if line.running is running]


def test_running_heads_feet_and_page_numbers_are_marked(paper, read):
    bodies = [
        "Pelayanan administrasi terpadu.",
        "Ketertiban umum dan ketenteraman.",
        "Pembinaan desa di wilayah.",
    ]
    for number, body in enumerate(bodies, 4):
        paper.page().text(50, 40, "LKjIP Kecamatan Contoh Tahun 2023", 8)
        paper.text(50, 300, body)
        paper.text(50, 800, "Pemerintah Kabupaten Contoh", 8)
        paper.text(297, 820, str(number), 9, "middle")
    document = read(paper)
    for number, (body, page) in enumerate(zip(bodies, document.pages, strict=True), 4):
        assert page_texts(page, False) == [body]
        assert page_texts(page, True) == [
            "LKjIP Kecamatan Contoh Tahun 2023",
            "Pemerintah Kabupaten Contoh",
            str(number),
        ]


def test_running_foot_with_the_page_number_in_it(paper, read):
    for number in range(1, 5):
        paper.page().text(50, 300, "Uraian " + "abcd"[number - 1])
        paper.text(50, 815, f"Laporan Kinerja | Halaman {number} dari 4", 8)
    document = read(paper)
    assert [page_texts(p, True) for p in document.pages] == [
        [f"Laporan Kinerja | Halaman {n} dari 4"] for n in range(1, 5)
    ]


def test_the_number_of_an_appendix_is_a_heading_and_the_number_of_its_page_is_not(paper, read):
    paper.page().text(50, 40, "LAMPIRAN I")
    paper.text(50, 300, "Perjanjian kinerja")
    paper.text(500, 825, "Lampiran - 12", 9)
    (page,) = read(paper).pages
    assert page_texts(page, False) == ["LAMPIRAN I", "Perjanjian kinerja"]
    assert page_texts(page, True) == ["Lampiran - 12"]


def test_line_repeated_in_the_middle_of_pages_is_not_a_running_one(paper, read):
    for _ in range(4):
        paper.page().text(50, 400, "Sumber: data olahan kecamatan")
    assert [page_texts(p, True) for p in read(paper).pages] == [[]] * 4


def test_running_head_is_not_the_caption_of_the_table_below_it(paper, read):
    for part in "ABC":
        paper.page().text(50, 40, "Laporan Kinerja Kecamatan Contoh", 8)
        paper.text(50, 150, f"Bagian {part} dari uraian kinerja ini.")
        paper.text(50, 180, f"Tabel 3.{'ABC'.index(part) + 1} Capaian bagian {part}")
        paper.table(XS, [190, 210, 230], ROWS)
        paper.text(50, 300, "Penjelasan tabel tersebut di atas ini.")
    assert [t.caption for t in read(paper).tables] == [
        "Tabel 3.1 Capaian bagian A",
        "Tabel 3.2 Capaian bagian B",
        "Tabel 3.3 Capaian bagian C",
    ]


def test_page_number_inside_the_frame_of_a_full_page_table_stays_out_of_the_cells(paper, read, rows_of):
    paper.page().table(XS, [700, 720, 740], ROWS)
    paper.text(225, 815, "12", 9, "middle")
    document = read(paper)
    assert rows_of(document.tables[0]) == ROWS
    assert page_texts(document.pages[0], True) == ["12"]


def test_large_watermark_behind_a_table_is_not_table_text(paper, only_rows):
    paper.page()
    paper.canvas.setFillGray(0.85)
    paper.text(150, 260, "SALINAN", 72, angle=45)
    paper.canvas.setFillGray(0)
    rows = [
        ["No", "Indikator", "Target"],
        *([str(i), f"Indikator ke-{i}", f"{70 + i},50"] for i in range(1, 9)),
    ]
    paper.table([50, 80, 300, 400], [80 + 20 * i for i in range(10)], rows)
    assert only_rows(paper) == rows


def test_upright_watermark_behind_a_table_is_not_table_text(paper, only_rows):
    paper.page()
    paper.canvas.setFillGray(0.85)
    paper.text(60, 190, "SALINAN", 64)
    paper.canvas.setFillGray(0)
    rows = [
        ["No", "Indikator", "Target"],
        *([str(i), f"Indikator ke-{i}", f"{70 + i},50"] for i in range(1, 9)),
    ]
    paper.table([50, 80, 300, 400], [80 + 20 * i for i in range(10)], rows)
    assert only_rows(paper) == rows


def test_caption_above_the_table(paper, read):
    paper.page().text(50, 150, "Capaian kinerja tahun 2023 disajikan pada tabel berikut.")
    paper.text(50, 180, "Tabel 3.1 Capaian Indikator Kinerja Utama")
    paper.table(XS, [190, 210, 230], ROWS)
    table = read(paper).tables[0]
    assert table.caption == "Tabel 3.1 Capaian Indikator Kinerja Utama"
    assert table.heading == "Capaian kinerja tahun 2023 disajikan pada tabel berikut."


def test_caption_of_two_lines(paper, read):
    paper.page().text(200, 164, "Tabel 3.2")
    paper.text(130, 180, "Perbandingan Target dan Realisasi Tahun 2023")
    paper.table(XS, [190, 210, 230], ROWS)
    assert read(paper).tables[0].caption == "Tabel 3.2 Perbandingan Target dan Realisasi Tahun 2023"


def test_caption_at_the_foot_of_the_page_before(paper, read):
    paper.page().text(50, 700, "Uraian singkat mengenai capaian kinerja tahun berjalan.")
    paper.text(50, 760, "Tabel 3.4 Realisasi Anggaran per Program")
    paper.page().table(XS, [60, 80, 100], ROWS)
    table = read(paper).tables[0]
    assert table.caption == "Tabel 3.4 Realisasi Anggaran per Program"
    assert table.page_from == 2


def test_caption_at_the_foot_of_the_page_before_with_page_numbers(paper, read):
    paper.page().text(50, 700, "Uraian singkat mengenai capaian kinerja tahun berjalan.")
    paper.text(50, 760, "Tabel 3.4 Realisasi Anggaran per Program")
    paper.text(297, 820, "21", 9, "middle")
    paper.page().table(XS, [60, 80, 100], ROWS)
    paper.text(297, 820, "22", 9, "middle")
    assert read(paper).tables[0].caption == "Tabel 3.4 Realisasi Anggaran per Program"


def test_each_of_two_tables_on_a_page_has_its_own_caption(paper, read):
    paper.page()
    for top, caption in ((150, "Tabel 2.1 Indikator Kinerja"), (400, "Tabel 2.2 Perjanjian Kinerja")):
        paper.text(50, top, caption)
        paper.table(XS, [top + 10, top + 30, top + 50], ROWS)
    assert [t.caption for t in read(paper).tables] == [
        "Tabel 2.1 Indikator Kinerja",
        "Tabel 2.2 Perjanjian Kinerja",
    ]


def test_heading_instead_of_a_caption(paper, read):
    paper.page().text(50, 180, "B. Perjanjian Kinerja Tahun 2023", 12)
    paper.table(XS, [190, 210, 230], ROWS)
    assert read(paper).tables[0].caption == "B. Perjanjian Kinerja Tahun 2023"


def test_sentence_above_a_table_is_its_heading_not_its_caption(paper, read):
    paper.page().text(50, 180, "Adapun target kinerja kecamatan adalah sebagai berikut:")
    paper.table(XS, [190, 210, 230], ROWS)
    table = read(paper).tables[0]
    assert table.caption == ""
    assert table.heading == "Adapun target kinerja kecamatan adalah sebagai berikut:"


def test_text_below_a_table_is_not_its_caption(paper, read):
    paper.page().table(XS, [100, 120, 140], ROWS)
    paper.text(50, 170, "Tabel 3.9 Judul Tabel Lain")
    assert read(paper).tables[0].caption == ""


def test_caption_of_a_continued_table_is_that_of_its_first_part(paper, read):
    paper.page().text(50, 680, "Tabel 3.1 Capaian Kinerja")
    paper.table(XS, [690, 710, 730, 750], [*ROWS, ["2", "Waktu layanan", "30,00"]])
    paper.page().table(XS, [60, 80, 100], [["3", "Jumlah aduan", "4,00"], ["4", "Jumlah rapat", "24,00"]])
    tables = read(paper).tables
    assert [(t.caption, t.page_from, t.page_to) for t in tables] == [("Tabel 3.1 Capaian Kinerja", 1, 2)]


def test_a_running_foot_is_no_last_row_of_a_table_without_rulings(paper, read):
    for number in range(1, 5):
        paper.page()
        paper.text(60, 100, "Uraian capaian kinerja dinas pada tahun ini dan sebabnya.", 10)
        if number == 3:
            rows = (
                ("Sumber Dana", "Pagu (Rp)", "Realisasi (Rp)"),
                ("Dana Alokasi Umum", "200.480.000", "196.414.000"),
                ("Dana Alokasi Khusus", "33.078.000", "31.007.000"),
                ("Dana Otsus", "12.000.000", "11.500.000"),
            )
            for k, texts in enumerate(rows):
                for x, text in zip((60, 250, 400), texts, strict=True):
                    paper.text(x, 740 + 14 * k, text, 9)
        paper.text(60, 800, "LKjIP Dinas Pendidikan Tahun 2022", 8)
        paper.text(500, 800, str(number), 8)
    texts = [c.text for table in read(paper).tables for c in table.cells]
    assert "Dana Otsus" in texts
    assert not any("LKjIP" in text for text in texts)


def test_tables_side_by_side_have_the_captions_above_them(paper, read):
    paper.page()
    for x, caption in ((60, "Tabel 3.4 Tren Realisasi"), (320, "Tabel 3.5 Perbandingan Wilayah")):
        paper.text(x, 96, caption)
        rows = [["Indikator", "2022", "2023"], ["Indeks layanan", "80,10", "82,45"]]
        paper.table([x, x + 100, x + 150, x + 200], [100, 116, 132], rows)
    captions = {round(t.box.x0): t.caption for t in read(paper).tables}
    assert captions == {60: "Tabel 3.4 Tren Realisasi", 320: "Tabel 3.5 Perbandingan Wilayah"}


def test_a_title_over_the_left_of_two_tables_is_that_of_both(paper, read):
    """In a box for each indicator its figures stand beside those of the years before."""
    paper.page()
    for top, title in (
        (80, ["Indikator 1. Indeks Kepuasan Masyarakat"]),
        (200, ["Indikator 2. Nilai", "Kinerja"]),
    ):
        for k, line in enumerate(title):
            paper.text(60, top + 11 * k, line, 9)
        paper.table(
            [60, 130, 180], [top + 20, top + 36, top + 52], [["Target", "80,10"], ["Realisasi", "82,45"]]
        )
        rows = [["Tahun", "Target", "Realisasi"], ["2022", "79,10", "80,45"], ["2023", "80,10", "82,45"]]
        paper.table([200, 270, 340, 410], [top + 20 + 16 * k for k in range(4)], rows)
    captions = [t.caption for t in sorted(read(paper).tables, key=lambda t: (t.box.top, t.box.x0))]
    assert captions == ["Indikator 1. Indeks Kepuasan Masyarakat"] * 2 + ["Indikator 2. Nilai Kinerja"] * 2


@pytest.mark.parametrize(
    ("x", "above"), [(300, 4), (286, 4), (330, 34)], ids=["left of its table", "further left", "higher"]
)
def test_a_title_of_its_own_that_begins_left_of_the_right_table_or_higher(paper, read, x, above):
    paper.page()
    paper.text(60, 116, "Tabel 3.1 Realisasi", 9)
    paper.text(x, 120 - above, "Tabel 3.2 Perbandingan Wilayah", 9)
    ys = [120, 136, 152]
    paper.table([60, 130, 280], ys, [["Target", "Realisasi"], ["80,10", "82,45"]])
    paper.table([320, 390, 540], ys, [["Tahun", "Realisasi"], ["2022", "80,45"]])
    captions = {round(t.box.x0): t.caption for t in read(paper).tables}
    assert captions == {60: "Tabel 3.1 Realisasi", 320: "Tabel 3.2 Perbandingan Wilayah"}


def test_two_tables_one_above_the_other_beside_a_tall_one(paper, read):
    paper.page()
    captions = {(60, 100): "Tabel 2.1 Pegawai", (320, 100): "Tabel 2.2 Barang", (320, 180): "Tabel 2.3 Ruang"}
    for (x, top), caption in captions.items():
        paper.text(x, top - 4, caption)
        rows = [["Uraian", "Jumlah"], *([f"Nama {k}", f"{k + 10}"] for k in range(8 if x == 60 else 2))]
        paper.table([x, x + 100, x + 180], [top + 16 * k for k in range(len(rows) + 1)], rows)
    found = {(round(t.box.x0), round(t.box.top)): t.caption for t in read(paper).tables}
    assert found == captions


def test_the_numbers_of_tables_at_the_head_of_their_pages_are_no_running_head(paper, read):
    for n in range(1, 5):
        paper.page().text(250, 60, f"Tabel 3.{n}")
        paper.table(XS, [80, 98, 116], ROWS)
        paper.text(50, 300, "Uraian " + "abcd"[n - 1])
    document = read(paper)
    assert [t.caption for t in document.tables] == [f"Tabel 3.{n}" for n in range(1, 5)]
    assert [page_texts(p, True) for p in document.pages] == [[]] * 4


def test_two_captions_in_one_line_over_tables_side_by_side(paper, read):
    """The first caption reaches so near the second that they look like one."""
    paper.page().text(
        60, 100, "Tabel 3.4. Pembangunan Sarana dan Prasarana Kelurahan Tabel 3.5. Serapan anggaran", 9
    )
    for x in (60, 292):
        paper.table([x, x + 100, x + 200], [110, 130, 150], [["Kelurahan", "Pagu"], ["Contoh", "372,40"]])
    left, right = read(paper).tables
    assert left.caption == "Tabel 3.4. Pembangunan Sarana dan Prasarana Kelurahan"
    assert right.caption == "Tabel 3.5. Serapan anggaran"


@pytest.mark.parametrize(
    "caption",
    [
        "Tabel 3.4 dan Tabel 3.5 Perbandingan Realisasi Anggaran",
        "Tabel 3.4 Realisasi Anggaran, lanjutan Tabel 3.3",
    ],
)
def test_a_caption_that_cites_another_table_is_one(paper, read, caption):
    paper.page().text(60, 100, caption, 9)
    for x in (60, 292):
        paper.table([x, x + 100, x + 200], [110, 130, 150], [["Kelurahan", "Pagu"], ["Contoh", "372,40"]])
    assert [t.caption for t in read(paper).tables] == [caption, caption]
