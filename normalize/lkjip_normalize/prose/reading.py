"""A document's text outside tables, read once for everything that is kept of it."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence

from lkjip_normalize.prose.captions import find_captions
from lkjip_normalize.prose.contents import find_contents
from lkjip_normalize.prose.counts import find_counts
from lkjip_normalize.prose.headings import find_headings
from lkjip_normalize.prose.legal_refs import find_legal_refs
from lkjip_normalize.prose.misspellings import find_misspellings
from lkjip_normalize.prose.named_units import find_named_regions, find_named_units
from lkjip_normalize.prose.officials import find_officials
from lkjip_normalize.prose.repeats import find_repeats
from lkjip_normalize.prose.report_years import find_report_years
from lkjip_normalize.prose.sentences import Sentence, sentences
from lkjip_normalize.prose.statements import find_statements
from lkjip_normalize.prose.topics import find_topics
from lkjip_normalize.wording import collapse, letters, telling_words
from lkjip_schemas.document import Document, TextLine
from lkjip_schemas.prose import ContentsEntry, Heading, Prose, ToldSentence

LEAST_WORDS = 4
"""Fewer words are a fragment: a label, a page number, a line of an address."""
_NAME = re.compile(r"^\W*(?:halaman\s+)*(?:BAB\s+[IVX]+\b)?[\W\d]*", re.IGNORECASE)
"""What stands before the name of a chapter; the body may print it on a line of its own."""
_OF_COVER = re.compile(r"daftar|halaman judul|sampul|cover|lampiran", re.IGNORECASE)
"""Entries that no heading of the body repeats in so many words."""
_LAW = re.compile(r"\b(?:peraturan|undang|keputusan|instruksi)\b", re.IGNORECASE)


def _cells_on_laws(document: Document) -> list[Sentence]:
    """Cells of tables that name a law, such as the definition of an indicator."""
    return [
        Sentence(text, ((0, TextLine(text, c.place)),))
        for t in document.tables
        for c in t.cells
        if _LAW.search(text := collapse(c.text))
    ]


def _with_found(contents: Sequence[ContentsEntry], document: Document) -> tuple[ContentsEntry, ...]:
    """The entries of the table of contents, each with whether its title is printed once more than entries have it, be
    it in a line of its own with other small words."""
    if not contents:
        return ()
    lines = [x.text for p in document.pages for x in p.lines]
    printed = letters("".join(lines) + "".join(c.text for t in document.tables for c in t.cells))
    whole = Counter(map(telling_words, lines))
    titles = [letters(_NAME.sub("", e.title)) for e in contents]
    listed = Counter(titles)
    told = [telling_words(e.title) for e in contents]
    told_in = Counter(told)
    return tuple(
        e
        if _OF_COVER.search(e.title) or not title
        else e.model_copy(
            update={
                "found": printed.count(title) > listed[title]
                or (bool(words) and whole[words] > told_in[words])
            }
        )
        for e, title, words in zip(contents, titles, told, strict=True)
    )


_LABELS_OF_CARDS = re.compile(r"\b(?:(?:target|realisasi|capaian)\b\s*){3}", re.IGNORECASE)
"""Cards side by side whose labels and figures make no sentence."""


def _kept(told: Sequence[Sentence], headings: Sequence[Heading]) -> tuple[ToldSentence, ...]:
    """The sentences that are more than a few words, each with the heading above it."""
    places = [(h.place.page, h.place.box.top) for h in headings]
    kept: list[ToldSentence] = []
    for sentence in told:
        if len(sentence.text.split()) < LEAST_WORDS:
            continue
        place = sentence.place(0, len(sentence.text))
        at = bisect_right(places, (place.page, place.box.top))
        kept.append(
            ToldSentence(text=sentence.text, heading=headings[at - 1].title if at else "", place=place)
        )
    return tuple(kept)


def read_prose(document: Document, year: int) -> Prose:
    """Everything kept of the text outside tables; `year` is the report's (0: unknown)."""
    contents, listed = find_contents(document)
    body = [
        p._replace(lines=tuple(x for x in p.lines if (x.place.page, x.place.box.top) not in listed))
        for p in document.pages
    ]
    headings = find_headings(body, contents)
    told = [s for s in sentences(body, headings) if not _LABELS_OF_CARDS.search(s.text)]
    return Prose(
        headings=headings,
        contents=_with_found(contents, document),
        statements=find_statements(told, headings, year),
        legal_refs=find_legal_refs([*told, *_cells_on_laws(document)]),
        officials=find_officials(document.pages),
        topics=find_topics(document),
        counts=find_counts(told),
        report_years=find_report_years(told),
        misspellings=find_misspellings(document),
        repeats=find_repeats(told),
        named_units=find_named_units(told),
        named_regions=find_named_regions(told),
        sentences=_kept(told, headings),
        captions=find_captions(body),
    )
