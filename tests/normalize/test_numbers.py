"""Figures as reports print them, one by one."""

from decimal import Decimal

import pytest

from lkjip_corpus.canonical import decimal_text
from lkjip_normalize.numbers import Mark, literal_value, read_cell

ANY_MARK = tuple(Mark)


@pytest.mark.parametrize("mark", ANY_MARK)
@pytest.mark.parametrize(
    ("raw", "value", "unit"),
    [
        ("8.236.025.535", "8236025535", ""),
        ("6.142.999.541,00", "6142999541.00", ""),
        ("1,234,567.00", "1234567.00", ""),
        ("129.372.500,-", "129372500", ""),
        ("127,458,400", "127458400", ""),
        ("87,02", "87.02", ""),
        ("85.07", "85.07", ""),
        ("7.26", "7.26", ""),
        ("0.820", "0.820", ""),
        ("128.76.%", "128.76", "%"),
        ("96,12 %.", "96.12", "%"),
        ("100 %", "100", "%"),
        ("100%", "100", "%"),
        ("100 persen", "100", "%"),
        ("549.481.005.00,-", "549481005.00", ""),
        ("10.924024.550,-", "10924024550", ""),
        ("650.290.147.50", "650290147.50", ""),
        ("600 buku", "600", "buku"),
        ("13 orang", "13", "orang"),
        ("45 menit", "45", "menit"),
        ("80 Skor", "80", "Skor"),
        ("12,5 Km2", "12.5", "Km2"),
        ("5 Km²", "5", "Km²"),
        ("0", "0", ""),
        ("0,00", "0.00", ""),
        ("2023", "2023", ""),
        ("328.380.000,00", "328380000.00", ""),
        ("707,967,500.00", "707967500.00", ""),
        ("974,000,-", "974000", ""),
        ("Rp. 974.000,-", "974000", "Rp."),
    ],
)
def test_one_figure_has_one_value_whatever_the_column_says(raw, value, unit, mark):
    reading = read_cell(raw, mark)
    assert reading.value is not None
    assert decimal_text(reading.value) == value
    assert (reading.unit, reading.text, reading.ambiguous) == (unit, "", False)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("Rp. 15.490.556.938,-", "15490556938"),
        ("Rp15.490.556.938", "15490556938"),
        ("Rp. 10.924024.550,-", "10924024550"),
        ("Rp. 549.481.005.00,-", "549481005.00"),
        ("rp 3.090.875.000.-", "3090875000"),
        ("IDR 714.765.000", "714765000"),
    ],
)
def test_rupiah_sign_is_the_unit(raw, value):
    reading = read_cell(raw)
    assert reading.value == Decimal(value)
    assert reading.unit.rstrip(".").lower() in {"rp", "idr"}


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("12.540.550 *)", "12540550"),
        ("81,25**)", "81.25"),
        ("85,5% *)", "85.5"),
        ("-28,78*", "-28.78"),
        ("97,5 (*)", "97.5"),
    ],
)
def test_the_mark_of_a_footnote_is_no_part_of_a_figure(raw, value):
    assert read_cell(raw).value == Decimal(value)


@pytest.mark.parametrize(
    ("raw", "value", "unit"),
    [("86 (101%)", "86", ""), ("30 (66,67 %)", "30", ""), ("270 ton (60%)", "270", "ton")],
)
def test_a_figure_with_its_percentage_in_brackets(raw, value, unit):
    reading = read_cell(raw)
    assert (reading.value, reading.unit, reading.text) == (Decimal(value), unit, raw)


@pytest.mark.parametrize("raw", ["*)", "100% (85%)", "12 *) 15", "2 (3)"])
def test_what_is_no_figure_with_a_mark_or_a_percentage(raw):
    assert read_cell(raw).value is None


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("-0.13", "-0.13"),
        ("-4,94", "-4.94"),
        ("- 5", "-5"),
        ("−0,98", "-0.98"),
        ("(14,50)%", "-14.50"),
        ("(0,005)", "-0.005"),
        ("(2.500.000)", "-2500000"),
        ("-0,00", "0.00"),
        ("+3,2", "3.2"),
    ],
)
def test_signs(raw, value):
    reading = read_cell(raw)
    assert reading.value is not None
    assert decimal_text(reading.value) == value


@pytest.mark.parametrize("raw", ["Rp (2.500.000)", "Rp. (2.500.000,-)", "(Rp. 2.500.000)"])
def test_rupiah_in_brackets_is_never_positive(raw):
    value = read_cell(raw).value
    assert value is None or value == Decimal(-2500000)


