"""Words brought to one form for comparing; years and spans in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_normalize.wording import collapse, plain, year_span, years_in


@pytest.mark.parametrize(
    ("printed", "other"),
    [
        ("Prosentase Realisasi", "persentase realisasi"),
        ("Presentase", "PERSENTASE"),
        ("Index Kepuasan", "Indeks Kepuasan"),
        ("Nopember 2023", "November 2023"),
        ("Thn. Lalu", "Tahun lalu"),
        ("Jml.", "jumlah"),
        ("Capaian\n(%)", "capaian %"),
        ("Sasaran  Strategis :", "SASARAN STRATEGIS"),
        ("Desa/Kelurahan", "Desa Kelurahan"),
    ],
)
def test_spellings_of_one_word_compare_equal(printed, other):
    assert plain(printed) == plain(other)


@pytest.mark.parametrize(
    ("one", "two"), [("Target", "Realisasi"), ("Sebelum", "Sesudah"), ("TW I", "TW II"), ("%", "Rp")]
)
def test_different_words_stay_different(one, two):
    assert plain(one) != plain(two)


@given(st.text())
def test_comparing_form_is_settled(text):
    assert plain(plain(text)) == plain(text)
    assert plain(text) == plain(text).strip()


@given(st.text())
def test_collapse_takes_blanks_only(text):
    assert collapse(text).split() == text.split()


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Target Tahun 2023", [2023]),
        ("2021 2022 2023", [2021, 2022, 2023]),
        ("Renstra 2018-2023", [2018, 2023]),
        ("Perda Nomor 20191 dan 12023", []),
        ("15.490.556.938", []),
        ("1987 dan 2070", []),
        ("Kondisi awal 1999", [1999]),
    ],
)
def test_years_in_a_text(text, years):
    assert years_in(text) == years


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("Renstra 2018-2023", "2018-2023"),
        ("RPJMD Tahun 2018 – 2023", "2018-2023"),
        ("2019 s/d 2023", "2019-2023"),
        ("2019 s.d. 2023", "2019-2023"),
        ("2019 sampai dengan 2023", "2019-2023"),
        ("Tahun 2023", ""),
        ("2021, 2022", ""),
        ("", ""),
    ],
)
def test_spans_of_years(text, span):
    assert year_span(text) == span
