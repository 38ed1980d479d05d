"""Texts printed over each other are told apart by the order in which the file draws them."""

import numpy as np
import pytest

from lkjip_extract.glyphs import Glyphs, Turn
from lkjip_extract.lines import build_lines

SIZE = 10.0


def glyphs(*runs):
    """Characters of runs (text, left, top) of a font of equal widths, drawn one after the other."""
    letters, boxes, blanks = [], [], []
    for text, left, top in runs:
        after_blank = False
        for k, letter in enumerate(text):
            if letter == " ":
                after_blank = True
                continue
            letters.append(letter)
            boxes.append((left + k * SIZE * 0.6, top, left + (k + 1) * SIZE * 0.6, top + SIZE))
            blanks.append(after_blank)
            after_blank = False
    upright = np.zeros(len(letters), dtype=bool)
    return Glyphs(letters, np.array(boxes), np.array(blanks), upright, Turn(0, 600.0, 800.0))


def texts(*runs):
    found = glyphs(*runs)
    return [line.text for line in build_lines(found, np.zeros(len(found), dtype=np.int64))]


def test_two_texts_in_one_place():
    assert texts(("RENCANA STRATEGIS", 102, 50), ("KECAMATAN PADANG PANJANG", 100, 52)) == [
        "RENCANA STRATEGIS",
        "KECAMATAN PADANG PANJANG",
    ]


def test_the_upper_text_comes_first():
    assert texts(("Masyarakat miskin", 101, 53), ("Peningkatan pelayanan", 98, 50)) == [
        "Peningkatan pelayanan",
        "Masyarakat miskin",
    ]


@pytest.mark.parametrize("shift", [2.0, 4.0])
def test_a_shadow_is_one_text(shift):
    assert texts(("PEMERINTAH KOTA", 100, 50), ("PEMERINTAH KOTA", 100 + shift, 50.5)) == ["PEMERINTAH KOTA"]


def test_texts_side_by_side_are_one_line():
    assert texts(("Target", 100, 50), ("Realisasi", 160, 50)) == ["Target Realisasi"]
