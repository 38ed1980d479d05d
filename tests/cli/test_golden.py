"""What the sample's run tells, word for word, in both languages.

LKJIP_WRITE_GOLDEN=1 writes the files anew and fails on purpose, so that the flag cannot stay on.
"""

import os
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent
SAMPLES = HERE.parents[1] / "corpus" / "samples"


@pytest.mark.parametrize("language", ["id", "en"])
def test_summary_of_the_sample(lkjip, tmp_path, language):
    done = lkjip("run", SAMPLES, "--db", tmp_path / "x.db", "--lang", language)
    assert done.returncode == 0, done.stderr
    golden = HERE / f"sample.{language}.txt"
    if os.environ.get("LKJIP_WRITE_GOLDEN"):
        golden.write_text(done.stdout, encoding="utf-8", newline="\n")
        pytest.fail("golden file written; run again without LKJIP_WRITE_GOLDEN")
    assert done.stdout == golden.read_text(encoding="utf-8")
