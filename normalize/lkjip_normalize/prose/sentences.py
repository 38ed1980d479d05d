"""Lines to sentences that know where each of their letters is printed."""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from lkjip_normalize.prose.marks import mark_of
from lkjip_normalize.wording import WORD, collapse
from lkjip_schemas.document import PageReading, TextLine
from lkjip_schemas.place import Box, Place
from lkjip_schemas.prose import Heading

WIDE_GAP = 0.9
"""A gap this share of a line's height wider than the page's usual one parts paragraphs."""
FEW_LINES = 4
"""Fewer gaps on a page do not tell the usual one."""
INDENT = 9.0
"""Points by which the first line of a paragraph is moved in."""

_END = re.compile(r"[.!?:;][”\"“')]*\s+(?=[^\W\d_]|[“\"„(]|\d{1,2}[.)]\s|[-•–])")
_SHORT = re.compile(
    r"(?:\b(?:rp|no|nomor|tk|dr|drs|dra|ir|prof|h|hj|s|m|kab|kec|kel|prov|jl|tgl|th|hal|dll|dsb|dst|dkk|a\.n|u\.p|s\.d|"
    r"st|sh|se|pt|cv|ay|ps|pasal|lamp|min|maks|ket|jml)|\b[A-Z]|^\W*\d{1,2}|^\W*[a-z]|\b[IVX]+)\.$",
    re.IGNORECASE,
)
"""Words before a point that ends no sentence, and list numbers."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence, with where its pieces come from: (offset of the piece in `text`, its line)."""

    text: str
    pieces: tuple[tuple[int, TextLine], ...]

    def place(self, start: int, end: int) -> Place:
        """Where the letters from `start` to `end` are printed (of several lines, on the first one's page)."""
        touched = [line for i, (at, line) in enumerate(self.pieces) if at < end and self._end(i) > start]
        first = touched[0].place
        box = Box.around(x.place.box for x in touched if x.place.page == first.page)
        return Place(first.page, box, first.read_by, min(x.place.confidence for x in touched))

    def _end(self, piece: int) -> int:
        return self.pieces[piece + 1][0] if piece + 1 < len(self.pieces) else len(self.text) + 1


def sentences(pages: Sequence[PageReading], headings: Iterable[Heading] = ()) -> list[Sentence]:
    """All sentences outside tables; headings are none. A sentence may go on over a page break."""
    heads = {(h.place.page, round(h.place.box.top)) for h in headings}
    paragraphs: list[list[TextLine]] = []
    for page in pages:
        lines = [x for x in page.lines if not x.running and collapse(x.text)]
        gaps = [b.place.box.top - a.place.box.bottom for a, b in itertools.pairwise(lines)]
        usual = median(gaps) if len(gaps) >= FEW_LINES else 0.0
        before: TextLine | None = None
        for line in lines:
            if (line.place.page, round(line.place.box.top)) in heads:
                paragraphs.append([])
                before = None
            elif before is None:
                if paragraphs and paragraphs[-1] and _goes_over(paragraphs[-1][-1], line):
                    paragraphs[-1].append(line)
                else:
                    paragraphs.append([line])
                before = line
            else:
                if _begins(before, line, usual):
                    paragraphs.append([])
                paragraphs[-1].append(line)
                before = line
    return [s for p in paragraphs if p for s in _split(p)]


def _begins(before: TextLine, line: TextLine, usual: float) -> bool:
    """Whether a line begins a paragraph; one of figures alone, as beside the bars of a chart, ends the text above."""
    gap = line.place.box.top - before.place.box.bottom
    if gap > usual + WIDE_GAP * line.place.box.height or mark_of(collapse(line.text)) is not None:
        return True
    ended = before.text.rstrip().endswith((".", ":", ";", "!", "?"))
    figures_alone = WORD.search(line.text) is None and not _SHORT.search(before.text.rstrip())
    return ended and (line.place.box.x0 - before.place.box.x0 > INDENT or figures_alone)


def _goes_over(last: TextLine, first: TextLine) -> bool:
    """Whether a sentence goes on from one page to the next."""
    unended = not last.text.rstrip().endswith((".", ":", ";", "!", "?"))
    return unended and mark_of(collapse(first.text)) is None and collapse(first.text)[:1].islower()


def _split(lines: Sequence[TextLine]) -> list[Sentence]:
    text = ""
    pieces: list[tuple[int, TextLine]] = []
    for line in lines:
        words = collapse(line.text)
        if text.endswith("-") and words[:1].islower():
            pass  # "masing-" / "masing" keeps its hyphen and needs no blank
        elif text:
            text += " "
        pieces.append((len(text), line))
        text += words
    found = []
    start = 0
    for match in [*_END.finditer(text), None]:
        end = match.end() if match else len(text)
        if match and _SHORT.search(text[start : match.start() + 1]) and text[match.start()] == ".":
            continue
        own = text[start:end].rstrip()
        if own:
            inside = [
                (max(at - start, 0), line)
                for i, (at, line) in enumerate(pieces)
                if at < end and (pieces[i + 1][0] if i + 1 < len(pieces) else len(text) + 1) > start
            ]
            found.append(Sentence(own, tuple(inside)))
        start = end
    return found
