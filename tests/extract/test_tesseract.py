"""Tesseract as second opinion on figures, spoken by a program that answers what the test wants."""

import sys

import numpy as np
import pytest

from lkjip_extract.scans import page_scan, store, tesseract
from lkjip_extract.scans.engine import Recognised

PROGRAM = """#!{python}
import sys
if "--list-langs" in sys.argv:
    print("List of available languages (2):\\neng\\n{language}")
elif "--version" in sys.argv:
    print("tesseract 5.3.0\\n leptonica-1.82.0")
else:
    {answer}
"""
WHITE = np.full((40, 120, 3), 255, dtype=np.uint8)


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """Installs the program with its answer to a list of pictures (Python statements)."""
    if sys.platform == "win32":
        pytest.skip("a script is no program on Windows")

    def install(answer, language="ind"):
        path = tmp_path / "tesseract"
        path.write_text(PROGRAM.format(python=sys.executable, language=language, answer=answer))
        path.chmod(0o755)
        monkeypatch.setenv("LKJIP_TESSERACT", str(path))
        tesseract.version.cache_clear()

    yield install
    tesseract.version.cache_clear()


def says(*texts):
    return "sys.stdout.write('\\f'.join(" + repr([*texts, ""]) + "))"


def test_lines_are_answered_in_their_order(installed):
    installed("n = len(open(sys.argv[1]).readlines()); sys.stdout.write('12\\n\\f34\\n\\f')")
    assert tesseract.opinions([WHITE, WHITE]) == ["12", "34"]


@pytest.mark.parametrize(
    "answer", ["sys.exit(1)", "print('half an answer')", "sys.stdout.buffer.write(b'\\xff\\f' * 1)"]
)
def test_a_program_that_fails_has_no_opinion(installed, answer):
    installed(answer)
    assert tesseract.opinions([WHITE, WHITE]) == ["", ""]


@pytest.mark.parametrize(
    "answer", ["time.sleep(60)", "os.close(1); time.sleep(60)", "sys.stdout.write('12\\f'); time.sleep(60)"]
)
def test_a_program_that_hangs_has_no_opinion(installed, monkeypatch, answer):
    installed("import os, time; " + answer)
    assert tesseract.version()
    monkeypatch.setattr(tesseract, "SECONDS", 1)
    assert tesseract.opinions([WHITE]) == [""]


def test_a_program_that_prints_without_end_is_stopped(installed):
    installed("while True: sys.stdout.write('12' * 50_000)")
    assert tesseract.opinions([WHITE]) == [""]


def test_what_a_program_says_on_the_side_does_not_hold_it(installed):
    installed("sys.stderr.write('x' * 1_000_000); " + says("12"))
    assert tesseract.opinions([WHITE]) == ["12"]


def test_without_indonesian_data_it_is_not_asked(installed):
    installed(says("12"), language="deu")
    assert tesseract.version() == ""
    assert tesseract.opinions([WHITE]) == [""]


@pytest.mark.parametrize(
    ("opinion", "reading", "contradicts"),
    [
        ("7.100", "7.400", True),
        ("92,15", "92,75 %", True),
        ("7.400", "7.400", False),
        ("Rp 7.400", "7.400", False),
        ("7.40", "7.400", False),  # a digit is lost: no opinion
        ("958", "95%", False),
        ("3", "8", False),  # single digits it reads badly
        ("", "7.400", False),
    ],
)
def test_only_another_digit_contradicts(opinion, reading, contradicts):
    assert tesseract.contradicts(opinion, reading) is contradicts


@pytest.fixture
def engine_that_reads(monkeypatch):
    def give(*texts):
        readings = [Recognised(text, (0.5,) * len(text), (0.99,) * len(text)) for text in texts]
        monkeypatch.setattr(page_scan.engine, "recognise", lambda lines: readings[: len(lines)])
        return readings

    return give


def test_a_contradicted_figure_has_both_readings(installed, engine_that_reads):
    first = engine_that_reads("7.400.000", "81,25", "1.")
    installed(says("7.100.000", "81,25", "7."))
    assert page_scan._second_readings([WHITE] * 3, first) == {0: "7.100.000", 1: "81,25", 2: "1."}


def test_readings_with_and_without_it_are_kept_apart(installed, tmp_path, monkeypatch):
    installed(says(""))
    with_it = store._path("ab", 1)
    monkeypatch.setenv("LKJIP_TESSERACT", "no")
    tesseract.version.cache_clear()
    assert store._path("ab", 1) != with_it
