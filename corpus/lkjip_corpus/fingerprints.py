"""Which code read and judged a report: with the same code an unchanged file needs neither again."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable

READING_PACKAGES = ("lkjip_schemas", "lkjip_extract", "lkjip_normalize")
RULE_PACKAGES = ("lkjip_checks",)


@dataclass(frozen=True, slots=True)
class Code:
    """Fingerprints of the code that reads and of the code that judges."""

    reading: str
    rules: str


@cache
def current_code() -> Code:
    """Those of the installed packages."""
    return Code(_fingerprint(READING_PACKAGES), _fingerprint(RULE_PACKAGES))


def _fingerprint(packages: Iterable[str]) -> str:
    digest = blake2b(digest_size=16)
    for package in packages:
        for name, body in sorted(_sources(files(package))):
            digest.update(name.encode() + b"\0" + body + b"\0")
    return digest.hexdigest()


def _sources(folder: Traversable, inside: str = "") -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            found += _sources(entry, f"{inside}{entry.name}/")
        elif entry.name.endswith((".py", ".toml")):
            found.append((inside + entry.name, entry.read_bytes().replace(b"\r\n", b"\n")))
    return found
