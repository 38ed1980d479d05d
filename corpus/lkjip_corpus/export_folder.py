"""A folder that an export fills: written beside its place first, then put there whole."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from lkjip_corpus.errors import ExportError, translated_export

MARKER = ".lkjip-export"
"""Stands in a folder that an export made: only such a folder is ever replaced."""


@contextmanager
def export_folder(folder: Path) -> Iterator[Path]:
    """A new folder to write into; afterwards it stands at `folder`, in place of an earlier export.

    ExportError when `folder` holds anything else than an earlier export, or cannot be written.
    """
    if folder.exists() and not _ours(folder):
        raise ExportError(
            f"{folder} sudah ada dan bukan hasil ekspor lkjip; pilih folder lain atau kosongkan.",
            f"{folder} exists and is no export of lkjip; choose another folder or empty it.",
        )
    draft = folder.with_name(f".{folder.name}.tmp")
    with translated_export(folder):
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        try:
            (draft / MARKER).write_text("", encoding="utf-8")
            yield draft
            if folder.exists():
                shutil.rmtree(folder)
            draft.replace(folder)
        finally:
            shutil.rmtree(draft, ignore_errors=True)


def _ours(folder: Path) -> bool:
    return folder.is_dir() and ((folder / MARKER).exists() or not any(folder.iterdir()))
