"""Contradictions that the reading may explain: questions, not accusations.

A figure in doubt, a decimal mark at another place, or, in figures read from a picture, one misread digit; then
with the figure that would hold.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from lkjip_checks.numbers_text import number_en, number_id, printed
from lkjip_checks.rows import doubtful
from lkjip_checks.rule import READING_DOUBT, Hit
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import ReadBy

OCR_DOUBT = (
    "Angka dibaca dari gambar dan satu angka yang salah baca sudah menjelaskannya; periksa halamannya.",
    "The figures were read from a picture and one misread digit would explain it; look at the page.",
)

DECIMAL_DOUBT = (
    "Kedua angka hanya berbeda letak tanda desimalnya; periksa bacaannya.",
    "The two figures differ only by the place of the decimal mark; check the reading.",
)

Holds = Callable[[Sequence[Decimal]], bool]
"""Whether the figures would agree, were their values these (in the order given)."""


def other_readings(value: Decimal) -> Iterator[Decimal]:
    """The figures that differ from `value` in one digit and are as long."""
    sign, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int):
        return  # no number
    for place, digit in enumerate(digits):
        for other in range(0 if place or len(digits) == 1 else 1, 10):
            if other != digit:
                yield Decimal((sign, (*digits[:place], other, *digits[place + 1 :]), exponent))


def misread(figures: Sequence[Observation], holds: Holds) -> tuple[Observation, Decimal] | None:
    """A figure read from a picture that with one other digit would make the figures agree, and its value then.

    None when there is no such figure, or one of the figures has no value.
    """
    values = [o.value for o in figures if o.value is not None]
    if len(values) < len(figures):
        return None
    for place, figure in enumerate(figures):
        if figure.place.read_by is not ReadBy.OCR:
            continue
        for other in other_readings(values[place]):
            if holds([*values[:place], other, *values[place + 1 :]]):
                return figure, other
    return None


def unless_reading(hit: Hit, figures: Sequence[Observation], holds: Holds, *, shifted: bool) -> Hit:
    """The hit of a ratio, or a question where the reading may explain it: a figure in doubt, a decimal mark
    at another place (`shifted`), or one misread digit."""
    if any(doubtful(o) for o in figures):
        return hit.as_doubt(*READING_DOUBT)
    if shifted:
        return hit.as_doubt(*DECIMAL_DOUBT)
    return unless_misread(hit, figures, holds)


def unless_misread(hit: Hit, figures: Sequence[Observation], holds: Holds) -> Hit:
    """The hit, or a question where one misread digit would explain it."""
    found = misread(figures, holds)
    if found is None:
        return hit
    figure, other = found
    decimals = figure.decimals
    return hit.as_doubt(
        f"{OCR_DOUBT[0]} Cocok bila {printed(figure)} sebenarnya {number_id(other, decimals)}.",
        f"{OCR_DOUBT[1]} It would agree if {printed(figure)} were {number_en(other, decimals)}.",
    )
