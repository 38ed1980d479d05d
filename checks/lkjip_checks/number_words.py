"""Numbers written as words ("tujuh", "dua puluh satu")."""

_ONES = (
    "nol",
    "satu",
    "dua",
    "tiga",
    "empat",
    "lima",
    "enam",
    "tujuh",
    "delapan",
    "sembilan",
    "sepuluh",
    "sebelas",
)
NUMBER_WORDS = {
    **{word: number for number, word in enumerate(_ONES)},
    **{f"{_ONES[n]} belas": 10 + n for n in range(2, 10)},
    **{f"{_ONES[t]} puluh": 10 * t for t in range(2, 10)},
    **{f"{_ONES[t]} puluh {_ONES[n]}": 10 * t + n for t in range(2, 10) for n in range(1, 10)},
}
"""Numbers up to 99 by their word."""
