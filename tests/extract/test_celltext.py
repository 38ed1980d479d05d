"""Lines of a cell to its text: what stands between two lines, and letter-spaced words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_extract.celltext import (
    CellLine,
    Vocabulary,
    breaks_figure,
    cell_lines,
    glue,
    join_lines,
)

FULL = 0.5  # points of room left: the next character would not have fitted
ROOMY = 60.0


def between(above, below, free=ROOMY, known=()):
    return glue(CellLine(above, free, 5.0), CellLine(below, free, 5.0), Vocabulary(known))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("495,", "355,500"),
        ("473,538,4", "20"),
        ("1.473.53", "8.420"),
        ("1.250.", "000"),
        ("1.250", ".000"),
        ("102", ",35"),
        ("102,", "35"),
        ("12.473.5", "38,00"),
        ("Rp1.250.", "000"),
        ("(1.250.", "000)"),
        ("-12,", "50"),
        ("98,", "75%"),
        ("1.250.000", ",-"),
        ("1.250.000", ".-"),
    ],
)
def test_figure_that_a_line_break_split(left, right):
    assert breaks_figure(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("12.500.000", "7.500.000"),
        ("80", "82"),
        ("80,50", "82,25"),
        ("2022", "2023"),
        ("100", "105,00"),
        ("1.", "2."),
        ("4", "Dokumen"),
        ("Tahun", "2023"),
        ("495,", "layanan"),
        ("12.500.000", "000"),
        ("5.000,00", "5.000,00"),
        ("", "20"),
    ],
)
def test_two_figures_stay_two(left, right):
    assert not breaks_figure(left, right)


@given(st.integers(1_000, 10**13), st.sampled_from(".,"), st.integers(0, 3))
def test_amount_broken_behind_any_separator_is_one_figure(amount, mark, at):
    printed = f"{amount:,}".replace(",", mark)
    places = [i + 1 for i, sign in enumerate(printed) if sign == mark]
    cut = places[min(at, len(places) - 1)]
    assert breaks_figure(printed[:cut], printed[cut:])


@given(st.lists(st.integers(1_000_000, 10**12), min_size=2, max_size=2), st.sampled_from(".,"))
def test_two_complete_amounts_are_never_joined(amounts, mark):
    upper, lower = (f"{a:,}".replace(",", mark) for a in amounts)
    assert not breaks_figure(upper, lower)


def test_figure_over_three_lines_is_one():
    lines = [CellLine(text, FULL, 5.0) for text in ("1.250.", "000.", "000")]
    assert join_lines(lines, Vocabulary()) == "1.250.000.000"


def test_digits_split_over_three_lines_are_one_figure():
    lines = [CellLine(text, FULL, 5.0) for text in ("12.473", ".538", ".420,00")]
    assert join_lines(lines, Vocabulary()) == "12.473.538.420,00"


def test_label_then_broken_figure():
    lines = [CellLine(text, FULL, 5.0) for text in ("Sebesar Rp495.", "355.500")]
    assert join_lines(lines, Vocabulary()) == "Sebesar Rp495.355.500"


def test_no_lines_are_no_text():
    assert join_lines([], Vocabulary()) == ""


def test_blanks_are_single():
    assert join_lines(
        [CellLine("Indeks  kepuasan", ROOMY, 5.0), CellLine(" warga", ROOMY, 5.0)], Vocabulary()
    ) == ("Indeks kepuasan warga")


def test_words_are_joined_by_a_blank():
    assert between("Indeks", "kepuasan") == " "


def test_word_known_unbroken_is_joined_when_its_line_is_full():
    assert between("Indeks Kepuas", "an", FULL, ["kepuasan"]) == ""


def test_known_word_is_joined_even_in_a_roomy_line_when_its_head_is_no_word():
    assert between("Indeks Kepuas", "an", ROOMY, ["kepuasan"]) == ""


def test_two_known_words_stay_two_although_they_make_a_third():
    assert between("di", "bina", ROOMY, ["di", "bina", "dibina"]) == " "


def test_unknown_word_that_fills_its_line_alone_is_joined():
    assert between("Pengentas", "an", FULL) == ""


def test_unknown_words_in_a_roomy_line_stay_two():
    assert between("Pengentas", "an", ROOMY) == " "


def test_words_that_every_report_uses_are_known_wherever_they_stand():
    assert between("Meningkatnya", "derajat", FULL) == " "
    assert between("Persenta", "se", ROOMY) == ""


def test_next_word_known_by_itself_is_not_joined():
    assert between("Peningkatan", "kualitas", FULL, ["kualitas"]) == " "


def test_dan_is_a_word_of_its_own():
    assert between("kelembagaan", "dan", FULL, ["dan"]) == " "
    assert between("ba", "dan", FULL, ["dan", "badan"]) == ""


def test_capital_after_a_small_letter_begins_a_word():
    assert between("Camat", "Contoh", FULL, ["camatcontoh"]) == " "


def test_capitals_are_joined_like_small_letters():
    assert between("PERSENTA", "SE", FULL) == ""


def test_hyphen_at_the_end_of_a_line_stays_without_a_blank():
    assert between("bersama-", "sama") == ""
    assert (
        join_lines([CellLine("bersama-", ROOMY, 5.0), CellLine("sama", ROOMY, 5.0)], Vocabulary())
        == "bersama-sama"
    )


def test_slash_at_the_end_of_a_line_gets_no_blank():
    assert between("Desa/", "Kelurahan") == ""


def test_dash_standing_alone_keeps_its_blanks():
    assert between("Januari -", "Maret") == " "


def test_list_dash_is_not_joined():
    assert between("Tersedia", "- dokumen") == " "


def test_vocabulary_learns_only_words_inside_lines():
    vocabulary = Vocabulary()
    vocabulary.learn(["sentase pelayanan publik terpa"])
    assert vocabulary.knows("pelayanan")
    assert vocabulary.knows("Publik")
    assert not vocabulary.knows("sentase")
    assert not vocabulary.knows("terpa")


def test_vocabulary_learns_the_letters_of_a_word_without_its_marks():
    vocabulary = Vocabulary()
    vocabulary.learn(["untuk (kesejahteraan), dan lain"])
    assert vocabulary.knows("kesejahteraan")
    assert not vocabulary.knows("")


def test_vocabulary_can_be_given_words():
    assert Vocabulary(["sasaran"]).knows("SASARAN")


def spaced(words, text, x, step=8.0, width=5.0, blank=14.0):
    """Letters of `text` one by one; a blank in it leaves `blank` points more."""
    parts = []
    for letter in text:
        if letter == " ":
            x += blank - step
        else:
            parts.append((letter, x, x + width))
            x += step
    return words(100, *parts)


def test_letter_spaced_word_is_joined(words):
    assert spaced(words, "JUMLAH", 50).text == "JUMLAH"


def test_letter_spaced_words_part_at_the_wider_gap(words):
    assert spaced(words, "BELANJA DAERAH", 50).text == "BELANJA DAERAH"


def test_two_single_letters_stay_apart(words):
    assert words(100, ("A", 50, 56), ("B", 70, 76)).text == "A B"


def test_three_equal_letters_stay_apart(words):
    assert words(100, ("X", 50, 56), ("X", 64, 70), ("X", 78, 84)).text == "X X X"


def test_letter_between_words_stays_a_word(words):
    assert words(100, ("Tipe", 50, 70), ("A", 74, 80), ("dan", 84, 100)).text == "Tipe A dan"


def test_room_of_a_left_aligned_line(words):
    lines = [words(100, ("Persentase", 103, 150)), words(112, ("warga", 103, 127))]
    assert [line.free for line in cell_lines(lines, 100, 160)] == [7.0, 30.0]
    assert [line.first_width for line in cell_lines(lines, 100, 160)] == [4.7, 4.8]


def test_no_lines_have_no_room():
    assert cell_lines([], 0, 100) == []


@pytest.mark.parametrize(
    ("above", "below", "joint"),
    [
        ("7.01.01.2.0", "1.01", ""),  # no code by itself, one with the rest
        ("7.01.01.2.02", "7.01.01.2.03", " "),  # two codes
        ("7.01.01", "2.01", " "),  # a program stands alone
    ],
)
def test_national_codes_broken_with_room_left(above, below, joint):
    assert between(above, below, free=FULL * 10) == joint
