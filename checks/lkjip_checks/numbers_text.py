"""Figures in messages: computed ones in Indonesian or English form, printed ones as printed."""

import textwrap
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal

from lkjip_schemas.records import Observation

PERCENT_PLACES = 2
"""Decimals of computed percentages (LKjIP print two: domain notes section 3)."""

MOST_PARTS = 12
"""Sums of more parts than this are told by their number, not part by part."""

SHOWN_LETTERS = 160
"""Letters of a printed sentence that a message shows, at most."""


def rounded(value: Decimal, places: int) -> Decimal:
    """`value` with `places` decimals, halves away from zero."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def _plain(value: Decimal, places: int | None) -> str:
    if places is not None:
        value = rounded(value, places)
    elif value == value.to_integral_value():
        value = value.quantize(Decimal(1))
    return f"{value:,f}"


def number_id(value: Decimal, places: int | None = None) -> str:
    """Indonesian form: 1.234.567,89. Whole numbers lose printed zeros behind the comma."""
    return _plain(value, places).translate(str.maketrans(",.", ".,"))


def number_en(value: Decimal, places: int | None = None) -> str:
    """English form: 1,234,567.89."""
    return _plain(value, places)


def percent_id(value: Decimal, places: int = PERCENT_PLACES) -> str:
    """A computed percentage in Indonesian form: 85,34 %."""
    return f"{number_id(value, places)} %"


def percent_en(value: Decimal, places: int = PERCENT_PLACES) -> str:
    """A computed percentage in English form: 85.34 %."""
    return f"{number_en(value, places)} %"


def printed(observation: Observation) -> str:
    """The figure as it is printed, on one line."""
    return " ".join(observation.raw.split()) or observation.text or str(observation.value)


def quoted(subject: str) -> str:
    """A printed label in quotation marks."""
    return f"“{' '.join(subject.split()) or '—'}”"


def shown(text: str, letters: int = SHOWN_LETTERS, about: str = "") -> str:
    """The beginning of a printed sentence in whole words, with … where more follows; its part up to `about`, words of
    it, where they stand further on."""
    text = " ".join(text.split())
    if about and text.find(about) + len(about) > letters:
        end = text.find(about) + len(about)
        more = " …" if end < len(text) else ""
        return f"… {text[end - letters : end].partition(' ')[2]}{more}"
    return textwrap.shorten(text, letters, placeholder=" …", break_on_hyphens=False)


def _numbers(pages: Iterable[int]) -> list[str]:
    return [str(p) for p in sorted(set(pages))]


def pages_id(pages: Iterable[int]) -> str:
    """`halaman 17, 18 dan 37`."""
    return f"halaman {joined_id(_numbers(pages))}"


def pages_en(pages: Iterable[int]) -> str:
    """`page 17` or `pages 17, 18 and 37`."""
    numbers = _numbers(pages)
    return f"{'page' if len(numbers) == 1 else 'pages'} {joined_en(numbers)}"


def joined_id(words: Sequence[str]) -> str:
    """A list in a sentence: `a, b dan c`."""
    return _joined(words, "dan")


def joined_en(words: Sequence[str]) -> str:
    """A list in a sentence: `a, b and c`."""
    return _joined(words, "and")


def _joined(words: Sequence[str], conjunction: str) -> str:
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def capital(sentence: str) -> str:
    """The sentence with its first letter in capitals."""
    return sentence[:1].upper() + sentence[1:]


def sum_text(parts: Sequence[Observation]) -> str:
    """The printed parts of a sum, `a + b + c`; empty for one part and for too many to read."""
    return " + ".join(printed(p) for p in parts) if 1 < len(parts) <= MOST_PARTS else ""
