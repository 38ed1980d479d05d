"""The one test command: makes an environment, installs lkjip into it, and runs every check.

    python3 tests/run.py [--fresh] [--quick] [PYTEST ARGUMENTS...]

Needs Python 3.11+ and pip. `--fresh` starts from an empty environment, `--quick` runs pytest only.
Tests on real files run when ../shared is there, and are counted as skipped when it is not.
"""

import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv-test"


def python() -> Path:
    """The interpreter of the test environment."""
    folder = "Scripts" if os.name == "nt" else "bin"
    return ENVIRONMENT / folder / ("python.exe" if os.name == "nt" else "python")


def run(*command: str) -> int:
    """Run a command in the repository and give its exit code."""
    sys.stderr.write("+ " + " ".join(command) + "\n")
    sys.stderr.flush()
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def main(arguments: list[str]) -> int:
    """Set up and check; the first failing step decides the exit code, but pytest always runs."""
    fresh = "--fresh" in arguments
    quick = "--quick" in arguments
    rest = [a for a in arguments if a not in {"--fresh", "--quick"}]
    if fresh or not python().exists():
        venv.create(ENVIRONMENT, clear=True, with_pip=True)
    inside = str(python())
    if run(inside, "-m", "pip", "install", "--quiet", "--editable", ".[dev]") != 0:
        sys.stderr.write("pip could not install lkjip and its development packages (see above)\n")
        return 3
    codes: list[int] = []
    if not quick:
        codes = [
            run(inside, "-m", "ruff", "check", "."),
            run(inside, "-m", "ruff", "format", "--check", "."),
            run(inside, "-m", "mypy"),
            run(inside, "-c", "from importlinter.cli import lint_imports_command as c; c()"),
            run(inside, "docs/generate.py", "--check"),
        ]
    codes.append(run(inside, "-m", "pytest", *rest))
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
