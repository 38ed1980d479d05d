"""Where readings of scanned pages are kept: the system's folder for caches, or LKJIP_CACHE.

It holds the text of the pages, with the names on them; it may be deleted at any time.
"""

import os
from pathlib import Path


def folder() -> Path:
    """The folder; it need not exist yet."""
    own = os.environ.get("LKJIP_CACHE")
    if own:
        return Path(own)
    import platformdirs

    return Path(platformdirs.user_cache_dir("lkjip", appauthor=False)) / "scans"


def writable() -> bool:
    """Whether readings can be kept there: it, or the nearest folder above it, may be written."""
    nearest = next(p for p in (folder().absolute(), *folder().absolute().parents) if p.exists())
    return nearest.is_dir() and os.access(nearest, os.W_OK | os.X_OK)
