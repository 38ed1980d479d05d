"""What holds for every figure: exact or said to be ambiguous, never wrong, never an exception."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lkjip_corpus.canonical import decimal_text
from lkjip_normalize.convention import decide
from lkjip_normalize.numbers import Mark, read_cell

INDONESIAN, ENGLISH = (".", ","), (",", ".")
STYLES = st.sampled_from([INDONESIAN, ENGLISH])
MARKS = st.sampled_from(list(Mark))
AMOUNTS = st.integers(0, 6).flatmap(
    lambda places: st.integers(0, 10**14).map(lambda n: Decimal(n).scaleb(-places))
)
BEFORE_AFTER = st.sampled_from(
    [
        ("", ""),
        ("Rp", ""),
        ("Rp ", ""),
        ("Rp. ", ",-"),
        ("", ",-"),
        ("", "-"),
        ("", ".-"),
        ("", "%"),
        ("", " %"),
        ("", " %."),
        ("", ".%"),
        ("", " persen"),
        ("-", ""),
        ("(", ")"),
        ("", " orang"),
        ("", " Dokumen"),
    ]
)


def printed(amount: Decimal, style: tuple[str, str]) -> str:
    """The amount grouped by thousands, all places kept."""
    group, decimal = style
    whole, _, fraction = format(amount, "f").partition(".")
    groups = []
    while len(whole) > 3:
        whole, last = whole[:-3], whole[-3:]
        groups.insert(0, last)
    return group.join([whole, *groups]) + (decimal + fraction if fraction else "")


def open_to_both(text: str) -> bool:
    """One mark before three digits: only the column can tell."""
    parts = text.replace(",", ".").split(".")
    return len(parts) == 2 and len(parts[1]) == 3 and parts[0] != "0"


def test_printing_is_what_the_properties_think_it_is():
    assert printed(Decimal("1234567.50"), INDONESIAN) == "1.234.567,50"
    assert printed(Decimal("1234567.50"), ENGLISH) == "1,234,567.50"
    assert printed(Decimal("0.005"), INDONESIAN) == "0,005"


@given(AMOUNTS, STYLES, BEFORE_AFTER)
def test_an_amount_comes_back_exactly_or_is_said_to_be_ambiguous(amount, style, around):
    before, after = around
    figure = printed(amount, style)
    raw = before + figure + after
    reading = read_cell(raw)
    negative = before in ("-", "(") and amount != 0
    if amount.as_tuple().exponent == -3 and after.endswith("-"):
        return  # no decimals stand before a dash: see the next test
    if open_to_both(figure) and not after.endswith("-"):
        assert reading.ambiguous
        assert reading.value is None
    elif before == "(" and len(figure) <= 2:
        assert reading.value in (None, -amount)  # "(1)" may be a list number
    else:
        assert reading.value is not None
        assert decimal_text(reading.value) == ("-" if negative else "") + format(amount, "f")


@given(AMOUNTS, STYLES, BEFORE_AFTER)
def test_the_right_mark_settles_every_amount(amount, style, around):
    before, after = around
    figure = printed(amount, style)
    fraction = -amount.as_tuple().exponent
    mark = Mark.DECIMAL if fraction == 3 else Mark.THOUSANDS
    reading = read_cell(before + figure + after, mark)
    if before == "(" and len(figure) <= 2:
        return
    if fraction == 3 and after.endswith("-"):  # no decimals stand before a dash: a group, or malformed
        assert reading.value in (None, amount if amount < 1 else amount * 1000)
        return
    assert reading.value is not None
    assert abs(reading.value) == amount
    assert decimal_text(abs(reading.value)) == format(amount, "f")


@given(
    st.lists(st.integers(10**6, 10**13), min_size=1, max_size=12),
    STYLES,
    st.sampled_from(["", ",-", ",00", ".00"]),
)
def test_a_column_of_rupiah_comes_back_exactly(amounts, style, tail):
    if tail[-2:] == "00" and tail[0] == style[0]:
        tail = style[1] + "00"
    cells = [printed(Decimal(a), style) + tail for a in amounts]
    convention = decide(cells, money=True)
    assert [read_cell(c, convention.mark_for(c)).value for c in cells] == amounts


@given(
    st.lists(st.integers(0, 10**7), min_size=1, max_size=12),
    st.integers(0, 4),
    STYLES,
    st.booleans(),
)
def test_no_figure_of_a_column_is_wrong(numbers, places, style, percent):
    """All cells of one column follow one style: each is exact, or has no value."""
    amounts = [Decimal(n).scaleb(-places) for n in numbers]
    if percent:
        amounts = [a for a in amounts if a < 1000]  # a percentage is not grouped
    cells = [printed(a, style) for a in amounts]
    convention = decide(cells, percent=percent)
    for amount, cell in zip(amounts, cells, strict=True):
        reading = read_cell(cell, convention.mark_for(cell))
        assert reading.value == amount or (reading.value is None and reading.ambiguous)


@given(st.text(), MARKS)
def test_any_text_can_be_read(text, mark):
    reading = read_cell(text, mark)
    if not any(ch.isdigit() for ch in text):
        assert reading.value is None
    if reading.value is None and text.split():
        assert reading.text


@given(st.text(alphabet="0123456789., -()%RpX/\n", max_size=16), MARKS)
def test_anything_like_a_figure_can_be_read(text, mark):
    reading = read_cell(text, mark)
    assert reading.value is None or any(ch.isdigit() for ch in text)
    assert not (reading.ambiguous and reading.value is not None)
    assert reading.value is not None or reading.text == " ".join(text.split())


@given(st.text(alphabet="0123456789.,-() %", max_size=16), MARKS)
def test_no_digit_is_lost_or_invented(text, mark):
    """The digits of a value are the printed digits, in order."""
    value = read_cell(text, mark).value
    if value is not None and "(" not in text:
        kept = [d for d in decimal_text(value) if d.isdigit()]
        assert "".join(kept).lstrip("0") == "".join(d for d in text if d.isdigit()).lstrip("0")


@given(st.lists(st.text(max_size=12), max_size=8), st.booleans(), st.booleans())
def test_any_column_has_a_convention(cells, money, percent):
    convention = decide(cells, money=money, percent=percent)
    for cell in cells:
        assert convention.mark_for(cell) in Mark


@pytest.mark.parametrize("places", range(7))
def test_canonical_keeps_trailing_zeros(places):
    raw = "12" + ("," + "0" * places if places else "")
    mark = Mark.DECIMAL if places == 3 else Mark.UNKNOWN
    assert decimal_text(read_cell(raw, mark).value) == raw.replace(",", ".")
