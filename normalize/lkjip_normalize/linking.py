"""Which printed rows speak of the same indicator, although they are named differently.

A report prints one indicator under several names: spelling variants, joined words ("KinerjaBaik"),
the class word "IKU" instead of a name. Linking is conservative: names that differ in a number, a
place or a word that means something stay apart, two rows of one table are never the same indicator,
and equal figures link only inside the same sasaran.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from difflib import SequenceMatcher
from functools import lru_cache

from lkjip_schemas.bilingual import both
from lkjip_schemas.records import Observation, Report
from lkjip_schemas.vocabulary import PERFORMANCE_MEASURES, Measure, SubjectLevel, TableKind

CACHED_NAMES = 1 << 16
"""Names and pairs of names remembered: more than one report has, fewer than a corpus."""

FUZZY_TOKEN = 0.84
"""Likeness of two words that count as spellings of one (KETENTRAMAN/KETENTERAMAN is 0.96)."""

FUZZY_LENGTH = 5
"""Words shorter than this are compared exactly: SD and SMP, TW I and TW II are different."""

SPECIFIC_WORDS = 3
"""A name of at least so many words is taken to mean the same under different sasaran."""

SPELLINGS: tuple[tuple[str, str], ...] = (
    (r"\b(?:prosentase|presentase|persentasi|prosentasi|percentase)\b", "persentase"),
    (r"\bindex\b", "indeks"),
    (r"\b(?:ketentraman|ketertaman|kententraman|kentraman|ketentaraman)\b", "ketenteraman"),
    (r"\brahabilitasi\b", "rehabilitasi"),
    (r"\befekti[fv]itas\b", "efektivitas"),
    (r"\b(?:lkip|lakip|lkj|lkjip)\b", "lkjip"),
    (r"\b(?:opd|skpd|sopd)\b", "opd"),
    (r"\bjml\b", "jumlah"),
    (r"\b(?:yan{2,}g+|yg|yng)\b", "yang"),
)
"""Spellings that mean the same word (domain notes, section 7)."""

IGNORED_WORDS = frozenset(
    [
        "dan",
        "atau",
        "di",
        "ke",
        "dari",
        "yang",
        "pada",
        "dalam",
        "terhadap",
        "untuk",
        "oleh",
        "dengan",
        "serta",
        "the",
    ]
)
"""Words that carry no meaning of their own in a name."""

CLASS_WORDS = frozenset(
    [
        "iku",
        "ik",
        "ikk",
        "ikd",
        "indikator",
        "indikatorkinerja",
        "indikatorkinerjautama",
        "indikatorkinerjautamaiku",
        "ikuindikatorkinerjautama",
        "indikatorsasaran",
        "indikatortujuan",
        "indikatorkinerjasasaran",
        "kinerjautama",
    ]
)
"""Names that only say what kind of thing is meant, letters only."""

RESULT_VERBS = re.compile(
    r"^(?:(?:meningkat|mewujud|menurun|mengembang|memantap|mengoptimal|terlaksana|terwujud|tercapai|"
    r"terselenggara"
    r"|tercipta|terjaga|berkembang|membaik|optimal)(?:nya|kan)?)\s+"
)
"""Verbs with which a sasaran begins, as result or as action."""

_INDICATOR_LEVELS = frozenset({SubjectLevel.INDIKATOR, SubjectLevel.UNKNOWN})
_LIST_NUMBER = re.compile(
    r"^\s*(?:\(?\d{1,2}[.)]|\(?[a-z][.)]|\d{1,2}(?:\.\d{1,2}){1,4}\.?(?=\s))\s*(?=\D)", re.IGNORECASE
)

_UNIT = (
    r"(?:%|‰|persen|permil|ton|kg|kuintal|kw|ku|liter|ekor|ha|km|m2|m3|orang|jiwa|unit|buah|dokumen|laporan|kali|paket|"
    r"hari|bulan|tahun|thn|menit|jam|indeks|index|nilai|poin|point|skor|angka|rp|rupiah|desa|kelompok|kapita|batang)"
)
_UNIT_BEHIND = re.compile(
    rf"(?<=\w)\s*\(\s*{_UNIT}\.?(?:\s*/\s*{_UNIT}\.?)*\s*\)\s*$|"
    r"(?<=[\w)])\s*/\s*(?:%|persen|menit|jam|hari|indeks|nilai|poin|skor|ton|kg)\s*$",
    re.IGNORECASE,
)
"""The unit behind a name ("Produksi Susu (Liter/Tahun)", "Waktu tanggap/Menit"), which others print in a column."""


@dataclass(frozen=True, slots=True)
class IndicatorLink:
    """One indicator with everything that is printed about it.

    `names` and `sasaran` as printed, the most frequent first and class words last; `members` its figures
    in reading order; `evidence` says in both languages (`Indonesian / English`) why the names belong
    together, and `confidence` is that of the weakest link (1.0: one name throughout).
    """

    names: tuple[str, ...]
    sasaran: tuple[str, ...]
    members: tuple[Observation, ...]
    evidence: tuple[str, ...] = ()
    confidence: float = 1.0

    @property
    def name(self) -> str:
        """The most frequent name, the first printed of several."""
        return self.names[0]


@lru_cache(maxsize=CACHED_NAMES)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that carry meaning: lower case, joined words parted, spellings unified."""
    text = _UNIT_BEHIND.sub("", _LIST_NUMBER.sub("", name))
    text = re.sub(r"(?<=[a-z]{2})(?=[A-Z][a-z])", " ", text).lower()
    text = re.sub(r"[^\w%]+", " ", text.replace("_", " "))
    for pattern, word in SPELLINGS:
        text = re.sub(pattern, word, text)
    return tuple(w for w in text.split() if w not in IGNORED_WORDS)


