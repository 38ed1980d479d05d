"""Part of CT-08: the realisasi of an indicator in a sentence against the table, where digits slipped.

A sentence gives many figures that no table has: of other years, places, plans. Only one that it says was reached in the
year, and that is the realisasi of the one indicator named but for two exchanged digits, is called a slip; or for one
digit, where target or achievement of the row stand in the sentence as the table has them; or for anything, where the
sentence gives the whole name and holds it against the target of the table ("mencapai 76,91 persen dari target 80
persen"). The realisasi of an earlier year is called a slip where the year is named right before it, and two digits are
exchanged.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal

from lkjip_checks.numbers_text import capital, pages_en, pages_id, printed, quoted, shown
from lkjip_checks.rows import of_indicators, value_of
from lkjip_checks.rule import Hit, RuleHits
from lkjip_checks.tolerance import HUNDRED, KNOWN_CAPS, decimals_of, distinct, inverse_ratio, unit_of
from lkjip_checks.view import ReportView
from lkjip_normalize.linking import name_key, name_words
from lkjip_normalize.wording import TURNS
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.prose import ToldSentence
from lkjip_schemas.records import Observation
from lkjip_schemas.vocabulary import Measure, TableKind

TABLES = frozenset({TableKind.PENGUKURAN, TableKind.BANDING_TAHUN, TableKind.JANGKA_MENENGAH})
LEAST_DIGITS = 3
"""Figures of fewer digits are like each other by chance."""
LEAST_WORDS = 3
"""Names of fewer words stand in sentences on other things."""
LEAST_CAPITALS = 3
"""Letters of an abbreviation that stands for a name ("IKM")."""

_FIGURE = re.compile(r"(?<![\w.,/-])\d+(?:[.,]\d+)*(?![\w/]|[.,]\d)")
_REACHED = re.compile(
    r"\b(?:realisasi\w*|terealisasi|capaian\w*|mencapai|sebesar|menjadi|sebanyak|yaitu|adalah|tercatat|:|=)\s*$",
    re.IGNORECASE,
)
"""Right before a figure that was reached."""
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OF_EARLIER_YEAR = re.compile(
    r"\btahun\s+(?P<year>20\d\d)\s*(?:(?:yang|realisasi\w*|capaian\w*|yaitu|hanya|baru|telah)\s+)*"
    r"(?:sebesar|mencapai|adalah|sebanyak|tercatat|yaitu)\s+(?P<figure>\d+(?:[.,]\d+)*)(?![\w/]|[.,]\d)",
    re.IGNORECASE,
)
"""A year and, right behind it, what was reached in it."""
_OF_ANOTHER = re.compile(
    r"\b(?:semester|triwulan|tw|bulan|unsur|nasional|provinsi|kabupaten/kota|se-\w+|sebelumnya|lalu|akhir|standar\w*|"
    r"minimal|rata-rata|lain(?:nya)?|unit|kelurahan|desa|dusun|target(?:kan|nya)?|ditargetkan|renstra|rpjmd|prediksi|"
    r"proyeksi|bobot)\b",
    re.IGNORECASE,
)
"""Words beside the name of an indicator that tell of parts of the year or of an index, of other places, years or
plans."""
_FROM_TARGET = re.compile(
    r"\bdari\s+target(?:nya)?\s+(?:sebesar\s+|sebanyak\s+)?\d[\d.,]*|"
    rf"[,;]\s*(?:{TURNS}|dengan)\s+target(?:nya)?\s+(?:tahun\s+\d{{4}}\s+)?(?:(?:adalah|yaitu|sebesar|sebanyak)\s+)?"
    r"\d[\d.,]*|"
    r"\b(?:memenuhi|melampaui|melebihi|mencapai|di\s?bawah|di\s?atas)\s+target(?:nya)?\b"
    r"(?!\s+(?:akhir|renstra|rpjmd|nasional|provinsi))",
    re.IGNORECASE,
)
"""What was reached is told beside its target, or held against it."""
PLAIN = r"\d{1,3}(?:\.\d{3})+(?:,\d{1,4})?|\d{1,15}(?:[.,]\d{1,4})?"
"""A figure in a sentence, for patterns."""
_AGAINST_TARGET = re.compile(
    r"\b(?:mencapai|terealisasi(?:\s+(?:sebesar|sebanyak))?|realisasi(?:nya)?(?:\s+(?:sebesar|sebanyak|adalah))?)\s+"
    rf"(?P<reached>{PLAIN})\s*(?P<unit>%|[a-z]+)?\s+dari\s+target(?:nya)?\s+(?:sebesar\s+|sebanyak\s+)?"
    rf"(?P<target>{PLAIN})(?![.,]?\d)"
    r"(?=\s*(?:%|[a-z]+)?\s*(?:$|[.,;()]|\b(?:atau|sehingga|dengan|yang|karena|dan|pada tahun|tahun)\b))",
    re.IGNORECASE,
)
"""What was reached, and the target it is held against."""
_BESIDE_THE_NAME = re.compile(
    r"(?:^\s*(?:[a-z]|\d{1,2})[.)]\s|"
    r"\b(?:pada|di|tahun|20\d\d|ini|untuk|indikator|kinerja|realisasi|capaian|nilai|yaitu|dan|serta|sedangkan|"
    r"sementara|itu|adapun|baru|hanya|telah|sudah|dapat|berhasil|mampu|dengan|yang)\b|\([A-Z]+\)|\W)*",
    re.IGNORECASE,
)
"""What may stand before the name of an indicator (its letter in a list, too), and between it and what was reached,
where no part of the year or of the unit is meant."""
WHAT_WOULD_BE = re.compile(r"\b(?:apabila|jika|bila|seandainya|tanpa|akan|diharapkan)\b", re.IGNORECASE)
"""What would be, or is to be."""
_ELSE_MEANT = re.compile(rf"\b(?:masing|berturut)-(?:masing|turut)\b|{WHAT_WOULD_BE.pattern}", re.IGNORECASE)
"""Several figures in turn, or what would be."""
_SCALE = re.compile(r"ribu|juta|mil[iy]ar|poin", re.IGNORECASE)
APART = Decimal("0.1")
"""Points by which percentages differ that were computed from unrounded figures."""
PERCENT = re.compile(r"%|persen|prosen", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(
    r"[,;]\s+(?:(?:sedangkan|sementara(?:\s+itu)?|adapun|dan|serta)\s+)?", re.IGNORECASE
)
"""Parts a sentence on several indicators into those on one."""
IN_BRACKETS = re.compile(r"\(([^()]*)\)")


def told_realised(view: ReportView) -> RuleHits:
    """Slips of digits in sentences that name one indicator; gives the number of sentences that tell its realisasi."""
    compared = 0
    realised = of_indicators(view.report.observations, Measure.REALISASI, view.year, TABLES)
    known = {o.value for o in view.report.observations}
    beside = figures_beside(view)
    for told in view.report.prose.sentences:
        if told.place.confidence < SURE:
            continue
        for said, in_full in _by_indicator(told.text, realised.values()):
            named = in_full or [own for own in realised.values() if _has_short_form(said, own[0].subject)]
            if len(named) != 1 or len(distinct([value_of(o) for o in named[0]])) != 1:
                continue
            own = named[0]
            texts = [m.group() for m in _FIGURE.finditer(said) if _REACHED.search(said[: m.start()])]
            right = value_of(own[0]) in [value_like(text, own[0]) for text in texts]
            compared += right
            if right or not of_the_year(told.text, view.year) or on_another(said, own):
                continue
            figures = [o for r in own for o in beside.get((r.table_no, r.row), ())]
            if _prints(told.text, own[0]) and value_of(own[0]) not in [o.value for o in figures]:
                continue  # beside that of another source
            against = _against_its_target(told.text, said, own, figures) if in_full else ""
            unknown = [t for t in texts if value_like(t, own[0]) not in known]
            told_too = any(_prints(said, o) for o in figures)
            slip = next((t for t in unknown if t == against or _is_slip(t, own[0].raw, told_too)), "")
            if slip:
                compared += 1
                yield realised_hit(told, slip, own)
    return compared


def told_earlier(view: ReportView) -> RuleHits:
    """Exchanged digits in the realisasi of an earlier year ("dibandingkan tahun 2020 yang sebesar 82,54") in sentences
    that name one indicator; gives the number of those that tell it."""
    compared = 0
    known = {o.value for o in view.report.observations}
    realised: dict[int, list[list[Observation]]] = {}
    for told in view.report.prose.sentences:
        if told.place.confidence < SURE:
            continue
        for match in _OF_EARLIER_YEAR.finditer(told.text):
            year, text = int(match["year"]), match["figure"]
            if year >= view.year:
                continue
            if year not in realised:
                own_year = of_indicators(view.report.observations, Measure.REALISASI, year, TABLES)
                realised[year] = list(own_year.values())
            named = _in_full(told.text, realised[year])
            if len(named) != 1 or len(distinct([value_of(o) for o in named[0]])) != 1:
                continue
            own, value = named[0], value_like(text, named[0][0])
            compared += value == value_of(own[0])
            if value not in known and _exchanged(text, own[0].raw) and not on_another(told.text, own):
                compared += 1
                yield realised_hit(told, text, own)
    return compared


def _by_indicator(
    text: str, realised: Collection[Sequence[Observation]]
) -> Iterator[tuple[str, list[Sequence[Observation]]]]:
    """A sentence with the indicators that it names in full; one on several by its clauses, each with its own, and not
    at all where it tells of another year, place or plan."""
    named = _in_full(text, realised)
    if len(named) <= 1:
        yield text, named
    elif not on_another(text, *named):
        for said in _NEXT_CLAUSE.split(text):
            yield said, _in_full(said, realised)


def _is_slip(text: str, raw: str, told_too: bool) -> bool:
    """Whether a figure is another one but for two exchanged digits, or for one digit where the figures beside it are
    told, too."""
    return _exchanged(text, raw) or (told_too and _one_digit_off(text, raw))


def _against_its_target(
    sentence: str, said: str, own: Sequence[Observation], beside: Sequence[Observation]
) -> str:
    """The figure that a sentence, or the part of it that is `said` of one indicator, holds against the target that the
    table prints; empty where it is the realisasi rounded, an achievement or what is missing, or where the sentence may
    speak of a part of the year or of the unit."""
    match = _AGAINST_TARGET.search(said)
    targets = [o for o in beside if o.measure == Measure.TARGET]
    if match is None or not is_the_target(match["target"], targets):
        return ""
    before, _, between = said[: match.start()].lower().partition(own[0].subject.strip().lower())
    lead_in = sentence[: sentence.find(said)]
    if not all(map(_BESIDE_THE_NAME.fullmatch, (before, between))) or _ELSE_MEANT.search(sentence):
        return ""
    if not _AGAINST_TARGET.search(lead_in) and not _BESIDE_THE_NAME.fullmatch(lead_in):
        return ""  # "Pada triwulan III, ..."
    if of_another_scale(match["unit"] or "", own[0]):
        return ""
    meant = tells_realised(value_like(match["reached"], own[0]), own[0], targets)
    return "" if meant else match["reached"]


def is_the_target(text: str, targets: Collection[Observation]) -> bool:
    """Whether a figure of a sentence is the target of a row, as each of its targets is printed."""
    return bool(targets) and all(o.value and value_like(text, o) == o.value for o in targets)


def of_another_scale(unit: str, realised: Observation) -> bool:
    """Whether the word behind a figure says thousands or points, or a percentage where the realisasi is none."""
    return _SCALE.match(unit) is not None or (PERCENT.match(unit) is not None and not in_percent(realised))


def tells_realised(reached: Decimal, realised: Observation, targets: Iterable[Observation]) -> bool:
    """Whether a figure is a realisasi, be it rounded, or told as what it is of its target, or differs by from it."""
    step = unit_of(decimals_of(reached))
    others = [*other_meanings(value_of(realised), [value_of(o) for o in targets]), *KNOWN_CAPS]
    return abs(reached - value_of(realised)) <= step or any(
        abs(reached - x) <= max(step, APART) for x in others
    )


def in_percent(figure: Observation) -> bool:
    """Whether a figure is a percentage, by its unit, its print or its name."""
    return PERCENT.search(f"{figure.unit} {figure.raw} {figure.subject}") is not None


def other_meanings(realised: Decimal, targets: Iterable[Decimal]) -> Iterator[Decimal]:
    """What a sentence may tell of a realisasi: what it is of the target in each form, what it differs by."""
    for target in targets:
        yield from (realised / target * HUNDRED, inverse_ratio(realised, target))
        yield from (abs(realised - target), abs(realised - target) / target * HUNDRED)
        if realised:
            yield target / realised * HUNDRED


def of_the_year(text: str, year: int) -> bool:
    """Whether a sentence names no other year."""
    return set(map(int, _YEAR.findall(text))) <= {year}


def on_another(text: str, *named: Sequence[Observation]) -> bool:
    """Whether something in a sentence but the names of its indicators tells of another year, place or plan."""
    for own in named:
        text = _without_name(text, own[0].subject)
    return _OF_ANOTHER.search(_FROM_TARGET.sub(" ", text)) is not None


def _without_name(text: str, subject: str) -> str:
    for name in (subject, IN_BRACKETS.sub(" ", subject)):
        text = re.sub(re.escape(name.strip()), " ", text, flags=re.IGNORECASE)
    return text


def _in_full(text: str, realised: Iterable[Sequence[Observation]]) -> list[Sequence[Observation]]:
    """The indicators that a sentence names in full; not one whose name is part of another's."""
    key = name_key(IN_BRACKETS.sub(" ", text))
    named = []
    for own in realised:
        name = IN_BRACKETS.sub(" ", own[0].subject)
        if len(name_words(name)) >= LEAST_WORDS and name_key(name) in key:
            named.append((name_key(name), own))
    return [own for name, own in named if not any(name != other and name in other for other, _ in named)]


