"""What a report says outside its tables: headings, table of contents, sentences with figures, laws, signatures."""

from lkjip_normalize.prose.reading import read_prose

__all__ = ["read_prose"]