def without_number(name: str) -> str:
    """A name without its number in a list ("1.3 Meningkatnya ...", "a. Indeks ...")."""
    return _LIST_NUMBER.sub("", name).strip()


@lru_cache(maxsize=CACHED_NAMES)
def name_key(name: str) -> str:
    """Letters and digits of the name alone: equal for names that differ in blanks or punctuation."""
    return "".join(name_words(name))


@lru_cache(maxsize=CACHED_NAMES)
def _fuzzy_words(a: str, b: str) -> bool:
    if min(len(a), len(b)) < FUZZY_LENGTH or any(c.isdigit() for c in a + b):
        return False
    return SequenceMatcher(None, a, b, autojunk=False).ratio() >= FUZZY_TOKEN


@lru_cache(maxsize=CACHED_NAMES)
def name_likeness(a: str, b: str) -> float:
    """1.0 for the same name, 0.9 for the same words in other order or spelling, 0.0 otherwise.

    Every word of one name needs its partner in the other; a word without partner (a number, a
    quarter, SD, a kelurahan) means another indicator.
    """
    if name_key(a) == name_key(b) != "":
        return 1.0
    left, right = sorted(name_words(a)), sorted(name_words(b))
    if not left or len(left) != len(right):
        return 0.0
    rest = list(right)
    odd: list[str] = []
    for word in left:
        if word in rest:
            rest.remove(word)
        else:
            odd.append(word)
    if len(odd) > max(1, len(left) // 2):
        return 0.0
    for word in odd:
        partner = next((r for r in rest if _fuzzy_words(word, r)), None)
        if partner is None:
            return 0.0
        rest.remove(partner)
    return 0.9


@lru_cache(maxsize=CACHED_NAMES)
def same_sasaran(a: str, b: str) -> bool:
    """Whether two sasaran are the same, worded as result (Meningkatnya) or as action (Meningkatkan)."""
    if not a.strip() or not b.strip():
        return False
    return name_likeness(_without_verb(a), _without_verb(b)) > 0


def _without_verb(sasaran: str) -> str:
    return RESULT_VERBS.sub("", _LIST_NUMBER.sub("", sasaran).strip().lower())


@dataclass(slots=True)
class _Node:
    """All rows with one name under one sasaran."""

    name: str
    sasaran: str
    unit: str = ""
    """The unit in brackets behind the name, where others of the same name have another one."""
    members: list[Observation] = field(default_factory=list)
    tables: set[int] = field(default_factory=set)
    figures: dict[Measure, set[tuple[str, Decimal]]] = field(default_factory=lambda: defaultdict(set))

    def add(self, observation: Observation) -> None:
        self.members.append(observation)
        self.tables.add(observation.table_no)
        measure = Measure(observation.measure)
        if observation.value is not None and observation.period:
            self.figures[measure].add((observation.period, round(observation.value, 2)))

    @property
    def is_class_word(self) -> bool:
        return name_key(self.name) in CLASS_WORDS


@dataclass(frozen=True, slots=True)
class _Edge:
    confidence: float
    left: int
    right: int
    evidence: str


def link_indicators(observations: Iterable[Observation]) -> tuple[IndicatorLink, ...]:
    """The indicators of a document, each with all its performance figures, in reading order.

    Only rows of indicators are linked (`subject_level` indikator or unknown); money and programs are
    not. Every such figure is a member of exactly one link.
    """
    nodes = _nodes(observations)
    ambiguous = _ambiguous_names(nodes)
    component = list(range(len(nodes)))
    reasons: dict[int, list[_Edge]] = defaultdict(list)
    for edge in sorted(_edges(nodes, ambiguous), key=lambda e: (-e.confidence, e.left, e.right)):
        a, b = component[edge.left], component[edge.right]
        if a == b or _in_one_table(nodes, component, a, b):
            continue
        keep, drop = min(a, b), max(a, b)
        component = [keep if c == drop else c for c in component]
        reasons[keep] += [*reasons.pop(drop, []), edge]
    groups: dict[int, list[_Node]] = defaultdict(list)
    for index, node in enumerate(nodes):
        groups[component[index]].append(node)
    return tuple(_link(groups[c], reasons.get(c, [])) for c in sorted(groups))


def links_of(report: Report) -> tuple[IndicatorLink, ...]:
    """The indicators of a report.

    Rows of a Renstra matrix are left out: they are named by program and kegiatan, works and no indicators.
    """
    return link_indicators(o for o in report.observations if o.table_kind is not TableKind.RENSTRA_MATRIX)


def _nodes(observations: Iterable[Observation]) -> list[_Node]:
    own = [
        o
        for o in observations
        if o.subject_level in _INDICATOR_LEVELS and o.measure in PERFORMANCE_MEASURES and name_key(o.subject)
    ]
    units: dict[str, set[str]] = defaultdict(set)
    for o in own:
        units[name_key(o.subject)].add(_unit_behind(o.subject))
    found: dict[tuple[str, str, str], _Node] = {}
    for o in own:
        name = name_key(o.subject)
        several = len(units[name] - {""}) > 1  # "Produksi kopi (ton)" and "Produksi kopi (kg/ha)"
        unit = _unit_behind(o.subject) if several else ""
        found.setdefault((name, name_key(o.parent), unit), _Node(o.subject, o.parent, unit)).add(o)
    return list(found.values())


def _unit_behind(name: str) -> str:
    match = _UNIT_BEHIND.search(name)
    return re.sub(r"[^a-z0-9%‰/]", "", match.group(0).lower()) if match else ""


def _in_one_table(nodes: Sequence[_Node], component: Sequence[int], a: int, b: int) -> bool:
    left = {t for i, n in enumerate(nodes) if component[i] == a for t in n.tables}
    right = {t for i, n in enumerate(nodes) if component[i] == b for t in n.tables}
    return not left.isdisjoint(right)


def _ambiguous_names(nodes: Sequence[_Node]) -> frozenset[str]:
    """Names that one table prints under several sasaran ("Jumlah laporan"): only with their sasaran do
    they mean one thing."""
    seen: dict[str, list[_Node]] = defaultdict(list)
    for node in nodes:
        seen[name_key(node.name)].append(node)
    return frozenset(
        key
        for key, same in seen.items()
        if any(a.tables & b.tables for i, a in enumerate(same) for b in same[i + 1 :])
    )


def _edges(nodes: Sequence[_Node], ambiguous: frozenset[str]) -> list[_Edge]:
    edges: list[_Edge] = []
    for i, left in enumerate(nodes):
        for j in range(i + 1, len(nodes)):
            right = nodes[j]
            unclear = name_key(left.name) in ambiguous or name_key(right.name) in ambiguous
            if left.unit != right.unit and name_key(left.name) == name_key(right.name):
                continue
            edge = _name_edge(left, right, i, j, by_sasaran=unclear) or _figure_edge(left, right, i, j)
            if edge is not None:
                edges.append(edge)
    return edges


def _name_edge(left: _Node, right: _Node, i: int, j: int, *, by_sasaran: bool) -> _Edge | None:
    likeness = name_likeness(left.name, right.name)
    if not likeness or by_sasaran or left.is_class_word or right.is_class_word:
        # "IKU" under two sasaran is two indicators; under one sasaran the figures decide.
        if likeness and same_sasaran(left.sasaran, right.sasaran):
            return _Edge(0.9, i, j, both("nama dan sasaran sama", "same name and sasaran"))
        return None
    if not left.sasaran.strip() or not right.sasaran.strip() or same_sasaran(left.sasaran, right.sasaran):
        return _Edge(
            likeness,
            i,
            j,
            both("nama sama", "same name")
            if likeness == 1
            else both("ejaan nama berbeda", "name spelled differently"),
        )
    if likeness == 1 and len(name_words(left.name)) >= SPECIFIC_WORDS:
        return _Edge(0.8, i, j, both("nama sama, sasaran lain", "same name, other sasaran"))
    return None


def _figure_edge(left: _Node, right: _Node, i: int, j: int) -> _Edge | None:
    if left.tables & right.tables or not same_sasaran(left.sasaran, right.sasaran):
        return None
    if _differ_by_qualifier(left.name, right.name):
        return None
    shared = left.figures[Measure.REALISASI] & right.figures[Measure.REALISASI]
    telling = sorted(f for f in shared if f[1] % 1)
    if telling:
        period, value = telling[0]
        return _Edge(
            0.85,
            i,
            j,
            both(
                f"sasaran sama dan realisasi {period} sama ({value})",
                f"same sasaran and same realisasi {period} ({value})",
            ),
        )
    if left.is_class_word or right.is_class_word:
        common = shared or left.figures[Measure.TARGET] & right.figures[Measure.TARGET]
        if common:
            period, value = min(common)
            return _Edge(
                0.8,
                i,
                j,
                both(
                    f"kata golongan sebagai nama, sasaran dan angka {period} sama ({value})",
                    f"class word as name, same sasaran and figure of {period} ({value})",
                ),
            )
    return None


def _differ_by_qualifier(a: str, b: str) -> bool:
    """Whether the names are alike but for a word or two: then the word is what tells them apart."""
    left, right = set(name_words(a)), set(name_words(b))
    numbers_a = {w for w in left if any(c.isdigit() for c in w)}
    numbers_b = {w for w in right if any(c.isdigit() for c in w)}
    if numbers_a != numbers_b:
        return True
    union = left | right
    return len(union) > 3 and name_key(a) != name_key(b) and len(left & right) / len(union) >= 0.6


def _link(nodes: Sequence[_Node], edges: Sequence[_Edge]) -> IndicatorLink:
    members = sorted((m for n in nodes for m in n.members), key=lambda o: (o.table_no, o.row, o.col))
    return IndicatorLink(
        names=_by_frequency(m.subject for m in members),
        sasaran=_by_frequency(m.parent for m in members if m.parent.strip()),
        members=tuple(members),
        evidence=tuple(dict.fromkeys(e.evidence for e in edges)),
        confidence=min((e.confidence for e in edges), default=1.0),
    )


def _by_frequency(words: Iterable[str]) -> tuple[str, ...]:
    counts: dict[str, int] = {}
    for word in words:
        text = " ".join(word.split())
        counts[text] = counts.get(text, 0) + 1
    return tuple(sorted(counts, key=lambda w: (name_key(w) in CLASS_WORDS, -counts[w])))
