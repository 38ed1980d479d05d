"""Lines of a cell to its text: broken words and figures joined, real blanks and hyphens kept."""

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lkjip_extract.lines import Line

WHOLE_WORD = 5
"""Behind a word the document knows, so many letters are a word of their own, not the rest of a broken one."""
FILLED = 0.9
"""A line is full when the next character, this share of its own width, would not have fitted."""

_GROUPED = re.compile(
    r"^\(?-?(?:Rp\.?)?\d{1,3}(?:(?:\.\d{3})+(?:,\d+)?|(?:,\d{3})+(?:\.\d+)?)?\)?%?(?:,-|\.-)?$"
)
_PLAIN = re.compile(r"^\(?-?(?:Rp\.?)?\d+(?:[.,]\d+)?\)?\.?%?$")
_FIGURE_PART = re.compile(r"^[-(]?(?:Rp\.?)?[\d.,]*\d[\d.,]*[,-]*\)?%?$")
_LETTERS = re.compile(r"[^\W\d_]+")
_CODE = re.compile(r"^(?:\d{1,4}\.){2,}(?:\d{1,4})?$")
"""The beginning of a code of a program, kegiatan or sub kegiatan ("1.01.01.2.0")."""
_NATIONAL_CODE = re.compile(r"^\d\.\d\d\.\d\d(?:\.\d\.\d\d(?:\.(?:\d{2}|\d{4}))?)?$")
"""A whole code of a program, kegiatan or sub kegiatan (Permendagri 90/2019)."""
_CODE_REST = re.compile(r"^\.?\d{1,4}(?:\.\d{1,4})*\.?$")


class CellLine(NamedTuple):
    """One line of a cell: `free` points of room it left, `first_width` of its own first character."""

    text: str
    free: float
    first_width: float


_COMMON_WORDS = (
    "setelah sesudah sebelum telah yang dengan untuk pada terhadap dalam dibandingkan "
    "meningkatnya menurunnya terwujudnya tersedianya terlaksananya terciptanya tercapainya terpenuhinya "
    "berkurangnya meningkatkan mewujudkan menurunkan persentase jumlah indeks nilai tingkat cakupan program "
    "kegiatan kecamatan kelurahan kabupaten pelayanan masyarakat pemerintah pemerintahan daerah penyelenggaraan "
    "pembangunan pemberdayaan peningkatan pengelolaan pembinaan penunjang kualitas akuntabilitas kinerja sasaran "
    "strategis indikator realisasi capaian target anggaran"
)
_COMMON = frozenset(_COMMON_WORDS.split())
"""Words that every report uses, be it nowhere inside a line."""


class Vocabulary:
    """Words that the document prints unbroken; the evidence for joining broken ones."""

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._words: set[str] = {*_COMMON, *words}

    def learn(self, lines: Iterable[str]) -> None:
        """Take the words inside lines; the first and last word of a line may be broken ones."""
        inside = (line[line.find(" ") + 1 : line.rfind(" ")] for line in lines if line.count(" ") > 1)
        self._words.update(_LETTERS.findall(" ".join(inside).lower()))

    def knows(self, word: str) -> bool:
        """Whether the word was printed somewhere unbroken."""
        return word.lower() in self._words


def cell_lines(lines: Sequence[Line], x0: float, x1: float) -> list[CellLine]:
    """The lines of a cell that reaches from `x0` to `x1`, with the room each of them left."""
    if not lines:
        return []
    padding = max(1.0, min(min(line.x0 for line in lines) - x0, 8.0))
    out = []
    for line in lines:
        text = line.text
        first = line.words[0]
        width = (first.x1 - first.x0) / max(len(first.text), 1)
        # A centred line leaves half its room on the left.
        room = (x1 - x0) - 2 * padding - (line.x1 - line.x0)
        out.append(CellLine(text, room, width))
    return out


