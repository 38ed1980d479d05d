"""The command line as a user runs it: a process, its exit code, stdout and stderr."""

import subprocess
import sys

import pytest


@pytest.fixture(scope="session")
def lkjip():
    """Runs `lkjip` with the given arguments in a process of its own."""

    def run(*arguments):
        return subprocess.run(
            [sys.executable, "-m", "lkjip", *map(str, arguments)],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )

    return run
