"""The words of the pages in the reader's language."""

from dataclasses import dataclass

from lkjip_corpus.words import what_in_words, word
from lkjip_schemas.bilingual import Language, half, pick


@dataclass(frozen=True, slots=True)
class Words:
    """Called with an Indonesian and an English text, gives the one to show."""

    language: Language

    def __call__(self, indonesian: str, english: str) -> str:
        """The text in the reader's language."""
        return pick(self.language, indonesian, english)

    def of(self, value: str) -> str:
        """A word of the database as people read it."""
        return word(value, self.language)

    def what(self, value: str) -> str:
        """What a figure is, its measure in plain words."""
        return what_in_words(value, self.language)

    def half(self, field: str) -> str:
        """The text in the reader's language of a field that holds both."""
        return half(self.language, field)
