"""The generated documents and the sample are what the code makes."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
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


def test_a_sample_whose_agreements_are_pictures_accuses_nobody_of_them(lkjip, tmp_path):
    pdf = tmp_path / "scanned.pdf"
    made = python("corpus/samples/make_sample.py", "--scanned-agreements", "--output", pdf)
    assert made.returncode == 0, made.stderr
    done = lkjip("run", pdf, "--db", tmp_path / "a.db", "--lang", "en")
    assert done.returncode == 0, done.stderr
    assert "Not read: page 16, 17, 18, 19: scanned page (picture), not read yet" in done.stdout
    assert "CP-01" not in done.stdout and "CP-02" not in done.stdout
