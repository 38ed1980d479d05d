"""Tables of which the rows say what columns say elsewhere: "Target", "Realisasi", "Capaian" below each other, or years.

Their figures speak of one indicator, which often only the heading above names.
"""

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from lkjip_normalize.column_roles import AMOUNT, LABEL_ROLES, Column, Role, period_in
from lkjip_normalize.linking import name_key, without_number
from lkjip_normalize.numbers import Mark, read_cell
from lkjip_normalize.wording import MONTHS, collapse, heading, plain, years_in
from lkjip_schemas.document import RawTable
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import MONEY_MEASURES, Measure, SubjectLevel

MOST = 0.7
"""Share of the rows that must name a measure, or a year."""
LEAST_NAME = 8
"""Letters of an indicator's name, at least, that is looked for in a heading."""

_YEAR = re.compile(r"(?:tahun|thn?)?\s*\.?\s*(?:19|20)\d\d", re.I)
_NAMES: tuple[tuple[re.Pattern[str], Measure], ...] = (
    (re.compile(r"target(?: kinerja| tahun)?"), Measure.TARGET),
    (re.compile(r"realisasi(?: kinerja| tahun)?"), Measure.REALISASI),
    (
        re.compile(r"(?:%|persen|persentase|tingkat)? ?capaian(?: kinerja| tahun)?(?: ?(?:%|persen))?"),
        Measure.CAPAIAN_PCT,
    ),
    (
        re.compile(
            r"target (?:kinerja )?(?:pada )?(?:akhir|jangka menengah)(?: (?:tahun|periode|masa))?"
            r"(?: (?:renstra|rpjmd|rpd))?(?: tahun)?"
        ),
        Measure.TARGET_AKHIR,
    ),
    (
        re.compile(r"(?:%|persen|persentase|tingkat)? ?kemajuan(?: capaian)?(?: ?(?:%|persen))?"),
        Measure.KEMAJUAN_PCT,
    ),
)
_END_OF_PLAN = re.compile(
    r"(?:tahun )?(?:19|20)\d\d (?:target )?akhir (?:periode )?(?:renstra|rpjmd|rpd|periode)"
    r"|target akhir (?:periode )?(?:renstra|rpjmd|rpd)(?: (?:tahun )?(?:19|20)\d\d)?"
)
_PROGRESS = re.compile(
    r"(?:(?:%|persen|persentase|tingkat) )?kemajuan(?: capaian)?(?: (?:terhadap|thd|menuju) (?:target )?(?:akhir )?"
    r"(?:renstra|rpjmd|rpd|periode)(?: (?:19|20)\d\d)?)?(?: (?:%|persen))?"
)
"""Rows below the years of an indicator: the target at the end of the plan, and how much of it is reached."""
LEAST_BLOCKS = 2
"""So many indicators stand side by side, each over its years."""
LEAST_YEARS = 2
"""Rows of so many years, at least, stand above them."""
NEAR = Decimal("0.06")
"""A printed share is the ratio of the figures above it up to so much."""
_IN_RUPIAH = r"(?:(?:dalam )?(?:(?:ribu|juta|mil[iy]ar) )?(?:rp|rupiah))?"
_MONEY_NAMES: tuple[tuple[re.Pattern[str], Measure], ...] = (
    (re.compile(rf"(?:target|pagu|anggaran|target anggaran|pagu anggaran) ?{_IN_RUPIAH}"), Measure.PAGU_RP),
    (re.compile(rf"realisasi(?: anggaran| keuangan)? ?{_IN_RUPIAH}"), Measure.REALISASI_RP),
    (
        re.compile(
            r"(?:(?:%|persen|persentase|tingkat) )?capaian(?: ?(?:%|persen))?|"
            r"%|persen|persentase|(?:%|persentase) (?:serapan|penyerapan|realisasi)|(?:penye|se)rapan(?: %)?"
        ),
        Measure.SERAPAN_PCT,
    ),
)
_BARE_SHARE = re.compile(r"%|persen(?:tase)?")
"""A share without a word of what; below target and realisasi, of which it is the ratio, the achievement."""
_LETTERS = {"t": Measure.TARGET, "r": Measure.REALISASI}
"""Letters that stand for the measure of a row, where they take turns."""
LEAST_LETTERS = 4
LEAST_NAME_WORDS, LEAST_CAPITALS = 3, 3
"""The name of an indicator has so many words, or a short form of so many letters."""
_DIGIT = re.compile(r"\d")
_ACHIEVED = re.compile(r"(?:%|persen|persentase|tingkat)? ?capaian\b")
_NO_INDICATOR = re.compile(
    r"(?:target|realisasi|capaian|anggaran|pagu|serapan|satuan|rata|total|ket|keterangan|kategori|predikat)\b"
)
_UNIT = re.compile(r"\s*\([^()\d]{1,20}\)\s*$")
"""What is counted, behind the name of a measure ("Target (Ton)")."""
_NO_UNIT = re.compile(
    r"\b(?:renstra|rpjmd|rpd|rkpd|renja|pk|nasional|provinsi|kabupaten|kota|semester|triwulan|tw|bulan|tahun\w*|"
    rf"s\W?d|sampai|kumulatif|akhir|awal|murni|perubahan|sebelum|sesudah|{MONTHS})\b",
    re.I,
)
"""Words in brackets that say which target or realisasi it is."""
_SUM = re.compile(r"(?:jumlah|total)\b")
_RUPIAH = re.compile(r"\(\s*rp\.?\s*\)|\brupiah\b", re.I)
_MEASURED = frozenset({*MONEY_MEASURES, Measure.TARGET, Measure.REALISASI, Measure.CAPAIAN_PCT})
_PERFORMANCE = frozenset({Measure.TARGET, Measure.REALISASI, Measure.CAPAIAN_PCT})
_TOLD = _PERFORMANCE | {Measure.TARGET_AKHIR, Measure.KEMAJUAN_PCT}
_TITLE = re.compile(
    r"(?:nama )?indikator(?: (?:kinerja|sasaran|utama|tujuan))*(?: \d+)?\s*[:.]\s*(.{8,})", re.I
)


