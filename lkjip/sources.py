"""Where PDFs lie: files on this machine, or files behind any protocol that fsspec knows (s3://, https://, sftp://)."""

import atexit
import hashlib
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

REMOTE = "://"
"""Stands in every address of a file that is not on this machine."""


@dataclass(frozen=True, slots=True, order=True)
class RemoteFile:
    """A file behind an fsspec address."""

    url: str

    @property
    def name(self) -> str:
        """The file's base name."""
        return PurePosixPath(self.url.split(REMOTE, 1)[1]).name

    def __str__(self) -> str:
        """The address."""
        return self.url


Source = Path | RemoteFile


class NoRemoteFiles(Exception):
    """fsspec, or its part for a protocol, is not installed; or the address answers with an error."""


def remote_files(address: str) -> list[RemoteFile]:
    """The PDFs behind an address: one file, or all in a folder. NoRemoteFiles with the reason when it cannot be
    looked at."""
    files = _filesystem(address)
    protocol = address.split(REMOTE, 1)[0]
    try:
        if files.isfile(address):
            return [RemoteFile(address)]
        found = sorted(p for p in files.find(address) if p.lower().endswith(".pdf"))
    except Exception as error:  # every protocol has errors of its own
        raise NoRemoteFiles(f"{address}: {error}") from error
    return [RemoteFile(p if REMOTE in p else f"{protocol}{REMOTE}{p}") for p in found]


def source_id(source: Source) -> str:
    """sha256 of a file, the report_id, read from where it lies. OSError when it cannot be read."""
    if isinstance(source, Path):
        from lkjip_extract.file_id import file_id

        return file_id(source)
    digest = hashlib.sha256()
    try:
        with _filesystem(source.url).open(source.url, "rb") as stream:
            for block in iter(lambda: stream.read(1 << 20), b""):
                digest.update(block)
    except NoRemoteFiles as error:
        raise OSError(str(error)) from error
    return digest.hexdigest()


def local_copy(source: Source) -> Path:
    """The file itself, or a copy of a remote one that this process keeps until it ends. OSError when it cannot be
    fetched."""
    if isinstance(source, Path):
        return source if _is_text(source) else _under_another_name(source)
    place = _scratch() / hashlib.sha256(source.url.encode()).hexdigest()[:16] / (source.name or "laporan.pdf")
    if not place.exists():
        place.parent.mkdir(exist_ok=True)
        draft = place.with_suffix(".part")
        try:
            _filesystem(source.url).get_file(source.url, str(draft))
        except OSError:
            raise
        except Exception as error:
            raise OSError(str(error)) from error
        draft.replace(place)
    return place


def _is_text(path: Path) -> bool:
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def _under_another_name(path: Path) -> Path:
    """A copy of a file whose name is no text: no library opens it under its own."""
    name = str(path.name).encode("utf-8", "replace").decode()
    place = _scratch() / hashlib.sha256(bytes(path)).hexdigest()[:16] / name
    if not place.exists():
        place.parent.mkdir(exist_ok=True)
        shutil.copyfile(path, place)
    return place


@cache
def _scratch() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="lkjip-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


def _filesystem(address: str) -> Any:
    try:
        from fsspec.core import url_to_fs

        return url_to_fs(address)[0]
    except ImportError as error:
        raise NoRemoteFiles(f"{address}: {error}; pip install 'lkjip[distributed]'") from error
    except ValueError as error:  # an unknown protocol
        raise NoRemoteFiles(f"{address}: {error}") from error
