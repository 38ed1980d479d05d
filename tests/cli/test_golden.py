"""What the sample's run tells, word for word, in both languages.

LKJIP_WRITE_GOLDEN=1 writes the files anew and fails on purpose, so that the flag cannot stay on.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "corpus" / "samples"


@pytest.mark.parametrize("language", ["id", "en"])
def test_summary_of_the_sample(tmp_path, language):
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "lkjip",
            "run",
            str(SAMPLES),
            "--db",
            str(tmp_path / "x.db"),
            "--lang",
            language,
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    golden = HERE / f"sample.{language}.txt"
    if os.environ.get("LKJIP_WRITE_GOLDEN"):
        golden.write_text(done.stdout, encoding="utf-8", newline="\n")
        pytest.fail("golden file written; run again without LKJIP_WRITE_GOLDEN")
    assert done.stdout == golden.read_text(encoding="utf-8")