def _has_short_form(text: str, subject: str) -> bool:
    """Whether a sentence names an indicator by the abbreviation that its name gives."""
    short = [
        s for s in IN_BRACKETS.findall(subject) if s.isupper() and s.isalpha() and len(s) >= LEAST_CAPITALS
    ]
    return any(re.search(rf"\b{s}\b", text) for s in short)


def value_like(text: str, like: Observation) -> Decimal:
    """The value of a figure, whose marks mean what they mean in a figure of the table."""
    decimals = like.decimals
    digits = re.sub(r"\D", "", text)
    last = re.search(r"[.,](\d+)$", text)
    own = len(last.group(1)) if last and (len(last.group(1)) != 3 or decimals == 3) else 0
    return Decimal(digits).scaleb(-own)


def _exchanged(text: str, raw: str) -> bool:
    """Whether a figure is another one but for two exchanged digits side by side."""
    match = _FIGURE.search(raw)
    if match is None or re.sub(r"\d", "0", text) != re.sub(r"\d", "0", match.group()):
        return False
    one, other = (re.sub(r"\D", "", t) for t in (text, match.group()))
    apart = [k for k, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(one) < LEAST_DIGITS or len(apart) != 2:
        return False
    first, last = apart
    return last == first + 1 and one[first : last + 1] == other[first : last + 1][::-1]


def _one_digit_off(text: str, raw: str) -> bool:
    """Whether a figure is another one but for one digit."""
    match = _FIGURE.search(raw)
    if match is None or re.sub(r"\d", "0", text) != re.sub(r"\d", "0", match.group()):
        return False
    pairs = list(zip(text, match.group(), strict=True))
    return sum(a.isdigit() for a, _ in pairs) > LEAST_DIGITS and sum(a != b for a, b in pairs) == 1


def figures_beside(view: ReportView) -> dict[tuple[int, int], list[Observation]]:
    """Targets and achievements of the year by the row of their table."""
    found: dict[tuple[int, int], list[Observation]] = defaultdict(list)
    for o in view.report.observations:
        if o.measure in (Measure.TARGET, Measure.CAPAIAN_PCT) and o.period in ("", str(view.year)):
            found[o.table_no, o.row].append(o)
    return found


def _prints(text: str, figure: Observation) -> bool:
    """Whether a sentence has a figure, of several digits, as the table prints it."""
    match = _FIGURE.search(figure.raw)
    digits = sum(map(str.isdigit, match.group())) if match else 0
    return digits >= LEAST_DIGITS and any(m.group() == match.group() for m in _FIGURE.finditer(text) if match)


def realised_hit(told: ToldSentence, text: str, own: Sequence[Observation]) -> Hit:
    """`own` are the realisasi of one year, as the tables print it."""
    figure = own[0]
    pages = sorted({told.place.page, *(o.place.page for o in own)})
    place_id, place_en = pages_id([told.place.page]), pages_en([told.place.page])
    tables_id, tables_en = (f(sorted({o.place.page for o in own})) for f in (pages_id, pages_en))
    return Hit(
        "CT-08",
        f"{capital(pages_id(pages))}: dalam kalimat tertulis {text} untuk {quoted(figure.subject)} ({place_id}), "
        f"sedangkan tabel mencetak realisasi {printed(figure)} ({tables_id}); tidak ada tabel dengan {text} untuk "
        "indikator ini.",
        f"{capital(pages_en(pages))}: a sentence gives {text} for {quoted(figure.subject)} ({place_en}), but the table "
        f"prints the realisasi {printed(figure)} ({tables_en}); no table has {text} for this indicator.",
        (Figure.at(told.place, shown(told.text), "kalimat"), *map(Figure.of, own)),
        frozenset({f"CT-08:{told.place.page}:{text}:{name_key(figure.subject)}"}),
        copy_key=(text, str(figure.value)),
        expected=printed(figure),
    )
