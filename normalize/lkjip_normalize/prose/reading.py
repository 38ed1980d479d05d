"""A document's text outside tables, read once for everything that is kept of it."""

import re
from dataclasses import replace

from lkjip_normalize.prose.contents import find_contents
from lkjip_normalize.prose.counts import find_counts
from lkjip_normalize.prose.headings import find_headings
from lkjip_normalize.prose.legal_refs import find_legal_refs
from lkjip_normalize.prose.officials import find_officials
from lkjip_normalize.prose.report_years import find_report_years
from lkjip_normalize.prose.sentences import Sentence, sentences
from lkjip_normalize.prose.statements import find_statements
from lkjip_normalize.prose.topics import find_topics
from lkjip_normalize.wording import collapse
from lkjip_schemas.document import Document, TextLine
from lkjip_schemas.prose import Prose

_LAW = re.compile(r"\b(?:peraturan|undang|keputusan|instruksi)\b", re.IGNORECASE)


def _cells_on_laws(document: Document) -> list[Sentence]:
    """Cells of tables that name a law, such as the definition of an indicator."""
    return [
        Sentence(text, ((0, TextLine(text, c.place)),))
        for t in document.tables
        for c in t.cells
        if _LAW.search(text := collapse(c.text))
    ]


def read_prose(document: Document, year: int) -> Prose:
    """Everything kept of the text outside tables; `year` is the report's (0: unknown)."""
    contents, listed = find_contents(document)
    body = [
        replace(p, lines=tuple(x for x in p.lines if (x.place.page, x.place.box.top) not in listed))
        for p in document.pages
    ]
    headings = find_headings(body)
    told = sentences(body, headings)
    return Prose(
        headings=headings,
        contents=contents,
        statements=find_statements(told, headings, year),
        legal_refs=find_legal_refs([*told, *_cells_on_laws(document)]),
        officials=find_officials(document.pages),
        topics=find_topics(document),
        counts=find_counts(told),
        report_years=find_report_years(told),
    )
