"""CT-05: the wording of tujuan and sasaran, and the level each stands at."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from lkjip_checks.indicators import LEAST_WORDS, SASARAN_TABLES, SIMILAR
from lkjip_checks.numbers_text import capital, pages_en, pages_id, quoted
from lkjip_checks.rows import doubtful
from lkjip_checks.rule import Hit, RuleHits, rule
from lkjip_checks.view import ReportView
from lkjip_checks.wordings import TOLD, Wordings, told_apart
from lkjip_normalize.linking import name_words
from lkjip_normalize.wording import letters
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE
from lkjip_schemas.records import Observation
from lkjip_schemas.table_records import TujuanSasaran
from lkjip_schemas.vocabulary import TableKind

ALIKE = 0.6
"""Words that are less alike are other words."""


@rule("CT-05")
def one_wording_of_sasaran(view: ReportView) -> RuleHits:
    """A sasaran is worded in one way, as a result ("Meningkatnya ..."), in all tables, and stands at one level."""
    compared = 0
    told: dict[tuple[str, str], tuple[Observation, Observation]] = {}
    for link in view.links:
        firsts: dict[str, Observation] = {}
        for o in link.members:
            if o.parent and o.table_kind in SASARAN_TABLES and not doubtful(o):
                firsts.setdefault(letters(o.parent), o)
        own = list(firsts.values())
        compared += bool(own)
        for a, b in combinations(own, 2):
            likeness = SequenceMatcher(None, letters(a.parent), letters(b.parent)).ratio()
            if SIMILAR <= likeness < 1 and not _cut_short(a.parent, b.parent) and not _of_two_officials(a, b):
                told.setdefault((letters(a.parent), letters(b.parent)), (a, b))
    yield from told_apart(
        "CT-05",
        [Wordings(a.parent, b.parent, (a, b)) for a, b in told.values()],
        ("rumusan sasaran yang sama berbeda", "the same sasaran is worded differently"),
        (
            "sasaran yang sama dieja dengan lebih dari satu cara",
            "the same sasaran is spelt in more than one way",
        ),
    )
    yield from _at_two_levels(view)
    return compared


def _at_two_levels(view: ReportView) -> Iterator[Hit]:
    """Statements that one table prints as tujuan and another one as sasaran."""
    aims: dict[str, TujuanSasaran] = {}
    own_sasaran: set[str] = set()
    for record in view.report.records:
        if isinstance(record, TujuanSasaran) and record.place.confidence >= SURE:
            own_sasaran.add(letters(record.sasaran))
            if len(name_words(record.tujuan)) >= LEAST_WORDS:
                aims.setdefault(letters(record.tujuan), record)
    told: dict[str, tuple[TujuanSasaran, Observation]] = {}
    for o in view.report.observations:
        words = letters(o.parent)
        aim = aims.get(words)
        if aim is None or words in own_sasaran or aim.table_no == o.table_no or doubtful(o):
            continue
        table = view.tables.get(o.table_no)
        roles = {c.role for c in table.columns} if table else set()
        if {"tujuan", "sasaran"} <= roles:
            told.setdefault(words, (aim, o))
    if not told:
        return
    pages = sorted({p for aim, o in told.values() for p in (aim.place.page, o.place.page)})
    listed_id = "; ".join(
        f"{quoted(aim.tujuan)} adalah tujuan pada {pages_id([aim.place.page])}, sasaran pada {pages_id([o.place.page])}"
        for aim, o in list(told.values())[:TOLD]
    )
    listed_en = "; ".join(
        f"{quoted(aim.tujuan)} is a tujuan on {pages_en([aim.place.page])}, a sasaran on {pages_en([o.place.page])}"
        for aim, o in list(told.values())[:TOLD]
    )
    yield Hit(
        "CT-05",
        f"{capital(pages_id(pages))}: pernyataan yang sama berada pada dua tingkat: {listed_id}.",
        f"{capital(pages_en(pages))}: the same statement stands at two levels: {listed_en}.",
        tuple(
            f for aim, o in told.values() for f in (Figure.at(aim.place, aim.tujuan, "tujuan"), Figure.of(o))
        ),
        frozenset({"CT-05:tingkat"}),
    )


def _of_two_officials(a: Observation, b: Observation) -> bool:
    """Whether two agreements name something in their sasaran that the other does not, spelt in whatever way: those of
    two officials that share an indicator."""
    if {a.table_kind, b.table_kind} != {TableKind.PK_SASARAN} or a.table_no == b.table_no:
        return False
    one, other = (set(name_words(o.parent)) for o in (a, b))
    own = [(one - other, other), (other - one, one)]
    return all(
        any(all(SequenceMatcher(None, word, x).ratio() < ALIKE for x in theirs) for word in mine)
        for mine, theirs in own
    )


def _cut_short(a: str, b: str) -> bool:
    """Whether one wording is the other one, longer at one end (list numbers, the next line)."""
    return letters(a) in letters(b) or letters(b) in letters(a)
