"""Nothing goes over the network: the whole job runs in a network namespace without any."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = Path(__file__).resolve().parents[2] / "corpus" / "samples" / "lkjip-kecamatan-contoh-2023.pdf"


def alone():
    """The command that starts another without a network; None where the system does not allow it."""
    tool = shutil.which("unshare")
    for options in (["-n"], ["-rn"]):
        if tool and subprocess.run([tool, *options, "true"], capture_output=True).returncode == 0:
            return [tool, *options]
    return None


@pytest.mark.skipif(
    alone() is None, reason="no network namespaces here: the test without a network is skipped"
)
def test_the_whole_job_runs_without_a_network(tmp_path):
    database = tmp_path / "lkjip.db"
    for arguments in (
        ["run", str(SAMPLE), "--db", str(database)],
        ["export", "--db", str(database), "--format", "datapackage", str(tmp_path / "out")],
        ["documents", "--db", str(database), str(tmp_path / "papers")],
        ["annotate", str(SAMPLE), "-o", str(tmp_path / "marked.pdf"), "--db", str(database)],
    ):
        done = subprocess.run(
            [*alone(), sys.executable, "-m", "lkjip", *arguments], capture_output=True, text=True
        )
        assert done.returncode == 0, done.stderr