def measure_of_row(text: str, *, money: bool = False, share: bool = False) -> Measure | None:
    """The measure that the label of a row names, with or without a year or a unit ("Target 2021", "Realisasi (Ton)");
    of rows of `money` what is planned, spent and used ("Target (Rp)", "%"). A bare "Persentase" names the achievement
    where it is known to be that `share`."""
    unit = None if money else _UNIT.search(text)
    if unit and _NO_UNIT.search(unit.group()):
        return None
    name = re.sub(r"\b(?:19|20)\d\d\b", "", heading(text[: unit.start()] if unit else text)).strip()
    if name in _LETTERS:
        return _LETTERS[name]
    if share and not money and _BARE_SHARE.fullmatch(name):
        return Measure.CAPAIAN_PCT
    names = _MONEY_NAMES if money else _NAMES
    return next((measure for pattern, measure in names if pattern.fullmatch(name)), None)


def turn_rows(columns: Sequence[Column], body: dict[int, list[str]]) -> None:
    """Set the roles of columns that name the measure or the year of their rows, and of the figures beside them."""
    for column in columns:
        texts = body.get(column.col, [])
        money = any(_RUPIAH.search(t) for t in texts)
        share = not money and _is_achievement(columns, column, body)
        named = [m for t in texts if (m := measure_of_row(t, money=money, share=share)) is not None]
        if any(heading(t) in _LETTERS for t in texts) and not _take_turns(texts):
            continue
        if column.role is not Role.MEASURE and len(set(named)) > 1 and len(named) >= MOST * len(texts):
            column.role, column.money, column.percent = Role.ROW_MEASURE, money, share
            _figures_beside(columns, column, body)
            return
    for column in columns:
        texts = body.get(column.col, [])
        dated = [t for t in texts if _YEAR.fullmatch(t.strip())]
        told = [t for t in texts if _YEAR.fullmatch(t.strip()) or of_plan(t, "")]
        headed = not column.parts or re.fullmatch(
            r"(?:tahun|thn?)(?: anggaran)?|t a|ta", heading(column.header)
        )
        measured = [c for c in columns if c is not column and c.measure in _MEASURED and not c.period]
        if headed and len(set(dated)) >= LEAST_YEARS and len(told) == len(texts) and measured:
            column.role, column.measure, column.money = Role.ROW_YEAR, "", False
            if not any(c.role in LABEL_ROLES for c in columns):
                _name_groups([c for c in measured if len(c.parts) > 1], measured)
            return


