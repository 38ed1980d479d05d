"""LG-01 and LG-02: regulations that are named with another type or title, or were revoked before the report year."""

import re
import tomllib
from collections import defaultdict
from functools import cache
from importlib.resources import files

from lkjip_checks.numbers_text import capital, pages_en, pages_id, quoted
from lkjip_checks.rule import Hit, NotRun, RuleHits, rule
from lkjip_checks.view import ReportView
from lkjip_schemas.finding import Figure
from lkjip_schemas.place import SURE

NATIONAL = frozenset({"UU", "PP", "Perpres", "Inpres", "Keppres", "Permendagri", "PermenPANRB"})
"""Types of laws that differ for certain; "Permen" alone may be any ministry's."""
_CHANGED = re.compile(r"perubahan|pencabutan|pelaksanaan", re.IGNORECASE)
_EMPTY_WORDS = frozenset({"tentang", "yang", "dari", "atas", "dengan", "antara", "serta"})


@cache
def revoked() -> dict[tuple[str, str, int], tuple[str, int]]:
    """Type, number and year of revoked regulations: what replaced them, and since which report year."""
    text = files("lkjip_checks").joinpath("revoked.toml").read_text(encoding="utf-8")
    return {(x["kind"], x["number"], x["year"]): (x["by"], x["since"]) for x in tomllib.loads(text)["law"]}


@cache
def known_laws() -> dict[tuple[str, int], tuple[tuple[str, str], ...]]:
    """Types and titles of national laws by number and year."""
    text = files("lkjip_checks").joinpath("laws.toml").read_text(encoding="utf-8")
    found: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
    for law in tomllib.loads(text)["law"]:
        found[(law["number"], law["year"])].append((law["kind"], law["title"]))
    return {key: tuple(laws) for key, laws in found.items()}


def _title_words(title: str) -> frozenset[str]:
    return frozenset(w for w in re.findall(r"[a-z]{4,}", title.lower()) if w not in _EMPTY_WORDS)


@rule("LG-01")
def laws_as_they_are(view: ReportView) -> RuleHits:
    """A law is named with its own type and title."""
    compared = 0
    told: set[tuple[str, str, int]] = set()
    for ref in view.report.prose.legal_refs:
        known = known_laws().get((ref.number.lstrip("0"), ref.year), ())
        words = _title_words(ref.title)
        if not known or not words or ref.place.confidence < SURE or _CHANGED.search(ref.title):
            continue
        key = (ref.kind, ref.number, ref.year)
        own = next((title for kind, title in known if kind == ref.kind), None)
        if own is not None:
            compared += 1
            continue
        # the title of another type of law with this number and year: the type is wrong
        other = [
            (kind, title)
            for kind, title in known
            if kind in NATIONAL and ref.kind in NATIONAL and words and _title_words(title) <= words
        ]
        if len(other) != 1 or key in told:
            continue
        compared += 1
        told.add(key)
        (kind, title) = other[0]
        page = [ref.place.page]
        right = f"{kind} {ref.number}/{ref.year}"
        yield Hit(
            "LG-01",
            f"{capital(pages_id(page))}: {quoted(ref.text)} disebut {ref.kind}, padahal peraturan nomor {ref.number} "
            f"tahun {ref.year} tentang {title} adalah {right}.",
            f"{capital(pages_en(page))}: {quoted(ref.text)} is named {ref.kind}, but number {ref.number} of {ref.year} "
            f"on {title} is {right}.",
            (Figure.at(ref.place, ref.text, right),),
            frozenset({f"LG-01:{ref.kind}:{right}"}),
            expected=right,
        )
    return compared


@rule("LG-02")
def laws_in_force(view: ReportView) -> RuleHits:
    """A regulation named as a basis is in force in the report year."""
    if not view.year:
        raise NotRun("tahun laporan tidak terbaca", "the report year was not read")
    named = [r for r in view.report.prose.legal_refs if r.place.confidence >= SURE]
    if not named:
        raise NotRun(
            "tidak ada peraturan yang disebut dengan nomor dan tahun",
            "no regulation is named with number and year",
        )
    told: set[tuple[str, str, int]] = set()
    for ref in named:
        key = (ref.kind, ref.number.lstrip("0"), ref.year)
        by, since = revoked().get(key, ("", 0))
        if not by or view.year < since or key in told:
            continue
        told.add(key)
        pages = sorted({r.place.page for r in named if (r.kind, r.number.lstrip("0"), r.year) == key})
        name = f"{ref.kind} {ref.number}/{ref.year}"
        yield Hit(
            "LG-02",
            f"{capital(pages_id(pages))}: {name} disebut sebagai dasar, padahal sudah digantikan oleh {by}.",
            f"{capital(pages_en(pages))}: {name} is named as a basis, but {by} has replaced it.",
            (Figure.at(ref.place, ref.text, name),),
            frozenset({f"LG-02:{name}"}),
            expected=by,
        )
    return len(named)
