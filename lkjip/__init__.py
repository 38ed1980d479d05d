"""lkjip reads Indonesian government performance reports (LKjIP) into data and shows their contradictions.

For notebooks:

    >>> import lkjip
    >>> data = lkjip.open("lkjip.db")          # doctest: +SKIP
    >>> data.indicators()                      # doctest: +SKIP
"""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lkjip_corpus.frames import Dataset

__version__ = "0.1.0"
__all__ = ["__version__", "open"]


def open(path: Path | str) -> "Dataset":
    """The dataset in a database that `lkjip run` made, as pandas frames. DatabaseError when it cannot be read."""
    from lkjip_corpus.frames import open_dataset

    return open_dataset(path)
