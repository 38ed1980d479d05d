"""Document to Report: numbers, headings, kinds of tables, identity."""

from lkjip_normalize.report import normalize

__all__ = ["normalize"]
