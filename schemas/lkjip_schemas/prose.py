"""What is kept of the text outside tables: headings, table of contents, statements, laws, signatures."""

from decimal import Decimal

from lkjip_schemas.place import Place
from lkjip_schemas.record import Record


class Heading(Record):
    """A heading of the body: `level` from 1 (BAB), `number` as printed ("BAB III", "3.1", "A.")."""

    level: int
    number: str
    title: str
    place: Place


class ContentsEntry(Record):
    """A line of the table of contents; `printed_page` is the page number it gives ("12", "iv"), `found` whether
    the body prints its title (letters compared, wherever lines break)."""

    number: str
    title: str
    printed_page: str
    place: Place
    found: bool = True


class Statement(Record):
    """An amount or a percentage in a sentence, and what it speaks of.

    `measure` is one of the measures, or "other:NAME"; empty where the sentence does not say.
    `subject` is the program, kegiatan, sasaran or indicator it names, `heading` the heading it stands under.
    """

    sentence: str
    subject: str
    measure: str
    period: str
    value: Decimal | None
    text: str
    unit: str
    raw: str
    heading: str
    place: Place


class LegalRef(Record):
    """A law or regulation that the text names.

    `kind` is the short name of its type ("UU", "Permendagri"), `article` the article cited, `title` what
    stands behind "tentang".
    """

    kind: str
    number: str
    year: int
    article: str
    title: str
    text: str
    place: Place


class Official(Record):
    """A person in a block of signatures; what is not printed is empty. `place` is that of the name."""

    role: str
    name: str
    rank: str
    nip: str
    signed: str
    place: Place


class Count(Record):
    """A number written as numeral and, in brackets, as word."""

    digits: str
    words: str
    text: str
    place: Place


class ReportYear(Record):
    """A year that a sentence gives to the report itself, with the words that do."""

    year: int
    text: str
    sentence: str
    place: Place


class Misspelling(Record):
    """A word that is misspelt, how often, and where first; `right` is how it is spelt."""

    word: str
    right: str
    mentions: int
    place: Place


class Repeat(Record):
    """A sentence printed several times, with all its places."""

    text: str
    places: tuple[Place, ...]


class ToldSentence(Record):
    """A sentence outside tables, and the heading it stands under."""

    text: str
    heading: str
    place: Place


class NamedUnit(Record):
    """A kecamatan that a sentence takes the report, its head or its agreement to be of; or the regency or city of an
    institution that a sentence names."""

    name: str
    text: str
    sentence: str
    place: Place


class FigureCaption(Record):
    """The caption of a figure: its number as printed ("1.2") and its title."""

    number: str
    title: str
    place: Place


class Topic(Record):
    """A topic that the report speaks of, with the place of its first mention and all pages that mention it."""

    name: str
    mentions: int
    place: Place
    pages: tuple[int, ...] = ()


class Prose(Record):
    """Everything kept of the text outside tables, in the order of the pages."""

    headings: tuple[Heading, ...] = ()
    contents: tuple[ContentsEntry, ...] = ()
    statements: tuple[Statement, ...] = ()
    legal_refs: tuple[LegalRef, ...] = ()
    officials: tuple[Official, ...] = ()
    topics: tuple[Topic, ...] = ()
    counts: tuple[Count, ...] = ()
    report_years: tuple[ReportYear, ...] = ()
    misspellings: tuple[Misspelling, ...] = ()
    repeats: tuple[Repeat, ...] = ()
    named_units: tuple[NamedUnit, ...] = ()
    named_regions: tuple[NamedUnit, ...] = ()
    sentences: tuple[ToldSentence, ...] = ()
    captions: tuple[FigureCaption, ...] = ()