def side_label_first(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of a cell in reading order: a label such as "Program :" stands left of all its lines.

    Its height is often the middle of them, so that by height it would come second.
    """
    for k, line in enumerate(lines):
        if k and line.text.endswith(":") and all(line.x1 <= o.x0 for o in lines if o is not line):
            return [line, *lines[:k], *lines[k + 1 :]]
    return lines


def join_lines(lines: Sequence[CellLine], vocabulary: Vocabulary) -> str:
    """The text of a cell.

    Lines are joined with a blank, except where the break stands inside a figure, inside a word that
    the cell's width broke, or behind a hyphen.
    """
    if not lines:
        return ""
    text = lines[0].text
    k = 1
    while k < len(lines):
        parts = _figure_parts(lines, k - 1)
        if parts > 1:
            for line in lines[k : k + parts - 1]:
                text += line.text
            k += parts - 1
        else:
            text += glue(lines[k - 1], lines[k], vocabulary) + lines[k].text
            k += 1
    return " ".join(text.split())


def _figure_parts(lines: Sequence[CellLine], first: int) -> int:
    """How many lines from `first` on hold one figure that the cell's width broke (1: none)."""
    pieces = [lines[first].text.rsplit(" ", 1)[-1]]
    if not _FIGURE_PART.match(pieces[0]):
        return 1
    found = 1
    for line in lines[first + 1 :]:
        piece, _, rest = line.text.partition(" ")
        pieces.append(piece)
        if breaks_figure(*pieces):
            found = len(pieces)
        if rest:
            break
    return found


def glue(before: CellLine, after: CellLine, vocabulary: Vocabulary) -> str:
    """What stands between two lines of a cell: a blank or nothing."""
    left = before.text.rsplit(" ", 1)[-1]
    right = after.text.split(" ", 1)[0]
    if breaks_figure(left, right):
        return ""
    if left.endswith(("-", "/")) and len(left) > 1 and left[-2].isalpha() and right[:1].isalpha():
        return ""
    if _breaks_code(before, after, left, right) or _breaks_word(before, after, left, right, vocabulary):
        return ""
    return " "


def breaks_figure(*pieces: str) -> bool:
    """Whether line breaks split one figure into these pieces ("495," and "355,500").

    True only when the pieces together are well formed, and at every break the piece before is not a
    figure by itself or the break stands at a separator: figures one below the other stay apart.
    """
    if not _FIGURE_PART.match(pieces[0]):
        return False
    if len(pieces) == 2 and re.match(r"^(?:,-|\.-)$", pieces[1]):
        return True
    if not all(re.match(r"^[\d.,]+[-)%,]*$", p) and re.search(r"\d", p) for p in pieces[1:]):
        return False
    whole = "".join(pieces)
    if not (_GROUPED.match(whole) or _PLAIN.match(whole)) or whole.endswith("."):
        return False
    so_far = ""
    for left, right in itertools.pairwise(pieces):
        so_far += left
        at_separator = left.endswith((".", ",")) or right.startswith((".", ","))
        well_formed = bool(_GROUPED.match(so_far) or _PLAIN.match(so_far))
        if not at_separator and well_formed and _stands_alone(so_far):
            return False
    return True


def _stands_alone(figure: str) -> bool:
    """A well-formed figure whose groups are complete ("473,538,4" is not one)."""
    return bool(_GROUPED.match(figure)) or "," not in figure.replace(".", ",").rstrip(",")


def _breaks_code(before: CellLine, after: CellLine, left: str, right: str) -> bool:
    """Whether the width of a narrow cell broke a code that stands alone in it."""
    return (
        before.text == left
        and code_goes_on(left, right)
        and (
            left.endswith(".")
            or right.startswith(".")
            or before.free <= FILLED * after.first_width
            or bool(_NATIONAL_CODE.match(left + right) and not _NATIONAL_CODE.match(left))
        )
    )


def code_goes_on(left: str, right: str) -> bool:
    """Whether two pieces make one code: the second has fewer parts than a code of its own ("1.01.01.2.0", "1")."""
    return bool(_CODE.match(left) and _CODE_REST.match(right)) and right.strip(".").count(
        "."
    ) + 1 < left.count(".")


def _breaks_word(before: CellLine, after: CellLine, left: str, right: str, vocabulary: Vocabulary) -> bool:
    if not (left[-1:].isalpha() and right[:1].isalpha()):
        return False
    if right[0].isupper() and not left[-1].isupper():
        return False
    head = _LETTERS.findall(left)[-1]
    tail = _LETTERS.findall(right)[0]
    if vocabulary.knows(head + tail) and not vocabulary.knows(head) and len(head) > 2:
        return True
    if before.free > FILLED * after.first_width:
        return False
    if vocabulary.knows(head + tail):
        return True
    if vocabulary.knows(tail) and (len(tail) > 3 or tail.lower() == "dan" or vocabulary.knows(head)):
        return False
    if vocabulary.knows(head) and min(len(head), len(tail)) >= WHOLE_WORD:
        return False
    # Only a word that fills a line by itself is broken by a word processor.
    return " " not in before.text