def _is_achievement(columns: Sequence[Column], named: Column, body: dict[int, list[str]]) -> bool:
    """Whether a row "Persentase" below Target and Realisasi is their ratio in a year, or in the one column there is."""
    texts = body.get(named.col, [])
    rows = {measure_of_row(t, share=True): k for k, t in enumerate(texts)}
    places = [rows.get(m) for m in (Measure.TARGET, Measure.REALISASI, Measure.CAPAIAN_PCT)]
    beside = [c for c in columns if c is not named and len(body.get(c.col, [])) == len(texts)]
    if None in places or not any(_BARE_SHARE.fullmatch(heading(t)) for t in texts):
        return False
    for column in beside:
        if len(beside) > 1 and not years_in(column.header):
            continue
        target, realised, share = (read_cell(body[column.col][k or 0], Mark.DECIMAL).value for k in places)
        if target and realised is not None and share is not None:
            ratios = (100 * realised / target, 100 * (2 * target - realised) / target)
            if any(abs(ratio - share) <= NEAR for ratio in ratios):
                return True
    return False


def of_plan(text: str, measure: str) -> str:
    """What a figure of `measure` is in a row below the years of an indicator: the target at the end of the plan
    ("2026 (akhir Renstra)"), where the share beside it is the progress, or that alone ("Tingkat kemajuan"); empty in
    other rows."""
    label = heading(text)
    if _PROGRESS.fullmatch(label):
        return Measure.KEMAJUAN_PCT
    if _END_OF_PLAN.fullmatch(label):
        return {
            "": Measure.TARGET_AKHIR,
            Measure.TARGET: Measure.TARGET_AKHIR,
            Measure.CAPAIAN_PCT: Measure.KEMAJUAN_PCT,
        }.get(measure, measure)
    return ""


_OF_A_DOCUMENT = re.compile(r"\b(?:renstra|rpjmd|rpd|renja|perjanjian kinerja|capaian)\b", re.I)
"""Words over measures that name a plan, not an indicator."""


def _indicator_over(parts: Sequence[str]) -> str:
    """The heading over the measures that begins as an indicator does, or else the upper one."""
    return next((p for p in parts if _MEASURED_NAME.match(plain(p))), parts[0])


def _name_groups(grouped: Sequence[Column], measured: Sequence[Column]) -> None:
    """Tell the columns of each group of the indicator whose name stands over it ("Indeks Kepuasan Masyarakat" over
    "Target | Realisasi | %"), where all of them stand under one."""
    names = {c.col: without_number(_UNIT.sub("", _indicator_over(c.parts[:-1]))) for c in grouped}
    measuring = [bool(_MEASURED_NAME.match(plain(name))) for name in names.values()]
    others = any(_names_no_indicator(name) or _OF_A_DOCUMENT.search(name) for name in names.values())
    money = any(c.measure in MONEY_MEASURES for c in grouped)
    if (
        grouped
        and len(grouped) == len(measured)
        and 2 * sum(measuring) >= len(names)
        and not (others or money)
    ):
        for column in grouped:
            column.indicator = names[column.col]


