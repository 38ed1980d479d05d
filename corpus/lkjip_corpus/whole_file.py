"""A file that is there whole or not at all."""

from pathlib import Path


def check_writable(path: Path) -> None:
    """OSError when no file can be made in the folder of `path`."""
    draft = _draft(path)
    draft.touch()
    draft.unlink()


def write_whole(path: Path, data: bytes | memoryview) -> None:
    """Write `data` to a file beside `path`, then put that in its place: a disk that is full half way leaves what stood
    there before. OSError when it cannot be written."""
    draft = _draft(path)
    try:
        draft.write_bytes(data)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _draft(path: Path) -> Path:
    return path.with_name(f".{path.name}.tmp")
