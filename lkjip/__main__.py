"""`python -m lkjip`."""

from lkjip.cli import entry

entry()
