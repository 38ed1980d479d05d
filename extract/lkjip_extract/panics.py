"""Panics of libraries written in Rust: no `except Exception` sees them, no process can send them to another."""

from collections.abc import Iterator
from contextlib import contextmanager


class ReaderPanic(RuntimeError):
    """The library that reads a page gave up inside; the message is its own."""


@contextmanager
def panics_told() -> Iterator[None]:
    """A panic inside the block (pyo3's PanicException, a BaseException) becomes a `ReaderPanic`."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise ReaderPanic(str(error)) from None
        raise