def _name_blocks_of_years(dated: Sequence[Column]) -> None:
    """Tell columns of years of the indicator over them, where several stand side by side, each over the same years."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for column in dated:
        blocks[" ".join(column.parts[:-1])].append(_period_over(column))
    years = list(blocks.values())
    if len(blocks) < LEAST_BLOCKS or any(own != years[0] for own in years):
        return
    if any(not name or _names_no_indicator(name) or _OF_A_DOCUMENT.search(name) for name in blocks):
        return
    if 2 * sum(bool(_MEASURED_NAME.match(plain(name))) for name in blocks) < len(blocks):
        return
    for column in dated:
        column.indicator = without_number(_UNIT.sub("", " ".join(column.parts[:-1])))


def _take_turns(texts: Sequence[str]) -> bool:
    """Whether the rows of a column are "T" and "R" in turn, for the target and the realisasi of each indicator."""
    letters = [heading(t) for t in texts]
    return len(letters) >= LEAST_LETTERS and letters == list(_LETTERS) * (len(letters) // 2)


def _figures_beside(columns: Sequence[Column], named: Column, body: dict[int, list[str]]) -> None:
    """The columns right of the measures' names hold their figures: those of years, or else the first one. Where the
    names are printed again below other years (a card for each), each of these has its figures beside it."""
    cards = [c for c in columns if body.get(c.col) == body.get(named.col)]
    others = [c for c in columns if c.col > named.col and c not in cards]
    if len(cards) > 1 and all(map(_period_over, cards)) and not any(map(_period_over, others)):
        _figures_of_cards(others, named, cards, body)
        return
    if len(cards) > 1 and not any(c.parts for c in (*cards, *others)):
        for column in others:  # cards of several indicators, whose titles stand above the table
            column.role, column.measure = Role.WORDS, ""
        return
    right = [c for c in columns if c.col > named.col and body.get(c.col)]
    rows = len(body.get(named.col, []))
    achieved = [c for c in right if _ACHIEVED.match(heading(c.header))]
    if len(achieved) == 1 and 2 * len(body[achieved[0].col]) <= rows:  # one for both rows of an indicator
        achieved[0].role, achieved[0].measure = Role.MEASURE, Measure.CAPAIAN_PCT
        right.remove(achieved[0])
    dated = [c for c in right if years_in(c.header) or _period_over(c)]
    if dated:
        dated += [c for c in right if c not in dated and _SUM.match(heading(c.header))]
    headed = [] if dated or named.money else _indicators_over(right, body)
    for column in headed:
        column.indicator = without_number(_UNIT.sub("", column.header))
    if not named.money and not any(c.role is Role.INDIKATOR for c in columns):
        _name_blocks_of_years(dated)
    if not dated and not headed:
        for column in right[1:]:
            column.role, column.measure = Role.WORDS, ""  # a chart beside the box
    for column in dated or headed or right[:1]:
        column.role = Role.MEASURE
        amounts = any(map(AMOUNT.search, body.get(column.col, [])))
        column.money = not named.money and amounts and _is_money_of_pair(column, dated)
        column.measure = Measure.REALISASI_RP if named.money or column.money else Measure.REALISASI
        column.period = _period_over(column)


_PERFORMANCE_LEAF = re.compile(r"k|kinerja|fisik|output|keluaran")
_MONEY_LEAF = re.compile(r"(?:anggaran|keuangan|dana|biaya)?\s*(?:rp|rupiah)|anggaran|keuangan")


def _is_money_of_pair(column: Column, columns: Sequence[Column]) -> bool:
    """Whether a column holds the money beside the performance of a period ("TW I" over "K | Rp")."""
    own = heading(column.parts[-1]) if column.parts else ""
    beside = [c for c in columns if c.parts[:-1] == column.parts[:-1] and len(c.parts) > 1]
    return _MONEY_LEAF.fullmatch(own) is not None and any(
        _PERFORMANCE_LEAF.fullmatch(heading(c.parts[-1])) for c in beside
    )


def _indicators_over(columns: Sequence[Column], body: dict[int, list[str]]) -> list[Column]:
    """Columns of figures headed by the whole names of indicators, no name twice, half of which begin as such names do;
    none where one is headed by something else."""
    names = [plain(_UNIT.sub("", c.header)) for c in columns]
    measuring = sum(bool(_MEASURED_NAME.match(name)) for name in names)
    distinct = len(set(names)) == len(names) > 1 and 2 * measuring >= len(names)
    others = any(_names_no_indicator(c.header) or not all(map(_DIGIT.search, body[c.col])) for c in columns)
    return list(columns) if distinct and not others else []


def _names_no_indicator(text: str) -> bool:
    """Whether a heading is too short for the whole name of an indicator, or known to name something else."""
    name = plain(_UNIT.sub("", text))
    other = bool(_NO_INDICATOR.match(heading(name))) and not _MEASURED_NAME.match(name)
    return len(name) < LEAST_NAME or other or _is_part_of_name(text)


def _is_part_of_name(text: str) -> bool:
    """Whether a heading of one or two words only says what is counted ("Jumlah Desa"), without a short form
    ("Nilai SAKIP")."""
    words = re.findall(r"[^\W\d]+(?:-[^\W\d]+)*", _UNIT.sub("", text))
    return len(words) < LEAST_NAME_WORDS and not any(len(w) >= LEAST_CAPITALS and w.isupper() for w in words)


def _period_over(column: Column) -> str:
    """The period that stands over a column; empty without one."""
    return column.period or period_in(column.parts)


def _figures_of_cards(
    others: Sequence[Column], named: Column, cards: Sequence[Column], body: dict[int, list[str]]
) -> None:
    """The first column with digits behind each column of names holds its figures, of the year that stands over the
    names."""
    ends = [*(c.col for c in cards[1:]), max((c.col for c in others), default=0) + 1]
    for card, end in zip(cards, ends, strict=True):
        if card is not named:
            card.role, card.measure = Role.WORDS, ""
        behind = (c for c in others if card.col < c.col < end)
        figures = next(
            (c for c in behind if any(ch.isdigit() for t in body.get(c.col, ()) for ch in t)), None
        )
        if figures is not None:
            figures.role, figures.money = Role.MEASURE, False
            figures.measure = Measure.REALISASI_RP if named.money else Measure.REALISASI
            figures.period = _period_over(card)


def name_from_heading(
    observations: list[Observation], columns: Sequence[Column], table: RawTable, names: Iterable[str]
) -> list[Observation]:
    """Figures of turned rows, or of one row, without a label are told of the indicator that the heading names last;
    not in a table that names its own."""
    turned, one_row = _is_turned(columns), _is_card(observations)
    told = [o for o in observations if o.measure in _PERFORMANCE]
    if not (turned or one_row) or all(o.subject for o in told):
        return observations
    if turned and any(o.subject and o.subject_level is SubjectLevel.INDIKATOR for o in told):
        return observations
    if turned and _of_several(told):
        return observations
    names = list(names)
    if title := _title(table, names):
        return [_named(o, title) for o in observations]
    said = plain(table.caption)
    named = [n for n in names if plain(n) in said]
    if not named or not _one_name(named):
        said = plain(f"{table.heading} {table.caption}")
        named = [n for n in names if plain(n) in said]
    if not named or (one_row and not turned and not _one_name(named)):
        return observations  # cards side by side: whose figures they are cannot be told
    name = _named_last(said, named)
    return [_named(o, name) for o in observations]


def _is_turned(columns: Sequence[Column]) -> bool:
    """Whether the rows of a table are measures or years."""
    return any(c.role in (Role.ROW_MEASURE, Role.ROW_YEAR) for c in columns)


def _is_card(own: Sequence[Observation]) -> bool:
    """Whether figures stand in one row: Target, Realisasi and Capaian of one indicator."""
    return len({o.row for o in own}) == 1


def _of_several(told: Sequence[Observation]) -> bool:
    """Whether nameless figures of one measure and year stand in several rows: those of several indicators."""
    rows: dict[tuple[str, str], set[int]] = defaultdict(set)
    for o in told:
        rows[o.measure, o.period].add(o.row)
    return any(len(own) > 1 for own in rows.values())


_Known = Mapping[str, Mapping[tuple[str, str], set[Decimal]]]
"""Figures by the key of the indicator, measure and period."""
_MEASURING = r"pe?rose?ntase|presentase|persentase|indeks|nilai|cakupan|jumlah|tingkat|rasio|angka|proporsi"
"""Words of names that say how is measured, not what."""
_OF_PLACES = "provinsi|prov|nasional|kabupaten|kab|kota|kecamatan|kec|indonesia"
_MEASURED_NAME = re.compile(
    rf"\b(?:{_MEASURING}|rata[- ]rata)\s+(?!capaian|realisasi|kinerja|target|anggaran|pagu|{_OF_PLACES})\w",
    re.IGNORECASE,
)
"""What is measured, in a title: "Indeks Inovasi", not "Tingkat Capaian"."""
_NAME_WORD = re.compile(r"[a-z]{5,}")
_BRACKETS_BEHIND = re.compile(r"\s*\([^()]*\)\s*$")
"""The unit or the short form behind a name: a title may have one more than the name."""
_ROUND = (Decimal(0), Decimal(100))
"""Figures that many indicators have."""


def name_from_figures(
    read: Sequence[tuple[list[Observation], Sequence[Column]]], said: Sequence[str]
) -> list[list[Observation]]:
    """The figures of all tables, those of turned rows, or of one row, without a name told of the one indicator that
    other tables print with the same realisasi and the same target or achievement of a year, in two years or without
    another figure that differs, or of that of the table before; `said` is the title of each table, which may not name
    another indicator."""
    known: dict[str, dict[tuple[str, str], set[Decimal]]] = defaultdict(lambda: defaultdict(set))
    names: dict[str, str] = {}
    for own, _ in read:
        for o in own:
            if o.subject and o.value is not None and o.subject_level is SubjectLevel.INDIKATOR:
                key = plain(o.subject)
                known[key][o.measure, o.period].add(o.value)
                names.setdefault(key, o.subject)
    named = [
        _named_alike(own, columns, known, names, title)
        for (own, columns), title in zip(read, said, strict=True)
    ]
    for at in range(1, len(named)):
        if not said[at]:
            named[at] = _named_as_before(named[at - 1], named[at], known, names)
    return named


def _named_as_before(
    before: Sequence[Observation], own: list[Observation], known: _Known, names: Mapping[str, str]
) -> list[Observation]:
    """The figures of one row without a name or title told of the one indicator of the table before, whose realisasi of
    a year, and that of no other, is theirs, too ("Realisasi 2021 | Target Akhir | Tingkat Kemajuan" below the years of
    the indicator), while none of them differs from what other tables print of it."""
    subjects = {o.subject for o in before if o.measure in _TOLD}
    told = [o for o in own if o.measure in _TOLD]
    if len(subjects) != 1 or not _is_card(own) or not told or any(o.subject for o in told):
        return own
    key = plain(subjects.pop())
    name = names.get(key, "")
    figures = [((o.measure, o.period), o.value) for o in told if o.value is not None]
    printed = known.get(key, {})
    if any(value not in printed.get(at, {value}) for at, value in figures):
        return own
    reached = [(at, value) for at, value in figures if at[0] == Measure.REALISASI]
    others = [theirs for other, theirs in known.items() if other != key]
    if any(value in theirs.get(at, ()) for theirs in others for at, value in reached):
        return own
    above = {((o.measure, o.period), o.value) for o in before}
    same = any(value not in _ROUND and (at, value) in above for at, value in reached)
    return [_named(o, name) for o in own] if name and same else own


def _named_alike(
    own: list[Observation], columns: Sequence[Column], known: _Known, names: Mapping[str, str], title: str
) -> list[Observation]:
    told = [o for o in own if o.measure in _PERFORMANCE]
    if not (_is_turned(columns) or _is_card(own)) or not told or any(o.subject for o in told):
        return own
    named: dict[int, str] = {}
    for block in _blocks(told):
        fitting = [key for key, figures in known.items() if _fits(block, figures)]
        if len(fitting) == 1 and not _of_another(title, names[fitting[0]]):
            named |= dict.fromkeys((o.row for o in block), names[fitting[0]])
    return [_named(o, named[o.row]) if o.row in named else o for o in own]


def _of_another(title: str, name: str) -> bool:
    """Whether a title names what is measured, and neither a word of an indicator (but "Persentase" and its like) nor
    its initials."""
    own, told = (
        {w for w in _NAME_WORD.findall(t.lower()) if not re.fullmatch(_MEASURING, w)} for t in (name, title)
    )
    initials = "".join(word[0] for word in name.split()).lower()
    return bool(_MEASURED_NAME.search(title)) and not own & told and initials not in title.lower().split()


def _blocks(told: Sequence[Observation]) -> list[list[Observation]]:
    """Figures by the indicator they are of: a measure of a year that comes again begins another one."""
    blocks: list[list[Observation]] = []
    for _, row in itertools.groupby(sorted(told, key=lambda o: o.row), key=lambda o: o.row):
        figures = list(row)
        if not blocks or {(o.measure, o.period) for o in figures} & {
            (o.measure, o.period) for o in blocks[-1]
        }:
            blocks.append([])
        blocks[-1] += figures
    return blocks


def _fits(block: Sequence[Observation], known: Mapping[tuple[str, str], set[Decimal]]) -> bool:
    """Whether the realisasi and the target or achievement of a year are those that other tables print of an indicator:
    in two years, or in one with no figure that differs. 0, 100 and a realisasi that is the target tell nothing."""
    by_year: dict[str, dict[str, Decimal]] = defaultdict(dict)
    differ = False
    for o in block:
        if o.value is not None:
            printed = known.get((o.measure, o.period), set())
            differ = differ or bool(printed and o.value not in printed)
            if o.value in printed:
                by_year[o.period][o.measure] = o.value
    years = [found for found in by_year.values() if _tells(found)]
    return len(years) > 1 or (len(years) == 1 and not differ)


def _tells(found: Mapping[str, Decimal]) -> bool:
    """Whether figures of a year, by measure, tell an indicator from others."""
    realised = found.get(Measure.REALISASI)
    others = {found[m] for m in (Measure.TARGET, Measure.CAPAIAN_PCT) if m in found}
    return realised is not None and realised not in _ROUND and bool(others - {realised, *_ROUND})


def _named(o: Observation, name: str) -> Observation:
    """A figure of performance without a label, told of an indicator."""
    if o.measure not in _TOLD or o.subject:
        return o
    return o.model_copy(update={"subject": name, "subject_level": SubjectLevel.INDIKATOR})


def _title(table: RawTable, names: Iterable[str]) -> str:
    """The indicator that the title of a card names ("Indikator: Indeks Kepuasan Masyarakat" over all its columns, or
    the name of an indicator alone in its first row)."""
    first = [c for c in table.cells if c.row == 0 and c.text]
    over = (c for c in first if c.col_span == table.n_cols > 1)
    found = next((m for c in over if (m := _TITLE.fullmatch(collapse(c.text)))), None)
    if found:
        return found.group(1)
    alone = without_number(collapse(first[0].text)) if len(first) == 1 and first[0].col_span > 1 else ""
    keys = {name_key(alone), name_key(_BRACKETS_BEHIND.sub("", alone))} - {""}
    return next((n for n in names if keys & {name_key(n), name_key(_BRACKETS_BEHIND.sub("", n))}), "")


def indicator_names(observations: Iterable[Observation]) -> list[str]:
    """The names of indicators as the tables of a report print them, each once."""
    names = {
        plain(o.subject): o.subject
        for o in observations
        if o.subject_level is SubjectLevel.INDIKATOR and len(plain(o.subject)) >= LEAST_NAME
    }
    return [names[key] for key in sorted(names)]


def _one_name(names: Sequence[str]) -> bool:
    """Whether all names are parts of the longest of them."""
    longest = plain(max(names, key=lambda n: len(plain(n))))
    return all(plain(n) in longest for n in names)


def _named_last(said: str, names: Iterable[str]) -> str:
    """The name that stands last in a text, of those that end together the longest; the caption comes last."""
    return max((said.rfind(key) + len(key), len(key), name) for name in names if (key := plain(name)))[2]
