"""Contradictions that the reading may explain: questions, not accusations.

A figure in doubt, a decimal mark at another place, or, in figures read from a picture, one misread digit; then
with the figure that would hold.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from lkjip_checks.numbers_text import number_en, number_id, printed
from lkjip_checks.rows import doubtful, sum_of, value_of
from lkjip_checks.rule import READING_DOUBT, Hit
from lkjip_schemas.finding import OtherReading
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

MOST_NAMED = 3
"""Figures that a question names; a sum may have many parts with such a digit."""

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


def misread(figures: Sequence[Observation], holds: Holds) -> list[tuple[Observation, list[Decimal]]]:
    """The figures read from a picture that with one other digit would make all of them agree, each with
    the values that would; none when one of the figures has no value."""
    values = [o.value for o in figures if o.value is not None]
    if len(values) < len(figures):
        return []
    found = []
    for place, figure in enumerate(figures):
        if figure.place.read_by is ReadBy.OCR:
            others = [
                other
                for other in other_readings(values[place])
                if holds([*values[:place], other, *values[place + 1 :]])
            ]
            if others:
                found.append((figure, others))
    return found


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
    return _question(hit, misread(figures, holds))


def unless_misread_sums(hit: Hit, sums: Iterable[tuple[Observation, Sequence[Observation]]]) -> Hit:
    """The hit of printed sums, each with its parts, or a question where one misread digit of a sum or of a
    part would explain one of them."""
    found = []
    for whole, parts in sums:
        missing = value_of(whole) - sum_of(parts)
        for figure, change in ((whole, -missing), *((p, missing) for p in parts)):
            if figure.place.read_by is ReadBy.OCR and figure.value is not None:
                other = figure.value + change
                if other in other_readings(figure.value):
                    found.append((figure, [other]))
    return _question(hit, found)


def _question(hit: Hit, found: Sequence[tuple[Observation, Sequence[Decimal]]]) -> Hit:
    """The hit as a question that names the first figures that may be misread, or the hit if there are none.

    Figures with a single other reading that would do are in doubt from then on (`Hit.misread`).
    """
    if not found:
        return hit
    would_id, would_en = [], []
    for figure, (other, *_) in found[:MOST_NAMED]:
        would_id.append(f"{printed(figure)} sebenarnya {number_id(other, figure.decimals)}")
        would_en.append(f"{printed(figure)} were {number_en(other, figure.decimals)}")
    return hit.as_doubt(
        f"{OCR_DOUBT[0]} Cocok bila {', atau '.join(would_id)}.",
        f"{OCR_DOUBT[1]} It would agree if {', or '.join(would_en)}.",
        tuple(
            OtherReading(page=o.place.page, box=o.place.box, text=number_id(others[0], o.decimals))
            for o, others in found
            if len(others) == 1
        ),
    )
