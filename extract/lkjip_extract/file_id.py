"""What names a report: the content of its file."""

import hashlib
from errno import ENOENT
from pathlib import Path


def file_id(path: Path) -> str:
    """sha256 of the file in hexadecimal: the report_id. FileNotFoundError for what is no ordinary file: reading a pipe
    or a device might never end."""
    if not path.is_file():
        raise FileNotFoundError(ENOENT, "not an ordinary file", str(path))
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for block in iter(lambda: stream.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()
