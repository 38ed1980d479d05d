"""Words as reports spell them, brought to one form for comparing (never for showing)."""

import re
from functools import lru_cache

from lkjip_schemas.heading_words import respelled

_SPELLINGS = (
    (re.compile(r"\b(?:prosentase|presentase|persentasi|prosentasi)\b"), "persentase"),
    (re.compile(r"\bindex\b"), "indeks"),
    (re.compile(r"\b(?:nopember)\b"), "november"),
    (re.compile(r"\b(?:pebruari)\b"), "februari"),
    (re.compile(r"\bthn\b|\bth\b"), "tahun"),
    (re.compile(r"\bjml\b"), "jumlah"),
    (re.compile(r"(?<=% )capai\b|\bcapai(?= kinerja\b)"), "capaian"),
)


@lru_cache(8192)
def plain(text: str) -> str:
    """Lower case, punctuation as blanks, known spelling variants made one."""
    words = re.sub(r"[^0-9a-z%&]+", " ", text.lower()).strip()
    for pattern, word in _SPELLINGS:
        words = pattern.sub(word, words)
    return words


MONTHS = "januari|[fp]ebruari|maret|april|mei|juni|juli|agustus|september|oktober|no[pv]ember|desember"
"""Pattern of the names of months, in lower case."""
TURNS = "sedangkan|sementara|adapun|namun|tetapi"
"""Pattern of the words behind which a sentence speaks of something else, in lower case."""
WORD = re.compile(r"[^\W\d_]{3}")
"""Three letters in a row: a text that holds words, not figures and marks alone."""


def letters(text: str) -> str:
    """The letters alone, small: what is the same however words are spaced and marked."""
    return re.sub(r"[^a-z]+", "", text.lower())


def heading(text: str) -> str:
    """`plain`, with misspelt words of headings put right."""
    return " ".join(map(respelled, plain(text).split()))


_SMALL_WORDS = frozenset(
    {"atas", "dan", "terhadap", "tentang", "pada", "di", "tahun", "dari", "untuk", "hasil"}
)


def telling_words(title: str) -> tuple[str, ...]:
    """The words of a title that tell it from others; what is English in some reports is Indonesian."""
    text = plain(title).replace("executive summary", "ikhtisar eksekutif")
    return tuple(w for w in text.split() if len(w) > 1 and w.isalpha() and w not in _SMALL_WORDS)


def years_in(text: str) -> list[int]:
    """Years 1990-2069 printed in a text, in order."""
    return [int(y) for y in re.findall(r"(?<!\d)((?:199|20[0-6])\d)(?!\d)", text)]


def year_span(text: str) -> str:
    """A span such as "2018-2023" when the text prints one, else empty."""
    match = re.search(
        r"(?<!\d)((?:199|20[0-6])\d)\s*(?:-|–|—|s\s?/\s?d\.?|sd\.?|s\.d\.?|sampai dengan|hingga)"
        r"\s*(?:tahun\s+)?((?:199|20[0-6])\d)(?!\d)",
        text,
        re.I,
    )
    return f"{match.group(1)}-{match.group(2)}" if match else ""


def collapse(text: str) -> str:
    """Single blanks, none at the ends."""
    return " ".join(text.split())


_INTERLEAVED = re.compile(r"\b(?:[A-Z]{2}[a-z]{4,}|[a-z]{1,2}[A-Z][a-z]{3,})\w*")
_SWITCH = re.compile(r"[a-z][A-Z]")
MANY_SWITCHES = 3


def garbled(text: str) -> bool:
    """Whether a text shows two lines printed over each other ("SPeandyaurlHuihdaunp MSaehsyaatrakat")."""
    odd = _INTERLEAVED.findall(text)
    return len(odd) > 1 or any(len(_SWITCH.findall(word)) >= MANY_SWITCHES for word in text.split())
