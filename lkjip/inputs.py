"""The PDFs that paths stand for."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from lkjip.sources import REMOTE, NoRemoteFiles, Source, remote_files


@dataclass(frozen=True, slots=True)
class Inputs:
    """PDFs in a fixed order, and the paths that gave none: `missing` is not there or not reached, `without` holds no
    PDF."""

    files: tuple[Source, ...]
    missing: tuple[str, ...]
    without: tuple[str, ...]


def collect(paths: Iterable[Path | str]) -> Inputs:
    """Files as given, folders searched through; every file once, sorted within its folder.

    A file that the user names is taken whatever it is called. Links to folders are not followed, so
    a circle of links cannot hold the search. Addresses ("s3://bucket/folder") are looked at through fsspec.
    """
    files: dict[Source, None] = {}
    missing: list[str] = []
    without: list[str] = []
    for given in paths:
        if isinstance(given, str) and REMOTE in given:
            try:
                remote = remote_files(given)
            except NoRemoteFiles as error:
                missing.append(str(error))
                continue
            if not remote:
                without.append(given)
            files.update(dict.fromkeys(remote))
            continue
        path = Path(given)
        if not _reachable(path):
            missing.append(str(path))
        elif path.is_dir():
            found = _pdfs(path)
            if not found:
                without.append(str(path))
            files.update(dict.fromkeys(p for p in found if p.is_file()))
            missing += [str(p) for p in found if not p.is_file()]  # a pipe, a device, a link to nothing
        elif path.is_file():  # not a pipe or a device, which would never end
            files[path] = None
        else:
            missing.append(str(path))
    return Inputs(tuple(files), tuple(missing), tuple(without))


def _reachable(path: Path) -> bool:
    """Whether the system lets us look at a path and, if it is a folder, into it."""
    try:
        path.stat()
        if path.is_dir():
            next(iter(os.scandir(path)), None)
    except OSError:
        return False
    return True


def _pdfs(folder: Path) -> list[Path]:
    found = []
    for root, folders, names in os.walk(folder):
        folders.sort()
        found += [Path(root) / name for name in sorted(names) if name.lower().endswith(".pdf")]
    return found
