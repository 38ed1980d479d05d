"""Blocks of signatures: who signs as what, with rank and NIP."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lkjip_normalize.wording import collapse
from lkjip_schemas.document import PageReading, TextLine
from lkjip_schemas.place import Box, Place
from lkjip_schemas.prose import Official

_NIP = re.compile(r"\bN[I1]P\b\s*\.?\s*:?\s*(?P<nip>\d[\d ]{14,24}\d)", re.IGNORECASE)
_RANK = re.compile(
    r"^(?:pembina|penata|pengatur|juru|letnan|kolonel|mayor|kapten)\b[\w .,/()–-]{0,30}$", re.IGNORECASE
)
_RANK_LABEL = re.compile(r"^pangkat\b(?:\W*gol(?:ongan)?\b\.?(?:\W*ruang\b)?)?\s*:\s*", re.IGNORECASE)
"""Before a rank that is named as such ("Pangkat : Pembina Tk. I, IV/b")."""
_DATED = re.compile(
    r"^[A-Z][A-Za-z .]{2,30}, *(?:\d{1,2} +)?(?:[A-Za-z]+ +)?(?:19|20)\d\d$|^(?:ditetapkan|disahkan) di\b",
    re.I,
)
_ROLE = re.compile(
    r"^(?:a\.?n\.?|plt\.?|plh\.?|pj\.?)?\s*(?:pihak (?:pertama|kedua|kesatu)|kepala|camat|lurah|bupati|"
    r"wali\s?kota|gubernur|sekretaris|inspektur|direktur|kasi|kasie|kabid|kasubid|kasubag|kasubbag|kabag|ketua|asisten|mengetahui|rektor)\b",
    re.IGNORECASE,
)
_NAME_LABEL = re.compile(r"^(?:\d{1,2}[.)]\s*)?(?:nama\b|penanggung\s?jawab\b)", re.IGNORECASE)
"""What a form prints before a name."""
_LIST_NUMBER = re.compile(r"^\d{1,2}[.)]?\s*$")
"""The number of a line of a form, alone before "NIP"."""
_UNCLOSED = re.compile(r"\([^)]*$")
REST_OF_BLOCK = 40.0
"""Points from the first line of a page to a NIP whose block began on the page before, at most."""
_PAGE_NUMBER = re.compile(r"^\W*\d{0,3}\W*$")
_PLACE = re.compile(r"^(?:kota|kabupaten|provinsi|propinsi|kecamatan|dinas|badan)\b", re.IGNORECASE)
"""A line below an office that is no name."""
_DEGREES = re.compile(r"^(?=.*\.)(?:[A-Z][A-Za-z]{0,4}[.,]+ ?)+(?:[A-Z][A-Za-z]{0,4})?$")
"""Degrees alone ("M.Par.", "S.H., M.Si"): the second line of a name too long for one."""
SHORTEST_NAME = 4
"""Letters of a name, at least; degrees may stand on a line of their own."""
COLUMN_GAP = 2.2
"""A gap between words this many times their height parts the columns of a block."""
NAMES_GAP = 0.9
"""The same between two names, of which only one stands over the NIP."""
BLOCK_HEIGHT = 190.0
"""Points from the office to the NIP of a signature, at most."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """The part of a line that stands in one column of a block."""

    text: str
    box: Box
    words: tuple[tuple[str, float, float, float, float], ...] = ()


def find_officials(pages: Iterable[PageReading]) -> tuple[Official, ...]:
    """The signatures of the pages: one per NIP outside tables."""
    found: list[Official] = []
    before: PageReading | None = None
    for page in pages:
        found += _of_page(page, before)
        before = page
    return tuple(found)


def _of_page(page: PageReading, before: PageReading | None) -> list[Official]:
    """The signatures whose NIP stands on `page`; a block without a name began on the page `before`."""
    if not any(_NIP.search(line.text) for line in page.lines):
        return []
    pieces = [p for line in page.lines for p in _pieces(line)]
    found = []
    for piece in pieces:
        match = _NIP.search(piece.text)
        if not match:
            continue
        official = _official(piece, match, pieces, page.lines[0].place)
        first = min(line.place.box.top for line in page.lines)
        if (
            not official.name
            and before is not None
            and before.lines
            and piece.box.top - first < REST_OF_BLOCK
        ):
            official = _begun_before(piece, match, before) or official
        found.append(official)
    return found


def _begun_before(piece: _Piece, match: re.Match[str], before: PageReading) -> Official | None:
    """The official of a NIP at the top of a page whose name stands at the bottom of the page before."""
    lines = [line for line in before.lines if not _PAGE_NUMBER.match(line.text)]
    last = max((line.place.box.bottom for line in lines), default=0.0)
    own = [p for line in lines if last - line.place.box.top < BLOCK_HEIGHT for p in _pieces(line)]
    below = replace(piece, box=Box(piece.box.x0, last, piece.box.x1, last + piece.box.height))
    official = _official(below, match, [*own, below], before.lines[0].place)
    named = len(re.sub(r"[\W\d]", "", official.name)) >= SHORTEST_NAME
    return official if named and (official.rank or official.signed) else None


def _official(piece: _Piece, match: re.Match[str], pieces: Sequence[_Piece], like: Place) -> Official:
    """The official whose NIP stands in `piece`, from what stands above it in its column."""
    above = sorted(
        (p for p in pieces if 0 < piece.box.top - p.box.top < BLOCK_HEIGHT and _in_column(p, piece)),
        key=lambda p: -p.box.top,
    )
    before = _LIST_NUMBER.sub("", collapse(piece.text[: match.start()])).strip(" .,")
    rank = before if _RANK.match(before) else ""
    name_piece: _Piece | None = piece if before and not rank else None
    name = before if name_piece else ""
    roles: list[str] = []
    signed = ""
    lost = False
    for upper in above:
        text = _RANK_LABEL.sub("", collapse(upper.text))
        if _NIP.search(text):
            break  # the block above
        lost = lost or (
            not name and bool(_ROLE.match(text) or _DATED.match(text))
        )  # the name stands elsewhere
        if not name and not rank and _RANK.match(text):
            rank = text
        elif not name and not lost and (_PLACE.match(text) or len(re.sub(r"\W", "", text)) < SHORTEST_NAME):
            continue
        elif not name and not lost:
            name_piece = _own_part(upper, piece)
            name = collapse(name_piece.text)
        elif _DEGREES.match(name) and (upper.text.rstrip().endswith(",") or _may_be_name(text)):
            name_piece = _own_part(upper, piece)
            name = f"{collapse(name_piece.text)} {name}"
        elif _DATED.match(text):
            signed = text
            break
        elif not roles or _is_office(text):
            roles.insert(0, text.rstrip(" ,"))
        else:
            break
    dated = [
        p for p in pieces if 0 < piece.box.top - p.box.top < BLOCK_HEIGHT and _DATED.match(collapse(p.text))
    ]
    if not signed and len(dated) == 1:
        signed = collapse(dated[0].text)  # one date for both columns
    box = (name_piece or piece).box
    if _RANK.match(name):  # of a name that stands elsewhere
        rank, name = rank or name, ""
    return Official(
        role=" ".join(roles) if any(_ROLE.match(r) for r in roles) else "",
        name=_bare(name),
        rank=rank,
        nip=match.group("nip").replace(" ", ""),
        signed=signed,
        place=Place(like.page, box, like.read_by, like.confidence),
    )


def _may_be_name(text: str) -> bool:
    """Whether the line above degrees is the name that they belong to."""
    return not any(p.match(text) for p in (_ROLE, _DATED, _PLACE, _RANK, _DEGREES)) and ":" not in text


def _bare(name: str) -> str:
    """A name without what a form prints in its line: "Pihak Pertama: ", "Nama : ", "(Kepala Badan"."""
    label, colon, rest = name.partition(":")
    if colon and (_ROLE.match(label) or _NAME_LABEL.match(label)):
        name = rest
    return _UNCLOSED.sub("", name).strip(" ,_")


def _is_office(text: str) -> bool:
    """Whether a line is part of an office: "CAMAT MAGETAN", "KOTA PADANG PANJANG", "Pihak Kedua,"."""
    if _ROLE.match(text):
        return True
    words = [w for w in re.findall(r"[^\W\d_]+", text) if len(w) > len("dan")]
    place = len(words) < len(("Padang", "Panjang", "Timur")) and not text.isupper()  # "Bandung,"
    return not (text[:1].isdigit() or text.endswith(".") or place) and all(w[0].isupper() for w in words)


def _pieces(line: TextLine) -> list[_Piece]:
    """The words of a line by column."""
    words = tuple((w.text, w.x0, w.top, w.x1, w.bottom) for w in line.words)
    return _parted(words, COLUMN_GAP) or [_Piece(line.text, line.place.box)]


def _parted(words: Sequence[tuple[str, float, float, float, float]], gap: float) -> list[_Piece]:
    """Words (text, x0, top, x1, bottom) by column: those more than `gap` times their height apart are two."""
    runs: list[list[tuple[str, float, float, float, float]]] = []
    for word in words:
        if not runs or word[1] - runs[-1][-1][3] > gap * (word[4] - word[2]):
            runs.append([])
        runs[-1].append(word)
    return [
        _Piece(
            " ".join(w[0] for w in run),
            Box(run[0][1], min(w[2] for w in run), run[-1][3], max(w[4] for w in run)),
            tuple(run),
        )
        for run in runs
    ]


def _own_part(names: _Piece, below: _Piece) -> _Piece:
    """The name that stands over a NIP where two stand close beside each other."""
    parts = _parted(names.words, NAMES_GAP)
    over = [p for p in parts if min(p.box.x1, below.box.x1) - max(p.box.x0, below.box.x0) > 0]
    return over[0] if len(over) == 1 else names


def _in_column(piece: _Piece, below: _Piece) -> bool:
    middle = (piece.box.x0 + piece.box.x1) / 2
    own = (below.box.x0 + below.box.x1) / 2
    overlap = min(piece.box.x1, below.box.x1) - max(piece.box.x0, below.box.x0)
    return overlap > 0 or abs(middle - own) < below.box.width / 2
