"""The application over the database of the sample."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "samples" / "lkjip-kecamatan-contoh-2023.pdf"


@pytest.fixture(scope="session")
def read_sample(tmp_path_factory):
    """A folder with the sample and its database; tests that write copy it."""
    place = tmp_path_factory.mktemp("review")
    shutil.copy(SAMPLE, place / "lkjip-contoh.pdf")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "lkjip",
            "run",
            str(place / "lkjip-contoh.pdf"),
            "--db",
            str(place / "lkjip.db"),
        ],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return place


@pytest.fixture
def database(read_sample, tmp_path):
    shutil.copy(read_sample / "lkjip.db", tmp_path / "lkjip.db")
    return tmp_path / "lkjip.db"
