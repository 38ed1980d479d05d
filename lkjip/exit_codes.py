"""Exit codes of the command line (data contract)."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the shell is told."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    MISSING = 3
    NO_INPUT = 4
    SOME_FAILED = 5
    DATABASE = 6
    INTERRUPTED = 130
