"""Where the PDF of a stored report is: only a file with the very content that was read is ever shown."""

import os
from collections.abc import Sequence
from pathlib import Path
from threading import Lock

from lkjip_corpus.store import Store
from lkjip_extract.reading import file_id


class Files:
    """Finds PDFs by the place they were read from, or by name in the given folders."""

    def __init__(self, folders: Sequence[Path] = ()) -> None:
        """`folders` are looked through where a file has moved."""
        self._folders = tuple(folders)
        self._known: dict[tuple[str, int, int], str] = {}
        self._lock = Lock()

    def find(self, store: Store, report_id: str, name: str) -> Path | None:
        """The file whose content has the sha256 `report_id`; None when it is nowhere."""
        places = [Path(p) for p in (store.place_of(report_id),) if p]
        for folder in self._folders:
            places += [Path(root) / name for root, _, names in os.walk(folder) if name in names]
        return next((p for p in places if self._is(p, report_id)), None)

    def _is(self, path: Path, report_id: str) -> bool:
        try:
            state = path.stat()
            key = (str(path), state.st_mtime_ns, state.st_size)
            with self._lock:
                known = self._known.get(key)
            if known is None:
                known = file_id(path)
                with self._lock:
                    self._known[key] = known
        except OSError:
            return False
        return known == report_id
