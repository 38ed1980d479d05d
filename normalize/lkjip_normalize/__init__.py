"""Document to Report: numbers, headings, kinds of tables, identity."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lkjip_normalize.report import normalize

__all__ = ["normalize"]


def __getattr__(name: str) -> Any:
    """Loaded by those who read reports; comparing names needs a part of it only."""
    if name != "normalize":
        raise AttributeError(name)
    from lkjip_normalize.report import normalize

    return normalize
