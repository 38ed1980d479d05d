"""Characters to words and lines, texts over each other told apart; columns told by blank space."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_extract.columns import (
    column_of,
    fit_heading,
    is_amount,
    is_figure,
    is_ordinal,
    space_columns,
    split_line,
)
from lkjip_extract.glyphs import Glyphs, Turn, median
from lkjip_extract.lines import build_lines
from lkjip_extract.text_columns import right_column


def glyphs(*runs):
    """Characters of (text, left, top): 5 points wide, 10 high; blanks leave their width free."""
    text, boxes, blanks = [], [], []
    for run, x, top in runs:
        blank = False
        for i, symbol in enumerate(run):
            if symbol == " ":
                blank = True
                continue
            text.append(symbol)
            boxes.append((x + 5 * i, top, x + 5 * i + 5, top + 10))
            blanks.append(blank)
            blank = False
    n = len(text)
    return Glyphs(
        text,
        np.array(boxes, dtype=np.float64).reshape(-1, 4),
        np.array(blanks, dtype=bool),
        np.zeros(n, dtype=bool),
        Turn(0, 595, 842),
    )


def lines_of(drawn, groups=None):
    groups = np.full(len(drawn), -1) if groups is None else np.array(groups)
    return build_lines(drawn, groups)


def texts(drawn, groups=None):
    return [line.text for line in lines_of(drawn, groups)]


@given(st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=9))
def test_median_is_that_of_numpy(values):
    assert median(np.array(values)) == float(np.median(values))


def test_symbols_of_several_letters_stay_in_their_words():
    # A ligature is one printed symbol of two letters.
    drawn = glyphs(("abc de", 0, 0))
    drawn.text[1] = "fi"
    assert texts(drawn) == ["afic de"]


def test_no_characters_make_no_lines():
    assert lines_of(glyphs()) == []


def test_words_of_a_line():
    assert texts(glyphs(("Target tahun 2023", 50, 100))) == ["Target tahun 2023"]


def test_gap_without_a_blank_separates_words():
    assert texts(glyphs(("Target", 50, 100), ("2023", 83, 100))) == ["Target 2023"]


def test_blank_that_leaves_no_room_separates_nothing():
    drawn = glyphs(("Target", 50, 100))
    drawn.blank_before[3] = True
    drawn.boxes[3:, 0] -= 2
    drawn.boxes[3:, 2] -= 2
    assert texts(drawn) == ["Target"]


def with_blanks(drawn, *at):
    """The characters with a blank of the text layer before some of them, which leaves no room."""
    for i in at:
        drawn.blank_before[i] = True
    return drawn


def test_blank_inside_a_word_separates_nothing():
    # One blank of twenty leaves no room: the text layer has it inside "Target".
    drawn = glyphs(("a b c d e f g h i j k l m n o p q r s t u v", 0, 0), ("Target", 0, 40))
    assert texts(with_blanks(drawn, 27))[1] == "Target"


def test_blanks_without_room_separate_where_all_text_is_squeezed():
    drawn = glyphs(("PeningkatanKualitas", 0, 0), ("Target 2023", 0, 40))
    assert texts(with_blanks(drawn, 11))[0] == "Peningkatan Kualitas"


def test_blanks_without_room_never_separate_letters_that_stand_sideways():
    # pdfium sees a blank between most letters of a turned heading.
    drawn = with_blanks(glyphs(("Realisasi", 0, 0), ("Capaian", 0, 40)), 1, 2, 4, 5, 7, 10, 11, 13)
    assert [line.text for line in build_lines(drawn, np.full(len(drawn), -1), squeezed=False)] == [
        "Realisasi",
        "Capaian",
    ]


def test_order_of_the_characters_does_not_matter():
    drawn = glyphs(("kedua", 120, 100), ("bawah", 50, 115), ("pertama", 50, 101))
    assert texts(drawn) == ["pertama kedua", "bawah"]


def test_lines_close_to_each_other_stay_apart():
    assert texts(glyphs(*[(f"baris{i}", 50, 100 + 8 * i) for i in range(6)])) == [
        f"baris{i}" for i in range(6)
    ]


def test_raised_characters_stay_in_their_line():
    assert texts(glyphs(("luas", 50, 100), ("2", 70, 97))) == ["luas2"]


def test_groups_are_never_mixed():
    drawn = glyphs(("kiri", 50, 100), ("kanan", 75, 100))
    assert [(line.group, line.text) for line in lines_of(drawn, [0] * 4 + [1] * 5)] == [
        (0, "kiri"),
        (1, "kanan"),
    ]


def test_line_box_is_that_of_its_characters():
    line = lines_of(glyphs(("Target", 50, 100), ("2023", 90, 101)))[0]
    assert (line.x0, line.top, line.x1, line.bottom) == (50, 100, 110, 111)


def test_wide_gap_separates_segments():
    line = lines_of(glyphs(("Belanja Modal", 50, 100), ("96.000", 300, 100)))[0]
    assert [[w.text for w in run] for run in line.segments()] == [["Belanja", "Modal"], ["96.000"]]
    assert [w.segment for w in line.words] == [0, 0, 1]


def test_segments_are_counted_from_zero_in_each_line():
    lines = lines_of(glyphs(("satu", 50, 100), ("dua", 200, 100), ("tiga", 50, 120), ("empat", 200, 120)))
    assert [[w.segment for w in line.words] for line in lines] == [[0, 1], [0, 1]]


def test_characters_printed_twice_are_read_once():
    assert texts(glyphs(("Target", 50, 100), ("Target", 50.4, 100))) == ["Target"]


def test_double_letters_are_two_letters():
    assert texts(glyphs(("1.100.000", 50, 100), ("massa", 120, 100))) == ["1.100.000 massa"]


def test_columns_are_the_strips_that_no_word_crosses(words):
    lines = [
        words(100, ("Belanja", 60, 95), ("Pegawai", 98, 140), ("1.250.000", 350, 400)),
        words(116, ("Belanja", 60, 95), ("Barang", 98, 130), ("845.500", 362, 400)),
    ]
    edges = space_columns(lines, 58, 402)
    assert len(edges) == 3
    assert edges[0] == 58
    assert edges[1] == pytest.approx(245, abs=1)  # the middle between 140 and 350
    assert edges[2] == 402


def test_word_space_is_no_column(words):
    lines = [
        words(100, ("Belanja", 60, 95), ("Pegawai", 98, 140)),
        words(116, ("Belanja", 60, 95), ("Modal", 98, 125)),
    ]
    assert space_columns(lines, 58, 142) == [58, 142]


def test_one_crossing_word_closes_the_strip(words):
    lines = [words(100, ("kiri", 60, 90), ("kanan", 200, 240)), words(116, ("menyeberang", 60, 220))]
    assert space_columns(lines, 58, 242) == [58, 242]


def test_headings_wider_than_the_figures_below_them_have_their_own_columns(words):
    heads = [("No", 60, 70), ("Indikator", 100, 140), ("Kinerja", 143, 168), ("Satuan", 262, 289)]
    heading = words(100, *heads, ("Realisasi", 297, 333), ("2020", 336, 356), ("Target", 390, 415))
    units = [("Opini", 264, 288), ("%", 272, 280), ("hari", 267, 285)]
    body = [
        words(
            120 + 30 * k,
            (str(k), 60, 64),
            ("Persentase", 100, 150),
            ("belanja", 193, 228),
            unit,
            ("9,5", 326, 344),
        )
        for k, unit in enumerate(units)
    ]
    found = fit_heading(space_columns(body, 50, 460), [heading], body)
    assert len(found) == 6
    assert 228 < found[2] < 262
    assert 289 < found[3] < 297


def test_a_heading_over_rp_and_its_amount_is_theirs(words):
    """The heading begins over "Rp", which stands as near to the label as to its amount."""
    heading = words(100, ("Program", 60, 100), ("Anggaran", 330, 376), ("Keterangan", 440, 500))
    body = [
        words(
            120,
            ("Program", 60, 100),
            ("Penunjang", 104, 320),
            ("Rp", 331, 343),
            ("4.663.990.250", 362, 430),
            ("APBD", 444, 470),
        ),
        words(
            140,
            ("Program", 60, 100),
            ("Arsip", 104, 130),
            ("Rp", 331, 343),
            ("24.615.000", 380, 430),
            ("APBD", 444, 470),
        ),
        words(
            160,
            ("Program", 60, 100),
            ("Pustaka", 104, 328),
            ("Rp", 331, 343),
            ("1.533.480.400", 362, 430),
            ("DAK", 444, 470),
        ),
    ]
    assert [x for x in fit_heading([58, 352, 435, 502], [heading], body) if 58 < x < 400] == [329]


def test_no_lines_are_one_column():
    assert space_columns([], 10, 90) == [10, 90]


def test_column_of_a_word_is_that_of_its_middle(words):
    line = words(100, ("a", 0, 8), ("melewati", 40, 56), ("c", 95, 99))
    assert [column_of([0, 50, 100], w) for w in line.words] == [0, 0, 1]


def test_word_outside_the_columns_goes_to_the_nearest(words):
    line = words(100, ("a", -30, -20), ("b", 140, 150))
    assert [column_of([0, 50, 100], w) for w in line.words] == [0, 1]


def test_line_split_by_columns(words):
    line = words(100, ("Belanja", 60, 95), ("Modal", 98, 125), ("96.000", 366, 400))
    assert {col: part.text for col, part in split_line(line, [58, 245, 402]).items()} == {
        0: "Belanja Modal",
        1: "96.000",
    }


@pytest.mark.parametrize("text", ["1", "1.", "12)", "(3)", "a.", "b)", "IV", "IV."])
def test_ordinals(text):
    assert is_ordinal(text)


@pytest.mark.parametrize("text", ["1.250", "Jumlah", "1,5", "2023", ""])
def test_no_ordinals(text):
    assert not is_ordinal(text)


@pytest.mark.parametrize(
    "text",
    [
        "1.250.000",
        "1,250,000",
        "1.250.000,00",
        "Rp 1.250.000",
        "Rp.500",
        "98,75 %",
        "100%",
        "(1.250.000)",
        "1.250.000,-",
        ": 1.250.000",
        "Rp 1.250.000,- (APBD)",
        "Rp. 1.977.200.000,- APBD Kab./DAK",
        "1,250,000 DAU",
    ],
)
def test_amounts(text):
    assert is_amount(text)
    assert is_figure(text)


@pytest.mark.parametrize("text", ["2023", "12", "80,5", "Jumlah", "-", "1."])
def test_no_amounts(text):
    assert not is_amount(text)


@pytest.mark.parametrize(
    "text", ["12", "80,5", "12 desa", "-", "85%", "2023", "84,76 (B)", "3,25 (Sangat Baik)"]
)
def test_figures(text):
    assert is_figure(text)


@pytest.mark.parametrize("text", ["Jumlah", "A", "12 dokumen perencanaan tahunan", "2018 (Baru)", ""])
def test_no_figures(text):
    assert not is_figure(text)


def test_two_texts_in_one_place():
    assert texts(glyphs(("RENCANA STRATEGIS", 102, 50), ("KECAMATAN PADANG PANJANG", 100, 52))) == [
        "RENCANA STRATEGIS",
        "KECAMATAN PADANG PANJANG",
    ]


def test_the_upper_text_comes_first():
    assert texts(glyphs(("Masyarakat miskin", 101, 53), ("Peningkatan pelayanan", 98, 50))) == [
        "Peningkatan pelayanan",
        "Masyarakat miskin",
    ]


@pytest.mark.parametrize("shift", [2.0, 4.0])
def test_a_shadow_is_one_text(shift):
    assert texts(glyphs(("PEMERINTAH KOTA", 100, 50), ("PEMERINTAH KOTA", 100 + shift, 50.5))) == [
        "PEMERINTAH KOTA"
    ]


def test_texts_side_by_side_are_one_line():
    assert texts(glyphs(("Target", 100, 50), ("Realisasi", 160, 50))) == ["Target Realisasi"]


LEFT = [
    "Badan ini dibentuk dengan peraturan daerah,",
    "dan mempunyai tugas membantu wali kota",
    "dalam urusan kepegawaian dan pelatihan.",
    "Dalam tugas itu badan merumuskan kebijakan",
    "teknis, dan memantau pelaksanaan kegiatan.",
    "Susunan organisasinya terdiri atas bidang.",
]
RIGHT = [
    "Layanan diberikan kepada semua perangkat,",
    "baik melalui loket terpadu maupun daring.",
    "Pegawai yang dilayani tersebar di seluruh",
    "perangkat daerah, termasuk guru dan tenaga",
    "kesehatan. Isu yang dihadapi adalah belum",
    "meratanya kesempatan pelatihan, terutama.",
]


def test_text_in_two_columns_is_read_down_the_columns(paper, read):
    paper.page()
    paper.text(
        50, 80, "A. Gambaran Umum Organisasi Badan Kepegawaian dan Pengembangan Sumber Daya Manusia", 10
    )
    paper.paragraph(50, 110, LEFT, 9)
    paper.paragraph(310, 110, RIGHT, 9)
    paper.text(50, 220, "Isu strategis badan ini ada empat, yang diuraikan dalam bagian berikutnya.", 10)
    texts = [x.text for x in read(paper).pages[0].lines]
    assert texts[1:-1] == [*LEFT, *RIGHT]
    assert texts[0].startswith("A. Gambaran") and texts[-1].startswith("Isu strategis")


def test_two_signatures_and_lists_with_two_sides_are_read_line_by_line(paper, read):
    labels = ["Nama", "Jabatan", "Unit kerja", "Alamat kantor", "Tahun laporan", "Nomor telepon"]
    paper.page()
    for k, label in enumerate(labels):
        paper.text(50, 110 + 14 * k, label, 9)
        paper.text(310, 110 + 14 * k, f"Keterangan tentang {label.lower()}, menurut dokumen.", 9)
    texts = [x.text for x in read(paper).pages[0].lines]
    assert texts == [f"{label} Keterangan tentang {label.lower()}, menurut dokumen." for label in labels]


def test_words_left_of_the_page_begin_no_column():
    boxes = np.array([[-300.0 + 40 * k, 10.0, -290.0 + 40 * k, 20.0] for k in range(8)])
    assert right_column(boxes) is None