@pytest.mark.parametrize(
    ("raw", "thousands", "decimal"),
    [
        ("3.398", "3398", "3.398"),
        ("1,000", "1000", "1.000"),
        ("16.000 KK", "16000", "16.000"),
        ("Rp 5.000", "5000", "5.000"),
    ],
)
def test_one_mark_before_three_digits_needs_the_column(raw, thousands, decimal):
    alone = read_cell(raw)
    assert alone.ambiguous
    assert alone.value is None
    assert alone.text == raw
    for mark, value in ((Mark.THOUSANDS, thousands), (Mark.DECIMAL, decimal)):
        reading = read_cell(raw, mark)
        assert reading.value is not None
        assert decimal_text(reading.value) == value
        assert not reading.ambiguous


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("8 236 025 535", "8236025535"),
        ("8.236. 025.535", "8236025535"),
        ("15.490.556 .938", "15490556938"),
        ("6.142.999.541 ,00", "6142999541.00"),
        ("87, 02", "87.02"),
        ("96 ,12 %", "96.12"),
        ("Rp. 1 29.372.500,-", "129372500"),
    ],
)
def test_digits_split_by_blanks(raw, value):
    assert read_cell(raw).value == Decimal(value)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("Level 3 (3,35)", "3.35"),
        ("Level 3", "3"),
        ("level 2,75", "2.75"),
        ("A (83)", "83"),
        ("80,10 (A)", "80.10"),
        ("78 (Baik)", "78"),
        ("BB (72,50)", "72.50"),
        ("Sangat Baik (70.00)", "70.00"),
        ("Sangat Memuaskan (90.13)", "90.13"),
        (">= 80", "80"),
        ("≥ 80", "80"),
    ],
)
def test_words_with_one_score_keep_both(raw, value):
    reading = read_cell(raw)
    assert reading.text == raw
    assert reading.value is not None
    assert decimal_text(reading.value) == value


@pytest.mark.parametrize("mark", ANY_MARK)
@pytest.mark.parametrize(
    "raw",
    [
        "5.939,471.322",
        "133.825.00,00",
        "1..234",
        "12,,5",
        "1.2.3.4",
        "1.234.56.789",  # malformed
        "45 menit -> 30 menit",
        "1 dokumen (70 buku)",
        "2 dokumen (130 buku)",
        "16 Kelurahan (1 tahun)",
        "100 %, 24 OPD",
        "80 - 90",
        "80 - 90 %",
        "12 dokumen 3 laporan",
        "15 TPU /263.136",
        "Rp. 8.375.000.000,- ( 1 tahun)",
        "2019 2020",
        "85 90",
        "10,5 11,2",
        "1/4",  # several figures
        "WTP",
        "BB",
        "N/A",
        "-",
        "na",
        "DTT",
        "√",
        "X",
        "#REF!",
        "#DIV/0!",
        "Rp. -",
        "Rp.",
        "%",
        "n.a.",  # words
    ],
)
def test_words_only(raw, mark):
    reading = read_cell(raw, mark)
    assert reading.value is None
    assert reading.text == raw
    assert reading.reason


def test_words_lose_line_breaks_but_nothing_else():
    assert read_cell("Sangat\n Baik").text == "Sangat Baik"


@pytest.mark.parametrize("raw", ["", " ", "\n\t"])
def test_nothing_printed_says_nothing(raw):
    reading = read_cell(raw)
    assert (reading.value, reading.text, reading.ambiguous) == (None, "", False)


@pytest.mark.parametrize("raw", ["Rp323,6 juta", "Rp 323,6 Juta"])
def test_millions_in_words_are_counted_or_stay_in_the_unit(raw):
    reading = read_cell(raw)
    assert reading.value == Decimal("323600000") or (
        reading.value == Decimal("323.6") and "juta" in reading.unit.lower()
    )


@pytest.mark.parametrize("raw", ["007", "0012", "012,5"])
def test_a_leading_zero_is_a_code_not_a_figure(raw):
    assert read_cell(raw).value is None


@pytest.mark.parametrize("literal", [".", ",", "1.", ",5", "", "1.,2"])
def test_bare_literals_without_digits_at_both_sides(literal):
    assert literal_value(literal).value is None


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("100", "100"),
        ("100.00", "100.00"),
        ("0.000", "0.000"),
        ("1E+3", "1000"),
        ("-4.90", "-4.90"),
        ("1E-7", "0.0000001"),
    ],
)
def test_canonical_is_plain_and_keeps_the_printed_precision(value, text):
    assert decimal_text(Decimal(value)) == text


@pytest.mark.parametrize("raw", ["115,000.000,-", "Rp. 525.000,000,-"])
def test_no_decimals_stand_before_a_dash(raw):
    reading = read_cell(raw)
    assert (reading.value, reading.text, reading.reason) == (None, raw, "malformed")


def test_a_long_negative_figure_is_not_rounded():
    """Found by fuzzing: a plain minus rounds to 28 digits."""
    printed = "32,0028888888888888888888888888888888888"
    assert str(read_cell(f"-{printed}", Mark.UNKNOWN).value) == f"-{printed.replace(',', '.')}"


@pytest.mark.parametrize(
    ("printed", "value", "unit"),
    [
        ("120 per 100.000 KH", "120", "per 100.000 KH"),
        ("6,50 per 1.000 kelahiran hidup", "6.50", "per 1.000 kelahiran hidup"),
        ("12/1000", "12", "/1000"),
        ("12 per 7 hari", None, ""),
    ],
)
def test_rates(printed, value, unit):
    reading = read_cell(printed)
    assert reading.value == (Decimal(value) if value else None)
    assert reading.unit == unit
