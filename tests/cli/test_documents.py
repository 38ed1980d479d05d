"""The generated documents and the sample are what the code makes."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "corpus" / "samples" / "lkjip-kecamatan-contoh-2023.pdf"
DOCUMENTS = ("rules.md", "cli.md", "data-dictionary.md")


def python(script, *arguments):
    return subprocess.run(
        [sys.executable, str(ROOT / script), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("script", ["docs/generate.py", "corpus/samples/make_sample.py"])
def test_what_is_committed_is_current(script):
    done = python(script, "--check")
    assert done.returncode == 0, done.stderr


def test_check_writes_nothing_and_fails(tmp_path):
    done = python("docs/generate.py", "--check", tmp_path)
    assert done.returncode == 1
    assert done.stderr.count("out of date") == len(DOCUMENTS)
    assert not list(tmp_path.iterdir())
    assert python("docs/generate.py", tmp_path).returncode == 0
    assert python("docs/generate.py", "--check", tmp_path).returncode == 0
    assert all(b"\r" not in (tmp_path / name).read_bytes() for name in DOCUMENTS)


def agreement_figures(lkjip, pdf, folder):
    """(page, subject, measure, value, read_by) of the figures on the pages of the agreements."""
    done = lkjip("run", pdf, "--db", folder / f"{pdf.stem}.db", "--lang", "en")
    assert done.returncode == 0, done.stderr
    lkjip("export", "--db", folder / f"{pdf.stem}.db", "--format", "csv", folder / pdf.stem)
    with (folder / pdf.stem / "observations.csv").open(encoding="utf-8", newline="") as stream:
        rows = [r for r in csv.DictReader(stream) if r["page"] in {"17", "19"}]
    return done.stdout, rows


def test_agreements_are_read_alike_as_text_and_as_pictures(lkjip, tmp_path):
    pdf = tmp_path / "drawn.pdf"
    made = python("corpus/samples/make_sample.py", "--drawn-agreements", "--output", pdf)
    assert made.returncode == 0, made.stderr
    _, drawn = agreement_figures(lkjip, pdf, tmp_path)
    told, scanned = agreement_figures(lkjip, SAMPLE, tmp_path)
    assert {r["read_by"] for r in drawn} == {"text"}
    assert {r["read_by"] for r in scanned} == {"ocr"}
    sides = ("page", "measure", "period", "raw", "value")
    assert [[r[s] for s in sides] for r in scanned] == [[r[s] for s in sides] for r in drawn] != []
    assert all(figure in told for figure in ("70.00", "80", "75 "))
