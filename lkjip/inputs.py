"""The PDFs that paths stand for."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Inputs:
    """PDFs in a fixed order, and the paths that gave none: `missing` does not exist, `without` holds no PDF."""

    files: tuple[Path, ...]
    missing: tuple[Path, ...]
    without: tuple[Path, ...]


def collect(paths: Iterable[Path]) -> Inputs:
    """Files as given, folders searched through; every file once, sorted within its folder.

    A file that the user names is taken whatever it is called. Links to folders are not followed, so
    a circle of links cannot hold the search.
    """
    files: dict[Path, None] = {}
    missing: list[Path] = []
    without: list[Path] = []
    for path in paths:
        if path.is_dir():
            found = _pdfs(path)
            if not found:
                without.append(path)
            files.update(dict.fromkeys(found))
        elif path.exists():
            files[path] = None
        else:
            missing.append(path)
    return Inputs(tuple(files), tuple(missing), tuple(without))


def _pdfs(folder: Path) -> list[Path]:
    found = []
    for root, folders, names in os.walk(folder):
        folders.sort()
        found += [Path(root) / name for name in sorted(names) if name.lower().endswith(".pdf")]
    return found
