"""Program, kegiatan and sub kegiatan: levels of money rows, from codes, words, or sums.

Source of the levels: Permendagri 90/2019 (urusan, program, kegiatan, sub kegiatan).
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from string import ascii_lowercase

from lkjip_schemas.vocabulary import FUND, SubjectLevel

_LEVELS = (SubjectLevel.PROGRAM, SubjectLevel.KEGIATAN, SubjectLevel.SUB_KEGIATAN)


@dataclass(frozen=True, slots=True)
class MoneyRow:
    """A row of a budget table: label, code, what its columns said, its amounts by column, and the number before it."""

    label: str
    code: str
    total: bool
    from_kegiatan: bool
    amounts: tuple[Decimal | None, ...]
    number: str = ""


PROGRAM_WORD = re.compile(r"(?:PROGRAM|Program|PROGAM|Proram)\b")
"""How labels of programs begin, common slips of typing included."""


ROMAN = re.compile(r"\(?[IVX]{1,5}[.)]?")
_NUMBER_OR_LETTER = re.compile(r"\(?(\d{1,2}|[a-z])[.)]?")
_CAPITAL = re.compile(r"\(?[A-Z][.)]?")
MIN_NUMBERED = 2
"""So many rows with Roman numbers make them the upper level of a table."""
MIN_BEFORE = 2
"""So many parts of a code at least before the last one tell that two rows are of one series."""
URUSAN_PARTS = 2
"""Parts of the code of an urusan ("1.02", Permendagri 90/2019), at most."""
_OTHER_GROUPS = re.compile(rf"(?:belanja|pendapatan|pembiayaan|urusan|dana|{FUND})\b", re.I)
"""How kinds of spending and sources of money begin, which are neither kegiatan nor sub kegiatan."""
SASARAN_WORD = re.compile(r"(?:Sasaran\b.*|(?:Me|Ter|ME|TER)\w+(?:nya|NYA)\b)", re.IGNORECASE)
"""How labels of a sasaran begin ("Meningkatnya ...", "Terwujudnya ...")."""
UNIT_WORD = re.compile(
    r"(?:satker|satuan kerja|dinas|badan|bidang|bagian|sub ?bagian|sekretariat|uptd?|kecamatan|kelurahan|urusan)\b",
    re.I,
)
"""How labels of the unit begin that programs belong to."""
_NATIONAL = re.compile(r"\d\.\d\d\.\d\d\.\d\.\d\d(?:\.\d{2,4})?")
"""Code of a kegiatan or, with a sixth part, of a sub kegiatan (Permendagri 90/2019): it says its level by itself, also
in the part of a table that prints no program."""
_NATIONAL_PART = re.compile(r"\d\.\d\d\.\d\d(?:\.\d\.\d\d)?")
"""Code of a program or of a kegiatan."""
CODE_BEFORE = re.compile(
    r"^((?:\d{1,2}|X)\.(?:\d\d|XX)\.\d\d(?:\.\d\.\d\d(?:\.\d{2,4})?)?)\.?\s*[-–:]?\s+(?=[^\W\d])"
)
"""The national code that a label begins with ("7.01.01.2.01 Perencanaan ...")."""
PLACE = re.compile(
    r"(?:kelurahan|kel\.|desa|kampung|kalurahan|nagari|gampong|pekon|kecamatan|kec\.)(?: [\w.'-]+){0,3}$",
    re.I,
)
"""Rows that are the share of one place ("Kelurahan Pasar Baru"): nothing is below them."""


def code_parts(code: str) -> list[str]:
    """The parts of a code in any spelling: `7.01.03.2.02.02`, `7 01 03 2.05 03`, `4,01,05,01`."""
    return [p for p in re.split(r"[.,\s]+", code.strip()) if p]


def code_depth(code: str) -> int:
    """Number of parts of a code."""
    return len(code_parts(code))


def numbers_row(text: str) -> bool:
    """Whether a text is the number before a row: "IV", "A.", "1", "b."."""
    return any(p.fullmatch(text) for p in (ROMAN, _CAPITAL, _NUMBER_OR_LETTER))


def levels(rows: Sequence[MoneyRow]) -> list[SubjectLevel]:
    """The level of each row; UNKNOWN where nothing tells it.

    Codes come first, then the word Program at the beginning and Kegiatan/Program columns, then sums: a
    row equal to the sum of the rows below it, in any column of amounts, is their parent.
    """
    by_code = _by_codes(rows)
    if by_code is not None:
        return by_code
    found = [SubjectLevel.TOTAL if r.total else SubjectLevel.UNKNOWN for r in rows]
    programs = _programs(rows)
    above = _above_programs(rows, programs)
    for i in above:
        found[i] = SubjectLevel.SASARAN if SASARAN_WORD.match(rows[i].label.strip()) else SubjectLevel.UNKNOWN
    if not programs:
        for i, level in _under_total(rows):
            found[i] = level
        return found
    for i in programs:
        found[i] = SubjectLevel.PROGRAM
    heads = sorted([*programs, *above])
    for start, end in _blocks(heads, len(rows)):
        block = [i for i in range(start + 1, end) if not rows[i].total]
        for i, level in zip(block, _under_head(rows[start], [rows[i] for i in block]), strict=True):
            found[i] = level
    return found


def _under_total(rows: Sequence[MoneyRow]) -> list[tuple[int, SubjectLevel]]:
    """Levels of the rows of a table without programs.

    Kegiatan, and sub kegiatan where the kegiatan that they add up to, and not all rows, make the total in any column.
    """
    own = [i for i, r in enumerate(rows) if not r.total]
    parts = [rows[i] for i in own]
    if not any(_OTHER_GROUPS.match(r.label.strip()) for r in parts):
        grouped = _groups(parts)
        heads = [r for r, level in zip(parts, grouped, strict=True) if level is SubjectLevel.KEGIATAN]
        if any(_sums(r, heads) > _sums(r, parts) for r in rows if r.total):
            return list(zip(own, grouped, strict=True))
    return [(i, SubjectLevel.KEGIATAN) for i in own if rows[i].from_kegiatan]


def _under_head(head: MoneyRow, rows: Sequence[MoneyRow]) -> list[SubjectLevel]:
    """Levels of the rows under a program; where all of them together add up to it, and the kegiatan found among them do
    so in fewer columns, all are kegiatan: that one of them equals the sum of others is chance."""
    numbered = _by_numbers(rows)
    if numbered:
        return numbered
    found = _block_levels(rows)
    kegiatan = [r for r, level in zip(rows, found, strict=True) if level is SubjectLevel.KEGIATAN]
    if SubjectLevel.SUB_KEGIATAN in found and _sums(head, rows) > _sums(head, kegiatan):
        return [SubjectLevel.KEGIATAN] * len(rows)
    if all(a is None for a in head.amounts) and not _all_add_up(rows, found):
        return [SubjectLevel.KEGIATAN] * len(rows)  # nothing above tells which of them add up by chance
    return found


def _by_numbers(rows: Sequence[MoneyRow]) -> list[SubjectLevel]:
    """Levels of rows numbered 1, 2, 3 and, below them, a, b, c from a on; empty where they are not."""
    marks = [_NUMBER_OR_LETTER.fullmatch(r.number) for r in rows]
    told = [m.group(1) for m in marks if m]
    heads = [i for i, mark in enumerate(told) if mark.isdigit()]
    if len(told) < len(rows) or heads[:1] != [0] or len(heads) == len(rows):
        return []
    if [int(told[i]) for i in heads] != list(range(1, len(heads) + 1)):
        return []
    for i, end in _blocks(heads, len(rows)):
        if told[i + 1 : end] != list(ascii_lowercase[: end - i - 1]):
            return []
    return [SubjectLevel.KEGIATAN if m.isdigit() else SubjectLevel.SUB_KEGIATAN for m in told]


def _all_add_up(rows: Sequence[MoneyRow], found: Sequence[SubjectLevel]) -> bool:
    """Whether every kegiatan that has sub kegiatan is their sum."""
    heads = [i for i, level in enumerate(found) if level is SubjectLevel.KEGIATAN]
    return all(_sums(rows[i], rows[i + 1 : end]) for i, end in _blocks(heads, len(rows)) if end > i + 1)


def _above_programs(rows: Sequence[MoneyRow], programs: Sequence[int]) -> list[int]:
    """Rows right above a program that are, in any column of amounts, the sum of all programs up to the next such row: a
    sasaran, or a unit that programs belong to."""
    candidates = [i - 1 for i in programs if i and not rows[i - 1].total and i - 1 not in programs]
    candidates = [i for i in candidates if _names_group(rows[i].label.strip())]
    found = []
    for i, end in _blocks(candidates, len(rows)):
        stop = next((k for k in range(i + 1, end) if rows[k].total), end)
        if _sums(rows[i], [rows[k] for k in programs if i < k < stop]):
            found.append(i)
    return found


def _names_group(label: str) -> bool:
    return bool(SASARAN_WORD.match(label) or UNIT_WORD.match(label))


def _programs(rows: Sequence[MoneyRow]) -> list[int]:
    """Rows that name a program, and those numbered or coded like them: where every program has a Roman number or a
    capital letter, what else has one is a program, too. Without that word, Roman numbers tell programs where they are
    sums."""
    named = [i for i, r in enumerate(rows) if not r.total and _is_program(r)]
    named = _with_next_in(rows, named)
    for numbered in (ROMAN, _CAPITAL):
        like = [i for i, r in enumerate(rows) if not r.total and numbered.fullmatch(r.number)]
        if named and set(named) < set(like):
            return like
    roman = [i for i, r in enumerate(rows) if not r.total and ROMAN.fullmatch(r.number)]
    if named or len(roman) < MIN_NUMBERED:
        return named
    blocks = [(i, [r for r in rows[i + 1 : end] if not r.total]) for i, end in _blocks(roman, len(rows))]
    return roman if 2 * sum(_sums(rows[i], block) > 0 for i, block in blocks) >= len(roman) else []


def _with_next_in(rows: Sequence[MoneyRow], named: Sequence[int]) -> list[int]:
    """Programs with the rows coded like them but for the last part (1.24.01.16 beside 1.24.01.21).

    Only where the table parts program and kegiatan: by a longer code, or by kegiatan without a code that add up to a
    program; else kegiatan may be coded at the depth of their program. And where one of these rows is known by what
    stands behind it, so that the others are taken for programs, be their sum right or not.
    """
    codes = [tuple(code_parts(r.code)) for r in rows]
    own = {codes[i] for i in named if len(codes[i]) > MIN_BEFORE}
    series = {code[:-1] for code in own}
    like = [
        i
        for i, row in enumerate(rows)
        if codes[i] and codes[i][:-1] in series and codes[i] not in own
        if not (row.total or row.from_kegiatan or _OTHER_GROUPS.match(row.label.strip()))
    ]
    heads = sorted({*named, *like})
    blocks = dict(_blocks(heads, len(rows)))
    coded = {i for i in heads if any(codes[k][:-1] == codes[i] for k in range(i + 1, blocks[i]))}
    sums = {i for i in heads if _is_sum(rows[i], rows[i + 1 : blocks[i]])}
    parted = {codes[i][:-1] for i in heads if i in coded or (i in named and i in sums)}
    known = {codes[i][:-1] for i in like if codes[i][:-1] in parted and i in coded | sums}
    return [i for i in heads if i in named or (codes[i][:-1] in known and blocks[i] > i + 1)]


def _is_sum(row: MoneyRow, behind: Sequence[MoneyRow]) -> bool:
    """Whether the rows behind one down to the total, or the kegiatan among them, add up to it in any column; those
    without an amount in a column are left out of its sum."""
    below = list(itertools.takewhile(lambda r: not r.total, behind))
    found = _block_levels(below)
    kegiatan = [r for r, level in zip(below, found, strict=True) if level is SubjectLevel.KEGIATAN]
    return any(
        amount and amount == sum(filter(None, (r.amounts[k] for r in parts)), Decimal(0))
        for k, amount in enumerate(row.amounts)
        for parts in (below, kegiatan)
    )


def _blocks(heads: Sequence[int], end: int) -> list[tuple[int, int]]:
    """Each head with the end of its block."""
    return list(itertools.pairwise([*heads, end]))


def _is_program(row: MoneyRow) -> bool:
    return not row.from_kegiatan and bool(PROGRAM_WORD.match(row.label.strip()))


def _by_codes(rows: Sequence[MoneyRow]) -> list[SubjectLevel] | None:
    """Levels from the depth of codes, program being the shallowest depth that has children."""
    coded = [r for r in rows if r.code and not r.total]
    if any(UNIT_WORD.match(r.label.strip()) for r in coded) and all(
        len(code_parts(r.code)) <= URUSAN_PARTS for r in coded
    ):
        return None  # urusan, and the units that do them
    if _sub_kegiatan_uncoded(rows):
        by_parts = {3: SubjectLevel.PROGRAM, 5: SubjectLevel.KEGIATAN, 0: SubjectLevel.SUB_KEGIATAN}
        return [SubjectLevel.TOTAL if r.total else by_parts[len(code_parts(r.code))] for r in rows]
    if len(coded) < 2 or len(coded) < 0.8 * sum(not r.total for r in rows):
        return None
    depths = sorted({_depth(r) for r in coded})
    found = []
    for row in rows:
        if row.total:
            found.append(SubjectLevel.TOTAL)
        elif not row.code:
            found.append(SubjectLevel.UNKNOWN)
        else:
            found.append(_LEVELS[min(_rank(row, depths), 2)])
    _place_uncoded(rows, found)
    return found


def _sub_kegiatan_uncoded(rows: Sequence[MoneyRow]) -> bool:
    """Whether programs and kegiatan have their national codes, and all other rows stand without one below a kegiatan
    (Permendagri 90/2019: what is below a kegiatan is a sub kegiatan)."""
    codes = [code_parts(r.code) for r in rows if not r.total]
    depths = [len(code) for code in codes]
    national = all(_NATIONAL_PART.fullmatch(".".join(code)) for code in codes if code)
    below = all(above in (5, 0) for above, depth in itertools.pairwise(depths) if not depth)
    return national and set(depths) == {0, 3, 5} and depths[0] == 3 and below


def _place_uncoded(rows: Sequence[MoneyRow], found: list[SubjectLevel]) -> None:
    """Give rows without a code, in a table of codes, the level at which they complete a sum exactly; others, and those
    that several readings allow, stay unknown."""
    for at, row in enumerate(rows):
        if found[at] is not SubjectLevel.UNKNOWN or row.code:
            continue
        if PROGRAM_WORD.match(row.label.strip()):
            found[at] = SubjectLevel.PROGRAM
            continue
        fitting = [
            level
            for level in (SubjectLevel.KEGIATAN, SubjectLevel.SUB_KEGIATAN)
            if _completes(rows, found, at, level)
        ]
        if len(fitting) == 1:
            found[at] = fitting[0]


def _completes(rows: Sequence[MoneyRow], found: Sequence[SubjectLevel], at: int, level: SubjectLevel) -> bool:
    """Whether the row above it, one level higher, is the sum of its parts with the row `at`, all that have no code yet
    taken as parts of this level."""
    rank = _LEVELS.index(level)
    upper = next(
        (i for i in range(at - 1, -1, -1) if found[i] in _LEVELS and _LEVELS.index(found[i]) < rank), None
    )
    if upper is None or found[upper] is not _LEVELS[rank - 1]:
        return False
    end = next(
        (
            i
            for i in range(at + 1, len(rows))
            if found[i] is SubjectLevel.TOTAL or (found[i] in _LEVELS and _LEVELS.index(found[i]) < rank)
        ),
        len(rows),
    )
    parts = [
        rows[i] for i in range(upper + 1, end) if found[i] is level or (found[i] is SubjectLevel.UNKNOWN)
    ]
    return _sums(rows[upper], parts) > 0


def _depth(row: MoneyRow) -> int:
    parts = code_parts(row.code)
    # The prefix 7.01 of the urusan is dropped in some rows: 01.2.08.02 stands for 7.01.01.2.08.02.
    return (
        len(parts)
        + (2 if len(parts) > 1 and len(parts[0]) == 2 and re.fullmatch(r"\d", parts[1]) else 0)
        + (2 if len(parts) == 1 else 0)
    )


def _rank(row: MoneyRow, depths: Sequence[int]) -> int:
    if PROGRAM_WORD.match(row.label):
        return 0
    national = _NATIONAL.fullmatch(".".join(code_parts(row.code)))
    if national or (3 in depths and {5, 6} & set(depths)):
        # Permendagri 90/2019: program 3, kegiatan 5, sub kegiatan 6 parts
        return {3: 0, 4: 1, 5: 1, 6: 2}.get(_depth(row), 2)
    return depths.index(_depth(row))


def _block_levels(rows: Sequence[MoneyRow]) -> list[SubjectLevel]:
    """Levels inside one program: groups of a kegiatan and the sub kegiatan that add up to it.

    Places are below the row that stands before them; below a sub kegiatan they have no level.
    """
    places = [bool(PLACE.match(r.label.strip())) for r in rows]
    if any(r.from_kegiatan for r in rows):
        return [SubjectLevel.KEGIATAN] * len(rows)
    if not any(places) or places[0]:
        return _groups(rows)
    named = iter(_groups([r for r, place in zip(rows, places, strict=True) if not place], alone=True))
    found: list[SubjectLevel] = []
    below = SubjectLevel.UNKNOWN
    for place in places:
        if not place:
            level = next(named)
            below = SubjectLevel.SUB_KEGIATAN if level is SubjectLevel.KEGIATAN else SubjectLevel.UNKNOWN
        found.append(below if place else level)
    return found


def _groups(rows: Sequence[MoneyRow], *, alone: bool = False) -> list[SubjectLevel]:
    """The partition of rows into groups with the most exact sums (in any column); `alone`: a kegiatan may have no
    sub kegiatan. With fewer than half of the groups confirmed the rows are one level below the program."""
    n = len(rows)
    if n == 0:
        return []
    best: list[tuple[int, int] | None] = [None] * (n + 1)
    best[n] = (0, 0)
    choice = [n] * n
    for i in range(n - 1, -1, -1):
        for j in range(i + (1 if alone else 2), n + 1):
            rest = best[j]
            if rest is None:
                continue
            grouped = j > i + 1
            score = _sums(rows[i], rows[i + 1 : j]) if grouped else 0
            candidate = (rest[0] + score, rest[1] + grouped)
            held = best[i]
            if held is None or (candidate[0], -candidate[1]) > (held[0], -held[1]):
                best[i] = candidate
                choice[i] = j
    result = best[0]
    if result is None or result[0] * 2 < result[1] or result[0] == 0:
        return [SubjectLevel.KEGIATAN] * n
    found: list[SubjectLevel] = []
    i = 0
    while i < n:
        j = choice[i]
        found += [SubjectLevel.KEGIATAN] + [SubjectLevel.SUB_KEGIATAN] * (j - i - 1)
        i = j
    return found


def _sums(parent: MoneyRow, children: Sequence[MoneyRow]) -> int:
    """In how many columns the children add up to the parent exactly (0..2)."""
    hits = 0
    for k, amount in enumerate(parent.amounts):
        parts = [c.amounts[k] for c in children]
        if amount is not None and amount > 0 and all(p is not None for p in parts):
            hits += sum((p for p in parts if p is not None), Decimal(0)) == amount
    return min(hits, 2)
